//! Copies made by themselves, and on demand: taken at the desk, verified beside it.

use std::sync::{Arc, Mutex, PoisonError};

use serde::Serialize;
use store::{Reason, Snapshot, StoreError, Vault};
use ts_rs::TS;

use super::wording::{Lost, made_sentence};
use app::caller::{Caller, Moment, Progress};
use app::desk::Nothing;
use app::desk::{Desk, Slot};
use app::failure::Failure;
use app::job::Work;

/// What the desk knows of copies besides the office itself.
#[derive(Default)]
pub(crate) struct Copying {
    /// Copies taken while the office was being closed, to be verified beside the desk.
    pub(super) taken: Vec<Snapshot>,
    /// The office, set aside while a copy is looked at.
    pub(super) aside: Option<Vault>,
    /// What the window says while a copy is looked at.
    pub(super) looked: Option<String>,
    /// What the check beside the desk found, until the desk has heard of it.
    found: Arc<Mutex<Option<Found>>>,
    /// Why the office was closed by itself; until it is opened again.
    pub(super) damage: Option<String>,
}

/// What the check of an office found beside the desk.
enum Found {
    /// It is whole; whether its search fits.
    Whole {
        /// Whether the index of the search has the words of the lines.
        search_fits: bool,
    },
    /// It is damaged.
    Damaged(StoreError),
}

/// What was done, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CopyDone {
    /// Whether a copy was made.
    pub made: bool,
    /// The sentence; empty when nothing had to be done.
    pub sentence: String,
}

impl CopyDone {
    fn nothing() -> Self {
        Self { made: false, sentence: String::new() }
    }
}

impl Slot for Copying {
    /// The office set aside and the copy looked at go; copies taken are still to be verified.
    fn close(&mut self) {
        self.aside = None;
        self.looked = None;
    }
}

/// Why the office was closed by itself.
pub(crate) fn damage(desk: &Desk) -> Option<String> {
    desk.slot::<Copying>()?.damage.clone()
}

/// The office is open again.
pub(crate) fn forget_damage(desk: &mut Desk) {
    desk.with_slot(|copying: &mut Copying| copying.damage = None);
}

/// What the window says while a copy is looked at.
pub(crate) fn looked(desk: &Desk) -> Option<String> {
    desk.slot::<Copying>()?.looked.clone()
}

/// Makes a verified copy on this computer.
pub fn copy_here(desk: &mut Desk, _: Nothing, caller: &Caller) -> Result<Work<CopyDone>, Failure> {
    let (snapshot, lost) = (desk.vault()?.snapshot(Reason::Asked, caller.moment.now)?, named(desk)?);
    Ok(Box::new(move |progress: &Progress| verified(snapshot, &lost, progress)))
}

/// What follows an opening: the check of a large office, on a copy of the same bytes, which is kept when one is due
/// because the last good one is a day old, or a copy failed or was cut short.
///
/// An office found damaged is closed at the next call, whatever it is.
pub fn copy_if_due(desk: &mut Desk, _: Nothing, caller: &Caller) -> Result<Work<CopyDone>, Failure> {
    let vault = desk.vault()?;
    let (is_due, unchecked) = (vault.is_copy_due(caller.moment.now), vault.is_unchecked());
    if !is_due && !unchecked {
        return Ok(Box::new(|_| Ok(CopyDone::nothing())));
    }
    let (snapshot, lost) = (vault.snapshot(Reason::Opening, caller.moment.now)?, named(desk)?);
    let found = desk.with_slot(|copying: &mut Copying| Arc::clone(&copying.found));
    Ok(Box::new(move |progress: &Progress| {
        if unchecked {
            let checked = snapshot.check(&mut |done, of| progress.step(done, of).is_ok());
            let told = match checked {
                Ok(search_fits) => Found::Whole { search_fits },
                Err(damage @ StoreError::DatabaseDamaged { .. }) => Found::Damaged(damage),
                Err(cause) => return Err(cause.into()),
            };
            let damaged = matches!(told, Found::Damaged(_));
            *found.lock().unwrap_or_else(PoisonError::into_inner) = Some(told);
            if damaged {
                return Err(StoreError::damaged_office().into());
            }
        }
        if is_due { verified(snapshot, &lost, progress) } else { Ok(CopyDone::nothing()) }
    }))
}

/// Hears what the check beside the desk found: an office that is damaged is closed.
pub fn hear(desk: &mut Desk) {
    let found =
        desk.slot::<Copying>().and_then(|copying| copying.found.lock().unwrap_or_else(PoisonError::into_inner).take());
    match (found, desk.vault()) {
        (Some(Found::Whole { search_fits }), Ok(vault)) => {
            // A search that cannot be mended now is mended at the next opening.
            let _ = vault.note_checked(search_fits);
        }
        (Some(Found::Damaged(damage)), Ok(_)) => {
            let told = Failure::from(damage).sentence();
            desk.with_slot(|copying: &mut Copying| copying.damage = Some(told));
            desk.close();
        }
        (Some(_) | None, _) => {}
    }
}

/// Verifies what was taken while the office was being closed: it needs no secret, and the office may stay closed.
pub fn finish_copies(desk: &mut Desk, _: Nothing, _: &Caller) -> Result<Work<CopyDone>, Failure> {
    let taken = desk.with_slot(|copying: &mut Copying| std::mem::take(&mut copying.taken));
    Ok(Box::new(move |progress: &Progress| {
        taken.into_iter().try_fold(CopyDone::nothing(), |_, snapshot| verified(snapshot, &Lost::new(), progress))
    }))
}

/// Takes a copy of an office about to be closed, when something changed since the last one. A copy that cannot be
/// taken is told at the next opening: it is no reason to stay open.
pub(crate) fn take_on_closing(desk: &mut Desk, moment: &Moment) {
    let aside = desk.slot::<Copying>().and_then(|copying| copying.aside.as_ref());
    let vault = aside.or_else(|| desk.vault().ok()).filter(|vault| vault.has_changed());
    let taken = vault.and_then(|vault| vault.snapshot(Reason::Locking, moment.now).ok());
    desk.with_slot(|copying: &mut Copying| copying.taken.extend(taken));
}

/// The name of every attachment and the reference of its dossier, by the file it lies in: what a copy lacks is told by them.
pub(super) fn named(desk: &Desk) -> Result<Lost, Failure> {
    desk.read(|reader| Ok(reader.attachment_files()?))
}

/// The long half of a copy.
fn verified(snapshot: Snapshot, lost: &Lost, progress: &Progress) -> Result<CopyDone, Failure> {
    let made = snapshot.finish(&mut |done, of| progress.step(done, of).is_ok())?;
    Ok(CopyDone { made: true, sentence: made_sentence(&made, lost) })
}
