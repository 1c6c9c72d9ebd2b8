//! An attachment renamed, said to be another document, taken out. Its file never changes.

use domain::attachment::{Attachment, AttachmentId, Filing, Rotation};
use domain::dossier::DossierId;
use serde::Deserialize;
use ts_rs::TS;

use super::attach::document;
use super::view::{AttachmentsView, attachments};
use super::{acted, attachment_of};
use crate::checklist::receive;
use crate::dossiers::{OneDossier, found};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

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
    /// Whose it is, or which one of several, with a document; empty for the only one.
    #[serde(default)]
    pub part: String,
}

/// How far the pages of an attachment are turned.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AttachmentRotation {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The attachment.
    #[ts(type = "number")]
    pub attachment: AttachmentId,
    /// In degrees clockwise: 0, 90, 180 or 270.
    pub degrees: u16,
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

/// Places an attachment on a document, which is received from then on, or takes it from there.
pub fn change_attachment(
    desk: &mut Desk,
    input: AttachmentDocument,
    moment: &Moment,
) -> Result<AttachmentsView, Failure> {
    let part = reading::line(&input.part, "part")?;
    desk.act("change_attachment", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let before = attachment_of(writer, input.dossier, input.attachment)?;
        let what = format!("Genre de « {} »", before.name);
        let had = before.filing.as_ref();
        let is_the_same = |had: &Filing| had.document.as_str() == input.document && had.part == part;
        // A document no longer asked for stays where it was chosen.
        if !had.is_some_and(is_the_same) {
            let same_document = had.filter(|had| had.document.as_str() == input.document);
            let document = match same_document {
                Some(had) => Some(had.document.clone()),
                None => document(&input.document, settings(writer)?.at(moment.today).lists)?,
            };
            let filing = document.map(|document| Filing { document, part: part.clone(), on: moment.today });
            writer.describe_attachment(input.dossier, &Attachment { filing: filing.clone(), ..before })?;
            if let Some(filing) = &filing {
                receive(writer, input.dossier, filing, moment)?;
            }
        }
        Ok(acted((), &dossier, &what))
    })?;
    attachments(desk, OneDossier { dossier: input.dossier }, moment)
}

/// Turns the pages of an attachment, on screen and in what is printed; its file stays as it came.
pub fn rotate_attachment(
    desk: &mut Desk,
    input: AttachmentRotation,
    moment: &Moment,
) -> Result<AttachmentsView, Failure> {
    let rotation = Rotation::of_degrees(input.degrees.into());
    let rotation =
        rotation.ok_or_else(|| Failure::refused("Un fichier se tourne par quarts de tour.").at("degrees"))?;
    desk.act("rotate_attachment", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let before = attachment_of(writer, input.dossier, input.attachment)?;
        let what = format!("Rotation de « {} »", before.name);
        writer.describe_attachment(input.dossier, &Attachment { rotation, ..before })?;
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
