//! The table of calls: its lock rules, its shapes, its TypeScript.

use desk::FailureKind;
#[cfg(debug_assertions)]
use desk::calls::typescript;
use desk::calls::{CALLS, Kind, Rule};
use serde_json::json;

use crate::office::{an_office, assert_refused};

#[test]
fn every_call_but_the_few_of_the_lock_screen_is_refused_while_locked() {
    let mut office = an_office();
    office.call("lock", json!({}));
    for call in CALLS.iter().filter(|call| call.rule == Rule::Unlocked) {
        let refused = office.refused(call.name, json!({}));
        assert_refused(&refused, FailureKind::Locked, None);
    }
    let always: Vec<&str> = CALLS.iter().filter(|call| call.rule == Rule::Always).map(|call| call.name).collect();
    assert_eq!(
        always,
        [
            "status",
            "prepare_office",
            "check_recovery_group",
            "open_recovery_sheet",
            "save_recovery_sheet",
            "weigh_passphrase",
            "propose_passphrase",
            "create_office",
            "create_demo_office",
            "unlock",
            "unlock_with_code",
            "lock",
            "help_topics",
            "search_help",
            "simulate",
            "explain_loan",
            "taeg",
            "paper_register",
            "finish_copies",
            "read_copies",
            "look_at_copy",
            "restore_copy",
        ]
    );
    let caller = office.caller();
    for name in ["paper_page", "kept_paper_page", "attachment_page"] {
        let page = desk::calls::bytes(&mut office.desk, name, json!({}), &caller);
        assert_eq!(page.unwrap_err().kind, FailureKind::Locked, "{name}");
    }
}

#[test]
fn a_call_refuses_what_it_does_not_know() {
    let mut office = an_office();
    let before = office.dump();
    for call in CALLS.iter().filter(|call| call.name != "lock") {
        let unknown = office.refused(call.name, json!({ "surprise": 1 }));
        assert_eq!(unknown.kind, FailureKind::Refused, "{}: {}", call.name, unknown.message);
        assert!(unknown.message.contains("surprise") || unknown.message.contains("manque"), "{}", unknown.message);
        for shape in [json!(null), json!([]), json!("text"), json!(12)] {
            office.refused(call.name, shape);
        }
    }
    let refused = office.refused("drop_database", json!({}));
    assert!(refused.message.contains("drop_database"));
    assert_eq!(office.dump(), before);
}

#[test]
fn every_call_says_what_it_is_for() {
    let mut names: Vec<&str> = CALLS.iter().map(|call| call.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), CALLS.len(), "one line a call");
    for call in CALLS {
        assert!(call.about.ends_with('.'), "{}", call.name);
        assert!(call.kind != Kind::Pure || !call.name.is_empty());
    }
}

/// Run with `ETRIER_WRITE_TYPES=1` to write the file anew.
#[cfg(debug_assertions)]
#[test]
fn the_typescript_of_the_boundary_is_fresh() {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/src/ipc/types.ts");
    if std::env::var_os("ETRIER_WRITE_TYPES").is_some() {
        std::fs::write(file, typescript()).unwrap();
    }
    assert!(std::fs::read_to_string(file).unwrap() == typescript(), "ui/src/ipc/types.ts is not what the table says");
}
