//! Who is the same person: how alike a name that is typed is to somebody known, and one person recorded twice.
//!
//! Each word typed begins one of the person's names, whatever the accents, the capitals and the order. The same birth
//! says more than the same telephone, which a household shares; another birth is somebody else, unless the telephone is
//! the same. Worked example: « delmas so », born on 14 March 1991, and Sonia Delmas, née Martin, of that birth: the same
//! name and birth, however they are typed.

use chrono::NaiveDate;

use super::{Person, Title};
use crate::contact::Phone;
use crate::line::Line;
use crate::words::folded;

/// Below so many letters a name finds too many people.
const SHORTEST: usize = 3;

/// How alike a person and what is typed are, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    /// They have the same telephone.
    Phone,
    /// They have the same name.
    Name,
    /// They have the same name and telephone.
    NameAndPhone,
    /// They have the same name and birth.
    NameAndBirth,
}

/// A person as typed, without accents nor capitals.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedName {
    /// The words of the names, once with each name they may be known by.
    namings: Vec<Vec<String>>,
    born_on: Option<NaiveDate>,
    phone: String,
}

impl TypedName {
    /// What is typed of a person; a birth or a telephone that cannot be read is absent, the name at birth may be empty.
    #[must_use]
    pub fn new(last: &str, birth: &str, first: &str, born_on: Option<NaiveDate>, phone: Option<&Phone>) -> Self {
        let named = |name: &str| name_words(&format!("{name} {first}"));
        let mut namings = vec![named(last)];
        namings.extend((!birth.trim().is_empty()).then(|| named(birth)));
        Self { namings, born_on, phone: phone.map(|phone| phone.figures().to_owned()).unwrap_or_default() }
    }

    /// What is looked for among all people; too few letters look for nothing.
    #[must_use]
    pub fn searches(&self) -> Vec<String> {
        let long = |names: &&Vec<String>| names.iter().any(|name| name.chars().count() >= SHORTEST);
        let phone = std::iter::once(self.phone.clone()).filter(|phone| !phone.is_empty());
        self.namings.iter().filter(long).map(|names| names.join(" ")).chain(phone).collect()
    }

    /// How alike a person is; nothing when it is somebody else.
    #[must_use]
    pub fn likeness(&self, person: &Person) -> Option<Likeness> {
        let births = self.born_on.zip(person.born_on).map(|(typed, known)| typed == known);
        match (self.is_named(person), self.has_phone(person), births) {
            (true, _, Some(true)) => Some(Likeness::NameAndBirth),
            (true, true, _) => Some(Likeness::NameAndPhone),
            (true, false, None) => Some(Likeness::Name),
            (false, true, None | Some(true)) => Some(Likeness::Phone),
            (true, false, Some(false)) | (false, true, Some(false)) | (false, false, _) => None,
        }
    }

    /// Whether each word typed begins one of the person's names.
    fn is_named(&self, person: &Person) -> bool {
        let names = name_words(&format!("{} {} {}", person.last_name, person.birth_name, person.first_name));
        let fit = |naming: &Vec<String>| {
            !naming.is_empty() && naming.iter().all(|typed| names.iter().any(|name| name.starts_with(typed)))
        };
        self.namings.iter().any(fit)
    }

    fn has_phone(&self, person: &Person) -> bool {
        !self.phone.is_empty() && person.phone.as_ref().is_some_and(|phone| phone.figures() == self.phone)
    }
}

/// The words of a name, without accents nor capitals.
pub(crate) fn name_words(name: &str) -> Vec<String> {
    let plain = folded(name).replace(|sign: char| !sign.is_alphanumeric(), " ");
    plain.split_whitespace().map(str::to_owned).collect()
}

/// One person of two that were recorded, `is_later` telling whether the other's last dossier is the later one.
///
/// Who they are stays as this one was known. How to reach them and their situation are what the later dossier says; what
/// it does not say comes from the other, so that nothing known is lost.
#[must_use]
pub fn joined(own: &Person, other: &Person, is_later: bool) -> Person {
    let (latest, before) = if is_later { (other, own) } else { (own, other) };
    let line = |latest: &Line, before: &Line| if latest.is_empty() { before.clone() } else { latest.clone() };
    let of = |field: fn(&Person) -> &Line| line(field(latest), field(before));
    let named = |field: fn(&Person) -> &Line| line(field(own), field(other));
    Person {
        title: if own.title == Title::NotStated { other.title } else { own.title },
        last_name: own.last_name.clone(),
        birth_name: named(|person| &person.birth_name),
        first_name: named(|person| &person.first_name),
        born_on: own.born_on.or(other.born_on),
        birth_place: named(|person| &person.birth_place),
        phone: latest.phone.clone().or_else(|| before.phone.clone()),
        email: latest.email.clone().or_else(|| before.email.clone()),
        address: of(|person| &person.address),
        postal_code: latest.postal_code.clone().or_else(|| before.postal_code.clone()),
        commune: of(|person| &person.commune),
        neighbourhood: of(|person| &person.neighbourhood),
        contact_way: latest.contact_way.clone().or_else(|| before.contact_way.clone()),
        contact_note: of(|person| &person.contact_note),
        family_situation: latest.family_situation.clone().or_else(|| before.family_situation.clone()),
        housing: latest.housing.clone().or_else(|| before.housing.clone()),
        employment: latest.employment.clone().or_else(|| before.employment.clone()),
        housing_since: of(|person| &person.housing_since),
        occupation: of(|person| &person.occupation),
        contract: of(|person| &person.contract),
        employer: of(|person| &person.employer),
        bank: of(|person| &person.bank),
        payment_means: latest.payment_means.clone().or_else(|| before.payment_means.clone()),
        known_for: of(|person| &person.known_for),
        health: of(|person| &person.health),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line {
        Line::read(text).unwrap()
    }

    fn phone(text: &str) -> Phone {
        Phone::read(text).unwrap()
    }

    fn delmas() -> Person {
        Person {
            birth_name: line("Martin"),
            born_on: Some("1991-03-14".parse().unwrap()),
            phone: Some(phone("06 39 98 20 61")),
            ..Person::named(line("Delmas"), line("Sonia"))
        }
    }

    #[track_caller]
    fn alike(names: (&str, &str), born_on: &str, telephone: &str, likeness: Option<Likeness>) {
        let telephone = Phone::read(telephone).ok();
        let typed = TypedName::new(names.0, "", names.1, born_on.parse().ok(), telephone.as_ref());
        assert_eq!(typed.likeness(&delmas()), likeness, "{names:?}, {born_on}, {telephone:?}");
    }

    #[test]
    fn the_same_name_is_alike_however_it_is_typed() {
        for names in [("Delmas", "Sonia"), ("DELMAS", ""), ("sonia", "delmas"), ("martin", "so"), ("Délmas", "Sônia")]
        {
            alike(names, "", "", Some(Likeness::Name));
        }
        alike(("Delmas", "Julie"), "", "", None);
        alike(("", ""), "", "", None);
    }

    #[test]
    fn the_same_birth_says_more_than_the_same_telephone() {
        alike(("Delmas", "Sonia"), "1991-03-14", "", Some(Likeness::NameAndBirth));
        alike(("Delmas", "Sonia"), "", "06 39 98 20 61", Some(Likeness::NameAndPhone));
        assert!(Likeness::NameAndBirth > Likeness::NameAndPhone && Likeness::Name > Likeness::Phone);
    }

    #[test]
    fn another_birth_is_somebody_else_unless_the_telephone_is_the_same() {
        alike(("Delmas", "Sonia"), "1990-01-01", "", None);
        alike(("Delmas", "Sonia"), "1990-01-01", "06 39 98 20 61", Some(Likeness::NameAndPhone));
        alike(("Bernard", "Luc"), "1990-01-01", "06 39 98 20 61", None);
        alike(("Bernard", "Luc"), "", "06 39 98 20 61", Some(Likeness::Phone));
    }

    #[test]
    fn the_name_at_birth_is_a_second_naming() {
        let typed = TypedName::new("Roux", "Martin", "Sonia", None, None);
        assert_eq!(typed.likeness(&delmas()), Some(Likeness::Name));
        assert_eq!(typed.searches(), ["roux sonia", "martin sonia"]);
    }

    #[test]
    fn two_letters_look_for_nobody() {
        let of = |last: &str| TypedName::new(last, "", "", None, None).searches();
        assert_eq!((of("Du"), of("Dup")), (Vec::new(), vec!["dup".to_owned()]));
        let called = TypedName::new("", "", "", None, Some(&phone("06 39 98 20 61")));
        assert_eq!(called.searches().len(), 1);
    }

    #[test]
    fn of_one_person_recorded_twice_nothing_known_is_lost() {
        let other = Person {
            address: line("3, rue Neuve"),
            commune: line("Tarbes"),
            birth_name: line("Autre"),
            ..Person::named(line("Delmas-Roux"), line("S."))
        };
        let known = Person { address: line("1, place Vieille"), ..delmas() };
        let later = joined(&known, &other, true);
        assert_eq!((later.last_name.as_str(), later.birth_name.as_str()), ("Delmas", "Martin"), "as they were known");
        assert_eq!((later.address.as_str(), later.commune.as_str()), ("3, rue Neuve", "Tarbes"));
        assert_eq!(later.phone, known.phone, "what the later dossier does not say");
        assert_eq!(joined(&known, &other, false).address.as_str(), "1, place Vieille");
    }
}
