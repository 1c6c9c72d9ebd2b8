//! An attachment that leaves the vault: saved where the adviser chose, or opened in another program.

use domain::attachment::Attachment;
use domain::attachment::AttachmentId;
use domain::dossier::DossierId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::change::OneAttachment;
use super::found;
use super::inside::Kept;
use app::caller::{Caller, Progress};
use app::desk::Desk;
use app::failure::Failure;
use app::files::{write_new, write_private};
use app::job::Work;

/// An attachment and the file chosen for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AttachmentToFile {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The attachment.
    #[ts(type = "number")]
    pub attachment: AttachmentId,
    /// The handle of the chosen file.
    pub file: String,
}

/// What was done, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AttachmentSaved {
    /// The sentence.
    pub sentence: String,
}

/// Saves an attachment as it came; a file that is already there is never written over.
pub fn save_attachment(
    desk: &Desk,
    input: AttachmentToFile,
    caller: &Caller,
) -> Result<Work<AttachmentSaved>, Failure> {
    let target = caller.outside.files.path(&input.file).ok_or_else(Failure::no_file)?;
    let of = OneAttachment { dossier: input.dossier, attachment: input.attachment };
    let (_, kept) = given_out(desk, of, caller)?;
    Ok(Box::new(move |progress: &Progress| {
        progress.step(0, 2)?;
        let (bytes, remark) = kept.read()?;
        progress.step(1, 2)?;
        write_new(&target, &bytes).map_err(|cause| Failure::not_saved(&cause))?;
        progress.step(2, 2)?;
        let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(saved(&format!("Le fichier est enregistré sous {name}, hors du coffre et sans chiffrement."), remark))
    }))
}

/// Opens an attachment in another program.
pub fn open_attachment(desk: &Desk, input: OneAttachment, caller: &Caller) -> Result<Work<AttachmentSaved>, Failure> {
    let (attachment, kept) = given_out(desk, input, caller)?;
    let folder = desk.opened_folder().to_owned();
    let viewer = caller.outside.viewer.clone();
    Ok(Box::new(move |progress: &Progress| {
        progress.step(0, 2)?;
        let (bytes, remark) = kept.read()?;
        progress.step(1, 2)?;
        let file = folder.join(outside_name(&attachment));
        let opened = write_private(&file, &bytes).and_then(|()| viewer.show(&file));
        opened.map_err(|_| not_opened())?;
        let told = "Le fichier est ouvert dans un autre programme, qui n’a pas les protections d’Étrier : n’y acceptez \
                    ni macro ni contenu à télécharger. Cette copie sera effacée au verrouillage.";
        Ok(saved(told, remark))
    }))
}

/// An attachment about to leave the vault; the journal says so at the door of calls.
fn given_out(desk: &Desk, input: OneAttachment, caller: &Caller) -> Result<(Attachment, Kept), Failure> {
    let (attachment, piece) = desk.read(|reader| found(reader, input.dossier, input.attachment))?;
    Ok((attachment, Kept::new(desk.vault()?.pieces(), piece, caller.moment)))
}

fn saved(told: &str, remark: Option<String>) -> AttachmentSaved {
    let sentence = match remark {
        Some(remark) => format!("{remark} {told}"),
        None => told.to_owned(),
    };
    AttachmentSaved { sentence: domain::words::spaced(&sentence) }
}

/// The name a file has outside: plain signs only, behind its number, with the ending of what it holds.
fn outside_name(attachment: &Attachment) -> String {
    const LONGEST: usize = 60;
    let name = attachment.name.as_str();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let plain = stem.chars().map(|sign| if sign.is_alphanumeric() { sign } else { '-' }).take(LONGEST);
    let plain: String = plain.collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    let start = [attachment.id.0.to_string().as_str()].into_iter().chain(words).collect::<Vec<_>>().join("-");
    format!("{start}.{}", attachment.kind.ending())
}

fn not_opened() -> Failure {
    Failure::refused("Le système n’a pas pu ouvrir ce fichier. Le dossier est intact.")
        .remedy("Enregistrez-le, puis ouvrez-le vous-même.")
}

#[cfg(test)]
mod tests {
    use domain::attachment::ContentKind;
    use domain::line::Line;

    use super::*;

    #[test]
    fn the_name_given_outside_is_made_of_plain_signs() {
        let check = |name: &str, kind, expected: &str| {
            let attachment = Attachment {
                id: AttachmentId(7),
                kind,
                name: Line::read(name).unwrap(),
                filing: None,
                recognised: None,
                rotation: domain::attachment::Rotation::None,
                size: 1,
                added_at: chrono::DateTime::UNIX_EPOCH,
            };
            assert_eq!(outside_name(&attachment), expected);
        };
        check("Relevé d’août.pdf", ContentKind::Pdf, "7-Relevé-d-août.pdf");
        check("../../../etc/passwd", ContentKind::Text, "7.txt");
        check("..\\..\\CON", ContentKind::Text, "7.txt");
        check("CON", ContentKind::Text, "7-CON.txt");
        check("facture.pdf.exe", ContentKind::Pdf, "7-facture-pdf.pdf");
        check("$(rm -rf ~); a b", ContentKind::Png, "7-rm-rf-a-b.png");
        check("\u{1f697}", ContentKind::Jpeg, "7.jpg");
    }
}
