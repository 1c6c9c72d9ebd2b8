//! What the third step ran and no table says any longer, to the letter.

/// Before the whole life of a dossier was noted.
pub(crate) const FACT: &str = "
CREATE TABLE fact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  kind TEXT NOT NULL CHECK (kind IN ('request_received', 'interview_held', 'agreed_in_principle', 'refused', 'approved',
                                     'orientation_decided', 'submitted', 'support_planned', 'contract_signed',
                                     'withdrawn', 'disbursed', 'amended', 'declared', 'dropped', 'next_date_set')),
  on_date TEXT NOT NULL,
  replaces INTEGER UNIQUE REFERENCES fact (id),
  recorded_at TEXT NOT NULL,
  reason TEXT CHECK (reason IS NULL OR replaces IS NOT NULL),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
";

/// Takes over the facts of the second shape, with their numbers and the last number given.
pub(crate) const FACT_FROM_2: &str = "
INSERT INTO fact (id, dossier, kind, on_date, replaces, recorded_at, reason, body)
SELECT id, dossier, kind, on_date, replaces, recorded_at, reason, body FROM fact_2 ORDER BY id;
DELETE FROM sqlite_sequence WHERE name = 'fact';
UPDATE sqlite_sequence SET name = 'fact' WHERE name = 'fact_2';
DROP TABLE fact_2;
CREATE INDEX fact_dossier ON fact (dossier);
";
