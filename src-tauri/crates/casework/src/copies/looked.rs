//! A copy looked at without replacing anything: opened in a private folder, wiped when it is left.

use serde::Deserialize;
use store::{CopyAt, JournalEntry, RecoveryCode, Secret, StoreError, Vault, Way};
use ts_rs::TS;
use zeroize::Zeroizing;

use super::made::Copying;
use super::places::{Place, place_of};
use super::wording::moment;
use crate::office::{Opened, Status, opened, refused, status, try_secret_of_copy};
use app::caller::{Caller, Moment};
use app::desk::{Desk, Nothing};
use app::failure::Failure;

/// A copy, and what opens it: one of its two secrets, or neither when the keys of the open office do.
#[derive(Clone, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CopyToOpen {
    /// Empty for this computer, `outside` for the place remembered, or the handle of a chosen folder.
    pub place: String,
    /// Its name there.
    pub stamp: String,
    /// The passphrase, as typed; empty when the code is given.
    #[ts(type = "string")]
    pub passphrase: Zeroizing<String>,
    /// The recovery code, as typed; empty when the passphrase is given.
    #[ts(type = "string")]
    pub code: Zeroizing<String>,
}

impl CopyToOpen {
    /// The recovery code, when one was typed. Errors: it is not one.
    pub(super) fn typed_code(&self) -> Result<Option<RecoveryCode>, Failure> {
        if self.code.trim().is_empty() {
            return Ok(None);
        }
        RecoveryCode::read(&self.code).map(Some).map_err(|refused| Failure::from(refused).at("code"))
    }

    /// Whether a secret was typed.
    pub(super) fn has_secret(&self) -> bool {
        !self.code.trim().is_empty() || !self.passphrase.trim().is_empty()
    }

    /// The name of the call a wrong secret is told for: at its field.
    pub(super) fn way_in(&self) -> &'static str {
        if self.code.trim().is_empty() { "unlock" } else { "unlock_with_code" }
    }
}

/// Opens a copy to be looked at. Every writing is refused until [`stop_looking`].
pub fn look_at_copy(desk: &mut Desk, input: CopyToOpen, caller: &Caller) -> Result<Opened, Failure> {
    let place = place_of(desk, &input.place, caller)?;
    let code = input.typed_code()?;
    let private = desk.opened_folder().join("looked");
    if private.exists() {
        store::disk::remove_folder(&private).map_err(StoreError::from)?;
    }
    let keys = desk.vault().ok().filter(|_| !input.has_secret()).map(Vault::copy_keys);
    let way = match (&keys, &code) {
        (Some(keys), _) => Way::Keys(keys),
        (None, Some(code)) => Way::Secret(Secret::Code(code)),
        (None, None) if input.has_secret() => Way::Secret(Secret::Passphrase(&input.passphrase)),
        (None, None) => return Err(Failure::refused("Tapez la phrase secrète de cette copie.").at("passphrase")),
    };
    let copy = CopyAt { place: &place.copies, stamp: &input.stamp };
    let look = || Vault::look(copy, way, &private).map_err(|cause| refused(cause, input.way_in()));
    let looked = match way {
        Way::Keys(_) => look()?,
        Way::Secret(_) => try_secret_of_copy(desk, &caller.moment, |_| look())?,
    };
    let made_at = made_at(&place, &input.stamp);
    let when = made_at.map_or_else(|| input.stamp.clone(), |at| moment(at, &caller.moment));
    // The copy keeps no line: the journal of the office says that it was looked at.
    let note = |own: &mut Vault| {
        // As with what is only shown, a disk that is full does not hide the copy.
        let _ =
            own.note(JournalEntry { call: "look_at_copy", dossier: None, fields: &["copy"], now: caller.moment.now });
    };
    let is_second = super::looked(desk).is_some();
    if !is_second && let Ok(own) = desk.vault_mut() {
        note(own);
    }
    let office = desk.set_vault(Some(looked));
    desk.with_slot(|copying: &mut Copying| {
        if is_second && let Some(own) = copying.aside.as_mut() {
            note(own);
        }
        if copying.aside.is_none() {
            copying.aside = office;
        }
        copying.looked = Some(domain::words::spaced(&format!(
            "Vous regardez une copie ({when}, {}), sans rien remplacer : rien ne s’y écrit.",
            place.name
        )));
    });
    opened(desk, Vec::new())
}

/// Comes back from the copy looked at: to the office of today, or to the lock screen when it was not open.
pub fn stop_looking(desk: &mut Desk, _: Nothing, at: &Moment) -> Result<Status, Failure> {
    if set_office_back(desk) {
        // What cannot be removed now goes at the lock.
        let _ = store::disk::remove_folder(desk.opened_folder().join("looked"));
    }
    status(desk, Nothing {}, at)
}

/// Leaves the copy that may be looked at for the office itself; whether there was one.
pub(super) fn set_office_back(desk: &mut Desk) -> bool {
    let back = desk.with_slot(|copying: &mut Copying| copying.looked.take().map(|_| copying.aside.take()));
    let was_looked = back.is_some();
    if let Some(office) = back {
        drop(desk.set_vault(office));
    }
    was_looked
}

pub(super) fn made_at(place: &Place, stamp: &str) -> Option<chrono::DateTime<chrono::Utc>> {
    let copies = place.copies.copies().ok()?;
    copies.into_iter().find(|copy| copy.stamp == stamp)?.made_at()
}
