//! The scans behind the bank file.

use domain::attachment::ContentKind;

use super::*;
use crate::merge::worlds::{A4, Foreign, photograph, plain, png};

/// The Delmas file, its first documents with these files.
pub(super) fn with(files: &[(&str, ContentKind)]) -> BankFile {
    let mut file = delmas();
    for (document, (name, kind)) in file.documents.iter_mut().zip(files) {
        document.standing = DocumentStanding::There("vérifiée".to_owned());
        document.scans = vec![BankFileScan { name: (*name).to_owned(), kind: *kind, received_on: day("2026-11-09") }];
    }
    file
}

/// Prints it with what the files hold.
pub(super) fn printed(file: &BankFile, weight: Weight, contents: &[Vec<u8>]) -> Paper {
    let mut read = |rank: usize| Ok(contents[rank].clone());
    render_with_scans(file, &valbourg(), weight, &mut read).unwrap()
}

fn pages(paper: &Paper) -> Vec<String> {
    let pages = Pages::read(paper.bytes.clone()).unwrap();
    let plain =
        |text: String| text.replace(['\u{a0}', NARROW_SPACE], " ").split_whitespace().collect::<Vec<_>>().join(" ");
    (0..pages.count()).map(|page| plain(pages.text(page).unwrap())).collect()
}

fn every_kind() -> (BankFile, Vec<Vec<u8>>) {
    let file = with(&[
        ("identité.pdf", ContentKind::Pdf),
        ("photo.jpg", ContentKind::Jpeg),
        ("relevé.png", ContentKind::Png),
        ("abîmé.pdf", ContentKind::Pdf),
        ("note.txt", ContentKind::Text),
    ]);
    let pdf = Foreign::new().page("Droite", A4, 0).page("Tournee", A4, 90).page("Paysage", [0, 0, 842, 595], 0);
    let contents = vec![
        pdf.bytes(),
        photograph(600, 400, 6),
        png((300, 500), png::ColorType::Rgba, png::BitDepth::Eight),
        plain(3)[..400].to_vec(),
        b"une note".to_vec(),
    ];
    (file, contents)
}

#[test]
fn samples_with_scans_are_left_for_the_checkers_outside() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../target/merged");
    std::fs::create_dir_all(&folder).unwrap();
    let (file, contents) = every_kind();
    for (name, weight) in [("entier", Weight::Whole), ("courriel", Weight::ForEmail)] {
        let paper = printed(&file, weight, &contents);
        std::fs::write(folder.join(format!("dossier-banque-pieces-{name}.pdf")), paper.bytes).unwrap();
    }
}

#[test]
fn each_document_is_behind_its_separator_and_each_page_under_its_stamp() {
    let (file, contents) = every_kind();
    let paper = printed(&file, Weight::Whole, &contents);
    let pages = pages(&paper);
    assert_eq!(pages.len(), 7 + 1 + 5 + 5, "{pages:#?}");
    assert_says(
        &pages[0],
        &["7. Pièces justificatives p. 8", "Pièces illisibles. pièce 4, "],
    );
    assert_says(
        &pages[7],
        &[
            "7. Pièces justificatives 5 pièces, 5 pages.",
            "vérifiée, 3 pages p. 9 Pièce 2.",
            "vérifiée, 1 page p. 13",
            ": illisible p. 17",
            "« abîmé.pdf » (fichier abîmé",
            "« note.txt » (document sans pages, à joindre à part)",
            "il n’est pas archivable tel quel",
        ],
    );
    assert_says(&pages[8], &["Pièce 1. ", "État vérifiée Pages 3", "identité.pdf : 3 pages, reçu le 9 novembre 2026."]);
    for (place, words) in [(9, "Droite"), (10, "T o u r n e e"), (11, "Paysage")] {
        let stamp = format!("Pièce 1 – page {}/3", place - 8);
        assert_says(&pages[place], &[&stamp, "identité.pdf · reçu le 09/11/2026", words]);
    }
    assert_says(&pages[13], &["Pièce 2 – page 1/1"]);
    assert_says(&pages[16], &["Pièce 4. ", "Pièce illisible : « abîmé.pdf », fichier abîmé"]);
    for (place, page) in pages.iter().enumerate() {
        assert!(page.ends_with(&format!("{}/{}", place + 1, pages.len())), "the foot counts every page: {page}");
    }
}
