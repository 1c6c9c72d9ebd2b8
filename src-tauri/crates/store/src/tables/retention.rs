//! What was decided of a dossier whose time is over: kept longer and why, archived, taken back. The last
//! decision counts; the earlier ones say how it came to it.

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
