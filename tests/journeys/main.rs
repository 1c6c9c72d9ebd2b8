//! Journeys through the desk: a real encrypted file, a fixed day, the door of the window.

mod assessment;
mod bad_input;
mod bilan_by_sql;
mod budget;
mod cli;
mod databases;
mod decisions;
mod delivered;
mod delmas_papers;
mod demo;
mod drafts;
mod first_run;
mod hostile;
mod lenders;
mod office;
mod papers;
mod project;
mod published;
mod refused_decisions;
mod report;
mod request;
mod settings;
mod simulation;
mod table;
mod undo;
mod words;
