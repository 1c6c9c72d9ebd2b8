//! What follows from a dossier and is kept beside it: its line in the lists, its words
//! in the search, its row in the bilans.
//!
//! All of it is written again by every action that touches the dossier, in the same
//! transaction, and made anew by every migration; the verification compares it.

use std::collections::BTreeSet;

use domain::dossier::{Dossier, DossierId, line};
use domain::report::report_row;
use domain::task::Task;
use rusqlite::Connection;

use super::search::make_index;
use crate::access::{Health, Reader, Writer};
use crate::error::StoreError;

impl Reader<'_> {
    /// The dossiers beside which something else is kept than what follows from them, those that
    /// have too much or too little, and those that cannot be read.
    pub(crate) fn dossiers_with_wrong_line(&self) -> Result<Vec<DossierId>, StoreError> {
        let kept = "SELECT dossier FROM dossier_line UNION SELECT dossier FROM report_row";
        let kept = self.rows("dossier_line", kept, (), |columns| columns.first::<DossierId>())?;
        let all: BTreeSet<_> = kept.into_iter().chain(self.every_dossier()?).collect();
        let mut wrong = Vec::new();
        for id in all {
            let right = match self.dossier(id).and_then(|dossier| self.follows(id, dossier.as_ref())) {
                Ok(right) => right,
                Err(StoreError::RowDamaged { .. }) => false,
                Err(cause) => return Err(cause),
            };
            if !right {
                wrong.push(id);
            }
        }
        Ok(wrong)
    }

    /// Whether what is kept beside a dossier is what follows from it.
    fn follows(&self, id: DossierId, dossier: Option<&Dossier>) -> Result<bool, StoreError> {
        Ok(self.dossier_line(id)? == dossier.map(line) && self.report_row(id)? == dossier.map(report_row))
    }
}

impl Writer<'_> {
    /// Writes what follows from a dossier that the action has just made: it is as it is given, to the end of the action.
    pub fn follow_new(&self, dossier: &Dossier) -> Result<(), StoreError> {
        self.insert_tasks(dossier.id, &dossier.tasks)?;
        self.insert_line(dossier.id, &line(dossier))?;
        self.put_report_row(dossier.id, Some(&report_row(dossier)))?;
        self.followed.borrow_mut().insert(dossier.id);
        Ok(())
    }

    /// Writes the tasks of a dossier, and what else follows from one that was touched, having read it once, unless the
    /// action did. One that cannot be read is told by the verification: the others stay within reach.
    pub fn follow(
        &self,
        id: DossierId,
        touched: bool,
        tasks: impl FnOnce(&Dossier) -> Vec<Task>,
    ) -> Result<(), StoreError> {
        if self.followed.borrow().contains(&id) {
            return Ok(());
        }
        let mut dossier = match self.dossier(id) {
            Ok(Some(dossier)) => dossier,
            Ok(None) | Err(StoreError::RowDamaged { .. }) => return Ok(()),
            Err(cause) => return Err(cause),
        };
        let tasks = tasks(&dossier);
        let same = dossier.tasks == tasks;
        if !same {
            self.put_tasks(id, &tasks)?;
            dossier.tasks = tasks;
        }
        if touched || !same {
            self.keep_beside(id, Some(&dossier))?;
            self.followed.borrow_mut().insert(id);
        }
        Ok(())
    }

    /// Writes again what follows from a dossier, unless the action did, or takes it away with the dossier.
    pub(crate) fn rewrite(&self, id: DossierId) -> Result<(), StoreError> {
        if self.followed.borrow().contains(&id) {
            return Ok(());
        }
        self.keep_beside(id, self.dossier(id)?.as_ref())
    }

    fn keep_beside(&self, id: DossierId, dossier: Option<&Dossier>) -> Result<(), StoreError> {
        let new = dossier.map(line);
        if self.dossier_line(id)? != new {
            self.put_line(id, new.as_ref())?;
        }
        let new = dossier.map(report_row);
        if self.report_row(id)? != new {
            self.put_report_row(id, new.as_ref())?;
        }
        Ok(())
    }
}

/// Makes anew what follows from every dossier. One that cannot be read has nothing beside it, which
/// the verification tells: the others stay within reach. Tasks follow from settings too: they are
/// taken away, and [`lacks_tasks`](Reader::lacks_tasks) says that they are to be written again.
pub(crate) fn make_anew(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch("DELETE FROM task; DELETE FROM dossier_line; DELETE FROM report_row;")?;
    let health = Health::default();
    let writer = Writer::new(connection, &health);
    for dossier in writer.every_dossier()? {
        match writer.rewrite(dossier) {
            Ok(()) | Err(StoreError::RowDamaged { .. }) => {}
            Err(cause) => return Err(cause),
        }
    }
    make_index(connection)
}
