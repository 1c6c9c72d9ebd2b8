//! Undo and redo.

mod writes;

use std::panic::{AssertUnwindSafe, catch_unwind};

use domain::dossier::DossierId;
use domain::household::{Link, Share};
use proptest::prelude::*;

use super::world::*;
use crate::*;
use writes::Work;

const WRITES: &[(&str, Work)] = writes::WRITES;

fn office() -> (Office, Vault, DossierId) {
    let (office, mut vault) = Office::create();
    let dossier = recorded(&mut vault, &sonia(), "voiture");
    vault
        .act(act("add_member"), |writer| {
            writer.insert_member(dossier, &member("Inès", Link::Child))?;
            writer.open_budget(dossier, 1, day("2026-11-09"))?;
            writer.insert_budget_line(dossier, &budget_line("salary", 118_400))?;
            writer.insert_budget_line(dossier, &budget_line("rent", 61_248))?;
            writer.insert_quote(dossier, &quote("Garage du Val", 275_000))?;
            writer.insert_expense(dossier, &expense("Réparation", 275_000))?;
            writer.insert_aid(dossier, &aid("Département", 40_000))?;
            writer.insert_watch_point(dossier, &watch_point("Fin du contrat"))?;
            WRITES
                .iter()
                .filter(|(name, _)| {
                    ["attachment in", "referrer in", "exchange in", "aid entry in", "resolution in"].contains(name)
                })
                .try_for_each(|(_, write)| write(writer, dossier))?;
            Ok::<_, StoreError>(acted((), Some(dossier)))
        })
        .unwrap();
    (office, vault, dossier)
}

/// What is wrong, but for the files of the writes, which never were on the disk.
fn problems(vault: &Vault) -> Vec<Problem> {
    let mut problems = vault.verify().unwrap().problems;
    problems.retain(|problem| !matches!(problem, Problem::Piece { .. } | Problem::Paper { .. }));
    problems
}

fn run(vault: &mut Vault, dossier: DossierId, write: usize) {
    let (name, work) = WRITES[write];
    vault
        .act(act("change_request"), |writer| {
            work(writer, dossier)?;
            Ok::<_, StoreError>(Acted { sentence: name.to_owned(), ..acted((), Some(dossier)) })
        })
        .unwrap();
}

#[test]
fn each_write_undone_leaves_what_was_there_and_redone_what_it_made() {
    let (_office, mut vault, dossier) = office();
    for (write, (name, _)) in WRITES.iter().enumerate() {
        let before = vault.dump().unwrap();
        run(&mut vault, dossier, write);
        let after = vault.dump().unwrap();
        assert_ne!(before, after, "{name}");
        for _ in 0..2 {
            let undone = vault.undo(now()).unwrap().unwrap();
            assert_eq!((undone.sentence.as_str(), undone.dossier), (*name, Some(dossier)));
            assert_eq!(vault.dump().unwrap(), before, "{name}");
            assert_eq!(vault.redo(now()).unwrap().unwrap().sentence, *name);
            assert_eq!(vault.dump().unwrap(), after, "{name}");
        }
        assert_eq!(problems(&vault), [], "{name}");
    }
}

#[test]
fn every_table_is_followed_by_undo_or_left_out_on_purpose() {
    let (office, vault, _) = office();
    drop(vault);
    let raw = raw(&office);
    let tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
                  AND name NOT LIKE 'dossier_search%' ORDER BY name";
    let mut statement = raw.prepare(tables).unwrap();
    let tables: Vec<String> = statement.query_map([], |row| row.get(0)).unwrap().collect::<Result<_, _>>().unwrap();
    let mut known: Vec<String> =
        crate::tables::undo::track(&raw).unwrap().iter().map(|table| table.name.to_owned()).collect();
    let derived = ["dossier_line", "report_row"];
    let outside = [
        "access_journal",
        "draft",
        "erasure",
        "journal_anchor",
        "past_row",
        "reference_number",
        "safety",
        "undo_action",
        "undo_step",
        "vault",
    ];
    known.extend(derived.into_iter().chain(outside).map(str::to_owned));
    known.sort();
    assert_eq!(tables, known);
}

#[test]
fn what_a_request_made_is_gone_with_it_and_its_number_is_not_given_again() {
    let (_office, mut vault) = Office::create();
    let empty = vault.dump().unwrap();
    let first = recorded(&mut vault, &sonia(), "voiture");
    let undone = vault.undo(now()).unwrap().unwrap();
    assert_eq!(undone.dossier, None, "there is no dossier to go back to");
    assert_eq!(vault.dump().unwrap(), empty);
    assert_eq!(vault.read(|reader| reader.next_number(2026)).unwrap(), 2);
    let second = recorded(&mut vault, &sonia(), "scooter");
    assert!(second > first, "numbers of rows are not given again either");
    assert_eq!(found(&vault, ""), ["2026-002"]);
    assert_eq!(vault.read(|reader| reader.next_number(2027)).unwrap(), 1, "each year counts for itself");
}

#[test]
fn a_new_action_takes_the_place_of_what_was_undone() {
    let (_office, mut vault, dossier) = office();
    run(&mut vault, dossier, 2);
    vault.undo(now()).unwrap();
    let state = vault.undo_state().unwrap();
    let shown = |action: Option<LastAction>| action.map(|action| (action.call, action.sentence, action.dossier));
    let of = |sentence: &str| Some(("change_request".to_owned(), sentence.to_owned(), Some(dossier)));
    assert_eq!(shown(state.redo), of("fact"));
    assert!(shown(state.undo).is_some_and(|action| action.2 == Some(dossier)), "the request itself");
    run(&mut vault, dossier, 4);
    assert_eq!(vault.undo_state().unwrap().redo, None);
    assert_eq!(vault.redo(now()).unwrap(), None);
}

#[test]
fn undo_survives_the_lock() {
    let (office, mut vault, dossier) = office();
    let before = vault.dump().unwrap();
    run(&mut vault, dossier, 0);
    let after = vault.dump().unwrap();
    drop(vault);
    let (mut vault, _) = office.unlock().unwrap();
    vault.undo(now()).unwrap();
    assert_eq!(vault.dump().unwrap(), before);
    drop(vault);
    let (mut vault, _) = office.unlock().unwrap();
    vault.redo(now()).unwrap();
    assert_eq!(vault.dump().unwrap(), after);
}

#[test]
fn a_hundred_actions_can_be_undone_and_no_more() {
    let (_office, mut vault, dossier) = office();
    let facts = |vault: &Vault| vault.read(|reader| reader.facts(dossier)).unwrap().len();
    let before = facts(&vault);
    for _ in 0..105 {
        run(&mut vault, dossier, 2);
    }
    let mut undone = 0;
    while vault.undo(now()).unwrap().is_some() {
        undone += 1;
    }
    assert_eq!(undone, 100);
    assert_eq!(facts(&vault), before + 5);
    let mut redone = 0;
    while vault.redo(now()).unwrap().is_some() {
        redone += 1;
    }
    assert_eq!(redone, 100);
    assert_eq!(problems(&vault), []);
}

#[test]
fn an_action_that_changes_nothing_leaves_no_trace() {
    let (_office, mut vault, dossier) = office();
    run(&mut vault, dossier, 2);
    vault.undo(now()).unwrap();
    let before = vault.undo_state().unwrap();
    vault
        .act(act("change_person"), |writer| {
            let person = writer.person_of(dossier)?;
            let known = writer.person(person)?.unwrap();
            writer.update_person(person, &known)?;
            Ok::<_, StoreError>(acted((), Some(dossier)))
        })
        .unwrap();
    assert_eq!(vault.undo_state().unwrap(), before, "not even what could be redone is lost");
    let lines = vault.with_connection(|own| {
        own.query_row("SELECT count(*) FROM access_journal WHERE call = 'change_person'", [], |row| {
            row.get::<_, i64>(0)
        })
        .map_err(StoreError::from)
    });
    assert_eq!(lines.unwrap(), 0);
}

#[test]
fn a_failed_action_changes_nothing_even_when_it_panics() {
    let (_office, mut vault, _) = office();
    let (before, state) = (vault.dump().unwrap(), vault.undo_state().unwrap());
    let failed: Result<(), StoreError> = vault.act(act("record_request"), |writer| {
        record(writer, &sonia(), "scooter")?;
        Err(StoreError::Busy)
    });
    assert!(failed.is_err());
    let panicked = catch_unwind(AssertUnwindSafe(|| {
        let _: Result<(), StoreError> = vault.act(act("record_request"), |writer| {
            record(writer, &sonia(), "scooter")?;
            panic!("a fault of ours")
        });
    }));
    assert!(panicked.is_err());
    assert_eq!((vault.dump().unwrap(), vault.undo_state().unwrap()), (before, state));
    assert_eq!(vault.read(|reader| reader.next_number(2026)).unwrap(), 2, "no number was taken");
    assert_eq!(problems(&vault), []);
}

#[test]
fn nothing_but_drafts_is_written_aside() {
    let (_office, mut vault, dossier) = office();
    let before = vault.dump().unwrap();
    for (name, work) in WRITES.iter().copied() {
        assert!(vault.aside(|writer| work(writer, dossier)).is_err(), "{name}");
    }
    assert_eq!(vault.dump().unwrap(), before);
}

#[test]
fn a_member_brought_back_has_its_place() {
    let (_office, mut vault, dossier) = office();
    run(&mut vault, dossier, 4);
    let names = |vault: &Vault| {
        let members = vault.read(|reader| reader.members(dossier)).unwrap();
        members.into_iter().map(|member| member.name.to_string()).collect::<Vec<_>>()
    };
    vault
        .act(act("remove_member"), |writer| {
            let second = writer.members(dossier)?.remove(1);
            writer.delete_member(dossier, second.id)?;
            Ok::<_, StoreError>(acted((), Some(dossier)))
        })
        .unwrap();
    assert_eq!(names(&vault), ["", "Léo"]);
    vault.undo(now()).unwrap();
    assert_eq!(names(&vault), ["", "Inès", "Léo"]);
    let shares = vault.read(|reader| reader.members(dossier)).unwrap();
    assert!(shares.iter().all(|member| member.share == Share::One));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn any_run_of_writes_is_undone_step_by_step_to_the_start_and_redone(
        writes in proptest::collection::vec(0..WRITES.len(), 1..14),
    ) {
        let (_office, mut vault, dossier) = office();
        let mut dumps = vec![vault.dump().unwrap()];
        for write in writes {
            run(&mut vault, dossier, write);
            let dump = vault.dump().unwrap();
            if dumps.last() != Some(&dump) {
                dumps.push(dump);
            }
        }
        for before in dumps.iter().rev().skip(1) {
            prop_assert!(vault.undo(now()).unwrap().is_some());
            prop_assert_eq!(&vault.dump().unwrap(), before);
        }
        for after in dumps.iter().skip(1) {
            prop_assert!(vault.redo(now()).unwrap().is_some());
            prop_assert_eq!(&vault.dump().unwrap(), after);
        }
        prop_assert_eq!(problems(&vault), []);
    }

    #[test]
    fn undo_redo_and_new_actions_mix_without_harm(moves in proptest::collection::vec(0..WRITES.len() + 8, 1..20)) {
        let (_office, mut vault, dossier) = office();
        // What should be there: the dumps of the past, and those that redo leads back to.
        let (mut past, mut future) = (vec![vault.dump().unwrap()], Vec::new());
        for step in moves {
            let undone = step >= WRITES.len() + 4;
            if undone && past.len() > 1 {
                vault.undo(now()).unwrap();
                future.push(past.pop().unwrap());
            } else if step >= WRITES.len() {
                if let Some(next) = future.pop() {
                    vault.redo(now()).unwrap();
                    past.push(next);
                }
            } else {
                run(&mut vault, dossier, step);
                let dump = vault.dump().unwrap();
                if past.last() != Some(&dump) {
                    past.push(dump);
                    future.clear();
                }
            }
            prop_assert_eq!(&vault.dump().unwrap(), past.last().unwrap());
        }
        prop_assert_eq!(problems(&vault), []);
    }
}
