//! Those the office works with: who sends people, who lends, and what was said between them.
//!
//! A referrer is told what became of a person only with that person's agreement, and never the reason of a decision
//! nor an amount (*Un coup de pouce pour le microcrédit personnel*, les partenariats).

use chrono::{Months, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::contact::{Email, Phone};
use crate::dossier::{Dossier, DossierId, Event, Noted};
use crate::line::Line;
use crate::settings::ListKey;
use crate::words::Word;

/// Number of a referrer in the office's store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ReferrerId(pub i64);

/// Who sends people: a service, and there someone by name when one is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Referrer {
    /// Its number; none before it is recorded.
    pub id: ReferrerId,
    /// What it is: an entry of the kinds of referrers.
    pub kind: ListKey,
    /// The service: « Mission locale de Valbourg »; never empty.
    pub structure: Line,
    /// Who is reached there.
    pub name: Line,
    /// Their telephone.
    pub phone: Option<Phone>,
    /// Their e-mail address.
    pub email: Option<Email>,
    /// Where letters reach them, on one line.
    pub address: Line,
    /// Sends nobody any more; still read where it was chosen.
    pub retired: bool,
}

/// Number of an exchange in the office's store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ExchangeId(pub i64);

/// With whom an exchange was held.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Partner {
    /// A lender, by its key.
    Lender(ListKey),
    /// A referrer.
    Referrer(ReferrerId),
}

vocabulary! {
    /// What an exchange was.
    pub enum ExchangeKind {
        Message => "message", "Appel ou message";
        Visit => "visit", "Visite";
        Meeting => "meeting", "Réunion";
        Training => "training", "Information des conseillers";
        Statistics => "statistics", "Chiffres donnés";
    }
}

/// Something said or done with a partner, and what comes next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// Its number; none before it is recorded.
    pub id: ExchangeId,
    /// With whom.
    pub with: Partner,
    /// The dossier it is about: it then goes with that dossier.
    pub dossier: Option<DossierId>,
    /// Its day.
    pub on: NaiveDate,
    /// What it was.
    pub kind: ExchangeKind,
    /// With whom there, by name.
    pub whom: Line,
    /// What was said; never empty.
    pub note: Line,
    /// What comes next.
    pub next_step: Line,
    /// When.
    pub next_on: Option<NaiveDate>,
}

vocabulary! {
    /// What a person agreed that their referrer be told.
    pub enum FeedbackAgreement {
        /// What became of the request, without the reasons nor the amount.
        Given => "given", "Dire ce qu’est devenue la demande";
        CameOnly => "came_only", "Dire seulement que la personne est venue";
        Refused => "refused", "Ne rien dire";
    }
}

impl Dossier {
    /// What the person said last of informing who sent them, and when.
    #[must_use]
    pub fn feedback(&self) -> Option<(NaiveDate, FeedbackAgreement)> {
        let agreed = self.facts.noted(Event::FeedbackConsent).max_by_key(|noted| noted.on)?;
        Some((agreed.on, FeedbackAgreement::of(agreed.subject.as_ref())))
    }
}

impl FeedbackAgreement {
    /// The event that notes it on a day.
    #[must_use]
    pub fn noted(self, on: NaiveDate) -> Noted {
        Noted { subject: Some(ListKey::new(self.key())), ..Noted::of(on, Event::FeedbackConsent) }
    }

    /// The agreement an event notes; one that says nothing more than « accord » gives it.
    #[must_use]
    pub fn of(subject: Option<&ListKey>) -> Self {
        subject.and_then(|subject| Self::from_key(subject.as_str())).unwrap_or(Self::Given)
    }
}

/// Number of an aid in the office's directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AidEntryId(pub i64);

/// An aid a person may be directed to, as the office knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AidEntry {
    /// Its number; none before it is recorded.
    pub id: AidEntryId,
    /// Its name; never empty, each once.
    pub name: Line,
    /// Who gives it.
    pub provider: Line,
    /// What for.
    pub what_for: Line,
    /// Whom to reach, and how.
    pub contact: Line,
    /// On what conditions.
    pub conditions: Line,
    /// What the person takes along.
    pub to_bring: Line,
    /// The day what is said of it was checked.
    pub checked_on: NaiveDate,
    /// No longer given; still read where it was chosen.
    pub retired: bool,
}

impl AidEntry {
    /// The day from which it is to be checked again.
    #[must_use]
    pub fn recheck_on(&self, months: u32) -> NaiveDate {
        self.checked_on.checked_add_months(Months::new(months)).unwrap_or(self.checked_on)
    }
}
