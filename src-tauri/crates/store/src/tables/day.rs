//! What the page of the day reads of the lines of the lists.
//!
//! Each is read through an index made for it, a page at a time, so that an office of 20 000 dossiers opens its day at
//! once.

use chrono::NaiveDate;
use domain::dossier::{DossierId, DossierLine, Phase};
use domain::money::Euros;

use super::line::{LINES, NEAREST, in_phase, read};
use super::register::REPAID;
use crate::access::Reader;
use crate::columns::write_day;
use crate::error::StoreError;

const NAME: &str = "dossier_line";

/// What was lent since the office began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lent {
    /// How many loans were paid out.
    pub loans: u64,
    /// Their amounts, added.
    pub amount: Euros,
    /// How many are being repaid.
    pub running: u64,
}

impl Reader<'_> {
    /// The dossiers whose next date is from a day to another, both included, the oldest first; and how many in all.
    /// Loans a register says repaid are closed together, and are not among them.
    pub fn lines_due(
        &self,
        (from, until): (NaiveDate, NaiveDate),
        limit: u64,
    ) -> Result<(Vec<(DossierId, DossierLine)>, u64), StoreError> {
        let due = format!(
            "(next_date IS NULL) = 0 AND next_date BETWEEN ?1 AND ?2 AND archived = 0
             AND dossier NOT IN (SELECT l.dossier {REPAID})"
        );
        let (from, until) = (write_day(from), write_day(until));
        let found = self.number(&format!("SELECT count(*) FROM dossier_line WHERE {due}"), (&from, &until))?;
        let page = format!("{LINES} WHERE {due} {NEAREST} LIMIT ?3");
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let lines = self.rows(NAME, &page, (&from, &until, limit), read)?;
        Ok((lines, found.try_into().unwrap_or_default()))
    }

    /// The lines of dossiers that are not archived, in the order of their next dates.
    pub fn lines_of(&self, dossiers: &[DossierId]) -> Result<Vec<(DossierId, DossierLine)>, StoreError> {
        let numbers: Vec<_> = dossiers.iter().map(|dossier| dossier.0.to_string()).collect();
        let theirs = format!("{LINES} WHERE dossier IN (SELECT value FROM json_each(?1)) AND archived = 0 {NEAREST}");
        self.rows(NAME, &theirs, [format!("[{}]", numbers.join(","))], read)
    }

    /// The dossiers being assessed that nothing was noted of since a day, the longest first; and how many in all.
    pub fn quiet_lines(
        &self,
        since: NaiveDate,
        limit: u64,
    ) -> Result<(Vec<(DossierId, DossierLine)>, u64), StoreError> {
        // The sign keeps away from the index of archives, which nearly every dossier is in.
        let quiet = format!("{} AND last_contact <= ?1 AND +archived = 0", in_phase(Phase::Assessing));
        let since = write_day(since);
        let found = self.number(&format!("SELECT count(*) FROM dossier_line WHERE {quiet}"), [&since])?;
        // The index finds the dossiers of the page; only their lines are read.
        let order = "ORDER BY last_contact, dossier";
        let first = format!("SELECT dossier FROM dossier_line WHERE {quiet} {order} LIMIT ?2");
        let page = format!("{LINES} WHERE dossier IN ({first}) {order}");
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let lines = self.rows(NAME, &page, (&since, limit), read)?;
        Ok((lines, found.try_into().unwrap_or_default()))
    }

    /// What was lent since the office began.
    pub fn lent(&self) -> Result<Lent, StoreError> {
        let paid = "stage IN ('running', 'accelerated', 'ending')
                    OR outcome IN ('ended_repaid', 'ended_lost', 'ended_died')";
        // The sign keeps the lines from being found by what is not archived: nearly all of them, read one by one.
        let running = format!("SELECT count(*) FROM dossier_line WHERE {} AND +archived = 0", in_phase(Phase::Running));
        let sum =
            format!("SELECT count(*) AS loans, coalesce(sum(amount_cents), 0) AS cents FROM dossier_line WHERE {paid}");
        let counted = self.row(NAME, &sum, (), |columns| Ok((columns.get("loans")?, columns.get("cents")?)))?;
        let (loans, cents): (i64, i64) = counted.unwrap_or_default();
        Ok(Lent {
            loans: loans.try_into().unwrap_or_default(),
            amount: Euros::from_cents(cents).unwrap_or_default(),
            running: self.number(&running, ())?.try_into().unwrap_or_default(),
        })
    }
}
