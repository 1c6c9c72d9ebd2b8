//! The adviser's assessment: one row for each dossier, and in their own tables the
//! criteria and the watch points.

use std::collections::BTreeMap;

use domain::assessment::{Assessment, Opinion, Registers};
use domain::dossier::DossierId;

use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_day};
use crate::error::StoreError;

pub(crate) const TABLE: &str = "
CREATE TABLE assessment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL UNIQUE REFERENCES dossier (id),
  ficp TEXT NOT NULL CHECK (ficp IN ('no', 'yes', 'to_see')),
  fcc TEXT NOT NULL CHECK (fcc IN ('no', 'yes', 'to_see')),
  over_indebtedness TEXT NOT NULL CHECK (over_indebtedness IN ('no', 'yes', 'to_see')),
  checked_on TEXT,
  how TEXT NOT NULL,
  opinion TEXT CHECK (opinion IN ('favourable', 'favourable_with_reservation', 'reserved', 'unfavourable')),
  reasoned TEXT NOT NULL,
  reservation TEXT NOT NULL,
  summary TEXT NOT NULL,
  written_on TEXT
) STRICT;
";

const NAME: &str = "assessment";

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
        let assessment = self.row(
            NAME,
            "SELECT id, ficp, fcc, over_indebtedness, checked_on, how, opinion, reasoned, reservation, summary,
                    written_on
             FROM assessment WHERE dossier = ?1",
            [dossier.0],
            read,
        )?;
        Ok(assessment.unwrap_or_default())
    }
}

impl Writer<'_> {
    /// Writes the assessment of a dossier; its criteria and watch points do not count, they have their own verbs.
    pub fn set_assessment(&self, dossier: DossierId, assessment: &Assessment) -> Result<(), StoreError> {
        let alone = Assessment { criteria: BTreeMap::new(), watch_points: Vec::new(), ..assessment.clone() };
        if self.assessment_alone(dossier)? == alone {
            return Ok(());
        }
        self.change(
            "INSERT INTO assessment (dossier, ficp, fcc, over_indebtedness, checked_on, how, opinion, reasoned,
                                     reservation, summary, written_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
             ON CONFLICT (dossier) DO UPDATE SET
               ficp = excluded.ficp, fcc = excluded.fcc, over_indebtedness = excluded.over_indebtedness,
               checked_on = excluded.checked_on, how = excluded.how, opinion = excluded.opinion,
               reasoned = excluded.reasoned, reservation = excluded.reservation, summary = excluded.summary,
               written_on = excluded.written_on",
            (
                dossier.0,
                alone.registers.ficp.key(),
                alone.registers.fcc.key(),
                alone.registers.over_indebtedness.key(),
                alone.registers.checked_on.map(write_day),
                alone.registers.how.as_str(),
                alone.opinion.map(Opinion::key),
                alone.reasoned.as_str(),
                alone.reservation.as_str(),
                alone.summary.as_str(),
                alone.written_on.map(write_day),
            ),
        )?;
        Ok(())
    }
}

fn read(columns: &Columns<'_>) -> Result<Assessment, StoreError> {
    Ok(Assessment {
        registers: Registers {
            ficp: columns.word(1)?,
            fcc: columns.word(2)?,
            over_indebtedness: columns.word(3)?,
            checked_on: columns.maybe_day(4)?,
            how: columns.line(5)?,
        },
        opinion: columns.maybe_word(6)?,
        reasoned: columns.prose(7)?,
        reservation: columns.prose(8)?,
        summary: columns.prose(9)?,
        written_on: columns.maybe_day(10)?,
        ..Assessment::default()
    })
}
