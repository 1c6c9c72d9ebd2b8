//! The grid of the first call, to be filled by hand where no computer is at hand: what to ask, what to say, what follows.
//!
//! The questions are those of the window (*Un coup de pouce pour le microcrédit personnel*, le premier accueil). A call
//! counts as a request even when nothing follows.

use chrono::NaiveDate;
use domain::words::{long_date, spaced};

use crate::finish::{Identity, finish};
use crate::page::{
    Face, Foot, Heading, Ink, Length, List, Marker, Measure, Paragraph, Span, Strip, TextStyle, Typesetter, below,
    beside, flow,
};
use crate::papers::Letterhead;
use crate::papers::body::Body;
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::wording::plain;
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Grille du premier appel";

/// The facts of the grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedGrid {
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// What is said before the questions.
    pub opening: String,
    /// What a loan is, in words to be said.
    pub explanation: String,
    /// Where requests come from.
    pub origins: Vec<String>,
    /// What loans are for.
    pub purposes: Vec<String>,
    /// The questions under their headings.
    pub sections: Vec<GridSection>,
    /// What the person has to be told.
    pub told: Vec<String>,
}

/// Questions under a heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridSection {
    /// The heading.
    pub label: String,
    /// Those answered by a tick.
    pub ticked: Vec<String>,
    /// Those answered in figures or words.
    pub written: Vec<String>,
}

const TEXT: TextStyle = TextStyle::of(900, 1_180);
const WRITTEN: TextStyle = TextStyle::of(900, 1_500);
/// What is to be said.
const SAID: TextStyle = TextStyle::of(920, 1_220);
const DAY: &str = "le ……… / ……… / …………… à ……… h ………";

/// Prints the grid.
pub fn render(grid: &PrintedGrid, head: &Letterhead) -> Result<Paper, PaperError> {
    let mut setter = Typesetter::new()?;
    let lines = [HeadLine::plain("Référence ……………………"), HeadLine::plain(DAY)];
    let strips = letterhead(&mut setter, head, &lines);
    let mut body = Body::under(&mut setter, strips);
    body.leave(Length::mm(350));
    body.title("Premier appel", "Grille d’entretien téléphonique · dix minutes · entre guillemets : à dire");
    section(&mut body, "La personne");
    blanks(&mut body, &["Nom, prénom", "Téléphone"]);
    blanks(&mut body, &["Commune", "Année de naissance", "Quand rappeler"]);
    boxes(&mut body, &grid.origins, 3);
    say(&mut body, &grid.opening);
    section(&mut body, "Le projet");
    blanks(&mut body, &["En une phrase"]);
    blanks(&mut body, &["Montant, environ"]);
    boxes(&mut body, &grid.purposes, 3);
    for questions in &grid.sections {
        section(&mut body, &questions.label);
        boxes(&mut body, &questions.ticked, 2);
        for pair in questions.written.chunks(2) {
            blanks(&mut body, &pair.iter().map(String::as_str).collect::<Vec<_>>());
        }
    }
    section(&mut body, "Ce que la personne doit savoir");
    say(&mut body, &grid.explanation);
    boxes(&mut body, &grid.told, 2);
    section(&mut body, "Suite donnée");
    boxes(&mut body, &["Information seule".to_owned(), "À rappeler".to_owned()], 2);
    blanks(&mut body, &["Rendez-vous le", "à", "lieu"]);
    blanks(&mut body, &["Autre solution, auprès de qui"]);
    blanks(&mut body, &["Remarque"]);
    body.leave(Length::mm(150));
    body.note("Cet appel compte comme une demande, même sans suite. Un projet écarté reçoit toujours une orientation.");
    let strips = body.strips;
    let day = long_date(grid.printed_on);
    let sheets = flow(strips, &Foot::plain(format!("{TITLE} · modèle du {day}")), &mut setter);
    let identity = Identity { title: TITLE.to_owned(), author: head.office.name.clone(), date: grid.printed_on };
    finish(sheets, &setter, &identity)
}

fn section(body: &mut Body<'_>, label: &str) {
    let heading = body.setter.heading(body.place, Heading::FRAME, label, Measure::WHOLE);
    body.leave(Length::mm(230));
    body.add(heading);
    body.leave(Length::mm(60));
}

/// Words to be said, between quotation marks.
fn say(body: &mut Body<'_>, text: &str) {
    let spans = [Span::new(spaced(&format!("« {text} »")), Face::Sans, Ink::SOFT)];
    let strips = body.setter.paragraph(body.place, &Paragraph::of(&spans, SAID), Measure::WHOLE);
    body.leave(Length::mm(60));
    body.add(strips);
    body.leave(Length::mm(60));
}

/// Lines to write on, beside one another.
fn blanks(body: &mut Body<'_>, labels: &[&str]) {
    let places = Measure::WHOLE.columns(labels.len(), Length::mm(300));
    let labels: Vec<(&str, Measure)> = labels.iter().copied().zip(places).collect();
    let strip = body.setter.blanks(body.place, &labels, WRITTEN);
    body.add(vec![strip]);
    body.leave(Length::mm(60));
}

/// Boxes to tick in so many columns, read one column after the other.
fn boxes(body: &mut Body<'_>, labels: &[String], columns: usize) {
    if labels.is_empty() {
        return;
    }
    let items: Vec<Vec<Span>> = labels.iter().map(|label| vec![plain(label)]).collect();
    let each = items.len().div_ceil(columns.max(1)).max(1);
    let places = Measure::WHOLE.columns(columns, Length::mm(300));
    let mut set: Vec<Strip> = Vec::new();
    for (part, place) in items.chunks(each).zip(places) {
        let list = List { marker: Marker::Box, items: part, style: TEXT };
        let column = body.setter.list(body.place, &list, place);
        set = if set.is_empty() { column } else { vec![beside(set, column)] };
    }
    body.add(below(Length::mm(40), set));
    body.leave(Length::mm(60));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::worlds::{assert_says, day, leave_samples, read, valbourg};

    #[test]
    fn the_grid_is_one_sheet_to_write_on() {
        let all = |said: &[&str]| said.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        let section = |label: &str, ticked: &[&str], written: &[&str]| GridSection {
            label: label.to_owned(),
            ticked: all(ticked),
            written: all(written),
        };
        let grid = PrintedGrid {
            printed_on: day("2026-11-20"),
            opening: "Je vais vous poser quelques questions.".to_owned(),
            explanation: "C’est un vrai prêt, accordé par une banque.".to_owned(),
            origins: all(&["Accueil du CCAS", "Partenaire qui oriente", "Ancien emprunteur", "Banque partenaire"]),
            purposes: all(&["Mobilité", "Logement", "Formation", "Santé", "Dettes", "Divers"]),
            sections: vec![
                section("Mène à une autre solution", &["Mineur non émancipé"], &[]),
                section("Le budget", &[], &["Personnes au foyer", "Ressources du mois", "Loyer"]),
            ],
            told: all(&["À quoi sert le microcrédit", "Ce qu’il coûte"]),
        };
        let paper = render(&grid, &valbourg()).unwrap();
        assert!(paper.unprintable.is_empty() && paper.fingerprint.is_none());
        let pages = read(&paper);
        assert_eq!(pages.len(), 1);
        assert_says(&pages[0], &["Premier appel", "« Je vais vous poser", "Mineur non émancipé", "Ressources du mois"]);
        leave_samples("screening_grid", [("valbourg", paper)]);
    }
}
