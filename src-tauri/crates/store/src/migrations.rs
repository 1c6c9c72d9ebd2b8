//! The ordered list of what made the database what it is; it only grows.
//!
//! Step N brings a database from N − 1 to N. All that are missing run in one
//! transaction with the number they end on, so that a database has either its old
//! shape or the new one. A database from a later Étrier is refused.

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
        person::CO_BORROWER,
        person::TOLD_APART,
        companion::TABLE,
        fact::TABLE,
        household::TABLE,
        budget::TABLE,
        statement_review::TABLE,
        project::TABLE,
        quote::TABLE,
        expense::TABLE,
        aid::TABLE,
        simulation::TABLE,
        eligibility::TABLE,
        assessment::TABLE,
        criterion::TABLE,
        watch_point::TABLE,
        attachment::TABLE,
        kept_paper::TABLE,
        retention::TABLE,
        erasure::TABLE,
        task::TABLE,
        committee::TABLE,
        referrer::TABLE,
        exchange::TABLE,
        aid_entry::TABLE,
        resolution::TABLE,
        work_time::TABLE,
        bank_message::TABLE,
        settled_report::TABLE,
        register::TABLE,
        reference::TABLE,
        setting::TABLE,
        draft::TABLE,
        safety::TABLE,
        line::TABLE,
        report_row::TABLE,
        journal::TABLE,
        undo::TABLE,
    ],
    &[safety::HEADERS],
    &[attachment::RECOGNISED],
    // The rows of the bilan hold loans whose terms are not all known, too: they are made anew at each step.
    &[aid_entry::TO_BRING, resolution::PUBLISHED],
    // Nothing but the rows of the bilan, which hold what each solution proposed elsewhere gave.
    &[],
];

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
