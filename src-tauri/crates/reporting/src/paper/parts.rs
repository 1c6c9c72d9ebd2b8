//! The year part after part: months, else quarters, else halves, so that no bar is a few people.

use chrono::Datelike;
use documents::papers::annual_report::{Bar, Fill, ReportChart};
use domain::report::{Event, Period, Unit, Value};
use domain::words::{figure, lowered, month_name};
use rust_decimal::Decimal;

use crate::counted::Material;

/// How many months a bar may be, the shortest first.
const LENGTHS: [usize; 3] = [1, 3, 6];
/// The most bars a reader looks at.
const MOST: usize = 12;

/// The requests of each part of the period; nothing when no length hides a few people, or leaves parts to compare.
pub(super) fn chart(material: &Material) -> Option<ReportChart> {
    let mut months = material.period.parts();
    months.retain(|month| month.from() <= material.today);
    let told = LENGTHS.into_iter().find_map(|length| {
        let parts: Vec<(String, u64)> = months.chunks(length).filter_map(|part| counted(material, part)).collect();
        let hides = parts.iter().all(|(_, count)| !(1..material.few()).contains(count));
        ((2..=MOST).contains(&parts.len()) && hides).then_some(parts)
    })?;
    let longest = Decimal::from(told.iter().map(|(_, count)| *count).max()?);
    let bars = told.into_iter().map(|(label, count)| Bar {
        label,
        value: figure(Value::Count(count), Unit::Dossiers),
        note: String::new(),
        ratio: Decimal::from(count).checked_div(longest).unwrap_or_default(),
        fill: Fill::Outline,
    });
    let title = "Les demandes au fil de la période".to_owned();
    let chart = ReportChart { title, bars: bars.collect(), legend: Vec::new(), note: String::new() };
    (!longest.is_zero()).then_some(chart)
}

/// The requests from the first day of months to their last.
fn counted(material: &Material, months: &[Period]) -> Option<(String, u64)> {
    let (first, last) = (months.first()?, months.last()?);
    let whole = Period::of(first.from(), last.to()).ok()?;
    let requests = material.rows.iter().filter(|row| row.counted_on(Event::Requested, whole).is_some()).count();
    Some((label(*first, *last), u64::try_from(requests).unwrap_or(u64::MAX)))
}

/// `Janvier 2026`, `Janvier à mars 2026`; a year where a long period is told by years.
fn label(first: Period, last: Period) -> String {
    let (from, to) = (first.from(), last.to());
    if first.from().month() != first.to().month() {
        return from.year().to_string();
    }
    let name = month_name(from.month());
    if first == last {
        return format!("{name} {}", from.year());
    }
    format!("{name} à {} {}", lowered(&month_name(to.month())), to.year())
}
