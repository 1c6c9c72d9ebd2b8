//! Papers gathered from the office, drawn, saved and kept; what is held about a person; the printed guide.

pub mod help;
pub mod papers;
pub mod person_file;
