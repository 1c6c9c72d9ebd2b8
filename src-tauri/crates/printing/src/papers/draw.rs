//! Drawing a paper: its facts gathered at the desk, its pages drawn beside it.

use documents::Paper;
use documents::raster::Pages;
use serde::Serialize;
use ts_rs::TS;

use super::gathered::{Gathered, Missing, gather};
use super::request::{OnePaper, PaperPage};
use app::caller::{Caller, Progress};
use app::desk::Desk;
use app::failure::Failure;
use app::job::Work;
use app::page_texts::{PaperPageText, page_texts};

/// A paper ready to be seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PaperDrawn {
    /// Its key.
    pub key: String,
    /// What people read.
    pub title: String,
    /// Its pages.
    pub pages: Vec<PaperPageText>,
    /// The name its file will have.
    pub file_name: String,
    /// Characters no font has, printed « ? ».
    pub unprintable: Vec<String>,
    /// What is to be known of it before it leaves: a file that cannot be read, a file that is not archival.
    pub remarks: Vec<String>,
    /// Whether it can be archived as it is: pages others made keep it from that.
    pub is_archival: bool,
    /// What it says it lacks.
    pub missing: Vec<Missing>,
}

/// Draws a paper to be seen.
pub fn draw_paper(desk: &Desk, input: OnePaper, caller: &Caller) -> Result<Work<PaperDrawn>, Failure> {
    let gathered = gather(desk, &input, &caller.moment)?;
    Ok(Box::new(move |progress: &Progress| {
        let paper = gathered.print(progress)?;
        progress.still_wanted()?;
        drawn(&gathered, paper)
    }))
}

/// Draws one page of a paper as PNG.
pub fn paper_page(desk: &Desk, input: PaperPage, caller: &Caller) -> Result<Work<Vec<u8>>, Failure> {
    let gathered = gather(desk, &input.of, &caller.moment)?;
    Ok(Box::new(move |progress: &Progress| {
        let pages = Pages::read(gathered.print(progress)?.bytes)?;
        let place = input.page.checked_sub(1).ok_or_else(no_such_page)?;
        Ok(pages.png(place, input.width)?)
    }))
}

fn drawn(gathered: &Gathered, paper: Paper) -> Result<PaperDrawn, Failure> {
    let texts = page_texts(&Pages::read(paper.bytes)?)?;
    Ok(PaperDrawn {
        key: gathered.key().to_owned(),
        title: gathered.title().to_owned(),
        pages: texts,
        file_name: gathered.file_name().to_owned(),
        unprintable: paper.unprintable.iter().map(char::to_string).collect(),
        remarks: paper.remarks,
        is_archival: paper.is_archival,
        missing: gathered.missing().to_vec(),
    })
}

fn no_such_page() -> Failure {
    documents::raster::RasterError::NoSuchPage.into()
}
