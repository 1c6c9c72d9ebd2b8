//! A meeting of the commission or the committee that decides, in offices that have one.
//!
//! An internal commission of the office decides what is sent to a lender (Tarbes); a committee with the lender and
//! others decides together, and may grant (Boulogne). The applicant may attend (*Un coup de pouce pour le microcrédit
//! personnel*, le comité de sélection). What a session decided of a dossier is a fact of that dossier; the session keeps
//! its day, who came, and its minutes.

use chrono::{Datelike, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use crate::dossier::{DossierId, SessionId, SessionMatter};
use crate::line::Line;
use crate::settings::{Granting, ListKey, RulesAt, Settings};
use crate::text::Text;

vocabulary! {
    /// Who meets.
    pub enum SessionKind {
        InternalCommission => "internal_commission", "Commission";
        CollegialCommittee => "collegial_committee", "Comité";
    }
}

impl SessionKind {
    /// The kind that decides by a way of deciding; nothing for one that needs no session.
    #[must_use]
    pub fn of_mode(mode: &ListKey) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.mode() == mode.as_str())
    }

    /// The way of deciding, an entry of the decision modes.
    #[must_use]
    pub fn mode(self) -> &'static str {
        match self {
            Self::InternalCommission => "internal_commission",
            Self::CollegialCommittee => "selection_committee",
        }
    }
}

/// What a dossier is called on the papers of a session that name nobody, by its place on the agenda from 1: `A`, `B`, then
/// `AA` after `Z`. The minutes say which dossier each letter is.
#[must_use]
pub fn agenda_letter(place: usize) -> String {
    let (mut left, mut letters) = (place, Vec::new());
    while let Some(before) = left.checked_sub(1) {
        let letter = u8::try_from(before.checked_rem(26).unwrap_or_default()).unwrap_or_default();
        letters.push(char::from(b'A'.saturating_add(letter)));
        left = before.checked_div(26).unwrap_or_default();
    }
    letters.into_iter().rev().collect()
}

vocabulary! {
    /// Where a session stands.
    pub enum SessionState {
        Announced => "announced", "Annoncée";
        Held => "held", "Tenue";
    }
}

vocabulary! {
    /// Whether someone came.
    pub enum Attendance {
        Expected => "expected", "Attendu";
        Present => "present", "Présent";
        Excused => "excused", "Excusé";
        Absent => "absent", "Absent";
    }
}

/// Number of an attendee in the office's store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AttendeeId(pub i64);

/// Someone called to a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attendee {
    /// Their number.
    pub id: AttendeeId,
    /// Their name; never empty.
    pub name: Line,
    /// What they are there for: « élue, présidente ».
    pub role: Line,
    /// For whom: « Caisse du Val ».
    pub organisation: Line,
    /// Whether they came.
    pub attendance: Attendance,
    /// Whether their opinion counts.
    pub votes: bool,
}

/// A session of the commission or the committee.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommitteeSession {
    /// Its number.
    pub id: SessionId,
    /// Its day.
    pub day: NaiveDate,
    /// Its hour; not fixed when absent.
    pub at: Option<NaiveTime>,
    /// Where; may be empty.
    pub place: Line,
    /// Who meets.
    pub kind: SessionKind,
    /// Where it stands.
    pub state: SessionState,
    /// What is to be said in the minutes beside what was decided.
    pub note: Text,
}

/// Why a session is not held today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotHeld {
    /// Its day is to come.
    ToCome,
    /// No dossier is on its agenda.
    NothingListed,
}

/// Why the minutes of a session are not closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotClosed {
    /// It was not held.
    NotHeld,
    /// So many dossiers of its agenda were not heard.
    Unheard(usize),
    /// So many of its decisions are still to be noted in their dossiers.
    Unstated(usize),
    /// Nobody is noted present.
    NobodyPresent,
}

impl CommitteeSession {
    /// Its number among the sessions of its year, in the order of their days: `2026-09` is the ninth.
    #[must_use]
    pub fn number_among(&self, sessions: &[Self]) -> String {
        let until = (self.day, self.id);
        let before = sessions.iter().filter(|one| one.day.year() == self.day.year() && (one.day, one.id) <= until);
        format!("{}-{:02}", self.day.year(), before.count())
    }

    /// Refuses to close the minutes of a session that was not held, that leaves dossiers `unheard` or decisions
    /// `unstated`, or that nobody is noted present at: minutes say who decided what.
    pub fn may_be_closed(&self, unheard: usize, unstated: usize, attendees: &[Attendee]) -> Result<(), NotClosed> {
        if self.state != SessionState::Held {
            return Err(NotClosed::NotHeld);
        }
        if unheard > 0 {
            return Err(NotClosed::Unheard(unheard));
        }
        if unstated > 0 {
            return Err(NotClosed::Unstated(unstated));
        }
        let present = attendees.iter().any(|one| one.attendance == Attendance::Present);
        if present { Ok(()) } else { Err(NotClosed::NobodyPresent) }
    }

    /// Refuses to hold it before its day, or with so many dossiers `listed` that there is none.
    pub fn may_be_held(&self, listed: usize, today: NaiveDate) -> Result<(), NotHeld> {
        if self.day > today {
            return Err(NotHeld::ToCome);
        }
        if listed == 0 { Err(NotHeld::NothingListed) } else { Ok(()) }
    }

    /// Whether it is still to be held: one whose day is past is not the next one, though nobody noted that it was held.
    #[must_use]
    pub fn is_to_come(&self, today: NaiveDate) -> bool {
        self.state == SessionState::Announced && self.day >= today
    }

    /// Whether it grants what it decides to submit: the lender sits in a committee that grants.
    #[must_use]
    pub fn grants(&self, settings: &Settings) -> bool {
        let granting = settings.at(self.day).office.granting;
        granting == Granting::Committee && self.kind == SessionKind::CollegialCommittee
    }

    /// Whether its day is gone by.
    #[must_use]
    pub fn is_past(&self, today: NaiveDate) -> bool {
        self.day < today
    }
}

/// What the sessions of an office are asked: requests, and refunds where it gives some.
#[must_use]
pub fn matters(rules: &RulesAt<'_>) -> Vec<SessionMatter> {
    let refunds = rules.uses.refunds && rules.office.refund.is_some();
    match (rules.uses.committee, refunds) {
        (false, _) => Vec::new(),
        (true, false) => vec![SessionMatter::Request],
        (true, true) => SessionMatter::ALL.to_vec(),
    }
}

/// The minutes of a session as they were closed on a day; the last ones rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Minutes {
    /// The day they were closed.
    pub on: NaiveDate,
    /// Why the ones before were corrected; empty for the first.
    pub reason: Line,
    /// What they say, in their order.
    pub paragraphs: Vec<Paragraph>,
}

/// A paragraph of minutes; what is said of a dossier goes with it when it is erased.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// The dossier it is about.
    pub dossier: Option<DossierId>,
    /// Its text.
    pub text: Text,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::arrears::tests::{day, settings};
    use crate::settings::{Dated, OfficeRules, OfficeUses, Timeline};

    fn session(kind: SessionKind, state: SessionState) -> CommitteeSession {
        let (day, place, note) = (day("2026-11-20"), Line::default(), Text::default());
        CommitteeSession { id: SessionId(1), day, at: None, place, kind, state, note }
    }

    #[test]
    fn a_session_is_held_from_its_day_on_with_a_dossier_at_least() {
        let announced = session(SessionKind::InternalCommission, SessionState::Announced);
        assert_eq!(announced.may_be_held(3, day("2026-11-19")), Err(NotHeld::ToCome));
        assert_eq!(announced.may_be_held(0, day("2026-11-20")), Err(NotHeld::NothingListed));
        assert_eq!(announced.may_be_held(1, day("2026-11-27")), Ok(()));
        assert!(announced.is_to_come(day("2026-11-20")) && !announced.is_to_come(day("2026-11-21")));
        assert!(!session(SessionKind::InternalCommission, SessionState::Held).is_to_come(day("2026-11-20")));
    }

    #[test]
    fn minutes_are_closed_once_each_dossier_was_heard_by_somebody() {
        let held = session(SessionKind::InternalCommission, SessionState::Held);
        let there = |attendance| Attendee {
            id: AttendeeId(1),
            name: Line::read("Odile Vasseur").unwrap(),
            role: Line::default(),
            organisation: Line::default(),
            attendance,
            votes: true,
        };
        let (expected, present) = (there(Attendance::Expected), there(Attendance::Present));
        let announced = session(SessionKind::InternalCommission, SessionState::Announced);
        assert_eq!(announced.may_be_closed(0, 0, std::slice::from_ref(&present)), Err(NotClosed::NotHeld));
        assert_eq!(held.may_be_closed(2, 0, std::slice::from_ref(&present)), Err(NotClosed::Unheard(2)));
        assert_eq!(held.may_be_closed(0, 1, std::slice::from_ref(&present)), Err(NotClosed::Unstated(1)));
        assert_eq!(held.may_be_closed(0, 0, &[]), Err(NotClosed::NobodyPresent));
        assert_eq!(held.may_be_closed(0, 0, std::slice::from_ref(&expected)), Err(NotClosed::NobodyPresent));
        assert_eq!(held.may_be_closed(0, 0, &[expected, present]), Ok(()));
    }

    fn deciding(granting: Granting) -> Settings {
        let value = OfficeRules { granting, ..OfficeRules::undecided() };
        let dated = Dated { valid_from: day("2000-01-01"), source: String::new(), value };
        Settings { office: Timeline::starting_with(dated, Vec::new()), ..settings() }
    }

    #[test]
    fn only_a_committee_with_the_lender_grants_where_the_office_says_so() {
        let grants = |kind, granting| session(kind, SessionState::Held).grants(&deciding(granting));
        assert!(grants(SessionKind::CollegialCommittee, Granting::Committee));
        assert!(!grants(SessionKind::CollegialCommittee, Granting::Lender));
        assert!(!grants(SessionKind::InternalCommission, Granting::Committee));
    }

    #[test]
    fn an_office_without_refunds_asks_its_sessions_for_requests_alone() {
        let today = day("2026-11-20");
        assert_eq!(matters(&settings().at(today)), [SessionMatter::Request]);
        let uses = OfficeUses { committee: false, ..OfficeUses::everything() };
        let dated = Dated { valid_from: day("2000-01-01"), source: String::new(), value: uses };
        let without = Settings { uses: Timeline::starting_with(dated, Vec::new()), ..settings() };
        assert_eq!(matters(&without.at(today)), []);
    }

    #[test]
    fn a_way_of_deciding_without_a_session_has_no_kind() {
        let of = |mode: &str| SessionKind::of_mode(&ListKey::new(mode));
        assert_eq!(of("internal_commission"), Some(SessionKind::InternalCommission));
        assert_eq!(of("selection_committee"), Some(SessionKind::CollegialCommittee));
        assert_eq!((of("advisor_alone"), of("advisor_after_lender_call")), (None, None));
    }

    #[test]
    fn every_place_of_an_agenda_has_its_letter() {
        assert_eq!([1, 2, 26, 27, 52, 53].map(agenda_letter), ["A", "B", "Z", "AA", "AZ", "BA"]);
    }
}
