//! The growing wait after a wrong secret: 1 to 30 seconds, never an erasure.

use std::time::Duration;

use crate::caller::Moment;
use crate::failure::Failure;

/// How long the next try waits.
#[derive(Debug, Default)]
pub(crate) struct Patience {
    refused: u32,
    until: Duration,
}

impl Patience {
    /// Refuses a try that comes too soon.
    pub(crate) fn check(&self, moment: &Moment) -> Result<(), Failure> {
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
    pub(crate) fn refuse(&mut self, moment: &Moment) {
        self.refused = self.refused.saturating_add(1);
        let seconds = 2_u64.saturating_pow(self.refused.saturating_sub(1)).min(30);
        self.until = moment.running.saturating_add(Duration::from_secs(seconds));
    }

    /// How many wrong secrets were typed since the last right one.
    pub(super) fn missed(&self) -> u32 {
        self.refused
    }

    /// Forgets the wrong tries once the right secret was typed.
    pub(crate) fn reward(&mut self) {
        *self = Self::default();
    }
}
