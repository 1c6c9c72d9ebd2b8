//! Another dossier for the same person: a former borrower with a new project.
//!
//! The household, the budget and the documents that still hold are copied, each marked « repris du dossier …, à
//! confirmer »; nothing of the former dossier changes.

use std::collections::BTreeMap;

use chrono::Datelike;
use domain::attachment::{Attachment, AttachmentId, Filing};
use domain::budget::{BudgetLine, Certainty, Debt};
use domain::dossier::{DocumentNoted, DocumentState, Dossier, DossierId, Fact, Request};
use domain::household::{Member, MemberId};
use domain::line::Line;
use domain::settings::RulesAt;
use domain::words::prefilled;
use serde::Deserialize;
use store::{Acted, NewAttachment, Pieces, Writer, WrittenPiece};
use ts_rs::TS;

use crate::dossiers::{DossierView, found, view};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings as office_settings;

/// Another project of the same person.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewProject {
    /// The dossier it follows.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The project in a line; needed.
    pub project: String,
}

/// A file of the former dossier, written again for the new one.
struct CopiedFile {
    former: Attachment,
    written: WrittenPiece,
}

/// Opens another dossier for the same person, with what of the former one has only to be confirmed.
pub fn start_new_project(desk: &mut Desk, input: NewProject, moment: &Moment) -> Result<DossierView, Failure> {
    let settings = desk.read(office_settings)?;
    let project = reading::needed(&input.project, "project", "Le projet manque : deux mots suffisent.")?;
    let rules = settings.at(moment.today);
    let origins = &rules.lists.origins;
    let origin = origins.iter().find(|one| one.key.as_str() == "former_borrower" && !one.retired).or(origins.first());
    let origin = origin.ok_or_else(|| Failure::broken("origines"))?.key.clone();
    let request = Request {
        received_on: moment.today,
        origin,
        project,
        purpose: None,
        amount: None,
        how_heard: None,
        referrer: None,
    };
    let pieces = desk.vault()?.pieces();
    let files = copied_files(desk, &pieces, input.dossier, &rules)?;
    let opened = desk.act("start_new_project", moment, |writer| {
        let before = found(writer, input.dossier)?;
        let year = moment.today.year();
        let reference = rules.numbering.reference(year, writer.take_number(year)?);
        let dossier = writer.insert_dossier(writer.person_of(input.dossier)?, &reference)?;
        let members = copy_household(writer, &before, dossier)?;
        writer.insert_fact(dossier, None, &Fact::RequestReceived(request.clone()), moment.now)?;
        copy_budget(writer, &before, (dossier, &members), moment)?;
        let documents: Vec<DocumentNoted> = before.documents_still_valid(&rules).into_iter().cloned().collect();
        copy_documents(writer, &before, &documents, (dossier, &files), moment)?;
        Ok(Acted {
            value: dossier,
            sentence: format!("Nouveau projet {reference}, {}.", before.person.display_name()),
            dossier: Some(dossier),
            fields: vec!["request", "household", "budget", "attachments"],
            draft: None,
        })
    });
    if opened.is_err() {
        for file in &files {
            pieces.take_back(&file.written);
        }
    }
    view(desk, opened?, moment)
}

/// The files of the documents that still hold, written again: two dossiers never share a file.
fn copied_files(
    desk: &Desk,
    pieces: &Pieces,
    former: DossierId,
    rules: &RulesAt<'_>,
) -> Result<Vec<CopiedFile>, Failure> {
    let kept = desk.read(|reader| {
        let dossier = found(reader, former)?;
        let wanted: Vec<AttachmentId> =
            dossier.documents_still_valid(rules).iter().flat_map(|noted| noted.attachments.clone()).collect();
        let attached = reader.attachments(former)?.into_iter().filter(|one| wanted.contains(&one.id));
        let with_piece = attached.map(|one| Ok((reader.piece(former, one.id)?, one)));
        with_piece.collect::<Result<Vec<(_, Attachment)>, Failure>>()
    })?;
    let mut files: Vec<CopiedFile> = Vec::new();
    for (piece, attachment) in kept {
        // A file that can no longer be read stays in the former dossier alone.
        let Some(bytes) = piece.and_then(|piece| pieces.read(&piece).ok()) else { continue };
        match pieces.write(&bytes) {
            Ok(written) => files.push(CopiedFile { former: attachment, written }),
            Err(refused) => {
                for file in &files {
                    pieces.take_back(&file.written);
                }
                return Err(refused.into());
            }
        }
    }
    Ok(files)
}

/// Copies the household, and tells which member each one became.
fn copy_household(
    writer: &Writer<'_>,
    before: &Dossier,
    dossier: DossierId,
) -> Result<BTreeMap<MemberId, MemberId>, Failure> {
    let mut became = BTreeMap::new();
    for member in before.household.members() {
        let is_applicant = member.link == domain::household::Link::Applicant;
        let reason = if is_applicant { member.reason.clone() } else { prefilled(&member.reason, &before.reference) };
        became.insert(member.id, writer.insert_member(dossier, &Member { reason, ..member.clone() })?);
    }
    if let Some(person) = &before.co_borrower {
        writer.set_co_borrower(dossier, person)?;
    }
    Ok(became)
}

/// Copies the lines of the last budget as said by the person; what the former loan or project made of them is left out.
fn copy_budget(
    writer: &Writer<'_>,
    before: &Dossier,
    (dossier, members): (DossierId, &BTreeMap<MemberId, MemberId>),
    moment: &Moment,
) -> Result<(), Failure> {
    let Some(budget) = before.budget.as_ref().filter(|budget| !budget.lines.is_empty()) else { return Ok(()) };
    writer.open_budget(dossier, 1, moment.today)?;
    for line in budget.lines.iter().filter(|line| !line.debt.paid_off) {
        let copied = BudgetLine {
            certainty: Certainty::Declared,
            member: line.member.and_then(|member| members.get(&member).copied()),
            debt: Debt { paid_off: false, ..line.debt.clone() },
            after: None,
            comment: prefilled(&line.comment, &before.reference),
            ..line.clone()
        };
        writer.insert_budget_line(dossier, &copied)?;
    }
    Ok(())
}

/// Notes the documents that still hold as received, with their files, to be looked at again.
fn copy_documents(
    writer: &Writer<'_>,
    before: &Dossier,
    documents: &[DocumentNoted],
    (dossier, files): (DossierId, &[CopiedFile]),
    moment: &Moment,
) -> Result<(), Failure> {
    let mut became = BTreeMap::new();
    for file in files {
        let former = &file.former;
        let (kind, name) = (former.kind, &former.name);
        let filing = former.filing.as_ref().map(|filing| Filing { on: moment.today, ..filing.clone() });
        let new = NewAttachment {
            written: &file.written,
            kind,
            name,
            filing: filing.as_ref(),
            recognised: former.recognised.as_ref(),
            added_at: moment.now,
        };
        let id = writer.insert_attachment(dossier, &new)?;
        writer.describe_attachment(dossier, &Attachment { id, filing, ..former.clone() })?;
        became.insert(former.id, id);
    }
    for noted in documents {
        let copied = DocumentNoted {
            on: moment.today,
            state: DocumentState::Received,
            reason: prefilled(&Line::default(), &before.reference),
            attachments: noted.attachments.iter().filter_map(|id| became.get(id).copied()).collect(),
            from_files: false,
            ..noted.clone()
        };
        writer.insert_fact(dossier, None, &Fact::DocumentNoted(copied), moment.now)?;
    }
    Ok(())
}
