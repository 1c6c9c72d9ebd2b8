//! Erasing: what stays of a person once their dossiers are erased, byte by byte.

use domain::dossier::DossierId;
use domain::person::{Person, PersonId};
use domain::report::ReportRow;
use domain::retention::{ErasedCounts, RetentionDecision, RetentionKind};
use rusqlite::types::ValueRef;

use super::world::*;
use crate::*;

const NAME: &str = "Qzywwxar";
const PHONE: &str = "0639984107";
const NOTE: &str = "Kvothilde";

fn canary() -> Person {
    let phone = domain::contact::Phone::read(PHONE).unwrap();
    Person { phone: Some(phone), born_on: Some(day("1988-03-14")), ..Person::named(text(NAME), text("Wixolette")) }
}

/// Two dossiers of one person, another's between them, each with something in every corner.
fn office() -> (Office, Vault) {
    let (office, mut vault) = Office::create();
    let first = recorded(&mut vault, &canary(), &format!("scooter de {NOTE}"));
    recorded(&mut vault, &sonia(), "voiture");
    vault
        .act(act("record_request"), |writer| {
            let dossier = writer.insert_dossier(writer.person_of(first)?, "2026-900")?;
            writer.insert_member(dossier, &member("", domain::household::Link::Applicant))?;
            writer.insert_member(dossier, &member(NOTE, domain::household::Link::Child))?;
            writer.insert_fact(dossier, None, &request(NOTE), now())?;
            Ok::<_, StoreError>(acted(dossier, Some(dossier)))
        })
        .unwrap();
    vault
        .act(act("add_budget_line"), |writer| {
            writer.open_budget(first, 1, day("2026-11-10"))?;
            writer.insert_budget_line(first, &budget_line("rent", 45_000))?;
            writer.insert_statement_review(first, &statement_review(NOTE))?;
            let decided = RetentionDecision {
                kind: RetentionKind::Extended,
                decided_on: day("2026-11-20"),
                until: Some(day("2027-05-03")),
                reason: text(NOTE),
            };
            writer.insert_retention_decision(first, &decided, now())?;
            let exchange = domain::partner::Exchange {
                id: domain::partner::ExchangeId(0),
                with: domain::partner::Partner::Lender(key("banque_du_val")),
                dossier: Some(first),
                on: day("2026-11-09"),
                kind: domain::partner::ExchangeKind::Message,
                whom: text(""),
                note: text(NOTE),
                next_step: text(""),
                next_on: None,
            };
            writer.insert_exchange(&exchange)?;
            let written = WrittenPiece::invented();
            writer.insert_kept_paper(first, &kept_paper(&written, &text(NOTE)))?;
            Ok::<_, StoreError>(Acted { sentence: format!("Budget de {NAME}."), ..acted((), Some(first)) })
        })
        .unwrap();
    vault.undo(now()).unwrap();
    vault.redo(now()).unwrap();
    vault.aside(|writer| writer.keep_draft(Some(first), "interview", NOTE, now())).unwrap();
    vault.aside(|writer| writer.keep_draft(None, "request", &format!("{{\"last_name\":\"{NAME}\"}}"), now())).unwrap();
    (office, vault)
}

/// Every value of every table there is, those inside the search index included, and every page that is free.
fn everything(office: &Office) -> Vec<u8> {
    let raw = raw(office);
    let mut names = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").unwrap();
    let names: Vec<String> = names.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    assert!(names.iter().any(|name| name == "dossier_search_data"), "{names:?}");
    let mut out = Vec::new();
    for name in names.iter().filter(|name| *name != "dossier_search") {
        let mut all = raw.prepare(&format!("SELECT * FROM {name}")).unwrap();
        let columns = all.column_count();
        let mut rows = all.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for place in 0..columns {
                match row.get_ref(place).unwrap() {
                    ValueRef::Text(bytes) | ValueRef::Blob(bytes) => out.extend_from_slice(bytes),
                    ValueRef::Integer(number) => out.extend_from_slice(number.to_string().as_bytes()),
                    ValueRef::Real(_) | ValueRef::Null => {}
                }
                out.push(b'|');
            }
        }
    }
    raw.execute_batch("CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, dossier_search, row)").unwrap();
    let mut words = raw.prepare("SELECT term FROM temp.words").unwrap();
    for word in words.query_map([], |row| row.get::<_, String>(0)).unwrap() {
        out.extend_from_slice(word.unwrap().as_bytes());
        out.push(b'|');
    }
    out
}

#[test]
fn nothing_of_the_person_is_left_in_any_table_nor_in_the_index() {
    let (office, mut vault) = office();
    drop(vault);
    for word in [NAME, PHONE, NOTE, "Wixolette", "1988-03-14"] {
        assert!(contains(&everything(&office), word), "{word} is there before");
    }
    (vault, _) = office.unlock().unwrap();
    let erasure = vault.erase(&order(&[1, 3]), "erase_person", now()).unwrap();
    vault.compact().unwrap();
    drop(vault);
    let left = everything(&office);
    for word in [NAME, PHONE, NOTE, "Wixolette", "1988-03-14", "2026-900|"] {
        let registered = word == "2026-900|";
        assert!(registered || !contains(&left, word), "{word} is left");
    }
    assert!(contains(&left, "Delmas"), "the other person stays");
    let free: i64 = raw(&office).query_row("PRAGMA freelist_count", [], |row| row.get(0)).unwrap();
    assert_eq!(free, 0, "no page is left that nothing uses");
    let (vault, _) = office.unlock().unwrap();
    assert_eq!(vault.verify().unwrap().problems, []);
    assert_eq!(
        erasure.counts,
        ErasedCounts {
            people: 1,
            dossiers: 2,
            facts: 3,
            budget_lines: 1,
            pieces: 0,
            papers: 1,
            rows: 16,
            journal_lines: 5
        }
    );
    assert_eq!((erasure.references.join(" "), erasure.found_after), ("2026-001 2026-900".to_owned(), 0));
    assert_eq!(vault.undo_state().unwrap(), UndoState::default(), "nothing brings it back");
    assert_eq!(found(&vault, NAME), Vec::<String>::new());
    assert_eq!(found(&vault, ""), ["2026-002"]);
}

#[test]
fn a_form_of_no_dossier_with_the_name_in_other_letters_goes_too() {
    let (office, mut vault) = Office::create();
    let accented = Person { last_name: text("Élan-Béranger"), ..canary() };
    recorded(&mut vault, &accented, "scooter");
    for (form, name) in [("request", "ÉLAN-BÉRANGER"), ("interview", "elan beranger"), ("other", "Delmas")] {
        vault.aside(|writer| writer.keep_draft(None, form, &format!("{{\"last_name\":\"{name}\"}}"), now())).unwrap();
    }
    vault.erase(&order(&[1]), "erase_person", now()).unwrap();
    let left: Vec<String> = vault.read(|reader| reader.drafts()).unwrap().into_iter().map(|draft| draft.form).collect();
    assert_eq!(left, ["other"]);
    drop((vault, office));
}

/// Without the wiping of what is deleted the words stay in the file: the test above would see them.
#[test]
fn the_search_would_keep_the_words_without_its_own_wiping() {
    let (office, vault) = office();
    drop(vault);
    let raw = raw(&office);
    raw.execute_batch(
        "INSERT INTO dossier_search (dossier_search, rank) VALUES ('secure-delete', 0);
         INSERT INTO dossier_search (dossier_search, rowid, search)
         SELECT 'delete', dossier, search FROM dossier_line WHERE dossier IN (1, 3);
         PRAGMA defer_foreign_keys = ON;",
    )
    .unwrap();
    drop(raw);
    let raw = super::world::raw(&office);
    let blocks: Vec<Vec<u8>> = raw
        .prepare("SELECT block FROM dossier_search_data")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    assert!(blocks.iter().any(|block| contains(block, NAME)), "the index keeps what it was only told to forget");
}

#[test]
fn the_bilans_count_on_without_name_reference_or_birthday() {
    let (_office, mut vault) = office();
    let before = vault.read(|reader| reader.report_rows()).unwrap();
    vault.erase(&order(&[1, 3]), "erase_person", now()).unwrap();
    let (rows, past) = vault.read(|reader| Ok::<_, StoreError>((reader.report_rows()?, reader.past_rows()?))).unwrap();
    assert_eq!(rows.iter().map(|row| row.dossier.0).collect::<Vec<_>>(), [2]);
    assert_eq!(past.iter().map(|row| row.dossier.0).collect::<Vec<_>>(), [-1, -2], "each counts for itself");
    assert_eq!(past[0], ReportRow { dossier: DossierId(-1), born_on: Some(day("1988-01-01")), ..before[0].clone() });
    let figures_too = ErasureOrder { person: PersonId(2), keeps_figures: false, ..order(&[2]) };
    vault.erase(&figures_too, "erase_dossier", now()).unwrap();
    assert_eq!(vault.read(|reader| reader.past_rows()).unwrap().len(), 2);
}

#[test]
fn a_person_stays_while_another_dossier_of_theirs_does() {
    let (_office, mut vault) = office();
    let erasure = vault.erase(&order(&[1]), "erase_dossier", now()).unwrap();
    assert_eq!((erasure.counts.people, erasure.counts.dossiers), (0, 1));
    assert_eq!(found(&vault, NAME), ["2026-900"]);
    assert_eq!(vault.verify().unwrap().problems, []);
}

#[test]
fn the_register_numbers_its_lines_and_knows_them_again() {
    let (_office, mut vault) = office();
    let first = vault.erase(&order(&[1]), "erase_dossier", now()).unwrap();
    let second = vault.erase(&order(&[3]), "erase_dossier", now()).unwrap();
    assert_eq!((first.number.as_str(), second.number.as_str()), ("2026-01", "2026-02"));
    assert_eq!(vault.read(|reader| reader.erasures()).unwrap(), [second.clone(), first]);
    assert_eq!(second.fingerprint.len(), 19, "four groups of four");
    assert!(vault.is_own_erasure(&second).unwrap());
    let changed = domain::retention::Erasure { references: Vec::new(), ..second };
    assert!(!vault.is_own_erasure(&changed).unwrap());
}

#[test]
fn an_erasure_that_fails_erases_nothing() {
    let (office, mut vault) = office();
    drop(vault);
    let before = everything(&office);
    (vault, _) = office.unlock().unwrap();
    assert!(matches!(vault.erase(&order(&[1, 77]), "erase_person", now()), Err(StoreError::Gone { .. })));
    drop(vault);
    assert!(everything(&office) == before, "all or nothing");
}

/// A table added later with a dossier in it is followed by undo, hence erased, or told here why not.
#[test]
fn every_table_about_a_dossier_is_erased_with_it() {
    let (office, vault) = office();
    drop(vault);
    let raw = raw(&office);
    let about = "SELECT DISTINCT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
                 WHERE m.type = 'table' AND c.name IN ('dossier', 'person') ORDER BY m.name";
    let names: Vec<String> =
        raw.prepare(about).unwrap().query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    // The journal keeps the number alone; undo is emptied; the others are taken out by hand.
    let known = ["access_journal", "undo_action", "undo_step", "dossier_line", "report_row", "draft"];
    let tracked = crate::tables::undo::track(&raw).unwrap();
    for name in names.iter().filter(|name| !known.contains(&name.as_str())) {
        let followed = tracked.iter().any(|table| table.name == name && table.is_of_a_dossier());
        assert!(followed, "{name}");
    }
}

#[test]
fn what_is_held_of_a_person_is_every_row_of_every_table() {
    let (_office, vault) = office();
    let held = vault.held_of_dossier(DossierId(1)).unwrap();
    let of = |name: &str| held.iter().find(|(table, _)| *table == name).map(|(_, rows)| rows.clone()).unwrap();
    assert_eq!((of("fact").len(), of("budget_line").len(), of("retention_decision").len()), (2, 1, 1));
    assert!(of("statement_review")[0].contains(NOTE));
    let person = vault.held_of_person(PersonId(1)).unwrap();
    assert!(person[0].1[0].contains(PHONE));
}
