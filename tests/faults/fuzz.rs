//! Whatever comes through a door, a sentence or an honest answer: never a stop of the program,
//! never an office changed by half.
//!
//! Inputs shrink to the smallest that fails, kept with its seed in `corpus/`; `corpus/words.txt`
//! holds words that were hard on other programs.

use std::cell::RefCell;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use desk::calls::{self, CALLS};
use desk::{Caller, Desk, Failure, FailureKind, Outside, Viewer};
use proptest::prelude::*;
use proptest::test_runner::{Config, FileFailurePersistence, TestRunner};
use serde_json::{Map, Value, json};
use store::{CopyState, VaultFolder, VaultState};

use crate::adviser::{a_caller, an_office, assert_helps, call, desk_of, unlock};
use crate::copies::copy_once;
use crate::tally::Tally;
use crate::{office, turns};

/// Calls that end the office under test, or make others for minutes.
const LEFT_OUT: [&str; 5] = ["lock", "create_demo_office", "change_passphrase", "renew_key", "replace_recovery_code"];

struct AnyViewer;

impl Viewer for AnyViewer {
    fn show(&self, _: &Path) -> std::io::Result<()> {
        Ok(())
    }
}

fn caller() -> Caller {
    Caller { outside: Outside { files: Arc::default(), viewer: Arc::new(AnyViewer) }, ..a_caller() }
}

/// A runner that keeps what failed in `corpus/`.
fn runner(name: &'static str, cases: u64) -> TestRunner {
    let kept = concat!(env!("CARGO_MANIFEST_DIR"), "/faults/corpus");
    let file: &'static str = Box::leak(format!("{kept}/{name}.txt").into_boxed_str());
    TestRunner::new(Config {
        cases: u32::try_from(cases).unwrap(),
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct(file))),
        ..Config::default()
    })
}

fn hard_words() -> Vec<String> {
    let lines = include_str!("corpus/words.txt").lines();
    lines.map(|line| serde_json::from_str(&format!("\"{line}\"")).unwrap_or_else(|_| line.to_owned())).collect()
}

fn a_word() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => proptest::sample::select(hard_words()),
        2 => "\\PC{0,40}",
        2 => "[0-9 ,./-]{0,12}",
        1 => any::<String>(),
        1 => "[a-z_]{1,12}",
        1 => (1_usize..200_000).prop_map(|length| "é".repeat(length)),
    ]
}

fn a_number() -> impl Strategy<Value = Value> {
    prop_oneof![
        6 => (0_i64..4).prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<f64>().prop_map(|number| json!(number)),
        1 => Just(json!(u64::MAX)),
    ]
}

/// Any JSON, up to a hundred levels deep.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf =
        prop_oneof![Just(Value::Null), any::<bool>().prop_map(Value::from), a_number(), a_word().prop_map(Value::from)];
    let tree = leaf.prop_recursive(6, 40, 6, |inside| {
        prop_oneof![
            prop::collection::vec(inside.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec(("[a-z_]{1,9}", inside), 0..5)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    });
    prop_oneof![
        9 => tree,
        1 => (1_usize..100).prop_map(|depth| (0..depth).fold(json!("au fond"), |inside, _| json!([inside]))),
    ]
}

/// What the door says is missing from an input.
fn missing(refused: &Failure) -> Option<String> {
    let (_, rest) = refused.message.split_once("Il manque le champ «\u{a0}")?;
    Some(rest.split('\u{a0}').next()?.to_owned())
}

/// A value of each kind, the likeliest of a field first.
fn of_kind(kind: usize, word: &str, number: &Value) -> Value {
    match kind {
        0 => json!(word),
        1 => number.clone(),
        2 => json!(word.len().is_multiple_of(2)),
        3 => json!({}),
        4 => json!([word]),
        _ => Value::Null,
    }
}

/// Makes a call with an input that takes its shape from what the door refuses, and its values from chance.
fn shaped(desk: &mut Desk, name: &str, words: &[String], numbers: &[Value]) -> Result<Value, Failure> {
    let mut fields: Vec<(Option<String>, String, usize)> = Vec::new();
    let mut last = Err(Failure::cancelled());
    for _ in 0..120 {
        let mut input = Map::new();
        for (place, (within, field, kind)) in fields.iter().enumerate() {
            let value = of_kind(*kind, &words[place % words.len()], &numbers[place % numbers.len()]);
            match within.as_ref().and_then(|within| input.get_mut(within)?.as_object_mut()) {
                Some(inside) => drop(inside.insert(field.clone(), value)),
                None => drop(input.insert(field.clone(), value)),
            }
        }
        last = calls::answer(desk, name, Value::Object(input), &caller());
        let Err(refused) = &last else { break };
        if let Some(field) = missing(refused) {
            // What is missing beside itself is missing within the last object.
            let within = fields.iter().rev().find(|(_, _, kind)| *kind == 3).map(|(_, name, _)| name.clone());
            fields.push((within, field, 0));
        } else if refused.message.contains("la forme attendue") {
            match fields.last_mut() {
                Some((_, _, kind)) if *kind < 5 => *kind += 1,
                _ => break,
            }
        } else {
            break;
        }
    }
    last
}

fn check_refused(name: &str, refused: &Failure) {
    let expected = [FailureKind::Refused, FailureKind::Gone, FailureKind::WrongSecret, FailureKind::Cancelled];
    assert!(expected.contains(&refused.kind), "{name}: {:?} {}", refused.kind, refused.sentence());
    assert!(refused.sentence().chars().count() < 600, "{name}: a long sentence");
}

#[test]
fn no_input_of_any_call_stops_the_desk() {
    let folder = an_office(2);
    let desk = RefCell::new(desk_of(folder.path()));
    unlock(&mut desk.borrow_mut()).unwrap();
    let tried = RefCell::new(Tally::default());
    let names: Vec<&str> = CALLS.iter().map(|call| call.name).filter(|name| !LEFT_OUT.contains(name)).collect();
    let drawn = (
        proptest::sample::select(names),
        prop::collection::vec(a_word(), 1..12),
        prop::collection::vec(a_number(), 1..6),
        any_json(),
    );
    let outcome = runner("door", turns(2500, 60_000)).run(&drawn, |(name, words, numbers, noise)| {
        let mut desk = desk.borrow_mut();
        for is_shaped in [true, false] {
            let outcome = match is_shaped {
                true => shaped(&mut desk, name, &words, &numbers),
                false => calls::answer(&mut desk, name, noise.clone(), &caller()),
            };
            let mut tally = tried.borrow_mut();
            tally.faults += 1;
            match outcome {
                Ok(_) => tally.acknowledged += 1,
                Err(refused) => check_refused(name, &refused),
            }
            if !desk.is_open() {
                unlock(&mut desk).unwrap();
            }
        }
        Ok(())
    });
    outcome.unwrap();
    let mut desk = desk.borrow_mut();
    let mut tally = tried.into_inner();
    tally.half += u64::from(call(&mut desk, "verify", json!({})).unwrap()["sound"] != true);
    tally.told("noise, every call of the door", None);
}

#[test]
fn no_search_is_an_error() {
    let folder = an_office(2);
    let desk = RefCell::new(desk_of(folder.path()));
    unlock(&mut desk.borrow_mut()).unwrap();
    let outcome = runner("search", turns(1500, 40_000)).run(&(a_word(), a_word()), |(one, two)| {
        let input = json!({ "search": format!("{one} {two}"), "offset": 0 });
        let found = call(&mut desk.borrow_mut(), "dossiers", input);
        prop_assert!(found.is_ok(), "{:?}", found.map(drop));
        Ok(())
    });
    outcome.unwrap();
}

/// A header with its checksum made to fit, as another hand would.
fn closed(mut body: Vec<u8>) -> Vec<u8> {
    let sum = blake3::hash(&body);
    body.extend(sum.as_bytes());
    body
}

#[test]
fn no_header_stops_the_program_nor_takes_its_time() {
    let folder = an_office(0);
    let place = folder.path().join("vault/generation-000001");
    let sound = fs::read(place.join("header")).unwrap();
    let body = sound[..sound.len() - 32].to_vec();
    let edits = prop::collection::vec((0..body.len(), any::<u8>()), 0..6);
    let drawn = (edits, any::<bool>(), 0..=body.len(), prop::collection::vec(any::<u8>(), 0..400), 0_u8..4);
    let outcome = runner("header", turns(3000, 60_000)).run(&drawn, |(edits, sealed, length, noise, how)| {
        let mut bytes = body.clone();
        edits.into_iter().for_each(|(at, byte)| bytes[at] = byte);
        match how {
            0 => bytes.truncate(length),
            1 => bytes = noise,
            2 => bytes.extend(noise),
            _ => {}
        }
        let bytes = if sealed { closed(bytes) } else { bytes };
        for name in ["header", "header.copy"] {
            fs::write(place.join(name), &bytes).unwrap();
        }
        let began = std::time::Instant::now();
        let state = VaultFolder::at(folder.path()).state();
        prop_assert!(began.elapsed().as_millis() < 500, "{} ms", began.elapsed().as_millis());
        if bytes != sound {
            prop_assert!(!matches!(state, VaultState::Absent), "an office is never taken for none");
        }
        if let VaultState::Damaged(refused) = state {
            assert_helps(&Failure::from(refused), "header");
        }
        Ok(())
    });
    outcome.unwrap();
}

#[test]
fn no_name_of_the_generation_leads_elsewhere() {
    let folder = an_office(1);
    let names = prop_oneof![
        a_word(),
        "generation-[0-9]{1,9}\\n?",
        Just("../../elsewhere".to_owned()),
        Just("generation-000001/../..".to_owned()),
        Just("/etc".to_owned()),
    ];
    let outcome = runner("current", turns(60, 2000)).run(&names, |name| {
        fs::write(folder.path().join("vault/current"), name.as_bytes()).unwrap();
        let opened = unlock(&mut desk_of(folder.path()));
        prop_assert!(opened.is_ok(), "the only generation there is found: {:?}", opened.map(drop));
        Ok(())
    });
    outcome.unwrap();
}

#[test]
fn no_manifest_stops_the_program_nor_passes_for_another() {
    let folder = crate::tally::quick_folder();
    let vault = office::create(folder.path()).unwrap();
    copy_once(&vault).unwrap();
    let copies = VaultFolder::at(folder.path()).copies();
    let stamp = copies.copies().unwrap().remove(0).stamp;
    let manifest = folder.path().join("vault/backups").join(stamp).join("manifest");
    let sound = fs::read(&manifest).unwrap();
    let lines = String::from_utf8(sound.clone()).unwrap();
    let told: Value = serde_json::from_str(lines.lines().next().unwrap()).unwrap();
    let keys: Vec<String> = told.as_object().unwrap().keys().cloned().collect();
    let seal = lines.lines().nth(1).unwrap().to_owned();
    let edited = (proptest::sample::select(keys), any_json());
    let flipped = (0..sound.len(), 0_u8..8);
    let drawn = (edited, flipped, prop::collection::vec(any::<u8>(), 0..600), 0_u8..3);
    let outcome = runner("manifest", turns(600, 20_000)).run(&drawn, |((key, value), (at, bit), noise, how)| {
        let bytes = match how {
            0 => {
                let mut told = told.clone();
                told[&key] = value;
                let body = told.to_string();
                let sum = blake3::hash(format!("{body}\n{seal}").as_bytes()).to_hex();
                format!("{body}\n{seal}\n{sum}\n").into_bytes()
            }
            1 => {
                let mut bytes = sound.clone();
                bytes[at] ^= 1 << bit;
                bytes
            }
            _ => noise,
        };
        fs::write(&manifest, &bytes).unwrap();
        let found = copies.read_through(Some(&vault.copy_keys()), &mut |_, _| true).unwrap();
        let state = found[0].state.clone();
        prop_assert!(bytes == sound || state != CopyState::Sound, "{state:?}");
        Ok(())
    });
    outcome.unwrap();
}

#[test]
fn text_that_is_not_text_is_refused_before_the_desk() {
    for text in [r#"{"search":"\ud800","offset":0}"#, r#"{"search":"\udc00\ud800"}"#, "{\"search\":\"\u{0}\"}"] {
        assert!(serde_json::from_str::<Value>(text).is_err(), "{text}");
    }
    let deep = "[".repeat(100_000);
    assert!(serde_json::from_str::<Value>(&deep).is_err(), "deeper than any form");
}
