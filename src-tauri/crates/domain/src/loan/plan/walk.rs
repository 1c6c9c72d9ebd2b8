//! A loan followed month by month: what is owed, what waits, what each month pays.

use super::{Early, Pays, Plan, Slot, Step, interest_on, over};
use crate::loan::period::{Span, days_between};
use crate::loan::{HeldInterest, Instalment, InstalmentKind, Rate};
use crate::money::{AmountTooLarge, Euros};

/// Where a loan stands between two months.
pub(super) struct Walk<'p> {
    plan: &'p Plan,
    /// What is left to repay.
    pub(super) outstanding: Euros,
    /// The day of the last month paid; that of the money before the first.
    pub(super) since: Option<chrono::NaiveDate>,
    /// Interest that waits for the next payment, then for the last one.
    waits: [Euros; 2],
    /// Sums repaid during this month, each by the time it was owed in it.
    owed_in_part: i128,
    paid: u32,
    early_taken: usize,
}

impl<'p> Walk<'p> {
    pub(super) fn begin(plan: &'p Plan) -> Self {
        Self {
            plan,
            outstanding: plan.principal,
            since: plan.lent_on,
            waits: [Euros::ZERO; 2],
            owed_in_part: 0,
            paid: 0,
            early_taken: 0,
        }
    }

    /// Takes every early repayment that comes before a month ends.
    pub(super) fn early_until(&mut self, step: &Step) -> Result<(), AmountTooLarge> {
        while self.early_before(step)?.is_some() {}
        Ok(())
    }

    /// The next early repayment that comes before a month ends; on its last day it comes after the instalment, and
    /// before everything is repaid.
    pub(super) fn early_before(&mut self, step: &Step) -> Result<Option<Instalment>, AmountTooLarge> {
        let early = self.plan.early.get(self.early_taken);
        let settles = matches!(step.content.pays, Pays::Rest | Pays::Settled);
        let comes_before =
            |early: &&Early| step.slot.due.is_some_and(|due| early.on < due || settles && early.on == due);
        let Some(early) = early.filter(comes_before) else { return Ok(None) };
        self.early_taken = self.early_taken.saturating_add(1);
        self.repay_early(*early, step.slot).map(Some)
    }

    /// Part of the principal is repaid on a day: its interest up to there is paid with the next instalment.
    fn repay_early(&mut self, early: Early, slot: Slot) -> Result<Instalment, AmountTooLarge> {
        let days = self.since.map_or(0, |since| days_between(since, early.on));
        let owed_for = if slot.due == Some(early.on) { slot.span } else { Span::of_days(days).min(slot.span) };
        self.owed_in_part = self.owed_in_part.saturating_add(over(early.amount, owed_for));
        self.outstanding = self.outstanding.minus(early.amount)?;
        Ok(Instalment {
            number: self.paid,
            due: Some(early.on),
            kind: InstalmentKind::Early,
            principal: early.amount,
            interest: Euros::ZERO,
            insurance: Euros::ZERO,
            total: early.amount,
            outstanding: self.outstanding,
        })
    }

    /// What one whole month bears on what is owed, at a yearly rate.
    pub(super) fn interest_of_a_month(&self, rate: Rate) -> Result<Euros, AmountTooLarge> {
        interest_on(over(self.outstanding, Span::MONTH), rate)
    }

    /// Pays a month.
    pub(super) fn pay(&mut self, step: &Step) -> Result<Instalment, AmountTooLarge> {
        let rate = step.content.rate;
        let owed = over(self.outstanding, step.slot.span).saturating_add(self.owed_in_part);
        let borne = interest_on(owed, rate)?;
        let insurance = self.insurance(step.content.pays)?;
        let mut kind = kind_of(step.content.pays);
        let mut interest = borne;
        let principal = match step.content.pays {
            Pays::Deferred => Euros::ZERO.minus(borne)?,
            Pays::Held(until) => {
                self.wait(until, borne)?;
                kind = InstalmentKind::OnHold { interest: borne };
                interest = Euros::ZERO;
                Euros::ZERO
            }
            Pays::Interest => Euros::ZERO,
            // What a first period bears beyond its month is added to the instalment, never taken from the principal;
            // a loan of a few cents is repaid before its end.
            Pays::Level(amount) => {
                let is_a_month = step.slot.span == Span::MONTH && self.owed_in_part == 0;
                let month = if is_a_month { borne } else { self.interest_of_a_month(rate)? };
                amount.minus(month)?.min(self.outstanding)
            }
            Pays::Rest | Pays::Settled => self.outstanding,
        };
        interest = interest.plus(self.released(step.content.pays)?)?;
        self.owed_in_part = 0;
        self.paid = self.paid.saturating_add(1);
        self.since = step.slot.due;
        self.outstanding = self.outstanding.minus(principal)?;
        let total = Euros::sum([principal, interest, insurance])?;
        let outstanding = self.outstanding;
        Ok(Instalment {
            number: self.paid,
            due: step.slot.due,
            kind,
            principal,
            interest,
            insurance,
            total,
            outstanding,
        })
    }

    /// The interest that waits.
    pub(super) fn waiting(&self) -> Result<Euros, AmountTooLarge> {
        Euros::sum(self.waits)
    }

    fn wait(&mut self, until: HeldInterest, interest: Euros) -> Result<(), AmountTooLarge> {
        let [next, last] = &mut self.waits;
        let waits = match until {
            HeldInterest::WithNext => next,
            HeldInterest::WithLast => last,
        };
        *waits = waits.plus(interest)?;
        Ok(())
    }

    /// The interest that waited for this payment.
    fn released(&mut self, pays: Pays) -> Result<Euros, AmountTooLarge> {
        let [next, last] = self.waits;
        Ok(match pays {
            Pays::Deferred | Pays::Held(_) => Euros::ZERO,
            Pays::Interest | Pays::Level(_) => {
                self.waits = [Euros::ZERO, last];
                next
            }
            Pays::Rest | Pays::Settled => {
                self.waits = [Euros::ZERO; 2];
                next.plus(last)?
            }
        })
    }

    fn insurance(&self, pays: Pays) -> Result<Euros, AmountTooLarge> {
        match self.plan.insurance {
            Some(insurance) if pays != Pays::Settled => {
                insurance.monthly.plus(self.interest_of_a_month(insurance.on_outstanding)?)
            }
            Some(_) | None => Ok(Euros::ZERO),
        }
    }
}

fn kind_of(pays: Pays) -> InstalmentKind {
    match pays {
        Pays::Deferred => InstalmentKind::Deferred,
        Pays::Held(_) => InstalmentKind::OnHold { interest: Euros::ZERO },
        Pays::Interest => InstalmentKind::InterestOnly,
        Pays::Level(_) => InstalmentKind::Level,
        Pays::Rest => InstalmentKind::Last,
        Pays::Settled => InstalmentKind::Early,
    }
}
