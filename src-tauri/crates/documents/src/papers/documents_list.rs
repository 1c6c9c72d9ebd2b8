//! The list of what to bring to the first interview: boxes to tick under the headings of the person's own life, each with
//! where it is found, and what nobody is ever asked for.
//!
//! It asks for what the situation and the lender call for, whatever came already; what still lacks later has a list of
//! its own (*Un coup de pouce pour le microcrédit personnel*, les pièces du dossier).

use chrono::NaiveDate;
use domain::words::{Borrowers, HARD_SPACE, NARROW_SPACE, enumerated, long_date, spaced};

use crate::finish::{Identity, finish};
use crate::page::{
    Face, Foot, Heading, Ink, Length, List, Marker, Measure, Paragraph, Span, Strip, TagId, TextStyle, Typesetter,
    below, beside, flow, framed, noted,
};
use crate::papers::Letterhead;
use crate::papers::body::{Body, SMALL, TEXT};
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::wording::{or_dots, plain, strong};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Liste des pièces à apporter";

/// The facts of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentsList {
    /// Reference of the dossier.
    pub reference: String,
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// Whose dossier.
    pub borrowers: Borrowers,
    /// Who would lend; may be empty.
    pub lender: String,
    /// The appointment to come: `lundi 2 novembre 2026 à 14 h`, and where it is held.
    pub appointment: Option<(String, String)>,
    /// The documents under their headings; a heading without any is left out.
    pub sections: Vec<(String, Vec<DocumentToBring>)>,
    /// What is never asked for: `votre mot de passe bancaire`.
    pub never: Vec<String>,
}

/// One document to bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentToBring {
    /// Its number in the dossier: `P4`.
    pub code: String,
    /// What it is, and which one of several.
    pub label: String,
    /// How it has to be: `recto et verso`; may be empty.
    pub detail: String,
    /// Where the person finds it; may be empty.
    pub where_to_get: String,
}

const LINE: TextStyle = TextStyle::of(940, 1_240);

/// Prints the list.
pub fn render(list: &DocumentsList, head: &Letterhead) -> Result<Paper, PaperError> {
    let mut setter = Typesetter::new()?;
    let day = long_date(list.printed_on);
    let lines = [HeadLine::named("Référence", &list.reference), HeadLine::plain(&day)];
    let strips = letterhead(&mut setter, head, &lines);
    let mut body = Body::under(&mut setter, strips);
    body.leave(Length::mm(500));
    let lender = if list.lender.is_empty() { String::new() } else { format!(" · banque choisie : {}", list.lender) };
    body.title("Les papiers à apporter", &spaced(&format!("Pour {}{lender}", list.borrowers.names())));
    appointment(&mut body, list, head);
    boxes(&mut body, &list.sections);
    never(&mut body, list);
    let strips = body.strips;
    let foot = Foot::proved(format!("Papiers à apporter · {} · {day}", list.reference));
    let sheets = flow(strips, &foot, &mut setter);
    let identity = Identity {
        title: format!("Papiers à apporter, {}", list.borrowers.names()),
        author: head.office.name.clone(),
        date: list.printed_on,
    };
    finish(sheets, &setter, &identity)
}

/// When and where to come, and that a paper that lacks is no reason not to.
fn appointment(body: &mut Body<'_>, list: &DocumentsList, head: &Letterhead) {
    let inner = Measure::WHOLE.inside_frame();
    let office = &head.office;
    let phone = office.advisor_line();
    let with = format!("avec {} ({})", or_dots(&office.advisor), or_dots(phone));
    let said = match &list.appointment {
        Some((when, place)) => {
            let place = if place.is_empty() { String::new() } else { format!(", {place}") };
            vec![strong(format!("Prochain rendez-vous : {when}")), plain(format!("{place}, {with}."))]
        }
        None => vec![
            strong("Pour fixer un rendez-vous : "),
            plain(format!("appelez {} au {}.", or_dots(&office.advisor), or_dots(phone))),
        ],
    };
    let mut strips = body.setter.paragraph(body.place, &Paragraph::of(&said, TEXT), inner);
    let come = [
        plain("Il vous manque un papier ? "),
        strong("Venez quand même"),
        plain(
            " : nous verrons ensemble comment l’obtenir. Apportez les originaux : nous faisons les copies, et nous vous rendons tout.",
        ),
    ];
    strips.extend(below(Length::mm(120), body.setter.paragraph(body.place, &Paragraph::of(&come, SMALL), inner)));
    body.leave(Length::mm(200));
    body.add(vec![framed(strips, Measure::WHOLE)]);
    body.leave(Length::mm(300));
}

/// The headings in two columns, as even as their order allows.
fn boxes(body: &mut Body<'_>, sections: &[(String, Vec<DocumentToBring>)]) {
    let sections: Vec<_> = sections.iter().filter(|(_, documents)| !documents.is_empty()).collect();
    // A heading takes the room of two documents.
    let room = |(_, documents): &&(String, Vec<DocumentToBring>)| documents.len().saturating_add(2);
    let all: usize = sections.iter().map(room).fold(0, usize::saturating_add);
    let mut taken = 0_usize;
    let split = sections.iter().take_while(|section| {
        let before = taken;
        taken = taken.saturating_add(room(section));
        // It goes left as long as most of it is in the first half.
        before.saturating_add(taken) <= all
    });
    let split = split.count();
    let (left, right) = sections.split_at(split.min(sections.len()));
    let (left_measure, right_measure) = Measure::halves();
    let left = column(body, left, left_measure);
    let right = column(body, right, right_measure);
    body.add(vec![beside(left, right)]);
}

fn column(body: &mut Body<'_>, sections: &[&(String, Vec<DocumentToBring>)], measure: Measure) -> Vec<Strip> {
    let place: TagId = body.place;
    let mut strips = Vec::new();
    for (heading, documents) in sections {
        strips.extend(body.setter.heading(place, Heading::SECTION, heading, measure));
        let items: Vec<Vec<_>> = documents
            .iter()
            .map(|one| {
                let detail = if one.detail.is_empty() { String::new() } else { format!(", {}", one.detail) };
                let mut item = vec![strong(format!("{} ", one.code)), plain(format!("{}{detail}", one.label))];
                if !one.where_to_get.is_empty() {
                    item.push(Span::new(
                        spaced(&format!(". Où{NARROW_SPACE}:{HARD_SPACE}{}", one.where_to_get)),
                        Face::Sans,
                        Ink::SOFT,
                    ));
                }
                item
            })
            .collect();
        let list = List { marker: Marker::Box, items: &items, style: LINE };
        strips.extend(below(Length::mm(100), body.setter.list(place, &list, measure)));
    }
    strips
}

/// What nobody is ever asked for, and what not to do before the bank agrees.
fn never(body: &mut Body<'_>, list: &DocumentsList) {
    let mut said = Vec::new();
    if !list.never.is_empty() {
        said.push(strong("Ce que nous ne demandons jamais : "));
        said.push(plain(format!("{}. ", enumerated(&list.never))));
    }
    said.push(strong("Ne signez rien et ne versez aucun acompte"));
    said.push(plain(" au vendeur avant l’accord de la banque."));
    let strips = body.setter.paragraph(body.place, &Paragraph::of(&said, SMALL), Measure::WHOLE.inside_note());
    body.leave(Length::mm(400));
    body.add(noted(strips, Measure::WHOLE));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::worlds::{assert_says, day, leave_samples, named, read, valbourg};

    fn list(count: usize) -> DocumentsList {
        let document = |number: usize| DocumentToBring {
            code: format!("P{number}"),
            label: format!("Justificatif {number}"),
            detail: "de moins de trois mois".to_owned(),
            where_to_get: "fournisseur d’énergie".to_owned(),
        };
        let section = |name: &str, from: usize| (name.to_owned(), (from..).take(count).map(document).collect());
        DocumentsList {
            reference: "VB-2026-0147".to_owned(),
            printed_on: day("2026-10-19"),
            borrowers: Borrowers::new(vec![named(domain::person::Title::Madame, "Sonia", "Delmas")]),
            lender: "Banque du Val".to_owned(),
            appointment: Some(("lundi 2 novembre 2026 à 14 h".to_owned(), "au CCAS".to_owned())),
            sections: vec![
                section("Vous et votre foyer", 1),
                section("Ce que vous recevez", 101),
                section("Ce que vous payez", 201),
                ("Votre compte".to_owned(), Vec::new()),
                section("Votre projet", 301),
            ],
            never: vec!["votre mot de passe bancaire".to_owned(), "votre numéro de carte".to_owned()],
        }
    }

    #[test]
    fn what_to_bring_stands_under_its_headings_with_where_to_find_it() {
        let paper = render(&list(4), &valbourg()).unwrap();
        assert!(paper.unprintable.is_empty());
        let pages = read(&paper);
        assert_eq!(pages.len(), 1, "{pages:#?}");
        let said =
            ["Les papiers à apporter", "lundi 2 novembre 2026 à 14 h", "Venez quand même", "Vous et votre foyer"];
        assert_says(&pages[0], &said);
        assert_says(&pages[0], &["votre mot de passe bancaire et votre numéro de carte", "fournisseur d’énergie"]);
        assert!(!pages[0].contains("Votre compte"), "nothing is asked for under it");
        let none = DocumentsList { appointment: None, lender: String::new(), ..list(30) };
        let long = render(&none, &valbourg()).unwrap();
        let text = read(&long).concat();
        assert!((1..31).chain(301..331).all(|number| text.contains(&format!("Justificatif {number},"))));
        leave_samples("documents_list", [("delmas", paper), ("longue", long)]);
    }
}
