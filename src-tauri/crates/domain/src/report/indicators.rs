//! The indicators of a period, each with its dossiers and its working.
//!
//! Worked example: loans of 1 200,00 and 2 400,50 granted in the year are 2 loans, 3 600,50 € in all and
//! 1 800,25 € each; sent 4, granted 2, 50 % of what was sent is granted.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::Ground;
use super::definitions::IndicatorKey as Key;
use super::event::Event;
use super::figure::{Counted, Figure, Value, count};
use super::period::Period;
use super::row::{ReportRow, RowLoan};
use crate::money::{AmountTooLarge, Euros};

/// How a number was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Working {
    /// Dossiers counted one by one.
    Counted,
    /// The amounts of so many loans, added.
    Sum {
        /// How many loans.
        loans: u64,
    },
    /// One number of the bilan over another.
    Ratio {
        /// Above.
        part: (Key, u64),
        /// Below.
        whole: (Key, u64),
    },
    /// Loans that pass a threshold over all loans.
    Share {
        /// How many pass.
        part: u64,
        /// Of how many.
        whole: u64,
    },
    /// One amount over another.
    Part {
        /// Above.
        part: Euros,
        /// Below.
        whole: Euros,
    },
    /// Minutes added.
    Hours {
        /// How many.
        minutes: u64,
    },
    /// Minutes over those of a full-time job.
    FullTime {
        /// How many.
        minutes: u64,
        /// The hours of a full-time job in a year; zero while they are not known.
        year: u32,
    },
    /// A total over the number of loans.
    Mean {
        /// The total.
        total: Value,
        /// How many loans.
        loans: u64,
    },
    /// Days added, over so many dossiers.
    Delay {
        /// The days, added.
        days: u64,
        /// How many dossiers.
        dossiers: u64,
        /// The delay in the middle; nothing without a dossier.
        median: Option<Decimal>,
    },
}

/// The rows of a period, counted once for every indicator.
pub(super) struct Counting<'r> {
    period: Period,
    rows: &'r [ReportRow],
    lived: Vec<&'r ReportRow>,
    counts: BTreeMap<Event, Figure>,
    loans: Vec<CountedLoan>,
    ground: Ground<'r>,
}

/// A loan and the dossier it is counted in.
type CountedLoan = (Counted, RowLoan);

impl<'r> Counting<'r> {
    /// Counts `lived`, the rows something happened to in the period, and keeps them all for what stands at its end.
    pub(super) fn new(period: Period, rows: &'r [ReportRow], lived: Vec<&'r ReportRow>, ground: &Ground<'r>) -> Self {
        let at = |row: &ReportRow, on| Counted { on, dossier: row.dossier };
        let counted = |event| {
            let days = lived.iter().filter_map(move |row| row.counted_on(event, period).map(|on| at(row, on)));
            (event, Figure::counting(days))
        };
        let counts = Event::ALL.into_iter().map(counted).collect();
        let granted = lived.iter().filter_map(|row| row.granted_in(period).map(|(on, loan)| (at(row, on), loan)));
        let loans = granted.collect();
        Self { period, rows, lived, counts, loans, ground: *ground }
    }
}

impl Counting<'_> {
    /// The number of a key and its working.
    pub(super) fn measured(&self, key: Key) -> Result<(Figure, Working), AmountTooLarge> {
        if let Some(event) = event_of(key) {
            return Ok((self.count(event), Working::Counted));
        }
        let ratio = |part, whole| Ok(self.ratio(part, whole));
        match key {
            Key::PendingDecisions => Ok(self.standing(|row, end| row.awaiting_on(end))),
            Key::RunningLoans => Ok(self.standing(|row, end| row.running_on(end))),
            Key::LoansSinceStart => Ok(self.standing(|row, end| row.granted_by(end).map(|(on, _)| on))),
            Key::AmountGranted => sum(&self.loans),
            Key::AmountSinceStart => sum(&self.loans_since_start()),
            Key::MeanAmount => mean_euros(&self.loans, |loan| loan.amount),
            Key::MeanInstalment => mean_euros(&self.loans, |loan| loan.instalment),
            Key::MeanMonths => Ok(mean(&self.loans, |loan| Decimal::from(loan.months))),
            Key::MeanRate => Ok(mean(&self.loans, |loan| loan.rate.percent())),
            Key::ShareOver3000 => Ok(self.share_of_large_loans()),
            Key::WorkHours => Ok(self.work_hours()),
            Key::FullTimeEquivalent => Ok(self.full_time()),
            Key::MissedInstalments => Ok(self.days_of(|row| &row.missed)),
            Key::Incidents => Ok(self.days_of(|row| &row.incidents)),
            Key::Losses => self.losses(),
            Key::RepaymentRate => Ok(self.repaid_share()),
            Key::LossRate => self.loss_rate(),
            Key::InterestRefundsCount => Ok((Figure::counting(self.refunds().map(|(one, _)| one)), Working::Counted)),
            Key::InterestRefundsAmount => self.refunded(),
            Key::SubmissionRate => ratio(Key::Submitted, Key::Assessed),
            Key::GrantRateOfSubmitted => ratio(Key::Granted, Key::Submitted),
            Key::GrantRateOfRequests => ratio(Key::Granted, Key::Requests),
            Key::GrantRateOfAssessed => ratio(Key::Granted, Key::Assessed),
            Key::DaysRequestToSubmission => Ok(self.delays(Self::request_to_submission)),
            Key::DaysSubmissionToDecision => Ok(self.delays(Self::submission_to_decision)),
            Key::DaysDecisionToDisbursement => Ok(self.delays(Self::decision_to_disbursement)),
            Key::DaysRequestToDisbursement => Ok(self.delays(Self::request_to_disbursement)),
            Key::Requests
            | Key::Assessed
            | Key::Redirected
            | Key::Dropped
            | Key::Inadmissible
            | Key::Submitted
            | Key::Granted
            | Key::Refused
            | Key::Withdrawn
            | Key::Disbursed => Ok((Figure::default(), Working::Counted)),
        }
    }

    /// The dossiers an event counts in the period.
    fn count(&self, event: Event) -> Figure {
        self.counts.get(&event).cloned().unwrap_or_default()
    }

    /// Where dossiers stand on the last day of the period.
    fn standing(&self, since: impl Fn(&ReportRow, NaiveDate) -> Option<NaiveDate>) -> (Figure, Working) {
        let end = self.period.to();
        let standing = self.rows.iter();
        let standing = standing.filter_map(|row| since(row, end).map(|on| Counted { on, dossier: row.dossier }));
        (Figure::counting(standing), Working::Counted)
    }

    fn loans_since_start(&self) -> Vec<CountedLoan> {
        let granted = self.rows.iter().filter_map(|row| Some((row.dossier, row.granted_by(self.period.to())?)));
        granted.map(|(dossier, (on, loan))| (Counted { on, dossier }, loan)).collect()
    }

    fn share_of_large_loans(&self) -> (Figure, Working) {
        let loans = &self.loans;
        let large: Vec<Counted> = loans
            .iter()
            .filter(|(_, loan)| loan.amount > self.ground.rules.large_loan)
            .map(|(counted, _)| *counted)
            .collect();
        let (part, whole) = (count(&large), count(loans));
        (Figure::over(Value::percent(part, whole), large), Working::Share { part, whole })
    }

    /// Days of the period counted one by one, several for a dossier.
    fn days_of(&self, days: impl Fn(&ReportRow) -> &Vec<NaiveDate>) -> (Figure, Working) {
        let within = |row: &&ReportRow| {
            days(row).iter().copied().filter(|on| self.period.contains(*on)).collect::<Vec<NaiveDate>>()
        };
        let all = self.lived.iter().map(|row| (row.dossier, within(row)));
        let found: Vec<_> = all.filter(|(_, days)| !days.is_empty()).collect();
        let total = found.iter().fold(0_u64, |sum, (_, days)| sum.saturating_add(count(days)));
        let behind =
            found.iter().filter_map(|(dossier, days)| days.first().map(|on| Counted { on: *on, dossier: *dossier }));
        (Figure::over(Some(Value::Count(total)), behind), Working::Counted)
    }

    /// The minutes noted in the period, in dossiers and without, and the dossiers they were noted in.
    fn minutes(&self) -> (u64, Vec<Counted>) {
        let within = |days: &[(NaiveDate, u32)]| {
            let days = days.iter().filter(|(on, _)| self.period.contains(*on));
            days.fold(0_u64, |sum, (_, minutes)| sum.saturating_add(u64::from(*minutes)))
        };
        let (mut total, mut behind) = (within(self.ground.work), Vec::new());
        for row in &self.lived {
            let minutes = within(&row.worked);
            if minutes > 0 {
                total = total.saturating_add(minutes);
                let last = row.worked.iter().map(|(on, _)| *on).filter(|on| self.period.contains(*on)).max();
                behind.extend(last.map(|on| Counted { on, dossier: row.dossier }));
            }
        }
        (total, behind)
    }

    fn work_hours(&self) -> (Figure, Working) {
        let (minutes, behind) = self.minutes();
        (Figure::over(Value::ratio(Decimal::from(minutes), Decimal::from(60)), behind), Working::Hours { minutes })
    }

    /// Hours over those of a full-time job on the same days, a year being 365 of them.
    fn full_time(&self) -> (Figure, Working) {
        let (minutes, behind) = self.minutes();
        let days = self.period.to().signed_duration_since(self.period.from()).num_days().saturating_add(1);
        let year = self.ground.full_time_hours.unwrap_or_default();
        let days = Decimal::from(days.min(365));
        let whole = Decimal::from(year) * Decimal::from(60) * days / Decimal::from(365);
        let figure = Figure::over(Value::ratio(Decimal::from(minutes), whole), behind);
        (figure, Working::FullTime { minutes, year })
    }

    /// The loans that ended in the period, with what stayed unpaid and what had been paid out.
    fn ended(&self) -> impl Iterator<Item = (Counted, Option<Euros>, Euros)> + '_ {
        self.lived.iter().filter_map(|row| {
            let end = row.loan_end.filter(|end| self.period.contains(end.on))?;
            let paid = row.disbursed.map_or(Euros::ZERO, |(_, amount)| amount);
            Some((Counted { on: end.on, dossier: row.dossier }, end.lost, paid))
        })
    }

    fn losses(&self) -> Result<(Figure, Working), AmountTooLarge> {
        let lost: Vec<(Counted, Euros)> = self.ended().filter_map(|(one, lost, _)| Some((one, lost?))).collect();
        let total = Euros::sum(lost.iter().map(|(_, amount)| *amount))?;
        let behind = lost.iter().map(|(one, _)| *one);
        Ok((Figure::over(Some(Value::Euros(total)), behind), Working::Sum { loans: count(&lost) }))
    }

    fn repaid_share(&self) -> (Figure, Working) {
        let ended: Vec<_> = self.ended().collect();
        let repaid: Vec<Counted> = ended.iter().filter(|(_, lost, _)| lost.is_none()).map(|(one, ..)| *one).collect();
        let (part, whole) = (count(&repaid), count(&ended));
        (Figure::over(Value::percent(part, whole), repaid), Working::Share { part, whole })
    }

    /// What was lost over what had been paid out of the loans that ended.
    fn loss_rate(&self) -> Result<(Figure, Working), AmountTooLarge> {
        let ended: Vec<_> = self.ended().collect();
        let lost = Euros::sum(ended.iter().filter_map(|(_, lost, _)| *lost))?;
        let paid = Euros::sum(ended.iter().map(|(_, _, paid)| *paid))?;
        let behind = ended.iter().filter(|(_, lost, _)| lost.is_some()).map(|(one, ..)| *one);
        let value = lost.percent_of(paid).map(Value::Number);
        Ok((Figure::over(value, behind), Working::Part { part: lost, whole: paid }))
    }

    fn refunds(&self) -> impl Iterator<Item = (Counted, Euros)> + '_ {
        self.lived.iter().filter_map(|row| {
            let (on, amount) = row.refunded.filter(|(on, _)| self.period.contains(*on))?;
            Some((Counted { on, dossier: row.dossier }, amount))
        })
    }

    fn refunded(&self) -> Result<(Figure, Working), AmountTooLarge> {
        let refunds: Vec<(Counted, Euros)> = self.refunds().collect();
        let total = Euros::sum(refunds.iter().map(|(_, amount)| *amount))?;
        let behind = refunds.iter().map(|(one, _)| *one);
        Ok((Figure::over(Some(Value::Euros(total)), behind), Working::Sum { loans: count(&refunds) }))
    }

    /// One count over another; the dossiers behind it are those of the first.
    fn ratio(&self, part: Key, whole: Key) -> (Figure, Working) {
        let of = |key| event_of(key).and_then(|event| self.counts.get(&event));
        let above = of(part).cloned().unwrap_or_default();
        let terms = (above.dossiers_count(), of(whole).map_or(0, Figure::dossiers_count));
        let working = Working::Ratio { part: (part, terms.0), whole: (whole, terms.1) };
        (Figure::over(Value::percent(terms.0, terms.1), above.dossiers), working)
    }

    fn delays(&self, delay: impl Fn(&Self, &ReportRow) -> Option<(NaiveDate, NaiveDate)>) -> (Figure, Working) {
        let delayed = self.lived.iter().filter_map(|row| {
            let (from, to) = delay(self, row)?;
            let days = u64::try_from(row.days_between(from, to)?).unwrap_or_default();
            Some((Counted { on: to, dossier: row.dossier }, days))
        });
        let (dossiers, mut days): (Vec<Counted>, Vec<u64>) = delayed.unzip();
        days.sort_unstable();
        let total = days.iter().fold(0_u64, |sum, days| sum.saturating_add(*days));
        let working = Working::Delay { days: total, dossiers: count(&days), median: median(&days) };
        (Figure::over(Value::ratio(Decimal::from(total), Decimal::from(count(&days))), dossiers), working)
    }

    fn request_to_submission(&self, row: &ReportRow) -> Option<(NaiveDate, NaiveDate)> {
        Some((row.received_on, row.counted_on(Event::Submitted, self.period)?))
    }

    /// Of a dossier answered several times in the period, the last answer.
    fn submission_to_decision(&self, row: &ReportRow) -> Option<(NaiveDate, NaiveDate)> {
        row.answered_in(self.period).map(|(on, sent)| (sent.sent_on, on))
    }

    fn decision_to_disbursement(&self, row: &ReportRow) -> Option<(NaiveDate, NaiveDate)> {
        let released = row.counted_on(Event::Disbursed, self.period)?;
        row.granted_by(released).map(|(on, _)| (on, released))
    }

    fn request_to_disbursement(&self, row: &ReportRow) -> Option<(NaiveDate, NaiveDate)> {
        Some((row.received_on, row.counted_on(Event::Disbursed, self.period)?))
    }
}

/// The event a key counts by itself.
fn event_of(key: Key) -> Option<Event> {
    Some(match key {
        Key::Requests => Event::Requested,
        Key::Assessed => Event::Assessed,
        Key::Redirected => Event::Redirected,
        Key::Dropped => Event::Dropped,
        Key::Inadmissible => Event::Inadmissible,
        Key::Submitted => Event::Submitted,
        Key::Granted => Event::Granted,
        Key::Refused => Event::Refused,
        Key::Withdrawn => Event::Withdrawn,
        Key::Disbursed => Event::Disbursed,
        Key::PendingDecisions
        | Key::AmountGranted
        | Key::MeanAmount
        | Key::MeanMonths
        | Key::MeanInstalment
        | Key::MeanRate
        | Key::ShareOver3000
        | Key::SubmissionRate
        | Key::GrantRateOfSubmitted
        | Key::GrantRateOfRequests
        | Key::GrantRateOfAssessed
        | Key::DaysRequestToSubmission
        | Key::DaysSubmissionToDecision
        | Key::DaysDecisionToDisbursement
        | Key::DaysRequestToDisbursement
        | Key::MissedInstalments
        | Key::Incidents
        | Key::Losses
        | Key::RepaymentRate
        | Key::LossRate
        | Key::InterestRefundsCount
        | Key::InterestRefundsAmount
        | Key::RunningLoans
        | Key::WorkHours
        | Key::FullTimeEquivalent
        | Key::LoansSinceStart
        | Key::AmountSinceStart => return None,
    })
}

fn dossiers(loans: &[CountedLoan]) -> impl Iterator<Item = Counted> + '_ {
    loans.iter().map(|(counted, _)| *counted)
}

fn sum(loans: &[CountedLoan]) -> Result<(Figure, Working), AmountTooLarge> {
    let total = Euros::sum(loans.iter().map(|(_, loan)| loan.amount))?;
    Ok((Figure::over(Some(Value::Euros(total)), dossiers(loans)), Working::Sum { loans: count(loans) }))
}

fn mean_euros(loans: &[CountedLoan], of: impl Fn(&RowLoan) -> Euros) -> Result<(Figure, Working), AmountTooLarge> {
    let total = Euros::sum(loans.iter().map(|(_, loan)| of(loan)))?;
    let mean = total.part(1, u32::try_from(loans.len()).unwrap_or(u32::MAX))?;
    let working = Working::Mean { total: Value::Euros(total), loans: count(loans) };
    Ok((Figure::over(mean.map(Value::Euros), dossiers(loans)), working))
}

fn mean(loans: &[CountedLoan], of: impl Fn(&RowLoan) -> Decimal) -> (Figure, Working) {
    let total = loans.iter().map(|(_, loan)| of(loan)).fold(Decimal::ZERO, |sum, number| sum + number);
    let value = Value::ratio(total, Decimal::from(count(loans)));
    (Figure::over(value, dossiers(loans)), Working::Mean { total: Value::Number(total), loans: count(loans) })
}

/// The one in the middle of sorted days, or half of the two in the middle.
pub(super) fn median(days: &[u64]) -> Option<Decimal> {
    let last = days.len().checked_sub(1)?;
    let lower = days.get(last.checked_div(2)?)?;
    let upper = days.get(days.len().checked_div(2)?)?;
    Some((Decimal::from(*lower) + Decimal::from(*upper)) / Decimal::TWO)
}
