//! Who sends people to the office, in the order they were entered. A request names one; it stays when it is retired.

use domain::partner::{Referrer, ReferrerId};

use crate::access::{Reader, Writer};
use crate::error::StoreError;

pub(crate) const TABLE: &str = "
CREATE TABLE referrer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind <> ''),
  structure TEXT NOT NULL CHECK (structure <> ''),
  name TEXT NOT NULL,
  phone TEXT,
  email TEXT,
  address TEXT NOT NULL,
  retired INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT;
";

row! { "referrer": Referrer [id] { kind, structure, name, phone, email, address, retired } }

impl Reader<'_> {
    /// Every referrer, retired ones included, in the order they were entered.
    pub fn referrers(&self) -> Result<Vec<Referrer>, StoreError> {
        self.select("ORDER BY id", ())
    }

    /// The referrer of that number.
    pub fn referrer(&self, id: ReferrerId) -> Result<Option<Referrer>, StoreError> {
        self.select_one("WHERE id = ?1", [id.0])
    }
}

impl Writer<'_> {
    /// Adds a referrer and gives its number; the number that `referrer` has does not count.
    pub fn insert_referrer(&self, referrer: &Referrer) -> Result<ReferrerId, StoreError> {
        self.insert_row(referrer, vec![]).map(ReferrerId)
    }

    /// Changes the referrer of that number. Errors: there is no such referrer.
    pub fn update_referrer(&self, referrer: &Referrer) -> Result<(), StoreError> {
        self.update_row(referrer.id.0, referrer, vec![])
    }
}
