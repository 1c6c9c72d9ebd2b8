//! The bilan of an office with a dozen dossiers of every kind, each number counted by hand.

mod files;
mod questions;
mod settlement;
pub mod sheets;
mod valbourg;
mod year;

use std::fs;

use desk::FailureKind;
use serde_json::{Value, json};

use self::valbourg::{LAST_NAMES, valbourg};
use crate::office::{Office, an_office, assert_refused, plain, text};

/// One sound input of each call of the bilan that writes; nothing for another call.
pub fn sample(call: &str) -> Option<Value> {
    match call {
        "settle_report" => Some(year("2025")),
        "set_report_year" => Some(year::page("2026", "9 000")),
        _ => None,
    }
}

fn year(year: &str) -> Value {
    json!({ "year": year, "from": "", "to": "" })
}

fn days(from: &str, to: &str) -> Value {
    json!({ "year": "", "from": from, "to": to })
}

/// The value and the number of dossiers of an indicator.
fn indicator(data: &Value, key: &str) -> (Option<String>, u64) {
    let found = data["indicators"].as_array().unwrap().iter().find(|one| one["key"] == key);
    let found = found.unwrap_or_else(|| panic!("{key}"));
    (found["value"].as_str().map(str::to_owned), found["dossiers"].as_u64().unwrap())
}

/// The cells of a row of a table, `-` where there is no number.
fn cells(data: &Value, table: &str, row: &str) -> Vec<String> {
    let tables = data["tables"].as_array().unwrap();
    let table = tables.iter().find(|one| one["key"] == table).unwrap_or_else(|| panic!("{table}"));
    let rows = table["rows"].as_array().unwrap();
    let row = rows.iter().find(|one| one["key"] == row).unwrap_or_else(|| panic!("{row} in {rows:?}"));
    row["cells"].as_array().unwrap().iter().map(|cell| cell.as_str().unwrap_or("-").to_owned()).collect()
}

const BY_HAND: [(&str, &str, u64); 70] = [
    ("requests", "10", 10),
    ("unnamed_calls", "0", 0),
    ("assessed", "8", 8),
    ("redirected", "1", 1),
    ("dropped", "1", 1),
    ("inadmissible", "1", 1),
    ("submitted", "6", 6),
    ("granted", "3", 3),
    ("refused", "2", 2),
    ("withdrawn", "1", 1),
    ("disbursed", "2", 2),
    ("agreement_lapsed", "0", 0),
    ("not_disbursed", "2", 2),
    ("former_borrowers", "0", 0),
    ("pending_decisions", "2", 2),
    ("amount_granted", "7100.00", 3),
    ("mean_amount", "2366.67", 3),
    ("mean_months", "32.00", 3),
    ("mean_instalment", "75.52", 3),
    ("mean_rate", "3.83", 3),
    ("share_over_3000", "33.33", 1),
    ("submission_rate", "75.00", 6),
    ("grant_rate_of_submitted", "50.00", 3),
    ("grant_rate_of_requests", "30.00", 3),
    ("grant_rate_of_assessed", "37.50", 3),
    // 12, 10, 11, 9, 10 and 7 days.
    ("days_request_to_submission", "9.83", 6),
    // 14, 10, 17 and 12 days.
    ("days_submission_to_decision", "13.25", 4),
    // 15 and 46 days.
    ("days_decision_to_disbursement", "30.50", 2),
    // 41 and 96 days.
    ("days_request_to_disbursement", "68.50", 2),
    ("missed_instalments", "0", 0),
    ("incidents", "0", 0),
    ("losses", "0.00", 0),
    ("guarantee_calls", "0", 0),
    ("deferrals", "0", 0),
    ("repaid_loans", "0", 0),
    ("ended_loans", "0", 0),
    ("amount_of_ended_loans", "0.00", 0),
    ("repayment_rate", "", 0),
    ("loss_rate", "", 0),
    ("interest_refunds_count", "0", 0),
    ("interest_refunds_amount", "0.00", 0),
    ("mean_refund", "", 0),
    ("running_loans", "2", 2),
    ("work_hours", "", 0),
    ("full_time_equivalent", "", 0),
    // Nothing is typed for the year yet.
    ("subsidies", "", 0),
    ("yearly_cost", "", 0),
    ("cost_per_loan", "", 0),
    ("net_cost_per_loan", "", 0),
    ("refunds_of_optional_aid", "", 0),
    ("paid_full_time", "", 0),
    ("loans_per_full_time", "", 0),
    ("loans_per_10000_inhabitants", "", 0),
    ("follow_up_contacts", "0", 0),
    // Paid in January and February, nobody called since.
    ("contacts_without_news", "2", 2),
    ("redirected_called_back", "0.00", 0),
    ("redirected_helped", "", 0),
    ("survey_project_done", "", 0),
    ("survey_as_expected", "", 0),
    ("survey_work", "", 0),
    ("survey_mobility", "", 0),
    ("survey_insertion", "", 0),
    ("survey_month_end", "", 0),
    ("survey_job", "", 0),
    ("survey_payment_difficulty", "", 0),
    ("survey_follow_up_useful", "", 0),
    ("survey_again", "", 0),
    ("survey_recommend", "", 0),
    ("loans_since_start", "4", 4),
    ("amount_since_start", "9100.00", 4),
];

#[test]
fn each_indicator_is_what_a_hand_counts() {
    let mut office = valbourg();
    let data = office.call("report_data", year("2026"));
    for (key, value, dossiers) in BY_HAND {
        let value = Some(value.to_owned()).filter(|value| !value.is_empty());
        assert_eq!(indicator(&data, key), (value, dossiers), "{key}");
    }
    let told: Vec<&str> =
        data["indicators"].as_array().unwrap().iter().map(|one| one["key"].as_str().unwrap()).collect();
    assert_eq!(told, BY_HAND.map(|(key, ..)| key), "what is not recorded yet is absent, never 0");
}

#[test]
fn each_table_is_what_a_hand_counts() {
    let mut office = valbourg();
    let data = office.call("report_data", year("2026"));
    let keys: Vec<&str> = data["tables"].as_array().unwrap().iter().map(|one| one["key"].as_str().unwrap()).collect();
    assert_eq!(
        keys,
        [
            "funnel",
            "became",
            "purposes",
            "sub_purposes",
            "outcomes",
            "refusal_reasons",
            "redirections",
            "called_back",
            "origins",
            "profiles",
            "banks",
            "months"
        ]
    );
    assert_eq!(cells(&data, "funnel", "requests"), ["10", "100.00", "100.00"]);
    assert_eq!(cells(&data, "funnel", "disbursed"), ["1", "10.00", "33.33"], "the loan asked for in 2025 is not there");
    assert_eq!(cells(&data, "funnel", "still_open"), ["5", "50.00", "-"]);
    assert_eq!(cells(&data, "became", "loan"), ["1", "10.00"]);
    assert_eq!(cells(&data, "became", "refused"), ["1", "10.00"]);
    assert_eq!(cells(&data, "became", "open"), ["4", "40.00"], "one of them granted and not paid yet");
    assert_eq!(cells(&data, "became", "total"), ["10", "100.00"]);
    assert_eq!(cells(&data, "sub_purposes", "mobility.vehicle_repair"), ["3", "75.00", "5.00", "1"]);
    assert_eq!(cells(&data, "called_back", "redirected"), ["1", "0", "0", "0", "1", "-"]);
    assert_eq!(cells(&data, "purposes", "mobility"), ["4", "40.00", "66.00", "2", "66.67", "69.00"]);
    assert_eq!(cells(&data, "purposes", "total"), ["10", "100.00", "100.00", "3", "100.00", "100.00"]);
    assert_eq!(cells(&data, "outcomes", "granted"), ["2", "25.00"]);
    assert_eq!(cells(&data, "outcomes", "with_lender"), ["2", "25.00"]);
    assert_eq!(cells(&data, "outcomes", "withdrawn"), ["1", "12.50"]);
    assert_eq!(cells(&data, "outcomes", "total"), ["8", "100.00"]);
    assert_eq!(cells(&data, "refusal_reasons", "not_given"), ["1", "50.00"]);
    assert_eq!(cells(&data, "redirections", "budget_support"), ["1", "100.00"]);
    assert_eq!(cells(&data, "origins", "referrer"), ["6", "60.00", "3", "100.00"]);
    assert_eq!(cells(&data, "profiles", "household.unknown"), ["8", "3"]);
    assert_eq!(cells(&data, "months", "2026-02"), ["2", "1", "1", "1", "1", "2400.00"]);
    assert_eq!(cells(&data, "months", "total"), ["10", "8", "6", "3", "2", "7100.00"]);
    let banks = data["tables"].as_array().unwrap().iter().find(|one| one["key"] == "banks").unwrap();
    let label = |place: usize| banks["rows"][place]["label"].as_str().unwrap().to_owned();
    let mut labels = [label(0), label(1)];
    labels.sort();
    assert_eq!(labels, ["@Crédit de la Rive", "Banque du Val"]);
    assert_eq!(cells(&data, "banks", "total"), ["7", "1", "3", "2", "13.40", "0"], "14, 14, 10, 17 and 12 days");
}

#[test]
fn the_data_has_the_shape_other_programs_count_on() {
    let mut office = valbourg();
    let data = office.call("report_data", days("2026-01-01", "31/10/2026"));
    assert_eq!(data["period"], json!({ "from": "2026-01-01", "to": "2026-10-31" }));
    let first = &data["indicators"][0];
    assert_eq!(
        *first,
        json!({ "key": "requests", "label": "Demandes reçues", "value": "9", "unit": "dossiers", "dossiers": 9 })
    );
    for table in data["tables"].as_array().unwrap() {
        let columns = table["columns"].as_array().unwrap().len();
        assert!(table["title"].is_string() && columns > 0, "{table}");
        for row in table["rows"].as_array().unwrap() {
            let cells = row["cells"].as_array().unwrap().len();
            assert_eq!(cells, if row["kind"] == "heading" { 0 } else { columns }, "{row}");
        }
    }
    let empty = office.call("report_data", year("2020"));
    assert_eq!(indicator(&empty, "requests"), (Some("0".to_owned()), 0));
    assert_eq!(indicator(&empty, "submission_rate"), (None, 0), "a ratio over nothing is null");
}

#[test]
fn every_number_opens_its_dossiers() {
    let mut office = valbourg();
    let view = office.call("report", year("2026"));
    for group in view["groups"].as_array().unwrap() {
        for figure in group["figures"].as_array().unwrap() {
            let asked = json!({ "year": "2026", "from": "", "to": "", "of": figure["key"], "offset": 0 });
            let behind = office.call("report_dossiers", asked);
            assert_eq!(behind["found"], figure["dossiers"], "{figure}");
            assert_eq!(behind["rows"].as_array().unwrap().len() as u64, figure["dossiers"].as_u64().unwrap());
        }
    }
    for table in view["tables"].as_array().unwrap() {
        for row in table["rows"].as_array().unwrap() {
            for (cell, column) in row["cells"].as_array().unwrap().iter().zip(table["columns"].as_array().unwrap()) {
                if cell["dossiers"] == 0 {
                    continue;
                }
                let asked = json!({ "year": "2026", "from": "", "to": "", "of": table["key"], "row": row["key"],
                    "column": column["key"], "offset": 0 });
                assert_eq!(office.call("report_dossiers", asked)["found"], cell["dossiers"], "{row}");
            }
        }
    }
    let asked = json!({ "year": "2026", "from": "", "to": "", "of": "disbursed", "offset": 0 });
    let behind = office.call("report_dossiers", asked);
    let names: Vec<&str> = behind["rows"].as_array().unwrap().iter().map(|row| row["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Sonia Vauclerc", "Sonia Delmas"], "in the order of their days");
    assert_eq!(text(&behind, "/rows/0/on/iso"), "2026-01-05");
    assert_eq!(text(&behind, "/title"), "Prêts versés : 2");
    assert_eq!(text(&behind, "/rows/1/stage/label"), "Prêt en cours");
}

#[test]
fn a_number_no_bilan_has_is_refused() {
    let mut office = valbourg();
    let asked = |of: &str, row: Value, column: Value| json!({ "year": "2026", "from": "", "to": "", "of": of, "row": row, "column": column, "offset": 0 });
    let mut refused = |input: Value, field: &str| {
        assert_refused(&office.refused("report_dossiers", input), FailureKind::Refused, Some(field));
    };
    refused(asked("love", Value::Null, Value::Null), "of");
    refused(asked("love", json!("total"), json!("requests")), "of");
    refused(asked("purposes", json!("moon"), json!("requests")), "row");
    refused(asked("purposes", json!("total"), json!("moon")), "column");
    refused(asked("purposes", json!("total"), Value::Null), "column");
    refused(asked("profiles", json!("age"), json!("assessed")), "row");
}

#[test]
fn the_screen_names_both_terms_and_compares() {
    let mut office = valbourg();
    let view = office.call("report", year("2026"));
    assert_eq!(
        text(&view, "/sentence"),
        "En 2026 : 10 demandes reçues, 3 prêts accordés pour 7 100,00 €, 1 réorientation."
    );
    assert_eq!(view["years"], json!(["2026", "2025"]));
    assert_eq!(text(&view, "/before/title"), "2025, jusqu’au 20 novembre", "as many days as have gone by");
    assert!(text(&view, "/notice").starts_with("La période n’est pas finie : elle est comptée jusqu’au 20 novembre"));
    let figures: Vec<&Value> =
        view["groups"].as_array().unwrap().iter().flat_map(|group| group["figures"].as_array().unwrap()).collect();
    let figure = |key: &str| figures.iter().find(|one| one["key"] == key).unwrap().to_owned().clone();
    let rate = figure("submission_rate");
    assert_eq!(text(&rate, "/working"), "6 ÷ 8 : dossiers transmis parmi les dossiers évalués");
    assert_eq!(text(&rate, "/value"), "75,0 %");
    assert_eq!(text(&rate, "/before"), "50,0 %");
    assert_eq!(text(&rate, "/difference"), "+25,0 pt");
    assert_eq!(text(&rate, "/references/0/value"), "44,7 %");
    assert_eq!(text(&figure("days_request_to_submission"), "/working"), "59 jours ÷ 6 dossiers ; médiane 10 jours");
    assert_eq!(text(&figure("requests"), "/difference"), "+8");
    let funnel = view["tables"].as_array().unwrap().iter().find(|one| one["key"] == "funnel").unwrap();
    assert_eq!(text(funnel, "/rows/2/cells/2/text"), "6 ÷ 8 = 75,0 %");
    assert_eq!(funnel.pointer("/rows/0/bars/0/length").unwrap(), 1000);
    assert_eq!(funnel.pointer("/rows/1/bars/0/length").unwrap(), 800);
}

#[test]
fn a_period_is_read_as_typed_and_refused_at_its_field() {
    let mut office = valbourg();
    assert_eq!(
        text(&office.call("report", days("", "")), "/period/key"),
        "2026",
        "the last year with something to tell"
    );
    let view = office.call("report", days("1/3/26", "30/6/2026"));
    assert_eq!(text(&view, "/period/key"), "2026-03-01_2026-06-30");
    let mut refused = |input: Value, field: &str| {
        assert_refused(&office.refused("report", input), FailureKind::Refused, Some(field));
    };
    refused(days("2026-03-01", "2026-02-28"), "to");
    refused(days("2026-03-01", ""), "to");
    refused(days("", "2026-03-01"), "from");
    refused(days("31/02/2026", "2026-03-01"), "from");
    refused(year("26"), "year");
    refused(year("20260"), "year");
    refused(year("bientôt"), "year");
}

#[test]
fn a_bilan_of_nothing_is_a_sentence() {
    let mut office = an_office();
    let view = office.call("report", year(""));
    assert_eq!(view["has_dossiers"], false);
    assert_eq!(text(&view, "/sentence"), "Aucun dossier pour l’instant : le bilan se remplit avec les demandes.");
    assert_eq!(text(&view, "/period/key"), "2026");
    let drawn =
        office.call("draw_paper", json!({ "paper": "annual_report", "from": "2026-01-01", "to": "2026-12-31" }));
    assert!(!drawn["pages"].as_array().unwrap().is_empty());
    let mut office = valbourg();
    let view = office.call("report", year("2020"));
    assert!(text(&view, "/notice").starts_with("Aucun dossier dans cette période."));
}

#[test]
fn the_bilan_follows_each_action_and_its_undoing() {
    let mut office = an_office();
    let requests = |office: &mut Office| indicator(&office.call("report_data", year("2026")), "requests").1;
    office.request_of("Sonia", "Delmas");
    assert_eq!(requests(&mut office), 1);
    office.call("undo", json!({}));
    assert_eq!(requests(&mut office), 0);
    office.call("redo", json!({}));
    assert_eq!(requests(&mut office), 1);
}

#[test]
fn the_spreadsheet_opens_in_french_and_holds_no_formula() {
    let mut office = valbourg();
    let folder = tempfile::tempdir().unwrap();
    office.files.offer("out", folder.path().join("bilan.csv"));
    let told =
        office.call("export_report", json!({ "year": "2026", "from": "", "to": "", "form": "csv", "file": "out" }));
    assert!(text(&told, "/sentence").starts_with("Bilan enregistré sous bilan.csv."));
    let file = fs::read_to_string(folder.path().join("bilan.csv")).unwrap();
    assert!(file.starts_with("\u{feff}Bilan;2026;01/01/2026;31/12/2026\r\n"), "{file}");
    let plain_file = plain(&file);
    let has = |line: &str| assert!(plain_file.contains(&format!("\r\n{line}")), "{line} in\n{plain_file}");
    has("Demandes reçues;10;dossiers;10;;2;;;Premiers contacts");
    has("Taux de transmission;75,00;%;6;6 ÷ 8 : dossiers transmis parmi les dossiers évalués;50,00;44,70;");
    has("Montant moyen;2366,67;euros;3;");
    has("Objets;Demandes;Part (%);National (%);Accordés;Part (%);National (%)\r\n");
    has("Mobilité;4;40,00;66,00;2;66,67;69,00\r\n");
    has("'@Crédit de la Rive;2;1;1;0;10,00;0\r\n");
    for cell in plain_file.split([';', '\n']) {
        assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell}");
    }
    let refused =
        office.refused("export_report", json!({ "year": "2026", "from": "", "to": "", "form": "csv", "file": "none" }));
    assert_refused(&refused, FailureKind::Refused, Some("file"));
}

#[test]
fn the_paper_of_the_board_is_exact_and_names_nobody() {
    let mut office = valbourg();
    let asked = json!({ "paper": "annual_report", "from": "2026-01-01", "to": "2026-12-31" });
    let drawn = office.call("draw_paper", asked.clone());
    assert_eq!(text(&drawn, "/file_name"), "bilan-conseil-2026-v1.pdf");
    let pages = drawn["pages"].as_array().unwrap();
    assert_eq!(pages.len(), 3, "a message, the figures, how they are counted");
    let all: String = (0..pages.len()).map(|page| plain(&text(&drawn, &format!("/pages/{page}/text")))).collect();
    let all = all.split_whitespace().collect::<Vec<_>>().join(" ");
    for said in ["Le microcrédit personnel en 2026", "CCAS de Valbourg", "7 100 €", "2 367 €", "63,2 % (2017)"] {
        assert!(all.contains(said), "« {said} » is on the paper:\n{all}");
    }
    for said in ["tenus au secret", "jamais moins de 5", "version du conseil d’administration"] {
        assert!(all.contains(said), "the sheet says which reading it is, « {said} »:\n{all}");
    }
    for hidden in ["moins de 5 prêts", "n. c."] {
        assert!(!all.contains(hidden), "« {hidden} » would mask what a board may read:\n{all}");
    }
    for name in LAST_NAMES {
        assert!(!all.contains(name), "{name} is on the paper");
    }
    let folder = tempfile::tempdir().unwrap();
    let mut saved = Vec::new();
    for name in ["un.pdf", "deux.pdf"] {
        office.files.offer(name, folder.path().join(name));
        office.call("save_paper", json!({ "of": asked, "file": name }));
        saved.push(fs::read(folder.path().join(name)).unwrap());
    }
    assert_eq!(saved[0], saved[1], "the same facts give the same bytes");
    let wrong = json!({ "paper": "annual_report", "from": "2026-02-01", "to": "2026-01-31" });
    assert_refused(&office.refused("draw_paper", wrong), FailureKind::Refused, Some("to"));
}
