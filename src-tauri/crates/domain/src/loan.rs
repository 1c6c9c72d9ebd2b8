//! The loan: its terms, its schedule, its TAEG, and what the same sum costs on a revolving credit.
//!
//! A fixed rate and level instalments, after months of interest alone if the convention allows them
//! (*Un coup de pouce pour le microcrédit personnel*, les conditions du prêt). The interest of a month is
//! `outstanding × annual rate ÷ 12`, one division, half up, and the last instalment absorbs the cents:
//! 2 400 € at 4 % over 36 months is 35 × 70,86 € and 70,77 €, so 150,87 € of interest and a TAEG of 4,07 %.

mod amendment;
mod contract_figures;
mod early;
pub mod explained;
mod period;
mod plan;
mod proposals;
mod rate;
mod refund;
mod revolving;
mod schedule;
mod taeg;
mod terms;
mod usury;

pub use amendment::{Amendment, AmendmentRefused, HeldInterest, Keeps, amended, versions};
pub use contract_figures::{StatedDifference, StatedFigures, differences};
pub use early::{EarlyRepayment, Indemnity, early_repayment};
pub use proposals::{higher_instalment, lower_instalment};
pub use rate::{Rate, RateUnread};
pub use refund::refundable;
pub use revolving::{RevolvingCredit, revolving};
pub use schedule::{Instalment, InstalmentKind, RepaymentSchedule, YearOfLoan, schedule};
pub use taeg::{
    DatedFlow, Flow, FlowTime, Taeg, TaegRefused, TaegWorking, WorkedFlow, taeg, taeg_of_dates, taeg_of_years,
    taeg_working, taeg_working_of_dates, taeg_working_of_years,
};
pub use terms::{
    AccountCost, FeePayment, FirstPeriod, Insurance, InsuranceRequirement, LoanDates, LoanTerms, TermsRefused,
};
pub use usury::{UsuryFinding, usury, usury_topic};

use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy::MidpointAwayFromZero;
use rust_decimal::prelude::ToPrimitive;

use crate::money::{AmountTooLarge, Euros};

/// The amount as a number to reckon with.
fn number(amount: Euros) -> Decimal {
    Decimal::new(amount.cents(), 2)
}

/// The amount nearest to a reckoned number, half up, away from zero.
fn to_the_cent(exact: Decimal) -> Result<Euros, AmountTooLarge> {
    // A half cent reckoned through a quotient that never ends comes out a hair beside itself: 16 decimals bring it
    // back, and are far finer than any amount.
    let cents = (exact.round_dp(16) * Decimal::ONE_HUNDRED).round_dp_with_strategy(0, MidpointAwayFromZero);
    Euros::from_cents(cents.to_i64().ok_or(AmountTooLarge)?)
}

/// What one euro paid at the end of each of so many months is worth now, one month's discount being given.
fn level_worth(discount: Decimal, months: u32) -> Decimal {
    (0..months).fold(Decimal::ZERO, |worth, _| discount * (Decimal::ONE + worth))
}
