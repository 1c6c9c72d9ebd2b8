//! The papers of a dossier, ready or not.

use documents::papers::session_sheet::Naming;
use documents::papers::{Entry, Takes, entry, register};
use domain::dossier::DossierId;
use domain::paper::after_fact;
use domain::words::counted;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::gathered::{Held, Missing, NotYet, Subject, prepare};
use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use casework::dossiers::{OneDossier, RoomKey, found};
use casework::overview::overview;

/// The papers of a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Papers {
    /// In the order of menus.
    pub papers: Vec<PaperCard>,
}

/// A paper and whether it can leave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PaperCard {
    /// Its key.
    pub key: String,
    /// What people read.
    pub title: String,
    /// Whether it can be printed.
    pub ready: bool,
    /// Whether nothing in the dossier calls for it: it stays out of the way.
    pub folded: bool,
    /// Whether it is a letter: a sentence may be added to it.
    pub is_letter: bool,
    /// Its state, in a few words.
    pub state: String,
    /// What it will say it lacks.
    pub missing: Vec<Missing>,
    /// What it waits for, in a sentence, and the room where it is written; absent once ready.
    pub waits: Option<Waits>,
}

/// What a paper waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Waits {
    /// In a sentence.
    pub sentence: String,
    /// Where it is written.
    pub room: RoomKey,
}

/// Every paper Étrier can print.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Register {
    /// In the order of menus.
    pub papers: Vec<PaperTitle>,
}

/// A paper of the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PaperTitle {
    /// Its key.
    pub key: String,
    /// What people read.
    pub title: String,
    /// What it is printed of.
    pub takes: PaperTakes,
}

/// What a paper is printed of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperTakes {
    /// One dossier.
    Dossier,
    /// The dossiers of a period.
    Period,
    /// The office alone.
    Office,
    /// The office alone, or any dossier: the same sheet for everyone.
    Anyone,
    /// A session of the commission or the committee.
    Session,
    /// A line of the register of erasures.
    Erasure,
    /// A recovery code at the moment it is made.
    NewCode,
}

impl From<Takes> for PaperTakes {
    fn from(takes: Takes) -> Self {
        match takes {
            Takes::Dossier | Takes::Occasion | Takes::Letter(_) => Self::Dossier,
            Takes::Period => Self::Period,
            Takes::Office => Self::Office,
            Takes::Anyone => Self::Anyone,
            Takes::Session => Self::Session,
            Takes::Erasure => Self::Erasure,
            Takes::NewCode => Self::NewCode,
        }
    }
}

/// Lists every paper.
pub fn paper_register(_: Nothing, _: &Moment) -> Result<Register, Failure> {
    let title = |entry: &Entry| PaperTitle {
        key: entry.key.to_owned(),
        title: entry.title.to_owned(),
        takes: entry.takes.into(),
    };
    Ok(Register { papers: register().map(|entry| title(&entry)).collect() })
}

/// Lists the papers of a dossier.
pub fn papers(desk: &Desk, input: OneDossier, moment: &Moment) -> Result<Papers, Failure> {
    let held = Held::of(desk, input.dossier)?.in_session(desk, None)?;
    let subject = held.subject(Naming::Nameless, None, moment);
    let of_a_dossier =
        |entry: &Entry| matches!(entry.takes, Takes::Dossier | Takes::Occasion | Takes::Letter(_) | Takes::Anyone);
    let of_a_dossier = register().filter(of_a_dossier);
    Ok(Papers { papers: of_a_dossier.map(|entry| card(entry, &subject)).collect::<Result<_, Failure>>()? })
}

/// A paper of a dossier, by its key.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PaperAsked {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The key of the paper.
    pub paper: String,
}

/// Says whether one paper of a dossier can leave.
pub fn paper_card(desk: &mut Desk, input: PaperAsked, moment: &Moment) -> Result<PaperCard, Failure> {
    let entry = entry(&input.paper).ok_or_else(|| Failure::refused("Ce papier n’existe pas.").at("paper"))?;
    let held = Held::of(desk, input.dossier)?.in_session(desk, None)?;
    card(entry, &held.subject(Naming::Nameless, None, moment))
}

/// What is offered to be printed of a dossier now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PrintMenu {
    /// The paper of the moment; absent when nothing calls for one.
    pub now: Option<PaperCard>,
    /// Others that can leave, those that never went out first.
    pub ready: Vec<PaperCard>,
    /// `5 papiers`; empty when none went out.
    pub handed_over: String,
}

/// How many papers the menu shows beside the one of the moment.
const OFFERED: usize = 6;

/// Chooses the papers of the moment: the one that the page of the dossier proposes, else the one that follows its last
/// facts and did not go out since.
pub fn print_menu(desk: &Desk, input: OneDossier, moment: &Moment) -> Result<PrintMenu, Failure> {
    let proposed = overview(desk, input, moment)?.main.way;
    let cards = papers(desk, input, moment)?.papers;
    let kept = desk.read(|reader| Ok(reader.kept_papers(input.dossier)?))?;
    let out = |key: &str| kept.iter().filter(|paper| paper.paper.as_str() == key).map(|paper| paper.kept_at).max();
    let ready = |key: &str| cards.iter().find(|card| card.key == key && card.ready);
    let dossier = desk.read(|reader| found(reader, input.dossier))?;
    let follows = || {
        let facts = dossier.facts.standing().collect::<Vec<_>>();
        let mut papers = facts.iter().rev().filter_map(|row| Some((row.fact.day(), after_fact(&row.fact)?)));
        papers.find_map(|(on, key)| {
            let went = out(key).is_some_and(|at| moment.day_of(at) >= on);
            ready(key).filter(|_| !went)
        })
    };
    let by_page = (proposed.room == Some(RoomKey::Documents)).then(|| ready(&proposed.word)).flatten();
    let now = by_page.or_else(follows).cloned();
    let others =
        cards.iter().filter(|card| card.ready && !card.folded && now.as_ref().is_none_or(|now| now.key != card.key));
    let (never, again): (Vec<_>, Vec<_>) = others.partition(|card| out(&card.key).is_none());
    let ready = never.into_iter().chain(again).take(OFFERED).cloned().collect();
    let handed_over = if kept.is_empty() { String::new() } else { counted(kept.len(), "papier", "papiers") };
    Ok(PrintMenu { now, ready, handed_over })
}

fn card(entry: Entry, subject: &Subject<'_>) -> Result<PaperCard, Failure> {
    let waits = |not_yet: NotYet| Waits { sentence: not_yet.sentence.to_owned(), room: not_yet.room };
    let (state, missing, waits) = match prepare(entry, subject)? {
        Ok(prepared) => (prepared.state, prepared.missing, None),
        Err(not_yet) => (not_yet.state.to_owned(), Vec::new(), Some(waits(not_yet))),
    };
    Ok(PaperCard {
        key: entry.key.to_owned(),
        title: entry.title.to_owned(),
        ready: waits.is_none(),
        folded: match entry.takes {
            Takes::Letter(letter) if letter.is_free() => true,
            Takes::Letter(_) | Takes::Occasion => waits.is_some(),
            Takes::Dossier
            | Takes::Period
            | Takes::Office
            | Takes::Anyone
            | Takes::Session
            | Takes::Erasure
            | Takes::NewCode => false,
        },
        is_letter: matches!(entry.takes, Takes::Letter(_)),
        state: domain::words::spaced(&state),
        missing,
        waits,
    })
}
