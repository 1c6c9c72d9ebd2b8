//! Reading the journal: its lines, the newest first, by dossier, by call, by day.

use chrono::{DateTime, Utc};
use domain::dossier::DossierId;
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::NAME;
use crate::access::Reader;
use crate::columns::{Columns, write_moment};
use crate::error::StoreError;

/// Which lines of the journal, and which page of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JournalQuery {
    /// Only those about this dossier.
    pub dossier: Option<DossierId>,
    /// Only those of these calls.
    pub calls: Option<Vec<&'static str>>,
    /// Only those from this moment on.
    pub from: Option<DateTime<Utc>>,
    /// Only those before this moment.
    pub before: Option<DateTime<Utc>>,
    /// How many lines to pass over.
    pub offset: u64,
    /// How many lines at most.
    pub limit: u64,
}

/// A line of the journal, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalLine {
    /// Its number: one more than the line before.
    pub seq: i64,
    /// When, to the millisecond.
    pub at: DateTime<Utc>,
    /// The name of the call.
    pub call: String,
    /// The dossier it was about, which may be gone.
    pub dossier: Option<DossierId>,
    /// Names of fields.
    pub fields: Vec<String>,
}

impl Reader<'_> {
    /// The lines that a query asks for, the newest first, and how many there are in all.
    pub fn journal_lines(&self, query: &JournalQuery) -> Result<(Vec<JournalLine>, u64), StoreError> {
        let (filter, mut values) = query.filter();
        let count = format!("SELECT count(*) FROM access_journal {filter}");
        let found = self.number(&count, params_from_iter(values.clone()))?;
        for number in [query.limit, query.offset] {
            values.push(Value::Integer(i64::try_from(number).unwrap_or(i64::MAX)));
        }
        let page = format!("SELECT * FROM access_journal {filter} ORDER BY seq DESC LIMIT ? OFFSET ?");
        let lines = self.rows(NAME, &page, params_from_iter(values), read)?;
        Ok((lines, found.try_into().unwrap_or_default()))
    }
}

impl JournalQuery {
    /// The condition of the query, and the values it takes in their order.
    fn filter(&self) -> (String, Vec<Value>) {
        let (mut conditions, mut values) = (Vec::new(), Vec::new());
        if let Some(dossier) = self.dossier {
            conditions.push("dossier = ?");
            values.push(Value::Integer(dossier.0));
        }
        if let Some(calls) = &self.calls {
            conditions.push("instr(?, ',' || call || ',') > 0");
            values.push(Value::Text(format!(",{},", calls.join(","))));
        }
        for (moment, condition) in [(self.from, "at >= ?"), (self.before, "at < ?")] {
            if let Some(moment) = moment {
                conditions.push(condition);
                values.push(Value::Text(write_moment(moment)));
            }
        }
        let filter = if conditions.is_empty() { String::new() } else { format!("WHERE {}", conditions.join(" AND ")) };
        (filter, values)
    }
}

fn read(columns: &Columns<'_>) -> Result<JournalLine, StoreError> {
    let fields: String = columns.get("fields")?;
    Ok(JournalLine {
        seq: columns.get("seq")?,
        at: columns.get("at")?,
        call: columns.get("call")?,
        dossier: columns.get("dossier")?,
        fields: fields.split(',').filter(|field| !field.is_empty()).map(ToOwned::to_owned).collect(),
    })
}
