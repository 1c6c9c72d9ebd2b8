//! The growing wait after a wrong secret: 1 to 30 seconds, never an erasure. Every secret of an office is tried here.

use std::time::Duration;

use super::Desk;
use crate::caller::Moment;
use crate::failure::{Failure, FailureKind};

/// How the journal says that wrong secrets were typed before the right one: `missed_tries_2`.
pub(crate) const MISSED_TRIES: &str = "missed_tries_";

/// How long the next try waits.
#[derive(Debug, Default)]
pub(crate) struct Patience {
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
    pub(super) fn wait(&self, moment: &Moment) -> u64 {
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

/// What the journal says of the wrong secrets typed since the last right one.
pub(crate) struct Missed(Option<String>);

impl Missed {
    /// The fields of a line of the journal; none when no wrong secret was typed.
    pub(crate) fn fields(&self) -> Vec<&str> {
        self.0.as_deref().into_iter().collect()
    }
}

impl Desk {
    /// Tries a secret of this office: not too soon after a wrong one, which is counted. The right one ends the wait,
    /// and is told how many were missed.
    pub(crate) fn try_secret<T>(
        &mut self,
        moment: &Moment,
        run: impl FnOnce(&mut Self, Missed) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        let missed = Some(self.patience.refused).filter(|missed| *missed > 0);
        let missed = Missed(missed.map(|missed| format!("{MISSED_TRIES}{missed}")));
        let right = self.try_secret_of_copy(moment, |desk| run(desk, missed))?;
        self.patience = Patience::default();
        Ok(right)
    }

    /// Tries a secret on a copy, which may be anyone's: the right one ends no wait of this office.
    pub(crate) fn try_secret_of_copy<T>(
        &mut self,
        moment: &Moment,
        run: impl FnOnce(&mut Self) -> Result<T, Failure>,
    ) -> Result<T, Failure> {
        self.patience.check(moment)?;
        let tried = run(self);
        if tried.as_ref().is_err_and(|failure| failure.kind == FailureKind::WrongSecret) {
            self.patience.refuse(moment);
        }
        tried
    }
}
