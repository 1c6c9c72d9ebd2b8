//! « Séances »: the commission or the committee that decides, in offices that have one.

use domain::settings::ListKey;

/// The ways of deciding that need a session: entries of the decision modes.
const BY_SESSION: [&str; 2] = ["internal_commission", "selection_committee"];

/// Whether a way of deciding needs a session.
pub(crate) fn by_session(mode: &ListKey) -> bool {
    BY_SESSION.contains(&mode.as_str())
}
