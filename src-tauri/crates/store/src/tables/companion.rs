//! Who else accompanies the person of a dossier, in the order they were entered; one of them at most is the referent.

use domain::companion::{Companion, CompanionId};
use domain::dossier::DossierId;

pub(crate) const TABLE: &str = "
CREATE TABLE companion (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  role TEXT NOT NULL CHECK (role IN ('professional', 'guardian', 'relative')),
  name TEXT NOT NULL CHECK (name <> ''),
  organisation TEXT NOT NULL,
  reach TEXT NOT NULL,
  address TEXT NOT NULL,
  agreed_on TEXT,
  lead INTEGER NOT NULL CHECK (lead IN (0, 1))
) STRICT;
CREATE INDEX companion_dossier ON companion (dossier);
CREATE UNIQUE INDEX companion_lead ON companion (dossier) WHERE lead = 1;
";

row! { "companion": Companion [id] { role, name, organisation, reach, address, agreed_on, lead } }
owned! { Companion, CompanionId of dossier: DossierId {
    companions, insert_companion, update_companion, delete_companion
} }
