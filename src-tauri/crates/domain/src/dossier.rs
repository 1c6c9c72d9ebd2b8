//! A dossier: everything from the first contact on.
//!
//! A dossier is a set of dated facts; its stage is never typed, it follows from
//! them. Nothing is overwritten: a correction is a new fact that names the one it
//! replaces. The set is judged as a whole, so the order of entry does not matter.

mod course;
mod delays;
mod fact;
mod facts;
mod line;
mod loan;
mod running;
mod stage;

pub use course::{Answer, Course, Outcome, Presentation};
pub use delays::{WithdrawalPeriod, call_back_on, expected_answer, working_days_after};
pub use fact::{
    AgreementInPrinciple, Approval, Contract, Direction, Disbursement, Fact, FactId, FactKind, Interview, NextDate,
    Orientation, Refusal, Request, Stop, Submission,
};
pub use facts::{FactRefused, Facts, Recorded};
pub use line::{DossierLine, line};
pub use loan::{DeclarationRefused, LoanChange, LoanRefused, RunningLoan, TermsOrigin, monthly};
pub use running::{Amended, Declaration, DeclaredAs, ToldBy};
pub use stage::{Phase, Stage, stage};

use serde::{Deserialize, Serialize};

use crate::assessment::Assessment;
use crate::budget::{Budget, StatementReview};
use crate::eligibility::Eligibility;
use crate::household::Household;
use crate::person::Person;
use crate::project::Project;
use crate::retention::RetentionDecision;
use crate::simulation::Simulation;

/// Number of a dossier in the office's store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DossierId(pub i64);

/// Everything known of one dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    /// Its number in the store.
    pub id: DossierId,
    /// Its reference, given at the first save, never changed or used again: `2026-001`.
    pub reference: String,
    /// Who asks.
    pub person: Person,
    /// Who lives on the budget.
    pub household: Household,
    /// What happened.
    pub facts: Facts,
    /// The last version of the budget, once a line was entered.
    pub budget: Option<Budget>,
    /// What the bank statements say, account by account.
    pub statements: Vec<StatementReview>,
    /// What the loan pays for.
    pub project: Project,
    /// The loan asked for.
    pub simulation: Simulation,
    /// The adviser's assessment.
    pub assessment: Assessment,
    /// What is checked, answered and passed over.
    pub eligibility: Eligibility,
    /// What was decided last of how long it is kept.
    pub retention: Option<RetentionDecision>,
}
