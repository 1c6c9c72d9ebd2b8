//! People: one row each, whatever the number of dossiers; and who borrows with them in one dossier, described alike.

use std::collections::BTreeSet;

use domain::dossier::DossierId;
use domain::person::{Person, PersonId};

use crate::access::{Reader, Writer};
use crate::error::StoreError;
use crate::row::Row;

/// What is known of somebody, whichever of the two tables they are in.
macro_rules! of_somebody {
    () => {
        "title TEXT NOT NULL CHECK (title IN ('madame', 'monsieur', 'not_stated')),
  last_name TEXT NOT NULL CHECK (last_name <> ''),
  birth_name TEXT NOT NULL,
  first_name TEXT NOT NULL,
  born_on TEXT,
  birth_place TEXT NOT NULL,
  phone TEXT,
  email TEXT,
  address TEXT NOT NULL,
  postal_code TEXT,
  commune TEXT NOT NULL,
  family_situation TEXT,
  housing TEXT,
  employment TEXT,
  occupation TEXT NOT NULL,
  neighbourhood TEXT NOT NULL,
  contact_way TEXT,
  contact_note TEXT NOT NULL,
  housing_since TEXT NOT NULL,
  contract TEXT NOT NULL,
  employer TEXT NOT NULL,
  bank TEXT NOT NULL,
  payment_means TEXT,
  known_for TEXT NOT NULL,
  health TEXT NOT NULL
) STRICT;
"
    };
}

pub(crate) const TABLE: &str = concat!(
    "
CREATE TABLE person (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  ",
    of_somebody!()
);

/// Who borrows with the person of a dossier: the columns of a person, kept with the dossier and gone with it.
pub(crate) const CO_BORROWER: &str = concat!(
    "
CREATE TABLE co_borrower (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL UNIQUE REFERENCES dossier (id),
  ",
    of_somebody!()
);

/// Who the person of a dossier is not, whatever the likeness: asked once.
pub(crate) const TOLD_APART: &str = "
CREATE TABLE told_apart (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  person INTEGER NOT NULL REFERENCES person (id),
  UNIQUE (dossier, person)
) STRICT;
";

const CO_BORROWER_TABLE: &str = "co_borrower";

row! { "person": Person {
    title, last_name, birth_name, first_name, born_on, birth_place, phone, email, address, postal_code, commune,
    family_situation, housing, employment, occupation, neighbourhood, contact_way, contact_note, housing_since,
    contract, employer, bank, payment_means, known_for, health
} }

impl Reader<'_> {
    /// A person; `None` when there is no such number.
    pub fn person(&self, id: PersonId) -> Result<Option<Person>, StoreError> {
        self.select_one("WHERE id = ?1", [id.0])
    }

    /// Who borrows with the person of a dossier.
    pub fn co_borrower(&self, dossier: DossierId) -> Result<Option<Person>, StoreError> {
        let theirs = "SELECT * FROM co_borrower WHERE dossier = ?1";
        self.row(CO_BORROWER_TABLE, theirs, [dossier.0], Person::read)
    }

    /// Everyone a person was told apart from, in their own dossiers or in those of the other.
    pub fn told_apart(&self, person: PersonId) -> Result<BTreeSet<PersonId>, StoreError> {
        let both =
            "SELECT told_apart.person FROM told_apart JOIN dossier ON dossier.id = dossier WHERE dossier.person = ?1
                    UNION SELECT dossier.person FROM told_apart JOIN dossier ON dossier.id = dossier
                    WHERE told_apart.person = ?1";
        let others = self.rows("told_apart", both, [person.0], |columns| columns.first())?;
        Ok(others.into_iter().collect())
    }

    /// How many persons there are.
    pub fn count_persons(&self) -> Result<u64, StoreError> {
        Ok(self.number("SELECT count(*) FROM person", ())?.try_into().unwrap_or_default())
    }
}

impl Writer<'_> {
    /// Records a person and gives their number.
    pub fn insert_person(&self, person: &Person) -> Result<PersonId, StoreError> {
        self.insert_row(person, vec![]).map(PersonId)
    }

    /// Changes what is known of a person. Errors: there is no such person.
    pub fn update_person(&self, id: PersonId, person: &Person) -> Result<(), StoreError> {
        self.update_row(id.0, person, vec![])
    }

    /// Gives every dossier of a person recorded twice to the other, then takes the first out.
    pub fn join_person(&self, twice: PersonId, known: PersonId) -> Result<(), StoreError> {
        self.change("UPDATE dossier SET person = ?2 WHERE person = ?1", [twice.0, known.0])?;
        let theirs = "DELETE FROM told_apart WHERE person = ?1
                      OR (person = ?2 AND dossier IN (SELECT id FROM dossier WHERE person = ?2))";
        self.change(theirs, [twice.0, known.0])?;
        self.delete_row::<Person>(twice.0, vec![])
    }

    /// Notes that the person of a dossier is not that one; said twice, it is noted once.
    pub fn tell_apart(&self, dossier: DossierId, person: PersonId) -> Result<(), StoreError> {
        let apart = "INSERT INTO told_apart (dossier, person) VALUES (?1, ?2) ON CONFLICT DO NOTHING";
        self.change(apart, [dossier.0, person.0])?;
        Ok(())
    }

    /// Writes who borrows with the person of a dossier, in place of what was known of them.
    pub fn set_co_borrower(&self, dossier: DossierId, person: &Person) -> Result<(), StoreError> {
        self.upsert(CO_BORROWER_TABLE, values! { dossier: dossier }, person.values())
    }

    /// Takes out who borrows with the person of a dossier. Errors: there is nobody.
    pub fn delete_co_borrower(&self, dossier: DossierId) -> Result<(), StoreError> {
        self.change_one(CO_BORROWER_TABLE, dossier.0, "DELETE FROM co_borrower WHERE dossier = ?1", [dossier.0])
    }
}
