//! Who borrows with an invented person, who else accompanies them, and how well an older dossier is known.

use chrono::NaiveDate;
use domain::assessment::{RegisterAnswer, Registers};
use domain::calendar::days_after;
use domain::companion::{Companion, CompanionId, CompanionRole};
use domain::dossier::{Event as Noting, Fact, FactKind, Precision, TakenOver};
use domain::household::Link;
use domain::line::Line;
use domain::person::{Person, Title};
use domain::settings::ListKey;

use super::chance::Chance;
use super::happenings::noted;
use super::home::key;
use super::invented::{Invented, closes};
use super::moving::working_day_after;
use super::stock::Stock;
use super::wording::line;

/// What was known of a dossier before it was entered here.
const KNOWN_BEFORE: [FactKind; 4] =
    [FactKind::RequestReceived, FactKind::ContractSigned, FactKind::Disbursed, FactKind::SupportPlanned];

/// Completes the household and the accompaniment of a dossier whose first interview was held on a day.
pub(super) fn complete(invented: &mut Invented, stock: &Stock, met_on: NaiveDate, chance: &mut Chance) {
    invented.co_borrower = co_borrower(invented, chance);
    if invented.co_borrower.is_some() {
        // Of an invented couple, one at the most is listed.
        let held = invented.assessment.registers.clone();
        let ficp = held.checked_on.map_or(RegisterAnswer::ToSee, |_| RegisterAnswer::No);
        invented.assessment.co_registers = Registers { ficp, ..held };
    }
    if chance.happens(9) {
        invented.companions.push(professional(stock, met_on, chance));
    } else if chance.happens(3) {
        guard(invented, met_on, chance);
    }
}

/// The one who borrows too, with what an identity paper says.
fn co_borrower(invented: &Invented, chance: &mut Chance) -> Option<Person> {
    let other = invented.others.iter().find(|member| member.link == Link::CoApplicant)?;
    let (first, last) = other.name.as_str().split_once(' ')?;
    let person = &invented.person;
    let title = match person.title {
        Title::Madame => Title::Monsieur,
        Title::Monsieur | Title::NotStated => Title::Madame,
    };
    Some(Person {
        title,
        born_on: other.born_on,
        address: person.address.clone(),
        postal_code: person.postal_code.clone(),
        commune: person.commune.clone(),
        family_situation: person.family_situation.clone(),
        housing: person.housing.clone(),
        employment: Some(key(if chance.happens(60) { "permanent_part_time" } else { "unemployed_with_benefit" })),
        bank: person.bank.clone(),
        ..Person::named(line(last), line(first))
    })
}

/// A professional who accompanies the person too.
fn professional(stock: &Stock, agreed_on: NaiveDate, chance: &mut Chance) -> Companion {
    let among = &stock.partners.referrers;
    let named: Vec<_> = among.iter().filter(|one| !one.name.is_empty()).collect();
    let found = chance.one(&named);
    let text = |of: Option<&String>| of.map(|text| line(text)).unwrap_or_default();
    Companion {
        id: CompanionId(0),
        role: CompanionRole::Professional,
        name: text(found.map(|one| &one.name)),
        organisation: text(found.map(|one| &one.structure)),
        reach: text(found.map(|one| &one.phone)),
        address: text(found.map(|one| &one.address)),
        agreed_on: Some(agreed_on),
        lead: chance.happens(15),
    }
}

/// A curator, whose agreement was asked for and given.
fn guard(invented: &mut Invented, met_on: NaiveDate, chance: &mut Chance) {
    let answered = working_day_after(days_after(met_on, chance.between(5, 9)));
    // Nothing is asked of a request that ended before its answer.
    let last = invented.facts.iter().map(Fact::day).max().unwrap_or(met_on);
    if last <= answered || invented.facts.iter().any(|fact| closes(fact) && fact.day() <= answered) {
        return;
    }
    invented.companions.push(Companion {
        id: CompanionId(0),
        role: CompanionRole::Guardian,
        name: line("Mme Rolande Vaucourt"),
        organisation: line("Association tutélaire du Val"),
        reach: line("05 36 49 01 90"),
        address: line("18 rue Neuve, 99120 Valbourg"),
        agreed_on: Some(answered),
        lead: false,
    });
    invented.facts.push(noted(met_on, Noting::GuardianAsked, None, None));
    invented.facts.push(noted(answered, Noting::GuardianAnswered, Some(ListKey::new("given")), None));
    invented.facts.sort_by_key(Fact::day);
    invented.eligibility.answers.insert(key("protection_measure"), key("curatelle"));
}

/// Makes a dossier one that was begun before Étrier: of what came before, little is known, and by its month.
pub(super) fn take_over(invented: &mut Invented, on: NaiveDate, from: &str) {
    invented.facts.retain(|fact| fact.day() >= on || KNOWN_BEFORE.contains(&fact.kind()));
    invented.facts.push(Fact::TakenOver(TakenOver {
        on,
        from: line(from),
        note: Line::default(),
        written: domain::text::Text::default(),
    }));
    invented.facts.sort_by_key(Fact::day);
    invented.precision = Precision::Month;
    invented.reviews.clear();
}
