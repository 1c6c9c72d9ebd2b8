//! A change of the schedule, from what is typed.

use chrono::NaiveDate;
use domain::calendar::Toward;
use domain::loan::{Amendment, HeldInterest, Keeps, Rate};
use domain::money::Euros;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use app::caller::Moment;
use app::failure::Failure;
use app::reading;

/// A change of the schedule as typed; a field its kind does not use is not read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AmendmentForm {
    /// What changes: `postponed`, `interest_only`, `end_shifted`, `new_instalment`, `due_day`, `partial_repayment`,
    /// `full_repayment` or `rate_lowered`.
    pub kind: String,
    /// The number of the first instalment that changes.
    pub from: String,
    /// How many instalments or months; one when empty.
    pub count: String,
    /// When the interest of months on hold is paid: `with_last` or `with_next`.
    pub interest: String,
    /// An amount: the new instalment, or what is repaid.
    pub amount: String,
    /// The day of the month.
    pub day: String,
    /// The day of an early repayment.
    pub on: String,
    /// The new rate.
    pub rate: String,
    /// What stays as it was: `end` or `instalment`.
    pub keeps: String,
}

impl AmendmentForm {
    /// The change it asks for. Errors: a field that cannot be read, or that its kind needs.
    pub(super) fn read(&self, moment: &Moment) -> Result<Amendment, Failure> {
        match self.kind.as_str() {
            "postponed" => {
                Ok(Amendment::Postponed { from: self.from()?, count: self.count()?, interest: self.interest()? })
            }
            "interest_only" => Ok(Amendment::InterestOnly { from: self.from()?, count: self.count()? }),
            "end_shifted" => Ok(Amendment::EndShifted { from: self.from()?, months: self.count()? }),
            "new_instalment" => Ok(Amendment::NewInstalment { from: self.from()?, amount: self.amount()? }),
            "due_day" => Ok(Amendment::DueDay { from: self.from()?, day: self.day()? }),
            "partial_repayment" => {
                Ok(Amendment::PartialRepayment { on: self.on(moment)?, amount: self.amount()?, keeps: self.keeps()? })
            }
            "full_repayment" => Ok(Amendment::FullRepayment { on: self.on(moment)? }),
            "rate_lowered" => {
                Ok(Amendment::RateLowered { from: self.from()?, rate: self.rate()?, keeps: self.keeps()? })
            }
            _ => Err(Failure::refused("Quel changement ? Choisissez-en un dans la liste.").at("kind")),
        }
    }

    fn from(&self) -> Result<u32, Failure> {
        let number = reading::whole(&self.from, "from")?;
        number.ok_or_else(|| Failure::refused("À partir de quelle échéance ?").at("from"))
    }

    fn count(&self) -> Result<u32, Failure> {
        Ok(reading::whole(&self.count, "count")?.unwrap_or(1))
    }

    fn interest(&self) -> Result<HeldInterest, Failure> {
        if self.interest.is_empty() { Ok(HeldInterest::default()) } else { reading::word(&self.interest, "interest") }
    }

    fn keeps(&self) -> Result<Keeps, Failure> {
        if self.keeps.is_empty() { Ok(Keeps::default()) } else { reading::word(&self.keeps, "keeps") }
    }

    fn amount(&self) -> Result<Euros, Failure> {
        let amount = reading::amount(&self.amount, "amount")?;
        amount.ok_or_else(|| Failure::refused("Quel montant ?").at("amount"))
    }

    fn day(&self) -> Result<u32, Failure> {
        let day = reading::whole(&self.day, "day")?;
        day.ok_or_else(|| Failure::refused("Quel jour du mois ?").remedy("Écrivez par exemple 10.").at("day"))
    }

    fn on(&self, moment: &Moment) -> Result<NaiveDate, Failure> {
        let on = reading::date(&self.on, "on", moment, Toward::Future)?;
        on.ok_or_else(|| Failure::refused("Quel jour ?").at("on"))
    }

    fn rate(&self) -> Result<Rate, Failure> {
        let rate = reading::rate(&self.rate, "rate")?;
        rate.ok_or_else(|| Failure::refused("Quel nouveau taux ?").at("rate"))
    }
}
