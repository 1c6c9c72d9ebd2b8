//! Lines proposed to the budget, each with its reason and the operations behind it; nothing enters by itself.

use super::counterpart::LabelWords;
use super::groups::{Group, Seen, groups, seen};
use super::incidents::incidents;
use super::indicators::{indicators, marked};
use super::rhythm::{Frequency, frequency, months};
use super::rules::{Rule, WordRules};
use crate::accounts::Account;
use crate::cents::Cents;
use crate::days::between;
use crate::proof::Standing;
use crate::statement::{AccountKind, Operation, Period};

/// What returns without a rule is about the same amount within this share of it, in hundredths.
const ABOUT: i64 = 10;
/// Running expenses seen in one month alone count from so many on.
const OFTEN: usize = 4;
/// Two own accounts meet a transfer within so many days.
const TRANSFER_DAYS: i64 = 3;

/// A line proposed to the budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The line of the budget; nothing when it is to be named.
    pub entry: Option<String>,
    /// The lines it may be, the most probable first.
    pub candidates: Vec<String>,
    /// The name read.
    pub name: String,
    /// What is paid each time, in cents, in size: the common amount, or the mean when it varies.
    pub amount: Cents,
    /// How often.
    pub frequency: Frequency,
    /// What it makes a month, in cents, in size.
    pub monthly: Cents,
    /// Whether it is told as a month of all that was paid, for it has no amount of its own.
    pub spread: bool,
    /// Whether one payment may hold several of its candidates together, which its label does not tell apart.
    pub several: bool,
    /// Why.
    pub reason: String,
    /// The places of the files and the operations behind it.
    pub proof: Vec<ProofLine>,
}

/// An operation behind a proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProofLine {
    /// The place of its file among those read together.
    pub file: usize,
    /// The operation.
    pub operation: Operation,
}

/// Proposes from the proven statements of each current account, and gives the accounts their indicators.
pub(crate) fn proposals(accounts: &mut [Account], rules: &WordRules) -> Vec<Proposal> {
    let words = LabelWords::delivered();
    let saves = accounts.iter().any(|account| account.name.kind == AccountKind::Savings && has_proven(account));
    let transfers = own_transfers(accounts);
    let mut found = Vec::new();
    for account in accounts.iter_mut().filter(|account| account.name.kind == AccountKind::Current) {
        let whole = account.unbroken();
        let seen = seen(account.operations(&[Standing::Proven]), rules, &words);
        let incidents = incidents(&seen, &rules.rules);
        let figures = whole.and_then(|(period, opening)| indicators(period, opening, &seen, &rules.rules, &incidents));
        let marks = marked(&seen, &rules.rules);
        let covered = covered_months(account);
        for group in groups(&seen, rules, &incidents) {
            let rule = group.rule.and_then(|rule| rules.rules.get(rule));
            let internal = rule.is_some_and(|rule| rule.internal) && saves;
            let own = group.places.iter().filter_map(|at| seen.get(*at)).any(|one| transfers.contains(one.operation));
            if !internal && !own {
                found.extend(proposal(&group, &seen, rule, covered));
            }
        }
        account.indicators = figures;
        account.marked = marks;
    }
    found
}

fn has_proven(account: &Account) -> bool {
    account.statements.iter().any(|statement| statement.standing == Standing::Proven)
}

/// Transfers from one of the accounts given to another: the same amount, days apart.
fn own_transfers(accounts: &[Account]) -> Vec<Operation> {
    let is_transfer = |operation: &Operation| {
        let label = crate::folded::folded(&operation.label);
        ["VIR", "VIREMENT", "VIRT"].into_iter().any(|word| crate::folded::holds(&label, word))
    };
    let moves: Vec<(usize, &Operation)> = accounts
        .iter()
        .enumerate()
        .flat_map(|(place, account)| {
            account.operations(&[Standing::Proven]).into_iter().map(move |(_, one)| (place, one))
        })
        .filter(|(_, operation)| is_transfer(operation))
        .collect();
    let met = moves.iter().filter(|(place, one)| {
        moves.iter().any(|(other, back)| {
            other != place
                && back.amount == one.amount.opposite()
                && between(one.date, back.date).abs() <= TRANSFER_DAYS
        })
    });
    met.map(|(_, operation)| (*operation).clone()).collect()
}

/// How many months the proven statements of an account cover, at least one.
fn covered_months(account: &Account) -> i64 {
    let proven = account.statements.iter().filter(|statement| statement.standing == Standing::Proven);
    let days: i64 = proven
        .filter_map(|statement| statement.period())
        .map(|Period { from, to }| between(from, to).saturating_add(1))
        .fold(0, i64::saturating_add);
    // A month is 30.44 days; the nearest whole count.
    days.saturating_mul(100).saturating_add(1_522).checked_div(3_044).unwrap_or_default().max(1)
}

fn proposal(group: &Group, seen: &[Seen<'_>], rule: Option<&Rule>, covered: i64) -> Option<Proposal> {
    let paid: Vec<&Seen<'_>> = group.places.iter().filter_map(|at| seen.get(*at)).collect();
    if paid.is_empty() || rule.is_some_and(|rule| rule.entries.is_empty()) {
        return None;
    }
    let amounts: Vec<Cents> = paid.iter().map(|one| one.operation.amount.size()).collect();
    let pace = pace(group, seen, rule, &amounts)?;
    let count = i64::try_from(amounts.len()).ok()?;
    let mean = Cents::sum(amounts.iter().copied())?.shared(count)?;
    let amount = common(&amounts).unwrap_or(mean);
    let (frequency, monthly) = match &pace {
        Pace::Regular(frequency) => (*frequency, frequency.monthly(mean)?),
        Pace::Spread => (Frequency::Monthly, Cents::sum(amounts.iter().copied())?.shared(covered)?),
    };
    let spread = matches!(pace, Pace::Spread);
    let candidates = rule.map(|rule| rule.entries.clone()).unwrap_or_default();
    let reason = rule.map_or("Revient chaque mois, à nommer.", |rule| rule.reason.as_str());
    let varies = amounts.iter().any(|other| *other != amount);
    Some(Proposal {
        entry: candidates.first().cloned(),
        candidates,
        name: group.name.join(" "),
        amount,
        frequency,
        monthly,
        spread,
        several: rule.is_some_and(|rule| rule.several),
        reason: if varies { format!("{reason} Le montant varie : moyenne.") } else { reason.to_owned() },
        proof: paid.iter().map(|one| ProofLine { file: one.file, operation: one.operation.clone() }).collect(),
    })
}

/// How the operations of a group are spread over months.
enum Pace {
    Regular(Frequency),
    /// The total over the covered months.
    Spread,
}

fn pace(group: &Group, seen: &[Seen<'_>], rule: Option<&Rule>, amounts: &[Cents]) -> Option<Pace> {
    let paid: Vec<_> = group.places.iter().filter_map(|at| seen.get(*at)).map(|one| one.operation.date).collect();
    let days = with_attempts(group, seen);
    if rule.is_some_and(|rule| rule.one_off) {
        return Some(Pace::Regular(Frequency::OneOff));
    }
    if rule.is_some_and(|rule| rule.running) {
        return (months(&paid) > 1 || paid.len() >= OFTEN).then_some(Pace::Spread);
    }
    let told = group.places.first().and_then(|at| seen.get(*at)).filter(|_| paid.len() == 1);
    let quarterly =
        told.is_some_and(|one| crate::folded::holds(&crate::folded::folded(&one.operation.label), "TRIMESTR*"));
    match (rule, frequency(&days)) {
        (None, Some(frequency)) => {
            let weekly = matches!(frequency, Frequency::Weekly | Frequency::Fortnightly);
            (months(&paid) > 1 && (is_about_the_same(amounts) || weekly && is_about_the_same(amounts)))
                .then_some(Pace::Regular(frequency))
        }
        (None, None) => None,
        (Some(_), Some(frequency)) => Some(Pace::Regular(frequency)),
        (Some(_), None) if quarterly => Some(Pace::Regular(Frequency::Quarterly)),
        (Some(rule), None) if days.len() == 1 => rule.usual().map(Pace::Regular),
        (Some(_), None) => (months(&paid) > 1).then_some(Pace::Spread),
    }
}

/// The days paid and the days of attempts that came back, unless they were paid soon after.
fn with_attempts(group: &Group, seen: &[Seen<'_>]) -> Vec<chrono::NaiveDate> {
    const SOON: i64 = 15;
    let day = |at: &usize| seen.get(*at).map(|one| one.operation.date);
    let mut days: Vec<_> = group.attempts.iter().filter_map(day).collect();
    for paid in group.places.iter().filter_map(day) {
        let again = days.iter_mut().find(|known| {
            group.attempts.iter().filter_map(day).any(|one| one == **known)
                && (0..=SOON).contains(&between(**known, paid))
        });
        if again.is_none() {
            days.push(paid);
        }
    }
    days.sort_unstable();
    days
}

/// The amount more than half of them have.
fn common(amounts: &[Cents]) -> Option<Cents> {
    let count = |amount: Cents| amounts.iter().filter(|other| **other == amount).count();
    amounts.iter().copied().find(|amount| count(*amount).saturating_mul(2) > amounts.len())
}

fn is_about_the_same(amounts: &[Cents]) -> bool {
    let ends = amounts.iter().min().zip(amounts.iter().max());
    ends.is_some_and(|(least, most)| most.0.saturating_sub(least.0).saturating_mul(100) <= most.0.saturating_mul(ABOUT))
}
