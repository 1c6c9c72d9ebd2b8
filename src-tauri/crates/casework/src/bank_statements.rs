//! « Relevé de la banque »: what a lender's monthly message says, in one list.
//!
//! Every loan running with the lender that has an instalment due that month is there, the ones that need a decision
//! first. All are ticked as the message usually says; only a missed instalment needs its own answer. The answers are
//! one action, so that undo takes them all back (*Un coup de pouce pour le microcrédit personnel*, l'alerte).

mod answers;
mod view;

pub use answers::{StatementAnswer, TypedStatement, note_bank_statement};
pub use view::{BankStatementView, LenderWithLoans, StatementAsked, StatementRow, bank_statement};
