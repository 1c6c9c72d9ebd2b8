//! What is attached to a dossier, as its room shows it.

use domain::attachment::{Attachment, AttachmentId};
use domain::settings::Lists;
use domain::words::{self, Labelled};
use serde::Serialize;
use ts_rs::TS;

use crate::caller::Moment;
use crate::dossiers::{OneDossier, found};
use crate::failure::Failure;
use crate::office::{Desk, settings};
use crate::shown::{Choice, Day, key_of};

/// What is attached to a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Attachments")]
pub struct AttachmentsView {
    /// In the order it was added.
    pub attachments: Vec<AttachmentView>,
    /// `3 fichiers, 2,4 Mo`; empty when there is none.
    pub sentence: String,
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
    /// The document it stands for; empty when that was not said.
    pub document: String,
    /// The same in words.
    pub document_label: String,
    /// `1,2 Mo`.
    pub size_text: String,
    /// The day it was added.
    pub added_on: Day,
    /// Whether the window shows it by itself.
    pub is_shown_inside: bool,
}

/// Lists what is attached to a dossier.
pub fn attachments(desk: &Desk, input: OneDossier, moment: &Moment) -> Result<AttachmentsView, Failure> {
    desk.read(|reader| {
        found(reader, input.dossier)?;
        let (attachments, settings) = (reader.attachments(input.dossier)?, settings(reader)?);
        Ok(shown(&attachments, settings.at(moment.today).lists, moment))
    })
}

fn shown(attachments: &[Attachment], lists: &Lists, moment: &Moment) -> AttachmentsView {
    let size = attachments.iter().map(|attachment| attachment.size).fold(0, u64::saturating_add);
    let count = words::counted(u64::try_from(attachments.len()).unwrap_or_default(), "fichier", "fichiers");
    let sentence = format!("{count}, {}", words::file_size(size));
    AttachmentsView {
        attachments: attachments.iter().map(|attachment| line(attachment, lists, moment)).collect(),
        sentence: if attachments.is_empty() { String::new() } else { sentence },
    }
}

fn line(attachment: &Attachment, lists: &Lists, moment: &Moment) -> AttachmentView {
    let key = attachment.document.as_ref();
    let document = key.and_then(|key| lists.documents.iter().find(|document| document.key == *key));
    AttachmentView {
        id: attachment.id,
        name: attachment.name.to_string(),
        kind: key_of(attachment.kind),
        kind_label: attachment.kind.label().to_owned(),
        document: key.map(|key| key.as_str().to_owned()).unwrap_or_default(),
        document_label: document.map(|document| words::spaced(&document.label)).unwrap_or_default(),
        size_text: words::file_size(attachment.size),
        added_on: Day::near(moment.day_of(attachment.added_at), moment.today),
        is_shown_inside: attachment.kind.is_shown_inside(),
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
