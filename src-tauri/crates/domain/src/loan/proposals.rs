//! The instalments that are proposed before anybody typed one: round amounts, as people say them.
//!
//! Less is the ten euros under 85 % of the instalment, more the ten euros over 140 %: of 70,86 € a month, 60 € and 100 €.

use super::RepaymentSchedule;
use crate::money::Euros;

const TEN_EUROS: i64 = 1_000;

/// A lower instalment; nothing where none is above zero.
#[must_use]
pub fn lower_instalment(schedule: &RepaymentSchedule) -> Option<Euros> {
    let least = schedule.instalment().cents().saturating_mul(85).checked_div(100)?;
    let round = least.saturating_sub(least.rem_euclid(TEN_EUROS));
    Euros::from_cents(round).ok().filter(|amount| !amount.is_zero())
}

/// A higher instalment.
#[must_use]
pub fn higher_instalment(schedule: &RepaymentSchedule) -> Option<Euros> {
    let most = schedule.instalment().cents().saturating_mul(140).checked_div(100)?;
    let short = most.rem_euclid(TEN_EUROS);
    let round = if short == 0 { most } else { most.saturating_add(TEN_EUROS).saturating_sub(short) };
    Euros::from_cents(round).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loan::{LoanTerms, Rate, schedule};

    #[test]
    fn amounts_proposed_are_round() {
        let terms = LoanTerms::of(Euros::from_cents(240_000).unwrap(), Rate::read("4").unwrap(), 36);
        let signed = schedule(&terms).unwrap();
        assert_eq!(lower_instalment(&signed), Euros::from_cents(6_000).ok());
        assert_eq!(higher_instalment(&signed), Euros::from_cents(10_000).ok());
    }
}
