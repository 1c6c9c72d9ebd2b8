//! An attachment shown by the window itself, inert: pages of a PDF are drawn in Rust, text is text, a photograph is
//! handed over as a picture and nothing else.

use documents::raster::RasterError;
use domain::attachment::{AttachmentId, ContentKind};
use domain::dossier::DossierId;
use domain::line::Line;
use serde::{Deserialize, Serialize};
use store::{Piece, Pieces};
use ts_rs::TS;

use super::change::OneAttachment;
use super::{content, found};
use app::caller::{Caller, Moment, Progress};
use app::desk::Desk;
use app::failure::Failure;
use app::job::Work;
use app::page_texts::PaperPageText;
use app::renderer::{self, Drawing, Source, Unshown};

/// The most signs of a text that are shown.
const LONGEST_TEXT: usize = 200_000;

/// What the window can show of an attachment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AttachmentShown {
    /// What it holds.
    pub kind: String,
    /// The pages of a PDF, their text cut out of pictures not being known.
    pub pages: Vec<PaperPageText>,
    /// The text of a text file.
    pub text: Option<String>,
    /// Why it is not shown here, or what was put right on the way; said once.
    pub remark: Option<String>,
}

/// Which page of an attachment, how wide.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AttachmentPage {
    /// The attachment.
    pub of: OneAttachment,
    /// The page, from 1.
    pub page: usize,
    /// Its width in pixels.
    pub width: u32,
}

/// A file of the vault about to be read beside the desk.
pub(super) struct Kept {
    pieces: Pieces,
    piece: Piece,
    moment: Moment,
}

impl Kept {
    pub(super) fn new(pieces: Pieces, piece: Piece, moment: Moment) -> Self {
        Self { pieces, piece, moment }
    }

    /// The bytes, and what to say when they had to be taken from a copy.
    pub(super) fn read(&self) -> Result<(Vec<u8>, Option<String>), Failure> {
        let (bytes, taken) = self.pieces.read_or_recover(&self.piece, self.moment.now)?;
        Ok((bytes, taken.then(|| recovered("Ce fichier"))))
    }
}

/// An attachment whose bytes are read beside the desk, with its name.
pub(crate) struct AttachmentToRead {
    pub(crate) name: Line,
    kept: Kept,
}

impl AttachmentToRead {
    /// Its bytes as they came.
    pub(crate) fn read(&self) -> Result<Vec<u8>, Failure> {
        Ok(self.kept.read()?.0)
    }
}

/// An attachment about to be read for what it says.
pub(crate) fn attachment_to_read(
    desk: &Desk,
    dossier: DossierId,
    id: AttachmentId,
    caller: &Caller,
) -> Result<AttachmentToRead, Failure> {
    let (attachment, piece) = desk.read(|reader| found(reader, dossier, id))?;
    let kept = Kept::new(desk.vault()?.pieces(), piece, caller.moment);
    Ok(AttachmentToRead { name: attachment.name, kept })
}

/// What is said of a file that had to be taken from a copy.
pub(crate) fn recovered(what: &str) -> String {
    domain::words::spaced(&format!(
        "{what} manquait ou était abîmé dans le coffre : il a été repris d’une copie de cet ordinateur, intact."
    ))
}

/// Says what the window can show of an attachment.
pub fn show_attachment(desk: &Desk, input: OneAttachment, caller: &Caller) -> Result<Work<AttachmentShown>, Failure> {
    let (kind, kept) = kept(desk, input, caller)?;
    Ok(Box::new(move |progress: &Progress| {
        progress.step(0, 2)?;
        let (bytes, remark) = kept.read()?;
        progress.step(1, 2)?;
        let shown = AttachmentShown { kind: kind.key().to_owned(), pages: Vec::new(), text: None, remark };
        let shown = match kind {
            ContentKind::Pdf => pages(Source::Pdf, bytes, shown, progress)?,
            ContentKind::Jpeg | ContentKind::Png => pages(Source::Picture, bytes, shown, progress)?,
            ContentKind::Text => {
                AttachmentShown { text: content::text_of(&bytes).map(|text| shortened(&text)), ..shown }
            }
            ContentKind::Docx | ContentKind::Odt => shown,
        };
        progress.step(2, 2)?;
        Ok(shown)
    }))
}

/// Draws one page of an attachment as PNG: of a PDF, or a photograph, which has one.
pub fn attachment_page(desk: &Desk, input: AttachmentPage, caller: &Caller) -> Result<Work<Vec<u8>>, Failure> {
    let (kind, kept) = kept(desk, input.of, caller)?;
    let source = match kind {
        ContentKind::Pdf => Source::Pdf,
        ContentKind::Jpeg | ContentKind::Png => Source::Picture,
        ContentKind::Text | ContentKind::Docx | ContentKind::Odt => return Err(RasterError::NoSuchPage.into()),
    };
    Ok(Box::new(move |progress: &Progress| {
        progress.step(0, 1)?;
        let place = input.page.checked_sub(1).ok_or(RasterError::NoSuchPage)?;
        Ok(renderer::png(source, kept.read()?.0, Drawing { place, width: input.width }, progress)?)
    }))
}

fn kept(desk: &Desk, input: OneAttachment, caller: &Caller) -> Result<(ContentKind, Kept), Failure> {
    let (attachment, piece) = desk.read(|reader| found(reader, input.dossier, input.attachment))?;
    Ok((attachment.kind, Kept::new(desk.vault()?.pieces(), piece, caller.moment)))
}

fn pages(
    source: Source,
    bytes: Vec<u8>,
    shown: AttachmentShown,
    progress: &Progress,
) -> Result<AttachmentShown, Failure> {
    let why = match renderer::texts(source, bytes, progress) {
        Ok(pages) => return Ok(AttachmentShown { pages, ..shown }),
        Err(Unshown::Refused(RasterError::Unreadable)) => match source {
            Source::Pdf => "Ce PDF ne peut pas être montré ici : il demande un mot de passe, ou il est abîmé.",
            Source::Picture => {
                "Cette image ne peut pas être montrée ici : elle est abîmée, ou d’une sorte que l’écran ne lit pas."
            }
        },
        Err(Unshown::Fell) => renderer::TOO_MUCH,
        Err(unshown) => return Err(unshown.into()),
    };
    Ok(AttachmentShown { remark: Some(domain::words::spaced(why)), ..shown })
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST_TEXT) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
