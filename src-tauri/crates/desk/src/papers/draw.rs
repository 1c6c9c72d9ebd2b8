//! Drawing a paper: its facts gathered at the desk, its pages drawn beside it.

use documents::Paper;
use documents::papers::budget_sheet::{self, BudgetSheet, lacks};
use documents::papers::{Entry, Letterhead, entry};
use documents::raster::Pages;
use domain::budget::reckon;
use domain::dossier::DossierId;
use domain::settings;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::list::labels;
use crate::caller::{Caller, Progress};
use crate::calls::Work;
use crate::dossiers::found;
use crate::failure::Failure;
use crate::office::{self, Desk};

/// Which paper of which dossier.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OnePaper {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The paper's key.
    pub paper: String,
}

/// Which page of a paper, how wide.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PaperPage {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The paper's key.
    pub paper: String,
    /// The page, from 1.
    pub page: usize,
    /// Its width in pixels.
    pub width: u32,
}

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
    /// What it says it lacks.
    pub missing: Vec<String>,
}

/// A page as a screen reader reads it, with its size in points.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PaperPageText {
    /// Its text in the order of reading.
    pub text: String,
    /// Its width in points.
    pub width: u32,
    /// Its height in points.
    pub height: u32,
}

/// The facts of a paper, copied out of the store.
pub(super) struct Gathered {
    entry: Entry,
    sheet: BudgetSheet,
    head: Letterhead,
}

/// Draws a paper to be seen.
pub fn draw_paper(desk: &Desk, input: OnePaper, _: &Caller) -> Result<Work<PaperDrawn>, Failure> {
    let gathered = gather(desk, &input)?;
    Ok(Box::new(move |progress: &Progress| {
        progress.step(0, 2)?;
        let paper = gathered.print()?;
        progress.step(1, 2)?;
        let drawn = gathered.drawn(paper)?;
        progress.step(2, 2)?;
        Ok(drawn)
    }))
}

/// Draws one page of a paper as PNG.
pub fn paper_page(desk: &Desk, input: PaperPage) -> Result<Work<Vec<u8>>, Failure> {
    let gathered = gather(desk, &OnePaper { dossier: input.dossier, paper: input.paper })?;
    Ok(Box::new(move |progress: &Progress| {
        progress.step(0, 1)?;
        let pages = Pages::read(gathered.print()?.bytes)?;
        let place = input.page.checked_sub(1).ok_or_else(no_such_page)?;
        Ok(pages.png(place, input.width)?)
    }))
}

/// Copies out of the store what a paper prints.
pub(super) fn gather(desk: &Desk, input: &OnePaper) -> Result<Gathered, Failure> {
    let entry = entry(&input.paper).ok_or_else(|| Failure::refused("Ce papier n’existe pas.").at("paper"))?;
    let (dossier, office, settings) =
        desk.read(|reader| Ok((found(reader, input.dossier)?, office::identity(reader)?, office::settings(reader)?)))?;
    let nothing = "La fiche budgétaire attend une première ligne de budget.";
    let budget = dossier
        .budget
        .filter(|budget| !budget.lines.is_empty())
        .ok_or_else(|| Failure::refused(nothing).remedy("Ouvrez Budget et ajoutez une ressource ou une charge."))?;
    let rules = settings.at(budget.established_on);
    let housing = match &dossier.person.housing {
        Some(key) => Some(settings::entry(&rules.lists.housing, key)?.label.clone()),
        None => None,
    };
    let sheet = BudgetSheet {
        reference: dossier.reference,
        version: budget.version,
        established_on: budget.established_on,
        budget: reckon(&budget, &dossier.household, &rules)?,
        person: dossier.person,
        household: dossier.household,
        housing,
    };
    Ok(Gathered { entry, sheet, head: Letterhead { office } })
}

impl Gathered {
    pub(super) fn print(&self) -> Result<Paper, Failure> {
        Ok(budget_sheet::render(&self.sheet, &self.head)?)
    }

    pub(super) fn title(&self) -> &'static str {
        self.entry.title
    }

    pub(super) fn file_name(&self) -> String {
        self.entry.file_name(&self.sheet.reference, self.sheet.version)
    }

    fn drawn(&self, paper: Paper) -> Result<PaperDrawn, Failure> {
        let pages = Pages::read(paper.bytes)?;
        let mut texts = Vec::new();
        for place in 0..pages.count() {
            let size = pages.size(place)?;
            texts.push(PaperPageText { text: pages.text(place)?, width: size.width, height: size.height });
        }
        Ok(PaperDrawn {
            key: self.entry.key.to_owned(),
            title: self.title().to_owned(),
            pages: texts,
            file_name: self.file_name(),
            unprintable: paper.unprintable.iter().map(char::to_string).collect(),
            missing: labels(&lacks(&self.sheet.person, &self.sheet.household, &self.sheet.budget)),
        })
    }
}

fn no_such_page() -> Failure {
    documents::raster::RasterError::NoSuchPage.into()
}
