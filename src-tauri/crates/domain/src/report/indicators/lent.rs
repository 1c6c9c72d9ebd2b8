//! Loans: what was granted, what ended, what was lost, put off or refunded.

use rust_decimal::Decimal;

use super::{CountedLoan, Counting, Reached, Working};
use crate::money::{AmountTooLarge, Euros};
use crate::report::figure::{Counted, Figure, Unit, Value, count};
use crate::report::row::RowLoan;

impl Counting<'_> {
    pub(super) fn loans_since_start(&self) -> Vec<CountedLoan> {
        let granted = self.rows.iter().filter_map(|row| Some((row.dossier, row.granted_by(self.period.to())?)));
        granted.map(|(dossier, (on, loan))| (Counted { on, dossier }, loan)).collect()
    }

    pub(super) fn share_of_large_loans(&self) -> Reached {
        let loans = &self.loans;
        let large: Vec<Counted> = loans
            .iter()
            .filter(|(_, loan)| loan.amount > self.ground.rules.large_loan)
            .map(|(counted, _)| *counted)
            .collect();
        let (part, whole) = (count(&large), count(loans));
        (Figure::over(Value::percent(part, whole), large), Working::Share { part, whole })
    }

    /// The loans that ended in the period, with what stayed unpaid and what had been paid out.
    pub(super) fn ended(&self) -> impl Iterator<Item = (Counted, Option<Euros>, Euros)> + '_ {
        self.lived.iter().filter_map(|row| {
            let end = row.loan_end.filter(|end| row.is_in(end.on, self.period))?;
            let paid = row.disbursed.map_or(Euros::ZERO, |(_, amount)| amount);
            Some((Counted { on: end.on, dossier: row.dossier }, end.lost, paid))
        })
    }

    pub(super) fn losses(&self) -> Result<Reached, AmountTooLarge> {
        let lost: Vec<(Counted, Euros)> = self.ended().filter_map(|(one, lost, _)| Some((one, lost?))).collect();
        let total = Euros::sum(lost.iter().map(|(_, amount)| *amount))?;
        let behind = lost.iter().map(|(one, _)| *one);
        Ok((Figure::over(Some(Value::Euros(total)), behind), Working::Sum { loans: count(&lost) }))
    }

    pub(super) fn repaid_share(&self) -> Reached {
        let ended: Vec<_> = self.ended().collect();
        let repaid: Vec<Counted> = ended.iter().filter(|(_, lost, _)| lost.is_none()).map(|(one, ..)| *one).collect();
        let (part, whole) = (count(&repaid), count(&ended));
        (Figure::over(Value::percent(part, whole), repaid), Working::Share { part, whole })
    }

    /// What was lost over what had been paid out of the loans that ended.
    pub(super) fn loss_rate(&self) -> Result<Reached, AmountTooLarge> {
        let ended: Vec<_> = self.ended().collect();
        let lost = Euros::sum(ended.iter().filter_map(|(_, lost, _)| *lost))?;
        let paid = Euros::sum(ended.iter().map(|(_, _, paid)| *paid))?;
        let behind = ended.iter().filter(|(_, lost, _)| lost.is_some()).map(|(one, ..)| *one);
        let value = lost.percent_of(paid).map(Value::Number);
        Ok((Figure::over(value, behind), Working::Part { part: lost, whole: paid }))
    }

    pub(super) fn refunds(&self) -> impl Iterator<Item = (Counted, Euros)> + '_ {
        self.lived.iter().filter_map(|row| {
            let (on, amount) = row.refunded.filter(|(on, _)| row.is_in(*on, self.period))?;
            Some((Counted { on, dossier: row.dossier }, amount))
        })
    }

    pub(super) fn refunded(&self) -> Result<Reached, AmountTooLarge> {
        let refunds: Vec<(Counted, Euros)> = self.refunds().collect();
        let total = Euros::sum(refunds.iter().map(|(_, amount)| *amount))?;
        let behind = refunds.iter().map(|(one, _)| *one);
        Ok((Figure::over(Some(Value::Euros(total)), behind), Working::Sum { loans: count(&refunds) }))
    }

    /// The loans that ended in the period, those repaid alone where it is asked.
    pub(super) fn loans_ended(&self, repaid_alone: bool) -> Reached {
        let ended = self.ended().filter(|(_, lost, _)| !repaid_alone || lost.is_none());
        (Figure::counting(ended.map(|(one, ..)| one)), Working::Counted)
    }

    /// What had been paid out of the loans that ended.
    pub(super) fn paid_of_ended(&self) -> Result<Reached, AmountTooLarge> {
        let ended: Vec<_> = self.ended().collect();
        let paid = Euros::sum(ended.iter().map(|(_, _, paid)| *paid))?;
        let behind = ended.iter().map(|(one, ..)| *one);
        Ok((Figure::over(Some(Value::Euros(paid)), behind), Working::Sum { loans: count(&ended) }))
    }

    pub(super) fn mean_refund(&self) -> Result<Reached, AmountTooLarge> {
        let refunds: Vec<(Counted, Euros)> = self.refunds().collect();
        let total = Euros::sum(refunds.iter().map(|(_, amount)| *amount))?;
        let mean = total.part(1, u32::try_from(refunds.len()).unwrap_or(u32::MAX))?;
        let working = Working::Over {
            part: (Value::Euros(total), Unit::Euros),
            whole: (Value::Count(count(&refunds)), Unit::Dossiers),
        };
        Ok((Figure::over(mean.map(Value::Euros), refunds.into_iter().map(|(one, _)| one)), working))
    }

    /// The loans granted in the period whose funds were never released.
    pub(super) fn not_disbursed(&self) -> Reached {
        let unpaid = self.lived.iter().filter(|row| row.disbursed.is_none());
        let granted = unpaid.filter_map(|row| {
            let (on, _) = row.granted_in(self.period)?;
            Some(Counted { on, dossier: row.dossier })
        });
        (Figure::counting(granted), Working::Counted)
    }

    /// The agreements in principle whose last day is gone by in the period.
    pub(super) fn agreements_lapsed(&self) -> Reached {
        let gone = |day: &chrono::NaiveDate| self.period.contains(*day) && *day < self.ground.today;
        let lapsed = self.lived.iter().filter_map(|row| {
            let on = row.agreements_lapsed.iter().copied().rfind(gone)?;
            Some(Counted { on, dossier: row.dossier })
        });
        (Figure::counting(lapsed), Working::Counted)
    }

    pub(super) fn guarantee_calls(&self) -> Reached {
        let called = self.lived.iter().filter_map(|row| {
            let on = row.guarantee_called.filter(|on| row.is_in(*on, self.period))?;
            Some(Counted { on, dossier: row.dossier })
        });
        (Figure::counting(called), Working::Counted)
    }

    /// Instalments put off with the lender's agreement, each counted.
    pub(super) fn deferrals(&self) -> Reached {
        let within = self.lived.iter().flat_map(|row| {
            let agreed = row.deferred.iter().filter(|(on, _)| row.is_in(*on, self.period));
            agreed.map(|(on, instalments)| (Counted { on: *on, dossier: row.dossier }, u64::from(*instalments)))
        });
        let all: Vec<(Counted, u64)> = within.collect();
        let total = all.iter().fold(0_u64, |sum, (_, instalments)| sum.saturating_add(*instalments));
        (Figure::over(Some(Value::Count(total)), all.into_iter().map(|(one, _)| one)), Working::Counted)
    }
}

pub(super) fn dossiers(loans: &[CountedLoan]) -> impl Iterator<Item = Counted> + '_ {
    loans.iter().map(|(counted, _)| *counted)
}

pub(super) fn sum(loans: &[CountedLoan]) -> Result<Reached, AmountTooLarge> {
    let total = Euros::sum(loans.iter().map(|(_, loan)| loan.amount))?;
    Ok((Figure::over(Some(Value::Euros(total)), dossiers(loans)), Working::Sum { loans: count(loans) }))
}

pub(super) fn mean_euros(loans: &[CountedLoan], of: impl Fn(&RowLoan) -> Euros) -> Result<Reached, AmountTooLarge> {
    let total = Euros::sum(loans.iter().map(|(_, loan)| of(loan)))?;
    let mean = total.part(1, u32::try_from(loans.len()).unwrap_or(u32::MAX))?;
    let working = Working::Mean { total: Value::Euros(total), loans: count(loans) };
    Ok((Figure::over(mean.map(Value::Euros), dossiers(loans)), working))
}

pub(super) fn mean(loans: &[CountedLoan], of: impl Fn(&RowLoan) -> Decimal) -> Reached {
    let total = loans.iter().map(|(_, loan)| of(loan)).fold(Decimal::ZERO, |sum, number| sum + number);
    let value = Value::ratio(total, Decimal::from(count(loans)));
    (Figure::over(value, dossiers(loans)), Working::Mean { total: Value::Number(total), loans: count(loans) })
}
