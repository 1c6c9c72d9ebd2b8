//! Those the office works with: who sends people, who lends, who helps otherwise.

use serde::{Deserialize, Serialize};

/// Number of a referrer in the office's store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ReferrerId(pub i64);
