//! An office's own register, taken over: what its columns are, how people write in them, what a line makes.
//!
//! A register is a sheet of lines, one request each, kept by hand for years. Nothing of it is believed without being
//! read, and nothing it does not say is made up: a day may be a month or a year, a step that must have been there
//! (what was granted was sent) stands at the year it must have been, and is told so.

mod additions;
mod borrowers;
mod cells;
mod column;
mod headings;
mod lenders;
mod names;
mod outcome;
mod past;
mod plan;
mod typed;
mod vocabulary;

pub use additions::{Additions, PastMisfit, PastRefused};
pub use borrowers::{Borrowers, KnownBorrower, Match};
pub use cells::{CellFault, Said, Stated, read_line};
pub use column::RegisterColumn;
pub use headings::{Headings, find_headings, guess_columns, is_blank, is_total};
pub use lenders::new_lenders;
pub use names::{RegisterName, read_names};
pub use past::{Implied, Past, PastKeys, Undated, past};
pub use plan::{
    Completion, Creation, LineOutcome, LinePlan, Question, RegisterLineRead, RegisterOffice, Settled, SettledOnce, Who,
    plan,
};
pub use typed::{CellUnread, DayContext, ToldDay, named_year, says_more, titled, typed_amount, typed_birth, typed_day};
pub use vocabulary::{HeadingWords, RegisterOutcome, RegisterWords};
