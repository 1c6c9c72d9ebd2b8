//! The household budget, line by line, and the reste à vivre with its working.
//!
//! Reste à vivre = (income − expenses − debts) ÷ shares of the household (*Un coup
//! de pouce pour le microcrédit personnel*, évaluation du projet). Which lines
//! count, among how many and from which threshold on is a rule that is data: the
//! office has one, a lender may have its own. Every line is brought to a month and
//! rounded half up to the cent, once: what is printed adds up to what is printed.
//!
//! Worked example (the Delmas household): 1 999,76 − 896,18 − 85,00 = 1 018,58;
//! ÷ 3 = 339,53 a month, 11,16 a day.

mod after;
mod calculation;
mod divisor;
mod explained;
mod lines;
mod prefill;
mod projection;
mod reckoning;
mod seal;
mod spending;
mod standing;
mod statements;
mod stress;
mod usual;
mod versions;
mod working;

pub use after::{AfterChange, AfterProject, LoanCosts, reckon_after, working_after};
pub use calculation::{Calculated, CalculationUnread, read_calculation};
pub use divisor::{SharedAmong, UnitWeight, Units, WeighedAs};
pub use explained::{
    RuleRead, explain_capacity, explain_debt_ratio, explain_debt_ratio_after, explain_gap, explain_line,
    explain_lowest_month, explain_per_day, explain_reste_a_vivre, explain_reste_a_vivre_after, explain_shares,
    explain_total, rule_in_words,
};
pub use lines::{
    AfterLine, Budget, BudgetLine, BudgetLineId, Certainty, Debt, Frequency, Hope, Seal, SealedBy, Section,
};
pub use prefill::lines_given_by_phone;
pub use projection::{ProjectedMonth, Projection, project, project_since};
pub use reckoning::{
    BudgetReading, BudgetRefused, Counted, DebtRatio, HouseholdBudget, ReckonedLine, ReckonedSection, calculation,
    reckon,
};
pub use spending::{MOST, Spending, spending};
pub use standing::{IncomeAllowed, Standing, income_allowed, is_within_ratio, repayment_capacity, standing};
pub use statements::{StatementReview, StatementReviewId};
pub use stress::{Benchmark, Hypothesis, Stress, StressLine, benchmark, stress};
pub use usual::{AboveUsual, above_usual};
pub use versions::{BudgetDays, LineChanged, LineDifference, VersionMoment, VersionsCompared, compare};
pub use working::working;

#[cfg(test)]
mod tests;
