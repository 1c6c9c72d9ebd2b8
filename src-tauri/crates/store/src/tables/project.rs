//! What the loan pays for: one row for each dossier, and in their own tables the
//! quotes, the expenses and the aids.

use domain::dossier::DossierId;
use domain::project::Project;

use crate::access::{Reader, Writer};
use crate::error::StoreError;
use crate::row::Row;

pub(crate) const TABLE: &str = "
CREATE TABLE project (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL UNIQUE REFERENCES dossier (id),
  story TEXT NOT NULL DEFAULT '',
  wanted_for TEXT NOT NULL DEFAULT '',
  justification TEXT NOT NULL DEFAULT '',
  debt_effect TEXT NOT NULL DEFAULT '',
  payment_means TEXT NOT NULL DEFAULT '',
  own_share_cents INTEGER CHECK (own_share_cents >= 0),
  own_share_note TEXT NOT NULL DEFAULT ''
) STRICT;
";

row! { "project": Project {
    story, wanted_for, justification, debt_effect, payment_means, own_share = "own_share_cents", own_share_note,
    ..Self::default()
} }

impl Reader<'_> {
    /// The project of a dossier with its quotes, expenses and aids; empty when nothing was entered.
    pub fn project(&self, dossier: DossierId) -> Result<Project, StoreError> {
        Ok(Project {
            quotes: self.quotes(dossier)?,
            expenses: self.expenses(dossier)?,
            aids: self.aids(dossier)?,
            ..self.project_alone(dossier)?
        })
    }

    /// The project of a dossier without its rows.
    fn project_alone(&self, dossier: DossierId) -> Result<Project, StoreError> {
        Ok(self.select_one("WHERE dossier = ?1", [dossier.0])?.unwrap_or_default())
    }
}

impl Writer<'_> {
    /// Writes the project of a dossier; its quotes, expenses and aids do not count, they have their own verbs.
    pub fn set_project(&self, dossier: DossierId, project: &Project) -> Result<(), StoreError> {
        let values = project.values();
        if self.project_alone(dossier)?.values() == values {
            return Ok(());
        }
        self.upsert(Project::TABLE, values! { dossier: dossier }, values)
    }
}
