//! What sellers ask for a project, in the order the quotes were entered, which is
//! that of their numbers.

use domain::dossier::DossierId;
use domain::project::{Quote, QuoteId};

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

row! { "quote": Quote [id] { label, seller, dated_on, valid_until, amount = "amount_cents", choice, reason } }
owned! { Quote, QuoteId of dossier: DossierId { quotes, insert_quote, update_quote, delete_quote } }
