//! The budget of a dossier: its ledger, its totals and its reste à vivre with the working, its months while the loan
//! runs, its versions, and what the bank statements say.

mod after;
mod explained;
mod lines;
mod month;
mod projected;
mod seal;
mod standing;
mod statements;
mod versions;
mod view;

pub use after::{AfterView, BothRow, ChangeRow};
pub use explained::BudgetFigure;
pub use lines::{
    BudgetLineChange, BudgetLineFields, NewBudgetLine, OneBudgetLine, add_budget_line, change_budget_line,
    confirm_budget_lines, prefill_budget, remove_budget_line,
};
pub use month::{AmountPerMonth, AmountTyped, amount_per_month};
pub use projected::{ProjectedMonthView, ProjectionView};
pub use standing::{RuleView, ThresholdView};
pub use statements::{
    NewStatementReview, OneStatementReview, StatementFields, StatementReviewChange, StatementView, StatementsView,
    add_statement_review, change_statement_review, remove_statement_review, statement_reviews,
};
pub use versions::{
    BudgetVersionView, BudgetVersions, BudgetsCompared, ComparedTotal, DifferenceRow, TwoVersions, budget_versions,
    compare_budgets,
};
pub use view::{BudgetLineView, BudgetSectionView, BudgetView, DebtRatioView, WorkingRowView, budget};

pub(crate) use explained::{all_explained, explained, lines_explained};
pub(crate) use projected::projected;
pub(crate) use seal::{follow_household, seal_by_fact, seal_printed};
pub(crate) use standing::{office_threshold, read_by_lender};
pub(crate) use versions::{ChangedSince, changed_since};
pub(crate) use view::reckoned;
