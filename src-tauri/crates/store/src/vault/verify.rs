//! The full verification, and the dump that tests compare.

use std::fmt::Write as _;

use domain::attachment::AttachmentId;
use domain::dossier::DossierId;
use domain::paper::KeptPaperId;
use rusqlite::Connection;
use rusqlite::types::ValueRef;

use super::{Doubt, Vault};
use crate::access::Reader;
use crate::error::{Loss, StoreError};
use crate::pieces::{Piece, PieceFault};
use crate::tables::search::index_fits;
use crate::{checks, migrations};

/// What a verification found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Everything that is wrong; empty when the vault is sound.
    pub problems: Vec<Problem>,
    /// How many dossiers there are.
    pub dossiers: u64,
    /// The number of the database's shape.
    pub schema: usize,
}

/// One thing that is wrong with a vault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Something of this office goes further than it does.
    Older(Doubt),
    /// The header is not the last that was written: a former passphrase or code may open the office again.
    FormerWayIn,
    /// A page does not answer to the key.
    Page(String),
    /// The structure of tables or indexes.
    Structure(String),
    /// Rows of this table name a row that is not there.
    Link(String),
    /// The index of the search does not fit the lines.
    Search,
    /// The access journal was altered from this line on.
    Journal {
        /// The number of the first line that does not follow.
        line: i64,
    },
    /// The line of a dossier or its row in the bilans is not what its facts make of it, or the dossier
    /// cannot be read.
    Line(DossierId),
    /// The encrypted file of an attachment.
    Piece {
        /// Its dossier.
        dossier: DossierId,
        /// Which one.
        attachment: AttachmentId,
        /// What is wrong with it.
        fault: PieceFault,
    },
    /// The encrypted file of a paper that went out.
    Paper {
        /// Its dossier.
        dossier: DossierId,
        /// Which one.
        paper: KeptPaperId,
        /// What is wrong with it.
        fault: PieceFault,
    },
}

impl Verdict {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }
}

impl Vault {
    /// Checks everything: pages, structure, links, search, journal, every line of the lists against the
    /// facts, and the file of every attachment and of every paper that went out. Takes seconds on a large office.
    pub fn verify(&self) -> Result<Verdict, StoreError> {
        let (mut problems, schema) = self.with_connection(|connection| {
            let outcome = physical_problems(connection).and_then(|found| Ok((found, migrations::schema(connection)?)));
            self.health.watch(outcome)
        })?;
        // Nothing true can be read past a page that does not answer.
        if problems.iter().any(|problem| matches!(problem, Problem::Page(_))) {
            self.health.lose(Loss::Damage);
            return Ok(Verdict { problems, dossiers: 0, schema });
        }
        let dossiers = self.read(|reader| {
            let broken = reader.broken_journal_line(&self.keys.journal)?;
            problems.extend(broken.map(|line| Problem::Journal { line }));
            problems.extend(self.doubts().into_iter().map(Problem::Older));
            problems.extend(self.has_former_way_in().then_some(Problem::FormerWayIn));
            problems.extend(reader.dossiers_with_wrong_line()?.into_iter().map(Problem::Line));
            problems.extend(self.damaged_pieces(reader)?);
            reader.count_dossiers()
        })?;
        Ok(Verdict { problems, dossiers, schema })
    }

    /// Every piece whose file is missing or is not the one that was written.
    fn damaged_pieces(&self, reader: &Reader<'_>) -> Result<Vec<Problem>, StoreError> {
        let pieces = self.pieces();
        let mut found = Vec::new();
        let fault = |piece: &Piece| match pieces.check(piece) {
            Ok(()) => Ok(None),
            Err(StoreError::Piece(fault)) => Ok(Some(fault)),
            Err(refused) => Err(refused),
        };
        for (dossier, attachment, piece) in reader.pieces()? {
            found.extend(fault(&piece)?.map(|fault| Problem::Piece { dossier, attachment, fault }));
        }
        for (dossier, paper, piece) in reader.paper_pieces()? {
            found.extend(fault(&piece)?.map(|fault| Problem::Paper { dossier, paper, fault }));
        }
        Ok(found)
    }

    /// Everything that undo follows and the lists show, row by row in order, as text: what is the
    /// same before an action and after its undoing.
    pub fn dump(&self) -> Result<String, StoreError> {
        self.with_connection(|connection| {
            let mut out = String::new();
            for name in self.tracked.iter().map(|table| table.name).chain(["dossier_line", "report_row"]) {
                dump_table(connection, name, &mut out)?;
            }
            Ok(out)
        })
    }
}

fn physical_problems(connection: &Connection) -> Result<Vec<Problem>, StoreError> {
    let pages = checks::pages(connection)?;
    if !pages.is_empty() {
        return Ok(pages.into_iter().map(Problem::Page).collect());
    }
    let mut problems: Vec<_> = checks::structure(connection)?.into_iter().map(Problem::Structure).collect();
    problems.extend(checks::links(connection)?.into_iter().map(Problem::Link));
    if !index_fits(connection)? {
        problems.push(Problem::Search);
    }
    Ok(problems)
}

fn dump_table(connection: &Connection, name: &str, out: &mut String) -> Result<(), StoreError> {
    let mut statement = connection.prepare(&format!("SELECT * FROM {name} ORDER BY 1"))?;
    let columns = statement.column_count();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        out.push_str(name);
        for place in 0..columns {
            // Writing to a String cannot fail.
            let _ = match row.get_ref(place)? {
                ValueRef::Null => write!(out, " | ∅"),
                ValueRef::Integer(number) => write!(out, " | {number}"),
                ValueRef::Real(number) => write!(out, " | {number}"),
                ValueRef::Text(text) => write!(out, " | {:?}", String::from_utf8_lossy(text)),
                ValueRef::Blob(bytes) => write!(out, " | {bytes:?}"),
            };
        }
        out.push('\n');
    }
    Ok(())
}
