//! What was said and done with lenders and referrers. An exchange about a dossier goes with that dossier.

use domain::partner::{Exchange, ExchangeId, Partner};

use crate::access::{Reader, Writer};
use crate::columns::Columns;
use crate::error::StoreError;
use crate::row::{Row, Values};

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

impl Row for Exchange {
    const TABLE: &'static str = "partner_exchange";

    fn read(columns: &Columns<'_>) -> Result<Self, StoreError> {
        let with = match (columns.get("lender")?, columns.get("referrer")?) {
            (Some(lender), None) => Partner::Lender(lender),
            (None, Some(referrer)) => Partner::Referrer(referrer),
            (Some(_), Some(_)) | (None, None) => return Err(columns.damaged("lender")),
        };
        Ok(Self {
            id: columns.get("id")?,
            with,
            dossier: columns.get("dossier")?,
            kind: columns.get("kind")?,
            on: columns.get("held_on")?,
            whom: columns.get("whom")?,
            note: columns.get("note")?,
            next_step: columns.get("next_step")?,
            next_on: columns.get("next_on")?,
        })
    }

    fn values(&self) -> Values {
        let (lender, referrer) = match &self.with {
            Partner::Lender(key) => (Some(key.clone()), None),
            Partner::Referrer(id) => (None, Some(*id)),
        };
        values! {
            lender: lender, referrer: referrer, dossier: self.dossier, kind: self.kind, held_on: self.on,
            whom: self.whom, note: self.note, next_step: self.next_step, next_on: self.next_on,
        }
    }
}

impl Reader<'_> {
    /// Every exchange, the latest first.
    pub fn exchanges(&self) -> Result<Vec<Exchange>, StoreError> {
        self.select("ORDER BY held_on DESC, id DESC", ())
    }
}

impl Writer<'_> {
    /// Adds an exchange and gives its number; the number that `exchange` has does not count.
    pub fn insert_exchange(&self, exchange: &Exchange) -> Result<ExchangeId, StoreError> {
        self.insert_row(exchange, vec![]).map(ExchangeId)
    }

    /// Changes the exchange of that number. Errors: there is no such exchange.
    pub fn update_exchange(&self, exchange: &Exchange) -> Result<(), StoreError> {
        self.update_row(exchange.id.0, exchange, vec![])
    }

    /// Takes an exchange out. Errors: there is no such exchange.
    pub fn delete_exchange(&self, exchange: ExchangeId) -> Result<(), StoreError> {
        self.delete_row::<Exchange>(exchange.0, vec![])
    }
}
