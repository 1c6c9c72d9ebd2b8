//! Why a file is not kept, each reason with what to do about it.

use domain::words;

/// The most bytes a file can have: 25 Mo, some twenty scanned pages.
pub(super) const LARGEST: u64 = 25_000_000;

/// What is said of a file that is kept and that nothing here reads.
pub(super) const BROKEN: &str = "Gardé, mais il ne s’ouvre pas ici : il est abîmé, ou d’une sorte inconnue. Ouvrez-le hors d’Étrier, ou redemandez-le.";

/// What is said of a PDF that only a password opens.
pub(super) const LOCKED: &str = "Protégé par un mot de passe : il ne pourra pas partir à la banque. Demandez-en une version sans, ou photographiez-le.";

/// Why a file is not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Unkept {
    /// The dossier holds the same bytes under this name, placed there.
    Same(String, Option<String>),
    /// Nothing is in it.
    Empty,
    /// It has so many bytes.
    TooLarge(u64),
    /// It is a folder, or something else than a file.
    NotAFile,
    /// It is no longer where it was chosen.
    Gone,
    /// Another program holds it, or its reading is forbidden.
    Held,
    /// The disk stopped answering half-way.
    CutShort,
    /// It changed while it was being read.
    Changed,
    /// It is a program or a script.
    Program,
    /// It holds macros.
    Macros,
    /// It unfolds beyond measure.
    Bomb,
    /// It is a page of the web or a drawing made of instructions.
    Markup,
    /// It asks for a password.
    Password,
    /// A Word document of before 2007, or another one of its family.
    OldOffice,
    /// A text of the RTF kind.
    Rtf,
    /// A picture of another kind.
    OtherPicture,
    /// An archive, a workbook, slides.
    OtherArchive,
    /// Its name of kind is right and its content is not.
    Broken,
    /// A photograph whose information could not be found to be taken out.
    PhotoUnread,
    /// Nothing that is known here.
    Unknown,
}

impl Unkept {
    /// What it is, in a sentence.
    pub(crate) fn reason(&self) -> String {
        let reason = match self {
            Self::Same(name, place) => {
                let place = place
                    .as_ref()
                    .map_or_else(|| "qui n’est pas encore rangé".to_owned(), |place| format!("rangé dans : {place}"));
                return words::spaced(&format!("C’est le même fichier que « {name} », {place}."));
            }
            Self::Empty => "Ce fichier est vide (0 octet).",
            Self::TooLarge(size) => {
                let size = words::file_size(*size);
                return words::spaced(&format!("Ce fichier est trop lourd : {size}, pour 25 Mo au plus."));
            }
            Self::NotAFile => "C’est un dossier, pas un fichier.",
            Self::Gone => "Ce fichier n’est plus là où il a été choisi.",
            Self::Held => "Ce fichier est ouvert dans un autre programme, ou sa lecture est interdite.",
            Self::CutShort => "La lecture de ce fichier s’est interrompue.",
            Self::Changed => "Ce fichier a changé pendant sa lecture.",
            Self::Program => "C’est un programme, quel que soit son nom.",
            Self::Macros => "Ce document contient des macros.",
            Self::Bomb => "Ce document devient démesuré une fois décompressé : il est fait pour nuire.",
            Self::Markup => "C’est une page web ou un dessin qui peut contenir des instructions.",
            Self::Password => "Ce document est protégé par un mot de passe.",
            Self::OldOffice => "C’est un document d’un ancien format de bureautique.",
            Self::Rtf => "C’est un document RTF.",
            Self::OtherPicture => "C’est une image d’un format qu’Étrier ne garde pas.",
            Self::OtherArchive => "C’est une archive, un classeur ou un diaporama.",
            Self::Broken => "Ce fichier est abîmé : son contenu n’est pas celui qu’il annonce.",
            Self::PhotoUnread => "Les informations de cette photo n’ont pas pu être retirées.",
            Self::Unknown => "Étrier ne reconnaît pas ce que contient ce fichier.",
        };
        words::spaced(reason)
    }

    /// What to do about it.
    pub(crate) fn remedy(&self) -> String {
        words::spaced(match self {
            Self::Same(..) => "Il n’est pas gardé deux fois.",
            Self::Empty | Self::Broken => "Demandez-le à nouveau, ou numérisez-le encore une fois.",
            Self::TooLarge(_) => "Numérisez-le en 200 points par pouce, ou en plusieurs fichiers.",
            Self::NotAFile => "Ouvrez-le et choisissez les fichiers qu’il contient.",
            Self::Gone => "Choisissez-le à nouveau.",
            Self::Held | Self::Changed => "Fermez le programme qui l’utilise, puis recommencez.",
            Self::CutShort => "Copiez-le d’abord sur l’ordinateur, puis recommencez.",
            Self::Program | Self::Bomb => "Ne l’ouvrez pas, et prévenez le service informatique.",
            Self::OtherPicture => "Enregistrez-la en JPEG ou en PNG, puis recommencez.",
            Self::OtherArchive => "Choisissez chaque document à part, ou enregistrez-le en PDF.",
            Self::PhotoUnread => "Ajoutez-la sans cocher le retrait, ou numérisez le papier.",
            Self::Macros | Self::Markup | Self::Password | Self::OldOffice | Self::Rtf => {
                "Enregistrez-le en PDF, puis recommencez."
            }
            Self::Unknown => "Étrier garde les PDF, JPEG, PNG, textes, DOCX et ODT.",
        })
    }
}
