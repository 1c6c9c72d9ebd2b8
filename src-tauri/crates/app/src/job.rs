//! What a call is made of: what it does to the office, and the halves of a long one.

use crate::caller::{Caller, Progress};
use crate::desk::Desk;
use crate::failure::Failure;

/// What a call does to the office.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Reads nothing of the office.
    Pure,
    /// Reads the office.
    Read,
    /// Changes the office in one action that can be undone.
    Write,
    /// Changes the desk itself: lock, drafts, undo.
    Desk,
    /// Gathers its facts, then works beside the desk.
    Long,
}

impl Kind {
    /// Its name, as the table spells it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Pure => "pure",
            Self::Read => "read",
            Self::Write => "write",
            Self::Desk => "desk",
            Self::Long => "long",
        }
    }
}

/// The second half of a long call: run beside the desk, it holds everything it needs.
pub type Work<T> = Box<dyn FnOnce(&Progress) -> Result<T, Failure> + Send>;

/// The end of a call that comes back to the desk with what it worked out, to write it in one action.
pub type Ending<T> = Box<dyn FnOnce(&mut Desk, &Caller) -> Result<T, Failure> + Send>;

/// A call that has begun.
pub enum Begun<T> {
    /// It is done.
    Done(T),
    /// Its facts are gathered; the work is left to do.
    Work(Work<T>),
    /// The work is left to do, then its end at the desk.
    Bringing(Work<Ending<T>>),
}

impl<T> Begun<T> {
    /// Does what is left to do, here and now.
    pub fn finish(self, desk: &mut Desk, caller: &Caller) -> Result<T, Failure> {
        match self {
            Self::Done(done) => Ok(done),
            Self::Work(work) => work(&caller.progress),
            Self::Bringing(work) => work(&caller.progress)?(desk, caller),
        }
    }
}
