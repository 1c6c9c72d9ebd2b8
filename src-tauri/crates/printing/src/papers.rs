//! The papers of a dossier, of a period, of the office: what can leave, what it lacks, its pages, its file.
//!
//! The store is read once, on the desk; drawing, saving and opening work beside it.

mod archive;
mod draw;
mod file;
mod gathered;
mod letter_trial;
mod list;
mod mail;
mod merged;
mod outgoing;
mod request;

pub use archive::{
    KeptPaperPage, KeptPaperRow, KeptPaperToFile, KeptPapers, OneKeptPaper, PaperSought, PapersFound, find_paper,
    kept_paper_page, kept_papers, open_kept_paper, print_kept_paper, save_kept_paper, show_kept_paper,
};
pub use draw::{PaperDrawn, draw_paper, paper_page};
pub use file::{open_paper, print_paper, save_paper};
pub use gathered::Missing;
pub use gathered::session_room::{
    BriefFigure, OneOnAgenda, SessionBrief, SessionLetterRow, SessionLetters, session_brief, session_letters,
};
pub use letter_trial::{LetterTrial, LetterTried, TriedFrom, TriedParagraph, TriedPiece, try_letter_text};
pub use list::{
    PaperAsked, PaperCard, PaperTakes, PaperTitle, Papers, PrintMenu, Register, Waits, paper_card, paper_register,
    papers, print_menu,
};
pub use mail::{PaperMailed, mail_paper};
pub use request::{OnePaper, PaperPage, PaperToFile};

pub(crate) use gathered::office_words;
