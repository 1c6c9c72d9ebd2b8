//! The access journal: what is noted at the door of calls, and the page that reads it.

mod export;
mod fields;
mod noting;
mod page;
mod upkeep;
mod words;

pub use export::{JournalSaved, JournalToFile, export_journal};
pub use noting::{note, noticed};
pub use page::{JournalAsked, JournalKind, JournalLineView, JournalView, access_journal, lines_of};
pub use words::call;

pub(crate) use page::{GivenOut, given_out};
pub(crate) use upkeep::let_old_lines_go;
