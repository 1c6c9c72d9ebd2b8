//! A small guide on paper, and what holds of every one.

use lopdf::{Document, Object};

use super::*;
use crate::papers::worlds::{assert_says, day, leave_samples, read, valbourg};

fn span(text: &str) -> GuideSpan {
    GuideSpan { text: text.to_owned(), is_strong: false, to: None }
}

fn page(key: &str, title: &str) -> GuidePage {
    let to_the_end = GuideSpan { to: Some("fin".to_owned()), ..span("la fin du prêt") };
    let strong = GuideSpan { is_strong: true, ..span("Ctrl K") };
    let text = vec![span("Du premier appel à "), to_the_end, span(".")];
    GuidePage {
        key: key.to_owned(),
        title: title.to_owned(),
        about: "le chemin d’un dossier".to_owned(),
        sections: vec![
            (String::new(), vec![GuideBlock::Paragraph(text.clone())]),
            (
                "Trois habitudes".to_owned(),
                vec![
                    GuideBlock::Bullets(vec![vec![strong.clone(), span(" va partout.")], text.clone()]),
                    GuideBlock::Numbers(vec![text.clone(), text.clone()]),
                    GuideBlock::Note(text.clone()),
                    GuideBlock::Table(
                        vec![vec![span("Touche")], vec![span("Ce qu’elle fait")]],
                        vec![vec![vec![strong], text]],
                    ),
                ],
            ),
        ],
        law: vec![["Délai de rétractation", "14 jours", "C. conso L. 312-19"].map(str::to_owned)],
    }
}

fn parts() -> Vec<GuidePart> {
    let many = (1..9).map(|number| page(&format!("page-{number}"), &format!("Page {number}")));
    vec![
        GuidePart { title: "Le guide".to_owned(), pages: many.collect() },
        GuidePart { title: "Les écrans".to_owned(), pages: vec![page("fin", "La fin du prêt")] },
    ]
}

#[test]
fn what_leads_to_a_page_says_the_sheet_it_begins_on() {
    let paper = render_book(&parts(), day("2026-11-20"), &valbourg()).unwrap();
    let pages = read(&paper);
    let begins = pages.iter().rposition(|text| text.contains("La fin du prêt")).unwrap() + 1;
    assert!(begins > 2, "a book of several sheets: {}", pages.len());
    assert_says(&pages[1], &[&format!("la fin du prêt (p. {begins})"), "Délai de rétractation"]);
    assert_says(&pages[0], &["Le guide", "Les écrans"]);
}

/// A page with a screen of the window.
fn shown() -> GuidePage {
    let png: &[u8] = include_bytes!("../../../../../../assets/help/pictures/ensemble.png");
    let screen = GuideBlock::Screen(Picture::read(png).unwrap(), "La simulation en grands chiffres.".to_owned());
    GuidePage { sections: vec![(String::new(), vec![screen])], ..page("ensemble", "Voir ensemble") }
}

#[test]
fn a_screen_is_drawn_once_and_read_by_its_words() {
    let paper = render_page((QUICK_START, &shown()), 1, day("2026-11-20"), &valbourg()).unwrap();
    let file = Document::load_mem(&paper.bytes).unwrap();
    let is_picture = |object: &&Object| {
        let stream = object.as_stream().map(|stream| &stream.dict);
        stream.and_then(|dict| dict.get(b"Width")).is_ok_and(|width| *width == Object::Integer(840))
    };
    assert_eq!(file.objects.values().filter(is_picture).count(), 1);
    let told: Vec<_> = file.objects.values().filter_map(|object| object.as_dict().ok()?.get(b"Alt").ok()).collect();
    assert_eq!(told.len(), 1);
    assert_eq!(lopdf::decode_text_string(told[0]).unwrap(), "La simulation en grands chiffres.");
}

#[test]
fn samples_are_left_for_the_checkers_outside() {
    let book = render_book(&parts(), day("2026-11-20"), &valbourg()).unwrap();
    let one = page("accueil", "Étrier en cinq minutes");
    let sheet = render_page((QUICK_START, &one), 1, day("2026-11-20"), &valbourg()).unwrap();
    let screen = render_page((QUICK_START, &shown()), 1, day("2026-11-20"), &valbourg()).unwrap();
    leave_samples("guide", [("livre", book), ("feuille", sheet), ("ecran", screen)]);
}
