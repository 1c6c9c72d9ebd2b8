//! What every verb of the application uses: the open office, the moment of a call, refusals in French, typed text read, shapes of
//! views, files that go out, the settings in force.

pub mod caller;
pub mod delivered;
pub mod desk;
pub mod discretion;
pub mod failure;
pub mod files;
pub mod job;
pub mod log;
pub mod page_texts;
pub mod place;
pub mod reading;
pub mod renderer;
pub mod settings;
pub mod shapes;
pub mod tasks;
pub mod zone;

pub use store::disk;
