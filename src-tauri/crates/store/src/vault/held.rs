//! Everything the database holds of a dossier or of a person, table by table, as the rows are.

use domain::dossier::DossierId;
use domain::person::PersonId;

use super::Vault;
use crate::error::StoreError;

/// The rows of one table, each a JSON object of its columns.
pub type HeldRows = (&'static str, Vec<String>);

impl Vault {
    /// Every row about a dossier in every table that actions write: a table added later is there by itself.
    pub fn held_of_dossier(&self, dossier: DossierId) -> Result<Vec<HeldRows>, StoreError> {
        self.read(|reader| {
            let tables = self.tracked.iter().filter(|table| table.is_of_a_dossier());
            tables.map(|table| Ok((table.name, reader.held_rows(table, &table.dossier_of_row(), dossier.0)?))).collect()
        })
    }

    /// The row of a person.
    pub fn held_of_person(&self, person: PersonId) -> Result<Vec<HeldRows>, StoreError> {
        self.read(|reader| {
            let tables = self.tracked.iter().filter(|table| table.name == "person");
            tables.map(|table| Ok((table.name, reader.held_rows(table, "id", person.0)?))).collect()
        })
    }
}
