//! The guide of aids: the office's directory on paper, for whoever receives people: what each one is for, whom to call,
//! what to bring, the day it was checked.
//!
//! An aid that is no longer given is left out; one that is to be checked again says so before anybody is sent to it.

use chrono::NaiveDate;
use domain::words::{capital, counted, long_date, numeric_date, spaced};

use crate::finish::{Identity, finish};
use crate::page::{Align, Foot, Length, Row, Typesetter, flow};
use crate::papers::Letterhead;
use crate::papers::body::Body;
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::panel::{Fit, on_fewest_sheets};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Guide des aides";

/// The facts of the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AidsGuide {
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// The aids that are given, by name.
    pub aids: Vec<GuideAid>,
}

/// One aid of the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideAid {
    /// Its name and who gives it.
    pub name: String,
    /// What for.
    pub what_for: String,
    /// On what conditions.
    pub conditions: String,
    /// Whom to call.
    pub contact: String,
    /// What to bring.
    pub to_bring: String,
    /// The day it was checked.
    pub checked_on: NaiveDate,
    /// Whether it is to be checked again.
    pub is_due: bool,
}

const COLUMNS: [(i64, Align, &str); 5] = [
    (22, Align::Left, "Aide"),
    (29, Align::Left, "Pour quoi, à quelles conditions"),
    (18, Align::Left, "Qui appeler"),
    (17, Align::Left, "Quoi apporter"),
    (14, Align::Left, "Vérifiée le"),
];
/// To be written by hand where nothing is noted.
const BLANK: &str = "……";

/// Prints the guide on as few sheets as it takes.
pub fn render(guide: &AidsGuide, head: &Letterhead) -> Result<Paper, PaperError> {
    let day = long_date(guide.printed_on);
    let foot = Foot::plain(format!("{TITLE} · {day}"));
    let lay = |setter: &mut Typesetter, fit: Fit| {
        let strips = letterhead(setter, head, &[HeadLine::plain(&day)]);
        let mut body = Body::under(setter, strips);
        if fit != Fit::Ordinary {
            body.tighten();
        }
        body.leave(Length::mm(500));
        body.title(TITLE, &format!("{}, vers qui orienter", counted(guide.aids.len(), "aide", "aides")));
        body.rows(&COLUMNS, guide.aids.iter().map(row).collect());
        if guide.aids.iter().any(|aid| aid.is_due) {
            body.note("Avant d’envoyer quelqu’un vers une aide à revérifier, appelez-la.");
        }
        let strips = body.strips;
        Ok(flow(strips, &foot, setter))
    };
    let (sheets, setter) = on_fewest_sheets(lay)?;
    let identity = Identity { title: TITLE.to_owned(), author: head.office.name.clone(), date: guide.printed_on };
    finish(sheets, &setter, &identity)
}

fn row(aid: &GuideAid) -> Row {
    let or_blank = |text: &str| if text.is_empty() { BLANK.to_owned() } else { spaced(text) };
    let said = [&aid.what_for, &aid.conditions].into_iter().filter(|part| !part.is_empty());
    let said: Vec<String> = said.map(|part| format!("{}.", capital(part.trim_end_matches('.')))).collect();
    let day = numeric_date(aid.checked_on);
    let checked = if aid.is_due { format!("{day}, à revérifier") } else { day };
    let cells = [aid.name.as_str(), &said.join(" "), &aid.contact, &aid.to_bring, &checked];
    Row::Named(cells.map(or_blank).to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::worlds::{assert_says, day, leave_samples, read, valbourg};

    #[test]
    fn an_aid_says_what_it_is_for_whom_to_call_and_what_to_bring() {
        let aid = GuideAid {
            name: "Garage solidaire, Entraide du Val".to_owned(),
            what_for: "réparation à moitié prix".to_owned(),
            conditions: "sur devis".to_owned(),
            contact: "05 36 49 00 52".to_owned(),
            to_bring: String::new(),
            checked_on: day("2025-03-08"),
            is_due: true,
        };
        let guide = |count| AidsGuide { printed_on: day("2026-11-24"), aids: vec![aid.clone(); count] };
        let paper = render(&guide(12), &valbourg()).unwrap();
        assert!(paper.unprintable.is_empty());
        let pages = read(&paper);
        assert_eq!(pages.len(), 1);
        assert_says(
            &pages[0],
            &["12 aides, vers qui orienter", "moitié prix. Sur devis.", "05 36 49 00 52", "08/03/2025, à revérifier"],
        );
        leave_samples("aids_guide", [("valbourg", paper)]);
        assert!(read(&render(&guide(60), &valbourg()).unwrap()).len() > 1, "the directory has no end");
    }
}
