//! The household budget, line by line, and the reste à vivre with its working.
//!
//! Reste à vivre = (income − expenses − debts) ÷ shares of the household (*Un coup
//! de pouce pour le microcrédit personnel*, évaluation du projet). Which lines
//! count is the office's rule, not ours. Every line is brought to a month and
//! rounded half up to the cent, once: what is printed adds up to what is printed.
//!
//! Worked example (the Delmas household): 1 999,76 − 896,18 − 85,00 = 1 018,58;
//! ÷ 3 = 339,53 a month, 11,16 a day.

mod after;
mod lines;
mod reckoning;
mod statements;
mod working;

pub use after::{AfterChange, AfterProject, reckon_after, repayment_capacity, working_after};
pub use lines::{
    AfterLine, Budget, BudgetLine, BudgetLineId, Certainty, Debt, Frequency, Hope, Seal, SealedBy, Section,
};
pub use reckoning::{
    BudgetRefused, Counted, DebtRatio, HouseholdBudget, ReckonedLine, ReckonedSection, calculation, reckon,
};
pub use statements::{StatementReview, StatementReviewId};
pub use working::working;
