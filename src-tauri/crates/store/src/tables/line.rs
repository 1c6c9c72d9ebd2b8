//! What lists show: one line for each dossier, written again by every action that
//! touches it, never by hand.

use chrono::NaiveDate;
use domain::dossier::{DossierId, DossierLine, Phase, SessionMatter, Stage};
use domain::settings::{ListEntry, ListKey};
use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::search::typed_words;
use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_day};
use crate::error::StoreError;
use crate::row::Row;

/// The link is looked at when the transaction ends, once the lines are written again. The order of the list tells
/// archives apart without reading a row. What the day counts (the lines of a stage, those without news, what was lent)
/// is counted from an index alone: 60 000 lines do not fit in the memory of the database, and each page read again is
/// deciphered again.
pub(crate) const TABLE: &str = concat!(
    "
CREATE TABLE dossier_line (
  dossier INTEGER PRIMARY KEY REFERENCES dossier (id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT NOT NULL,
  name TEXT NOT NULL,
  project TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (",
    one_of!("stage":
        "request", "assessment", "session", "to_submit", "with_lender", "agreement_in_principle", "refused",
        "granted", "signed", "running", "accelerated", "ending", "closed"
    ),
    "),
  since TEXT NOT NULL,
  outcome TEXT CHECK (",
    one_of!("outcome":
        "information_only", "redirected", "inadmissible", "dropped", "withdrawn", "ended_unpaid",
        "ended_repaid", "ended_lost", "ended_died", "ended_elsewhere"
    ),
    "),
  lender TEXT,
  expected_on TEXT,
  next_date TEXT,
  next_what TEXT NOT NULL,
  amount_cents INTEGER,
  search TEXT NOT NULL,
  last_contact TEXT NOT NULL,
  kept_until TEXT,
  archived INTEGER NOT NULL CHECK (archived IN (0, 1))
) STRICT;
CREATE INDEX dossier_line_order ON dossier_line (next_date IS NULL, next_date, dossier, stage, archived);
CREATE INDEX dossier_line_stage ON dossier_line (stage, since, archived, last_contact, lender);
CREATE INDEX dossier_line_contact ON dossier_line (archived, last_contact, kept_until);
CREATE INDEX dossier_line_archived ON dossier_line (dossier) WHERE archived = 1;
CREATE INDEX dossier_line_lent ON dossier_line (amount_cents, stage, outcome)
  WHERE stage IN ('running', 'accelerated', 'ending') OR outcome IN ('ended_repaid', 'ended_lost', 'ended_died');
",
);

const NAME: &str = "dossier_line";

pub(super) const LINES: &str = "SELECT * FROM dossier_line";

/// The nearest next date first, dossiers without one last.
pub(super) const NEAREST: &str = "ORDER BY next_date IS NULL, next_date, dossier";

/// Which lines of the list, and which page of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DossierQuery {
    /// Words that each line has to have, at the start of one of its own; none finds everything.
    pub search: String,
    /// The phase they are in.
    pub phase: Option<Phase>,
    /// The dossiers looked among; all of them when absent.
    pub among: Option<Vec<DossierId>>,
    /// Only the archived ones, or only the others; both when absent.
    pub archived: Option<bool>,
    /// How many lines to pass over.
    pub offset: u64,
    /// How many lines at most.
    pub limit: u64,
}

impl Reader<'_> {
    /// The lines that a query asks for, and how many there are in all.
    ///
    /// Accents and capitals do not matter; signs separate words. The nearest next date comes first,
    /// dossiers without one last.
    pub fn dossier_lines(&self, query: &DossierQuery) -> Result<(Vec<(DossierId, DossierLine)>, u64), StoreError> {
        self.dossier_lines_about(query, &[])
    }

    /// The same lines, where a word may also begin a word of the label of a dossier's purpose, as the office names them.
    pub fn dossier_lines_about(
        &self,
        query: &DossierQuery,
        purposes: &[ListEntry],
    ) -> Result<(Vec<(DossierId, DossierLine)>, u64), StoreError> {
        let (page, found) = if query.is_all() {
            // Counted by narrow indexes, and the page alone is walked to.
            let all = "SELECT (SELECT count(*) FROM dossier) - (SELECT count(*) FROM dossier_line WHERE archived = 1)";
            (self.numbered(query.page(query.numbers(purposes)))?, self.number(all, ())?.try_into().unwrap_or_default())
        } else {
            // One walk says which there are and how many.
            let mut numbers = self.numbered(query.numbers(purposes))?;
            let found = u64::try_from(numbers.len()).unwrap_or(u64::MAX);
            let [from, long] = [query.offset, query.limit].map(|number| usize::try_from(number).unwrap_or(usize::MAX));
            numbers = numbers.into_iter().skip(from).take(long).collect();
            (numbers, found)
        };
        let line = |dossier| Ok(self.dossier_line(dossier)?.map(|line| (dossier, line)));
        let lines: Result<Vec<_>, StoreError> =
            page.into_iter().filter_map(|dossier| line(dossier).transpose()).collect();
        Ok((lines?, found))
    }

    fn numbered(&self, (statement, values): (String, Vec<Value>)) -> Result<Vec<DossierId>, StoreError> {
        self.rows(NAME, &statement, params_from_iter(values), |columns| columns.first())
    }

    /// The dossiers whose loan runs with a lender.
    pub fn running_with(&self, lender: &ListKey) -> Result<Vec<DossierId>, StoreError> {
        let theirs = "SELECT dossier FROM dossier_line WHERE stage = 'running' AND lender = ?1 ORDER BY dossier";
        self.rows(NAME, theirs, [lender.as_str()], |columns| columns.first())
    }

    /// The dossiers whose loan is over, closed or not, the oldest first.
    pub fn dossiers_repaid(&self) -> Result<Vec<DossierId>, StoreError> {
        let theirs =
            "SELECT dossier FROM dossier_line WHERE stage = 'ending' OR outcome = 'ended_repaid' ORDER BY dossier";
        self.rows(NAME, theirs, (), |columns| columns.first())
    }

    /// The dossiers whose loan runs, the oldest first.
    pub fn dossiers_running(&self) -> Result<Vec<DossierId>, StoreError> {
        let theirs = "SELECT dossier FROM dossier_line WHERE stage = 'running' ORDER BY dossier";
        self.rows(NAME, theirs, (), |columns| columns.first())
    }

    /// Each lender with running loans, and how many.
    pub fn running_by_lender(&self) -> Result<Vec<(ListKey, i64)>, StoreError> {
        let counted =
            "SELECT lender, count(*) AS loans FROM dossier_line WHERE stage = 'running' AND lender IS NOT NULL
                       GROUP BY lender ORDER BY lender";
        self.rows(NAME, counted, (), |columns| Ok((columns.get("lender")?, columns.get("loans")?)))
    }

    /// Each lender with loans that were already running on a day, and how many.
    pub fn running_since(&self, day: NaiveDate) -> Result<Vec<(ListKey, i64)>, StoreError> {
        let counted = "SELECT lender, count(*) AS loans FROM dossier_line WHERE stage = 'running' AND since <= ?1
                       AND lender IS NOT NULL GROUP BY lender ORDER BY lender";
        self.rows(NAME, counted, [write_day(day)], |columns| Ok((columns.get("lender")?, columns.get("loans")?)))
    }

    /// A page of the dossiers whose last contact is that day or before, and which were neither archived nor kept
    /// beyond today, the oldest contact first; and how many there are in all.
    pub fn silent_lines(
        &self,
        since: NaiveDate,
        today: NaiveDate,
        offset: u64,
        limit: u64,
    ) -> Result<(Vec<(DossierId, DossierLine)>, u64), StoreError> {
        let silent = "archived = 0 AND last_contact <= ?1 AND (kept_until IS NULL OR kept_until <= ?2)";
        let (since, today) = (write_day(since), write_day(today));
        let count = format!("SELECT count(*) FROM dossier_line WHERE {silent}");
        let found = self.number(&count, (&since, &today))?;
        let page = format!("{LINES} WHERE {silent} ORDER BY last_contact, dossier LIMIT ?3 OFFSET ?4");
        let [limit, offset] = [limit, offset].map(|number| i64::try_from(number).unwrap_or(i64::MAX));
        let lines = self.rows(NAME, &page, (&since, &today, limit, offset), read)?;
        Ok((lines, found.try_into().unwrap_or_default()))
    }

    /// The dossiers a session may be asked about their request, then about their refund: those being assessed, and
    /// those whose loan is over and of which nothing was decided nor listed. The longest there first.
    pub fn awaiting_session(
        &self,
        matter: SessionMatter,
        limit: u64,
    ) -> Result<Vec<(DossierId, DossierLine)>, StoreError> {
        let page = format!("{LINES} WHERE {} ORDER BY since, dossier LIMIT ?1", awaiting(matter));
        self.rows(NAME, &page, [i64::try_from(limit).unwrap_or(i64::MAX)], read)
    }

    /// How many dossiers a session may be asked about.
    pub fn count_awaiting_session(&self, matter: SessionMatter) -> Result<u64, StoreError> {
        let count = self.number(&format!("SELECT count(*) FROM dossier_line WHERE {}", awaiting(matter)), ())?;
        Ok(count.try_into().unwrap_or_default())
    }

    /// How many dossiers are on the agenda of a session that has not decided.
    pub fn dossiers_in_session(&self) -> Result<u64, StoreError> {
        let count = self.number("SELECT count(*) FROM dossier_line WHERE stage = 'session'", ())?;
        Ok(count.try_into().unwrap_or_default())
    }

    /// How many dossiers without a loan yet are about one of those purposes.
    pub fn assessing_for(&self, purposes: &[ListKey]) -> Result<u64, StoreError> {
        let marks = vec!["?"; purposes.len()].join(", ");
        let count = format!(
            "SELECT count(*) FROM dossier_line JOIN report_row USING (dossier)
             WHERE stage IN ('request', 'assessment', 'session', 'to_submit', 'with_lender') 
               AND json_extract(body, '$.purpose') IN ({marks})"
        );
        let keys = purposes.iter().map(|key| key.as_str().to_owned());
        let count = self.number(&count, params_from_iter(keys))?;
        Ok(count.try_into().unwrap_or_default())
    }

    /// How many dossiers are archived.
    pub fn count_archived(&self) -> Result<u64, StoreError> {
        let count = self.number("SELECT count(*) FROM dossier_line WHERE archived = 1", ())?;
        Ok(count.try_into().unwrap_or_default())
    }

    /// The line of a dossier, as it was last written.
    pub(crate) fn dossier_line(&self, dossier: DossierId) -> Result<Option<DossierLine>, StoreError> {
        self.select_one("WHERE dossier = ?1", [dossier.0])
    }
}

impl Writer<'_> {
    /// Puts a line in place of the one a dossier has, or takes that one away.
    pub(crate) fn put_line(&self, dossier: DossierId, line: Option<&DossierLine>) -> Result<(), StoreError> {
        let kept = self.dossier_line(dossier)?;
        self.reword(dossier, kept.map(|line| line.search), line.map(|line| line.search.clone()));
        self.change("DELETE FROM dossier_line WHERE dossier = ?1", [dossier.0])?;
        line.map_or(Ok(()), |line| self.insert_shown(dossier, line))
    }

    /// Writes the line of a dossier that has none.
    pub(crate) fn insert_line(&self, dossier: DossierId, line: &DossierLine) -> Result<(), StoreError> {
        self.reword(dossier, None, Some(line.search.clone()));
        self.insert_shown(dossier, line)
    }

    fn insert_shown(&self, dossier: DossierId, line: &DossierLine) -> Result<(), StoreError> {
        self.insert_row(line, values! { dossier: dossier }).map(drop)
    }
}

impl DossierQuery {
    /// Whether it asks for every dossier that is not archived.
    fn is_all(&self) -> bool {
        self.search.trim().is_empty() && self.phase.is_none() && self.among.is_none() && self.archived == Some(false)
    }

    /// The statement that reads the numbers of the dossiers it asks for in their order, and the values it takes.
    pub(crate) fn numbers(&self, purposes: &[ListEntry]) -> (String, Vec<Value>) {
        let (filter, values) = self.filter(purposes);
        (format!("SELECT dossier FROM dossier_line {filter} {NEAREST}"), values)
    }

    /// That statement, for its page alone.
    fn page(&self, (numbers, mut values): (String, Vec<Value>)) -> (String, Vec<Value>) {
        let page = [self.limit, self.offset].map(|number| i64::try_from(number).unwrap_or(i64::MAX));
        values.extend(page.map(Value::Integer));
        (format!("{numbers} LIMIT ? OFFSET ?"), values)
    }

    /// The condition of the query, and the values it takes in their order.
    ///
    /// A `+` keeps SQLite from another index than that of the order, which has all that is asked of a line: it would read
    /// every line that is not archived, and sort them, to show a hundred.
    fn filter(&self, purposes: &[ListEntry]) -> (String, Vec<Value>) {
        let (mut conditions, mut values) = (Vec::new(), Vec::new());
        if let Some(words) = typed_words(&self.search, purposes) {
            conditions.push("+dossier IN (SELECT rowid FROM dossier_search WHERE dossier_search MATCH ?)".to_owned());
            values.push(Value::Text(words));
        }
        if let Some(among) = &self.among {
            let numbers: Vec<_> = among.iter().map(|dossier| dossier.0.to_string()).collect();
            conditions.push("dossier IN (SELECT value FROM json_each(?))".to_owned());
            values.push(Value::Text(format!("[{}]", numbers.join(","))));
        }
        conditions.extend(self.phase.map(|phase| format!("+{}", in_phase(phase))));
        conditions.extend(self.archived.map(|archived| format!("+archived = {}", i64::from(archived))));
        let filter = if conditions.is_empty() { String::new() } else { format!("WHERE {}", conditions.join(" AND ")) };
        (filter, values)
    }
}

/// That a session may be asked about a dossier.
fn awaiting(matter: SessionMatter) -> &'static str {
    match matter {
        SessionMatter::Request => "stage = 'assessment' AND archived = 0",
        SessionMatter::Refund => {
            "stage = 'ending' AND archived = 0 AND NOT EXISTS (
               SELECT 1 FROM fact WHERE fact.dossier = dossier_line.dossier AND retracted = 0
               AND kind IN ('refund_decided', 'session_listed')
               AND (kind = 'refund_decided' OR json_extract(body, '$.matter') = 'refund')
               AND NOT EXISTS (SELECT 1 FROM fact AS later WHERE later.replaces = fact.id))"
        }
    }
}

/// The condition of being in a phase.
pub(super) fn in_phase(phase: Phase) -> String {
    let stages = Stage::ALL.into_iter().filter(|stage| stage.phase() == phase);
    let names: Vec<_> = stages.map(|stage| format!("'{}'", stage.key())).collect();
    format!("stage IN ({})", names.join(", "))
}

row! { "dossier_line": DossierLine {
    reference, name, project, stage, since, outcome, lender, expected_on, next_date, next_what,
    amount = "amount_cents", search, last_contact, kept_until, archived
} }

pub(super) fn read(columns: &Columns<'_>) -> Result<(DossierId, DossierLine), StoreError> {
    Ok((columns.get("dossier")?, DossierLine::read(columns)?))
}
