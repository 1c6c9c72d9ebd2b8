//! What the fifth step ran and no table says any longer, to the letter.

/// Before a check of words was written as one comparison after the other.
pub(crate) const FACT: &str = "
CREATE TABLE fact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  kind TEXT NOT NULL CHECK (kind IN ('taken_over', 'request_received', 'screened', 'informed', 'appointment_set',
                                  'interview_held', 'document_noted', 'session_listed', 'session_heard',
                                  'agreed_in_principle', 'refused', 'refusal_explained', 'approved',
                                  'orientation_decided', 'submitted', 'support_planned', 'contract_signed',
                                  'disbursed', 'amended', 'declared', 'reviewed', 'noted', 'survey_answered',
                                  'bank_details_received', 'refund_decided', 'withdrawn', 'dropped', 'closed',
                                  'next_date_set')),
  on_date TEXT NOT NULL,
  precision TEXT NOT NULL DEFAULT 'day' CHECK (precision IN ('day', 'month', 'year')),
  replaces INTEGER UNIQUE REFERENCES fact (id),
  recorded_at TEXT NOT NULL,
  reason TEXT CHECK (reason IS NULL OR replaces IS NOT NULL),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
";

/// Takes over the facts of the fourth shape, with their numbers and the last number given.
pub(crate) const FACT_FROM_4: &str = "
INSERT INTO fact (id, dossier, kind, on_date, replaces, recorded_at, reason, body)
SELECT id, dossier, kind, on_date, replaces, recorded_at, reason, body FROM fact_4 ORDER BY id;
DELETE FROM sqlite_sequence WHERE name = 'fact';
UPDATE sqlite_sequence SET name = 'fact' WHERE name = 'fact_4';
DROP TABLE fact_4;
CREATE INDEX fact_dossier ON fact (dossier);
";

/// Lists, before what the day counts was counted from indexes.
pub(crate) const LINE: &str = "
CREATE TABLE dossier_line (
  dossier INTEGER PRIMARY KEY REFERENCES dossier (id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT NOT NULL,
  name TEXT NOT NULL,
  project TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('request', 'assessment', 'session', 'to_submit', 'with_lender',
                                       'agreement_in_principle', 'refused', 'granted', 'signed', 'running',
                                       'accelerated', 'ending', 'closed')),
  since TEXT NOT NULL,
  outcome TEXT CHECK (outcome IN ('information_only', 'redirected', 'inadmissible', 'dropped', 'withdrawn', 'ended_unpaid',
                                    'ended_repaid', 'ended_lost', 'ended_died', 'ended_elsewhere')),
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
CREATE INDEX dossier_line_stage ON dossier_line (stage, since);
CREATE INDEX dossier_line_contact ON dossier_line (archived, last_contact, kept_until);
CREATE INDEX dossier_line_archived ON dossier_line (dossier) WHERE archived = 1;
CREATE INDEX dossier_line_lent ON dossier_line (amount_cents)
  WHERE stage IN ('running', 'accelerated', 'ending') OR outcome IN ('ended_repaid', 'ended_lost', 'ended_died');
";

/// What there is to do.
pub(crate) const TASK: &str = "
CREATE TABLE task (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  rule TEXT NOT NULL CHECK (rule <> ''),
  due TEXT NOT NULL,
  at TEXT,
  what TEXT NOT NULL,
  since TEXT NOT NULL,
  waiting_on TEXT NOT NULL CHECK (waiting_on IN ('advisor', 'person', 'lender', 'committee', 'commission', 'guardian',
                                                 'referrer', 'treasurer')),
  family TEXT NOT NULL CHECK (family IN ('request', 'assessment', 'decision', 'lender', 'loan', 'arrears', 'end',
                                         'office')),
  fact INTEGER,
  put_off TEXT NOT NULL
) STRICT;
CREATE INDEX task_dossier ON task (dossier);
CREATE INDEX task_arrears ON task (due, dossier) WHERE family = 'arrears';
CREATE INDEX task_waiting ON task (since, dossier) WHERE waiting_on <> 'advisor';
CREATE INDEX task_appointment ON task (due, at) WHERE rule = 'appointment';
CREATE INDEX task_silent ON task (due, dossier) WHERE rule = 'silent_loan';
";
