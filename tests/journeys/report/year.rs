//! What is typed once for a year, and what it gives.

use desk::FailureKind;
use serde_json::{Value, json};

use super::{indicator, valbourg::valbourg};
use crate::office::{an_office, assert_refused, plain, text};

/// The page of a year with these wages.
pub fn page(year: &str, wages: &str) -> Value {
    json!({ "year": year, "fields": { "subsidies": "4 000", "wages": wages, "communication": "600", "other_costs": "400",
        "optional_aid": "20 000", "inhabitants": "42 366", "paid_hours": "803" } })
}

/// 9 000 + 600 + 400 € for three loans are 3 333,33 € each; 4 000 € of subsidies leave 2 000 € each.
#[test]
fn the_page_of_a_year_gives_what_a_loan_costs_and_is_undone() {
    let mut office = valbourg();
    let asked = json!({ "year": "2026", "from": "", "to": "" });
    let typed = office.call("set_report_year", page("2026", "9 000"));
    assert_eq!(
        plain(&text(&typed, "/sentence")),
        "Coût de l’année : 10 000,00 €, dont 6 000,00 € à la charge du CCAS."
    );
    let data = office.call("report_data", asked.clone());
    for (key, value) in [
        ("yearly_cost", "10000.00"),
        ("subsidies", "4000.00"),
        ("cost_per_loan", "3333.33"),
        ("net_cost_per_loan", "2000.00"),
        ("refunds_of_optional_aid", "0.00"),
        ("paid_full_time", "0.50"),
        ("loans_per_full_time", "6.00"),
        ("loans_per_10000_inhabitants", "0.71"),
    ] {
        assert_eq!(indicator(&data, key).0.as_deref(), Some(value), "{key}");
    }
    let view = office.call("report", asked.clone());
    let told = plain(&view.to_string());
    assert!(told.contains("10 000,00 € ÷ 3 prêts"), "{told}");
    assert!(told.contains("14 prêts (2017)"), "beside Boulogne-sur-Mer");
    let month = office.call("report_data", json!({ "year": "", "from": "2026-01-01", "to": "2026-01-31" }));
    assert!(month["indicators"].as_array().unwrap().iter().all(|one| one["key"] != "cost_per_loan"), "a year alone");
    office.call("set_report_year", page("2026", "11 000"));
    let data = office.call("report_data", asked.clone());
    assert_eq!(indicator(&data, "cost_per_loan").0.as_deref(), Some("4000.00"), "typed again, it is corrected");
    let unpaid = office.call("set_report_year", page("2026", ""));
    assert!(text(&unpaid, "/sentence").starts_with("Temps de travail non noté"), "without it no total is one");
    assert_eq!(indicator(&office.call("report_data", asked.clone()), "cost_per_loan").0, None);
    office.call("undo", json!({}));
    office.call("undo", json!({}));
    office.call("undo", json!({}));
    assert_eq!(indicator(&office.call("report_data", asked), "cost_per_loan").0, None);
    assert_eq!(text(&office.call("report_year", json!({ "year": "2026" })), "/fields/wages"), "");
}

#[test]
fn what_is_not_a_number_is_refused_at_its_field() {
    let mut office = an_office();
    let refused = office.refused("set_report_year", page("2026", "beaucoup"));
    assert_refused(&refused, FailureKind::Refused, Some("wages"));
    let refused = office.refused("set_report_year", page("26", "9 000"));
    assert_refused(&refused, FailureKind::Refused, Some("year"));
}
