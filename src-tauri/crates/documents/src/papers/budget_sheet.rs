//! The budget sheet: what is left to live on and where the money goes, then what comes in and what goes out, line by
//! line, then the working, and beside it what the person signs.
//!
//! The adviser reads it again with the person; the bank and the commission read the same sheet. Every total is followed
//! by its working, and a line that is not counted says so and why (*Un coup de pouce pour le microcrédit personnel*,
//! évaluation du projet). With a loan in view, before and after stand side by side. It is one sheet, set as close as
//! that takes; a budget longer than a sheet goes on to a second one with its result and its signatures together.
//!
//! Worked example (the Delmas household): 1 999,76 − 896,18 − 85,00 = 1 018,58;
//! ÷ 3 personnes = 339,53 a month, 11,16 a day.

mod lack;
mod picture;
mod wording;
mod working;

pub use lack::{Lack, lacks};

use chrono::NaiveDate;
use domain::budget::{HouseholdBudget, Spending};
use domain::household::Household;
use domain::person::Person;
use domain::words::{Borrowers, long_date};

use crate::finish::{Identity, finish};
use crate::page::{
    Density, Face, Foot, Format, Heading, Ink, Length, Measure, Paragraph, Row, Span, Strip, Table, Tags, TextStyle,
    Typesetter, below, beside, flow_on, on_new_sheet,
};
use crate::papers::BudgetBeside;
use crate::papers::ledger::ledger;
use crate::papers::letterhead::{HeadLine, Letterhead, letterhead};
use crate::papers::panel::{Fit, on_sheets};
use crate::papers::reste_a_vivre::AfterLoan;
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
    /// Where the money goes, with the loan when one is in view.
    pub spending: Vec<Spending>,
    /// What stands beside it.
    pub beside: BudgetBeside,
}

/// Prints the budget sheet.
///
/// Refuses only sums beyond the limit of amounts; whatever is missing is said on the sheet.
pub fn render(sheet: &BudgetSheet, head: &Letterhead) -> Result<Paper, PaperError> {
    let after = sheet.after.as_ref();
    let page = Page {
        sheet,
        head,
        picture: picture::picture(sheet)?,
        ledger: ledger(&sheet.budget, after, Density::Dense)?,
        working: working::working(sheet, head)?,
    };
    let established = long_date(sheet.established_on);
    let foot = Foot::proved(format!("{TITLE} · {} · version {} du {established}", sheet.reference, sheet.version));
    let laid = |setter: &mut Typesetter, fit, cut| {
        let strips = page.compose(setter, density(fit), cut);
        flow_on(Format::CLOSE, strips, &foot, setter)
    };
    let (mut sheets, mut setter) = on_sheets(1, Fit::Ordinary, |setter, fit| laid(setter, fit, Cut::Anywhere))?;
    if sheets.len() > 1 {
        (sheets, setter) = on_sheets(2, Fit::Ordinary, |setter, fit| laid(setter, fit, Cut::BeforeCharges))?;
    }
    // More charges than a sheet holds begin on the first.
    if sheets.len() > 2 {
        (sheets, setter) = on_sheets(2, Fit::Ordinary, |setter, fit| laid(setter, fit, Cut::Anywhere))?;
    }
    let identity = Identity {
        title: format!("{TITLE}, {}", sheet.borrowers.names()),
        author: head.office.name.clone(),
        date: sheet.established_on,
    };
    finish(sheets, &setter, &identity)
}

const SMALL: TextStyle = TextStyle::of(800, 980);

/// The sheet, what it shows worked out.
struct Page<'s> {
    sheet: &'s BudgetSheet,
    head: &'s Letterhead,
    picture: picture::Picture,
    ledger: Table,
    working: working::Working,
}

/// Where a budget longer than a sheet goes on to the next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cut {
    Anywhere,
    BeforeCharges,
}

/// How close the tables are.
const fn density(fit: Fit) -> Density {
    match fit {
        Fit::Large | Fit::Ordinary => Density::Dense,
        Fit::Close => Density::Tight,
        Fit::Closest => Density::Closest,
    }
}

impl Page<'_> {
    fn compose(&self, setter: &mut Typesetter, density: Density, cut: Cut) -> Vec<Strip> {
        let sheet = self.sheet;
        let lines = [
            HeadLine::named("Version", sheet.version.to_string()),
            HeadLine::named("Référence", &sheet.reference),
            HeadLine::plain(format!("établie le\u{a0}{}", long_date(sheet.established_on))),
        ];
        let mut strips = letterhead(setter, self.head, &lines);
        let (left, right) = Measure::halves();
        let mut title = self.title(setter, left);
        title.extend(below(Length::mm(160), self.picture.figures(setter, left)));
        let mut first = beside(title, self.picture.bars(setter, right));
        first.gap = Length::mm(300);
        strips.push(first);
        for note in [wording::household(sheet), wording::missing(sheet)] {
            let note = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&note, SMALL), Measure::WHOLE);
            strips.extend(below(Length::mm(120), note));
        }
        let mut ledger = Table { density, ..self.ledger.clone() };
        let incomes = ledger.rows.iter().position(|row| matches!(row, Row::Total(_)));
        let charges = match (cut, incomes) {
            (Cut::BeforeCharges, Some(total)) => ledger.rows.split_off(total.saturating_add(1)),
            (Cut::BeforeCharges, None) | (Cut::Anywhere, _) => Vec::new(),
        };
        let next = (!charges.is_empty()).then(|| Table { rows: charges, ..ledger.clone() });
        strips.extend(below(Length::mm(200), setter.table(Tags::DOCUMENT, &ledger, Measure::WHOLE)));
        if let Some(next) = next {
            strips.extend(on_new_sheet(setter.table(Tags::DOCUMENT, &next, Measure::WHOLE)));
        }
        strips.extend(self.working.strips(setter, sheet, density));
        strips
    }

    /// The title and the names.
    fn title(&self, setter: &mut Typesetter, measure: Measure) -> Vec<Strip> {
        let mut strips = below(Length::ZERO, setter.heading(Tags::DOCUMENT, Heading::CLOSE_TITLE, TITLE, measure));
        let name = [Span::new(self.sheet.borrowers.names(), Face::Sans, Ink::SOFT)];
        let name = setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&name, TextStyle::of(1_100, 1_400)), measure);
        strips.extend(below(Length::mm(60), name));
        strips
    }
}

#[cfg(test)]
mod tests;
