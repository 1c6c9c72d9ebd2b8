//! The list of dossiers and the one box that finds them.

use domain::dossier::{DossierId, DossierLine, Phase};
use domain::words::{self, Labelled, counted};
use serde::{Deserialize, Serialize};
use store::DossierQuery;
use ts_rs::TS;

use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::lists;
use app::shapes::{Choice, Day, Meaning, Money};

/// How many rows are given at once: two screens of them, that the page draws within three frames.
const PAGE: u64 = 50;

/// What is looked for.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Search {
    /// Any words, accents or not; everything when empty.
    pub search: String,
    /// Only dossiers of this phase.
    #[serde(default)]
    #[ts(optional)]
    pub phase: Option<PhaseKey>,
    /// Only the archived ones; they are nowhere else.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub archived: bool,
    /// How many rows to pass over.
    pub offset: u64,
}

/// A kind of dossiers the list is filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each one is the phase of domain::dossier::Phase")]
pub enum PhaseKey {
    Assessing,
    WithLender,
    Running,
    Closed,
}

/// The dossiers found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DossierList {
    /// At most fifty rows.
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
    /// The amount signed, granted, asked for or wished for.
    pub amount: Option<Money>,
}

/// Finds dossiers by any word of them, and of the label of their purpose.
pub fn dossiers(desk: &Desk, input: Search, moment: &Moment) -> Result<DossierList, Failure> {
    desk.read(|reader| {
        let query = DossierQuery {
            search: input.search.clone(),
            phase: input.phase.map(Phase::from),
            among: None,
            archived: Some(input.archived),
            offset: input.offset,
            limit: PAGE,
        };
        let (lines, found) = reader.dossier_lines_about(&query, &lists(reader)?.purposes)?;
        let archived = reader.count_archived()?;
        let total = if input.archived { archived } else { reader.count_dossiers()?.saturating_sub(archived) };
        let rows = lines.into_iter().map(|(id, line)| row(id, line, moment)).collect();
        let sentence = sentence(found, total, &input);
        Ok(DossierList { rows, found, total, sentence, search: input.search })
    })
}

pub(crate) fn row(id: DossierId, line: DossierLine, moment: &Moment) -> DossierRow {
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

impl From<PhaseKey> for Phase {
    fn from(key: PhaseKey) -> Self {
        match key {
            PhaseKey::Assessing => Self::Assessing,
            PhaseKey::WithLender => Self::WithLender,
            PhaseKey::Running => Self::Running,
            PhaseKey::Closed => Self::Closed,
        }
    }
}

fn sentence(found: u64, total: u64, input: &Search) -> String {
    let looked_for: String = input.search.trim().chars().take(60).collect();
    let phase = input.phase.map(|key| format!(" ({})", words::lowered(Phase::from(key).label()))).unwrap_or_default();
    let all = words::decimal(total.into(), 0);
    let (one, many) = if input.archived { ("dossier archivé", "dossiers archivés") } else { ("dossier", "dossiers") };
    let some = counted(found, one, many);
    words::spaced(&match (looked_for.is_empty(), total, found) {
        (true, 0, _) => format!("Aucun {one} pour l’instant."),
        (true, _, _) if input.phase.is_none() => format!("{some}, du plus pressé au moins pressé."),
        (true, _, 0) => format!("Aucun {one}{phase} sur {all}."),
        (true, _, _) => format!("{some}{phase} sur {all}, du plus pressé au moins pressé."),
        (false, _, 0) => format!("Aucun {one}{phase} sur {all} ne correspond à « {looked_for} »."),
        (false, _, 1) => format!("1 {one}{phase} sur {all} correspond à « {looked_for} »."),
        (false, _, _) => format!("{some}{phase} sur {all} correspondent à « {looked_for} »."),
    })
}
