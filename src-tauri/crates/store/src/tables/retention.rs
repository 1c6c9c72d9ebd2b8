//! What was decided of a dossier whose time is over: kept longer and why, archived, taken back. The last
//! decision counts; the earlier ones say how it came to it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::dossier::DossierId;
use domain::retention::RetentionDecision;

use crate::access::{Reader, Writer};
use crate::columns::write_day;
use crate::error::StoreError;

pub(crate) const TABLE: &str = "
CREATE TABLE retention_decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  kind TEXT NOT NULL CHECK (kind IN ('archived', 'extended', 'taken_back')),
  decided_on TEXT NOT NULL,
  until TEXT,
  reason TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  CHECK ((kind = 'extended') <= (until IS NOT NULL))
) STRICT;
CREATE INDEX retention_decision_dossier ON retention_decision (dossier);
";

row! { "retention_decision": RetentionDecision { kind, decided_on, until, reason } }

impl Reader<'_> {
    /// Every decision on how long a dossier is kept, the first one first.
    pub fn retention_decisions(&self, dossier: DossierId) -> Result<Vec<RetentionDecision>, StoreError> {
        self.select("WHERE dossier = ?1 ORDER BY id", [dossier.0])
    }

    /// Whether something was decided, or erased, since a day.
    pub fn retention_decided_since(&self, day: NaiveDate) -> Result<bool, StoreError> {
        let day = write_day(day);
        let decided = "SELECT (SELECT count(*) FROM retention_decision WHERE decided_on >= ?1)
                            + (SELECT count(*) FROM erasure WHERE erased_at >= ?1)";
        Ok(self.number(decided, [day])? > 0)
    }
}

impl Writer<'_> {
    /// Adds a decision on how long a dossier is kept: it counts instead of the ones before.
    pub fn insert_retention_decision(
        &self,
        dossier: DossierId,
        decision: &RetentionDecision,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.insert_row(decision, values! { dossier: dossier, recorded_at: now }).map(drop)
    }
}
