//! Where the result of a check comes from: its rule, the facts it looks at, its source.

use super::{CheckFact, CheckResult, CheckState, Eligible};
use crate::explained::Explained;
use crate::words::{Labelled, long_date, spaced};

/// A check with everything its result comes from; `facts` are the list that names the facts.
#[must_use]
pub fn explained(result: &CheckResult<'_>, eligible: &Eligible<'_>, facts: &[CheckFact]) -> Explained {
    let labelled = |key: &String| {
        let fact = facts.iter().find(|fact| fact.key.as_str() == key)?;
        Some((spaced(&fact.label), spaced(eligible.facts.words(key))))
    };
    let mut notes = vec![format!("Règles du {}.", long_date(eligible.loan.day))];
    if !result.sentence().is_empty() && result.state != CheckState::ToVerify {
        notes.insert(0, spaced(result.sentence()));
    }
    if let Some(over) = result.over() {
        notes.push(spaced(&format!("Passé outre le {} : {}", long_date(over.on), over.reason)));
    }
    Explained {
        title: spaced(&result.check.label),
        result: result.state.label().to_owned(),
        rule: spaced(&result.check.rule),
        inputs: result.check.facts.iter().filter_map(labelled).collect(),
        notes,
        source: spaced(&result.check.source),
        ..Explained::default()
    }
}
