//! The story of a dossier: its dated facts, corrections included, and the correction of any of them.

mod correct;
mod kinds;
mod lines;
mod shapes;
mod view;

pub use correct::{EntryCorrection, EntryRetraction, correct_entry, retract_entry};
pub use kinds::is_small;
pub use lines::told;
pub use shapes::{StoryCorrection, StoryDay, StoryFilter, StoryLine, StoryTone, StoryView, TimeSpent};
pub use view::story;
