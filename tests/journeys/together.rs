//! What is looked at together with the person: their month with the loan, the loan for a few durations.

use serde_json::{Value, json};

use crate::office::{Office, a_line, an_office, text};

/// The Delmas household with its budget, its project and its loan over 36 months.
fn delmas(most: &str) -> (Office, i64) {
    let mut office = an_office();
    let bank = office.lender("Banque du Val", "4", most);
    let dossier = office.delmas();
    office.delmas_project(dossier);
    office.delmas_simulation(dossier, &bank);
    (office, dossier)
}

fn durations(view: &Value) -> Vec<(u64, String)> {
    let all = view["loan"]["durations"].as_array().unwrap().iter();
    all.map(|one| (one["months"].as_u64().unwrap(), text(one, "/instalment/text"))).collect()
}

#[test]
fn the_month_adds_up_to_what_is_left() {
    let (mut office, dossier) = delmas("48");
    let view = office.call("together", json!({ "dossier": dossier }));
    let rows = view["month"]["rows"].as_array().unwrap();
    let cents = |row: &Value| row["amount"]["cents"].as_i64().unwrap();
    let left = view["month"]["left"]["cents"].as_i64().unwrap();
    assert_eq!(rows.iter().map(cents).sum::<i64>(), left, "{rows:?}");
    let budget = office.call("budget", json!({ "dossier": dossier }));
    assert_eq!(view["month"]["each"], budget["after"]["reste_a_vivre"]);
    assert_eq!(view["month"]["today"], budget["reste_a_vivre"]);
    assert_eq!(text(rows.last().unwrap(), "/amount/text"), "−70,86 €");
    assert!(text(&view, "/warning").starts_with("Attention"), "{view}");
}

#[test]
fn a_duration_is_tried_without_changing_the_simulation() {
    let (mut office, dossier) = delmas("48");
    let before = office.dump();
    let view = office.call("together", json!({ "dossier": dossier }));
    assert_eq!(text(&view, "/loan/how"), "36 fois, le 5 du mois, dès février 2027, la dernière de 70,77 €");
    assert_eq!(text(&view, "/loan/cost/text"), "150,87 €");
    let offered = durations(&view);
    assert_eq!(offered.iter().map(|(months, _)| *months).collect::<Vec<_>>(), [30, 36, 42]);
    let tried = office.call("together", json!({ "dossier": dossier, "months": 30 }));
    assert_eq!(text(&tried, "/loan/instalment"), offered[0].1);
    assert_eq!(durations(&tried), offered, "the choice stays the same while one is tried");
    assert!(tried["month"]["each"]["cents"].as_i64() < view["month"]["each"]["cents"].as_i64());
    assert_eq!(office.dump(), before);
}

#[test]
fn the_adviser_sees_the_same_durations_with_what_each_costs_and_leaves() {
    let (mut office, dossier) = delmas("48");
    let together = office.call("together", json!({ "dossier": dossier }));
    let view = office.call("simulation", json!({ "dossier": dossier }));
    assert_eq!(view["durations"], together["loan"]["durations"]);
    let costs: Vec<_> = view["durations"].as_array().unwrap().iter().map(|one| one["cost"]["cents"].as_i64()).collect();
    assert_eq!(costs[1], Some(15_087), "that of the loan shown");
    assert!(costs.is_sorted(), "the longer, the dearer: {costs:?}");
    assert_eq!(view["durations"][1]["reste_a_vivre"], view["reste_a_vivre_after"]);
    let change = json!({ "dossier": dossier, "field": "months", "value": "30" });
    let kept = office.call("change_simulation", change);
    assert_eq!(kept["durations"][1]["months"], 30);
}

#[test]
fn a_duration_the_agreement_does_not_allow_is_not_offered() {
    let (mut office, dossier) = delmas("36");
    let view = office.call("together", json!({ "dossier": dossier }));
    assert_eq!(durations(&view).iter().map(|(months, _)| *months).collect::<Vec<_>>(), [24, 30, 36]);
}

#[test]
fn what_is_not_known_yet_is_left_out_and_told() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    let view = office.call("together", json!({ "dossier": dossier }));
    assert!(view["month"].is_null() && view["loan"].is_null());
    assert_eq!(text(&view, "/lacks"), "Nous calculerons le prêt ensemble.", "what lacks is the adviser's to know");
    office.call("add_budget_line", a_line(dossier, ("salary_permanent", "", "1 240", "monthly", "", "")));
    let view = office.call("together", json!({ "dossier": dossier }));
    assert!(view["month"]["today"].is_null(), "without a loan nothing is told twice: {view}");
}
