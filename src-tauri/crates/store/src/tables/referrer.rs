//! Who sends people to the office, in the order they were entered. A request names one; it stays when it is retired.

use domain::partner::{Referrer, ReferrerId};

use crate::access::{Reader, Writer};
use crate::columns::Columns;
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

const NAME: &str = "referrer";

impl Reader<'_> {
    /// Every referrer, retired ones included, in the order they were entered.
    pub fn referrers(&self) -> Result<Vec<Referrer>, StoreError> {
        let all = "SELECT id, kind, structure, name, phone, email, address, retired FROM referrer ORDER BY id";
        self.rows(NAME, all, (), read)
    }

    /// The referrer of that number.
    pub fn referrer(&self, id: ReferrerId) -> Result<Option<Referrer>, StoreError> {
        let one = "SELECT id, kind, structure, name, phone, email, address, retired FROM referrer WHERE id = ?1";
        self.row(NAME, one, [id.0], read)
    }
}

impl Writer<'_> {
    /// Adds a referrer and gives its number; the number that `referrer` has does not count.
    pub fn insert_referrer(&self, referrer: &Referrer) -> Result<ReferrerId, StoreError> {
        let id = self.insert(
            "INSERT INTO referrer (kind, structure, name, phone, email, address, retired)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            write(referrer),
        )?;
        Ok(ReferrerId(id))
    }

    /// Changes the referrer of that number. Errors: there is no such referrer.
    pub fn update_referrer(&self, referrer: &Referrer) -> Result<(), StoreError> {
        let sql = format!(
            "UPDATE referrer SET kind = ?1, structure = ?2, name = ?3, phone = ?4, email = ?5, address = ?6,
                    retired = ?7 WHERE id = {}",
            referrer.id.0
        );
        self.change_one(NAME, referrer.id.0, &sql, write(referrer))
    }
}

fn read(columns: &Columns<'_>) -> Result<Referrer, StoreError> {
    Ok(Referrer {
        id: ReferrerId(columns.integer(0)?),
        kind: columns.key(1)?,
        structure: columns.line(2)?,
        name: columns.line(3)?,
        phone: columns.maybe_phone(4)?,
        email: columns.maybe_email(5)?,
        address: columns.line(6)?,
        retired: columns.integer(7)? == 1,
    })
}

fn write(referrer: &Referrer) -> impl rusqlite::Params {
    (
        referrer.kind.as_str(),
        referrer.structure.as_str(),
        referrer.name.as_str(),
        referrer.phone.as_ref().map(|phone| phone.figures()),
        referrer.email.as_ref().map(|email| email.as_str()),
        referrer.address.as_str(),
        referrer.retired,
    )
}
