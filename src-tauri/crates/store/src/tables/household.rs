//! The members of a household, in the order they were entered, which is that of
//! their numbers: a member brought back by an undo has its number, so its place.

use domain::dossier::DossierId;
use domain::household::{Member, MemberId};

pub(crate) const TABLE: &str = "
CREATE TABLE household_member (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  name TEXT NOT NULL,
  link TEXT NOT NULL CHECK (link IN ('applicant', 'co_applicant', 'spouse', 'child', 'child_shared', 'adult_child',
                                     'parent', 'hosted_person', 'other')),
  born_on TEXT,
  presence TEXT NOT NULL CHECK (presence IN ('here', 'elsewhere')),
  share TEXT NOT NULL CHECK (share IN ('one', 'half', 'none')),
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX household_member_dossier ON household_member (dossier);
";

row! { "household_member": Member [id] { name, link, born_on, presence, share, reason } }
owned! { Member, MemberId of dossier: DossierId { members, insert_member, update_member, delete_member } }
