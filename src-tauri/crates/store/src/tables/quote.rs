//! What sellers ask for a project, in the order the quotes were entered, which is
//! that of their numbers.

use domain::dossier::DossierId;
use domain::project::{Quote, QuoteId};
use rusqlite::Params;

use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_day};
use crate::error::StoreError;

pub(crate) const TABLE: &str = "
CREATE TABLE quote (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  label TEXT NOT NULL,
  seller TEXT NOT NULL,
  dated_on TEXT,
  valid_until TEXT,
  amount_cents INTEGER NOT NULL CHECK (amount_cents >= 0),
  choice TEXT NOT NULL CHECK (choice IN ('compared', 'kept', 'put_aside')),
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX quote_dossier ON quote (dossier);
";

const NAME: &str = "quote";

impl Reader<'_> {
    /// The quotes of a dossier, in the order they were entered.
    pub fn quotes(&self, dossier: DossierId) -> Result<Vec<Quote>, StoreError> {
        self.rows(
            NAME,
            "SELECT id, label, seller, dated_on, valid_until, amount_cents, choice, reason
             FROM quote WHERE dossier = ?1 ORDER BY id",
            [dossier.0],
            read,
        )
    }
}

impl Writer<'_> {
    /// Adds a quote and gives its number; the number that `quote` has does not count.
    pub fn insert_quote(&self, dossier: DossierId, quote: &Quote) -> Result<QuoteId, StoreError> {
        let id = self.insert(
            "INSERT INTO quote (label, seller, dated_on, valid_until, amount_cents, choice, reason, id, dossier)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            write(quote, None, dossier),
        )?;
        Ok(QuoteId(id))
    }

    /// Changes the quote of that number. Errors: the dossier has no such quote.
    pub fn update_quote(&self, dossier: DossierId, quote: &Quote) -> Result<(), StoreError> {
        self.change_one(
            NAME,
            quote.id.0,
            "UPDATE quote SET label = ?1, seller = ?2, dated_on = ?3, valid_until = ?4, amount_cents = ?5, choice = ?6,
                    reason = ?7
             WHERE id = ?8 AND dossier = ?9",
            write(quote, Some(quote.id), dossier),
        )
    }

    /// Takes a quote out. Errors: the dossier has no such quote.
    pub fn delete_quote(&self, dossier: DossierId, quote: QuoteId) -> Result<(), StoreError> {
        let sql = "DELETE FROM quote WHERE id = ?1 AND dossier = ?2";
        self.change_one(NAME, quote.0, sql, (quote.0, dossier.0))
    }
}

fn read(columns: &Columns<'_>) -> Result<Quote, StoreError> {
    Ok(Quote {
        id: QuoteId(columns.integer(0)?),
        label: columns.line(1)?,
        seller: columns.line(2)?,
        dated_on: columns.maybe_day(3)?,
        valid_until: columns.maybe_day(4)?,
        amount: columns.euros(5)?,
        choice: columns.word(6)?,
        reason: columns.line(7)?,
    })
}

fn write(quote: &Quote, id: Option<QuoteId>, dossier: DossierId) -> impl Params {
    (
        quote.label.as_str(),
        quote.seller.as_str(),
        quote.dated_on.map(write_day),
        quote.valid_until.map(write_day),
        quote.amount.cents(),
        quote.choice.key(),
        quote.reason.as_str(),
        id.map(|quote| quote.0),
        dossier.0,
    )
}
