//! The rights and aids sought before a loan, in the order they were entered, which
//! is that of their numbers.

use domain::dossier::DossierId;
use domain::project::{Aid, AidId};

pub(crate) const TABLE: &str = "
CREATE TABLE aid (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  provider TEXT NOT NULL,
  label TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('to_ask', 'asked', 'obtained', 'refused', 'not_applicable')),
  asked_on TEXT,
  answered_on TEXT,
  amount_cents INTEGER CHECK (amount_cents >= 0),
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX aid_dossier ON aid (dossier);
";

row! { "aid": Aid [id] { provider, label, status, asked_on, answered_on, amount = "amount_cents", reason } }
owned! { Aid, AidId of dossier: DossierId { aids, insert_aid, update_aid, delete_aid } }
