//! The two ways in, changed one at a time; each change is in the journal first, then in the header.

use chrono::NaiveDate;
use rusqlite::TransactionBehavior;

use super::Vault;
use crate::access::JournalEntry;
use crate::error::StoreError;
use crate::header::Header;
use crate::keys::{MasterKey, Purpose, Secret};
use crate::recovery::RecoveryCode;
use crate::tables::safety::SecretDays;

impl Vault {
    /// Gives the vault another passphrase; the recovery code still opens it, and so do older copies with
    /// the former passphrase. Errors: the current secret is wrong.
    pub fn change_passphrase(
        &mut self,
        current: Secret<'_>,
        passphrase: &str,
        on: NaiveDate,
        entry: JournalEntry<'_>,
    ) -> Result<(), StoreError> {
        let new = Secret::Passphrase(passphrase);
        self.change_way_in(current, new, entry, |days| days.passphrase_set_on = Some(on))
    }

    /// Gives the vault another recovery code, which was copied back; the passphrase is untouched.
    /// Errors: the current secret is wrong.
    pub fn replace_code(
        &mut self,
        current: Secret<'_>,
        code: &RecoveryCode,
        on: NaiveDate,
        entry: JournalEntry<'_>,
    ) -> Result<(), StoreError> {
        let noted = |days: &mut SecretDays| (days.code_made_on, days.code_proved_on) = (Some(on), Some(on));
        self.change_way_in(current, Secret::Code(code), entry, noted)
    }

    /// Sees that the recovery code opens this vault, and notes the day. Errors: it does not.
    pub fn prove_code(
        &mut self,
        code: &RecoveryCode,
        on: NaiveDate,
        entry: JournalEntry<'_>,
    ) -> Result<(), StoreError> {
        self.admitted(Secret::Code(code))?;
        self.note_days(entry, |days| days.code_proved_on = Some(on))
    }

    /// Sees that a secret opens this vault. Errors: it does not.
    pub fn admits(&self, secret: Secret<'_>) -> Result<(), StoreError> {
        self.admitted(secret).map(drop)
    }

    /// The header in use and the master key a secret opens. Errors: a wrong secret, another vault's header, a copy
    /// that is only looked at.
    pub(super) fn admitted(&self, secret: Secret<'_>) -> Result<(Header, MasterKey), StoreError> {
        if self.looked {
            return Err(StoreError::OnlyLooked);
        }
        let header = self.generation.header()?.header;
        let master = header.open(secret)?;
        if master.derive(Purpose::Database)? == self.keys.database {
            Ok((header, master))
        } else {
            Err(StoreError::NotThisVault)
        }
    }

    /// Notes the change, then makes it: a change that was refused never leaves its secret in force.
    fn change_way_in(
        &self,
        current: Secret<'_>,
        new: Secret<'_>,
        entry: JournalEntry<'_>,
        change: impl FnOnce(&mut SecretDays),
    ) -> Result<(), StoreError> {
        let (header, master) = self.admitted(current)?;
        let (header, before) = (header.with(new, &master)?, self.read(|reader| reader.secret_days())?);
        self.note_days(entry, change)?;
        self.generation.write_header(&header).inspect_err(|_| {
            // A day too many is all that a second refusal leaves.
            let _ = self.note_days(entry, |days| *days = before);
        })?;
        self.keep_ways_in_of_previous();
        Ok(())
    }

    /// Gives the generation that a restoration replaced today's ways in, as long as the key is the same: taken back,
    /// it would bring a former secret back with it. What cannot be written now is at the next opening.
    pub(super) fn keep_ways_in_of_previous(&self) {
        let today = || {
            let header = self.generation.header()?.header;
            let Some((_, previous)) = self.folder.previous() else { return Ok(()) };
            let is_of_today = previous.header().is_ok_and(|found| found.header == header);
            if is_of_today || !previous.opens_with(&self.copy_keys()) {
                return Ok(());
            }
            previous.write_header(&header)
        };
        let _: Result<(), StoreError> = today();
    }

    fn note_days(&self, entry: JournalEntry<'_>, change: impl FnOnce(&mut SecretDays)) -> Result<(), StoreError> {
        self.within(TransactionBehavior::Immediate, |writer| {
            let mut days = writer.secret_days()?;
            change(&mut days);
            writer.note_secret_days(&days)?;
            writer.add_to_journal(&entry, &self.keys.journal)
        })
    }
}
