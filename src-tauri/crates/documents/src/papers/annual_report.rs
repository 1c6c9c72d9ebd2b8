//! The year’s report: what the office did, in figures the board reads in a minute.
//!
//! The first sheet says the essential: one sentence, the key figures, how many requests
//! became loans, what the loans are for, what to remember. The next ones are tables,
//! each figure with the year before, the national mark and how it is counted (*Un coup
//! de pouce pour le microcrédit personnel*, le bilan annuel). No name is on it.
//!
//! Everything arrives worded and counted: this room only lays it out. A part without
//! anything to say is left out.

use chrono::NaiveDate;
use domain::words::{long_date, spaced};

use crate::finish::{Identity, finish};
use crate::page::{
    Face, Foot, Heading, Ink, Length, List, Marker, Measure, Paragraph, Span, Strip, Tags, TextStyle, Typesetter,
    below, flow, noted, on_new_sheet,
};
use crate::papers::figures;
use crate::papers::letterhead::{HeadLine, Letterhead, letterhead};
use crate::papers::wording::{plain, strong};
use crate::{Paper, PaperError};

pub use crate::page::{Bar, Fill};
pub use crate::papers::figures::{ColumnKind, KeyFigure, ReportChart, ReportColumn, ReportRow, ReportTable};

/// What people call the paper.
pub const TITLE: &str = "Bilan annuel";

/// The facts of a yearly report, in the order they are read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnualReport {
    /// `Le microcrédit personnel en 2026`.
    pub title: String,
    /// `Bilan 2026`.
    pub reference: String,
    /// The day it was drawn up.
    pub established_on: NaiveDate,
    /// The year in one sentence; may be empty.
    pub summary: String,
    /// The key figures, three in a row.
    pub keys: Vec<KeyFigure>,
    /// What the adviser wrote, a paragraph each; nothing is printed when there is none.
    pub editorial: Vec<String>,
    /// The charts of the first sheet.
    pub charts: Vec<ReportChart>,
    /// What to remember.
    pub remarks: Vec<Remark>,
    /// What is proposed to the board; may be empty.
    pub proposal: String,
    /// The year part after part, under the tables.
    pub months: Option<ReportChart>,
    /// The tables of the next sheets.
    pub tables: Vec<ReportTable>,
    /// How the figures are counted, at the end.
    pub notes: Vec<String>,
}

/// Something to remember: a few words, then the figures behind them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// `L’activité progresse`; may be empty.
    pub headline: String,
    /// `+8 dossiers évalués en un an.`
    pub text: String,
}

const TEXT: TextStyle = TextStyle::of(960, 1_320);
const SUBTITLE: TextStyle = TextStyle::of(1_100, 1_450);
const KEY_COLUMNS: usize = 3;

/// Prints the year’s report.
pub fn render(report: &AnnualReport, head: &Letterhead) -> Result<Paper, PaperError> {
    let mut setter = Typesetter::new()?;
    let day = long_date(report.established_on);
    let lines = [HeadLine::named("Référence", &report.reference), HeadLine::plain(format!("arrêté le\u{a0}{day}"))];
    let mut strips = letterhead(&mut setter, head, &lines);
    strips.extend(opening(&mut setter, report));
    strips.extend(editorial(&mut setter, &report.editorial));
    for chart in &report.charts {
        strips.extend(figures::chart(&mut setter, chart));
    }
    strips.extend(to_remember(&mut setter, report));
    strips.extend(tables(&mut setter, report));
    strips.extend(report.months.iter().flat_map(|chart| figures::chart(&mut setter, chart)));
    strips.extend(notes(&mut setter, &report.notes));
    let foot = Foot::plain(format!("{} · microcrédit personnel · arrêté le\u{a0}{day}", report.reference));
    let sheets = flow(strips, &foot, &mut setter);
    let identity =
        Identity { title: report.title.clone(), author: head.office.name.clone(), date: report.established_on };
    finish(sheets, &setter, &identity)
}

/// The title, the sentence of the year, the key figures.
fn opening(setter: &mut Typesetter, report: &AnnualReport) -> Vec<Strip> {
    let mut strips = setter.heading(Tags::DOCUMENT, Heading::TITLE, &spaced(&report.title), Measure::WHOLE);
    let summary = [Span::new(spaced(&report.summary), Face::Sans, Ink::SOFT)];
    let summary = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&summary, SUBTITLE), Measure::WHOLE);
    strips.extend(below(Length::mm(100), summary));
    strips.extend(below(Length::mm(400), figures::keys(setter, &report.keys, KEY_COLUMNS)));
    strips
}

/// What the adviser wrote, as it was typed.
fn editorial(setter: &mut Typesetter, paragraphs: &[String]) -> Vec<Strip> {
    let mut strips = Vec::new();
    for paragraph in paragraphs {
        let set = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&[plain(paragraph)], TEXT), Measure::WHOLE);
        let gap = if strips.is_empty() { Length::mm(350) } else { Length::mm(150) };
        strips.extend(below(gap, set));
    }
    strips
}

/// What to remember, and what is proposed.
fn to_remember(setter: &mut Typesetter, report: &AnnualReport) -> Vec<Strip> {
    let mut strips = Vec::new();
    if !report.remarks.is_empty() {
        let title = "Ce qu’il faut retenir";
        strips.extend(setter.heading(Tags::DOCUMENT, Heading::SECTION, title, Measure::WHOLE));
        let items: Vec<Vec<Span>> = report.remarks.iter().map(remark).collect();
        let list = List { marker: Marker::Bullet, items: &items, style: TEXT };
        strips.extend(below(Length::mm(160), setter.list(Tags::DOCUMENT, &list, Measure::WHOLE)));
    }
    if !report.proposal.is_empty() {
        let spans = [strong("Décision proposée au conseil : "), plain(&report.proposal)];
        let inner = Measure::WHOLE.inside_note();
        let note = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&spans, TEXT), inner);
        strips.extend(noted(below(Length::mm(300), note), Measure::WHOLE));
    }
    strips
}

fn remark(remark: &Remark) -> Vec<Span> {
    if remark.headline.is_empty() {
        return vec![plain(&remark.text)];
    }
    vec![strong(&remark.headline), plain(format!(" : {}", remark.text))]
}

/// The tables from the second sheet on, narrow ones side by side.
fn tables(setter: &mut Typesetter, report: &AnnualReport) -> Vec<Strip> {
    if report.tables.is_empty() {
        return Vec::new();
    }
    let mut strips = on_new_sheet(setter.heading(Tags::DOCUMENT, Heading::PART, "Les chiffres", Measure::WHOLE));
    strips.extend(figures::tables(setter, &report.tables));
    strips
}

fn notes(setter: &mut Typesetter, notes: &[String]) -> Vec<Strip> {
    let text = notes.join(" ");
    below(Length::mm(300), figures::small(setter, &text))
}

#[cfg(test)]
mod tests;
