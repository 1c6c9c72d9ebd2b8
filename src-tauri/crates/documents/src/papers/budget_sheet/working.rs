//! The foot of the sheet: how the reste à vivre follows from the totals, what to know to read it, and what is signed.

use crate::PaperError;
use crate::page::{
    Align, Column, Density, Length, Measure, Paragraph, Row, Span, Strip, Table, Tags, Typesetter, below, beside,
    keep_together,
};
use crate::papers::Letterhead;
use crate::papers::budget_beside::{notes, rules_in_words, statements_in_words};
use crate::papers::reste_a_vivre::{debt_ratio_in_words, steps};

use super::{BudgetSheet, SMALL, wording};

/// What the foot of the sheet shows.
pub(super) struct Working {
    steps: Table,
    notes: Vec<Vec<Span>>,
    /// The sentence that is signed.
    sentence: Vec<Span>,
}

/// The label of a step with what makes it, its amount, and with a loan in view its amount after.
const ALONE: [i64; 2] = [80, 20];
const COMPARED: [i64; 3] = [64, 18, 18];
/// Hundredths of the sheet left to the working.
const LEFT: i64 = 64;
const GUTTER: Length = Length::mm(600);

/// Works out the foot of a sheet.
pub(super) fn working(sheet: &BudgetSheet, head: &Letterhead) -> Result<Working, PaperError> {
    let after = sheet.after.as_ref();
    let mut all = Vec::new();
    all.extend(rules_in_words(&head.office.name, &sheet.budget, after, &sheet.beside));
    all.extend(notes(&sheet.budget, &sheet.beside, &statements_in_words(&sheet.beside), &sheet.beside.during));
    all.extend(debt_ratio_in_words(&sheet.budget, after));
    Ok(Working { steps: narrow(steps(&sheet.budget, after)?), notes: all, sentence: wording::signature(sheet, head) })
}

/// The same steps, what makes each of them after its name.
fn narrow(steps: Table) -> Table {
    let cells = |mut cells: Vec<String>| {
        let how = cells.pop().unwrap_or_default();
        if let Some(label) = cells.first_mut().filter(|_| !how.is_empty()) {
            *label = format!("{label} ({how})");
        }
        cells
    };
    let row = |row: Row| match row {
        Row::Group(title) => Row::Group(title),
        Row::Line(texts) => Row::Line(cells(texts)),
        Row::Named(texts) => Row::Named(cells(texts)),
        Row::Strong(texts) => Row::Strong(cells(texts)),
        Row::YearEnd(texts) => Row::YearEnd(cells(texts)),
        // The figures at the head of the sheet say what it comes to a day.
        Row::Total(mut texts) => {
            texts.truncate(texts.len().saturating_sub(1));
            Row::Total(texts)
        }
    };
    let mut heading = steps.heading;
    heading.truncate(heading.len().saturating_sub(1));
    let parts: &[i64] = if heading.len() == ALONE.len() { &ALONE } else { &COMPARED };
    let column = |(place, part): (usize, &i64)| Column {
        part: *part,
        align: if place == 0 { Align::Left } else { Align::Right },
    };
    let columns = parts.iter().enumerate().map(column).collect();
    Table { heading, columns, rows: steps.rows.into_iter().map(row).collect(), ..steps }
}

impl Working {
    /// The working to the left, what is signed to the right, the notes under them: never apart.
    pub(super) fn strips(&self, setter: &mut Typesetter, sheet: &BudgetSheet, density: Density) -> Vec<Strip> {
        let width = Measure::WHOLE.width.percent(LEFT);
        let left = Measure { left: Length::ZERO, width };
        let right = Measure::WHOLE.indented(width.plus(GUTTER));
        let steps = Table { density, ..self.steps.clone() };
        let working = setter.table(Tags::DOCUMENT, &steps, left);
        let mut both = beside(working, self.signed(setter, sheet, right));
        both.gap = Length::mm(250);
        let mut strips = vec![both];
        for (place, note) in self.notes.iter().enumerate() {
            let note = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(note, SMALL), Measure::WHOLE);
            strips.extend(below(Length::mm(if place == 0 { 160 } else { 60 }), note));
        }
        keep_together(strips)
    }

    fn signed(&self, setter: &mut Typesetter, sheet: &BudgetSheet, measure: Measure) -> Vec<Strip> {
        let mut strips = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&self.sentence, SMALL), measure);
        let day = Measure { width: measure.width.percent(36), ..measure };
        let signature = measure.indented(measure.width.percent(40));
        for name in wording::signatories(&sheet.borrowers) {
            let name = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&name, SMALL), measure);
            strips.extend(below(Length::mm(200), name));
            let blanks = [(wording::DATE, day), (wording::SIGNATURE, signature)];
            let mut blank = setter.blanks(Tags::DOCUMENT, &blanks, SMALL);
            blank.gap = Length::mm(600);
            strips.push(blank);
        }
        strips
    }
}
