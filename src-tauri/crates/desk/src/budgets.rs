//! The budget of a dossier: its ledger, its totals and its reste à vivre with the working.

mod after;
mod explained;
mod lines;
mod view;

pub use after::{AfterView, BothRow, ChangeRow, ThresholdView};
pub use lines::{
    BudgetLineChange, NewBudgetLine, OneBudgetLine, add_budget_line, change_budget_line, remove_budget_line,
};
pub use view::{BudgetLineView, BudgetSectionView, BudgetView, DebtRatioView, WorkingRowView, budget};

pub(crate) use explained::explained;
pub(crate) use view::reckoned;
