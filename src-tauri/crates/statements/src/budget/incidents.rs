//! Rejected debits matched with what they return: both leave the sums, and still tell the rhythm of that debit.

use super::counterpart::share_a_word;
use super::groups::Seen;
use super::rules::Rule;
use crate::days::between;

/// A debit comes back within so many days.
const DAYS_BACK: i64 = 10;
/// The fee of a rejection is taken within so many days of it.
const FEE_DAYS: i64 = 5;

/// What was rejected.
#[derive(Clone, Debug, Default)]
pub(crate) struct Incidents {
    /// How many debits were rejected.
    pub(crate) rejected: usize,
    /// The places of debits that came back.
    pub(crate) attempts: Vec<usize>,
    /// The places of their returns.
    pub(crate) returns: Vec<usize>,
    /// The places of fees that are the only trace of a rejection.
    pub(crate) traces: Vec<usize>,
}

/// Finds the rejections among the operations of one account, in the order of days.
pub(crate) fn incidents(seen: &[Seen<'_>], rules: &[Rule]) -> Incidents {
    let rule = |one: &Seen<'_>| one.rule.and_then(|rule| rules.get(rule));
    let mut found = Incidents::default();
    for (place, back) in seen.iter().enumerate() {
        if !rule(back).is_some_and(Rule::returns_a_debit) {
            continue;
        }
        found.returns.push(place);
        found.rejected = found.rejected.saturating_add(1);
        let candidates = seen.iter().enumerate().filter(|(at, debit)| {
            let days = between(debit.operation.date, back.operation.date);
            debit.operation.amount == back.operation.amount.opposite()
                && (0..=DAYS_BACK).contains(&days)
                && !rule(debit).is_some_and(Rule::is_of_the_bank)
                && !found.attempts.contains(at)
        });
        let best = candidates.max_by_key(|(_, debit)| (share_a_word(&debit.name, &back.name), debit.operation.date));
        found.attempts.extend(best.map(|(at, _)| at));
    }
    let mut charged: Vec<usize> = Vec::new();
    for (place, fee) in seen.iter().enumerate() {
        if !rule(fee).is_some_and(Rule::counts_a_rejection) {
            continue;
        }
        let own = found.returns.iter().copied().find(|at| {
            let near = seen.get(*at).is_some_and(|back| {
                let days = between(back.operation.date, fee.operation.date).abs();
                let debit = found.attempts.iter().filter_map(|at| seen.get(*at));
                let same = debit.clone().any(|debit| {
                    debit.operation.amount == back.operation.amount.opposite() && share_a_word(&debit.name, &fee.name)
                });
                days <= FEE_DAYS && (fee.name.is_empty() || same || share_a_word(&fee.name, &back.name))
            });
            near && !charged.contains(at)
        });
        match own {
            Some(at) => charged.push(at),
            None => {
                found.traces.push(place);
                found.rejected = found.rejected.saturating_add(1);
            }
        }
    }
    found
}
