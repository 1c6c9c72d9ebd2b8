//! Bringing a database up to date, or refusing it. Nothing was released before the schema of today: the later schema is
//! made up.

use domain::dossier::DossierId;
use sha2::{Digest, Sha256};

use super::world::*;
use crate::migrations::{STEPS, migrate, schema};
use crate::*;

/// Steps of a released Étrier, by what they run.
const RELEASED: [&str; 1] = ["afc50ccc4714fb177e89098a998e4a87800264b6197b97007639e8df21888094"];

/// Steps of an Étrier to come.
const LANGUAGE: &[&str] = &["ALTER TABLE person ADD COLUMN language TEXT"];
const VISITS: &[&str] = &["CREATE TABLE visit (id INTEGER PRIMARY KEY) STRICT"];

/// The steps of today, then others.
fn then(others: &[&'static [&'static str]]) -> Vec<&'static [&'static str]> {
    [STEPS, others].concat()
}

fn unlock_later(office: &Office) -> Result<(Vault, Vec<Told>), StoreError> {
    Vault::unlock_later(&office.vault(), Secret::Passphrase(PASSPHRASE), now(), &[LANGUAGE, VISITS])
}

#[test]
fn a_database_from_a_later_etrier_is_refused_and_kept() {
    let (office, vault) = Office::create();
    drop(vault);
    let later = STEPS.len() + 1;
    raw(&office).execute_batch(&format!("PRAGMA user_version = {later}; UPDATE vault SET app = '3.2.0'")).unwrap();
    let before = std::fs::read(office.database()).unwrap();
    assert!(matches!(office.refusal(), StoreError::TooNew { needs } if needs == "3.2.0"));
    assert_eq!(std::fs::read(office.database()).unwrap(), before);
}

#[test]
fn missing_steps_run_in_order_after_a_copy_and_empty_the_undo() {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "voiture");
    drop(vault);
    let (mut vault, told) = unlock_later(&office).unwrap();
    assert_eq!(told, []);
    assert_eq!(found(&vault, "delmas"), ["2026-001"]);
    assert!(vault.undo(now()).unwrap().is_none(), "images of the old shape are forgotten");
    let verdict = vault.verify().unwrap();
    assert_eq!((verdict.problems, verdict.schema, verdict.dossiers), (vec![], STEPS.len() + 2, 1));
    let copies = office.vault().copies().copies().unwrap();
    assert_eq!(copies.iter().map(|copy| copy.reason()).collect::<Vec<_>>(), [Some(Reason::BeforeUpgrade)]);
    drop(vault);
    assert!(matches!(office.refusal(), StoreError::TooNew { .. }), "the older program says so");
    assert_eq!(unlock_later(&office).unwrap().1, [], "once is enough");
}

#[test]
fn a_step_that_fails_leaves_the_database_as_it_was() {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "voiture");
    let before = vault.dump().unwrap();
    drop(vault);
    let failing = [
        then(&[LANGUAGE, &["CREATE TABLE person (id INTEGER PRIMARY KEY) STRICT"], VISITS]),
        then(&[LANGUAGE, &["UPDATE dossier SET person = 99"]]),
    ];
    for steps in failing {
        let mut raw = raw(&office);
        assert!(migrate(&mut raw, &steps, |_| Ok(())).is_err());
        assert_eq!(schema(&raw).unwrap(), STEPS.len());
    }
    let (mut vault, _) = office.unlock().unwrap();
    assert_eq!(vault.dump().unwrap(), before);
    assert!(vault.undo(now()).unwrap().is_some(), "what could be undone still can");
}

#[test]
fn what_a_released_step_runs_never_changes() {
    let steps: Vec<_> = STEPS.iter().map(|step| format!("{:x}", Sha256::digest(step.concat()))).collect();
    assert_eq!(steps[..RELEASED.len()], RELEASED);
}

#[test]
fn what_another_version_made_of_the_facts_is_made_anew() {
    let (office, mut vault) = Office::create();
    let dossier = recorded(&mut vault, &sonia(), "voiture");
    drop(vault);
    let older = "UPDATE vault SET app = '0.0.1'; UPDATE dossier_line SET stage = 'closed', search = 'fantôme'";
    raw(&office).execute_batch(older).unwrap();
    let (vault, _) = office.unlock().unwrap();
    assert_eq!(vault.verify().unwrap().problems, []);
    assert_eq!(found(&vault, "fantome"), Vec::<String>::new());
    assert!(vault.read(|reader| reader.lacks_tasks()).unwrap(), "its tasks are to be written again");
    assert!(vault.read(|reader| reader.tasks(dossier)).unwrap().is_empty());
}

#[test]
fn no_page_is_kept_that_nothing_uses() {
    let free =
        |office: &Office| -> i64 { raw(office).query_row("PRAGMA freelist_count", [], |row| row.get(0)).unwrap() };
    let (office, mut vault) = Office::create();
    vault.aside(|writer| writer.keep_draft(None, "new_request", &"long ".repeat(9_000), now())).unwrap();
    drop(vault);
    assert_eq!(free(&office), 0);
    let (mut vault, _) = office.unlock().unwrap();
    vault.aside(|writer| writer.drop_draft(None, "new_request")).unwrap();
    drop(vault);
    assert_eq!(free(&office), 0, "nor once rows are gone");
}

#[test]
fn a_dossier_that_could_not_be_read_before_does_not_keep_the_others_away() {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "voiture");
    let unread = recorded(&mut vault, &sonia(), "permis");
    drop(vault);
    raw(&office).execute_batch(&format!("DELETE FROM household_member WHERE dossier = {}", unread.0)).unwrap();
    let (vault, _) = unlock_later(&office).unwrap();
    assert_eq!(found(&vault, ""), ["2026-001"]);
    assert_eq!(vault.verify().unwrap().problems, [Problem::Line(DossierId(2))]);
}
