//! The path of an office whose collegial committee decides and grants, with the lender in the room (Boulogne).
//!
//! Thirteen days from the request to the money: the committee meets the day after if it has to, the law alone waits
//! (*Un coup de pouce pour le microcrédit personnel*, le comité de sélection).

use serde_json::{Value, json};

use crate::decisions::{a_bank, input};
use crate::office::{Office, an_office, at, plain, text};
use crate::sessions::{announced, hear, item, list, met, to_be_heard, with_sessions};
use crate::settings::version;

/// The committee decides and grants.
pub fn committee_grants(office: &mut Office) {
    with_sessions(office);
    let view = office.call("office_rules", json!({}));
    let mut fields = view["versions"][0]["fields"].clone();
    fields["decision_mode"] = json!("selection_committee");
    fields["granting"] = json!("committee");
    let version = version("", "01/10/2026", "Convention du comité", "");
    office.call("set_office_rules", json!({ "version": version, "fields": fields }));
}

fn stage(office: &mut Office, dossier: i64) -> String {
    text(&office.call("dossier", json!({ "dossier": dossier })), "/stage/key")
}

#[test]
fn a_committee_hears_puts_off_and_grants_with_conditions_in_thirteen_days() {
    let mut office = an_office();
    office.moment = at("2026-11-20");
    committee_grants(&mut office);
    let dossier = to_be_heard(&mut office, "Banque du Littoral");
    assert_eq!(stage(&mut office, dossier), "assessment");

    let first = announced(&mut office, "23/11/2026", "");
    for (name, role, organisation) in [
        ("Odile Vasseur", "élue, présidente", "Ville de Valbourg"),
        ("Karim Lestienne", "chargé de clientèle", "Banque du Littoral"),
        ("Maud Pécquencourt", "conseillère", "Agglomération"),
    ] {
        let fields = json!({ "name": name, "role": role, "organisation": organisation });
        office.call("add_attendee", json!({ "session": first, "fields": fields }));
    }
    let view = list(&mut office, first, dossier);
    assert_eq!(plain(&text(&view, "/session/title")), "Comité du lundi 23 novembre 2026", "as the office decides");
    assert_eq!(stage(&mut office, dossier), "session");
    let second = announced(&mut office, "24/11/2026", "");

    office.moment = at("2026-11-23");
    office.call("hold_session", json!({ "session": first }));
    let view = office.call("session", json!({ "session": first }));
    present(&mut office, &view, first);
    let put_off = json!({
        "result": "adjourned", "applicant": "yes", "adjourned_to": second.to_string(), "note": "Le devis est à préciser.",
        "opinions": [{ "who": "Karim Lestienne", "says": "réservé" }],
    });
    office.call("hear_dossier", hear(first, item(&view, 0), put_off));
    assert_eq!(stage(&mut office, dossier), "session", "it waits for the next session");
    office.call("close_minutes", json!({ "session": first, "note": "", "reason": "" }));

    office.moment = at("2026-11-24");
    let view = office.call("hold_session", json!({ "session": second }));
    present(&mut office, &view, second);
    assert_eq!(view["attendees"].as_array().unwrap().len(), 3, "the same people were called again");
    assert_eq!(view["grants"], true);
    let grant = json!({
        "direction": "submit", "applicant": "yes", "conditions": "Contrôle technique favorable avant la signature",
        "condition_for": "lender",
        "opinions": [
            { "who": "Odile Vasseur", "says": "favorable" },
            { "who": "Karim Lestienne", "says": "favorable" },
        ],
    });
    let view = office.call("hear_dossier", hear(second, item(&view, 0), grant));
    assert_eq!(text(&view, "/agenda/0/hearing/decision"), "Prêt accordé");
    let view = office.call("close_minutes", json!({ "session": second, "note": "", "reason": "" }));
    let said = plain(&text(&view, "/minutes/paragraphs/2/text"));
    assert!(said.contains("Contrôle technique favorable avant la signature"), "{said}");
    assert_eq!(stage(&mut office, dossier), "granted", "decided, sent and granted the same day");
    let decided = office.call("decisions", json!({ "dossier": dossier }));
    assert!(text(&decided, "/presentations/0/note").contains("Contrôle technique"), "{}", decided["presentations"]);

    office.moment = at("2026-11-25");
    let dates = json!({ "signed_on": "25/11/2026", "disbursed_on": "03/12/2026", "first_due_on": "05/01/2027" });
    office.call("sign_contract", input(dossier, dates));
    office.moment = at("2026-12-03");
    office.call("note_disbursement", input(dossier, json!({})));
    assert_eq!(stage(&mut office, dossier), "running", "thirteen days after the request");
    to_the_end(&mut office, dossier);
}

fn present(office: &mut Office, view: &Value, session: i64) {
    for attendee in view["attendees"].as_array().unwrap() {
        let mut fields = attendee["fields"].clone();
        fields["attendance"] = json!("present");
        office.call("change_attendee", json!({ "session": session, "attendee": attendee["id"], "fields": fields }));
    }
    let view = office.call("session", json!({ "session": session }));
    assert_eq!(plain(&text(&view, "/came")), "3 présents sur 3");
}

/// The lender attests that everything was repaid; the dossier is closed.
pub fn to_the_end(office: &mut Office, dossier: i64) {
    office.moment = at("2029-12-20");
    office.call("settle_loan", json!({ "dossier": dossier, "how": "attestation", "on": "15/12/2029", "note": "" }));
    assert_eq!(stage(office, dossier), "ending");
    let closing =
        json!({ "dossier": dossier, "on": "", "outcome": "repaid_on_time", "note": "voiture toujours utile" });
    office.call("close_dossier", closing);
    assert_eq!(stage(office, dossier), "closed");
    assert_eq!(office.call("verify", json!({}))["sound"], true);
}

#[test]
fn a_grant_that_is_not_ready_is_refused_and_the_session_loses_nothing() {
    let mut office = an_office();
    office.moment = at("2026-11-20");
    committee_grants(&mut office);
    let bank = a_bank(&mut office, "Banque du Littoral");
    let dossier = office.delmas();
    office.delmas_project(dossier);
    office.delmas_simulation(dossier, &bank);
    met(&mut office, dossier);
    let session = announced(&mut office, "20/11/2026", "");
    let view = list(&mut office, session, dossier);
    office.call("hold_session", json!({ "session": session }));
    let before = office.dump();
    let refused = office.refused("hear_dossier", hear(session, item(&view, 0), json!({ "direction": "submit" })));
    assert_eq!(office.dump(), before, "nothing is half noted");
    assert!(!refused.message.is_empty());
}
