//! What is read in the room of a session: the dossier in discussion, by the facts of its sheet; at the end the letters, each
//! ready or with what it waits for.

use documents::papers::bank_file::{AtTable, BankFile, BankFileAlert, BankFileBudget, CriterionFound};
use documents::papers::session_sheet::{Naming, SheetMatter};
use domain::assessment::Finding;
use domain::budget::{HouseholdBudget, Section};
use domain::dossier::{DossierId, SessionId};
use domain::money::Euros;
use domain::project::AidStatus;
use domain::text::Text;
use domain::words::{Labelled, capital, counted, lowered, screen_date, spaced};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::session::letter;
use super::session_sheet::NOTHING;
use super::{AtSession, Held, session_sheet};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use casework::dossiers::{RoomKey, found};
use casework::sessions::{AgendaRow, OneSession, found_session, session};

/// The most points told in the room, the heaviest first; the sheet of the booklet has them all.
const WATCHED: usize = 2;

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
    /// What is to be read before a vote, then each criterion that asks for attention, with its ground; of a refund, what is
    /// said of it.
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
    Ok(match sheet.matter {
        SheetMatter::Request(asked) => of_request(*asked)?,
        SheetMatter::Refund(proved) => SessionBrief {
            figures: sheet.figures.iter().map(|[value, label]| BriefFigure::of(label, value)).collect(),
            parts: pairs(&proved.instalments),
            month: proved.loan.iter().map(|(label, value)| BriefFigure::of(label, value)).collect(),
            watched: proved.said,
            reasoned: vec![proved.rule, proved.reading],
            ..SessionBrief::default()
        },
    })
}

/// A request in the room, by the facts its sheet is printed from.
fn of_request(AtTable { situation, file }: AtTable) -> Result<SessionBrief, Failure> {
    let written = |texts: &[&Text]| texts.iter().map(ToString::to_string).filter(|text| !text.is_empty()).collect();
    // The ground of a fact is on the sheet of the booklet.
    let alerts = file.alerts.iter().map(BankFileAlert::in_words);
    let assessment = &file.assessment;
    Ok(SessionBrief {
        situation,
        figures: figures(&file)?,
        story: written(&[&file.project.story]),
        parts: parts(&file)?,
        month: month(&file)?,
        watched: alerts.chain(file.criteria.iter().filter_map(watched)).take(WATCHED).collect(),
        opinion: assessment.opinion.map(|opinion| lowered(opinion.label())).unwrap_or_default(),
        reasoned: written(&[&assessment.reasoned, &assessment.reservation]),
    })
}

/// What is asked, over how many months, by the month.
fn figures(file: &BankFile) -> Result<Vec<BriefFigure>, Failure> {
    let cost = file.project.financing()?.cost;
    let of = if cost.is_zero() { "demandés".to_owned() } else { format!("sur un coût de {cost}") };
    let instalment = file.budget.as_ref().and_then(|budget| Some(budget.after.as_ref()?.budget.instalment));
    let known = |value: Option<String>| value.unwrap_or_else(|| NOTHING.to_owned());
    let months = file.months.map(|months| counted(months, "mois", "mois"));
    Ok(vec![
        BriefFigure::of(&of, &known(file.amount.map(|amount| amount.to_string()))),
        BriefFigure::of(&rate(file), &known(months)),
        BriefFigure::of("par mois", &known(instalment.map(|each| each.to_string()))),
    ])
}

/// `à 4,00 %`; `demandés` of a loan that is not worked out.
fn rate(file: &BankFile) -> String {
    let worked_out = file.loan.as_ref().map(|loan| format!("à {}", loan.schedule.terms.annual_rate));
    worked_out.unwrap_or_else(|| "demandés".to_owned())
}

/// Who pays what, the cost last.
fn parts(file: &BankFile) -> Result<Vec<BriefFigure>, Failure> {
    let financing = file.project.financing()?;
    if financing.cost.is_zero() {
        return Ok(Vec::new());
    }
    let loan = file.amount.map(|amount| ("Microcrédit".to_owned(), amount));
    let obtained = file.project.aids.iter().filter(|aid| aid.status == AidStatus::Obtained);
    let aids = obtained.map(|aid| (format!("{}, accordé", aid.provider), aid.amount.unwrap_or(Euros::ZERO)));
    let own = Some(financing.own_share).filter(|share| !share.is_zero());
    let own = own.map(|share| ("Part personnelle".to_owned(), share));
    let all = loan.into_iter().chain(aids).chain(own).chain([("Coût du projet".to_owned(), financing.cost)]);
    Ok(all.map(|(label, amount)| BriefFigure::of(&label, &amount.bare())).collect())
}

/// The budget of a month, `339,53 → 300,07` where the loan changes it; the reste à vivre last.
fn month(file: &BankFile) -> Result<Vec<BriefFigure>, Failure> {
    let Some(BankFileBudget { before, after, .. }) = &file.budget else { return Ok(Vec::new()) };
    let total = |budget: &HouseholdBudget, section| budget.section(section).map_or(Euros::ZERO, |one| one.total);
    let then = |section| after.as_ref().map(|after| total(&after.budget.budget, section));
    let debts = after.as_ref().map(|after| {
        let paid = [total(&after.budget.budget, Section::Debt), after.budget.instalment, after.budget.account];
        Euros::sum(paid)
    });
    let row = |label: &str, now: Euros, later: Option<Euros>| match later.filter(|later| *later != now) {
        Some(later) => BriefFigure::of(label, &format!("{} → {}", now.bare(), later.bare())),
        None => BriefFigure::of(label, &now.bare()),
    };
    Ok(vec![
        row("Ressources", total(before, Section::Income), then(Section::Income)),
        row("Charges", total(before, Section::FixedExpense), then(Section::FixedExpense)),
        row("Dettes et mensualité", total(before, Section::Debt), debts.transpose()?),
        row(
            &format!("Reste à vivre par {}", before.shares.one()),
            before.reste_a_vivre,
            after.as_ref().map(|after| after.budget.reste_a_vivre),
        ),
    ])
}

/// A criterion that is not met, with its ground.
fn watched(found: &CriterionFound) -> Option<String> {
    let asks = [Finding::ToDiscuss, Finding::Unfavourable].contains(&found.finding);
    let ground = if found.ground.is_empty() { found.finding.label() } else { found.ground.as_str() };
    asks.then(|| spaced(&format!("{} : {ground}", found.label)))
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
