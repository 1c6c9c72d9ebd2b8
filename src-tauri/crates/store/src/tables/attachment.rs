//! What was scanned or received for a dossier: one row for each, whose bytes lie in an encrypted file of `pieces/`.

use chrono::{DateTime, Utc};
use domain::attachment::{Attachment, AttachmentId, ContentKind, Filing, Recognised};
use domain::dossier::DossierId;
use domain::line::Line;

use super::piece::key_text;
use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_day, write_moment};
use crate::error::StoreError;
use crate::pieces::{Piece, WrittenPiece};
use crate::row::Values;

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
  added_at TEXT NOT NULL,
  part TEXT NOT NULL,
  filed_on TEXT,
  rotation INTEGER NOT NULL DEFAULT 0 CHECK (rotation IN (0, 90, 180, 270)),
  content TEXT NOT NULL CHECK (length(content) = 64)
) STRICT;
CREATE INDEX attachment_dossier ON attachment (dossier);
";

/// What the text of a file says it is.
pub(crate) const RECOGNISED: &str = "
ALTER TABLE attachment ADD COLUMN read_document TEXT;
ALTER TABLE attachment ADD COLUMN read_part TEXT NOT NULL DEFAULT '';
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
    /// The document it is placed on.
    pub filing: Option<&'a Filing>,
    /// What its text says it is.
    pub recognised: Option<&'a Recognised>,
    /// When it is added.
    pub added_at: DateTime<Utc>,
}

impl Reader<'_> {
    /// What is attached to a dossier, in the order it was added.
    pub fn attachments(&self, dossier: DossierId) -> Result<Vec<Attachment>, StoreError> {
        self.rows(NAME, "SELECT * FROM attachment WHERE dossier = ?1 ORDER BY id", [dossier.0], read)
    }

    /// The first attachment of a dossier that holds the same bytes as a file just written.
    pub fn same_attachment(
        &self,
        dossier: DossierId,
        written: &WrittenPiece,
    ) -> Result<Option<Attachment>, StoreError> {
        let sql = "SELECT * FROM attachment WHERE dossier = ?1 AND content = ?2 ORDER BY id LIMIT 1";
        self.row(NAME, sql, (dossier.0, written.content.as_str()), read)
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
        let WrittenPiece { piece, size, content } = new.written;
        let id = self.insert(
            "INSERT INTO attachment (dossier, file, file_key, hash, size, kind, name, document, part, filed_on, added_at,
                                     content, read_document, read_part)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
            (
                dossier.0,
                &piece.file,
                key_text(&piece.key).as_str(),
                &piece.hash,
                i64::try_from(*size).unwrap_or(i64::MAX),
                new.kind.key(),
                new.name.as_str(),
                new.filing.map(|filing| filing.document.as_str()),
                new.filing.map(|filing| filing.part.as_str()).unwrap_or_default(),
                new.filing.map(|filing| write_day(filing.on)),
                write_moment(new.added_at),
                content,
                new.recognised.map(|read| read.document.as_str()),
                new.recognised.map(|read| read.part.as_str()).unwrap_or_default(),
            ),
        )?;
        Ok(AttachmentId(id))
    }

    /// Changes the name of an attachment, the document it is placed on and how far it is turned. Errors: the dossier has
    /// no such attachment.
    pub fn describe_attachment(&self, dossier: DossierId, attachment: &Attachment) -> Result<(), StoreError> {
        let mut values = values! { name: attachment.name, rotation: attachment.rotation };
        values.extend(filing_values(attachment.filing.as_ref()));
        self.update_values(NAME, attachment.id.0, values, values! { dossier: dossier })
    }

    /// Takes an attachment out; its file stays as long as undo can bring it back. Errors: there is no such one.
    pub fn delete_attachment(&self, dossier: DossierId, attachment: AttachmentId) -> Result<(), StoreError> {
        let sql = "DELETE FROM attachment WHERE id = ?1 AND dossier = ?2";
        self.change_one(NAME, attachment.0, sql, (attachment.0, dossier.0))
    }
}

fn filing_values(filing: Option<&Filing>) -> Values {
    values! {
        document: filing.map(|filing| filing.document.clone()),
        part: filing.map(|filing| filing.part.clone()).unwrap_or_default(),
        filed_on: filing.map(|filing| filing.on),
    }
}

fn read(columns: &Columns<'_>) -> Result<Attachment, StoreError> {
    let filing =
        |document| Ok::<_, StoreError>(Filing { document, part: columns.get("part")?, on: columns.get("filed_on")? });
    let recognised = |document| Ok::<_, StoreError>(Recognised { document, part: columns.get("read_part")? });
    Ok(Attachment {
        id: columns.get("id")?,
        kind: columns.get("kind")?,
        name: columns.get("name")?,
        filing: columns.get::<Option<_>>("document")?.map(filing).transpose()?,
        recognised: columns.get::<Option<_>>("read_document")?.map(recognised).transpose()?,
        rotation: columns.get("rotation")?,
        size: columns.get("size")?,
        added_at: columns.get("added_at")?,
    })
}
