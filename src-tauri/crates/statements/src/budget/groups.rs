//! Operations of one counterpart under one rule, set apart when two clear amounts make two lines.

use super::counterpart::{LabelWords, is_alike, share_a_word};
use super::incidents::Incidents;
use super::rhythm::months;
use super::rules::{Rule, WordRules};
use crate::cents::Cents;
use crate::folded::folded;
use crate::statement::Operation;

/// An operation with what it was recognised as.
#[derive(Clone, Debug)]
pub(crate) struct Seen<'a> {
    /// The place of its file.
    pub(crate) file: usize,
    pub(crate) operation: &'a Operation,
    /// The place of its rule.
    pub(crate) rule: Option<usize>,
    /// The words of its label that may be a name.
    pub(crate) name: Vec<String>,
}

/// Operations that may make a line of the budget.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) rule: Option<usize>,
    pub(crate) name: Vec<String>,
    /// The places of its operations.
    pub(crate) places: Vec<usize>,
    /// The places of attempts that came back: they tell the rhythm and are never counted.
    pub(crate) attempts: Vec<usize>,
}

/// Recognises operations.
pub(crate) fn seen<'a>(
    operations: Vec<(usize, &'a Operation)>,
    rules: &WordRules,
    words: &LabelWords,
) -> Vec<Seen<'a>> {
    let mut seen: Vec<Seen<'a>> = operations
        .into_iter()
        .map(|(file, operation)| Seen {
            file,
            operation,
            rule: rules.recognise(operation),
            name: words.name(&operation.label),
        })
        .collect();
    seen.sort_by_key(|one| one.operation.date);
    seen
}

/// Gathers the operations that may make lines.
pub(crate) fn groups(seen: &[Seen<'_>], rules: &WordRules, incidents: &Incidents) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (place, one) in seen.iter().enumerate() {
        if incidents.returns.contains(&place) {
            continue;
        }
        let rule = one.rule.and_then(|rule| rules.rules.get(rule));
        let name = name(one, rule);
        let one_group = rule.is_some_and(Rule::is_one_group);
        let debit = one.operation.amount.0 < 0;
        let known = groups.iter_mut().find(|group| {
            let same_side = group
                .places
                .iter()
                .chain(&group.attempts)
                .filter_map(|at| seen.get(*at))
                .all(|other| (other.operation.amount.0 < 0) == debit);
            group.rule == one.rule && same_side && (one_group || is_alike(&group.name, &name))
        });
        let group = match known {
            Some(group) => group,
            None => {
                groups.push(Group { rule: one.rule, name, places: Vec::new(), attempts: Vec::new() });
                let Some(group) = groups.last_mut() else { continue };
                group
            }
        };
        if incidents.attempts.contains(&place) {
            group.attempts.push(place);
        } else {
            group.places.push(place);
        }
    }
    for trace in &incidents.traces {
        let fee = seen.get(*trace).map(|fee| fee.name.as_slice()).unwrap_or_default();
        let debits = |group: &&mut Group| {
            group.places.first().and_then(|at| seen.get(*at)).is_some_and(|one| one.operation.amount.0 < 0)
        };
        let bank =
            |group: &&mut Group| group.rule.and_then(|rule| rules.rules.get(rule)).is_some_and(Rule::is_of_the_bank);
        let named = groups.iter_mut().filter(|group| debits(group) && !bank(group));
        // The debit itself is not on the paper: its fee tells the day it was tried.
        let mut named = named.filter(|group| share_a_word(&group.name, fee));
        if let Some(group) = named.next() {
            group.attempts.push(*trace);
        }
    }
    groups.into_iter().flat_map(|group| by_amount(group, seen, rules)).collect()
}

/// The name a group is known by: the counterpart of general words, else the words recognised.
fn name(one: &Seen<'_>, rule: Option<&Rule>) -> Vec<String> {
    let own = rule.is_none_or(Rule::by_counterpart) && !one.name.is_empty();
    let recognised = || rule.and_then(|rule| rule.recognised(&folded(&one.operation.label)));
    if own {
        return one.name.clone();
    }
    recognised().map_or_else(|| one.name.clone(), |words| words.split(' ').map(str::to_owned).collect())
}

/// Two amounts that each come back in several months, and nothing else, are two lines.
fn by_amount(group: Group, seen: &[Seen<'_>], rules: &WordRules) -> Vec<Group> {
    let running =
        group.rule.and_then(|rule| rules.rules.get(rule)).is_some_and(|rule| rule.running || rule.is_one_group());
    let mut amounts: Vec<Cents> =
        group.places.iter().filter_map(|at| seen.get(*at)).map(|one| one.operation.amount).collect();
    amounts.sort_unstable();
    amounts.dedup();
    let of = |amount: Cents| -> Vec<usize> {
        let same = |at: &&usize| seen.get(**at).is_some_and(|one| one.operation.amount == amount);
        group.places.iter().filter(same).copied().collect()
    };
    let clear = amounts.iter().all(|amount| {
        let days: Vec<_> = of(*amount).iter().filter_map(|at| seen.get(*at)).map(|one| one.operation.date).collect();
        days.len() > 1 && months(&days) == days.len()
    });
    if running || amounts.len() < 2 || !clear || !overlapping(&group, seen, &amounts) {
        return vec![group];
    }
    let parts = amounts.iter().map(|amount| Group {
        places: of(*amount),
        attempts: group
            .attempts
            .iter()
            .filter(|at| seen.get(**at).is_some_and(|one| one.operation.amount == *amount))
            .copied()
            .collect(),
        ..group.clone()
    });
    parts.collect()
}

/// Whether the amounts are paid in the same months: one that follows another is a price that changed.
fn overlapping(group: &Group, seen: &[Seen<'_>], amounts: &[Cents]) -> bool {
    let days = |amount: Cents| {
        group
            .places
            .iter()
            .filter_map(|at| seen.get(*at))
            .filter(move |one| one.operation.amount == amount)
            .map(|one| one.operation.date)
    };
    let all: Vec<_> = amounts.iter().flat_map(|amount| days(*amount)).collect();
    months(&all) < all.len()
}
