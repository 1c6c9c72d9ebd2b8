//! Journeys through the desk: a real encrypted file, a fixed day, the door of the window.

mod bad_input;
mod budget;
mod cli;
mod databases;
mod delivered;
mod drafts;
mod first_run;
mod office;
mod papers;
mod request;
mod table;
mod undo;
mod words;
