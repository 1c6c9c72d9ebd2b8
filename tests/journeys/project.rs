//! The project and who pays what: the published bank file to the cent, and what closes a plan.

use desk::FailureKind;
use serde_json::{Value, json};

use crate::office::{Office, an_office, assert_refused, plain, text};
use crate::published::{a_quote, an_aid};

/// One sound input of each call that writes a project or a simulation, on the Delmas dossier.
pub fn sample(call: &str, office: &mut Office, dossier: i64) -> Option<Value> {
    let scooter = || a_quote(dossier, "Scooter", "900", "kept");
    let honour = || an_aid(dossier, ["CCAS", "prêt d’honneur", "to_ask", "", "", "", ""]);
    let helmet = json!({ "dossier": dossier, "label": "Casque", "amount": "60" });
    let mut first = |mut input: Value, ledger: &str, row: &str| {
        input[row] = office.delmas_project(dossier)[ledger][0]["id"].clone();
        input
    };
    Some(match call {
        "change_project" => json!({ "dossier": dossier, "field": "own_share", "value": "300" }),
        "add_quote" => scooter(),
        "change_quote" => first(scooter(), "quotes", "quote"),
        "remove_quote" => first(json!({ "dossier": dossier }), "quotes", "quote"),
        "add_expense" => helmet,
        "change_expense" => first(helmet, "expenses", "expense"),
        "remove_expense" => first(json!({ "dossier": dossier }), "expenses", "expense"),
        "add_aid" => honour(),
        "change_aid" => first(honour(), "aids", "aid"),
        "remove_aid" => first(json!({ "dossier": dossier }), "aids", "aid"),
        "change_simulation" => json!({ "dossier": dossier, "field": "months", "value": "24" }),
        "keep_lender" => {
            json!({ "dossier": dossier, "lender": office.lender("Banque du Val", "4", "36"), "kind": "as_asked" })
        }
        "record_choice" => crate::comparison::a_choice(dossier, &office.lender("Banque du Val", "4", "36")),
        "remove_choice" => {
            let bank = office.lender("Banque du Val", "4", "36");
            office.call("record_choice", crate::comparison::a_choice(dossier, &bank));
            json!({ "dossier": dossier })
        }
        _ => return None,
    })
}

fn rows(view: &Value, pointer: &str) -> Vec<String> {
    let rows = view.pointer(pointer).unwrap().as_array().unwrap().iter();
    rows.map(|row| format!("{} {}", text(row, "/label"), text(row, "/amount/text"))).collect()
}

fn texts(view: &Value, pointer: &str) -> Vec<String> {
    let rows = view.pointer(pointer).unwrap().as_array().unwrap().iter();
    rows.map(|row| text(&json!({ "it": row }), "/it")).collect()
}

/// The published « Dossier de transmission », part 2.
#[test]
fn the_published_plan_closes_to_the_cent() {
    let mut office = an_office();
    let dossier = office.delmas();
    let view = office.delmas_project(dossier);
    assert_eq!(
        rows(&view, "/plan/to_pay"),
        ["Véhicule 2 750,00 €", "Carte grise 152,00 €", "Révision et deux pneus 148,00 €"]
    );
    assert_eq!(text(&view, "/plan/cost/text"), "3 050,00 €");
    assert_eq!(
        rows(&view, "/plan/paid_by"),
        ["aide à la mobilité, Département 400,00 €", "Apport personnel 250,00 €", "Microcrédit 2 400,00 €"]
    );
    assert_eq!(text(&view, "/plan/funding/text"), "3 050,00 €");
    assert_eq!(text(&view, "/plan/sentence"), "Le plan est équilibré : écart 0,00 €");
    assert_eq!(view["plan"]["balance"], "closed");
    assert_eq!(text(&view, "/plan/remark"), "", "the kept quotes say the same");
    assert_eq!(view["quotes"][2]["choice_text"], "Écarté");
    assert_eq!(text(&view, "/aids/1/status_text"), "Refusée");
}

#[test]
fn a_quote_alone_is_kept_by_itself() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    let view = office.call("add_quote", a_quote(dossier, "Citadine", "2750", ""));
    assert_eq!(view["quotes"][0]["choice"], "kept");
    assert_eq!(text(&view, "/plan/cost/text"), "2 750,00 €");
    let view = office.call("add_quote", a_quote(dossier, "Break", "3190", ""));
    assert_eq!(view["quotes"][1]["choice"], "compared", "the adviser chooses between two");
    let first = view["quotes"][0]["id"].as_i64().unwrap();
    let view = office.call("remove_quote", json!({ "dossier": dossier, "quote": first }));
    assert_eq!(view["quotes"][0]["choice"], "kept", "the one left alone is kept");
    assert_eq!(text(&view, "/plan/loan/text"), "3 190,00 €");
    assert_eq!(view["plan"]["loan_follows"], true);
}

#[test]
fn a_loan_typed_by_hand_shows_the_gap_and_the_lines_that_close_it() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    office.delmas_project(dossier);
    office.call("add_aid", an_aid(dossier, ["Caf", "prêt d’honneur", "asked", "12/11/2026", "", "200", ""]));
    office.simulate(dossier, "amount", "2200");
    let view = office.call("project", json!({ "dossier": dossier }));
    assert_eq!(view["plan"]["balance"], "short");
    assert_eq!(text(&view, "/plan/sentence"), "Il manque 200,00 € pour payer le projet.");
    assert_eq!(
        texts(&view, "/plan/ways_out"),
        [
            "porter le microcrédit à 2 400,00 €",
            "porter l’apport personnel à 450,00 €",
            "obtenir les 200,00 € demandés (prêt d’honneur, Caf)",
        ]
    );
    office.simulate(dossier, "amount", "2500");
    let view = office.call("project", json!({ "dossier": dossier }));
    assert_eq!(view["plan"]["balance"], "over");
    assert_eq!(text(&view, "/plan/sentence"), "Il y a 100,00 € de trop : le prêt dépasse ce qui reste à payer.");
    assert_eq!(
        texts(&view, "/plan/ways_out"),
        ["ramener le microcrédit à 2 400,00 €", "ramener l’apport personnel à 150,00 €"]
    );
    office.simulate(dossier, "amount", "");
    let view = office.call("project", json!({ "dossier": dossier }));
    assert_eq!(view["plan"]["balance"], "closed", "nothing typed, the loan follows the plan");
}

#[test]
fn an_aid_hoped_for_is_not_counted_and_says_what_it_would_change() {
    let mut office = an_office();
    let bank = office.lender("Caisse du Val", "3", "36");
    let dossier = office.request_of("Samira", "Vauclerc");
    office.call("add_quote", a_quote(dossier, "Citadine essence, 2014", "3200", ""));
    office.call("add_aid", an_aid(dossier, ["CCAS", "aide facultative", "obtained", "", "", "300", ""]));
    let hoped = ["Employeur", "participation", "asked", "12/11/2026", "", "200", ""];
    office.call("add_aid", an_aid(dossier, hoped));
    office.call("change_project", json!({ "dossier": dossier, "field": "own_share", "value": "300" }));
    office.delmas_simulation(dossier, &bank);
    let view = office.call("project", json!({ "dossier": dossier }));
    assert_eq!(text(&view, "/aids/1/status_text"), "Demandée, 8 jours");
    assert_eq!(text(&view, "/aids/1/hoped_text"), "200,00 € espérés, non comptés");
    assert_eq!(text(&view, "/plan/loan/text"), "2 600,00 €");
    assert_eq!(text(&view, "/plan/instalment/amount/text"), "75,61 €");
    assert_eq!(text(&view, "/plan/loan_cost/text"), "121,99 €");
    assert_eq!(
        text(&view, "/plan/hoped/0/sentence"),
        "Avec les 200,00 € (participation, Employeur), le microcrédit descend à 2 400,00 € et la mensualité à 69,79 € \
         (5,82 € de moins)."
    );
    assert_eq!(text(&view, "/plan/hoped/0/action"), "Accordée : compter les 200,00 €");
    assert_eq!(view["limit"]["inside"], true);
    assert_eq!(
        text(&view, "/limit/rule"),
        "Caisse du Val, convention du 1er février 2025 : 300 € à 3 000 €, 6 à 36 mois."
    );
    let mut counted = an_aid(dossier, hoped);
    counted["status"] = json!("obtained");
    counted["aid"] = view["aids"][1]["id"].clone();
    let view = office.call("change_aid", counted);
    assert_eq!(text(&view, "/plan/loan/text"), "2 400,00 €");
    assert_eq!(view["plan"]["hoped"], json!([]));
}

#[test]
fn a_price_beyond_the_agreement_is_told_with_its_ways_out() {
    let mut office = an_office();
    let bank = office.lender("Caisse du Val", "3", "36");
    let dossier = office.request_of("Samira", "Vauclerc");
    office.delmas_simulation(dossier, &bank);
    let view = office.call("add_quote", a_quote(dossier, "Citadine essence, 2016", "3700", ""));
    assert_eq!(view["limit"]["inside"], false);
    assert_eq!(texts(&view, "/limit/passed"), ["Caisse du Val : la convention s’arrête à 3 000 €."]);
    assert_eq!(texts(&view, "/limit/ways_out"), ["Choisissez 3 000 €, ou une autre banque."]);
    office.simulate(dossier, "interest_only", "2");
    let refused = office.refused("change_simulation", json!({ "dossier": dossier, "field": "months", "value": "48" }));
    assert_refused(&refused, FailureKind::Refused, Some("value"));
}

#[test]
fn a_project_says_what_it_lacks_at_its_field() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    let before = office.dump();
    let mut refused = |call: &str, mut input: Value, field: &str, value: &str| {
        input[field] = json!(value);
        let failure = office.refused(call, input);
        assert_refused(&failure, FailureKind::Refused, Some(field));
    };
    let quote = || a_quote(dossier, "Citadine", "2750", "");
    for amount in ["", "-5", "douze", "1e9"] {
        refused("add_quote", quote(), "amount", amount);
    }
    refused("add_quote", quote(), "label", "");
    refused("add_quote", quote(), "choice", "perhaps");
    let mut dated = quote();
    dated["dated_on"] = json!("18/11/2026");
    refused("add_quote", dated, "valid_until", "1/11/2026");
    let aid = || an_aid(dossier, ["CCAS", "aide", "asked", "", "", "", ""]);
    refused("add_aid", aid(), "asked_on", "25/12/2026");
    refused("add_aid", aid(), "status", "");
    let mut obtained = aid();
    obtained["status"] = json!("obtained");
    refused("add_aid", obtained, "amount", "");
    refused("add_expense", json!({ "dossier": dossier, "label": "Véhicule", "amount": "1" }), "label", " ");
    for (field, value) in [("own_share", "beaucoup"), ("story", "a".repeat(9_001).as_str())] {
        let change = json!({ "dossier": dossier, "field": field, "value": value });
        let failure = office.refused("change_project", change);
        assert_refused(&failure, FailureKind::Refused, Some("value"));
    }
    for (call, row) in [("remove_quote", "quote"), ("remove_expense", "expense"), ("remove_aid", "aid")] {
        let failure = office.refused(call, json!({ "dossier": dossier, row: 99 }));
        assert_eq!(failure.kind, FailureKind::Gone, "{call}");
    }
    assert_eq!(office.dump(), before, "nothing was recorded");
}

#[test]
fn a_row_is_changed_and_the_story_kept_in_paragraphs() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    office.delmas_project(dossier);
    let view = office.call("project", json!({ "dossier": dossier }));
    let (quote, expense) = (view["quotes"][2]["id"].clone(), view["expenses"][1]["id"].clone());
    let mut change = a_quote(dossier, "citadine diesel, 2013", "3190", "put_aside");
    change["quote"] = quote;
    change["reason"] = json!("contrôle technique défavorable");
    let view = office.call("change_quote", change);
    assert_eq!(view["quotes"][2]["reason"], "contrôle technique défavorable");
    let typed = json!({ "dossier": dossier, "expense": expense, "label": "Carte grise", "amount": "200" });
    let view = office.call("change_expense", typed);
    assert_eq!(text(&view, "/plan/cost/text"), "3 098,00 €");
    assert_eq!(
        text(&view, "/plan/remark"),
        "Les dépenses écrites font le coût : 3 098,00 € ; les devis retenus font 3 050,00 €."
    );
    let story = json!({ "dossier": dossier, "field": "story", "value": "Mme Delmas travaille.\n\nElle roule." });
    let view = office.call("change_project", story);
    assert_eq!(view["fields"]["story"], "Mme Delmas travaille.\nElle roule.");
    let found = office.call("dossiers", json!({ "search": "roule", "offset": 0 }));
    assert_eq!(found["found"], 1, "its words find it");
}

#[test]
fn the_first_expense_keeps_what_the_kept_quotes_cost() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    office.call("add_quote", a_quote(dossier, "Citadine", "2990", "kept"));
    office.call("add_expense", json!({ "dossier": dossier, "label": "Carte grise", "amount": "180" }));
    let view = office.call("project", json!({ "dossier": dossier }));
    assert!(plain(&view.to_string()).contains("3 170,00"), "2 990 + 180: {view}");
    office.call("undo", json!({}));
    let view = office.call("project", json!({ "dossier": dossier }));
    assert!(!plain(&view.to_string()).contains("3 170,00"), "undone as one");
}
