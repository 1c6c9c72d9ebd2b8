//! The notice of the mockup, and what holds of every notice.

use domain::person::Title;
use domain::settings::OfficeIdentity;

use super::*;
use crate::papers::worlds::{assert_says, day, leave_samples, read, valbourg};

const BASIS: &str = "La mission d’intérêt public d’action sociale (RGPD, article 6, 1, e ; code de l’action sociale et des \
     familles, article L. 123-5).";

fn notice() -> DataNotice {
    DataNotice {
        made_on: day("2027-01-01"),
        legal_basis: BASIS.to_owned(),
        kept_years: Some(2),
        complaint: "CNIL, www.cnil.fr".to_owned(),
    }
}

fn office() -> Letterhead {
    let office = OfficeIdentity {
        data_contact: "dpo@ccas-valbourg.example".to_owned(),
        advisor_title: Title::Madame,
        ..valbourg().office
    };
    Letterhead::from(office)
}

/// An office whose every text is as long as people make them.
fn long_office() -> Letterhead {
    let long = "Centre intercommunal d’action sociale de la communauté de communes du Haut-Val-de-Fontaine-lès-Étangs";
    let office = OfficeIdentity {
        name: long.to_owned(),
        address: "Maison des services publics Simone-Veil, 148 bis avenue du Général-de-Gaulle, bâtiment C, 3e étage, \
                  99120 Valbourg-sur-Fontaine Cedex"
            .to_owned(),
        phone: "05 36 49 00 12".to_owned(),
        data_contact: "delegue-protection-des-donnees@communaute-haut-val-de-fontaine.example, 05 36 49 00 18"
            .to_owned(),
        ..OfficeIdentity::default()
    };
    Letterhead::from(office)
}

fn printed(notice: &DataNotice, head: &Letterhead) -> Paper {
    render(notice, head).unwrap()
}

#[test]
fn samples_are_left_for_the_checkers_outside() {
    let bare = DataNotice::default();
    leave_samples(
        "note-donnees",
        [
            ("valbourg", printed(&notice(), &office())),
            ("longue", printed(&notice(), &long_office())),
            ("vide", printed(&bare, &Letterhead::from(OfficeIdentity::default()))),
        ],
    );
}

#[test]
fn it_fits_one_page_and_says_what_article_13_asks_for() {
    let pages = read(&printed(&notice(), &office()));
    assert_eq!(pages.len(), 1);
    assert_says(
        &pages[0],
        &[
            "Référence RGPD-2027",
            "Vos informations au CCAS",
            "Vous pouvez poser toutes vos questions à la référente.",
            "Le CCAS de Valbourg, 4 place de la Fontaine, 99120 Valbourg.",
            "code de l’action sociale et des familles, article L. 123-5). Envoyer le dossier à la banque",
            "votre référente, ou la personne qui la remplace en son absence",
            "la commission du CCAS, sans votre nom",
            "Deux ans après notre dernier échange",
            "Voir demander une copie de tout votre dossier",
            "Écrivez à dpo@ccas-valbourg.example ou au CCAS",
            "CNIL, www.cnil.fr",
            "Aucune décision n’est prise par un ordinateur seul.",
            "Paraphe de la personne",
        ],
    );
    assert_eq!(lacks(&notice(), &office()), Vec::<&str>::new());
}

#[test]
fn the_longest_names_still_fit_and_the_office_keeps_its_own() {
    let pages = read(&printed(&notice(), &long_office()));
    assert_eq!(pages.len(), 1);
    assert_says(
        &pages[0],
        &["Vos informations au CIAS", "Le Centre intercommunal d’action sociale", "la personne qui suit votre dossier"],
    );
}

#[test]
fn what_is_not_known_is_left_to_be_written() {
    let head = Letterhead::from(OfficeIdentity::default());
    assert_eq!(read(&printed(&DataNotice::default(), &head)).len(), 1);
    assert_eq!(lacks(&DataNotice::default(), &head).len(), 4);
}

#[test]
fn the_same_facts_give_the_same_bytes() {
    assert_eq!(printed(&notice(), &office()), printed(&notice(), &office()));
}
