//! One table, one file: its SQL, how its rows and the domain match, its reads and
//! writes.

pub(crate) mod aid;
pub(crate) mod assessment;
pub(crate) mod attachment;
pub(crate) mod budget;
pub(crate) mod committee;
pub(crate) mod companion;
pub(crate) mod copy_place;
pub(crate) mod counted;
pub(crate) mod criterion;
pub(crate) mod day;
pub(crate) mod derived;
pub(crate) mod dossier;
pub(crate) mod draft;
pub(crate) mod eligibility;
pub(crate) mod erasure;
pub(crate) mod expense;
pub(crate) mod fact;
pub(crate) mod household;
pub(crate) mod journal;
pub(crate) mod line;
pub(crate) mod person;
pub(crate) mod project;
pub(crate) mod quote;
pub(crate) mod reference;
pub(crate) mod report_row;
pub(crate) mod retention;
pub(crate) mod safety;
pub(crate) mod search;
pub(crate) mod setting;
pub(crate) mod simulation;
pub(crate) mod statement_review;
pub(crate) mod task;
pub(crate) mod undo;
pub(crate) mod vault;
pub(crate) mod watch_point;
