//! `etrier-cli`: the desk's calls without a window, for IT staff, automation, tests
//! and benchmarks. No rule lives here.

mod commands;
mod console;
mod french;
mod manual;
mod moment;
mod outcome;

use std::process::ExitCode;

use clap::{CommandFactory, FromArgMatches};

use crate::commands::Arguments;
use crate::outcome::Stop;

fn main() -> ExitCode {
    desk::discretion::begin();
    if std::env::args_os().nth(1).is_some_and(|argument| argument == desk::renderer::ARGUMENT) {
        return desk::renderer::serve();
    }
    desk::renderer::begin();
    let command = french::program(Arguments::command());
    let read = command.try_get_matches().and_then(|matches| Arguments::from_arg_matches(&matches));
    match read {
        Ok(arguments) => {
            let json = arguments.json;
            commands::run(arguments).map_or_else(|stop| stop.told(json), |()| ExitCode::SUCCESS)
        }
        Err(asked) if !asked.use_stderr() => {
            // Nobody reads a broken pipe.
            let _ = asked.print();
            ExitCode::SUCCESS
        }
        Err(error) => Stop::Usage(french::misuse(&error)).told(false),
    }
}
