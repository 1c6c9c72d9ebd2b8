//! The budget sheet: what comes in, what goes out, what is left, with the working.
//!
//! The adviser reads it again with the person, who signs it; the bank and the
//! commission read the same sheet. Every total is followed by its working, and a
//! line that is not counted says so and why (*Un coup de pouce pour le microcrédit
//! personnel*, évaluation du projet). With a loan in view, before and after stand side
//! by side.
//!
//! Worked example (the Delmas household): 1 999,76 − 896,18 − 85,00 = 1 018,58;
//! ÷ 3 personnes = 339,53 a month, 11,16 a day.

mod lack;
mod wording;

pub use lack::{Lack, lacks};

use chrono::NaiveDate;
use domain::budget::HouseholdBudget;
use domain::household::Household;
use domain::person::Person;
use domain::words::{Borrowers, long_date};

use crate::finish::{Identity, finish};
use crate::page::{
    Density, Face, Foot, Heading, Ink, Length, Measure, Paragraph, Span, Stand, Strip, Table, Tags, TextStyle,
    Typesetter, below, beside, flow, keep_together,
};
use crate::papers::BudgetBeside;
use crate::papers::budget_beside::{notes, rules, statements};
use crate::papers::ledger::ledger;
use crate::papers::letterhead::{HeadLine, Letterhead, letterhead};
use crate::papers::reste_a_vivre::{AfterLoan, marks, reading, steps};
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
    /// Who borrows, all of whom sign.
    pub borrowers: Borrowers,
    /// Who lives on the budget.
    pub household: Household,
    /// The person's housing, as the office's list words it.
    pub housing: Option<String>,
    /// The budget worked out.
    pub budget: HouseholdBudget,
    /// The same once the project is done, when a loan is in view.
    pub after: Option<AfterLoan>,
    /// What stands beside it.
    pub beside: BudgetBeside,
}

/// Prints the budget sheet.
///
/// Refuses only sums beyond the limit of amounts; whatever is missing is said on the sheet.
pub fn render(sheet: &BudgetSheet, head: &Letterhead) -> Result<Paper, PaperError> {
    let mut setter = Typesetter::new()?;
    let lines = [
        HeadLine::named("Version", sheet.version.to_string()),
        HeadLine::named("Référence", &sheet.reference),
        HeadLine::plain(format!("établie le\u{a0}{}", long_date(sheet.established_on))),
    ];
    let mut strips = letterhead(&mut setter, head, &lines);
    strips.push(title(&mut setter, sheet));
    let density = if sheet.beside.is_empty() { Density::Dense } else { Density::Tight };
    let lines = ledger(&sheet.budget, sheet.after.as_ref(), density)?;
    strips.extend(below(Length::mm(300), setter.table(Tags::DOCUMENT, &lines, Measure::WHOLE)));
    if let Some(statements) = statements(&sheet.beside) {
        strips.extend(below(Length::mm(300), setter.table(Tags::DOCUMENT, &statements, Measure::WHOLE)));
    }
    strips.extend(conclusion(&mut setter, sheet, head)?);
    let established = long_date(sheet.established_on);
    let foot = Foot::proved(format!("{TITLE} · {} · version {} du {established}", sheet.reference, sheet.version));
    let sheets = flow(strips, &foot, &mut setter);
    let identity = Identity {
        title: format!("{TITLE}, {}", sheet.borrowers.names()),
        author: head.office.name.clone(),
        date: sheet.established_on,
    };
    finish(sheets, &setter, &identity)
}

const SMALL: TextStyle = TextStyle::of(820, 1_100);

/// The title and the name to the left, the household to the right.
fn title(setter: &mut Typesetter, sheet: &BudgetSheet) -> Strip {
    let (left, right) = Measure::halves();
    let mut names = below(Length::ZERO, setter.heading(Tags::DOCUMENT, Heading::TITLE, TITLE, left));
    let name = [Span::new(sheet.borrowers.names(), Face::Sans, Ink::SOFT)];
    let name = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&name, TextStyle::of(1_100, 1_450)), left);
    names.extend(below(Length::mm(100), name));
    let mut notes = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&wording::household(sheet), SMALL), right);
    notes.extend(setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&wording::missing(sheet), SMALL), right));
    let mut strip = beside(names, notes, Stand::Bottom);
    strip.gap = Length::mm(400);
    strip
}

/// The reste à vivre, what it is compared with, and the line to sign: never apart.
fn conclusion(setter: &mut Typesetter, sheet: &BudgetSheet, head: &Letterhead) -> Result<Vec<Strip>, PaperError> {
    let steps = steps(&sheet.budget, sheet.after.as_ref())?;
    let steps = if sheet.beside.is_empty() { steps } else { Table { density: Density::Tight, ..steps } };
    let steps = setter.table(Tags::DOCUMENT, &steps, Measure::WHOLE);
    let mut strips = below(Length::mm(250), steps);
    if let Some(rules) = rules(&head.office.name, &sheet.budget, sheet.after.as_ref(), &sheet.beside) {
        strips.extend(below(Length::mm(250), setter.table(Tags::DOCUMENT, &rules, Measure::WHOLE)));
    }
    strips.push(marks_and_reading(setter, sheet)?);
    for (place, note) in notes(&sheet.budget, &sheet.beside).iter().enumerate() {
        let note = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(note, SMALL), Measure::WHOLE);
        strips.extend(below(Length::mm(if place == 0 { 250 } else { 120 }), note));
    }
    let sentence = setter.paragraph(
        Tags::DOCUMENT,
        &Paragraph::of(&wording::signature(sheet.borrowers.voice(), head), SMALL),
        Measure::WHOLE,
    );
    strips.extend(below(Length::mm(450), sentence));
    let date = Measure { left: Length::ZERO, width: Length::mm(5_400) };
    let signature = Measure { left: Length::mm(6_000), width: Length::mm(10_800) };
    for label in wording::signature_labels(&sheet.borrowers) {
        let mut blanks = setter.blanks(Tags::DOCUMENT, &[(wording::DATE, date), (&label, signature)], SMALL);
        blanks.gap = Length::mm(800);
        strips.push(blanks);
    }
    Ok(keep_together(strips))
}

/// The marks to the left, how to read them to the right.
fn marks_and_reading(setter: &mut Typesetter, sheet: &BudgetSheet) -> Result<Strip, PaperError> {
    let (left, right) = Measure::halves();
    let after = sheet.after.as_ref();
    let pairs = setter.pairs(Tags::DOCUMENT, &marks(&sheet.budget, after)?, SMALL, left);
    let reading = reading(&sheet.budget, after)?;
    let notes = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&reading, SMALL), right);
    let mut strip = beside(pairs, notes, Stand::Top);
    strip.gap = Length::mm(350);
    Ok(strip)
}

#[cfg(test)]
mod tests;
