//! What an adviser does: every call of the window, the command line and the tests.
//!
//! One door ([`calls::answer`]) takes the name of a call and its input as JSON, and
//! gives its output or a [`Failure`] already worded in French. A call is checked
//! against the lock, reads or changes the store in one transaction, and hands back a
//! view shaped for the screen. Nothing here reads a clock: the caller brings
//! [`Moment`] and what only the outside can do.

pub mod access_journal;
pub mod assessments;
pub mod attachments;
pub mod bank_statements;
pub mod budgets;
pub mod caller;
pub mod calls;
pub mod checklist;
pub mod choices;
pub mod copies;
pub mod decisions;
pub mod delivered;
pub mod demo;
pub mod desk;
pub mod discretion;
pub mod dossiers;
pub mod drafts;
pub mod endings;
pub mod explained;
mod facts;
pub mod failure;
mod files;
pub mod followed;
pub mod guarantees;
pub mod help;
pub mod history;
pub mod households;
pub mod job;
pub mod loans;
pub mod log;
pub mod office;
pub mod page_texts;
pub mod papers;
pub mod partners;
pub mod person_file;
pub mod place;
pub mod projects;
pub mod reading;
pub mod registers;
pub mod reports;
pub mod resolutions;
pub mod retention;
pub mod running;
pub mod sessions;
pub mod settings;
pub mod shown;
pub mod simulations;
pub mod stories;
mod tasks;
pub mod today;
pub mod work_times;

pub use caller::{Caller, Files, Moment, Outside, Progress, Viewer};
pub use desk::Desk;
pub use failure::{Failure, FailureKind, FieldRefusal};
pub use place::Place;
