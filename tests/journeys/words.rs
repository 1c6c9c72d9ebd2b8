//! Every sentence the desk says is French that can be printed: typographic signs, no code, no jargon.

use desk::Failure;
use serde_json::json;

use crate::office::{a_request, an_office};

fn check(sentence: &str) {
    assert!(!sentence.contains('\''), "a straight apostrophe: {sentence}");
    for sign in [" ;", " :", " !", " ?", " %", " €"] {
        assert!(!sentence.contains(sign), "a space that breaks before a sign: {sentence}");
    }
    for jargon in ["Erreur", "erreur", "invalide", "SQL", "errno", "null", "veuillez", "Veuillez"] {
        assert!(!sentence.contains(jargon), "« {jargon} » in: {sentence}");
    }
}

#[test]
fn refusals_are_sentences() {
    let mut office = an_office();
    let mut refusals: Vec<Failure> = vec![
        Failure::locked(),
        Failure::cancelled(),
        Failure::broken("base"),
        Failure::gone("Ce dossier"),
        Failure::wait(1),
        Failure::wait(12),
        Failure::oversized(),
        Failure::no_such_call("x"),
    ];
    for (field, value) in [
        ("last_name", ""),
        ("phone", "1"),
        ("email", "x"),
        ("amount", "x"),
        ("amount", "1,234"),
        ("amount", "99999999999999"),
        ("received_on", "x"),
        ("received_on", "1/13/2026"),
        ("next_date", "1/1/1800"),
        ("purpose", "x"),
        ("amount", "0"),
    ] {
        let mut input = a_request("Sonia", "Delmas");
        input[field] = json!(value);
        refusals.push(office.refused("record_request", input));
    }
    for refusal in refusals {
        check(&refusal.message);
        check(refusal.remedy.as_deref().unwrap_or_default());
    }
}
