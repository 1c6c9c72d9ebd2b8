//! The supporting documents of a dossier: the list its request calls for, and what is known of each.
//!
//! What is noted of a document is a dated fact; its scans are the attachments that stand for it.

mod document_state;
mod letter;
mod view;

pub use document_state::{DocumentNote, note_document, receive_documents, request_documents};
pub use letter::PaperToAsk;
pub use view::{
    ChecklistFile, ChecklistLineView, ChecklistStageView, ChecklistView, DocumentStateChoice, asked_now,
    documents_checklist, is_asked_at, is_open,
};

pub(crate) use document_state::{ReadPapers, note_read_papers, receive, receive_consent};
pub(crate) use view::count;
