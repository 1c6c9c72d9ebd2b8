//! Which paper is asked for: of a dossier, of a period, of an erasure, or of the office alone.

use documents::merge::Weight;
use documents::papers::session_sheet::Naming;
use domain::dossier::{DossierId, SessionId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use app::failure::Failure;
use app::reading;
use reporting::{NarrowedTo, ReportAsked};

/// A paper of a dossier, of a period, of an erasure, or of the office alone.
#[derive(Clone, Debug, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OnePaper {
    /// The paper's key.
    pub paper: String,
    /// The dossier, for a paper of one.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub dossier: Option<DossierId>,
    /// Several dossiers, for one file with the same paper of each.
    #[serde(default)]
    #[ts(optional, type = "Array<number>")]
    pub dossiers: Vec<DossierId>,
    /// The first day of the period as typed, for a paper of one.
    #[serde(default)]
    #[ts(optional)]
    pub from: Option<String>,
    /// Its last day as typed.
    #[serde(default)]
    #[ts(optional)]
    pub to: Option<String>,
    /// Which dossiers it counts, for a report.
    #[serde(default)]
    #[ts(optional)]
    pub narrowed: Option<NarrowedTo>,
    /// The session, for a paper of one.
    #[serde(default)]
    #[ts(optional, type = "number")]
    pub session: Option<SessionId>,
    /// Whether a paper of a session says who asks; by default the reference stands for the person.
    #[serde(default)]
    #[ts(optional, type = "boolean")]
    pub with_names: bool,
    /// The number of an erasure, for its certificate: `2027-03`.
    #[serde(default)]
    #[ts(optional)]
    pub erasure: Option<String>,
    /// Whether pictures are made smaller to send it by e-mail, for a paper with scans.
    #[serde(default)]
    #[ts(optional)]
    pub for_email: Option<bool>,
    /// What the adviser adds to this letter alone; it is kept with the paper, never in the text of the settings.
    #[serde(default)]
    #[ts(optional)]
    pub words: Option<String>,
}

impl OnePaper {
    /// The period and the dossiers a report is asked of.
    pub(super) fn report(&self) -> ReportAsked {
        let typed = |day: &Option<String>| day.clone().unwrap_or_default();
        let (from, to, narrowed) = (typed(&self.from), typed(&self.to), self.narrowed.clone().unwrap_or_default());
        ReportAsked { from, to, narrowed, ..ReportAsked::default() }
    }

    /// Whether a paper of a session says who asks.
    pub(super) fn naming(&self) -> Naming {
        if self.with_names { Naming::Named } else { Naming::Nameless }
    }

    /// What is added to this letter alone. Errors: at `words`, too long or signs no text has.
    pub(super) fn own_words(&self) -> Result<String, Failure> {
        Ok(reading::text(self.words.as_deref().unwrap_or_default(), "words")?.to_string())
    }

    /// How heavy its file may be.
    pub(super) fn weight(&self) -> Weight {
        if self.for_email == Some(true) { Weight::ForEmail } else { Weight::Whole }
    }
}

/// Which page of a paper, how wide.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PaperPage {
    /// The paper.
    pub of: OnePaper,
    /// The page, from 1.
    pub page: usize,
    /// Its width in pixels.
    pub width: u32,
}

/// A paper and the file chosen for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PaperToFile {
    /// The paper.
    pub of: OnePaper,
    /// The handle of the chosen file.
    pub file: String,
}
