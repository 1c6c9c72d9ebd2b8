//! What the work takes: noted time, paid time, what the year cost.

use rust_decimal::Decimal;

use super::{Counting, Lacking, Reached, Working, dossiers};
use crate::money::{AmountTooLarge, Euros};
use crate::report::figure::{Counted, Figure, Unit, Value, count};
use crate::report::year::YearAccount;

/// An amount of the account of the year.
type AmountOf = fn(&YearAccount) -> Option<Euros>;

impl Counting<'_> {
    /// The minutes noted in the period, in dossiers and without, and the dossiers they were noted in.
    pub(super) fn minutes(&self) -> (u64, Vec<Counted>) {
        let without = self.ground.work.iter().filter(|(on, _)| self.period.contains(*on));
        let without = without.map(|(_, minutes)| u64::from(*minutes));
        let within = self.seen.worked.iter().map(|(_, minutes)| *minutes);
        let total = without.chain(within).fold(0, u64::saturating_add);
        (total, dossiers(&self.seen.worked).collect())
    }

    /// The calls of people who gave no name: no dossier stands behind them.
    pub(super) fn unnamed_calls(&self) -> Reached {
        let calls = self.ground.unnamed.iter().filter(|on| self.period.contains(**on)).count();
        (Figure::over(Some(Value::Count(u64::try_from(calls).unwrap_or(u64::MAX))), []), Working::Counted)
    }

    pub(super) fn work_hours(&self) -> Reached {
        let (minutes, behind) = self.minutes();
        if minutes == 0 {
            return lacking(Lacking::WorkTime);
        }
        (Figure::over(Value::ratio(Decimal::from(minutes), Decimal::from(60)), behind), Working::Hours { minutes })
    }

    /// Hours over those of a full-time job on the same days, a year being 365 of them.
    pub(super) fn full_time(&self) -> Reached {
        let (minutes, behind) = self.minutes();
        let Some(year) = self.ground.full_time_hours else { return lacking(Lacking::FullTimeHours) };
        if minutes == 0 {
            return lacking(Lacking::WorkTime);
        }
        let figure = Figure::over(Value::ratio(Decimal::from(minutes), self.full_time_minutes()), behind);
        (figure, Working::FullTime { minutes, year })
    }

    /// The minutes of a full-time job on the days of the period; zero while its hours are not known.
    fn full_time_minutes(&self) -> Decimal {
        let days = self.period.to().signed_duration_since(self.period.from()).num_days().saturating_add(1);
        let year = self.ground.full_time_hours.unwrap_or_default();
        Decimal::from(year) * Decimal::from(60) * Decimal::from(days.min(365)) / Decimal::from(365)
    }

    /// The subsidies typed for the year; what is not typed is lacking, never zero.
    pub(super) fn subsidies(&self) -> Reached {
        told(self.ground.year.and_then(|page| page.subsidies))
    }

    /// What the year cost, the interest given back included.
    pub(super) fn yearly_cost(&self) -> Result<Reached, AmountTooLarge> {
        Ok(told(self.account()?.map(|account| account.total)))
    }

    fn account(&self) -> Result<Option<YearAccount>, AmountTooLarge> {
        let refunded = Euros::sum(self.seen.refunds.iter().map(|(_, amount)| *amount))?;
        Ok(self.ground.year.map(|page| page.account(refunded)).transpose()?.flatten())
    }

    /// An amount of the year over the loans granted.
    pub(super) fn for_each_loan(&self, amount: AmountOf) -> Result<Reached, AmountTooLarge> {
        let Some(amount) = self.account()?.as_ref().and_then(amount) else { return Ok(lacking(Lacking::YearPage)) };
        let granted = u32::try_from(self.seen.loans.len()).unwrap_or(u32::MAX);
        let each = amount.part(1, granted)?.map(Value::Euros);
        let whole = (Value::Number(Decimal::from(granted)), Unit::Loans);
        let working = Working::Over { part: (Value::Euros(amount), Unit::Euros), whole };
        Ok((Figure::over(each, dossiers(&self.seen.loans)), working))
    }

    /// Refunds of interest over all the optional aids of the office.
    pub(super) fn refunds_of_aid(&self) -> Result<Reached, AmountTooLarge> {
        let Some(aid) = self.ground.year.and_then(|page| page.optional_aid) else {
            return Ok(lacking(Lacking::YearPage));
        };
        let refunded = Euros::sum(self.seen.refunds.iter().map(|(_, amount)| *amount))?;
        // Refunds are one of those aids: a total below them was not typed in full.
        let share = Value::part(refunded, aid).filter(|_| refunded <= aid);
        Ok((Figure::over(share, dossiers(&self.seen.refunds)), Working::Part { part: refunded, whole: aid }))
    }

    /// Paid hours over those of a full-time job.
    pub(super) fn paid_full_time(&self) -> Reached {
        let paid = self.ground.year.and_then(|page| page.paid_hours);
        let (Some(hours), Some(year)) = (paid, self.ground.full_time_hours) else {
            let known = paid.is_some();
            return lacking(if known { Lacking::FullTimeHours } else { Lacking::YearPage });
        };
        let whole = self.full_time_minutes() / Decimal::from(60);
        let working = Working::Over {
            part: (Value::Number(Decimal::from(hours)), Unit::Hours),
            whole: (Value::Number(Decimal::from(year)), Unit::Hours),
        };
        (Figure::over(Value::ratio(Decimal::from(hours), whole), []), working)
    }

    /// Loans granted for a full-time job that was paid.
    pub(super) fn loans_per_full_time(&self) -> Reached {
        let (paid, working) = self.paid_full_time();
        let Some(jobs) = paid.value else { return (paid, working) };
        let granted = Decimal::from(count(&self.seen.loans));
        let working = Working::Over { part: (Value::Number(granted), Unit::Loans), whole: (jobs, Unit::FullTime) };
        // By the jobs as they are printed beside.
        (Figure::over(Value::ratio(granted, jobs.rounded()), dossiers(&self.seen.loans)), working)
    }

    /// Loans granted for 10 000 inhabitants.
    pub(super) fn loans_per_inhabitants(&self) -> Reached {
        let Some(inhabitants) = self.ground.year.and_then(|page| page.inhabitants) else {
            return lacking(Lacking::YearPage);
        };
        let granted = Decimal::from(count(&self.seen.loans));
        let people = Decimal::from(inhabitants) / Decimal::from(10_000);
        let working = Working::Over {
            part: (Value::Number(granted), Unit::Loans),
            whole: (Value::Count(u64::from(inhabitants)), Unit::Inhabitants),
        };
        (Figure::over(Value::ratio(granted, people), dossiers(&self.seen.loans)), working)
    }
}

fn told(amount: Option<Euros>) -> Reached {
    let told = |amount| (Figure::over(Some(Value::Euros(amount)), []), Working::Counted);
    amount.map_or_else(|| lacking(Lacking::YearPage), told)
}

fn lacking(what: Lacking) -> Reached {
    (Figure::default(), Working::Lacking(what))
}
