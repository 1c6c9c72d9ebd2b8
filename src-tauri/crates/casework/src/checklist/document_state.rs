//! What is noted of a document: asked for, received, looked at, what is wrong with it. Each a dated fact.

use chrono::NaiveDate;
use domain::attachment::Filing;
use domain::dossier::{DocumentNoted, DocumentState, Dossier, DossierId, Fact, Precision};
use domain::line::Line;
use domain::settings::{ListKey, RulesAt, Settings};
use domain::supporting_document::ChecklistLine;
use domain::words::{counted, given_of, spaced};
use serde::Deserialize;
use store::{Acted, Writer};
use ts_rs::TS;

use super::view::{ChecklistView, awaited, documents_checklist, to_request};
use crate::dossiers::{OneDossier, found};
use crate::facts::{admit, sentence};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// What is known of one document, as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct DocumentNote {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The document.
    pub document: String,
    /// Whose it is, or which one of several; empty for the only one.
    pub part: String,
    /// Where it stands.
    pub state: String,
    /// The day written on it.
    pub issued_on: String,
    /// The last day written on it.
    pub valid_until: String,
    /// What is wrong with it, or why it is not there.
    pub reason: String,
}

/// Notes where a document stands.
pub fn note_document(desk: &mut Desk, input: DocumentNote, moment: &Moment) -> Result<ChecklistView, Failure> {
    let settings = desk.read(settings)?;
    let id = input.dossier;
    desk.act("note_document", moment, |writer| {
        let dossier = found(writer, id)?;
        let noted = read(&input, &dossier, &settings, moment)?;
        let fact = Fact::DocumentNoted(noted);
        admit(&dossier, None, &fact, &settings, moment)?;
        writer.insert_fact(id, None, &fact, moment.now)?;
        Ok(acted(&dossier, &sentence(&fact, Precision::Day, &settings)))
    })?;
    documents_checklist(desk, OneDossier { dossier: id }, moment)
}

/// Notes that every required document nobody noted yet is asked of the person today.
pub fn request_documents(desk: &mut Desk, input: OneDossier, moment: &Moment) -> Result<ChecklistView, Failure> {
    note_together(
        desk,
        input,
        moment,
        &Together {
            call: "request_documents",
            state: DocumentState::Requested,
            of: |dossier, rules| to_request(&dossier.checklist(rules), dossier).map(part).collect(),
            said: "Demande de",
            none: "Il n’y a plus de pièce à demander : chacune est déjà notée.",
        },
    )
}

/// Notes that every document asked of the person came today.
pub fn receive_documents(desk: &mut Desk, input: OneDossier, moment: &Moment) -> Result<ChecklistView, Failure> {
    note_together(
        desk,
        input,
        moment,
        &Together {
            call: "receive_documents",
            state: DocumentState::Received,
            of: |dossier, rules| awaited(&dossier.checklist(rules)).map(part).collect(),
            said: "Réception de",
            none: "Aucune pièce demandée n’est attendue.",
        },
    )
}

/// What is noted of several documents in one action.
struct Together {
    call: &'static str,
    state: DocumentState,
    of: fn(&Dossier, &RulesAt<'_>) -> Vec<(ListKey, Line)>,
    said: &'static str,
    none: &'static str,
}

fn part(line: &ChecklistLine<'_>) -> (ListKey, Line) {
    (line.document.key.clone(), line.part.clone())
}

fn note_together(
    desk: &mut Desk,
    OneDossier { dossier: id }: OneDossier,
    moment: &Moment,
    together: &Together,
) -> Result<ChecklistView, Failure> {
    let settings = desk.read(settings)?;
    desk.act(together.call, moment, |writer| {
        let dossier = found(writer, id)?;
        let documents = (together.of)(&dossier, &settings.at(moment.today));
        if documents.is_empty() {
            return Err(Failure::refused(together.none));
        }
        for (document, part) in &documents {
            let fact = Fact::DocumentNoted(stands(&dossier, (document, part), together.state, moment.today));
            admit(&dossier, None, &fact, &settings, moment)?;
            writer.insert_fact(id, None, &fact, moment.now)?;
        }
        let counted = counted(documents.len(), "pièce", "pièces");
        Ok(acted(&dossier, &format!("{} {counted}", together.said)))
    })?;
    documents_checklist(desk, OneDossier { dossier: id }, moment)
}

/// Notes what the files placed on a document make of it; a dossier that takes no more facts keeps the files alone.
pub(crate) fn receive(writer: &Writer<'_>, id: DossierId, filing: &Filing, moment: &Moment) -> Result<(), Failure> {
    let (dossier, settings) = (found(writer, id)?, settings(writer)?);
    let rules = settings.at(moment.today);
    let list = dossier.checklist(&rules);
    let Some(line) = list.line(&filing.document, &filing.part) else { return Ok(()) };
    let state = line.document.state_by_files(line.files.len(), line.is_there());
    let partial = line.document.partial(line.files.len(), state);
    let reason = reading::line(&partial.map(given_of).unwrap_or_default(), "reason")?;
    let place = (&filing.document, &filing.part);
    let noted = DocumentNoted { reason, from_files: true, ..stands(&dossier, place, state, moment.today) };
    let fact = Fact::DocumentNoted(noted);
    if admit(&dossier, None, &fact, &settings, moment).is_ok() {
        writer.insert_fact(id, None, &fact, moment.now)?;
    }
    Ok(())
}

/// What reading the files of a document says of it.
pub(crate) struct ReadPapers {
    /// The document.
    pub(crate) document: ListKey,
    /// Where it stands.
    pub(crate) state: DocumentState,
    /// How much of it is there, and what lacks.
    pub(crate) reason: Line,
    /// The last day its files tell.
    pub(crate) issued_on: Option<NaiveDate>,
}

/// Notes what reading its files says of a document; a dossier that takes no more facts keeps the files alone.
pub(crate) fn note_read_papers(
    writer: &Writer<'_>,
    id: DossierId,
    papers: ReadPapers,
    moment: &Moment,
) -> Result<(), Failure> {
    let (dossier, settings) = (found(writer, id)?, settings(writer)?);
    let ReadPapers { document, state, reason, issued_on } = papers;
    let noted = stands(&dossier, (&document, &Line::default()), state, moment.today);
    let fact = Fact::DocumentNoted(DocumentNoted { reason, issued_on, ..noted });
    if admit(&dossier, None, &fact, &settings, moment).is_ok() {
        writer.insert_fact(id, None, &fact, moment.now)?;
    }
    Ok(())
}

fn read(
    input: &DocumentNote,
    dossier: &Dossier,
    settings: &Settings,
    moment: &Moment,
) -> Result<DocumentNoted, Failure> {
    let list = &settings.at(moment.today).lists.documents;
    let document = list.iter().find(|one| one.key.as_str() == input.document);
    let document = document.ok_or_else(|| Failure::from(domain::settings::ListRefused).at("document"))?;
    let part = reading::line(&input.part, "part")?;
    if input.state.is_empty() {
        return Err(Failure::refused("Où en est cette pièce ? Choisissez un état.").at("state"));
    }
    let state: DocumentState = reading::word(&input.state, "state")?;
    let reason = reading::line(&input.reason, "reason")?;
    if state.needs_a_reason() && reason.is_empty() {
        let says = match state {
            DocumentState::Missing => "Dites pourquoi elle manque : la raison part avec le dossier.",
            DocumentState::NotNeeded => "Dites pourquoi elle est sans objet.",
            DocumentState::Requested
            | DocumentState::Received
            | DocumentState::Checked
            | DocumentState::Incomplete
            | DocumentState::Outdated
            | DocumentState::Unsuitable
            | DocumentState::Unreadable => "Dites ce qui ne va pas : la phrase est écrite dans le rappel.",
        };
        return Err(Failure::refused(says).at("reason"));
    }
    let day = |typed: &str, field: &str, toward| reading::date(typed, field, moment, toward);
    let issued_on = day(&input.issued_on, "issued_on", domain::calendar::Toward::Past)?;
    if issued_on.is_some_and(|issued| issued > moment.today) {
        return Err(Failure::refused("Cette pièce serait datée d’un jour à venir.").at("issued_on"));
    }
    let valid_until = day(&input.valid_until, "valid_until", domain::calendar::Toward::Future)?;
    if issued_on.zip(valid_until).is_some_and(|(issued, until)| until < issued) {
        return Err(Failure::refused("Une pièce ne peut pas expirer avant sa propre date.").at("valid_until"));
    }
    let stands = stands(dossier, (&document.key, &part), state, moment.today);
    Ok(DocumentNoted { issued_on, valid_until, reason, ..stands })
}

/// Notes that the consent came, for each borrower who has not given theirs: signed, it is a document of the dossier.
pub(crate) fn receive_consent(
    writer: &Writer<'_>,
    dossier: &Dossier,
    (signed_on, settings): (NaiveDate, &Settings),
    moment: &Moment,
) -> Result<(), Failure> {
    const CONSENT: &str = "consent";
    let list = dossier.checklist(&settings.at(moment.today));
    for line in list.lines.iter().filter(|line| line.document.key.as_str() == CONSENT && line.lacks()) {
        let (document, part) = part(line);
        let fact = Fact::DocumentNoted(stands(dossier, (&document, &part), DocumentState::Received, signed_on));
        writer.insert_fact(dossier.id, None, &fact, moment.now)?;
    }
    Ok(())
}

/// Where a part stands from a day on, with the files placed on it.
fn stands(
    dossier: &Dossier,
    (document, part): (&ListKey, &Line),
    state: DocumentState,
    on: NaiveDate,
) -> DocumentNoted {
    let is_here = |filing: &Filing| filing.document == *document && filing.part == *part;
    let files = dossier.attachments.iter().filter(|file| file.filing.as_ref().is_some_and(is_here));
    DocumentNoted {
        on,
        document: document.clone(),
        part: part.clone(),
        state,
        issued_on: None,
        valid_until: None,
        reason: Line::default(),
        attachments: files.map(|file| file.id).collect(),
        from_files: false,
    }
}

fn acted(dossier: &Dossier, what: &str) -> Acted<()> {
    Acted {
        value: (),
        sentence: spaced(&format!("{what}, {}.", dossier.person.display_name())),
        dossier: Some(dossier.id),
        fields: vec!["document"],
        draft: Some((Some(dossier.id), "document")),
    }
}
