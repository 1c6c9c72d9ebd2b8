//! What the adviser finds of each criterion: one row for each dossier and criterion.

use std::collections::BTreeMap;

use domain::assessment::CriterionFinding;
use domain::dossier::DossierId;
use domain::settings::ListKey;

use crate::access::{Reader, Writer};
use crate::columns::Columns;
use crate::error::StoreError;
use crate::row::Row;

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

row! { "criterion": CriterionFinding { finding, ground } }

impl Reader<'_> {
    /// What was found of the criteria of a dossier.
    pub fn criteria(&self, dossier: DossierId) -> Result<BTreeMap<ListKey, CriterionFinding>, StoreError> {
        let found = |columns: &Columns<'_>| Ok((columns.get("criterion")?, CriterionFinding::read(columns)?));
        let all = self.rows("criterion", "SELECT * FROM criterion WHERE dossier = ?1", [dossier.0], found)?;
        Ok(all.into_iter().collect())
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
        if self.criteria(dossier)?.remove(criterion).unwrap_or_default() == *found {
            return Ok(());
        }
        self.upsert("criterion", values! { dossier: dossier, criterion: criterion }, found.values())
    }
}
