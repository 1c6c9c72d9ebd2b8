//! Which indicators of a period are told to people outside the office, and what else is: one release for every sheet.
//!
//! Everything is offered to one [`Publication`] in one order, whatever the sheet: two sheets of a period never tell more
//! together than each alone. Lines are put together by what they mean, from the finest telling to the coarsest; what no
//! telling hides is not told. What waits is never put with what was refused.

use std::collections::BTreeSet;

use super::definitions::IndicatorKey as Key;
use super::figure::{Figure, is_few};
use super::flow::{Flow, FlowBox};
use super::grouped::{Groupable, grouped};
use super::indicators::Working;
use super::publication::Publication;
use super::since::YearTold;
use super::{Bilan, Indicator};
use crate::money::AmountTooLarge;
use crate::words::lowered;

/// Which of the two periods an indicator is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of {
    /// The period.
    ThePeriod,
    /// The one it is compared with.
    TheOneBefore,
}

/// The indicators that are not told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Untold(BTreeSet<(Key, Of)>);

impl Untold {
    /// Whether an indicator is one of them.
    #[must_use]
    pub fn holds(&self, key: Key, of: Of) -> bool {
        self.0.contains(&(key, of))
    }
}

/// The indicators of two periods, one just before the other, that may not be told after what was told already.
pub fn untold(publication: &mut Publication, bilan: &Bilan, before: Option<&Bilan>) -> Untold {
    let before = before.map(|before| before.indicators.as_slice()).unwrap_or_default();
    let printed = [(bilan.indicators.as_slice(), Of::ThePeriod), (before, Of::TheOneBefore)];
    let all: Vec<(&Indicator, Of)> = printed.iter().flat_map(|(all, of)| all.iter().map(|one| (one, *of))).collect();
    let mut untold = Untold::default();
    let mut told: Vec<(&Indicator, Of)> = Vec::new();
    for (one, of) in &all {
        let rests = rests_on(one).into_iter().any(|key| untold.holds(key, *of));
        let sums: Vec<Figure> = told.iter().filter_map(|(other, its)| sum_of((one, *of), (other, *its))).collect();
        let figures = std::iter::once(&one.figure).chain(&sums);
        if rests || is_of_a_few(one, publication.threshold()) || !publication.tell(figures) {
            untold.0.insert((one.key, *of));
        } else {
            told.push((one, *of));
        }
    }
    // An indicator may rest on one that comes after it.
    let more = all.iter().filter(|(one, of)| rests_on(one).into_iter().any(|key| untold.holds(key, *of)));
    let more: Vec<(Key, Of)> = more.map(|(one, of)| (one.key, *of)).collect();
    untold.0.extend(more);
    untold
}

/// Two indicators a reader adds up, because their dossiers make a third one's.
const SUMS: [[(Key, Of); 2]; 4] = [
    // What ran on the eve and was paid out since is what still runs and what ended.
    [(Key::Disbursed, Of::ThePeriod), (Key::RunningLoans, Of::TheOneBefore)],
    [(Key::Granted, Of::ThePeriod), (Key::LoansSinceStart, Of::TheOneBefore)],
    [(Key::Losses, Of::ThePeriod), (Key::RepaidLoans, Of::ThePeriod)],
    [(Key::Losses, Of::TheOneBefore), (Key::RepaidLoans, Of::TheOneBefore)],
];

/// An indicator and the period it is of.
type Printed<'b> = (&'b Indicator, Of);

fn sum_of(one: Printed<'_>, other: Printed<'_>) -> Option<Figure> {
    let ((one, of), (other, its)) = (one, other);
    let both = [(one.key, of), (other.key, its)];
    let is_a_sum = SUMS.iter().any(|sum| sum.iter().all(|term| both.contains(term)));
    is_a_sum.then(|| Figure::counting(one.figure.dossiers.iter().chain(&other.figure.dossiers).copied()))
}

/// Boxes of a flow told as one, and what they hold.
pub type BoxesTold = (Vec<FlowBox>, Figure);

/// The ways to tell a flow, the finest first; what is open and what ended without anything are never together but in the
/// last, which tells what is over from what is not.
const FLOWS: [&[&[FlowBox]]; 4] = [
    &[&[FlowBox::Loan], &[FlowBox::Elsewhere], &[FlowBox::Open], &[FlowBox::Neither]],
    &[&[FlowBox::Loan, FlowBox::Elsewhere], &[FlowBox::Open], &[FlowBox::Neither]],
    &[&[FlowBox::Loan], &[FlowBox::Elsewhere, FlowBox::Neither], &[FlowBox::Open]],
    &[&[FlowBox::Loan, FlowBox::Elsewhere, FlowBox::Neither], &[FlowBox::Open]],
];

/// The finest telling of a flow that gives nobody away; nothing where there is none.
pub fn flow_told(publication: &mut Publication, flow: &Flow) -> Option<Vec<BoxesTold>> {
    FLOWS.into_iter().find_map(|boxes| {
        let told: Vec<BoxesTold> = boxes
            .iter()
            .map(|boxes| {
                let inside = boxes.iter().flat_map(|one| flow.in_box(*one).dossiers);
                (boxes.to_vec(), Figure::counting(inside))
            })
            .collect();
        publication.tell(told.iter().map(|(_, figure)| figure)).then_some(told)
    })
}

/// Years told one by one, those of a few people with the next; nothing where the years give somebody away.
pub fn years_told(publication: &mut Publication, years: &[YearTold]) -> Result<Option<Vec<YearTold>>, AmountTooLarge> {
    let under = publication.threshold();
    let few = |year: &YearTold| [&year.requests, &year.granted].iter().any(|one| is_few(one.dossiers_count(), under));
    let mut told: Vec<YearTold> = Vec::new();
    for year in years {
        match told.last_mut().filter(|last| few(last)) {
            Some(last) => *last = last.and(year)?,
            None => told.push(year.clone()),
        }
    }
    // The last year is told on its own in the figures of the period, or not at all.
    let told = if told.last().is_some_and(few) { Vec::new() } else { told };
    let is_told = told.len() > 1 && publication.tell(told.iter().flat_map(|year| [&year.requests, &year.granted]));
    Ok(is_told.then_some(told))
}

/// A line of a breakdown: what it counts in each column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineTold {
    labels: Vec<String>,
    /// A figure for each column.
    pub counts: Vec<Figure>,
}

impl LineTold {
    /// A line of its own.
    #[must_use]
    pub fn of(label: &str, counts: Vec<Figure>) -> Self {
        Self { labels: vec![label.to_owned()], counts }
    }

    /// `Logement, santé`.
    #[must_use]
    pub fn label(&self) -> String {
        let mut labels = self.labels.iter();
        let first = labels.next().cloned().unwrap_or_default();
        labels.fold(first, |label, next| format!("{label}, {}", lowered(next)))
    }
}

impl Groupable for LineTold {
    /// The counts, then what each differs by from the next: a column may hold the one before it.
    fn counts(&self) -> Vec<u64> {
        let counts = self.counts.iter().map(Figure::dossiers_count);
        let pairs = self.counts.iter().zip(self.counts.iter().skip(1));
        let held = pairs.map(|(one, next)| match one.dossiers.iter().all(|inner| next.holds(inner.dossier)) {
            true => next.dossiers_count().saturating_sub(one.dossiers_count()),
            false => 0,
        });
        counts.chain(held).collect()
    }

    fn join(&mut self, other: Self) {
        self.labels.extend(other.labels);
        for (figure, more) in self.counts.iter_mut().zip(other.counts) {
            *figure = Figure::counting(figure.dossiers.iter().chain(&more.dossiers).copied());
        }
    }

    fn size(&self) -> usize {
        self.labels.len()
    }
}

/// The lines that count somebody, those of a few people put together; nothing when that leaves no breakdown, or gives
/// somebody away beside what was told.
pub fn lines_told(publication: &mut Publication, lines: Vec<LineTold>) -> Option<Vec<LineTold>> {
    let is_empty = |line: &LineTold| line.counts.iter().all(|figure| figure.dossiers.is_empty());
    let lines = grouped(lines.into_iter().filter(|line| !is_empty(line)).collect(), publication.threshold())?;
    publication.tell(lines.iter().flat_map(|line| &line.counts)).then_some(lines)
}

/// Whether an indicator shows a few people by itself: those it counts, or the rest of what they are a share of.
fn is_of_a_few(one: &Indicator, under: u64) -> bool {
    let counts = match one.working {
        Working::Share { part, whole } | Working::People { part, whole } | Working::Answers { part, whole } => {
            vec![part, whole, whole.saturating_sub(part)]
        }
        Working::Delay { dossiers, .. } => vec![dossiers],
        // Of the ratio of two counts, those counts say what is told, with the people both count.
        Working::Ratio { part, .. } => vec![part.1],
        // Hours and what a year cost are the office's own.
        Working::Hours { .. } | Working::FullTime { .. } | Working::Lacking(_) => return false,
        Working::Counted
        | Working::Sum { .. }
        | Working::Part { .. }
        | Working::Over { .. }
        | Working::Silent { .. }
        | Working::Mean { .. } => vec![one.figure.dossiers_count()],
    };
    counts.into_iter().any(|count| is_few(count, under))
}

/// What an indicator is reckoned from: untold, it is not told either.
fn rests_on(one: &Indicator) -> Vec<Key> {
    if let Working::Ratio { part, whole } = one.working {
        return vec![part.0, whole.0];
    }
    RECKONED.iter().filter(|(reckoned, _)| *reckoned == one.key).flat_map(|(_, from)| from.iter().copied()).collect()
}

/// What is reckoned from which counts.
const RECKONED: [(Key, &[Key]); 15] = [
    (Key::AmountGranted, &[Key::Granted]),
    (Key::MeanAmount, &[Key::Granted]),
    (Key::MeanMonths, &[Key::Granted]),
    (Key::MeanInstalment, &[Key::Granted]),
    (Key::MeanRate, &[Key::Granted]),
    (Key::ShareOver3000, &[Key::Granted]),
    (Key::CostPerLoan, &[Key::Granted]),
    (Key::NetCostPerLoan, &[Key::Granted]),
    (Key::AmountSinceStart, &[Key::LoansSinceStart]),
    (Key::AmountOfEndedLoans, &[Key::EndedLoans]),
    (Key::RepaymentRate, &[Key::RepaidLoans, Key::EndedLoans]),
    (Key::LossRate, &[Key::Losses, Key::EndedLoans]),
    (Key::InterestRefundsAmount, &[Key::InterestRefundsCount]),
    (Key::MeanRefund, &[Key::InterestRefundsCount]),
    (Key::RefundsOfOptionalAid, &[Key::InterestRefundsCount]),
];
