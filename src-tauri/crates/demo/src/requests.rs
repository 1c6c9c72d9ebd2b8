//! How an invented request came: by whom, for what, for how much.

use chrono::NaiveDate;
use domain::dossier::Request;
use domain::money::Euros;
use domain::partner::ReferrerId;
use domain::person::Person;
use domain::settings::Settings;

use super::chance::Chance;
use super::home::key;
use super::plan::Plan;
use super::stock::{ReferrerStock, Stock};
use super::wording::{Voice, line};

/// By where people come, and how often.
const ORIGINS: [(&str, u32); 7] = [
    ("first_reception", 22),
    ("referrer", 32),
    ("internal_service", 14),
    ("direct", 20),
    ("lender_sent", 5),
    ("former_borrower", 4),
    ("unknown", 3),
];

/// A request as it was received on a day.
pub(super) fn request(
    stock: &Stock,
    plan: &Plan<'_>,
    (received_on, settings): (NaiveDate, &Settings),
    chance: &mut Chance,
) -> Option<Request> {
    let (origin, _) = chance.weighed(&ORIGINS, |(_, weight)| *weight)?;
    let more = i64::from(chance.between(0, 8)).saturating_mul(10_000);
    let wished = Euros::from_cents(plan.amount.cents().saturating_add(more)).ok();
    let heard = chance.one(&settings.lists.how_heard).map(|entry| entry.key.clone());
    let last = stock.partners.referrers.len().saturating_sub(1);
    let referrer = chance.between(0, u32::try_from(last).unwrap_or_default());
    Some(Request {
        received_on,
        origin: key(origin),
        project: line(chance.word(&plan.project.lines)),
        purpose: Some(plan.project.key.clone()),
        amount: wished.filter(|_| chance.happens(86)),
        how_heard: heard.filter(|_| chance.happens(74)),
        // Its place among those of the office, until it is recorded.
        referrer: (*origin == "referrer").then_some(ReferrerId(referrer.into())),
    })
}

/// Who sent the person, where someone did.
pub(super) fn came_by(request: &Request, person: &Person, referrers: &[ReferrerStock]) -> String {
    let place = request.referrer.and_then(|referrer| usize::try_from(referrer.0).ok());
    match place.and_then(|place| referrers.get(place)) {
        Some(referrer) => Voice::agreeing(person.title).say(&format!("Orienté{{e}} par {}. ", referrer.after)),
        None => String::new(),
    }
}
