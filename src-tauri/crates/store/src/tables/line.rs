//! What lists show and the search finds: one line for each dossier, written again
//! by every action that touches it, never by hand.
//!
//! The search is an index of words over `dossier_line.search`. Deleted words are
//! wiped from it (`secure-delete`): SQLite's own wiping does not reach inside.

use std::collections::BTreeSet;

use domain::dossier::{DossierId, DossierLine, line};
use domain::words::folded;
use rusqlite::Connection;
use unicode_normalization::char::is_combining_mark;

use crate::access::{Reader, Writer};
use crate::columns::{Columns, write_day};
use crate::error::StoreError;
use crate::vocabulary::Word;

/// The link is looked at when the transaction ends, once the lines are written again.
pub(crate) const TABLE: &str = "
CREATE TABLE dossier_line (
  dossier INTEGER PRIMARY KEY REFERENCES dossier (id) DEFERRABLE INITIALLY DEFERRED,
  reference TEXT NOT NULL,
  name TEXT NOT NULL,
  project TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('request', 'assessment')),
  next_date TEXT,
  next_what TEXT NOT NULL,
  amount_cents INTEGER,
  search TEXT NOT NULL
) STRICT;
CREATE INDEX dossier_line_order ON dossier_line (next_date IS NULL, next_date, dossier);
";

const INDEX: &str = "
CREATE VIRTUAL TABLE dossier_search USING fts5 (
  search, content = 'dossier_line', content_rowid = 'dossier',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO dossier_search (dossier_search, rank) VALUES ('secure-delete', 1);
INSERT INTO dossier_search (dossier_search) VALUES ('rebuild');
";

const NAME: &str = "dossier_line";

/// Words of a search that are looked at, and signs of each; nobody types more.
const WORDS: usize = 16;
const SIGNS: usize = 64;

impl Reader<'_> {
    /// The lines of the dossiers that have every typed word, at the start of one of theirs, and how
    /// many there are in all.
    ///
    /// Accents and capitals do not matter; signs separate words; no word finds everything. The
    /// nearest next date comes first, dossiers without one last.
    pub fn dossier_lines(
        &self,
        search: &str,
        offset: u64,
        limit: u64,
    ) -> Result<(Vec<(DossierId, DossierLine)>, u64), StoreError> {
        let page = (i64::try_from(limit).unwrap_or(i64::MAX), i64::try_from(offset).unwrap_or(i64::MAX));
        let (lines, found) = match typed_words(search) {
            None => (
                self.rows(
                    NAME,
                    "SELECT dossier, reference, name, project, stage, next_date, next_what, amount_cents, search
                     FROM dossier_line ORDER BY next_date IS NULL, next_date, dossier LIMIT ?1 OFFSET ?2",
                    page,
                    read,
                )?,
                self.number("SELECT count(*) FROM dossier_line", ())?,
            ),
            Some(words) => (
                self.rows(
                    NAME,
                    "SELECT dossier, reference, name, project, stage, next_date, next_what, amount_cents, search
                     FROM dossier_line
                     WHERE dossier IN (SELECT rowid FROM dossier_search WHERE dossier_search MATCH ?3)
                     ORDER BY next_date IS NULL, next_date, dossier LIMIT ?1 OFFSET ?2",
                    (page.0, page.1, &words),
                    read,
                )?,
                self.number("SELECT count(*) FROM dossier_search WHERE dossier_search MATCH ?1", [&words])?,
            ),
        };
        Ok((lines, found.try_into().unwrap_or_default()))
    }

    /// The dossiers whose line is not what their facts make of it, those that have a line too many
    /// or too few, and those that cannot be read.
    pub(crate) fn dossiers_with_wrong_line(&self) -> Result<Vec<DossierId>, StoreError> {
        let lines = "SELECT dossier FROM dossier_line";
        let mut all: BTreeSet<_> =
            self.rows(NAME, lines, (), |columns| columns.integer(0).map(DossierId))?.into_iter().collect();
        all.extend(self.dossiers()?);
        let mut wrong = Vec::new();
        for id in all {
            let right = match (self.dossier(id), self.dossier_line(id)) {
                (Ok(dossier), Ok(kept)) => dossier.as_ref().map(line) == kept,
                (Err(StoreError::RowDamaged { .. }), _) | (_, Err(StoreError::RowDamaged { .. })) => false,
                (Err(cause), _) | (_, Err(cause)) => return Err(cause),
            };
            if !right {
                wrong.push(id);
            }
        }
        Ok(wrong)
    }

    fn dossier_line(&self, dossier: DossierId) -> Result<Option<DossierLine>, StoreError> {
        let line = self.row(
            NAME,
            "SELECT dossier, reference, name, project, stage, next_date, next_what, amount_cents, search
             FROM dossier_line WHERE dossier = ?1",
            [dossier.0],
            read,
        )?;
        Ok(line.map(|(_, line)| line))
    }
}

impl Writer<'_> {
    /// Writes the line of a dossier again from its facts, or takes it away with the dossier.
    pub(crate) fn rewrite_line(&self, dossier: DossierId) -> Result<(), StoreError> {
        let new = self.dossier(dossier)?.as_ref().map(line);
        if new == self.dossier_line(dossier)? {
            return Ok(());
        }
        // The index has to be told the words it loses: it keeps no copy of them.
        self.change(
            "INSERT INTO dossier_search (dossier_search, rowid, search)
             SELECT 'delete', dossier, search FROM dossier_line WHERE dossier = ?1",
            [dossier.0],
        )?;
        self.change("DELETE FROM dossier_line WHERE dossier = ?1", [dossier.0])?;
        let Some(line) = new else { return Ok(()) };
        self.change(
            "INSERT INTO dossier_line (dossier, reference, name, project, stage, next_date, next_what, amount_cents, search)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            (
                dossier.0,
                &line.reference,
                &line.name,
                &line.project,
                line.stage.name(),
                line.next_date.map(write_day),
                &line.next_what,
                line.amount.map(|amount| amount.cents()),
                &line.search,
            ),
        )?;
        self.change("INSERT INTO dossier_search (rowid, search) VALUES (?1, ?2)", (dossier.0, &line.search))?;
        Ok(())
    }
}

/// Makes the index of the search.
pub(crate) fn make_index(connection: &Connection) -> Result<(), StoreError> {
    Ok(connection.execute_batch(INDEX)?)
}

/// Makes the index of the search anew where it is missing or does not fit the lines; says whether it did.
pub(crate) fn mend_index(connection: &Connection) -> Result<bool, StoreError> {
    let there = "SELECT count(*) FROM sqlite_master WHERE name = 'dossier_search'";
    if connection.query_row(there, [], |row| row.get::<_, i64>(0))? == 0 {
        make_index(connection)?;
        return Ok(true);
    }
    if index_fits(connection) {
        return Ok(false);
    }
    connection.execute_batch(
        "INSERT INTO dossier_search (dossier_search) VALUES ('rebuild');
         INSERT INTO dossier_search (dossier_search, rank) VALUES ('secure-delete', 1);",
    )?;
    if index_fits(connection) { Ok(true) } else { Err(StoreError::damaged("search")) }
}

/// Whether the index of the search has the words of the lines and no others, and wipes what it loses.
pub(crate) fn index_fits(connection: &Connection) -> bool {
    let wipes = "SELECT v FROM dossier_search_config WHERE k = 'secure-delete'";
    let fits = "INSERT INTO dossier_search (dossier_search, rank) VALUES ('integrity-check', 1)";
    connection.query_row(wipes, [], |row| row.get::<_, i64>(0)).is_ok_and(|wipes| wipes == 1)
        && connection.execute_batch(fits).is_ok()
}

/// The typed words as the index asks for them: each between quotes, so that none is an operator and
/// the index cuts it as it cut the text.
///
/// Figures that follow each other are one phone, date or reference, however they are spaced: `06 39
/// 98 20` does not find every dossier of 2026.
fn typed_words(search: &str) -> Option<String> {
    let folded = folded(search).replace(|c: char| c == '"' || c.is_control(), " ");
    let mut asked: Vec<String> = Vec::new();
    for word in folded.split_whitespace().filter(|word| word.contains(is_letter)).take(WORDS) {
        let word: String = word.chars().take(SIGNS).collect();
        match asked.last_mut().filter(|last| is_number(last) && is_number(&word)) {
            Some(last) => last.extend([" ", &word]),
            None => asked.push(word),
        }
    }
    let asked: Vec<String> = asked.iter().map(|words| ask(words)).collect();
    (!asked.is_empty()).then(|| asked.join(" AND "))
}

fn ask(words: &str) -> String {
    let figures: String = words.chars().filter(char::is_ascii_digit).collect();
    if is_number(words) && figures != words {
        return format!("(\"{words}\"* OR \"{figures}\"*)");
    }
    format!("\"{words}\"*")
}

/// Whether the index keeps a sign: a mark without its letter is no word, and no word finds nothing.
fn is_letter(sign: char) -> bool {
    sign.is_alphanumeric() && !is_combining_mark(sign)
}

fn is_number(words: &str) -> bool {
    words.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-' | '/'))
}

fn read(columns: &Columns<'_>) -> Result<(DossierId, DossierLine), StoreError> {
    let line = DossierLine {
        reference: columns.text(1)?,
        name: columns.text(2)?,
        project: columns.text(3)?,
        stage: columns.word(4)?,
        next_date: columns.maybe_day(5)?,
        next_what: columns.text(6)?,
        amount: columns.maybe_euros(7)?,
        search: columns.text(8)?,
    };
    Ok((DossierId(columns.integer(0)?), line))
}
