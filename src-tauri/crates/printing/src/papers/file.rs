//! A paper as a file: saved where the adviser chose, or opened in the system's viewer.

use documents::merge::Weight;

use super::gathered::{Gathered, Printed, gather, sending};
use super::outgoing::Leaving;
use super::request::{OnePaper, PaperToFile};
use app::caller::{Caller, Moment, Progress};
use app::desk::Desk;
use app::failure::Failure;
use app::files::{PaperSaved, show_private, write_chosen};
use app::job::{Ending, Work};
use casework::budgets::seal_printed;
use casework::dossiers::found;

/// Saves a paper where the adviser chose: whole, or not at all. What goes out of a dossier is kept.
pub fn save_paper(desk: &mut Desk, input: PaperToFile, caller: &Caller) -> Result<Work<Ending<PaperSaved>>, Failure> {
    let target = caller.outside.files.target(&input.file).ok_or_else(Failure::no_file)?;
    let gathered = gather(desk, &input.of, &caller.moment)?;
    let weight = input.of.weight();
    close_versions(desk, &gathered, &caller.moment)?;
    let pieces = desk.vault()?.pieces();
    Ok(Box::new(move |progress: &Progress| {
        let Printed { paper, kept } = gathered.printed(progress)?;
        progress.still_wanted()?;
        let leaving = Leaving::of(gathered.title(), kept, &pieces)?;
        let name = leaving.or_taken_back(write_chosen(&target, &paper.bytes))?;
        let size =
            if weight == Weight::ForEmail { format!(" ({})", size_of(paper.bytes.len())) } else { String::new() };
        let told = format!("{} : le PDF est enregistré sous {name}{size}.", gathered.title());
        Ok(leaving.kept(PaperSaved { sentence: domain::words::spaced(&told), remarks: paper.remarks }))
    }))
}

/// What a file weighs: `2,4 Mo`.
pub(super) fn size_of(bytes: usize) -> String {
    domain::words::file_size(u64::try_from(bytes).unwrap_or(u64::MAX))
}

/// Opens a paper in the system's viewer, from a private folder emptied at lock. What goes out of a dossier is kept.
pub fn open_paper(desk: &mut Desk, input: OnePaper, caller: &Caller) -> Result<Work<Ending<PaperSaved>>, Failure> {
    let folder = desk.opened_folder().to_owned();
    let viewer = caller.outside.viewer.clone();
    let gathered = gather(desk, &input, &caller.moment)?;
    close_versions(desk, &gathered, &caller.moment)?;
    let pieces = desk.vault()?.pieces();
    Ok(Box::new(move |progress: &Progress| {
        let Printed { paper, kept } = gathered.printed(progress)?;
        progress.still_wanted()?;
        let leaving = Leaving::of(gathered.title(), kept, &pieces)?;
        let file = folder.join(gathered.file_name());
        leaving.or_taken_back(show_private(&file, &paper.bytes, &*viewer))?;
        let told = "le PDF est ouvert dans la visionneuse. Cette copie sera effacée au verrouillage.";
        let sentence = domain::words::spaced(&format!("{} : {told}", gathered.title()));
        Ok(leaving.kept(PaperSaved { sentence, remarks: paper.remarks }))
    }))
}

/// Closes the version of the budget that each paper of a dossier gives out, as it was just read: it stays so.
///
/// It is closed before its pages are drawn, since it may change meanwhile; a paper given up on the way leaves it closed.
pub(super) fn close_versions(desk: &mut Desk, gathered: &Gathered, moment: &Moment) -> Result<(), Failure> {
    for (paper, dossier) in gathered.of_dossiers() {
        let prints_the_one_in_use = match paper {
            "budget_sheet" => true,
            // Once sent, it prints the version that was sent.
            "bank_file" => desk.read(|reader| Ok(sending(&found(reader, dossier)?).is_none()))?,
            _ => false,
        };
        if prints_the_one_in_use {
            seal_printed(desk, dossier, moment)?;
        }
    }
    Ok(())
}
