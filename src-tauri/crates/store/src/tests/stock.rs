//! What an office starts with.

use domain::dossier::Direction;
use domain::project::Project;

use super::world::*;
use crate::*;

fn lines_of_journal(vault: &Vault) -> i64 {
    let count = "SELECT count(*) FROM access_journal";
    vault.with_connection(|own| own.query_row(count, [], |row| row.get(0)).map_err(StoreError::from)).unwrap()
}

#[test]
fn a_stock_is_there_at_once_and_nothing_of_it_is_undone() {
    let (_office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "scooter");
    let before = lines_of_journal(&vault);
    vault
        .stock(act("stock_demo"), |writer| {
            for place in 0..3 {
                let dossier = record(writer, &sonia(), &format!("voiture {place}"))?;
                writer.set_project(dossier, &Project { story: prose("Travail de nuit"), ..Project::default() })?;
                writer.insert_fact(dossier, None, &orientation("2026-11-10", Direction::Submit), now())?;
            }
            Ok::<_, StoreError>(())
        })
        .unwrap();
    assert_eq!(found(&vault, "nuit"), ["2026-002", "2026-003", "2026-004"]);
    assert_eq!(vault.read(|reader| reader.report_rows()).unwrap().len(), 4);
    assert_eq!(vault.verify().unwrap().problems, []);
    assert_eq!(lines_of_journal(&vault), before + 1);
    assert_eq!(vault.undo_state().unwrap(), UndoState::default());
    let dump = vault.dump().unwrap();
    recorded(&mut vault, &sonia(), "permis");
    vault.undo(now()).unwrap().unwrap();
    assert_eq!(vault.dump().unwrap(), dump, "what is done afterwards is undone as ever");
}

#[test]
fn a_stock_that_fails_leaves_the_office_as_it_was() {
    let (_office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "scooter");
    let (dump, state, journal) = (vault.dump().unwrap(), vault.undo_state().unwrap(), lines_of_journal(&vault));
    let failed: Result<(), StoreError> = vault.stock(act("stock_demo"), |writer| {
        record(writer, &sonia(), "voiture")?;
        Err(StoreError::Busy)
    });
    assert!(failed.is_err());
    assert_eq!((vault.dump().unwrap(), vault.undo_state().unwrap(), lines_of_journal(&vault)), (dump, state, journal));
    assert!(vault.aside(|writer| record(writer, &sonia(), "voiture")).is_err(), "changes are followed again");
    vault.undo(now()).unwrap().unwrap();
    assert_eq!(vault.read(|reader| reader.count_dossiers()).unwrap(), 0);
}
