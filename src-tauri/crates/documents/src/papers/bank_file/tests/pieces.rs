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
fn every_document_is_listed_by_its_number_and_each_page_is_under_its_stamp() {
    let (mut file, contents) = every_kind();
    file.documents[0].seen_on = Some(day("2026-11-09"));
    let paper = printed(&file, Weight::Whole, &contents);
    let pages = pages(&paper);
    assert_eq!(pages.len(), 7 + 1 + 5 + 1, "no sheet stands between two pieces: {pages:#?}");
    assert_says(&pages[0], &["pièces p. 8", "5 jointes (5 pages), 11 à joindre. Illisibles : P4, "]);
    assert_says(
        &pages[7],
        &[
            "7. Les pièces du dossier Une seule numérotation",
            "P1 Pièce d’identité, recto et verso Mme Delmas 31/10/2026 – 3 9 à 11",
            "3 pièces jointes",
            "P4 Trois bulletins de salaire Mme Delmas fichier abîmé",
            "document sans pages, à joindre à part",
            "À joindre N° Pièce De qui P6 Attestation de droits CAF Mme Delmas",
        ],
    );
    for (place, words) in [(8, "Droite"), (9, "T o u"), (10, "Paysage")] {
        let stamp = format!("P1 · page {} sur 3", place - 7);
        assert_says(&pages[place], &[&stamp, "recto et verso · Mme Delmas", "original vu le 09/11/2026", words]);
    }
    assert_says(&pages[11], &["P2 · page 1 sur 1", "copie non comparée"]);
    for (place, page) in pages.iter().enumerate() {
        assert!(page.ends_with(&format!("{}/{}", place + 1, pages.len())), "the foot counts every page: {page}");
        for name in ["identité.pdf", "photo.jpg", "abîmé.pdf"] {
            assert!(!page.contains(name), "no file of the computer is named: {page}");
        }
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
    assert_eq!(pages.len(), 8 + 1 + 1);
    assert_says(
        &pages[7],
        &["1 pièce jointe", "fichier absent ou abîmé dans le coffre", "PDF protégé par un mot de passe"],
    );
    assert_says(&pages[8], &["P1 · page 1 sur 1"]);
    assert_eq!(paper.remarks.len(), 3, "two files, and the archive: {:?}", paper.remarks);
    assert!(!paper.is_archival);
}

#[test]
fn nothing_placed_and_nothing_there_are_archival_still() {
    let nothing = printed(&delmas(), Weight::Whole, &[]);
    assert_eq!(nothing, render(&delmas(), &valbourg()).unwrap(), "without a scan, not a byte changes");
    let lost = printed(&with(&[("vide.pdf", ContentKind::Pdf)]), Weight::Whole, &[Vec::new()]);
    assert!(lost.is_archival && String::from_utf8_lossy(&lost.bytes).contains("<pdfaid:part>3"));
    assert_says(&pages(&lost)[7], &["fichier vide (0 octet)"]);
}

#[test]
fn what_is_seen_what_lacks_and_what_grows_old_before_the_answer_are_said() {
    let mut file = with(&[("a.jpg", ContentKind::Jpeg)]);
    file.documents[1].standing = DocumentStanding::Missing("en cours de renouvellement".to_owned());
    file.documents[2].standing = DocumentStanding::There("reçue".to_owned());
    file.documents[2].valid_until = Some(day("2026-11-30"));
    file.lender.as_mut().unwrap().answer_by = Some(day("2026-12-18"));
    let pages = pages(&printed(&file, Weight::ForEmail, &[photograph(90, 60, 1)]));
    assert_says(&pages[0], &["1 jointe (1 page), 1 vue au CCAS, 13 à joindre, 1 manque."]);
    assert_says(
        &pages[7],
        &[
            "Vues au CCAS, non jointes",
            "P3 Relevé de situation FICP et FCC",
            "P2 Justificatif de domicile Mme Delmas en cours de renouvellement",
            "Ce qui expire avant la réponse demandée P3, relevé de situation FICP et FCC : 30/11/2026.",
            "allégées pour l’envoi par courriel",
        ],
    );
}

#[test]
fn each_line_of_the_contents_leads_to_its_sheet_and_each_piece_has_its_bookmark() {
    let (file, contents) = every_kind();
    let paper = printed(&file, Weight::Whole, &contents);
    let made = lopdf::Document::load_mem(&paper.bytes).unwrap();
    let sheets: Vec<lopdf::ObjectId> = made.page_iter().collect();
    let links = made.get_page_annotations(sheets[0]).unwrap();
    let target = |link: &&lopdf::Dictionary| {
        assert_eq!(link.get(b"Subtype").unwrap().as_name().unwrap(), b"Link");
        let target = link.get(b"Dest").unwrap().as_array().unwrap()[0].as_reference().unwrap();
        sheets.iter().position(|sheet| *sheet == target).unwrap()
    };
    let leads_to: Vec<usize> = links.iter().map(target).collect();
    assert_eq!(leads_to, [1, 2, 3, 4, 5, 6, 7, 13], "the parts, the pieces, the answer of the bank");
    let titles = made.objects.values().filter_map(|object| object.as_dict().ok()?.get(b"Title").ok());
    let titles: Vec<String> = titles.filter_map(|title| lopdf::decode_text_string(title).ok()).collect();
    for number in 1..=3 {
        let start = format!("P{number}. ");
        assert!(titles.iter().any(|title| title.replace('\u{a0}', " ").starts_with(&start)), "{start}: {titles:?}");
    }
}
