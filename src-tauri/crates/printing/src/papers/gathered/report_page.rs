//! The reports of one sheet, gathered for a period: figures counted, a text of the settings filled with them.

use documents::papers::Entry;
use documents::papers::report_page::{ReportPage, render};

use super::office_papers::filled;
use super::{Gathered, Printing};
use crate::papers::OnePaper;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use casework::office;
use reporting::{PageFigures, page, words_on};

/// Copies out of the store what a report of a period prints.
pub(super) fn gather(desk: &Desk, entry: Entry, asked: &OnePaper, moment: &Moment) -> Result<Gathered, Failure> {
    let PageFigures { mut values, readers, reference, period, keys, opening, figures } =
        page(desk, entry.key, &asked.report(), moment)?;
    let (head, settings, words) = desk.read(|reader| {
        Ok((office::letterhead(reader)?, app::settings::settings(reader)?, words_on(reader, entry.key, period)?))
    })?;
    // A line of the text holds them all: paragraphs are set one after the other.
    values.insert("mots", words.paragraphs().collect::<Vec<_>>().join(" "));
    let (paper, missing) = filled(entry.key, &settings, &head, (values, moment))?;
    // The adviser writes or does not: an empty place is no lack.
    let missing = missing.into_iter().filter(|one| one.what != "mots").collect();
    let file_name = entry.file_name(&reference.replace(' ', "-"), 1);
    let page = ReportPage { paper, readers: readers.to_owned(), reference, keys, opening, figures };
    Ok(Gathered {
        entry,
        of: None,
        file_name,
        missing,
        print: Printing::Alone(Box::new(move |_| Ok(render(&page, &head)?))),
    })
}
