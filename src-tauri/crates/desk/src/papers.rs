//! The papers of a dossier: what can leave, what it lacks, its pages, its file.
//!
//! The store is read once, on the desk; drawing, saving and opening work beside it.

mod draw;
mod file;
mod list;

pub use draw::{OnePaper, PaperDrawn, PaperPage, PaperPageText, draw_paper, paper_page};
pub use file::{PaperSaved, PaperToFile, open_paper, save_paper};
pub use list::{PaperCard, PaperTitle, Papers, Register, paper_register, papers};

pub(crate) use file::sweep;
