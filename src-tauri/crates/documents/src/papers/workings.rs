//! The workings, step by step: every figure of a dossier with what it comes from.
//!
//! What a bank or a colleague would check with a calculator: each figure has its rule, what goes in, its steps, the
//! lines that prove it, what is rounded, its source. A figure stays on one sheet unless its proof is longer, such as
//! the flows of a TAEG, whose heading is then repeated. Worked example: 1 999,76 − 983,68 − 45,00 − 70,86 = 900,22;
//! ÷ 3 personnes = 300,07 €.

use chrono::NaiveDate;
use domain::explained::{Explained, ExplainedTable, WorkingRow};
use domain::words::{Borrowers, HARD_SPACE, NARROW_SPACE, long_date, spaced};

use crate::finish::{Identity, finish};
use crate::page::{
    Align, Column, Density, Face, Foot, Heading, Ink, Length, Measure, Paragraph, Row, Span, Strip, Table, TagId,
    TextStyle, Typesetter, below, beside, flow, keep_together, lay,
};
use crate::papers::Letterhead;
use crate::papers::body::{Body, SMALL, TEXT};
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Les calculs, pas à pas";

/// The facts of the workings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Workings {
    /// Reference of the dossier; empty without one.
    pub reference: String,
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// Whose dossier; nobody is named without one.
    pub borrowers: Option<Borrowers>,
    /// The parts, each on its own sheet.
    pub parts: Vec<WorkingsPart>,
}

/// Figures of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkingsPart {
    /// `Le budget`.
    pub title: String,
    /// Its figures, in the order of reading.
    pub figures: Vec<Explained>,
}

/// What the paper is for, in a sentence.
const PURPOSE: &str = "Chaque chiffre du dossier : ce qui y entre, la règle suivie, les étapes, la source. Tout se refait \
                       avec une calculatrice.";
const CONTENTS: TextStyle = TextStyle::of(920, 1_240);
const PAIRS: TextStyle = TextStyle::of(880, 1_140);
/// A proof of more lines may go on to the next sheet.
const WHOLE_PROOF: usize = 18;
/// The widest column of numbers, in hundredths.
const WIDEST: i64 = 24;

/// Prints the workings.
pub fn render(workings: &Workings, head: &Letterhead) -> Result<Paper, PaperError> {
    let mut setter = Typesetter::new()?;
    let (strips, figures) = compose(&mut setter, workings, head, &[]);
    lay(strips, &mut setter);
    let sheets_of_figures: Vec<_> = figures.into_iter().map(|figure| setter.tags.sheet_of(figure)).collect();
    setter.begin_again();
    let (strips, _) = compose(&mut setter, workings, head, &sheets_of_figures);
    let day = long_date(workings.printed_on);
    let parts = [TITLE, workings.reference.as_str(), day.as_str()];
    let known: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let sheets = flow(strips, &Foot::proved(known.join(" · ")), &mut setter);
    let title = match &workings.borrowers {
        Some(borrowers) => format!("{TITLE}, {}", borrowers.names()),
        None => TITLE.to_owned(),
    };
    let identity = Identity { title, author: head.office.name.clone(), date: workings.printed_on };
    finish(sheets, &setter, &identity)
}

/// Everything but the feet, and the tag of each figure; `sheets` are those the figures are known to begin on.
fn compose(
    setter: &mut Typesetter,
    workings: &Workings,
    head: &Letterhead,
    sheets: &[Option<usize>],
) -> (Vec<Strip>, Vec<TagId>) {
    let mut lines = vec![HeadLine::plain(long_date(workings.printed_on))];
    if !workings.reference.is_empty() {
        lines.insert(0, HeadLine::named("Référence", &workings.reference));
    }
    let mut strips = letterhead(setter, head, &lines);
    let mut body = Body::under(setter, Vec::new());
    body.title(TITLE, &workings.borrowers.as_ref().map(Borrowers::names).unwrap_or_default());
    body.say(vec![crate::papers::wording::plain(PURPOSE)]);
    contents(&mut body, workings, sheets);
    let mut tags = Vec::new();
    for part in workings.parts.iter().filter(|part| !part.figures.is_empty()) {
        body.part(&part.title);
        for explained in &part.figures {
            let (tag, figure) = figure(&mut body, explained);
            tags.push(tag);
            body.leave(Length::mm(550));
            body.add(figure);
        }
    }
    let mut own = body.strips;
    if let Some(first) = own.first_mut() {
        first.gap = Length::mm(500);
    }
    strips.extend(own);
    (strips, tags)
}

/// Where each figure is, part by part.
fn contents(body: &mut Body<'_>, workings: &Workings, sheets: &[Option<usize>]) {
    let mut known = sheets.iter().copied().chain(std::iter::repeat(None));
    for part in workings.parts.iter().filter(|part| !part.figures.is_empty()) {
        body.section(&part.title);
        let titles = part.figures.iter().map(|figure| spaced(&figure.title));
        let entries: Vec<_> = titles.zip(known.by_ref()).collect();
        let (first, second) = entries.split_at(entries.len().div_ceil(2));
        let (left, right) = Measure::halves();
        let mut column = |entries: &[(String, Option<usize>)], measure| match entries {
            [] => Vec::new(),
            entries => body.setter.contents(body.place, entries, CONTENTS, measure),
        };
        let (left, right) = (column(first, left), column(second, right));
        body.add(vec![beside(left, right)]);
    }
}

/// A figure: its name and result, its rule, what goes in and the steps, its proof, its notes and source.
fn figure(body: &mut Body<'_>, explained: &Explained) -> (TagId, Vec<Strip>) {
    let tag = body.setter.tags.add(body.place, crate::page::Role::Part);
    let title = match explained.result.as_str() {
        "" => explained.title.clone(),
        result => format!("{}{NARROW_SPACE}: {result}", explained.title),
    };
    let mut strips =
        below(Length::ZERO, body.setter.heading(tag, Heading::SUBSECTION, &spaced(&title), Measure::WHOLE));
    strips.extend(text(body, (tag, TEXT), (&explained.rule, Ink::TEXT), Measure::WHOLE));
    let Some(table) = explained.table.as_ref().filter(|table| !table.rows.is_empty()) else {
        strips.extend(beside_steps(body, tag, explained));
        return (tag, keep_together(strips));
    };
    strips.extend(inputs_and_steps(body, tag, explained));
    let proof = below(Length::mm(200), body.setter.table(tag, &proof(table), Measure::WHOLE));
    if table.rows.len() <= WHOLE_PROOF {
        strips.extend(proof);
        strips.extend(notes(body, (tag, Measure::WHOLE), explained));
        return (tag, keep_together(strips));
    }
    let mut strips = keep_together(strips);
    strips.extend(proof);
    strips.extend(keep_together(notes(body, (tag, Measure::WHOLE), explained)));
    (tag, strips)
}

fn text(
    body: &mut Body<'_>,
    (tag, style): (TagId, TextStyle),
    (words, ink): (&str, Ink),
    measure: Measure,
) -> Vec<Strip> {
    let spans = [Span::new(spaced(words), Face::Sans, ink)];
    below(Length::mm(110), body.setter.paragraph(tag, &Paragraph::of(&spans, style), measure))
}

/// What goes in and what is to be known to the left, the steps to the right; one under the other without steps.
fn beside_steps(body: &mut Body<'_>, tag: TagId, explained: &Explained) -> Vec<Strip> {
    if explained.steps.is_empty() {
        let mut strips = inputs_and_steps(body, tag, explained);
        strips.extend(notes(body, (tag, Measure::WHOLE), explained));
        return strips;
    }
    let (left, right) = Measure::halves();
    let pairs = inputs(explained);
    let mut known = if pairs.is_empty() { Vec::new() } else { body.setter.pairs(tag, &pairs, PAIRS, left) };
    known.extend(notes(body, (tag, left), explained));
    let steps = body.setter.table(tag, &steps(&explained.steps), right);
    below(Length::mm(180), vec![beside(known, steps)])
}

fn inputs(explained: &Explained) -> Vec<(String, String)> {
    explained.inputs.iter().map(|(label, value)| (spaced(label), spaced(value))).collect()
}

/// What goes in beside the steps it goes through.
fn inputs_and_steps(body: &mut Body<'_>, tag: TagId, explained: &Explained) -> Vec<Strip> {
    let pairs = inputs(explained);
    let (left, right) = Measure::halves();
    let gap = Length::mm(180);
    match (pairs.is_empty(), explained.steps.is_empty()) {
        (true, true) => Vec::new(),
        (false, true) => below(gap, body.setter.pairs_in_two(tag, &pairs, PAIRS, Measure::WHOLE)),
        (true, false) => below(gap, body.setter.table(tag, &steps(&explained.steps), left)),
        (false, false) => {
            let inputs = body.setter.pairs(tag, &pairs, PAIRS, left);
            let steps = body.setter.table(tag, &steps(&explained.steps), right);
            below(gap, vec![beside(inputs, steps)])
        }
    }
}

fn steps(steps: &[WorkingRow]) -> Table {
    let last = steps.len().saturating_sub(1);
    let rows = steps.iter().enumerate().map(|(place, step)| {
        let label = match step.sign {
            "" => spaced(&step.label),
            sign => format!("{sign}{HARD_SPACE}{}", spaced(&step.label)),
        };
        let cells = vec![label, spaced(&step.value)];
        match (step.result, place == last) {
            (true, true) => Row::Total(cells),
            (true, false) => Row::Strong(cells),
            (false, _) => Row::Line(cells),
        }
    });
    let columns = [(66, Align::Left, "Étapes"), (34, Align::Right, "")];
    Table::of(Density::Tight, &columns, rows.collect())
}

/// The lines that prove a figure: words in the first column, numbers in the others.
fn proof(table: &ExplainedTable) -> Table {
    let numbers = i64::try_from(table.columns.len().saturating_sub(1)).unwrap_or_default();
    let part = 75_i64.checked_div(numbers).unwrap_or_default().min(WIDEST);
    let first = 100_i64.saturating_sub(part.saturating_mul(numbers));
    let columns = (0..table.columns.len()).map(|place| match place {
        0 => Column { part: first, align: Align::Left },
        _ => Column { part, align: Align::Right },
    });
    let texts = |cells: &[String]| cells.iter().map(|cell| spaced(cell)).collect::<Vec<_>>();
    let mut rows: Vec<Row> = table.rows.iter().map(|cells| Row::Line(texts(cells))).collect();
    if !table.total.is_empty() {
        rows.push(Row::Total(texts(&table.total)));
    }
    Table {
        caption: String::new(),
        density: Density::Tight,
        columns: columns.collect(),
        heading: texts(&table.columns),
        rows,
    }
}

/// What is rounded, left out or not known, then the source.
fn notes(body: &mut Body<'_>, (tag, measure): (TagId, Measure), explained: &Explained) -> Vec<Strip> {
    let mut strips = Vec::new();
    for note in &explained.notes {
        strips.extend(text(body, (tag, SMALL), (note, Ink::NOTE), measure));
    }
    if !explained.source.is_empty() {
        let source = format!("Source : {}", explained.source);
        strips.extend(text(body, (tag, SMALL), (&source, Ink::NOTE), measure));
    }
    strips
}

#[cfg(test)]
mod tests;
