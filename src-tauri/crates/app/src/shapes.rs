//! The small shapes every view is made of, already worded.

use chrono::NaiveDate;
use domain::dossier::Precision;
use domain::money::Euros;
use domain::settings::ListEntry;
use domain::words::{self, Labelled, Word};
use serde::Serialize;
use ts_rs::TS;

/// An amount: whole cents, and as it is written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Money {
    /// Whole cents.
    pub cents: i64,
    /// `1 234,56 €`.
    pub text: String,
}

impl From<Euros> for Money {
    fn from(amount: Euros) -> Self {
        Self { cents: amount.cents(), text: amount.to_string() }
    }
}

/// A day: ISO, and as people write it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Day {
    /// `2026-11-09`.
    pub iso: String,
    /// As the place it is shown in writes it.
    pub text: String,
}

impl Day {
    /// A day as lists write it: `aujourd’hui`, `jeu. 26`, `3 déc.`.
    #[must_use]
    pub fn near(date: NaiveDate, today: NaiveDate) -> Self {
        Self { iso: date.to_string(), text: words::screen_date(date, today) }
    }

    /// A day written in full: `9 novembre 2026`.
    #[must_use]
    pub fn full(date: NaiveDate) -> Self {
        Self { iso: date.to_string(), text: words::long_date(date) }
    }

    /// A day as exactly as it is known: `9 novembre 2026`, `novembre 2026`, `2026`.
    #[must_use]
    pub fn known(date: NaiveDate, precision: Precision) -> Self {
        Self { iso: date.to_string(), text: words::known_date(date, precision) }
    }
}

/// What a next date means today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Meaning {
    /// Gone by.
    Late,
    /// Today.
    Due,
    /// To come, or not set.
    Plain,
}

impl Meaning {
    /// What a date means on a day.
    #[must_use]
    pub fn of(date: Option<NaiveDate>, today: NaiveDate) -> Self {
        match date {
            Some(date) if date < today => Self::Late,
            Some(date) if date == today => Self::Due,
            Some(_) | None => Self::Plain,
        }
    }
}

/// One choice of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Choice {
    /// Its key, sent back.
    pub key: String,
    /// What people read.
    pub label: String,
    /// The heading it stands under.
    pub group: Option<String>,
    /// No longer offered: shown only where it was chosen.
    pub retired: bool,
}

impl Choice {
    /// A choice without a heading.
    #[must_use]
    pub fn new(key: &str, label: &str) -> Self {
        Self { key: key.to_owned(), label: words::spaced(label), group: None, retired: false }
    }

    /// A word of the vocabulary as a choice.
    pub fn of<W: Word + Labelled>(word: W) -> Self {
        Self::new(word.key(), word.label())
    }

    /// A list entry as a choice, without its heading.
    #[must_use]
    pub fn of_entry(entry: &ListEntry) -> Self {
        Self { retired: entry.retired, ..Self::new(entry.key.as_str(), &entry.label) }
    }
}

/// The key of a word that JSON alone spells.
pub fn key_of(word: impl Serialize) -> String {
    match serde_json::to_value(word) {
        Ok(serde_json::Value::String(key)) => key,
        Ok(_) | Err(_) => String::new(),
    }
}
