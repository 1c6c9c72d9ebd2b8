//! The adviser's assessment: one row for each dossier, and in their own tables the
//! criteria and the watch points.

use domain::assessment::{Assessment, Registers};
use domain::dossier::DossierId;

use crate::access::{Reader, Writer};
use crate::columns::Columns;
use crate::error::StoreError;
use crate::row::{Row, Values};

pub(crate) const TABLE: &str = "
CREATE TABLE assessment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL UNIQUE REFERENCES dossier (id),
  ficp TEXT NOT NULL CHECK (ficp IN ('no', 'yes', 'to_see')),
  fcc TEXT NOT NULL CHECK (fcc IN ('no', 'yes', 'to_see')),
  over_indebtedness TEXT NOT NULL CHECK (over_indebtedness IN ('no', 'yes', 'to_see')),
  checked_on TEXT,
  how TEXT NOT NULL,
  co_ficp TEXT NOT NULL CHECK (co_ficp IN ('no', 'yes', 'to_see')),
  co_fcc TEXT NOT NULL CHECK (co_fcc IN ('no', 'yes', 'to_see')),
  co_over_indebtedness TEXT NOT NULL CHECK (co_over_indebtedness IN ('no', 'yes', 'to_see')),
  co_checked_on TEXT,
  co_how TEXT NOT NULL,
  opinion TEXT CHECK (opinion IN ('favourable', 'favourable_with_reservation', 'reserved', 'unfavourable')),
  reasoned TEXT NOT NULL,
  reservation TEXT NOT NULL,
  summary TEXT NOT NULL,
  written_on TEXT
) STRICT;
";

impl Row for Assessment {
    const TABLE: &'static str = "assessment";

    fn read(columns: &Columns<'_>) -> Result<Self, StoreError> {
        Ok(Self {
            registers: Registers {
                ficp: columns.get("ficp")?,
                fcc: columns.get("fcc")?,
                over_indebtedness: columns.get("over_indebtedness")?,
                checked_on: columns.get("checked_on")?,
                how: columns.get("how")?,
            },
            co_registers: Registers {
                ficp: columns.get("co_ficp")?,
                fcc: columns.get("co_fcc")?,
                over_indebtedness: columns.get("co_over_indebtedness")?,
                checked_on: columns.get("co_checked_on")?,
                how: columns.get("co_how")?,
            },
            opinion: columns.get("opinion")?,
            reasoned: columns.get("reasoned")?,
            reservation: columns.get("reservation")?,
            summary: columns.get("summary")?,
            written_on: columns.get("written_on")?,
            ..Self::default()
        })
    }

    fn values(&self) -> Values {
        let (own, with) = (&self.registers, &self.co_registers);
        values! {
            ficp: own.ficp, fcc: own.fcc, over_indebtedness: own.over_indebtedness, checked_on: own.checked_on, how: own.how,
            co_ficp: with.ficp, co_fcc: with.fcc, co_over_indebtedness: with.over_indebtedness,
            co_checked_on: with.checked_on, co_how: with.how,
            opinion: self.opinion, reasoned: self.reasoned, reservation: self.reservation, summary: self.summary,
            written_on: self.written_on,
        }
    }
}

impl Reader<'_> {
    /// The assessment of a dossier with its criteria and watch points; empty when nothing was entered.
    pub fn assessment(&self, dossier: DossierId) -> Result<Assessment, StoreError> {
        Ok(Assessment {
            criteria: self.criteria(dossier)?,
            watch_points: self.watch_points(dossier)?,
            ..self.assessment_alone(dossier)?
        })
    }

    /// The assessment of a dossier without its rows.
    fn assessment_alone(&self, dossier: DossierId) -> Result<Assessment, StoreError> {
        Ok(self.select_one("WHERE dossier = ?1", [dossier.0])?.unwrap_or_default())
    }
}

impl Writer<'_> {
    /// Writes the assessment of a dossier; its criteria and watch points do not count, they have their own verbs.
    pub fn set_assessment(&self, dossier: DossierId, assessment: &Assessment) -> Result<(), StoreError> {
        let values = assessment.values();
        if self.assessment_alone(dossier)?.values() == values {
            return Ok(());
        }
        self.upsert(Assessment::TABLE, values! { dossier: dossier }, values)
    }
}
