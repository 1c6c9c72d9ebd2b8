//! The access journal: what is noted at the door of calls, and the page that reads it.

mod export;
mod fields;
mod noting;
mod page;
mod upkeep;
mod words;

pub use export::{JournalSaved, JournalToFile, export_journal};
pub use page::{JournalAsked, JournalKind, JournalLineView, JournalView, access_journal};

pub(crate) use noting::{note, noticed};
pub(crate) use page::{GivenOut, given_out, lines_of};
pub(crate) use upkeep::let_old_lines_go;
