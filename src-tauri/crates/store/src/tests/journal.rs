//! The access journal.

use rusqlite::Connection;

use super::world::*;
use crate::*;

fn office() -> Office {
    let (office, mut vault) = Office::create();
    for place in 0..6 {
        recorded(&mut vault, &sonia(), &format!("projet {place}"));
    }
    vault.undo(now()).unwrap();
    vault.note(JournalEntry { call: "lock", dossier: None, fields: &[], now: now() }).unwrap();
    drop(vault);
    office
}

fn calls(office: &Office) -> Vec<(String, Option<i64>, String)> {
    let raw = raw(office);
    let mut statement = raw.prepare("SELECT call, dossier, fields FROM access_journal ORDER BY seq").unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    rows.collect::<Result<_, _>>().unwrap()
}

#[test]
fn every_action_leaves_a_line_with_names_of_fields_only() {
    let calls = calls(&office());
    assert_eq!(calls.len(), 8);
    assert_eq!(calls[0], ("record_request".to_owned(), Some(1), "project".to_owned()));
    assert_eq!(calls[6], ("undo".to_owned(), Some(6), String::new()));
    assert_eq!(calls[7], ("lock".to_owned(), None, String::new()));
}

#[test]
fn a_value_is_refused_where_a_name_belongs() {
    let (_office, mut vault) = Office::create();
    for field in ["Sonia Delmas", "06 39", "", "é", &"a".repeat(65)] {
        let entry = JournalEntry { call: "unlock", dossier: None, fields: &[field], now: now() };
        assert!(matches!(vault.note(entry), Err(StoreError::NotAFieldName)), "{field}");
    }
}

#[test]
fn lines_are_neither_changed_nor_taken_out() {
    let office = office();
    let raw = raw(&office);
    assert!(raw.execute("UPDATE access_journal SET call = 'x'", []).is_err());
    assert!(raw.execute("DELETE FROM access_journal", []).is_err());
}

#[test]
fn any_alteration_is_seen_from_its_line_on() {
    type Alteration = fn(&Connection);
    let alterations: [(i64, Alteration); 6] = [
        (3, |raw| assert!(raw.execute("UPDATE access_journal SET dossier = 1 WHERE seq = 3", []).is_ok())),
        (4, |raw| assert!(raw.execute("DELETE FROM access_journal WHERE seq = 4", []).is_ok())),
        (7, |raw| assert!(raw.execute("DELETE FROM access_journal WHERE seq >= 7", []).is_ok())),
        (1, |raw| assert!(raw.execute("DELETE FROM access_journal", []).is_ok())),
        (2, |raw| assert!(raw.execute("UPDATE access_journal SET hash = zeroblob(32) WHERE seq = 2", []).is_ok())),
        (9, |raw| {
            let copied = "INSERT INTO access_journal SELECT 9, at, call, dossier, fields, app, hash
                          FROM access_journal WHERE seq = 8";
            raw.execute(copied, []).unwrap();
        }),
    ];
    for (line, alter) in alterations {
        let office = office();
        let raw = raw(&office);
        raw.execute_batch("DROP TRIGGER access_journal_keeps; DROP TRIGGER access_journal_stays").unwrap();
        alter(&raw);
        drop(raw);
        let (mut vault, _) = office.unlock().unwrap();
        assert_eq!(vault.verify().unwrap().problems, [Problem::Journal { line }]);
        vault.note(JournalEntry { call: "unlock", dossier: None, fields: &[], now: now() }).unwrap();
        assert_eq!(vault.verify().unwrap().problems, [Problem::Journal { line }], "later lines do not hide it");
    }
}
