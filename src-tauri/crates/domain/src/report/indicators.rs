//! The indicators of a period, each with its dossiers and its working.
//!
//! Worked example: loans of 1 200,00 and 2 400,50 granted in the year are 2 loans, 3 600,50 € in all and
//! 1 800,25 € each; sent 4, granted 2, 50 % of what was sent is granted.

mod delays;
mod gathered;
mod lent;
mod means;
mod people;

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::Ground;
use super::definitions::{IndicatorDefinition, IndicatorKey as Key};
use super::event::Event;
use super::figure::{Counted, Figure, Unit, Value, count};
use super::life::Lived;
use super::period::Period;
use super::row::{ReportRow, RowLoan};
use crate::money::{AmountTooLarge, Euros};
use gathered::Gathered;

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
    /// Of the dossiers a key of the bilan counts, those that another counts too.
    Ratio {
        /// How many of them the other counts.
        part: (Key, u64),
        /// How many there are.
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
    /// One number over another, each in its unit.
    Over {
        /// Above.
        part: (Value, Unit),
        /// Below.
        whole: (Value, Unit),
    },
    /// So many people among others.
    People {
        /// How many.
        part: u64,
        /// Of how many.
        whole: u64,
    },
    /// So many answers among those that say something.
    Answers {
        /// How many.
        part: u64,
        /// Of how many.
        whole: u64,
    },
    /// Loans nobody was heard of for so many months.
    Silent {
        /// How many months.
        months: u32,
    },
    /// Nothing: something has to be said first.
    Lacking(Lacking),
    /// Minutes added.
    Hours {
        /// How many.
        minutes: u64,
    },
    /// Minutes over those of a full-time job.
    FullTime {
        /// How many.
        minutes: u64,
        /// The hours of a full-time job in a year.
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

/// What a number lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacking {
    /// What is typed once a year.
    YearPage,
    /// The hours of a full-time job.
    FullTimeHours,
    /// The time spent: none was noted, which is not to say that none was spent.
    WorkTime,
}

/// A number and how it was reached.
type Reached = (Figure, Working);

/// The rows of a period, looked at once for every indicator.
pub(super) struct Counting<'r> {
    period: Period,
    counts: BTreeMap<Event, Figure>,
    seen: Gathered<'r>,
    ground: Ground<'r>,
}

/// A loan and the dossier it is counted in.
type CountedLoan = (Counted, RowLoan);

impl<'r> Counting<'r> {
    /// Counts `lived`, the rows something happened to in the period, and of them all what stands at its end.
    pub(super) fn new(period: Period, (rows, lived): (&'r [ReportRow], &'r [Lived<'r>]), ground: &Ground<'r>) -> Self {
        let counted = |event| {
            let days = lived.iter().filter_map(move |row| Some(row.at(row.counted(event)?)));
            (event, Figure::counting(days))
        };
        let counts = Event::ALL.into_iter().map(counted).collect();
        Self { period, counts, seen: Gathered::of(period, (rows, lived), ground), ground: *ground }
    }
}

impl Counting<'_> {
    /// The number of a definition and its working.
    pub(super) fn measured(&self, definition: &IndicatorDefinition) -> Result<Reached, AmountTooLarge> {
        if let Some(share) = &definition.survey {
            return Ok(self.surveyed(share));
        }
        let key = definition.key;
        if let Some(event) = event_of(key) {
            return Ok((self.count(event), Working::Counted));
        }
        let ratio = |part, whole| Ok(self.ratio(part, whole));
        match key {
            Key::PendingDecisions => Ok(counting(self.seen.awaiting.iter().copied())),
            Key::RunningLoans => Ok(counting(self.seen.running.iter().copied())),
            Key::LoansSinceStart => Ok(counting(dossiers(&self.seen.lent))),
            Key::AmountGranted => lent::sum(&self.seen.loans, |loan| loan.amount.unwrap_or(Euros::ZERO)),
            Key::AmountSinceStart => lent::sum(&self.seen.lent, |loan| loan.amount.unwrap_or(Euros::ZERO)),
            Key::MeanAmount => lent::mean_euros(&self.seen.loans, |loan| loan.amount),
            Key::MeanInstalment => lent::mean_euros(&self.seen.loans, |loan| loan.instalment),
            Key::MeanMonths => Ok(lent::mean(&self.seen.loans, |loan| loan.months.map(Decimal::from))),
            Key::MeanRate => Ok(lent::mean(&self.seen.loans, |loan| Some(loan.rate?.percent()))),
            Key::ShareOver3000 => Ok(self.share_of_large_loans()),
            Key::AgreementLapsed => Ok(counting(self.seen.agreements_lapsed.iter().copied())),
            Key::NotDisbursed => Ok(counting(self.seen.not_disbursed.iter().copied())),
            Key::UnnamedCalls => Ok(self.unnamed_calls()),
            Key::WorkHours => Ok(self.work_hours()),
            Key::FullTimeEquivalent => Ok(self.full_time()),
            Key::MissedInstalments => Ok(each(&self.seen.missed)),
            Key::Incidents => Ok(each(&self.seen.incidents)),
            Key::FollowUpContacts => Ok(each(&self.seen.contacts)),
            Key::Losses => self.losses(),
            Key::RepaidLoans => Ok(counting(self.loans_repaid())),
            Key::EndedLoans => Ok(counting(dossiers(&self.seen.ended))),
            Key::AmountOfEndedLoans => lent::sum(&self.seen.ended, |end| end.paid),
            Key::GuaranteeCalls => Ok(counting(self.seen.guarantee_calls.iter().copied())),
            Key::Deferrals => Ok(self.deferrals()),
            Key::RepaymentRate => Ok(self.repaid_share()),
            Key::LossRate => self.loss_rate(),
            Key::InterestRefundsCount => Ok(counting(dossiers(&self.seen.refunds))),
            Key::InterestRefundsAmount => lent::sum(&self.seen.refunds, |amount| *amount),
            Key::MeanRefund => self.mean_refund(),
            Key::SubmissionRate => ratio(Key::Submitted, Key::Assessed),
            Key::GrantRateOfSubmitted => ratio(Key::Granted, Key::Submitted),
            Key::GrantRateOfRequests => ratio(Key::Granted, Key::Requests),
            Key::GrantRateOfAssessed => ratio(Key::Granted, Key::Assessed),
            Key::DaysRequestToSubmission => Ok(delays::mean(&self.seen.to_submission)),
            Key::DaysSubmissionToDecision => Ok(delays::mean(&self.seen.to_decision)),
            Key::DaysDecisionToDisbursement => Ok(delays::mean(&self.seen.to_disbursement)),
            Key::DaysRequestToDisbursement => Ok(delays::mean(&self.seen.whole_way)),
            Key::ContactsWithoutNews => Ok(self.silent()),
            Key::RedirectedCalledBack => Ok(self.redirected_called_back()),
            Key::RedirectedHelped => Ok(self.redirected_helped()),
            Key::FormerBorrowers => Ok(self.former_borrowers()),
            Key::Subsidies => Ok(self.subsidies()),
            Key::YearlyCost => self.yearly_cost(),
            Key::CostPerLoan => self.for_each_loan(|account| Some(account.total)),
            Key::NetCostPerLoan => self.for_each_loan(|account| account.net),
            Key::RefundsOfOptionalAid => self.refunds_of_aid(),
            Key::PaidFullTime => Ok(self.paid_full_time()),
            Key::LoansPerFullTime => Ok(self.loans_per_full_time()),
            Key::LoansPerInhabitants => Ok(self.loans_per_inhabitants()),
            Key::Requests
            | Key::Assessed
            | Key::Redirected
            | Key::Dropped
            | Key::Inadmissible
            | Key::Submitted
            | Key::Granted
            | Key::Refused
            | Key::Withdrawn
            | Key::Disbursed
            | Key::Survey(_) => Ok((Figure::default(), Working::Counted)),
        }
    }

    /// How many dossiers a number leaves out: a day it needs is not known well enough to say that it counts them.
    pub(super) fn left_out(&self, key: Key, working: Working) -> u64 {
        let unsure = |events: &[Event]| {
            let may = |unsure: &&Vec<Event>| unsure.iter().any(|event| events.contains(event));
            u64::try_from(self.seen.unsure.iter().filter(may).count()).unwrap_or(u64::MAX)
        };
        if let Working::Delay { dossiers, .. } = working {
            let counted = |event| self.count(event).dossiers_count();
            let ended = if key == Key::DaysSubmissionToDecision {
                self.seen.answered
            } else if key == Key::DaysRequestToSubmission {
                counted(Event::Submitted)
            } else {
                counted(Event::Disbursed)
            };
            return ended.saturating_sub(dossiers);
        }
        let by = COUNTED_BY.iter().find(|(counted, _)| *counted == key).map(|(_, events)| *events);
        match (event_of(key), by) {
            (Some(event), _) => unsure(&[event]),
            (None, Some(events)) => unsure(events),
            (None, None) => 0,
        }
    }

    /// The dossiers an event counts in the period.
    fn count(&self, event: Event) -> Figure {
        self.counts.get(&event).cloned().unwrap_or_default()
    }

    /// Of the dossiers one key counts in the period, those another counts in it too.
    fn ratio(&self, part: Key, whole: Key) -> Reached {
        let of = |key| event_of(key).map_or_else(Figure::default, |event| self.count(event));
        let whole_of = of(whole);
        let is_of_whole = |one: &Counted| whole_of.dossiers.binary_search_by_key(&one.dossier, |of| of.dossier).is_ok();
        let both = Figure::counting(of(part).dossiers.into_iter().filter(is_of_whole));
        let terms = (both.dossiers_count(), whole_of.dossiers_count());
        let working = Working::Ratio { part: (part, terms.0), whole: (whole, terms.1) };
        (Figure::over(Value::percent(terms.0, terms.1), both.dossiers), working)
    }
}

/// The dossiers of what is counted with something of its own.
fn dossiers<T>(counted: &[(Counted, T)]) -> impl Iterator<Item = Counted> + '_ {
    counted.iter().map(|(one, _)| *one)
}

/// These dossiers, each once.
fn counting(dossiers: impl IntoIterator<Item = Counted>) -> Reached {
    (Figure::counting(dossiers), Working::Counted)
}

/// Days counted one by one, several for a dossier.
fn each(days: &[Counted]) -> Reached {
    (Figure::over(Some(Value::Count(count(days))), days.iter().copied()), Working::Counted)
}

/// The keys that count an event by itself.
const COUNTED: [(Key, Event); 10] = [
    (Key::Requests, Event::Requested),
    (Key::Assessed, Event::Assessed),
    (Key::Redirected, Event::Redirected),
    (Key::Dropped, Event::Dropped),
    (Key::Inadmissible, Event::Inadmissible),
    (Key::Submitted, Event::Submitted),
    (Key::Granted, Event::Granted),
    (Key::Refused, Event::Refused),
    (Key::Withdrawn, Event::Withdrawn),
    (Key::Disbursed, Event::Disbursed),
];

/// The events other keys count by, which a dossier partly known may lack.
const COUNTED_BY: [(Key, &[Event]); 10] = [
    (Key::AmountGranted, &[Event::Granted]),
    (Key::MeanAmount, &[Event::Granted]),
    (Key::MeanMonths, &[Event::Granted]),
    (Key::MeanInstalment, &[Event::Granted]),
    (Key::MeanRate, &[Event::Granted]),
    (Key::ShareOver3000, &[Event::Granted]),
    (Key::SubmissionRate, &[Event::Submitted, Event::Assessed]),
    (Key::GrantRateOfSubmitted, &[Event::Granted, Event::Submitted]),
    (Key::GrantRateOfRequests, &[Event::Granted, Event::Requested]),
    (Key::GrantRateOfAssessed, &[Event::Granted, Event::Assessed]),
];

/// The event a key counts by itself.
fn event_of(key: Key) -> Option<Event> {
    COUNTED.iter().find(|(counted, _)| *counted == key).map(|(_, event)| *event)
}

impl Key {
    /// The event at whose days it counts its dossiers, where it is one.
    #[must_use]
    pub fn event(self) -> Option<Event> {
        let by = || COUNTED_BY.iter().find(|(key, _)| *key == self).and_then(|(_, events)| events.first().copied());
        event_of(self).or_else(by)
    }
}

/// The one in the middle of sorted days, or half of the two in the middle.
pub(super) fn median(days: &[u64]) -> Option<Decimal> {
    let last = days.len().checked_sub(1)?;
    let lower = days.get(last.checked_div(2)?)?;
    let upper = days.get(days.len().checked_div(2)?)?;
    Some((Decimal::from(*lower) + Decimal::from(*upper)) / Decimal::TWO)
}
