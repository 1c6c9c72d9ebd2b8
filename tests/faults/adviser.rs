//! The office through the desk, as the window has it: what is told of a fault is told here.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use desk::{Caller, Desk, Failure, FailureKind, Moment, Outside, Progress, Viewer, calls};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::office::{PASSPHRASE, now};
use crate::tally::quick_folder;

struct NoViewer;

impl Viewer for NoViewer {
    fn show(&self, _: &Path) -> std::io::Result<()> {
        unreachable!("nothing is shown here")
    }
}

pub fn a_caller() -> Caller {
    // A day later each time, so that no wait after a wrong passphrase is left.
    let moment = Moment::at(now(), "Europe/Paris", Duration::from_secs(86_400));
    let outside = Outside { files: Arc::default(), viewer: Arc::new(NoViewer) };
    Caller { moment, outside, progress: Arc::new(Progress::untold()) }
}

pub fn call(desk: &mut Desk, name: &str, input: Value) -> Result<Value, Failure> {
    calls::answer(desk, name, input, &a_caller())
}

pub fn desk_of(office: &Path) -> Desk {
    Desk::at(office).with_smallest_keys()
}

pub fn unlock(desk: &mut Desk) -> Result<Value, Failure> {
    call(desk, "unlock", json!({ "passphrase": PASSPHRASE }))
}

/// Makes the office of a folder, open.
pub fn found(folder: &Path) -> Result<Desk, Failure> {
    let mut desk = desk_of(folder);
    let prepared = call(&mut desk, "prepare_office", json!({}))?;
    let asked = |place: usize| {
        let number = usize::try_from(prepared["asked"][place].as_u64().unwrap()).unwrap();
        prepared["recovery_code"][number - 1].clone()
    };
    let office = json!({ "name": "CCAS de Valbourg", "advisor": "Nadia Ferrand", "address": "", "phone": "",
        "passphrase": PASSPHRASE, "retyped": [asked(0), asked(1)] });
    call(&mut desk, "create_office", office)?;
    Ok(desk)
}

/// An office with so many dossiers, closed.
pub fn an_office(dossiers: u64) -> TempDir {
    let folder = quick_folder();
    let mut desk = found(folder.path()).unwrap();
    for number in 0..dossiers {
        record(&mut desk, number).unwrap();
    }
    folder
}

/// Records the request of a number.
pub fn record(desk: &mut Desk, number: u64) -> Result<Value, Failure> {
    let request = json!({ "last_name": "Delmas", "first_name": "Sonia", "origin": "referrer",
        "phone": "06 39 98 20 61", "email": "", "project": format!("Projet {number}"),
        "purpose": "", "amount": "2 000", "received_on": "", "next_date": "" });
    call(desk, "record_request", request)
}

/// A refusal says what happened and what to do, and never offers to erase.
#[track_caller]
pub fn assert_helps(refused: &Failure, context: &str) {
    let sentence = refused.sentence();
    assert!(refused.remedy.is_some(), "{context}: no next step after « {sentence} »");
    for word in ["Supprimez", "Effacez", "effacez le", "réinitialis", "panic", "SQL"] {
        assert!(!sentence.contains(word), "{context}: {sentence}");
    }
    if refused.kind == FailureKind::Damaged {
        assert!(sentence.contains("Rien n’a été effacé"), "{context}: {sentence}");
    }
}
