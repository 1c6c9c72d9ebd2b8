//! The story of a dossier: its dated facts, corrections included, and the correction of any of them.

mod correct;
mod kinds;
mod shapes;
mod told;
mod view;

pub use correct::{EntryCorrection, EntryRetraction, correct_entry, retract_entry};
pub use kinds::is_small;
pub use shapes::{StoryCorrection, StoryDay, StoryFilter, StoryLine, StoryTone, StoryView, TimeSpent};
pub use told::told;
pub use view::story;
