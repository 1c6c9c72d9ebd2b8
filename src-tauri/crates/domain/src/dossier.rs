//! A dossier: everything from the first contact on.
//!
//! A dossier is a set of dated facts; its stage is never typed, it follows from
//! them. Nothing is overwritten: a correction is a new fact that names the one it
//! replaces. The set is judged as a whole, so the order of entry does not matter.

mod acts;
mod admission;
mod closing;
mod corrected;
mod course;
mod delays;
mod document;
mod ending;
mod event;
mod fact;
mod facts;
mod financing;
mod first_contact;
mod found;
mod hearing;
mod lending;
mod line;
mod loan;
mod masked;
mod overview;
mod request;
mod review;
mod running;
mod stage;
mod taken_over;

pub use acts::Act;
pub use admission::{AdmissionRefused, BeyondLimit, Obstructed, admit, admit_decision};
pub use closing::ClosingRefused;
pub use course::{Answer, Course, Outcome, Presentation, is_not_given};
pub use delays::{WithdrawalPeriod, call_back_on, expected_answer};
pub use document::{DocumentNoted, DocumentState};
pub use ending::{BankDetails, Closing, EndKind, RefundDecision, Survey, SurveyMoment};
pub use event::{Event, Noted, RedirectionAnswer};
pub use fact::{Fact, FactId, FactKind};
pub use facts::{FactRefused, Facts, Recorded};
pub use first_contact::{Appointment, Informed, Screening, ScreeningOutcome};
pub use hearing::{HearingResult, SessionHeard, SessionId, SessionListed, SessionMatter, WITHDRAWN};
pub use lending::{AgreementInPrinciple, Approval, Contract, Disbursement, Refusal, RefusalExplained, Submission};
pub use line::{DossierLine, line, purpose_word};
pub use loan::{
    ChangeRefused, DeclarationRefused, DisbursedOtherwise, LoanChange, LoanRefused, RunningLoan, StillDue, TermsOrigin,
    monthly, monthly_outlay,
};
pub use masked::Masked;
pub use overview::{LifeStep, NextAct, Overview, OverviewLine, Pressing, Proposal, Requirement, Situation, overview};
pub use request::{ConditionFor, Direction, Interview, NextDate, Orientation, Request, Stop};
pub use review::Review;
pub use running::{Amended, Declaration, DeclaredAs, ToldBy};
pub use stage::{Phase, Stage, stage};
pub use taken_over::{FactDate, Precision, TakenOver};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::assessment::Assessment;
use crate::attachment::Attachment;
use crate::budget::{Budget, StatementReview};
use crate::companion::{Companion, CompanionRole};
use crate::eligibility::Eligibility;
use crate::household::{Household, Link};
use crate::line::Line;
use crate::person::Person;
use crate::project::Project;
use crate::retention::RetentionDecision;
use crate::settings::{ListRefused, Lists, entry};
use crate::simulation::Simulation;
use crate::task::Task;
use crate::words::{Borrowers, lowered};

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
    /// Who borrows with them.
    pub co_borrower: Option<Person>,
    /// Who else accompanies them.
    pub companions: Vec<Companion>,
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
    /// What there is to do for it, the soonest first, as written by the last action.
    pub tasks: Vec<Task>,
    /// What is attached to it, in the order it was added.
    pub attachments: Vec<Attachment>,
}

impl Dossier {
    /// A dossier of which nothing else is known yet.
    #[must_use]
    pub fn new(id: DossierId, reference: String, person: Person, household: Household, facts: Facts) -> Self {
        Self {
            id,
            reference,
            person,
            co_borrower: None,
            companions: Vec::new(),
            household,
            facts,
            budget: None,
            statements: Vec::new(),
            project: Project::default(),
            simulation: Simulation::default(),
            assessment: Assessment::default(),
            eligibility: Eligibility::default(),
            retention: None,
            tasks: Vec::new(),
            attachments: Vec::new(),
        }
    }

    /// Who borrows with the person, as the household says; of whom the name alone may be known.
    #[must_use]
    pub fn borrows_with(&self) -> Option<Person> {
        let member = self.household.members().iter().find(|member| member.link == Link::CoApplicant)?;
        let named = || Person { born_on: member.born_on, ..Person::named(member.name.clone(), Line::default()) };
        let described = self.co_borrower.clone().unwrap_or_else(named);
        Some(Person { born_on: described.born_on.or(member.born_on), ..described })
    }

    /// Everyone who borrows, the applicant first; beyond two, the household says no more than a name.
    #[must_use]
    pub fn borrowers(&self) -> Borrowers {
        let also = self.household.members().iter().filter(|member| member.link == Link::CoApplicant).skip(1);
        let also = also.map(|member| Person::named(member.name.clone(), Line::default()));
        Borrowers::new(std::iter::once(self.person.clone()).chain(self.borrows_with()).chain(also).collect())
    }

    /// The single referent, when it is not the office's adviser.
    #[must_use]
    pub fn other_referent(&self) -> Option<&Companion> {
        self.companions.iter().find(|companion| companion.lead)
    }

    /// What the loan is for, as it is read after « Projet »: its purpose, else the words it was asked in.
    pub fn project_named(&self, lists: &Lists) -> Result<String, ListRefused> {
        let request = self.facts.request();
        match &request.purpose {
            Some(key) => Ok(lowered(&entry(&lists.purposes, key)?.label)),
            None => Ok(request.project.to_string()),
        }
    }

    /// Who protects the person by a judgment, as far as they are known.
    pub fn guardians(&self) -> impl Iterator<Item = &Companion> {
        self.companions.iter().filter(|companion| companion.role == CompanionRole::Guardian)
    }

    /// The day the last guardian agreed in writing to the loan; nothing while one of them has not.
    #[must_use]
    pub fn guardian_agreed_on(&self) -> Option<NaiveDate> {
        let days: Option<Vec<NaiveDate>> = self.guardians().map(|guardian| guardian.agreed_on).collect();
        days?.into_iter().max()
    }
}

#[cfg(test)]
pub(crate) mod tests;
