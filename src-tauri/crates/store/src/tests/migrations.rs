//! Bringing a database up to date, or refusing it.

use super::world::*;
use crate::migrations::{STEPS, migrate, schema};
use crate::*;

const LATER: &[&[&str]] = &[
    STEPS[0],
    &["ALTER TABLE person ADD COLUMN language TEXT"],
    &["CREATE TABLE visit (id INTEGER PRIMARY KEY) STRICT"],
];

#[test]
fn a_database_from_a_later_etrier_is_refused_and_kept() {
    let (office, vault) = Office::create();
    drop(vault);
    raw(&office).execute_batch("PRAGMA user_version = 7; UPDATE vault SET app = '3.2.0'").unwrap();
    let before = std::fs::read(office.database()).unwrap();
    assert!(matches!(office.refusal(), StoreError::TooNew { needs } if needs == "3.2.0"));
    assert_eq!(std::fs::read(office.database()).unwrap(), before);
}

#[test]
fn missing_steps_run_in_order_and_empty_the_undo() {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "voiture");
    drop(vault);
    let mut raw = raw(&office);
    migrate(&mut raw, LATER, |_| Ok(())).unwrap();
    assert_eq!(schema(&raw).unwrap(), 3);
    let count =
        |table: &str| raw.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!((count("person"), count("visit"), count("undo_action"), count("undo_step")), (1, 0, 0, 0));
    drop(raw);
    assert!(matches!(office.refusal(), StoreError::TooNew { .. }), "the older program says so");
}

#[test]
fn a_step_that_fails_leaves_the_database_as_it_was() {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "voiture");
    let before = vault.dump().unwrap();
    drop(vault);
    let failing: [&[&[&str]]; 2] = [
        &[STEPS[0], LATER[1], &["CREATE TABLE person (id INTEGER PRIMARY KEY) STRICT"], LATER[2]],
        &[STEPS[0], LATER[1], &["UPDATE dossier SET person = 99"]],
    ];
    for steps in failing {
        let mut raw = raw(&office);
        assert!(migrate(&mut raw, steps, |_| Ok(())).is_err());
        assert_eq!(schema(&raw).unwrap(), 1);
    }
    let (mut vault, _) = office.unlock().unwrap();
    assert_eq!(vault.dump().unwrap(), before);
    assert!(vault.undo(now()).unwrap().is_some(), "what could be undone still can");
}
