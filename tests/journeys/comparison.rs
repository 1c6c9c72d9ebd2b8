//! The same project in every bank: the published comparison to the cent, months that do not repay beside the same
//! loan without them, the revolving credit, the person's choice.

use desk::FailureKind;
use serde_json::{Value, json};

use crate::delmas_papers::{printed, says};
use crate::office::{Office, an_office, assert_refused, plain, text};
use crate::settings::{a_product, version};

/// The person's choice of a bank, one of the accounts of the list, today.
pub fn a_choice(dossier: i64, bank: &str) -> Value {
    json!({ "dossier": dossier, "lender": bank, "account": "instalment_only", "on": "",
        "reasons": "garde son compte, coût le plus bas" })
}

impl Office {
    /// Makes a lender as [`Office::lender`] does, then corrects what its agreement says.
    pub fn lender_saying(&mut self, name: &str, rate: &str, says: &[(&str, &str)]) -> String {
        let key = self.lender(name, rate, "36");
        let lenders = self.call("lenders", json!({}));
        let made = lenders["lenders"].as_array().unwrap().iter().find(|lender| lender["key"] == key.as_str());
        let mut fields = made.unwrap()["agreements"][0]["fields"].clone();
        for (field, value) in says {
            fields[*field] = json!(value);
        }
        let corrected = version("2025-02-01", "01/02/2025", "Convention", "relue");
        self.call("correct_agreement", json!({ "lender": key, "version": corrected, "fields": fields }));
        key
    }

    /// The dossier of the published comparison, in its three banks; the first one is kept.
    pub fn compared(&mut self) -> (i64, [String; 3]) {
        let val = self.lender_saying("Banque du Val", "4", &[("interest_only_max", "0"), ("deferrals", "2")]);
        let rives = self.lender_saying("Caisse des Deux Rives", "3,5", &[("file_fee", "30"), ("deferrals", "1")]);
        let hautval = self.lender_saying(
            "Crédit municipal de Hautval",
            "4,9",
            &[
                ("interest_only_max", "6"),
                ("deferrals", "3"),
                ("answer_days", "10"),
                ("notification", "lender_to_both"),
            ],
        );
        let dossier = self.delmas();
        self.delmas_project(dossier);
        self.delmas_simulation(dossier, &val);
        (dossier, [val, rives, hautval])
    }

    /// The simulation of a dossier.
    pub fn simulation(&mut self, dossier: i64) -> Value {
        self.call("simulation", json!({ "dossier": dossier }))
    }
}

/// The offer of a bank, of one kind.
#[track_caller]
pub fn offer<'v>(view: &'v Value, bank: &str, kind: &str) -> &'v Value {
    let offers = view["offers"].as_array().unwrap();
    offers.iter().find(|offer| offer["lender"] == bank && offer["kind"] == kind).unwrap()
}

/// The sentences of a field.
pub fn sentences(view: &Value, field: &str) -> Vec<String> {
    view[field].as_array().unwrap().iter().map(|sentence| plain(sentence.as_str().unwrap())).collect()
}

/// The published « Comparer les banques ».
#[test]
fn the_published_comparison_is_worked_out_to_the_cent() {
    let mut office = an_office();
    let (dossier, banks) = office.compared();
    let view = office.simulation(dossier);
    for (bank, figures) in banks.iter().zip([
        ["70,86 €", "150,87 €", "4,07 %"],
        ["70,32 €", "161,74 €", "4,42 %"],
        ["71,82 €", "185,61 €", "5,01 %"],
    ]) {
        let offer = offer(&view, bank, "as_asked");
        let found = ["instalment", "total_cost/text", "taeg"].map(|field| text(offer, &format!("/loan/{field}")));
        assert_eq!(found, figures, "{bank}");
    }
    assert!(text(offer(&view, &banks[2], "as_asked"), "/detail").ends_with("réponse en 10 jours"), "{view:#}");
    let paper = printed(&mut office, dossier, "lender_comparison");
    says(
        &paper,
        &[
            "Le prêt le moins cher : Banque du Val, qui n’impose rien.",
            "Le taux le plus bas : Caisse des Deux Rives, mais ses frais de 30,00 € rendent le prêt plus cher.",
            "Caisse des Deux Rives : 10,87 € de plus, mais permet 3 mois d’intérêts seuls.",
            "Crédit municipal de Hautval : 34,74 € de plus, mais permet 6 mois d’intérêts seuls et le report de \
             3 échéances.",
        ],
    );
}

/// The published « Simulation » of the Vauclerc household, 2 600 € paid on 5 December 2026.
#[test]
fn months_of_interest_only_stand_beside_the_same_loan_without_them() {
    let mut office = an_office();
    let val = office.lender_saying("Caisse du Val", "3", &[("interest_only_max", "0")]);
    let rives = office.lender("Crédit des Deux-Rives", "4", "36");
    let pays = office.lender_saying("Banque du Haut-Pays", "2,5", &[("file_fee", "30"), ("interest_only_max", "0")]);
    let dossier = office.request_of("Samira", "Vauclerc");
    for (field, value) in [
        ("lender", rives.as_str()),
        ("amount", "2600"),
        ("months", "36"),
        ("interest_only", "3"),
        ("disbursed_on", "05/12/2026"),
    ] {
        office.simulate(dossier, field, value);
    }
    let view = office.simulation(dossier);
    let cost = |bank: &str, kind: &str| {
        let offer = offer(&view, bank, kind);
        ["instalment", "total_cost/text", "taeg"].map(|field| text(offer, &format!("/loan/{field}")))
    };
    assert_eq!(cost(&val, "as_asked"), ["75,61 €", "121,99 €", "3,04 %"]);
    assert_eq!(cost(&rives, "level"), ["76,76 €", "163,45 €", "4,07 %"]);
    assert_eq!(cost(&rives, "as_asked"), ["8,67 € puis 83,33 €", "175,99 €", "4,08 %"]);
    assert!(text(offer(&view, &rives, "as_asked"), "/detail").contains("3 mois d’intérêts seuls"), "{view:#}");
    assert_eq!(text(offer(&view, &val, "as_asked"), "/reason"), "sans mois d’intérêts seuls");
    assert_eq!(offer(&view, &rives, "as_asked")["kept"], true);
    assert_eq!(offer(&view, &rives, "level")["kept"], false);
    assert_eq!(offer(&view, &pays, "as_asked")["possible"], false);
    let silent = office.lender_saying("Banque muette", "4", &[("interest_only_max", "")]);
    let seen = office.simulation(dossier);
    assert_eq!(text(offer(&seen, &silent, "as_asked"), "/reason"), "mois sans remboursement non prévus");
    assert_eq!(text(offer(&seen, &silent, "as_asked"), "/loan/instalment"), "76,76 €", "nothing it does not state");
    let paper = printed(&mut office, dossier, "lender_comparison");
    says(
        &paper,
        &[
            "Parmi les banques où cette demande convient, le prêt le moins cher : Crédit des Deux-Rives, qui n’impose rien.",
        ],
    );
    let level = json!({ "dossier": dossier, "lender": rives, "kind": "level" });
    let view = office.call("keep_lender", level);
    assert_eq!(text(&view, "/fields/interest_only"), "");
    assert_eq!(text(&view, "/loan/instalment_text"), "76,76 €");
}

#[test]
fn the_revolving_credit_is_compared_at_the_taeg_typed() {
    let mut office = an_office();
    let (dossier, banks) = office.compared();
    assert!(office.simulation(dossier)["revolving"].is_null(), "no rate is made up");
    let view = office.call("simulation", json!({ "dossier": dossier, "revolving_taeg": "23,56" }));
    let revolving = |field: &str| text(&view, &format!("/revolving/{field}"));
    assert_eq!((revolving("instalment"), revolving("total_cost/text")), ("90,84 €".to_owned(), "870,24 €".to_owned()));
    assert_eq!((revolving("taeg"), revolving("source")), ("23,56 %".to_owned(), "TAEG écrit ici".to_owned()));
    assert_eq!(
        (&view["revolving"]["share"], &offer(&view, &banks[0], "as_asked")["loan"]["share"]),
        (&json!(100), &json!(17))
    );
    let asked = json!({ "dossier": dossier, "revolving_taeg": "beaucoup" });
    assert_refused(&office.refused("simulation", asked), FailureKind::Refused, Some("revolving_taeg"));
}

#[test]
fn the_choice_of_the_person_is_recorded_with_its_reasons_and_taken_back() {
    let mut office = an_office();
    let (dossier, banks) = office.compared();
    let view = office.call("record_choice", a_choice(dossier, &banks[0]));
    assert_eq!(
        text(&view, "/choice/sentence"),
        "Le 20 novembre 2026 : Banque du Val, compte alimenté de la mensualité."
    );
    assert_eq!(text(&view, "/choice/reasons"), "garde son compte, coût le plus bas");
    assert_eq!(text(&view, "/choice/differs"), "");
    let view = office.call("record_choice", a_choice(dossier, &banks[2]));
    assert_eq!(text(&view, "/choice/differs"), "L’offre retenue est celle d’une autre banque : Banque du Val.");
    let view = office.call("remove_choice", json!({ "dossier": dossier }));
    assert!(view["choice"].is_null());
    let before = office.dump();
    let gone = office.refused("remove_choice", json!({ "dossier": dossier }));
    assert_eq!(gone.kind, FailureKind::Gone);
    for (field, value) in [
        ("lender", ""),
        ("lender", "inconnue"),
        ("account", "inconnu"),
        ("on", "21/11/2026"),
        ("on", "01/01/2026"),
        ("reasons", " "),
    ] {
        let mut choice = a_choice(dossier, &banks[0]);
        choice[field] = json!(value);
        assert_refused(&office.refused("record_choice", choice), FailureKind::Refused, Some(field));
    }
    assert_eq!(office.dump(), before);
}

#[test]
fn the_first_instalment_follows_from_the_debit_day_until_it_is_typed() {
    let mut office = an_office();
    let bank = office.lender("Banque du Val", "4", "36");
    let dossier = office.request_of("Sonia", "Delmas");
    for (field, value) in [("lender", bank.as_str()), ("amount", "2400"), ("months", "36")] {
        office.simulate(dossier, field, value);
    }
    let view = office.simulate(dossier, "disbursed_on", "20/12/2026");
    assert_eq!(text(&view, "/fields/first_due_on"), "05/02/2027");
    assert_eq!(text(&view, "/loan/first_due/text"), "5 février 2027");
    let view = office.simulate(dossier, "debit_day", "28");
    assert_eq!(text(&view, "/loan/first_due/text"), "28 janvier 2027");
    let view = office.simulate(dossier, "first_due_on", "15/01/2027");
    assert_eq!(text(&view, "/loan/first_due/text"), "15 janvier 2027");
    for value in ["0", "32", "lundi"] {
        let change = json!({ "dossier": dossier, "field": "debit_day", "value": value });
        assert_refused(&office.refused("change_simulation", change), FailureKind::Refused, Some("value"));
    }
}

#[test]
fn other_conditions_are_offered_where_the_agreement_allows_them() {
    let mut office = an_office();
    let plain_bank = office.lender_saying("Banque du Val", "4", &[("interest_only_max", "0")]);
    let eased = office.lender("Crédit des Deux-Rives", "4", "36");
    let dossier = office.request_of("Sonia", "Delmas");
    let offers = |view: &Value, field: &str| view["conditions"].as_array().unwrap().contains(&json!(field));
    let view = office.simulation(dossier);
    assert!(offers(&view, "interest_only"), "one bank allows it");
    assert!(!offers(&view, "fee_payment"), "no fee, nothing to say of when it is paid");
    let lenders = office.call("lenders", json!({}));
    let eases = |key: &str| {
        let lender = lenders["lenders"].as_array().unwrap().iter().find(|lender| lender["key"] == key);
        offers(lender.unwrap(), "interest_only")
    };
    assert!(eases(&eased) && !eases(&plain_bank), "the simulator without a dossier offers the same");
    let view = office.simulate(dossier, "lender", &plain_bank);
    assert!(!offers(&view, "interest_only") && !offers(&view, "deferred"));
    let view = office.simulate(dossier, "fee", "30");
    assert!(offers(&view, "fee_payment"));
    let view = office.simulate(dossier, "lender", &eased);
    assert!(offers(&view, "interest_only"));
    assert_eq!(text(&view, "/follows/interest_only"), "3 mois au plus, convention du Crédit des Deux-Rives");
    assert!(offers(&view, "insurance") && !offers(&view, "insurance_requirement"));
    let view = office.simulate(dossier, "insurance_rate", "0,36");
    assert!(offers(&view, "insurance_requirement"));
    assert_eq!(text(&view, "/fields/insurance_rate"), "0,36");
    for (field, value) in [
        ("interest_only_later", "treize"),
        ("interest_only_later", "0"),
        ("interest_only_later", "601"),
        ("fee_payment", "jamais"),
        ("insurance_rate", "cent un"),
        ("deferred", "-1"),
    ] {
        let change = json!({ "dossier": dossier, "field": field, "value": value });
        assert_refused(&office.refused("change_simulation", change), FailureKind::Refused, Some("value"));
    }
}

/// The figures of a loan that its room explains.
const FIGURES: [(&str, &str); 8] = [
    ("instalment", "70,86 €"),
    ("last_instalment", "70,77 €"),
    ("first_interest", "8,00 €"),
    ("interest", "150,87 €"),
    ("total_cost", "150,87 €"),
    ("cost_per_month", "4,19 €"),
    ("taeg", "4,07 %"),
    ("usury", "pas connu pour ce trimestre"),
];

#[test]
fn every_figure_of_the_loan_says_where_it_comes_from() {
    let mut office = an_office();
    let (dossier, banks) = office.compared();
    let explain =
        |office: &mut Office, figure: &str| office.call("explain", json!({ "dossier": dossier, "figure": figure }));
    for (figure, result) in FIGURES {
        let explained = explain(&mut office, figure);
        assert_eq!(text(&explained, "/result"), result, "{figure}");
        assert!(!text(&explained, "/rule").is_empty() && !text(&explained, "/source").is_empty(), "{explained}");
    }
    let taeg = explain(&mut office, "taeg");
    assert_eq!(taeg["table"]["rows"].as_array().unwrap().len(), 37, "what is lent, then every instalment");
    let interest = explain(&mut office, "interest");
    assert!(plain(&interest["notes"].to_string()).contains("124 €"), "{interest}");
    let of_bank = json!({ "dossier": dossier, "figure": "total_cost", "lender": banks[1] });
    assert_eq!(text(&office.call("explain", of_bank), "/result"), "161,74 €");
    let typed = json!({ "dossier": dossier, "figure": "revolving", "revolving_taeg": "23,56" });
    assert_eq!(text(&office.call("explain", typed), "/result"), "870,24 €");
    for figure in ["revolving", "refund"] {
        let refused = office.refused("explain", json!({ "dossier": dossier, "figure": figure }));
        assert_refused(&refused, FailureKind::Refused, None);
    }
}

#[test]
fn a_loan_without_a_dossier_explains_its_figures_even_before_the_office_exists() {
    let mut office = crate::office::an_empty_folder();
    let loan = json!({ "amount": "2400", "annual_rate": "4", "lender": "", "months": "36", "interest_only": "",
        "fee": "", "insurance_monthly": "", "insurance_required": false, "disbursed": "05/01/2027",
        "first_due": "05/02/2027", "revolving_taeg": "23,56" });
    for (figure, result) in FIGURES {
        let explained = office.call("explain_loan", json!({ "loan": loan, "figure": figure }));
        assert_eq!(text(&explained, "/result"), result, "{figure}");
    }
    let explained = office.call("explain_loan", json!({ "loan": loan, "figure": "revolving" }));
    assert_eq!(text(&explained, "/result"), "870,24 €");
    let refused = office.refused("explain_loan", json!({ "loan": loan, "figure": "reste_a_vivre" }));
    assert_refused(&refused, FailureKind::Refused, Some("figure"));
    let simulated = office.call("simulate", loan);
    assert_eq!(text(&simulated, "/revolving/total_cost/text"), "870,24 €");
    assert_eq!(text(&simulated, "/warning/regime"), "contrats signés depuis le 20 novembre 2026");
    assert_eq!(text(&simulated, "/warning/by"), "d’après la date d’aujourd’hui, 20 novembre 2026");
}

#[test]
fn later_months_and_deferred_months_are_in_the_loan_and_told() {
    let mut office = an_office();
    let says = [("deferred_max", "2"), ("interest_only_later_max", "2"), ("interest_only_max", "3")];
    let bank = office.lender_saying("Crédit des Deux-Rives", "4", &says);
    let dossier = office.request_of("Samira", "Vauclerc");
    for (field, value) in [("lender", bank.as_str()), ("amount", "2600"), ("months", "36")] {
        office.simulate(dossier, field, value);
    }
    let view = office.simulate(dossier, "interest_only_later", "25 et 13");
    assert_eq!(text(&view, "/fields/interest_only_later"), "13, 25");
    assert_eq!(sentences(&view["loan"], "conditions"), ["Intérêts seuls aux mois 13 et 25."]);
    let paid = text(&view, "/loan/sentence");
    assert!(paid.contains("33 mensualités de") && paid.contains("2 mensualités d’intérêts seuls de"), "{paid}");
    assert_eq!(text(&view, "/loan/rows/12/principal"), "0,00");
    let over = json!({ "dossier": dossier, "field": "interest_only_later", "value": "13, 14, 15" });
    let refused = office.refused("change_simulation", over);
    assert!(
        plain(&refused.message).contains("permet 2 mois d’intérêts seuls en cours de prêt au plus"),
        "{}",
        refused.message
    );
    for (value, why) in [("36", "the last one repays"), ("37", "beyond the last one")] {
        let change = json!({ "dossier": dossier, "field": "interest_only_later", "value": value });
        assert_refused(&office.refused("change_simulation", change), FailureKind::Refused, Some("value"));
        assert_eq!(office.simulation(dossier)["fields"]["interest_only_later"], "13, 25", "{why}");
    }
    let view = office.simulate(dossier, "deferred", "2");
    assert_eq!(text(&view, "/loan/rows/0/total"), "0,00");
    assert!(text(&view, "/loan/sentence").contains("2 mois sans rien payer"), "{}", view["loan"]["sentence"]);
    let refused = office.refused("change_simulation", json!({ "dossier": dossier, "field": "deferred", "value": "3" }));
    assert_refused(&refused, FailureKind::Refused, Some("value"));
}

#[test]
fn a_loan_without_a_dossier_takes_every_condition_and_the_days_of_its_bank() {
    let mut office = an_office();
    let bank = office.lender_saying("Banque du Val", "4", &[("file_fee", "30")]);
    let mut loan = json!({ "amount": "2400", "annual_rate": "", "lender": bank, "months": "36", "interest_only": "",
        "fee": "", "insurance_monthly": "1,20", "insurance_required": false, "disbursed": "20/12/2026",
        "first_due": "", "fee_payment": "financed", "deferred": "", "interest_only_later": "", "insurance_rate": "",
        "debit_day": "", "first_period": "months_and_days", "revolving_taeg": "" });
    let view = office.call("simulate", loan.clone());
    assert_eq!(text(&view, "/loan/first_due/text"), "5 février 2027");
    assert_eq!(text(&view, "/loan/fee/text"), "30,00 €");
    assert_eq!(
        sentences(&view["loan"], "conditions"),
        ["Les frais, 30,00 €, sont prêtés et remboursés avec les mensualités."]
    );
    for (field, value) in [
        ("fee_payment", "jamais"),
        ("deferred", "36"),
        ("interest_only_later", "36"),
        ("insurance_rate", "beaucoup"),
        ("debit_day", "32"),
        ("first_period", "lunar"),
        ("revolving_taeg", "beaucoup"),
    ] {
        let before = loan[field].take();
        loan[field] = json!(value);
        assert_refused(&office.refused("simulate", loan.clone()), FailureKind::Refused, Some(field));
        loan[field] = before;
    }
}

/// The second bank of the published comparison asks for 10 € a day and a person.
#[test]
fn a_bank_reads_the_budget_by_its_own_rule() {
    let mut office = an_office();
    let (dossier, banks) = office.compared();
    let lenders = office.call("lenders", json!({}));
    let rives = lenders["lenders"].as_array().unwrap().iter().find(|lender| lender["key"] == banks[1].as_str());
    let mut fields = rives.unwrap()["agreements"][0]["fields"].clone();
    fields["budget"] = json!({ "added": [], "removed": [], "divisor": "persons", "unit_label": "", "unit_first": "",
        "unit_adult": "", "unit_child": "", "unit_adult_from": "", "unit_lone_parent": "", "period": "day",
        "instalment": "included", "threshold": "10", "debt_ratio_max": "33", "income_ceiling": "" });
    let corrected = version("2025-02-01", "01/02/2025", "Convention", "relue");
    office.call("correct_agreement", json!({ "lender": banks[1], "version": corrected, "fields": fields }));
    office.delmas_after(dossier);
    let view = office.simulation(dossier);
    let rives = offer(&view, &banks[1], "as_asked");
    assert_eq!(rives["possible"], false);
    assert_eq!(text(rives, "/reason"), "9,87 € par jour, il en faut 10,00 €");
    assert_eq!(rives["keeping"], "with_reason");
    assert_eq!(text(rives, "/loan/reste_a_vivre"), "300,25 €");
    assert_eq!(text(offer(&view, &banks[0], "as_asked"), "/reason"), "rien ne s’y oppose");
    assert_eq!(text(offer(&view, &banks[0], "as_asked"), "/loan/reste_a_vivre"), "300,07 €");
    let asked = json!({ "dossier": dossier, "figure": "reste_a_vivre_after", "lender": banks[1] });
    assert_eq!(text(&office.call("explain", asked), "/result"), "300,25 €");
    let order: Vec<_> = view["offers"].as_array().unwrap().iter().map(|offer| offer["lender"].clone()).collect();
    assert_eq!(order, [&banks[0], &banks[2], &banks[1]].map(|bank| json!(bank)), "possible first, then by cost");
    let paper = printed(&mut office, dossier, "lender_comparison");
    says(&paper, &["Caisse des Deux Rives : son seuil de reste à vivre n’est pas atteint."]);
    keeping_it_all_the_same_asks_why(&mut office, dossier, &banks[1]);
}

/// The reason is dated, and is the person's choice.
fn keeping_it_all_the_same_asks_why(office: &mut Office, dossier: i64, bank: &str) {
    let before = office.dump();
    let kept = |reasons: &str| json!({ "dossier": dossier, "lender": bank, "kind": "as_asked", "reasons": reasons });
    assert_refused(&office.refused("keep_lender", kept(" ")), FailureKind::Refused, Some("reasons"));
    assert_eq!(office.dump(), before);
    let view = office.call("keep_lender", kept("son agence est au village"));
    assert_eq!(text(&view, "/fields/lender"), bank);
    assert_eq!(text(&view, "/choice/on"), "20/11/2026");
    assert_eq!(text(&view, "/choice/reasons"), "son agence est au village");
    assert_eq!(offer(&view, bank, "as_asked")["possible"], false, "it is still a no, and says so");
}

/// The account is the kept bank's: it weighs on its offer alone.
#[test]
fn the_revolving_credit_pays_no_bank_s_account() {
    let [paid, free] = ["2,10", ""].map(|account| {
        let mut office = an_office();
        let bank = office.lender_saying("Banque du Val", "4", &[("account_monthly", account)]);
        let dossier = office.delmas();
        office.delmas_project(dossier);
        office.delmas_simulation(dossier, &bank);
        let view = office.call("simulation", json!({ "dossier": dossier, "revolving_taeg": "23,56" }));
        let kept = text(offer(&view, &bank, "as_asked"), "/loan/reste_a_vivre");
        (text(&view, "/revolving/reste_a_vivre"), kept)
    });
    assert_eq!(paid.0, free.0);
    assert_ne!(paid.1, free.1, "the bank's own offer pays its account");
}

#[test]
fn a_bank_whose_own_rate_is_above_that_of_the_product_says_so() {
    let mut office = an_office();
    let (dossier, [val, _, hautval]) = office.compared();
    let mut fields = a_product("Microcrédit personnel");
    fields["rate_max"] = json!("4,5");
    fields["purposes"] = json!([]);
    let dated = version("", "01/01/2026", "Délibération", "");
    office.call("change_product", json!({ "product": "national_guide", "fields": fields, "version": dated }));
    office.simulate(dossier, "product", "national_guide");
    let view = office.simulation(dossier);
    assert!(text(offer(&view, &hautval, "as_asked"), "/reason").contains("4,50 % au plus"), "{view:#}");
    assert!(!text(offer(&view, &val, "as_asked"), "/reason").contains("au plus"));
}
