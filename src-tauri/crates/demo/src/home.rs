//! Invented people: who asks, who lives with them, what they live from.

use chrono::{Datelike, Days, Months, NaiveDate};
use domain::contact::{Email, Phone, PostalCode};
use domain::household::{Household, Link, Member, MemberId, Presence, Share};
use domain::line::Line;
use domain::person::{Person, Title};
use domain::settings::ListKey;
use domain::words::folded;

use super::chance::Chance;
use super::stock::{Housing, Stock, Work};
use super::wording::{Voice, line};

/// The contracts that have an employer, as they are said.
const CONTRACTS: [(&str, &str); 6] = [
    ("permanent_full_time", "CDI"),
    ("permanent_part_time", "CDI à temps partiel"),
    ("civil_servant", "titulaire"),
    ("public_contract", "contractuel"),
    ("fixed_term", "CDD"),
    ("subsidised_contract", "contrat d’insertion"),
];

/// A home: the person, who lives there, and what they live from.
pub(super) struct Home<'s> {
    /// Who asks.
    pub(super) person: Person,
    /// Who lives with them.
    pub(super) others: Vec<Member>,
    /// The days the children were born.
    pub(super) children: Vec<NaiveDate>,
    /// What the person lives from.
    pub(super) work: &'s Work,
    /// What the other adult lives from.
    pub(super) partner: Option<&'s Work>,
    /// Where they live.
    pub(super) housing: &'s Housing,
}

/// Who makes up a home.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Family {
    Alone,
    AloneWithChildren,
    Couple,
    CoupleWithChildren,
}

impl<'s> Home<'s> {
    /// A home on a day; `mobile` people work, look for work or learn.
    pub(super) fn draw(stock: &'s Stock, mobile: Mobile, on: NaiveDate, chance: &mut Chance) -> Option<Self> {
        let fits = |work: &Work| if mobile == Mobile::Needed && !work.mobile { 0 } else { work.weight };
        let work = chance.weighed(&stock.budgets.work, fits)?;
        let housing = chance.weighed(&stock.budgets.housing, |housing| housing.weight)?;
        let [youngest, oldest] = work.ages;
        let age = chance.between(youngest, oldest);
        let family = family(age, chance);
        let person = person(stock, work, age, family, (on, &mut *chance))?;
        let mut home = Self { person, others: Vec::new(), children: Vec::new(), work, partner: None, housing };
        home.person.housing = Some(housing.key.clone());
        if matches!(family, Family::Couple | Family::CoupleWithChildren) {
            home.add_partner(stock, age, on, chance);
        }
        if matches!(family, Family::AloneWithChildren | Family::CoupleWithChildren) {
            home.add_children(stock, age, on, chance);
        }
        Some(home)
    }

    /// The household the budget is shared among.
    pub(super) fn household(&self) -> Option<Household> {
        let members = std::iter::once(Member::applicant()).chain(self.others.iter().cloned());
        Household::of(members.collect()).ok()
    }

    fn add_partner(&mut self, stock: &'s Stock, age: u32, on: NaiveDate, chance: &mut Chance) {
        let names = match self.person.title {
            Title::Madame => &stock.names.men,
            Title::Monsieur | Title::NotStated => &stock.names.women,
        };
        let link = if chance.happens(35) { Link::CoApplicant } else { Link::Spouse };
        let name = format!("{} {}", chance.word(names), self.person.last_name);
        let age = chance.between(age.saturating_sub(4).max(20), age.saturating_add(4));
        self.others.push(member(&name, link, Some(born(age, on, chance))));
        let ours = |work: &Work| if work.ages.first().is_some_and(|least| *least > age) { 0 } else { work.weight };
        self.partner = chance.weighed(&stock.budgets.work, ours);
    }

    fn add_children(&mut self, stock: &Stock, age: u32, on: NaiveDate, chance: &mut Chance) {
        let count = chance.weighed(&[(1, 48), (2, 36), (3, 16)], |(_, weight)| *weight).map_or(1, |(count, _)| *count);
        for _ in 0..count {
            let names = if chance.happens(50) { &stock.names.girls } else { &stock.names.boys };
            let name = format!("{} {}", chance.word(names), self.person.last_name);
            let oldest = age.saturating_sub(19).clamp(1, 17);
            let birth = born(chance.between(0, oldest), on, chance);
            let mut child = member(&name, Link::Child, Some(birth));
            if chance.happens(8) {
                child.link = Link::ChildShared;
                child.share = Share::Half;
                child.reason = line("garde alternée, une semaine sur deux");
            }
            self.children.push(birth);
            self.others.push(child);
        }
    }
}

/// Whether a project asks for someone who moves to work.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mobile {
    /// It does.
    Needed,
    /// Anyone may have it.
    Indifferent,
}

fn family(age: u32, chance: &mut Chance) -> Family {
    let weights: [(Family, u32); 4] = if age >= 63 {
        [(Family::Alone, 70), (Family::Couple, 30), (Family::AloneWithChildren, 0), (Family::CoupleWithChildren, 0)]
    } else {
        [(Family::Alone, 42), (Family::AloneWithChildren, 30), (Family::Couple, 10), (Family::CoupleWithChildren, 18)]
    };
    chance.weighed(&weights, |(_, weight)| *weight).map_or(Family::Alone, |(family, _)| *family)
}

fn person(
    stock: &Stock,
    work: &Work,
    age: u32,
    family: Family,
    (on, chance): (NaiveDate, &mut Chance),
) -> Option<Person> {
    let women = if family == Family::AloneWithChildren { 84 } else { 52 };
    let title = if chance.happens(women) { Title::Madame } else { Title::Monsieur };
    let first = chance.word(if title == Title::Madame { &stock.names.women } else { &stock.names.men });
    let last = chance.word(&stock.names.surnames);
    let commune = chance.weighed(&stock.names.communes, |commune| commune.weight)?;
    let mut person = Person::named(line(last), line(first));
    person.title = title;
    person.born_on = Some(born(age, on, chance));
    if chance.happens(60) {
        person.birth_place = line(chance.word(&stock.names.birth_places));
    }
    person.phone = phone(chance);
    if chance.happens(58) {
        person.email = email(first, last);
    }
    person.address = line(&format!("{} {}", chance.between(1, 84), chance.word(&stock.names.streets)));
    person.postal_code = PostalCode::read(&commune.code).ok();
    person.commune = line(&commune.name);
    person.family_situation = situation(family, age, chance).map(key);
    person.employment = Some(work.key.clone());
    person.occupation = Voice::agreeing(title).line(chance.word(&work.occupations));
    describe(&mut person, stock, on, chance);
    Some(person)
}

/// What the further fields of a person say: where, how they are reached, who employs them, their bank.
fn describe(person: &mut Person, stock: &Stock, on: NaiveDate, chance: &mut Chance) {
    let since =
        |chance: &mut Chance| on.year().saturating_sub(i32::try_from(chance.between(0, 11)).unwrap_or_default());
    if stock.names.communes.first().is_some_and(|town| town.name == person.commune.as_str()) {
        person.neighbourhood = line(chance.word(&stock.names.neighbourhoods));
    }
    let ways = [("phone", 56), ("sms", 26), ("email", 14), ("letter", 4)];
    if chance.happens(70) {
        person.contact_way = chance.weighed(&ways, |(_, weight)| *weight).map(|(way, _)| key(way));
    }
    if chance.happens(60) {
        person.housing_since = line(&since(chance).to_string());
    }
    person.bank = line(chance.word(&stock.names.banks));
    let cards = [("debit_card", 60), ("systematic_authorisation_card", 32), ("transfer", 4), ("cash", 4)];
    person.payment_means = chance.weighed(&cards, |(_, weight)| *weight).map(|(means, _)| key(means));
    let contract = person
        .employment
        .as_ref()
        .and_then(|status| CONTRACTS.into_iter().find(|(known, _)| *known == status.as_str()));
    if let Some((_, said)) = contract {
        person.employer = line(chance.word(&stock.names.employers));
        person.contract = line(&format!("{said} depuis {}", since(chance)));
    }
}

fn situation(family: Family, age: u32, chance: &mut Chance) -> Option<&'static str> {
    let known: &[&str] = match family {
        Family::Couple | Family::CoupleWithChildren => &["married", "civil_union", "cohabiting"],
        Family::AloneWithChildren => &["single", "separating", "divorced"],
        Family::Alone if age >= 63 => &["widowed", "divorced", "single"],
        Family::Alone => &["single", "single", "divorced", "separating"],
    };
    chance.one(known).copied()
}

fn member(name: &str, link: Link, born_on: Option<NaiveDate>) -> Member {
    Member {
        id: MemberId(0),
        name: line(name),
        link,
        born_on,
        presence: Presence::Here,
        share: Share::One,
        reason: Line::default(),
    }
}

/// A day of birth that makes that age on a day.
fn born(age: u32, on: NaiveDate, chance: &mut Chance) -> NaiveDate {
    let days = Days::new(u64::from(chance.between(1, 360)));
    let years = Months::new(age.saturating_mul(12));
    on.checked_sub_months(years).and_then(|day| day.checked_sub_days(days)).unwrap_or(on)
}

/// Numbers that nobody has.
fn phone(chance: &mut Chance) -> Option<Phone> {
    Phone::read(&format!("06 39 98 {:02} {:02}", chance.between(0, 99), chance.between(0, 99))).ok()
}

fn email(first: &str, last: &str) -> Option<Email> {
    let plain = |text: &str| folded(text).chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    Email::read(&format!("{}.{}@courriel.example", plain(first), plain(last))).ok()
}

/// A key of a list.
pub(super) fn key(text: &str) -> ListKey {
    ListKey::new(text)
}
