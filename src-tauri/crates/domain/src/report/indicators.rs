//! The indicators of a period, each with its dossiers and its working.
//!
//! Worked example: loans of 1 200,00 and 2 400,50 granted in the year are 2 loans, 3 600,50 € in all and
//! 1 800,25 € each; sent 4, granted 2, 50 % of what was sent is granted.

mod delays;
mod lent;
mod means;
mod people;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::Ground;
use super::definitions::{IndicatorDefinition, IndicatorKey as Key};
use super::event::Event;
use super::figure::{Counted, Figure, Unit, Value, count};
use super::lived::Lived;
use super::period::Period;
use super::row::{ReportRow, RowLoan};
use super::year::YearPage;
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

/// What a number lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lacking {
    /// What is typed once a year.
    YearPage,
    /// The hours of a full-time job.
    FullTimeHours,
}

/// A number and how it was reached.
type Reached = (Figure, Working);

/// The rows of a period, counted once for every indicator.
pub(super) struct Counting<'r> {
    period: Period,
    rows: &'r [ReportRow],
    lived: &'r [Lived<'r>],
    /// Those of which a day or a step is not known.
    partly_known: Vec<&'r ReportRow>,
    counts: BTreeMap<Event, Figure>,
    loans: Vec<CountedLoan>,
    ground: Ground<'r>,
}

/// A loan and the dossier it is counted in.
type CountedLoan = (Counted, RowLoan);

impl<'r> Counting<'r> {
    /// Counts `lived`, the rows something happened to in the period, and keeps them all for what stands at its end.
    pub(super) fn new(period: Period, (rows, lived): (&'r [ReportRow], &'r [Lived<'r>]), ground: &Ground<'r>) -> Self {
        let at = |row: &ReportRow, on| Counted { on, dossier: row.dossier };
        let counted = |event| {
            let days = lived.iter().filter_map(move |row| row.counted(event).map(|on| at(row, on)));
            (event, Figure::counting(days))
        };
        let counts = Event::ALL.into_iter().map(counted).collect();
        let granted = lived.iter().filter_map(|row| row.granted_in(period).map(|(on, loan)| (at(row, on), loan)));
        let loans = granted.collect();
        let partly_known = rows.iter().filter(|row| row.is_partly_known()).collect();
        Self { period, rows, lived, partly_known, counts, loans, ground: *ground }
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
            Key::PendingDecisions => Ok(self.standing(|row, end| row.awaiting_on(end))),
            Key::RunningLoans => Ok(self.standing(|row, end| row.running_on(end))),
            Key::LoansSinceStart => Ok(self.standing(|row, end| row.granted_by(end).map(|(on, _)| on))),
            Key::AmountGranted => lent::sum(&self.loans),
            Key::AmountSinceStart => lent::sum(&self.loans_since_start()),
            Key::MeanAmount => lent::mean_euros(&self.loans, |loan| loan.amount),
            Key::MeanInstalment => lent::mean_euros(&self.loans, |loan| loan.instalment),
            Key::MeanMonths => Ok(lent::mean(&self.loans, |loan| Decimal::from(loan.months))),
            Key::MeanRate => Ok(lent::mean(&self.loans, |loan| loan.rate.percent())),
            Key::ShareOver3000 => Ok(self.share_of_large_loans()),
            Key::AgreementLapsed => Ok(self.agreements_lapsed()),
            Key::NotDisbursed => Ok(self.not_disbursed()),
            Key::WorkHours => Ok(self.work_hours()),
            Key::FullTimeEquivalent => Ok(self.full_time()),
            Key::MissedInstalments => Ok(self.days_of(|row| &row.missed)),
            Key::Incidents => Ok(self.days_of(|row| &row.incidents)),
            Key::FollowUpContacts => Ok(self.days_of(|row| &row.contacts)),
            Key::Losses => self.losses(),
            Key::RepaidLoans => Ok(self.loans_ended(true)),
            Key::EndedLoans => Ok(self.loans_ended(false)),
            Key::AmountOfEndedLoans => self.paid_of_ended(),
            Key::GuaranteeCalls => Ok(self.guarantee_calls()),
            Key::Deferrals => Ok(self.deferrals()),
            Key::RepaymentRate => Ok(self.repaid_share()),
            Key::LossRate => self.loss_rate(),
            Key::InterestRefundsCount => Ok((Figure::counting(self.refunds().map(|(one, _)| one)), Working::Counted)),
            Key::InterestRefundsAmount => self.refunded(),
            Key::MeanRefund => self.mean_refund(),
            Key::SubmissionRate => ratio(Key::Submitted, Key::Assessed),
            Key::GrantRateOfSubmitted => ratio(Key::Granted, Key::Submitted),
            Key::GrantRateOfRequests => ratio(Key::Granted, Key::Requests),
            Key::GrantRateOfAssessed => ratio(Key::Granted, Key::Assessed),
            Key::DaysRequestToSubmission => Ok(self.delays(Self::request_to_submission)),
            Key::DaysSubmissionToDecision => Ok(self.delays(Self::submission_to_decision)),
            Key::DaysDecisionToDisbursement => Ok(self.delays(Self::decision_to_disbursement)),
            Key::DaysRequestToDisbursement => Ok(self.delays(Self::request_to_disbursement)),
            Key::ContactsWithoutNews => Ok(self.silent()),
            Key::RedirectedCalledBack => Ok(self.redirected_called_back()),
            Key::RedirectedHelped => Ok(self.redirected_helped()),
            Key::FormerBorrowers => Ok(self.former_borrowers()),
            Key::Subsidies => self.typed(|page| Ok(page.subsidies)),
            Key::YearlyCost => self.typed(YearPage::cost),
            Key::CostPerLoan => self.for_each_loan(YearPage::cost),
            Key::NetCostPerLoan => self.for_each_loan(YearPage::net_cost),
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
        let number = |rows: usize| u64::try_from(rows).unwrap_or(u64::MAX);
        let unsure = |events: &[Event]| {
            let may = |row: &&ReportRow| events.iter().any(|event| row.may_count_in(*event, self.period));
            number(self.partly_known.iter().copied().filter(may).count())
        };
        if let Working::Delay { dossiers, .. } = working {
            let end = if key == Key::DaysRequestToSubmission { Event::Submitted } else { Event::Disbursed };
            let answered = || number(self.lived.iter().filter(|row| row.answered_in(self.period).is_some()).count());
            let ended =
                if key == Key::DaysSubmissionToDecision { answered() } else { self.count(end).dossiers_count() };
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

    /// Where dossiers stand on the last day of the period.
    fn standing(&self, since: impl Fn(&ReportRow, NaiveDate) -> Option<NaiveDate>) -> Reached {
        let end = self.period.to();
        let standing = self.rows.iter();
        let standing = standing.filter_map(|row| since(row, end).map(|on| Counted { on, dossier: row.dossier }));
        (Figure::counting(standing), Working::Counted)
    }

    /// Days of the period counted one by one, several for a dossier.
    fn days_of(&self, days: impl Fn(&ReportRow) -> &Vec<NaiveDate>) -> Reached {
        let within = |row: &Lived<'_>| {
            days(row).iter().copied().filter(|on| self.period.contains(*on)).collect::<Vec<NaiveDate>>()
        };
        let all = self.lived.iter().map(|row| (row.dossier, within(row)));
        let found: Vec<_> = all.filter(|(_, days)| !days.is_empty()).collect();
        let total = found.iter().fold(0_u64, |sum, (_, days)| sum.saturating_add(count(days)));
        let behind =
            found.iter().filter_map(|(dossier, days)| days.first().map(|on| Counted { on: *on, dossier: *dossier }));
        (Figure::over(Some(Value::Count(total)), behind), Working::Counted)
    }

    /// One count over another; the dossiers behind it are those of the first.
    fn ratio(&self, part: Key, whole: Key) -> Reached {
        let of = |key| event_of(key).and_then(|event| self.counts.get(&event));
        let above = of(part).cloned().unwrap_or_default();
        let terms = (above.dossiers_count(), of(whole).map_or(0, Figure::dossiers_count));
        let working = Working::Ratio { part: (part, terms.0), whole: (whole, terms.1) };
        (Figure::over(Value::percent(terms.0, terms.1), above.dossiers), working)
    }
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

/// The one in the middle of sorted days, or half of the two in the middle.
pub(super) fn median(days: &[u64]) -> Option<Decimal> {
    let last = days.len().checked_sub(1)?;
    let lower = days.get(last.checked_div(2)?)?;
    let upper = days.get(days.len().checked_div(2)?)?;
    Some((Decimal::from(*lower) + Decimal::from(*upper)) / Decimal::TWO)
}
