//! What is to be done after a missed instalment: the lit step of its ladder.
//!
//! An office without a ladder has its first step all the same: reaching the person, as many days after the missed
//! instalment was known as its rule says.

use super::engine::{Called, Reading};
use super::happening::Happening;
use super::rule::TaskRule;
use crate::arrears::next_rung;
use crate::words::lowered;

/// The step a missed instalment calls for now.
pub(super) fn steps<'d>(reading: &Reading<'d>, rule: &TaskRule, missed: &Happening<'d>) -> Vec<Called<'d>> {
    let lit = next_rung(reading.dossier, reading.settings);
    let due = lit.as_ref().and_then(|(_, rung)| rung.due).unwrap_or_else(|| reading.due(rule, missed.on));
    let mut task = reading.task(rule, rule.key.clone(), due, missed);
    if let Some((_, rung)) = lit {
        task.what = format!("{} : {}", rung.step.label, lowered(&rung.step.what));
    }
    vec![Called { task, by: missed.clone() }]
}

/// Whether nothing is left to do after a missed instalment; nothing told by the ladder when the office has none.
pub(super) fn is_climbed(reading: &Reading<'_>) -> Option<bool> {
    let has_steps = !reading.settings.lists.arrears_ladder.steps.is_empty();
    has_steps.then(|| next_rung(reading.dossier, reading.settings).is_none())
}
