//! The growing wait after a wrong secret: 1 to 30 seconds, never an erasure. Every secret of an office is tried here.

use std::time::Duration;

use store::RecoveryCode;

use super::create::Prepared;
use app::caller::Moment;
use app::desk::{Desk, Slot};
use app::failure::{Failure, FailureKind};

/// How the journal says that wrong secrets were typed before the right one: `missed_tries_2`.
pub(crate) const MISSED_TRIES: &str = "missed_tries_";

/// How long the next try waits.
#[derive(Debug, Default)]
struct Patience {
    refused: u32,
    until: Duration,
}

impl Patience {
    /// Refuses a try that comes too soon.
    fn check(&self, moment: &Moment) -> Result<(), Failure> {
        match self.wait(moment) {
            0 => Ok(()),
            seconds => Err(Failure::wait(seconds)),
        }
    }

    /// Whole seconds left to wait.
    fn wait(&self, moment: &Moment) -> u64 {
        let left = self.until.saturating_sub(moment.running);
        left.as_secs().saturating_add(u64::from(left.subsec_nanos() > 0))
    }

    /// Counts a wrong secret: 1, 2, 4… up to 30 seconds.
    fn refuse(&mut self, moment: &Moment) {
        self.refused = self.refused.saturating_add(1);
        let seconds = 2_u64.saturating_pow(self.refused.saturating_sub(1)).min(30);
        self.until = moment.running.saturating_add(Duration::from_secs(seconds));
    }
}

/// What lets someone in, between calls: the code that was drawn, the one that was typed, the wait after a wrong one.
#[derive(Default)]
pub(super) struct Entrance {
    pub(super) prepared: Option<Prepared>,
    /// The code the office was opened with, until another passphrase is chosen.
    pub(super) entered: Option<RecoveryCode>,
    patience: Patience,
}

impl Slot for Entrance {
    /// The wait outlives the lock.
    fn close(&mut self) {
        self.prepared = None;
        self.entered = None;
    }
}

/// The code that was drawn for this office.
pub(super) fn prepared(desk: &Desk) -> Option<&Prepared> {
    desk.slot::<Entrance>()?.prepared.as_ref()
}

/// Sets the code that was drawn, and gives back the one before.
pub(super) fn set_prepared(desk: &mut Desk, prepared: Option<Prepared>) -> Option<Prepared> {
    desk.with_slot(|entrance: &mut Entrance| std::mem::replace(&mut entrance.prepared, prepared))
}

/// The code the office was opened with.
pub(super) fn entered(desk: &Desk) -> Option<&RecoveryCode> {
    desk.slot::<Entrance>()?.entered.as_ref()
}

/// Sets the code the office was opened with: another passphrase is proposed.
pub(crate) fn set_entered(desk: &mut Desk, code: Option<RecoveryCode>) {
    desk.with_slot(|entrance: &mut Entrance| entrance.entered = code);
}

/// Whole seconds before a secret may be tried again.
pub(super) fn wait(desk: &Desk, moment: &Moment) -> u64 {
    desk.slot::<Entrance>().map_or(0, |entrance| entrance.patience.wait(moment))
}

/// What the journal says of the wrong secrets typed since the last right one.
pub(crate) struct Missed(Option<String>);

impl Missed {
    /// The fields of a line of the journal; none when no wrong secret was typed.
    pub(crate) fn fields(&self) -> Vec<&str> {
        self.0.as_deref().into_iter().collect()
    }
}

/// Tries a secret of this office: not too soon after a wrong one, which is counted. The right one ends the wait,
/// and is told how many were missed.
pub(crate) fn try_secret<T>(
    desk: &mut Desk,
    moment: &Moment,
    run: impl FnOnce(&mut Desk, Missed) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let missed = desk.slot::<Entrance>().map(|entrance| entrance.patience.refused).filter(|missed| *missed > 0);
    let missed = Missed(missed.map(|missed| format!("{MISSED_TRIES}{missed}")));
    let right = try_secret_of_copy(desk, moment, |desk| run(desk, missed))?;
    desk.with_slot(|entrance: &mut Entrance| entrance.patience = Patience::default());
    Ok(right)
}

/// Tries a secret on a copy, which may be anyone's: the right one ends no wait of this office.
pub(crate) fn try_secret_of_copy<T>(
    desk: &mut Desk,
    moment: &Moment,
    run: impl FnOnce(&mut Desk) -> Result<T, Failure>,
) -> Result<T, Failure> {
    desk.slot::<Entrance>().map_or(Ok(()), |entrance| entrance.patience.check(moment))?;
    let tried = run(desk);
    if tried.as_ref().is_err_and(|failure| failure.kind == FailureKind::WrongSecret) {
        desk.with_slot(|entrance: &mut Entrance| entrance.patience.refuse(moment));
    }
    tried
}
