//! Preparing a session: its day, who is called, which dossiers in which order.

use domain::calendar::Toward;
use domain::committee::{Attendance, Attendee, CommitteeSession, SessionKind, SessionState};
use domain::dossier::{Fact, SessionId, SessionListed};
use domain::line::Line;
use domain::settings::Settings;
use domain::text::Text;
use domain::words::{self, spaced};
use serde::{Deserialize, Serialize};
use store::{Acted, Writer};
use ts_rs::TS;

use super::agenda::listed;
use super::agenda_view::titled;
use super::view::{OneSession, SessionView, SessionsView, found, session, sessions, shown_again};
use crate::dossiers::found as found_dossier;
use crate::facts::admit;
use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// The field of a session in the access journal.
pub(super) const SESSION: &str = "session";

/// A session as a form holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct SessionFields {
    /// Its day; needed.
    pub day: String,
    /// Its hour.
    pub at: String,
    /// Where.
    pub place: String,
    /// Who meets; as the office decides when empty.
    pub kind: String,
    /// What is to be said in the minutes beside what is decided.
    pub note: String,
}

/// A session to announce.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewSession {
    /// The session.
    pub fields: SessionFields,
}

/// A session described anew.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SessionChange {
    /// The session.
    #[ts(type = "number")]
    pub session: SessionId,
    /// As it is.
    pub fields: SessionFields,
}

/// Announces a session; who came to the last one of its kind is called again.
pub fn announce_session(desk: &mut Desk, input: NewSession, moment: &Moment) -> Result<SessionView, Failure> {
    let settings = desk.read(settings)?;
    if !settings.at(moment.today).uses.committee {
        return Err(Failure::refused("Le bureau n’utilise pas les séances.")
            .remedy("Cochez-les dans « Réglages », « Ce que le bureau utilise »."));
    }
    let announced = read(&input.fields, &settings, moment)?;
    let id = desk.act("announce_session", moment, |writer| {
        let others = writer.sessions()?;
        if others.iter().any(|other| (other.day, other.kind, other.at) == (announced.day, announced.kind, announced.at))
        {
            return Err(Failure::refused(&format!("{} est déjà annoncée.", titled(&announced)))
                .remedy("Ouvrez-la dans la liste, ou donnez une autre heure.")
                .at("day"));
        }
        let last = others.iter().find(|other| other.kind == announced.kind);
        let called = last.map(|last| writer.attendees(last.id)).transpose()?.unwrap_or_default();
        let id = writer.insert_session(&announced)?;
        for attendee in called {
            writer.insert_attendee(id, &Attendee { attendance: Attendance::Expected, ..attendee })?;
        }
        Ok(acted(id, format!("{} : annoncée.", titled(&announced))))
    })?;
    session(desk, OneSession { session: id }, moment)
}

/// Describes a session anew; the dossiers of its agenda follow its day.
pub fn change_session(desk: &mut Desk, input: SessionChange, moment: &Moment) -> Result<SessionView, Failure> {
    let settings = desk.read(settings)?;
    let typed = read(&input.fields, &settings, moment)?;
    desk.act("change_session", moment, |writer| {
        let before = found(writer, input.session)?;
        let after = CommitteeSession { id: before.id, state: before.state, ..typed };
        if after.state == SessionState::Held && after.day > moment.today {
            return Err(Failure::refused("Cette séance est tenue : son jour n’est pas à venir.").at("day"));
        }
        if before.day != after.day {
            move_day(writer, &after, &settings, moment)?;
        }
        writer.update_session(&after)?;
        Ok(acted((), format!("{} : modifiée.", titled(&after))))
    })?;
    shown_again(desk, input.session, moment)
}

/// The dossiers of the agenda know the day of their session.
fn move_day(
    writer: &Writer<'_>,
    after: &CommitteeSession,
    settings: &Settings,
    moment: &Moment,
) -> Result<(), Failure> {
    let agenda = writer.agenda(after.id)?;
    if after.state == SessionState::Held && !agenda.is_empty() {
        return Err(Failure::refused(
            "Des dossiers ont été vus ce jour-là : le jour d’une séance tenue ne change plus.",
        )
        .remedy("Annulez ce qui a été noté à cette séance, ou gardez son jour.")
        .at("day"));
    }
    let reason = Line::read("Séance déplacée").unwrap_or_default();
    for item in agenda {
        let dossier = found_dossier(writer, item.dossier)?;
        if let Some((id, listed)) = listed(&dossier, &item) {
            let on = listed.on.min(after.day);
            let fact = Fact::SessionListed(SessionListed { on, held_on: after.day, ..listed });
            admit(&dossier, Some(id), &fact, settings, moment)?;
            writer.correct_fact(dossier.id, (id, &reason), (&fact, None), moment.now)?;
        }
    }
    Ok(())
}

/// Takes out a session announced by mistake, or that nothing came to.
pub fn cancel_session(desk: &mut Desk, input: OneSession, moment: &Moment) -> Result<SessionsView, Failure> {
    desk.act("cancel_session", moment, |writer| {
        let session = found(writer, input.session)?;
        if !writer.agenda(session.id)?.is_empty() {
            return Err(Failure::refused("Des dossiers sont à l’ordre du jour de cette séance.")
                .remedy("Retirez-les d’abord, ou inscrivez-les à une autre."));
        }
        writer.delete_session(session.id)?;
        Ok(acted((), format!("{} : annulée.", titled(&session))))
    })?;
    sessions(desk, Nothing {}, moment)
}

/// What an action on a session says and notes.
pub(super) fn acted<T>(value: T, sentence: String) -> Acted<T> {
    Acted { value, sentence: spaced(&sentence), dossier: None, fields: vec![SESSION], draft: None }
}

fn read(fields: &SessionFields, settings: &Settings, moment: &Moment) -> Result<CommitteeSession, Failure> {
    let day = reading::date(&fields.day, "day", moment, Toward::Future)?;
    let kind = match fields.kind.as_str() {
        "" => SessionKind::of_mode(&settings.at(moment.today).office.decision_mode),
        key => Some(reading::word(key, "kind")?),
    };
    Ok(CommitteeSession {
        id: SessionId(0),
        day: day.ok_or_else(|| Failure::refused("Quel jour est la séance ?").at("day"))?,
        at: reading::hour(&fields.at, "at")?,
        place: reading::line(&fields.place, "place")?,
        kind: kind.unwrap_or(SessionKind::InternalCommission),
        state: SessionState::Announced,
        note: reading::text(&fields.note, "note")?,
    })
}

/// A session as its form holds it.
pub(super) fn fields(session: &CommitteeSession) -> SessionFields {
    SessionFields {
        day: words::numeric_date(session.day),
        at: session.at.map(words::hour).unwrap_or_default(),
        place: session.place.to_string(),
        kind: session.kind.key().to_owned(),
        note: Text::as_str(&session.note).to_owned(),
    }
}
