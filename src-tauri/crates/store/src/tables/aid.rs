//! The rights and aids sought before a loan, in the order they were entered, which
//! is that of their numbers.

use domain::dossier::DossierId;
use domain::project::{Aid, AidId};
use rusqlite::Params;

use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_day};
use crate::error::StoreError;

pub(crate) const TABLE: &str = "
CREATE TABLE aid (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  provider TEXT NOT NULL,
  label TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('to_ask', 'asked', 'obtained', 'refused', 'not_applicable')),
  asked_on TEXT,
  answered_on TEXT,
  amount_cents INTEGER CHECK (amount_cents >= 0),
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX aid_dossier ON aid (dossier);
";

const NAME: &str = "aid";

impl Reader<'_> {
    /// The aids of a dossier, in the order they were entered.
    pub fn aids(&self, dossier: DossierId) -> Result<Vec<Aid>, StoreError> {
        self.rows(
            NAME,
            "SELECT id, provider, label, status, asked_on, answered_on, amount_cents, reason
             FROM aid WHERE dossier = ?1 ORDER BY id",
            [dossier.0],
            read,
        )
    }
}

impl Writer<'_> {
    /// Adds an aid and gives its number; the number that `aid` has does not count.
    pub fn insert_aid(&self, dossier: DossierId, aid: &Aid) -> Result<AidId, StoreError> {
        let id = self.insert(
            "INSERT INTO aid (provider, label, status, asked_on, answered_on, amount_cents, reason, id, dossier)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            write(aid, None, dossier),
        )?;
        Ok(AidId(id))
    }

    /// Changes the aid of that number. Errors: the dossier has no such aid.
    pub fn update_aid(&self, dossier: DossierId, aid: &Aid) -> Result<(), StoreError> {
        self.change_one(
            NAME,
            aid.id.0,
            "UPDATE aid SET provider = ?1, label = ?2, status = ?3, asked_on = ?4, answered_on = ?5, amount_cents = ?6,
                    reason = ?7
             WHERE id = ?8 AND dossier = ?9",
            write(aid, Some(aid.id), dossier),
        )
    }

    /// Takes an aid out. Errors: the dossier has no such aid.
    pub fn delete_aid(&self, dossier: DossierId, aid: AidId) -> Result<(), StoreError> {
        let sql = "DELETE FROM aid WHERE id = ?1 AND dossier = ?2";
        self.change_one(NAME, aid.0, sql, (aid.0, dossier.0))
    }
}

fn read(columns: &Columns<'_>) -> Result<Aid, StoreError> {
    Ok(Aid {
        id: AidId(columns.integer(0)?),
        provider: columns.line(1)?,
        label: columns.line(2)?,
        status: columns.word(3)?,
        asked_on: columns.maybe_day(4)?,
        answered_on: columns.maybe_day(5)?,
        amount: columns.maybe_euros(6)?,
        reason: columns.line(7)?,
    })
}

fn write(aid: &Aid, id: Option<AidId>, dossier: DossierId) -> impl Params {
    (
        aid.provider.as_str(),
        aid.label.as_str(),
        aid.status.key(),
        aid.asked_on.map(write_day),
        aid.answered_on.map(write_day),
        aid.amount.map(|amount| amount.cents()),
        aid.reason.as_str(),
        id.map(|aid| aid.0),
        dossier.0,
    )
}
