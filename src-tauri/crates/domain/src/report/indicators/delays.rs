//! How long each step took, where both of its days are known.

use rust_decimal::Decimal;

use super::{Reached, Working, dossiers, median};
use crate::report::figure::{Counted, Figure, Value, count};

/// The days from one event to another, and the dossier counted at the second.
pub(super) type Delay = (Counted, u64);

/// The mean of some delays, and the one in the middle.
pub(super) fn mean(delays: &[Delay]) -> Reached {
    let mut days: Vec<u64> = delays.iter().map(|(_, days)| *days).collect();
    days.sort_unstable();
    let total = days.iter().fold(0_u64, |sum, days| sum.saturating_add(*days));
    let working = Working::Delay { days: total, dossiers: count(&days), median: median(&days) };
    (Figure::over(Value::ratio(Decimal::from(total), Decimal::from(count(&days))), dossiers(delays)), working)
}
