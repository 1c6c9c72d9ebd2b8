//! What is checked of a request: what stops it, what never does, what the adviser answers and passes over.

use desk::FailureKind;
use serde_json::{Value, json};

use crate::decisions::{a_dossier, assert_says, decide_to_submit, input, on, submitted};
use crate::delmas_papers::{printed, says};
use crate::office::{Office, a_line, an_office, assert_refused, plain, text};
use crate::settings::{a_product, an_agreement, signed, version};

fn assessment(office: &mut Office, dossier: i64) -> Value {
    office.call("assessment", json!({ "dossier": dossier }))
}

fn answer(office: &mut Office, dossier: i64, fact: &str, answer: &str) -> Value {
    office.call("answer_fact", json!({ "dossier": dossier, "fact": fact, "answer": answer }))
}

fn pass_over(office: &mut Office, dossier: i64, check: &str) -> Value {
    let reason = "Le juge a donné son accord de vive voix.";
    office.call("pass_over_check", json!({ "dossier": dossier, "check": check, "reason": reason }))
}

#[track_caller]
fn check<'v>(view: &'v Value, key: &str) -> &'v Value {
    let rows = |list: &str| view["checks"][list].as_array().unwrap().iter();
    let found = rows("calling").chain(rows("settled")).find(|check| check["key"] == key);
    found.unwrap_or_else(|| panic!("{key} is not checked"))
}

#[track_caller]
fn state(view: &Value, key: &str) -> String {
    text(check(view, key), "/state/label")
}

#[track_caller]
fn fact(view: &Value, key: &str, label: &str) -> String {
    let facts = check(view, key)["facts"].as_array().unwrap();
    let found = facts.iter().find(|fact| fact["label"] == label);
    found.map(|fact| text(fact, "/text")).unwrap_or_else(|| panic!("{label} in {facts:?}"))
}

/// One sound input of each call that writes answers or passes over checks; nothing for another call.
pub fn sample(call: &str, office: &mut Office, dossier: i64) -> Option<Value> {
    Some(match call {
        "answer_fact" => json!({ "dossier": dossier, "fact": "other_aids_possible", "answer": "no" }),
        "pass_over_check" => json!({ "dossier": dossier, "check": "aids_first", "reason": "Déjà cherchées." }),
        "return_to_rule" => {
            pass_over(office, dossier, "aids_first");
            json!({ "dossier": dossier, "check": "aids_first" })
        }
        _ => return None,
    })
}

fn person(office: &mut Office, dossier: i64, field: &str, value: &str) {
    office.call("change_person", json!({ "dossier": dossier, "field": field, "value": value }));
}

fn purpose(office: &mut Office, dossier: i64, purpose: &str) {
    office.call("change_request", json!({ "dossier": dossier, "field": "purpose", "value": purpose }));
}

/// Makes the plan of the Delmas project leave that much to a loan, by what the person pays.
fn own_share(office: &mut Office, dossier: i64, share: &str) {
    office.call("change_project", json!({ "dossier": dossier, "field": "own_share", "value": share }));
}

fn expense(office: &mut Office, dossier: i64, label: &str, amount: &str) {
    office.call("add_expense", json!({ "dossier": dossier, "label": label, "amount": amount }));
}

const SUBMIT: &str = "decide_orientation";

fn to_submit() -> Value {
    json!({ "decided_on": "12/11/2026", "direction": "submit" })
}

#[test]
fn a_minor_borrows_only_once_emancipated() {
    let (mut office, dossier, _) = a_dossier();
    let view = assessment(&mut office, dossier);
    assert_eq!(state(&view, "emancipated_or_adult"), "Remplie");
    assert_eq!(fact(&view, "emancipated_or_adult", "Âge"), "34 ans");
    person(&mut office, dossier, "born_on", "");
    let view = assessment(&mut office, dossier);
    assert_eq!(state(&view, "emancipated_or_adult"), "À vérifier", "what is not known is not met");
    assert_eq!(fact(&view, "emancipated_or_adult", "Âge"), "date de naissance à compléter");
    person(&mut office, dossier, "born_on", "01/03/2010");
    assert_eq!(state(&assessment(&mut office, dossier), "emancipated_or_adult"), "Non remplie");
    let stops = "Un mineur non émancipé ne peut pas emprunter. Cherchez une autre solution avec un adulte du foyer, ou \
                 passez outre dans l’Évaluation avec une raison.";
    assert_says(&mut office, (SUBMIT, dossier), to_submit(), "direction", stops);
    let asked = json!({ "dossier": dossier, "figure": "check", "check": "emancipated_or_adult" });
    let explained = office.call("explain", asked);
    assert_eq!(text(&explained, "/result"), "Non remplie");
    assert_eq!(text(&explained, "/inputs/0/value"), "16 ans");
    assert_eq!(text(&explained, "/source"), "UNCCAS, Un coup de pouce pour le microcrédit personnel");
    let unknown = json!({ "dossier": dossier, "figure": "check", "check": "luck" });
    assert_eq!(office.refused("explain", unknown).kind, FailureKind::Refused);
    let view = answer(&mut office, dossier, "emancipated", "yes");
    assert_eq!(state(&view, "emancipated_or_adult"), "Remplie");
    decide_to_submit(&mut office, dossier);
}

#[test]
fn a_minor_is_still_directed_elsewhere() {
    let (mut office, dossier, _) = a_dossier();
    person(&mut office, dossier, "born_on", "01/03/2010");
    let elsewhere = json!({ "direction": "redirect", "solutions": ["budget_support"] });
    office.call("decide_orientation", input(dossier, elsewhere));
}

#[test]
fn nothing_is_sent_without_the_guardian_s_agreement() {
    let (mut office, dossier, _) = a_dossier();
    assert_eq!(state(&assessment(&mut office, dossier), "guardian_agreement"), "À vérifier", "nobody has asked");
    let view = answer(&mut office, dossier, "protection_measure", "none");
    assert_eq!(state(&view, "guardian_agreement"), "Sans objet");
    let view = answer(&mut office, dossier, "protection_measure", "curatelle");
    assert_eq!(state(&view, "guardian_agreement"), "À vérifier");
    answer(&mut office, dossier, "guardian_agreement", "asked");
    decide_to_submit(&mut office, dossier);
    let waits = "Sous tutelle ou curatelle, l’accord est nécessaire. Demandez l’accord écrit et notez-le dans \
                 l’Évaluation.";
    assert_says(&mut office, ("submit_to_lender", dossier), json!({}), "lender", waits);
    let view = answer(&mut office, dossier, "guardian_agreement", "refused");
    assert_eq!(state(&view, "guardian_agreement"), "Non remplie");
    let refused = "Le tuteur ou le curateur a refusé : la demande ne peut pas aller plus loin. Demandez l’accord écrit et \
                   notez-le dans l’Évaluation.";
    let over = json!({ "dossier": dossier, "check": "guardian_agreement", "reason": "Pressé." });
    assert_eq!(plain(&office.refused("pass_over_check", over).message), "On ne peut pas passer outre à cette règle.");
    assert_says(&mut office, ("submit_to_lender", dossier), json!({}), "lender", refused);
    assert_says(&mut office, (SUBMIT, dossier), to_submit(), "direction", refused);
    let view = answer(&mut office, dossier, "guardian_agreement", "given");
    assert_eq!(state(&view, "guardian_agreement"), "Remplie");
    office.call("submit_to_lender", input(dossier, json!({})));
}

#[test]
fn a_guardian_who_agreed_in_writing_answers_the_check_with_the_day() {
    let (mut office, dossier, _) = a_dossier();
    let form = |agreed_on: &str| {
        json!({ "role": "guardian", "name": "Claire Odin", "organisation": "UDAF", "reach": "", "address": "",
            "agreed_on": agreed_on, "lead": false })
    };
    let view = office.call("add_companion", json!({ "dossier": dossier, "form": form("") }));
    assert_eq!(text(&view, "/companions/0/agreed_text"), "pas encore d’accord écrit pour le prêt");
    let to_read = state(&assessment(&mut office, dossier), "protection_to_verify");
    assert_eq!(to_read, "À vérifier", "someone has a guardian whose judgment nobody has read");
    let view = answer(&mut office, dossier, "protection_measure", "curatelle");
    assert_eq!(state(&view, "guardian_agreement"), "À vérifier");
    let companion = office.call("dossier", json!({ "dossier": dossier }))["companions"][0]["id"].clone();
    let change = json!({ "dossier": dossier, "companion": companion, "form": form("09/11/2026") });
    let view = office.call("change_companion", change);
    assert_eq!(plain(&text(&view, "/companions/0/agreed_text")), "prêt accepté par écrit le 9 novembre 2026");
    assert_eq!(state(&assessment(&mut office, dossier), "guardian_agreement"), "Remplie");
    let asked = json!({ "dossier": dossier, "figure": "check", "check": "guardian_agreement" });
    let explained = office.call("explain", asked);
    assert_eq!(plain(&text(&explained, "/inputs/1/value")), "donné par écrit le 9 novembre 2026");
    let again = json!({ "dossier": dossier, "fact": "guardian_agreement", "answer": "refused" });
    assert_eq!(office.refused("answer_fact", again).kind, FailureKind::Refused, "what is told is not asked");
    office.call("undo", json!({}));
    office.call("undo", json!({}));
    assert_eq!(state(&assessment(&mut office, dossier), "guardian_agreement"), "À vérifier", "the judgment is unread");
}

#[test]
fn a_business_and_current_expenses_stop_the_purpose_unless_a_reason_is_given() {
    for (excluded, key, said) in [
        (
            "business_creation",
            "not_business_creation",
            "Le microcrédit personnel ne finance pas la création d’entreprise.",
        ),
        ("current_expenses", "not_current_expenses", "Le microcrédit ne paie pas les charges courantes."),
    ] {
        let (mut office, dossier, _) = a_dossier();
        answer(&mut office, dossier, excluded, "yes");
        let refused = office.refused("decide_orientation", input(dossier, to_submit()));
        assert_refused(&refused, FailureKind::Refused, Some("direction"));
        assert_eq!(plain(&refused.message), said);
        let view = pass_over(&mut office, dossier, key);
        assert_eq!(state(&view, key), "Non remplie", "passing over changes no word of the result");
        assert_eq!(text(check(&view, key), "/passed_over/sentence"), "Passé outre le 20 novembre 2026.");
        decide_to_submit(&mut office, dossier);
        office.call("submit_to_lender", input(dossier, json!({})));
    }
}

#[test]
fn being_listed_never_stops_a_request_and_is_entered_once() {
    let (mut office, dossier, _) = a_dossier();
    let view = answer(&mut office, dossier, "ficp_listed", "yes");
    assert_eq!(text(&view, "/fields/ficp"), "yes", "the register and the check hold one answer");
    let said = "Inscription au FICP : jamais, à elle seule, un motif de refus d’un microcrédit garanti.";
    assert_eq!(
        (state(&view, "ficp_not_blocking").as_str(), text(check(&view, "ficp_not_blocking"), "/sentence").as_str()),
        ("Remplie", said)
    );
    let change = json!({ "dossier": dossier, "field": "fcc", "value": "yes" });
    let view = office.call("change_assessment", change);
    assert_eq!(state(&view, "fcc_not_blocking"), "Remplie");
    answer(&mut office, dossier, "ordinary_credit_access", "not_excluded");
    submitted(&mut office, dossier);
    on(&mut office, "2026-11-24", "note_approval", dossier, json!({}));
    let dates = json!({ "disbursed_on": "05/12/2026", "first_due_on": "05/01/2027" });
    on(&mut office, "2026-11-27", "sign_contract", dossier, dates);
}

#[test]
fn over_indebtedness_waits_for_the_commission_a_reason_lets_the_file_leave_and_never_the_signature() {
    let (mut office, dossier, _) = a_dossier();
    let change = json!({ "dossier": dossier, "field": "over_indebtedness", "value": "yes" });
    let view = office.call("change_assessment", change);
    let key = "over_indebtedness_authorisation";
    assert_eq!(state(&view, key), "À vérifier");
    assert_eq!(text(check(&view, key), "/questions/0/answer"), "procedure", "its step is still to say");
    let view = answer(&mut office, dossier, "over_indebtedness", "measures_running");
    assert_eq!(text(&view, "/fields/over_indebtedness"), "yes");
    let waits = "En surendettement, l’accord écrit de la présidence de la commission est demandé. Attendez l’autorisation \
                 écrite de la commission et notez-la dans l’Évaluation. L’envoi peut la précéder avec une raison, jamais \
                 la signature.";
    decide_to_submit(&mut office, dossier);
    assert_says(&mut office, ("submit_to_lender", dossier), json!({}), "lender", waits);
    answer(&mut office, dossier, "commission_authorisation", "asked");
    pass_over(&mut office, dossier, key);
    office.call("submit_to_lender", input(dossier, json!({ "sent_on": "13/11/2026" })));
    on(&mut office, "2026-11-24", "note_approval", dossier, json!({}));
    office.moment = crate::office::at("2026-11-27");
    let dates = json!({ "disbursed_on": "05/12/2026", "first_due_on": "05/01/2027" });
    assert_says(&mut office, ("sign_contract", dossier), dates.clone(), "signed_on", waits);
    let view = answer(&mut office, dossier, "commission_authorisation", "refused");
    assert_eq!(state(&view, key), "Non remplie");
    let refused = office.refused("sign_contract", input(dossier, dates.clone()));
    assert_refused(&refused, FailureKind::Refused, Some("signed_on"));
    answer(&mut office, dossier, "commission_authorisation", "given");
    office.call("sign_contract", input(dossier, dates));
    let change = json!({ "dossier": dossier, "field": "over_indebtedness", "value": "no" });
    let view = office.call("change_assessment", change);
    assert_eq!(state(&view, key), "Sans objet", "the register has the last word");
    let view = answer(&mut office, dossier, "over_indebtedness", "personal_recovery");
    assert_eq!((state(&view, key).as_str(), state(&view, "personal_recovery").as_str()), ("Sans objet", "Remplie"));
    assert_eq!(text(&view, "/fields/over_indebtedness"), "no");
}

/// The office's product made into the one of Laval for debts: 1 500 €, an overdraft 800 €.
fn for_debts(office: &mut Office) {
    let mut fields = a_product("Restructuration");
    fields["purposes"] = json!(["debts"]);
    fields["guarantor"] = json!("ccas");
    fields["limits"]["amount_min"] = json!("");
    fields["limits"]["amount_max"] = json!("1 500");
    fields["limits"]["months_max"] = json!("36");
    fields["limits"]["sub_limits"] = json!([{ "purpose": "debt_repayment", "amount_max": "1 500" },
        { "purpose": "overdraft", "amount_max": "800" }]);
    let changed = json!({ "product": "national_guide", "fields": fields, "version": version("", "01/01/2026", "Délibération", "") });
    office.call("change_product", changed);
}

#[test]
fn an_overdraft_has_its_own_ceiling() {
    let (mut office, dossier, _) = a_dossier();
    office.simulate(dossier, "product", "national_guide");
    for_debts(&mut office);
    purpose(&mut office, dossier, "overdraft");
    own_share(&mut office, dossier, "1 450");
    let view = assessment(&mut office, dossier);
    assert_eq!(state(&view, "amount_and_term"), "Non remplie", "the narrowest limit is the purpose's");
    assert_eq!(state(&view, "sub_purpose_limit"), "Non remplie");
    assert_eq!(fact(&view, "sub_purpose_limit", "Limite propre à l’objet"), "800,00 € au plus");
    assert_eq!(fact(&view, "sub_purpose_limit", "Montant demandé"), "1 200,00 €");
    assert_eq!(state(&view, "product_purpose"), "Remplie");
    assert_eq!(state(&view, "lender_purpose"), "Non remplie", "the agreement has no debts");
    assert_eq!(state(&view, "lender_accredited"), "Sans objet", "the office bears the guarantee");
    assert_eq!(state(&view, "debt_effect"), "Non remplie");
    own_share(&mut office, dossier, "1 850");
    assert_eq!(state(&assessment(&mut office, dossier), "sub_purpose_limit"), "Remplie");
    purpose(&mut office, dossier, "debt_repayment");
    own_share(&mut office, dossier, "1 150");
    assert_eq!(state(&assessment(&mut office, dossier), "sub_purpose_limit"), "Remplie");
    own_share(&mut office, dossier, "1 149,99");
    let view = assessment(&mut office, dossier);
    assert_eq!(
        (state(&view, "sub_purpose_limit"), state(&view, "amount_and_term")),
        ("Non remplie".into(), "Non remplie".into())
    );
    let effect = json!({ "dossier": dossier, "field": "debt_effect", "value": "Le découvert ne se creuse plus." });
    office.call("change_project", effect);
    assert_eq!(state(&assessment(&mut office, dossier), "debt_effect"), "Remplie");
    purpose(&mut office, dossier, "vehicle_purchase");
    let view = assessment(&mut office, dossier);
    assert_eq!(
        (state(&view, "sub_purpose_limit"), state(&view, "product_purpose")),
        ("Sans objet".into(), "Non remplie".into())
    );
}

#[test]
fn a_limit_nobody_stated_is_to_verify() {
    let (mut office, dossier, bank) = a_dossier();
    // The only product there is would be chosen by itself.
    office.call("retire_product", json!({ "product": "national_guide", "retired": true }));
    let months = |most: &str, from: &str| {
        let mut agreement = an_agreement("4");
        agreement["limits"] = json!({ "amount_min": "", "amount_max": "", "exceptional_amount_max": "",
            "months_min": "", "months_max": most, "exceptional_months_max": "", "sub_limits": [] });
        agreement["purposes"] = json!([]);
        agreement["interest_only_max"] = json!("");
        let mut sign = signed(&bank, from, "4");
        sign["fields"] = agreement;
        sign
    };
    office.call("sign_agreement", months("36", "01/11/2026"));
    purpose(&mut office, dossier, "vehicle_purchase");
    office.simulate(dossier, "interest_only", "2");
    let view = assessment(&mut office, dossier);
    assert_eq!(state(&view, "amount_and_term"), "À vérifier");
    assert_eq!(fact(&view, "amount_and_term", "Limites qui s’appliquent"), "36 mois au plus, montant non dit");
    assert_eq!(state(&view, "lender_purpose"), "À vérifier");
    assert_eq!(state(&view, "interest_only"), "À vérifier");
    assert_eq!(state(&view, "product_purpose"), "À vérifier", "no product was chosen");
    office.call("sign_agreement", months("30", "10/11/2026"));
    assert_eq!(state(&assessment(&mut office, dossier), "amount_and_term"), "Non remplie", "the stated one is passed");
}

#[test]
fn above_the_ordinary_ceiling_a_written_reason_is_asked() {
    let (mut office, dossier, _) = a_dossier();
    assert_eq!(state(&assessment(&mut office, dossier), "exceptional_ceiling"), "Sans objet");
    expense(&mut office, dossier, "Aménagement", "1 600");
    let view = assessment(&mut office, dossier);
    assert_eq!(state(&view, "exceptional_ceiling"), "Non remplie");
    assert_eq!(state(&view, "amount_and_term"), "Remplie", "the exceptional ceiling is not passed");
    let written = json!({ "dossier": dossier, "field": "justification", "value": "Véhicule adapté au handicap." });
    office.call("change_project", written);
    assert_eq!(state(&assessment(&mut office, dossier), "exceptional_ceiling"), "Remplie");
    expense(&mut office, dossier, "Plateforme", "2 000");
    let view = assessment(&mut office, dossier);
    assert_eq!(state(&view, "exceptional_ceiling"), "Sans objet", "beyond both, no reason is enough");
    assert_eq!(state(&view, "amount_and_term"), "Non remplie");
    assert_eq!(state(&view, "legal_ceiling"), "Remplie", "the law is another check");
    expense(&mut office, dossier, "Fauteuil", "2 000,01");
    let view = assessment(&mut office, dossier);
    assert_eq!(state(&view, "legal_ceiling"), "Non remplie");
    assert_eq!(check(&view, "legal_ceiling")["may_pass_over"], json!(true));
}

#[test]
fn the_reste_a_vivre_is_read_with_the_loan_against_the_threshold_there_is() {
    let mut office = an_office();
    let bank = office.lender("Banque du Val", "4", "36");
    let dossier = office.delmas();
    office.delmas_project(dossier);
    office.delmas_simulation(dossier, &bank);
    office.delmas_after(dossier);
    assert_eq!(state(&assessment(&mut office, dossier), "reste_a_vivre_after"), "Sans objet", "no hidden threshold");
    office.threshold("300,08");
    let view = assessment(&mut office, dossier);
    assert_eq!(state(&view, "reste_a_vivre_after"), "Non remplie");
    assert_eq!(fact(&view, "reste_a_vivre_after", "Reste à vivre avec le prêt"), "300,07 €");
    assert_eq!(fact(&view, "reste_a_vivre_after", "Seuil de reste à vivre"), "300,08 € par mois");
    assert_eq!(state(&view, "income_lasts"), "Remplie");
    let added = office.call("add_budget_line", a_line(dossier, ("are", "", "600", "monthly", "", "")));
    let view = assessment(&mut office, dossier);
    assert_eq!(state(&view, "income_lasts"), "À vérifier", "an allowance that stops has its end to tell");
    let lines = added["sections"][0]["lines"].as_array().unwrap();
    let line = lines.iter().find(|line| line["entry"] == "are").unwrap()["id"].clone();
    let mut ended = a_line(dossier, ("are", "", "600", "monthly", "", "06/2027"));
    ended["line"] = line;
    office.call("change_budget_line", ended);
    let view = assessment(&mut office, dossier);
    assert_eq!(state(&view, "income_lasts"), "Non remplie");
    let said = fact(&view, "income_lasts", "Durée des ressources");
    assert!(said.ends_with("jusqu’en 06/2027, prêt jusqu’au 05/01/2030"), "{said}");
}

#[test]
fn what_the_adviser_answers_is_asked_in_place_and_only_when_it_matters() {
    let (mut office, dossier, _) = a_dossier();
    let asked = |view: &Value, key: &str| -> Vec<String> {
        check(view, key)["questions"].as_array().unwrap().iter().map(|one| text(one, "/fact")).collect()
    };
    purpose(&mut office, dossier, "vehicle_purchase");
    let view = assessment(&mut office, dossier);
    assert_eq!(asked(&view, "licence"), ["licence_held"]);
    assert_eq!(check(&view, "licence")["questions"][0]["open"], json!(true));
    assert_eq!(asked(&view, "amount_and_term"), Vec::<String>::new(), "the dossier tells it");
    assert_eq!(asked(&view, "guardian_agreement"), ["protection_measure"], "its agreement comes with a measure");
    let view = answer(&mut office, dossier, "licence_held", "no");
    assert_eq!(state(&view, "licence"), "Non remplie");
    let viability = view["criteria"].as_array().unwrap().iter().find(|one| one["key"] == "project_viability").unwrap();
    let said =
        viability["recalled"].as_array().unwrap().iter().find(|one| one["label"] == "Permis de conduire valable");
    assert_eq!(text(said.unwrap(), "/text"), "non");
    let view = answer(&mut office, dossier, "licence_held", "");
    assert_eq!(state(&view, "licence"), "À vérifier", "an answer is taken back");
    for (fact, given, field) in [
        ("licence_held", "maybe", "answer"),
        ("amount_within_limits", "yes", "fact"),
        ("guardian_agreement", "given", "fact"),
        ("luck", "yes", "fact"),
    ] {
        let before = office.dump();
        let typed = json!({ "dossier": dossier, "fact": fact, "answer": given });
        assert_refused(&office.refused("answer_fact", typed), FailureKind::Refused, Some(field));
        assert_eq!(office.dump(), before, "{fact}: nothing is changed");
    }
    let view = assessment(&mut office, dossier);
    assert!(!view.to_string().contains("\"score\""), "never a score");
}

#[test]
fn a_check_is_passed_over_with_a_reason_and_returned_to() {
    let (mut office, dossier, _) = a_dossier();
    answer(&mut office, dossier, "other_aids_possible", "yes");
    let view = assessment(&mut office, dossier);
    assert_eq!(text(&view, "/checks/calling/0/key"), "aids_first", "what is not met comes first");
    assert!(text(&view, "/checks/sentence").starts_with("1 non remplie, "), "{}", text(&view, "/checks/sentence"));
    for reason in ["", "  \n "] {
        let typed = json!({ "dossier": dossier, "check": "aids_first", "reason": reason });
        let refused = office.refused("pass_over_check", typed);
        assert_refused(&refused, FailureKind::Refused, Some("reason"));
        assert_eq!(plain(&refused.message), "La raison manque : elle reste au dossier et s’imprime pour la banque.");
    }
    let met = json!({ "dossier": dossier, "check": "emancipated_or_adult", "reason": "Pour rien." });
    assert_refused(&office.refused("pass_over_check", met), FailureKind::Refused, Some("check"));
    let view = pass_over(&mut office, dossier, "aids_first");
    assert_eq!(state(&view, "aids_first"), "Non remplie");
    assert_eq!(text(check(&view, "aids_first"), "/passed_over/reason"), "Le juge a donné son accord de vive voix.");
    let calling = view["checks"]["calling"].as_array().unwrap();
    assert_eq!(calling.last().unwrap()["key"], "aids_first", "what is passed over calls last");
    assert!(text(&view, "/checks/sentence").contains("1 écartée avec un motif"));
    let back = json!({ "dossier": dossier, "check": "aids_first" });
    let view = office.call("return_to_rule", back.clone());
    assert_eq!(check(&view, "aids_first")["passed_over"], Value::Null);
    assert_eq!(office.refused("return_to_rule", back).kind, FailureKind::Gone);
    let undone = office.call("undo", json!({}));
    assert_eq!(text(&undone, "/sentence"), "Annulé : retour à la règle : autres aides d’abord, Sonia Delmas.");
    assert_eq!(
        text(check(&assessment(&mut office, dossier), "aids_first"), "/passed_over/sentence"),
        "Passé outre le 20 novembre 2026."
    );
}

#[test]
fn a_dossier_sent_keeps_the_rules_of_its_day() {
    let (mut office, dossier, bank) = a_dossier();
    submitted(&mut office, dossier);
    let mut sign = signed(&bank, "16/11/2026", "4");
    sign["fields"]["limits"]["amount_max"] = json!("1 000");
    sign["fields"]["limits"]["exceptional_amount_max"] = json!("");
    office.call("sign_agreement", sign);
    let view = assessment(&mut office, dossier);
    assert_eq!(text(&view, "/checks/rules_on/text"), "13 novembre 2026");
    assert_eq!(state(&view, "amount_and_term"), "Remplie");
    let other = office.request_of("Samira", "Vauclerc");
    office.call("change_request", json!({ "dossier": other, "field": "amount", "value": "" }));
    office.simulate(other, "lender", &bank);
    office.simulate(other, "months", "36");
    expense(&mut office, other, "Scooter", "2 400");
    assert_eq!(state(&assessment(&mut office, other), "amount_and_term"), "Non remplie");
}

#[test]
fn the_bank_reads_what_was_passed_over_and_why_the_ceiling_is_passed() {
    let (mut office, dossier, _) = a_dossier();
    expense(&mut office, dossier, "Aménagement", "1 600");
    let written = json!({ "dossier": dossier, "field": "justification", "value": "Véhicule adapté au handicap." });
    office.call("change_project", written);
    answer(&mut office, dossier, "other_aids_possible", "yes");
    pass_over(&mut office, dossier, "aids_first");
    let file = printed(&mut office, dossier, "bank_file");
    says(&file, &["Autres aides d’abord", "non remplie", "Le juge a donné son accord de vive voix."]);
    says(&file, &["Pourquoi au-delà du plafond ordinaire", "Véhicule adapté au handicap."]);
    office.call("return_to_rule", json!({ "dossier": dossier, "check": "aids_first" }));
    assert!(
        !printed(&mut office, dossier, "bank_file").contains("de vive voix"),
        "what is not passed over is not told"
    );
}

#[test]
fn a_file_that_may_not_be_sent_is_not_said_to_be_ready() {
    let (mut office, dossier, _) = a_dossier();
    let state = |office: &mut Office| {
        let papers = office.call("papers", json!({ "dossier": dossier }));
        let card = papers["papers"].as_array().unwrap().iter().find(|card| card["key"] == "bank_file").unwrap().clone();
        text(&card, "/state")
    };
    assert!(state(&mut office).starts_with("prêt"), "{}", state(&mut office));
    office.simulate(dossier, "product", "national_guide");
    let mut fields = a_product("Restructuration");
    fields["support"] = json!("budget_required");
    let dated = version("", "01/01/2026", "Délibération", "");
    office.call("change_product", json!({ "product": "national_guide", "fields": fields, "version": dated }));
    assert_eq!(state(&mut office), "pas encore transmissible : accompagnement obligatoire");
    office.call("plan_support", input(dossier, json!({ "level": "light", "budget": "office" })));
    assert!(state(&mut office).starts_with("prêt"), "{}", state(&mut office));
}
