//! What is attached to a dossier, as its room shows it.

use domain::attachment::{Attachment, AttachmentId, ContentKind, Filing};
use domain::dossier::Dossier;
use domain::line::Line;
use domain::settings::{Lists, RulesAt};
use domain::supporting_document::{Checklist, PlaceReason, SupportingDocument};
use domain::words::{self, Labelled};
use serde::Serialize;
use ts_rs::TS;

use crate::dossiers::{OneDossier, found};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::settings;
use app::shapes::{Choice, Day};

/// The document that statements of account are.
pub(crate) const BANK_STATEMENTS: &str = "bank_statements";
/// The document that statements of savings are.
pub(crate) const SAVINGS_STATEMENT: &str = "savings_statement";
const STATEMENTS: [&str; 2] = [BANK_STATEMENTS, SAVINGS_STATEMENT];

/// What is attached to a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Attachments")]
pub struct AttachmentsView {
    /// In the order it was added.
    pub attachments: Vec<AttachmentView>,
    /// `3 fichiers, 2,4 Mo`; empty when there is none.
    pub sentence: String,
    /// Where a file may be placed: the documents of the list, one for each borrower, then the others.
    pub places: Vec<DocumentPlace>,
}

/// A document, or the part of one, that files are placed on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct DocumentPlace {
    /// The document.
    pub document: String,
    /// Whose it is, or which one of several; may be empty.
    pub part: String,
    /// The document in words.
    pub label: String,
}

/// A file of a dossier, as a line shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Attachment")]
pub struct AttachmentView {
    /// Its number.
    #[ts(type = "number")]
    pub id: AttachmentId,
    /// The name it came under, or was given since.
    pub name: String,
    /// What it holds.
    pub kind: String,
    /// The same in words: `PDF`.
    pub kind_label: String,
    /// The document it is placed on; empty when that was not said.
    pub document: String,
    /// Whose it is, or which one of several; may be empty.
    pub part: String,
    /// The same in words.
    pub document_label: String,
    /// `1,2 Mo`.
    pub size_text: String,
    /// The day it was added.
    pub added_on: Day,
    /// Whether the window shows it by itself.
    pub is_shown_inside: bool,
    /// Whether it may be read as a bank statement.
    pub is_statement: bool,
    /// By how many degrees its pages are turned clockwise.
    pub degrees: u16,
    /// Where it would go, while it is placed nowhere; nothing when nothing tells.
    pub proposed: Option<PlaceProposal>,
}

/// A place proposed for a file, and what it is proposed from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PlaceProposal {
    /// The place.
    pub place: DocumentPlace,
    /// `d’après son nom`.
    pub why: String,
}

/// Lists what is attached to a dossier.
pub fn attachments(desk: &Desk, input: OneDossier, moment: &Moment) -> Result<AttachmentsView, Failure> {
    desk.read(|reader| {
        let (dossier, settings) = (found(reader, input.dossier)?, settings(reader)?);
        Ok(shown(&dossier, &settings.at(moment.today), moment))
    })
}

fn shown(dossier: &Dossier, rules: &RulesAt<'_>, moment: &Moment) -> AttachmentsView {
    let attachments = &dossier.attachments;
    let size = attachments.iter().map(|attachment| attachment.size).fold(0, u64::saturating_add);
    let count = words::counted(u64::try_from(attachments.len()).unwrap_or_default(), "fichier", "fichiers");
    let sentence = format!("{count}, {}", words::file_size(size));
    let list = dossier.checklist(rules);
    let line = |attachment: &Attachment| AttachmentView {
        proposed: proposed(attachment, dossier, &list),
        ..line(attachment, rules.lists, moment)
    };
    AttachmentsView {
        places: places(&list, rules),
        attachments: attachments.iter().map(line).collect(),
        sentence: if attachments.is_empty() { String::new() } else { sentence },
    }
}

/// Those of the list first, in its order.
fn places(list: &Checklist<'_>, rules: &RulesAt<'_>) -> Vec<DocumentPlace> {
    let place = |filing: &Filing| DocumentPlace {
        document: filing.document.as_str().to_owned(),
        part: filing.part.to_string(),
        label: document_label(filing, rules.lists),
    };
    let filing = |document: &SupportingDocument, part| Filing { document: document.key.clone(), part, on: rules.date };
    let listed = list.lines.iter().map(|line| filing(line.document, line.part.clone()));
    let others = rules.lists.documents.iter().filter(|document| !document.retired);
    let others = others.filter(|document| !list.lines.iter().any(|line| line.document.key == document.key));
    listed.chain(others.map(|document| filing(document, Line::default()))).map(|filing| place(&filing)).collect()
}

/// Where a file that is placed nowhere would go; the last place is that of the file before it.
fn proposed(attachment: &Attachment, dossier: &Dossier, list: &Checklist<'_>) -> Option<PlaceProposal> {
    if attachment.filing.is_some() {
        return None;
    }
    let before = dossier.attachments.iter().take_while(|other| other.id != attachment.id);
    let last = before.filter_map(|other| other.filing.as_ref()).last();
    let found = list.place_for(attachment.name.as_str(), attachment.recognised.as_ref(), last)?;
    let why = match found.reason {
        PlaceReason::Name => "d’après son nom",
        PlaceReason::Text => "d’après son texte",
        PlaceReason::OnlyLacking => "le seul qui manque",
        PlaceReason::LastPlace => "comme le précédent",
    };
    let (document, part) = (found.line.document, found.line.part.to_string());
    let place =
        DocumentPlace { document: document.key.as_str().to_owned(), part, label: words::spaced(&document.label) };
    Some(PlaceProposal { place, why: words::spaced(why) })
}

/// `Pièce d’identité, Amadou Ndiaye`.
pub(super) fn place_label(filing: &Filing, lists: &Lists) -> String {
    let part = if filing.part.is_empty() { String::new() } else { format!(", {}", filing.part) };
    format!("{}{part}", document_label(filing, lists))
}

fn document_label(filing: &Filing, lists: &Lists) -> String {
    let document = lists.documents.iter().find(|document| document.key == filing.document);
    document.map(|document| words::spaced(&document.label)).unwrap_or_default()
}

/// Whether a file is a bank statement that may be read: placed as one, or saying in its text that it is one.
pub(crate) fn is_statement(attachment: &Attachment) -> bool {
    let document = attachment.filing.as_ref().map(|filing| &filing.document);
    let document = document.or(attachment.recognised.as_ref().map(|read| &read.document));
    document.is_some_and(|document| STATEMENTS.contains(&document.as_str()))
        && matches!(attachment.kind, ContentKind::Pdf | ContentKind::Text)
}

fn line(attachment: &Attachment, lists: &Lists, moment: &Moment) -> AttachmentView {
    let filing = attachment.filing.as_ref();
    AttachmentView {
        id: attachment.id,
        name: attachment.name.to_string(),
        kind: attachment.kind.key().to_owned(),
        kind_label: attachment.kind.label().to_owned(),
        document: filing.map(|filing| filing.document.as_str().to_owned()).unwrap_or_default(),
        part: filing.map(|filing| filing.part.to_string()).unwrap_or_default(),
        document_label: filing.map(|filing| document_label(filing, lists)).unwrap_or_default(),
        is_statement: is_statement(attachment),
        degrees: attachment.rotation.degrees(),
        size_text: words::file_size(attachment.size),
        added_on: Day::near(moment.day_of(attachment.added_at), moment.today),
        is_shown_inside: attachment.kind.is_shown_inside(),
        proposed: None,
    }
}

/// The kinds of documents an attachment may stand for.
pub(crate) fn documents(lists: &Lists) -> Vec<Choice> {
    let choice = |document: &domain::supporting_document::SupportingDocument| Choice {
        retired: document.retired,
        ..Choice::new(document.key.as_str(), &document.label)
    };
    lists.documents.iter().map(choice).collect()
}
