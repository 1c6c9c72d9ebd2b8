//! The two ways in, changed one at a time; each change is in the journal first, then in the header.

use chrono::NaiveDate;
use rusqlite::TransactionBehavior;

use super::Vault;
use crate::access::JournalEntry;
use crate::error::StoreError;
use crate::header::Header;
use crate::keys::{KeyCost, MasterKey, Purpose, Secret};
use crate::recovery::RecoveryCode;
use crate::tables::safety::{KnownHeaders, SecretDays};

/// A change of a way in.
#[derive(Clone, Copy)]
pub struct SecretChange<'a> {
    /// A secret in use.
    pub current: Secret<'a>,
    /// The least that trying the new one costs.
    pub cost: KeyCost,
    /// The day.
    pub on: NaiveDate,
    /// The line of the journal.
    pub entry: JournalEntry<'a>,
}

impl Vault {
    /// Gives the vault another passphrase; the recovery code still opens it, and so do older copies with
    /// the former passphrase. Errors: the current secret is wrong.
    pub fn change_passphrase(&mut self, change: SecretChange<'_>, passphrase: &str) -> Result<(), StoreError> {
        let new = Secret::Passphrase(passphrase);
        self.change_way_in(change, new, |days| days.passphrase_set_on = Some(change.on))
    }

    /// Gives the vault another recovery code, which was copied back; the passphrase is untouched.
    /// Errors: the current secret is wrong.
    pub fn replace_code(&mut self, change: SecretChange<'_>, code: &RecoveryCode) -> Result<(), StoreError> {
        let on = Some(change.on);
        let noted = |days: &mut SecretDays| (days.code_made_on, days.code_proved_on) = (on, on);
        self.change_way_in(change, Secret::Code(code), noted)
    }

    /// Sees that the recovery code opens this vault, and notes the day. Errors: it does not.
    pub fn prove_code(
        &mut self,
        code: &RecoveryCode,
        on: NaiveDate,
        entry: JournalEntry<'_>,
    ) -> Result<(), StoreError> {
        self.admitted(Secret::Code(code))?;
        let headers = self.read(|reader| reader.known_headers())?;
        self.note_days(entry, &headers, |days| days.code_proved_on = Some(on))
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
        let (opened, master) = super::ways_in::open(&self.generation, &self.generation.header()?, secret)?;
        if master.derive(Purpose::Database)? == self.keys.database {
            Ok((opened.used, master))
        } else {
            Err(StoreError::NotThisVault)
        }
    }

    /// Notes the change, then makes it: a change that was refused never leaves its secret in force.
    fn change_way_in(
        &self,
        SecretChange { current, cost, entry, .. }: SecretChange<'_>,
        new: Secret<'_>,
        change: impl FnOnce(&mut SecretDays),
    ) -> Result<(), StoreError> {
        let (before, master) = self.admitted(current)?;
        let header = before.with(new, &master, cost.parameters())?;
        let days = self.read(|reader| reader.secret_days())?;
        let [own, next] = [&before, &header].map(|header| Some(self.fingerprint(header)));
        let coming = KnownHeaders { current: own.clone(), next };
        self.note_days(entry, &coming, change)?;
        self.generation.write_header(&header).inspect_err(|_| {
            // A day too many is all that a second refusal leaves.
            let _ = self.note_days(entry, &KnownHeaders { current: own, next: None }, |noted| *noted = days);
        })?;
        // Noted with the next writing: one that the disk refused now would say of a change in force that it is not.
        self.header_to_note.replace(coming.next);
        self.former_way_in.set(false);
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

    fn note_days(
        &self,
        entry: JournalEntry<'_>,
        headers: &KnownHeaders,
        change: impl FnOnce(&mut SecretDays),
    ) -> Result<(), StoreError> {
        self.within(TransactionBehavior::Immediate, |writer| {
            let mut days = writer.secret_days()?;
            change(&mut days);
            writer.note_secret_days(&days)?;
            writer.note_headers(headers)?;
            writer.add_to_journal(&entry, &self.keys.journal)
        })
    }
}
