//! The facts a user of the store counts on, each on a real encrypted folder.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::as_conversions,
    clippy::string_slice,
    reason = "a test that overflows or cuts a sign fails, as it should"
)]

mod assessing;
mod copies;
mod copies_outside;
mod course;
mod damage;
mod doubts;
mod drafts_and_settings;
mod erasing;
mod header;
mod journal;
mod kept_papers;
mod leftovers;
mod migrations;
mod opening;
// Links and pipes, which Windows makes otherwise.
#[cfg(unix)]
mod other_hands;
mod pieces;
mod quarantine;
mod recovery;
mod restoring;
mod row_values;
mod search;
mod secrets;
mod stock;
mod undo;
mod world;
