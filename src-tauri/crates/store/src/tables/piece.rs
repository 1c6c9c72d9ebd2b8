//! The encrypted files that rows name, whatever table they are of: attachments and papers that went out.
//!
//! A row holds the key of its own file, drawn for it alone: a row that is gone leaves a file that nobody opens, and a
//! new master key leaves the files as they are. `hash` is the BLAKE3 of the file as it lies on the disk, `size` counts
//! the bytes of what it holds. Keys, hashes and names of files are written in hexadecimal, since undo keeps rows as
//! JSON.

use std::collections::{BTreeMap, BTreeSet};

use blake3::Hash;
use domain::dossier::DossierId;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use crate::access::Reader;
use crate::columns::Columns;
use crate::error::StoreError;
use crate::folder::is_piece;
use crate::keys::Key;
use crate::pieces::Piece;

const ATTACHMENT: &str = "attachment";

/// An encrypted file as a copy of the office has to hold it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct PieceFile {
    /// Its name: 128 random bits in hexadecimal.
    pub file: String,
    /// The BLAKE3 of its bytes on the disk, in hexadecimal.
    pub hash: String,
}

impl Reader<'_> {
    /// The encrypted file that a row of a dossier names; nothing when the dossier has no such row.
    pub(super) fn piece_of(
        &self,
        table: &'static str,
        dossier: DossierId,
        row: i64,
    ) -> Result<Option<Piece>, StoreError> {
        let sql = format!("SELECT id, file, file_key, hash FROM {table} WHERE id = ?1 AND dossier = ?2");
        self.row(table, &sql, (row, dossier.0), read_piece)
    }

    /// Every row of a table of the office with its encrypted file.
    pub(super) fn pieces_in(&self, table: &'static str) -> Result<Vec<(DossierId, i64, Piece)>, StoreError> {
        let sql = format!("SELECT id, file, file_key, hash, dossier FROM {table} ORDER BY id");
        self.rows(table, &sql, (), |columns| Ok((columns.get("dossier")?, columns.get("id")?, read_piece(columns)?)))
    }

    /// The files that a row names, or that undoing or doing again would name.
    pub(crate) fn named_files(&self) -> Result<BTreeSet<String>, StoreError> {
        let sql = "SELECT file FROM attachment UNION SELECT file FROM kept_paper
                   UNION SELECT json_each.value FROM undo_step, json_each(undo_step.image)
                         WHERE in_table IN ('attachment', 'kept_paper') AND json_each.type = 'text'";
        Ok(self.rows(ATTACHMENT, sql, (), |columns| columns.first())?.into_iter().collect())
    }

    /// The encrypted file of every row, in the order of their names.
    pub(crate) fn piece_files(&self) -> Result<Vec<PieceFile>, StoreError> {
        let sql = "SELECT file, hash FROM attachment UNION ALL SELECT file, hash FROM kept_paper ORDER BY file";
        self.rows(ATTACHMENT, sql, (), read_file)
    }

    /// The name of every attachment and the reference of its dossier, by the encrypted file it lies in.
    pub fn attachment_files(&self) -> Result<BTreeMap<String, (String, String)>, StoreError> {
        let sql = "SELECT attachment.file, attachment.name, dossier.reference FROM attachment
                   JOIN dossier ON dossier.id = attachment.dossier";
        let named = self.rows(ATTACHMENT, sql, (), |columns| {
            Ok((columns.get("file")?, (columns.get("name")?, columns.get("reference")?)))
        })?;
        Ok(named.into_iter().collect())
    }

    /// The names of the encrypted files of a dossier.
    pub(crate) fn pieces_of(&self, dossier: DossierId) -> Result<Vec<String>, StoreError> {
        let sql = "SELECT file FROM attachment WHERE dossier = ?1
                   UNION ALL SELECT file FROM kept_paper WHERE dossier = ?1 ORDER BY file";
        self.rows(ATTACHMENT, sql, [dossier.0], read_name)
    }
}

/// The key of a file as its row keeps it.
pub(super) fn key_text(key: &Key) -> Zeroizing<String> {
    Zeroizing::new(Hash::from_bytes(**key).to_hex().to_string())
}

/// The file of a row.
fn read_piece(columns: &Columns<'_>) -> Result<Piece, StoreError> {
    let key = columns.raw("file_key")?.as_str().ok().and_then(|key| Hash::from_hex(key).ok());
    let key = key.ok_or_else(|| columns.damaged("file_key"))?;
    Ok(Piece { file: read_name(columns)?, key: Zeroizing::new(*key.as_bytes()), hash: columns.get("hash")? })
}

fn read_file(columns: &Columns<'_>) -> Result<PieceFile, StoreError> {
    Ok(PieceFile { file: read_name(columns)?, hash: columns.get("hash")? })
}

/// The name of the file of a row. Errors: no program of ours gave it, and it would lead out of the folder of pieces.
fn read_name(columns: &Columns<'_>) -> Result<String, StoreError> {
    let name: String = columns.get("file")?;
    if is_piece(&name) { Ok(name) } else { Err(columns.damaged("file")) }
}
