//! A dossier before a commission or a committee: listed, heard, adjourned.
//!
//! Who decides is the office's choice: an internal commission before the sending (Tarbes), a committee with the
//! lender that grants (Boulogne). The session itself belongs to the office; the dossier keeps what was said of it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Dossier, Fact, Facts};
use crate::assessment::Opinion;
use crate::line::Line;
use crate::money::{AmountTooLarge, Euros};
use crate::refund::refund;
use crate::settings::Settings;
use crate::words::Labelled;

/// Number of a session in the office's store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SessionId(pub i64);

vocabulary! {
    /// Why a dossier comes before a session.
    pub enum SessionMatter {
        Request => "request", "Demande de prêt";
        Refund => "refund", "Remboursement d’intérêts";
    }
}

impl Facts {
    /// The agenda the dossier is on and was not heard at: for its request first, else for its refund.
    #[must_use]
    pub fn listed_next(&self) -> Option<&SessionListed> {
        let course = self.course();
        let heard = |listed: &SessionListed| {
            self.standing().any(|row| {
                let Fact::SessionHeard(heard) = &row.fact else { return false };
                (heard.session, heard.matter) == (listed.session, listed.matter)
            })
        };
        let refund = self.standing().find_map(|row| {
            let Fact::SessionListed(listed) = &row.fact else { return None };
            let waits = listed.matter == SessionMatter::Refund && course.refund.is_none() && !heard(listed);
            waits.then_some(listed)
        });
        course.listed.map(|(_, listed)| listed).or(refund)
    }
}

impl Dossier {
    /// The sum a session of a day decides on, the same on its agenda, on the sheet and in the minutes.
    ///
    /// Of a request, what was sent to a lender once it had met, else the loan as it is asked for today; of a refund,
    /// what was granted, else what the rule gives. A sum only told at the request stands while nothing else is known.
    pub fn asked_at(
        &self,
        (matter, held_on): (SessionMatter, NaiveDate),
        settings: &Settings,
        today: NaiveDate,
    ) -> Result<Option<Euros>, AmountTooLarge> {
        let course = self.facts.course();
        match matter {
            SessionMatter::Request => {
                let sent = course.presentations.iter().map(|sent| sent.submission).find(|sent| sent.sent_on >= held_on);
                match sent {
                    Some(sent) => Ok(sent.amount),
                    None => Ok(self.loan_amount()?.or(self.facts.request().amount)),
                }
            }
            SessionMatter::Refund => match course.refund.filter(|(_, decision)| decision.granted) {
                Some((_, decision)) => Ok(Some(decision.amount)),
                None => Ok(refund(self, settings, today)?.map(|proof| proof.amount)),
            },
        }
    }
}

/// The dossier was put on the agenda of a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionListed {
    /// The day it was listed.
    pub on: NaiveDate,
    /// The session.
    pub session: SessionId,
    /// The day of the session, as it was known then.
    pub held_on: NaiveDate,
    /// Why it comes there.
    pub matter: SessionMatter,
}

vocabulary! {
    /// What a session did with a dossier.
    pub enum HearingResult {
        /// It decided; the decision is a fact of its own.
        Decided => "decided", "Décision prise";
        Adjourned => "adjourned", "Ajourné";
        TakenOff => "taken_off", "Retiré de l’ordre du jour";
    }
}

/// The dossier came before a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionHeard {
    /// The day of the session.
    pub on: NaiveDate,
    /// The session.
    pub session: SessionId,
    /// Why it came there.
    pub matter: SessionMatter,
    /// What became of it.
    pub result: HearingResult,
    /// Whether the applicant was there; not noted when absent.
    pub applicant_present: Option<bool>,
    /// The opinions given, one line each, with who gave them.
    pub opinions: Vec<Line>,
    /// On what condition.
    pub conditions: Line,
    /// What was said, for the minutes.
    pub note: Line,
    /// What a letter says of it, in words for who reads it; the words for the office are never printed there.
    #[serde(default)]
    pub letter_words: Line,
}

/// How many were for, against, neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Voices {
    /// Favourable, with a reservation or not.
    pub favourable: usize,
    /// Unfavourable.
    pub against: usize,
    /// Reserved: neither one nor the other.
    pub reserved: usize,
}

/// What stands for the opinion of a member who goes out while a dossier they know is looked at.
pub const WITHDRAWN: &str = "retrait";

impl SessionHeard {
    /// Who went out while it was looked at.
    pub fn withdrawn(&self) -> impl Iterator<Item = &str> {
        self.opinions.iter().filter_map(|line| {
            let (who, says) = line.as_str().rsplit_once(':')?;
            (says.trim() == WITHDRAWN).then(|| who.trim())
        })
    }

    /// The opinions counted; nothing where none was noted in these words. `Mme Odile Vasseur : défavorable` is one against.
    #[must_use]
    pub fn voices(&self) -> Option<Voices> {
        let mut voices = Voices::default();
        let mut counted = false;
        for line in &self.opinions {
            let says = line.as_str().rsplit(':').next().unwrap_or_default().trim().trim_end_matches('.').to_lowercase();
            let Some(opinion) = Opinion::ALL.into_iter().find(|opinion| opinion.label().to_lowercase() == says) else {
                continue;
            };
            let place = match opinion {
                Opinion::Favourable | Opinion::FavourableWithReservation => &mut voices.favourable,
                Opinion::Unfavourable => &mut voices.against,
                Opinion::Reserved => &mut voices.reserved,
            };
            *place = place.saturating_add(1);
            counted = true;
        }
        counted.then_some(voices)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heard(opinions: &[&str]) -> SessionHeard {
        SessionHeard {
            on: NaiveDate::default(),
            session: SessionId(1),
            matter: SessionMatter::Request,
            result: HearingResult::Decided,
            applicant_present: None,
            opinions: opinions.iter().map(|line| Line::read(line).unwrap()).collect(),
            conditions: Line::default(),
            note: Line::default(),
            letter_words: Line::default(),
        }
    }

    #[test]
    fn each_opinion_noted_is_one_voice_and_other_words_are_none() {
        let said = ["Mme Vasseur : défavorable", "M. Kern : favorable", "M. Oz : réservé", "le maire : on verra"];
        assert_eq!(heard(&said).voices(), Some(Voices { favourable: 1, against: 1, reserved: 1 }));
        assert_eq!(heard(&["tous d’accord"]).voices(), None);
        let went_out = heard(&["Mme Vasseur : favorable", "M. Kern : retrait"]);
        assert_eq!(went_out.voices(), Some(Voices { favourable: 1, ..Voices::default() }));
        assert_eq!(went_out.withdrawn().collect::<Vec<_>>(), ["M. Kern"]);
    }
}
