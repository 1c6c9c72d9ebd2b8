//! No call that the access journal notes lacks its words.

use super::*;

/// Calls of the desk's own kind that note themselves.
const NOTE_THEMSELVES: &[&str] = &[
    "unlock",
    "unlock_with_code",
    "lock",
    "create_office",
    "create_demo_office",
    "undo",
    "redo",
    "erase_dossier",
    "erase_person",
    "let_journal_go",
    "change_passphrase",
    "replace_recovery_code",
    "prove_recovery_code",
    "renew_key",
    "choose_copy_place",
    "look_at_copy",
    "restore_copy",
    "undo_restore",
];

#[test]
fn every_call_the_journal_notes_has_words() {
    let shows_a_dossier = |call: &Call| {
        let input = (call.input)(&ts_rs::Config::new());
        matches!(input.as_str(), "OneDossier" | "OneReference" | "FigureAsked" | "OnePaper" | "PaperToFile")
    };
    let noted = CALLS.iter().filter(|call| {
        call.kind == Kind::Write || (matches!(call.kind, Kind::Read | Kind::Long) && shows_a_dossier(call))
    });
    let lacking: Vec<&str> = noted
        .map(|call| call.name)
        .chain(NOTE_THEMSELVES.iter().copied())
        .filter(|name| access_journal::call(name).is_none())
        .collect();
    assert_eq!(lacking, Vec::<&str>::new(), "calls without words");
}
