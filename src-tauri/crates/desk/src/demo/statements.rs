//! Invented statement reviews: what three months of a home's accounts say, and its answers to the checks.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate};
use domain::budget::{StatementReview, StatementReviewId};
use domain::calendar::YearMonth;
use domain::line::Line;
use domain::money::Euros;
use domain::settings::ListKey;

use super::budget::Strength;
use super::chance::Chance;
use super::home::key;
use super::stock::{Effect, ProjectStock, Stock};
use super::wording::line;

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

/// What the adviser answered by then; one in six waits.
pub(super) fn answers(
    project: &ProjectStock,
    reviews: &[StatementReview],
    chance: &mut Chance,
) -> BTreeMap<ListKey, ListKey> {
    let yes_or_no = |yes: bool| if yes { "yes" } else { "no" };
    let overdrawn = reviews.iter().any(|review| review.days_overdrawn.is_some_and(|days| days > 0));
    let saves = reviews.iter().any(|review| review.savings.is_some_and(|savings| !savings.is_zero()));
    let mut given = vec![
        ("ordinary_credit_access", "excluded"),
        ("overdraft_used", yes_or_no(overdrawn)),
        ("has_savings", yes_or_no(saves)),
        ("other_aids_possible", "no"),
    ];
    match project.effect {
        Effect::Car => given.extend([
            ("licence_held", "yes"),
            ("vehicle_seller", if chance.happens(60) { "professional" } else { "private" }),
            ("running_costs_counted", "yes"),
            ("project_linked_to_job", "yes"),
        ]),
        Effect::Debts => given.push(("debt_effect_explained", "yes")),
        Effect::None => {}
    }
    given.retain(|_| !chance.happens(16));
    given.into_iter().map(|(fact, answer)| (key(fact), key(answer))).collect()
}
