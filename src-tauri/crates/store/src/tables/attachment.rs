//! What was scanned or received for a dossier: one row for each, whose bytes lie in an encrypted file of `pieces/`.

use chrono::{DateTime, Utc};
use domain::attachment::{Attachment, AttachmentId, ContentKind};
use domain::dossier::DossierId;
use domain::line::Line;
use domain::settings::ListKey;

use super::piece::key_text;
use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_moment};
use crate::error::StoreError;
use crate::pieces::{Piece, WrittenPiece};
use crate::vocabulary::Word;

pub(crate) const TABLE: &str = "
CREATE TABLE attachment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  file TEXT NOT NULL UNIQUE CHECK (length(file) = 32),
  file_key TEXT NOT NULL CHECK (length(file_key) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  size INTEGER NOT NULL CHECK (size > 0),
  kind TEXT NOT NULL CHECK (kind IN ('pdf', 'jpeg', 'png', 'text', 'docx', 'odt')),
  name TEXT NOT NULL CHECK (name <> ''),
  document TEXT,
  added_at TEXT NOT NULL
) STRICT;
CREATE INDEX attachment_dossier ON attachment (dossier);
";

const NAME: &str = "attachment";

/// What a new row says of a file that is already on the disk.
#[derive(Clone, Copy)]
pub struct NewAttachment<'a> {
    /// The file.
    pub written: &'a WrittenPiece,
    /// What it holds.
    pub kind: ContentKind,
    /// The name it is known by.
    pub name: &'a Line,
    /// The document it stands for.
    pub document: Option<&'a ListKey>,
    /// When it is added.
    pub added_at: DateTime<Utc>,
}

impl Reader<'_> {
    /// What is attached to a dossier, in the order it was added.
    pub fn attachments(&self, dossier: DossierId) -> Result<Vec<Attachment>, StoreError> {
        self.rows(
            NAME,
            "SELECT id, kind, name, document, size, added_at FROM attachment WHERE dossier = ?1 ORDER BY id",
            [dossier.0],
            read,
        )
    }

    /// The encrypted file of an attachment; nothing when the dossier has no such attachment.
    pub fn piece(&self, dossier: DossierId, attachment: AttachmentId) -> Result<Option<Piece>, StoreError> {
        self.piece_of(NAME, dossier, attachment.0)
    }

    /// Every attachment of the office with its encrypted file.
    pub(crate) fn pieces(&self) -> Result<Vec<(DossierId, AttachmentId, Piece)>, StoreError> {
        let all = self.pieces_in(NAME)?.into_iter();
        Ok(all.map(|(dossier, row, piece)| (dossier, AttachmentId(row), piece)).collect())
    }
}

impl Writer<'_> {
    /// Adds an attachment whose file is on the disk, and gives its number.
    pub fn insert_attachment(&self, dossier: DossierId, new: &NewAttachment<'_>) -> Result<AttachmentId, StoreError> {
        let WrittenPiece { piece, size, .. } = new.written;
        let id = self.insert(
            "INSERT INTO attachment (dossier, file, file_key, hash, size, kind, name, document, added_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            (
                dossier.0,
                &piece.file,
                key_text(&piece.key).as_str(),
                &piece.hash,
                i64::try_from(*size).unwrap_or(i64::MAX),
                new.kind.name(),
                new.name.as_str(),
                new.document.map(ListKey::as_str),
                write_moment(new.added_at),
            ),
        )?;
        Ok(AttachmentId(id))
    }

    /// Changes the name of an attachment and the document it stands for. Errors: the dossier has no such attachment.
    pub fn describe_attachment(&self, dossier: DossierId, attachment: &Attachment) -> Result<(), StoreError> {
        let document = attachment.document.as_ref().map(ListKey::as_str);
        let sql = "UPDATE attachment SET name = ?1, document = ?2 WHERE id = ?3 AND dossier = ?4";
        self.change_one(NAME, attachment.id.0, sql, (attachment.name.as_str(), document, attachment.id.0, dossier.0))
    }

    /// Takes an attachment out; its file stays as long as undo can bring it back. Errors: there is no such one.
    pub fn delete_attachment(&self, dossier: DossierId, attachment: AttachmentId) -> Result<(), StoreError> {
        let sql = "DELETE FROM attachment WHERE id = ?1 AND dossier = ?2";
        self.change_one(NAME, attachment.0, sql, (attachment.0, dossier.0))
    }
}

fn read(columns: &Columns<'_>) -> Result<Attachment, StoreError> {
    Ok(Attachment {
        id: AttachmentId(columns.integer(0)?),
        kind: columns.word(1)?,
        name: columns.line(2)?,
        document: columns.maybe_key(3)?,
        size: u64::try_from(columns.integer(4)?).map_err(|_| columns.damaged("size"))?,
        added_at: columns.moment(5)?,
    })
}
