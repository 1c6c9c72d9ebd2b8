//! What the guides publish of three towns, read on the paper the board receives, to the unit.

use serde_json::json;

use super::files::{Register, csv, line, ods, person, xlsx};
use super::{bilan, indicator, laval, opened, taken, tarbes};
use crate::office::{Office, an_office, at};
use crate::report::sheets::pages;

/// The words of the bilan for the board over these days.
fn paper(office: &mut Office, from: &str, to: &str) -> String {
    pages(office, "annual_report", (from, to)).join(" ")
}

#[track_caller]
fn states(paper: &str, words: &[&str]) {
    for word in words {
        assert!(paper.contains(word), "« {word} » is not on the paper:\n{paper}");
    }
}

/// A register that kept no payment makes neither an absence of incidents nor one of losses.
#[track_caller]
fn states_nothing_of_what_followed(paper: &str) {
    for word in ["avec un incident", "Aucun incident", "Aucun euro"] {
        assert!(!paper.contains(word), "« {word} » is on the paper:\n{paper}");
    }
}

#[test]
fn the_board_of_tarbes_reads_its_2016() {
    let mut office = an_office();
    opened(&mut office, "tarbes.xlsx", &xlsx(&tarbes()));
    taken(&mut office);
    let paper = paper(&mut office, "2016-01-01", "2016-12-31");
    states(&paper, &["92 demandes", "30 prêts", "54 750 €", "1 825 €", "301,60 €"]);
    states_nothing_of_what_followed(&paper);
}

#[test]
fn the_board_of_laval_reads_its_three_products() {
    let mut office = an_office();
    for model in ["laval_classic", "laval_restructuring", "laval_autonomy_health"] {
        let copy = json!({ "model": model, "label": "", "from": "01/01/2015", "source": "Délibération" });
        office.call("copy_product_model", copy);
    }
    opened(&mut office, "laval.ods", &ods(&laval()));
    taken(&mut office);
    let paper = paper(&mut office, "2015-01-01", "2015-12-31");
    states(&paper, &["70 demandes", "24 prêts", "48 000 €"]);
}

/// 330 loans for 612 000 € from 2007 to 2016, a third sent by each of three ways.
fn caen() -> Register {
    let mut register =
        vec![line(&["Emprunteur", "Naissance", "Date du prêt", "Projet", "Montant accordé", "Origine", "Banque"])];
    for place in 0..330 {
        let (name, born) = person(place);
        let amount = if place < 180 { "1 900,00 €" } else { "1 800,00 €" };
        let origin = ["Accueil CCAS", "Travailleur social du Département", "Bouche à oreille"][place % 3];
        let on = format!("12/05/{}", 2007 + place % 10);
        register.push(line(&[&name, &born, &on, "voiture", amount, origin, "Banque du Bocage"]));
    }
    register
}

#[test]
fn the_board_of_caen_reads_its_ten_years_its_thirds_and_its_eighty_questionnaires() {
    let mut office = an_office();
    let view = opened(&mut office, "caen.csv", &csv(&caen()));
    assert_eq!(view["counts"]["to_create"], 330, "{view}");
    taken(&mut office);
    office.moment = at("2016-12-20");
    for id in 1..=80 {
        let answers = json!({ "project_done": "yes" });
        let survey = json!({ "dossier": id, "moment": "end", "on": "", "answers": answers, "may_be_quoted": false });
        office.call("answer_survey", survey);
    }
    let data = bilan(&mut office, "2007-01-01", "2016-12-31");
    assert_eq!(indicator(&data, "granted").0, "330");
    let paper = paper(&mut office, "2007-01-01", "2016-12-31");
    states_nothing_of_what_followed(&paper);
    states(&paper, &["330 prêts", "612 000 €", "80 questionnaires revenus", "80 sur 80", "Ville 110 110"]);
}
