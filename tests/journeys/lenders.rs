//! The banks, what is signed with each, and the products they lend under.

use desk::FailureKind;
use serde_json::{Value, json};

use crate::office::{an_office, assert_refused, text};
use crate::settings::{a_lender, a_product, an_agreement, clause, labels, signed, version};

#[test]
fn a_bank_lends_under_the_agreement_of_its_day() {
    let mut office = an_office();
    let view = office.call("add_lender", a_lender("Crédit des Deux-Rives"));
    assert_eq!(text(&view, "/lenders/0/standing"), "sans convention");
    assert_eq!(view["lenders"][0]["warns"], true);
    assert_eq!(labels(&office.call("choices", json!({}))["lenders"]).len(), 0, "no agreement, no loan");
    let mut first = signed("lender_1", "10/06/2023", "4");
    first["fields"]["ends_on"] = json!("31/12/2026");
    let view = office.call("sign_agreement", first);
    assert_eq!(text(&view, "/lenders/0/standing"), "finit dans 41 jours");
    assert_eq!(text(&view, "/lenders/0/rate"), "4,00 %");
    let agreement = &view["lenders"][0]["agreements"][0];
    assert_eq!(clause(agreement, "Montant et durée"), "300 € à 3 000 €, 6 à 36 mois ; justifié : 5 000 €, 48 mois");
    assert_eq!(clause(agreement, "Intérêts seuls"), "jusqu’à 6 mois au début");
    assert_eq!(clause(agreement, "Frais de dossier"), "aucun");
    assert_eq!(labels(&office.call("choices", json!({}))["lenders"]), ["Crédit des Deux-Rives"]);
    let view = office.call("sign_agreement", signed("lender_1", "01/01/2027", "3,5"));
    let periods: Vec<String> =
        (0..2).map(|place| text(&view, &format!("/lenders/0/agreements/{place}/version/period"))).collect();
    assert_eq!(periods, ["à partir du 1er janvier 2027", "du 10 juin 2023 au 31 décembre 2026"]);
    assert_eq!(text(&view, "/lenders/0/rate"), "4,00 %", "until the new one begins");
    office.moment = crate::office::at("2027-01-02");
    assert_eq!(text(&office.call("lenders", json!({})), "/lenders/0/rate"), "3,50 %");
    let ended = json!({ "lender": "lender_1", "agreement": "2027-01-01", "ends_on": "31/01/2027",
        "reason": "dénoncée par la banque" });
    let view = office.call("end_agreement", ended);
    assert_eq!(text(&view, "/lenders/0/standing"), "finit dans 29 jours");
    office.moment = crate::office::at("2027-02-01");
    assert_eq!(text(&office.call("lenders", json!({})), "/lenders/0/standing"), "convention finie");
    assert_eq!(labels(&office.call("choices", json!({}))["lenders"]).len(), 0);
}

#[test]
fn a_new_office_is_led_to_its_bank_and_its_rules_until_it_signed_an_agreement() {
    let mut office = an_office();
    let places = |office: &mut crate::office::Office| -> Vec<String> {
        let today = office.call("today", json!({}));
        today["office"].as_array().unwrap().iter().map(|task| text(task, "/place")).collect()
    };
    office.call("add_lender", a_lender("Crédit des Deux-Rives"));
    assert_eq!(places(&mut office), ["lenders", "rules"], "a bank without an agreement lends nothing");
    office.call("sign_agreement", signed("lender_1", "10/06/2023", "4"));
    assert!(places(&mut office).is_empty());
}

#[test]
fn an_agreement_entered_wrong_is_corrected_with_its_reason() {
    let mut office = an_office();
    office.call("add_lender", a_lender("Banque du Val"));
    office.call("sign_agreement", signed("lender_1", "10/06/2023", "40"));
    let correction = json!({ "lender": "lender_1", "fields": an_agreement("4"),
        "version": version("2023-06-10", "01/02/2023", "Convention", "virgule oubliée") });
    let view = office.call("correct_agreement", correction);
    let agreements = view["lenders"][0]["agreements"].as_array().unwrap();
    assert_eq!((agreements.len(), clause(&agreements[0], "Taux")), (1, "4,00 %".to_owned()));
    assert_eq!(text(&view, "/lenders/0/agreements/0/version/period"), "depuis le 1er février 2023");
    assert!(text(&view, "/lenders/0/agreements/0/version/source").contains("virgule oubliée"));
    let blind = json!({ "lender": "lender_1", "version": version("", "", "Convention", "x"),
        "fields": an_agreement("4") });
    assert_refused(&office.refused("correct_agreement", blind), FailureKind::Gone, None);
}

#[test]
fn what_an_agreement_cannot_say_is_refused_at_its_field() {
    let mut office = an_office();
    office.call("add_lender", a_lender("Banque du Val"));
    office.call("sign_agreement", signed("lender_1", "10/06/2023", "4"));
    let before = office.dump();
    for (field, value) in [
        ("ends_on", "09/06/2024"),
        ("rate", "4,00001"),
        ("rate", "cent"),
        ("debit_day", "32"),
        ("debit_day", "0"),
        ("interest_only_max", "48"),
        ("file_fee", "-1"),
        ("notification", "smoke"),
        ("domiciliation", "abroad"),
        ("accredited", "perhaps"),
        ("answer_days", "x"),
    ] {
        let mut input = signed("lender_1", "10/06/2024", "4");
        input["fields"][field] = json!(value);
        assert_refused(&office.refused("sign_agreement", input), FailureKind::Refused, Some(field));
    }
    for (field, value) in [
        ("amount_max", "299"),
        ("amount_max", "0"),
        ("months_max", "5"),
        ("months_min", "0"),
        ("exceptional_amount_max", "3000"),
        ("exceptional_months_max", "36"),
    ] {
        let mut input = signed("lender_1", "10/06/2024", "4");
        input["fields"]["limits"][field] = json!(value);
        assert_refused(&office.refused("sign_agreement", input), FailureKind::Refused, Some(field));
    }
    for (limits, refused) in [
        (json!([{ "purpose": "overdraft", "amount_max": "3001" }]), "sub_limits"),
        (json!([{ "purpose": "", "amount_max": "800" }]), "sub_limits"),
        (json!([{ "purpose": "yacht", "amount_max": "800" }]), "sub_limits"),
        (
            json!([{ "purpose": "overdraft", "amount_max": "800" }, { "purpose": "overdraft", "amount_max": "900" }]),
            "sub_limits",
        ),
    ] {
        let mut input = signed("lender_1", "10/06/2024", "4");
        input["fields"]["limits"]["sub_limits"] = limits;
        assert_refused(&office.refused("sign_agreement", input), FailureKind::Refused, Some(refused));
    }
    for (lists, field) in [(json!(["unknown_product"]), "products"), (json!(["yachts"]), "purposes")] {
        let mut input = signed("lender_1", "10/06/2024", "4");
        input["fields"][field] = lists;
        assert_refused(&office.refused("sign_agreement", input), FailureKind::Refused, Some(field));
    }
    assert_refused(
        &office.refused("sign_agreement", signed("lender_1", "09/06/2023", "4")),
        FailureKind::Refused,
        Some("from"),
    );
    assert_refused(&office.refused("sign_agreement", signed("lender_9", "", "4")), FailureKind::Gone, None);
    assert_refused(&office.refused("add_lender", a_lender("BANQUE  DU VAL")), FailureKind::Refused, Some("name"));
    assert_eq!(office.dump(), before, "nothing was recorded");
}

#[test]
fn a_bank_set_aside_is_no_longer_offered_and_comes_back() {
    let mut office = an_office();
    office.call("add_lender", a_lender("Banque du Val"));
    office.call("sign_agreement", signed("lender_1", "10/06/2023", "4"));
    office.call("change_lender", json!({ "lender": "lender_1", "fields": a_lender("Caisse du Val") }));
    assert_eq!(labels(&office.call("choices", json!({}))["lenders"]), ["Caisse du Val"]);
    let view = office.call("retire_lender", json!({ "lender": "lender_1", "retired": true }));
    assert_eq!(text(&view, "/lenders/0/standing"), "n’est plus partenaire");
    assert_eq!(labels(&office.call("choices", json!({}))["lenders"]).len(), 0);
    let view = office.call("change_lender", json!({ "lender": "lender_1", "fields": a_lender("Banque du Val") }));
    assert_eq!(view["lenders"][0]["retired"], true, "a new telephone is no new partnership");
    office.call("retire_lender", json!({ "lender": "lender_1", "retired": false }));
    assert_eq!(labels(&office.call("choices", json!({}))["lenders"]), ["Banque du Val"]);
}

#[test]
fn models_are_copied_and_then_belong_to_the_office() {
    let mut office = an_office();
    for model in ["laval_classic", "laval_restructuring", "laval_autonomy_health"] {
        office.call("copy_product_model", json!({ "model": model, "label": "", "from": "", "source": "" }));
    }
    let view = office.call("products", json!({}));
    let restructuring =
        view["products"].as_array().unwrap().iter().find(|product| product["key"] == "laval_restructuring");
    assert_eq!(
        clause(&restructuring.unwrap()["versions"][0], "Montant et durée"),
        "jusqu’à 1 500 €, 6 à 36 mois ; remboursement de dettes : 1 500 € au plus ; découvert bancaire : 800 € au plus"
    );
    let again = json!({ "model": "laval_classic", "label": "", "from": "", "source": "" });
    assert_refused(&office.refused("copy_product_model", again), FailureKind::Refused, Some("label"));
    let second = json!({ "model": "laval_classic", "label": "Microcrédit de Valbourg", "from": "01/01/2027",
        "source": "Délibération" });
    let view = office.call("copy_product_model", second);
    assert!(view["products"].as_array().unwrap().iter().any(|product| product["key"] == "laval_classic_2"));
    assert_eq!(labels(&office.call("choices", json!({}))["products"]).len(), 4, "the second one begins in January");
    let unknown = json!({ "model": "yacht", "label": "", "from": "", "source": "" });
    assert_refused(&office.refused("copy_product_model", unknown), FailureKind::Refused, Some("model"));
}

#[test]
fn a_product_changes_from_a_date_and_is_retired_without_leaving_old_dossiers() {
    let mut office = an_office();
    let change = |label: &str, version: Value| json!({ "product": "national_guide", "version": version, "fields": a_product(label) });
    let view =
        office.call("change_product", change("Microcrédit de Valbourg", version("", "01/09/2026", "Avenant", "")));
    let product = &view["products"][0];
    assert_eq!(text(product, "/label"), "Microcrédit de Valbourg");
    assert_eq!(text(product, "/versions/1/version/period"), "jusqu’au 31 août 2026");
    assert_eq!(clause(&product["versions"][0], "Objets"), "mobilité, santé", "in the order of the list");
    assert_eq!(clause(&product["versions"][0], "Condition"), "Taux fixe.");
    let view = office.call("retire_product", json!({ "product": "national_guide", "retired": true }));
    assert_eq!(view["products"][0]["retired"], true);
    assert_eq!(text(&view, "/products/0/versions/1/version/period"), "du 1er septembre 2026 au 19 novembre 2026");
    assert_eq!(labels(&office.call("choices", json!({}))["products"]).len(), 0);
    let view = office.call("retire_product", json!({ "product": "national_guide", "retired": false }));
    assert_eq!(view["products"][0]["versions"].as_array().unwrap().len(), 3, "the same day is not told twice");
    assert_eq!(labels(&office.call("choices", json!({}))["products"]), ["Microcrédit de Valbourg"]);
    for (field, value) in
        [("label", ""), ("guarantor", "the_moon"), ("guarantee_percent", "101"), ("support", ""), ("rate_max", "-1")]
    {
        let mut input = change("Autre", version("", "01/01/2027", "Avenant", ""));
        input["fields"][field] = json!(value);
        assert_refused(&office.refused("change_product", input), FailureKind::Refused, Some(field));
    }
    let gone = json!({ "product": "yacht", "retired": true });
    assert_refused(&office.refused("retire_product", gone), FailureKind::Gone, None);
}

#[test]
fn a_bank_asks_its_own_questions_and_the_dossier_answers_them() {
    let mut office = an_office();
    let dossier = office.delmas();
    let answer = crate::decisions::sample("answer_lender_question", &mut office, dossier).unwrap();
    let view = office.call("decisions", json!({ "dossier": dossier }));
    assert_eq!(text(&view, "/questions/0/label"), "Numéro de client");
    assert_eq!(view["questions"][0]["required"], true);
    let view = office.call("answer_lender_question", answer);
    assert_eq!(text(&view, "/questions/0/answer"), "A 12");
    office.call("undo", json!({}));
    let view = office.call("decisions", json!({ "dossier": dossier }));
    assert_eq!(text(&view, "/questions/0/answer"), "", "taken back");
}
