//! What an adviser does: every call of the window, the command line and the tests.
//!
//! One door ([`calls::answer`]) takes the name of a call and its input as JSON, and
//! gives its output or a [`Failure`] already worded in French. A call is checked
//! against the lock, reads or changes the store in one transaction, and hands back a
//! view shaped for the screen. Nothing here reads a clock: the caller brings
//! [`Moment`] and what only the outside can do.

pub mod calls;
pub mod running;

pub use app::caller::{Caller, Files, Moment, Outside, Progress, Viewer};
pub use app::desk::Desk;
pub use app::failure::{Failure, FailureKind};
pub use app::place::Place;
pub use app::{delivered, discretion, disk, renderer};
pub use casework::copies;
