//! Whom a line of a register is about, among everyone the office knows.
//!
//! Names are compared without accents, capitals nor order. The same name and birth, or the same name and telephone while a
//! birth is not known, are the same person; the same name alone is asked of the adviser. Worked example: « Sahin Kübra » of
//! the register and Kübra ŞAHİN, born on 2 May 1990, whose birth the line does not tell: it is asked.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{RegisterName, Said};
use crate::dossier::{Dossier, DossierId, Precision};
use crate::person::{PersonId, name_words};

/// Someone the office knows, with one of their dossiers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownBorrower {
    /// One of their dossiers.
    pub dossier: DossierId,
    /// Their number.
    pub person: PersonId,
    /// The reference of that dossier.
    pub reference: String,
    /// Name.
    pub last_name: String,
    /// Name at birth; empty when it is the same.
    pub birth_name: String,
    /// First name.
    pub first_name: String,
    /// Day of birth.
    pub born_on: Option<NaiveDate>,
    /// Figures of the telephone; empty when there is none.
    pub phone: String,
}

/// Everyone the office knows, by the words of their names in any order.
#[derive(Clone, Debug, Default)]
pub struct Borrowers(BTreeMap<String, Vec<KnownBorrower>>);

/// Whom a line is about, as far as it can be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// Nobody of that name.
    Nobody,
    /// This person.
    Person(PersonId),
    /// Perhaps this one: the births differ, or one of them is not known.
    Perhaps(Box<KnownBorrower>),
}

impl Borrowers {
    /// The borrowers of an office.
    #[must_use]
    pub fn new(all: Vec<KnownBorrower>) -> Self {
        let mut by_name: BTreeMap<String, Vec<KnownBorrower>> = BTreeMap::new();
        for one in all {
            let names = [&one.last_name, &one.birth_name].into_iter().filter(|name| !name.is_empty());
            for key in names.map(|last| key(last, &one.first_name)).collect::<Vec<_>>() {
                by_name.entry(key).or_default().push(one.clone());
            }
        }
        Self(by_name)
    }

    /// Everyone of a name, each dossier of theirs once.
    pub(super) fn named(&self, name: &RegisterName) -> &[KnownBorrower] {
        self.0.get(&name.key()).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whom a line is about.
    #[must_use]
    pub fn find(&self, name: &RegisterName, said: &Said) -> Match {
        let likely = self.named(name);
        let same_birth = |one: &&KnownBorrower| said.born_on.is_some() && one.born_on == said.born_on;
        let phone = said.phone.as_ref().map(|phone| phone.figures());
        let same_phone = |one: &&KnownBorrower| {
            phone.is_some_and(|phone| phone == one.phone) && (one.born_on.is_none() || said.born_on.is_none())
        };
        if let Some(one) = likely.iter().find(same_birth).or_else(|| likely.iter().find(same_phone)) {
            return Match::Person(one.person);
        }
        likely.first().map_or(Match::Nobody, |one| Match::Perhaps(Box::new(one.clone())))
    }
}

impl RegisterName {
    /// The words of the name, in one order whatever theirs.
    pub(super) fn key(&self) -> String {
        key(&self.last, &self.first)
    }
}

fn key(last: &str, first: &str) -> String {
    let mut words = name_words(&format!("{last} {first}"));
    words.sort_unstable();
    words.join(" ")
}

/// Whether a dossier may have begun on a day of a register, each as exactly as it is known.
pub(super) fn began_on(dossier: &Dossier, day: NaiveDate, precision: Precision) -> bool {
    let (kept, known) = (dossier.facts.request().received_on, dossier.facts.precision_of(dossier.facts.request_id()));
    known.first_day(kept) <= precision.last_day(day) && precision.first_day(day) <= known.last_day(kept)
}
