//! Who else accompanies the person of a dossier, in the order they were entered; one of them at most is the referent.

use domain::companion::{Companion, CompanionId};
use domain::dossier::DossierId;

use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_day};
use crate::error::StoreError;

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

const NAME: &str = "companion";

impl Reader<'_> {
    /// Who accompanies the person of a dossier, in the order they were entered.
    pub fn companions(&self, dossier: DossierId) -> Result<Vec<Companion>, StoreError> {
        let theirs = "SELECT id, role, name, organisation, reach, address, agreed_on, lead FROM companion
                      WHERE dossier = ?1 ORDER BY id";
        self.rows(NAME, theirs, [dossier.0], read)
    }
}

impl Writer<'_> {
    /// Adds a companion and gives their number; the number that `companion` has does not count.
    pub fn insert_companion(&self, dossier: DossierId, companion: &Companion) -> Result<CompanionId, StoreError> {
        let id = self.insert(
            "INSERT INTO companion (role, name, organisation, reach, address, agreed_on, lead, dossier)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            write(dossier, companion),
        )?;
        Ok(CompanionId(id))
    }

    /// Changes the companion of that number. Errors: the dossier has no such companion.
    pub fn update_companion(&self, dossier: DossierId, companion: &Companion) -> Result<(), StoreError> {
        let sql = format!(
            "UPDATE companion SET role = ?1, name = ?2, organisation = ?3, reach = ?4, address = ?5, agreed_on = ?6,
                    lead = ?7 WHERE dossier = ?8 AND id = {}",
            companion.id.0
        );
        self.change_one(NAME, companion.id.0, &sql, write(dossier, companion))
    }

    /// Takes a companion out. Errors: the dossier has no such companion.
    pub fn delete_companion(&self, dossier: DossierId, companion: CompanionId) -> Result<(), StoreError> {
        let sql = "DELETE FROM companion WHERE id = ?1 AND dossier = ?2";
        self.change_one(NAME, companion.0, sql, (companion.0, dossier.0))
    }
}

fn read(columns: &Columns<'_>) -> Result<Companion, StoreError> {
    Ok(Companion {
        id: CompanionId(columns.integer(0)?),
        role: columns.word(1)?,
        name: columns.line(2)?,
        organisation: columns.line(3)?,
        reach: columns.line(4)?,
        address: columns.line(5)?,
        agreed_on: columns.maybe_day(6)?,
        lead: columns.integer(7)? == 1,
    })
}

fn write(dossier: DossierId, companion: &Companion) -> impl rusqlite::Params {
    (
        companion.role.key(),
        companion.name.as_str(),
        companion.organisation.as_str(),
        companion.reach.as_str(),
        companion.address.as_str(),
        companion.agreed_on.map(write_day),
        companion.lead,
        dossier.0,
    )
}
