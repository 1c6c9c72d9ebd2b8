//! « D’où vient ce chiffre ? »: a figure of a dossier with everything it comes from.
//!
//! One call for every figure. Each room says how its own is worked out; here it is only asked for and worded as
//! the window shows it. The paper « Les calculs, pas à pas » asks for all of them.

use domain::budget::{BudgetLineId, Frequency};
use domain::dossier::{Dossier, DossierId};
use domain::explained::{Explained, ExplainedTable, WorkingRow};
use domain::settings::Settings;
use domain::words::spaced;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::caller::Moment;
use crate::dossiers::found;
use crate::failure::Failure;
use crate::office::{Desk, settings};
use crate::{assessments, budgets, simulations};

/// A figure that is explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each one is the figure of that name")]
pub enum Figure {
    Instalment,
    LastInstalment,
    FirstInterest,
    Interest,
    TotalCost,
    CostPerMonth,
    Taeg,
    Usury,
    Revolving,
    Refund,
    BudgetLine,
    Income,
    Expenses,
    Debts,
    ResteAVivre,
    ResteAVivreAfter,
    LenderResteAVivre,
    LenderResteAVivreAfter,
    PerDay,
    PerDayAfter,
    DebtRatio,
    DebtRatioAfter,
    Capacity,
    Threshold,
    Shares,
    LowestMonth,
    Check,
}

impl Figure {
    /// Every figure of a budget that stands alone, in the order of the paper.
    pub(crate) const OF_A_BUDGET: [Self; 15] = [
        Self::Income,
        Self::Expenses,
        Self::Debts,
        Self::Shares,
        Self::ResteAVivre,
        Self::ResteAVivreAfter,
        Self::LenderResteAVivre,
        Self::LenderResteAVivreAfter,
        Self::PerDay,
        Self::PerDayAfter,
        Self::Threshold,
        Self::DebtRatio,
        Self::DebtRatioAfter,
        Self::Capacity,
        Self::LowestMonth,
    ];

    /// Every figure of a loan, in the order of the paper.
    pub(crate) const OF_A_LOAN: [Self; 10] = [
        Self::Instalment,
        Self::LastInstalment,
        Self::FirstInterest,
        Self::Interest,
        Self::TotalCost,
        Self::CostPerMonth,
        Self::Taeg,
        Self::Usury,
        Self::Revolving,
        Self::Refund,
    ];
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
    let (dossier, settings) = desk.read(|reader| Ok((found(reader, input.dossier)?, settings(reader)?)))?;
    let explained = explained(&dossier, &settings, &input, moment)?;
    explained.map(ExplainedView::from).ok_or_else(|| {
        Failure::refused("Ce chiffre n’est pas encore calculé : il manque de quoi le faire.")
            .remedy("Complétez le budget ou la simulation, puis demandez-le à nouveau.")
    })
}

/// A figure explained; nothing while it is not worked out.
pub(crate) fn explained(
    dossier: &Dossier,
    settings: &Settings,
    asked: &FigureAsked,
    moment: &Moment,
) -> Result<Option<Explained>, Failure> {
    match asked.figure {
        Figure::Instalment
        | Figure::LastInstalment
        | Figure::FirstInterest
        | Figure::Interest
        | Figure::TotalCost
        | Figure::CostPerMonth
        | Figure::Taeg
        | Figure::Usury
        | Figure::Revolving
        | Figure::Refund => simulations::explained(dossier, settings, asked, moment),
        Figure::BudgetLine
        | Figure::Income
        | Figure::Expenses
        | Figure::Debts
        | Figure::ResteAVivre
        | Figure::ResteAVivreAfter
        | Figure::LenderResteAVivre
        | Figure::LenderResteAVivreAfter
        | Figure::PerDay
        | Figure::PerDayAfter
        | Figure::DebtRatio
        | Figure::DebtRatioAfter
        | Figure::Capacity
        | Figure::Threshold
        | Figure::Shares
        | Figure::LowestMonth => budgets::explained(dossier, settings, asked, moment),
        Figure::Check => assessments::explained(dossier, settings, asked, moment),
    }
}

/// Those of the figures of a dossier that are worked out, in their order.
pub(crate) fn all_explained(
    dossier: &Dossier,
    settings: &Settings,
    moment: &Moment,
    figures: &[Figure],
) -> Result<Vec<Explained>, Failure> {
    let each = figures.iter().map(|figure| explained(dossier, settings, &alone(dossier, *figure), moment));
    each.filter_map(Result::transpose).collect()
}

/// The months of the budget lines that do not come monthly, in the order they were entered.
pub(crate) fn lines_explained(
    dossier: &Dossier,
    settings: &Settings,
    moment: &Moment,
) -> Result<Vec<Explained>, Failure> {
    let lines = dossier.budget.iter().flat_map(|budget| &budget.lines);
    let lines = lines.filter(|line| line.frequency != Frequency::Monthly);
    let of = |line| FigureAsked { line: Some(line), ..alone(dossier, Figure::BudgetLine) };
    let each = lines.map(|line| explained(dossier, settings, &of(line.id), moment));
    each.filter_map(Result::transpose).collect()
}

fn alone(dossier: &Dossier, figure: Figure) -> FigureAsked {
    FigureAsked { dossier: dossier.id, figure, lender: None, revolving_taeg: None, line: None, check: None }
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
