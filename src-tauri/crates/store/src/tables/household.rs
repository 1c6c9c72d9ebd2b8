//! The members of a household, in the order they were entered, which is that of
//! their numbers: a member brought back by an undo has its number, so its place.

use domain::dossier::DossierId;
use domain::household::{Member, MemberId};

use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_day};
use crate::error::StoreError;

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

const NAME: &str = "household_member";

impl Reader<'_> {
    /// The members of a dossier's household, in the order they were entered.
    pub fn members(&self, dossier: DossierId) -> Result<Vec<Member>, StoreError> {
        self.rows(
            NAME,
            "SELECT id, name, link, born_on, presence, share, reason
             FROM household_member WHERE dossier = ?1 ORDER BY id",
            [dossier.0],
            read,
        )
    }
}

impl Writer<'_> {
    /// Adds a member and gives their number; the number that `member` has does not count.
    pub fn insert_member(&self, dossier: DossierId, member: &Member) -> Result<MemberId, StoreError> {
        let id = self.insert(
            "INSERT INTO household_member (dossier, name, link, born_on, presence, share, reason)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            (
                dossier.0,
                member.name.as_str(),
                member.link.key(),
                member.born_on.map(write_day),
                member.presence.key(),
                member.share.key(),
                member.reason.as_str(),
            ),
        )?;
        Ok(MemberId(id))
    }

    /// Changes the member of that number. Errors: the dossier has no such member.
    pub fn update_member(&self, dossier: DossierId, member: &Member) -> Result<(), StoreError> {
        self.change_one(
            NAME,
            member.id.0,
            "UPDATE household_member SET name = ?1, link = ?2, born_on = ?3, presence = ?4, share = ?5, reason = ?6
             WHERE id = ?7 AND dossier = ?8",
            (
                member.name.as_str(),
                member.link.key(),
                member.born_on.map(write_day),
                member.presence.key(),
                member.share.key(),
                member.reason.as_str(),
                member.id.0,
                dossier.0,
            ),
        )
    }

    /// Takes a member out. Errors: the dossier has no such member.
    pub fn delete_member(&self, dossier: DossierId, member: MemberId) -> Result<(), StoreError> {
        self.change_one(
            NAME,
            member.0,
            "DELETE FROM household_member WHERE id = ?1 AND dossier = ?2",
            (member.0, dossier.0),
        )
    }
}

fn read(columns: &Columns<'_>) -> Result<Member, StoreError> {
    Ok(Member {
        id: MemberId(columns.integer(0)?),
        name: columns.line(1)?,
        link: columns.word(2)?,
        born_on: columns.maybe_day(3)?,
        presence: columns.word(4)?,
        share: columns.word(5)?,
        reason: columns.line(6)?,
    })
}
