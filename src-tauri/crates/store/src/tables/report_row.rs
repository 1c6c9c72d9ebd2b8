//! What a bilan counts of each dossier: one row each, written again by every action
//! that touches it, never by hand.
//!
//! A bilan reads these rows and nothing else, so that an office of 20 000 dossiers is
//! counted without opening one.

use domain::dossier::DossierId;
use domain::report::ReportRow;

use crate::access::{Reader, Writer};
use crate::columns::Columns;
use crate::error::StoreError;

/// The link is looked at when the transaction ends, once the rows are written again.
///
/// A row is the few bytes of its fields in their order, and means nothing to another version: whatever wrote it, the
/// rows of an office are made anew by the version that opens it.
pub(crate) const TABLE: &str = "
CREATE TABLE report_row (
  dossier INTEGER PRIMARY KEY REFERENCES dossier (id) DEFERRABLE INITIALLY DEFERRED,
  body BLOB NOT NULL
) STRICT;
";

const NAME: &str = "report_row";

impl Reader<'_> {
    /// The rows of every dossier, in the order of their numbers.
    pub fn report_rows(&self) -> Result<Vec<ReportRow>, StoreError> {
        self.rows(NAME, "SELECT dossier, body FROM report_row ORDER BY dossier", (), read)
    }

    /// The row of a dossier, as it was last written.
    pub(crate) fn report_row(&self, dossier: DossierId) -> Result<Option<ReportRow>, StoreError> {
        self.row(NAME, "SELECT dossier, body FROM report_row WHERE dossier = ?1", [dossier.0], read)
    }
}

impl Writer<'_> {
    /// Puts a row in place of the one a dossier has, or takes that one away.
    pub(crate) fn put_report_row(&self, dossier: DossierId, row: Option<&ReportRow>) -> Result<(), StoreError> {
        let Some(row) = row else {
            self.change("DELETE FROM report_row WHERE dossier = ?1", [dossier.0])?;
            return Ok(());
        };
        let unwritten = StoreError::RowDamaged { table: NAME, row: dossier.0, column: "body" };
        let body = postcard::to_allocvec(row).map_err(|_| unwritten)?;
        self.upsert(NAME, values! { dossier: dossier }, values! { body: body })
    }
}

fn read(columns: &Columns<'_>) -> Result<ReportRow, StoreError> {
    let row: ReportRow = postcard::from_bytes(columns.raw("body")?.as_blob().unwrap_or_default())
        .map_err(|_| columns.damaged("body"))?;
    if row.dossier == columns.get("dossier")? { Ok(row) } else { Err(columns.damaged("body")) }
}
