//! A paper as a file: saved where the adviser chose, or opened in the system's viewer.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use documents::Paper;
use documents::merge::Weight;
use documents::papers::entry;
use domain::dossier::{DossierId, Event, Fact, Noted};
use domain::letter::LetterKind;
use domain::line::Line;
use domain::settings::ListKey;
use serde::Serialize;
use store::Acted;
use tempfile::{NamedTempFile, PersistError};
use ts_rs::TS;

use super::asked::{OnePaper, PaperToFile};
use super::gathered::gather;
use crate::budgets::seal_printed;
use crate::caller::{Caller, Moment, Progress};
use crate::calls::Work;
use crate::dossiers::found;
use crate::failure::Failure;
use crate::followed::put;
use crate::office::{Desk, settings};

/// What was done, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PaperSaved {
    /// The sentence.
    pub sentence: String,
    /// What is to be known of what left.
    pub remarks: Vec<String>,
}

/// Saves a paper where the adviser chose: whole, or not at all.
pub fn save_paper(desk: &mut Desk, input: PaperToFile, caller: &Caller) -> Result<Work<PaperSaved>, Failure> {
    let target = caller.outside.files.path(&input.file);
    let target = target.ok_or_else(Failure::no_file)?;
    let gathered = gather(desk, &input.of, &caller.moment)?;
    let weight = input.of.weight();
    given_out(desk, &input.of, &caller.moment)?;
    Ok(Box::new(move |progress: &Progress| {
        progress.step(0, 2)?;
        let paper = gathered.print()?;
        progress.step(1, 2)?;
        write_whole(&target, &paper.bytes).map_err(|cause| Failure::not_saved(&cause))?;
        let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let size = if weight == Weight::ForEmail { format!(" ({})", size_of(&paper)) } else { String::new() };
        let told = format!("{} : le PDF est enregistré sous {name}{size}.", gathered.title());
        Ok(PaperSaved { sentence: domain::words::spaced(&told), remarks: paper.remarks })
    }))
}

/// What its file weighs: `2,4 Mo`.
fn size_of(paper: &Paper) -> String {
    domain::words::file_size(u64::try_from(paper.bytes.len()).unwrap_or(u64::MAX))
}

/// Opens a paper in the system's viewer, from a private folder emptied at lock.
pub fn open_paper(desk: &mut Desk, input: OnePaper, caller: &Caller) -> Result<Work<PaperSaved>, Failure> {
    let folder = desk.opened_folder().to_owned();
    let viewer = caller.outside.viewer.clone();
    let gathered = gather(desk, &input, &caller.moment)?;
    given_out(desk, &input, &caller.moment)?;
    Ok(Box::new(move |progress: &Progress| {
        progress.step(0, 2)?;
        let paper = gathered.print()?;
        progress.step(1, 2)?;
        let file = folder.join(gathered.file_name());
        let opened = write_private(&file, &paper.bytes).and_then(|()| viewer.show(&file));
        opened.map_err(|cause| Failure::not_opened(&cause))?;
        let told = "le PDF est ouvert dans la visionneuse. Cette copie sera effacée au verrouillage.";
        let sentence = domain::words::spaced(&format!("{} : {told}", gathered.title()));
        Ok(PaperSaved { sentence, remarks: paper.remarks })
    }))
}

/// Notes that a letter goes out, once a day: tasks and the ladder of a missed instalment follow.
fn letter_sent(desk: &mut Desk, id: DossierId, paper: &str, moment: &Moment) -> Result<(), Failure> {
    let (dossier, settings) = desk.read(|reader| Ok((found(reader, id)?, settings(reader)?)))?;
    let subject = Some(ListKey(paper.to_owned()));
    let today = |noted: &Noted| noted.event == Event::LetterSent && noted.on == moment.today;
    let known = dossier.facts.standing().any(|row| {
        let Fact::Noted(noted) = &row.fact else { return false };
        today(noted) && noted.subject == subject
    });
    if known {
        return Ok(());
    }
    let on = moment.today;
    let sent = Noted { on, event: Event::LetterSent, subject, until: None, amount: None, note: Line::default() };
    let title = entry(paper).map(|entry| entry.title).unwrap_or_default();
    desk.act("note_letter", moment, |writer| {
        put(writer, id, &Fact::Noted(sent.clone()), &settings, moment)?;
        let sentence = domain::words::spaced(&format!("{title}, {}.", dossier.person.display_name()));
        Ok(Acted { value: (), sentence, dossier: Some(id), fields: vec!["event"], draft: None })
    })
}

/// Closes the version of the budget that a paper gives out: from then on it stays as it was read.
fn given_out(desk: &mut Desk, asked: &OnePaper, moment: &Moment) -> Result<(), Failure> {
    let Some(dossier) = asked.dossier else { return Ok(()) };
    if LetterKind::of_key(&asked.paper).is_some() {
        return letter_sent(desk, dossier, &asked.paper, moment);
    }
    let prints_the_one_in_use = match asked.paper.as_str() {
        "budget_sheet" => true,
        // Once sent, it prints the version that was sent.
        "bank_file" => desk.read(|reader| Ok(found(reader, dossier)?.facts.course().current().is_none()))?,
        _ => false,
    };
    if prints_the_one_in_use { seal_printed(desk, dossier, moment) } else { Ok(()) }
}

/// Empties the folder of what was opened outside.
pub(crate) fn sweep(opened: &Path) {
    // A viewer may still hold a file: what is left goes at the next lock or start.
    let _ = fs::remove_dir_all(opened);
}

/// Writes a file in a folder that nobody else may open.
pub(crate) fn write_private(target: &Path, bytes: &[u8]) -> io::Result<()> {
    target.parent().map_or(Ok(()), private_folder)?;
    write_whole(target, bytes)
}

/// Writes a file so that its name never holds half of it.
pub(crate) fn write_whole(target: &Path, bytes: &[u8]) -> io::Result<()> {
    written_beside(target, bytes, |file| file.persist(target))
}

/// The same, never over a file that is there. Errors: [`io::ErrorKind::AlreadyExists`].
pub(crate) fn write_new(target: &Path, bytes: &[u8]) -> io::Result<()> {
    written_beside(target, bytes, |file| file.persist_noclobber(target))
}

fn written_beside(
    target: &Path,
    bytes: &[u8],
    put: impl FnOnce(NamedTempFile) -> Result<File, PersistError>,
) -> io::Result<()> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = NamedTempFile::new_in(folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    put(file).map_err(|refused| refused.error)?;
    // The name itself must survive a power cut; not every system lets a folder be synced.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
    Ok(())
}

/// Makes the folder of what is opened outside, which only its owner reads.
#[cfg(unix)]
pub(crate) fn private_folder(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// Makes the folder of what is opened outside.
#[cfg(not(unix))]
pub(crate) fn private_folder(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}
