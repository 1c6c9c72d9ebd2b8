//! What an amount makes a month, while it is typed.

use domain::budget::Frequency;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use app::caller::Moment;
use app::failure::Failure;
use app::reading;

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
    /// `soit 1,17 € par mois`; empty for what already comes by the month, comes once, or is not an amount yet.
    pub said: String,
}

/// Says what an amount makes a month while it is typed.
pub fn amount_per_month(input: AmountTyped, _moment: &Moment) -> Result<AmountPerMonth, Failure> {
    let frequency: Frequency = reading::word(&input.frequency, "frequency")?;
    let part = frequency.month().filter(|_| frequency != Frequency::Monthly);
    // Half a number is not refused: it is still being typed.
    let typed = reading::amount(&input.amount, "amount").ok().flatten();
    let month = typed.zip(part).map(|(amount, (times, by))| amount.part(times, by)).transpose()?.flatten();
    Ok(AmountPerMonth { said: month.map(|month| format!("soit {month} par mois")).unwrap_or_default() })
}
