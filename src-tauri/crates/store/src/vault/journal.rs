//! The access journal of an open vault: whether it is whole, and how its oldest lines go.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::TransactionBehavior;

use super::{Doubt, Vault};
use crate::access::JournalEntry;
use crate::error::StoreError;

/// Whether the journal is whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JournalVerdict {
    /// How many lines it has.
    pub lines: u64,
    /// The number of the first line that does not follow from the one before; nothing when all do.
    pub broken: Option<i64>,
    /// How many lines, the first ones, went with their legal time, and the day the last of them did.
    pub gone: Option<(u64, NaiveDate)>,
    /// What of this office goes further than the journal does.
    pub doubts: Vec<Doubt>,
}

impl Vault {
    /// Reads the whole chain of the journal again.
    pub fn journal_verdict(&self) -> Result<JournalVerdict, StoreError> {
        self.read(|reader| {
            let lines = reader.number("SELECT count(*) FROM access_journal", ())?;
            let broken = reader.broken_journal_line(&self.keys.journal)?;
            let gone = reader.lines_gone()?;
            Ok(JournalVerdict { lines: lines.try_into().unwrap_or_default(), broken, gone, doubts: self.doubts() })
        })
    }

    /// Lets the lines older than a moment go, at most once a day, with one line that says so. An absence ages them by a
    /// month at most: a clock years ahead takes no line of the last year.
    pub fn let_journal_go(
        &mut self,
        older_than: DateTime<Utc>,
        today: NaiveDate,
        entry: JournalEntry<'_>,
    ) -> Result<u64, StoreError> {
        let changed = self.changed.get();
        let gone = self.within(TransactionBehavior::Immediate, |writer| {
            let gone = writer.let_journal_go(older_than, today, &self.keys.journal)?;
            if gone > 0 {
                writer.add_to_journal(&entry, &self.keys.journal)?;
            }
            Ok::<_, StoreError>(gone)
        })?;
        // Nobody changed anything: no new copy is needed for it.
        self.changed.set(changed);
        Ok(gone)
    }
}
