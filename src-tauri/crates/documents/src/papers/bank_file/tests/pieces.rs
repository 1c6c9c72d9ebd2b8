//! The scans behind the bank file.

use std::ops::ControlFlow;

use domain::attachment::{ContentKind, Rotation};

use super::*;
use crate::merge::worlds::{A4, Foreign, encrypted, photograph, plain, png};

/// The Delmas file, its first documents with these files.
pub(super) fn with(files: &[(&str, ContentKind)]) -> BankFile {
    let mut file = delmas();
    for (document, (name, kind)) in file.documents.iter_mut().zip(files) {
        document.standing = DocumentStanding::There("vérifiée".to_owned());
        document.scans = vec![BankFileScan {
            name: (*name).to_owned(),
            kind: *kind,
            rotation: Rotation::None,
            received_on: day("2026-11-09"),
        }];
    }
    file
}

/// Prints it with what the files hold.
pub(super) fn printed(file: &BankFile, weight: Weight, contents: &[Vec<u8>]) -> Paper {
    let mut read = |rank: usize| ControlFlow::Continue(Ok(contents[rank].clone()));
    render_with_scans(file, &valbourg(), weight, &mut read).unwrap()
}

pub(super) fn pages(paper: &Paper) -> Vec<String> {
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
        std::fs::write(folder.join(format!("dossier-banque-pieces-{name}.pdf")), &*paper.bytes).unwrap();
    }
    let other = BankFile { parts: in_another_order().parts, ..file };
    let paper = printed(&other, Weight::Whole, &contents);
    std::fs::write(folder.join("dossier-banque-pieces-autre-ordre.pdf"), &*paper.bytes).unwrap();
}

#[test]
fn each_document_is_behind_its_separator_and_each_page_under_its_stamp() {
    let (file, contents) = every_kind();
    let paper = printed(&file, Weight::Whole, &contents);
    let pages = pages(&paper);
    assert_eq!(pages.len(), 8 + 1 + 5 + 5, "{pages:#?}");
    assert_says(&pages[0], &["pièces p. 8", "5 jointes (5 pages), 11 à joindre. Illisibles : pièce 4, "]);
    assert_says(&pages[6], &["P1. Pièce d’identité", "P2. "]);
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

#[test]
fn a_document_of_several_files_is_one_piece_and_what_is_lost_of_it_is_told() {
    let mut file = with(&[("recto.jpg", ContentKind::Jpeg)]);
    let verso = |name: &str, kind| BankFileScan {
        name: name.to_owned(),
        kind,
        rotation: Rotation::None,
        received_on: day("2026-11-10"),
    };
    file.documents[0].scans.push(verso("verso.pdf", ContentKind::Pdf));
    file.documents[0].scans.push(verso("fermé.pdf", ContentKind::Pdf));
    let closed = encrypted(Foreign::new().page("Clos", A4, 0).closed(), "secret");
    let contents = [Ok(photograph(90, 60, 1)), Err(Unplaced::Lost), Ok(closed)];
    let mut read = |rank: usize| ControlFlow::Continue(contents[rank].clone());
    let paper = render_with_scans(&file, &valbourg(), Weight::Whole, &mut read).unwrap();
    let pages = pages(&paper);
    assert_eq!(pages.len(), 8 + 1 + 2);
    assert_says(&pages[7], &["vérifiée, 1 page, en partie illisible p. 9"]);
    assert_says(
        &pages[8],
        &[
            "recto.jpg : 1 page, reçu le 9 novembre 2026.",
            "Pièce illisible : « verso.pdf », fichier absent ou abîmé dans le coffre, reçu le 10 novembre 2026.",
            "Pièce illisible : « fermé.pdf », PDF protégé par un mot de passe",
        ],
    );
    assert_says(&pages[9], &["Pièce 1 – page 1/1"]);
    assert_eq!(paper.remarks.len(), 3, "two files, and the archive: {:?}", paper.remarks);
    assert!(!paper.is_archival);
}

#[test]
fn nothing_placed_and_nothing_there_are_archival_still() {
    let nothing = printed(&delmas(), Weight::Whole, &[]);
    assert_eq!(nothing, render(&delmas(), &valbourg()).unwrap(), "without a scan, not a byte changes");
    let lost = printed(&with(&[("vide.pdf", ContentKind::Pdf)]), Weight::Whole, &[Vec::new()]);
    assert!(lost.is_archival && String::from_utf8_lossy(&lost.bytes).contains("<pdfaid:part>3"));
    assert_says(&pages(&lost)[7], &["1 pièce, 0 page.", ": illisible p. 9", "(fichier vide (0 octet))"]);
}

#[test]
fn what_is_missing_and_what_has_no_file_are_said() {
    let mut file = with(&[("a.jpg", ContentKind::Jpeg)]);
    file.documents[1].standing = DocumentStanding::Missing("en cours de renouvellement".to_owned());
    file.documents[2].standing = DocumentStanding::There("reçue".to_owned());
    let pages = pages(&printed(&file, Weight::ForEmail, &[photograph(90, 60, 1)]));
    assert_says(&pages[0], &["1 jointe (1 page), 1 vue au CCAS, 13 à joindre, 1 manque."]);
    let label = file.documents[2].label.clone();
    assert_says(&pages[7], &[&format!("Sans fichier, vues au CCAS : {label}."), "allégées pour l’envoi par courriel"]);
}

#[test]
fn each_line_of_the_contents_leads_to_its_sheet_and_each_piece_has_its_bookmark() {
    let (file, contents) = every_kind();
    let paper = printed(&file, Weight::Whole, &contents);
    let made = lopdf::Document::load_mem(&paper.bytes).unwrap();
    let sheets: Vec<lopdf::ObjectId> = made.page_iter().collect();
    let leads_to = |page: usize| -> Vec<usize> {
        let links = made.get_page_annotations(sheets[page]).unwrap();
        let target = |link: &&lopdf::Dictionary| {
            assert_eq!(link.get(b"Subtype").unwrap().as_name().unwrap(), b"Link");
            let target = link.get(b"Dest").unwrap().as_array().unwrap()[0].as_reference().unwrap();
            sheets.iter().position(|sheet| *sheet == target).unwrap()
        };
        links.iter().map(target).collect()
    };
    assert_eq!(leads_to(0), [1, 2, 3, 4, 5, 6, 7, 18], "the parts, the pieces, the answer of the bank");
    assert_eq!(leads_to(7), [8, 12, 14, 16, 17]);
    let titles = made.objects.values().filter_map(|object| object.as_dict().ok()?.get(b"Title").ok());
    let titles: Vec<String> = titles.filter_map(|title| lopdf::decode_text_string(title).ok()).collect();
    for number in 1..=5 {
        let start = format!("Pièce {number}. ");
        assert!(titles.iter().any(|title| title.replace('\u{a0}', " ").starts_with(&start)), "{start}: {titles:?}");
    }
}
