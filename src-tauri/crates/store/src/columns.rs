//! How values of the domain are written in columns, and read back by the name of their column.
//!
//! Days are ISO text, money is integer cents, a rate is decimal text, a word of the vocabulary is its key. What does not
//! make a value of the domain is a damaged row, never a guess.

use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat, Utc};
use domain::assessment::{Finding, Opinion, RegisterAnswer, WatchPointId};
use domain::attachment::{AttachmentId, ContentKind, Rotation};
use domain::budget::{BudgetLineId, Certainty, Frequency, Hope, SealedBy, StatementReviewId};
use domain::calendar::{YearMonth, iso_day};
use domain::committee::{Attendance, AttendeeId, SessionKind, SessionState};
use domain::companion::{CompanionId, CompanionRole};
use domain::contact::{Email, Phone, PostalCode};
use domain::dossier::{DossierId, FactId, FactKind, Outcome, Precision, SessionId, SessionMatter, Stage};
use domain::household::{Link, MemberId, Presence, Share};
use domain::line::Line;
use domain::loan::{FeePayment, InsuranceRequirement, Rate};
use domain::money::Euros;
use domain::paper::{Fingerprint, KeptPaperId};
use domain::partner::{AidEntryId, ExchangeId, ExchangeKind, ReferrerId};
use domain::person::{PersonId, Title};
use domain::project::{AidId, AidStatus, Choice, ExpenseId, QuoteId};
use domain::resolution::ResolutionId;
use domain::retention::RetentionKind;
use domain::settings::ListKey;
use domain::task::{TaskFamily, WaitingOn};
use domain::text::Text;
use domain::words::Word;
use rusqlite::Row;
use rusqlite::types::{Value, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::StoreError;
use crate::tables::committee::ItemId;

/// How an hour is kept: `14:30`.
const HOUR: &str = "%H:%M";

/// One row of a table, read by the names of its columns.
pub(crate) struct Columns<'r> {
    table: &'static str,
    row: &'r Row<'r>,
}

/// A value that a column holds.
pub(crate) trait Cell: Sized {
    /// The value of a column; `None` where it makes no sense.
    fn from_cell(value: ValueRef<'_>) -> Option<Self>;

    /// What a column holds of it.
    fn to_cell(&self) -> Value;
}

/// A value that a column holds as JSON.
pub(crate) struct Json<T>(pub T);

impl<'r> Columns<'r> {
    pub(crate) fn new(table: &'static str, row: &'r Row<'r>) -> Self {
        Self { table, row }
    }

    /// The error of a row that makes no sense.
    pub(crate) fn damaged(&self, column: &'static str) -> StoreError {
        StoreError::RowDamaged { table: self.table, row: self.row.get(0).unwrap_or_default(), column }
    }

    /// The value of a column. Errors: it makes no sense.
    pub(crate) fn get<T: Cell>(&self, column: &'static str) -> Result<T, StoreError> {
        T::from_cell(self.raw(column)?).ok_or_else(|| self.damaged(column))
    }

    /// The value of the only column of a query, or of its first.
    pub(crate) fn first<T: Cell>(&self) -> Result<T, StoreError> {
        self.row.get_ref(0).ok().and_then(T::from_cell).ok_or_else(|| self.damaged("first"))
    }

    /// A value where it lies, for what reads it at once.
    pub(crate) fn raw(&self, column: &'static str) -> Result<ValueRef<'r>, StoreError> {
        self.row.get_ref(column).map_err(|_| self.damaged(column))
    }
}

impl<T: Cell> Cell for Option<T> {
    fn from_cell(value: ValueRef<'_>) -> Option<Self> {
        if value == ValueRef::Null { Some(None) } else { T::from_cell(value).map(Some) }
    }

    fn to_cell(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::to_cell)
    }
}

impl<T: Serialize + DeserializeOwned> Cell for Json<T> {
    fn from_cell(value: ValueRef<'_>) -> Option<Self> {
        serde_json::from_str(value.as_str().ok()?).ok().map(Self)
    }

    /// What cannot be written as JSON is nothing, which the column refuses.
    fn to_cell(&self) -> Value {
        serde_json::to_string(&self.0).map_or(Value::Null, Value::Text)
    }
}

impl Cell for NaiveDate {
    fn from_cell(value: ValueRef<'_>) -> Option<Self> {
        iso_day(value.as_str().ok()?)
    }

    fn to_cell(&self) -> Value {
        Value::Text(write_day(*self))
    }
}

impl Cell for Vec<u8> {
    fn from_cell(value: ValueRef<'_>) -> Option<Self> {
        value.as_blob().ok().map(ToOwned::to_owned)
    }

    fn to_cell(&self) -> Value {
        Value::Blob(self.clone())
    }
}

/// Values kept as text: how it is parsed, how it is written. What is not written back as it was is damaged.
macro_rules! text_cells {
    ($($type:ty: $parse:expr, $write:expr;)+) => {$(
        impl Cell for $type {
            fn from_cell(value: ValueRef<'_>) -> Option<Self> {
                let (text, parse, write): (_, fn(&str) -> Option<Self>, fn(&Self) -> String) =
                    (value.as_str().ok()?, $parse, $write);
                parse(text).filter(|value| write(value) == text)
            }

            fn to_cell(&self) -> Value {
                let write: fn(&Self) -> String = $write;
                Value::Text(write(self))
            }
        }
    )+};
}

text_cells! {
    String: |text| Some(text.to_owned()), |text| text.clone();
    Line: |text| Line::read(text).ok(), |line| line.as_str().to_owned();
    Text: |text| Text::read(text).ok(), |prose| prose.as_str().to_owned();
    ListKey: |text| Some(ListKey::new(text)), |key| key.as_str().to_owned();
    Phone: |text| Phone::read(text).ok(), |phone| phone.figures().to_owned();
    Email: |text| Email::read(text).ok(), |email| email.as_str().to_owned();
    PostalCode: |text| PostalCode::read(text).ok(), |code| code.as_str().to_owned();
    Rate: |text| Rate::read(text).ok(), |rate| (*rate).into();
    YearMonth: |text| YearMonth::read(text).ok(), |month| write_month(*month);
    NaiveTime: |text| NaiveTime::parse_from_str(text, HOUR).ok(), |hour| hour.format(HOUR).to_string();
    DateTime<Utc>: |text| DateTime::parse_from_rfc3339(text).ok().map(|at| at.to_utc()), |at| write_moment(*at);
    Fingerprint: Fingerprint::read, ToString::to_string;
}

/// Values kept as a whole number: how it is read, how it is written.
macro_rules! number_cells {
    ($($type:ty: $read:expr, $write:expr;)+) => {$(
        impl Cell for $type {
            fn from_cell(value: ValueRef<'_>) -> Option<Self> {
                let read: fn(i64) -> Option<Self> = $read;
                read(value.as_i64().ok()?)
            }

            fn to_cell(&self) -> Value {
                let write: fn(&Self) -> i64 = $write;
                Value::Integer(write(self))
            }
        }
    )+};
}

number_cells! {
    i64: Some, |number| *number;
    u32: |number| number.try_into().ok(), |number| (*number).into();
    u64: |number| number.try_into().ok(), |number| i64::try_from(*number).unwrap_or(i64::MAX);
    bool: |number| Some(number == 1), |yes| (*yes).into();
    Euros: |cents| Euros::from_cents(cents).ok(), |amount| amount.cents();
    Rotation: Rotation::of_degrees, |rotation| rotation.degrees().into();
}

macro_rules! id_cells {
    ($($id:ident),+ $(,)?) => { number_cells! { $($id: |number| Some($id(number)), |id| id.0;)+ } };
}

id_cells! {
    AidEntryId, AidId, AttachmentId, AttendeeId, BudgetLineId, CompanionId, DossierId, ExchangeId, ExpenseId, FactId,
    ItemId, KeptPaperId, MemberId, PersonId, QuoteId, ReferrerId, ResolutionId, SessionId, StatementReviewId, WatchPointId,
}

macro_rules! word_cells {
    ($($word:ident),+ $(,)?) => { text_cells! { $($word: $word::from_key, |word| word.key().to_owned();)+ } };
}

word_cells! {
    AidStatus, Attendance, Certainty, Choice, CompanionRole, ContentKind, ExchangeKind, FactKind, FeePayment, Finding,
    Frequency, Hope, InsuranceRequirement, Link, Opinion, Outcome, Precision, Presence, RegisterAnswer, RetentionKind,
    SealedBy, SessionKind, SessionMatter, SessionState, Share, Stage, TaskFamily, Title, WaitingOn,
}

/// A day as ISO text.
pub(crate) fn write_day(day: NaiveDate) -> String {
    day.format("%Y-%m-%d").to_string()
}

/// A month as ISO text: `2028-01`.
pub(crate) fn write_month(month: YearMonth) -> String {
    month.first_day().format("%Y-%m").to_string()
}

/// A moment as ISO text in universal time, to the millisecond.
pub(crate) fn write_moment(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Millis, true)
}
