//! « Séances »: the commission or the committee that decides, in offices that have one.
//!
//! A session is prepared (its day, who is called, its agenda), held (who came, each dossier heard in its turn), then its
//! minutes are closed. What it decides of a dossier is a fact of that dossier, so that it reads in its story, is
//! corrected there and goes with it (*Un coup de pouce pour le microcrédit personnel*, le comité de sélection).

mod agenda;
mod agenda_view;
mod called;
mod hear;
mod minutes;
mod prepare;
mod view;

pub use agenda::{
    AgendaEntry, AgendaMove, OneItem, SessionMatterKey, list_in_session, move_on_agenda, take_off_agenda,
};
pub use agenda_view::{
    AgendaRow, AttendeeRow, HearingShown, MinutesShown, ParagraphShown, SessionRow, WaitingDossier, agenda_of, titled,
};
pub use called::{
    AttendeeChange, AttendeeFields, NewAttendee, OneAttendee, add_attendee, change_attendee, remove_attendee,
};
pub use hear::{HearingForm, NewHearing, OpinionForm, hear_dossier, hold_session};
pub use minutes::{MinutesToClose, close_minutes};
pub use prepare::{NewSession, SessionChange, SessionFields, announce_session, cancel_session, change_session};
pub use view::{NextSession, OneSession, SessionView, SessionsView, found as found_session, session, sessions};

pub(crate) use view::next_session;
