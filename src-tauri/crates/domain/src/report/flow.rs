//! What became of the requests of a period at its end: each in one box, and the bridge to the loans granted in it.
//!
//! Worked example: of 31 requests received in 2026, 8 had a loan granted in 2026; 10 loans were granted in 2026, so 2 of
//! them come from requests of before. Information alone is no other solution (*Un coup de pouce pour le microcrédit
//! personnel*, le bilan annuel).

use chrono::NaiveDate;

use super::event::Event;
use super::figure::{Counted, Figure};
use super::period::Period;
use super::row::{ReportRow, RowAnswer};
use crate::dossier::{Direction, Outcome};
use crate::settings::Lists;

vocabulary! {
    /// The box of a request in the flow of a period.
    pub enum FlowBox {
        /// A lender granted it in the period.
        Loan => "loan", "un prêt";
        /// Something else than a loan was found.
        Elsewhere => "elsewhere", "autre solution";
        /// It is still looked at, by the office or by a lender.
        Open => "open", "toujours ouvertes";
        /// It ended without a loan and without another solution.
        Neither => "neither", "ni l’un ni l’autre";
    }
}

vocabulary! {
    /// Where a request of a period is at its end, in detail.
    pub enum FlowState {
        /// Granted in the period.
        Granted => "granted", "prêt accordé";
        /// Another solution.
        Redirected => "redirected", "autre solution";
        /// Looked at by the office.
        AtOffice => "at_office", "à l’étude au CCAS";
        /// A lender has not answered.
        AtLender => "at_lender", "chez la banque";
        /// The person stopped.
        Dropped => "dropped", "arrêt par la personne";
        /// Nothing a microcredit may pay for.
        Inadmissible => "inadmissible", "hors dispositif";
        /// A lender refused, nothing was sent since.
        Refused => "refused", "refus de la banque";
        /// Informed, without another solution.
        Informed => "informed", "information seule";
        /// Closed for another reason.
        Closed => "closed", "close autrement";
    }
}

impl FlowState {
    /// The box it is in.
    #[must_use]
    pub fn in_box(self) -> FlowBox {
        match self {
            Self::Granted => FlowBox::Loan,
            Self::Redirected => FlowBox::Elsewhere,
            Self::AtOffice | Self::AtLender => FlowBox::Open,
            Self::Dropped | Self::Inadmissible | Self::Refused | Self::Informed | Self::Closed => FlowBox::Neither,
        }
    }
}

/// What became of the requests of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    /// Every request received in the period.
    pub received: Figure,
    /// Where each is, every state there is; their dossiers share those received.
    pub states: Vec<(FlowState, Figure)>,
    /// The families of the other solutions found, by their keys: the first solution of each.
    pub solutions: Vec<(String, Figure)>,
    /// The loans granted in the period.
    pub granted: Figure,
    /// Those of them whose request is of before.
    pub granted_of_before: Figure,
}

/// Puts each request of a period in its box, as things stood at its end or today.
#[must_use]
pub fn flow(period: Period, rows: &[ReportRow], lists: &Lists, today: NaiveDate) -> Flow {
    let day = period.to().min(today);
    let of = |row: &ReportRow| row.counted_on(Event::Requested, period).map(|on| row.at(on));
    let received: Vec<(&ReportRow, Counted)> = rows.iter().filter_map(|row| Some((row, of(row)?))).collect();
    let placed: Vec<(&ReportRow, Counted, FlowState)> =
        received.iter().map(|(row, one)| (*row, *one, state(row, lists, period, day))).collect();
    let in_state =
        |state: FlowState| Figure::counting(placed.iter().filter(|(.., its)| *its == state).map(|(_, one, _)| *one));
    let mut solutions: Vec<(String, Vec<Counted>)> = Vec::new();
    for (row, one, _) in placed.iter().filter(|(.., state)| *state == FlowState::Redirected) {
        let family = solution(row, lists, day).unwrap_or_default();
        match solutions.iter_mut().find(|(known, _)| *known == family) {
            Some((_, dossiers)) => dossiers.push(*one),
            None => solutions.push((family, vec![*one])),
        }
    }
    let granted = rows.iter().filter_map(|row| Some((row, row.counted_on(Event::Granted, period)?)));
    let granted: Vec<(&ReportRow, NaiveDate)> = granted.collect();
    let before = granted.iter().filter(|(row, _)| of(row).is_none());
    Flow {
        received: Figure::counting(received.iter().map(|(_, one)| *one)),
        states: FlowState::ALL.into_iter().map(|state| (state, in_state(state))).collect(),
        solutions: solutions.into_iter().map(|(family, dossiers)| (family, Figure::counting(dossiers))).collect(),
        granted_of_before: Figure::counting(before.map(|(row, on)| row.at(*on))),
        granted: Figure::counting(granted.iter().map(|(row, on)| row.at(*on))),
    }
}

vocabulary! {
    /// What was done in a period, whose dossiers are of the period or of before.
    pub enum BridgeStep {
        /// Sent to a lender for the first time.
        Submitted => "submitted", "Dossiers envoyés à une banque";
        /// Granted by a lender.
        Granted => "granted", "Prêts accordés";
        /// Refused by a lender.
        Refused => "refused", "Refus de la banque";
        /// Without an answer at the end.
        Awaited => "awaited", "Sans réponse à la fin";
    }
}

/// What was done in a period, and for which requests: those of the period and those of before make it all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bridge {
    /// What was done.
    pub step: BridgeStep,
    /// Every dossier it was done for.
    pub all: Figure,
    /// Those received in the period.
    pub own: Figure,
    /// Those received before.
    pub before: Figure,
}

/// Each step of a period, parted between its own requests and those of before.
#[must_use]
pub fn bridge(period: Period, rows: &[ReportRow], today: NaiveDate) -> Vec<Bridge> {
    let day = period.to().min(today);
    let done = |step: BridgeStep, row: &ReportRow| match step {
        BridgeStep::Submitted => row.counted_on(Event::Submitted, period),
        BridgeStep::Granted => row.counted_on(Event::Granted, period),
        BridgeStep::Refused => row.counted_on(Event::Refused, period),
        BridgeStep::Awaited => row.awaiting_on(day),
    };
    let of = |step: BridgeStep| {
        let all: Vec<(bool, Counted)> = rows
            .iter()
            .filter_map(|row| Some((row.counted_on(Event::Requested, period).is_some(), row.at(done(step, row)?))))
            .collect();
        let part = |own: bool| Figure::counting(all.iter().filter(|(its, _)| *its == own).map(|(_, one)| *one));
        let (own, before) = (part(true), part(false));
        Bridge { step, all: Figure::counting(all.iter().map(|(_, one)| *one)), own, before }
    };
    BridgeStep::ALL.map(of).into()
}

impl Flow {
    /// What one box holds.
    #[must_use]
    pub fn in_box(&self, wanted: FlowBox) -> Figure {
        let states = self.states.iter().filter(|(state, _)| state.in_box() == wanted);
        Figure::counting(states.flat_map(|(_, figure)| figure.dossiers.iter().copied()))
    }
}

/// Where a request is on a day: its last fact says it.
fn state(row: &ReportRow, lists: &Lists, period: Period, day: NaiveDate) -> FlowState {
    if row.counted_on(Event::Granted, period).is_some() {
        return FlowState::Granted;
    }
    if row.closed_on.is_some_and(|on| on <= day)
        && let Some(outcome) = row.outcome
    {
        return closed(row, lists, outcome, day);
    }
    let until = |on: &NaiveDate| *on <= day;
    let answered = row.presentations.iter().filter_map(|sent| Some((sent.answered_on?, sent)));
    let refused = answered.filter(|(_, sent)| matches!(sent.answer, Some(RowAnswer::Refused(_))));
    let decided = row.orientations.iter().map(|decision| (decision.on, after(decision.direction)));
    let sent = row.presentations.iter().map(|sent| (sent.sent_on, FlowState::AtLender));
    let refused = refused.map(|(on, _)| (on, FlowState::Refused));
    let stopped = row.dropped.iter().chain(&row.withdrawn).map(|on| (*on, FlowState::Dropped));
    let facts = decided.chain(sent).chain(refused).chain(stopped).filter(|(on, _)| until(on));
    // Of two facts of one day the later step is the last.
    let last = facts.fold(None, |last: Option<(NaiveDate, FlowState)>, fact| match last {
        Some(kept) if kept.0 > fact.0 => Some(kept),
        Some(_) | None => Some(fact),
    });
    let is_awaited = || row.awaiting_on(day).is_some();
    match last {
        Some((_, FlowState::Refused)) if is_awaited() => FlowState::AtLender,
        Some((_, FlowState::AtLender)) if !is_awaited() => FlowState::AtOffice,
        Some((_, FlowState::Redirected)) => redirected(row, lists, day),
        Some((_, state)) => state,
        None => FlowState::AtOffice,
    }
}

fn after(direction: Direction) -> FlowState {
    match direction {
        Direction::Redirect => FlowState::Redirected,
        Direction::Inadmissible => FlowState::Inadmissible,
        Direction::Submit => FlowState::AtOffice,
    }
}

fn closed(row: &ReportRow, lists: &Lists, outcome: Outcome, day: NaiveDate) -> FlowState {
    match outcome {
        Outcome::Redirected => redirected(row, lists, day),
        Outcome::InformationOnly => FlowState::Informed,
        Outcome::Dropped | Outcome::Withdrawn => FlowState::Dropped,
        Outcome::Inadmissible => FlowState::Inadmissible,
        Outcome::Ended(_) => FlowState::Closed,
    }
}

/// A person nothing was found for was told so: it is no other solution.
fn redirected(row: &ReportRow, lists: &Lists, day: NaiveDate) -> FlowState {
    let found_nothing = solution(row, lists, day).is_some_and(|family| family == NOTHING_FOUND);
    if found_nothing { FlowState::Informed } else { FlowState::Redirected }
}

/// The family of the solution that is none.
const NOTHING_FOUND: &str = "none";

fn solution(row: &ReportRow, lists: &Lists, day: NaiveDate) -> Option<String> {
    let last = row.orientations.iter().rfind(|decision| decision.on <= day)?;
    let first = last.solutions.first()?;
    let entry = lists.redirections.iter().find(|entry| entry.key == *first);
    Some(entry.and_then(|entry| entry.family.as_ref()).unwrap_or(first).as_str().to_owned())
}
