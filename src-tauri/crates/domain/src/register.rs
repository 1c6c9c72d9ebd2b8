//! An office's own register, taken over: what its columns are, how people write in them, what a line makes.
//!
//! A register is a sheet of lines, one request each, kept by hand for years. Nothing of it is believed without being
//! read, and nothing it does not say is made up: a day may be a month or a year, a step that must have been there
//! (what was granted was sent) stands at the year it must have been, and is told so.

mod column;
mod headings;
mod names;
mod past;
mod said;
mod typed;
mod vocabulary;

pub use column::RegisterColumn;
pub use headings::{Headings, find_headings, guess_columns, is_blank, is_total};
pub use names::{RegisterName, read_names};
pub use past::{Implied, Lack, Past, PastKeys, past};
pub use said::{CellFault, Said, Stated, read_line};
pub use typed::{CellUnread, ToldDay, typed_amount, typed_birth, typed_day};
pub use vocabulary::{HeadingWords, RegisterOutcome, RegisterWords};
