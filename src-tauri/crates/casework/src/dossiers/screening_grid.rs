//! The seven questions of the first call, and what the answers given so far come to.

use std::collections::BTreeMap;

use domain::assessment::{Assessment, Registers};
use domain::dossier::{
    Dossier, DossierId, Fact, FactId, Facts, Precision, Recorded, Request, Screening, ScreeningOutcome,
};
use domain::household::Household;
use domain::line::Line;
use domain::person::Person;
use domain::settings::{ListEntry, ListKey, RulesAt, ScreeningAnswer, ScreeningGrid, Verdict, YES, entry};
use domain::supporting_document::{ChecklistLine, DocumentStage};
use domain::words::{counted, spaced};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::members::{self, SaidHousehold};
use super::prefill::{self, AnswersChanged};
use super::screening::read_answer;
use super::sender::{self, SenderView};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings as office_settings;
use app::shapes::Choice;

/// The heading of what a loan does not pay, offered with the purposes.
const EXCLUDED: &str = "stops";

/// What is typed so far of a request.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct ScreeningAsked {
    /// The answers by the key of their question; one that cannot be read yet counts for nothing.
    pub answers: BTreeMap<String, String>,
    /// What the loan would finance, or what it does not pay; empty while it is to be settled.
    pub purpose: String,
    /// Who sends the person, as typed.
    pub sent_by: String,
    /// The adults of the household: `one`, `couple`, `other`.
    pub adults: String,
    /// The ages of the children, as typed.
    pub children: String,
}

/// The grid of the first call, and what its answers come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ScreeningGrid")]
pub struct ScreeningView {
    /// The questions, under their headings.
    pub sections: Vec<ScreeningSection>,
    /// What a loan does not pay, by the key of the question that a yes answers.
    pub excluded: Vec<Choice>,
    /// What the person has to be told.
    pub told: Vec<Choice>,
    /// What may follow.
    pub outcomes: Vec<Choice>,
    /// What the answers come to; it decides nothing.
    pub verdict: VerdictView,
    /// Who sends the person.
    pub sender: SenderView,
    /// `2 personnes au foyer`; empty while nothing was said of it.
    pub people: String,
    /// The papers to bring to an appointment.
    pub to_bring: Vec<PaperToBring>,
}

/// What the answers come to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct VerdictView {
    /// The sentence.
    pub title: String,
    /// Whether an answer leads to another solution.
    pub stops: bool,
    /// Why.
    pub lines: Vec<VerdictLineView>,
}

/// One line of the verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct VerdictLineView {
    /// `met`, `to_see`, `elsewhere`.
    pub meaning: String,
    /// Its sentence.
    pub text: String,
}

/// One paper to bring.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PaperToBring {
    /// Its name.
    pub label: String,
    /// What makes it good, in a few words: `recto et verso`.
    pub detail: String,
}

/// Questions under one heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ScreeningSection {
    /// Its key.
    pub key: String,
    /// The heading.
    pub label: String,
    /// Advice beside it.
    pub help: String,
    /// Its questions.
    pub questions: Vec<ScreeningQuestion>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ScreeningQuestion {
    /// Its key.
    pub key: String,
    /// What people read.
    pub label: String,
    /// Whether it is answered by yes, no or to be seen; typed otherwise.
    pub choice: bool,
    /// Whether an amount is typed.
    pub amount: bool,
}

/// Shows the grid of the first call and what the answers given so far come to.
pub fn screening_grid(desk: &Desk, input: ScreeningAsked, moment: &Moment) -> Result<ScreeningView, Failure> {
    let (settings, referrers) =
        desk.read(|reader| Ok::<_, Failure>((office_settings(reader)?, reader.referrers()?)))?;
    let rules = settings.at(moment.today);
    let grid = &rules.lists.screening;
    let read = |(key, typed): (&String, &String)| Some((key.clone(), read_answer(key, typed, grid).ok()?));
    let mut answers: BTreeMap<String, Line> =
        input.answers.iter().filter_map(read).filter(|(_, answer)| !answer.is_empty()).collect();
    let purpose = purpose_or_excluded(&input.purpose, &rules, &mut answers)?;
    let of_purpose = purpose.as_ref().and_then(|key| entry(&rules.lists.purposes, key).ok());
    let household = members::read(&input.adults, &input.children, moment).unwrap_or_default();
    let to_bring = to_bring(purpose.as_ref(), &answers, &household, &rules, moment)?;
    let shown = grid.sections.iter().filter(|section| !section.retired && section.key.as_str() != EXCLUDED);
    Ok(ScreeningView {
        sections: shown.map(|section| section_of(section, grid)).collect(),
        excluded: questions_of(EXCLUDED, grid).map(Choice::of_entry).collect(),
        told: grid.told.iter().filter(|entry| !entry.retired).map(Choice::of_entry).collect(),
        outcomes: ScreeningOutcome::ALL.into_iter().map(Choice::of).collect(),
        verdict: VerdictView::of(grid.verdict(&answers, of_purpose)),
        sender: sender::view(&input.sent_by, rules.lists, &referrers),
        people: household
            .people()
            .map(|count| counted(count, "personne au foyer", "personnes au foyer"))
            .unwrap_or_default(),
        to_bring,
    })
}

impl VerdictView {
    fn of(verdict: Verdict) -> Self {
        let lines = verdict.lines.into_iter();
        let lines = lines.map(|line| VerdictLineView { meaning: line.meaning.key().to_owned(), text: line.text });
        Self { title: verdict.title, stops: verdict.stops, lines: lines.collect() }
    }
}

/// What the loan would finance; one it does not pay is the yes to its question instead.
pub(super) fn purpose_or_excluded(
    typed: &str,
    rules: &RulesAt<'_>,
    answers: &mut BTreeMap<String, Line>,
) -> Result<Option<ListKey>, Failure> {
    if questions_of(EXCLUDED, &rules.lists.screening).any(|one| one.key.as_str() == typed) {
        answers.insert(typed.to_owned(), reading::line(YES, "purpose")?);
        return Ok(None);
    }
    reading::entry(typed, &rules.lists.purposes, "purpose")
}

fn questions_of<'g>(section: &'g str, grid: &'g ScreeningGrid) -> impl Iterator<Item = &'g ListEntry> {
    let is_of = move |one: &&ListEntry| one.group.as_ref().is_some_and(|group| group.as_str() == section);
    grid.questions.iter().filter(|one| !one.retired).filter(is_of)
}

fn section_of(section: &ListEntry, grid: &ScreeningGrid) -> ScreeningSection {
    let questions = questions_of(section.key.as_str(), grid).map(|question| {
        let kind = ScreeningGrid::kind(question);
        ScreeningQuestion {
            key: question.key.as_str().to_owned(),
            label: spaced(&question.label),
            choice: kind.is_choice(),
            amount: kind == ScreeningAnswer::Amount,
        }
    });
    ScreeningSection {
        key: section.key.as_str().to_owned(),
        label: spaced(&section.label),
        help: spaced(section.help.as_deref().unwrap_or_default()),
        questions: questions.collect(),
    }
}

/// The papers a first appointment asks the person for, by what the loan would finance, who lives there and what they
/// answered; what the office makes itself is not one. The usual ones are named while nothing tells whether they are needed.
fn to_bring(
    purpose: Option<&ListKey>,
    answers: &BTreeMap<String, Line>,
    household: &SaidHousehold,
    rules: &RulesAt<'_>,
    moment: &Moment,
) -> Result<Vec<PaperToBring>, Failure> {
    let request = Request {
        received_on: moment.today,
        origin: ListKey::new(""),
        project: Line::default(),
        purpose: purpose.cloned(),
        amount: None,
        how_heard: None,
        referrer: None,
    };
    let call = Screening {
        on: moment.today,
        outcome: ScreeningOutcome::CallBack,
        minutes: None,
        answers: answers.clone(),
        note: Line::default(),
    };
    let given = AnswersChanged { before: &BTreeMap::new(), after: answers };
    let registers = prefill::registers(&Registers::default(), &given, &rules.lists.screening)?;
    let row = |id, fact| Recorded { id: FactId(id), replaces: None, precision: Precision::Day, retracted: false, fact };
    let rows = vec![row(1, Fact::RequestReceived(request)), row(2, Fact::Screened(call))];
    let dossier = Dossier {
        id: DossierId(0),
        reference: String::new(),
        person: Person::named(Line::default(), Line::default()),
        co_borrower: None,
        companions: Vec::new(),
        household: Household::of(household.with_applicant())?,
        facts: Facts::of(rows).map_err(Failure::from)?,
        budget: None,
        statements: Vec::new(),
        project: domain::project::Project::default(),
        simulation: domain::simulation::Simulation::default(),
        assessment: Assessment { registers, ..Assessment::default() },
        eligibility: domain::eligibility::Eligibility::default(),
        retention: None,
        tasks: Vec::new(),
        attachments: Vec::new(),
    };
    let list = dossier.checklist(rules);
    Ok(list.of(DocumentStage::Assessment).filter(|line| line.is_to_bring()).map(paper).collect())
}

fn paper(line: &ChecklistLine<'_>) -> PaperToBring {
    let how = line.document.how().unwrap_or_default();
    let in_short = how.split(',').next().unwrap_or_default();
    let detail = if line.is_in_doubt() { "selon la situation" } else { in_short };
    PaperToBring { label: spaced(&line.document.label), detail: spaced(detail) }
}
