//! The office that is killed, and what one of its actions is.

use std::path::Path;

use chrono::{DateTime, Utc};
use domain::dossier::{DossierId, Fact, NextDate, Request};
use domain::household::Member;
use domain::line::Line;
use domain::person::Person;
use domain::settings::ListKey;
use store::{
    Act, Acted, DossierQuery, KeyCost, NewVault, RecoveryCode, Secret, StoreError, Told, Vault, VaultFolder, Writer,
};
use tempfile::TempDir;

use crate::tally::quick_folder;

pub const PASSPHRASE: &str = "cheval agrafe pile correct lundi";

/// What opens the delivered office.
pub const KEPT_PASSPHRASE: &str = "demonstration sans ecran";

pub fn now() -> DateTime<Utc> {
    "2026-11-20T08:12:00Z".parse().unwrap()
}

pub fn create(folder: &Path) -> Result<Vault, StoreError> {
    let code = RecoveryCode::generate().unwrap();
    Vault::create(
        &VaultFolder::at(folder),
        &NewVault { passphrase: PASSPHRASE, code: &code, cost: KeyCost::Smallest, settings: &[] },
        now(),
    )
}

pub fn unlock(folder: &Path) -> Result<(Vault, Vec<Told>), StoreError> {
    Vault::unlock(&VaultFolder::at(folder), Secret::Passphrase(PASSPHRASE), now())
}

/// What the n-th action of a run does: three requests are recorded, then the last is undone.
pub fn do_action(vault: &mut Vault, run: u64, action: u64) {
    if is_undo(action) {
        vault.undo(now()).unwrap();
        return;
    }
    let project = project(run, action);
    vault.aside(|writer| writer.keep_draft(None, "new_request", &project, now())).unwrap();
    vault
        .act(Act { call: "record_request", now: now() }, |writer| {
            let dossier = record(writer, &project)?;
            Ok::<_, StoreError>(Acted {
                value: (),
                sentence: "Demande enregistrée.".to_owned(),
                dossier: Some(dossier),
                fields: vec!["last_name", "project"],
                draft: Some((None, "new_request")),
            })
        })
        .unwrap();
}

/// The projects that are there once the first so many actions of a run are done, after those there before.
pub fn expected(before: &[String], run: u64, actions: u64) -> Vec<String> {
    let mut there = before.to_vec();
    for action in 0..actions {
        if is_undo(action) {
            there.pop();
        } else {
            there.push(project(run, action));
        }
    }
    there
}

/// The projects that are there, in the order they were recorded.
pub fn projects(vault: &Vault) -> Vec<String> {
    let everything =
        DossierQuery { search: String::new(), phase: None, among: None, archived: None, offset: 0, limit: 100_000 };
    let (mut lines, _) = vault.read(|reader| reader.dossier_lines(&everything)).unwrap();
    lines.sort_by_key(|(id, _)| *id);
    lines.into_iter().map(|(_, line)| line.project).collect()
}

fn is_undo(action: u64) -> bool {
    action % 4 == 3
}

fn project(run: u64, action: u64) -> String {
    format!("Projet {run} {action}")
}

fn record(writer: &Writer<'_>, project: &str) -> Result<DossierId, StoreError> {
    let line = |text: &str| Line::read(text).unwrap();
    let person = writer.insert_person(&Person::named(line("Delmas"), line("Sonia")))?;
    let number = writer.take_number(2026)?;
    let dossier = writer.insert_dossier(person, &format!("2026-{number:03}"))?;
    writer.insert_member(dossier, &Member::applicant())?;
    let received_on = now().date_naive();
    let request = Request {
        received_on,
        origin: ListKey::new("first_reception"),
        project: line(project),
        purpose: None,
        amount: None,
        how_heard: None,
        referrer: None,
    };
    writer.insert_fact(dossier, None, &Fact::RequestReceived(request), now())?;
    let next = NextDate { set_on: received_on, on: received_on, what: line("Rappeler") };
    writer.insert_fact(dossier, None, &Fact::NextDateSet(next), now())?;
    Ok(dossier)
}

/// A copy of the delivered office.
pub fn kept_office() -> TempDir {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("databases/schema-1");
    let folder = quick_folder();
    copy(&kept, folder.path());
    folder
}

/// Copies a folder and all that is in it.
pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, &target).unwrap();
        }
    }
}
