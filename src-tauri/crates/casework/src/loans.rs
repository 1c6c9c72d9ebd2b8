//! The room « Prêt »: the contract's schedule, what the lender changed since, what is said of each instalment.
//!
//! The contract's figures rule and the original is always kept. A change is tried beside the version in force before
//! anything is written; it is kept once the lender agreed, on the day it did. The office does not hold the money: it
//! notes what is declared, by whom, and silence reads « aucun incident connu ».

mod change;
mod declare;
mod early;
mod form;
mod proposed;
mod schedule;
mod view;

pub use change::{AmendmentAgreed, AmendmentTried, TrialView, amend_loan, try_amendment};
pub use declare::{NewDeclaration, declare_instalments};
pub use early::{EarlyAsked, EarlyView, early_repayment};
pub use form::AmendmentForm;
pub use proposed::{ChangeProposed, DueUntil};
pub(crate) use proposed::{months_apart, signed};
pub use schedule::{ScheduleRow, VersionCells};
pub(crate) use view::deferrals_said;
pub use view::{
    ContractFigure, DueChoice, LoanRoomView, LoanStanding, VersionRow, deferral_clause, disbursed, disbursed_otherwise,
    known, loan, version_titles,
};
