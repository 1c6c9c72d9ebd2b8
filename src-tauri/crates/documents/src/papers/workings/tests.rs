//! The workings of Sonia Delmas’s dossier, and what holds of every working.

use super::*;
use crate::papers::worlds::{assert_says, day, delmas, delmas_with_loan, leave_samples, read, valbourg};

fn pair(label: &str, value: &str) -> (String, String) {
    (label.to_owned(), value.to_owned())
}

fn step(sign: &'static str, label: &str, value: &str) -> WorkingRow {
    WorkingRow { sign, label: label.to_owned(), value: value.to_owned(), result: sign == "=" }
}

fn reste_a_vivre() -> Explained {
    let after = delmas_with_loan().after.unwrap();
    Explained {
        title: "Reste à vivre avec le prêt".to_owned(),
        result: "300,07 €".to_owned(),
        rule: "Ce qui reste au ménage, mensualité payée, divisé par les personnes qui comptent.".to_owned(),
        inputs: vec![pair("Ménage", "3 personnes"), pair("Seuil du CCAS", "250,00 €")],
        steps: domain::budget::working_after(&after.budget).unwrap(),
        table: None,
        notes: vec!["Arrondi au centime, une seule fois : la division vient en dernier.".to_owned()],
        source: "Règle du CCAS au 1er janvier 2026".to_owned(),
    }
}

fn taeg(flows: u32) -> Explained {
    let row = |number: u32| {
        let cells = [&format!("mois {number}"), &format!("{number}/12"), "70,86", "70,62"];
        cells.map(|cell| cell.to_owned()).to_vec()
    };
    Explained {
        title: "TAEG".to_owned(),
        result: "4,07 %".to_owned(),
        rule: "Le taux qui rend égales la somme versée et la valeur actuelle de ce qui est remboursé.".to_owned(),
        inputs: vec![pair("Versé", "2 400,00 €")],
        steps: Vec::new(),
        table: Some(ExplainedTable {
            columns: ["Flux", "Temps, en années", "Montant", "Valeur actuelle"].map(str::to_owned).to_vec(),
            rows: (1..=flows).map(row).collect(),
            total: ["Total", "", "2 550,87", "2 400,00"].map(str::to_owned).to_vec(),
        }),
        notes: vec!["Dix décimales : 4,0741539293 %.".to_owned()],
        source: "Code de la consommation, article R. 314-3 et son annexe".to_owned(),
    }
}

fn of(flows: u32) -> Workings {
    let plain = step("", "Mensualité × 36", "2 550,87");
    let cost = Explained {
        title: "Coût total du crédit".to_owned(),
        result: "150,87 €".to_owned(),
        steps: vec![plain, step("−", "Somme empruntée", "2 400,00"), step("=", "Coût total", "150,87 €")],
        ..Explained::default()
    };
    Workings {
        reference: "VB-2026-0147".to_owned(),
        printed_on: day("2026-11-24"),
        borrowers: Some(Borrowers::new(vec![delmas().person])),
        parts: vec![
            WorkingsPart { title: "Le budget".to_owned(), figures: vec![reste_a_vivre(); 6] },
            WorkingsPart { title: "Le prêt".to_owned(), figures: vec![cost, taeg(flows), reste_a_vivre()] },
            WorkingsPart { title: "Rien".to_owned(), figures: Vec::new() },
        ],
    }
}

fn printed(workings: &Workings) -> Paper {
    render(workings, &valbourg()).unwrap()
}

#[test]
fn samples_are_left_for_the_checkers_outside() {
    let none = Workings { reference: String::new(), borrowers: None, parts: Vec::new(), ..of(1) };
    leave_samples("calculs", [("delmas", printed(&of(37))), ("84-flux", printed(&of(85))), ("rien", printed(&none))]);
}

#[test]
fn a_figure_says_its_rule_its_operands_its_steps_and_its_source() {
    let pages = read(&printed(&of(37)));
    assert_says(
        &pages[1],
        &[
            "Le budget Reste à vivre avec le prêt : 300,07 € Ce qui reste au ménage, mensualité payée",
            "Ménage 3 personnes Seuil du CCAS 250,00 €",
            "− Mensualité du microcrédit 70,86 = Reste pour le ménage 900,22 ÷ 3 personnes, par mois 300,07 €",
            "Arrondi au centime, une seule fois : la division vient en dernier. Source : Règle du CCAS au 1er janvier \
             2026",
        ],
    );
}

#[test]
fn the_contents_say_where_each_figure_is() {
    let pages = read(&printed(&of(85)));
    assert_says(&pages[0], &["Les calculs, pas à pas Mme Sonia Delmas", "Coût total du crédit", "TAEG"]);
    let on = |words: &str| pages.iter().skip(1).position(|page| page.contains(words)).unwrap() + 2;
    assert!(pages[0].contains(&format!("TAEG p. {}", on("TAEG : 4,07 %"))), "{}", pages[0]);
    assert!(!pages[0].contains("Rien"), "a part without a figure is left out");
}

#[test]
fn a_long_proof_breaks_with_its_heading_and_keeps_its_total() {
    let pages = read(&printed(&of(85)));
    let with_heading: Vec<_> = pages.iter().filter(|page| page.contains("Flux Temps, en années Montant")).collect();
    assert!(with_heading.len() > 1, "eighty-five flows take more than a sheet");
    let last = with_heading.last().unwrap();
    assert_says(last, &["mois 85 85/12 70,86 70,62 Total 2 550,87 2 400,00", "4,0741539293 %"]);
}

#[test]
fn a_figure_without_a_long_proof_is_never_cut() {
    for page in read(&printed(&of(37))) {
        let (opened, ended) =
            (page.matches("Reste à vivre avec le prêt : 300").count(), page.matches("Règle du").count());
        assert_eq!(opened, ended, "{page}");
    }
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    assert_eq!(printed(&of(37)), printed(&of(37)));
}
