//! Lists and search.

use domain::contact::Phone;
use domain::dossier::Phase;
use domain::person::Person;
use proptest::prelude::*;

use super::world::*;
use crate::*;

fn person(first: &str, last: &str, phone: &str) -> Person {
    Person { phone: Some(Phone::read(phone).unwrap()), ..Person::named(text(last), text(first)) }
}

/// Four requests, 2026-001 to 2026-004.
fn office() -> (Office, Vault) {
    let (office, mut vault) = Office::create();
    recorded(&mut vault, &sonia(), "Remplacer la voiture");
    recorded(&mut vault, &person("Zoé", "L’Hôpital-Müller", "05 36 49 12 34"), "Soins dentaires");
    recorded(&mut vault, &person("Éléonore", "Cœur", "06 39 98 11 22"), "Permis, formation d’aide-soignante");
    recorded(&mut vault, &person("Samira", "Vauclerc", "06 39 98 33 44"), "Voiture d’occasion");
    (office, vault)
}

#[test]
fn a_dossier_is_found_by_any_part_of_it_accents_or_not() {
    let (_office, vault) = office();
    for (typed, expected) in [
        ("delmas", vec!["2026-001"]),
        ("DELMAS sonia", vec!["2026-001"]),
        ("son del", vec!["2026-001"]),
        ("zoe", vec!["2026-002"]),
        ("ZOÉ", vec!["2026-002"]),
        ("hopital", vec!["2026-002"]),
        ("l'hopital", vec!["2026-002"]),
        ("muller", vec!["2026-002"]),
        ("coeur", vec!["2026-003"]),
        ("cœur", vec!["2026-003"]),
        ("e\u{301}le\u{301}o", vec!["2026-003"]),
        ("aide soignante", vec!["2026-003"]),
        ("voit", vec!["2026-001", "2026-004"]),
        ("voiture samira", vec!["2026-004"]),
        ("0639982061", vec!["2026-001"]),
        ("06 39 98 20", vec!["2026-001"]),
        ("063 998 20", vec!["2026-001"]),
        ("98 20 61 sonia", vec!["2026-001"]),
        ("06.39.98", vec!["2026-001", "2026-003", "2026-004"]),
        ("2026-003", vec!["2026-003"]),
        ("003", vec!["2026-003"]),
        ("s", vec!["2026-001", "2026-002", "2026-003", "2026-004"]),
        ("delmas zoe", vec![]),
        ("elmas", vec![]),
    ] {
        assert_eq!(found(&vault, typed), expected, "{typed}");
    }
    assert_eq!(found(&vault, ""), ["2026-001", "2026-002", "2026-003", "2026-004"]);
    assert_eq!(found(&vault, " \" * ("), ["2026-001", "2026-002", "2026-003", "2026-004"], "no word, no choice");
}

#[test]
fn a_dossier_is_found_by_the_story_of_its_project_and_by_its_quotes() {
    let (_office, mut vault) = office();
    let dossier = vault.read(|reader| reader.dossier_with_reference("2026-002")).unwrap().unwrap();
    let quoted = vault
        .act(act("change_project"), |writer| {
            let project = domain::project::Project {
                story: prose("Deux couronnes.\nAucune mutuelle."),
                ..writer.project(dossier)?
            };
            writer.set_project(dossier, &project)?;
            let quoted = writer.insert_quote(dossier, &quote("Cabinet Ménard", 120_000))?;
            Ok::<_, StoreError>(acted(quoted, Some(dossier)))
        })
        .unwrap();
    for typed in ["couronnes", "mutuelle", "menard", "cabinet couronne"] {
        assert_eq!(found(&vault, typed), ["2026-002"], "{typed}");
    }
    vault
        .act(act("remove_quote"), |writer| {
            writer.delete_quote(dossier, quoted)?;
            Ok::<_, StoreError>(acted((), Some(dossier)))
        })
        .unwrap();
    assert_eq!(found(&vault, "menard"), Vec::<String>::new());
    vault.undo(now()).unwrap();
    assert_eq!(found(&vault, "menard"), ["2026-002"]);
}

#[test]
fn operators_of_the_search_engine_are_only_words() {
    let (_office, vault) = office();
    for typed in
        ["delmas OR zoe", "NOT delmas", "NEAR(sonia delmas)", "search:delmas", "delmas AND", "^delmas\"", "\u{0}"]
    {
        let _ = found(&vault, typed);
    }
    assert_eq!(found(&vault, "\"delmas\""), ["2026-001"]);
    assert_eq!(found(&vault, "delmas*"), ["2026-001"]);
    assert_eq!(found(&vault, "sonia OR zoe"), Vec::<String>::new());
    assert_eq!(found(&vault, &"delmas ".repeat(200_000)), ["2026-001"]);
    assert_eq!(found(&vault, &"d".repeat(1_000_000)), Vec::<String>::new());
}

#[test]
fn the_nearest_next_date_comes_first_and_pages_follow_each_other() {
    let (_office, mut vault) = Office::create();
    for on in ["2027-01-15", "2026-12-01", "2026-12-24", "2026-12-01"] {
        vault
            .act(act("record_request"), |writer| {
                let dossier = record(writer, &sonia(), "voiture")?;
                writer.insert_fact(dossier, None, &next_date(on), now())?;
                put_own_date(writer, dossier)?;
                Ok::<_, StoreError>(acted((), Some(dossier)))
            })
            .unwrap();
    }
    let expected = ["2026-002", "2026-004", "2026-003", "2026-001"];
    for search in ["", "delmas"] {
        assert_eq!(found(&vault, search), expected);
        let asked = |offset| DossierQuery { offset, limit: 3, ..query(search) };
        let page = |offset| vault.read(|reader| reader.dossier_lines(&asked(offset))).unwrap();
        let references = |offset| page(offset).0.into_iter().map(|(_, line)| line.reference).collect::<Vec<_>>();
        assert_eq!(references(0), expected[..3]);
        assert_eq!(references(3), expected[3..]);
        assert_eq!(page(3).1, 4, "the count is of all pages");
        assert_eq!(references(u64::MAX), Vec::<String>::new());
    }
}

#[test]
fn a_name_that_was_changed_or_taken_back_is_gone_from_the_index() {
    let (office, mut vault) = office();
    let dossier = vault.read(|reader| reader.dossier_with_reference("2026-001")).unwrap().unwrap();
    vault
        .act(act("change_person"), |writer| {
            writer.update_person(writer.person_of(dossier)?, &person("Sonia", "Ferrand", "06 39 98 20 61"))?;
            Ok::<_, StoreError>(acted((), Some(dossier)))
        })
        .unwrap();
    recorded(&mut vault, &person("Ornella", "Quirinale", "06 39 98 77 88"), "voiture");
    vault.undo(now()).unwrap();
    assert_eq!((found(&vault, "delmas"), found(&vault, "quirinale")), (vec![], vec![]));
    assert_eq!(found(&vault, "ferrand"), ["2026-001"]);
    drop(vault);
    let raw = raw(&office);
    let mut tables =
        raw.prepare("SELECT name FROM sqlite_master WHERE name LIKE 'dossier\\_search\\_%' ESCAPE '\\'").unwrap();
    let tables: Vec<String> = tables.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    assert!(tables.len() >= 4, "{tables:?}");
    let mut seen = 0;
    for table in tables {
        let mut statement = raw.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for place in 0..columns {
                let value = row.get_ref(place).unwrap();
                let Some(bytes) = value.as_bytes_or_null().unwrap_or_default() else { continue };
                seen += usize::from(contains(bytes, "auclerc"));
                for word in ["delma", "elmas", "quirinal", "ornell", "778", "7788"] {
                    assert!(!contains(bytes, word), "{word} in {table}");
                }
            }
        }
    }
    assert!(seen > 0, "the index is where names are looked for");
}

#[test]
fn an_index_that_is_damaged_or_missing_is_made_anew() {
    let (office, vault) = office();
    drop(vault);
    for damage in [
        "DROP TABLE dossier_search",
        "INSERT INTO dossier_search (dossier_search) VALUES ('delete-all')",
        "INSERT INTO dossier_search (rowid, search) VALUES (99, 'fantôme')",
        "INSERT INTO dossier_search (dossier_search, rank) VALUES ('secure-delete', 0)",
    ] {
        raw(&office).execute_batch(damage).unwrap();
        let (vault, told) = office.unlock().unwrap();
        assert_eq!(told, [Told::SearchRebuilt], "{damage}");
        assert_eq!(found(&vault, "voit"), ["2026-001", "2026-004"], "{damage}");
        assert_eq!(found(&vault, "fantome"), Vec::<String>::new());
        assert_eq!(vault.verify().unwrap().problems, []);
        drop(vault);
        assert_eq!(office.unlock().unwrap().1, []);
    }
}

#[test]
fn a_line_that_its_facts_do_not_make_is_seen() {
    let (office, vault) = office();
    drop(vault);
    raw(&office).execute_batch("UPDATE dossier_line SET amount_cents = 1 WHERE dossier = 2").unwrap();
    let (vault, _) = office.unlock().unwrap();
    assert_eq!(vault.verify().unwrap().problems, [Problem::Line(domain::dossier::DossierId(2))]);
}

#[test]
fn an_office_sound_in_all_is_said_to_be() {
    let (_office, vault) = office();
    let verdict = vault.verify().unwrap();
    assert!(verdict.is_sound());
    assert_eq!((verdict.dossiers, verdict.schema), (4, crate::migrations::STEPS.len()));
}

#[test]
fn all_dossiers_of_a_person_bear_the_name_that_was_changed() {
    let (_office, mut vault) = office();
    let first = vault.read(|reader| reader.dossier_with_reference("2026-001")).unwrap().unwrap();
    vault
        .act(act("record_request"), |writer| {
            let dossier = writer.insert_dossier(writer.person_of(first)?, "2026-050")?;
            writer.insert_member(dossier, &member("", domain::household::Link::Applicant))?;
            writer.insert_fact(dossier, None, &request("vélo"), now())?;
            Ok::<_, StoreError>(acted((), Some(dossier)))
        })
        .unwrap();
    vault
        .act(act("change_person"), |writer| {
            writer.update_person(writer.person_of(first)?, &person("Sonia", "Ferrand", "06 39 98 20 61"))?;
            Ok::<_, StoreError>(acted((), Some(first)))
        })
        .unwrap();
    assert_eq!(found(&vault, "ferrand"), ["2026-001", "2026-050"]);
    vault.undo(now()).unwrap();
    assert_eq!(found(&vault, "delmas"), ["2026-001", "2026-050"]);
    assert_eq!(vault.verify().unwrap().problems, []);
}

/// Anything, signs that mean something to the search engine, controls.
const HOSTILE: &str = "\\PC{0,40}|[\"*()^:+{}\\-ANDORTE ]{0,40}|[\\x00-\\x7f]{0,40}";

/// Words in the letters of Europe and its neighbours, and pictures.
const PROJECT: &str = "[!-~À-ɏΑ-ωА-яء-ي€’«»…\u{1f600}-\u{1f64f}]{1,20}( [!-~À-ɏ’]{1,20}){0,3}";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn no_search_ever_fails(typed in proptest::collection::vec(HOSTILE, 8)) {
        let (_office, vault) = office();
        for typed in typed {
            found(&vault, &typed);
        }
    }

    #[test]
    fn whatever_a_project_says_it_is_found_by_its_words(project in PROJECT) {
        let (_office, mut vault) = Office::create();
        let dossier = recorded(&mut vault, &sonia(), &project);
        let kept = vault.read(|reader| reader.dossier(dossier)).unwrap().unwrap().facts.request().project.to_string();
        prop_assert_eq!(found(&vault, &kept), ["2026-001"]);
        prop_assert_eq!(vault.verify().unwrap().problems, []);
    }
}

#[test]
fn the_list_is_walked_in_its_order_reads_no_line_and_sorts_no_dossier() {
    let (_office, vault) = office();
    let all =
        DossierQuery { search: String::new(), phase: None, among: None, archived: Some(false), offset: 0, limit: 100 };
    let queries = [
        DossierQuery { search: "voiture".to_owned(), ..all.clone() },
        DossierQuery { phase: Some(Phase::Running), ..all.clone() },
        DossierQuery { archived: Some(true), ..all.clone() },
        all,
    ];
    for query in queries {
        let (numbers, values) = query.numbers(&[]);
        let explained = format!("EXPLAIN QUERY PLAN {numbers}");
        let steps = vault.read(|reader| {
            reader.rows("", &explained, rusqlite::params_from_iter(values.clone()), |columns| {
                columns.get::<String>("detail")
            })
        });
        let steps = steps.unwrap();
        assert!(
            steps.iter().any(|step| step.ends_with("USING COVERING INDEX dossier_line_order")),
            "{query:?} {steps:?}"
        );
        assert!(!steps.iter().any(|step| step.contains("ORDER BY")), "{query:?} {steps:?}");
    }
}
