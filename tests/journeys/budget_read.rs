//! The rules of the office and of a lender, the months of a loan, what a line may say, the bank statements.

use desk::FailureKind;
use serde_json::{Value, json};

use crate::office::{Office, a_line, an_office, assert_refused, text};

/// The Delmas dossier with its lender, its loan and what the project changes.
fn delmas(office: &mut Office, lender: &str) -> i64 {
    let dossier = office.delmas();
    office.delmas_project(dossier);
    office.delmas_simulation(dossier, lender);
    office.delmas_after(dossier);
    dossier
}

fn budget(office: &mut Office, dossier: i64) -> Value {
    office.call("budget", json!({ "dossier": dossier }))
}

/// Signs another agreement of a lender, whose own rule asks for 8 € a day among consumption units.
fn with_a_rule_of_its_own(office: &mut Office, lender: &str) {
    let mut rule = crate::settings::budget_rule("8");
    for (field, value) in [("divisor", "consumption_units"), ("period", "day"), ("debt_ratio_max", "33")] {
        rule[field] = json!(value);
    }
    rule["added"] = json!(["food"]);
    let mut agreement = crate::settings::no_agreement();
    for (field, value) in [("rate", "4"), ("account_monthly", "2")] {
        agreement[field] = json!(value);
    }
    agreement["budget"] = rule;
    let signed = json!({ "lender": lender, "from": "01/03/2026", "source": "Avenant de 2026", "fields": agreement });
    office.call("sign_agreement", signed);
}

#[test]
fn the_rule_of_the_lender_stands_beside_the_rule_of_the_office() {
    let mut office = an_office();
    let bank = office.lender("Banque du Val", "4", "36");
    office.threshold("250");
    with_a_rule_of_its_own(&mut office, &bank);
    let dossier = delmas(&mut office, &bank);
    office.call("add_budget_line", a_line(dossier, ("food", "", "60", "weekly", "", "")));
    let view = budget(&mut office, dossier);
    assert_eq!(text(&view, "/reste_a_vivre/text"), "339,53 €", "the office does not count food");
    assert_eq!(text(&view, "/after/account/text"), "2,00 €");
    assert_eq!(text(&view, "/after/reste_a_vivre/text"), "299,41 €", "(900,22 − 2,00) ÷ 3");
    assert_eq!(text(&view, "/capacity"), "219,08 €", "the account is paid before the instalment");
    let lender = &view["lender"];
    assert_eq!(text(lender, "/name"), "Banque du Val");
    assert_eq!(text(lender, "/shares_text"), "1,6 unités de consommation", "one adult, two children under 14");
    assert_eq!(text(lender, "/reste_a_vivre/text"), "474,11 €", "(1 018,58 − 260,00) ÷ 1,6");
    assert_eq!(text(lender, "/after/text"), "398,89 €", "(900,22 − 260,00 − 2,00) ÷ 1,6");
    assert_eq!(
        text(lender, "/threshold/sentence"),
        "5,11 € au-dessus du repère de 8,00 €",
        "398,89 × 12 ÷ 365 = 13,11"
    );
    assert_eq!(text(lender, "/remarks/0"), "Taux d’endettement avec le prêt : 5,79 %, 33,00 % au plus.");
    for (figure, result) in [
        ("lender_reste_a_vivre", "474,11 €"),
        ("lender_reste_a_vivre_after", "398,89 €"),
        ("reste_a_vivre", "339,53 €"),
        ("reste_a_vivre_after", "299,41 €"),
        ("per_day", "11,16 €"),
        ("per_day_after", "9,84 €"),
        ("debt_ratio", "4,25 %"),
        ("debt_ratio_after", "5,79 %"),
        ("capacity", "219,08 €"),
        ("threshold", "49,41 €"),
        ("shares", "3 personnes"),
        ("income", "1 999,76 €"),
        ("expenses", "896,18 €"),
        ("debts", "85,00 €"),
        ("lowest_month", "299,41 €, février 2027"),
    ] {
        let explained = office.call("explain", json!({ "dossier": dossier, "figure": figure }));
        assert_eq!(text(&explained, "/result"), result, "{figure}");
        assert!(!text(&explained, "/rule").is_empty(), "{figure} says its rule");
    }
    let line = view.pointer("/sections/0/lines/5/id").unwrap();
    let explained = office.call("explain", json!({ "dossier": dossier, "figure": "budget_line", "line": line }));
    assert_eq!(text(&explained, "/steps/0/label"), "853,74 € / 12");
}

#[test]
fn a_lender_without_a_rule_adds_nothing() {
    let mut office = an_office();
    let bank = office.lender("Banque du Val", "4", "36");
    let dossier = delmas(&mut office, &bank);
    let view = budget(&mut office, dossier);
    assert!(view["lender"].is_null());
    assert_eq!(text(&view, "/capacity"), "non calculée : aucun repère");
    assert!(view["threshold"].is_null());
}

#[test]
fn the_months_of_the_loan_tell_what_ends_and_which_is_the_lowest() {
    let mut office = an_office();
    let bank = office.lender("Banque du Val", "4", "36");
    let dossier = delmas(&mut office, &bank);
    let mut benefit = a_line(dossier, ("other_income", "aide jusqu’au printemps", "120", "monthly", "", "04/2027"));
    benefit["fields"]["certainty"] = json!("declared");
    office.call("add_budget_line", benefit);
    let view = budget(&mut office, dossier);
    let projection = &view["projection"];
    let months = projection["months"].as_array().unwrap();
    assert_eq!(months.len(), 36);
    assert_eq!(text(&months[0], "/label"), "février 2027");
    assert_eq!(text(&months[0], "/reste_a_vivre/text"), "340,07 €", "1 020,22 ÷ 3");
    assert_eq!(text(&months[3], "/reste_a_vivre/text"), "300,07 €");
    assert_eq!(text(projection, "/lowest"), "Le mois le plus bas : mai 2027, 300,07 €.");
    let turns = projection["turns"].as_array().unwrap();
    assert_eq!(turns.len(), 2, "the allowance, then the revolving credit: {turns:?}");
    assert!(text(projection, "/turns/1").starts_with("En février 2028 se termine : crédit renouvelable (Finexo)."));
    assert!(
        text(projection, "/turns/1").ends_with("Le reste à vivre passe à 315,07 €."),
        "{}",
        text(projection, "/turns/1")
    );
    assert_eq!(
        text(projection, "/share"),
        "Au plus, l’échéance prend 3,54 % de ce qui rentre ce mois-là (70,86 €). Elle est prélevée le 5."
    );
    assert_eq!(text(projection, "/advice"), "Vérifiez que les ressources du mois arrivent avant le prélèvement.");
    assert_eq!(text(projection, "/relief"), "");
    office.simulate(dossier, "interest_only", "3");
    let eased = budget(&mut office, dossier);
    let relief = text(&eased, "/projection/relief");
    assert!(relief.starts_with("Départ allégé de 3 mois : 361,03 € le premier mois au lieu de 340,07 €"), "{relief}");
}

#[test]
fn a_debt_paid_off_and_an_income_hoped_for_are_read_as_they_are() {
    let mut office = an_office();
    let bank = office.lender("Banque du Val", "4", "36");
    let dossier = delmas(&mut office, &bank);
    // A loan of its own amount: one that follows the plan would pay the debt too.
    office.simulate(dossier, "amount", "2400");
    let mut debt = a_line(dossier, ("personal_loan", "", "60", "monthly", "500", ""));
    for (field, value) in [("creditor", "Cofidal"), ("arrears", "120"), ("plan", "accord du 3 mars")] {
        debt["fields"][field] = json!(value);
    }
    debt["fields"]["paid_off"] = json!(true);
    let view = office.call("add_budget_line", debt);
    assert_eq!(text(&view, "/reste_a_vivre/text"), "319,53 €", "it is still paid today");
    assert_eq!(text(&view, "/after/reste_a_vivre/text"), "300,07 €", "no longer once the loan pays it off");
    let line = view.pointer("/sections/3/lines").unwrap().as_array().unwrap().last().unwrap();
    assert!(text(line, "/printed_label").contains("Cofidal ; reste 500,00 € ; retard 120,00 €"), "{line}");
    let mut hoped = a_line(dossier, ("other_income", "", "0", "monthly", "", ""));
    for (field, value) in [("after_amount", "90"), ("after_reason", "quatre heures de plus"), ("hope", "not_counted")] {
        hoped["fields"][field] = json!(value);
    }
    let view = office.call("add_budget_line", hoped);
    assert_eq!(text(&view, "/after/reste_a_vivre/text"), "300,07 €");
    assert_eq!(text(&view, "/after/changes/0/note"), "espéré, non compté");
    for field in ["creditor", "arrears", "plan"] {
        let mut income = a_line(dossier, ("other_income", "", "10", "monthly", "", ""));
        income["fields"][field] = json!("12");
        assert_refused(&office.refused("add_budget_line", income), FailureKind::Refused, Some(field));
    }
    let mut income = a_line(dossier, ("other_income", "", "10", "monthly", "", ""));
    income["fields"]["paid_off"] = json!(true);
    assert_refused(&office.refused("add_budget_line", income), FailureKind::Refused, Some("paid_off"));
}

#[test]
fn above_what_is_usual_a_comment_is_asked_and_nothing_refused() {
    let mut office = an_office();
    let mut rules = crate::settings::rules("250");
    rules["usual_spending"] = json!([{ "entry": "electricity", "least": "", "most": "60", "per": "household" }]);
    let version = json!({ "corrects": "", "from": "01/01/2026", "source": "règle du CCAS", "reason": "" });
    office.call("set_office_rules", json!({ "version": version, "fields": rules }));
    let dossier = office.delmas();
    let view = budget(&mut office, dossier);
    assert_eq!(view["comments_asked"], 1);
    let electricity = view.pointer("/sections/1/lines/2").unwrap();
    assert_eq!(text(electricity, "/usual"), "78,00 € par mois ; l’usage local est de 60,00 € au plus.");
    let mut told = a_line(dossier, ("electricity", "", "78", "monthly", "", ""));
    told["line"] = electricity["id"].clone();
    told["fields"]["comment"] = json!("chauffage électrique, logement mal isolé");
    let view = office.call("change_budget_line", told);
    assert_eq!(view["comments_asked"], 0);
    assert!(!text(&view, "/sections/1/lines/2/usual").is_empty(), "it is still above");
}

#[test]
fn a_child_of_shared_custody_counts_for_what_the_office_says() {
    let mut office = an_office();
    let mut rules = crate::settings::rules("");
    rules["shared_custody"] = json!("one");
    let dossier = office.delmas();
    let shared = |name: &str| {
        let mut member = crate::office::a_member(dossier, name, "02/09/2018");
        member["link"] = json!("child_shared");
        member
    };
    office.call("add_member", shared("Hugo"));
    assert_eq!(text(&budget(&mut office, dossier), "/shares_text"), "3,5");
    let version = json!({ "corrects": "", "from": "01/01/2026", "source": "règle du CCAS", "reason": "" });
    office.call("set_office_rules", json!({ "version": version, "fields": rules }));
    office.call("add_member", shared("Léa"));
    assert_eq!(text(&budget(&mut office, dossier), "/shares_text"), "4,5", "who is there already keeps their share");
}

#[test]
fn the_statements_are_read_account_by_account() {
    let mut office = an_office();
    let dossier = office.request_of("Samira", "Vauclerc");
    let current = json!({ "account": "compte courant", "bank": "Caisse du Val", "from": "08/2026", "to": "10/2026",
        "overdraft": "200", "lowest": "-184,30", "days_overdrawn": "11", "rejected": "1", "fees": "14,60",
        "remark": "rejet du 9 septembre, représenté et payé" });
    office.call("add_statement_review", json!({ "dossier": dossier, "fields": current }));
    let savings = json!({ "account": "livret A", "bank": "Caisse du Val", "from": "août 2026", "to": "10/2026",
        "lowest": "310,22", "savings": "300" });
    let view = office.call("add_statement_review", json!({ "dossier": dossier, "fields": savings.clone() }));
    assert_eq!(text(&view, "/period"), "08/2026 à 10/2026");
    assert_eq!(text(&view, "/accounts/0/label"), "Compte courant, Caisse du Val");
    assert_eq!(text(&view, "/accounts/0/fields/lowest"), "−184,30");
    assert_eq!(text(&view, "/accounts/1/fields/savings"), "300,00");
    let review = view.pointer("/accounts/1/id").unwrap().clone();
    let mut changed = savings;
    changed["savings"] = json!("310");
    let change = json!({ "dossier": dossier, "review": review, "fields": changed });
    let view = office.call("change_statement_review", change.clone());
    assert_eq!(text(&view, "/accounts/1/fields/savings"), "310,00");
    for (field, value) in [("account", ""), ("to", "07/2026"), ("lowest", "bas"), ("rejected", "-1"), ("fees", "-3")] {
        let mut wrong = change.clone();
        wrong["fields"][field] = json!(value);
        assert_refused(&office.refused("change_statement_review", wrong), FailureKind::Refused, Some(field));
    }
    let view = office.call("remove_statement_review", json!({ "dossier": dossier, "review": review }));
    assert_eq!(view["accounts"].as_array().unwrap().len(), 1);
    assert_eq!(office.refused("change_statement_review", change).kind, FailureKind::Gone);
    let read = office.call("statement_reviews", json!({ "dossier": dossier }));
    assert_eq!(read, view);
}
