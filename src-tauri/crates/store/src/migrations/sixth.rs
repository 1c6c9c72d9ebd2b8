//! What the sixth step ran and no table says any longer, to the letter.

/// Whether a correction says that the fact never took place.
pub(crate) const RETRACTED: &str = "
ALTER TABLE fact ADD COLUMN retracted INTEGER NOT NULL DEFAULT 0
  CHECK (retracted IN (0, 1) AND (retracted = 0 OR replaces IS NOT NULL));
";

/// What a session was asked or said of a refund.
pub(crate) const OF_SESSIONS: &str = "
CREATE INDEX fact_of_sessions ON fact (dossier) WHERE kind IN ('refund_decided', 'session_listed');
";

/// What the day counts, counted from an index alone.
pub(crate) const COUNTED: &str = "
DROP INDEX dossier_line_stage;
DROP INDEX dossier_line_lent;
CREATE INDEX dossier_line_stage ON dossier_line (stage, since, archived, last_contact, lender);
CREATE INDEX dossier_line_lent ON dossier_line (amount_cents, stage, outcome)
  WHERE stage IN ('running', 'accelerated', 'ending') OR outcome IN ('ended_repaid', 'ended_lost', 'ended_died');
";
