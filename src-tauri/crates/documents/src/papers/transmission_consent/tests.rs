//! The consent of the mockup, and what holds of every consent.

use domain::settings::OfficeIdentity;

use super::*;
use crate::papers::worlds::{assert_says, day, euros, leave_samples, named, read, valbourg};

fn numbered(number: u32, label: &str) -> NumberedDocument {
    NumberedDocument { code: format!("P{number}"), label: label.to_owned() }
}

fn consent() -> TransmissionConsent {
    let documents = ["Pièce d’identité", "Justificatif de domicile", "Bulletins de salaire, Sonia Delmas", "Devis"];
    TransmissionConsent {
        reference: "VB-2026-0147".to_owned(),
        printed_on: day("2026-11-24"),
        borrowers: Borrowers::new(vec![named(Title::Madame, "Sonia", "Delmas")]),
        amount: Some(euros("2400")),
        months: Some(36),
        purpose: "achat d’un véhicule d’occasion".to_owned(),
        lender: "Banque du Val".to_owned(),
        budget_version: Some(2),
        documents: documents.iter().cycle().take(16).zip(1..).map(|(label, number)| numbered(number, label)).collect(),
        referrer: "centre social La Passerelle".to_owned(),
        registers: vec![Registers::default()],
        protection: Protection::None,
        kept_years: Some(2),
    }
}

fn office() -> Letterhead {
    let office = OfficeIdentity {
        data_contact: "dpo@ccas-valbourg.example".to_owned(),
        town: "Valbourg".to_owned(),
        advisor_phone: "05 36 49 00 15".to_owned(),
        advisor_title: Title::Madame,
        ..valbourg().office
    };
    Letterhead::from(office)
}

/// All that is known is the person.
fn bare() -> TransmissionConsent {
    TransmissionConsent {
        amount: None,
        months: None,
        purpose: String::new(),
        lender: String::new(),
        budget_version: None,
        documents: Vec::new(),
        referrer: String::new(),
        kept_years: None,
        ..consent()
    }
}

/// Two borrowers with long names, two guardians, thirty documents.
fn full() -> TransmissionConsent {
    let long = "Montmorency-Beaulieu de la Rochejaquelein-Saint-Barthélemy";
    TransmissionConsent {
        borrowers: Borrowers::new(vec![
            named(Title::Madame, "Marie-Antoinette Philomène", long),
            named(Title::Monsieur, "Jean-Baptiste Théophile", long),
        ]),
        documents: (1..=30)
            .map(|number| numbered(number, &format!("Relevés de compte du compte n° {number}, {long}")))
            .collect(),
        registers: vec![
            Registers {
                ficp: RegisterAnswer::Yes,
                over_indebtedness: RegisterAnswer::Yes,
                ..Registers::default()
            };
            2
        ],
        protection: Protection::Guardians(vec![
            ("Association tutélaire du Val, Mme Odile Perrin".to_owned(), Some(day("2026-11-02"))),
            (String::new(), None),
        ]),
        ..consent()
    }
}

#[test]
fn the_consent_names_one_lender_and_what_leaves_on_one_sheet() {
    let paper = render(&consent(), &office()).unwrap();
    assert!(paper.unprintable.is_empty(), "{:?}", paper.unprintable);
    let pages = read(&paper);
    assert_eq!(pages.len(), 1);
    assert_says(
        &pages[0],
        &[
            "Mme Sonia Delmas · microcrédit de 2 400 € sur 36 mois · achat d’un véhicule d’occasion",
            "Je demande au CCAS de Valbourg de transmettre à la Banque du Val, et à cette banque seule, ma fiche \
             budgétaire (version 2)",
            "les 16 pièces ci-dessous",
            "P16 Devis",
            "J’accepte que le CCAS dise à qui m’a orientée (centre social La Passerelle)",
            "je ne suis inscrite ni au FICP ni au FCC",
            "je n’ai ni tuteur ni curateur",
            "gardées deux ans après notre dernier échange",
            "en appelant le 05 36 49 00 15",
            "Fait à Valbourg, le",
            "La demandeuse Mme Sonia Delmas",
        ],
    );
    assert_eq!(lacks(&consent(), &office()), []);
}

#[test]
fn what_is_not_known_is_left_to_be_written() {
    let head = Letterhead::from(OfficeIdentity::default());
    let pages = read(&render(&bare(), &head).unwrap());
    assert_eq!(pages.len(), 1);
    assert_says(&pages[0], &["à la banque ………", "microcrédit de ………", "les pièces de la liste jointe"]);
    assert!(!pages[0].contains("orientée"), "nobody sent her");
    assert_eq!(lacks(&bare(), &head).len(), 7);
}

#[test]
fn two_borrowers_speak_together_and_guardians_sign() {
    let paper = render(&full(), &office()).unwrap();
    assert!(paper.unprintable.is_empty(), "{:?}", paper.unprintable);
    let text = read(&paper).join(" ");
    assert_says(
        &text,
        &[
            "Nous demandons",
            "Saint-Barthélemy est inscrite au FICP, un dossier de surendettement de Mme Montmorency",
            "Saint-Barthélemy est inscrit au FICP et un dossier de surendettement de M. Montmorency",
            "Mme Odile Perrin, tuteur ou curateur, a donné son accord écrit le 2 novembre 2026",
            "P30",
        ],
    );
    assert_eq!(text.matches("Signature").count(), 5, "both, who collects, and both guardians");
}

#[test]
fn samples_are_left_for_the_checkers_outside() {
    let none = Letterhead::from(OfficeIdentity::default());
    leave_samples(
        "autorisation",
        [
            ("delmas", render(&consent(), &office()).unwrap()),
            ("vide", render(&bare(), &none).unwrap()),
            ("longue", render(&full(), &office()).unwrap()),
        ],
    );
}
