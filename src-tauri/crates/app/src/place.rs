//! Where an office is when the program starts: where the user says, beside the program on a stick, else in the
//! user's own folder.
//!
//! Example: `/media/cle/etrier` with a folder `/media/cle/etrier-portable` beside it keeps its office there, and
//! nothing in the folders of whoever lends the computer.

use std::path::{Path, PathBuf};

use directories::ProjectDirs;

/// The folder that makes the program beside it portable.
pub const PORTABLE: &str = "etrier-portable";

/// The folder of an office, and how it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// Given by hand.
    Given(PathBuf),
    /// Beside the program.
    Portable(PathBuf),
    /// The user's own.
    Own(PathBuf),
}

impl Place {
    /// The place to work in; none when the user has no folder of their own.
    #[must_use]
    pub fn found(given: Option<PathBuf>) -> Option<Self> {
        given.map(Self::Given).or_else(beside).or_else(own)
    }

    /// Its folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        match self {
            Self::Given(folder) | Self::Portable(folder) | Self::Own(folder) => folder,
        }
    }
}

fn beside() -> Option<Place> {
    let folder = std::env::current_exe().ok()?.parent()?.join(PORTABLE);
    folder.is_dir().then_some(Place::Portable(folder))
}

fn own() -> Option<Place> {
    ProjectDirs::from("fr", "Etrier", "Etrier").map(|folders| Place::Own(folders.data_local_dir().to_owned()))
}
