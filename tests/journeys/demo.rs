//! The demonstration: an office of invented people, made by the path of a real one and left without erasing anything.

use std::collections::BTreeSet;
use std::fs;

use desk::FailureKind;
use domain::dossier::{DossierId, Outcome, Stage, stage};
use serde_json::{Value, json};

use crate::office::{Office, PASSPHRASE, an_empty_folder, an_office, assert_refused, at, text};

/// A demonstration of so many dossiers, open, on a day.
pub fn a_demo(dossiers: u32, seed: u64, day: &str) -> Office {
    let mut office = an_empty_folder();
    office.moment = at(day);
    let input = prepared(&mut office, dossiers, seed);
    office.call("create_demo_office", input);
    office
}

/// The input of a demonstration whose recovery code was just copied.
fn prepared(office: &mut Office, dossiers: u32, seed: u64) -> Value {
    let prepared = office.call("prepare_office", json!({}));
    let groups: Vec<&str> = prepared["recovery_code"].as_array().unwrap().iter().map(|g| g.as_str().unwrap()).collect();
    let asked = |place: usize| groups[prepared["asked"][place].as_u64().unwrap() as usize - 1];
    json!({ "passphrase": PASSPHRASE, "retyped": [asked(0), asked(1)], "dossiers": dossiers, "seed": seed })
}

/// The number of the dossier of a name.
fn dossier_of(office: &mut Office, name: &str) -> i64 {
    let found = office.call("dossiers", json!({ "search": name, "offset": 0 }));
    found["rows"][0]["id"].as_i64().unwrap()
}

#[test]
fn sixty_people_stand_at_every_stage() {
    let mut office = a_demo(60, 1, "2026-11-20");
    let uses = office.call("office_uses", json!({}));
    let committee = &uses["versions"][0]["clauses"][0]["text"];
    assert_eq!(committee, "utilisé", "sessions were held: {uses}");
    assert_eq!(office.call("status", json!({}))["is_demo"], true);
    assert_eq!(text(&office.call("office", json!({})), "/name"), "CCAS de Valbourg");
    let vault = office.desk.vault().unwrap();
    let read = |number| vault.read(|reader| reader.dossier(DossierId(number))).unwrap().unwrap();
    let all: Vec<_> = (1..=60).map(read).collect();
    let stages: BTreeSet<Stage> = all.iter().map(stage).collect();
    assert_eq!(stages, Stage::ALL.into_iter().collect());
    let closed = all.iter().filter_map(|one| one.facts.course().closed.map(|(_, how)| how));
    assert_eq!(closed.collect::<BTreeSet<Outcome>>().len(), 6, "closed in nearly every way");
    let verdict = office.call("verify", json!({}));
    assert_eq!((&verdict["sound"], &verdict["dossiers"]), (&json!(true), &json!(60)));
    assert_eq!(office.call("undo_state", json!({}))["undo"], json!(null), "nothing of it is undone");
}

#[test]
fn the_same_seed_and_day_make_the_same_office() {
    let dump = |seed, day| a_demo(40, seed, day).dump();
    let first = dump(1, "2026-11-20");
    assert_eq!(first, dump(1, "2026-11-20"));
    assert_ne!(first, dump(2, "2026-11-20"), "another seed");
    assert_ne!(first, dump(1, "2026-11-21"), "another day");
}

#[test]
fn the_published_dossiers_are_among_them_to_the_cent() {
    let mut office = a_demo(60, 7, "2026-12-16");
    let delmas = dossier_of(&mut office, "Sonia Delmas");
    let shown = office.call("dossier", json!({ "dossier": delmas }));
    assert_eq!(text(&shown, "/stage/label"), "Contrat signé");
    assert_eq!(text(&shown, "/loan/instalment/text"), "70,86 €");
    assert_eq!(text(&shown, "/loan/reste_a_vivre_after/text"), "300,07 €");
    let loan = office.call("simulation", json!({ "dossier": delmas }));
    assert_eq!(text(&loan, "/loan/total_cost/text"), "150,87 €");
    assert_eq!(text(&loan, "/loan/taeg"), "4,07 %");
    assert_eq!(text(&loan, "/loan/last/text"), "70,77 €");
    let papers = office.call("papers", json!({ "dossier": delmas }));
    let of_now = |paper: &&Value| paper["folded"] == false && !text(paper, "/key").ends_with("_letter");
    for paper in papers["papers"].as_array().unwrap().iter().filter(of_now) {
        assert_eq!((&paper["ready"], &paper["missing"]), (&json!(true), &json!([])), "{paper}");
    }
    let instalments = |office: &mut Office, name| {
        let dossier = dossier_of(office, name);
        let shown = office.call("dossier", json!({ "dossier": dossier }));
        (text(&shown, "/loan/instalment/text"), text(&shown, "/loan/reste_a_vivre_after/text"))
    };
    assert_eq!(instalments(&mut office, "Samira Vauclerc"), ("75,61 €".to_owned(), "256,69 €".to_owned()));
    assert_eq!(instalments(&mut office, "Bakary Dianssé"), ("87,24 €".to_owned(), "286,36 €".to_owned()));
}

#[test]
fn leaving_a_demonstration_moves_it_aside_and_makes_room_for_the_real_office() {
    let mut office = a_demo(3, 1, "2026-11-20");
    office.call("leave_demo", json!({}));
    let status = office.call("status", json!({}));
    assert_eq!((text(&status, "/state").as_str(), &status["is_demo"]), ("none", &json!(false)));
    let aside = office.folder.path().join("demonstration-2026-11-20");
    assert!(aside.join("generation-000001/office.db").exists(), "nothing is erased");
    let input = prepared(&mut office, 2, 1);
    office.call("create_demo_office", input);
    office.call("leave_demo", json!({}));
    assert!(office.folder.path().join("demonstration-2026-11-20-2").exists(), "the first one is still there");
    assert!(aside.exists());
}

#[test]
fn a_real_office_is_not_left_like_a_demonstration() {
    let mut office = an_office();
    assert_eq!(office.call("status", json!({}))["is_demo"], false);
    let refused = office.refused("leave_demo", json!({}));
    assert_refused(&refused, FailureKind::Refused, None);
    assert_eq!(text(&office.call("status", json!({})), "/state"), "open");
}

#[test]
fn a_copy_of_a_demonstration_looked_at_moves_no_real_office() {
    let (mut office, mut demo) = (an_office(), a_demo(2, 1, "2026-11-20"));
    demo.call("copy_here", json!({}));
    office.files.offer("stick", demo.folder.path().join("vault/backups"));
    let stamp = office.call("read_copies", json!({ "place": "stick" }))["rows"][0]["stamp"].clone();
    office.call("look_at_copy", json!({ "place": "stick", "stamp": stamp, "passphrase": PASSPHRASE, "code": "" }));
    assert_refused(&office.refused("leave_demo", json!({})), FailureKind::Refused, None);
    office.call("stop_looking", json!({}));
    assert_eq!(text(&office.call("status", json!({})), "/state"), "open");
    assert!(office.folder.path().join("vault/current").exists());
}

#[test]
fn a_demonstration_refused_or_cut_short_leaves_no_office() {
    let mut office = an_empty_folder();
    for dossiers in [0, 100_001] {
        let input = prepared(&mut office, dossiers, 1);
        assert_refused(&office.refused("create_demo_office", input), FailureKind::Refused, Some("dossiers"));
    }
    assert_eq!(fs::read_dir(office.folder.path()).unwrap().count(), 0);
    let input = prepared(&mut office, 60, 1);
    office.progress.cancel();
    let cancelled = office.refused("create_demo_office", input);
    assert_eq!(cancelled.kind, FailureKind::Cancelled);
    assert_eq!(text(&office.call("status", json!({})), "/state"), "none");
}

#[test]
fn a_demonstration_asks_for_no_passphrase_and_opens_by_itself() {
    let mut office = an_empty_folder();
    office.call("create_demo_office", json!({ "dossiers": 2, "seed": 1 }));
    assert_eq!(office.call("status", json!({}))["opens_alone"], true);
    office.call("lock", json!({}));
    office.call("unlock", json!({ "passphrase": "" }));
    assert_eq!(text(&office.call("status", json!({})), "/state"), "open");
    let made = office.call("copy_here", json!({}));
    let stamp = office.call("copies", json!({}))["rows"][0]["stamp"].clone();
    assert!(stamp.is_string(), "{made}");
    office.call("restore_copy", json!({ "place": "", "stamp": stamp, "passphrase": "", "code": "" }));
    assert_eq!(text(&office.call("status", json!({})), "/state"), "open", "its passphrase was given to nobody");
    office.call("leave_demo", json!({}));
    assert_eq!(office.call("status", json!({}))["opens_alone"], false, "the real office asks for its own");
    let mut own = an_office();
    own.call("lock", json!({}));
    assert_refused(&own.refused("unlock", json!({ "passphrase": "" })), FailureKind::Refused, Some("passphrase"));
}
