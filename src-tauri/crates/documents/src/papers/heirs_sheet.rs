//! The sheet for the heirs of a borrower: whom to ask at the bank, which contract, what to check, what has stopped.
//!
//! It is handed or sent on request and asks nothing of the family (*Un coup de pouce pour le microcrédit personnel*,
//! la fin du prêt).

use chrono::NaiveDate;
use domain::words::{Borrowers, long_date};

use crate::finish::{Identity, finish};
use crate::page::{Foot, List, Marker, Measure, Typesetter, flow};
use crate::papers::Letterhead;
use crate::papers::body::{Body, TEXT};
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::wording::{of_name, or_dots, plain, said_of};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Fiche pour les héritiers";

/// The facts of the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeirsSheet {
    /// Reference of the dossier.
    pub reference: String,
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// Whose loan it is; which of two died is not known.
    pub borrowers: Borrowers,
    /// The contract: a label and its value.
    pub contract: Vec<(String, String)>,
    /// The bank and whom to ask there: a label and its value.
    pub bank: Vec<(String, String)>,
    /// What has stopped, a sentence each.
    pub stopped: Vec<String>,
    /// What to ask, a sentence each.
    pub to_check: Vec<String>,
}

/// Prints the sheet.
pub fn render(sheet: &HeirsSheet, head: &Letterhead) -> Result<Paper, PaperError> {
    let mut setter = Typesetter::new()?;
    let (day, names) = (long_date(sheet.printed_on), sheet.borrowers.names());
    let lines = [HeadLine::named("Référence", &sheet.reference), HeadLine::plain(&day)];
    let strips = letterhead(&mut setter, head, &lines);
    let mut body = Body::under(&mut setter, strips);
    body.leave(crate::page::Length::mm(500));
    body.title(TITLE, &format!("Microcrédit personnel {}", of_name(&names)));
    body.say(vec![plain(said_of(
        &head.office.name,
        "Le CCAS vous présente ses condoléances. Cette fiche rassemble ce qui est utile pour le prêt. Elle ne vous \
         demande rien : la banque est votre interlocutrice, et nous pouvons l’appeler avec vous.",
    ))]);
    body.section("Le prêt, selon le contrat");
    body.pairs(borrowed(&sheet.contract));
    body.section("À qui s’adresser à la banque");
    body.pairs(borrowed(&sheet.bank));
    body.section("Ce qui a cessé");
    items(&mut body, &sheet.stopped);
    body.section("Ce qu’il faut demander");
    items(&mut body, &sheet.to_check);
    let office = &head.office;
    let phone = office.advisor_line();
    body.note(&format!(
        "{} : {}, téléphone {}. Les dates et les montants sont ceux que le CCAS connaît au {day} ; la banque donne le \
         décompte exact.",
        said_of(&office.name, "Au CCAS"),
        or_dots(&office.advisor),
        or_dots(phone)
    ));
    let strips = body.strips;
    let foot = Foot::proved(format!("{TITLE} · {} · {day}", sheet.reference));
    let sheets = flow(strips, &foot, &mut setter);
    let identity = Identity { title: format!("{TITLE}, {names}"), author: office.name.clone(), date: sheet.printed_on };
    finish(sheets, &setter, &identity)
}

fn borrowed(pairs: &[(String, String)]) -> Vec<(&str, String)> {
    pairs.iter().map(|(label, value)| (label.as_str(), value.clone())).collect()
}

fn items(body: &mut Body<'_>, said: &[String]) {
    let items: Vec<Vec<_>> = said.iter().map(|one| vec![plain(one)]).collect();
    let list = List { marker: Marker::Bullet, items: &items, style: TEXT };
    let strips = body.setter.list(body.place, &list, Measure::WHOLE);
    body.add(strips);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::worlds::{self, assert_says, day, leave_samples, read};

    #[test]
    fn the_heirs_have_the_bank_the_contract_and_what_to_ask() {
        let pair = |label: &str, value: &str| (label.to_owned(), value.to_owned());
        let sheet = HeirsSheet {
            reference: "VB-2025-0063".to_owned(),
            printed_on: day("2027-03-20"),
            borrowers: Borrowers::new(vec![
                worlds::named(domain::person::Title::Madame, "Sonia", "Delmas"),
                worlds::named(domain::person::Title::Monsieur, "Karim", "Benali"),
            ]),
            contract: vec![pair("Contrat", "signé le 27 novembre 2026"), pair("Somme prêtée", "2 400,00 €")],
            bank: vec![pair("Banque", "Banque du Val"), pair("Contact", "M. Joël Astier")],
            stopped: vec!["La garantie de l’État prend fin avec le décès.".to_owned()],
            to_check: vec!["Si une assurance couvre le prêt.".to_owned()],
        };
        let paper = render(&sheet, &worlds::valbourg()).unwrap();
        assert!(paper.unprintable.is_empty());
        let pages = read(&paper);
        assert_eq!(pages.len(), 1);
        assert_says(&pages[0], &["Fiche pour les héritiers", "Banque du Val", "La garantie de l’État prend fin"]);
        assert_says(&pages[0], &["Microcrédit personnel de Mme Sonia Delmas et M. Karim Benali"]);
        leave_samples("heirs", [("delmas", paper)]);
    }
}
