//! How values of the domain are written in columns, and read back.
//!
//! Days are ISO text, money is integer cents, a rate is decimal text, a word of the vocabulary is its
//! name in small letters. What does not make a value of the domain is a damaged
//! row, never a guess.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use domain::calendar::{YearMonth, iso_day};
use domain::contact::{Email, Phone, PostalCode};
use domain::line::Line;
use domain::loan::Rate;
use domain::money::Euros;
use domain::settings::ListKey;
use domain::text::Text;
use domain::words::Word;
use rusqlite::Row;
use rusqlite::types::FromSql;

use crate::error::StoreError;

/// One row of a table, read column by column in the order of the query.
pub(crate) struct Columns<'r> {
    table: &'static str,
    row: &'r Row<'r>,
}

impl<'r> Columns<'r> {
    pub(crate) fn new(table: &'static str, row: &'r Row<'r>) -> Self {
        Self { table, row }
    }

    /// The error of a row that makes no sense.
    pub(crate) fn damaged(&self, column: &'static str) -> StoreError {
        StoreError::RowDamaged { table: self.table, row: self.row.get(0).unwrap_or_default(), column }
    }

    pub(crate) fn integer(&self, place: usize) -> Result<i64, StoreError> {
        self.get(place)
    }

    pub(crate) fn maybe_integer(&self, place: usize) -> Result<Option<i64>, StoreError> {
        self.get(place)
    }

    pub(crate) fn count(&self, place: usize) -> Result<u32, StoreError> {
        self.maybe_count(place)?.ok_or_else(|| self.damaged("count"))
    }

    pub(crate) fn maybe_count(&self, place: usize) -> Result<Option<u32>, StoreError> {
        let number = self.maybe_integer(place)?;
        number.map(|number| u32::try_from(number).map_err(|_| self.damaged("count"))).transpose()
    }

    pub(crate) fn text(&self, place: usize) -> Result<String, StoreError> {
        self.get(place)
    }

    /// A text where it lies, for what reads it at once.
    pub(crate) fn written(&self, place: usize) -> Result<&'r str, StoreError> {
        self.maybe_written(place)?.ok_or_else(|| self.damaged("type"))
    }

    pub(crate) fn maybe_text(&self, place: usize) -> Result<Option<String>, StoreError> {
        self.get(place)
    }

    pub(crate) fn bytes(&self, place: usize) -> Result<Vec<u8>, StoreError> {
        self.get(place)
    }

    /// Bytes read where they lie.
    pub(crate) fn kept(&self, place: usize) -> Result<&'r [u8], StoreError> {
        self.row.get_ref(place).ok().and_then(|value| value.as_blob().ok()).ok_or_else(|| self.damaged("type"))
    }

    pub(crate) fn line(&self, place: usize) -> Result<Line, StoreError> {
        let text = self.text(place)?;
        Line::read(&text).ok().filter(|line| line.as_str() == text).ok_or_else(|| self.damaged("line"))
    }

    pub(crate) fn prose(&self, place: usize) -> Result<Text, StoreError> {
        let text = self.text(place)?;
        Text::read(&text).ok().filter(|prose| prose.as_str() == text).ok_or_else(|| self.damaged("text"))
    }

    pub(crate) fn key(&self, place: usize) -> Result<ListKey, StoreError> {
        self.written(place).map(ListKey::new)
    }

    pub(crate) fn maybe_key(&self, place: usize) -> Result<Option<ListKey>, StoreError> {
        Ok(self.maybe_written(place)?.map(ListKey::new))
    }

    pub(crate) fn day(&self, place: usize) -> Result<NaiveDate, StoreError> {
        self.maybe_day(place)?.ok_or_else(|| self.damaged("day"))
    }

    pub(crate) fn maybe_day(&self, place: usize) -> Result<Option<NaiveDate>, StoreError> {
        self.maybe(place, iso_day, "day")
    }

    pub(crate) fn maybe_month(&self, place: usize) -> Result<Option<YearMonth>, StoreError> {
        self.maybe(place, |text| YearMonth::read(text).ok().filter(|month| write_month(*month) == text), "month")
    }

    pub(crate) fn moment(&self, place: usize) -> Result<DateTime<Utc>, StoreError> {
        let text = self.text(place)?;
        DateTime::parse_from_rfc3339(&text).map(|moment| moment.to_utc()).map_err(|_| self.damaged("moment"))
    }

    pub(crate) fn euros(&self, place: usize) -> Result<Euros, StoreError> {
        self.maybe_euros(place)?.ok_or_else(|| self.damaged("amount"))
    }

    pub(crate) fn maybe_euros(&self, place: usize) -> Result<Option<Euros>, StoreError> {
        let cents = self.maybe_integer(place)?;
        cents.map(|cents| Euros::from_cents(cents).map_err(|_| self.damaged("amount"))).transpose()
    }

    pub(crate) fn maybe_rate(&self, place: usize) -> Result<Option<Rate>, StoreError> {
        self.maybe(place, |text| Rate::read(text).ok().filter(|rate| write_rate(*rate) == text), "rate")
    }

    pub(crate) fn maybe_phone(&self, place: usize) -> Result<Option<Phone>, StoreError> {
        self.maybe(place, |text| Phone::read(text).ok().filter(|phone| phone.figures() == text), "phone")
    }

    pub(crate) fn maybe_email(&self, place: usize) -> Result<Option<Email>, StoreError> {
        self.maybe(place, |text| Email::read(text).ok().filter(|email| email.as_str() == text), "email")
    }

    pub(crate) fn maybe_postal_code(&self, place: usize) -> Result<Option<PostalCode>, StoreError> {
        self.maybe(place, |text| PostalCode::read(text).ok().filter(|code| code.as_str() == text), "postal code")
    }

    pub(crate) fn word<W: Word>(&self, place: usize) -> Result<W, StoreError> {
        self.maybe_word(place)?.ok_or_else(|| self.damaged("word"))
    }

    pub(crate) fn maybe_word<W: Word>(&self, place: usize) -> Result<Option<W>, StoreError> {
        self.maybe(place, W::from_key, "word")
    }

    fn maybe<T>(
        &self,
        place: usize,
        read: impl FnOnce(&str) -> Option<T>,
        column: &'static str,
    ) -> Result<Option<T>, StoreError> {
        let text = self.maybe_written(place)?;
        text.map(|text| read(text).ok_or_else(|| self.damaged(column))).transpose()
    }

    fn maybe_written(&self, place: usize) -> Result<Option<&'r str>, StoreError> {
        let value = self.row.get_ref(place).map_err(|_| self.damaged("type"))?;
        value.as_str_or_null().map_err(|_| self.damaged("type"))
    }

    fn get<T: FromSql>(&self, place: usize) -> Result<T, StoreError> {
        self.row.get(place).map_err(|_| self.damaged("type"))
    }
}

/// A day as ISO text.
pub(crate) fn write_day(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

/// A month as ISO text: `2028-01`.
pub(crate) fn write_month(month: YearMonth) -> String {
    month.first_day().format("%Y-%m").to_string()
}

/// A rate in percent as text with a point: `4.00`.
pub(crate) fn write_rate(rate: Rate) -> String {
    rate.into()
}

/// A moment as ISO text in universal time, to the millisecond.
pub(crate) fn write_moment(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Millis, true)
}
