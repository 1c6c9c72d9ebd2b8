//! The facts of the grid of the first call: the questions of the window, for a sheet to write on.

use documents::papers::Letterhead;
use documents::papers::screening_grid::{GridSection, PrintedGrid, render};
use domain::settings::{ListEntry, ScreeningAnswer, ScreeningGrid, Settings};

use super::Prepared;
use app::caller::Moment;

pub(super) fn prepare(settings: &Settings, head: &Letterhead, moment: &Moment) -> Prepared {
    let rules = settings.at(moment.today);
    let lists = rules.lists;
    let sections = lists.screening.sections.iter().filter(|section| !section.retired);
    let grid = PrintedGrid {
        printed_on: moment.today,
        opening: lists.screening.opening.clone(),
        explanation: lists.screening.explanation.clone(),
        origins: labels(&lists.origins),
        purposes: labels(&lists.purpose_categories),
        sections: sections.map(|section| questions(section, &lists.screening)).collect(),
        told: labels(&lists.screening.told),
    };
    let head = head.clone();
    Prepared {
        version: 1,
        missing: Vec::new(),
        state: "prête à remplir".to_owned(),
        print: Box::new(move |_| Ok(render(&grid, &head)?)),
    }
}

/// The questions of a heading, those with boxes before those with lines.
fn questions(section: &ListEntry, grid: &ScreeningGrid) -> GridSection {
    let asked = grid.questions.iter().filter(|one| !one.retired && one.group.as_ref() == Some(&section.key));
    let (written, ticked): (Vec<_>, Vec<_>) = asked.partition(|one| match ScreeningGrid::kind(one) {
        ScreeningAnswer::Amount | ScreeningAnswer::Count | ScreeningAnswer::Words => true,
        ScreeningAnswer::HopedFor | ScreeningAnswer::Needed | ScreeningAnswer::Stops | ScreeningAnswer::ToVerify => {
            false
        }
    });
    GridSection {
        label: section.label.clone(),
        ticked: ticked.into_iter().map(|one| one.label.clone()).collect(),
        written: written.into_iter().map(|one| one.label.clone()).collect(),
    }
}

/// What a list offers today.
fn labels(list: &[ListEntry]) -> Vec<String> {
    list.iter().filter(|one| !one.retired).map(|one| one.label.clone()).collect()
}
