//! How the office and each bank read a budget, as the settings hold it: lines, divisor, threshold, usual spending.

use desk::FailureKind;
use serde_json::{Value, json};

use crate::office::{Office, an_office, assert_refused, at, plain, text};
use crate::settings::{a_lender, budget_rule, clause, rules, signed, version};

/// The office's rules from the first of January 2026, with a budget rule changed here and there.
fn with_rule(changes: &[(&str, Value)]) -> Value {
    let mut fields = rules("250");
    for (field, value) in changes {
        fields["budget"][*field] = value.clone();
    }
    json!({ "version": version("", "01/01/2026", "Délibération n° 2025-41", ""), "fields": fields })
}

pub fn set(office: &mut Office, changes: &[(&str, Value)]) -> Value {
    let view = office.call("set_office_rules", with_rule(changes));
    view["versions"][0].clone()
}

#[test]
fn a_budget_is_shared_among_persons_by_month_unless_the_office_says_otherwise() {
    let mut office = an_office();
    let rules = set(&mut office, &[]);
    assert_eq!(clause(&rules, "Repère de reste à vivre"), "250 € par personne et par mois");
    assert_eq!(clause(&rules, "Au regard du repère"), "mensualité déduite");
    assert_eq!(clause(&rules, "Lignes comptées"), "celles de la liste");
    assert_eq!(clause(&rules, "Taux d’endettement"), "non utilisé");
    assert_eq!(clause(&rules, "Plafond de ressources"), "aucun");
    assert_eq!(rules["fields"]["budget"], budget_rule("250,00"));
}

#[test]
fn consumption_units_are_those_of_insee_and_never_typed() {
    let mut office = an_office();
    let delivered = office.call("office_rules", json!({}));
    let scale = text(&delivered, "/budget/consumption_units").replace(['\u{202f}', '\u{a0}'], " ");
    assert!(
        scale.starts_with("Unités de consommation : 1 le premier adulte, 0,5 dès 14 ans, 0,3 plus jeune"),
        "{scale}"
    );
    assert!(scale.contains("Insee"), "{scale}");
    let changes = [
        ("divisor", json!("consumption_units")),
        ("unit_first", json!("9")),
        ("period", json!("day")),
        ("threshold", json!("10")),
        ("instalment", json!("excluded")),
        ("debt_ratio_max", json!("33")),
        ("income_ceiling", json!("2 500")),
    ];
    let rules = set(&mut office, &changes);
    assert_eq!(clause(&rules, "Repère de reste à vivre"), "10 € par unité et par jour");
    assert_eq!(clause(&rules, "Au regard du repère"), "mensualité non déduite");
    let shared = "unités de consommation : 1 le premier adulte, 0,5 dès 14 ans, 0,3 plus jeune";
    assert_eq!(clause(&rules, "Partagé entre"), shared);
    assert_eq!(clause(&rules, "Taux d’endettement"), "33,00 % au plus");
    assert_eq!(clause(&rules, "Plafond de ressources"), "2 500 € par mois pour le foyer");
    assert_eq!(text(&rules, "/fields/budget/divisor"), "consumption_units");
    assert_eq!(text(&rules, "/fields/budget/unit_first"), "", "the delivered scale is not a typed one");
}

#[test]
fn a_ceiling_of_income_depends_on_who_lives_there_or_on_the_quotient() {
    let composed = [("income_ceiling", json!("1 400")), ("income_by_persons", json!("2 100 ; 2 520 ; + 420"))];
    let said = "par mois, 1 personne : 1 400 €, 2 : 2 100 €, 3 : 2 520 €, 420 € par personne de plus";
    assert_eq!(clause(&set(&mut an_office(), &composed), "Plafond de ressources"), said);
    let quotient = set(&mut an_office(), &[("income_quotient", json!("700"))]);
    assert_eq!(clause(&quotient, "Plafond de ressources"), "700 € par mois et par part");
}

#[test]
fn a_county_weighs_people_its_own_way() {
    let mut office = an_office();
    let county = [
        ("divisor", json!("own_units")),
        ("unit_label", json!("parts du Département")),
        ("unit_first", json!("1")),
        ("unit_adult", json!("0,7")),
        ("unit_child", json!("0.35")),
        ("unit_adult_from", json!("15")),
        ("unit_lone_parent", json!("0,2")),
    ];
    let rules = set(&mut office, &county);
    let shared = "parts du Département : 1 le premier adulte, 0,7 dès 15 ans, 0,35 plus jeune, 0,2 de plus pour un adulte \
                  seul avec enfants";
    assert_eq!(clause(&rules, "Partagé entre"), shared);
    let typed: Vec<String> = ["unit_first", "unit_adult", "unit_child", "unit_adult_from", "unit_lone_parent"]
        .map(|field| text(&rules, &format!("/fields/budget/{field}")))
        .to_vec();
    assert_eq!(typed, ["1", "0,7", "0,35", "15", "0,2"]);
    let before = office.dump();
    for (field, value) in [
        ("unit_label", " "),
        ("unit_first", ""),
        ("unit_first", "0"),
        ("unit_adult", "une demie"),
        ("unit_adult", "0,555"),
        ("unit_adult", "11"),
        ("unit_child", "-1"),
        ("unit_child", "1,"),
        ("unit_adult_from", ""),
        ("unit_adult_from", "0"),
        ("unit_adult_from", "31"),
        ("unit_lone_parent", "x"),
    ] {
        let mut input = with_rule(&county);
        input["version"] = version("", "01/01/2027", "Délibération", "");
        input["fields"]["budget"][field] = json!(value);
        assert_refused(&office.refused("set_office_rules", input), FailureKind::Refused, Some(field));
    }
    assert_eq!(office.dump(), before, "nothing was recorded");
}

#[test]
fn lines_are_counted_as_the_list_says_but_for_the_exceptions() {
    let mut office = an_office();
    let exceptions = [("added", json!(["food", "food"])), ("removed", json!(["canteen", "ars"]))];
    let rules = set(&mut office, &exceptions);
    assert_eq!(rules["fields"]["budget"]["added"], json!(["food"]), "each once");
    assert_eq!(rules["fields"]["budget"]["removed"], json!(["ars", "canteen"]), "in the order of the list");
    let said = clause(&rules, "Lignes comptées");
    assert!(said.starts_with("celles de la liste, avec : ") && said.contains(" ; sans : "), "{said}");
    for (field, key, sentence) in [
        ("added", "rent", "Cette ligne compte déjà : il n’y a rien à ajouter."),
        ("removed", "food", "Cette ligne ne compte pas : il n’y a rien à retirer."),
        ("added", "yacht", "Ce choix n’est pas dans la liste."),
    ] {
        let mut input = with_rule(&[(field, json!([key]))]);
        input["version"] = version("", "01/01/2027", "Délibération", "");
        let refused = office.refused("set_office_rules", input);
        assert_refused(&refused, FailureKind::Refused, Some(field));
        assert_eq!(text(&json!({ "it": refused.message }), "/it").replace('\u{202f}', " "), sentence);
    }
}

#[test]
fn what_a_budget_rule_cannot_be_is_refused_at_its_field() {
    let mut office = an_office();
    let before = office.dump();
    for (field, value) in [
        ("threshold", "0"),
        ("threshold", "-240"),
        ("divisor", ""),
        ("divisor", "houses"),
        ("period", "year"),
        ("instalment", ""),
        ("debt_ratio_max", "101"),
        ("debt_ratio_max", "0"),
        ("income_ceiling", "0"),
        ("income_by_persons", "beaucoup"),
    ] {
        let refused = office.refused("set_office_rules", with_rule(&[(field, json!(value))]));
        assert_refused(&refused, FailureKind::Refused, Some(field));
    }
    assert_eq!(office.dump(), before, "nothing was recorded");
}

#[test]
fn usual_spending_is_told_line_by_line() {
    let mut office = an_office();
    let food = json!({ "entry": "food", "least": "150", "most": "250", "per": "person" });
    let phone = json!({ "entry": "internet", "least": "", "most": "60", "per": "household" });
    let mut input = with_rule(&[]);
    input["fields"]["usual_spending"] = json!([food, phone]);
    input["fields"]["shared_custody"] = json!("none");
    input["fields"]["revolving_taeg"] = json!("23,56");
    input["fields"]["target_public"] = json!("habitants de l’agglomération");
    let view = office.call("set_office_rules", input);
    let rules = &view["versions"][0];
    let said = clause(rules, "Dépenses usuelles");
    assert!(
        said.contains(" : 150 € à 250 € par personne ; ") && said.ends_with(" : jusqu’à 60 € pour le foyer"),
        "{said}"
    );
    assert_eq!(clause(rules, "Garde alternée"), "enfant non compté");
    assert_eq!(clause(rules, "Crédit renouvelable comparé"), "TAEG de 23,56 %");
    assert_eq!(clause(rules, "Public"), "habitants de l’agglomération");
    assert_eq!(rules["fields"]["usual_spending"][1]["most"], "60,00");
    let before = office.dump();
    for rows in [
        json!([{ "entry": "food", "least": "", "most": "", "per": "person" }]),
        json!([{ "entry": "food", "least": "300", "most": "250", "per": "person" }]),
        json!([{ "entry": "food", "least": "", "most": "250", "per": "child" }]),
        json!([{ "entry": "rsa", "least": "", "most": "600", "per": "household" }]),
        json!([{ "entry": "yacht", "least": "", "most": "600", "per": "household" }]),
        json!([food, food]),
    ] {
        let mut input = with_rule(&[]);
        input["version"] = version("", "01/01/2027", "Délibération", "");
        input["fields"]["usual_spending"] = rows;
        assert_refused(&office.refused("set_office_rules", input), FailureKind::Refused, Some("usual_spending"));
    }
    assert_eq!(office.dump(), before, "nothing was recorded");
}

#[test]
fn the_grid_of_a_budget_shows_the_lines_the_office_chose_in_its_order() {
    let mut office = an_office();
    let shown = |office: &mut Office| -> Vec<String> {
        let choices = office.call("choices", json!({}));
        let entries = choices["budget_entries"].as_array().unwrap().clone();
        entries.iter().filter(|entry| entry["usual"] == true).map(|entry| text(entry, "/key")).collect()
    };
    let delivered = shown(&mut office);
    assert_eq!(json!(delivered), office.call("office_rules", json!({}))["grid_lines"]);
    let mut input = with_rule(&[]);
    input["fields"]["grid_lines"] = json!(["rent", "salary_permanent", "electricity"]);
    let view = office.call("set_office_rules", input.clone());
    assert_eq!(shown(&mut office), ["rent", "salary_permanent", "electricity"]);
    assert_eq!(clause(&view["versions"][0], "Lignes du budget affichées"), "3 choisies par le CCAS");
    for wrong in [json!(["rent", "rent"]), json!(["nowhere"])] {
        input["fields"]["grid_lines"] = wrong;
        let refused = office.refused("set_office_rules", input.clone());
        assert_refused(&refused, FailureKind::Refused, Some("grid_lines"));
    }
    office.call("undo", json!({}));
    assert_eq!(shown(&mut office), delivered);
}

#[test]
fn a_bank_states_its_own_rule_its_account_and_its_terms() {
    let mut office = an_office();
    office.call("add_lender", a_lender("Crédit des Deux-Rives"));
    let plain = office.call("sign_agreement", signed("lender_1", "10/06/2023", "4"));
    let plain = &plain["lenders"][0]["agreements"][0];
    for label in ["Repère de reste à vivre", "Première période", "Coût du compte", "Caution d’un proche", "Assurance"]
    {
        assert_eq!(clause(plain, label), "", "what is not said is not shown: {label}");
    }
    let mut signed = signed("lender_1", "10/06/2025", "3,5");
    for (field, value) in [
        ("file_fee", "30"),
        ("fee_payment", "financed"),
        ("interest_only_max", "3"),
        ("interest_only_later_max", "2"),
        ("deferred_max", "1"),
        ("first_period", "months_and_days"),
        ("insurance", "optional"),
        ("guarantor", "no"),
        ("account_monthly", "2,10"),
        ("account_once", "15"),
        ("account_note", "carte de retrait comprise"),
    ] {
        signed["fields"][field] = json!(value);
    }
    let mut rule = budget_rule("10");
    rule["period"] = json!("day");
    rule["debt_ratio_max"] = json!("33");
    signed["fields"]["budget"] = rule;
    let view = office.call("sign_agreement", signed.clone());
    let agreement = &view["lenders"][0]["agreements"][0];
    for (label, said) in [
        ("Intérêts seuls", "jusqu’à 3 mois au début, jusqu’à 2 mois en cours de prêt"),
        ("Mois sans rien payer", "jusqu’à 1 mois au début"),
        ("Première période", "mois entiers, puis jours sur 365"),
        ("Frais de dossier", "30 €, financés par le prêt"),
        ("Assurance", "facultative"),
        ("Caution d’un proche", "non"),
        ("Coût du compte", "2,10 € par mois, 15 € une fois ; carte de retrait comprise"),
        ("Repère de reste à vivre", "10 € par personne et par jour"),
        ("Taux d’endettement", "33,00 % au plus"),
    ] {
        assert_eq!(clause(agreement, label), said);
    }
    let fields = &agreement["fields"];
    assert_eq!(text(fields, "/account_monthly"), "2,10");
    assert_eq!(text(fields, "/budget/period"), "day");
    let before = office.dump();
    for (field, value) in [
        ("fee_payment", "later"),
        ("first_period", ""),
        ("interest_only_later_max", "48"),
        ("deferred_max", "48"),
        ("insurance", "perhaps"),
        ("guarantor", "perhaps"),
        ("account_monthly", "-1"),
        ("account_once", "x"),
        ("account_note", &"x".repeat(301)),
    ] {
        let mut input = signed.clone();
        input["from"] = json!("10/06/2026");
        input["fields"][field] = json!(value);
        assert_refused(&office.refused("sign_agreement", input), FailureKind::Refused, Some(field));
    }
    let mut input = signed;
    input["from"] = json!("10/06/2026");
    input["fields"]["budget"]["threshold"] = json!("0");
    assert_refused(&office.refused("sign_agreement", input), FailureKind::Refused, Some("threshold"));
    assert_eq!(office.dump(), before, "nothing was recorded");
}

#[test]
fn delays_of_the_follow_up_change_from_a_date() {
    let mut office = an_office();
    let start = office.call("follow_up_rules", json!({}));
    assert_eq!(clause(&start["versions"][0], "Un dossier sans autre tâche"), "revu après 30 jours");
    let change = |from: &str, first: &str, renewal: &str| {
        json!({ "version": version("", from, "Note de service", ""),
            "fields": { "first_next_date_days": first, "renewal_days": renewal } })
    };
    let view = office.call("set_follow_up_rules", change("", "21", "90"));
    assert_eq!(clause(&view["versions"][0], "Une convention qui finit"), "signalée 90 jours avant son terme");
    assert_eq!(clause(&view["versions"][0], "Un prêt sans nouvelles"), "signalé après 4 mois", "left blank");
    let before = office.dump();
    for (first, renewal, field) in
        [("0", "60", "first_next_date_days"), ("", "60", "first_next_date_days"), ("30", "366", "renewal_days")]
    {
        let refused = office.refused("set_follow_up_rules", change("01/01/2027", first, renewal));
        assert_refused(&refused, FailureKind::Refused, Some(field));
    }
    assert_eq!(office.dump(), before, "nothing was recorded");
}

#[test]
fn an_old_agreement_keeps_the_rule_of_its_day() {
    let mut office = an_office();
    office.threshold("250");
    office.call("add_lender", a_lender("Banque du Val"));
    office.call("sign_agreement", signed("lender_1", "10/06/2023", "4"));
    let mut second = signed("lender_1", "01/01/2027", "4");
    second["fields"]["budget"] = budget_rule("300");
    let view = office.call("sign_agreement", second);
    let agreements = &view["lenders"][0]["agreements"];
    assert_eq!(text(&agreements[0], "/version/state"), "to_come");
    assert_eq!(clause(&agreements[0], "Repère de reste à vivre"), "300 € par personne et par mois");
    assert_eq!(clause(&agreements[1], "Repère de reste à vivre"), "", "the first one never had any");
    let mut later = with_rule(&[("period", json!("day")), ("threshold", json!("10"))]);
    later["version"] = version("", "01/01/2027", "Délibération", "");
    let view = office.call("set_office_rules", later);
    assert_eq!(clause(&view["versions"][0], "Repère de reste à vivre"), "10 € par personne et par jour");
    assert_eq!(clause(&view["versions"][1], "Repère de reste à vivre"), "250 € par personne et par mois");
}

#[test]
fn an_old_budget_keeps_the_rule_of_its_day() {
    let mut office = an_office();
    let dossier = office.delmas();
    office.threshold("250");
    office.delmas_project(dossier);
    let lender = office.lender("Banque du Val", "4", "36");
    office.delmas_simulation(dossier, &lender);
    office.delmas_after(dossier);
    let rule = |office: &mut Office| text(&office.call("budget", json!({ "dossier": dossier })), "/threshold/rule");
    let before = rule(&mut office);
    assert!(before.contains("250,00"), "{before}");
    let mut later = with_rule(&[
        ("divisor", json!("consumption_units")),
        ("period", json!("day")),
        ("threshold", json!("9")),
        ("removed", json!(["rent"])),
    ]);
    later["version"] = version("", "01/12/2026", "Délibération du 26 novembre 2026", "");
    office.call("set_office_rules", later);
    office.moment = at("2026-12-20");
    assert_eq!(rule(&mut office), before, "its threshold");
    let view = office.call("budget", json!({ "dossier": dossier }));
    assert_eq!(text(&view, "/after/reste_a_vivre/text"), "300,07 €", "its lines and its shares");
    let assessed = plain(&office.call("assessment", json!({ "dossier": dossier })).to_string());
    assert!(assessed.contains("250,00 €, 50,07 € au-dessus"), "the criterion recalls the same mark: {assessed}");
}

#[test]
fn a_rule_is_tried_on_the_dossiers_being_assessed_and_changes_nothing() {
    let mut office = an_office();
    let dossier = office.delmas();
    office.threshold("250");
    office.delmas_project(dossier);
    let lender = office.lender("Banque du Val", "4", "36");
    office.delmas_simulation(dossier, &lender);
    office.delmas_after(dossier);
    office.request_of("Samira", "Vauclerc");
    let before = office.dump();
    let tried = |office: &mut Office, changes: &[(&str, &str)]| {
        let mut fields = budget_rule("250");
        for (field, value) in changes {
            fields[*field] = json!(value);
        }
        let trial = office.call("try_budget_rule", json!({ "fields": fields }));
        let counted = ["Au-dessus du repère", "Passent en dessous", "Sans budget ou sans prêt calculé"];
        let counts = json!({ "clauses": trial["counts"] });
        (text(&trial, "/sentence"), counted.map(|label| clause(&counts, label)))
    };
    let dossiers = |above: &str, falling: &str| [above, falling, "1"].map(|count| format!("{count} dossier"));
    let (sentence, counts) = tried(&mut office, &[]);
    assert_eq!(sentence, "Sur 1 dossier en instruction. Essai : rien n’est changé.");
    assert_eq!(counts, dossiers("1", "0"));
    assert_eq!(tried(&mut office, &[("threshold", "301")]).1, dossiers("0", "1"));
    assert_eq!(tried(&mut office, &[("threshold", "301"), ("instalment", "excluded")]).1, dossiers("1", "0"));
    assert_eq!(tried(&mut office, &[("threshold", "10"), ("period", "day")]).1, dossiers("0", "1"), "9,87 a day");
    assert_eq!(tried(&mut office, &[("threshold", "")]).1, dossiers("1", "0"), "no threshold, nobody under it");
    let wrong = json!({ "fields": budget_rule("beaucoup") });
    assert_refused(&office.refused("try_budget_rule", wrong), FailureKind::Refused, Some("threshold"));
    assert_eq!(office.dump(), before, "nothing was recorded");
}
