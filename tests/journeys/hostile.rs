//! What nobody should type: in every field of every call that writes, a sentence or an honest value, never a fault.

use desk::FailureKind;
use desk::calls::{CALLS, Kind};
use serde_json::{Value, json};

use crate::decisions::{a_dossier, assert_says, decide_to_submit, input, submitted};
use crate::office::{Office, a_member, an_office, assert_refused, text};
use crate::published::{a_quote, an_aid};
use crate::undo::sample;

const TYPED: [&str; 8] = [
    "",
    "999999999",
    "-1",
    "31/02/2026",
    "01/01/1900",
    "inconnu",
    "=1+1 <b>l'été</b> \u{202e}samleD \u{0}",
    "beaucoup trop long pour une ligne, et pourtant copié depuis un courriel : quand la banque aura répondu, il faudra \
     rappeler la personne, revoir le devis avec le garage, demander la carte grise, relire le contrat d’assurance, \
     prévenir le référent, compléter la fiche budgétaire, et dire à chacun ce qui reste à faire avant la fin du mois",
];

/// The fields of decisions that their samples leave out.
const LEFT_OUT: [(&str, &[&str]); 9] = [
    ("decide_orientation", &["decided_on", "mode", "reason"]),
    ("submit_to_lender", &["sent_on", "lender", "product", "amount", "months", "expected_on", "note"]),
    ("note_agreement_in_principle", &["on", "lender", "amount", "months", "valid_until", "told", "note"]),
    ("note_approval", &["on", "lender", "amount", "annual_rate", "months", "told", "note"]),
    ("note_refusal", &["on", "lender", "told", "note"]),
    ("sign_contract", &["signed_on", "lender", "annual_rate", "interest_only", "fee", "disbursed_on", "first_due_on"]),
    ("note_disbursement", &["on", "amount", "means"]),
    ("note_withdrawal", &["on", "reason"]),
    ("plan_support", &["set_on", "social", "note"]),
];

fn strings(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| strings(value, &format!("{at}/{key}"), found)),
        Value::Array(rows) => {
            rows.iter().enumerate().for_each(|(place, value)| strings(value, &format!("{at}/{place}"), found));
        }
        Value::String(_) => found.push(at.to_owned()),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Every view of the dossier still answers.
#[track_caller]
fn look(office: &mut Office, dossier: i64) {
    let views =
        ["dossier", "budget", "budget_versions", "project", "simulation", "assessment", "decisions", "loan", "papers"];
    for call in views {
        office.call(call, json!({ "dossier": dossier }));
    }
    office.call("report", json!({ "year": "2026", "from": "", "to": "" }));
}

#[test]
fn no_field_of_a_call_that_writes_takes_the_dossier_down() {
    for call in CALLS.iter().filter(|call| call.kind == Kind::Write) {
        let mut office = an_office();
        let dossier = office.delmas();
        let mut sound = sample(call.name, &mut office, dossier);
        let left_out = LEFT_OUT.iter().find(|(name, _)| *name == call.name).map_or(&[][..], |(_, fields)| *fields);
        for field in left_out {
            sound["form"][*field] = json!("");
        }
        let mut fields = Vec::new();
        strings(&sound, "", &mut fields);
        let before = office.dump();
        for (field, typed) in fields.iter().flat_map(|field| TYPED.map(|typed| (field, typed))) {
            let mut tried = sound.clone();
            *tried.pointer_mut(field).unwrap() = json!(typed);
            match office.try_call(call.name, tried) {
                Err(failure) => {
                    assert!(matches!(failure.kind, FailureKind::Refused | FailureKind::Gone), "{} {field}", call.name);
                    assert!(!failure.sentence().contains('\''), "{}", failure.sentence());
                    assert_eq!(office.dump(), before, "{} {field}: nothing is changed", call.name);
                }
                Ok(_) => {
                    look(&mut office, dossier);
                    if office.dump() != before {
                        office.call("undo", json!({}));
                    }
                }
            }
        }
        assert_eq!(office.dump(), before, "{} is undone each time", call.name);
        assert_eq!(office.call("verify", json!({}))["sound"], true, "{}", call.name);
    }
}

#[test]
fn an_amount_no_household_has_is_refused_wherever_it_is_typed() {
    let mut office = an_office();
    let dossier = office.delmas();
    office.delmas_project(dossier);
    let waited = an_aid(dossier, ["CAF", "prêt d’honneur", "asked", "", "", "600", ""]);
    office.call("add_aid", waited);
    let before = office.dump();
    let change = json!({ "dossier": dossier, "field": "own_share", "value": "999999999" });
    let refused = office.refused("change_project", change);
    assert_refused(&refused, FailureKind::Refused, Some("value"));
    assert_eq!(refused.sentence(), "Ce montant est trop grand. Vérifiez le nombre de zéros.");
    let refused = office.refused("add_quote", a_quote(dossier, "Château", "1 000 000,01", "put_aside"));
    assert_refused(&refused, FailureKind::Refused, Some("amount"));
    assert_eq!(office.dump(), before);
    look(&mut office, dossier);
}

#[test]
fn a_row_is_changed_through_its_own_dossier_only() {
    let mut office = an_office();
    let dossier = office.delmas();
    let view = office.delmas_project(dossier);
    let other = office.request_of("Samira", "Vauclerc");
    let before = office.dump();
    let mut quote = a_quote(other, "Scooter", "900", "");
    quote["quote"] = view["quotes"][0]["id"].clone();
    assert_eq!(office.refused("change_quote", quote).kind, FailureKind::Gone);
    for (ledger, call, row) in
        [("quotes", "remove_quote", "quote"), ("expenses", "remove_expense", "expense"), ("aids", "remove_aid", "aid")]
    {
        let mut one = json!({ "dossier": other });
        one[row] = view[ledger][0]["id"].clone();
        assert_eq!(office.refused(call, one).kind, FailureKind::Gone, "{call}");
    }
    assert_eq!(office.dump(), before);
}

#[test]
fn a_quote_is_not_dated_from_a_day_to_come() {
    let mut office = an_office();
    let dossier = office.delmas();
    let mut quote = a_quote(dossier, "Scooter", "900", "");
    quote["dated_on"] = json!("demain");
    let refused = office.refused("add_quote", quote);
    assert_refused(&refused, FailureKind::Refused, Some("dated_on"));
}

#[test]
fn a_fee_never_takes_all_that_is_lent() {
    let mut office = an_office();
    let loan = json!({ "amount": "2000", "annual_rate": "4", "lender": "", "months": "12", "interest_only": "",
        "fee": "2000", "insurance_monthly": "", "insurance_required": false, "disbursed": "", "first_due": "" });
    let refused = office.refused("simulate", loan.clone());
    assert_refused(&refused, FailureKind::Refused, Some("fee"));
    assert_eq!(refused.message, "Les frais prennent toute la somme prêtée.");
    let mut dated = loan;
    dated["fee"] = json!("");
    dated["first_due"] = json!("2027-03-01");
    for (day, sentence) in [
        ("2027-02-30", "Février 2027 s’arrête au 28."),
        ("0001-02-01", "Cette année est hors du calendrier d’Étrier (1900 à 2199)."),
    ] {
        dated["disbursed"] = json!(day);
        let refused = office.refused("simulate", dated.clone());
        assert_refused(&refused, FailureKind::Refused, Some("disbursed"));
        assert_eq!(text(&json!({ "it": refused.message }), "/it"), sentence);
    }
}

#[test]
fn what_the_office_set_aside_is_not_chosen_anew() {
    let (mut office, dossier, bank) = a_dossier();
    decide_to_submit(&mut office, dossier);
    let unknown = "Ce choix n’est pas dans la liste. Choisissez dans la liste proposée.";
    assert_says(&mut office, ("submit_to_lender", dossier), json!({ "product": "loterie" }), "product", unknown);
    office.call("retire_product", json!({ "product": "national_guide", "retired": true }));
    let product = "« Microcrédit personnel » n’est plus proposé par le CCAS. Faites un autre choix, ou reprenez celui-ci \
                   dans les réglages.";
    let asked = json!({ "product": "national_guide" });
    assert_says(&mut office, ("submit_to_lender", dossier), asked, "product", product);
    office.call("change_simulation", json!({ "dossier": dossier, "field": "lender", "value": "" }));
    office.call("retire_lender", json!({ "lender": bank, "retired": true }));
    let lender = "« Banque du Val » n’est plus proposé par le CCAS. Faites un autre choix, ou reprenez celui-ci dans les \
                  réglages.";
    assert_says(&mut office, ("submit_to_lender", dossier), json!({ "lender": bank }), "lender", lender);
    let kept = office.refused("keep_lender", json!({ "dossier": dossier, "lender": bank, "kind": "as_asked" }));
    assert_eq!(text(&json!({ "it": kept.sentence() }), "/it"), lender);
}

#[test]
fn an_answer_keeps_within_what_was_asked_and_of_whom() {
    let (mut office, dossier, _) = a_dossier();
    let other = office.lender("Banque des Deux-Rives", "3", "24");
    submitted(&mut office, dossier);
    let not_there = "Le 20 novembre 2026, ce dossier n’était pas à l’étude chez la Banque des Deux-Rives. Notez d’abord sa \
                     transmission à cette banque, ou choisissez une autre banque.";
    assert_says(&mut office, ("note_approval", dossier), json!({ "lender": other }), "lender", not_there);
    let refused =
        office.refused("note_agreement_in_principle", input(dossier, json!({ "amount": "9 999", "months": "12" })));
    assert_refused(&refused, FailureKind::Refused, Some("amount"));
    let unsigned = "Le contrat n’était pas signé à cette date. Notez d’abord la signature du contrat.";
    assert_says(&mut office, ("note_disbursement", dossier), json!({}), "on", unsigned);
    let early =
        "La demande est du 12 octobre 2026 : rien ne vient avant elle. Corrigez cette date, ou celle de la demande.";
    let asked = json!({ "sent_on": "01/01/1900" });
    assert_says(&mut office, ("submit_to_lender", dossier), asked, "sent_on", early);
}

#[test]
fn a_loan_is_asked_for_by_two_at_most() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    let also = |name| {
        let mut member = a_member(dossier, name, "");
        member["link"] = json!("co_applicant");
        member
    };
    office.call("add_member", also("Karim Benali"));
    let refused = office.refused("add_member", also("Samira Vauclerc"));
    assert_refused(&refused, FailureKind::Refused, Some("link"));
    assert_eq!(refused.message, "Un prêt se demande à deux au plus.");
}
