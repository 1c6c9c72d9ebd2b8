//! The shapes of a story, already worded.

use domain::dossier::{DossierId, FactId};
use serde::Serialize;
use ts_rs::TS;

/// The story of a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StoryView {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// `34 faits en 43 jours.`
    pub sentence: String,
    /// What it is filtered by, with how many lines each; those without a line are left out.
    pub filters: Vec<StoryFilter>,
    /// Its days, the newest first.
    pub days: Vec<StoryDay>,
    /// What was corrected, the last first.
    pub corrections: Vec<StoryCorrection>,
    /// The time spent, kind by kind; empty when none was noted.
    pub time: Vec<TimeSpent>,
    /// The same in all: `4 h 35`.
    pub time_total: String,
}

/// A filter of the story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StoryFilter {
    /// Its key, which lines name; empty for everything.
    pub key: String,
    /// What people read.
    pub label: String,
    /// How many lines it leaves.
    pub count: u32,
}

/// One day of the story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StoryDay {
    /// `Aujourd’hui`, `Vendredi 20 novembre 2026`, `Mars 2024` when the day is not known.
    pub heading: String,
    /// The same in short: `aujourd’hui`, `20 nov.`.
    pub short: String,
    /// What happened, the last entered first.
    pub lines: Vec<StoryLine>,
}

/// How a line stands in the story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StoryTone {
    /// A turning point.
    Key,
    /// Something noted.
    Plain,
    /// Corrected since, or taken back.
    Corrected,
    /// Never printed.
    Private,
    /// A small entry, folded.
    Small,
}

/// One line of the story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StoryLine {
    /// Its fact, as it stands now; nothing for what no fact holds.
    #[ts(type = "number | null")]
    pub fact: Option<FactId>,
    /// The hour it was entered, when it was on its day.
    pub hour: String,
    /// What happened.
    pub sentence: String,
    /// What was said of it.
    pub detail: String,
    /// What it said before, struck.
    pub before: String,
    /// Why it was corrected.
    pub reason: String,
    /// What the correction changed, and what still says the old words.
    pub effects: Vec<String>,
    /// How it stands.
    pub tone: StoryTone,
    /// The filters it belongs to.
    pub filters: Vec<String>,
    /// Whether it was taken back: it never took place.
    pub retracted: bool,
    /// Its day, as its field shows it.
    pub on: String,
    /// Its own words, as their field shows them.
    pub words: String,
    /// Whether it has words of its own.
    pub has_words: bool,
}

/// What was corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StoryCorrection {
    /// What it says now.
    pub sentence: String,
    /// What changed with it.
    pub effects: String,
    /// The day it was corrected.
    pub on: String,
}

/// Time spent on a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TimeSpent {
    /// On what.
    pub label: String,
    /// `1 h 20`.
    pub text: String,
}
