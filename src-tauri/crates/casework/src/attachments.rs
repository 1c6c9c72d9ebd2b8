//! What was scanned or received for a dossier: brought in file by file, seen inside, given back.
//!
//! A file is read, recognised and encrypted away from the desk, then one action names all that were kept. What
//! cannot be kept is told with its reason and keeps nothing else from being. Names are only ever shown: a file of
//! the vault has a name of its own, and one that is given back is named anew.

mod attach;
mod change;
mod content;
mod incoming;
mod inside;
mod outside;
mod refusal;
mod split;
mod text;
mod view;

pub use attach::{AttachedFile, AttachedFiles, FilesToAttach, attach_files};
pub use change::{
    AttachmentDocument, AttachmentName, AttachmentRotation, OneAttachment, change_attachment, remove_attachment,
    rename_attachment, rotate_attachment,
};
pub use inside::{AttachmentPage, AttachmentShown, attachment_page, show_attachment};
pub use outside::{AttachmentSaved, AttachmentToFile, open_attachment, save_attachment};
pub use split::{AttachmentToSplit, split_attachment};
pub use view::{AttachmentView, AttachmentsView, DocumentPlace, PlaceProposal, attachments};

pub(crate) use attach::{Brought, bring_bytes};
pub(crate) use incoming::{name_of as file_name, read as read_whole};
pub(crate) use inside::{AttachmentToRead, attachment_to_read, recovered};
pub(crate) use refusal::Unkept;
pub(crate) use view::{BANK_STATEMENTS, SAVINGS_STATEMENT, documents, is_statement};

use std::path::Path;

use domain::attachment::{Attachment, AttachmentId};
use domain::dossier::{Dossier, DossierId};
use store::{Acted, Piece, Reader};

use app::failure::Failure;

/// The most files a dossier can have.
const MOST_FILES: usize = 500;

/// The bytes of a chosen file that becomes no attachment. Errors: why it is not read, and what to do.
pub(crate) fn read_chosen(path: &Path) -> Result<Vec<u8>, Failure> {
    incoming::read(path).map_err(|unkept| Failure::refused(&unkept.reason()).remedy(&unkept.remedy()).at("file"))
}

fn acted<T>(value: T, dossier: &Dossier, what: &str) -> Acted<T> {
    let sentence = domain::words::spaced(&format!("{what}, {}.", dossier.person.display_name()));
    Acted { value, sentence, dossier: Some(dossier.id), fields: vec!["attachments"], draft: None }
}

/// The attachment of a number, or the sentence that it is gone.
fn attachment_of(reader: &Reader<'_>, dossier: DossierId, id: AttachmentId) -> Result<Attachment, Failure> {
    let all = reader.attachments(dossier)?;
    all.into_iter().find(|attachment| attachment.id == id).ok_or_else(gone)
}

/// An attachment with its encrypted file.
pub(crate) fn found(reader: &Reader<'_>, dossier: DossierId, id: AttachmentId) -> Result<(Attachment, Piece), Failure> {
    let piece = reader.piece(dossier, id)?.ok_or_else(gone)?;
    Ok((attachment_of(reader, dossier, id)?, piece))
}

fn gone() -> Failure {
    Failure::gone("Ce fichier")
}
