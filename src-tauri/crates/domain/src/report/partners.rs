//! What is seen of each partner: how a lender keeps its word, what became of the people a referrer sent.
//!
//! Worked example: three answers in 16, 24 and 40 days, 30 promised: 24 days in the middle, one beyond the promise,
//! 66,67 % kept. An answer is judged by the promise in force the day the dossier was sent.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::event::Event;
use super::figure::{Counted, Figure, Value};
use super::indicators::median;
use super::period::Period;
use super::row::{ReportRow, RowAnswer, RowLoan, RowPresentation};
use crate::dossier::{EndKind, Outcome, Stage, is_not_given};
use crate::partner::{FeedbackAgreement, ReferrerId};
use crate::settings::ListKey;

/// What is seen of a lender in a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LenderMeasure {
    /// Dossiers sent.
    pub sent: Figure,
    /// Dossiers answered.
    pub answered: Figure,
    /// Days between the sending and the answer, in the middle.
    pub median_days: Option<Decimal>,
    /// How many answers that day is the middle of: those whose days are known.
    pub timed: u64,
    /// Dossiers answered, or still waited for, beyond the days promised the day they were sent.
    pub late: Figure,
    /// Answers and waits that a promise judges.
    pub promised: u64,
    /// Dossiers granted.
    pub granted: Figure,
    /// Dossiers refused.
    pub refused: Figure,
    /// Dossiers refused without a reason known.
    pub unexplained: Figure,
    /// How many refusals told each reason.
    pub reasons: BTreeMap<ListKey, u64>,
    /// What was granted.
    pub loans: Vec<RowLoan>,
    /// Loans with a difficulty known in the period.
    pub incidents: Figure,
}

/// What a lender is measured by.
pub struct Measured<'m> {
    /// The period.
    pub period: Period,
    /// The lender.
    pub lender: &'m ListKey,
    /// The day it is counted: a wait is judged on it.
    pub today: NaiveDate,
    /// Days promised for what was sent on a day.
    pub promised: &'m dyn Fn(NaiveDate) -> Option<u32>,
}

/// Measures a lender from every row of the office.
#[must_use]
pub fn measured(by: &Measured<'_>, rows: &[ReportRow]) -> LenderMeasure {
    let sendings: Vec<Sending<'_>> = rows.iter().flat_map(|row| of_lender(row, by.lender)).collect();
    let answered: Vec<Answered<'_>> = sendings.iter().filter_map(|one| one.answered(by.period)).collect();
    let mut days: Vec<u64> = answered.iter().filter_map(|one| one.sending.days_until(one.on)).collect();
    days.sort_unstable();
    let judged: Vec<(Counted, bool)> = sendings.iter().filter_map(|one| one.judged(by)).collect();
    let counting = |wanted: &dyn Fn(&RowAnswer) -> bool| {
        let those = answered.iter().filter(|one| one.sending.sent.answer.as_ref().is_some_and(wanted));
        Figure::counting(those.map(Answered::counted))
    };
    let incidents = rows.iter().filter(|row| lent_by(row, by.lender)).filter_map(|row| {
        let on = row.incidents.iter().copied().find(|day| by.period.contains(*day))?;
        Some(counted(on, row))
    });
    LenderMeasure {
        sent: Figure::counting(
            sendings
                .iter()
                .filter(|one| by.period.contains(one.sent.sent_on))
                .map(|one| counted(one.sent.sent_on, one.row)),
        ),
        median_days: median(&days),
        timed: super::figure::count(&days),
        late: Figure::counting(judged.iter().filter(|(_, late)| *late).map(|(counted, _)| *counted)),
        promised: super::figure::count(&judged),
        granted: counting(&|answer| matches!(answer, RowAnswer::Approved(_))),
        refused: counting(&|answer| matches!(answer, RowAnswer::Refused(_))),
        unexplained: counting(
            &|answer| matches!(answer, RowAnswer::Refused(reasons) if reasons.iter().all(is_not_given)),
        ),
        loans: answered.iter().filter_map(Answered::loan).collect(),
        reasons: reasons(&answered),
        answered: Figure::counting(answered.iter().map(Answered::counted)),
        incidents: Figure::counting(incidents),
    }
}

impl LenderMeasure {
    /// Of the answers and waits a promise judges, those within it.
    #[must_use]
    pub fn kept(&self) -> u64 {
        self.promised.saturating_sub(self.late.dossiers_count())
    }

    /// The same in percent.
    #[must_use]
    pub fn kept_share(&self) -> Option<Value> {
        Value::percent(self.kept(), self.promised)
    }

    /// Of the dossiers answered, those granted, in percent.
    #[must_use]
    pub fn grant_rate(&self) -> Option<Value> {
        Value::percent(self.granted.dossiers_count(), self.answered.dossiers_count())
    }
}

fn reasons(answered: &[Answered<'_>]) -> BTreeMap<ListKey, u64> {
    let mut told = BTreeMap::new();
    for one in answered {
        let Some(RowAnswer::Refused(reasons)) = &one.sending.sent.answer else { continue };
        for reason in reasons.iter().filter(|reason| !is_not_given(reason)) {
            let count: &mut u64 = told.entry(reason.clone()).or_default();
            *count = count.saturating_add(1);
        }
    }
    told
}

#[derive(Clone, Copy)]
struct Sending<'s> {
    row: &'s ReportRow,
    sent: &'s RowPresentation,
}

struct Answered<'s> {
    sending: Sending<'s>,
    on: NaiveDate,
}

impl Answered<'_> {
    fn loan(&self) -> Option<RowLoan> {
        match self.sending.sent.answer {
            Some(RowAnswer::Approved(loan)) => Some(loan),
            Some(RowAnswer::Refused(_)) | None => None,
        }
    }

    fn counted(&self) -> Counted {
        counted(self.on, self.sending.row)
    }
}

impl<'s> Sending<'s> {
    fn answered(&self, period: Period) -> Option<Answered<'s>> {
        let on = self.sent.answered_on.filter(|on| period.contains(*on))?;
        Some(Answered { sending: *self, on })
    }

    /// The days it waited until one; nothing while one of the two is known by its month or its year alone.
    fn days_until(&self, end: NaiveDate) -> Option<u64> {
        let days = self.row.days_between((Event::Submitted, self.sent.sent_on), (self.sent.answered_as(), end))?;
        u64::try_from(days).ok()
    }

    /// An answer of the period, or a wait already too long, judged by the promise of its day.
    fn judged(&self, by: &Measured<'_>) -> Option<(Counted, bool)> {
        let promised = u64::from((by.promised)(self.sent.sent_on)?);
        let on = self.sent.answered_on.filter(|on| by.period.contains(*on));
        let waits = by.period.contains(by.today) && self.row.is_awaited(self.sent, by.today);
        let end = on.or_else(|| waits.then_some(by.today))?;
        let late = self.days_until(end)? > promised;
        (on.is_some() || late).then_some((counted(end, self.row), late))
    }
}

/// Whether the last lender to approve is that one.
fn lent_by(row: &ReportRow, lender: &ListKey) -> bool {
    let approved = |sent: &&RowPresentation| matches!(sent.answer, Some(RowAnswer::Approved(_)));
    row.presentations.iter().rfind(approved).is_some_and(|sent| sent.lender == *lender)
}

fn of_lender<'r>(row: &'r ReportRow, lender: &'r ListKey) -> impl Iterator<Item = Sending<'r>> {
    let sent = row.presentations.iter().filter(move |sent| sent.lender == *lender);
    sent.map(move |sent| Sending { row, sent })
}

fn counted(on: NaiveDate, row: &ReportRow) -> Counted {
    Counted { on, dossier: row.dossier }
}

vocabulary! {
    /// What became of a person who was sent.
    pub enum Became {
        Loan => "loan", "Prêt";
        Elsewhere => "elsewhere", "Autre solution";
        Informed => "informed", "Information seule";
        Dropped => "dropped", "Sans suite";
        Refused => "refused", "Refus";
        Inadmissible => "inadmissible", "Non éligible";
        Open => "open", "En cours";
    }
}

impl Became {
    /// What became of the person of a row.
    #[must_use]
    pub fn of(row: &ReportRow) -> Self {
        if row.disbursed.is_some() && row.outcome != Some(Outcome::Withdrawn) {
            return Self::Loan;
        }
        match row.outcome {
            Some(Outcome::Redirected) => Self::Elsewhere,
            Some(Outcome::InformationOnly) => Self::Informed,
            Some(Outcome::Dropped | Outcome::Withdrawn) => Self::Dropped,
            Some(Outcome::Inadmissible) => Self::Inadmissible,
            Some(Outcome::Ended(EndKind::Repaid | EndKind::Lost)) => Self::Loan,
            Some(Outcome::Ended(EndKind::Unpaid | EndKind::Died | EndKind::Elsewhere)) => Self::Dropped,
            None if row.stage == Stage::Refused => Self::Refused,
            None => Self::Open,
        }
    }
}

/// Where the word to a referrer about one person stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FeedbackState {
    /// The person agreed and nothing was written since the request ended.
    Due,
    /// Written, or nothing to write yet.
    UpToDate,
    /// The person was not asked, or refused.
    WithoutAgreement,
}

impl FeedbackState {
    /// Every state, what asks for something first.
    pub const ALL: [Self; 3] = [Self::Due, Self::UpToDate, Self::WithoutAgreement];

    /// Where the word about the person of a row stands.
    #[must_use]
    pub fn of(row: &ReportRow) -> Self {
        match (row.feedback, row.feedback_sent) {
            (None | Some((_, FeedbackAgreement::Refused)), _) => Self::WithoutAgreement,
            (Some((agreed, _)), Some(sent)) if sent >= agreed => Self::UpToDate,
            (Some((_, FeedbackAgreement::CameOnly)), _) => Self::Due,
            (Some(_), _) if Became::of(row) == Became::Open => Self::UpToDate,
            (Some(_), _) => Self::Due,
        }
    }
}

/// The people a referrer sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SentPeople {
    /// All of them.
    pub people: Figure,
    /// By what became of them.
    pub became: BTreeMap<Became, Figure>,
    /// By where the word to the referrer stands.
    pub feedback: BTreeMap<FeedbackState, Figure>,
}

/// The people each referrer sent, whose request came in the period.
#[must_use]
pub fn sent_people(period: Period, rows: &[ReportRow]) -> BTreeMap<ReferrerId, SentPeople> {
    let mut by_referrer: BTreeMap<ReferrerId, Vec<&ReportRow>> = BTreeMap::new();
    for row in rows.iter().filter(|row| period.contains(row.received_on)) {
        if let Some(referrer) = row.referrer {
            by_referrer.entry(referrer).or_default().push(row);
        }
    }
    by_referrer.into_iter().map(|(referrer, rows)| (referrer, people(&rows))).collect()
}

fn people(rows: &[&ReportRow]) -> SentPeople {
    let figure = |wanted: &dyn Fn(&ReportRow) -> bool| {
        Figure::counting(rows.iter().filter(|row| wanted(row)).map(|row| counted(row.received_on, row)))
    };
    SentPeople {
        people: figure(&|_| true),
        became: Became::ALL.into_iter().map(|end| (end, figure(&|row| Became::of(row) == end))).collect(),
        feedback: FeedbackState::ALL
            .into_iter()
            .map(|state| (state, figure(&|row| FeedbackState::of(row) == state)))
            .collect(),
    }
}
