//! The sheet of the mockup, and what holds of every sheet.

use domain::settings::OfficeIdentity;

use super::*;
use crate::papers::worlds::{assert_says, day, leave_samples, read, valbourg};

fn register() -> ProcessingRegister {
    ProcessingRegister {
        made_on: day("2027-01-01"),
        legal_basis: "La mission d’intérêt public d’action sociale (RGPD, article 6, 1, e ; code de l’action \
                      sociale et des familles, article L. 123-5)."
            .to_owned(),
        basis_is_weak: true,
        kept_years: Some(2),
        then: "Archivage intermédiaire seulement si un besoin écrit existe, puis destruction, anonymisation ou \
               versement aux Archives départementales"
            .to_owned(),
        journal_months: Some(12),
        lock_minutes: 10,
        copy_days: 7,
        code_months: 12,
        persons: 412,
        dossiers: 639,
        pieces: 5_118,
    }
}

fn printed(register: &ProcessingRegister, head: &Letterhead) -> Paper {
    render(register, head).unwrap()
}

fn long_office() -> Letterhead {
    let name = "Centre intercommunal d’action sociale de la communauté de communes du Haut-Val-de-Fontaine-lès-Étangs";
    let contact = "delegue-protection-des-donnees@communaute-haut-val-de-fontaine.example, 05 36 49 00 18";
    let office = OfficeIdentity {
        name: name.to_owned(),
        data_contact: contact.to_owned(),
        advisor: "Marie-Antoinette Wołodymyr-Kowalczyk de la Rochefoucauld".to_owned(),
        ..valbourg().office
    };
    Letterhead::from(office)
}

#[test]
fn samples_are_left_for_the_checkers_outside() {
    let bare = Letterhead::from(OfficeIdentity::default());
    leave_samples(
        "registre",
        [
            ("valbourg", printed(&register(), &valbourg())),
            ("longue", printed(&register(), &long_office())),
            ("vide", printed(&ProcessingRegister::default(), &bare)),
        ],
    );
}

#[test]
fn it_fits_one_page_and_says_what_article_30_asks_for() {
    let pages = read(&printed(&register(), &valbourg()));
    assert_eq!(pages.len(), 1);
    assert_says(
        &pages[0],
        &[
            "Responsable du traitement CCAS de Valbourg",
            "article L. 123-5) (à vérifier avec le délégué). Accord écrit",
            "Transferts hors Union européenne Aucun",
            "Base active : deux ans après le dernier échange",
            "Ensuite : archivage intermédiaire seulement si un besoin écrit existe",
            "Journal des accès : un an.",
            "verrouillage après 10 minutes sans activité",
            "412 personnes, 639 dossiers, 5 118 pièces",
            "Avis du délégué à la protection des données",
        ],
    );
    assert_eq!(
        lacks(&register(), &valbourg()),
        ["contact pour les données personnelles", "base légale du traitement, à vérifier"]
    );
}

#[test]
fn the_longest_names_still_fit_one_page() {
    assert_eq!(read(&printed(&register(), &long_office())).len(), 1);
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    assert_eq!(printed(&register(), &valbourg()), printed(&register(), &valbourg()));
}
