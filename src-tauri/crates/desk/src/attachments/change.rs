//! An attachment renamed, said to be another document, taken out. Its file never changes.

use domain::attachment::{Attachment, AttachmentId};
use domain::dossier::DossierId;
use serde::Deserialize;
use ts_rs::TS;

use super::attach::document;
use super::view::{AttachmentsView, attachments};
use super::{acted, attachment_of};
use crate::caller::Moment;
use crate::dossiers::{OneDossier, found};
use crate::failure::Failure;
use crate::office::{Desk, settings};
use crate::reading;

/// Which attachment.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneAttachment {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The attachment.
    #[ts(type = "number")]
    pub attachment: AttachmentId,
}

/// Another name for an attachment.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AttachmentName {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The attachment.
    #[ts(type = "number")]
    pub attachment: AttachmentId,
    /// Its name as typed; needed.
    pub name: String,
}

/// The document an attachment stands for.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AttachmentDocument {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The attachment.
    #[ts(type = "number")]
    pub attachment: AttachmentId,
    /// The document; empty when that is not said.
    pub document: String,
}

/// Gives an attachment another name.
pub fn rename_attachment(desk: &mut Desk, input: AttachmentName, moment: &Moment) -> Result<AttachmentsView, Failure> {
    let name = reading::needed(&input.name, "name", "Donnez un nom à ce fichier.")?;
    desk.act("rename_attachment", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let before = attachment_of(writer, input.dossier, input.attachment)?;
        let what = format!("Nouveau nom de « {} »", before.name);
        writer.describe_attachment(input.dossier, &Attachment { name, ..before })?;
        Ok(acted((), &dossier, &what))
    })?;
    attachments(desk, OneDossier { dossier: input.dossier }, moment)
}

/// Says which document an attachment stands for.
pub fn change_attachment(
    desk: &mut Desk,
    input: AttachmentDocument,
    moment: &Moment,
) -> Result<AttachmentsView, Failure> {
    desk.act("change_attachment", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let before = attachment_of(writer, input.dossier, input.attachment)?;
        let is_the_same = before.document.as_ref().is_some_and(|key| key.as_str() == input.document);
        // A document no longer asked for stays where it was chosen.
        let document = if is_the_same {
            before.document.clone()
        } else {
            document(&input.document, settings(writer)?.at(moment.today).lists)?
        };
        let what = format!("Genre de « {} »", before.name);
        writer.describe_attachment(input.dossier, &Attachment { document, ..before })?;
        Ok(acted((), &dossier, &what))
    })?;
    attachments(desk, OneDossier { dossier: input.dossier }, moment)
}

/// Takes an attachment out of its dossier; undo brings it back.
pub fn remove_attachment(desk: &mut Desk, input: OneAttachment, moment: &Moment) -> Result<AttachmentsView, Failure> {
    desk.act("remove_attachment", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let before = attachment_of(writer, input.dossier, input.attachment)?;
        writer.delete_attachment(input.dossier, input.attachment)?;
        Ok(acted((), &dossier, &format!("Retrait de « {} »", before.name)))
    })?;
    attachments(desk, OneDossier { dossier: input.dossier }, moment)
}
