//! The papers of a dossier that went out: listed, seen again as they left, found by what their foot says.

use documents::papers::entry;
use documents::raster::{Pages, RasterError};
use domain::dossier::DossierId;
use domain::paper::{Fingerprint, KeptPaper, KeptPaperId};
use domain::words::{counted, spaced};
use serde::{Deserialize, Serialize};
use store::{Piece, Pieces, Reader};
use ts_rs::TS;

use super::draw::PaperDrawn;
use app::caller::{Caller, Moment, Progress};
use app::desk::Desk;
use app::failure::Failure;
use app::files::{PaperSaved, show_private, write_chosen};
use app::job::Work;
use app::page_texts::page_texts;
use app::shapes::Day;
use casework::dossiers::{OneDossier, found};

/// The papers of a dossier that went out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct KeptPapers {
    /// The last one first.
    pub papers: Vec<KeptPaperRow>,
}

/// A paper as it went out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "KeptPaper")]
pub struct KeptPaperRow {
    /// Its number.
    #[ts(type = "number")]
    pub id: KeptPaperId,
    /// Its dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The reference of its dossier, as its foot has it.
    pub reference: String,
    /// Whose dossier it is.
    pub name: String,
    /// Its key in the register.
    pub key: String,
    /// What people read.
    pub title: String,
    /// The day it first went out.
    pub on: Day,
    /// `10 h 42`.
    pub at: String,
    /// Who it was made for; may be empty.
    pub reader: String,
    /// What stands at the foot of its pages.
    pub fingerprint: String,
}

/// One paper that went out.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneKeptPaper {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The paper.
    #[ts(type = "number")]
    pub kept: KeptPaperId,
}

/// Which page of a paper that went out, how wide.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KeptPaperPage {
    /// The paper.
    pub of: OneKeptPaper,
    /// The page, from 1.
    pub page: usize,
    /// Its width in pixels.
    pub width: u32,
}

/// A paper that went out and the file chosen for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct KeptPaperToFile {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The paper.
    #[ts(type = "number")]
    pub kept: KeptPaperId,
    /// The handle of the chosen file.
    pub file: String,
}

/// What is read at the foot of a paper brought back.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PaperSought {
    /// Its fingerprint as typed, or the reference of its dossier when no more can be read.
    pub fingerprint: String,
}

/// The papers found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PapersFound {
    /// The last one first.
    pub papers: Vec<KeptPaperRow>,
    /// What was found, or what to try when nothing was.
    pub sentence: String,
}

/// Lists the papers of a dossier that went out.
pub fn kept_papers(desk: &Desk, input: OneDossier, moment: &Moment) -> Result<KeptPapers, Failure> {
    desk.read(|reader| {
        let kept = reader.kept_papers(input.dossier)?;
        Ok(KeptPapers { papers: rows(reader, kept.into_iter().map(|one| (input.dossier, one)), moment)? })
    })
}

/// Finds the papers that a foot leads to.
pub fn find_paper(desk: &Desk, input: PaperSought, moment: &Moment) -> Result<PapersFound, Failure> {
    let typed = input.fingerprint.trim();
    if typed.is_empty() {
        return Err(Failure::refused("Tapez le numéro d’exemplaire imprimé au pied du papier.").at("fingerprint"));
    }
    desk.read(|reader| {
        let printed = Fingerprint::read(typed).map(|fingerprint| reader.papers_with(fingerprint)).transpose()?;
        let printed = printed.filter(|found| !found.is_empty());
        let (found, by_reference) = match (printed, reader.dossier_with_reference(typed)?) {
            (Some(found), _) => (found, None),
            (None, Some(id)) => {
                let kept = reader.kept_papers(id)?;
                (kept.into_iter().map(|one| (id, one)).collect(), Some(found_reference(reader, id)?))
            }
            (None, None) => (Vec::new(), None),
        };
        let papers = rows(reader, found, moment)?;
        Ok(PapersFound { sentence: told(papers.len(), by_reference.as_deref()), papers })
    })
}

fn found_reference(reader: &Reader<'_>, id: DossierId) -> Result<String, Failure> {
    Ok(found(reader, id)?.reference)
}

fn told(count: usize, reference: Option<&str>) -> String {
    let count_words = counted(u64::try_from(count).unwrap_or(u64::MAX), "papier remis", "papiers remis");
    let told = match (count, reference) {
        (0, Some(reference)) => format!("Aucun papier n’est sorti du dossier {reference}."),
        (_, Some(reference)) => format!("Dossier {reference} : {count_words}."),
        (0, None) => {
            "Aucun papier gardé ici ne porte ce numéro d’exemplaire. Vérifiez les huit signes au pied de la page ; \
                      un dossier effacé ne garde plus ses papiers."
                .to_owned()
        }
        (1, None) => "Voici le papier qui porte ce numéro d’exemplaire, tel qu’il est sorti.".to_owned(),
        (_, None) => format!("{count_words} portent ce numéro d’exemplaire : ils montrent la même chose."),
    };
    spaced(&told)
}

/// Says what the window can show of a paper that went out: its pages as they left.
pub fn show_kept_paper(desk: &Desk, input: OneKeptPaper, caller: &Caller) -> Result<Work<PaperDrawn>, Failure> {
    let kept = Kept::found(desk, input, caller)?;
    Ok(Box::new(move |progress: &Progress| {
        progress.step(0, 2)?;
        let pages = Pages::read(kept.bytes()?)?;
        progress.step(1, 2)?;
        let pages = page_texts(&pages)?;
        progress.step(2, 2)?;
        Ok(PaperDrawn {
            key: kept.paper.paper.as_str().to_owned(),
            title: kept.title(),
            pages,
            file_name: kept.file_name(),
            unprintable: Vec::new(),
            missing: Vec::new(),
            remarks: Vec::new(),
            // It is shown as it left: nothing of it is made lighter any more.
            is_archival: true,
        })
    }))
}

/// Draws one page of a paper that went out, as PNG.
pub fn kept_paper_page(desk: &Desk, input: KeptPaperPage, caller: &Caller) -> Result<Work<Vec<u8>>, Failure> {
    let kept = Kept::found(desk, input.of, caller)?;
    Ok(Box::new(move |progress: &Progress| {
        progress.step(0, 1)?;
        let pages = Pages::read(kept.bytes()?)?;
        let place = input.page.checked_sub(1).ok_or(RasterError::NoSuchPage)?;
        Ok(pages.png(place, input.width)?)
    }))
}

/// Saves a paper again, byte for byte as it went out.
pub fn save_kept_paper(desk: &Desk, input: KeptPaperToFile, caller: &Caller) -> Result<Work<PaperSaved>, Failure> {
    let target = caller.outside.files.target(&input.file).ok_or_else(Failure::no_file)?;
    let kept = Kept::found(desk, OneKeptPaper { dossier: input.dossier, kept: input.kept }, caller)?;
    Ok(Box::new(move |progress: &Progress| {
        progress.step(0, 2)?;
        let bytes = kept.bytes()?;
        progress.step(1, 2)?;
        let name = write_chosen(&target, &bytes)?;
        let told = format!("{} : le PDF est enregistré sous {name}, tel qu’il est sorti.", kept.title());
        Ok(PaperSaved { sentence: spaced(&told), remarks: Vec::new() })
    }))
}

/// Opens a paper again in the system's viewer, byte for byte as it went out.
pub fn open_kept_paper(desk: &Desk, input: OneKeptPaper, caller: &Caller) -> Result<Work<PaperSaved>, Failure> {
    let folder = desk.opened_folder().to_owned();
    let viewer = caller.outside.viewer.clone();
    let kept = Kept::found(desk, input, caller)?;
    Ok(Box::new(move |progress: &Progress| {
        progress.step(0, 2)?;
        let bytes = kept.bytes()?;
        progress.step(1, 2)?;
        let file = folder.join(kept.file_name());
        show_private(&file, &bytes, &*viewer)?;
        let told = "le PDF est ouvert dans la visionneuse, tel qu’il est sorti. Cette copie sera effacée au \
                    verrouillage.";
        let sentence = spaced(&format!("{} : {told}", kept.title()));
        Ok(PaperSaved { sentence, remarks: Vec::new() })
    }))
}

/// Lets a paper that went out go to the printer again: its pages are asked one by one, and no file is written.
pub fn print_kept_paper(desk: &Desk, input: OneKeptPaper, caller: &Caller) -> Result<Work<PaperSaved>, Failure> {
    let kept = Kept::found(desk, input, caller)?;
    Ok(Box::new(move |_: &Progress| {
        let sentence = spaced(&format!("{} : l’impression est ouverte.", kept.title()));
        Ok(PaperSaved { sentence, remarks: Vec::new() })
    }))
}

/// A paper that went out, about to be read beside the desk.
struct Kept {
    paper: KeptPaper,
    reference: String,
    pieces: Pieces,
    piece: Piece,
    moment: Moment,
}

impl Kept {
    fn found(desk: &Desk, input: OneKeptPaper, caller: &Caller) -> Result<Self, Failure> {
        let gone = || Failure::gone("Ce papier");
        let (paper, piece, reference) = desk.read(|reader| {
            let piece = reader.paper_piece(input.dossier, input.kept)?.ok_or_else(gone)?;
            let all = reader.kept_papers(input.dossier)?;
            let paper = all.into_iter().find(|one| one.id == input.kept).ok_or_else(gone)?;
            Ok((paper, piece, found_reference(reader, input.dossier)?))
        })?;
        Ok(Self { paper, reference, pieces: desk.vault()?.pieces(), piece, moment: caller.moment })
    }

    fn bytes(&self) -> Result<Vec<u8>, Failure> {
        Ok(self.pieces.read_or_recover(&self.piece, self.moment.now)?.0)
    }

    fn title(&self) -> String {
        title_of(&self.paper)
    }

    /// `fiche-budgetaire-2026-041-7F3K-02M1.pdf`, without any person's name.
    fn file_name(&self) -> String {
        let stem = entry(self.paper.paper.as_str()).map_or("papier", |entry| entry.file_stem);
        let plain = |sign: &char| sign.is_ascii_alphanumeric() || *sign == '-';
        let reference: String = self.reference.chars().filter(plain).collect();
        format!("{stem}-{reference}-{}.pdf", self.paper.fingerprint)
    }
}

fn title_of(paper: &KeptPaper) -> String {
    let key = paper.paper.as_str();
    entry(key).map_or(key, |entry| entry.title).to_owned()
}

fn rows(
    reader: &Reader<'_>,
    kept: impl IntoIterator<Item = (DossierId, KeptPaper)>,
    moment: &Moment,
) -> Result<Vec<KeptPaperRow>, Failure> {
    let row = |(id, paper): (DossierId, KeptPaper)| {
        let dossier = found(reader, id)?;
        Ok(KeptPaperRow {
            id: paper.id,
            dossier: id,
            reference: dossier.reference.clone(),
            name: dossier.person.display_name(),
            key: paper.paper.as_str().to_owned(),
            title: title_of(&paper),
            on: Day::near(moment.day_of(paper.kept_at), moment.today),
            at: moment.hour_of(paper.kept_at),
            reader: spaced(paper.reader.as_str()),
            fingerprint: paper.fingerprint.to_string(),
        })
    };
    kept.into_iter().map(row).collect()
}
