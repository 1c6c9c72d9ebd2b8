//! One table, one file: its SQL, how its rows and the domain match, its reads and
//! writes.

/// That a column holds one of some words, or nothing. SQLite makes a table of the words of an `IN` at each row it checks
/// where there are more than two: a fact of which the kind is one of thirty took five times longer to write.
macro_rules! one_of {
    ($column:literal: $first:literal $(, $word:literal)* $(,)?) => {
        concat!($column, " = '", $first, "'" $(, " OR ", $column, " = '", $word, "'")*)
    };
}

pub(crate) mod aid;
pub(crate) mod aid_entry;
pub(crate) mod assessment;
pub(crate) mod attachment;
pub(crate) mod bank_message;
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
pub(crate) mod exchange;
pub(crate) mod expense;
pub(crate) mod fact;
pub(crate) mod household;
pub(crate) mod journal;
pub(crate) mod kept_paper;
pub(crate) mod line;
pub(crate) mod person;
pub(crate) mod piece;
pub(crate) mod project;
pub(crate) mod quote;
pub(crate) mod reference;
pub(crate) mod referrer;
pub(crate) mod register;
pub(crate) mod report_row;
pub(crate) mod resolution;
pub(crate) mod retention;
pub(crate) mod safety;
pub(crate) mod search;
pub(crate) mod setting;
pub(crate) mod settled_report;
pub(crate) mod simulation;
pub(crate) mod statement_review;
pub(crate) mod task;
pub(crate) mod undo;
pub(crate) mod vault;
pub(crate) mod watch_point;
pub(crate) mod work_time;
