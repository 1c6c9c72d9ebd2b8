//! The ordered list of what made the database what it is; it only grows.
//!
//! Step N brings a database from N − 1 to N. All that are missing run in one
//! transaction with the number they end on, so that a database has either its old
//! shape or the new one. A database from a later Étrier is refused.

mod fifth;
mod first;
mod fourth;
mod ninth;
mod second;
mod sixth;
mod third;

use rusqlite::{Connection, TransactionBehavior};

use crate::checks;
use crate::connection::APPLICATION;
use crate::error::StoreError;
use crate::tables::{
    aid, aid_entry, assessment, attachment, bank_message, budget, committee, companion, criterion, dossier, draft,
    eligibility, erasure, exchange, expense, fact, household, journal, kept_paper, line, person, project, quote,
    reference, referrer, register, report_row, resolution, retention, safety, setting, settled_report, simulation,
    statement_review, task, undo, vault, watch_point, work_time,
};

/// What each step runs; what is released stays to the letter.
pub(crate) const STEPS: &[&[&str]] = &[
    &[
        vault::TABLE,
        person::TABLE,
        dossier::TABLE,
        first::FACT,
        household::TABLE,
        budget::TABLE,
        reference::TABLE,
        setting::TABLE,
        draft::TABLE,
        first::LINE,
        journal::TABLE,
        first::UNDO,
    ],
    &[
        "ALTER TABLE fact RENAME TO fact_1",
        second::FACT,
        second::FACT_FROM_1,
        budget::AFTER,
        project::TABLE,
        quote::TABLE,
        expense::TABLE,
        aid::TABLE,
        simulation::TABLE,
        assessment::TABLE,
        criterion::TABLE,
        watch_point::TABLE,
        "DROP TABLE dossier_line",
        second::LINE,
        second::REPORT_ROW,
    ],
    &[
        "ALTER TABLE fact RENAME TO fact_2",
        third::FACT,
        third::FACT_FROM_2,
        budget::SEAL,
        statement_review::TABLE,
        simulation::OTHER_TERMS,
        eligibility::TABLE,
        setting::BUDGET_RULE,
    ],
    &[attachment::TABLE, retention::TABLE, erasure::TABLE, safety::TABLE, journal::ANCHOR, fourth::RETENTION],
    &[
        "ALTER TABLE fact RENAME TO fact_4",
        fifth::FACT,
        fifth::FACT_FROM_4,
        "DROP TABLE dossier_line",
        fifth::LINE,
        fifth::TASK,
        eligibility::LENDER_ANSWER,
    ],
    &[
        sixth::RETRACTED,
        sixth::OF_SESSIONS,
        sixth::COUNTED,
        person::MORE,
        person::CO_BORROWER,
        person::TOLD_APART,
        companion::TABLE,
        committee::TABLE,
        referrer::TABLE,
        exchange::TABLE,
        aid_entry::TABLE,
        resolution::TABLE,
        work_time::TABLE,
        bank_message::TABLE,
    ],
    &[kept_paper::TABLE],
    &[settled_report::TABLE, register::TABLE],
    &[ninth::KEPT_PAPERS, ninth::LETTERS_SENT, ninth::LETTER_TEXTS],
    // The words a dossier is found by have its purpose: its line is made anew, no table changes.
    &[],
    &[
        "ALTER TABLE fact RENAME TO fact_10",
        fact::TABLE,
        fact::FROM_10,
        "DROP TABLE dossier_line",
        line::TABLE,
        "DROP TABLE task",
        task::TABLE,
        "DROP TABLE undo_step",
        undo::STEPS,
    ],
    // What a bilan reads of a dossier has the day it was closed, and is kept as bytes: rows are made anew.
    &["DROP TABLE report_row", report_row::TABLE],
    // Where a file is placed and how it is turned; how exactly a day is known belongs to each event of a row of the bilan.
    &[attachment::FROM_12, "DROP TABLE report_row", report_row::TABLE],
];

/// The step from which an office has pieces.
pub(crate) const WITH_PIECES: usize = 4;

/// The step from which an office keeps the papers that went out.
pub(crate) const WITH_KEPT_PAPERS: usize = 7;

/// The number of the last step a database has been through.
pub(crate) fn schema(connection: &Connection) -> Result<usize, StoreError> {
    let number: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    usize::try_from(number).map_err(|_| StoreError::damaged("user_version"))
}

/// Refuses a database that has been through steps this program does not know.
pub(crate) fn check_known(connection: &Connection, steps: &[&[&str]]) -> Result<(), StoreError> {
    if schema(connection)? <= steps.len() {
        Ok(())
    } else {
        Err(StoreError::TooNew { needs: vault::version(connection)? })
    }
}

/// Runs the missing steps; `finish` runs in the same transaction, after them. An office of this shape that another
/// version wrote is finished too: what that version made of the facts may not be what this one makes.
pub(crate) fn migrate(
    connection: &mut Connection,
    steps: &[&[&str]],
    finish: impl FnOnce(&Connection) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let from = schema(connection)?;
    if from == steps.len() && vault::version(connection)? == vault::OWN_VERSION {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for statements in steps.iter().skip(from) {
        for statement in *statements {
            transaction.execute_batch(statement)?;
        }
    }
    undo::forget(&transaction)?;
    finish(&transaction)?;
    transaction.execute_batch(&format!("PRAGMA user_version = {}", steps.len()))?;
    transaction.execute_batch(&format!("PRAGMA application_id = {APPLICATION}"))?;
    let broken = checks::links(&transaction)?;
    if let Some(table) = broken.first() {
        return Err(StoreError::damaged(format!("links: {table}")));
    }
    Ok(transaction.commit()?)
}
