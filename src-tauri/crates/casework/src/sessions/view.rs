//! The sessions of the office, and one of them.

use domain::assessment::Opinion;
use domain::committee::{Attendance, CommitteeSession, NotHeld, SessionKind, SessionState, matters};
use domain::dossier::{Direction, SessionId};
use domain::settings::Settings;
use domain::words::{counted, spaced};
use serde::{Deserialize, Serialize};
use store::Reader;
use ts_rs::TS;

use super::agenda::SessionMatterKey;
use super::agenda_view::{
    AgendaRow, AttendeeRow, MinutesShown, OnAgenda, SessionRow, Sitting, WaitingDossier, agenda_of, agenda_rows,
    attendee_row, came, placed, row, titled,
};
use super::minutes;
use super::prepare::{SessionFields, fields};
use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use app::settings::settings;
use app::shapes::{Choice, Day};

/// How many dossiers are offered for an agenda.
const OFFERED: u64 = 200;

/// One session.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneSession {
    /// The session.
    #[ts(type = "number")]
    pub session: SessionId,
}

/// The sessions of the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SessionsView {
    /// Whether the office has sessions today.
    pub used: bool,
    /// Those to come, the nearest first.
    pub to_come: Vec<SessionRow>,
    /// Those held, the last one first.
    pub held: Vec<SessionRow>,
    /// `3 dossiers attendent une séance`; empty when none does.
    pub waiting: String,
    /// Who may meet.
    pub kinds: Vec<Choice>,
    /// A new session as the last one was.
    pub blank: SessionFields,
}

/// One session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SessionView {
    /// Its day, title, place and state.
    pub session: SessionRow,
    /// As a form holds it.
    pub fields: SessionFields,
    /// Who may meet.
    pub kinds: Vec<Choice>,
    /// Whether the committee itself grants.
    pub grants: bool,
    /// Who was called.
    pub attendees: Vec<AttendeeRow>,
    /// `4 présents sur 5`.
    pub came: String,
    /// Whether someone came.
    pub attendances: Vec<Choice>,
    /// Its agenda.
    pub agenda: Vec<AgendaRow>,
    /// The dossiers that wait for a session.
    pub waiting: Vec<WaitingDossier>,
    /// What an opinion may be.
    pub opinions: Vec<Choice>,
    /// What may be decided of a request.
    pub directions: Vec<Choice>,
    /// The sessions a dossier may be put off to.
    pub later: Vec<Choice>,
    /// Why it cannot be held today; empty when it can, or was.
    pub not_yet: String,
    /// The minutes, as they would be closed or as they were.
    pub minutes: MinutesShown,
}

/// The next session, as the day shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct NextSession {
    /// The session.
    #[ts(type = "number")]
    pub id: SessionId,
    /// `Commission du jeudi 26 novembre 2026`.
    pub title: String,
    /// Its day.
    pub day: Day,
    /// `14 h, salle des mariages`.
    pub place: String,
    /// `2 dossiers à l’ordre du jour, 3 attendent`.
    pub dossiers: String,
}

/// Shows the sessions of the office.
pub fn sessions(desk: &Desk, _: Nothing, moment: &Moment) -> Result<SessionsView, Failure> {
    desk.read(|reader| {
        let settings = settings(reader)?;
        let all = reader.sessions()?;
        let rows = |state: SessionState| -> Result<Vec<SessionRow>, Failure> {
            let theirs = all.iter().filter(|one| one.state == state);
            let sitting = |session| Sitting { session, settings: &settings, today: moment.today };
            theirs.map(|session| row(sitting(session), &agenda_of(reader, session.id)?)).collect()
        };
        let mut to_come = rows(SessionState::Announced)?;
        to_come.reverse();
        let count = waiting(reader, &settings, moment)?.len();
        let mut blank = all.first().map(fields).unwrap_or_default();
        blank.day = String::new();
        blank.note = String::new();
        if blank.kind.is_empty() {
            let mode = &settings.at(moment.today).office.decision_mode;
            blank.kind = SessionKind::of_mode(mode).unwrap_or(SessionKind::InternalCommission).key().to_owned();
        }
        Ok(SessionsView {
            used: settings.at(moment.today).uses.committee,
            to_come,
            held: rows(SessionState::Held)?,
            waiting: if count == 0 { String::new() } else { spaced(&waits(count)) },
            kinds: SessionKind::ALL.into_iter().map(Choice::of).collect(),
            blank,
        })
    })
}

fn waits(count: usize) -> String {
    let wait = if count == 1 { "attend" } else { "attendent" };
    format!("{} {wait} une séance.", counted(count, "dossier", "dossiers"))
}

/// Shows a session: who was called, its agenda, its minutes.
pub fn session(desk: &Desk, input: OneSession, moment: &Moment) -> Result<SessionView, Failure> {
    desk.read(|reader| shown(reader, input.session, moment))
}

/// The same session after an action.
pub(super) fn shown_again(desk: &Desk, id: SessionId, moment: &Moment) -> Result<SessionView, Failure> {
    session(desk, OneSession { session: id }, moment)
}

/// The session of a number. Errors: there is none.
pub fn found(reader: &Reader<'_>, id: SessionId) -> Result<CommitteeSession, Failure> {
    reader.session(id)?.ok_or_else(|| Failure::gone("Cette séance"))
}

fn shown(reader: &Reader<'_>, id: SessionId, moment: &Moment) -> Result<SessionView, Failure> {
    let settings = settings(reader)?;
    let one = found(reader, id)?;
    let agenda = agenda_of(reader, id)?;
    let sitting = Sitting { session: &one, settings: &settings, today: moment.today };
    let attendees = reader.attendees(id)?;
    let held = one.state == SessionState::Held;
    let later = reader.sessions()?.into_iter().rev();
    let later: Vec<CommitteeSession> = later
        .filter(|other| other.id != id && other.state == SessionState::Announced && other.day >= one.day)
        .collect();
    let mut sooner = Vec::new();
    for other in later.iter().filter(|other| other.kind == one.kind) {
        let listed = agenda_rows(Sitting { session: other, ..sitting }, &agenda_of(reader, other.id)?)?;
        let free = listed.into_iter().filter(|row| agenda.iter().all(|here| here.dossier.id != row.dossier));
        sooner.extend(free.map(|row| row.offered_from(other)));
    }
    Ok(SessionView {
        session: row(sitting, &agenda)?,
        fields: fields(&one),
        kinds: SessionKind::ALL.into_iter().map(Choice::of).collect(),
        grants: one.grants(&settings),
        came: spaced(&came(&one, &attendees)),
        attendances: Attendance::ALL.into_iter().map(Choice::of).collect(),
        agenda: agenda_rows(sitting, &agenda)?,
        waiting: [waiting(reader, &settings, moment)?, sooner].concat(),
        opinions: Opinion::ALL.into_iter().map(Choice::of).collect(),
        directions: Direction::ALL.into_iter().map(Choice::of).collect(),
        later: later.iter().map(|other| Choice::new(&other.id.0.to_string(), &titled(other))).collect(),
        not_yet: if held { String::new() } else { not_yet(&one, &agenda, moment) },
        minutes: minutes::shown(reader, sitting, (&attendees, &agenda))?,
        attendees: attendees.into_iter().map(attendee_row).collect(),
    })
}

/// Why a session cannot be held today; empty when it can.
pub(super) fn not_yet(session: &CommitteeSession, agenda: &[OnAgenda], moment: &Moment) -> String {
    match session.may_be_held(agenda.len(), moment.today) {
        Err(NotHeld::ToCome) => {
            let day = domain::words::long_date(session.day);
            spaced(&format!("La séance est le {day} : elle se tient ce jour-là."))
        }
        Err(NotHeld::NothingListed) => "Aucun dossier n’est à l’ordre du jour.".to_owned(),
        Ok(()) => String::new(),
    }
}

/// The dossiers that wait for a session: those assessed, and the refunds to be decided.
fn waiting(reader: &Reader<'_>, settings: &Settings, moment: &Moment) -> Result<Vec<WaitingDossier>, Failure> {
    let mut waiting = Vec::new();
    for matter in matters(&settings.at(moment.today)) {
        let lines = reader.awaiting_session(matter, OFFERED)?.into_iter();
        waiting.extend(lines.map(|(dossier, line)| WaitingDossier {
            dossier,
            matter: SessionMatterKey::from(matter),
            reference: line.reference,
            name: line.name,
            project: spaced(line.project.as_str()),
            from: None,
            listed: String::new(),
        }));
    }
    Ok(waiting)
}

/// The next session from today on, with what waits for it; nothing in an office without sessions.
pub(crate) fn next_session(
    reader: &Reader<'_>,
    settings: &Settings,
    moment: &Moment,
) -> Result<Option<NextSession>, Failure> {
    let matters = matters(&settings.at(moment.today));
    if matters.is_empty() {
        return Ok(None);
    }
    let mut sessions = reader.sessions()?.into_iter().rev();
    let Some(next) = sessions.find(|one| one.is_to_come(moment.today)) else { return Ok(None) };
    let count = agenda_of(reader, next.id)?.len();
    let mut left = 0_u64;
    for matter in matters {
        left = left.saturating_add(reader.count_awaiting_session(matter)?);
    }
    let listed = format!("{} à l’ordre du jour", counted(count, "dossier", "dossiers"));
    let dossiers = match left {
        0 => listed,
        1 => format!("{listed}, 1 attend d’y être inscrit"),
        _ => format!("{listed}, {left} attendent d’y être inscrits"),
    };
    Ok(Some(NextSession {
        id: next.id,
        title: spaced(&titled(&next)),
        day: Day::near(next.day, moment.today),
        place: spaced(&placed(&next)),
        dossiers: spaced(&dossiers),
    }))
}
