//! Invented statement reviews: what three months of a home's accounts say, and its answers to the checks.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate};
use domain::budget::{StatementReview, StatementReviewId};
use domain::calendar::YearMonth;
use domain::line::Line;
use domain::money::Euros;
use domain::settings::{ListKey, Lists, entry};

use super::budget::Strength;
use super::chance::Chance;
use super::home::key;
use super::stock::{ProjectStock, Stock};
use super::wording::line;

/// The purposes for which a driving licence is asked.
const VEHICLES: [&str; 2] = ["vehicle_purchase", "vehicle_repair"];
/// The months of statements that are read.
const MONTHS_READ: u32 = 3;

/// The reviews of a home's accounts, read on a day.
pub(super) fn draw(stock: &Stock, strength: Strength, read_on: NaiveDate, chance: &mut Chance) -> Vec<StatementReview> {
    let is_troubled = strength == Strength::Weak || chance.happens(24);
    let mut current = review("compte courant", chance.word(&stock.names.banks), read_on);
    current.overdraft = Some(chance.amount([0, 40_000], 10_000));
    current.fees = Some(chance.amount([300, 2_400], 10));
    if is_troubled {
        let low = i64::from(chance.between(40, 310)).saturating_mul(-100);
        current.lowest = Euros::from_cents(low).ok();
        current.days_overdrawn = Some(chance.between(3, 26));
        current.rejected = Some(chance.between(1, 4));
        current.fees = Some(chance.amount([4_000, 14_000], 100));
        current.remark = line(chance.word(&stock.words.statements_troubled));
    } else {
        current.lowest = Some(chance.amount([500, 19_000], 10));
        (current.days_overdrawn, current.rejected) = (Some(0), Some(0));
        current.remark = line(chance.word(&stock.words.statements_quiet));
    }
    let mut reviews = vec![current];
    if chance.happens(34) {
        let mut savings = review("livret A", chance.word(&stock.names.banks), read_on);
        savings.savings = Some(chance.amount([2_000, 62_000], 1_000));
        reviews.push(savings);
    }
    reviews
}

fn review(account: &str, bank: &str, read_on: NaiveDate) -> StatementReview {
    let month = |ago: u32| {
        let day = read_on.checked_sub_months(Months::new(ago))?;
        YearMonth::new(day.year(), day.month())
    };
    StatementReview {
        id: StatementReviewId(0),
        account: line(account),
        bank: line(bank),
        from: month(MONTHS_READ),
        to: month(1),
        overdraft: None,
        lowest: None,
        days_overdrawn: None,
        rejected: None,
        fees: None,
        savings: None,
        remark: Line::default(),
    }
}

/// What every examined request was asked, answered by what stops nothing; an answer that is there stays.
const AT_THE_INTERVIEW: [(&str, &str); 3] =
    [("protection_measure", "none"), ("current_expenses", "no"), ("business_creation", "no")];

/// Answers what every interview asks.
pub(super) fn answer_at_the_interview(answers: &mut BTreeMap<ListKey, ListKey>) {
    for (fact, answer) in AT_THE_INTERVIEW {
        answers.entry(ListKey::new(fact)).or_insert_with(|| ListKey::new(answer));
    }
}

/// What the adviser answered of a project by then; one answer in six waits.
pub(super) fn answers(project: &ProjectStock, lists: &Lists, chance: &mut Chance) -> BTreeMap<ListKey, ListKey> {
    let purpose = entry(&lists.purposes, &project.key).ok();
    let category = purpose.and_then(|purpose| purpose.group.as_ref()).map(ListKey::as_str);
    let mut given =
        vec![("ordinary_credit_access", "excluded"), ("outside_target_public", "no"), ("other_aids_possible", "no")];
    given.extend((category == Some("mobility")).then_some(("running_costs_counted", "yes")));
    given.extend((category == Some("health")).then_some(("health_complement_possible", "no")));
    given.extend(VEHICLES.contains(&project.key.as_str()).then_some(("licence_held", "yes")));
    given.retain(|_| !chance.happens(16));
    given.into_iter().map(|(fact, answer)| (key(fact), key(answer))).collect()
}
