//! The search: an index of words over `dossier_line.search`, and what typed words ask of it.
//!
//! Deleted words are wiped from the index (`secure-delete`): SQLite's own wiping does
//! not reach inside.

use domain::dossier::{DossierId, purpose_word};
use domain::settings::ListEntry;
use domain::words::folded;
use rusqlite::Connection;
use unicode_normalization::char::is_combining_mark;

use crate::access::Writer;
use crate::error::StoreError;

const INDEX: &str = "
CREATE VIRTUAL TABLE dossier_search USING fts5 (
  search, content = 'dossier_line', content_rowid = 'dossier',
  tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
);
INSERT INTO dossier_search (dossier_search, rank) VALUES ('secure-delete', 1);
INSERT INTO dossier_search (dossier_search) VALUES ('rebuild');
";

const LOSE: &str = "INSERT INTO dossier_search (dossier_search, rowid, search)
  SELECT 'delete', json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?1)";
const GAIN: &str = "INSERT INTO dossier_search (rowid, search)
  SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?1)";

/// What a line had the index say before the transaction, and what it has it say now.
pub(crate) struct Reworded {
    before: Option<String>,
    now: Option<String>,
}

/// Words of a search that are looked at, and signs of each; nobody types more.
const WORDS: usize = 16;
const SIGNS: usize = 64;

/// Makes the index of the search, in place of the one that may be there.
pub(crate) fn make_index(connection: &Connection) -> Result<(), StoreError> {
    connection.execute_batch("DROP TABLE IF EXISTS dossier_search")?;
    Ok(connection.execute_batch(INDEX)?)
}

/// Makes the index of the search anew where it is missing or does not fit the lines; says whether it did.
pub(crate) fn mend_index(connection: &Connection) -> Result<bool, StoreError> {
    let there = "SELECT count(*) FROM sqlite_master WHERE name = 'dossier_search'";
    if connection.query_row(there, [], |row| row.get::<_, i64>(0))? == 0 {
        make_index(connection)?;
        return Ok(true);
    }
    if index_fits(connection)? {
        return Ok(false);
    }
    connection.execute_batch(
        "INSERT INTO dossier_search (dossier_search) VALUES ('rebuild');
         INSERT INTO dossier_search (dossier_search, rank) VALUES ('secure-delete', 1);",
    )?;
    if index_fits(connection)? { Ok(true) } else { Err(StoreError::damaged("search")) }
}

/// Whether the index of the search has the words of the lines and no others, and wipes what it loses. Errors: the disk
/// or the memory failed, which says nothing of the index.
pub(crate) fn index_fits(connection: &Connection) -> Result<bool, StoreError> {
    let wipes = "SELECT v FROM dossier_search_config WHERE k = 'secure-delete'";
    let fits = "INSERT INTO dossier_search (dossier_search, rank) VALUES ('integrity-check', 1)";
    let asked = connection
        .query_row(wipes, [], |row| row.get::<_, i64>(0))
        .and_then(|wipes| connection.execute_batch(fits).map(|()| wipes == 1));
    match asked.map_err(StoreError::from) {
        Err(failed) if failed.is_of_the_machine() => Err(failed),
        asked => Ok(asked.unwrap_or(false)),
    }
}

/// The typed words as the index asks for them: each between quotes, so that none is an operator and
/// the index cuts it as it cut the text.
///
/// Figures that follow each other are one phone, date or reference, however they are spaced: `06 39
/// 98 20` does not find every dossier of 2026. A word that begins one of the label of a purpose asks for that purpose too.
pub(crate) fn typed_words(search: &str, purposes: &[ListEntry]) -> Option<String> {
    let folded = folded(search).replace(|c: char| c == '"' || c.is_control(), " ");
    let mut asked: Vec<String> = Vec::new();
    for word in folded.split_whitespace().filter(|word| word.contains(is_letter)).take(WORDS) {
        let word: String = word.chars().take(SIGNS).collect();
        match asked.last_mut().filter(|last| is_number(last) && is_number(&word)) {
            Some(last) => last.extend([" ", &word]),
            None => asked.push(word),
        }
    }
    let asked: Vec<String> = asked.iter().map(|words| ask(words, purposes)).collect();
    (!asked.is_empty()).then(|| asked.join(" AND "))
}

impl Writer<'_> {
    /// Remembers what the words of a dossier were and are: [`index_words`](Self::index_words) tells the index.
    pub(crate) fn reword(&self, dossier: DossierId, before: Option<String>, now: Option<String>) {
        let mut reworded = self.reworded.borrow_mut();
        reworded.entry(dossier).or_insert(Reworded { before, now: None }).now = now;
    }

    /// Tells the index what the transaction changed in the words of the lines, all at once: it writes a part of itself
    /// at each statement that follows the telling. It has to be told the words it loses: it keeps no copy of them.
    pub(crate) fn index_words(&self) -> Result<(), StoreError> {
        let mut reworded = self.reworded.take();
        reworded.retain(|_, words| words.before != words.now);
        let of = |said: fn(&Reworded) -> &Option<String>| -> Vec<_> {
            reworded.iter().filter_map(|(dossier, words)| Some((dossier.0, said(words).as_deref()?))).collect()
        };
        for (words, tell) in [(of(|words| &words.before), LOSE), (of(|words| &words.now), GAIN)] {
            if !words.is_empty() {
                let words = serde_json::to_string(&words).map_err(|_| StoreError::damaged("search"))?;
                self.change(tell, [words])?;
            }
        }
        Ok(())
    }
}

fn ask(words: &str, purposes: &[ListEntry]) -> String {
    let mut ways = vec![format!("\"{words}\"*")];
    let figures: String = words.chars().filter(char::is_ascii_digit).collect();
    if is_number(words) && figures != words {
        ways.push(format!("\"{figures}\"*"));
    }
    let named = purposes.iter().filter(|purpose| begins_words(&purpose.label, words));
    ways.extend(named.map(|purpose| format!("\"{}\"", purpose_word(&purpose.key))));
    format!("({})", ways.join(" OR "))
}

/// Whether each part of what is typed begins a word of the label.
fn begins_words(label: &str, typed: &str) -> bool {
    let label = folded(label);
    parts(typed).all(|part| parts(&label).any(|word| word.starts_with(part)))
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty())
}

/// Whether the index keeps a sign: a mark without its letter is no word, and no word finds nothing.
fn is_letter(sign: char) -> bool {
    sign.is_alphanumeric() && !is_combining_mark(sign)
}

fn is_number(words: &str) -> bool {
    words.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | '-' | '/'))
}
