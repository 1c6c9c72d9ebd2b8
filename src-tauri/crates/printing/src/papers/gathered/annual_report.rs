//! The bilan of a period, for the board or for publication.

use documents::papers::Entry;
use documents::papers::annual_report::render;

use super::{Gathered, Printing};
use crate::papers::OnePaper;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use casework::office;
use reporting::{annual_report, public_report};

/// The key of the bilan that may be published.
pub(super) const PUBLIC: &str = "public_report";

/// Copies out of the store what the report of a period prints.
pub(super) fn gather(desk: &Desk, entry: Entry, asked: &OnePaper, moment: &Moment) -> Result<Gathered, Failure> {
    let report = if entry.key == PUBLIC {
        public_report(desk, &asked.report(), moment)?
    } else {
        annual_report(desk, &asked.report(), moment)?
    };
    let head = desk.read(office::letterhead)?;
    let period = report.reference.trim_start_matches("Bilan ").replace(' ', "-");
    Ok(Gathered {
        entry,
        of: None,
        file_name: entry.file_name(&period, 1),
        missing: Vec::new(),
        print: Printing::Alone(Box::new(move |_| Ok(render(&report, &head)?))),
    })
}
