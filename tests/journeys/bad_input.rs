//! Input no one should send: a sentence at the field, stored inert or refused, nothing lost.

use desk::FailureKind;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::office::{a_member, a_request, an_office, assert_refused, text};

#[test]
fn each_field_of_a_request_refuses_what_it_cannot_keep() {
    let mut office = an_office();
    let empty = office.dump();
    for (field, value) in [
        ("last_name", ""),
        ("last_name", " \u{200f}\u{0}\t"),
        ("origin", "thin_air"),
        ("purpose", "thin_air"),
        ("phone", "06 39 98 4"),
        ("phone", "appelez-moi"),
        ("email", "delmas@"),
        ("amount", "-2000"),
        ("amount", "0"),
        ("amount", "beaucoup"),
        ("amount", "1e308"),
        ("amount", "NaN"),
        ("received_on", "21/11/2026"),
        ("received_on", "30/02/2026"),
        ("received_on", "00/00/0000"),
        ("next_date", "19/11/2026"),
        ("next_date", "bientôt"),
        ("next_date", "31/12/2999"),
    ] {
        let mut input = a_request("Sonia", "Delmas");
        input[field] = json!(value);
        let refused = office.refused("record_request", input);
        assert_refused(&refused, FailureKind::Refused, Some(field));
    }
    assert_eq!(office.dump(), empty, "nothing was recorded");
}

#[test]
fn a_megabyte_of_text_is_refused_at_its_field() {
    let mut office = an_office();
    let megabyte = "é".repeat(500_000);
    for field in ["last_name", "first_name", "project"] {
        let mut input = a_request("Sonia", "Delmas");
        input[field] = json!(megabyte);
        let refused = office.refused("record_request", input);
        assert_refused(&refused, FailureKind::Refused, Some(field));
    }
    let mut input = a_request("Sonia", "Delmas");
    input["project"] = json!("a".repeat(5_000_000));
    assert_eq!(office.refused("record_request", input).kind, FailureKind::Refused);
    let found = office.call("dossiers", json!({ "search": megabyte, "offset": 0 }));
    assert_eq!(found["found"], 0, "a megabyte is looked for without a fault");
}

#[test]
fn strange_texts_are_kept_inert() {
    let mut office = an_office();
    for (typed, kept) in [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("Robert'); DROP TABLE dossier;--", "Robert'); DROP TABLE dossier;--"),
        ("\u{202e}samleD\u{202c}", "samleD"),
        ("Del\u{0}mas\u{7}", "Del mas"),
        ("De\u{200b}lmas", "Delmas"),
        ("Z̷̢a̵l̶g̴o̸", "Z̷̢a̵l̶g̴o̸"),
        ("🚗 Delmas", "🚗 Delmas"),
        ("\"NEAR(a b) OR *", "\"NEAR(a b) OR *"),
    ] {
        let view = office.call("record_request", a_request("", typed));
        assert_eq!(view.pointer("/person/last_name").unwrap(), kept);
    }
    let view = office.call("verify", json!({}));
    assert_eq!(view["sound"], true, "{view}");
}

#[test]
fn a_household_refuses_what_it_cannot_count() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    for (field, value) in [
        ("name", json!("")),
        ("link", json!("applicant")),
        ("link", json!("pet")),
        ("share", json!("two")),
        ("born_on", json!("demain")),
        ("born_on", json!("31/02/2010")),
        ("reason", json!("x".repeat(301))),
    ] {
        let mut input = a_member(dossier, "Inès", "");
        input[field] = value;
        let refused = office.refused("add_member", input);
        assert_refused(&refused, FailureKind::Refused, Some(field));
    }
}

#[test]
fn what_no_longer_exists_is_said_to_be_gone() {
    let mut office = an_office();
    for (call, input) in [
        ("dossier", json!({ "dossier": 7 })),
        ("budget", json!({ "dossier": -1 })),
        ("papers", json!({ "dossier": i64::MAX })),
        ("change_person", json!({ "dossier": 7, "field": "phone", "value": "" })),
        ("remove_member", json!({ "dossier": 7, "member": 1 })),
        ("remove_budget_line", json!({ "dossier": 7, "line": 1 })),
        ("draw_paper", json!({ "dossier": 7, "paper": "budget_sheet" })),
    ] {
        assert_eq!(office.refused(call, input).kind, FailureKind::Gone, "{call}");
    }
    let refused = office.refused("dossier_of", json!({ "reference": "2026-999" }));
    assert_refused(&refused, FailureKind::Refused, Some("reference"));
}

#[test]
fn fields_are_read_as_people_type_them() {
    let mut office = an_office();
    for (kind, typed, read) in [
        ("amount", "1200", "1 200,00"),
        ("date", "14/3/88", "14/03/1988"),
        ("next_date", "demain", "21/11/2026"),
        ("month", "1/28", "01/2028"),
        ("phone", "0639982061", "06 39 98 20 61"),
        ("email", " s@exemple.fr ", "s@exemple.fr"),
        ("postal_code", "99 120", "99120"),
        ("amount", "  ", ""),
    ] {
        let field = office.call("read_field", json!({ "kind": kind, "text": typed }));
        assert_eq!(text(&field, "/text"), read, "{kind} {typed}");
    }
    let refused = office.refused("read_field", json!({ "kind": "date", "text": "30/02/2027" }));
    assert_refused(&refused, FailureKind::Refused, Some("text"));
    assert_eq!(refused.message, "Février 2027 s’arrête au 28.");
    let refused = office.refused("read_field", json!({ "kind": "birth_date", "text": "2020" }));
    let remedy = "Écrivez le jour, le mois et l’année, par exemple 14/03/2020.";
    assert_eq!(refused.remedy.as_deref(), Some(remedy), "no date to come is an example of a birth");
}

#[test]
fn no_text_breaks_a_call_or_the_search() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(60));
    let typed = prop_oneof!["\\PC{0,60}", "[\"'()*:^~+ \\-A-Zé]{0,30}", "(AND|OR|NOT|NEAR| |\"|\\*){0,12}"];
    let office = std::cell::RefCell::new(&mut office);
    runner
        .run(&typed, |typed| {
            let mut office = office.borrow_mut();
            office.call("dossiers", json!({ "search": typed, "offset": 0 }));
            for field in ["last_name", "born_on", "phone", "email", "postal_code", "housing"] {
                let input = json!({ "dossier": dossier, "field": field, "value": typed });
                let answer: Result<Value, _> = office.try_call("change_person", input);
                if let Err(failure) = answer {
                    prop_assert_eq!(failure.kind, FailureKind::Refused, "{}", failure.message);
                }
            }
            Ok(())
        })
        .unwrap();
    let mut office = office.borrow_mut();
    assert_eq!(office.call("verify", json!({}))["sound"], true);
}
