//! The assessment: seven criteria with the facts recalled, the registers, the opinion, the watch points.

use desk::FailureKind;
use serde_json::{Value, json};

use crate::office::{Office, an_office, assert_refused, plain, text};

fn find<'v>(view: &'v Value, key: &str) -> &'v Value {
    view["criteria"].as_array().unwrap().iter().find(|criterion| criterion["key"] == key).unwrap()
}

fn recalled(view: &Value, key: &str) -> Vec<(String, String)> {
    let facts = find(view, key)["recalled"].as_array().unwrap();
    facts.iter().map(|fact| (text(fact, "/label"), text(fact, "/text"))).collect()
}

fn said(facts: &[(String, String)], label: &str) -> String {
    let found = facts.iter().find(|(known, _)| known == label);
    found.map(|(_, text)| text.clone()).unwrap_or_else(|| panic!("{label} in {facts:?}"))
}

fn change(office: &mut Office, dossier: i64, field: &str, value: &str) -> Value {
    office.call("change_assessment", json!({ "dossier": dossier, "field": field, "value": value }))
}

/// One sound input of each call that writes an assessment; nothing for another call.
pub fn sample(call: &str, office: &mut Office, dossier: i64) -> Option<Value> {
    let point = |office: &mut Office| {
        let input = json!({ "dossier": dossier, "risk": "Panne", "answer": "Épargne de précaution" });
        office.call("add_watch_point", input)["watch_points"][0]["id"].clone()
    };
    Some(match call {
        "change_criterion" => json!({ "dossier": dossier, "criterion": "target_public", "field": "finding",
            "value": "favourable" }),
        "change_assessment" => json!({ "dossier": dossier, "field": "opinion", "value": "favourable" }),
        "add_watch_point" => json!({ "dossier": dossier, "risk": "Panne", "answer": "" }),
        "change_watch_point" => {
            json!({ "dossier": dossier, "point": point(office), "risk": "Grosse panne", "answer": "" })
        }
        "remove_watch_point" => json!({ "dossier": dossier, "point": point(office) }),
        _ => return None,
    })
}

#[test]
fn seven_criteria_are_assessed_one_by_one_and_counted() {
    let mut office = an_office();
    let dossier = office.delmas();
    let view = office.call("assessment", json!({ "dossier": dossier }));
    assert_eq!(view["criteria"].as_array().unwrap().len(), 7);
    assert_eq!(text(&view, "/criteria/0/title"), "1. Accès au crédit ordinaire");
    assert_eq!(text(&view, "/criteria/0/finding/label"), "Non évalué");
    assert_eq!(text(&view, "/left"), "7 critères restent à évaluer.");
    let keys: Vec<String> = (0..7).map(|place| text(&view, &format!("/criteria/{place}/key"))).collect();
    for key in &keys[..6] {
        let input = json!({ "dossier": dossier, "criterion": key, "field": "finding", "value": "favourable" });
        office.call("change_criterion", input);
    }
    let ground =
        json!({ "dossier": dossier, "criterion": keys[0], "field": "ground", "value": "Refus oral de sa banque." });
    let view = office.call("change_criterion", ground);
    assert_eq!(text(&view, "/criteria/0/ground"), "Refus oral de sa banque.");
    assert_eq!(text(&view, "/sentence"), "6 sur 7. Étrier rappelle les faits, vous jugez : ni note, ni score.");
    assert_eq!(text(&view, "/left"), "Un critère reste à évaluer : complémentarité avec les aides.");
    let dossier_view = office.call("dossier", json!({ "dossier": dossier }));
    let room = dossier_view["rooms"].as_array().unwrap().iter().find(|room| room["key"] == "assessment").unwrap();
    assert_eq!((text(room, "/count").as_str(), &room["complete"]), ("6/7", &json!(false)));
    let undone = office.call("undo", json!({}));
    assert_eq!(
        text(&undone, "/sentence"),
        "Annulé : modification du critère « Accès au crédit ordinaire », Sonia Delmas."
    );
    let undone = office.call("undo", json!({}));
    assert_eq!(text(&undone, "/sentence"), "Annulé : critère « Viabilité du projet » : rempli, Sonia Delmas.");
}

#[test]
fn the_facts_of_the_dossier_stand_beside_each_criterion() {
    let mut office = an_office();
    office.threshold("250");
    let bank = office.lender("Banque du Val", "4", "36");
    let dossier = office.delmas();
    office.delmas_project(dossier);
    office.delmas_simulation(dossier, &bank);
    office.delmas_after(dossier);
    let view = office.call("assessment", json!({ "dossier": dossier }));
    let budget = recalled(&view, "income_and_reste_a_vivre");
    assert_eq!(said(&budget, "Reste à vivre"), "339,53 € par personne et par mois");
    assert_eq!(said(&budget, "Avec le prêt"), "300,07 € (mensualité de 70,86 €)");
    assert_eq!(said(&budget, "Repère du CCAS"), "250,00 €, 50,07 € au-dessus");
    let aids = recalled(&view, "complementarity");
    assert_eq!(said(&aids, "aide à la mobilité"), "obtenue, 400,00 €");
    assert_eq!(said(&aids, "aide au permis et au véhicule"), "refusée (personne en emploi)");
    let viability = recalled(&view, "project_viability");
    assert_eq!(
        said(&viability, "Devis retenu : citadine essence, 2014"),
        "2 750,00 €, valable jusqu’au 15 janvier 2027"
    );
    assert_eq!(said(&viability, "Carburant (et entretien)"), "+95,00 € par mois avec le projet");
    let credit = recalled(&view, "ordinary_credit_exclusion");
    assert_eq!(said(&credit, "Dettes et crédits"), "2 lignes, 85,00 € par mois");
    assert!(!view.to_string().contains("\"score\""), "never a score");
}

#[test]
fn a_register_never_stops_a_request() {
    let mut office = an_office();
    let dossier = office.delmas();
    let view = office.call("assessment", json!({ "dossier": dossier }));
    assert_eq!(text(&view, "/fields/ficp"), "to_see");
    assert_eq!(text(&view, "/registers/0/registers/0/meaning"), "Un oui n’arrêterait rien.");
    change(&mut office, dossier, "ficp", "yes");
    change(&mut office, dossier, "over_indebtedness", "yes");
    change(&mut office, dossier, "checked_how", "attestation de la Banque de France");
    let view = change(&mut office, dossier, "checked_on", "28/10/2026");
    assert_eq!(
        text(&view, "/registers/0/registers/0/meaning"),
        "N’arrête rien : la loi interdit d’en faire le seul motif d’un refus."
    );
    assert_eq!(
        text(&view, "/registers/0/registers/2/meaning"),
        "L’autorisation écrite de la commission de surendettement est à demander."
    );
    let facts = recalled(&view, "banque_de_france_situation");
    assert_eq!(said(&facts, "Vérifié"), "le 28 octobre 2026, attestation de la Banque de France");
    let future = json!({ "dossier": dossier, "field": "checked_on", "value": "21/11/2026" });
    assert_refused(&office.refused("change_assessment", future), FailureKind::Refused, Some("value"));
    let decided = json!({ "dossier": dossier, "form": { "direction": "submit" }, "next": {} });
    office.call("decide_orientation", decided);
}

#[test]
fn the_opinion_is_the_advisers_own_words_with_their_day() {
    let mut office = an_office();
    let dossier = office.delmas();
    change(&mut office, dossier, "summary", "Mme Delmas demande 2 400 €.");
    let view = change(&mut office, dossier, "reasoned", "Emploi stable.\n\nLe budget tient.");
    assert_eq!(text(&view, "/fields/reasoned"), "Emploi stable.\nLe budget tient.");
    assert_eq!(text(&view, "/written_on/text"), "20 novembre 2026");
    let view = change(&mut office, dossier, "opinion", "favourable_with_reservation");
    assert_eq!(text(&view, "/fields/opinion"), "favourable_with_reservation");
    let view = change(&mut office, dossier, "reservation", "Contrôle technique reçu avant le 4 décembre.");
    assert_eq!(text(&view, "/fields/reservation"), "Contrôle technique reçu avant le 4 décembre.");
    for (field, value) in [
        ("opinion", "enthousiaste"),
        ("ficp", "peut-être"),
        ("reasoned", &"x".repeat(9_001)),
        ("checked_on", "hier soir"),
    ] {
        let before = office.dump();
        let input = json!({ "dossier": dossier, "field": field, "value": value });
        assert_refused(&office.refused("change_assessment", input), FailureKind::Refused, Some("value"));
        assert_eq!(office.dump(), before, "{field}: nothing is changed");
    }
    let unknown = json!({ "dossier": dossier, "criterion": "luck", "field": "finding", "value": "favourable" });
    assert_refused(&office.refused("change_criterion", unknown), FailureKind::Refused, Some("criterion"));
}

#[test]
fn what_could_happen_is_written_with_what_is_planned() {
    let mut office = an_office();
    let dossier = office.delmas();
    let add = json!({ "dossier": dossier, "risk": "Panne importante", "answer": "Épargne de précaution" });
    let view = office.call("add_watch_point", add);
    let point = view["watch_points"][0]["id"].clone();
    let change = json!({ "dossier": dossier, "point": point, "risk": "Panne importante", "answer": "Report possible" });
    let view = office.call("change_watch_point", change);
    assert_eq!(text(&view, "/watch_points/0/answer"), "Report possible");
    let empty = json!({ "dossier": dossier, "risk": " ", "answer": "" });
    let refused = office.refused("add_watch_point", empty);
    assert_eq!(plain(&refused.message), "Ce qui pourrait arriver manque : quelques mots suffisent.");
    let view = office.call("remove_watch_point", json!({ "dossier": dossier, "point": point }));
    assert_eq!(view["watch_points"], json!([]));
    let gone = office.refused("remove_watch_point", json!({ "dossier": dossier, "point": point }));
    assert_eq!(gone.kind, FailureKind::Gone);
}
