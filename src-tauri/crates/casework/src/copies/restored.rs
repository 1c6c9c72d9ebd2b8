//! A copy put in the place of the office, and taken back.

use store::{CopyAt, JournalEntry, Reason, Secret, StoreError, Vault, Way};

use super::keep::keep_before;
use super::looked::{CopyToOpen, set_office_back};
use super::made::forget_damage;
use super::places::place_of;
use super::wording::moment;
use crate::office::{DEMO_PASSPHRASE, Opened, Status, opened, refused, set_entered, status, try_secret};
use app::caller::{Caller, Moment};
use app::desk::{Desk, Nothing};
use app::failure::Failure;

/// Puts a copy in the place of the office, which is kept a month, and opens it.
///
/// The secret is one of the copy, or today's as long as the key is the same. The office may be open, locked,
/// damaged or absent; an open one is copied first. Errors: nothing has been replaced.
pub fn restore_copy(desk: &mut Desk, input: CopyToOpen, caller: &Caller) -> Result<Opened, Failure> {
    let place = place_of(desk, &input.place, caller)?;
    let code = input.typed_code()?;
    let secret = match &code {
        Some(code) => Secret::Code(code),
        None if input.has_secret() => Secret::Passphrase(&input.passphrase),
        // Nobody was given the passphrase of a demonstration that opens alone.
        None if desk.folder().opens_alone() => Secret::Passphrase(DEMO_PASSPHRASE),
        None => return Err(Failure::refused("Tapez la phrase secrète ou le code de secours.").at("passphrase")),
    };
    let at = &caller.moment;
    let folder = desk.folder().clone();
    let has_office = folder.number().is_some();
    let told = |cause: StoreError| {
        if matches!(cause, StoreError::NotThisVault) {
            return Failure::refused("Cette copie est celle d’un autre bureau. Rien n’a été remplacé.")
                .remedy("Pour l’ouvrir, installez-la dans un dossier vide.");
        }
        let is_former = has_office && matches!(cause, StoreError::WrongSecret);
        let failure = refused(cause, input.way_in());
        if is_former {
            failure.remedy("Si elle a été changée depuis cette copie, c’est celle d’aujourd’hui qu’il faut taper.")
        } else {
            failure
        }
    };
    let copy = CopyAt { place: &place.copies, stamp: &input.stamp };
    let (restored, mut vault, told, missed) = try_secret(desk, at, |desk, missed| {
        folder.check_copy(copy, Way::Secret(secret)).map_err(told)?;
        set_office_back(desk);
        if desk.is_open() {
            keep_before(desk, Reason::BeforeRestore, at)?;
        }
        desk.close();
        let mut watch = |done, of| caller.progress.step(done, of).is_ok();
        let restored = folder.restore(copy, Way::Secret(secret), at.now, &mut watch).map_err(told)?;
        let (vault, told) = Vault::unlock(&folder, secret, at.now)?;
        Ok((restored, vault, told, missed))
    })?;
    vault.note_opening(JournalEntry { call: "restore_copy", dossier: None, fields: &missed.fields(), now: at.now })?;
    let _ = app::tasks::write_first(&mut vault, at);
    desk.set_vault(Some(vault));
    forget_damage(desk);
    if let Some(code) = &code {
        set_entered(desk, Some(code.clone()));
    }
    let mut opened = opened(desk, told)?;
    let missing = match restored.missing_pieces {
        0 => String::new(),
        some => format!(" {} n’ont pas pu être remis.", domain::words::counted(some, "fichier", "fichiers")),
    };
    let when = moment(restored.made_at, at);
    opened.told.insert(0, domain::words::spaced(&format!("Ces dossiers sont ceux d’une copie ({when}).{missing}")));
    Ok(opened)
}

/// Takes the last restoration back: the office of before is there again, locked.
pub fn undo_restore(desk: &mut Desk, _: Nothing, at: &Moment) -> Result<Status, Failure> {
    set_office_back(desk);
    let vault = desk.vault_mut()?;
    vault.note(JournalEntry { call: "undo_restore", dossier: None, fields: &[], now: at.now })?;
    let keys = vault.copy_keys();
    desk.close();
    desk.folder().undo_restore(&keys, at.now)?;
    status(desk, Nothing {}, at)
}
