//! A paper going out: saved where the adviser chose, opened in the system's viewer, or printed.

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
    let is_light = input.of.weight() == Weight::ForEmail;
    go_out(desk, &input.of, caller, move |_, bytes| {
        let name = write_chosen(&target, bytes)?;
        let size = if is_light { format!(" ({})", size_of(bytes.len())) } else { String::new() };
        Ok(format!("le PDF est enregistré sous {name}{size}."))
    })
}

/// Opens a paper in the system's viewer, from a private folder emptied at lock. What goes out of a dossier is kept.
pub fn open_paper(desk: &mut Desk, input: OnePaper, caller: &Caller) -> Result<Work<Ending<PaperSaved>>, Failure> {
    let folder = desk.opened_folder().to_owned();
    let viewer = caller.outside.viewer.clone();
    go_out(desk, &input, caller, move |file_name, bytes| {
        show_private(&folder.join(file_name), bytes, &*viewer)?;
        Ok("le PDF est ouvert dans la visionneuse. Cette copie sera effacée au verrouillage.".to_owned())
    })
}

/// Lets a paper go to the printer: its pages are asked one by one, and no file is written. What goes out of a dossier is
/// kept.
pub fn print_paper(desk: &mut Desk, input: OnePaper, caller: &Caller) -> Result<Work<Ending<PaperSaved>>, Failure> {
    go_out(desk, &input, caller, |_, _| Ok("l’impression est ouverte.".to_owned()))
}

/// Draws a paper, puts it where it goes, and keeps what of it belongs to a dossier. `put` is given the name of its file
/// and its bytes, and answers what is said of it.
fn go_out(
    desk: &mut Desk,
    of: &OnePaper,
    caller: &Caller,
    put: impl FnOnce(&str, &[u8]) -> Result<String, Failure> + Send + 'static,
) -> Result<Work<Ending<PaperSaved>>, Failure> {
    let gathered = gather(desk, of, &caller.moment)?;
    close_versions(desk, &gathered, &caller.moment)?;
    let pieces = desk.vault()?.pieces();
    Ok(Box::new(move |progress: &Progress| {
        let Printed { paper, kept } = gathered.printed(progress)?;
        progress.still_wanted()?;
        let leaving = Leaving::of(gathered.title(), kept, &pieces)?;
        let done = leaving.or_taken_back(put(gathered.file_name(), &paper.bytes))?;
        let sentence = domain::words::spaced(&format!("{} : {done}", gathered.title()));
        Ok(leaving.kept(PaperSaved { sentence, remarks: paper.remarks }))
    }))
}

/// What a file weighs: `2,4 Mo`.
pub(super) fn size_of(bytes: usize) -> String {
    domain::words::file_size(u64::try_from(bytes).unwrap_or(u64::MAX))
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
