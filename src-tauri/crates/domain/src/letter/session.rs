//! The letter that tells a person what a session did with their dossier: one for each kind of decision.
//!
//! A request that was granted, submitted, directed elsewhere, found inadmissible or put off has its letter, and so has
//! a refund, granted or not. A dossier taken off the agenda has none: nothing was decided of it.

use super::kind::LetterKind;
use crate::dossier::{Direction, Dossier, Fact, HearingResult, SessionId, SessionMatter};

/// Why a session leaves no letter to write about a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSessionLetter {
    /// The session has not seen it yet.
    NotHeard,
    /// It was taken off the agenda.
    TakenOff,
    /// The session said yes or no to a refund, which is not noted yet in its own room.
    RefundUndecided,
    /// What was decided of the request was taken back since.
    Undecided,
}

/// The letter a session calls for in a dossier, whether or not it may leave yet.
pub fn session_letter(
    dossier: &Dossier,
    session: SessionId,
    matter: SessionMatter,
) -> Result<LetterKind, NoSessionLetter> {
    let heard = dossier.facts.standing().filter_map(|row| {
        let Fact::SessionHeard(heard) = &row.fact else { return None };
        ((heard.session, heard.matter) == (session, matter)).then_some(heard)
    });
    match heard.last().map(|heard| heard.result) {
        None => Err(NoSessionLetter::NotHeard),
        Some(HearingResult::TakenOff) => Err(NoSessionLetter::TakenOff),
        Some(HearingResult::Adjourned) if matter == SessionMatter::Refund => Err(NoSessionLetter::RefundUndecided),
        Some(HearingResult::Adjourned) => Ok(LetterKind::Adjournment),
        Some(HearingResult::Decided) => decided(dossier, session, matter),
    }
}

fn decided(dossier: &Dossier, session: SessionId, matter: SessionMatter) -> Result<LetterKind, NoSessionLetter> {
    let course = dossier.facts.course();
    match matter {
        SessionMatter::Refund => match course.refund.map(|(_, decision)| decision.granted) {
            Some(true) => Ok(LetterKind::RefundNotice),
            Some(false) => Ok(LetterKind::RefundRefusal),
            None => Err(NoSessionLetter::RefundUndecided),
        },
        SessionMatter::Request => {
            let orientations = course.orientations.iter().rev().map(|(_, orientation)| orientation);
            let mut of_the_session = orientations.filter(|orientation| orientation.session == Some(session));
            match of_the_session.next().map(|orientation| orientation.direction) {
                None => Err(NoSessionLetter::Undecided),
                Some(Direction::Redirect) => Ok(LetterKind::Redirection),
                Some(Direction::Inadmissible) => Ok(LetterKind::Inadmissible),
                Some(Direction::Submit) if course.granted().is_some() => Ok(LetterKind::Grant),
                Some(Direction::Submit) => Ok(LetterKind::Submission),
            }
        }
    }
}
