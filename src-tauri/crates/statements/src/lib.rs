//! Bank statements, read and proved: what a file says, whether it is whole, and what comes back in it.
//!
//! A file is bytes and a name. What is read is believed only once every printed figure agrees with the operations, to
//! the cent; what is not proven is told with its reason and feeds nothing. Nothing here opens a file, a network or an
//! office, and the same bytes are always read the same way.
//!
//! Example: three PDF of a quarter give one account, three proven statements, its indicators and its proposals.

mod accounts;
mod budget;
mod cents;
mod days;
mod exports;
mod folded;
mod headings;
mod json;
mod pdf;
mod proof;
mod reading;
mod sentences;
mod statement;

pub use accounts::{Account, Gap, GapReason, Statement, TypedBalance};
pub use budget::{Frequency, Indicators, Marked, OwnRule, ProofLine, Proposal, WordRules, WordsRefused};
pub use cents::Cents;
pub use json::answer;
pub use proof::{Doubt, Proof, Standing, Witness, prove};
pub use reading::{FileRead, Reading, Refusal, Source, SourceFile, read, read_source, read_together};
pub use statement::{AccountKind, AccountName, Balance, Check, Draft, Figure, Operation, Period, Sides};

#[cfg(test)]
mod tests;
