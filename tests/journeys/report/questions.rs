//! What a bilan is asked of: the parts of a year, what it is compared with, a part of the dossiers, two readings.

use serde_json::{Value, json};

use super::valbourg::valbourg;
use crate::decisions::a_bank;
use crate::office::{an_office, at, plain, text};

fn figure<'v>(view: &'v Value, key: &str) -> &'v Value {
    let mut all = view["groups"].as_array().unwrap().iter().flat_map(|group| group["figures"].as_array().unwrap());
    all.find(|one| one["key"] == key).unwrap_or_else(|| panic!("{key}"))
}

fn keys(choices: &Value) -> Vec<String> {
    choices.as_array().unwrap().iter().map(|one| one["key"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_year_has_its_halves_its_quarters_and_its_months_to_choose_from() {
    let mut office = valbourg();
    let view = office.call("report", json!({ "year": "2026", "from": "", "to": "" }));
    let parts = keys(&view["choices"]["parts"]);
    assert_eq!(parts.len(), 2 + 4 + 12);
    assert_eq!(parts[2], "2026-01-01_2026-03-31");
    assert_eq!(text(&view, "/choices/parts/6/label"), "Janvier 2026");
    assert_eq!(keys(&view["choices"]["comparisons"]), ["year_before"], "the year just before is the year before");
}

#[test]
fn a_quarter_is_compared_with_the_one_just_before_or_that_of_the_year_before() {
    let mut office = valbourg();
    let asked = |against: &str| json!({ "year": "", "from": "2026-04-01", "to": "2026-06-30", "against": against });
    let view = office.call("report", asked("just_before"));
    assert_eq!(text(&view, "/before/key"), "2026-01-01_2026-03-31");
    assert_eq!(keys(&view["choices"]["comparisons"]), ["year_before", "just_before"]);
    assert_eq!(
        (text(figure(&view, "requests"), "/value"), text(figure(&view, "requests"), "/before")),
        ("3".into(), "4".into())
    );
    let view = office.call("report", asked("year_before"));
    assert_eq!(view["before"], serde_json::Value::Null, "nothing was entered before October 2025");
    let last = json!({ "year": "", "from": "2026-10-01", "to": "2026-12-31", "against": "year_before" });
    assert_eq!(text(&office.call("report", last), "/before/key"), "2025-10-01_2025-11-20");
}

#[test]
fn a_bilan_of_one_lender_one_purpose_opens_its_own_dossiers() {
    let mut office = valbourg();
    let all = office.call("report", json!({ "year": "2026", "from": "", "to": "" }));
    let lenders = all["choices"]["lenders"].as_array().unwrap();
    let rive = lenders.iter().find(|one| text(one, "/label") == "@Crédit de la Rive").unwrap()["key"].clone();
    let narrowed = json!({ "lender": rive });
    let view = office.call("report", json!({ "year": "2026", "from": "", "to": "", "narrowed": narrowed }));
    assert_eq!(text(&view, "/choices/narrowed_label"), "@Crédit de la Rive");
    assert_eq!(text(figure(&view, "granted"), "/value"), "1");
    assert_eq!(text(figure(&view, "refused"), "/value"), "0", "the refusal was another bank’s");
    let behind = json!({ "year": "2026", "from": "", "to": "", "of": "granted", "offset": 0, "narrowed": narrowed });
    assert_eq!(office.call("report_dossiers", behind)["found"], 1);
    let purpose = json!({ "year": "2026", "from": "", "to": "", "narrowed": { "purpose": "mobility" } });
    assert_eq!(text(figure(&office.call("report", purpose), "requests"), "/value"), "4");
    let sent = json!({ "year": "2026", "from": "", "to": "", "narrowed": { "referrer": "4000" } });
    assert_eq!(text(figure(&office.call("report", sent), "requests"), "/value"), "0");
    let wrong = json!({ "year": "2026", "from": "", "to": "", "narrowed": { "referrer": "Mission locale" } });
    assert_eq!(office.refused("report", wrong).field.as_deref(), Some("referrer"));
}

#[test]
fn each_table_and_each_number_says_how_it_is_counted() {
    let mut office = valbourg();
    let view = office.call("report", json!({ "year": "2026", "from": "", "to": "" }));
    let reading = |key: &str| {
        let table = view["tables"].as_array().unwrap().iter().find(|one| one["key"] == key).unwrap();
        text(table, "/reading")
    };
    assert_eq!(reading("funnel"), "Cohorte : suivie jusqu’à aujourd’hui");
    assert_eq!(reading("months"), "Activité : chaque fait à sa date");
    assert_eq!(text(figure(&view, "running_loans"), "/reading"), "État à la fin de la période");
    assert_eq!(text(figure(&view, "granted"), "/reading"), "");
    let months = view["tables"].as_array().unwrap().iter().find(|one| one["key"] == "months").unwrap();
    let bars: Vec<&str> =
        months["rows"][0]["bars"].as_array().unwrap().iter().map(|bar| bar["kind"].as_str().unwrap()).collect();
    assert_eq!(bars, ["requests", "granted"]);
}

/// A loan known by its contract alone, of a register: its approval is nowhere.
#[test]
fn what_a_register_did_not_keep_is_left_out_and_said() {
    let mut office = an_office();
    let bank = a_bank(&mut office, "Banque du Val");
    let steps = json!({ "from": "Registre papier 2024", "lender": bank, "signed_on": "2024", "loan_amount": "1 800",
        "annual_rate": "3", "months": "36", "first_due_on": "05/06/2024", "disbursed_on": "05/2024" });
    let taken_over = json!({ "last_name": "Vauclerc", "first_name": "Samira", "origin": "referrer", "phone": "",
        "email": "", "project": "Voiture", "purpose": "", "amount": "", "received_on": "14/03/2024", "next_date": "",
        "taken_over": steps });
    office.call("record_request", taken_over);
    let view = office.call("report", json!({ "year": "2024", "from": "", "to": "" }));
    let granted = figure(&view, "granted");
    assert_eq!(text(granted, "/value"), "0");
    assert_eq!(plain(&text(granted, "/working")), "1 dossier laissé de côté, faute d’une date connue");
    let delay = figure(&view, "days_request_to_disbursement");
    assert_eq!(text(delay, "/value"), "–");
    assert!(plain(&text(delay, "/working")).ends_with("1 dossier laissé de côté, faute d’une date connue"));
    assert_eq!(text(figure(&view, "disbursed"), "/value"), "1");
    let half = json!({ "year": "", "from": "2024-05-01", "to": "2024-05-15" });
    let view = office.call("report", half);
    assert_eq!(text(figure(&view, "disbursed"), "/value"), "0", "in May, nobody knows on which day");
    assert!(plain(&text(figure(&view, "disbursed"), "/working")).contains("laissé de côté"));
}

#[test]
fn a_loan_to_come_is_not_without_news_and_follow_up_is_counted() {
    let (mut office, dossier, _) = crate::follow_up::a_running_loan();
    office.moment = at("2027-08-20");
    let year = json!({ "year": "2027", "from": "", "to": "" });
    let view = office.call("report", year.clone());
    assert_eq!(text(figure(&view, "contacts_without_news"), "/value"), "1");
    assert_eq!(plain(&text(figure(&view, "contacts_without_news"), "/working")), "sans contact depuis 4 mois");
    let review = json!({ "dossier": dossier, "form": { "kind": "follow_up_call", "note": "tout va bien" } });
    office.call("note_review", review);
    let view = office.call("report", year);
    assert_eq!(text(figure(&view, "contacts_without_news"), "/value"), "0");
    assert_eq!(text(figure(&view, "follow_up_contacts"), "/value"), "1");
}
