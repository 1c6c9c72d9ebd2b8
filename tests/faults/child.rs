//! The program that is killed: this test binary, run again with the folder of an
//! office, which says on a pipe each action it has been told is done.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::office::{create, do_action, unlock};

const FOLDER: &str = "ETRIER_FAULTS_FOLDER";
const RUN: &str = "ETRIER_FAULTS_RUN";
const DONE: &str = "done ";

/// What the program does until it is killed.
#[derive(Clone, Copy)]
pub enum Life {
    /// It makes an office.
    Creating,
    /// It records and undoes, run after run of the same office.
    Saving(u64),
}

/// Runs only as the program that is killed; nothing to test by itself.
#[test]
fn lives_until_killed() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let say = |action: u64| {
        // One write, so that what is read of it is whole; and past the test's own capture.
        let mut out = std::io::stdout().lock();
        out.write_all(format!("\n{DONE}{action}\n").as_bytes()).and_then(|()| out.flush()).unwrap();
    };
    let Some(run) = std::env::var(RUN).ok().and_then(|run| run.parse().ok()) else {
        drop(create(&folder).unwrap());
        say(1);
        return;
    };
    let (mut vault, _) = unlock(&folder).unwrap();
    for action in 0..100_000 {
        do_action(&mut vault, run, action);
        say(action + 1);
    }
}

/// Starts the program on an office, kills it once it has said so many actions and a while has
/// passed, and gives how many it had said in all.
pub fn killed_after(folder: &Path, life: Life, actions: u64, while_after: Duration) -> u64 {
    let (mut child, said, listener) = start(folder, life);
    let mut last = 0;
    while last < actions {
        match said.recv() {
            Ok(action) => last = action,
            Err(_) => break,
        }
    }
    let until = Instant::now() + while_after;
    while let Ok(action) = said.recv_timeout(until.saturating_duration_since(Instant::now())) {
        last = action;
    }
    child.kill().unwrap();
    child.wait().unwrap();
    listener.join().unwrap();
    said.try_iter().last().unwrap_or(last)
}

fn start(folder: &Path, life: Life) -> (Child, Receiver<u64>, JoinHandle<()>) {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "child::lives_until_killed", "--nocapture"]).env(FOLDER, folder).stdout(Stdio::piped());
    match life {
        Life::Creating => command.env_remove(RUN),
        Life::Saving(run) => command.env(RUN, run.to_string()),
    };
    let mut child = command.spawn().unwrap();
    let out = BufReader::new(child.stdout.take().unwrap());
    let (tell, said) = channel();
    let listener = std::thread::spawn(move || {
        for line in out.lines().map_while(Result::ok) {
            if let Some(action) = line.strip_prefix(DONE).and_then(|action| action.parse().ok()) {
                let _ = tell.send(action);
            }
        }
    });
    (child, said, listener)
}
