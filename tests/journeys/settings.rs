//! The office's settings: dated rules, banks and agreements, products, lists, values of the law.

use desk::FailureKind;
use serde_json::{Value, json};

use crate::office::{Office, a_request, an_office, assert_refused, plain, text};

/// The details of an office as typed.
pub fn details() -> Value {
    json!({ "name": "CIAS du Haut-Pays", "advisor": "Nadia Ferrand", "address": "", "phone": "0536490013",
        "advisor_title": "madame", "advisor_role": "conseillère en économie sociale et familiale", "advisor_phone": "0639982061",
        "email": "nadia.ferrand@exemple.fr", "presence": "le mardi et le jeudi matin",
        "data_contact": "donnees@exemple.fr", "town": "Valbourg" })
}

/// A change from a date, or the correction of a version.
pub fn version(corrects: &str, from: &str, source: &str, reason: &str) -> Value {
    json!({ "corrects": corrects, "from": from, "source": source, "reason": reason })
}

/// A budget rule shared among persons, by month, with a threshold.
pub fn budget_rule(threshold: &str) -> Value {
    json!({ "added": [], "removed": [], "divisor": "persons", "unit_label": "", "unit_first": "", "unit_adult": "",
        "unit_child": "", "unit_adult_from": "", "unit_lone_parent": "", "period": "month", "instalment": "included",
        "threshold": threshold, "debt_ratio_max": "", "income_ceiling": "", "income_by_persons": "",
        "income_quotient": "" })
}

/// The office's rules with a threshold and a refund.
pub fn rules(threshold: &str) -> Value {
    json!({ "budget": budget_rule(threshold), "shared_custody": "half", "usual_spending": [], "revolving_taeg": "",
        "target_public": "", "decision_mode": "internal_commission", "charter": "tripartite", "usual_rate_max": "4,5", "answer_working_days": "2", "warning_days": "8", "refund_moment": "end",
        "refund_base": "interest", "refund_share": "100", "refund_condition": "fully_repaid_no_late_instalment",
        "refund_payer": "le CCAS", "refund_decided_by": "", "refund_resolution": "délibération n° 2025-018" })
}

pub fn a_lender(name: &str) -> Value {
    json!({ "name": name, "contact": "Hélène Maraval", "contact_role": "agence du Pont-Neuf", "phone": "0536490041",
        "email": "", "address": "" })
}

pub fn limits(amounts: [&str; 3], months: [&str; 3]) -> Value {
    json!({ "amount_min": amounts[0], "amount_max": amounts[1], "exceptional_amount_max": amounts[2],
        "months_min": months[0], "months_max": months[1], "exceptional_months_max": months[2], "sub_limits": [] })
}

/// An agreement that states nothing.
pub fn no_agreement() -> Value {
    json!({ "ends_on": "", "accredited": "", "products": [], "purposes": [], "limits": limits([""; 3], [""; 3]),
        "rate": "", "interest_only_max": "", "interest_only_later_max": "", "deferred_max": "",
        "first_period": "one_month", "file_fee": "", "fee_payment": "", "insurance": "", "guarantor": "",
        "answer_days": "", "notification": "", "domiciliation": "", "account_monthly": "", "account_once": "",
        "account_note": "", "alert_days": "", "deferrals": "", "debit_day": "", "budget": null, "note": "" })
}

pub fn an_agreement(rate: &str) -> Value {
    let mut agreement = no_agreement();
    for (field, value) in [
        ("accredited", "yes"),
        ("rate", rate),
        ("interest_only_max", "6"),
        ("file_fee", "0"),
        ("answer_days", "30"),
        ("notification", "lender_to_both"),
        ("domiciliation", "instalment_only"),
        ("alert_days", "8"),
        ("deferrals", "2"),
        ("debit_day", "10"),
    ] {
        agreement[field] = json!(value);
    }
    agreement["products"] = json!(["national_guide"]);
    agreement["purposes"] = json!(["mobility", "housing"]);
    agreement["limits"] = limits(["300", "3 000", "5 000"], ["6", "36", "48"]);
    agreement
}

pub fn a_product(label: &str) -> Value {
    json!({ "label": label, "limits": limits(["300", "5 000", ""], ["6", "60", ""]), "rate_max": "",
        "purposes": ["health", "mobility"], "guarantor": "fcs", "guarantee_percent": "50", "support": "follow_up",
        "conditions": ["Taux fixe.", ""] })
}

fn set_rules(version: Value, threshold: &str) -> Value {
    json!({ "version": version, "fields": rules(threshold) })
}

pub fn signed(lender: &str, from: &str, rate: &str) -> Value {
    json!({ "lender": lender, "from": from, "source": format!("Convention du {from}"), "fields": an_agreement(rate) })
}

/// One sound input of each call that writes settings, its banks and products made first.
pub fn sample(call: &str, office: &mut Office) -> Value {
    let mut lender = || {
        office.call("add_lender", a_lender("Banque du Val"));
    };
    match call {
        "describe_office" => details(),
        "set_logo" => crate::logo::chosen(office, "picture.png"),
        "remove_logo" => {
            let chosen = crate::logo::chosen(office, "picture.png");
            office.call("set_logo", chosen);
            json!({})
        }
        "set_office_rules" => set_rules(version("", "", "Délibération n° 2026-31", ""), "240"),
        "set_follow_up_rules" => json!({ "version": version("", "", "Note de service", ""),
            "fields": { "first_next_date_days": "21", "renewal_days": "90" } }),
        "set_safety_rules" => json!({ "version": version("", "", "Note de service", ""),
            "fields": { "lock_minutes": "5", "copy_due_days": "7", "copy_late_days": "14", "code_test_months": "6" } }),
        "add_lender" => a_lender("Banque du Val"),
        "change_lender" => {
            lender();
            json!({ "lender": "lender_1", "fields": a_lender("Caisse du Val") })
        }
        "retire_lender" => {
            lender();
            json!({ "lender": "lender_1", "retired": true })
        }
        "sign_agreement" => {
            lender();
            signed("lender_1", "10/06/2023", "4")
        }
        "correct_agreement" => {
            lender();
            office.call("sign_agreement", signed("lender_1", "10/06/2023", "4"));
            json!({ "lender": "lender_1", "version": version("2023-06-10", "", "Convention", "taux mal lu"),
                "fields": an_agreement("3,5") })
        }
        "end_agreement" => {
            lender();
            office.call("sign_agreement", signed("lender_1", "10/06/2023", "4"));
            json!({ "lender": "lender_1", "agreement": "2023-06-10", "ends_on": "31/12/2026", "reason": "dénoncée" })
        }
        "copy_product_model" => json!({ "model": "laval_classic", "label": "", "from": "", "source": "" }),
        "change_product" => json!({ "product": "national_guide", "fields": a_product("Microcrédit personnel"),
            "version": version("", "", "Délibération", "") }),
        "retire_product" => json!({ "product": "national_guide", "retired": true }),
        "rename_entry" => json!({ "list": "origins", "key": "direct", "label": "Sans rendez-vous", "after": "" }),
        "retire_entry" => json!({ "list": "purposes", "key": "wedding", "retired": true }),
        "add_entry" => json!({ "list": "purposes", "label": "Vélo électrique", "like": "vehicle_purchase",
            "after": "" }),
        "set_letter_text" => crate::letter_texts::own_text("help_remains_letter", "", "Appelez-moi, {personne}."),
        "restore_letter_text" => {
            office.call("set_letter_text", crate::letter_texts::own_text("help_remains_letter", "", "Appelez-moi."));
            json!({ "letter": "help_remains_letter" })
        }
        "set_question" => json!({ "key": "", "fields": { "label": "Avez-vous été bien reçu ?", "at_request": "",
            "moments": ["end"], "choices": "oui\nnon", "purposes": [], "retired": false } }),
        "set_supporting_document" => {
            json!({ "key": "", "fields": crate::own_hand::a_document("Attestation du garage") })
        }
        "set_follow_up_model" => json!({ "key": "", "fields": { "label": "Sur mesure", "level": "light", "steps": [],
            "retired": false } }),
        "set_legal_value" => json!({ "topic": "usury_rate_up_to_3000", "value": "22,90", "from": "1/10/2026",
            "until": "31/12/2026", "source": "Banque de France, avis du 28 septembre 2026", "weak": false }),
        other => panic!("{other} writes no setting"),
    }
}

/// The clause of a version, spaces as one types them.
#[track_caller]
pub fn clause(version: &Value, label: &str) -> String {
    let clauses = version["clauses"].as_array().unwrap();
    let found = clauses.iter().find(|clause| plain(clause["label"].as_str().unwrap()) == label);
    found.map(|clause| plain(clause["text"].as_str().unwrap())).unwrap_or_default()
}

/// What a list offers.
pub fn labels(choices: &Value) -> Vec<String> {
    let offered = choices.as_array().unwrap().iter().filter(|choice| choice["retired"] != true);
    offered.map(|choice| plain(choice["label"].as_str().unwrap())).collect()
}

#[test]
fn an_empty_office_has_one_product_no_bank_no_threshold_and_refunds_nothing() {
    let mut office = an_office();
    let products = office.call("products", json!({}));
    assert_eq!(labels(&products["products"]), ["Microcrédit personnel"]);
    assert_eq!(text(&products, "/products/0/key"), "national_guide");
    let national = &products["products"][0]["versions"][0];
    assert_eq!(clause(national, "Montant et durée"), "300 € à 5 000 €, 6 à 60 mois");
    assert_eq!(products["models"].as_array().unwrap().len(), 7, "the others are models");
    assert_eq!(office.call("lenders", json!({}))["lenders"].as_array().unwrap().len(), 0);
    let rules = office.call("office_rules", json!({}));
    let start = &rules["versions"][0];
    assert_eq!(text(start, "/version/period"), "valeur de départ");
    assert_eq!(clause(start, "Repère de reste à vivre"), "aucun repère");
    assert_eq!(clause(start, "Partagé entre"), "les personnes du foyer");
    assert_eq!(clause(start, "Garde alternée"), "½ part pour un enfant");
    assert_eq!(clause(start, "Crédit renouvelable comparé"), "aucun");
    assert_eq!(clause(start, "Public"), "ouvert à tous");
    assert_eq!(clause(start, "Intérêts rendus"), "non");
    assert_eq!(clause(start, "Charte d’accompagnement"), "À deux signatures");
    assert_eq!(text(start, "/fields/refund_moment"), "");
    let choices = office.call("choices", json!({}));
    assert_eq!((labels(&choices["products"]).len(), labels(&choices["lenders"]).len()), (1, 0));
}

#[test]
fn the_office_says_all_that_papers_need() {
    let mut office = an_office();
    let view = office.call("describe_office", details());
    for (field, shown) in [
        ("name", "CIAS du Haut-Pays"),
        ("phone", "05 36 49 00 13"),
        ("advisor_phone", "06 39 98 20 61"),
        ("presence", "le mardi et le jeudi matin"),
        ("town", "Valbourg"),
    ] {
        assert_eq!(text(&view, &format!("/{field}")), shown);
    }
    for (field, value) in
        [("name", " "), ("advisor", ""), ("advisor_phone", "12"), ("email", "nadia"), ("town", &"x".repeat(301))]
    {
        let mut input = details();
        input[field] = json!(value);
        assert_refused(&office.refused("describe_office", input), FailureKind::Refused, Some(field));
    }
}

#[test]
fn a_rule_changed_from_a_date_leaves_the_old_one_in_force_before() {
    let mut office = an_office();
    office.call("set_office_rules", set_rules(version("", "12/03/2024", "Délibération n° 2024-17", ""), "240"));
    let view = office.call("set_office_rules", set_rules(version("", "01/01/2027", "Délibération", ""), "250"));
    let periods: Vec<String> = (0..3).map(|place| text(&view, &format!("/versions/{place}/version/period"))).collect();
    assert_eq!(
        periods,
        ["à partir du 1er janvier 2027", "du 12 mars 2024 au 31 décembre 2026", "jusqu’au 11 mars 2024"]
    );
    let states: Vec<String> = (0..3).map(|place| text(&view, &format!("/versions/{place}/version/state"))).collect();
    assert_eq!(states, ["to_come", "in_force", "past"]);
    assert_eq!(clause(&view["versions"][1], "Repère de reste à vivre"), "240 € par personne et par mois");
    assert_eq!(clause(&view["versions"][2], "Repère de reste à vivre"), "aucun repère");
    assert_eq!(
        clause(&view["versions"][1], "Intérêts rendus"),
        "100 % : les intérêts payés, à la fin du prêt ; prêt remboursé en totalité, sans retard ; payé par le CCAS ; \
         délibération n° 2025-018"
    );
}

#[test]
fn a_correction_replaces_the_version_and_says_why() {
    let mut office = an_office();
    office.call("set_office_rules", set_rules(version("", "12/03/2024", "Délibération n° 2024-17", ""), "420"));
    let reason = version("2024-03-12", "", "Délibération n° 2024-17", "chiffres inversés");
    let view = office.call("set_office_rules", set_rules(reason, "240"));
    assert_eq!(view["versions"].as_array().unwrap().len(), 2, "replaced, not added");
    assert_eq!(clause(&view["versions"][0], "Repère de reste à vivre"), "240 € par personne et par mois");
    assert_eq!(text(&view, "/versions/0/version/source"), "Délibération n° 2024-17 ; corrigé : chiffres inversés");
    let start = version("2000-01-01", "", "Usage", "nous en avions déjà un");
    let view = office.call("set_office_rules", set_rules(start, "210"));
    assert_eq!(view["versions"].as_array().unwrap().len(), 2, "a delivered value is corrected in its place");
    assert_eq!(clause(&view["versions"][1], "Repère de reste à vivre"), "210 € par personne et par mois");
}

#[test]
fn what_a_rule_cannot_be_is_refused_at_its_field() {
    let mut office = an_office();
    office.call("set_office_rules", set_rules(version("", "12/03/2024", "Délibération", ""), "240"));
    let before = office.dump();
    for (version, field) in [
        (version("", "12/03/2024", "Délibération", ""), "from"),
        (version("", "11/03/2024", "Délibération", ""), "from"),
        (version("", "31/02/2027", "Délibération", ""), "from"),
        (version("", "", " ", ""), "source"),
        (version("2024-03-12", "", "Délibération", ""), "reason"),
        (version("2024-03-12", "01/01/1999", "Délibération", "mal lu"), "from"),
    ] {
        assert_refused(
            &office.refused("set_office_rules", set_rules(version, "250")),
            FailureKind::Refused,
            Some(field),
        );
    }
    let unknown = version("2024-03-13", "", "Délibération", "mal lu");
    assert_refused(&office.refused("set_office_rules", set_rules(unknown, "250")), FailureKind::Gone, None);
    for (field, value) in [
        ("shared_custody", ""),
        ("revolving_taeg", "beaucoup"),
        ("target_public", &"x".repeat(301)),
        ("decision_mode", ""),
        ("decision_mode", "the_mayor"),
        ("charter", ""),
        ("usual_rate_max", "101"),
        ("answer_working_days", ""),
        ("answer_working_days", "vite"),
        ("warning_days", "x"),
        ("refund_share", "101"),
        ("refund_share", "0"),
        ("refund_share", ""),
        ("refund_base", ""),
        ("refund_payer", ""),
        ("refund_moment", "sometime"),
    ] {
        let mut input = set_rules(version("", "01/01/2027", "Délibération", ""), "250");
        input["fields"][field] = json!(value);
        assert_refused(&office.refused("set_office_rules", input), FailureKind::Refused, Some(field));
    }
    assert_eq!(office.dump(), before, "nothing was recorded");
}

#[test]
fn an_entry_renamed_or_retired_is_still_shown_where_it_was_used() {
    let mut office = an_office();
    let mut request = a_request("Sonia", "Delmas");
    request["purpose"] = json!("wedding");
    let dossier = office.call("record_request", request)["id"].as_i64().unwrap();
    let labels_of = |office: &mut Office| labels(&office.call("choices", json!({}))["purposes"]);
    office.call("rename_entry", json!({ "list": "purposes", "key": "wedding", "label": "Mariage, pacs", "after": "" }));
    assert!(labels_of(&mut office).contains(&"Mariage, pacs".to_owned()));
    office.call("retire_entry", json!({ "list": "purposes", "key": "wedding", "retired": true }));
    assert!(!labels_of(&mut office).contains(&"Mariage, pacs".to_owned()), "no longer offered");
    let view = office.call("dossier", json!({ "dossier": dossier }));
    let chosen = text(&view, "/request/purpose");
    let choices = office.call("choices", json!({}));
    let kept = choices["purposes"].as_array().unwrap().iter().find(|choice| choice["key"] == chosen.as_str());
    assert_eq!(text(kept.unwrap(), "/label"), "Mariage, pacs", "still shown where it was used");
    let refused = {
        let mut request = a_request("Samira", "Vauclerc");
        request["purpose"] = json!("wedding");
        office.refused("record_request", request)
    };
    assert_refused(&refused, FailureKind::Refused, Some("purpose"));
    office.call("retire_entry", json!({ "list": "purposes", "key": "wedding", "retired": false }));
    assert!(labels_of(&mut office).contains(&"Mariage, pacs".to_owned()), "brought back");
}

#[test]
fn an_entry_the_office_adds_is_counted_with_another() {
    let mut office = an_office();
    let new = |list: &str, label: &str, like: &str| json!({ "list": list, "label": label, "like": like, "after": "" });
    office.call("add_entry", new("purposes", "Vélo électrique", "vehicle_purchase"));
    office.call("add_entry", new("redirections", "Garage solidaire", "association"));
    office.call("add_entry", new("budget_entries", "Crédit du garage", "car_loan"));
    office.call("add_entry", new("decision_modes", "La directrice décide", ""));
    let choices = office.call("choices", json!({}));
    let of = |list: &str, label: &str| {
        let choices = choices[list].as_array().unwrap().iter();
        choices.clone().find(|choice| plain(choice["label"].as_str().unwrap()) == label).unwrap().clone()
    };
    assert_eq!(text(&of("purposes", "Vélo électrique"), "/group"), "Mobilité");
    assert_eq!(of("redirections", "Garage solidaire")["callback_days"], 15);
    assert_eq!(
        of("budget_entries", "Crédit du garage")["section"],
        of("budget_entries", "Crédit automobile")["section"]
    );
    let view = office.call("list_entries", json!({}));
    let purposes = view["lists"].as_array().unwrap().iter().find(|list| list["name"] == "purposes").unwrap();
    let own = purposes["entries"].as_array().unwrap().last().unwrap();
    assert_eq!((text(own, "/key"), text(own, "/after")), ("office_1".to_owned(), "vélo électrique".to_owned()));
    assert_eq!(own["own"], true);
    for (input, field) in [
        (new("purposes", "VÉLO  électrique", "vehicle_purchase"), "label"),
        (new("purposes", " ", "vehicle_purchase"), "label"),
        (new("purposes", "Trottinette", ""), "like"),
        (new("purposes", "Trottinette", "yacht"), "like"),
    ] {
        assert_refused(&office.refused("add_entry", input), FailureKind::Refused, Some(field));
    }
    let twin = json!({ "list": "purposes", "key": "office_1", "label": "Mariage", "after": "" });
    assert_refused(&office.refused("rename_entry", twin), FailureKind::Refused, Some("label"));
    let unknown = json!({ "list": "purposes", "key": "office_9", "retired": true });
    assert_refused(&office.refused("retire_entry", unknown), FailureKind::Refused, Some("key"));
}

#[test]
fn a_list_never_ends_up_empty() {
    let mut office = an_office();
    let mut keys = ["none", "instalment_only", "all_income"].into_iter();
    let last = keys.next_back().unwrap();
    for key in keys {
        office.call("retire_entry", json!({ "list": "domiciliation_kinds", "key": key, "retired": true }));
    }
    let input = json!({ "list": "domiciliation_kinds", "key": last, "retired": true });
    assert_refused(&office.refused("retire_entry", input), FailureKind::Refused, None);
}

#[test]
fn a_value_of_the_law_is_added_from_its_day_with_its_source() {
    let mut office = an_office();
    let topic = |view: &Value, key: &str| {
        view["topics"].as_array().unwrap().iter().find(|topic| topic["key"] == key).unwrap().clone()
    };
    let view = office.call("legal_values", json!({}));
    assert!(topic(&view, "usury_rate_up_to_3000")["current"].is_null(), "what is not known is not assumed");
    let withdrawal = topic(&view, "withdrawal_days");
    assert_eq!(text(&withdrawal, "/current/text"), "14 jours");
    assert_eq!(withdrawal["current"]["weak"], true, "to be verified");
    assert!(text(&withdrawal, "/help").contains("sept jours"), "what another source says is told, never applied");
    let input = json!({ "topic": "usury_rate_up_to_3000", "value": "22,90 %", "from": "1/10/2026",
        "until": "31/12/2026", "source": "Banque de France, avis du 28 septembre 2026", "weak": false });
    let view = office.call("set_legal_value", input.clone());
    let usury = topic(&view, "usury_rate_up_to_3000");
    assert_eq!(text(&usury, "/current/text"), "22,90 %");
    assert_eq!(text(&usury, "/current/period"), "du 1er octobre 2026 au 31 décembre 2026");
    assert_eq!(text(&usury, "/others/0/text"), "23,56 %", "older values stay");
    let mut corrected = input.clone();
    corrected["value"] = json!("22,91");
    let view = office.call("set_legal_value", corrected);
    let usury = topic(&view, "usury_rate_up_to_3000");
    assert_eq!((text(&usury, "/current/text"), usury["others"].as_array().unwrap().len()), ("22,91 %".into(), 2));
    for (field, value) in [
        ("value", ""),
        ("value", "beaucoup"),
        ("from", ""),
        ("until", "30/09/2026"),
        ("source", ""),
        ("topic", "weather"),
    ] {
        let mut wrong = input.clone();
        wrong[field] = json!(value);
        assert_refused(&office.refused("set_legal_value", wrong), FailureKind::Refused, Some(field));
    }
}

#[test]
fn a_year_later_the_settings_are_all_there() {
    let mut office = an_office();
    office.call("describe_office", details());
    for call in ["set_office_rules", "end_agreement", "copy_product_model", "rename_entry", "set_legal_value"] {
        let input = sample(call, &mut office);
        office.call(call, input);
    }
    let shown = |office: &mut Office| -> Vec<Value> {
        ["office", "office_rules", "lenders", "products", "list_entries", "legal_values"]
            .map(|call| office.call(call, json!({})))
            .to_vec()
    };
    let before = shown(&mut office);
    let mut office = office.restarted();
    office.unlock();
    assert_eq!(shown(&mut office), before);
    assert_eq!(office.call("verify", json!({}))["sound"], true);
}
