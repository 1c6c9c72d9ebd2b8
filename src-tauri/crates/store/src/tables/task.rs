//! What there is to do for each dossier, written again by every action that touches it, and undone with it.

use chrono::NaiveDate;
use domain::dossier::DossierId;
use domain::task::Task;

use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_day};
use crate::error::StoreError;
use crate::row::Row;

pub(crate) const TABLE: &str = concat!(
    "
CREATE TABLE task (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier INTEGER NOT NULL REFERENCES dossier (id),
  rule TEXT NOT NULL CHECK (rule <> ''),
  due TEXT NOT NULL,
  at TEXT,
  what TEXT NOT NULL,
  since TEXT NOT NULL,
  waiting_on TEXT NOT NULL CHECK (",
    one_of!("waiting_on":
        "advisor", "person", "lender", "committee", "commission", "guardian", "referrer", "treasurer"
    ),
    "),
  family TEXT NOT NULL CHECK (",
    one_of!("family": "request", "assessment", "decision", "lender", "loan", "arrears", "end", "office"),
    "),
  fact INTEGER,
  put_off TEXT NOT NULL
) STRICT;
CREATE INDEX task_dossier ON task (dossier);
CREATE INDEX task_arrears ON task (due, dossier) WHERE family = 'arrears';
CREATE INDEX task_waiting ON task (since, dossier) WHERE waiting_on <> 'advisor';
CREATE INDEX task_appointment ON task (due, at) WHERE rule = 'appointment';
CREATE INDEX task_silent ON task (due, dossier) WHERE rule = 'silent_loan';
",
);

const NAME: &str = "task";

const TASKS: &str = "SELECT * FROM task";

/// That the dossier of a task is not archived.
const KEPT: &str = "dossier NOT IN (SELECT dossier FROM dossier_line WHERE archived = 1)";

impl Reader<'_> {
    /// What there is to do for a dossier, the soonest first.
    pub fn tasks(&self, dossier: DossierId) -> Result<Vec<Task>, StoreError> {
        let theirs = "WHERE dossier = ?1 ORDER BY due, id";
        self.select(theirs, [dossier.0])
    }

    /// The tasks of dossiers due on a day or before, the soonest first.
    pub fn tasks_of(&self, dossiers: &[DossierId], until: NaiveDate) -> Result<Vec<(DossierId, Task)>, StoreError> {
        let numbers: Vec<_> = dossiers.iter().map(|dossier| dossier.0.to_string()).collect();
        let theirs =
            format!("{TASKS} WHERE dossier IN (SELECT value FROM json_each(?1)) AND due <= ?2 ORDER BY due, id");
        self.rows(NAME, &theirs, (format!("[{}]", numbers.join(",")), write_day(until)), read)
    }

    /// The appointments from a day to another, both included, in the order of their hours.
    pub fn appointments(&self, from: NaiveDate, until: NaiveDate) -> Result<Vec<(DossierId, Task)>, StoreError> {
        let agreed =
            format!("{TASKS} WHERE rule = 'appointment' AND due BETWEEN ?1 AND ?2 AND {KEPT} ORDER BY due, at, id");
        self.rows(NAME, &agreed, (write_day(from), write_day(until)), read)
    }

    /// Who else than the adviser is waited for on a day, the longest first; and how many in all.
    pub fn waited_for(&self, today: NaiveDate, limit: u64) -> Result<(Vec<(DossierId, Task)>, u64), StoreError> {
        self.page("waiting_on <> 'advisor' AND since <= ?1", "since, dossier, id", today, limit)
    }

    /// The loans nobody has had news of on a day, the longest first; and how many in all.
    pub fn silent_loans(&self, today: NaiveDate, limit: u64) -> Result<(Vec<(DossierId, Task)>, u64), StoreError> {
        self.page("rule = 'silent_loan' AND due <= ?1", "due, dossier", today, limit)
    }

    /// The dossiers of which an instalment is missed and something is due on a day.
    pub fn in_arrears(&self, today: NaiveDate, limit: u64) -> Result<Vec<DossierId>, StoreError> {
        let (tasks, _) = self.page("family = 'arrears' AND due <= ?1", "due, dossier", today, limit)?;
        let mut dossiers: Vec<DossierId> = Vec::new();
        for (dossier, _) in tasks {
            if !dossiers.contains(&dossier) {
                dossiers.push(dossier);
            }
        }
        Ok(dossiers)
    }

    fn page(
        &self,
        condition: &str,
        order: &str,
        today: NaiveDate,
        limit: u64,
    ) -> Result<(Vec<(DossierId, Task)>, u64), StoreError> {
        let count = format!("SELECT count(*) FROM task WHERE {condition} AND {KEPT}");
        let found = self.number(&count, [write_day(today)])?;
        let page = format!("{TASKS} WHERE {condition} AND {KEPT} ORDER BY {order} LIMIT ?2");
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = self.rows(NAME, &page, (write_day(today), limit), read)?;
        Ok((rows, found.try_into().unwrap_or_default()))
    }

    /// Whether the action in course has changed a setting.
    pub fn changed_settings(&self) -> Result<bool, StoreError> {
        let changed = "SELECT count(*) FROM undo_step WHERE in_table = 'setting'
                       AND action = (SELECT max(number) FROM current_action)";
        Ok(self.number(changed, ())? > 0)
    }

    /// Whether an open dossier has no date, which no rule leaves so: tasks were never written.
    pub fn lacks_tasks(&self) -> Result<bool, StoreError> {
        let lacks = "SELECT EXISTS (SELECT 1 FROM dossier_line WHERE next_date IS NULL AND stage <> 'closed')";
        Ok(self.number(lacks, ())? > 0)
    }

    /// The dossiers that the action in course has changed.
    pub fn changed_dossiers(&self) -> Result<Vec<DossierId>, StoreError> {
        self.touched_dossiers(self.number("SELECT max(number) FROM current_action", ())?)
    }
}

impl Writer<'_> {
    /// Puts tasks in place of those a dossier has, unless they are the same.
    pub fn put_tasks(&self, dossier: DossierId, tasks: &[Task]) -> Result<(), StoreError> {
        if self.tasks(dossier)? == tasks {
            return Ok(());
        }
        self.change("DELETE FROM task WHERE dossier = ?1", [dossier.0])?;
        self.insert_tasks(dossier, tasks)
    }

    /// Writes the tasks of a dossier that has none.
    pub(crate) fn insert_tasks(&self, dossier: DossierId, tasks: &[Task]) -> Result<(), StoreError> {
        for task in tasks {
            self.insert_row(task, values! { dossier: dossier })?;
        }
        Ok(())
    }
}

row! { "task": Task { rule, due, at, what, since, waiting_on, family, fact, put_off } }

fn read(columns: &Columns<'_>) -> Result<(DossierId, Task), StoreError> {
    Ok((columns.get("dossier")?, Task::read(columns)?))
}
