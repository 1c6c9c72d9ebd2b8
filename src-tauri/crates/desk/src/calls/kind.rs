//! What a call is: what it does to the office, when it may be made, what it takes and gives.

use serde_json::Value;
#[cfg(debug_assertions)]
use ts_rs::Config;

#[cfg(debug_assertions)]
use super::typescript::Declarations;
use app::caller::Caller;
use app::desk::Desk;
use app::failure::Failure;
use app::job::{Begun, Kind};

/// One line of the table. The page has the types of its input and output in a file: what is given out does not write it.
pub struct Call {
    /// Its name.
    pub name: &'static str,
    /// What it does to the office.
    pub kind: Kind,
    /// When it may be made.
    pub rule: Rule,
    /// What it is for, in one sentence.
    pub about: &'static str,
    #[cfg(debug_assertions)]
    /// The name of its input's type.
    pub input: fn(&Config) -> String,
    #[cfg(debug_assertions)]
    /// The name of its output's type.
    pub output: fn(&Config) -> String,
    #[cfg(debug_assertions)]
    pub(super) types: fn(&mut Declarations),
    pub(super) start: fn(&mut Desk, Value, &Caller) -> Result<Begun<Value>, Failure>,
}

/// When a call may be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Locked or not.
    Always,
    /// Only once unlocked.
    Unlocked,
}
