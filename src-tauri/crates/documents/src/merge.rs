//! Pages others made, placed behind our own in one file.
//!
//! Scans are handed over one by one and written at once: what is held is the file being made and the scan at hand. A
//! page of a PDF becomes a form, a photograph goes in byte for byte; both are then drawn on a sheet of the paper, under a
//! stamp. What acts in a foreign file never comes through. A file with foreign pages claims neither PDF/A nor PDF/UA:
//! nobody can promise them for what others made.

mod acting;
mod appearance;
mod copied;
mod cut;
mod foreign;
mod jpeg;
mod lighter;
mod picture;
mod png;
pub mod segments;
mod unfolding;
mod written;

use std::borrow::Cow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use domain::attachment::{ContentKind, Rotation};
use domain::words::{counted, spaced};
use lopdf::{Document, Object, dictionary};
use thiserror::Error;

use crate::digest::Digest;
use crate::page::Length;
pub use cut::cut;
pub(crate) use lighter::{Reduction, opened_picture};
pub(crate) use png::untouched as untouched_png;
use written::{Written, integer, reference};

/// How heavy the merged file may be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// Scans as they came, the original PDFs attached.
    #[default]
    Whole,
    /// Pictures made smaller for e-mail, nothing attached.
    ForEmail,
}

/// Why a scan is not placed, told on its separator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Unplaced {
    /// It has no bytes.
    #[error("empty")]
    Empty,
    /// It stops before its end.
    #[error("cut short")]
    CutShort,
    /// Its bytes are not those of its kind.
    #[error("broken")]
    Broken,
    /// It asks for a password.
    #[error("password")]
    Password,
    /// It has more pages than this.
    #[error("more than {0} pages")]
    TooManyPages(usize),
    /// It unfolds beyond measure.
    #[error("too large")]
    TooLarge,
    /// A picture of a kind PDF does not show.
    #[error("rare picture")]
    RarePicture,
    /// A form only its maker’s reader can show.
    #[error("dynamic form")]
    DynamicForm,
    /// A text or an office document: it has no pages yet.
    #[error("no pages")]
    NoPages,
    /// Its file in the vault is missing or damaged.
    #[error("lost")]
    Lost,
}

impl Weight {
    /// How far its pictures are first brought down; not at all for a whole file.
    pub(crate) fn reduction(self) -> Option<Reduction> {
        match self {
            Self::Whole => None,
            Self::ForEmail => Some(Reduction::FIRST),
        }
    }
}

impl Unplaced {
    /// What it is, after the name of the file: `protégé par un mot de passe`.
    #[must_use]
    pub fn reason(self) -> String {
        let reason = match self {
            Self::Empty => "fichier vide (0 octet)",
            Self::CutShort => "fichier coupé avant sa fin",
            Self::Broken => "fichier abîmé : son contenu n’est pas celui qu’il annonce",
            Self::Password => "PDF protégé par un mot de passe",
            Self::TooManyPages(most) => {
                return spaced(&format!("plus de {}", counted(most, "page", "pages")));
            }
            Self::TooLarge => "fichier démesuré une fois décompressé",
            Self::RarePicture => "image d’un format qui ne s’imprime pas",
            Self::DynamicForm => "formulaire que seul son propre lecteur affiche",
            Self::NoPages => "document sans pages, à joindre à part",
            Self::Lost => "fichier absent ou abîmé dans le coffre",
        };
        spaced(reason)
    }

    /// What to do about it, in a sentence.
    #[must_use]
    pub fn remedy(self) -> String {
        spaced(match self {
            Self::Empty | Self::CutShort | Self::Broken => "Demandez-le à nouveau, ou numérisez-le encore une fois.",
            Self::Password | Self::DynamicForm | Self::NoPages => {
                "Ouvrez-le, enregistrez-le en PDF sans mot de passe, puis ajoutez-le."
            }
            Self::TooManyPages(_) | Self::TooLarge => "Enregistrez-le en plusieurs fichiers plus légers.",
            Self::RarePicture => "Enregistrez-la en JPEG ou en PNG, puis ajoutez-la.",
            Self::Lost => "Reprenez-le d’une copie, ou ajoutez-le à nouveau.",
        })
    }
}

/// What a placed page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A page of a PDF, which may hold text.
    Page,
    /// A picture.
    Picture,
}

/// A page written as a form, and its size as it came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Placed {
    pub(crate) form: u32,
    pub(crate) width: Length,
    pub(crate) height: Length,
    pub(crate) kind: Kind,
}

/// What was placed of one scan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Scanned {
    pub(crate) pages: Vec<Placed>,
    /// What is to be known of them, a sentence each.
    pub(crate) remarks: Vec<String>,
}

/// A file being merged.
pub(crate) struct Merged {
    out: Written,
    /// How far pictures are brought down; the scans go in as they came when absent.
    reduction: Option<Reduction>,
    layers: Vec<u32>,
    hidden: Vec<u32>,
    /// The originals attached: their key, in order, and their file.
    originals: Vec<(String, u32)>,
    print: Digest,
}

impl Merged {
    pub(crate) fn new(reduction: Option<Reduction>) -> Self {
        Self {
            out: Written::new(),
            reduction,
            layers: Vec::new(),
            hidden: Vec::new(),
            originals: Vec::new(),
            print: Digest::default(),
        }
    }

    /// Places a scan; what cannot be placed leaves nothing behind.
    pub(crate) fn take(&mut self, kind: ContentKind, name: &str, bytes: &[u8]) -> Result<Scanned, Unplaced> {
        if bytes.is_empty() {
            return Err(Unplaced::Empty);
        }
        let mark = self.out.mark();
        // A reader of foreign files that gives up on one must not take the paper with it.
        let taken = catch_unwind(AssertUnwindSafe(|| self.read(kind, name, bytes)));
        let taken = taken.unwrap_or(Err(Unplaced::Broken));
        match &taken {
            Ok(_) => self.note(bytes),
            Err(_) => self.out.back_to(&mark),
        }
        taken
    }

    /// Turns the pages of a scan: each is drawn by a form around it, its own content stays as it came.
    pub(crate) fn rotate(&mut self, scanned: &mut Scanned, rotation: Rotation) {
        if rotation != Rotation::None {
            for page in &mut scanned.pages {
                *page = picture::rotated(&mut self.out, *page, rotation);
            }
        }
    }

    fn read(&mut self, kind: ContentKind, name: &str, bytes: &[u8]) -> Result<Scanned, Unplaced> {
        match kind {
            ContentKind::Pdf => self.read_pdf(name, bytes),
            ContentKind::Jpeg => {
                let bytes = lightened(self.reduction, bytes)?;
                Ok(Scanned::picture(jpeg::take(&mut self.out, &bytes)?))
            }
            ContentKind::Png => {
                let smaller = self.reduction.and_then(|reduction| lighter::picture(bytes, reduction));
                let placed = match smaller {
                    Some(photograph) => jpeg::take(&mut self.out, &photograph)?,
                    None => png::take(&mut self.out, bytes)?,
                };
                Ok(Scanned::picture(placed))
            }
            ContentKind::Text | ContentKind::Docx | ContentKind::Odt => Err(Unplaced::NoPages),
        }
    }

    fn read_pdf(&mut self, name: &str, bytes: &[u8]) -> Result<Scanned, Unplaced> {
        let mut file = foreign::open(bytes)?;
        if let Some(reduction) = self.reduction {
            lighter::pictures(&mut file, reduction);
        }
        let taken = foreign::take(&mut self.out, &file)?;
        let mut remarks = Vec::new();
        if taken.undrawn > 0 {
            let count = counted(taken.undrawn, "champ ou annotation", "champs ou annotations");
            remarks.push(format!("{count} sans apparence dans « {name} » : à voir dans le fichier d’origine."));
        }
        if taken.acts {
            remarks.push(format!(
                "« {name} » contient des instructions ou d’autres fichiers : ses pages seules sont ici."
            ));
        }
        if self.reduction.is_none() && !taken.acts {
            self.attach(name, bytes);
        }
        self.layers.extend(taken.layers.0);
        self.hidden.extend(taken.layers.1);
        Ok(Scanned { pages: taken.pages, remarks: remarks.iter().map(|remark| spaced(remark)).collect() })
    }

    /// Attaches an original as it came.
    fn attach(&mut self, name: &str, bytes: &[u8]) {
        let size = dictionary! { "Size" => integer(bytes.len()) };
        let file = dictionary! { "Type" => "EmbeddedFile", "Subtype" => "application/pdf", "Params" => size };
        let number = self.out.reserve();
        self.out.put_stream(number, &file, bytes);
        let key = format!("{:04}", self.originals.len().saturating_add(1));
        let name = if name.to_lowercase().ends_with(".pdf") { name.to_owned() } else { format!("{name}.pdf") };
        let held = dictionary! { "F" => reference(number), "UF" => reference(number) };
        let told = dictionary! {
            "Type" => "Filespec",
            "F" => lopdf::text_string(&name),
            "UF" => lopdf::text_string(&name),
            "AFRelationship" => "Source",
            "Desc" => lopdf::text_string("Fichier d’origine d’une pièce"),
            "EF" => held,
        };
        let told = self.out.add(&Object::Dictionary(told));
        self.originals.push((key, told));
    }

    /// Counts a scan in what tells the file from another: its length and how it begins and ends.
    fn note(&mut self, bytes: &[u8]) {
        const TOLD: usize = 4_096;
        let end = bytes.get(bytes.len().saturating_sub(TOLD)..).unwrap_or(bytes);
        for part in [&bytes.len().to_be_bytes()[..], bytes.get(..TOLD).unwrap_or(bytes), end] {
            self.print = self.print.fed(part);
        }
    }

    /// The first number our own pages may have.
    pub(crate) fn next(&self) -> u32 {
        self.out.next()
    }

    /// What the identifier of the file is made from.
    pub(crate) fn print(&self) -> Digest {
        self.print
    }

    /// Writes our own pages and ends the file; their numbers begin at [`Merged::next`].
    pub(crate) fn close(mut self, mut own: Document) -> Result<Vec<u8>, lopdf::Error> {
        let catalog = own.catalog_mut()?;
        let list = |numbers: &[u32]| numbers.iter().map(|number| reference(*number)).collect::<Vec<_>>();
        if !self.originals.is_empty() {
            let names = self.originals.iter().flat_map(|(key, file)| [lopdf::text_string(key), reference(*file)]);
            let names = dictionary! { "Names" => names.collect::<Vec<_>>() };
            catalog.set("Names", dictionary! { "EmbeddedFiles" => names });
            let files: Vec<u32> = self.originals.iter().map(|(_, file)| *file).collect();
            catalog.set("AF", list(&files));
        }
        if !self.layers.is_empty() {
            let opening = dictionary! { "OFF" => list(&self.hidden), "Order" => Vec::<Object>::new() };
            catalog.set("OCProperties", dictionary! { "OCGs" => list(&self.layers), "D" => opening });
        }
        self.out.leave(own.objects.keys().map(|id| id.0).max().unwrap_or_default());
        for (id, object) in &own.objects {
            self.out.put(id.0, object);
        }
        Ok(self.out.close(&own.trailer))
    }
}

/// The photograph as it goes in: as it came, or smaller when that was asked.
fn lightened(reduction: Option<Reduction>, bytes: &[u8]) -> Result<Cow<'_, [u8]>, Unplaced> {
    let frame = jpeg::frame(bytes)?;
    let smaller = reduction.and_then(|reduction| lighter::photograph(bytes, frame, reduction));
    Ok(smaller.map_or(Cow::Borrowed(bytes), Cow::Owned))
}

impl Scanned {
    fn picture(placed: Placed) -> Self {
        Self { pages: vec![placed], remarks: Vec::new() }
    }
}

#[cfg(test)]
mod tests;
#[cfg(test)]
pub(crate) mod worlds;
