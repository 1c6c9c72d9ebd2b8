//! What the fourth step ran and no table says any longer, to the letter.

/// What the time a dossier is kept needs. The order of the list tells archives apart without reading a row.
pub(crate) const RETENTION: &str = "
ALTER TABLE dossier_line ADD COLUMN last_contact TEXT NOT NULL DEFAULT '';
ALTER TABLE dossier_line ADD COLUMN kept_until TEXT;
ALTER TABLE dossier_line ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1));
DROP INDEX dossier_line_order;
CREATE INDEX dossier_line_order ON dossier_line (next_date IS NULL, next_date, dossier, stage, archived);
CREATE INDEX dossier_line_contact ON dossier_line (archived, last_contact);
";
