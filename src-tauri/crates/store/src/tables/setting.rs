//! What the office decided: dated rows whose body the desk reads.

use chrono::{DateTime, NaiveDate, Utc};

use crate::access::{Reader, Writer};
use crate::columns::Columns;
use crate::error::StoreError;
use crate::row::Row;

pub(crate) const TABLE: &str = "
CREATE TABLE setting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  source TEXT NOT NULL,
  format INTEGER NOT NULL,
  body TEXT NOT NULL
) STRICT;
CREATE INDEX setting_kind ON setting (kind);
";

/// Number of a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SettingId(pub i64);

/// One setting, in force from a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingRow {
    /// What it is: `numbering`, `office`…
    pub kind: String,
    /// Which one, for kinds that have several; empty otherwise.
    pub key: String,
    /// First day it is in force.
    pub valid_from: NaiveDate,
    /// When it was entered, to the millisecond.
    pub recorded_at: DateTime<Utc>,
    /// Where it comes from, or why it was corrected.
    pub source: String,
    /// Version of the way the body is written.
    pub format: u32,
    /// The value, as the desk writes it.
    pub body: String,
}

row! { "setting": SettingRow { kind, key, valid_from, recorded_at, source, format, body } }

impl Reader<'_> {
    /// The settings of a kind, in the order they were entered.
    pub fn settings(&self, kind: &str) -> Result<Vec<(SettingId, SettingRow)>, StoreError> {
        let row = |columns: &Columns<'_>| Ok((SettingId(columns.get("id")?), SettingRow::read(columns)?));
        self.rows(SettingRow::TABLE, "SELECT * FROM setting WHERE kind = ?1 ORDER BY id", [kind], row)
    }
}

impl Writer<'_> {
    /// Adds a setting, in force from its date on, and gives its number.
    pub fn add_setting(&self, setting: &SettingRow) -> Result<SettingId, StoreError> {
        self.insert_row(setting, vec![]).map(SettingId)
    }

    /// Corrects a setting that was entered by mistake. Errors: there is no such setting.
    pub fn replace_setting(&self, id: SettingId, setting: &SettingRow) -> Result<(), StoreError> {
        self.update_row(id.0, setting, vec![])
    }
}
