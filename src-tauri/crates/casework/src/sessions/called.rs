//! Who is called to a session, and who came.

use domain::committee::{Attendance, Attendee, AttendeeId};
use domain::dossier::SessionId;
use domain::words::{folded, long_date};
use serde::{Deserialize, Serialize};
use store::Writer;
use ts_rs::TS;

use super::agenda_view::titled;
use super::prepare::acted;
use super::view::{SessionView, found, shown_again};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;

/// Someone called to a session, as a form holds them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct AttendeeFields {
    /// Their name; needed.
    pub name: String,
    /// What they are there for.
    pub role: String,
    /// For whom.
    pub organisation: String,
    /// Whether they came; expected when empty.
    pub attendance: String,
    /// Whether they give no opinion.
    pub listens: bool,
}

/// Someone to call.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewAttendee {
    /// The session.
    #[ts(type = "number")]
    pub session: SessionId,
    /// Who.
    pub fields: AttendeeFields,
}

/// Someone called, described anew.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AttendeeChange {
    /// The session.
    #[ts(type = "number")]
    pub session: SessionId,
    /// Their number.
    #[ts(type = "number")]
    pub attendee: AttendeeId,
    /// As they are.
    pub fields: AttendeeFields,
}

/// Someone called to a session.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneAttendee {
    /// The session.
    #[ts(type = "number")]
    pub session: SessionId,
    /// Their number.
    #[ts(type = "number")]
    pub attendee: AttendeeId,
}

/// Calls someone to a session.
pub fn add_attendee(desk: &mut Desk, input: NewAttendee, moment: &Moment) -> Result<SessionView, Failure> {
    let attendee = read_attendee(AttendeeId(0), &input.fields)?;
    desk.act("add_attendee", moment, |writer| {
        let session = found(writer, input.session)?;
        once(writer, session.id, &attendee)?;
        writer.insert_attendee(session.id, &attendee)?;
        Ok(acted((), format!("{} : une personne convoquée.", titled(&session))))
    })?;
    shown_again(desk, input.session, moment)
}

/// Describes someone called anew: their name, whether they came.
pub fn change_attendee(desk: &mut Desk, input: AttendeeChange, moment: &Moment) -> Result<SessionView, Failure> {
    let attendee = read_attendee(input.attendee, &input.fields)?;
    desk.act("change_attendee", moment, |writer| {
        let session = found(writer, input.session)?;
        if attendee.attendance != Attendance::Expected && session.day > moment.today {
            let day = long_date(session.day);
            return Err(
                Failure::refused(&format!("La séance est le {day} : la présence se note ce jour-là.")).at("attendance")
            );
        }
        once(writer, session.id, &attendee)?;
        writer.update_attendee(session.id, &attendee)?;
        Ok(acted((), format!("{} : présence notée.", titled(&session))))
    })?;
    shown_again(desk, input.session, moment)
}

/// Someone is called once to a session.
fn once(writer: &Writer<'_>, session: SessionId, attendee: &Attendee) -> Result<(), Failure> {
    let same = |other: &&Attendee| {
        other.id != attendee.id
            && folded(other.name.as_str()) == folded(attendee.name.as_str())
            && folded(other.organisation.as_str()) == folded(attendee.organisation.as_str())
    };
    match writer.attendees(session)?.iter().find(same) {
        Some(other) => Err(Failure::refused(&format!("{} est déjà convoqué à cette séance.", other.name))
            .remedy("Notez sa présence sur sa ligne.")
            .at("name")),
        None => Ok(()),
    }
}

/// Takes someone off the list of a session.
pub fn remove_attendee(desk: &mut Desk, input: OneAttendee, moment: &Moment) -> Result<SessionView, Failure> {
    desk.act("remove_attendee", moment, |writer| {
        let session = found(writer, input.session)?;
        writer.delete_attendee(session.id, input.attendee)?;
        Ok(acted((), format!("{} : une personne retirée.", titled(&session))))
    })?;
    shown_again(desk, input.session, moment)
}

fn read_attendee(id: AttendeeId, fields: &AttendeeFields) -> Result<Attendee, Failure> {
    let attendance = match fields.attendance.as_str() {
        "" => Attendance::Expected,
        key => reading::word(key, "attendance")?,
    };
    Ok(Attendee {
        id,
        name: reading::needed(&fields.name, "name", "Le nom manque.")?,
        role: reading::line(&fields.role, "role")?,
        organisation: reading::line(&fields.organisation, "organisation")?,
        attendance,
        votes: !fields.listens,
    })
}
