//! Sessions of the commission or the committee: who was called, which dossiers in which order, the minutes as closed.
//!
//! What a session decided of a dossier is a fact of that dossier; a row here says only its place on the agenda. What the
//! minutes say of a dossier is a paragraph of its own, which goes when the dossier is erased.

use domain::committee::{Attendee, AttendeeId, CommitteeSession, Minutes, Paragraph};
use domain::dossier::{DossierId, SessionId, SessionMatter};

use crate::access::{Reader, Writer};
use crate::columns::Columns;
use crate::error::StoreError;
use crate::row::Row;

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

const MINUTES: &str = "session_minutes";
const PARAGRAPH: &str = "minutes_paragraph";

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

row! { "committee_session": CommitteeSession [id] { day, at, place, kind, state, note } }
row! { "session_item": SessionItem [id] { session, dossier, matter } }
row! { "session_attendee": Attendee [id] { name, role, organisation, attendance, votes } }
owned! { Attendee, AttendeeId of session: SessionId { attendees, insert_attendee, update_attendee, delete_attendee } }

impl Reader<'_> {
    /// A session, if there is one of that number.
    pub fn session(&self, id: SessionId) -> Result<Option<CommitteeSession>, StoreError> {
        self.select_one("WHERE id = ?1", [id.0])
    }

    /// Every session, the nearest day first.
    pub fn sessions(&self) -> Result<Vec<CommitteeSession>, StoreError> {
        self.select("ORDER BY day DESC, id DESC", ())
    }

    /// The agenda of a session, in its order.
    pub fn agenda(&self, session: SessionId) -> Result<Vec<SessionItem>, StoreError> {
        self.select("WHERE session = ?1 ORDER BY place, id", [session.0])
    }

    /// The minutes of a session, the ones that rule last.
    pub fn minutes(&self, session: SessionId) -> Result<Vec<Minutes>, StoreError> {
        let theirs = "SELECT id, on_date, reason FROM session_minutes WHERE session = ?1 ORDER BY id";
        let closed = self.rows(MINUTES, theirs, [session.0], |columns| {
            let (on, reason) = (columns.get("on_date")?, columns.get("reason")?);
            Ok((columns.get("id")?, Minutes { on, reason, paragraphs: Vec::new() }))
        })?;
        let said = "SELECT dossier, body FROM minutes_paragraph WHERE minutes = ?1 ORDER BY id";
        let paragraph =
            |columns: &Columns<'_>| Ok(Paragraph { dossier: columns.get("dossier")?, text: columns.get("body")? });
        let whole = closed.into_iter().map(|(id, minutes): (i64, Minutes)| {
            Ok(Minutes { paragraphs: self.rows(PARAGRAPH, said, [id], paragraph)?, ..minutes })
        });
        whole.collect()
    }
}

impl Writer<'_> {
    /// Announces a session and gives its number; the number that `session` has does not count.
    pub fn insert_session(&self, session: &CommitteeSession) -> Result<SessionId, StoreError> {
        self.insert_row(session, vec![]).map(SessionId)
    }

    /// Changes the session of that number. Errors: there is none.
    pub fn update_session(&self, session: &CommitteeSession) -> Result<(), StoreError> {
        self.update_row(session.id.0, session, vec![])
    }

    /// Takes a session out, with who was called. Errors: a dossier was on its agenda.
    pub fn delete_session(&self, session: SessionId) -> Result<(), StoreError> {
        self.change("DELETE FROM session_attendee WHERE session = ?1", [session.0])?;
        self.delete_row::<CommitteeSession>(session.0, vec![])
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
            self.update_values(SessionItem::TABLE, item.0, values! { place: place }, vec![])?;
        }
        Ok(())
    }

    /// Takes a dossier off an agenda.
    pub fn delete_item(&self, item: ItemId) -> Result<(), StoreError> {
        self.delete_row::<SessionItem>(item.0, vec![])
    }

    /// Closes the minutes of a session on a day.
    pub fn insert_minutes(&self, session: SessionId, minutes: &Minutes) -> Result<(), StoreError> {
        let values = values! { session: session, on_date: minutes.on, reason: minutes.reason };
        let id = self.insert_values(MINUTES, values)?;
        for Paragraph { dossier, text } in &minutes.paragraphs {
            self.insert_values(PARAGRAPH, values! { minutes: id, dossier: dossier, body: text })?;
        }
        Ok(())
    }
}
