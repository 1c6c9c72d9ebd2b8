//! Bringing a database up to date, or refusing it.

use domain::dossier::{DossierId, Fact, FactId, NextDate, Request};
use domain::line::Line;
use sha2::{Digest, Sha256};

use super::world::*;
use crate::connection::{Opening, open};
use crate::header::Header;
use crate::keys::Purpose;
use crate::migrations::{STEPS, migrate, schema};
use crate::tables::{search, vault};
use crate::*;

/// Steps of a released Étrier, by what they run.
const RELEASED: [&str; 12] = [
    "6f8c162d3e471adc918ac6cabfa24a007b4a3e79bc29e798b18d125324191e86",
    "7df0525698beca20c550b21441942dde29a929fb3bcddf3089bf834c37dd7672",
    "6ede0e4e79b043e21052d54248afccacfe35da7e7ef092bfba976512539e2e23",
    "6bff6b91c17bfeba81e29605b854e4bbfcc144d8d444747711cb2fd268669806",
    "afe62273c9421dcb28c8a4e28652e07200284c747ff51792dbf058dd900d83af",
    "b93a2e74a5ba42e056daaccbb71632ba19975f9d85049649d76e6589954b4044",
    "99783e196c2647a42ea5b2b01fb7c12f49a87eedb81a8bd84e3cef909963f64d",
    "ef1b4d0a4370296cb2f025391425b0e8cc86d51883ded0d6901c2271536fa7c7",
    "64332621b0ef8cb0985fec825297484ff019948ca46471d991274f51664da62b",
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "a70bf0ad4ce3feb3744cb09571afa9d88927c9fd2ff3c482831871774c652637",
    "cc6876d778687bc61a6a08de7b146282c15b2ce40d2cb31e5607d0305f4b7a1b",
];

/// Steps of an Étrier to come.
const LANGUAGE: &[&str] = &["ALTER TABLE person ADD COLUMN language TEXT"];
const VISITS: &[&str] = &["CREATE TABLE visit (id INTEGER PRIMARY KEY) STRICT"];

/// The steps of today, then others.
fn then(others: &[&'static [&'static str]]) -> Vec<&'static [&'static str]> {
    [STEPS, others].concat()
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
fn missing_steps_run_in_order_and_empty_the_undo() {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "voiture");
    drop(vault);
    let mut raw = raw(&office);
    migrate(&mut raw, &then(&[LANGUAGE, VISITS]), |_| Ok(())).unwrap();
    assert_eq!(schema(&raw).unwrap(), STEPS.len() + 2);
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

/// Rows as the first Étrier wrote them: a request corrected twice, dates, one dossier that was taken back.
const FIRST_ROWS: &str = "
INSERT INTO person (id, title, last_name, birth_name, first_name, birth_place, phone, address, commune, occupation)
VALUES (1, 'madame', 'Delmas', '', 'Sonia', '', '0639982061', '', 'Valbourg', '');
INSERT INTO dossier (id, person, reference) VALUES (1, 1, '2026-001');
INSERT INTO dossier (id, person, reference) VALUES (2, 1, '2026-002');
INSERT INTO household_member (dossier, name, link, presence, share, reason)
VALUES (1, '', 'applicant', 'here', 'one', ''), (2, '', 'applicant', 'here', 'one', '');
INSERT INTO fact (id, dossier, kind, on_date, replaces, recorded_at, origin, project, purpose, amount_cents)
VALUES (1, 1, 'request_received', '2026-11-09', NULL, '2026-11-09T09:00:00.000Z', 'partner', 'voitûre', NULL, NULL),
       (3, 1, 'request_received', '2026-11-09', 1, '2026-11-09T09:10:00.000Z', 'partner', 'La « 106 » \\ \"diesel\"',
        NULL, 250000),
       (4, 2, 'request_received', '2026-11-10', NULL, '2026-11-10T09:00:00.000Z', 'self', '<b>permis</b>', 'licence', 0),
       (6, 1, 'request_received', '2026-11-08', 3, '2026-11-11T09:00:00.000Z', 'self', 'voiture', 'vehicle', 240050);
INSERT INTO fact (id, dossier, kind, on_date, replaces, recorded_at, next_on, what)
VALUES (2, 1, 'next_date_set', '2026-11-09', NULL, '2026-11-09T09:00:00.000Z', '2026-12-09', 'rappeler'),
       (5, 1, 'next_date_set', '2026-11-10', 2, '2026-11-10T10:00:00.000Z', '2026-12-10', '');
INSERT INTO fact (id, dossier, kind, on_date, recorded_at, next_on, what)
VALUES (9, 2, 'next_date_set', '2026-11-10', '2026-11-10T10:00:00.000Z', '2026-12-10', '');
DELETE FROM fact WHERE id = 9;
INSERT INTO budget_version (id, dossier, version, established_on) VALUES (1, 1, 1, '2026-11-12');
INSERT INTO budget_line (budget, entry, detail, amount_cents, frequency, certainty)
VALUES (1, 'rent', '', 61248, 'monthly', 'proved');
INSERT INTO undo_action (side, call, sentence, at) VALUES ('done', 'change_person', 'Fait.', '2026-11-12');
INSERT INTO dossier_line (dossier, reference, name, project, stage, next_what, search)
VALUES (1, '2026-001', 'Sonia Delmas', 'voiture', 'assessment', '', 'fantôme');
";

/// An office whose database has the first shape.
fn first_office(rows: &str) -> Office {
    let (office, vault) = Office::create();
    drop(vault);
    let header = Header::read(&std::fs::read(office.file("header")).unwrap()).unwrap();
    let key = header.open(Secret::Code(&office.code)).unwrap().derive(Purpose::Database).unwrap();
    std::fs::remove_file(office.database()).unwrap();
    let mut first = open(&office.database(), Opening::New, &key, &header.vault).unwrap();
    migrate(&mut first, &STEPS[..1], |first| {
        search::make_index(first)?;
        vault::name(first, &header.vault, now())
    })
    .unwrap();
    first.execute_batch(rows).unwrap();
    office
}

#[test]
fn what_a_released_step_runs_never_changes() {
    let steps: Vec<_> = STEPS.iter().map(|step| format!("{:x}", Sha256::digest(step.concat()))).collect();
    assert_eq!(steps[..RELEASED.len()], RELEASED);
}

#[test]
fn facts_of_the_first_shape_are_kept_to_the_letter_with_their_corrections() {
    let office = first_office(FIRST_ROWS);
    let (mut vault, told) = office.unlock().unwrap();
    assert_eq!(told, []);
    let asked = |on: &str, origin: &str, project: &str, purpose: Option<&str>, cents: Option<i64>| {
        let (origin, purpose) = (key(origin), purpose.map(key));
        let request = Request {
            received_on: day(on),
            origin,
            project: text(project),
            purpose,
            amount: cents.map(euros),
            how_heard: None,
            referrer: None,
        };
        Fact::RequestReceived(request)
    };
    let next = |set_on: &str, on: &str, what: &str| {
        Fact::NextDateSet(NextDate { set_on: day(set_on), on: day(on), what: Line::read(what).unwrap() })
    };
    let facts = |vault: &Vault, dossier| {
        let recorded = vault.read(|reader| reader.facts(DossierId(dossier))).unwrap();
        recorded.into_iter().map(|row| (row.id.0, row.replaces.map(|fact| fact.0), row.fact)).collect::<Vec<_>>()
    };
    let expected = [
        (1, None, asked("2026-11-09", "partner", "voitûre", None, None)),
        (2, None, next("2026-11-09", "2026-12-09", "rappeler")),
        (3, Some(1), asked("2026-11-09", "partner", "La « 106 » \\ \"diesel\"", None, Some(250_000))),
        (5, Some(2), next("2026-11-10", "2026-12-10", "")),
        (6, Some(3), asked("2026-11-08", "self", "voiture", Some("vehicle"), Some(240_050))),
    ];
    assert_eq!(facts(&vault, 1), expected);
    assert_eq!(facts(&vault, 2), [(4, None, asked("2026-11-10", "self", "<b>permis</b>", Some("licence"), Some(0)))]);
    assert_eq!(vault.undo_state().unwrap(), UndoState::default(), "images of the old shape are forgotten");
    happened(&mut vault, DossierId(1), &[expected[1].2.clone()]);
    assert_eq!(facts(&vault, 1)[5].0, 10, "a number once given is not given again");
    let bodies = "SELECT body, recorded_at FROM fact WHERE id IN (2, 10) ORDER BY id";
    let raw = raw(&office);
    let mut statement = raw.prepare(bodies).unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let rows: Vec<(String, String)> = rows.collect::<Result<_, _>>().unwrap();
    assert_eq!(rows[0].0, rows[1].0, "the migration writes what the program writes");
    assert_eq!(rows[0].1, "2026-11-09T09:00:00.000Z");
    assert_eq!(known(&vault, DossierId(1)).facts.request_id(), FactId(6));
}

#[test]
fn an_office_of_the_first_shape_has_its_lists_its_search_and_its_bilans() {
    let office = first_office(FIRST_ROWS);
    let (vault, _) = office.unlock().unwrap();
    assert_eq!(found(&vault, "delmas"), ["2026-001", "2026-002"]);
    assert_eq!(found(&vault, "fantome"), Vec::<String>::new());
    assert_eq!(vault.read(|reader| reader.report_rows()).unwrap().len(), 2);
    let known = known(&vault, DossierId(1));
    assert!(known.project.is_empty());
    assert_eq!(known.budget.unwrap().lines[0].after, None);
    let verdict = vault.verify().unwrap();
    assert_eq!((verdict.problems, verdict.schema, verdict.dossiers), (vec![], STEPS.len(), 2));
    drop(vault);
    assert_eq!(office.unlock().unwrap().1, [], "once is enough");
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

/// Pages in the file that nothing uses.
fn free_pages(office: &Office) -> i64 {
    raw(office).query_row("PRAGMA freelist_count", [], |row| row.get(0)).unwrap()
}

#[test]
fn no_page_is_kept_that_nothing_uses() {
    let header = |office: &Office| Header::read(&std::fs::read(office.file("header")).unwrap()).unwrap();
    let office = first_office(FIRST_ROWS);
    let key = header(&office).open(Secret::Code(&office.code)).unwrap().derive(Purpose::Database).unwrap();
    let older = open(&office.database(), Opening::Existing, &key, &header(&office).vault).unwrap();
    let filling = "PRAGMA auto_vacuum = NONE; VACUUM;
        CREATE TABLE filling (body TEXT) STRICT;
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 90)
        INSERT INTO filling SELECT hex(randomblob(2000)) FROM n;
        DROP TABLE filling;";
    older.execute_batch(filling).unwrap();
    drop(older);
    assert!(free_pages(&office) > 40, "an older office has some");
    let (mut vault, _) = office.unlock().unwrap();
    vault.aside(|writer| writer.keep_draft(None, "new_request", &"long ".repeat(9_000), now())).unwrap();
    drop(vault);
    assert_eq!(free_pages(&office), 0);
    let (mut vault, _) = office.unlock().unwrap();
    vault.aside(|writer| writer.drop_draft(None, "new_request")).unwrap();
    drop(vault);
    assert_eq!(free_pages(&office), 0, "nor once rows are gone");
}

#[test]
fn a_dossier_that_could_not_be_read_before_does_not_keep_the_others_away() {
    let damage = "DELETE FROM household_member WHERE dossier = 2";
    let office = first_office(&format!("{FIRST_ROWS}{damage}"));
    let (vault, _) = office.unlock().unwrap();
    assert_eq!(found(&vault, ""), ["2026-001"]);
    assert_eq!(vault.verify().unwrap().problems, [Problem::Line(DossierId(2))]);
}

#[test]
fn papers_keep_their_place_under_the_keys_the_command_line_promises() {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "voiture");
    drop(vault);
    let mut raw = raw(&office);
    let sent = r#"{"on":"2026-11-20","event":"letter_sent","subject":"KEY","until":null,"amount":null,"note":""}"#;
    let kept = |paper: &str, file: &str| {
        let (file, key, hash) = (file.repeat(32), "b".repeat(64), file.repeat(64));
        format!(
            "INSERT INTO kept_paper (dossier, file, file_key, hash, size, content, paper, fingerprint, reader, kept_at)
             VALUES (1, '{file}', '{key}', '{hash}', 9, '{hash}', '{paper}', '7F3K-02M1', '', '2026-11-20T12:00:00.000Z');"
        )
    };
    let noted = |key: &str| {
        let body = sent.replace("KEY", key);
        format!(
            "INSERT INTO fact (dossier, kind, on_date, recorded_at, body)
             VALUES (1, 'noted', '2026-11-20', '2026-11-20T12:00:00.000Z', '{body}');"
        )
    };
    let rows = [
        kept("session_sheet", "d"),
        kept("budget_sheet", "e"),
        noted("grant_letter"),
        noted("help_remains_letter"),
        "INSERT INTO setting (kind, key, valid_from, recorded_at, source, format, body)
         VALUES ('letter_text', 'end_of_loan_letter', '2026-11-20', '2026-11-20T12:00:00.000Z', 'Usage', 1, '{}');
         ALTER TABLE attachment DROP COLUMN part;
         ALTER TABLE attachment DROP COLUMN filed_on;
         ALTER TABLE attachment DROP COLUMN rotation;
         ALTER TABLE attachment DROP COLUMN content;
         PRAGMA user_version = 8"
            .to_owned(),
    ];
    raw.execute_batch(&rows.concat()).unwrap();
    migrate(&mut raw, STEPS, |_| Ok(())).unwrap();
    let all = |query: &str| {
        let mut statement = raw.prepare(query).unwrap();
        let found = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        found.collect::<Result<Vec<_>, _>>().unwrap()
    };
    assert_eq!(all("SELECT paper FROM kept_paper ORDER BY id"), ["committee_sheet", "budget_sheet"]);
    let subjects = "SELECT json_extract(body, '$.subject') FROM fact WHERE kind = 'noted' ORDER BY id";
    assert_eq!(all(subjects), ["approval_letter", "help_remains_letter"]);
    assert_eq!(all("SELECT key FROM setting WHERE kind = 'letter_text'"), ["loan_end_letter"]);
}
