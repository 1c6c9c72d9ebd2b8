//! What a paper for people outside the office leaves untold of the figures of a period.
//!
//! A number of a few people is not told, nor an amount, a rate or a delay over them. Where a figure left untold would be
//! found by a subtraction from others of the same paper, one more is left untold. Worked example, under 5: of 20 loans
//! ended, 18 were repaid and 2 lost: the 2 are not told, so the 18 are not either.

use std::collections::BTreeSet;

use super::definitions::{IndicatorKey as Key, TableKey};
use super::figure::is_few;
use super::indicators::Working;
use super::{Bilan, Indicator, Table};

/// Which of the two periods a figure of a paper is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of {
    /// The period of the paper.
    ThePeriod,
    /// The one it is compared with.
    TheOneBefore,
}

/// The figures a paper does not tell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Untold(BTreeSet<Told>);

/// A figure of a paper.
type Told = (Key, Of);

/// Figures any one of which is found from the others: the last ones are left untold before the first.
type Relation = &'static [Told];

impl Untold {
    /// Whether the figure is left untold.
    #[must_use]
    pub fn holds(&self, key: Key, of: Of) -> bool {
        self.0.contains(&(key, of))
    }

    /// Whether a line of a table put together would give away the one count of it that is left untold.
    #[must_use]
    pub fn is_given_away_by(&self, table: &Table) -> bool {
        let counts = |key: &str| key.split('+').map(outcome).collect::<Option<Vec<Key>>>().unwrap_or_default();
        let lacks_one =
            |keys: Vec<Key>| keys.len() > 1 && keys.iter().filter(|key| self.holds(**key, Of::ThePeriod)).count() == 1;
        table.key == TableKey::Outcomes && table.rows.iter().any(|row| lacks_one(counts(&row.key)))
    }

    /// One more figure to leave untold: a relation that lacks one alone gives it.
    fn given_away(&self, relations: &[Relation]) -> Option<Told> {
        relations.iter().find_map(|relation| {
            let lacking = relation.iter().filter(|one| self.0.contains(*one)).count();
            let told = relation.iter().rfind(|one| !self.0.contains(*one));
            told.filter(|_| lacking == 1).copied()
        })
    }
}

/// What is left untold where a bilan is printed beside the figures of a period before.
///
/// What stood at the end of one period gives what stands at the end of the next where one follows the other.
#[must_use]
pub fn untold(bilan: &Bilan, before: Option<&Bilan>, under: u64) -> Untold {
    let follows = before.is_some_and(|before| before.period.to().succ_opt() == Some(bilan.period.from()));
    let before = before.map(|before| before.indicators.as_slice()).unwrap_or_default();
    let printed = [(bilan.indicators.as_slice(), Of::ThePeriod), (before, Of::TheOneBefore)];
    let printed = || printed.iter().flat_map(|(all, of)| all.iter().map(|one| (one, *of)));
    let a_few = printed().filter(|(one, _)| is_of_a_few(one, under));
    let mut untold = Untold(a_few.map(|(one, of)| (one.key, of)).collect());
    let is_printed = |told: &Told| printed().any(|(one, of)| (one.key, of) == *told);
    let relations: Vec<Relation> = RELATIONS
        .into_iter()
        .filter(|relation| relation.iter().all(is_printed) && (follows || is_of_one(relation)))
        .collect();
    while let Some(more) = untold.given_away(&relations) {
        untold.0.insert(more);
    }
    let reckoned = printed().filter(|(one, of)| rests_on(one).into_iter().any(|key| untold.holds(key, *of)));
    let reckoned: Vec<Told> = reckoned.map(|(one, of)| (one.key, of)).collect();
    untold.0.extend(reckoned);
    untold
}

/// Whether every figure is of the same period.
fn is_of_one(relation: &Relation) -> bool {
    relation.iter().all(|(_, of)| Some(of) == relation.first().map(|(_, of)| of))
}

/// Whether a few people are behind a figure, or beside those behind it.
fn is_of_a_few(one: &Indicator, under: u64) -> bool {
    let counts = match one.working {
        Working::Share { part, whole } | Working::People { part, whole } | Working::Answers { part, whole } => {
            vec![part, whole, whole.saturating_sub(part)]
        }
        Working::Delay { dossiers, .. } => vec![dossiers],
        // Of the ratio of two counts, those counts say what is told, with the people both count.
        Working::Ratio { part, .. } => vec![part.1],
        // Hours and what a year cost are the office's own.
        Working::Hours { .. } | Working::FullTime { .. } | Working::Lacking(_) => Vec::new(),
        Working::Counted
        | Working::Sum { .. }
        | Working::Part { .. }
        | Working::Over { .. }
        | Working::Silent { .. }
        | Working::Mean { .. } => vec![one.figure.dossiers_count()],
    };
    counts.into_iter().any(|count| is_few(count, under))
}

/// The counts a figure is reckoned from: with it and one of them, the other is found.
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

/// What gives what: loans ended are repaid or lost, loans of the start are those before and those since, loans running
/// are those that ran, were paid since and did not end.
const RELATIONS: [Relation; 4] = [
    &[(Key::Losses, Of::ThePeriod), (Key::EndedLoans, Of::ThePeriod), (Key::RepaidLoans, Of::ThePeriod)],
    &[(Key::Losses, Of::TheOneBefore), (Key::EndedLoans, Of::TheOneBefore), (Key::RepaidLoans, Of::TheOneBefore)],
    &[(Key::Granted, Of::ThePeriod), (Key::LoansSinceStart, Of::ThePeriod), (Key::LoansSinceStart, Of::TheOneBefore)],
    &[
        (Key::Disbursed, Of::ThePeriod),
        (Key::EndedLoans, Of::ThePeriod),
        (Key::RunningLoans, Of::ThePeriod),
        (Key::RunningLoans, Of::TheOneBefore),
    ],
];

/// The indicator that counts a line of outcomes; nothing of the dossiers still open, which none counts.
fn outcome(line: &str) -> Option<Key> {
    Some(match line {
        "granted" => Key::Granted,
        "refused" => Key::Refused,
        "with_lender" => Key::PendingDecisions,
        "elsewhere" => Key::Redirected,
        "inadmissible" => Key::Inadmissible,
        "dropped" => Key::Dropped,
        "withdrawn" => Key::Withdrawn,
        _ => return None,
    })
}
