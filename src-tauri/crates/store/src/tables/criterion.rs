//! What the adviser finds of each criterion: one row for each dossier and criterion.

use std::collections::BTreeMap;

use domain::assessment::CriterionFinding;
use domain::dossier::DossierId;
use domain::settings::ListKey;

use crate::access::{Reader, Writer};
use crate::columns::Columns;
use crate::error::StoreError;

pub(crate) const TABLE: &str = "
CREATE TABLE criterion (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  criterion TEXT NOT NULL,
  finding TEXT NOT NULL CHECK (finding IN ('favourable', 'to_discuss', 'unfavourable', 'not_applicable',
                                           'not_assessed')),
  ground TEXT NOT NULL,
  UNIQUE (dossier, criterion)
) STRICT;
";

const NAME: &str = "criterion";

impl Reader<'_> {
    /// What was found of the criteria of a dossier.
    pub fn criteria(&self, dossier: DossierId) -> Result<BTreeMap<ListKey, CriterionFinding>, StoreError> {
        let sql = "SELECT id, criterion, finding, ground FROM criterion WHERE dossier = ?1";
        let found = |columns: &Columns<'_>| Ok((columns.key(1)?, read(columns)?));
        Ok(self.rows(NAME, sql, [dossier.0], found)?.into_iter().collect())
    }

    fn criterion(&self, dossier: DossierId, criterion: &ListKey) -> Result<CriterionFinding, StoreError> {
        let sql = "SELECT id, criterion, finding, ground FROM criterion WHERE dossier = ?1 AND criterion = ?2";
        Ok(self.row(NAME, sql, (dossier.0, criterion.as_str()), read)?.unwrap_or_default())
    }
}

impl Writer<'_> {
    /// Writes what is found of a criterion.
    pub fn set_criterion(
        &self,
        dossier: DossierId,
        criterion: &ListKey,
        found: &CriterionFinding,
    ) -> Result<(), StoreError> {
        if self.criterion(dossier, criterion)? == *found {
            return Ok(());
        }
        self.change(
            "INSERT INTO criterion (dossier, criterion, finding, ground) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (dossier, criterion) DO UPDATE SET finding = excluded.finding, ground = excluded.ground",
            (dossier.0, criterion.as_str(), found.finding.key(), found.ground.as_str()),
        )?;
        Ok(())
    }
}

fn read(columns: &Columns<'_>) -> Result<CriterionFinding, StoreError> {
    Ok(CriterionFinding { finding: columns.word(2)?, ground: columns.prose(3)? })
}
