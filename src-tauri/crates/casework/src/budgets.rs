//! The budget of a dossier: its ledger, its totals and its reste à vivre with the working, its months while the loan
//! runs, its versions, and what the bank statements say.

mod after;
mod explained;
mod lines;
mod month;
mod projected;
mod proof;
mod seal;
mod standing;
mod statements;
mod versions;
mod view;

pub use after::{AfterView, BothRow, ChangeRow};
pub use explained::{BudgetFigure, all_explained, lines_explained};
pub use lines::{
    BudgetLineChange, BudgetLineFields, NewBudgetLine, OneBudgetLine, add_budget_line, change_budget_line,
    confirm_budget_lines, prefill_budget, remove_budget_line,
};
pub use month::{AmountPerMonth, AmountTyped, amount_per_month};
pub use projected::{ProjectedMonthView, ProjectionView, projected};
pub use seal::seal_printed;
pub use standing::{RuleView, ThresholdView, read_by_lender};
pub use statements::{
    NewStatementReview, OneStatementReview, StatementFields, StatementReviewChange, StatementView, StatementsView,
    add_statement_review, change_statement_review, remove_statement_review, statement_reviews,
};
pub use versions::{
    BudgetVersionView, BudgetVersions, BudgetsCompared, ChangedSince, ComparedTotal, DifferenceRow, TwoVersions,
    budget_versions, changed_since, compare_budgets,
};
pub use view::{BudgetLineView, BudgetSectionView, BudgetView, DebtRatioView, WorkingRowView, budget, reckoned};

pub(crate) use explained::explained;
pub(crate) use lines::write_lines;
pub(crate) use seal::{follow_household, seal_by_fact};
pub(crate) use standing::{office_threshold, side};
pub(crate) use view::reste_a_vivre_with;
