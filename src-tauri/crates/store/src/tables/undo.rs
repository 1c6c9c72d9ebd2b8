//! The last hundred actions, as what it takes to undo them.
//!
//! Every change of a tracked row leaves its inverse under the number of the action
//! in progress; triggers made from the schema at each opening see to it, so no
//! verb can forget (after sqlite.org/undoredo.html, with images of rows instead of
//! statements). To undo an action is to play its steps backwards, which is itself
//! an action, whose steps are what redo plays. An action stands on one of two
//! sides, done or undone; a new action clears the undone side.

use chrono::{DateTime, Utc};
use domain::dossier::{DossierId, FactId};
use rusqlite::Connection;

use crate::access::{Reader, Writer};
use crate::columns::write_moment;
use crate::error::StoreError;

pub(crate) const TABLE: &str = concat!(
    "
CREATE TABLE undo_action (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  side TEXT NOT NULL CHECK (side IN ('done', 'undone')),
  call TEXT NOT NULL,
  sentence TEXT NOT NULL,
  dossier INTEGER,
  at TEXT NOT NULL
) STRICT;
CREATE TABLE undo_step (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  action INTEGER NOT NULL REFERENCES undo_action (number),
  change TEXT NOT NULL CHECK (",
    one_of!("change": "insert", "update", "delete"),
    "),
  in_table TEXT NOT NULL,
  row INTEGER NOT NULL,
  dossier INTEGER,
  image TEXT,
  CHECK ((change = 'insert') = (image IS NULL))
) STRICT;
CREATE INDEX undo_step_action ON undo_step (action);
",
);

const NAME: &str = "undo_step";

const FORGET: &str = "DELETE FROM undo_step; DELETE FROM undo_action;";

/// What can happen to a row.
const CHANGES: [&str; 3] = ["insert", "update", "delete"];

/// How many actions can be undone.
pub(crate) const KEPT: i64 = 100;

/// The tables that undo follows, and how one of their rows names its dossier.
const TRACKED: [(&str, &str); 40] = [
    ("person", "NULL"),
    ("dossier", "{row}.id"),
    ("fact", "{row}.dossier"),
    ("household_member", "{row}.dossier"),
    ("co_borrower", "{row}.dossier"),
    ("companion", "{row}.dossier"),
    ("told_apart", "{row}.dossier"),
    ("budget_version", "{row}.dossier"),
    ("budget_line", "(SELECT dossier FROM budget_version WHERE id = {row}.budget)"),
    ("statement_review", "{row}.dossier"),
    ("project", "{row}.dossier"),
    ("quote", "{row}.dossier"),
    ("expense", "{row}.dossier"),
    ("aid", "{row}.dossier"),
    ("simulation", "{row}.dossier"),
    ("assessment", "{row}.dossier"),
    ("criterion", "{row}.dossier"),
    ("watch_point", "{row}.dossier"),
    ("eligibility_answer", "{row}.dossier"),
    ("check_override", "{row}.dossier"),
    ("agreement_answer", "{row}.dossier"),
    ("attachment", "{row}.dossier"),
    ("kept_paper", "{row}.dossier"),
    ("retention_decision", "{row}.dossier"),
    ("task", "{row}.dossier"),
    ("committee_session", "NULL"),
    ("session_attendee", "NULL"),
    ("session_item", "{row}.dossier"),
    ("session_minutes", "NULL"),
    ("minutes_paragraph", "{row}.dossier"),
    ("referrer", "NULL"),
    ("partner_exchange", "{row}.dossier"),
    ("aid_entry", "NULL"),
    ("resolution", "NULL"),
    ("work_time", "NULL"),
    ("setting", "NULL"),
    ("bank_message", "NULL"),
    ("settled_report", "NULL"),
    ("register_import", "NULL"),
    ("register_line", "{row}.dossier"),
];

/// A table that undo follows, with its columns as the schema has them.
pub(crate) struct Tracked {
    pub name: &'static str,
    dossier: &'static str,
    pub columns: Vec<String>,
}

/// On which side an action stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// It can be undone.
    Done,
    /// It can be redone.
    Undone,
}

/// An action that can be undone or redone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Action {
    pub number: i64,
    pub call: String,
    pub sentence: String,
    pub dossier: Option<DossierId>,
}

struct Step {
    change: String,
    table: String,
    row: i64,
    image: Option<String>,
}

/// Makes the triggers, which live as long as the connection, and says what they follow.
pub(crate) fn track(connection: &Connection) -> Result<Vec<Tracked>, StoreError> {
    connection.execute_batch("CREATE TEMP TABLE current_action (number INTEGER NOT NULL) STRICT")?;
    let mut tracked = Vec::new();
    for (name, dossier) in TRACKED {
        let mut statement = connection.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
        let columns = statement.query_map([name], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
        tracked.push(Tracked { name, dossier, columns });
    }
    connection.execute_batch(&triggers(&tracked))?;
    Ok(tracked)
}

/// Forgets everything that could be undone: what a migration does, since images are of the old shape.
pub(crate) fn forget(connection: &Connection) -> Result<(), StoreError> {
    Ok(connection.execute_batch(FORGET)?)
}

fn triggers(tracked: &[Tracked]) -> String {
    tracked.iter().map(Tracked::triggers).collect()
}

impl Tracked {
    /// Whether its rows each belong to a dossier.
    pub(crate) fn is_of_a_dossier(&self) -> bool {
        self.dossier != "NULL"
    }

    /// The expression of the dossier a row belongs to.
    pub(crate) fn dossier_of_row(&self) -> String {
        self.dossier.replace("{row}", self.name)
    }

    fn trigger(&self, change: &str) -> String {
        format!("undo_{}_{change}", self.name)
    }

    fn triggers(&self) -> String {
        let columns = |row: &str| self.columns.iter().map(|column| format!("{row}.{column}")).collect::<Vec<_>>();
        let image = format!("json_array({})", columns("old").join(", "));
        let differs = columns("old").into_iter().zip(columns("new")).map(|(old, new)| format!("{old} IS NOT {new}"));
        let differs = differs.collect::<Vec<_>>().join(" OR ");
        let trigger = |change: &str, when: &str, row: &str, image: &str| {
            let (name, trigger) = (self.name, self.trigger(change));
            let dossier = self.dossier.replace("{row}", row);
            format!(
                "CREATE TEMP TRIGGER {trigger} AFTER {change} ON main.{name} {when} BEGIN
                   INSERT INTO undo_step (action, change, in_table, row, dossier, image)
                   VALUES ((SELECT number FROM current_action), '{change}', '{name}', {row}.id, {dossier}, {image});
                 END;"
            )
        };
        [
            trigger("insert", "", "new", "NULL"),
            trigger("update", &format!("WHEN {differs}"), "old", &image),
            trigger("delete", "", "old", &image),
        ]
        .concat()
    }

    /// The statement that undoes a change; it takes the row's number, then its image.
    fn inverse(&self, change: &str) -> Option<String> {
        let name = self.name;
        let columns = self.columns.join(", ");
        let values: Vec<_> = (0..self.columns.len()).map(|place| format!("json_extract(?2, '$[{place}]')")).collect();
        let values = values.join(", ");
        match change {
            "insert" => Some(format!("DELETE FROM {name} WHERE id = ?1 AND ?2 IS NULL")),
            "update" => Some(format!("UPDATE {name} SET ({columns}) = (SELECT {values}) WHERE id = ?1")),
            "delete" => Some(format!("INSERT INTO {name} ({columns}) SELECT {values} WHERE ?1 IS NOT NULL")),
            _ => None,
        }
    }
}

impl Side {
    fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Undone => "undone",
        }
    }

    /// The other side.
    pub(crate) fn other(self) -> Self {
        match self {
            Self::Done => Self::Undone,
            Self::Undone => Self::Done,
        }
    }
}

impl Reader<'_> {
    /// The last action on a side.
    pub(crate) fn last_action(&self, side: Side) -> Result<Option<Action>, StoreError> {
        self.row(
            "undo_action",
            "SELECT number, call, sentence, dossier FROM undo_action WHERE side = ?1 ORDER BY number DESC LIMIT 1",
            [side.name()],
            |columns| {
                Ok(Action {
                    number: columns.get("number")?,
                    call: columns.get("call")?,
                    sentence: columns.get("sentence")?,
                    dossier: columns.get("dossier")?,
                })
            },
        )
    }

    /// The facts an action noted, in their order.
    pub(crate) fn facts_noted(&self, action: i64) -> Result<Vec<FactId>, StoreError> {
        self.rows(
            NAME,
            "SELECT row FROM undo_step WHERE action = ?1 AND in_table = 'fact' AND change = 'insert' ORDER BY id",
            [action],
            |columns| Ok(FactId(columns.get("row")?)),
        )
    }

    /// The rows of a table whose expression has a value, each as a JSON object of its columns.
    pub(crate) fn held_rows(&self, table: &Tracked, expression: &str, value: i64) -> Result<Vec<String>, StoreError> {
        let columns = table.columns.iter().map(|column| format!("'{column}', {column}")).collect::<Vec<_>>().join(", ");
        let name = table.name;
        let held = format!("SELECT json_object({columns}) FROM {name} WHERE {expression} = ?1 ORDER BY id");
        self.rows(name, &held, [value], |columns| columns.first())
    }

    /// The dossiers an action touched: those its rows name, and all those of a person it changed.
    pub(crate) fn touched_dossiers(&self, action: i64) -> Result<Vec<DossierId>, StoreError> {
        self.rows(
            NAME,
            "SELECT dossier FROM undo_step WHERE action = ?1 AND dossier IS NOT NULL
             UNION SELECT dossier.id FROM undo_step JOIN dossier ON dossier.person = undo_step.row
                   WHERE action = ?1 AND in_table = 'person'",
            [action],
            |columns| columns.first(),
        )
    }
}

impl Writer<'_> {
    /// Forgets everything that could be undone, and follows nothing until [`Writer::follow_again`].
    pub(crate) fn let_go(&self, tracked: &[Tracked]) -> Result<(), StoreError> {
        let names = tracked.iter().flat_map(|table| CHANGES.map(|change| table.trigger(change)));
        let drops: String = names.map(|name| format!("DROP TRIGGER temp.{name};")).collect();
        self.run(&format!("{FORGET}{drops}"))
    }

    /// Follows again what changes.
    pub(crate) fn follow_again(&self, tracked: &[Tracked]) -> Result<(), StoreError> {
        self.run(&triggers(tracked))
    }

    /// Starts an action: from here on changes are followed under its number.
    pub(crate) fn start_action(&self, side: Side, call: &str, now: DateTime<Utc>) -> Result<i64, StoreError> {
        let number = self.insert(
            "INSERT INTO undo_action (side, call, sentence, at) VALUES (?1, ?2, '', ?3)",
            (side.name(), call, write_moment(now)),
        )?;
        self.change("INSERT INTO current_action (number) VALUES (?1)", [number])?;
        Ok(number)
    }

    /// Ends an action; says whether it changed anything. One that did not is forgotten.
    pub(crate) fn end_action(
        &self,
        number: i64,
        sentence: &str,
        dossier: Option<DossierId>,
    ) -> Result<bool, StoreError> {
        self.change("DELETE FROM current_action", ())?;
        if self.number("SELECT count(*) FROM undo_step WHERE action = ?1", [number])? == 0 {
            self.drop_action(number)?;
            return Ok(false);
        }
        self.change(
            "UPDATE undo_action SET sentence = ?2, dossier = ?3 WHERE number = ?1",
            (number, sentence, dossier.map(|dossier| dossier.0)),
        )?;
        Ok(true)
    }

    /// Plays the steps of an action backwards, then forgets them.
    pub(crate) fn play_back(&self, action: i64, tracked: &[Tracked]) -> Result<(), StoreError> {
        let steps = self.rows(
            NAME,
            "SELECT id, change, in_table, row, image FROM undo_step WHERE action = ?1 ORDER BY id DESC",
            [action],
            |columns| {
                Ok(Step {
                    change: columns.get("change")?,
                    table: columns.get("in_table")?,
                    row: columns.get("row")?,
                    image: columns.get("image")?,
                })
            },
        )?;
        for step in steps {
            let table = tracked.iter().find(|table| table.name == step.table);
            let inverse = table.and_then(|table| Some((table.name, table.inverse(&step.change)?)));
            let unknown = StoreError::RowDamaged { table: NAME, row: step.row, column: "in_table" };
            let (name, inverse) = inverse.ok_or(unknown)?;
            self.change_one(name, step.row, &inverse, (step.row, step.image))?;
        }
        self.drop_action(action)
    }

    /// Forgets what was undone: a new action took its place.
    pub(crate) fn drop_undone(&self) -> Result<(), StoreError> {
        self.change(
            "DELETE FROM undo_step WHERE action IN (SELECT number FROM undo_action WHERE side = 'undone')",
            (),
        )?;
        self.change("DELETE FROM undo_action WHERE side = 'undone'", ())?;
        Ok(())
    }

    /// Forgets the actions beyond the last hundred.
    pub(crate) fn drop_oldest(&self) -> Result<(), StoreError> {
        let oldest = "SELECT number FROM undo_action WHERE side = 'done' ORDER BY number DESC LIMIT 1 OFFSET ?1";
        let Some(number) = self.row("undo_action", oldest, [KEPT], |columns| columns.first::<i64>())? else {
            return Ok(());
        };
        self.change("DELETE FROM undo_step WHERE action <= ?1", [number])?;
        self.change("DELETE FROM undo_action WHERE number <= ?1", [number])?;
        Ok(())
    }

    fn drop_action(&self, number: i64) -> Result<(), StoreError> {
        self.change("DELETE FROM undo_step WHERE action = ?1", [number])?;
        self.change("DELETE FROM undo_action WHERE number = ?1", [number])?;
        Ok(())
    }
}
