//! The facts of one dossier, judged together by their days.
//!
//! Nothing is overwritten: a correction is a new fact that names the one it replaces; what stands is judged again whole.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use thiserror::Error;

use super::course::{Course, Misplaced, Standing};
use super::event::{Event, Noted};
use super::fact::{Fact, FactId, FactKind};
use super::request::{NextDate, Request};
use super::taken_over::Precision;

/// A fact as the office's store holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// Its number.
    pub id: FactId,
    /// The fact it corrects.
    pub replaces: Option<FactId>,
    /// How exactly its day is known.
    pub precision: Precision,
    /// Whether it says that what it corrects never took place: it stands for nothing.
    pub retracted: bool,
    /// The fact.
    pub fact: Fact,
}

/// The facts of one dossier, judged together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    recorded: Vec<Recorded>,
    request: Request,
    request_id: FactId,
}

/// Why facts do not make a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum FactRefused {
    /// A dossier starts with a request.
    #[error("no request")]
    NoRequest,
    /// A second request is another dossier.
    #[error("two requests")]
    TwoRequests,
    /// The fact corrected is not there, is of another kind, or was corrected already.
    #[error("nothing to correct")]
    NothingToCorrect,
    /// What happened cannot be later than today.
    #[error("in the future")]
    InTheFuture,
    /// A request has a project, even in two words.
    #[error("no project")]
    NoProject,
    /// Nothing of a dossier comes before its request.
    #[error("before the request of {received_on}")]
    BeforeTheRequest {
        /// The day of the request.
        received_on: NaiveDate,
    },
    /// The office has not decided to submit.
    #[error("not oriented to a lender")]
    NotOriented,
    /// The dossier was not with that lender on that day.
    #[error("not submitted to this lender")]
    NotSubmitted,
    /// That lender has it and has not answered.
    #[error("already with this lender")]
    AlreadyWithThisLender,
    /// A lender has it and has not answered.
    #[error("still with a lender")]
    StillWithLender,
    /// No lender had approved on that day.
    #[error("not approved")]
    NotApproved,
    /// A lender has approved already.
    #[error("already granted")]
    AlreadyGranted,
    /// The contract was not signed on that day.
    #[error("not signed")]
    NotSigned,
    /// The funds were not released on that day.
    #[error("not disbursed")]
    NotDisbursed,
    /// A contract is signed already.
    #[error("already signed")]
    AlreadySigned,
    /// The funds were released already.
    #[error("already disbursed")]
    AlreadyDisbursed,
    /// The dossier was closed on that day.
    #[error("already closed")]
    AlreadyClosed,
    /// A refusal has at least one reason, even « not given ».
    #[error("no refusal reason")]
    NoReason,
    /// A redirection names at least one solution, even « none found ».
    #[error("no solution")]
    NoSolution,
    /// Nothing was decided that the person could be told.
    #[error("nothing decided")]
    NothingDecided,
    /// No lender has refused.
    #[error("not refused")]
    NotRefused,
    /// The dossier is on no agenda of that session.
    #[error("not listed")]
    NotListed,
    /// No appointment was agreed for that day or an earlier one.
    #[error("no appointment")]
    NoAppointment,
    /// The person was not directed elsewhere, nor refused, nor did they drop the request.
    #[error("not redirected")]
    NotRedirected,
    /// The last decision has no reserve, or it was lifted.
    #[error("no reserve")]
    NoReserve,
    /// No refund was granted.
    #[error("no refund granted")]
    NoRefund,
    /// The loan was said to be repaid, accelerated or ended by death already.
    #[error("already ended")]
    AlreadyEnded,
    /// The loan still runs: it is not over by that cause.
    #[error("loan still running")]
    LoanRunning,
    /// The loan is over: there is no offer left to renounce.
    #[error("too late to withdraw")]
    TooLateToWithdraw,
    /// The dossier was taken over already.
    #[error("already taken over")]
    AlreadyTakenOver,
    /// A document is not there or not right without a reason.
    #[error("no reason for the document")]
    NoDocumentReason,
    /// An event that is a fact of its own, or follows from facts, is not noted in words.
    #[error("not an event noted in words")]
    NotNoted,
    /// A task is put off to a day, with a reason.
    #[error("put off without a day or a reason")]
    NoReasonToPutOff,
    /// What makes it possible happened later.
    #[error("before its cause, {cause:?} of {on}")]
    BeforeItsCause {
        /// What makes it possible.
        cause: FactKind,
        /// The day of that.
        on: NaiveDate,
    },
    /// Something noted for that day or later could no longer be there.
    #[error("{kind:?} of {on} would lose its cause")]
    LosesItsCause {
        /// What was noted.
        kind: FactKind,
        /// The day of that.
        on: NaiveDate,
    },
}

impl Facts {
    /// The facts of a dossier, in any order. Errors: see [`FactRefused`].
    pub fn of(recorded: Vec<Recorded>) -> Result<Self, FactRefused> {
        Self::judged(recorded, |misplaced| why(misplaced, None))
    }

    fn judged(
        mut recorded: Vec<Recorded>,
        refusal: impl FnOnce(&[Misplaced<'_>]) -> FactRefused,
    ) -> Result<Self, FactRefused> {
        recorded.sort_by_key(|row| row.id);
        check_corrections(&recorded)?;
        let (request_id, request) = the_request(&recorded)?;
        read(&recorded, &request).map_err(|misplaced| refusal(&misplaced))?;
        Ok(Self { recorded, request, request_id })
    }

    /// These facts and a new one; a refusal is of the new one, or of the first noted that would lose its cause.
    pub fn admit(&self, new: Recorded, today: NaiveDate) -> Result<Self, FactRefused> {
        new.fact.check(today)?;
        let id = new.id;
        let mut recorded = self.recorded.clone();
        recorded.push(new);
        Self::judged(recorded, |misplaced| self.told(misplaced, id))
    }

    /// What stands of them by the end of a day, and that the dossier was begun elsewhere; refused without their cause.
    pub fn known_by(&self, day: NaiveDate) -> Result<Self, FactRefused> {
        let known = self.standing().filter(|row| row.fact.day() <= day || row.fact.kind() == FactKind::TakenOver);
        Self::of(known.map(|row| Recorded { replaces: None, ..row.clone() }).collect())
    }

    /// The request as it stands, corrections applied.
    #[must_use]
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// The number of the request as it stands, which a correction names.
    #[must_use]
    pub fn request_id(&self) -> FactId {
        self.request_id
    }

    /// How exactly the day of a fact is known.
    #[must_use]
    pub fn precision_of(&self, id: FactId) -> Precision {
        self.recorded.iter().find(|row| row.id == id).map_or(Precision::Day, |row| row.precision)
    }

    /// How exactly a day is known that facts of these kinds tell.
    #[must_use]
    pub fn precision_on(&self, on: NaiveDate, kinds: &[FactKind]) -> Precision {
        let told = self.standing().filter(|row| row.fact.day() == on && kinds.contains(&row.fact.kind()));
        told.map(|row| row.precision).max().unwrap_or_default()
    }

    /// Everything that happened, in the order of its days.
    #[must_use]
    pub fn course(&self) -> Course<'_> {
        // The facts were read once when they were put together, so they read again.
        read(&self.recorded, &self.request).unwrap_or_else(|_| Course::starting(self.request.received_on))
    }

    /// The next date: the last one set, unless the dossier was closed since.
    #[must_use]
    pub fn next_date(&self) -> Option<&NextDate> {
        self.course().next.map(|(_, next)| next)
    }

    /// Every fact ever recorded, the oldest first, corrected ones included.
    #[must_use]
    pub fn recorded(&self) -> &[Recorded] {
        &self.recorded
    }

    /// The facts nobody corrected, the oldest entry first, a correction at the place of what it corrects.
    pub fn standing(&self) -> impl Iterator<Item = &Recorded> {
        let mut rows: Vec<&Recorded> = standing(&self.recorded).collect();
        if rows.iter().any(|row| row.replaces.is_some()) {
            rows.sort_by_key(|row| place(&self.recorded, row));
        }
        rows.into_iter()
    }

    /// The facts nobody corrected, each with its place: the number of the first one it corrects.
    pub(crate) fn placed(&self) -> impl Iterator<Item = (FactId, &Recorded)> {
        self.standing().map(|row| (place(&self.recorded, row), row))
    }

    /// What is wrong with a new fact: it comes before its cause, it has none, or another one would lose its own.
    fn told(&self, misplaced: &[Misplaced<'_>], new: FactId) -> FactRefused {
        let refused = why(misplaced, Some(new));
        let Some(told) = misplaced.iter().find(|fact| fact.row.id == new) else { return refused };
        let day = told.row.fact.day();
        let later = self.standing().filter(|row| row.fact.day() > day && row.fact.allows(&told.row.fact));
        match later.min_by_key(|row| row.fact.day()) {
            Some(cause) if refused.is_a_missing_cause() => {
                FactRefused::BeforeItsCause { cause: cause.fact.kind(), on: cause.fact.day() }
            }
            Some(_) | None => refused,
        }
    }
}

impl FactRefused {
    /// Whether it says that what makes the fact possible is not there.
    fn is_a_missing_cause(self) -> bool {
        matches!(
            self,
            Self::NotOriented | Self::NotSubmitted | Self::NotApproved | Self::NotSigned | Self::NotDisbursed
        )
    }
}

impl Fact {
    /// Whether it can stand in the place of another: of its kind and, noted in words, of its event.
    pub(crate) fn is_like(&self, other: &Self) -> bool {
        let event = |fact: &Self| if let Self::Noted(noted) = fact { Some(noted.event) } else { None };
        self.kind() == other.kind() && event(self) == event(other)
    }

    /// Refuses what cannot have happened yet, and what lacks the words it is made of.
    pub fn check(&self, today: NaiveDate) -> Result<(), FactRefused> {
        if self.day() > today {
            return Err(FactRefused::InTheFuture);
        }
        match self {
            Self::RequestReceived(request) if request.project.is_empty() => Err(FactRefused::NoProject),
            Self::Refused(refusal) if refusal.reasons.is_empty() => Err(FactRefused::NoReason),
            Self::RefusalExplained(explained) if explained.reasons.is_empty() => Err(FactRefused::NoReason),
            Self::OrientationDecided(orientation) if orientation.lacks_a_solution() => Err(FactRefused::NoSolution),
            Self::DocumentNoted(document) if document.state.needs_a_reason() && document.reason.is_empty() => {
                Err(FactRefused::NoDocumentReason)
            }
            Self::Noted(noted) => noted.check(),
            Self::RequestReceived(_)
            | Self::NextDateSet(_)
            | Self::InterviewHeld(_)
            | Self::OrientationDecided(_)
            | Self::Submitted(_)
            | Self::AgreedInPrinciple(_)
            | Self::Approved(_)
            | Self::Refused(_)
            | Self::RefusalExplained(_)
            | Self::SupportPlanned(_)
            | Self::ContractSigned(_)
            | Self::Disbursed(_)
            | Self::Amended(_)
            | Self::Declared(_)
            | Self::Withdrawn(_)
            | Self::Dropped(_)
            | Self::TakenOver(_)
            | Self::Screened(_)
            | Self::Informed(_)
            | Self::AppointmentSet(_)
            | Self::DocumentNoted(_)
            | Self::SessionListed(_)
            | Self::SessionHeard(_)
            | Self::Reviewed(_)
            | Self::SurveyAnswered(_)
            | Self::BankDetailsReceived(_)
            | Self::RefundDecided(_)
            | Self::Closed(_) => Ok(()),
        }
    }
}

impl Noted {
    fn check(&self) -> Result<(), FactRefused> {
        if !Event::NOTED.contains(&self.event) {
            return Err(FactRefused::NotNoted);
        }
        let put_off = self.until.is_some() && !self.note.is_empty() && self.subject.is_some();
        if self.event == Event::TaskPutOff && !put_off { Err(FactRefused::NoReasonToPutOff) } else { Ok(()) }
    }
}

/// Reads the facts nobody corrected, each at the place of the first one it corrects.
fn read<'f>(recorded: &'f [Recorded], request: &Request) -> Result<Course<'f>, Vec<Misplaced<'f>>> {
    let facts = standing(recorded).map(|row| Standing { place: place(recorded, row), row });
    Course::of(request.received_on, facts.collect())
}

/// The number of the first fact that one corrects, its own when it corrects none; the facts are sorted by number.
fn place(recorded: &[Recorded], row: &Recorded) -> FactId {
    let find = |id| recorded.get(recorded.binary_search_by_key(&id, |other| other.id).ok()?);
    let before = |id: FactId| find(id)?.replaces;
    std::iter::successors(Some(row.id), |id| before(*id)).last().unwrap_or(row.id)
}

/// Why facts are misplaced: as the new one is, else as the one that would lose its cause by it.
fn why(misplaced: &[Misplaced<'_>], new: Option<FactId>) -> FactRefused {
    let own = misplaced.iter().find(|fact| new.is_none_or(|new| fact.row.id == new));
    match (own, misplaced.first()) {
        (Some(fact), _) => fact.why,
        (None, Some(other)) => FactRefused::LosesItsCause { kind: other.row.fact.kind(), on: other.row.fact.day() },
        (None, None) => FactRefused::NoRequest,
    }
}

/// The facts nobody corrected, those that never took place left out.
fn standing(recorded: &[Recorded]) -> impl Iterator<Item = &Recorded> {
    let replaced: BTreeSet<FactId> = recorded.iter().filter_map(|row| row.replaces).collect();
    recorded.iter().filter(move |row| !row.retracted && !replaced.contains(&row.id))
}

fn the_request(recorded: &[Recorded]) -> Result<(FactId, Request), FactRefused> {
    let mut found = None;
    for row in standing(recorded) {
        if let Fact::RequestReceived(request) = &row.fact
            && found.replace((row.id, request.clone())).is_some()
        {
            return Err(FactRefused::TwoRequests);
        }
    }
    found.ok_or(FactRefused::NoRequest)
}

fn check_corrections(recorded: &[Recorded]) -> Result<(), FactRefused> {
    for row in recorded {
        let Some(corrected) = row.replaces else {
            if row.retracted {
                return Err(FactRefused::NothingToCorrect);
            }
            continue;
        };
        let target = recorded.iter().find(|other| other.id == corrected);
        let sound = target.is_some_and(|target| target.id < row.id && target.fact.is_like(&row.fact));
        let once = recorded.iter().filter(|other| other.replaces == Some(corrected)).count() == 1;
        if !sound || !once {
            return Err(FactRefused::NothingToCorrect);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
