//! The note that presents the bilan at a session of the board: one sheet of sentences, the figures of the bilan for the
//! board and what it is asked to decide.
//!
//! It tells what the bilan of the same period tells, from the same facts, and what the adviser wrote there; members of a
//! board are bound to secrecy, so its figures are exact (code de l’action sociale et des familles, art. L. 133-5).

use documents::papers::figures::ReportTable;
use documents::papers::report_page::Figures;

use super::{PageFigures, named, short, table};
use crate::paper::Facts;
use crate::period::ReportAsked;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;

/// Counts what the note tells of a period.
pub(super) fn page(desk: &Desk, asked: &ReportAsked, moment: &Moment) -> Result<PageFigures, Failure> {
    let facts = Facts::read(desk, asked, moment)?;
    let period = facts.material.period;
    let (learned, proposal) = facts.adviser_words(desk)?;
    let mut values = named(&facts.material);
    values.insert("appris", learned.join(" "));
    values.insert("proposition", proposal);
    values.insert("demandes et prêts", facts.bridge());
    values.insert("euro du CCAS", facts.money().map(|money| money.ratio).unwrap_or_default());
    Ok(PageFigures {
        values,
        readers: "Conseil d’administration",
        reference: facts.material.titled(format!("NOTE-{}", short(period))),
        period,
        keys: facts.head()?,
        opening: facts.message(|_| true),
        figures: costs(&facts).map(|table| Figures::Tables(vec![table])).into_iter().collect(),
    })
}

/// What the year cost, line by line; nothing while it is not known.
fn costs(facts: &Facts) -> Option<ReportTable> {
    let money = facts.money().filter(|money| !money.lines.is_empty())?;
    let rows = money.lines.into_iter().map(|line| vec![line.label, line.amount]).collect();
    Some(ReportTable { title: money.title, note: money.note, ..table(&["", "Montant"], rows, None) })
}
