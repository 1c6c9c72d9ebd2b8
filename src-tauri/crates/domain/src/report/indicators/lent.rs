//! Loans: what was granted, what ended, what was lost, put off or refunded.

use rust_decimal::Decimal;

use super::{CountedLoan, Counting, Reached, Working, dossiers};
use crate::money::{AmountTooLarge, Euros};
use crate::report::figure::{Counted, Figure, Unit, Value, count};
use crate::report::row::RowLoan;

impl Counting<'_> {
    pub(super) fn share_of_large_loans(&self) -> Reached {
        let loans = &self.seen.loans;
        let large =
            loans.iter().filter(|(_, loan)| loan.amount.is_some_and(|amount| amount > self.ground.rules.large_loan));
        let large: Vec<Counted> = large.map(|(one, _)| *one).collect();
        let (part, whole) = (count(&large), known(loans, |loan| loan.amount));
        (Figure::over(Value::percent(part, whole), large), Working::Share { part, whole })
    }

    pub(super) fn losses(&self) -> Result<Reached, AmountTooLarge> {
        let lost = self.seen.ended.iter().filter_map(|(one, end)| Some((*one, end.lost?)));
        sum(&lost.collect::<Vec<_>>(), |lost| *lost)
    }

    pub(super) fn repaid_share(&self) -> Reached {
        let repaid: Vec<Counted> = self.loans_repaid().collect();
        let (part, whole) = (count(&repaid), count(&self.seen.ended));
        (Figure::over(Value::percent(part, whole), repaid), Working::Share { part, whole })
    }

    /// What was lost over what had been paid out of the loans that ended: of each loan, no more than was paid out, for
    /// what a lender claims may hold interest and costs.
    pub(super) fn loss_rate(&self) -> Result<Reached, AmountTooLarge> {
        let ended = &self.seen.ended;
        let lost = Euros::sum(ended.iter().filter_map(|(_, end)| Some(end.lost?.min(end.paid))))?;
        let paid = Euros::sum(ended.iter().map(|(_, end)| end.paid))?;
        let behind = ended.iter().filter(|(_, end)| end.lost.is_some()).map(|(one, _)| *one);
        Ok((Figure::over(Value::part(lost, paid), behind), Working::Part { part: lost, whole: paid }))
    }

    /// The loans repaid in the period.
    pub(super) fn loans_repaid(&self) -> impl Iterator<Item = Counted> + '_ {
        self.seen.ended.iter().filter(|(_, end)| end.lost.is_none()).map(|(one, _)| *one)
    }

    pub(super) fn mean_refund(&self) -> Result<Reached, AmountTooLarge> {
        let refunds = &self.seen.refunds;
        let total = Euros::sum(refunds.iter().map(|(_, amount)| *amount))?;
        let mean = total.part(1, u32::try_from(refunds.len()).unwrap_or(u32::MAX))?;
        let working = Working::Over {
            part: (Value::Euros(total), Unit::Euros),
            whole: (Value::Count(count(refunds)), Unit::Dossiers),
        };
        Ok((Figure::over(mean.map(Value::Euros), dossiers(refunds)), working))
    }

    /// Instalments put off with the lender's agreement, each counted.
    pub(super) fn deferrals(&self) -> Reached {
        let all = &self.seen.deferrals;
        let total = all.iter().fold(0_u64, |sum, (_, instalments)| sum.saturating_add(u64::from(*instalments)));
        (Figure::over(Some(Value::Count(total)), dossiers(all)), Working::Counted)
    }
}

/// An amount of each loan, together.
pub(super) fn sum<T>(loans: &[(Counted, T)], of: impl Fn(&T) -> Euros) -> Result<Reached, AmountTooLarge> {
    let total = Euros::sum(loans.iter().map(|(_, loan)| of(loan)))?;
    Ok((Figure::over(Some(Value::Euros(total)), dossiers(loans)), Working::Sum { loans: count(loans) }))
}

/// The mean of an amount over the loans of which it is known.
pub(super) fn mean_euros(
    loans: &[CountedLoan],
    of: impl Fn(&RowLoan) -> Option<Euros>,
) -> Result<Reached, AmountTooLarge> {
    let (total, whole) = (Euros::sum(loans.iter().filter_map(|(_, loan)| of(loan)))?, known(loans, &of));
    let mean = total.part(1, u32::try_from(whole).unwrap_or(u32::MAX))?;
    let working = Working::Mean { total: Value::Euros(total), loans: whole };
    Ok((Figure::over(mean.map(Value::Euros), of_known(loans, of)), working))
}

/// The mean of a number over the loans of which it is known.
pub(super) fn mean(loans: &[CountedLoan], of: impl Fn(&RowLoan) -> Option<Decimal>) -> Reached {
    let numbers = loans.iter().filter_map(|(_, loan)| of(loan));
    let (total, whole) = (numbers.fold(Decimal::ZERO, |sum, number| sum + number), known(loans, &of));
    let value = Value::ratio(total, Decimal::from(whole));
    (Figure::over(value, of_known(loans, of)), Working::Mean { total: Value::Number(total), loans: whole })
}

/// How many loans something is known of.
fn known<T>(loans: &[CountedLoan], of: impl Fn(&RowLoan) -> Option<T>) -> u64 {
    u64::try_from(of_known(loans, of).count()).unwrap_or(u64::MAX)
}

fn of_known<T>(loans: &[CountedLoan], of: impl Fn(&RowLoan) -> Option<T>) -> impl Iterator<Item = Counted> {
    loans.iter().filter(move |(_, loan)| of(loan).is_some()).map(|(one, _)| *one)
}
