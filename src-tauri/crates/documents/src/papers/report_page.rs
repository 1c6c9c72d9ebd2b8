//! The reports of one sheet: the note for a session of the board, the dashboard of a month or a quarter, the page of those
//! who send people, that of a funder.
//!
//! All are figures, then words: key figures, charts and tables counted before they come here, and a text of the
//! settings with its fields filled (*Un coup de pouce pour le microcrédit personnel*, bilans et tableaux de bord). No name
//! is on them. One layout, set as close as one sheet takes.

use domain::words::{long_date, spaced};

use crate::finish::{Identity, finish};
use crate::page::{Foot, Length, Measure, Paragraph, Strip, Tags, Typesetter, below};
use crate::papers::body::Body;
use crate::papers::figures::{self, KeyFigure, ReportChart, ReportTable};
use crate::papers::letterhead::{HeadLine, Letterhead, letterhead};
use crate::papers::office_paper::{OfficePaper, blocks};
use crate::papers::panel::{Fit, on_one_sheet};
use crate::papers::wording::{plain, said_of};
use crate::{Paper, PaperError};

/// What people call the note for a session of the board.
pub const NOTE: &str = "Note de présentation";
/// What people call the dashboard.
pub const DASHBOARD: &str = "Tableau de bord";
/// What people call the page of those who send people.
pub const REFERRERS: &str = "Page des prescripteurs";
/// What people call the page of a funder.
pub const FUNDER: &str = "Compte rendu au financeur";

/// A report of one sheet before it is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportPage {
    /// Its title and the words that follow the figures, filled; the day it is drawn up.
    pub paper: OfficePaper,
    /// Who reads it: `Agents, banque, financeur`.
    pub readers: String,
    /// `TB-2026-T3`.
    pub reference: String,
    /// The key figures, all in one row.
    pub keys: Vec<KeyFigure>,
    /// What the key figures say together; may be empty.
    pub opening: String,
    /// What is drawn and told in tables, in order.
    pub figures: Vec<Figures>,
}

/// A part of the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figures {
    /// Bars.
    Chart(ReportChart),
    /// Tables, narrow ones side by side.
    Tables(Vec<ReportTable>),
}

/// Prints a report of one sheet.
pub fn render(page: &ReportPage, head: &Letterhead) -> Result<Paper, PaperError> {
    let (text, day) = (&page.paper.text, long_date(page.paper.printed_on));
    let foot = Foot::plain(format!("{} · {} · arrêté le\u{a0}{day}", text.label, page.reference));
    let lines = [
        HeadLine::plain(&page.readers),
        HeadLine::named("Référence", &page.reference),
        HeadLine::plain(format!("arrêté le\u{a0}{day}")),
    ];
    let (sheets, setter) = on_one_sheet(&foot, |setter, fit| {
        let strips = letterhead(setter, head, &lines);
        compose(setter, strips, (page, head), fit)
    })?;
    let identity =
        Identity { title: text.title.clone(), author: head.office.name.clone(), date: page.paper.printed_on };
    finish(sheets, &setter, &identity)
}

fn compose(
    setter: &mut Typesetter,
    strips: Vec<Strip>,
    (page, head): (&ReportPage, &Letterhead),
    fit: Fit,
) -> Vec<Strip> {
    let office = &head.office.name;
    let mut body = Body::under(setter, strips);
    body.title(&spaced(&page.paper.text.title), &said_of(office, &page.paper.text.subtitle));
    let mut strips = body.strips;
    strips.extend(below(Length::mm(400), figures::keys(setter, &page.keys, page.keys.len().max(1))));
    if !page.opening.is_empty() {
        let spans = [plain(said_of(office, &page.opening))];
        let opening = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&spans, fit.text()), Measure::WHOLE);
        strips.extend(below(Length::mm(300), opening));
    }
    for part in &page.figures {
        strips.extend(match part {
            Figures::Chart(chart) => figures::chart(setter, chart),
            Figures::Tables(tables) => figures::tables(setter, tables),
        });
    }
    strips.extend(blocks(setter, &page.paper, office, fit));
    strips
}

#[cfg(test)]
mod tests;
