//! The loan simulated: the published schedule to the cent, every lender side by side, what is refused.

use desk::FailureKind;
use serde_json::{Value, json};

use crate::office::{Office, an_empty_folder, an_office, assert_refused, at, text};

fn a_loan() -> Value {
    json!({ "amount": "2000", "annual_rate": "4", "lender": "", "months": "24", "interest_only": "", "fee": "",
        "insurance_monthly": "", "insurance_required": false, "disbursed": "", "first_due": "" })
}

fn year(view: &Value, place: usize) -> [String; 6] {
    let row = &view["loan"]["years"][place];
    let of = |field: &str| text(row, &format!("/{field}"));
    let count = row["instalments"].to_string();
    [of("year"), count, of("paid"), of("principal"), of("interest"), of("outstanding")]
}

/// The published « Dossier de transmission », part 4.
#[test]
fn the_published_loan_is_worked_out_to_the_cent() {
    let mut office = an_office();
    let bank = office.lender("Banque du Val", "4", "36");
    let dossier = office.delmas();
    office.delmas_project(dossier);
    let view = office.delmas_simulation(dossier, &bank);
    let loan = |field: &str| text(&view, &format!("/loan/{field}"));
    assert_eq!(loan("amount/text"), "2 400,00 €");
    assert_eq!(loan("rate"), "4,00 %");
    assert_eq!(loan("instalment_text"), "70,86 €");
    assert_eq!(loan("last/text"), "70,77 €");
    assert_eq!(loan("total_cost/text"), "150,87 €");
    assert_eq!(loan("total_paid/text"), "2 550,87 €");
    assert_eq!(loan("taeg"), "4,07 %");
    assert_eq!(loan("last_due/text"), "5 janvier 2030");
    assert_eq!(
        loan("sentence"),
        "Pour 2 400,00 € empruntés, 2 550,87 € à rembourser : 35 mensualités de 70,86 € et une dernière de 70,77 €."
    );
    assert_eq!(year(&view, 0), ["2027", "11", "779,46", "703,10", "76,36", "1 696,90"]);
    assert_eq!(year(&view, 1), ["2028", "12", "850,32", "796,95", "53,37", "899,95"]);
    assert_eq!(year(&view, 2), ["2029", "12", "850,32", "829,42", "20,90", "70,53"]);
    assert_eq!(year(&view, 3), ["2030", "1", "70,77", "70,53", "0,24", "0,00"]);
    assert_eq!(text(&view, "/loan/rows/35/due"), "05/01/2030");
    assert_eq!(
        text(&view, "/follows/amount"),
        "Montant repris du plan de financement : 3 050,00 € − 400,00 € d’aide − 250,00 € d’épargne."
    );
    assert_eq!(text(&view, "/fields/amount"), "2 400,00", "what is carried over stands in its field");
    assert_eq!(text(&view, "/follows/rate"), "4,00 %, convention de la Banque du Val");
    assert_eq!(text(&view, "/lacks"), "");
    let header = office.call("dossier", json!({ "dossier": dossier }));
    assert_eq!(text(&header, "/loan/sentence"), "2 400,00 € sur 36 mois");
    assert_eq!(text(&header, "/loan/instalment/text"), "70,86 €");
    let complete = |key: &str| {
        header["rooms"].as_array().unwrap().iter().find(|room| room["key"] == key).unwrap()["complete"].clone()
    };
    assert_eq!((complete("project"), complete("simulation")), (json!(true), json!(true)));
}

#[test]
fn a_simulation_says_what_it_lacks_until_it_has_it() {
    let mut office = an_office();
    let bank = office.lender("Banque du Val", "4", "36");
    let dossier = office.request_of("Sonia", "Delmas");
    let lacks = |office: &mut Office| text(&office.call("simulation", json!({ "dossier": dossier })), "/lacks");
    let carried = office.call("simulation", json!({ "dossier": dossier }));
    assert!(text(&carried, "/follows/amount").starts_with("Montant repris de la demande"), "{carried:#}");
    office.call("change_request", json!({ "dossier": dossier, "field": "amount", "value": "" }));
    assert!(lacks(&mut office).starts_with("Le montant manque"));
    office.simulate(dossier, "amount", "2 400");
    assert_eq!(lacks(&mut office), "La durée manque.");
    office.simulate(dossier, "months", "36");
    assert!(lacks(&mut office).starts_with("Le taux manque"), "{}", lacks(&mut office));
    let view = office.simulate(dossier, "lender", &bank);
    assert_eq!(text(&view, "/lacks"), "");
    assert!(view["loan"]["last_due"].is_null(), "no date is made up");
    assert_eq!(text(&view, "/loan/years/0/year"), "Année 1");
}

#[test]
fn every_lender_is_shown_by_its_own_agreement() {
    let mut office = an_office();
    let val = office.lender("Caisse du Val", "3", "36");
    let pays = office.lender("Banque du Haut-Pays", "2,5", "30");
    let dossier = office.request_of("Samira", "Vauclerc");
    office.simulate(dossier, "amount", "2600");
    let view = office.delmas_simulation(dossier, &val);
    let offers = view["offers"].as_array().unwrap();
    let of = |key: &str| offers.iter().find(|offer| offer["lender"] == key).unwrap();
    assert_eq!(text(of(&val), "/loan/instalment"), "75,61 €");
    assert_eq!((&of(&val)["possible"], text(of(&val), "/reason")), (&json!(true), "rien ne s’y oppose".to_owned()));
    assert_eq!((of(&val)["kept"].clone(), of(&val)["loan"]["share"].clone()), (json!(true), json!(100)));
    assert_eq!(text(of(&pays), "/loan/instalment"), "89,49 €");
    assert!(text(of(&pays), "/detail").contains("sur 30 mois"), "{view:#}");
    assert_eq!(of(&pays)["possible"], false);
    assert_eq!(text(of(&pays), "/reason"), "36 mois demandés, 30 mois au plus");
    assert_eq!(offers[0]["lender"], val.as_str(), "the one that is possible stands first, though it costs more");
    let view = office.call("keep_lender", json!({ "dossier": dossier, "lender": pays, "kind": "as_asked" }));
    assert_eq!((text(&view, "/fields/lender"), text(&view, "/fields/months")), (pays, "30".to_owned()));
    assert_eq!(text(&view, "/loan/instalment_text"), "89,49 €");
}

#[test]
fn what_a_product_or_an_agreement_does_not_allow_is_refused_with_its_limit() {
    let mut office = an_office();
    let bank = office.lender("Banque du Val", "4", "36");
    let dossier = office.request_of("Sonia", "Delmas");
    office.simulate(dossier, "amount", "2400");
    office.delmas_simulation(dossier, &bank);
    let before = office.dump();
    for (field, value) in [
        ("months", "48"),
        ("months", "3"),
        ("months", "0"),
        ("months", "1000"),
        ("months", "-2"),
        ("months", "trente"),
        ("amount", "3000,01"),
        ("amount", "299"),
        ("amount", "0"),
        ("rate", "4,5"),
        ("rate", "101"),
        ("rate", "quatre"),
        ("interest_only", "4"),
        ("interest_only", "36"),
        ("lender", "banque_inconnue"),
        ("product", "produit_inconnu"),
        ("fee", "-1"),
        ("insurance_requirement", "required"),
        ("first_due_on", "04/01/2027"),
        ("disbursed_on", "06/02/2027"),
        ("disbursed_on", "31/02/2027"),
    ] {
        let change = json!({ "dossier": dossier, "field": field, "value": value });
        let failure = office.refused("change_simulation", change);
        assert_refused(&failure, FailureKind::Refused, Some("value"));
    }
    assert_eq!(office.dump(), before, "nothing was lost");
}

#[test]
fn a_lender_without_an_agreement_that_day_is_refused() {
    let mut office = an_office();
    let bank = office.lender("Banque du Val", "4", "36");
    let dossier = office.request_of("Sonia", "Delmas");
    office.moment = at("2025-01-31");
    for (call, field, input) in [
        ("change_simulation", "value", json!({ "dossier": dossier, "field": "lender", "value": bank })),
        ("keep_lender", "lender", json!({ "dossier": dossier, "lender": bank, "kind": "as_asked" })),
        ("simulate", "lender", {
            let mut loan = a_loan();
            loan["lender"] = json!(bank);
            loan
        }),
    ] {
        let failure = office.refused(call, input);
        assert_refused(&failure, FailureKind::Refused, Some(field));
        assert!(failure.message.contains("aucune convention en vigueur"), "{}", failure.message);
    }
}

#[test]
fn insurance_fee_and_interest_only_months_are_in_the_loan() {
    let mut office = an_office();
    let bank = office.lender("Crédit des Deux-Rives", "4", "36");
    let dossier = office.request_of("Samira", "Vauclerc");
    office.simulate(dossier, "amount", "2600");
    office.delmas_simulation(dossier, &bank);
    let view = office.simulate(dossier, "interest_only", "3");
    assert_eq!(text(&view, "/loan/instalment_text"), "8,67 € puis 83,33 €");
    assert_eq!(text(&view, "/loan/total_cost/text"), "175,99 €");
    assert_eq!(text(&view, "/loan/taeg"), "4,08 %");
    let view = office.simulate(dossier, "insurance", "2");
    assert_eq!(text(&view, "/loan/taeg"), "4,08 %", "optional insurance is outside");
    assert_eq!(text(&view, "/loan/instalment_text"), "10,67 € puis 85,33 €");
    let view = office.simulate(dossier, "insurance_requirement", "required");
    assert_ne!(text(&view, "/loan/taeg"), "4,08 %", "required insurance is inside");
    let view = office.simulate(dossier, "fee", "2599,99");
    assert!(view["loan"]["taeg"].is_null());
    assert!(text(&view, "/loan/taeg_note").ends_with('.'), "{}", view["loan"]);
}

#[test]
fn the_warning_is_that_of_the_day() {
    let mut office = an_office();
    let warning = |office: &mut Office| {
        let view = office.call("simulate", a_loan());
        (text(&view, "/warning/text"), text(&view, "/warning/regime"))
    };
    let (now, regime) = warning(&mut office);
    assert_eq!(now, "Attention ! Un crédit coûte de l’argent et doit être remboursé !");
    assert_eq!(regime, "contrats signés depuis le 20 novembre 2026");
    office.moment = at("2026-11-19");
    let (before, regime) = warning(&mut office);
    assert!(before.starts_with("Un crédit vous engage"), "{before}");
    assert_eq!(regime, "contrats signés jusqu’au 19 novembre 2026");
}

#[test]
fn a_loan_without_a_dossier_is_worked_out_even_before_the_office_exists() {
    let mut office = an_empty_folder();
    let answer = office.call("simulate", a_loan());
    assert_eq!(answer["instalments"][0]["total"], "86.85");
    assert_eq!(answer["instalments"][0]["interest"], "6.67");
    assert!(answer["instalments"][0]["due"].is_null());
    assert_eq!((&answer["total_interest"], &answer["taeg"]), (&json!("84.39"), &json!("4.07")));
    let mut dated = a_loan();
    (dated["disbursed"], dated["first_due"]) = (json!("2026-12-05"), json!("05/01/2027"));
    let answer = office.call("simulate", dated);
    assert_eq!(answer["instalments"][0]["due"], "2027-01-05");
    for (field, value) in [
        ("amount", ""),
        ("annual_rate", ""),
        ("months", "0"),
        ("months", "1000"),
        ("interest_only", "24"),
        ("disbursed", "05/12/2026"),
        ("fee", "abc"),
    ] {
        let mut loan = a_loan();
        loan[field] = json!(value);
        let failure = office.refused("simulate", loan);
        let at = if field == "disbursed" { "first_due" } else { field };
        assert_refused(&failure, FailureKind::Refused, Some(at));
    }
}

#[test]
fn a_taeg_is_found_from_years_or_from_days() {
    let mut office = an_empty_folder();
    let years = json!({ "flows": [{ "years": "0", "amount": "-1000" }, { "years": "1.5", "amount": "1200" }] });
    let found = office.call("taeg", years);
    assert_eq!(found["taeg"], "12.92");
    assert!(found["exact"].as_str().unwrap().starts_with("12.92"), "{found}");
    let days =
        json!({ "flows": [{ "date": "2026-01-01", "amount": "-1000" }, { "date": "2027-01-01", "amount": "1100" }] });
    assert_eq!(office.call("taeg", days)["taeg"], "10.00");
    for flows in [
        json!([]),
        json!([{ "years": "0", "amount": "-1000" }]),
        json!([{ "years": "0", "amount": "-1000" }, { "date": "2027-01-01", "amount": "1100" }]),
        json!([{ "years": "zero", "amount": "-1000" }, { "years": "1", "amount": "1100" }]),
        json!([{ "years": "0", "amount": "mille" }, { "years": "1", "amount": "1100" }]),
    ] {
        let failure = office.refused("taeg", json!({ "flows": flows }));
        assert_refused(&failure, FailureKind::Refused, Some("flows"));
    }
}
