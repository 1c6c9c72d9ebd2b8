//! Who the people of a period are, as their board may read it: pairs, of which no line is a few people.
//!
//! A member of a board knows people of the town: what describes them is told in halves, never in small lines. What is not
//! known goes with a side, which says so; a pair that would show a few people is not told.

use super::definitions::ReportRules;
use super::event::Event;
use super::figure::{Counted, Figure};
use super::period::Period;
use super::row::{HouseholdProfile, ReportRow};
use crate::calendar::age_on;
use crate::settings::Lists;

/// Half of the people of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProfileSide {
    /// `Moins de 45 ans`.
    pub label: String,
    /// Those assessed in the period.
    pub assessed: Figure,
    /// Those who were granted a loan in it; nothing where one of the two sides is a few people.
    pub granted: Option<Figure>,
}

/// Two sides that make all the people of a period.
pub type ProfilePair = [ProfileSide; 2];

/// The families of jobs that are one.
const WORKING: [&str; 3] = ["permanent_job", "short_job", "self_employed"];
const UNKNOWN: &str = " ou non renseigné";

/// The pairs that show no few people.
#[must_use]
pub fn profile_pairs(
    period: Period,
    rows: &[ReportRow],
    rules: &ReportRules,
    lists: &Lists,
    under: u64,
) -> Vec<ProfilePair> {
    let seen = Seen { period, rows, under };
    let ages = rules.age_bands.iter().map(|band| band.from).filter(|from| *from > 18);
    let by_age = ages.filter_map(|from| {
        let age = |row: &ReportRow| age_on(row.born_on?, row.received_on).map(|age| age < from);
        seen.pair([format!("Moins de {from} ans"), format!("{from} ans et plus")], age)
    });
    let by_age = by_age.max_by_key(|[one, other]| one.assessed.dossiers_count().min(other.assessed.dossiers_count()));
    let children = |row: &ReportRow| match row.household {
        HouseholdProfile::AloneWithChildren | HouseholdProfile::CoupleWithChildren => Some(true),
        HouseholdProfile::Alone | HouseholdProfile::Couple | HouseholdProfile::WithOthers => Some(false),
        HouseholdProfile::Unknown => None,
    };
    let works = |row: &ReportRow| {
        let status = row.employment.as_ref()?;
        let entry = lists.employment.iter().find(|entry| entry.key == *status);
        let family = entry.and_then(|entry| entry.family.as_ref()).unwrap_or(status);
        Some(WORKING.contains(&family.as_str()))
    };
    let pairs = [
        by_age,
        seen.pair(["Avec enfants à charge".to_owned(), "Sans enfant à charge".to_owned()], children),
        seen.pair(["En emploi".to_owned(), "Sans emploi, retraite".to_owned()], works),
    ];
    pairs.into_iter().flatten().collect()
}

struct Seen<'r> {
    period: Period,
    rows: &'r [ReportRow],
    under: u64,
}

impl Seen<'_> {
    fn pair(&self, [one, other]: [String; 2], of: impl Fn(&ReportRow) -> Option<bool>) -> Option<ProfilePair> {
        let on = |event: Event, side: bool| {
            let at = |row: &ReportRow| Some(Counted { on: row.counted_on(event, self.period)?, dossier: row.dossier });
            let rows = self.rows.iter().filter(|row| of(row).unwrap_or(false) == side);
            Figure::counting(rows.filter_map(at))
        };
        let counted = |row: &&ReportRow| row.counted_on(Event::Assessed, self.period).is_some();
        let is_unsure = self.rows.iter().filter(counted).any(|row| of(row).is_none());
        let other = if is_unsure { format!("{other}{UNKNOWN}") } else { other };
        let is_enough = |figure: &Figure| figure.dossiers_count() >= self.under;
        let assessed = [true, false].map(|side| on(Event::Assessed, side));
        if !assessed.iter().all(is_enough) {
            return None;
        }
        let granted = [true, false].map(|side| on(Event::Granted, side));
        let is_told = granted.iter().all(is_enough);
        let sides = [one, other].into_iter().zip(assessed).zip(granted);
        let sides = sides.map(|((label, assessed), granted)| {
            let granted = is_told.then_some(granted);
            ProfileSide { label, assessed, granted }
        });
        sides.collect::<Vec<_>>().try_into().ok()
    }
}
