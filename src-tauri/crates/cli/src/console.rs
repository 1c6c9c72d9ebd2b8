//! The desk as a command uses it: opened with the secret at hand, then called by name.

use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use chrono::NaiveDate;
use desk::{Caller, Desk, Files, Outside, Place, Progress, Viewer, calls};
use serde_json::{Value, json};

use crate::moment::moment;
use crate::outcome::Stop;

/// A desk at the terminal.
pub(crate) struct Console {
    desk: Desk,
    today: Option<NaiveDate>,
    started: Instant,
    files: Arc<Files>,
    over: Over,
}

/// What becomes of a file that lies where one is to be written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Over {
    /// It stays, and the command is refused.
    Never,
    /// It goes: that was asked for.
    Asked,
}

impl Console {
    /// The desk of a folder, of the stick the program is on, or of the user's own.
    pub(crate) fn at(office: Option<PathBuf>, today: Option<NaiveDate>) -> Result<Self, Stop> {
        let is_named = office.is_some();
        let place = Place::found(office).ok_or_else(|| {
            Stop::Usage("Votre dossier personnel est introuvable. Indiquez-en un avec --office DOSSIER.".to_owned())
        })?;
        let desk = Desk::at(place.folder());
        // Never on the user's own office: only on one that was named, by a program that is being worked on.
        let smallest =
            cfg!(debug_assertions) && is_named && std::env::var_os("ETRIER_KDF").is_some_and(|cost| cost == "smallest");
        let desk = if smallest { desk.with_smallest_keys() } else { desk };
        Ok(Self { desk, today, started: Instant::now(), files: Arc::new(Files::default()), over: Over::Never })
    }

    /// Writes over files that are there from now on.
    pub(crate) fn overwrite(&mut self) {
        self.over = Over::Asked;
    }

    /// Opens the office with the recovery code or the passphrase at hand, or asks for the passphrase.
    pub(crate) fn open(&mut self) -> Result<(), Stop> {
        if let Some(code) = secret("ETRIER_RECOVERY_CODE") {
            return self.call("unlock_with_code", json!({ "code": code })).map(drop);
        }
        // Whether there is an office at all is told before a passphrase is asked.
        let status = self.call("status", json!({}))?;
        if status.get("state").is_some_and(|state| state == "none") {
            let sentence = "Il n’y a pas encore de coffre dans ce dossier. Créez-le avec « etrier-cli init ».";
            return Err(desk::Failure::refused(sentence).into());
        }
        let passphrase = passphrase("Phrase secrète : ")?;
        self.call("unlock", json!({ "passphrase": passphrase })).map(drop)
    }

    /// Makes a call and waits for its answer.
    pub(crate) fn call(&mut self, name: &str, input: Value) -> Result<Value, Stop> {
        let caller = self.caller();
        Ok(calls::answer(&mut self.desk, name, input, &caller)?)
    }

    /// Answers `{"command": "call", "name": …, "input": …}`, or `bytes`, whatever the answer is.
    pub(crate) fn answer(&mut self, asked: &Value) -> Value {
        let name = asked.get("name").and_then(Value::as_str).unwrap_or("");
        let (input, caller) = (asked.get("input").cloned().unwrap_or_default(), self.caller());
        let answer = match asked.get("command").and_then(Value::as_str) {
            Some("bytes") => calls::bytes(&mut self.desk, name, input, &caller).map(Value::from),
            Some(_) | None => calls::answer(&mut self.desk, name, input, &caller),
        };
        answer.map_or_else(|failure| json!({ "failure": failure }), |done| json!({ "done": done }))
    }

    /// Every row of a list, page after page.
    pub(crate) fn rows(&mut self, name: &str, input: impl Fn(usize) -> Value) -> Result<Vec<Value>, Stop> {
        let mut rows: Vec<Value> = Vec::new();
        loop {
            let page = self.call(name, input(rows.len()))?;
            match page.get("rows").and_then(Value::as_array) {
                Some(found) if !found.is_empty() => rows.extend(found.iter().cloned()),
                Some(_) | None => return Ok(rows),
            }
        }
    }

    /// Offers a file to the calls under a handle.
    pub(crate) fn offer(&self, handle: &str, path: &Path) {
        match self.over {
            Over::Never => self.files.offer(handle, path.to_owned()),
            Over::Asked => self.files.offer_over(handle, path.to_owned()),
        }
    }

    fn caller(&self) -> Caller {
        let progress = if std::io::stderr().is_terminal() { Progress::told_to(told) } else { Progress::untold() };
        Caller {
            moment: moment(self.today, self.started),
            outside: Outside { files: Arc::clone(&self.files), viewer: Arc::new(NoViewer) },
            progress: Arc::new(progress),
        }
    }
}

/// The passphrase of a new office: from the environment, or asked twice.
pub(crate) fn new_passphrase() -> Result<String, Stop> {
    if let Some(phrase) = secret("ETRIER_PASSPHRASE") {
        return Ok(phrase);
    }
    let first = passphrase("Phrase secrète, au moins 12 caractères ou cinq mots : ")?;
    let second = passphrase("La même, encore une fois : ")?;
    if first == second {
        Ok(first)
    } else {
        Err(Stop::Usage("Les deux phrases diffèrent. Rien n’a été créé.".to_owned()))
    }
}

/// Writes lines to stdout; a closed pipe ends the command quietly.
pub(crate) fn print(text: &str) -> Result<(), Stop> {
    match writeln!(std::io::stdout(), "{text}") {
        Err(cause) if cause.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Stop::Outside(format!("La sortie n’a pas pu être écrite : {cause}.")))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}

/// The passphrase and the recovery code at hand, one of them empty; the passphrase is asked for when there is none.
pub(crate) fn secrets() -> Result<(String, String), Stop> {
    match secret("ETRIER_RECOVERY_CODE") {
        Some(code) => Ok((String::new(), code)),
        None => Ok((passphrase("Phrase secrète de la copie : ")?, String::new())),
    }
}

fn passphrase(prompt: &str) -> Result<String, Stop> {
    if let Some(phrase) = secret("ETRIER_PASSPHRASE") {
        return Ok(phrase);
    }
    rpassword::prompt_password(prompt).map_err(|_| {
        Stop::Usage("Aucune phrase secrète : tapez-la au terminal, ou donnez-la dans ETRIER_PASSPHRASE.".to_owned())
    })
}

fn secret(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn told(done: u32, of: u32) {
    // Progress that cannot be shown is no reason to stop.
    let _ = write!(std::io::stderr(), "\r{done} sur {of}")
        .and_then(|()| if done == of { writeln!(std::io::stderr()) } else { Ok(()) });
}

/// The command line opens nothing by itself.
struct NoViewer;

impl Viewer for NoViewer {
    fn show(&self, _: &Path) -> std::io::Result<()> {
        Err(std::io::ErrorKind::Unsupported.into())
    }
}
