//! What the second step ran and no table says any longer, to the letter.

/// Before running loans were changed and instalments declared.
pub(crate) const FACT: &str = "
CREATE TABLE fact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  kind TEXT NOT NULL CHECK (kind IN ('request_received', 'interview_held', 'agreed_in_principle', 'refused', 'approved',
                                     'orientation_decided', 'submitted', 'support_planned', 'contract_signed',
                                     'withdrawn', 'disbursed', 'dropped', 'next_date_set')),
  on_date TEXT NOT NULL,
  replaces INTEGER UNIQUE REFERENCES fact (id),
  recorded_at TEXT NOT NULL,
  reason TEXT CHECK (reason IS NULL OR replaces IS NOT NULL),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
";

/// Takes over the facts of the first shape, with their numbers and the last number given.
pub(crate) const FACT_FROM_1: &str = "
INSERT INTO fact (id, dossier, kind, on_date, replaces, recorded_at, body)
SELECT id, dossier, kind, on_date, replaces, recorded_at,
       CASE kind WHEN 'request_received'
         THEN json_object('received_on', on_date, 'origin', origin, 'project', project, 'purpose', purpose,
                          'amount', amount_cents)
         ELSE json_object('set_on', on_date, 'on', next_on, 'what', what)
       END
FROM fact_1 ORDER BY id;
DELETE FROM sqlite_sequence WHERE name = 'fact';
UPDATE sqlite_sequence SET name = 'fact' WHERE name = 'fact_1';
DROP TABLE fact_1;
CREATE INDEX fact_dossier ON fact (dossier);
";

/// The lines of the lists before a loan had an end of its own.
pub(crate) const LINE: &str = "
CREATE TABLE dossier_line (
  dossier INTEGER PRIMARY KEY REFERENCES dossier (id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT NOT NULL,
  name TEXT NOT NULL,
  project TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('request', 'assessment', 'to_submit', 'with_lender', 'agreement_in_principle',
                                       'refused', 'granted', 'signed', 'running', 'closed')),
  since TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('redirected', 'inadmissible', 'dropped', 'withdrawn')),
  lender TEXT,
  expected_on TEXT,
  next_date TEXT,
  next_what TEXT NOT NULL,
  amount_cents INTEGER,
  search TEXT NOT NULL
) STRICT;
CREATE INDEX dossier_line_order ON dossier_line (next_date IS NULL, next_date, dossier, stage);
CREATE INDEX dossier_line_stage ON dossier_line (stage, since);
";

/// Rows of the bilans as JSON.
pub(crate) const REPORT_ROW: &str = "
CREATE TABLE report_row (
  dossier INTEGER PRIMARY KEY REFERENCES dossier (id) DEFERRABLE INITIALLY DEFERRED,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
";
