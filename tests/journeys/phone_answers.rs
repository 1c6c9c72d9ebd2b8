//! What is said on the phone: the checks, the registers and the papers to bring that follow, when it is said first, when
//! the person is called back and when it is corrected.

use desk::FailureKind;
use serde_json::{Value, json};

use crate::first_contact::{called_back, request, screened};
use crate::office::{Office, an_office, assert_refused, plain, text};

pub fn recorded(office: &mut Office, answers: Value) -> i64 {
    let mut call = screened("Peltrault", "Yannick", "call_back", answers);
    call["next_date"] = json!("12/12/2026");
    office.call("record_request", call)["id"].as_i64().unwrap()
}

fn assessment(office: &mut Office, dossier: i64) -> Value {
    office.call("assessment", json!({ "dossier": dossier }))
}

#[track_caller]
fn state(view: &Value, key: &str) -> String {
    let rows = |list: &str| view["checks"][list].as_array().unwrap().iter();
    let found = rows("calling").chain(rows("settled")).find(|check| check["key"] == key);
    text(found.unwrap_or_else(|| panic!("{key}")), "/state/label")
}

#[test]
fn what_the_phone_says_stops_and_what_it_does_not_say_is_to_verify() {
    let mut office = an_office();
    let silent = recorded(&mut office, json!({}));
    let view = assessment(&mut office, silent);
    for check in ["guardian_agreement", "not_current_expenses", "not_business_creation"] {
        assert_eq!(state(&view, check), "À vérifier", "{check}: nobody asked");
    }
    let answers = json!({ "protection": "yes", "current_expenses": "yes", "business": "yes", "over_indebtedness": "yes",
        "ficp_listed": "yes", "fcc_listed": "no", "minor": "no" });
    let told = recorded(&mut office, answers);
    let view = assessment(&mut office, told);
    assert_eq!(state(&view, "guardian_agreement"), "À vérifier");
    assert_eq!(state(&view, "not_current_expenses"), "Non remplie");
    assert_eq!(state(&view, "not_business_creation"), "Non remplie");
    assert_eq!(state(&view, "over_indebtedness_authorisation"), "À vérifier");
    assert_eq!(state(&view, "emancipated_or_adult"), "Remplie", "of age by their word, without a day of birth");
    let fields = &view["fields"];
    assert_eq!((&fields["ficp"], &fields["fcc"]), (&json!("yes"), &json!("no")), "two registers, two questions");
    assert_eq!(fields["over_indebtedness"], "yes");
    assert!(plain(&view.to_string()).contains("non, d’après la personne"), "whose word it is");
    assert!(view.to_string().contains("Dit par la personne au premier appel."), "beside the question it answers");
    let own = json!({ "dossier": told, "fact": "business_creation", "answer": "no" });
    let view = office.call("answer_fact", own);
    assert_eq!(state(&view, "not_business_creation"), "Remplie", "the adviser's answer counts over the phone's");
}

#[test]
fn the_papers_to_bring_follow_what_is_said_and_leave_out_what_the_office_makes() {
    let mut office = an_office();
    let mut to_bring = |answers: Value| -> Vec<String> {
        let grid = office.call("screening_grid", json!({ "answers": answers, "purpose": "vehicle_repair" }));
        let in_doubt = |paper: &Value| text(paper, "/detail") == "selon la situation";
        let named = |paper: &Value| {
            let label = plain(&text(paper, "/label"));
            if in_doubt(paper) { format!("{label} (selon la situation)") } else { label }
        };
        grid["to_bring"].as_array().unwrap().iter().map(named).collect()
    };
    let silent = to_bring(json!({}));
    let has = |papers: &[String], paper: &str| papers.iter().any(|one| one == paper);
    for paper in ["Bulletins de salaire", "Justificatif de domicile", "Quittance de loyer"] {
        assert!(has(&silent, &format!("{paper} (selon la situation)")), "{paper} in {silent:?}");
    }
    for own in ["Fiche budgétaire relue et signée", "Déclaration sur l’honneur", "Consentement à la transmission"]
    {
        assert!(!has(&silent, own), "the office makes {own}: {silent:?}");
    }
    let told = to_bring(json!({ "rent_total": "520", "over_indebtedness": "yes", "protection": "yes" }));
    assert!(has(&told, "Quittance de loyer") && has(&told, "Jugement de protection"), "{told:?}");
    assert!(told.iter().any(|paper| paper.contains("commission")), "{told:?}");
    let paid = to_bring(json!({ "income_from": "salaire, RSA" }));
    assert!(
        has(&paid, "Bulletins de salaire") && has(&paid, "Attestation de paiement de la CAF ou de la MSA"),
        "{paid:?}"
    );
    assert!(!paid.iter().any(|paper| paper.starts_with("Attestation de France Travail")), "{paid:?}");
    let free = to_bring(json!({ "rent_total": "0" }));
    assert!(!free.iter().any(|paper| paper.starts_with("Quittance de loyer")), "{free:?}");
}

#[test]
fn the_grid_is_filled_when_the_person_is_called_back() {
    let mut office = an_office();
    let dossier = office.call("record_request", request("Odin", "Rose", "lunettes"))["id"].as_i64().unwrap();
    let view = office.call("note_screening", called_back(dossier, json!({ "protection": "yes", "ficp_listed": "no" })));
    assert_eq!(view["first_contact"]["answers"].as_array().unwrap().len(), 2);
    assert_eq!(view["first_contact"]["may_call"], true);
    let shown = assessment(&mut office, dossier);
    assert_eq!((&shown["fields"]["ficp"], state(&shown, "guardian_agreement").as_str()), (&json!("no"), "À vérifier"));
    let mut again = called_back(dossier, json!({ "protection": "no" }));
    again["form"]["outcome"] = json!("");
    assert_refused(&office.refused("note_screening", again.clone()), FailureKind::Refused, Some("outcome"));
    again["form"]["outcome"] = json!("call_back");
    let view = office.call("note_screening", again);
    assert_eq!(view["first_contact"]["answers"].as_array().unwrap().len(), 2, "the later call answers anew");
    assert_eq!(state(&assessment(&mut office, dossier), "guardian_agreement"), "Sans objet");
}

#[test]
fn the_answers_and_the_length_of_a_call_are_corrected_with_what_follows_from_them() {
    let mut office = an_office();
    let dossier = recorded(&mut office, json!({ "ficp_listed": "no", "needed_by": "mars" }));
    let view = office.call("dossier", json!({ "dossier": dossier }));
    let call = &view["first_contact"]["call"];
    let mut correction = json!({ "dossier": dossier, "fact": call["fact"], "minutes": "25", "reason": "",
        "answers": { "ficp_listed": "yes", "needed_by": "avril" } });
    assert_refused(&office.refused("correct_screening", correction.clone()), FailureKind::Refused, Some("reason"));
    correction["reason"] = json!("mal entendu");
    let view = office.call("correct_screening", correction);
    assert_eq!(view["first_contact"]["call"]["minutes"], "25");
    assert_eq!(assessment(&mut office, dossier)["fields"]["ficp"], "yes", "what it wrote follows");
    let project = office.call("project", json!({ "dossier": dossier }));
    assert_eq!(text(&project, "/fields/wanted_for"), "avril");
    let checked = json!({ "dossier": dossier, "field": "checked_on", "value": "19/11/2026" });
    office.call("change_assessment", checked);
    let fact = view["first_contact"]["call"]["fact"].clone();
    let again = json!({ "dossier": dossier, "fact": fact, "answers": { "ficp_listed": "no" }, "minutes": "25",
        "reason": "encore" });
    office.call("correct_screening", again);
    assert_eq!(assessment(&mut office, dossier)["fields"]["ficp"], "yes", "what the adviser checked stays");
}

#[test]
fn the_form_of_another_fact_says_where_a_call_is_corrected() {
    let mut office = an_office();
    let dossier = recorded(&mut office, json!({ "ficp_listed": "no" }));
    let view = office.call("dossier", json!({ "dossier": dossier }));
    let wrong = json!({ "dossier": dossier, "fact": view["first_contact"]["call"]["fact"], "reason": "x",
        "decision": { "kind": "drop", "form": {} } });
    let refused = office.refused("correct_fact", wrong);
    assert_eq!(
        plain(&refused.sentence()),
        "Ce formulaire ne corrige pas ce fait. Rien n’a été changé. Les réponses et la durée d’un premier appel se \
         corrigent dans Personne."
    );
}

#[test]
fn the_amounts_of_the_phone_open_the_budget_to_confirm() {
    let mut office = an_office();
    let silent = recorded(&mut office, json!({ "ficp_listed": "no", "credit_total": "0" }));
    assert_eq!(office.call("budget", json!({ "dossier": silent }))["may_prefill"], false, "no amount, nothing to take");
    assert_refused(&office.refused("prefill_budget", json!({ "dossier": silent })), FailureKind::Refused, None);
    let dossier = recorded(&mut office, json!({ "income_total": "1450", "rent_total": "520", "credit_total": "0" }));
    let asked = json!({ "dossier": dossier });
    assert_eq!(office.call("budget", asked.clone())["may_prefill"], true);
    let opened = office.call("prefill_budget", asked.clone());
    let lines: Vec<String> = opened["sections"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|section| section["lines"].as_array().unwrap())
        .map(|line| {
            plain(&format!(
                "{} {} {}",
                text(line, "/printed_label"),
                text(line, "/amount/text"),
                text(line, "/certainty")
            ))
        })
        .collect();
    assert_eq!(lines, ["Loyer (charges comprises) 520,00 € declared"], "a total is not counted beside its lines");
    assert_eq!(plain(&text(&opened, "/to_confirm")), "1 montant dit au premier appel, à confirmer.");
    assert_eq!(opened["may_prefill"], false);
    assert_refused(&office.refused("prefill_budget", asked.clone()), FailureKind::Refused, None);
    let confirmed = office.call("confirm_budget_lines", asked);
    assert_eq!(text(&confirmed, "/to_confirm"), "");
}
