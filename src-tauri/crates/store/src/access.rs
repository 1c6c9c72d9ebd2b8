//! Reading and writing inside one transaction.
//!
//! Each file under `tables/` adds the verbs of its table to [`Reader`] and
//! [`Writer`]; SQL stays in those files. All of it passes through the few
//! functions here, which notice when the connection can no longer be trusted.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Deref;

use chrono::{DateTime, Utc};
use domain::dossier::DossierId;
use rusqlite::{Connection, Params};

use crate::columns::Columns;
use crate::error::{Loss, StoreError};
use crate::tables::search::Reworded;

/// One action about to be done.
#[derive(Clone, Copy, Debug)]
pub struct Act<'a> {
    /// The name of the call, as the journal keeps it.
    pub call: &'a str,
    /// The moment, which only orders the journal.
    pub now: DateTime<Utc>,
}

/// What an action did.
#[derive(Clone, Debug)]
pub struct Acted<T> {
    /// What the caller gets back.
    pub value: T,
    /// What will be shown where the action can be undone, in French.
    pub sentence: String,
    /// The dossier it was about.
    pub dossier: Option<DossierId>,
    /// The names of the fields that changed, never their values.
    pub fields: Vec<&'static str>,
    /// The form it ends: its draft goes with the action.
    pub draft: Option<(Option<DossierId>, &'static str)>,
}

/// A line of the access journal about to be written.
#[derive(Clone, Copy, Debug)]
pub struct JournalEntry<'a> {
    /// The name of the call.
    pub call: &'a str,
    /// The dossier it was about.
    pub dossier: Option<DossierId>,
    /// Names of fields, never values: small letters, figures, underscores.
    pub fields: &'a [&'a str],
    /// The moment.
    pub now: DateTime<Utc>,
}

/// Whether the connection can be trusted.
#[derive(Debug, Default)]
pub(crate) struct Health(Cell<Option<Loss>>);

/// One moment of the office: everything read through it belongs together.
pub struct Reader<'v> {
    connection: &'v Connection,
    health: &'v Health,
}

/// One transaction that may change the office.
pub struct Writer<'v> {
    reader: Reader<'v>,
    /// The dossiers beside which the action already wrote what follows from them.
    pub(crate) followed: RefCell<BTreeSet<DossierId>>,
    /// The dossiers of which the transaction wrote the line: the index of the search is told at its end.
    pub(crate) reworded: RefCell<BTreeMap<DossierId, Reworded>>,
}

impl Health {
    /// Why the connection is lost, if it is.
    pub(crate) fn loss(&self) -> Option<Loss> {
        self.0.get()
    }

    /// The connection is lost.
    pub(crate) fn lose(&self, loss: Loss) {
        self.0.set(Some(loss));
    }

    /// Passes an outcome on, and remembers when it ends the connection.
    pub(crate) fn watch<T>(&self, outcome: Result<T, StoreError>) -> Result<T, StoreError> {
        if let Some(loss) = outcome.as_ref().err().and_then(StoreError::ends_connection) {
            self.lose(loss);
        }
        outcome
    }
}

impl<'v> Reader<'v> {
    pub(crate) fn new(connection: &'v Connection, health: &'v Health) -> Self {
        Self { connection, health }
    }

    /// The rows of a query on a table.
    pub(crate) fn rows<T>(
        &self,
        table: &'static str,
        sql: &str,
        params: impl Params,
        read: impl FnMut(&Columns<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        self.health.watch(self.query(table, sql, params, read))
    }

    /// The first row of a query on a table.
    pub(crate) fn row<T>(
        &self,
        table: &'static str,
        sql: &str,
        params: impl Params,
        read: impl FnMut(&Columns<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        Ok(self.rows(table, sql, params, read)?.into_iter().next())
    }

    /// The one number that a query answers.
    pub(crate) fn number(&self, sql: &str, params: impl Params) -> Result<i64, StoreError> {
        let answer = self.row("", sql, params, |columns| columns.first())?;
        Ok(answer.unwrap_or_default())
    }

    fn query<T>(
        &self,
        table: &'static str,
        sql: &str,
        params: impl Params,
        mut read: impl FnMut(&Columns<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query(params)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read(&Columns::new(table, row))?);
        }
        Ok(found)
    }
}

impl<'v> Writer<'v> {
    pub(crate) fn new(connection: &'v Connection, health: &'v Health) -> Self {
        let reader = Reader::new(connection, health);
        Self { reader, followed: RefCell::default(), reworded: RefCell::default() }
    }

    /// Runs statements that take no value.
    pub(crate) fn run(&self, statements: &str) -> Result<(), StoreError> {
        self.health.watch(self.connection.execute_batch(statements).map_err(StoreError::from))
    }

    /// Runs a statement that changes rows; says how many.
    pub(crate) fn change(&self, sql: &str, params: impl Params) -> Result<usize, StoreError> {
        let outcome = || Ok(self.connection.prepare_cached(sql)?.execute(params)?);
        self.health.watch(outcome())
    }

    /// Inserts one row and gives its number.
    pub(crate) fn insert(&self, sql: &str, params: impl Params) -> Result<i64, StoreError> {
        self.change(sql, params)?;
        Ok(self.connection.last_insert_rowid())
    }

    /// Changes or deletes the row of a number. Errors: there is no such row.
    pub(crate) fn change_one(
        &self,
        table: &'static str,
        row: i64,
        sql: &str,
        params: impl Params,
    ) -> Result<(), StoreError> {
        match self.change(sql, params)? {
            1 => Ok(()),
            _ => Err(StoreError::Gone { table, row }),
        }
    }
}

impl<'v> Deref for Writer<'v> {
    type Target = Reader<'v>;

    fn deref(&self) -> &Reader<'v> {
        &self.reader
    }
}
