//! A bilan that is settled, and what is corrected after.

use desk::FailureKind;
use serde_json::json;

use super::valbourg::valbourg;
use crate::office::{Office, assert_refused, at, plain, text};

fn first_quarter() -> serde_json::Value {
    json!({ "year": "", "from": "2026-01-01", "to": "2026-03-31" })
}

fn settled(office: &mut Office) -> serde_json::Value {
    office.call("report", first_quarter())["settled"].clone()
}

#[test]
fn a_settled_bilan_tells_what_was_corrected_since() {
    let mut office = valbourg();
    assert!(settled(&mut office).is_null());
    let view = office.call("settle_report", first_quarter());
    assert_eq!(plain(&text(&view, "/settled/sentence")), "Arrêté le 20 novembre 2026. Rien n’a changé depuis.");
    let found = office.call("dossiers", json!({ "search": "montorge", "offset": 0 }));
    let dossier = found["rows"][0]["id"].clone();
    let moved = json!({ "dossier": dossier, "field": "received_on", "value": "30/03/2026" });
    let before = office.call("report", first_quarter());
    office.call("change_request", moved);
    let after = settled(&mut office);
    let requests = |view: &serde_json::Value| plain(&text(view, "/sentence"));
    assert_ne!(requests(&before), requests(&office.call("report", first_quarter())), "counted anew");
    assert!(plain(&text(&after, "/sentence")).contains("ont changé depuis"), "{after}");
    let first = &after["differences"][0];
    assert_eq!(
        (text(first, "/label").as_str(), text(first, "/was"), text(first, "/is")),
        ("Demandes reçues", "4".to_owned(), "5".to_owned())
    );
    let cohort =
        after["differences"].as_array().unwrap().iter().any(|one| text(one, "/label").contains("De la demande"));
    assert!(!cohort, "what is followed to this day is no correction");
    office.call("undo", json!({}));
    assert_eq!(settled(&mut office)["differences"], json!([]));
    office.call("undo", json!({}));
    assert!(settled(&mut office).is_null(), "settling is undone as any action");
}

#[test]
fn a_period_that_is_not_over_and_a_part_of_the_dossiers_are_not_settled() {
    let mut office = valbourg();
    let running = json!({ "year": "2026", "from": "", "to": "" });
    assert_refused(&office.refused("settle_report", running.clone()), FailureKind::Refused, Some("to"));
    assert_eq!(office.call("report", running.clone())["is_over"], false);
    office.moment = at("2027-01-04");
    let view = office.call("settle_report", running);
    assert!(plain(&text(&view, "/settled/sentence")).starts_with("Arrêté le 4 janvier 2027."));
    let asked = json!({ "year": "2026", "from": "", "to": "", "narrowed": { "purpose": "mobility" } });
    assert!(office.call("report", asked)["settled"].is_null());
}
