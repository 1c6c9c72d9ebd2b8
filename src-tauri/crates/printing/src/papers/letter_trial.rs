//! A letter tried on a real dossier while its text is written: nothing is printed, nothing is kept.

use documents::papers::session_sheet::Naming;
use domain::dossier::DossierId;
use domain::letter::{LetterField, Piece, Written, WrittenText};
use domain::words::spaced;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::gathered::{Held, compose, waiting};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use casework::office::{Clause, TypedLetter, letter_kind, read_letter};

/// A text and the dossier it is tried on.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LetterTrial {
    /// The text.
    pub text: TypedLetter,
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
}

/// A letter as it would read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LetterTried {
    /// Whose dossier it was tried on: its reference.
    pub reference: String,
    /// What it is about.
    pub about: TriedParagraph,
    /// Its paragraphs.
    pub paragraphs: Vec<TriedParagraph>,
    /// The fields it names that this dossier does not tell.
    pub missing: Vec<String>,
    /// Why this letter would not leave today; empty when it would.
    pub waits: String,
}

/// A paragraph of a letter tried.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TriedParagraph {
    /// Its pieces; none of a table.
    pub pieces: Vec<TriedPiece>,
    /// The lines of a table.
    pub table: Vec<Clause>,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TriedPiece {
    /// What it says.
    pub text: String,
    /// Where it comes from.
    pub from: TriedFrom,
}

/// Where a piece of a letter comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TriedFrom {
    /// The words of the text.
    Text,
    /// The dossier.
    Dossier,
    /// Nowhere: it is to be completed.
    Missing,
}

/// Shows how a text would read for a dossier.
pub fn try_letter_text(desk: &Desk, input: LetterTrial, moment: &Moment) -> Result<LetterTried, Failure> {
    let kind = letter_kind(&input.text.letter)?;
    let text = read_letter(kind, &input.text)?;
    let held = Held::of(desk, input.dossier)?;
    let subject = held.subject(Naming::Named, None, moment);
    let composed = compose(kind, &text, &subject)?.map_err(|_| Failure::broken("courrier-lu"))?;
    let lacking = composed.about.missing.iter().chain(&composed.body.missing);
    let missing: Vec<String> = lacking.map(|field| LetterField::name(*field).to_owned()).collect();
    Ok(LetterTried {
        reference: subject.dossier.reference.clone(),
        about: TriedParagraph { pieces: shown(&composed.about), table: Vec::new() },
        paragraphs: composed.body.paragraphs.iter().map(paragraph).collect(),
        missing,
        waits: waiting(kind, &subject)?.map(spaced).unwrap_or_default(),
    })
}

fn shown(text: &WrittenText) -> Vec<TriedPiece> {
    text.paragraphs.iter().flat_map(|one| paragraph(one).pieces).collect()
}

fn paragraph(written: &Written) -> TriedParagraph {
    match written {
        Written::Say(pieces) => TriedParagraph { pieces: pieces.iter().map(piece).collect(), table: Vec::new() },
        Written::Table(lines) => TriedParagraph {
            pieces: Vec::new(),
            table: lines.iter().map(|(label, value)| Clause::of(label, value)).collect(),
        },
    }
}

fn piece(piece: &Piece) -> TriedPiece {
    let from = match piece {
        Piece::Words(_) => TriedFrom::Text,
        Piece::Value(_) => TriedFrom::Dossier,
        Piece::Missing(_) => TriedFrom::Missing,
    };
    // Strong letters are for the paper.
    let text = if from == TriedFrom::Text { piece.text().replace("**", "") } else { piece.text() };
    TriedPiece { text: spaced(&text), from }
}
