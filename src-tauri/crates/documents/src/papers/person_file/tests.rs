//! The file of Sonia Delmas, and what holds of every file.

use super::*;
use crate::papers::worlds::{assert_says, day, leave_samples, read, valbourg};

fn rows(rows: &[(&str, &str)]) -> Vec<(String, String)> {
    rows.iter().map(|(label, value)| ((*label).to_owned(), (*value).to_owned())).collect()
}

fn file() -> PersonFile {
    let identity = FileSection {
        title: "Identité et coordonnées".to_owned(),
        rows: rows(&[("Nom", "Delmas"), ("Prénom", "Sonia"), ("Téléphone", "06 39 98 20 14"), ("Courriel", "")]),
        paragraphs: Vec::new(),
    };
    let exchange = FileSection {
        title: "Échange du 9 novembre 2026".to_owned(),
        rows: rows(&[("Comment", "rendez-vous au CCAS")]),
        paragraphs: vec!["Voiture nécessaire pour garder le poste.\nDeux devis remis.".to_owned()],
    };
    PersonFile {
        person: "Mme Sonia Delmas".to_owned(),
        made_on: day("2026-11-24"),
        dossiers: vec!["VB-2026-0147".to_owned()],
        enclosed: vec!["12 pièces, telles que vous les avez remises".to_owned()],
        left_out: vec!["ce qui ne concerne que d’autres personnes".to_owned()],
        parts: vec![
            FilePart { title: "Vous et votre foyer".to_owned(), sections: vec![identity, FileSection::default()] },
            FilePart { title: "Rien".to_owned(), sections: vec![FileSection::default()] },
            FilePart { title: "Dossier VB-2026-0147".to_owned(), sections: vec![exchange; 30] },
        ],
    }
}

fn printed(file: &PersonFile) -> Paper {
    render(file, &valbourg()).unwrap()
}

#[test]
fn samples_are_left_for_the_checkers_outside() {
    let none = PersonFile { person: "M. Wołodymyr Şahin-Kowalczyk".to_owned(), ..PersonFile::default() };
    leave_samples("personne", [("delmas", printed(&file())), ("rien", printed(&none))]);
}

#[test]
fn the_cover_says_who_what_is_enclosed_and_what_may_be_asked() {
    let pages = read(&printed(&file()));
    assert_says(
        &pages[0],
        &[
            "Ce que nous avons sur vous Mme Sonia Delmas",
            "ce que le CCAS de Valbourg enregistre à votre sujet",
            "1 dossier (VB-2026-0147)",
            "12 pièces, telles que vous les avez remises",
            "Corriger ce qui est faux",
            "délégué à la protection des données du CCAS",
        ],
    );
}

#[test]
fn parts_follow_on_their_own_sheets_and_empty_ones_are_left_out() {
    let pages = read(&printed(&file()));
    assert_says(&pages[1], &["Vous et votre foyer Identité et coordonnées Nom Delmas Prénom Sonia"]);
    assert_says(&pages[2], &["Dossier VB-2026-0147", "Deux devis remis."]);
    assert!(pages.iter().all(|page| !page.contains("Rien") && !page.contains("Courriel")));
    let last = pages.last().unwrap();
    assert!(pages.len() > 3 && last.contains(&format!("{0}/{0}", pages.len())), "{last}");
}

#[test]
fn a_text_longer_than_a_sheet_goes_on_to_the_next() {
    let mut file = file();
    let long = "Une phrase assez longue pour remplir sa ligne et passer à la suivante. ".repeat(200);
    file.parts[0].sections[0].rows.push(("Note".to_owned(), long.clone()));
    file.parts[0].sections[0].paragraphs.push(long);
    let pages = read(&printed(&file));
    assert_eq!(pages.concat().matches("passer à la").count(), 400, "nothing is lost");
}
