//! The sheet of the mockup, and what holds of every sheet.

use domain::settings::OfficeIdentity;

use super::*;
use crate::papers::worlds::{assert_says, day, leave_samples, read, valbourg};

fn sheet() -> RecoverySheet {
    RecoverySheet {
        groups: ["7KQM", "3XPD", "VH2T", "9RNC", "W4FG", "6JBY", "2ESA", "K8ZV"].map(str::to_owned),
        asked: [3, 7],
        fingerprint: "3F·A2·91·7C".to_owned(),
        made_on: day("2026-11-02"),
        check_before: day("2027-11-02"),
    }
}

fn printed(sheet: &RecoverySheet, head: &Letterhead) -> Paper {
    render(sheet, head).unwrap()
}

fn long_office() -> Letterhead {
    let name = "Centre intercommunal d’action sociale de la communauté de communes du Haut-Val-de-Fontaine-lès-Étangs";
    let office = OfficeIdentity {
        name: name.to_owned(),
        advisor: "Marie-Antoinette Wołodymyr-Kowalczyk de la Rochefoucauld".to_owned(),
        data_contact: "delegue-protection-des-donnees@communaute-haut-val-de-fontaine.example".to_owned(),
        ..valbourg().office
    };
    Letterhead::from(office)
}

#[test]
fn samples_are_left_for_the_checkers_outside() {
    leave_samples(
        "secours",
        [("valbourg", printed(&sheet(), &valbourg())), ("longue", printed(&sheet(), &long_office()))],
    );
}

#[test]
fn it_fits_one_page_and_its_groups_are_read_whole() {
    let pages = read(&printed(&sheet(), &valbourg()));
    assert_eq!(pages.len(), 1);
    assert_says(
        &pages[0],
        &[
            "Secret Référence SECOURS-2026-11",
            "1 7KQM 2 3XPD 3 VH2T 4 9RNC 5 W4FG 6 6JBY 7 2ESA 8 K8ZV",
            "Empreinte 3F·A2·91·7C",
            "Code créé le 02/11/2026",
            "(groupes 3 et 7)",
            "À vérifier avant le 02/11/2027",
            "« Phrase oubliée : utiliser le code de secours »",
            "Nouvelle phrase, nouveau code, copie immédiate.",
            "Samira Vauclerc",
        ],
    );
}

#[test]
fn the_longest_names_still_fit_one_page() {
    assert_eq!(read(&printed(&sheet(), &long_office())).len(), 1);
}
