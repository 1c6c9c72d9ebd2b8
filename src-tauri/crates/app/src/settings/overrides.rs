//! The office's own rows, read.

use chrono::NaiveDate;
use domain::settings::{Dated, ListKey};
use serde::de::DeserializeOwned;
use store::{Reader, SettingId};

use crate::failure::Failure;

/// One row of the office, with its number.
pub struct Kept<T> {
    /// Its number.
    pub id: SettingId,
    /// Which one, for kinds that have several.
    pub key: ListKey,
    /// Its value, from its date.
    pub dated: Dated<T>,
}

/// The rows of a kind of which there is one, in the order they were entered.
pub(super) fn overrides<T: DeserializeOwned>(reader: &Reader<'_>, kind: &str) -> Result<Vec<Dated<T>>, Failure> {
    Ok(kept(reader, kind)?.into_iter().map(|row| row.dated).collect())
}

/// The rows of a kind, in the order they were entered.
pub fn kept<T: DeserializeOwned>(reader: &Reader<'_>, kind: &str) -> Result<Vec<Kept<T>>, Failure> {
    let rows = reader.settings(kind)?.into_iter();
    rows.map(|(id, row)| {
        let value = serde_json::from_str(&row.body).map_err(|_| Failure::broken("reglage-lu"))?;
        let dated = Dated { valid_from: row.valid_from, source: row.source, value };
        Ok(Kept { id, key: ListKey::new(row.key), dated })
    })
    .collect()
}

/// Every version, the oldest first, the office's row over another of the same day.
pub fn laid<T>(mut versions: Vec<Dated<T>>, own: Vec<Kept<T>>) -> Vec<Dated<T>> {
    for row in own {
        versions.retain(|version| !row.starts_on(version.valid_from));
        versions.push(row.dated);
    }
    versions.sort_by_key(|version| version.valid_from);
    versions
}

impl<T> Kept<T> {
    /// Whether the row is in force from that very day.
    pub fn starts_on(&self, day: NaiveDate) -> bool {
        self.dated.valid_from == day
    }
}
