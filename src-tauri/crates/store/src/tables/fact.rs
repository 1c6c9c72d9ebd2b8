//! Dated facts: rows are added, never changed; a correction names what it replaces.

use chrono::{DateTime, Utc};
use domain::dossier::{DossierId, Fact, FactId, NextDate, Recorded, Request};

use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_day, write_moment};
use crate::error::StoreError;

/// Each kind has its own columns, and only those.
pub(crate) const TABLE: &str = "
CREATE TABLE fact (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  kind TEXT NOT NULL CHECK (kind IN ('request_received', 'next_date_set')),
  on_date TEXT NOT NULL,
  replaces INTEGER UNIQUE REFERENCES fact (id),
  recorded_at TEXT NOT NULL,
  origin TEXT,
  project TEXT,
  purpose TEXT,
  amount_cents INTEGER,
  next_on TEXT,
  what TEXT,
  CHECK ((kind = 'request_received') = (origin IS NOT NULL)),
  CHECK ((kind = 'request_received') = (project IS NOT NULL)),
  CHECK (kind = 'request_received' OR (purpose IS NULL AND amount_cents IS NULL)),
  CHECK ((kind = 'next_date_set') = (next_on IS NOT NULL)),
  CHECK ((kind = 'next_date_set') = (what IS NOT NULL))
) STRICT;
CREATE INDEX fact_dossier ON fact (dossier);
";

const NAME: &str = "fact";

impl Reader<'_> {
    /// The facts of a dossier, the oldest first, corrected ones included.
    pub fn facts(&self, dossier: DossierId) -> Result<Vec<Recorded>, StoreError> {
        self.rows(
            NAME,
            "SELECT id, kind, on_date, replaces, origin, project, purpose, amount_cents, next_on, what
             FROM fact WHERE dossier = ?1 ORDER BY id",
            [dossier.0],
            read,
        )
    }
}

impl Writer<'_> {
    /// Records a fact and gives its number; `replaces` is the fact it corrects.
    pub fn insert_fact(
        &self,
        dossier: DossierId,
        replaces: Option<FactId>,
        fact: &Fact,
        now: DateTime<Utc>,
    ) -> Result<FactId, StoreError> {
        let common = (dossier.0, replaces.map(|fact| fact.0), write_moment(now));
        let id = match fact {
            Fact::RequestReceived(request) => self.insert(
                "INSERT INTO fact (kind, dossier, replaces, recorded_at, on_date, origin, project, purpose, amount_cents)
                 VALUES ('request_received', ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                (
                    common.0,
                    common.1,
                    common.2,
                    write_day(request.received_on),
                    request.origin.as_str(),
                    request.project.as_str(),
                    request.purpose.as_ref().map(|key| key.as_str()),
                    request.amount.map(|amount| amount.cents()),
                ),
            )?,
            Fact::NextDateSet(next) => self.insert(
                "INSERT INTO fact (kind, dossier, replaces, recorded_at, on_date, next_on, what)
                 VALUES ('next_date_set', ?1, ?2, ?3, ?4, ?5, ?6)",
                (common.0, common.1, common.2, write_day(next.set_on), write_day(next.on), next.what.as_str()),
            )?,
        };
        Ok(FactId(id))
    }
}

fn read(columns: &Columns<'_>) -> Result<Recorded, StoreError> {
    let fact = match columns.text(1)?.as_str() {
        "request_received" => Fact::RequestReceived(Request {
            received_on: columns.day(2)?,
            origin: columns.key(4)?,
            project: columns.line(5)?,
            purpose: columns.maybe_key(6)?,
            amount: columns.maybe_euros(7)?,
        }),
        "next_date_set" => {
            Fact::NextDateSet(NextDate { set_on: columns.day(2)?, on: columns.day(8)?, what: columns.line(9)? })
        }
        _ => return Err(columns.damaged("kind")),
    };
    let replaces = columns.maybe_integer(3)?.map(FactId);
    Ok(Recorded { id: FactId(columns.integer(0)?), replaces, fact })
}
