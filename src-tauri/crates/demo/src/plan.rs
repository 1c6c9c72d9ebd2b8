//! The loan of an invented dossier: for what, how much, how long, asked of whom.
//!
//! It keeps within what the lender's agreement of its day allows.

use chrono::{Datelike, Days, Months, NaiveDate};
use domain::loan::{LoanDates, LoanTerms, Rate};
use domain::money::Euros;
use domain::settings::{LenderAgreement, LenderAt, ListKey, RulesAt, Settings};

use super::chance::Chance;
use super::path::{Event, Turn};
use super::stock::{ProjectStock, Stock};

/// The most a loan of twelve months is, in euros.
const SHORT_LOAN: u32 = 1_100;

/// A loan as it is asked for.
pub(super) struct Plan<'s> {
    /// What it pays for.
    pub(super) project: &'s ProjectStock,
    /// How much.
    pub(super) amount: Euros,
    /// How long.
    pub(super) months: u32,
    /// Months of interest only wished at the start.
    pub(super) interest_only: u32,
    /// Of whom first, then second.
    pub(super) offers: Vec<Offer>,
    /// The day it is paid, if it ever is.
    pub(super) paid_on: Option<NaiveDate>,
}

/// What a lender offers on a day.
#[derive(Clone)]
pub(super) struct Offer {
    /// Who.
    pub(super) lender: ListKey,
    /// By which agreement.
    pub(super) agreement: LenderAgreement,
}

impl<'s> Plan<'s> {
    /// A plan for the events of a dossier; without an offer when no lender of that day takes such a loan.
    pub(super) fn draw(
        stock: &'s Stock,
        settings: &Settings,
        events: &[(NaiveDate, Event)],
        chance: &mut Chance,
    ) -> Option<Self> {
        let day_of = |wanted| events.iter().find(|(_, event)| *event == wanted).map(|(day, _)| *day);
        let paid_on = day_of(Event::Payment);
        // A loan that is over by now was a short one.
        let over =
            day_of(Event::Closing).is_some() && day_of(Event::Accelerating).or(day_of(Event::Repaying)).is_none();
        let most = if over { SHORT_LOAN } else { u32::MAX };
        let fits = |project: &ProjectStock| {
            if project.loan.first().is_some_and(|least| *least < most) { project.weight } else { 0 }
        };
        let project = chance.weighed(&stock.projects, fits)?;
        let [low, high] = project.loan;
        let euros = chance.between(low, high.min(most));
        let euros = euros.saturating_sub(euros.checked_rem(50).unwrap_or_default()).max(300);
        let amount = Euros::from_cents(i64::from(euros).saturating_mul(100)).ok()?;
        let drawn = euros.checked_div(chance.between(58, 96)).unwrap_or(12);
        let months = if over { 12 } else { drawn.clamp(12, 36) };
        let interest_only = if chance.happens(16) { chance.between(1, 3) } else { 0 };
        let mut plan = Self { project, amount, months, interest_only, offers: Vec::new(), paid_on };
        for turn in [Turn::First, Turn::Second] {
            if let Some(day) = day_of(Event::Sending(turn)) {
                plan.add_offer(&settings.at(day), chance);
            }
        }
        Some(plan)
    }

    /// The offer of the first lender asked, or of the second.
    pub(super) fn offer(&self, turn: Turn) -> Option<&Offer> {
        match turn {
            Turn::First => self.offers.first(),
            Turn::Second => self.offers.get(1).or(self.offers.first()),
        }
    }

    /// The terms of the last lender asked, paid on a day.
    pub(super) fn terms(&self, paid_on: NaiveDate) -> Option<LoanTerms> {
        let agreement = &self.offers.last()?.agreement;
        let first_due_on = first_due(paid_on, agreement);
        Some(LoanTerms {
            interest_only: self.interest_only_of(agreement),
            fee: agreement.file_fee.unwrap_or(Euros::ZERO),
            fee_payment: agreement.fee_payment.unwrap_or_default(),
            first_period: agreement.first_period,
            account: agreement.account_required(),
            dates: Some(LoanDates { disbursed_on: paid_on, first_due_on, debit_day: None }),
            ..LoanTerms::of(self.amount, self.rate_of(agreement), self.months)
        })
    }

    /// The rate an agreement gives its loan.
    pub(super) fn rate_of(&self, agreement: &LenderAgreement) -> Rate {
        let line = agreement.rate_line(Some(&self.project.product), Some(self.amount), Some(self.months));
        line.map(|line| line.rate).or(agreement.rate).unwrap_or(Rate::ZERO)
    }

    /// The months of interest only, as far as an agreement allows them.
    pub(super) fn interest_only_of(&self, agreement: &LenderAgreement) -> u32 {
        self.interest_only.min(agreement.interest_only_max.unwrap_or_default())
    }

    fn add_offer(&mut self, rules: &RulesAt<'_>, chance: &mut Chance) {
        let taken: Vec<&ListKey> = self.offers.iter().map(|offer| &offer.lender).collect();
        let open: Vec<Offer> = rules.lenders().filter_map(|lender| self.offered(&lender)).collect();
        let other: Vec<Offer> = open.iter().filter(|offer| !taken.contains(&&offer.lender)).cloned().collect();
        let found = chance.one(if other.is_empty() { &open } else { &other }).cloned();
        self.offers.extend(found);
    }

    /// What a lender offers, when its agreement of the day takes such a loan.
    fn offered(&self, lender: &LenderAt<'_>) -> Option<Offer> {
        let agreement = &lender.agreement?.value;
        let limits = &agreement.limits;
        let fits = agreement.products.contains(&self.project.product)
            && limits.amount_min.is_none_or(|least| least <= self.amount)
            && limits.amount_max.is_none_or(|most| self.amount <= most)
            && limits.months_min.is_none_or(|least| least <= self.months)
            && limits.months_max.is_none_or(|most| self.months <= most);
        fits.then(|| Offer { lender: lender.key.clone(), agreement: agreement.clone() })
    }
}

/// The first debit day at least twenty days after the payment.
fn first_due(paid_on: NaiveDate, agreement: &LenderAgreement) -> NaiveDate {
    let least = paid_on.checked_add_days(Days::new(20)).unwrap_or(paid_on);
    let this_month = least.with_day(agreement.debit_day.unwrap_or(5)).unwrap_or(least);
    if this_month >= least { this_month } else { this_month.checked_add_months(Months::new(1)).unwrap_or(least) }
}
