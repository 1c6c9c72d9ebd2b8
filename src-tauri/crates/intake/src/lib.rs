//! Taking over the office's own register: the file read, its columns, its lines, then all of it or nothing.
//!
//! Nothing is written before the last step. A file that was chosen stays in the memory of the desk with what the
//! adviser corrected in it, until it is taken over, given up or the office is closed; the file itself is not touched.

mod closing;
mod judge;
mod lines;
mod open;
mod questions;
mod register_file;
mod steps;
mod take;
mod undo;
mod view;
mod wording;

pub use closing::{RepaidClosed, close_repaid_loans};
pub use lines::{RegisterCell, RegisterQuestion, RegisterRow, RegisterRows, RegisterRowsAsked, register_rows};
pub use open::{RegisterFile, open_register};
pub use questions::RegisterAsked;
pub use steps::{
    CorrectedCell, SettledLine, TypedColumns, close_register, correct_register_cell, set_register_columns,
    settle_register_line,
};
pub use take::{RegisterTaken, TakeOverAsked, take_over_register};
pub use undo::{RegisterUndone, undo_register};
pub use view::{
    OneImport, RegisterColumnView, RegisterCounts, RegisterImportView, RegisterStanding, RegisterView, register,
};
