//! The French words of how long dossiers are kept.

use super::{Labelled, lowered};
use crate::retention::Rest;

impl Rest {
    /// How it ended, inside a sentence: `prêt arrivé à son terme`, `sans suite, abandon`, `encore ouvert : demande`.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::LoanOver => "prêt arrivé à son terme".to_owned(),
            Self::Closed(outcome) => lowered(outcome.label()),
            Self::Open(stage) => format!("encore ouvert : {}", lowered(stage.label())),
        }
    }
}
