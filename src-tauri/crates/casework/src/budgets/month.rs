//! What an amount makes a month, while it is typed.

use domain::budget::Frequency;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use app::caller::Moment;
use app::failure::Failure;
use app::reading;
use app::shapes::Money;

/// An amount being typed and how often it comes.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AmountTyped {
    /// As typed so far.
    pub amount: String,
    /// How often, a `Frequency` by its key.
    pub frequency: String,
}

/// What an amount makes a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AmountPerMonth {
    /// The month; absent for what comes once, or is not an amount yet.
    pub per_month: Option<Money>,
}

/// Says what an amount makes a month while it is typed.
pub fn amount_per_month(input: AmountTyped, _moment: &Moment) -> Result<AmountPerMonth, Failure> {
    let frequency: Frequency = reading::word(&input.frequency, "frequency")?;
    // Half a number is not refused: it is still being typed.
    let Some(typed) = reading::calculation(&input.amount, "amount").ok().flatten() else {
        return Ok(AmountPerMonth { per_month: None });
    };
    let part = typed.frequency.unwrap_or(frequency).month();
    let month = part.map(|(times, by)| typed.amount.part(times, by)).transpose()?.flatten();
    Ok(AmountPerMonth { per_month: month.map(Money::from) })
}
