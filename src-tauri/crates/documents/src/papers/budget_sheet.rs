//! The budget sheet: what comes in, what goes out, what is left, with the working.
//!
//! The adviser reads it again with the person, who signs it; the bank and the
//! commission read the same sheet. Every total is followed by its working, and a
//! line that is not counted says so and why (*Un coup de pouce pour le microcrédit
//! personnel*, évaluation du projet).
//!
//! Worked example (the Delmas household): 1 999,76 − 896,18 − 85,00 = 1 018,58;
//! ÷ 3 personnes = 339,53 a month, 11,16 a day.

mod lack;
mod lines;
mod wording;

pub use lack::{Lack, lacks};

use chrono::NaiveDate;
use domain::budget::{HouseholdBudget, working};
use domain::household::Household;
use domain::person::Person;
use domain::words::{long_date, percent};

use crate::finish::{Identity, finish};
use crate::page::{
    Align, Column, Face, Flush, Foot, Ink, Length, Measure, Paragraph, Role, Row, Span, Stand, Strip, Table, Tags,
    TextStyle, Typesetter, beside, flow, keep_together,
};
use crate::papers::Letterhead;
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Fiche budgétaire";

/// The facts of a budget sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetSheet {
    /// Reference of the dossier.
    pub reference: String,
    /// Version of the budget.
    pub version: u32,
    /// The day that version was established; ages are those of that day.
    pub established_on: NaiveDate,
    /// Who asks.
    pub person: Person,
    /// Who lives on the budget.
    pub household: Household,
    /// The person's housing, as the office's list words it.
    pub housing: Option<String>,
    /// The budget worked out.
    pub budget: HouseholdBudget,
}

/// Prints the budget sheet.
///
/// Refuses only sums beyond the limit of amounts; whatever is missing is said on the sheet.
pub fn render(sheet: &BudgetSheet, head: &Letterhead) -> Result<Paper, PaperError> {
    let mut setter = Typesetter::new()?;
    let mut strips = letterhead(&mut setter, sheet, head);
    strips.push(title(&mut setter, sheet));
    strips.extend(ledger(&mut setter, sheet)?);
    strips.extend(conclusion(&mut setter, sheet, head)?);
    let established = long_date(sheet.established_on);
    let foot = Foot { text: format!("{TITLE} · {} · version {} du {established}", sheet.reference, sheet.version) };
    let sheets = flow(strips, &foot, &mut setter);
    let identity = Identity {
        title: format!("{TITLE}, {}", wording::full_name(&sheet.person)),
        author: head.office.name.clone(),
        date: sheet.established_on,
    };
    let bytes = finish(sheets, &setter, &identity)?;
    Ok(Paper { bytes, unprintable: setter.fonts.unprintable() })
}

const SMALL: TextStyle = TextStyle::of(820, 1_100);
const LEDGER_COLUMNS: [(i64, Align); 5] =
    [(47, Align::Left), (13, Align::Left), (11, Align::Left), (15, Align::Right), (14, Align::Right)];
const STEP_COLUMNS: [(i64, Align); 3] = [(33, Align::Left), (13, Align::Right), (54, Align::Left)];

/// The office to the left, the reference to the right, a rule under both.
fn letterhead(setter: &mut Typesetter, sheet: &BudgetSheet, head: &Letterhead) -> Vec<Strip> {
    const NAME: TextStyle = TextStyle::of(1_140, 1_350);
    const DETAIL: TextStyle = TextStyle::of(840, 1_120);
    let (left, right) = Measure::halves();
    let soft = |text: String| Span::new(text, Face::Sans, Ink::FRAME);
    let mut office = Vec::new();
    let name = [Span::new(&head.office.name, Face::SerifSemiBold, Ink::TITLE)];
    office.extend(setter.paragraph(Tags::DOCUMENT, &text(&name, NAME), left));
    for line in ["Microcrédit personnel accompagné".to_owned(), wording::whereabouts(head)] {
        office.extend(setter.paragraph(Tags::DOCUMENT, &text(&[soft(line)], DETAIL), left));
    }
    let strong = |text: String| Span::new(text, Face::SansSemiBold, Ink::TEXT);
    let marks = [
        vec![soft("Version ".to_owned()), strong(sheet.version.to_string())],
        vec![soft("Référence ".to_owned()), strong(sheet.reference.clone())],
        vec![soft(format!("établie le\u{a0}{}", long_date(sheet.established_on)))],
    ];
    let mut reference = Vec::new();
    for spans in &marks {
        let line = Paragraph { flush: Flush::Right, ..text(spans, DETAIL) };
        reference.extend(setter.paragraph(Tags::DOCUMENT, &line, right));
    }
    let mut rule = Typesetter::rule(Length::points(110), Ink::TITLE);
    rule.gap = Length::mm(260);
    keep_together(vec![beside(office, reference, Stand::Top), rule])
}

/// The title and the name to the left, the household to the right.
fn title(setter: &mut Typesetter, sheet: &BudgetSheet) -> Strip {
    let (left, right) = Measure::halves();
    let heading = [Span::new(TITLE, Face::SerifSemiBold, Ink::TITLE)];
    let heading = Paragraph { role: Role::Title, ..text(&heading, TextStyle::of(2_000, 2_400)) };
    let mut names = setter.paragraph(Tags::DOCUMENT, &heading, left);
    let name = [Span::new(wording::full_name(&sheet.person), Face::Sans, Ink::SOFT)];
    let mut name = setter.paragraph(Tags::DOCUMENT, &text(&name, TextStyle::of(1_100, 1_450)), left);
    set_gap(&mut name, Length::mm(100));
    names.extend(name);
    let mut notes = setter.paragraph(Tags::DOCUMENT, &text(&wording::household(sheet), SMALL), right);
    notes.extend(setter.paragraph(Tags::DOCUMENT, &text(&wording::missing(sheet), SMALL), right));
    let mut strip = beside(names, notes, Stand::Bottom);
    strip.gap = Length::mm(400);
    strip
}

/// The lines and totals.
fn ledger(setter: &mut Typesetter, sheet: &BudgetSheet) -> Result<Vec<Strip>, PaperError> {
    let heading = ["Ligne", "Fréquence", "Preuve", "Calcul", "€ par mois"];
    let table = Table {
        columns: LEDGER_COLUMNS.map(|(part, align)| Column { part, align }).to_vec(),
        heading: heading.map(str::to_owned).to_vec(),
        rows: lines::rows(&sheet.budget)?,
    };
    let mut strips = setter.table(Tags::DOCUMENT, &table, Measure::WHOLE);
    set_gap(&mut strips, Length::mm(300));
    Ok(strips)
}

/// The reste à vivre, what it is compared with, and the line to sign: never apart.
fn conclusion(setter: &mut Typesetter, sheet: &BudgetSheet, head: &Letterhead) -> Result<Vec<Strip>, PaperError> {
    let mut strips = setter.table(Tags::DOCUMENT, &reste_a_vivre(&sheet.budget)?, Measure::WHOLE);
    set_gap(&mut strips, Length::mm(250));
    strips.push(marks(setter, &sheet.budget));
    let mut sentence = setter.paragraph(Tags::DOCUMENT, &text(&wording::signature(head), SMALL), Measure::WHOLE);
    set_gap(&mut sentence, Length::mm(550));
    strips.extend(sentence);
    let date = Measure { left: Length::ZERO, width: Length::mm(5_400) };
    let signature = Measure { left: Length::mm(6_000), width: Length::mm(10_800) };
    let blanks = [(wording::DATE, date), (wording::SIGNATURE, signature)];
    let mut blanks = setter.blanks(Tags::DOCUMENT, &blanks, SMALL);
    blanks.gap = Length::mm(800);
    strips.push(blanks);
    Ok(keep_together(strips))
}

/// The steps of the reste à vivre, each result with its calculation.
fn reste_a_vivre(budget: &HouseholdBudget) -> Result<Table, PaperError> {
    let mut rows = Vec::new();
    let mut operands = String::new();
    for step in working(budget)? {
        let calculation = match (step.result, step.sign) {
            (false, _) => String::new(),
            (true, "÷") => format!("{operands} ÷ {}", budget.shares),
            (true, _) => operands.clone(),
        };
        operands = if step.result { step.value.clone() } else { chained(&operands, step.sign, &step.value) };
        let label = if step.sign.is_empty() { step.label } else { format!("{}\u{a0}{}", step.sign, step.label) };
        rows.push(Row::Line(vec![label, step.value, calculation]));
    }
    if let Some(Row::Line(cells)) = rows.pop() {
        rows.push(Row::Total(cells));
    }
    Ok(Table {
        columns: STEP_COLUMNS.map(|(part, align)| Column { part, align }).to_vec(),
        heading: ["Reste à vivre", "€ par mois", "Calcul"].map(str::to_owned).to_vec(),
        rows,
    })
}

fn chained(before: &str, sign: &str, value: &str) -> String {
    if before.is_empty() { value.to_owned() } else { format!("{before} {sign}\u{a0}{value}") }
}

/// The marks to the left, how to read them to the right.
fn marks(setter: &mut Typesetter, budget: &HouseholdBudget) -> Strip {
    let (left, right) = Measure::halves();
    let mut pairs = vec![(wording::by_day(budget), budget.per_day.to_string())];
    if let Some(ratio) = budget.debt_ratio {
        pairs.push(("Taux d’endettement".to_owned(), percent(ratio.percent)));
    }
    let pairs = setter.pairs(Tags::DOCUMENT, &pairs, SMALL, left);
    let notes = setter.paragraph(Tags::DOCUMENT, &text(&wording::reading(budget), SMALL), right);
    let mut strip = beside(pairs, notes, Stand::Top);
    strip.gap = Length::mm(350);
    strip
}

fn text(spans: &[Span], style: TextStyle) -> Paragraph<'_> {
    Paragraph { role: Role::Paragraph, spans, style, flush: Flush::Left }
}

fn set_gap(strips: &mut [Strip], gap: Length) {
    if let Some(first) = strips.first_mut() {
        first.gap = gap;
    }
}

#[cfg(test)]
mod tests;
