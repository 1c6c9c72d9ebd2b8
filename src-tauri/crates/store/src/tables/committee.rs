//! Sessions of the commission or the committee: who was called, which dossiers in which order, the minutes as closed.
//!
//! What a session decided of a dossier is a fact of that dossier; a row here says only its place on the agenda. What the
//! minutes say of a dossier is a paragraph of its own, which goes when the dossier is erased.

use chrono::NaiveTime;
use domain::committee::{Attendee, AttendeeId, CommitteeSession, Minutes, Paragraph};
use domain::dossier::{DossierId, SessionId, SessionMatter};

use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_day};
use crate::error::StoreError;

pub(crate) const TABLE: &str = "
CREATE TABLE committee_session (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  day TEXT NOT NULL,
  at TEXT,
  place TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('internal_commission', 'collegial_committee')),
  state TEXT NOT NULL CHECK (state IN ('announced', 'held')),
  note TEXT NOT NULL
) STRICT;
CREATE INDEX committee_session_day ON committee_session (day);
CREATE TABLE session_attendee (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  session INTEGER NOT NULL REFERENCES committee_session (id),
  name TEXT NOT NULL CHECK (name <> ''),
  role TEXT NOT NULL,
  organisation TEXT NOT NULL,
  attendance TEXT NOT NULL CHECK (attendance IN ('expected', 'present', 'excused', 'absent')),
  votes INTEGER NOT NULL CHECK (votes IN (0, 1))
) STRICT;
CREATE INDEX session_attendee_session ON session_attendee (session);
CREATE TABLE session_item (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  session INTEGER NOT NULL REFERENCES committee_session (id),
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  matter TEXT NOT NULL CHECK (matter IN ('request', 'refund')),
  place INTEGER NOT NULL,
  UNIQUE (session, dossier, matter)
) STRICT;
CREATE INDEX session_item_dossier ON session_item (dossier);
CREATE TABLE session_minutes (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  session INTEGER NOT NULL REFERENCES committee_session (id),
  on_date TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX session_minutes_session ON session_minutes (session);
CREATE TABLE minutes_paragraph (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  minutes INTEGER NOT NULL REFERENCES session_minutes (id),
  dossier INTEGER REFERENCES dossier (id),
  body TEXT NOT NULL CHECK (body <> '')
) STRICT;
CREATE INDEX minutes_paragraph_minutes ON minutes_paragraph (minutes);
CREATE INDEX minutes_paragraph_dossier ON minutes_paragraph (dossier);
";

const NAME: &str = "committee_session";
const ATTENDEE: &str = "session_attendee";
const ITEM: &str = "session_item";
const MINUTES: &str = "session_minutes";
const PARAGRAPH: &str = "minutes_paragraph";

const SESSIONS: &str = "SELECT id, day, at, place, kind, state, note FROM committee_session";

/// How an hour is kept: `14:30`.
const HOUR: &str = "%H:%M";

/// Number of a place on an agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ItemId(pub i64);

/// A dossier on the agenda of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SessionItem {
    /// Its number.
    pub id: ItemId,
    /// The session.
    pub session: SessionId,
    /// The dossier.
    pub dossier: DossierId,
    /// Why it comes there.
    pub matter: SessionMatter,
}

impl Reader<'_> {
    /// A session, if there is one of that number.
    pub fn session(&self, id: SessionId) -> Result<Option<CommitteeSession>, StoreError> {
        self.row(NAME, &format!("{SESSIONS} WHERE id = ?1"), [id.0], read)
    }

    /// Every session, the nearest day first.
    pub fn sessions(&self) -> Result<Vec<CommitteeSession>, StoreError> {
        self.rows(NAME, &format!("{SESSIONS} ORDER BY day DESC, id DESC"), (), read)
    }

    /// Who was called to a session, in the order they were entered.
    pub fn attendees(&self, session: SessionId) -> Result<Vec<Attendee>, StoreError> {
        let theirs = "SELECT id, name, role, organisation, attendance, votes FROM session_attendee
                      WHERE session = ?1 ORDER BY id";
        self.rows(ATTENDEE, theirs, [session.0], |columns| {
            Ok(Attendee {
                id: AttendeeId(columns.integer(0)?),
                name: columns.line(1)?,
                role: columns.line(2)?,
                organisation: columns.line(3)?,
                attendance: columns.word(4)?,
                votes: columns.integer(5)? == 1,
            })
        })
    }

    /// The agenda of a session, in its order.
    pub fn agenda(&self, session: SessionId) -> Result<Vec<SessionItem>, StoreError> {
        let theirs = "SELECT id, session, dossier, matter FROM session_item WHERE session = ?1 ORDER BY place, id";
        self.rows(ITEM, theirs, [session.0], read_item)
    }

    /// The minutes of a session, the ones that rule last.
    pub fn minutes(&self, session: SessionId) -> Result<Vec<Minutes>, StoreError> {
        let theirs = "SELECT id, on_date, reason FROM session_minutes WHERE session = ?1 ORDER BY id";
        let closed = self.rows(MINUTES, theirs, [session.0], |columns| {
            Ok((columns.integer(0)?, Minutes { on: columns.day(1)?, reason: columns.line(2)?, paragraphs: Vec::new() }))
        })?;
        let said = "SELECT dossier, body FROM minutes_paragraph WHERE minutes = ?1 ORDER BY id";
        let paragraph = |columns: &Columns<'_>| {
            Ok(Paragraph { dossier: columns.maybe_integer(0)?.map(DossierId), text: columns.prose(1)? })
        };
        let whole = closed
            .into_iter()
            .map(|(id, minutes)| Ok(Minutes { paragraphs: self.rows(PARAGRAPH, said, [id], paragraph)?, ..minutes }));
        whole.collect()
    }
}

impl Writer<'_> {
    /// Announces a session and gives its number; the number that `session` has does not count.
    pub fn insert_session(&self, session: &CommitteeSession) -> Result<SessionId, StoreError> {
        let id = self.insert(
            "INSERT INTO committee_session (day, at, place, kind, state, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            write(session),
        )?;
        Ok(SessionId(id))
    }

    /// Changes the session of that number. Errors: there is none.
    pub fn update_session(&self, session: &CommitteeSession) -> Result<(), StoreError> {
        let sql = format!(
            "UPDATE committee_session SET day = ?1, at = ?2, place = ?3, kind = ?4, state = ?5, note = ?6 WHERE id = {}",
            session.id.0
        );
        self.change_one(NAME, session.id.0, &sql, write(session))
    }

    /// Takes a session out, with who was called. Errors: a dossier was on its agenda.
    pub fn delete_session(&self, session: SessionId) -> Result<(), StoreError> {
        self.change("DELETE FROM session_attendee WHERE session = ?1", [session.0])?;
        self.change_one(NAME, session.0, "DELETE FROM committee_session WHERE id = ?1", [session.0])
    }

    /// Calls someone to a session and gives their number; the number that `attendee` has does not count.
    pub fn insert_attendee(&self, session: SessionId, attendee: &Attendee) -> Result<AttendeeId, StoreError> {
        let id = self.insert(
            "INSERT INTO session_attendee (name, role, organisation, attendance, votes, session)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            write_attendee(session, attendee),
        )?;
        Ok(AttendeeId(id))
    }

    /// Changes the attendee of that number. Errors: the session has none.
    pub fn update_attendee(&self, session: SessionId, attendee: &Attendee) -> Result<(), StoreError> {
        let sql = format!(
            "UPDATE session_attendee SET name = ?1, role = ?2, organisation = ?3, attendance = ?4, votes = ?5
             WHERE session = ?6 AND id = {}",
            attendee.id.0
        );
        self.change_one(ATTENDEE, attendee.id.0, &sql, write_attendee(session, attendee))
    }

    /// Takes an attendee out. Errors: the session has none of that number.
    pub fn delete_attendee(&self, session: SessionId, attendee: AttendeeId) -> Result<(), StoreError> {
        let sql = "DELETE FROM session_attendee WHERE id = ?1 AND session = ?2";
        self.change_one(ATTENDEE, attendee.0, sql, (attendee.0, session.0))
    }

    /// Puts a dossier at the end of an agenda. Errors: it is there already, or there is no such session.
    pub fn insert_item(
        &self,
        session: SessionId,
        dossier: DossierId,
        matter: SessionMatter,
    ) -> Result<ItemId, StoreError> {
        let id = self.insert(
            "INSERT INTO session_item (session, dossier, matter, place)
             VALUES (?1, ?2, ?3, (SELECT coalesce(max(place), 0) + 1 FROM session_item WHERE session = ?1))",
            (session.0, dossier.0, matter.key()),
        )?;
        Ok(ItemId(id))
    }

    /// Gives each dossier of an agenda its place, in this order.
    pub fn order_agenda(&self, order: &[ItemId]) -> Result<(), StoreError> {
        for (place, item) in (1_i64..).zip(order) {
            self.change_one(ITEM, item.0, "UPDATE session_item SET place = ?1 WHERE id = ?2", (place, item.0))?;
        }
        Ok(())
    }

    /// Takes a dossier off an agenda.
    pub fn delete_item(&self, item: ItemId) -> Result<(), StoreError> {
        self.change_one(ITEM, item.0, "DELETE FROM session_item WHERE id = ?1", [item.0])
    }

    /// Closes the minutes of a session on a day.
    pub fn insert_minutes(&self, session: SessionId, minutes: &Minutes) -> Result<(), StoreError> {
        let id = self.insert(
            "INSERT INTO session_minutes (session, on_date, reason) VALUES (?1, ?2, ?3)",
            (session.0, write_day(minutes.on), minutes.reason.as_str()),
        )?;
        for paragraph in &minutes.paragraphs {
            self.insert(
                "INSERT INTO minutes_paragraph (minutes, dossier, body) VALUES (?1, ?2, ?3)",
                (id, paragraph.dossier.map(|dossier| dossier.0), paragraph.text.as_str()),
            )?;
        }
        Ok(())
    }
}

fn read(columns: &Columns<'_>) -> Result<CommitteeSession, StoreError> {
    let hour = |text: String| NaiveTime::parse_from_str(&text, HOUR).map_err(|_| columns.damaged("at"));
    Ok(CommitteeSession {
        id: SessionId(columns.integer(0)?),
        day: columns.day(1)?,
        at: columns.maybe_text(2)?.map(hour).transpose()?,
        place: columns.line(3)?,
        kind: columns.word(4)?,
        state: columns.word(5)?,
        note: columns.prose(6)?,
    })
}

fn write(session: &CommitteeSession) -> impl rusqlite::Params {
    (
        write_day(session.day),
        session.at.map(|at| at.format(HOUR).to_string()),
        session.place.as_str(),
        session.kind.key(),
        session.state.key(),
        session.note.as_str(),
    )
}

fn write_attendee(session: SessionId, attendee: &Attendee) -> impl rusqlite::Params {
    (
        attendee.name.as_str(),
        attendee.role.as_str(),
        attendee.organisation.as_str(),
        attendee.attendance.key(),
        attendee.votes,
        session.0,
    )
}

fn read_item(columns: &Columns<'_>) -> Result<SessionItem, StoreError> {
    Ok(SessionItem {
        id: ItemId(columns.integer(0)?),
        session: SessionId(columns.integer(1)?),
        dossier: DossierId(columns.integer(2)?),
        matter: columns.word(3)?,
    })
}
