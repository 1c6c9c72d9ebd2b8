//! The list of dossiers and the one box that finds them.

use domain::dossier::{DossierId, DossierLine};
use domain::words::{self, counted};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::caller::Moment;
use crate::failure::Failure;
use crate::office::Desk;
use crate::shown::{Choice, Day, Meaning, Money};

/// How many rows are given at once.
const PAGE: u64 = 100;

/// What is looked for.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Search {
    /// Any words, accents or not; everything when empty.
    pub search: String,
    /// How many rows to pass over.
    pub offset: u64,
}

/// The dossiers found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DossierList {
    /// At most a hundred rows.
    pub rows: Vec<DossierRow>,
    /// How many were found in all.
    pub found: u64,
    /// How many dossiers the office has.
    pub total: u64,
    /// What was found, in a sentence.
    pub sentence: String,
    /// The words looked for, as sent.
    pub search: String,
}

/// One dossier of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DossierRow {
    /// Its number.
    #[ts(type = "number")]
    pub id: DossierId,
    /// Its reference.
    pub reference: String,
    /// Who asks.
    pub name: String,
    /// The project in a line.
    pub project: String,
    /// Where it stands.
    pub stage: Choice,
    /// Its next date.
    pub next_date: Option<Day>,
    /// What that date means today.
    pub next_meaning: Meaning,
    /// What is to be done then.
    pub next_what: String,
    /// The amount wished for.
    pub amount: Option<Money>,
}

/// Finds dossiers by any word of them.
pub fn dossiers(desk: &Desk, input: Search, moment: &Moment) -> Result<DossierList, Failure> {
    desk.read(|reader| {
        let (lines, found) = reader.dossier_lines(&input.search, input.offset, PAGE)?;
        let total = reader.count_dossiers()?;
        let rows = lines.into_iter().map(|(id, line)| row(id, line, moment)).collect();
        let sentence = sentence(found, total, &input.search);
        Ok(DossierList { rows, found, total, sentence, search: input.search })
    })
}

fn row(id: DossierId, line: DossierLine, moment: &Moment) -> DossierRow {
    DossierRow {
        id,
        reference: line.reference,
        name: line.name,
        project: line.project,
        stage: Choice::of(line.stage),
        next_date: line.next_date.map(|date| Day::near(date, moment.today)),
        next_meaning: Meaning::of(line.next_date, moment.today),
        next_what: line.next_what,
        amount: line.amount.map(Money::from),
    }
}

fn sentence(found: u64, total: u64, search: &str) -> String {
    let looked_for: String = search.trim().chars().take(60).collect();
    if looked_for.is_empty() {
        return words::spaced(&match total {
            0 => "Aucun dossier pour l’instant.".to_owned(),
            _ => format!("{}, du plus pressé au moins pressé.", counted(total, "dossier", "dossiers")),
        });
    }
    words::spaced(&match found {
        0 => format!("Aucun dossier sur {total} ne parle de « {looked_for} »."),
        1 => format!("1 dossier sur {total} parle de « {looked_for} »."),
        _ => format!("{} sur {total} parlent de « {looked_for} ».", counted(found, "dossier", "dossiers")),
    })
}
