//! The rules of personal microcredit as one CCAS adviser applies them.
//!
//! Everything here is pure: values in, values out. No file, no clock, no
//! randomness, no JSON, no SQL. Dates come from outside; what a rule takes from
//! the office's settings it takes through [`settings::RulesAt`], built for one
//! date.
//!
//! The trade is told in *Un coup de pouce pour le microcrédit personnel* and
//! *Bien vivre, dépasser le cadre du microcrédit classique* (UNCCAS); the words
//! are those of `GLOSSARY.md`.

#[macro_use]
mod vocabulary;

pub mod arrears;
pub mod assessment;
pub mod attachment;
pub mod budget;
pub mod calendar;
pub mod committee;
pub mod companion;
pub mod contact;
pub mod dossier;
pub mod eligibility;
pub mod explained;
pub mod guarantee;
pub mod household;
pub mod letter;
pub mod line;
pub mod loan;
pub mod money;
pub mod paper;
pub mod partner;
pub mod person;
pub mod project;
pub mod refund;
pub mod register;
pub mod report;
pub mod resolution;
pub mod retention;
pub mod settings;
pub mod simulation;
pub mod support;
pub mod supporting_document;
pub mod task;
pub mod text;
pub mod words;
