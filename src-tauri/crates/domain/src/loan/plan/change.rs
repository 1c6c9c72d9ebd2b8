//! What an amendment makes of a plan; each change refuses what no schedule can follow.

use chrono::NaiveDate;

use super::{Content, Early, Pays, Plan, Slot, Step, Walk, following};
use crate::loan::period::{Span, days_between, on_day};
use crate::loan::{AmendmentRefused, Keeps, LoanDates, LoanTerms, Rate};
use crate::money::Euros;

/// A last instalment below this is not asked for on its own: the one before takes it.
const TOO_LITTLE_ALONE: i64 = 100;

impl Plan {
    /// Puts months that do not repay before a month; the end is shifted by as many.
    pub(in crate::loan) fn insert(&mut self, from: u32, count: u32, pays: PutIn) -> Result<(), AmendmentRefused> {
        let place = self.place(from)?;
        if count == 0 {
            return Err(AmendmentRefused::NoMonths);
        }
        self.place(from.saturating_add(count.saturating_sub(1)))?;
        let rate = self.content(place)?.rate;
        let pays = match pays {
            PutIn::OnHold(until) => Pays::Held(until),
            PutIn::InterestAlone => Pays::Interest,
        };
        let eased = Content { rate, pays };
        self.lengthen(count, eased)?;
        let contents: Vec<Content> = self.steps.iter().skip(place).map(|step| step.content).collect();
        let kept = contents.len().saturating_sub(usize::try_from(count).unwrap_or_default());
        let mut moved = contents.iter().take(kept).filter(|content| !content.pays.is_held()).copied();
        let mut left = count;
        for (at, step) in self.steps.iter_mut().skip(place).enumerate() {
            // A month put on hold by its date stays on that date, whatever is postponed before it.
            if at < kept && step.content.pays.is_held() {
                continue;
            }
            step.content = if left > 0 { eased } else { moved.next().unwrap_or(eased) };
            left = left.saturating_sub(1);
        }
        Ok(())
    }

    /// Ends so many months later, at the rate of the last month, the level instalment worked out again.
    pub(in crate::loan) fn shift_end(&mut self, from: u32, months: u32) -> Result<(), AmendmentRefused> {
        let place = self.place(from)?;
        if months == 0 {
            return Err(AmendmentRefused::NoMonths);
        }
        let last = self.steps.last_mut().ok_or(AmendmentRefused::NoMonths)?;
        last.content.pays = Pays::Level(Euros::ZERO);
        let added = last.content;
        self.lengthen(months, added)?;
        if let Some(last) = self.steps.last_mut() {
            last.content.pays = Pays::Rest;
        }
        self.level_again(place)
    }

    /// Pays another instalment, until everything is repaid.
    pub(in crate::loan) fn pay_from(&mut self, from: u32, amount: Euros) -> Result<(), AmendmentRefused> {
        let place = self.place(from)?;
        if amount <= Euros::ZERO {
            return Err(AmendmentRefused::NoAmount);
        }
        self.run_from(place, amount)
    }

    /// Moves the day of the month.
    pub(in crate::loan) fn move_day(&mut self, from: u32, day: u32) -> Result<(), AmendmentRefused> {
        let place = self.place(from)?;
        let lent_on = self.lent_on.ok_or(AmendmentRefused::NoDates)?;
        if !(1..=31).contains(&day) {
            return Err(AmendmentRefused::NoSuchDay { day });
        }
        let moved = |due: NaiveDate| on_day(due, day).ok_or(AmendmentRefused::DateBeyondCalendar);
        for (number, step) in self.steps.iter_mut().enumerate().skip(place) {
            let Some(due) = step.slot.due.map(moved).transpose()? else { continue };
            let repaid = self.early.iter().map(|early| early.on).find(|on| due <= *on);
            if let Some(on) = repaid {
                return Err(AmendmentRefused::BeforeRepayment { on });
            }
            step.slot.due = Some(due);
            if number == 0 {
                if due < lent_on {
                    return Err(AmendmentRefused::NoSuchDay { day });
                }
                let dates = LoanDates { disbursed_on: lent_on, first_due_on: due, debit_day: None };
                step.slot.span = Span::first(dates, self.first_period);
            }
        }
        self.day = Some(day);
        Ok(())
    }

    /// Repays a part on a day.
    pub(in crate::loan) fn repay_part(
        &mut self,
        on: NaiveDate,
        amount: Euros,
        keeps: Keeps,
    ) -> Result<(), AmendmentRefused> {
        let next = self.next_after(on)?;
        if amount <= Euros::ZERO {
            return Err(AmendmentRefused::NoAmount);
        }
        let outstanding = self.before(next)?.outstanding;
        if amount >= outstanding {
            return Err(AmendmentRefused::RepaymentTooLarge { outstanding });
        }
        self.early.push(Early { on, amount });
        self.settle_level(next, keeps)
    }

    /// Repays everything on a day.
    pub(in crate::loan) fn repay_all(&mut self, on: NaiveDate) -> Result<(), AmendmentRefused> {
        let on_a_due_day = self.steps.iter().position(|step| step.slot.due == Some(on));
        let place = on_a_due_day.map_or_else(|| self.next_after(on), Ok)?;
        self.after_early(on)?;
        let since = place.checked_sub(1).and_then(|before| self.steps.get(before)?.slot.due).or(self.lent_on);
        let mut step = *self.steps.get(place).ok_or(AmendmentRefused::NoSuchInstalment { last: self.last() })?;
        step.content.pays = Pays::Rest;
        if step.slot.due != Some(on) {
            let days = since.map_or(0, |since| days_between(since, on));
            step.slot = Slot { due: Some(on), span: Span::of_days(days).min(step.slot.span) };
            step.content.pays = Pays::Settled;
        }
        self.steps.truncate(place);
        self.steps.push(step);
        self.repaid_on = Some(on);
        Ok(())
    }

    /// Refuses any change of a loan repaid in full.
    pub(in crate::loan) fn still_runs(&self) -> Result<(), AmendmentRefused> {
        self.repaid_on.map_or(Ok(()), |on| Err(AmendmentRefused::AlreadyRepaid { on }))
    }

    /// Lowers the rate.
    pub(in crate::loan) fn lower_rate(&mut self, from: u32, rate: Rate, keeps: Keeps) -> Result<(), AmendmentRefused> {
        let place = self.place(from)?;
        let now = self.content(place)?.rate;
        if rate >= now {
            return Err(AmendmentRefused::RateNotLower { now });
        }
        for step in self.steps.iter_mut().skip(place) {
            step.content.rate = step.content.rate.min(rate);
        }
        self.settle_level(place, keeps)
    }

    fn settle_level(&mut self, place: usize, keeps: Keeps) -> Result<(), AmendmentRefused> {
        match keeps {
            Keeps::End => self.level_again(place),
            Keeps::Instalment => self.run_from(place, self.level),
        }
    }

    /// Works the level instalment out again; refuses one that the interest of its first month takes whole and more, as
    /// many months at a lower rate afterwards would make it.
    fn level_again(&mut self, place: usize) -> Result<(), AmendmentRefused> {
        self.level_from(place)?;
        let Some(first) = self.first_to_repay(place) else { return Ok(()) };
        let interest = self.before(first)?.interest_of_a_month(self.content(first)?.rate)?;
        if self.level < interest {
            return Err(AmendmentRefused::InstalmentTooLow { interest });
        }
        Ok(())
    }

    /// Pays an instalment from a month on; the months end once everything is repaid.
    fn run_from(&mut self, place: usize, amount: Euros) -> Result<(), AmendmentRefused> {
        let mut walk = self.before(place)?;
        let mut steps: Vec<Step> = self.steps.iter().take(place).copied().collect();
        loop {
            let mut step = self.step_at(&steps)?;
            walk.early_until(&step)?;
            if step.content.pays.repays() {
                step.content.pays = level_or_rest(&walk, step.content.rate, amount)?;
            }
            walk.pay(&step)?;
            steps.push(step);
            if step.content.pays == Pays::Rest {
                break;
            }
            if steps.len() >= most_months() {
                return Err(AmendmentRefused::TooManyMonths { limit: LoanTerms::MONTHS_LIMIT });
            }
        }
        self.steps = steps;
        self.level = amount;
        Ok(())
    }

    /// The month that comes after those given: the planned one, or one more beyond the end.
    fn step_at(&self, steps: &[Step]) -> Result<Step, AmendmentRefused> {
        let before = || steps.last().or(self.steps.last()).ok_or(AmendmentRefused::NoMonths);
        match self.steps.get(steps.len()) {
            Some(step) => Ok(*step),
            None => {
                let last = before()?;
                let slot = following(last.slot, self.day).ok_or(AmendmentRefused::DateBeyondCalendar)?;
                Ok(Step { slot, content: Content { pays: Pays::Rest, ..last.content } })
            }
        }
    }

    /// Adds months at the end.
    fn lengthen(&mut self, count: u32, content: Content) -> Result<(), AmendmentRefused> {
        for _ in 0..count {
            if self.steps.len() >= most_months() {
                return Err(AmendmentRefused::TooManyMonths { limit: LoanTerms::MONTHS_LIMIT });
            }
            let last = self.steps.last().ok_or(AmendmentRefused::NoMonths)?.slot;
            let slot = following(last, self.day).ok_or(AmendmentRefused::DateBeyondCalendar)?;
            self.steps.push(Step { slot, content });
        }
        Ok(())
    }

    /// Where an instalment is, when nothing was repaid early on its day or after.
    fn place(&self, number: u32) -> Result<usize, AmendmentRefused> {
        let refused = AmendmentRefused::NoSuchInstalment { last: self.last() };
        let place = number.checked_sub(1).and_then(|place| usize::try_from(place).ok()).ok_or(refused)?;
        let step = self.steps.get(place).ok_or(refused)?;
        if let Some(due) = step.slot.due {
            self.after_early(due)?;
        }
        Ok(place)
    }

    fn content(&self, place: usize) -> Result<Content, AmendmentRefused> {
        let step = self.steps.get(place).ok_or(AmendmentRefused::NoSuchInstalment { last: self.last() })?;
        Ok(step.content)
    }

    /// The first month that ends after a day of the loan, when nothing was repaid early after that day.
    fn next_after(&self, on: NaiveDate) -> Result<usize, AmendmentRefused> {
        let first = self.lent_on.ok_or(AmendmentRefused::NoDates)?;
        let last = self.steps.last().and_then(|step| step.slot.due).ok_or(AmendmentRefused::NoDates)?;
        if on < first || on >= last {
            return Err(AmendmentRefused::OutsideLoan { first, last });
        }
        self.after_early(on)?;
        let next = self.steps.iter().position(|step| step.slot.due.is_some_and(|due| due > on));
        next.ok_or(AmendmentRefused::OutsideLoan { first, last })
    }

    /// Refuses a day before a repayment already made: what came before it would move.
    fn after_early(&self, day: NaiveDate) -> Result<(), AmendmentRefused> {
        match self.early.last() {
            Some(early) if early.on > day => Err(AmendmentRefused::BeforeRepayment { on: early.on }),
            Some(_) | None => Ok(()),
        }
    }

    fn last(&self) -> u32 {
        u32::try_from(self.steps.len()).unwrap_or_default()
    }
}

/// Months that do not repay.
#[derive(Clone, Copy, Debug)]
pub(in crate::loan) enum PutIn {
    /// Nothing is paid, the interest waits.
    OnHold(crate::loan::HeldInterest),
    /// Interest alone.
    InterestAlone,
}

fn most_months() -> usize {
    usize::try_from(LoanTerms::MONTHS_LIMIT).unwrap_or_default()
}

/// The rest once the instalment covers it, the instalment before; refuses one that interest takes whole.
fn level_or_rest(walk: &Walk<'_>, rate: Rate, amount: Euros) -> Result<Pays, AmendmentRefused> {
    let interest = walk.interest_of_a_month(rate)?;
    let all = walk.outstanding.plus(interest)?;
    if all.minus(amount)? < Euros::from_cents(TOO_LITTLE_ALONE)? {
        return Ok(Pays::Rest);
    }
    if amount <= interest {
        return Err(AmendmentRefused::InstalmentTooLow { interest });
    }
    Ok(Pays::Level(amount))
}
