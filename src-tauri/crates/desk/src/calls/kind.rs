//! What a call does to the office, and when it may be made.

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

/// When a call may be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Locked or not.
    Always,
    /// Only once unlocked.
    Unlocked,
}
