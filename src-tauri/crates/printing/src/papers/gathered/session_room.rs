//! What is read in the room of a session: the dossier in discussion, by the facts of its sheet; at the end the letters, each
//! ready or with what it waits for.

use documents::papers::session_sheet::{Naming, SheetMatter};
use domain::assessment::Finding;
use domain::dossier::{DossierId, SessionId};
use domain::words::{Labelled, capital, screen_date, spaced};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::session::letter;
use super::{AtSession, Held, session_sheet};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use casework::dossiers::{RoomKey, found};
use casework::sessions::{AgendaRow, OneSession, found_session, session};

/// A dossier of an agenda, as it is looked at in the room.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneOnAgenda {
    /// The session.
    #[ts(type = "number")]
    pub session: SessionId,
    /// The number of its place on the agenda.
    pub item: i64,
    /// Whether nobody is named.
    pub nameless: bool,
}

/// What the people in the room read of a dossier: the facts of its sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct SessionBrief {
    /// The household, its work and its home, in sentences.
    pub situation: Vec<String>,
    /// What is asked, over how many months, by the month; of a refund, its five figures.
    pub figures: Vec<BriefFigure>,
    /// The project in the person's words.
    pub story: Vec<String>,
    /// Who pays what, the last row is the total; of a refund, the instalments by their state.
    pub parts: Vec<BriefFigure>,
    /// The budget of a month, the last row is the reste à vivre; of a refund, the loan.
    pub month: Vec<BriefFigure>,
    /// Each criterion that asks for attention, with its ground; of a refund, what is said of it.
    pub watched: Vec<String>,
    /// `favorable`; empty while it is not written.
    pub opinion: String,
    /// Its reasons; of a refund, the rule and what it gives.
    pub reasoned: Vec<String>,
}

/// A figure of a dossier in the room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BriefFigure {
    /// What it is.
    pub label: String,
    /// Its value, written.
    pub value: String,
}

impl BriefFigure {
    fn of(label: &str, value: &str) -> Self {
        Self { label: spaced(label), value: spaced(value) }
    }
}

/// The letters of a session, one a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SessionLetters {
    /// `3 lettres sont prêtes sur 4.`
    pub sentence: String,
    /// How many are ready.
    pub ready: usize,
    /// Each dossier, in the order of the agenda.
    pub rows: Vec<SessionLetterRow>,
}

/// The letter of a dossier, or what it waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SessionLetterRow {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Its reference.
    pub reference: String,
    /// What the letter is; why it is not ready, where it is not.
    pub what: String,
    /// The paper, to be seen; empty when it cannot be printed.
    pub paper: String,
    /// Whether it says all it has to.
    pub ready: bool,
    /// Where what lacks is written; absent when nothing can be done.
    pub room: Option<RoomKey>,
    /// What is to be done next of the dossier; empty when nothing is.
    pub next: String,
    /// By when.
    pub next_on: String,
}

/// Shows a dossier of an agenda as it is looked at in the room.
pub fn session_brief(desk: &Desk, input: OneOnAgenda, moment: &Moment) -> Result<SessionBrief, Failure> {
    let view = session(desk, OneSession { session: input.session }, moment)?;
    let held = desk.read(|reader| found_session(reader, input.session))?;
    let row = view.agenda.iter().find(|row| row.item == input.item).ok_or_else(|| Failure::gone("Ce dossier"))?;
    let at = AtSession::of(&held, row.matter.into(), (row.place, view.agenda.len()));
    let naming = if input.nameless { Naming::Nameless } else { Naming::Named };
    let read = Held::of(desk, row.dossier)?;
    let sheet = session_sheet::sheet(&read.subject(naming, None, moment), &at)?;
    let pairs = |rows: &[[String; 2]]| rows.iter().map(|[label, value]| BriefFigure::of(label, value)).collect();
    let figures: Vec<BriefFigure> = sheet.figures.iter().map(|[value, label]| BriefFigure::of(label, value)).collect();
    Ok(match sheet.matter {
        SheetMatter::Request(asked) => SessionBrief {
            situation: asked.situation,
            // The reste à vivre ends the month below.
            figures: figures.into_iter().take(3).collect(),
            story: asked.story,
            parts: pairs(&asked.financing),
            month: asked.budget.iter().map(|[label, before, after]| month(label, before, after)).collect(),
            watched: asked.criteria.iter().filter_map(watched).collect(),
            opinion: asked.opinion,
            reasoned: asked.reasoned,
        },
        SheetMatter::Refund(proved) => SessionBrief {
            figures,
            parts: pairs(&proved.instalments),
            month: proved.loan.iter().map(|(label, value)| BriefFigure::of(label, value)).collect(),
            watched: proved.said,
            reasoned: vec![proved.rule, proved.reading],
            ..SessionBrief::default()
        },
    })
}

/// `339,53 → 300,07`; one figure where the project changes nothing.
fn month(label: &str, before: &str, after: &str) -> BriefFigure {
    if before == after || after.is_empty() {
        BriefFigure::of(label, before)
    } else {
        BriefFigure::of(label, &format!("{before} → {after}"))
    }
}

/// A criterion that is not met, with its ground.
fn watched([criterion, found, ground]: &[String; 3]) -> Option<String> {
    let asks = [Finding::ToDiscuss, Finding::Unfavourable].iter().any(|asked| asked.label() == found);
    asks.then(|| spaced(&format!("{criterion} : {}", if ground.is_empty() { found } else { ground })))
}

/// Tells of each dossier of a session whether its letter is ready, and what it waits for.
pub fn session_letters(desk: &Desk, input: OneSession, moment: &Moment) -> Result<SessionLetters, Failure> {
    let view = session(desk, input, moment)?;
    let mut rows = Vec::new();
    for row in &view.agenda {
        rows.push(letter_row(desk, row, view.session.id, moment)?);
    }
    let ready = rows.iter().filter(|row| row.ready).count();
    let are = match ready {
        0 => "Aucune lettre n’est prête".to_owned(),
        1 => "1 lettre est prête".to_owned(),
        many => format!("{many} lettres sont prêtes"),
    };
    Ok(SessionLetters { sentence: spaced(&format!("{are} sur {}.", rows.len())), ready, rows })
}

fn letter_row(desk: &Desk, row: &AgendaRow, session: SessionId, moment: &Moment) -> Result<SessionLetterRow, Failure> {
    let dossier = desk.read(|reader| found(reader, row.dossier))?;
    let next = dossier.tasks.first();
    let told = |what: String, paper: &str, ready, room| SessionLetterRow {
        dossier: row.dossier,
        reference: row.reference.clone(),
        what: capital(&spaced(&what)),
        paper: paper.to_owned(),
        ready,
        room,
        next: next.map(|task| spaced(&task.what)).unwrap_or_default(),
        next_on: next.map(|task| screen_date(task.due, moment.today)).unwrap_or_default(),
    };
    Ok(match letter(desk, row, session, moment)? {
        Ok(part) => match part.missing.first() {
            None => told(part.entry.title.to_owned(), part.entry.key, true, None),
            Some(first) => {
                let lacks: Vec<&str> = part.missing.iter().map(|one| one.what.as_str()).collect();
                told(format!("manque : {}", lacks.join(", ")), part.entry.key, false, first.room)
            }
        },
        // What was not seen is decided here: no room completes it.
        Err(why) if row.hearing.is_none() => told(why, "", false, None),
        Err(why) => told(why, "", false, Some(RoomKey::Decisions)),
    })
}
