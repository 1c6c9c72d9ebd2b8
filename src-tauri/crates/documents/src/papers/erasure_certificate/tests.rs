//! The certificate of the mockup, and what holds of every certificate.

use super::*;
use crate::papers::worlds::{assert_says, day, leave_samples, read, valbourg};

fn certificate() -> ErasureCertificate {
    ErasureCertificate {
        number: "2027-03".to_owned(),
        erased_on: day("2027-01-08"),
        erased_at: "9 h 12".to_owned(),
        persons: 1,
        person_number: "P-0188".to_owned(),
        dossiers: vec!["VB-2021-0033".to_owned(), "VB-2023-0047".to_owned()],
        pieces: 31,
        last_contact_on: Some(day("2024-11-14")),
        due: Some((day("2026-11-14"), 2)),
        reason: "durée de conservation atteinte".to_owned(),
        decided_on: Some(day("2027-01-07")),
        copied_at: "08/01/2027 à 9 h 05".to_owned(),
        erased: [("Fiches effacées", 1), ("Dossiers effacés", 2), ("Lignes de budget", 64), ("Pièces et images", 31)]
            .map(|(what, count)| (what.to_owned(), count))
            .to_vec(),
        found_after: 0,
        counted_on: 2,
        also_left: Vec::new(),
        copies_gone_on: day("2027-02-05"),
        fingerprint: "7C41 9E02 B5D8 60AF".to_owned(),
    }
}

/// Twenty dossiers, many counts, a reason that takes its room.
fn crowded() -> ErasureCertificate {
    ErasureCertificate {
        dossiers: (1..=20).map(|number| format!("VALBOURG-2021-{number:04}")).collect(),
        reason: "demande de la personne, acceptée après avis du délégué à la protection des données".to_owned(),
        erased: (1..=10).map(|number| (format!("Lignes de la table {number}"), number)).collect(),
        counted_on: 20,
        also_left: vec!["Chez le prescripteur : sa propre fiche, selon ses règles.".to_owned()],
        ..certificate()
    }
}

fn printed(certificate: &ErasureCertificate) -> Paper {
    render(certificate, &valbourg()).unwrap()
}

#[test]
fn samples_are_left_for_the_checkers_outside() {
    let bare = ErasureCertificate { number: "2027-04".to_owned(), ..ErasureCertificate::default() };
    leave_samples(
        "effacement",
        [("deux-dossiers", printed(&certificate())), ("vingt", printed(&crowded())), ("rien", printed(&bare))],
    );
}

#[test]
fn it_fits_one_page_and_says_what_was_erased_and_until_when_copies_hold_it() {
    let pages = read(&printed(&certificate()));
    assert_eq!(pages.len(), 1);
    assert_says(
        &pages[0],
        &[
            "Référence EFF-2027-03",
            "1 personne effacée 2 dossiers 31 pièces numérisées 05/02/2027",
            "Dossiers VB-2021-0033, VB-2023-0047",
            "Échéance (deux ans) 14/11/2026",
            "Effacé le 08/01/2027 à 9 h 12",
            "Par la personne référente, S. V.",
            "Lignes de budget 64",
            "Recherche après effacement 0 résultat",
            "deux dossiers comptés, sans nom, sans référence et sans jour de naissance",
            "Les copies antérieures au 8 janvier 2027 contiennent encore ces informations, chiffrées",
            "disparaît le 5 février 2027",
            "Empreinte de contrôle : 7C41 9E02 B5D8 60AF",
            "sans nom 1/1",
        ],
    );
}

#[test]
fn what_no_page_holds_goes_on_with_its_signatures() {
    let pages = read(&printed(&crowded()));
    assert_eq!(pages.len(), 2, "twenty dossiers");
    assert_says(&pages[1], &["Fait à", "La personne référente", "2/2"]);
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    assert_eq!(printed(&certificate()), printed(&certificate()));
}
