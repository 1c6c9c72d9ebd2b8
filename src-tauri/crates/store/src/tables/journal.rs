//! The access journal: who did what when, in names of fields, never values.
//!
//! Rows are added, never changed: triggers refuse anything else. Each row has the
//! keyed hash of the one before and of itself, so that a row edited, taken out or
//! put in breaks the chain from there on; a tail cut off is seen by the count that
//! SQLite keeps of the numbers it gave. Lines older than the law lets them be kept go
//! from the front, under a sealed anchor the chain then starts from.

mod lines;
mod upkeep;

pub use lines::{JournalLine, JournalQuery};

mod renewed;

use chrono::{DateTime, Utc};
use domain::dossier::DossierId;

use crate::access::{JournalEntry, Reader, Writer};
use crate::columns::{Columns, write_moment};
use crate::copies::manifest::hex;
use crate::error::StoreError;
use crate::keys::Key;

/// The anchor is the line after which the journal begins, once older ones were let go, sealed with the key of the chain.
pub(crate) const TABLE: &str = "
CREATE TABLE access_journal (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL,
  call TEXT NOT NULL,
  dossier INTEGER,
  fields TEXT NOT NULL,
  app TEXT NOT NULL,
  hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TRIGGER access_journal_keeps BEFORE UPDATE ON access_journal
  BEGIN SELECT RAISE(ABORT, 'the access journal is only added to'); END;
CREATE TRIGGER access_journal_stays BEFORE DELETE ON access_journal
  BEGIN SELECT RAISE(ABORT, 'the access journal is only added to'); END;
CREATE TABLE journal_anchor (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  seq INTEGER NOT NULL CHECK (seq > 0),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  let_go_on TEXT NOT NULL,
  seal BLOB NOT NULL CHECK (length(seal) = 32)
) STRICT;
";

/// What refuses a line that would change; the same as in [`TABLE`].
const KEEPS: &str = "
CREATE TRIGGER access_journal_keeps BEFORE UPDATE ON access_journal
  BEGIN SELECT RAISE(ABORT, 'the access journal is only added to'); END;
";

const NAME: &str = "access_journal";
const START: [u8; 32] = [0; 32];

struct Row {
    seq: i64,
    at: String,
    call: String,
    dossier: Option<i64>,
    fields: String,
    app: String,
    hash: Vec<u8>,
}

impl Reader<'_> {
    /// The number of the first line of the journal that does not follow from the one before;
    /// nothing when the chain holds to its end.
    pub(crate) fn broken_journal_line(&self, key: &Key) -> Result<Option<i64>, StoreError> {
        let start = self.journal_start(key)?;
        let mut broken = (!start.sound).then_some(start.seq);
        let (mut before, mut last) = (start.hash, start.seq);
        let all = "SELECT * FROM access_journal ORDER BY seq";
        self.rows(NAME, all, (), |columns| {
            let row = read(columns)?;
            let expected = last.saturating_add(1);
            if row.seq != expected || row.hash != chained(key, &before, &row) {
                broken.get_or_insert(expected);
            }
            (before, last) = (row.hash, row.seq);
            Ok(())
        })?;
        Ok(broken.or((self.given()? != last).then(|| last.saturating_add(1))))
    }

    /// The number and the hash of the last line.
    pub(crate) fn journal_head(&self) -> Result<(i64, Vec<u8>), StoreError> {
        let last = "SELECT seq, hash FROM access_journal ORDER BY seq DESC LIMIT 1";
        let head = self.row(NAME, last, (), |columns| Ok((columns.get("seq")?, columns.get("hash")?)))?;
        Ok(head.unwrap_or_else(|| (0, START.to_vec())))
    }

    /// When the last line was written; nothing before the first.
    pub(crate) fn last_line_at(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let last = "SELECT at FROM access_journal ORDER BY seq DESC LIMIT 1";
        self.row(NAME, last, (), |columns| columns.get("at"))
    }

    /// Whether the journal has, or had before its oldest lines went, the line of this number and of this hash.
    pub(crate) fn leads_to(&self, seq: i64, hash: &str) -> Result<bool, StoreError> {
        let line = "SELECT hash FROM access_journal WHERE seq = ?1";
        let own = self.row(NAME, line, [seq], |columns| columns.get::<Vec<u8>>("hash"))?;
        Ok(match own {
            Some(own) => hex(&own) == hash,
            None => seq <= self.journal_head()?.0,
        })
    }

    /// The last number that was given to a line of the journal.
    pub(super) fn given(&self) -> Result<i64, StoreError> {
        self.number("SELECT seq FROM sqlite_sequence WHERE name = 'access_journal'", ())
    }
}

impl Writer<'_> {
    /// Adds a line to the journal. Errors: a field name that is not plain.
    pub(crate) fn add_to_journal(&self, entry: &JournalEntry<'_>, key: &Key) -> Result<(), StoreError> {
        if !entry.fields.iter().chain([&entry.call]).all(|name| is_plain(name)) {
            return Err(StoreError::NotAFieldName);
        }
        let last = "SELECT seq, hash FROM access_journal ORDER BY seq DESC LIMIT 1";
        let before = match self.row(NAME, last, (), |columns| columns.get("hash"))? {
            Some(hash) => hash,
            None => self.journal_start(key)?.hash,
        };
        let row = self.next_row(entry.call, entry.dossier, entry.fields, entry.now)?;
        let hash = chained(key, &before, &row);
        self.change(
            "INSERT INTO access_journal (seq, at, call, dossier, fields, app, hash)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            (row.seq, row.at, row.call, row.dossier, row.fields, row.app, hash),
        )?;
        Ok(())
    }

    fn next_row(
        &self,
        call: &str,
        dossier: Option<DossierId>,
        fields: &[&str],
        now: DateTime<Utc>,
    ) -> Result<Row, StoreError> {
        Ok(Row {
            seq: self.given()?.saturating_add(1),
            at: write_moment(now),
            call: call.to_owned(),
            dossier: dossier.map(|dossier| dossier.0),
            fields: fields.join(","),
            app: env!("CARGO_PKG_VERSION").to_owned(),
            hash: Vec::new(),
        })
    }
}

/// The hash of a line: keyed, over the hash before and each column with its length.
fn chained(key: &Key, before: &[u8], row: &Row) -> Vec<u8> {
    let mut hasher = blake3::Hasher::new_keyed(key);
    let dossier = row.dossier.map(|dossier| dossier.to_string()).unwrap_or_default();
    hasher.update(before);
    for part in [&row.seq.to_string(), &row.at, &row.call, &dossier, &row.fields, &row.app] {
        hasher.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
        hasher.update(part.as_bytes());
    }
    hasher.finalize().as_bytes().to_vec()
}

fn is_plain(name: &str) -> bool {
    (1..=64).contains(&name.len())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
}

fn read(columns: &Columns<'_>) -> Result<Row, StoreError> {
    Ok(Row {
        seq: columns.get("seq")?,
        at: columns.get("at")?,
        call: columns.get("call")?,
        dossier: columns.get("dossier")?,
        fields: columns.get("fields")?,
        app: columns.get("app")?,
        hash: columns.get("hash")?,
    })
}
