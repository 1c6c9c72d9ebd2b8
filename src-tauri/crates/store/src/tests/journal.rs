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

/// An office with lines of three months.
fn aged() -> (Office, Vault) {
    let (office, mut vault) = Office::create();
    for (place, at) in (0..).zip(["2026-09-01", "2026-09-20", "2026-10-19", "2026-10-20", "2026-11-01", "2026-11-20"]) {
        let now = format!("{at}T08:12:00Z").parse().unwrap();
        let call = ["unlock", "lock"][place % 2];
        vault.note(JournalEntry { call, dossier: None, fields: &[], now }).unwrap();
    }
    (office, vault)
}

fn let_go(vault: &mut Vault, older_than: &str, today: &str) -> u64 {
    let entry = JournalEntry { call: "let_journal_go", dossier: None, fields: &[], now: now() };
    vault.let_journal_go(format!("{older_than}T00:00:00Z").parse().unwrap(), day(today), entry).unwrap()
}

#[test]
fn lines_past_the_legal_time_go_and_the_chain_holds() {
    let (office, mut vault) = aged();
    assert_eq!(let_go(&mut vault, "2026-10-20", "2026-11-20"), 3, "those of a month ago to the day stay");
    assert_eq!(
        vault.journal_verdict().unwrap(),
        JournalVerdict { lines: 4, broken: None, gone: Some((3, day("2026-11-20"))), doubts: vec![] }
    );
    assert_eq!(let_go(&mut vault, "2026-11-10", "2026-11-20"), 0, "once a day");
    assert_eq!(let_go(&mut vault, "2026-11-10", "2026-11-21"), 2);
    assert_eq!(let_go(&mut vault, "2030-01-01", "2026-11-22"), 2, "the newest line always stays");
    assert_eq!(vault.verify().unwrap().problems, []);
    drop(vault);
    assert!(raw(&office).execute("DELETE FROM access_journal", []).is_err(), "what keeps the lines is back");
    let (vault, _) = office.unlock().unwrap();
    let query = JournalQuery { limit: 100, ..JournalQuery::default() };
    let (lines, found) = vault.read(|reader| reader.journal_lines(&query)).unwrap();
    assert_eq!(found, 2);
    assert_eq!(lines.iter().map(|line| line.call.as_str()).collect::<Vec<_>>(), ["let_journal_go"; 2]);
}

#[test]
fn a_line_out_of_order_in_time_keeps_those_after_it() {
    let (_office, mut vault) = aged();
    // The clock was wrong one day: the line of November is before that of August.
    let now = "2026-08-01T08:12:00Z".parse().unwrap();
    vault.note(JournalEntry { call: "unlock", dossier: None, fields: &[], now }).unwrap();
    assert_eq!(let_go(&mut vault, "2026-10-25", "2026-11-20"), 4);
    assert_eq!(vault.verify().unwrap().problems, []);
}

#[test]
fn an_anchor_moved_by_hand_is_seen() {
    type Alteration = fn(&Connection);
    let alterations: [(i64, Alteration); 6] = [
        // Lines taken out from the front, and the anchor moved to where they stopped.
        (4, |raw| {
            let moved = "UPDATE journal_anchor SET (seq, hash) = (SELECT seq, hash FROM access_journal WHERE seq = 4)";
            raw.execute_batch(&format!("{moved}; DELETE FROM access_journal WHERE seq <= 4")).unwrap();
        }),
        (3, |raw| assert!(raw.execute("UPDATE journal_anchor SET hash = zeroblob(32)", []).is_ok())),
        (3, |raw| assert!(raw.execute("UPDATE journal_anchor SET let_go_on = '2020-01-01'", []).is_ok())),
        (1, |raw| assert!(raw.execute("DELETE FROM journal_anchor", []).is_ok())),
        (5, |raw| assert!(raw.execute("DELETE FROM access_journal WHERE seq = 5", []).is_ok())),
        (7, |raw| assert!(raw.execute("DELETE FROM access_journal WHERE seq = 7", []).is_ok())),
    ];
    for (line, alter) in alterations {
        let (office, mut vault) = aged();
        assert_eq!(let_go(&mut vault, "2026-10-20", "2026-11-20"), 3);
        drop(vault);
        let raw = raw(&office);
        raw.execute_batch("DROP TRIGGER access_journal_keeps; DROP TRIGGER access_journal_stays").unwrap();
        alter(&raw);
        drop(raw);
        let (mut vault, _) = office.unlock().unwrap();
        assert_eq!(vault.journal_verdict().unwrap().broken, Some(line));
        assert_eq!(let_go(&mut vault, "2026-11-10", "2026-11-21"), 0, "evidence is kept");
    }
}

#[test]
fn an_older_journal_put_in_place_of_the_newer_is_seen() {
    let (office, mut vault) = aged();
    let_go(&mut vault, "2026-10-20", "2026-11-20");
    drop(vault);
    let raw = raw(&office);
    raw.execute_batch(
        "DROP TRIGGER access_journal_keeps; DROP TRIGGER access_journal_stays;
         CREATE TEMP TABLE older AS SELECT * FROM access_journal WHERE seq <= 5;
         DELETE FROM access_journal;
         INSERT INTO access_journal SELECT * FROM older;",
    )
    .unwrap();
    drop(raw);
    let (vault, _) = office.unlock().unwrap();
    assert_eq!(
        vault.journal_verdict().unwrap(),
        JournalVerdict { lines: 2, broken: Some(6), gone: Some((3, day("2026-11-20"))), doubts: vec![] }
    );
}

#[test]
fn lines_are_found_by_dossier_by_call_and_by_day() {
    let office = office();
    let (vault, _) = office.unlock().unwrap();
    let count =
        |query: JournalQuery| vault.read(|reader| reader.journal_lines(&JournalQuery { limit: 3, ..query })).unwrap().1;
    assert_eq!(count(JournalQuery::default()), 8);
    assert_eq!(count(JournalQuery { dossier: Some(domain::dossier::DossierId(6)), ..JournalQuery::default() }), 2);
    assert_eq!(count(JournalQuery { calls: Some(vec!["lock", "undo"]), ..JournalQuery::default() }), 2);
    assert_eq!(count(JournalQuery { before: Some(now()), ..JournalQuery::default() }), 0);
    assert_eq!(count(JournalQuery { from: Some(now()), ..JournalQuery::default() }), 8);
}

#[test]
fn two_openings_years_ahead_take_no_line_of_the_year_away() {
    let (_office, mut vault) = Office::create();
    let at = |day: &str| format!("{day}T08:12:00Z").parse().unwrap();
    let note = |vault: &mut Vault, day: &str| {
        vault.note(JournalEntry { call: "unlock", dossier: None, fields: &[], now: at(day) }).unwrap();
    };
    for month in 1..=11 {
        note(&mut vault, &format!("2026-{month:02}-20"));
    }
    for (today, before) in [("2031-01-01", "2030-01-01"), ("2031-01-02", "2030-01-02"), ("2031-03-01", "2030-03-01")] {
        let gone = let_go(&mut vault, before, today);
        assert!(gone <= 1, "{today}: {gone} lines went");
        note(&mut vault, today);
    }
    let verdict = vault.journal_verdict().unwrap();
    assert!(verdict.lines >= 12, "{verdict:?}");
    assert_eq!(verdict.gone, Some((1, day("2031-03-01"))), "what went is told");
}
