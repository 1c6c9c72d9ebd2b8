//! The program that is killed: this test binary, run again with the folder of an
//! office, which says on a pipe each action it has been told is done.

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use store::VaultFolder;

use crate::attachments::attach;
use crate::copies::{copy_once, restore};
use crate::erasing::{DOSSIERS, erase_first, opened};
use crate::importing::take_over;
use crate::office::{create, do_action, unlock};
use crate::power::upgraded;
use crate::secrets::{change, opened_with, renew};

const FOLDER: &str = "ETRIER_FAULTS_FOLDER";
const LIFE: &str = "ETRIER_FAULTS_LIFE";
const RUN: &str = "ETRIER_FAULTS_RUN";
const DONE: &str = "done ";
/// More than any program does before it is killed.
const MANY: u64 = 100_000;

/// What the program does until it is killed, or until it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Life {
    /// It makes an office.
    Creating,
    /// It records and undoes, run after run of the same office.
    Saving(u64),
    /// It brings an older office up to date.
    Upgrading,
    /// It makes copies, so many at most.
    Copying(u64),
    /// It changes its passphrase, so many times at most.
    Rekeying(u64),
    /// It renews its key, so many times at most.
    Renewing(u64),
    /// It attaches a scan, so many times at most.
    Attaching(u64),
    /// It erases its dossiers, one after the other.
    Erasing,
    /// It takes a register over.
    Importing,
    /// It puts the oldest copy back and takes that back, so many times at most.
    Restoring(u64),
    /// It opens an office that has to be put right.
    Recovering,
}

impl Life {
    fn words(self) -> (&'static str, u64) {
        match self {
            Self::Creating => ("creating", 0),
            Self::Saving(run) => ("saving", run),
            Self::Upgrading => ("upgrading", 0),
            Self::Copying(times) => ("copying", times),
            Self::Attaching(times) => ("attaching", times),
            Self::Erasing => ("erasing", 0),
            Self::Importing => ("importing", 0),
            Self::Rekeying(times) => ("rekeying", times),
            Self::Renewing(times) => ("renewing", times),
            Self::Restoring(times) => ("restoring", times),
            Self::Recovering => ("recovering", 0),
        }
    }

    /// The command that runs this program as that life; the words of `before` come first.
    pub fn command(self, folder: &Path, before: &[&str]) -> Command {
        let own = std::env::current_exe().unwrap();
        let mut command = match before.split_first() {
            None => Command::new(&own),
            Some((program, arguments)) => {
                let mut command = Command::new(program);
                command.args(arguments).arg(&own);
                command
            }
        };
        let (life, run) = self.words();
        command.args(["--exact", "child::lives_until_killed", "--nocapture"]);
        command.env(FOLDER, folder).env(LIFE, life).env(RUN, run.to_string());
        command
    }
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
    let run: u64 = std::env::var(RUN).unwrap().parse().unwrap();
    // Alive: from now on it may be killed.
    say(0);
    match std::env::var(LIFE).unwrap().as_str() {
        "creating" => {
            drop(create(&folder).unwrap());
            say(1);
        }
        "saving" => {
            let (mut vault, _) = unlock(&folder).unwrap();
            for action in 0..MANY {
                do_action(&mut vault, run, action);
                say(action + 1);
            }
        }
        "upgrading" => {
            upgraded(&folder).unwrap();
            say(1);
        }
        "copying" => {
            let (vault, _) = unlock(&folder).unwrap();
            for copy in 0..run {
                copy_once(&vault).unwrap();
                say(copy + 1);
            }
        }
        life @ ("rekeying" | "renewing") => {
            let (mut vault, _) = opened_with(&folder, 0).unwrap();
            for turn in 0..run {
                if life == "rekeying" { change(&mut vault, turn) } else { renew(&mut vault, turn) }.unwrap();
                say(turn + 1);
            }
        }
        "attaching" => {
            let mut desk = opened(&folder).unwrap();
            for scan in 0..run {
                attach(&mut desk).unwrap();
                say(scan + 1);
            }
        }
        "erasing" => {
            let mut desk = opened(&folder).unwrap();
            for dossier in 0..DOSSIERS {
                erase_first(&mut desk).unwrap();
                say(dossier + 1);
            }
        }
        "importing" => {
            take_over(&mut opened(&folder).unwrap()).unwrap();
            say(1);
        }
        "restoring" => {
            let folder = VaultFolder::at(&folder);
            for turn in 0..run {
                restore(&folder, turn).unwrap();
                say(turn + 1);
            }
        }
        "recovering" => {
            drop(unlock(&folder).unwrap());
            say(1);
        }
        life => panic!("nobody lives {life}"),
    }
}

/// Starts the program on an office, kills it once it has said so many actions and a while has
/// passed, and gives how many it had said in all.
pub fn killed_after(folder: &Path, life: Life, actions: u64, while_after: Duration) -> u64 {
    let (mut child, said, listener) = start(folder, life);
    let mut last = said.recv().unwrap_or_default();
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
    let mut child = life.command(folder, &[]).stdout(Stdio::piped()).spawn().unwrap();
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
