//! The story of a dossier: its dated facts, corrections included, and the correction of any of them.

mod correct;
mod told;
mod view;

pub use correct::{EntryCorrection, EntryRetraction, correct_entry, retract_entry};
pub use view::{StoryCorrection, StoryDay, StoryFilter, StoryLine, StoryTone, StoryView, TimeSpent, story};
