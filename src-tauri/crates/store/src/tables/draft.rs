//! Drafts: what was typed and not yet left, one for each dossier and form, outside
//! of history, undo and the journal.
//!
//! A draft may name a dossier that an undo took away: it is not listed, and comes
//! back with the dossier, or goes once nothing can bring the dossier back.

use chrono::{DateTime, Utc};
use domain::dossier::DossierId;

use crate::access::{Reader, Writer};
use crate::columns::write_moment;
use crate::error::StoreError;

pub(crate) const TABLE: &str = "
CREATE TABLE draft (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER,
  form TEXT NOT NULL,
  body TEXT NOT NULL,
  kept_at TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX draft_form ON draft (coalesce(dossier, 0), form);
";

/// A form left in the middle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its dossier, when it has one.
    pub dossier: Option<DossierId>,
    /// Its form.
    pub form: String,
    /// What was typed, as the desk writes it.
    pub body: String,
    /// When it was kept, to the millisecond.
    pub kept_at: DateTime<Utc>,
}

row! { "draft": Draft { dossier, form, body, kept_at } }

impl Reader<'_> {
    /// The draft of a form.
    pub fn draft(&self, dossier: Option<DossierId>, form: &str) -> Result<Option<Draft>, StoreError> {
        self.select_one("WHERE coalesce(dossier, 0) = ?1 AND form = ?2", (place(dossier), form))
    }

    /// The drafts, the last kept first.
    pub fn drafts(&self) -> Result<Vec<Draft>, StoreError> {
        let theirs = "WHERE dossier IS NULL OR dossier IN (SELECT id FROM dossier) ORDER BY kept_at DESC, id DESC";
        self.select(theirs, ())
    }
}

impl Writer<'_> {
    /// Keeps what was typed in a form, in place of what was kept before.
    pub fn keep_draft(
        &self,
        dossier: Option<DossierId>,
        form: &str,
        body: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        self.change(
            "INSERT INTO draft (dossier, form, body, kept_at) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (coalesce(dossier, 0), form) DO UPDATE SET body = excluded.body, kept_at = excluded.kept_at",
            (dossier.map(|dossier| dossier.0), form, body, write_moment(now)),
        )?;
        Ok(())
    }

    /// Drops the draft of a form, if there is one.
    pub fn drop_draft(&self, dossier: Option<DossierId>, form: &str) -> Result<(), StoreError> {
        self.change("DELETE FROM draft WHERE coalesce(dossier, 0) = ?1 AND form = ?2", (place(dossier), form))?;
        Ok(())
    }

    /// Drops the drafts of dossiers that nothing can bring back.
    pub(crate) fn drop_lost_drafts(&self) -> Result<(), StoreError> {
        self.change("DELETE FROM draft WHERE dossier IS NOT NULL AND dossier NOT IN (SELECT id FROM dossier)", ())?;
        Ok(())
    }
}

fn place(dossier: Option<DossierId>) -> i64 {
    dossier.map_or(0, |dossier| dossier.0)
}
