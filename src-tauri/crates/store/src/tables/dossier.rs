//! Dossiers: a person, a reference, and the number that all other rows name.

use std::collections::BTreeMap;

use domain::dossier::{Dossier, DossierId, Facts};
use domain::household::Household;
use domain::line::Line;
use domain::person::PersonId;

use crate::access::{Reader, Writer};
use crate::columns::Columns;
use crate::error::StoreError;

pub(crate) const TABLE: &str = "
CREATE TABLE dossier (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  person INTEGER NOT NULL REFERENCES person (id),
  reference TEXT NOT NULL UNIQUE CHECK (reference <> '')
) STRICT;
CREATE INDEX dossier_person ON dossier (person);
";

const NAME: &str = "dossier";

impl Reader<'_> {
    /// Everything known of a dossier; nothing when there is no such number.
    pub fn dossier(&self, id: DossierId) -> Result<Option<Dossier>, StoreError> {
        let read = |columns: &Columns<'_>| Ok((columns.get("person")?, columns.get("reference")?));
        let Some((person, reference)) =
            self.row(NAME, "SELECT id, person, reference FROM dossier WHERE id = ?1", [id.0], read)?
        else {
            return Ok(None);
        };
        let lacks = |column| StoreError::RowDamaged { table: NAME, row: id.0, column };
        Ok(Some(Dossier {
            id,
            reference,
            person: self.person(person)?.ok_or_else(|| lacks("person"))?,
            co_borrower: self.co_borrower(id)?,
            companions: self.companions(id)?,
            household: Household::of(self.members(id)?).map_err(|_| lacks("household"))?,
            facts: Facts::of(self.facts(id)?).map_err(|_| lacks("facts"))?,
            budget: self.budget(id)?,
            statements: self.statement_reviews(id)?,
            project: self.project(id)?,
            simulation: self.simulation(id)?,
            assessment: self.assessment(id)?,
            eligibility: self.eligibility(id)?,
            retention: self.retention_decisions(id)?.pop(),
            tasks: self.tasks(id)?,
            attachments: self.attachments(id)?,
        }))
    }

    /// The person of each dossier whose person has several, in the order of their numbers.
    pub fn people_of_several(&self) -> Result<Vec<(DossierId, PersonId)>, StoreError> {
        let several = "SELECT id, person FROM dossier
                       WHERE person IN (SELECT person FROM dossier GROUP BY person HAVING count(*) > 1) ORDER BY id";
        self.rows(NAME, several, (), |columns| Ok((columns.get("id")?, columns.get("person")?)))
    }

    /// The neighbourhood of the person of each dossier where it is noted, as it was typed.
    pub fn neighbourhoods(&self) -> Result<Vec<(DossierId, Line)>, StoreError> {
        let noted = "SELECT dossier.id AS id, neighbourhood FROM dossier JOIN person ON person.id = dossier.person
                     WHERE neighbourhood <> '' ORDER BY dossier.id";
        self.rows(NAME, noted, (), |columns| Ok((columns.get("id")?, columns.get("neighbourhood")?)))
    }

    /// The person of a dossier. Errors: there is no such dossier.
    pub fn person_of(&self, dossier: DossierId) -> Result<PersonId, StoreError> {
        let person =
            self.row(NAME, "SELECT person FROM dossier WHERE id = ?1", [dossier.0], |columns| columns.first())?;
        person.ok_or(StoreError::Gone { table: NAME, row: dossier.0 })
    }

    /// Every dossier of a person, the oldest first.
    pub fn dossiers_of(&self, person: PersonId) -> Result<Vec<DossierId>, StoreError> {
        let theirs = "SELECT id FROM dossier WHERE person = ?1 ORDER BY id";
        self.rows(NAME, theirs, [person.0], |columns| columns.first())
    }

    /// The references of dossiers; those that are gone have none.
    pub fn references(&self, dossiers: &[DossierId]) -> Result<BTreeMap<DossierId, String>, StoreError> {
        let numbers: Vec<_> = dossiers.iter().map(|dossier| dossier.0.to_string()).collect();
        let named = "SELECT id, reference FROM dossier WHERE id IN (SELECT value FROM json_each(?1))";
        let reference = |columns: &Columns<'_>| Ok((columns.get("id")?, columns.get("reference")?));
        Ok(self.rows(NAME, named, [format!("[{}]", numbers.join(","))], reference)?.into_iter().collect())
    }

    /// The dossier of a reference.
    pub fn dossier_with_reference(&self, reference: &str) -> Result<Option<DossierId>, StoreError> {
        self.row(NAME, "SELECT id FROM dossier WHERE reference = ?1", [reference], |columns| columns.first())
    }

    /// Whether there is a dossier of that number.
    pub(crate) fn has_dossier(&self, dossier: DossierId) -> Result<bool, StoreError> {
        Ok(self.number("SELECT count(*) FROM dossier WHERE id = ?1", [dossier.0])? > 0)
    }

    /// How many dossiers there are.
    pub fn count_dossiers(&self) -> Result<u64, StoreError> {
        Ok(self.number("SELECT count(*) FROM dossier", ())?.try_into().unwrap_or_default())
    }

    /// Every dossier, the oldest first.
    pub fn every_dossier(&self) -> Result<Vec<DossierId>, StoreError> {
        self.rows(NAME, "SELECT id FROM dossier ORDER BY id", (), |columns| columns.first())
    }
}

impl Writer<'_> {
    /// Records a dossier and gives its number. The action then has to give it a request and an
    /// applicant, or it is refused as a whole.
    pub fn insert_dossier(&self, person: PersonId, reference: &str) -> Result<DossierId, StoreError> {
        let reference = reference.to_owned();
        self.insert_values(NAME, values! { person: person, reference: reference }).map(DossierId)
    }
}
