//! Bilans that were settled: what they said the day someone declared them done.

use chrono::NaiveDate;
use domain::report::Period;

use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_day};
use crate::error::StoreError;

pub(crate) const TABLE: &str = "
CREATE TABLE settled_report (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  from_date TEXT NOT NULL,
  to_date TEXT NOT NULL CHECK (to_date >= from_date),
  settled_on TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE INDEX settled_report_period ON settled_report (from_date, to_date);
";

const NAME: &str = "settled_report";

/// A bilan as it was settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettledReport {
    /// The period.
    pub period: Period,
    /// The day it was settled.
    pub settled_on: NaiveDate,
    /// Its figures, as the desk writes them.
    pub body: String,
}

impl Reader<'_> {
    /// The bilan of a period as it was settled last.
    pub fn settled_report(&self, period: Period) -> Result<Option<SettledReport>, StoreError> {
        let last = "SELECT * FROM settled_report WHERE from_date = ?1 AND to_date = ?2 ORDER BY id DESC LIMIT 1";
        self.row(NAME, last, (write_day(period.from()), write_day(period.to())), read)
    }
}

impl Writer<'_> {
    /// Keeps the figures of a bilan that is settled, over those it was settled with before.
    pub fn settle_report(&self, settled: &SettledReport) -> Result<(), StoreError> {
        let SettledReport { period, settled_on, body } = settled;
        let values = values! { from_date: period.from(), to_date: period.to(), settled_on: settled_on, body: body };
        self.insert_values(NAME, values).map(drop)
    }
}

fn read(columns: &Columns<'_>) -> Result<SettledReport, StoreError> {
    let period = Period::of(columns.get("from_date")?, columns.get("to_date")?);
    let period = period.map_err(|_| columns.damaged("to_date"))?;
    Ok(SettledReport { period, settled_on: columns.get("settled_on")?, body: columns.get("body")? })
}
