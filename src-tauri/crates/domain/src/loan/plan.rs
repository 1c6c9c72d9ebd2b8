//! What each month of a loan is for, before it is reckoned: nothing paid, interest alone, a level instalment, the rest.
//!
//! The lines of a schedule follow from its plan alone, so a loan that is amended is its plan changed and reckoned
//! again: what comes before the change cannot move. 1 800,00 at 3 % whose ninth month is put on hold: that month pays
//! nothing, its 3,03 of interest wait, and a twenty-fifth month pays the rest, 77,10, its 0,19 and those 3,03.

mod change;
mod walk;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::period::{Span, same_day_next_month};
use super::{FirstPeriod, HeldInterest, Instalment, Insurance, LoanTerms, Rate, TermsRefused};
use super::{number, to_the_cent};
use crate::money::{AmountTooLarge, Euros};
pub(super) use change::PutIn;
use walk::Walk;

/// The months of a loan, and what is repaid between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Plan {
    principal: Euros,
    insurance: Option<Insurance>,
    first_period: FirstPeriod,
    lent_on: Option<NaiveDate>,
    /// The day of the month the last instalments fall on.
    day: Option<u32>,
    steps: Vec<Step>,
    early: Vec<Early>,
    /// The day everything was repaid early.
    repaid_on: Option<NaiveDate>,
    /// The level instalment, as it was last worked out or agreed.
    pub(super) level: Euros,
}

/// One month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Step {
    slot: Slot,
    content: Content,
}

/// When a month ends and how long it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Slot {
    due: Option<NaiveDate>,
    span: Span,
}

/// What a month is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Content {
    rate: Rate,
    pays: Pays,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pays {
    /// Nothing; its interest is added to what is owed.
    Deferred,
    /// Nothing; its interest waits.
    Held(HeldInterest),
    /// Its interest.
    Interest,
    /// A level instalment.
    Level(Euros),
    /// All that is left.
    Rest,
    /// All that is left, before the day the month ends.
    Settled,
}

/// A part of the principal repaid on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Early {
    on: NaiveDate,
    amount: Euros,
}

impl Pays {
    fn is_held(self) -> bool {
        match self {
            Self::Held(_) => true,
            Self::Deferred | Self::Interest | Self::Level(_) | Self::Rest | Self::Settled => false,
        }
    }

    fn repays(self) -> bool {
        match self {
            Self::Level(_) | Self::Rest | Self::Settled => true,
            Self::Deferred | Self::Held(_) | Self::Interest => false,
        }
    }
}

impl Plan {
    /// The plan of a loan as it is signed.
    pub(super) fn of(terms: &LoanTerms) -> Result<Self, TermsRefused> {
        let rate = terms.annual_rate;
        let mut steps = Vec::with_capacity(usize::try_from(terms.months).unwrap_or_default());
        let mut slot = first_slot(terms);
        let day = terms.dates.map(|dates| dates.monthly_day());
        for number in 1..=terms.months {
            if number > 1 {
                slot = following(slot, day).ok_or(TermsRefused::DateBeyondCalendar)?;
            }
            steps.push(Step { slot, content: Content { rate, pays: pays_at_first(terms, number) } });
        }
        let mut plan = Self {
            principal: terms.principal()?,
            insurance: terms.insurance,
            first_period: terms.first_period,
            lent_on: terms.dates.map(|dates| dates.disbursed_on),
            day,
            steps,
            early: Vec::new(),
            repaid_on: None,
            level: Euros::ZERO,
        };
        plan.level_from(0)?;
        if let Some(level) = terms.level.filter(|level| *level != plan.level) {
            plan.keep_to(level)?;
        }
        Ok(plan)
    }

    /// Pays the instalment the contract states; the last one repays what it leaves.
    fn keep_to(&mut self, level: Euros) -> Result<(), TermsRefused> {
        let reckoned = self.level;
        self.level = level;
        for step in &mut self.steps {
            if let Pays::Level(amount) = &mut step.content.pays {
                *amount = level;
            }
        }
        let lines = self.lines()?;
        let (last, before) = lines.split_last().map_or((Euros::ZERO, &[][..]), |(last, before)| (last.total, before));
        // Nothing is left to pay before the last one: what is stated repays too soon.
        let sound = before.iter().all(|line| line.outstanding > Euros::ZERO && !line.total.is_negative());
        if sound && last <= level.plus(level)? { Ok(()) } else { Err(TermsRefused::InstalmentOutOfReach { reckoned }) }
    }

    /// Its lines, reckoned from the first.
    pub(super) fn lines(&self) -> Result<Vec<Instalment>, AmountTooLarge> {
        let mut walk = Walk::begin(self);
        let mut lines = Vec::with_capacity(self.steps.len().saturating_add(self.early.len()));
        for step in &self.steps {
            while let Some(early) = walk.early_before(step)? {
                lines.push(early);
            }
            lines.push(walk.pay(step)?);
        }
        Ok(lines)
    }

    /// The interest that waits for the last month.
    pub(super) fn waiting(&self) -> Result<Euros, AmountTooLarge> {
        self.before(self.steps.len().saturating_sub(1))?.waiting()
    }

    /// The state of the loan just before a month is paid, what is repaid early before it included.
    fn before(&self, place: usize) -> Result<Walk<'_>, AmountTooLarge> {
        let mut walk = Walk::begin(self);
        for step in self.steps.iter().take(place) {
            walk.early_until(step)?;
            walk.pay(step)?;
        }
        if let Some(step) = self.steps.get(place) {
            walk.early_until(step)?;
        }
        Ok(walk)
    }

    /// The first month that repays, from a month on.
    fn first_to_repay(&self, place: usize) -> Option<usize> {
        let after = self.steps.iter().skip(place).position(|step| step.content.pays.repays())?;
        Some(after.saturating_add(place))
    }

    /// Works out the level instalment over the months that repay, from a month on, each at its own rate: present worth,
    /// one division, last.
    fn level_from(&mut self, place: usize) -> Result<(), AmountTooLarge> {
        let Some(first) = self.first_to_repay(place) else { return Ok(()) };
        let owed = self.before(first)?.outstanding;
        let repaying = self.steps.iter().skip(first).filter(|step| step.content.pays.repays());
        let mut worth = Decimal::ZERO;
        let mut at = None;
        for Content { rate, .. } in repaying.rev().map(|step| step.content) {
            let known = at.filter(|(known, _)| *known == rate).map(|(_, discount)| discount);
            let discount = known.unwrap_or_else(|| rate.monthly_discount());
            worth = discount * (Decimal::ONE + worth);
            at = Some((rate, discount));
        }
        self.level = to_the_cent(number(owed) / worth)?;
        for step in self.steps.iter_mut().skip(first) {
            if let Pays::Level(amount) = &mut step.content.pays {
                *amount = self.level;
            }
        }
        Ok(())
    }
}

fn first_slot(terms: &LoanTerms) -> Slot {
    let span = terms.dates.map_or(Span::MONTH, |dates| Span::first(dates, terms.first_period));
    Slot { due: terms.dates.map(|dates| dates.first_due_on), span }
}

/// The month after; nothing beyond the calendar.
fn following(slot: Slot, day: Option<u32>) -> Option<Slot> {
    let due = match slot.due.zip(day) {
        Some((due, day)) => Some(same_day_next_month(due, day)?),
        None => None,
    };
    Some(Slot { due, span: Span::MONTH })
}

fn pays_at_first(terms: &LoanTerms, number: u32) -> Pays {
    if number <= terms.deferred {
        Pays::Deferred
    } else if number <= terms.months_before_repaying() || terms.interest_only_later.binary_search(&number).is_ok() {
        Pays::Interest
    } else if number == terms.months {
        Pays::Rest
    } else {
        Pays::Level(Euros::ZERO)
    }
}

/// The interest of cents over 4 380ths of a year, the cents being already multiplied by them: one division, last.
fn interest_on(cents_by_span: i128, rate: Rate) -> Result<Euros, AmountTooLarge> {
    let (figures, one_percent) = rate.in_figures();
    Euros::nearest(cents_by_span.saturating_mul(figures), one_percent.saturating_mul(438_000))
}

fn over(sum: Euros, span: Span) -> i128 {
    i128::from(sum.cents()).saturating_mul(span.0.into())
}
