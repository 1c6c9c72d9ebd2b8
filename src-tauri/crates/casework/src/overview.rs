//! The page a dossier opens on: where it stands, the one thing to do, what lacks, four figures, the last of its story.
//!
//! What it says is chosen by [`domain::dossier::overview`], from the same list that the act of sending looks at.

mod figures;
mod lacking;
mod ways;

use domain::dossier::{
    Act, Dossier, Fact, LifeStep, NextAct, OverviewLine, Pressing, Proposal, Requirement, Situation, Stage, stage,
};
use domain::settings::{OfficeUses, Settings};
use domain::words::{Labelled, counted, spaced};
use serde::Serialize;
use store::Reader;
use ts_rs::TS;

use crate::dossiers::{OneDossier, found};
use crate::followed::{StripMonth, strip};
use crate::loans::known;
use crate::stories::{StoryTone, story};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::settings;
use lacking::{Papers, bank_named, lacking, list_given, to_bring};
use ways::{appointing, way_of_act, way_of_line, way_of_proposal, way_of_requirement};

pub use figures::OverviewFigure;
pub use ways::OverviewWay;

/// How many lines of the story are shown.
const THREAD: usize = 6;

/// How many instalments of the strip are shown, around today.
const STRIP: usize = 18;

/// The page of a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Overview")]
pub struct OverviewView {
    /// The name that stands in its sentences.
    pub name: String,
    /// The telephone that stands on its button; empty when none does.
    pub phone: String,
    /// The six steps of its life.
    pub steps: Vec<OverviewStep>,
    /// Where it stands and who is waited for.
    pub sentence: String,
    /// What else is good to know; may be empty.
    pub more: String,
    /// Whether something is late.
    pub late: bool,
    /// The one thing to do.
    pub main: OverviewAct,
    /// What is noted instead when it took place elsewhere.
    pub also: Option<OverviewAct>,
    /// What else may be done today.
    pub others: Vec<OverviewAct>,
    /// What is said beside the heading of what lacks.
    pub note: String,
    /// What lacks.
    pub lines: Vec<OverviewLineView>,
    /// What is there already.
    pub done: Vec<OverviewDone>,
    /// `11 choses sur 14`; empty when nothing is counted.
    pub done_count: String,
    /// Whether what is there is shown whole: before a sending.
    pub recapitulated: bool,
    /// Four figures.
    pub figures: Vec<OverviewFigure>,
    /// The instalments around today; empty without a loan that runs.
    pub strip: Vec<StripMonth>,
    /// What is known of them.
    pub strip_note: String,
    /// The last of its story.
    pub thread: Vec<ThreadLine>,
    /// How many lines its story has.
    pub thread_count: u32,
    /// Whether an exchange may be noted here: not once it is closed.
    pub open: bool,
}

/// One of the six steps of the life of a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OverviewStep {
    /// Its name.
    pub label: String,
    /// Where it stands.
    pub state: OverviewStepState,
}

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OverviewStepState {
    /// Behind.
    Done,
    /// Now.
    Current,
    /// To come, or passed over.
    Coming,
}

/// Something to do: its words and where it is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OverviewAct {
    /// What it is: `print_list`, `call`.
    pub key: String,
    /// What people read.
    pub label: String,
    /// Where it is done.
    pub way: OverviewWay,
}

/// One thing that lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "OverviewLine")]
pub struct OverviewLineView {
    /// What it is about.
    pub key: String,
    /// The heading it stands under; empty without one.
    pub group: String,
    /// What lacks.
    pub label: String,
    /// What is known of it; may be empty.
    pub note: String,
    /// By when, or what it stops.
    pub by: String,
    /// How it stands.
    #[ts(type = "\"late\" | \"stops\" | \"waiting\" | \"open\"")]
    pub pressing: Pressing,
    /// Where it is completed.
    pub way: OverviewWay,
}

/// One thing that is there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OverviewDone {
    /// What it is, and what is known of it.
    pub label: String,
    /// Where it is read.
    pub way: OverviewWay,
}

/// One line of the story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ThreadLine {
    /// Its day, in short.
    pub day: String,
    /// What happened.
    pub sentence: String,
    /// What was said of it; empty for what is never printed.
    pub detail: String,
    /// Whether it is a turning point.
    pub key: bool,
}

/// Shows the page of a dossier.
pub fn overview(desk: &Desk, input: OneDossier, moment: &Moment) -> Result<OverviewView, Failure> {
    let (thread, thread_count) = thread(desk, input, moment)?;
    let page = desk.read(|reader| {
        let (dossier, settings) = (found(reader, input.dossier)?, settings(reader)?);
        page(reader, &dossier, &settings, moment)
    })?;
    Ok(OverviewView { thread, thread_count, ..page })
}

fn page(reader: &Reader<'_>, dossier: &Dossier, settings: &Settings, moment: &Moment) -> Result<OverviewView, Failure> {
    let out = reader.kept_papers(dossier.id)?;
    let rules = settings.at(moment.today);
    let papers = Papers { out: &out, checklist: dossier.checklist(&rules) };
    let requirements = lacking(reader, dossier, settings, &papers, moment)?;
    let listed = dossier.facts.course().listed.map(|(_, listed)| listed.held_on);
    let lender = bank_named(dossier, settings);
    let sent_by = dossier.facts.request().referrer.map(|id| reader.referrer(id)).transpose()?.flatten();
    let at = Situation {
        settings,
        today: moment.today,
        requirements: &requirements,
        lender: &lender,
        to_bring: to_bring(&papers.checklist),
        list_given: list_given(&papers),
        session_on: listed,
        sent_by: sent_by.as_ref().map(|referrer| referrer.structure.as_str()).unwrap_or_default(),
    };
    let page = domain::dossier::overview(dossier, &at)?;
    let running = dossier.running_loan().filter(|_| dossier.facts.course().disbursement.is_some());
    let act = |proposed: &NextAct| OverviewAct {
        key: proposed.what.key().to_owned(),
        label: proposed.label.clone(),
        way: way_of_proposal(proposed, page.lines.first(), dossier),
    };
    let phone = dossier.person.phone.as_ref().map(ToString::to_string);
    let all = page.done.len().saturating_add(page.lines.len());
    Ok(OverviewView {
        name: dossier.person.last_name.to_string(),
        phone: phone.filter(|phone| page.main.label.contains(phone.as_str())).unwrap_or_default(),
        steps: steps(page.step, dossier, settings.at(moment.today).uses),
        main: act(&page.main),
        also: page.also.as_ref().map(act),
        others: others(dossier, settings, [Some(act(&page.main)), page.also.as_ref().map(act)], moment),
        lines: page.lines.iter().map(|line| shown(line, dossier)).collect(),
        done_count: if page.done.is_empty() {
            String::new()
        } else {
            spaced(&format!("{} sur {all}", counted(page.done.len(), "chose", "choses")))
        },
        done: page.done.iter().map(done).collect(),
        recapitulated: matches!(stage(dossier), Stage::ToSubmit | Stage::Refused),
        figures: figures::figures(dossier, settings, &papers.checklist, moment)?,
        strip_note: running.as_ref().map(known).unwrap_or_default(),
        strip: running.map(|running| around(strip(&running, moment))).unwrap_or_default(),
        thread: Vec::new(),
        thread_count: 0,
        open: stage(dossier) != Stage::Closed,
        sentence: page.sentence,
        more: page.more,
        late: page.late,
        note: page.note,
    })
}

/// What else may be done today, what the page proposes left out; an exchange is noted on the page itself.
fn others(
    dossier: &Dossier,
    settings: &Settings,
    proposed: [Option<OverviewAct>; 2],
    moment: &Moment,
) -> Vec<OverviewAct> {
    let acts = dossier.acts(settings, moment.today).into_iter().filter(|act| *act != Act::Meet);
    let of_course =
        acts.map(|act| OverviewAct { key: way_of_act(act).word, label: spaced(act.title()), way: way_of_act(act) });
    let appointment = (stage(dossier) != Stage::Closed).then(|| OverviewAct {
        key: Proposal::Appoint.key().to_owned(),
        label: match dossier.facts.course().appointment {
            Some(_) => "Changer le rendez-vous".to_owned(),
            None => Proposal::Appoint.label().to_owned(),
        },
        way: appointing(),
    });
    let is_proposed = |way: &OverviewWay| proposed.iter().flatten().any(|act| act.way == *way);
    appointment.into_iter().chain(of_course).filter(|act| !is_proposed(&act.way)).collect()
}

/// The steps of the dossier: that of a session is none where the office holds no session.
fn steps(now: LifeStep, dossier: &Dossier, uses: OfficeUses) -> Vec<OverviewStep> {
    let course = dossier.facts.course();
    let met = |step: LifeStep| match step {
        LifeStep::Committee => {
            dossier.facts.standing().any(|row| matches!(row.fact, Fact::SessionHeard(_))) || course.taken_over
        }
        LifeStep::Lender => !course.presentations.is_empty() || course.lending().is_some(),
        LifeStep::Loan => course.disbursement.is_some(),
        LifeStep::Assessment => {
            !course.interviews.is_empty() || !course.orientations.is_empty() || course.lending().is_some()
        }
        LifeStep::Request | LifeStep::Closing => true,
    };
    let step = |step: LifeStep| OverviewStep {
        label: step.label().to_owned(),
        state: match step.cmp(&now) {
            std::cmp::Ordering::Less if met(step) => OverviewStepState::Done,
            std::cmp::Ordering::Equal => OverviewStepState::Current,
            std::cmp::Ordering::Less | std::cmp::Ordering::Greater => OverviewStepState::Coming,
        },
    };
    let is_taken = |step: &LifeStep| *step != LifeStep::Committee || uses.committee || *step == now;
    LifeStep::ALL.into_iter().filter(is_taken).map(step).collect()
}

fn shown(line: &OverviewLine, dossier: &Dossier) -> OverviewLineView {
    OverviewLineView {
        key: line.key.clone(),
        group: line.group.clone(),
        label: line.label.clone(),
        note: line.note.clone(),
        by: line.by.clone(),
        pressing: line.pressing,
        way: way_of_line(&line.key, dossier),
    }
}

fn done(requirement: &Requirement) -> OverviewDone {
    let label = if requirement.note.is_empty() {
        requirement.label.clone()
    } else {
        format!("{} : {}", requirement.label, requirement.note)
    };
    OverviewDone { label: spaced(&label), way: way_of_requirement(&requirement.key) }
}

/// The instalments around the first that is to come.
fn around(all: Vec<StripMonth>) -> Vec<StripMonth> {
    let next = all.iter().position(|month| month.state == "coming").unwrap_or(all.len());
    let last = all.len().saturating_sub(STRIP);
    let from = next.saturating_sub(STRIP.saturating_sub(8)).min(last);
    all.into_iter().skip(from).take(STRIP).collect()
}

/// The last of the story, small entries and what never took place left out.
fn thread(desk: &Desk, input: OneDossier, moment: &Moment) -> Result<(Vec<ThreadLine>, u32), Failure> {
    let story = story(desk, input, moment)?;
    let count = story.filters.first().map(|all| all.count).unwrap_or_default();
    let lines = story.days.into_iter().flat_map(|day| {
        let short = day.short;
        day.lines.into_iter().filter(|line| !line.retracted && line.tone != StoryTone::Small).map(move |line| {
            ThreadLine {
                day: short.clone(),
                detail: if line.tone == StoryTone::Private { String::new() } else { line.detail },
                key: line.tone == StoryTone::Key,
                sentence: line.sentence,
            }
        })
    });
    Ok((lines.take(THREAD).collect(), count))
}
