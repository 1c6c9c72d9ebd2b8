//! The budget typed line by line gives the published sheet to the cent.

use desk::FailureKind;
use serde_json::{Value, json};

use crate::office::{DELMAS, a_line, an_office, assert_refused, plain, text};

fn section<'v>(view: &'v Value, key: &str) -> &'v Value {
    view["sections"].as_array().unwrap().iter().find(|section| section["key"] == key).unwrap()
}

/// The published sheet « Fiche budgétaire » of the Delmas household, column « avant le prêt ».
#[test]
fn the_published_sheet_is_reckoned_to_the_cent() {
    let mut office = an_office();
    let dossier = office.delmas();
    let view = office.call("budget", json!({ "dossier": dossier }));
    let total = |key| text(section(&view, key), "/total/text");
    assert_eq!(total("income"), "1 999,76 €");
    assert_eq!(total("fixed_expense"), "896,18 €");
    assert_eq!(total("debt"), "85,00 €");
    let working: Vec<String> = view["working"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| format!("{} {} {}", text(row, "/sign"), text(row, "/label"), text(row, "/value")))
        .collect();
    assert_eq!(
        working,
        [
            " Ressources du ménage 1 999,76",
            "− Charges 896,18",
            "− Dettes 85,00",
            "= Reste pour le ménage 1 018,58",
            "÷ 3 personnes, par mois 339,53 €",
        ]
    );
    assert_eq!(text(&view, "/reste_a_vivre/text"), "339,53 €");
    assert_eq!(text(&view, "/per_day/text"), "11,16 €");
    assert_eq!(text(&view, "/debt_ratio/text"), "4,25 %");
    let ars = &section(&view, "income")["lines"][5];
    assert_eq!(text(ars, "/calculation"), "853,74 € / 12");
    assert_eq!(text(ars, "/per_month/text"), "71,15 €");
    let credit = &section(&view, "debt")["lines"][0];
    assert_eq!(text(credit, "/printed_label"), "Crédit renouvelable (Finexo ; reste 612,40 € ; fin : 01/2028)");
    let header = office.call("dossier", json!({ "dossier": dossier }));
    assert_eq!(text(&header, "/reste_a_vivre/text"), "339,53 €", "the header says the same");
    assert_eq!(text(&header, "/stage/label"), "Instruction");
}

#[test]
fn an_amount_says_what_it_makes_a_month_while_it_is_typed() {
    let mut office = an_office();
    let mut month = |amount: &str, frequency: &str| {
        let answer = office.call("amount_per_month", json!({ "amount": amount, "frequency": frequency }));
        if answer["per_month"].is_null() { String::new() } else { text(&answer, "/per_month/text") }
    };
    assert_eq!(month("14", "yearly"), "1,17 €");
    assert_eq!(month("100", "weekly"), "433,33 €");
    assert_eq!(month("14", "monthly"), "14,00 €");
    assert_eq!(month("43*10/12", "monthly"), "35,83 €");
    assert_eq!(month("186 / 2 mois", "monthly"), "93,00 €", "the period typed with it is its frequency");
    for (amount, frequency) in [("14", "one_off"), ("", "yearly"), ("43x", "monthly")] {
        assert_eq!(month(amount, frequency), "", "{amount} {frequency}");
    }
}

#[test]
fn an_amount_typed_as_a_calculation_or_with_its_period_is_the_line() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    for (typed, amount, frequency) in [
        ("43*10/12", "35,83 €", "monthly"),
        ("186 / 2 mois", "186,00 €", "two_monthly"),
        ("168 / an", "168,00 €", "yearly"),
        ("3 x 45", "135,00 €", "monthly"),
    ] {
        let view = office.call("add_budget_line", a_line(dossier, ("canteen", "", typed, "monthly", "", "")));
        let line = section(&view, "fixed_expense")["lines"].as_array().unwrap().last().unwrap().clone();
        assert_eq!((text(&line, "/amount/text").as_str(), text(&line, "/frequency").as_str()), (amount, frequency));
    }
    for typed in ["43x", "186 / 4 mois", "12/0", "10 - 12"] {
        let refused = office.refused("add_budget_line", a_line(dossier, ("canteen", "", typed, "monthly", "", "")));
        assert_refused(&refused, FailureKind::Refused, Some("amount"));
    }
}

#[test]
fn an_empty_budget_shows_its_sections_and_no_figure() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    let view = office.call("budget", json!({ "dossier": dossier }));
    assert_eq!(view["sections"].as_array().unwrap().len(), 4);
    assert!(view["reste_a_vivre"].is_null() && view["debt_ratio"].is_null());
}

#[test]
fn every_frequency_is_brought_to_a_month() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    for (frequency, month) in [
        ("weekly", Some("433,33 €")),
        ("fortnightly", Some("216,67 €")),
        ("monthly", Some("100,00 €")),
        ("two_monthly", Some("50,00 €")),
        ("quarterly", Some("33,33 €")),
        ("half_yearly", Some("16,67 €")),
        ("yearly", Some("8,33 €")),
        ("one_off", None),
    ] {
        let line = a_line(dossier, ("other_income", "", "100", frequency, "", ""));
        let view = office.call("add_budget_line", line);
        let last = section(&view, "income")["lines"].as_array().unwrap().last().unwrap().clone();
        let shown = last.pointer("/per_month/text").and_then(Value::as_str).map(plain);
        assert_eq!(shown.as_deref(), month, "{frequency}");
    }
}

#[test]
fn a_line_is_changed_and_taken_out() {
    let mut office = an_office();
    let dossier = office.delmas();
    let view = office.call("budget", json!({ "dossier": dossier }));
    let rent = section(&view, "fixed_expense")["lines"][0]["id"].as_i64().unwrap();
    let mut change = a_line(dossier, ("rent", "T3", "500", "monthly", "", ""));
    change["line"] = json!(rent);
    change["fields"]["certainty"] = json!("seen_on_statements");
    let view = office.call("change_budget_line", change.clone());
    let line = &section(&view, "fixed_expense")["lines"][0];
    assert_eq!(text(line, "/printed_label"), "Loyer (T3)");
    assert_eq!(text(line, "/certainty_text"), "vu sur les relevés");
    assert_eq!(text(section(&view, "fixed_expense"), "/total/text"), "910,18 €");
    let view = office.call("remove_budget_line", json!({ "dossier": dossier, "line": rent }));
    assert_eq!(text(section(&view, "fixed_expense"), "/total/text"), "410,18 €");
    let gone = office.refused("change_budget_line", change);
    assert_eq!(gone.kind, FailureKind::Gone);
}

#[test]
fn current_expenses_are_noted_and_not_counted() {
    let mut office = an_office();
    let dossier = office.delmas();
    let view = office.call("add_budget_line", a_line(dossier, ("food", "", "90", "weekly", "", "")));
    let food = &section(&view, "running_expense")["lines"][0];
    assert_eq!(food["counted"], false);
    assert!(!text(food, "/note").is_empty(), "it says why");
    assert_eq!(text(&view, "/reste_a_vivre/text"), "339,53 €");
}

#[test]
fn a_line_says_what_it_lacks_at_its_field() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    let sound = DELMAS[0];
    let mut refused = |field: &str, value: Value| {
        let mut line = a_line(dossier, sound);
        line["fields"][field] = value;
        let failure = office.refused("add_budget_line", line);
        assert_refused(&failure, FailureKind::Refused, Some(field));
    };
    for value in ["", "-5", "douze", "1,234", "99999999999999999999", "1e9"] {
        refused("amount", json!(value));
    }
    refused("entry", json!("lottery"));
    refused("entry", json!(""));
    refused("frequency", json!("sometimes"));
    refused("certainty", json!(""));
    refused("outstanding", json!("100"));
    let mut ends = a_line(dossier, DELMAS[16]);
    ends["fields"]["ends"] = json!("13/2028");
    let failure = office.refused("add_budget_line", ends);
    assert_refused(&failure, FailureKind::Refused, Some("ends"));
    let view = office.call("budget", json!({ "dossier": dossier }));
    assert!(view["reste_a_vivre"].is_null(), "nothing was recorded");
}

/// The published sheet, column « après le prêt », with the threshold of the office.
#[test]
fn the_published_sheet_once_the_project_is_done_is_reckoned_to_the_cent() {
    let mut office = an_office();
    let bank = office.lender("Banque du Val", "4", "36");
    office.threshold("250");
    let dossier = office.delmas();
    office.delmas_project(dossier);
    office.delmas_simulation(dossier, &bank);
    let view = office.delmas_after(dossier);
    let rows: Vec<String> = view["after"]["working"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| ["sign", "label", "before", "after"].map(|of| text(row, &format!("/{of}"))).join(" "))
        .collect();
    assert_eq!(
        rows,
        [
            " Ressources du ménage 1 999,76 1 999,76",
            "− Charges 896,18 983,68",
            "− Dettes 85,00 45,00",
            "− Mensualité du microcrédit – 70,86",
            "= Reste pour le ménage 1 018,58 900,22",
            "÷ 3 personnes, par mois 339,53 € 300,07 €",
        ]
    );
    assert_eq!(text(&view, "/after/per_day/text"), "9,87 €");
    assert_eq!(text(&view, "/after/debt_ratio/text"), "5,79 %");
    assert_eq!(text(&view, "/threshold/sentence"), "50,07 € au-dessus du repère de 250,00 €");
    assert_eq!(text(&view, "/threshold/capacity/text"), "221,08 €");
    assert_eq!(text(&view, "/threshold/capacity_sentence"), "La mensualité, 70,86 €, en représente 32 %.");
    let changes: Vec<String> = view["after"]["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| ["label", "difference", "reason"].map(|of| text(row, &format!("/{of}"))).join(" · "))
        .collect();
    assert_eq!(changes[0], "Transports en commun (bus et covoiturage) · −54,00 · remplacés par la voiture");
    assert_eq!(changes.len(), 4, "{changes:?}");
    let header = office.call("dossier", json!({ "dossier": dossier }));
    assert_eq!(text(&header, "/reste_a_vivre/text"), "339,53 €");
    assert_eq!(text(&header, "/loan/reste_a_vivre_after/text"), "300,07 €");
}

#[test]
fn without_a_threshold_nor_a_loan_nothing_is_made_up() {
    let mut office = an_office();
    let dossier = office.delmas();
    let view = office.call("budget", json!({ "dossier": dossier }));
    assert!(view["after"].is_null() && view["threshold"].is_null());
    let view = office.delmas_after(dossier);
    assert!(view["after"]["instalment"].is_null() && view["threshold"].is_null());
    assert_eq!(text(&view, "/after/reste_a_vivre/text"), "323,69 €", "what changes is shown before any loan");
    let mut reason_alone = a_line(dossier, DELMAS[6]);
    reason_alone["fields"]["after_reason"] = json!("déménagement");
    let failure = office.refused("add_budget_line", reason_alone);
    assert_refused(&failure, FailureKind::Refused, Some("after_amount"));
}
