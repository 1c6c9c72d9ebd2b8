//! How exactly the days of a row are known: of each event by itself.
//!
//! Two events may be kept at one day and not be known alike: a loan granted on 3 May 2016 was sent to the lender in
//! 2016, and that sending is kept at the day of the interview. The interview counts in its month, the sending in its
//! year alone.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::ReportRow;
use crate::dossier::{Direction, Dossier, Event as NotedEvent, Fact, FactKind, Precision};
use crate::report::event::Event;

/// What a day of a row is the day of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowDay {
    /// An event that bilans count.
    Event(Event),
    /// Instalments put off.
    Deferral,
    /// A call of the guarantee.
    GuaranteeCall,
    /// The end of the loan, repaid or lost.
    LoanEnd,
    /// Interest given back.
    Refund,
}

/// An event of which the month or the year alone is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartlyKnown {
    /// Which one.
    pub of: RowDay,
    /// How exactly its day is known.
    pub precision: Precision,
}

impl From<Event> for RowDay {
    fn from(event: Event) -> Self {
        Self::Event(event)
    }
}

impl ReportRow {
    /// How exactly the day kept for something is known.
    #[must_use]
    pub fn precision_of(&self, of: impl Into<RowDay>, day: NaiveDate) -> Precision {
        let of = of.into();
        if of == RowDay::Event(Event::Requested) {
            return self.request_known;
        }
        let known = self.known_in_part.iter().filter(|(on, known)| *on == day && known.of == of);
        known.map(|(_, known)| known.precision).max().unwrap_or_default()
    }

    /// How exactly a day is known of which nobody says what it is the day of: as its least known event.
    #[must_use]
    pub fn precision_on(&self, day: NaiveDate) -> Precision {
        let request = Some(self.request_known).filter(|_| self.received_on == day);
        let known = self.known_in_part.iter().filter(|(on, _)| *on == day).map(|(_, known)| known.precision);
        known.chain(request).max().unwrap_or_default()
    }
}

/// What the facts of a dossier know in part, each at its day; the assessment rests on several and is given.
pub(super) fn known_in_part(
    dossier: &Dossier,
    assessed: Option<(NaiveDate, Precision)>,
) -> Vec<(NaiveDate, PartlyKnown)> {
    let partly = dossier.facts.standing().filter(|row| row.precision != Precision::Day);
    let known = partly.flat_map(|row| {
        let at = move |of| (row.fact.day(), PartlyKnown { of, precision: row.precision });
        days_of(&row.fact).into_iter().map(at)
    });
    let assessed = assessed.filter(|(_, precision)| *precision != Precision::Day);
    let assessed = assessed.map(|(on, precision)| (on, PartlyKnown { of: Event::Assessed.into(), precision }));
    known.chain(assessed).collect()
}

/// What bilans read the day of a fact for.
fn days_of(fact: &Fact) -> Vec<RowDay> {
    if let Fact::OrientationDecided(decision) = fact {
        return directed(decision.direction).map(RowDay::Event).into_iter().collect();
    }
    if let Fact::Noted(noted) = fact {
        return BY_NOTE.into_iter().filter(|(event, _)| *event == noted.event).map(|(_, of)| of).collect();
    }
    BY_KIND.into_iter().filter(|(kind, _)| *kind == fact.kind()).map(|(_, of)| of).collect()
}

const BY_KIND: [(FactKind, RowDay); 7] = [
    (FactKind::Submitted, RowDay::Event(Event::Submitted)),
    (FactKind::Approved, RowDay::Event(Event::Granted)),
    (FactKind::Refused, RowDay::Event(Event::Refused)),
    (FactKind::Dropped, RowDay::Event(Event::Dropped)),
    (FactKind::Withdrawn, RowDay::Event(Event::Withdrawn)),
    (FactKind::Disbursed, RowDay::Event(Event::Disbursed)),
    (FactKind::Amended, RowDay::Deferral),
];

const BY_NOTE: [(NotedEvent, RowDay); 5] = [
    (NotedEvent::GuaranteeCalled, RowDay::GuaranteeCall),
    (NotedEvent::GuaranteeCalled, RowDay::LoanEnd),
    (NotedEvent::Accelerated, RowDay::LoanEnd),
    (NotedEvent::LoanRepaid, RowDay::LoanEnd),
    (NotedEvent::RefundPaid, RowDay::Refund),
];

/// What a decision is counted as; a decision to send it is none by itself.
fn directed(direction: Direction) -> Option<Event> {
    match direction {
        Direction::Submit => None,
        Direction::Redirect => Some(Event::Redirected),
        Direction::Inadmissible => Some(Event::Inadmissible),
    }
}
