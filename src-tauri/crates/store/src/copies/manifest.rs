//! What a copy says of itself, closed by two hashes: one under the key of manifests, that nobody else can make,
//! and one without a key, that tells damage before any secret is typed.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use blake3::Hash;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Reason;
use super::place::Unusable;
use crate::folder::is_piece;
use crate::header::{VaultId, version_told};
use crate::keys::Key;
use crate::tables::piece::PieceFile;

const FORMAT: u32 = 1;

/// No manifest is longer: half a million pieces.
pub(crate) const LONGEST: u64 = 64 << 20;

/// What a copy holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Manifest {
    /// The shape of this manifest.
    pub format: u32,
    /// The version of Étrier that made the copy.
    pub app: String,
    /// The number of the vault, in hexadecimal.
    pub vault: String,
    /// Which key closes it, without telling it.
    pub key: String,
    /// The number of the database's shape.
    pub schema: usize,
    /// When the copy was taken.
    pub made_at: DateTime<Utc>,
    /// Why.
    pub reason: Reason,
    /// The BLAKE3 of the header.
    pub header: String,
    /// The BLAKE3 of the database.
    pub database: String,
    /// Its bytes.
    pub size: u64,
    /// The rows of each table.
    pub rows: BTreeMap<String, u64>,
    /// The last number given to a dossier.
    pub last_dossier: i64,
    /// The last line of the access journal.
    pub journal: JournalHead,
    /// The encrypted files of the pieces.
    pub pieces: Vec<PieceFile>,
    /// Those that were missing from the office already.
    pub missing: Vec<String>,
}

/// The last line of an access journal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct JournalHead {
    /// Its number.
    pub seq: i64,
    /// Its hash, in hexadecimal.
    pub hash: String,
}

/// A manifest as read, before its key is known.
pub(crate) struct Closed {
    pub manifest: Manifest,
    body: String,
    seal: Hash,
}

impl Manifest {
    pub(crate) const FORMAT: u32 = FORMAT;

    /// The rows of a table.
    pub(crate) fn rows_of(&self, table: &str) -> u64 {
        self.rows.get(table).copied().unwrap_or_default()
    }

    /// The manifest as written.
    pub(crate) fn sealed(&self, key: &Key) -> Result<Vec<u8>, serde_json::Error> {
        let body = serde_json::to_string(self)?;
        let seal = blake3::keyed_hash(key, body.as_bytes()).to_hex();
        let sum = blake3::hash(format!("{body}\n{seal}").as_bytes()).to_hex();
        Ok(format!("{body}\n{seal}\n{sum}\n").into_bytes())
    }
}

impl Closed {
    /// Reads a manifest. Errors: damage, a later version.
    pub(crate) fn read(bytes: Vec<u8>) -> Result<Self, Unusable> {
        let text = String::from_utf8(bytes).map_err(|_| Unusable::ManifestDamaged)?;
        let mut lines = text.split('\n');
        let (Some(body), Some(seal), Some(sum), Some(""), None) =
            (lines.next(), lines.next(), lines.next(), lines.next(), lines.next())
        else {
            return Err(Unusable::ManifestDamaged);
        };
        let sums = blake3::hash(format!("{body}\n{seal}").as_bytes()).to_hex();
        let read = (Hash::from_hex(seal).ok()).filter(|_| sums.as_str() == sum);
        let seal = read.ok_or(Unusable::ManifestDamaged)?;
        let told: serde_json::Value = serde_json::from_str(body).map_err(|_| Unusable::ManifestDamaged)?;
        let format = told.get("format").and_then(serde_json::Value::as_u64);
        if format.is_none_or(|format| format > u64::from(FORMAT)) {
            let app = told.get("app").and_then(serde_json::Value::as_str).unwrap_or_default();
            return Err(Unusable::TooNew { needs: version_told(app) });
        }
        let manifest: Manifest = serde_json::from_value(told).map_err(|_| Unusable::ManifestDamaged)?;
        // Names are joined to folders: one that no program of ours gave leads out of them.
        let files = manifest.pieces.iter().map(|piece| &piece.file).chain(&manifest.missing);
        if !files.into_iter().all(|file| is_piece(file)) {
            return Err(Unusable::ManifestForged);
        }
        Ok(Self { manifest, body: body.to_owned(), seal })
    }

    /// Whether this key closed it.
    pub(crate) fn is_closed_by(&self, key: &Key) -> bool {
        blake3::keyed_hash(key, self.body.as_bytes()) == self.seal
    }
}

/// Names a key of manifests without telling it.
pub(crate) fn key_name(key: &Key) -> String {
    hex(blake3::keyed_hash(key, b"etrier/v1/manifest/name").as_bytes().iter().take(8))
}

/// The number of a vault as manifests write it.
pub(crate) fn vault_name(vault: &VaultId) -> String {
    hex(vault)
}

pub(crate) fn hex<'b>(bytes: impl IntoIterator<Item = &'b u8>) -> String {
    bytes.into_iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
