//! Facts that cannot be together: each is refused by a sentence that says why and what to do, and nothing is changed.

use desk::FailureKind;
use serde_json::{Value, json};

use crate::decisions::{a_dossier, approved, decide_to_submit, input, on, submitted};
use crate::office::{Office, assert_refused, at, plain, text};

/// A loan of 2 400 € over 36 months, paid on 10 December 2026, due on the tenth from January.
fn a_running_loan() -> (Office, i64) {
    let (mut office, dossier, _) = a_dossier();
    approved(&mut office, dossier);
    let dates = json!({ "disbursed_on": "10/12/2026", "first_due_on": "10/01/2027" });
    on(&mut office, "2026-11-27", "sign_contract", dossier, dates);
    on(&mut office, "2026-12-10", "note_disbursement", dossier, json!({}));
    office.moment = at("2027-03-20");
    (office, dossier)
}

/// Refused at its field, in that sentence, with nothing changed; the dossier opens as before.
#[track_caller]
fn says(office: &mut Office, (call, input): (&str, Value), field: &str, sentence: &str) {
    let before = office.dump();
    let refused = office.refused(call, input);
    assert_refused(&refused, FailureKind::Refused, Some(field));
    assert_eq!(plain(&refused.sentence()), sentence);
    assert_eq!(office.dump(), before, "{call} changed nothing");
}

fn said(dossier: i64, (from, to): (&str, &str), declared: &str, day: &str) -> Value {
    json!({ "dossier": dossier, "from": from, "to": to, "declared": declared, "told_by": "lender", "on": day,
        "note": "" })
}

#[test]
fn a_decision_needs_a_submission_and_a_submission_a_decision() {
    let (mut office, dossier, bank) = a_dossier();
    let decided = "Le CCAS n’avait pas décidé de transmettre ce dossier à cette date. Notez d’abord cette décision.";
    says(&mut office, ("submit_to_lender", input(dossier, json!({}))), "sent_on", decided);
    decide_to_submit(&mut office, dossier);
    let sent = "Le 20 novembre 2026, ce dossier n’était pas à l’étude chez la Banque du Val. Notez d’abord sa transmission \
                à cette banque, ou choisissez une autre banque.";
    for (call, form) in [
        ("note_agreement_in_principle", json!({ "lender": bank })),
        ("note_approval", json!({ "lender": bank })),
        ("note_refusal", json!({ "lender": bank, "reasons": ["not_given"] })),
    ] {
        says(&mut office, (call, input(dossier, form)), "lender", sent);
    }
}

#[test]
fn nothing_that_happened_is_noted_in_the_future() {
    let (mut office, dossier) = a_running_loan();
    let future = "21/03/2027";
    let to_come = "Cette date est à venir : on note ce qui a eu lieu.";
    for (call, form, field) in [
        ("note_interview", json!({ "kind": "home_visit", "held_on": future }), "held_on"),
        ("note_lending_event", json!({ "event": "applicant_told", "on": future }), "on"),
        ("plan_support", json!({ "level": "light", "set_on": future }), "set_on"),
    ] {
        says(&mut office, (call, input(dossier, form)), field, to_come);
    }
    says(&mut office, ("declare_instalments", said(dossier, ("1", "2"), "paid", future)), "on", to_come);
    let event = json!({ "dossier": dossier, "on": future, "insurance": "", "note": "", "close": "" });
    says(&mut office, ("note_death", event), "on", to_come);
    let told = json!({ "dossier": dossier, "told": ["aims"], "on": future });
    says(&mut office, ("note_information", told), "on", to_come);
}

#[test]
fn an_instalment_is_said_once_and_not_before_it_is_due() {
    let (mut office, dossier) = a_running_loan();
    office.call("declare_instalments", said(dossier, ("1", "2"), "paid", "11/02/2027"));
    for (range, declared) in [(("2", "3"), "missed"), (("1", "1"), "paid"), (("2", ""), "paid_late")] {
        let before = office.dump();
        let refused = office.refused("declare_instalments", said(dossier, range, declared, ""));
        assert_refused(&refused, FailureKind::Refused, refused.field.as_deref());
        assert!(plain(&refused.sentence()).contains("déjà"), "{}", refused.sentence());
        assert_eq!(office.dump(), before);
    }
    office.call("declare_instalments", said(dossier, ("3", ""), "missed", "12/03/2027"));
    let before = office.dump();
    let early = office.refused("declare_instalments", said(dossier, ("3", ""), "paid_late", "11/03/2027"));
    assert!(plain(&early.sentence()).contains("déjà"), "paid late before it was missed: {}", early.sentence());
    let not_due = office.refused("declare_instalments", said(dossier, ("4", ""), "paid", ""));
    assert!(plain(&not_due.sentence()).contains("10 avril 2027"), "{}", not_due.sentence());
    let beyond = office.refused("declare_instalments", said(dossier, ("35", "40"), "paid", ""));
    assert!(beyond.sentence().contains("36"), "{}", beyond.sentence());
    assert_eq!(office.dump(), before);
    office.call("declare_instalments", said(dossier, ("3", ""), "paid_late", "15/03/2027"));
}

#[test]
fn a_running_loan_is_closed_by_its_end_alone() {
    let (mut office, dossier) = a_running_loan();
    let granted = "Une banque a accordé ce prêt. Si la personne n’en veut plus, notez qu’elle renonce à l’offre.";
    says(&mut office, ("drop_request", input(dossier, json!({}))), "on", granted);
    for form in [
        json!({ "direction": "redirect", "solutions": ["budget_support"] }),
        json!({ "direction": "inadmissible", "reason": "hors champ" }),
        json!({ "direction": "submit" }),
    ] {
        says(&mut office, ("decide_orientation", input(dossier, form)), "decided_on", granted);
    }
    says(
        &mut office,
        ("note_withdrawal", input(dossier, json!({}))),
        "on",
        "L’argent est versé et le délai pour changer d’avis a fini le 11 décembre 2026 : ce prêt ne se refuse plus. Il se \
         rembourse par anticipation, sans indemnité pour un microcrédit.",
    );
    let death = json!({ "dossier": dossier, "on": "18/03/2027", "insurance": "", "note": "", "close": "" });
    office.call("note_death", death);
    says(
        &mut office,
        ("note_withdrawal", input(dossier, json!({ "on": "19/03/2027" }))),
        "on",
        "Le prêt est déjà fini : il n’y a plus d’offre à refuser. Si une date est fausse, corrigez ce qui est noté, dans \
         le journal du dossier.",
    );
}

#[test]
fn a_date_moved_under_what_stands_on_it_is_refused_with_what_would_fall() {
    let (mut office, dossier, _) = a_dossier();
    submitted(&mut office, dossier);
    let moved = json!({ "dossier": dossier, "field": "received_on", "value": "13/11/2026" });
    let before = office.dump();
    let refused = office.refused("change_request", moved);
    assert_refused(&refused, FailureKind::Refused, Some("value"));
    let told = plain(&refused.sentence());
    assert!(told.contains("ne tiendrait plus") || told.contains("rien ne vient avant elle"), "{told}");
    assert_eq!(office.dump(), before);
    let view = office.call("dossier", json!({ "dossier": dossier }));
    assert_eq!(text(&view, "/stage/key"), "with_lender", "the dossier opens as it was");
}
