//! What the loan pays for: one row for each dossier, and in their own tables the
//! quotes, the expenses and the aids.

use domain::dossier::DossierId;
use domain::project::Project;

use crate::access::{Reader, Writer};
use crate::columns::Columns;
use crate::error::StoreError;

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

const NAME: &str = "project";

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
        let project = self.row(
            NAME,
            "SELECT id, story, wanted_for, justification, debt_effect, payment_means, own_share_cents, own_share_note
             FROM project WHERE dossier = ?1",
            [dossier.0],
            read,
        )?;
        Ok(project.unwrap_or_default())
    }
}

impl Writer<'_> {
    /// Writes the project of a dossier; its quotes, expenses and aids do not count, they have their own verbs.
    pub fn set_project(&self, dossier: DossierId, project: &Project) -> Result<(), StoreError> {
        let alone = Project { quotes: Vec::new(), expenses: Vec::new(), aids: Vec::new(), ..project.clone() };
        if self.project_alone(dossier)? == alone {
            return Ok(());
        }
        self.change(
            "INSERT INTO project (dossier, story, wanted_for, justification, debt_effect, payment_means,
                                  own_share_cents, own_share_note)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (dossier) DO UPDATE SET
               story = excluded.story, wanted_for = excluded.wanted_for, justification = excluded.justification,
               debt_effect = excluded.debt_effect, payment_means = excluded.payment_means,
               own_share_cents = excluded.own_share_cents, own_share_note = excluded.own_share_note",
            (
                dossier.0,
                alone.story.as_str(),
                alone.wanted_for.as_str(),
                alone.justification.as_str(),
                alone.debt_effect.as_str(),
                alone.payment_means.as_str(),
                alone.own_share.map(|share| share.cents()),
                alone.own_share_note.as_str(),
            ),
        )?;
        Ok(())
    }
}

fn read(columns: &Columns<'_>) -> Result<Project, StoreError> {
    Ok(Project {
        story: columns.prose(1)?,
        wanted_for: columns.line(2)?,
        justification: columns.prose(3)?,
        debt_effect: columns.prose(4)?,
        payment_means: columns.line(5)?,
        own_share: columns.maybe_euros(6)?,
        own_share_note: columns.line(7)?,
        ..Project::default()
    })
}
