//! The documents of a dossier as their room shows them, by the moment they are asked for.

use chrono::NaiveDate;
use domain::attachment::{Attachment, AttachmentId};
use domain::dossier::{DocumentState, Dossier, DossierId, FactId};
use domain::settings::{Lists, RulesAt, Settings};
use domain::supporting_document::{Checklist, ChecklistLine, DocumentLevel, DocumentStage, PaperPile, ValidityBasis};
use domain::words::{
    Labelled, counted, enumerated, given_of, long_date, numeric_date, of_screen_date, on_screen_date, screen_date,
    spaced, until_screen_date,
};
use serde::Serialize;
use ts_rs::TS;

use super::letter::{MISSING, PaperToAsk, letter};
use crate::assessments::{QuestionView, facts_of, questions};
use crate::attachments::{AttachmentsView, attachments};
use crate::dossiers::{OneDossier, found};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::settings;

/// The documents of a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "DocumentsChecklist")]
pub struct ChecklistView {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// `9 bons sur 13`
    pub sentence: String,
    /// `Demander 4 pièces, dont 3 à apporter`, the button that asks for all of them; empty when none is to be asked.
    pub to_request: String,
    /// `Noter reçues les 4 pièces demandées`, the button that says they all came; empty when none is awaited.
    pub to_receive: String,
    /// The paper that asks the person for what lacks; nothing when nothing does.
    pub letter: Option<PaperToAsk>,
    /// The documents, by the moment they are asked for.
    pub stages: Vec<ChecklistStageView>,
    /// Every file of the dossier.
    pub files: AttachmentsView,
    /// What may be said of a document: the four judgements of a paper first, then what is rare.
    pub states: Vec<DocumentStateChoice>,
}

/// The documents asked for at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ChecklistStage")]
pub struct ChecklistStageView {
    /// When.
    pub key: String,
    /// `Avant la transmission`.
    pub title: String,
    /// What would open it; empty once it is open.
    pub later: String,
    /// Its documents.
    pub lines: Vec<ChecklistLineView>,
}

/// One document, or one part of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "ChecklistLine")]
pub struct ChecklistLineView {
    /// The document.
    pub document: String,
    /// Whose it is, or which one of several; may be empty.
    pub part: String,
    /// What people read.
    pub label: String,
    /// How it has to be; may be empty.
    pub detail: String,
    /// Where it stands; empty while nobody noted it.
    pub state: String,
    /// The same in words: `Périmée le 14 octobre`, `À vérifier`, `À demander`.
    pub state_text: String,
    /// The pile it lies in.
    #[ts(type = "\"lacking\" | \"good\" | \"aside\" | \"later\"")]
    pub pile: PaperPile,
    /// Whether it is there as it should be.
    pub is_there: bool,
    /// Whether it calls for something.
    pub calls: bool,
    /// What is known of it: its reason, its days.
    pub note: String,
    /// Its reason, as the form holds it.
    pub reason: String,
    /// The day written on it, as the form holds it.
    pub issued_on: String,
    /// Its last day as typed, as the form holds it.
    pub valid_until: String,
    /// Whether its last day is counted from the day written on it.
    pub asks_issued: bool,
    /// Whether a last day is written on it.
    pub asks_expiry: bool,
    /// Where the person finds it; may be empty.
    pub where_to_get: String,
    /// Advice; may be empty.
    pub help: String,
    /// What was noted of it last.
    #[ts(type = "number | null")]
    pub fact: Option<FactId>,
    /// What has to be answered to know whether it is asked for.
    pub questions: Vec<QuestionView>,
    /// Its scans.
    pub files: Vec<ChecklistFile>,
}

/// A scan of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ChecklistFile {
    /// The attachment.
    #[ts(type = "number")]
    pub id: AttachmentId,
    /// Its name.
    pub name: String,
    /// Whether the window shows it by itself.
    pub is_shown_inside: bool,
}

/// Something that may be said of a document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DocumentStateChoice {
    /// Its key.
    pub key: String,
    /// What people read.
    pub label: String,
    /// Whether it says why.
    pub needs_reason: bool,
    /// Whether it is said of a paper one looks at.
    pub is_judgement: bool,
}

/// Shows the documents a dossier calls for and where each stands.
pub fn documents_checklist(desk: &Desk, input: OneDossier, moment: &Moment) -> Result<ChecklistView, Failure> {
    let (dossier, settings, out) = desk.read(|reader| {
        let out = reader.kept_papers(input.dossier)?.into_iter().any(|paper| paper.paper.as_str() == MISSING);
        Ok((found(reader, input.dossier)?, settings(reader)?, out))
    })?;
    let files = attachments(desk, input, moment)?;
    Ok(ChecklistView { letter: letter(&dossier, &settings, out, moment), ..shown(&dossier, &settings, files, moment) })
}

/// `9/13`; empty when the dossier calls for none.
pub(crate) fn count(dossier: &Dossier, rules: &RulesAt<'_>) -> String {
    let (there, of) = dossier.checklist(rules).count();
    if of == 0 { String::new() } else { format!("{there}/{of}") }
}

fn shown(dossier: &Dossier, settings: &Settings, files: AttachmentsView, moment: &Moment) -> ChecklistView {
    let rules = settings.at(moment.today);
    let list = dossier.checklist(&rules);
    let now = asked_now(dossier).unwrap_or(DocumentStage::Assessment);
    let (there, of) = list.count_of(|stage| is_asked_at(stage, now));
    let asked = to_request(&list, dossier).count();
    let brought = to_request(&list, dossier).filter(|line| line.document.is_brought()).count();
    let reading = Reading { dossier, lists: rules.lists, today: moment.today };
    let stages = DocumentStage::ALL.into_iter().filter_map(|stage| {
        let lines: Vec<ChecklistLineView> = list.of(stage).map(|line| reading.line(line)).collect();
        let later = if is_open(stage, dossier) { "" } else { opens(stage) };
        (!lines.is_empty()).then(|| ChecklistStageView {
            key: stage.key().to_owned(),
            title: stage.label().to_owned(),
            later: spaced(later),
            lines,
        })
    });
    ChecklistView {
        dossier: dossier.id,
        stages: stages.collect(),
        sentence: sentence(&list, there, of),
        to_request: asks(asked, brought),
        to_receive: receives(awaited(&list).count()),
        letter: None,
        files,
        states: SAID.iter().map(|(state, label)| state_choice(*state, label)).collect(),
    }
}

fn asks(asked: usize, brought: usize) -> String {
    let pieces = counted(asked, "pièce", "pièces");
    match asked {
        0 => String::new(),
        _ if brought < asked => spaced(&format!("Demander {pieces}, dont {brought} à apporter")),
        _ => spaced(&format!("Demander {pieces}")),
    }
}

fn receives(awaited: usize) -> String {
    match awaited {
        0 | 1 => String::new(),
        many => spaced(&format!("Noter reçues les {many} pièces demandées")),
    }
}

fn sentence(list: &Checklist<'_>, there: usize, of: usize) -> String {
    let good = format!("{} sur {of}", counted(there, "bon", "bons"));
    spaced(&match list.complete_on() {
        Some(day) if of > 0 => format!("{good} : le dossier est complet depuis le {}", long_date(day)),
        Some(_) | None => good,
    })
}

/// What may be said of a paper, in the words of the letter box; that it came is said by its files.
const SAID: &[(DocumentState, &str)] = &[
    (DocumentState::Checked, "bon"),
    (DocumentState::Incomplete, "incomplet"),
    (DocumentState::Unsuitable, "à refaire"),
    (DocumentState::Unreadable, "illisible"),
    (DocumentState::Received, "reçu, à regarder"),
    (DocumentState::Requested, "demandé"),
    (DocumentState::Outdated, "périmé"),
    (DocumentState::Missing, "ne viendra pas"),
    (DocumentState::NotNeeded, "sans objet"),
];

/// The judgements of a paper one looks at, which are the first of what may be said.
const JUDGEMENTS: [DocumentState; 4] =
    [DocumentState::Checked, DocumentState::Incomplete, DocumentState::Unsuitable, DocumentState::Unreadable];

fn state_choice(state: DocumentState, label: &str) -> DocumentStateChoice {
    DocumentStateChoice {
        key: state.key().to_owned(),
        label: spaced(label),
        needs_reason: state.needs_a_reason(),
        is_judgement: JUDGEMENTS.contains(&state),
    }
}

/// The required documents of the moment that nobody has noted yet.
pub(super) fn to_request<'l, 'a>(
    list: &'l Checklist<'a>,
    dossier: &'l Dossier,
) -> impl Iterator<Item = &'l ChecklistLine<'a>> {
    let now = asked_now(dossier);
    let asked = move |line: &&ChecklistLine<'_>| now.is_some_and(|now| is_asked_at(line.document.stage, now));
    list.lines.iter().filter(asked).filter(|line| line.is_required() && line.state.is_none())
}

/// What was asked of the person and has not come.
pub(super) fn awaited<'l, 'a>(list: &'l Checklist<'a>) -> impl Iterator<Item = &'l ChecklistLine<'a>> {
    list.lines.iter().filter(|line| line.state == Some(DocumentState::Requested))
}

/// Whether the documents of a moment are asked for now.
pub fn is_open(stage: DocumentStage, dossier: &Dossier) -> bool {
    let course = dossier.facts.course();
    let agreed = course.granted().is_some()
        || course.open().any(|sent| matches!(sent.answer, domain::dossier::Answer::InPrinciple(_)));
    match stage {
        DocumentStage::Assessment => true,
        DocumentStage::Agreement => agreed,
        DocumentStage::Signature => course.granted().is_some(),
        DocumentStage::Loan => course.disbursement.is_some(),
        DocumentStage::End => course.repaid_on.is_some(),
    }
}

/// Whether documents of a stage are asked at another: what a sale or an agreement calls for is asked until the payment.
pub fn is_asked_at(stage: DocumentStage, now: DocumentStage) -> bool {
    stage == now || stage == DocumentStage::Agreement && now == DocumentStage::Signature
}

/// The stage whose documents are asked of the person now; nothing once the dossier is closed.
pub fn asked_now(dossier: &Dossier) -> Option<DocumentStage> {
    let last_open = DocumentStage::ALL.into_iter().rev().find(|stage| is_open(*stage, dossier));
    last_open.filter(|_| dossier.facts.course().closed.is_none())
}

fn opens(stage: DocumentStage) -> &'static str {
    match stage {
        DocumentStage::Assessment => "",
        DocumentStage::Agreement => "Demandées après l’accord de principe de la banque.",
        DocumentStage::Signature => "Demandées à l’accord de la banque.",
        DocumentStage::Loan => "Demandées une fois l’argent versé.",
        DocumentStage::End => "Demandées une fois le prêt remboursé.",
    }
}

/// What lines are worded with.
struct Reading<'r> {
    dossier: &'r Dossier,
    lists: &'r Lists,
    today: NaiveDate,
}

impl Reading<'_> {
    fn line(&self, line: &ChecklistLine<'_>) -> ChecklistLineView {
        let document = line.document;
        let noted = line.noted_by_hand();
        let label =
            if line.part.is_empty() { document.label.clone() } else { format!("{}, {}", document.label, line.part) };
        ChecklistLineView {
            document: document.key.as_str().to_owned(),
            part: line.part.to_string(),
            label: spaced(&label),
            detail: spaced(document.detail.as_deref().unwrap_or_default()),
            state: line.state.map_or("", |word| word.key()).to_owned(),
            state_text: self.state_text(line),
            pile: self.pile(line),
            is_there: line.is_there(),
            calls: line.lacks() || line.wanted.is_none() && line.state.is_none(),
            note: self.note(line),
            reason: noted.map(|noted| noted.reason.to_string()).unwrap_or_default(),
            issued_on: noted.and_then(|noted| noted.issued_on).map(numeric_date).unwrap_or_default(),
            valid_until: noted.and_then(|noted| noted.valid_until).map(numeric_date).unwrap_or_default(),
            asks_issued: document.validity_basis == ValidityBasis::IssueDate,
            asks_expiry: document.validity_basis == ValidityBasis::ExpiryDate,
            where_to_get: spaced(document.where_to_get.as_deref().unwrap_or_default()),
            help: spaced(document.help.as_deref().unwrap_or_default()),
            fact: line.noted.map(|(fact, _)| fact),
            questions: self.questions(line),
            files: line.files.iter().map(|file| scan(file)).collect(),
        }
    }

    /// What nobody noted and is not asked for any more, its stage being over, lacks no longer.
    fn pile(&self, line: &ChecklistLine<'_>) -> PaperPile {
        let stage = line.document.stage;
        let is_asked = asked_now(self.dossier).is_some_and(|now| is_asked_at(stage, now));
        match line.pile(is_open(stage, self.dossier)) {
            PaperPile::Lacking if line.state.is_none() && !is_asked => PaperPile::Aside,
            pile @ (PaperPile::Lacking | PaperPile::Good | PaperPile::Aside | PaperPile::Later) => pile,
        }
    }

    fn state_text(&self, line: &ChecklistLine<'_>) -> String {
        let over = line.valid_until.filter(|day| *day < self.today);
        if let Some(partial) = line.partial {
            return given_of(partial);
        }
        match (line.state, line.wanted) {
            (Some(DocumentState::Outdated), _) if over.is_some() => {
                let day = over.map(|day| screen_date(day, self.today)).unwrap_or_default();
                spaced(&format!("Périmée le {day}"))
            }
            (Some(DocumentState::Unsuitable), _) => "À refaire".to_owned(),
            (Some(state), _) => state.label().to_owned(),
            (None, None) => "À vérifier".to_owned(),
            (None, Some(_)) if line.document.level == DocumentLevel::IfAvailable => "Si possible".to_owned(),
            (None, Some(_)) => "À demander".to_owned(),
        }
    }

    /// Its reason, then the days that count.
    fn note(&self, line: &ChecklistLine<'_>) -> String {
        let lacking: Vec<String> = line.months_lacking(self.today).into_iter().map(str::to_owned).collect();
        if !lacking.is_empty() {
            return spaced(&format!("il manque {}", enumerated(&lacking)));
        }
        let Some(noted) = line.noted_by_hand() else {
            return line.since().map(|day| spaced(&on_screen_date(day, self.today))).unwrap_or_default();
        };
        let mut parts = Vec::new();
        if !noted.reason.is_empty() {
            parts.push(noted.reason.to_string());
        }
        parts.extend(noted.issued_on.map(|day| format!("datée {}", of_screen_date(day, self.today))));
        let last = line.valid_until.filter(|day| *day >= self.today);
        parts.extend(last.map(|day| format!("valable {}", until_screen_date(day, self.today))));
        if parts.is_empty() {
            parts.push(on_screen_date(noted.on, self.today));
        }
        spaced(&parts.join(", "))
    }

    /// The answers that would tell whether the dossier calls for it.
    fn questions(&self, line: &ChecklistLine<'_>) -> Vec<QuestionView> {
        if line.wanted.is_some() || line.state.is_some() {
            return Vec::new();
        }
        let mut read = Vec::new();
        facts_of(&line.document.required_when, &mut read);
        let facts = read.into_iter().filter_map(|key| self.lists.facts.iter().find(|fact| fact.key.as_str() == key));
        let open = facts.filter(|fact| !fact.derived && self.dossier.answer(fact, self.lists).is_none());
        open.flat_map(|fact| questions(fact, (self.dossier, self.lists), true)).collect()
    }
}

fn scan(file: &Attachment) -> ChecklistFile {
    ChecklistFile { id: file.id, name: file.name.to_string(), is_shown_inside: file.kind.is_shown_inside() }
}
