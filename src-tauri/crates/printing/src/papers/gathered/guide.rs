//! The guide on paper: all of it, the page of the first day by itself, the sheet for the computer department.

use documents::papers::Letterhead;
use documents::papers::guide::{IT_SHEET, QUICK_START, render_book, render_page};

use super::{Prepared, Printer};
use crate::help::{printed_page, printed_parts};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;

/// The whole guide.
pub(super) fn book(desk: &Desk, head: &Letterhead, moment: &Moment) -> Result<Prepared, Failure> {
    let (parts, head, today) = (printed_parts(desk, moment)?, head.clone(), moment.today);
    Ok(prepared(Box::new(move |_| Ok(render_book(&parts, today, &head)?))))
}

/// The page of the first day, on one sheet.
pub(super) fn quick_start(desk: &Desk, head: &Letterhead, moment: &Moment) -> Result<Prepared, Failure> {
    sheet(desk, (QUICK_START, "prise-en-main", 1), head, moment)
}

/// The sheet for the computer department, on two.
pub(super) fn it_sheet(desk: &Desk, head: &Letterhead, moment: &Moment) -> Result<Prepared, Failure> {
    sheet(desk, (IT_SHEET, "fiche-informatique", 2), head, moment)
}

fn sheet(
    desk: &Desk,
    (title, key, sheets): (&'static str, &str, usize),
    head: &Letterhead,
    moment: &Moment,
) -> Result<Prepared, Failure> {
    let (page, head, today) = (printed_page(desk, key, moment)?, head.clone(), moment.today);
    Ok(prepared(Box::new(move |_| Ok(render_page((title, &page), sheets, today, &head)?))))
}

fn prepared(print: Printer) -> Prepared {
    Prepared { version: 1, missing: Vec::new(), state: "à jour".to_owned(), print }
}
