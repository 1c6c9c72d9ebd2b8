//! The register of erasures, and what the bilans keep of those erased.
//!
//! A line of the register is what its certificate prints: days, counts, references, a reason, no name.
//! A past row is a row of the bilans that no longer names its dossier.

pub(crate) const TABLE: &str = "
CREATE TABLE erasure (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number TEXT NOT NULL UNIQUE CHECK (number <> ''),
  erased_at TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE TABLE past_row (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
";
