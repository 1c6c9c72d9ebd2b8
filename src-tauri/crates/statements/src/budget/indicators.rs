//! What an account went through over its whole period: overdraft, incidents, fees, cash, games.

use chrono::NaiveDate;

use super::groups::Seen;
use super::incidents::Incidents;
use super::rules::Rule;
use crate::cents::Cents;
use crate::days::after;
use crate::statement::{Operation, Period};

/// The figures of one account, in cents; fees are gross.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Indicators {
    /// The days they cover.
    pub period: Period,
    /// How many.
    pub days: i64,
    /// Days whose end balance is under zero.
    pub overdraft_days: i64,
    /// The lowest balance at the end of a day.
    pub lowest_balance: Cents,
    /// The first day it was so.
    pub lowest_date: NaiveDate,
    /// The mean of the balances at the end of days, half up.
    pub average_balance: Cents,
    /// Debits the bank rejected.
    pub rejected_debits: usize,
    /// Fees of the account, of incidents and of overdraft.
    pub fees: Cents,
    /// Intervention, rejection, letter and seizure.
    pub incident_fees: Cents,
    /// Fees given back.
    pub fees_refunded: Cents,
    /// Cash taken out.
    pub cash_withdrawals: Cents,
    /// Money games.
    pub gambling: Cents,
    /// All that came.
    pub credits: Cents,
    /// All that left, in size.
    pub debits: Cents,
}

/// An operation that an indicator counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The key its rule gives it: `fees`, `incident_fees`, `cash_withdrawals`, `gambling`, `rejected_debits`…
    pub indicator: String,
    /// The operation.
    pub operation: Operation,
}

/// The operations that indicators count.
pub(crate) fn marked(seen: &[Seen<'_>], rules: &[Rule]) -> Vec<Marked> {
    let mark = |one: &Seen<'_>| {
        let indicator = rules.get(one.rule?)?.indicator.clone()?;
        Some(Marked { indicator, operation: one.operation.clone() })
    };
    seen.iter().filter_map(mark).collect()
}

/// The indicators of an account from its opening balance; nothing past the bounds of what is reckoned.
pub(crate) fn indicators(
    period: Period,
    opening: Cents,
    seen: &[Seen<'_>],
    rules: &[Rule],
    incidents: &Incidents,
) -> Option<Indicators> {
    let sum_of = |names: &[&str]| {
        let named = |one: &&Seen<'_>| {
            let indicator = one.rule.and_then(|rule| rules.get(rule)).and_then(|rule| rule.indicator.as_deref());
            indicator.is_some_and(|indicator| names.contains(&indicator))
        };
        Cents::sum(seen.iter().filter(named).map(|one| one.operation.amount)).map(Cents::size)
    };
    let sum_where = |side: fn(Cents) -> bool| {
        Cents::sum(seen.iter().map(|one| one.operation.amount).filter(|amount| side(*amount))).map(Cents::size)
    };
    let (mut lowest, mut lowest_date): (Option<Cents>, NaiveDate) = (None, period.from);
    let (mut overdrawn, mut days, mut total) = (0_i64, 0_i64, Cents::ZERO);
    let mut balance = opening;
    let mut waiting = seen.iter().peekable();
    let mut day = period.from;
    while day <= period.to {
        while let Some(one) = waiting.next_if(|one| one.operation.date <= day) {
            balance = balance.plus(one.operation.amount)?;
        }
        if lowest.is_none_or(|lowest| balance < lowest) {
            lowest = Some(balance);
            lowest_date = day;
        }
        overdrawn = overdrawn.checked_add(i64::from(balance < Cents::ZERO))?;
        days = days.checked_add(1)?;
        total = total.plus(balance)?;
        let next = after(day);
        if next == day {
            break;
        }
        day = next;
    }
    Some(Indicators {
        period,
        days,
        overdraft_days: overdrawn,
        lowest_balance: lowest?,
        lowest_date,
        average_balance: total.shared(days)?,
        rejected_debits: incidents.rejected,
        fees: sum_of(&["fees", "incident_fees", "overdraft_interest"])?,
        incident_fees: sum_of(&["incident_fees"])?,
        fees_refunded: sum_of(&["fees_refunded"])?,
        cash_withdrawals: sum_of(&["cash_withdrawals"])?,
        gambling: sum_of(&["gambling"])?,
        credits: sum_where(|amount| amount.0 > 0)?,
        debits: sum_where(|amount| amount.0 < 0)?,
    })
}
