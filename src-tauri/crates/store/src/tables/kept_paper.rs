//! The papers of a dossier that went out: one row for each, whose bytes lie in an encrypted file of `pieces/`.
//!
//! A row and its file follow the same rules as an attachment. `content` is the BLAKE3 of the paper itself, in
//! hexadecimal: the same bytes given out twice are one row.

use chrono::{DateTime, Utc};
use domain::dossier::DossierId;
use domain::line::Line;
use domain::paper::{Fingerprint, KeptPaper, KeptPaperId};

use super::piece::key_text;
use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_moment};
use crate::error::StoreError;
use crate::pieces::{Piece, WrittenPiece};

pub(crate) const TABLE: &str = "
CREATE TABLE kept_paper (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  file TEXT NOT NULL UNIQUE CHECK (length(file) = 32),
  file_key TEXT NOT NULL CHECK (length(file_key) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  size INTEGER NOT NULL CHECK (size > 0),
  content TEXT NOT NULL CHECK (length(content) = 64),
  paper TEXT NOT NULL CHECK (paper <> ''),
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 9),
  reader TEXT NOT NULL,
  kept_at TEXT NOT NULL,
  UNIQUE (dossier, content)
) STRICT;
CREATE INDEX kept_paper_fingerprint ON kept_paper (fingerprint);
";

const NAME: &str = "kept_paper";

/// What a new row says of a paper whose file is already on the disk.
#[derive(Clone, Copy)]
pub struct NewKeptPaper<'a> {
    /// The file.
    pub written: &'a WrittenPiece,
    /// The key of the paper.
    pub paper: &'a str,
    /// What stands at the foot of its pages.
    pub fingerprint: Fingerprint,
    /// Who it was made for.
    pub reader: &'a Line,
    /// When it goes out.
    pub kept_at: DateTime<Utc>,
}

impl Reader<'_> {
    /// The papers of a dossier that went out, the last one first.
    pub fn kept_papers(&self, dossier: DossierId) -> Result<Vec<KeptPaper>, StoreError> {
        let sql = "SELECT * FROM kept_paper WHERE dossier = ?1 ORDER BY kept_at DESC, id DESC";
        self.rows(NAME, sql, [dossier.0], read)
    }

    /// The papers of every dossier that carry a fingerprint, the last one first.
    pub fn papers_with(&self, fingerprint: Fingerprint) -> Result<Vec<(DossierId, KeptPaper)>, StoreError> {
        let sql = "SELECT * FROM kept_paper WHERE fingerprint = ?1 ORDER BY kept_at DESC, id DESC";
        self.rows(NAME, sql, [fingerprint.to_string()], |columns| Ok((columns.get("dossier")?, read(columns)?)))
    }

    /// The paper of a dossier that went out with the very bytes of this file, if one did.
    pub fn paper_like(&self, dossier: DossierId, written: &WrittenPiece) -> Result<Option<KeptPaperId>, StoreError> {
        let sql = "SELECT id FROM kept_paper WHERE dossier = ?1 AND content = ?2";
        self.row(NAME, sql, (dossier.0, &written.content), |columns| columns.first())
    }

    /// The encrypted file of a kept paper; nothing when the dossier has no such paper.
    pub fn paper_piece(&self, dossier: DossierId, paper: KeptPaperId) -> Result<Option<Piece>, StoreError> {
        self.piece_of(NAME, dossier, paper.0)
    }

    /// Every kept paper of the office with its encrypted file.
    pub(crate) fn paper_pieces(&self) -> Result<Vec<(DossierId, KeptPaperId, Piece)>, StoreError> {
        let all = self.pieces_in(NAME)?.into_iter();
        Ok(all.map(|(dossier, row, piece)| (dossier, KeptPaperId(row), piece)).collect())
    }
}

impl Writer<'_> {
    /// Keeps a paper whose file is on the disk, and gives its number.
    pub fn insert_kept_paper(&self, dossier: DossierId, new: &NewKeptPaper<'_>) -> Result<KeptPaperId, StoreError> {
        let WrittenPiece { piece, size, content } = new.written;
        let id = self.insert(
            "INSERT INTO kept_paper (dossier, file, file_key, hash, size, content, paper, fingerprint, reader, kept_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            (
                dossier.0,
                &piece.file,
                key_text(&piece.key).as_str(),
                &piece.hash,
                i64::try_from(*size).unwrap_or(i64::MAX),
                content,
                new.paper,
                new.fingerprint.to_string(),
                new.reader.as_str(),
                write_moment(new.kept_at),
            ),
        )?;
        Ok(KeptPaperId(id))
    }
}

fn read(columns: &Columns<'_>) -> Result<KeptPaper, StoreError> {
    Ok(KeptPaper {
        id: columns.get("id")?,
        paper: columns.get("paper")?,
        fingerprint: columns.get("fingerprint")?,
        reader: columns.get("reader")?,
        size: columns.get("size")?,
        kept_at: columns.get("kept_at")?,
    })
}
