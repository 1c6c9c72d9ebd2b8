//! « D’où vient ce chiffre ? »: a figure of a dossier with everything it comes from.
//!
//! One call for every figure. Each room says how its own is worked out; here it is only asked for and worded as
//! the window shows it. The paper « Les calculs, pas à pas » asks each room
//! for all of its own.

use domain::budget::BudgetLineId;
use domain::dossier::{Dossier, DossierId};
use domain::explained::{Explained, ExplainedTable, WorkingRow};
use domain::settings::Settings;
use domain::words::spaced;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::assessments::AssessmentFigure;
use crate::budgets::BudgetFigure;
use crate::dossiers::found;
use crate::guarantees::tell_what_is_left;
use crate::simulations::LoanFigure;
use crate::{assessments, budgets, simulations};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::settings;

/// A figure that is explained, by the room that works it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(untagged)]
pub enum Figure {
    /// One of the loan.
    Loan(LoanFigure),
    /// One of the budget.
    Budget(BudgetFigure),
    /// One of the assessment.
    Assessment(AssessmentFigure),
}

/// Which figure of which dossier.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FigureAsked {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The figure.
    pub figure: Figure,
    /// The lender whose offer or rule it is of; the one kept when absent.
    #[serde(default)]
    #[ts(optional)]
    pub lender: Option<String>,
    /// The TAEG of a revolving credit as typed, in place of the office's.
    #[serde(default)]
    #[ts(optional)]
    pub revolving_taeg: Option<String>,
    /// The budget line it is of.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub line: Option<BudgetLineId>,
    /// The check whose result it is.
    #[serde(default)]
    #[ts(optional)]
    pub check: Option<String>,
}

/// A figure with everything it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ExplainedFigure")]
pub struct ExplainedView {
    /// What it is.
    pub title: String,
    /// Its value, written.
    pub result: String,
    /// How it is worked out.
    pub rule: String,
    /// What goes in.
    pub inputs: Vec<InputView>,
    /// The steps, down to the result.
    pub steps: Vec<StepView>,
    /// The lines that prove it.
    pub table: Option<ProofView>,
    /// What is rounded, left out or not known.
    pub notes: Vec<String>,
    /// The law, the convention or the setting with its date.
    pub source: String,
}

/// Something that goes in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ExplainedInput")]
pub struct InputView {
    /// What it is.
    pub label: String,
    /// Its value, written.
    pub value: String,
}

/// One operand or result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ExplainedStep")]
pub struct StepView {
    /// `−`, `=`, `÷` or nothing.
    pub sign: String,
    /// What it is.
    pub label: String,
    /// Its value, written.
    pub value: String,
    /// Whether it is a result.
    pub strong: bool,
}

/// Lines that prove a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ExplainedProof")]
pub struct ProofView {
    /// The headings; the first column is words, the others are numbers.
    pub columns: Vec<String>,
    /// The lines, a cell a column.
    pub rows: Vec<Vec<String>>,
    /// The total, a cell a column; empty without one.
    pub total: Vec<String>,
}

/// Explains a figure of a dossier. Errors: it is not worked out yet.
pub fn explain(desk: &Desk, input: FigureAsked, moment: &Moment) -> Result<ExplainedView, Failure> {
    let (dossier, settings) = desk.read(|reader| {
        let (mut dossier, settings) = (found(reader, input.dossier)?, settings(reader)?);
        if let Figure::Assessment(_) = input.figure {
            tell_what_is_left(reader, &mut dossier, &settings, moment)?;
        }
        Ok((dossier, settings))
    })?;
    let explained = explained(&dossier, &settings, &input, moment)?;
    explained.map(ExplainedView::from).ok_or_else(|| {
        Failure::refused("Ce chiffre n’est pas encore calculé : il manque de quoi le faire.")
            .remedy("Complétez le budget ou la simulation, puis demandez-le à nouveau.")
    })
}

/// A figure explained; nothing while it is not worked out.
fn explained(
    dossier: &Dossier,
    settings: &Settings,
    asked: &FigureAsked,
    moment: &Moment,
) -> Result<Option<Explained>, Failure> {
    match asked.figure {
        Figure::Loan(figure) => simulations::explained(dossier, settings, figure, asked, moment),
        Figure::Budget(figure) => budgets::explained(dossier, settings, figure, asked, moment),
        Figure::Assessment(AssessmentFigure::Check) => assessments::explained(dossier, settings, asked, moment),
    }
}

impl From<Explained> for ExplainedView {
    fn from(explained: Explained) -> Self {
        Self {
            title: explained.title,
            result: explained.result,
            rule: spaced(&explained.rule),
            inputs: explained.inputs.into_iter().map(|(label, value)| InputView { label, value }).collect(),
            steps: explained.steps.into_iter().map(StepView::from).collect(),
            table: explained.table.map(ProofView::from),
            notes: explained.notes.iter().map(|note| spaced(note)).collect(),
            source: spaced(&explained.source),
        }
    }
}

impl From<WorkingRow> for StepView {
    fn from(row: WorkingRow) -> Self {
        Self { sign: row.sign.to_owned(), label: row.label, value: row.value, strong: row.result }
    }
}

impl From<ExplainedTable> for ProofView {
    fn from(table: ExplainedTable) -> Self {
        Self { columns: table.columns, rows: table.rows, total: table.total }
    }
}
