//! What happened to a dossier and what will, by the names that rules use.
//!
//! Facts tell most events; the others are days that follow from them: the answer a lender promised, the end of a
//! quote, the last instalment. None depends on today.

mod fact_days;
mod loan_days;

pub(super) use fact_days::{lender_tells, missing_documents};

use chrono::NaiveDate;

use crate::dossier::{Dossier, Event, FactId, FactKind, Noted};
use crate::line::Line;
use crate::project::{AidId, QuoteId};
use crate::settings::{ListKey, Settings};

/// Whom or what an event is about, where there may be several.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum About {
    /// The dossier as a whole.
    Whole,
    /// A lender.
    Lender(ListKey),
    /// A supporting document, and which one of several.
    Document(ListKey, Line),
    /// A quote.
    Quote(QuoteId),
    /// An aid.
    Aid(AidId),
}

impl About {
    /// Whether it is one thing among others of the dossier, renewed by nothing but itself.
    fn is_a_thing(&self) -> bool {
        match self {
            Self::Document(..) | Self::Quote(_) | Self::Aid(_) => true,
            Self::Whole | Self::Lender(_) => false,
        }
    }
}

/// An event and its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Happening<'d> {
    /// What happened, or will.
    pub event: Event,
    /// Its day.
    pub on: NaiveDate,
    /// Whom or what it is about.
    pub about: About,
    /// The fact that tells it; nothing when it follows from something else.
    pub told: Option<ToldBy<'d>>,
}

/// The fact that tells an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToldBy<'d> {
    /// Its number.
    pub fact: FactId,
    /// Its place in the order of entry, which a correction keeps.
    pub place: FactId,
    /// Its kind.
    pub kind: FactKind,
    /// Its words, for an event noted in words.
    pub noted: Option<&'d Noted>,
}

/// Everything that happened to a dossier or will, in the order of days, then of entry.
#[must_use]
pub fn happenings<'d>(dossier: &'d Dossier, settings: &Settings) -> Vec<Happening<'d>> {
    let mut all = fact_days::told(dossier, settings);
    all.extend(fact_days::following(dossier, settings));
    all.extend(loan_days::following(dossier));
    all.sort_by_key(|one| (one.on, one.told.map(|told| told.place)));
    all
}

impl Happening<'_> {
    /// Whether it comes with another one or after it: on a later day, or entered later the same day.
    ///
    /// Decisions of one day follow each other in the order of a dossier's life, whatever the order of entry.
    #[must_use]
    pub fn follows(&self, other: &Self) -> bool {
        if self.on != other.on {
            return self.on > other.on;
        }
        match (self.told, other.told) {
            (Some(one), Some(before)) => {
                let decided = one.kind != FactKind::Noted && one.kind > before.kind;
                one.place >= before.place || decided
            }
            (Some(_) | None, None) | (None, Some(_)) => true,
        }
    }

    /// Whether it can end a task about something: it is about the same, or one of them is the whole dossier or a lender.
    ///
    /// A quote that comes does not renew a document, nor a lender's answer what another lender owes.
    #[must_use]
    pub fn concerns(&self, about: &About) -> bool {
        // Once one lender has approved, no other is waited for.
        self.event == Event::Approved
            || self.about == *about
            || std::mem::discriminant(&self.about) != std::mem::discriminant(about)
                && !(self.about.is_a_thing() && about.is_a_thing())
    }

    /// The words of an event noted in words.
    #[must_use]
    pub fn noted(&self) -> Option<&Noted> {
        self.told.and_then(|told| told.noted)
    }

    /// The key it names: a task, a paper.
    #[must_use]
    pub fn subject(&self) -> Option<&ListKey> {
        self.noted()?.subject.as_ref()
    }
}
