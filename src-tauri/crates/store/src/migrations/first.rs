//! What the first step ran and no table says any longer, to the letter.

/// Each kind had its own columns.
pub(crate) const FACT: &str = "
CREATE TABLE fact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  kind TEXT NOT NULL CHECK (kind IN ('request_received', 'next_date_set')),
  on_date TEXT NOT NULL,
  replaces INTEGER UNIQUE REFERENCES fact (id),
  recorded_at TEXT NOT NULL,
  origin TEXT,
  project TEXT,
  purpose TEXT,
  amount_cents INTEGER,
  next_on TEXT,
  what TEXT,
  CHECK ((kind = 'request_received') = (origin IS NOT NULL)),
  CHECK ((kind = 'request_received') = (project IS NOT NULL)),
  CHECK (kind = 'request_received' OR (purpose IS NULL AND amount_cents IS NULL)),
  CHECK ((kind = 'next_date_set') = (next_on IS NOT NULL)),
  CHECK ((kind = 'next_date_set') = (what IS NOT NULL))
) STRICT;
CREATE INDEX fact_dossier ON fact (dossier);
";

/// The link is looked at when the transaction ends, once the lines are written again.
pub(crate) const LINE: &str = "
CREATE TABLE dossier_line (
  dossier INTEGER PRIMARY KEY REFERENCES dossier (id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT NOT NULL,
  name TEXT NOT NULL,
  project TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('request', 'assessment')),
  next_date TEXT,
  next_what TEXT NOT NULL,
  amount_cents INTEGER,
  search TEXT NOT NULL
) STRICT;
CREATE INDEX dossier_line_order ON dossier_line (next_date IS NULL, next_date, dossier);
";

/// Undo, before a check of words was written as one comparison after the other.
pub(crate) const UNDO: &str = "
CREATE TABLE undo_action (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  side TEXT NOT NULL CHECK (side IN ('done', 'undone')),
  call TEXT NOT NULL,
  sentence TEXT NOT NULL,
  dossier INTEGER,
  at TEXT NOT NULL
) STRICT;
CREATE TABLE undo_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  action INTEGER NOT NULL REFERENCES undo_action (number),
  change TEXT NOT NULL CHECK (change IN ('insert', 'update', 'delete')),
  in_table TEXT NOT NULL,
  row INTEGER NOT NULL,
  dossier INTEGER,
  image TEXT,
  CHECK ((change = 'insert') = (image IS NULL))
) STRICT;
CREATE INDEX undo_step_action ON undo_step (action);
";
