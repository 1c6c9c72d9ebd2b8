//! `etrier-cli`: the desk's calls without a window, for IT staff, automation, tests
//! and benchmarks. No rule lives here.

mod commands;
mod console;
mod moment;
mod outcome;

use std::process::ExitCode;

use clap::Parser;

use crate::commands::Arguments;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let json = arguments.json;
    match commands::run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => stop.told(json),
    }
}
