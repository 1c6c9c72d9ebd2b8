//! The terms of a loan, and why some make no schedule.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::Rate;
use crate::money::{AmountTooLarge, Euros};

/// What a lender and a borrower agree on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoanTerms {
    /// The sum the borrower asked for, above zero; a financed fee is lent beside it.
    pub amount: Euros,
    /// The fixed yearly rate.
    pub annual_rate: Rate,
    /// How many instalments in all, one a month.
    pub months: u32,
    /// How many of the first ones pay nothing: their interest is added to what is owed.
    #[serde(default)]
    pub deferred: u32,
    /// How many of the next ones pay interest alone.
    pub interest_only: u32,
    /// Numbers of later ones that pay interest alone, ascending.
    #[serde(default)]
    pub interest_only_later: Vec<u32>,
    /// Compulsory fee.
    pub fee: Euros,
    /// When the fee is paid.
    #[serde(default)]
    pub fee_payment: FeePayment,
    /// Insurance, paid with each instalment.
    pub insurance: Option<Insurance>,
    /// The account the lender makes a condition of the loan; none when it may be done without.
    #[serde(default)]
    pub account: Option<AccountCost>,
    /// The days, once they are known; without them every period is one month.
    pub dates: Option<LoanDates>,
    /// What interest the first period bears.
    #[serde(default)]
    pub first_period: FirstPeriod,
    /// The level instalment the contract states, insurance apart; worked out when absent.
    #[serde(default)]
    pub level: Option<Euros>,
}

vocabulary! {
    /// When a compulsory fee is paid.
    #[derive(Default)]
    pub enum FeePayment {
        #[default]
        AtStart => "at_start", "Payés au versement";
        Financed => "financed", "Financés par le prêt";
    }
}

vocabulary! {
    /// What interest the first period bears when it is longer or shorter than a month.
    #[derive(Default)]
    pub enum FirstPeriod {
        #[default]
        OneMonth => "one_month", "Un mois, quels que soient les jours";
        MonthsAndDays => "months_and_days", "Mois entiers, puis jours sur 365";
        MonthAndGap => "month_and_gap", "Un mois, plus ou moins les jours d’écart sur 365";
    }
}

/// Death and disability insurance: so much a month, a part of what is owed, or both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Insurance {
    /// What it costs a month, the same every month.
    pub monthly: Euros,
    /// Its yearly rate on what is still owed, a twelfth of it each month.
    #[serde(default)]
    pub on_outstanding: Rate,
    /// Whether the loan asks for it.
    pub requirement: InsuranceRequirement,
}

/// What an account costs the borrower beside the instalments.
///
/// An account that has to be opened to get the loan is in its total cost and in its TAEG; one that may be done without
/// is in neither: code de la consommation, articles L. 314-1 and R. 314-4 (directive 2008/48/CE, article 19(2);
/// directive (UE) 2023/2225, article 30). 1 000 € over 24 months with an account at 3,50 € a month and 15 € once:
/// 99,00 € more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AccountCost {
    /// So much a month.
    pub monthly: Euros,
    /// What is paid once, with the money: shares, membership.
    pub once: Euros,
}

impl AccountCost {
    /// What it costs over so many months: each of them, and what is paid once. Refuses a sum beyond the limit.
    pub fn over(&self, months: u32) -> Result<Euros, AmountTooLarge> {
        self.monthly.part(months, 1)?.unwrap_or(Euros::ZERO).plus(self.once)
    }

    /// Whether it costs nothing.
    #[must_use]
    pub fn is_free(&self) -> bool {
        self.monthly.is_zero() && self.once.is_zero()
    }
}

vocabulary! {
    /// Whether an insurance is a condition of the loan: only then is it in the TAEG.
    pub enum InsuranceRequirement {
        Optional => "optional", "Facultative";
        Required => "required", "Obligatoire";
    }
}

/// The days of a loan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoanDates {
    /// The day the money is paid.
    pub disbursed_on: NaiveDate,
    /// The day of the first instalment.
    pub first_due_on: NaiveDate,
    /// The day of the month the others fall on, the last day of a shorter month; the first one's when absent.
    #[serde(default)]
    pub debit_day: Option<u32>,
}

impl LoanDates {
    /// The day of the month instalments fall on, from the second one on.
    #[must_use]
    pub fn monthly_day(&self) -> u32 {
        self.debit_day.unwrap_or(self.first_due_on.day())
    }

    /// Whether the first instalment falls on another day of its month than those that follow.
    #[must_use]
    pub fn first_stands_apart(&self) -> bool {
        let usual = self.monthly_day().min(u32::from(self.first_due_on.num_days_in_month()));
        self.first_due_on.day() != usual
    }
}

/// Why terms make no schedule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TermsRefused {
    /// The amount is nothing or less.
    #[error("no amount")]
    NoAmount,
    /// Not a single instalment.
    #[error("no months")]
    NoMonths,
    /// More instalments than Étrier reckons.
    #[error("more than {limit} months")]
    TooManyMonths {
        /// How many it does.
        limit: u32,
    },
    /// Nothing is paid until the end: no instalment is left to repay the amount.
    #[error("deferred during all the {months} months")]
    DeferredTooLong {
        /// How many instalments there are in all.
        months: u32,
    },
    /// No instalment is left to repay the amount.
    #[error("interest only during all the {months} months")]
    InterestOnlyTooLong {
        /// How many instalments there are in all.
        months: u32,
    },
    /// A later month of interest alone is not between the start and the last instalment, which repays the rest.
    #[error("instalment {number} cannot pay interest alone, only {first} to {last} can")]
    InterestOnlyOutside {
        /// The number given.
        number: u32,
        /// The first one that can.
        first: u32,
        /// The last one that can.
        last: u32,
    },
    /// Later months of interest alone are not each given once, in their order.
    #[error("instalment {number} is given twice or out of order")]
    InterestOnlyUnordered {
        /// The number that repeats or comes too late.
        number: u32,
    },
    /// A fee below zero.
    #[error("negative fee")]
    NegativeFee,
    /// The fee takes all that is lent.
    #[error("fee as large as the amount")]
    FeeTooLarge,
    /// An insurance below zero.
    #[error("negative insurance")]
    NegativeInsurance,
    /// The first instalment would come before the money.
    #[error("first due date before disbursement")]
    FirstDueBeforeDisbursement,
    /// The day of the month is not 1 to 31.
    #[error("no day {day} in a month")]
    NoSuchDebitDay {
        /// The day given.
        day: u32,
    },
    /// The instalment stated does not repay the amount in these months.
    #[error("the instalment stated does not repay the amount, {reckoned} would")]
    InstalmentOutOfReach {
        /// The instalment that would.
        reckoned: Euros,
    },
    /// An instalment would fall after the last day counted.
    #[error("date beyond the calendar")]
    DateBeyondCalendar,
    /// A sum is beyond the limit.
    #[error(transparent)]
    TooLarge(#[from] AmountTooLarge),
}

impl LoanTerms {
    /// The most instalments reckoned: fifty years.
    pub const MONTHS_LIMIT: u32 = 600;

    /// A plain loan: level instalments, no fee, no insurance, no dates.
    #[must_use]
    pub fn of(amount: Euros, annual_rate: Rate, months: u32) -> Self {
        Self {
            amount,
            annual_rate,
            months,
            deferred: 0,
            interest_only: 0,
            interest_only_later: Vec::new(),
            fee: Euros::ZERO,
            fee_payment: FeePayment::AtStart,
            insurance: None,
            account: None,
            dates: None,
            first_period: FirstPeriod::OneMonth,
            level: None,
        }
    }

    /// What is owed once the money is paid: the amount, and the fee when it is lent too.
    pub fn principal(&self) -> Result<Euros, AmountTooLarge> {
        match self.fee_payment {
            FeePayment::AtStart => Ok(self.amount),
            FeePayment::Financed => self.amount.plus(self.fee),
        }
    }

    /// What is paid on the day of the money: a fee that is not lent too, and what an account costs once.
    pub fn kept_back(&self) -> Result<Euros, AmountTooLarge> {
        let fee = match self.fee_payment {
            FeePayment::AtStart => self.fee,
            FeePayment::Financed => Euros::ZERO,
        };
        fee.plus(self.account.map_or(Euros::ZERO, |account| account.once))
    }

    /// How many instalments, at the start, repay nothing.
    #[must_use]
    pub fn months_before_repaying(&self) -> u32 {
        self.deferred.saturating_add(self.interest_only)
    }

    /// Refuses terms no schedule can follow.
    pub(super) fn checked(&self) -> Result<(), TermsRefused> {
        sum_and_length(self.amount, self.months)?;
        self.checked_months()?;
        if self.fee.is_negative() {
            return Err(TermsRefused::NegativeFee);
        }
        if self.fee.max(self.kept_back()?) >= self.amount {
            return Err(TermsRefused::FeeTooLarge);
        }
        if self.insurance.is_some_and(|insurance| insurance.monthly.is_negative()) {
            return Err(TermsRefused::NegativeInsurance);
        }
        let Some(dates) = self.dates else { return Ok(()) };
        if dates.first_due_on < dates.disbursed_on {
            return Err(TermsRefused::FirstDueBeforeDisbursement);
        }
        match dates.debit_day {
            Some(day) if !(1..=31).contains(&day) => Err(TermsRefused::NoSuchDebitDay { day }),
            Some(_) | None => Ok(()),
        }
    }

    /// Refuses months that leave none to repay.
    fn checked_months(&self) -> Result<(), TermsRefused> {
        let months = self.months;
        if self.deferred >= months {
            return Err(TermsRefused::DeferredTooLong { months });
        }
        let start = self.months_before_repaying();
        if start >= months {
            return Err(TermsRefused::InterestOnlyTooLong { months });
        }
        let mut before = 0;
        for number in self.interest_only_later.iter().copied() {
            if number <= start || number >= months {
                let (first, last) = (start.saturating_add(1), months.saturating_sub(1));
                return Err(TermsRefused::InterestOnlyOutside { number, first, last });
            }
            if number <= before {
                return Err(TermsRefused::InterestOnlyUnordered { number });
            }
            before = number;
        }
        Ok(())
    }
}

/// Refuses a sum that is nothing and a length no credit has.
pub(super) fn sum_and_length(amount: Euros, months: u32) -> Result<(), TermsRefused> {
    if amount <= Euros::ZERO {
        return Err(TermsRefused::NoAmount);
    }
    if months == 0 {
        return Err(TermsRefused::NoMonths);
    }
    if months > LoanTerms::MONTHS_LIMIT {
        return Err(TermsRefused::TooManyMonths { limit: LoanTerms::MONTHS_LIMIT });
    }
    Ok(())
}
