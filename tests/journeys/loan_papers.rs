//! The papers a loan is explained with: the simulation and its schedule, the comparison of banks, the workings.

use serde_json::{Value, json};

use crate::comparison::a_choice;
use crate::office::{Office, an_office, plain, text};

/// The pages of a paper, each as one line of words.
fn pages(office: &mut Office, dossier: i64, paper: &str) -> Vec<String> {
    let drawn = office.call("draw_paper", json!({ "dossier": dossier, "paper": paper }));
    let words = |page: &Value| plain(page["text"].as_str().unwrap()).split_whitespace().collect::<Vec<_>>().join(" ");
    drawn["pages"].as_array().unwrap().iter().map(words).collect()
}

#[track_caller]
fn says(paper: &str, words: &[&str]) {
    for word in words {
        assert!(paper.contains(word), "{word:?} is not printed in:\n{paper}");
    }
}

/// The published « Simulation et échéancier ».
#[test]
fn the_simulation_says_what_the_loan_would_cost_and_every_instalment() {
    let mut office = an_office();
    let (dossier, _) = office.compared();
    let pages = pages(&mut office, dossier, "schedule");
    assert_eq!(pages.len(), 2);
    says(
        &pages[0],
        &[
            "Ce que coûterait ce prêt Simulation pour Mme Sonia Delmas",
            "2 400 € prêtés par la Banque du Val 70,86 € par mois, pendant 36 mois 150,87 € coût total du crédit 4,07 %",
            "35 mensualités de 70,86 € et une dernière de 70,77 €",
            "Votre reste à vivre passerait de 339,53 €",
            "Avertissement légal applicable aux contrats conclus",
            "pas une offre de prêt",
        ],
    );
    assert!(!pages[0].contains("renouvelable"), "the office set no TAEG to compare with");
    says(&pages[1], &["36 05/01/2030 70,77 70,53 0,24 0,00 Total 2 550,87 2 400,00 150,87"]);
}

/// The published « Comparer les banques ».
#[test]
fn the_comparison_is_printed_with_the_choice_once_it_is_recorded() {
    let mut office = an_office();
    let (dossier, [val, ..]) = office.compared();
    let before = pages(&mut office, dossier, "lender_comparison");
    assert_eq!(before.len(), 1);
    says(
        &before[0],
        &[
            "TAEG 4,07 % 4,42 % 5,01 %",
            "Mensualité 70,86 € 70,32 € 71,82 €",
            "150,87 € 161,74 € 185,61 €",
            "34,74 € d’écart entre les deux extrêmes",
            "Lecture proposée. Le prêt le moins cher : Banque du Val, qui n’impose rien.",
            "☐ Banque du Val",
            "Date et signature :",
        ],
    );
    office.call("record_choice", a_choice(dossier, &val));
    let after = pages(&mut office, dossier, "lender_comparison");
    says(&after[0], &["☑ Banque du Val", "compte alimenté de la mensualité", "garde son compte, coût le plus bas"]);
    let file = pages(&mut office, dossier, "bank_file").join(" ");
    says(&file, &["Le choix de la personne, après explication : Banque du Val, compte alimenté de la mensualité"]);
}

/// What the window says of a bank whose agreement is silent, the person signs it too.
#[test]
fn the_comparison_says_what_an_agreement_does_not_state() {
    let mut office = an_office();
    let bank = office.lender_saying("Banque muette", "4", &[("interest_only_max", "")]);
    let other = office.lender("Crédit des Deux-Rives", "4", "36");
    let dossier = office.request_of("Samira", "Vauclerc");
    for (field, value) in [("lender", other.as_str()), ("amount", "2600"), ("months", "36"), ("interest_only", "3")] {
        office.simulate(dossier, field, value);
    }
    let view = office.call("simulation", json!({ "dossier": dossier }));
    let mut offers = view["offers"].as_array().unwrap().iter();
    let silent = offers.find(|offer| offer["lender"] == bank.as_str() && offer["kind"] == "as_asked").unwrap();
    let limit = text(silent, "/reason");
    assert_eq!(limit, "mois sans remboursement non prévus");
    let paper = pages(&mut office, dossier, "lender_comparison").join(" ");
    says(&paper, &[&limit]);
}

#[test]
fn a_paper_of_the_loan_waits_for_what_it_is_made_of() {
    let mut office = an_office();
    let dossier = office.request_of("Sonia", "Delmas");
    let cards = office.call("papers", json!({ "dossier": dossier }));
    let card = |key: &str| cards["papers"].as_array().unwrap().iter().find(|card| card["key"] == key).unwrap();
    for key in ["schedule", "lender_comparison"] {
        assert_eq!(card(key)["ready"], false, "{key}");
        assert_eq!(text(card(key), "/waits/room"), "simulation", "{key}");
    }
}

/// Every figure of the published dossier, with what it comes from.
#[test]
fn the_workings_explain_every_figure_of_the_budget_and_the_loan() {
    let mut office = an_office();
    let (dossier, _) = office.compared();
    let pages = pages(&mut office, dossier, "workings");
    let text = pages.join("\n");
    says(&pages[0], &["Les calculs, pas à pas Mme Sonia Delmas", "Le budget", "Le prêt", "TAEG"]);
    says(&text, &["339,53 €", "70,86 €", "150,87 €", "4,07 %", "853,74", "05/01/2030", "Source :"]);
    let taeg = pages.iter().filter(|page| page.contains("05/02/2027") && page.contains("70,86")).count();
    assert!(taeg >= 1, "the flows of the TAEG are printed");
}
