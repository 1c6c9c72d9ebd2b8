//! Whom a line is about: somebody the office knows, somebody of an earlier line, a namesake, somebody new.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::dossier::{Dossier, DossierId, Precision};
use domain::person::PersonId;
use domain::register::{RegisterName, Said};
use domain::words::folded;
use store::KnownBorrower;

/// Everyone the office knows, by the words of their names in any order.
pub(super) struct Known {
    by_name: BTreeMap<String, Vec<KnownBorrower>>,
}

/// Whom a line is about, as far as it can be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Match {
    /// Nobody of that name.
    Nobody,
    /// This person.
    Person(PersonId),
    /// Perhaps this one: the births differ, or one of them is not known.
    Perhaps(Box<KnownBorrower>),
}

impl Known {
    pub(super) fn of(borrowers: Vec<KnownBorrower>) -> Self {
        let mut by_name: BTreeMap<String, Vec<KnownBorrower>> = BTreeMap::new();
        for one in borrowers {
            let names = [&one.last_name, &one.birth_name].into_iter().filter(|name| !name.is_empty());
            for key in names.map(|last| key(last, &one.first_name)).collect::<Vec<_>>() {
                by_name.entry(key).or_default().push(one.clone());
            }
        }
        Self { by_name }
    }

    /// Whom a line is about.
    pub(super) fn find(&self, name: &RegisterName, said: &Said) -> Match {
        let key = key(&name.last, &name.first);
        let Some(likely) = self.by_name.get(&key) else { return Match::Nobody };
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

    /// Every dossier of those who have a name.
    pub(super) fn dossiers_named(&self, name: &RegisterName) -> Vec<(DossierId, PersonId, Option<NaiveDate>)> {
        let likely = self.by_name.get(&key(&name.last, &name.first));
        likely.into_iter().flatten().map(|one| (one.dossier, one.person, one.born_on)).collect()
    }
}

/// The words of a name, without accents, capitals nor order.
pub(super) fn key(last: &str, first: &str) -> String {
    let plain = folded(&format!("{last} {first}")).replace(|sign: char| !sign.is_alphanumeric(), " ");
    let mut words: Vec<&str> = plain.split_whitespace().collect();
    words.sort_unstable();
    words.join(" ")
}

/// Whether a dossier may have begun on a day of a register, each as exactly as it is known.
pub(super) fn began_on(dossier: &Dossier, day: NaiveDate, precision: Precision) -> bool {
    let (kept, known) = (dossier.facts.request().received_on, dossier.facts.precision_of(dossier.facts.request_id()));
    known.first_day(kept) <= precision.last_day(day) && precision.first_day(day) <= known.last_day(kept)
}
