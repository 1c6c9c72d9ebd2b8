//! The facts a user of the store counts on, each on a real encrypted folder.

mod damage;
mod drafts_and_settings;
mod header;
mod journal;
mod leftovers;
mod migrations;
mod opening;
mod recovery;
mod rows;
mod search;
mod undo;
mod world;
