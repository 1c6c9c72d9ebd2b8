//! « À demander à la personne »: what no paper knows.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::budget::{BudgetLine, Certainty, Section};
use domain::settings::Lists;
use domain::words::{counted, enumerated, screen_date, spaced};
use serde::Serialize;
use statements::{Account, AccountKind, Cents, Operation};
use ts_rs::TS;

use super::figures::operations;
use super::lines::Offer;
use super::months::euros;
use super::session::Session;
use app::failure::Failure;

/// Money that came once is asked about from so many cents on.
const LARGE_INCOME: i64 = 5_000;
/// Money that left once is asked about from so many cents on.
const LARGE_EXPENSE: i64 = 10_000;
/// A payment of each month stopped when it has not come for so many days.
const STOPPED_DAYS: i64 = 45;
/// The most questions of one kind.
const MOST: usize = 3;

/// One thing to ask.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PersonQuestion {
    /// `Espèces : 180,00 € en 5 retraits`.
    pub label: String,
    /// `pour quoi, le plus souvent ?`
    pub detail: String,
}

fn question(label: &str, detail: &str) -> PersonQuestion {
    PersonQuestion { label: spaced(label), detail: spaced(detail) }
}

/// What is to be asked of a reading, beside the budget.
pub(super) fn questions(
    session: &Session,
    offers: &[Offer<'_>],
    lines: &[BudgetLine],
    lists: &Lists,
    today: NaiveDate,
) -> Result<Vec<PersonQuestion>, Failure> {
    let currents = || session.reading.accounts.iter().filter(|account| account.name.kind == AccountKind::Current);
    let mut asked = undeclared(offers)?;
    for account in currents() {
        asked.extend(cash(account)?);
        asked.extend(rejected(account, today)?);
        asked.extend(once(account, session, today)?);
        asked.extend(stopped(account, offers, today));
    }
    if currents().any(|account| account.indicators.is_some()) {
        asked.extend(never_seen(offers, lines, lists));
    }
    Ok(asked)
}

fn cash(account: &Account) -> Result<Option<PersonQuestion>, Failure> {
    let taken: Vec<&Operation> = operations(account, &["cash_withdrawals"]).collect();
    let Some(sum) = Cents::sum(taken.iter().map(|operation| operation.amount)).filter(|_| !taken.is_empty()) else {
        return Ok(None);
    };
    let times = counted(taken.len(), "retrait", "retraits");
    let label = format!("Espèces : {} en {times}", euros(sum.size())?);
    Ok(Some(question(&label, "pour quoi, le plus souvent ?")))
}

fn rejected(account: &Account, today: NaiveDate) -> Result<Vec<PersonQuestion>, Failure> {
    let ask = |operation: &Operation| {
        let day = screen_date(operation.date, today);
        let label = format!("{} rejetés le {day}", euros(operation.amount.size())?);
        Ok(question(&label, "payés depuis ? d’accord avec le créancier ?"))
    };
    operations(account, &["rejected_debits"]).take(MOST).map(ask).collect()
}

/// Money that came or left once, that nothing recognises: its amount and its days, never its label.
fn once(account: &Account, session: &Session, today: NaiveDate) -> Result<Vec<PersonQuestion>, Failure> {
    let proposed = || session.reading.proposals.iter().flat_map(|one| &one.proof).map(|line| &line.operation);
    let is_known = |operation: &Operation| {
        proposed().any(|other| other == operation) || account.marked.iter().any(|one| one.operation == *operation)
    };
    let mut by_amount: BTreeMap<i64, Vec<NaiveDate>> = BTreeMap::new();
    for operation in account.proven_operations().into_iter().filter(|operation| !is_known(operation)) {
        let is_large = match operation.amount.0 > 0 {
            true => operation.amount.0 >= LARGE_INCOME,
            false => operation.amount.0.saturating_neg() >= LARGE_EXPENSE,
        };
        if is_large {
            by_amount.entry(operation.amount.0).or_default().push(operation.date);
        }
    }
    let ask = |amount: i64, days: &[NaiveDate]| {
        let told: Vec<String> = days.iter().map(|day| format!("le {}", screen_date(*day, today))).collect();
        let (verb, detail) = match amount > 0 {
            true => ("Reçu", "un coup de main, ou cela revient ?"),
            false => ("Payé", "pour quoi ? cela revient ?"),
        };
        let label = format!("{verb} {} {}", euros(Cents(amount).size())?, enumerated(&told));
        Ok(question(&label, detail))
    };
    let came = by_amount.iter().rev().filter(|(amount, _)| **amount > 0).take(MOST);
    let left = by_amount.iter().filter(|(amount, _)| **amount < 0).take(MOST);
    came.chain(left).map(|(amount, days)| ask(*amount, days)).collect()
}

/// Credits seen that the budget does not have.
fn undeclared(offers: &[Offer<'_>]) -> Result<Vec<PersonQuestion>, Failure> {
    let is_debt = |offer: &&Offer<'_>| offer.entry.is_some_and(|entry| entry.section == Section::Debt);
    let new = offers.iter().filter(is_debt).filter(|offer| offer.joins.is_none());
    let ask = |offer: &Offer<'_>| {
        let label = format!("{}, {} : pas au budget", offer.proposal.name, euros(offer.proposal.amount)?);
        Ok(question(&label, "combien reste-t-il dû, jusqu’à quand ?"))
    };
    new.take(MOST).map(ask).collect()
}

/// What came each month and did not the last one.
fn stopped(account: &Account, offers: &[Offer<'_>], today: NaiveDate) -> Vec<PersonQuestion> {
    let Some(end) = account.indicators.map(|found| found.period.to) else { return Vec::new() };
    let monthly = offers
        .iter()
        .filter(|offer| offer.proposal.frequency == statements::Frequency::Monthly && !offer.proposal.spread);
    let own = account.proven_operations();
    let last = |offer: &&Offer<'_>| {
        let days = offer.proposal.proof.iter().filter(|line| own.contains(&&line.operation));
        days.map(|line| line.operation.date).max()
    };
    let late = monthly.filter_map(|offer| Some((offer, last(&offer)?)));
    let late = late.filter(|(_, day)| end.signed_duration_since(*day).num_days() > STOPPED_DAYS);
    let ask = |(offer, day): (&Offer<'_>, NaiveDate)| {
        let label = format!("{} ne revient pas depuis le {}", offer.proposal.name, screen_date(day, today));
        question(&label, "arrêté, ou en retard ?")
    };
    late.take(MOST).map(ask).collect()
}

/// Lines that the budget declares and no statement shows.
fn never_seen(offers: &[Offer<'_>], lines: &[BudgetLine], lists: &Lists) -> Vec<PersonQuestion> {
    let seen = |line: &BudgetLine| {
        offers.iter().any(|offer| offer.joins.iter().chain(&offer.shares).any(|joined| joined.id == line.id))
    };
    let declared = lines.iter().filter(|line| line.certainty == Certainty::Declared && !line.amount.is_zero());
    let lacking = declared.filter(|line| !seen(line));
    let ask = |line: &BudgetLine| {
        let entry = lists.budget_entries.get(&line.entry)?;
        let detail = match entry.section {
            Section::Income => "versé ailleurs, ou en espèces ?",
            Section::FixedExpense | Section::RunningExpense | Section::Debt => {
                "en espèces, par un proche, une fois par an ?"
            }
        };
        Some(question(&format!("{}, {}, pas vu", entry.label, line.amount), detail))
    };
    lacking.filter_map(ask).take(MOST.saturating_mul(2)).collect()
}
