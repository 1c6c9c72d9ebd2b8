//! What was said and done with lenders and referrers. An exchange about a dossier goes with that dossier.

use domain::dossier::DossierId;
use domain::partner::{Exchange, ExchangeId, Partner, ReferrerId};

use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_day};
use crate::error::StoreError;

pub(crate) const TABLE: &str = "
CREATE TABLE partner_exchange (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lender TEXT,
  referrer INTEGER REFERENCES referrer (id),
  dossier INTEGER REFERENCES dossier (id),
  kind TEXT NOT NULL CHECK (kind IN ('message', 'visit', 'meeting', 'training', 'statistics')),
  held_on TEXT NOT NULL,
  whom TEXT NOT NULL,
  note TEXT NOT NULL CHECK (note <> ''),
  next_step TEXT NOT NULL,
  next_on TEXT,
  CHECK ((lender IS NULL) <> (referrer IS NULL)),
  CHECK (next_on IS NULL OR next_on >= held_on)
) STRICT;
CREATE INDEX partner_exchange_dossier ON partner_exchange (dossier);
";

const NAME: &str = "partner_exchange";

impl Reader<'_> {
    /// Every exchange, the latest first.
    pub fn exchanges(&self) -> Result<Vec<Exchange>, StoreError> {
        let all = "SELECT id, lender, referrer, dossier, kind, held_on, whom, note, next_step, next_on
                   FROM partner_exchange ORDER BY held_on DESC, id DESC";
        self.rows(NAME, all, (), read)
    }
}

impl Writer<'_> {
    /// Adds an exchange and gives its number; the number that `exchange` has does not count.
    pub fn insert_exchange(&self, exchange: &Exchange) -> Result<ExchangeId, StoreError> {
        let id = self.insert(
            "INSERT INTO partner_exchange (lender, referrer, dossier, kind, held_on, whom, note, next_step, next_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            write(exchange),
        )?;
        Ok(ExchangeId(id))
    }

    /// Changes the exchange of that number. Errors: there is no such exchange.
    pub fn update_exchange(&self, exchange: &Exchange) -> Result<(), StoreError> {
        let sql = format!(
            "UPDATE partner_exchange SET lender = ?1, referrer = ?2, dossier = ?3, kind = ?4, held_on = ?5,
                    whom = ?6, note = ?7, next_step = ?8, next_on = ?9 WHERE id = {}",
            exchange.id.0
        );
        self.change_one(NAME, exchange.id.0, &sql, write(exchange))
    }

    /// Takes an exchange out. Errors: there is no such exchange.
    pub fn delete_exchange(&self, exchange: ExchangeId) -> Result<(), StoreError> {
        self.change_one(NAME, exchange.0, "DELETE FROM partner_exchange WHERE id = ?1", [exchange.0])
    }
}

fn read(columns: &Columns<'_>) -> Result<Exchange, StoreError> {
    let with = match (columns.maybe_key(1)?, columns.maybe_integer(2)?) {
        (Some(lender), None) => Partner::Lender(lender),
        (None, Some(referrer)) => Partner::Referrer(ReferrerId(referrer)),
        (Some(_), Some(_)) | (None, None) => return Err(columns.damaged("lender")),
    };
    Ok(Exchange {
        id: ExchangeId(columns.integer(0)?),
        with,
        dossier: columns.maybe_integer(3)?.map(DossierId),
        kind: columns.word(4)?,
        on: columns.day(5)?,
        whom: columns.line(6)?,
        note: columns.line(7)?,
        next_step: columns.line(8)?,
        next_on: columns.maybe_day(9)?,
    })
}

fn write(exchange: &Exchange) -> impl rusqlite::Params {
    let (lender, referrer) = match &exchange.with {
        Partner::Lender(key) => (Some(key.as_str()), None),
        Partner::Referrer(id) => (None, Some(id.0)),
    };
    (
        lender,
        referrer,
        exchange.dossier.map(|dossier| dossier.0),
        exchange.kind.key(),
        write_day(exchange.on),
        exchange.whom.as_str(),
        exchange.note.as_str(),
        exchange.next_step.as_str(),
        exchange.next_on.map(write_day),
    )
}
