//! The rate that balances flows, and whether it is the only one.
//!
//! The unknown is `s = ln(1+X)`, so a flow at `t` years is worth `amount × e^(−st)`: one exponential for the
//! month, raised to whole powers, and one for each different rest of a month. Tangents (Newton) lead to
//! the solution, halving keeps them within bounds.
//!
//! Sums that change side once, as a loan's do, have one solution (Descartes); those whose running total
//! changes side once have one above zero (Norstrom). Nothing is promised of others, and they are refused.

use std::collections::BTreeMap;

use rust_decimal::{Decimal, MathematicalOps};

use super::TaegRefused;
use super::flows::{Placed, TWELVE};

/// The largest `s` looked for: some 800 000 % a year.
const REACH: Decimal = Decimal::from_parts(9, 0, 0, false, 0);

/// The step that is too small to matter: eight decimals beyond ten of a percent.
const NEAR: Decimal = Decimal::from_parts(1, 0, 0, false, 20);

/// Twice the halvings that bring [`REACH`] below [`NEAR`].
const STEPS: u32 = 150;

/// The rate that balances flows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Balance {
    /// `ln(1+X)`.
    rate: Decimal,
    /// What a euro due in a month is worth now.
    month: Decimal,
}

impl Balance {
    /// No interest.
    const NONE: Self = Self { rate: Decimal::ZERO, month: Decimal::ONE };

    /// What one euro becomes in a year, `1 + X`.
    pub(super) fn growth(self) -> Decimal {
        Decimal::ONE / self.month.powu(12)
    }

    /// The same rate for time run backwards.
    fn run_backwards(self) -> Self {
        Self { rate: -self.rate, month: Decimal::ONE / self.month }
    }

    /// What each flow is worth at the first of them.
    pub(super) fn worths(self, flows: &[Placed]) -> Vec<Decimal> {
        let worth = |flow: &Placed| {
            let months = self.month.checked_powu(flow.months.into()).unwrap_or_default();
            let rest = if flow.rest.is_zero() { Decimal::ONE } else { (-self.rate * flow.rest).exp() };
            flow.amount.checked_mul(months * rest).unwrap_or_default()
        };
        flows.iter().map(worth).collect()
    }
}

/// The one rate that balances flows.
pub(super) fn balance(flows: &[Placed]) -> Result<Balance, TaegRefused> {
    let (Some(first), Some(last)) = (flows.first(), flows.last()) else { return Err(TaegRefused::NoFlow) };
    if changes_of_side(amounts(flows)) == 0 {
        return Err(TaegRefused::NoSignChange);
    }
    let total: Decimal = amounts(flows).sum();
    if total.is_zero() {
        let alone = changes_of_side(amounts(flows)) == 1 || changes_of_side(running(flows)) == 0;
        return if alone { Ok(Balance::NONE) } else { Err(TaegRefused::SeveralSolutions) };
    }
    if opposed(total, first.amount) {
        return above_zero(flows);
    }
    if opposed(total, last.amount) {
        // Less is paid than lent: seen from the end of the time the rate is above zero again.
        return Ok(above_zero(&seen_run_backwards(flows, *last))?.run_backwards());
    }
    Err(TaegRefused::SeveralSolutions)
}

fn amounts(flows: &[Placed]) -> impl Iterator<Item = Decimal> {
    flows.iter().map(|flow| flow.amount)
}

fn running(flows: &[Placed]) -> impl Iterator<Item = Decimal> {
    amounts(flows).scan(Decimal::ZERO, |total, amount| {
        *total += amount;
        Some(*total)
    })
}

fn opposed(one: Decimal, other: Decimal) -> bool {
    one.is_sign_negative() != other.is_sign_negative()
}

/// How many times numbers pass from one side of zero to the other.
fn changes_of_side(numbers: impl Iterator<Item = Decimal>) -> usize {
    let sides: Vec<bool> = numbers.filter(|n| !n.is_zero()).map(|n| n.is_sign_negative()).collect();
    sides.iter().zip(sides.iter().skip(1)).filter(|(one, next)| one != next).count()
}

fn seen_run_backwards(flows: &[Placed], last: Placed) -> Vec<Placed> {
    let turned = |flow: &Placed| Placed {
        time: flow.time,
        on: flow.on,
        months: last.months.saturating_sub(flow.months),
        rest: last.rest - flow.rest,
        amount: flow.amount,
    };
    flows.iter().rev().map(turned).collect()
}

/// The one rate above zero that balances flows whose total is opposed to the first of them.
fn above_zero(flows: &[Placed]) -> Result<Balance, TaegRefused> {
    if changes_of_side(amounts(flows)) > 1 && changes_of_side(running(flows)) > 1 {
        return Err(TaegRefused::SeveralSolutions);
    }
    let (mut low, mut high) = (Decimal::ZERO, REACH);
    let (beyond, _) = worth(flows, high);
    let (mut value, mut slope) = worth(flows, low);
    if !opposed(beyond, value) {
        return Err(TaegRefused::OutOfReach);
    }
    let mut rate = low;
    for _ in 0..STEPS {
        let tangent = value.checked_div(slope).map(|step| rate - step);
        if tangent.is_some_and(|next| (next - rate).abs() <= NEAR) {
            return Ok(Balance { rate, month: month_at(rate) });
        }
        let halfway = (low + high) / Decimal::TWO;
        rate = tangent.filter(|next| low < *next && *next < high).unwrap_or(halfway);
        (value, slope) = worth(flows, rate);
        if opposed(value, beyond) {
            low = rate;
        } else {
            high = rate;
        }
    }
    Err(TaegRefused::OutOfReach)
}

fn month_at(rate: Decimal) -> Decimal {
    (-rate / TWELVE).exp()
}

/// What flows are worth at the first of them, and how that moves with the rate.
fn worth(flows: &[Placed], rate: Decimal) -> (Decimal, Decimal) {
    let month = month_at(rate);
    let mut rests = BTreeMap::new();
    let (mut months, mut discount) = (0, Decimal::ONE);
    let (mut value, mut by_months, mut by_rests) = (Decimal::ZERO, Decimal::ZERO, Decimal::ZERO);
    for flow in flows {
        // So far away that nothing is left of a euro: a power too small to be written is zero.
        discount *= month.checked_powu(flow.months.saturating_sub(months).into()).unwrap_or_default();
        months = flow.months;
        let mut now = flow.amount * discount;
        if !flow.rest.is_zero() {
            now *= *rests.entry(flow.rest).or_insert_with(|| (-rate * flow.rest).exp());
            by_rests += now * flow.rest;
        }
        value += now;
        by_months += now * Decimal::from(flow.months);
    }
    (value, -(by_months / TWELVE + by_rests))
}
