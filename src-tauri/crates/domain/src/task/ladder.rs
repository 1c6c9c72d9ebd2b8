//! What is to be done after a missed instalment.
//!
//! The first step of the ladder: reaching the person, as many days after the missed instalment was known as its rule
//! says.

use super::engine::{Called, Reading};
use super::happening::Happening;
use super::rule::TaskRule;

/// The steps a missed instalment calls for.
pub(super) fn steps<'d>(reading: &Reading<'d>, rule: &TaskRule, missed: &Happening<'d>) -> Vec<Called<'d>> {
    let due = reading.due(rule, missed.on);
    vec![Called { task: reading.task(rule, rule.key.clone(), due, missed), by: missed.clone() }]
}
