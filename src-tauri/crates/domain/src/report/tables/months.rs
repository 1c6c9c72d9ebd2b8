//! Month by month, or year by year for a long period: the months add up to the period.

use chrono::{Datelike, NaiveDate};

use super::{Source, TOTAL};
use crate::dossier::{DossierId, Precision};
use crate::money::{AmountTooLarge, Euros};
use crate::report::event::Event;
use crate::report::figure::{Counted, Figure, Unit, Value};
use crate::report::life::Lived;
use crate::report::period::Period;
use crate::report::table::{Column, ColumnKey, Item, Line, Part, Plan};
use crate::words::month_name;

const EVENTS: [(ColumnKey, Event); 5] = [
    (ColumnKey::Requests, Event::Requested),
    (ColumnKey::Assessed, Event::Assessed),
    (ColumnKey::Submitted, Event::Submitted),
    (ColumnKey::Granted, Event::Granted),
    (ColumnKey::Disbursed, Event::Disbursed),
];

/// An event at its day, the one that counts it in the whole period, with the amount granted.
#[derive(Clone, Copy)]
pub(super) struct Happening {
    dossier: DossierId,
    event: Event,
    on: NaiveDate,
    amount: Euros,
    /// Whether its month is known.
    in_month: bool,
}

impl Item for Happening {
    fn dossier(&self) -> DossierId {
        self.dossier
    }
}

/// The parts of the period, in their order.
pub(super) fn months<'s>(source: &'s Source<'_>) -> Plan<'s, Happening> {
    let mut whole: Vec<Happening> = source.rows.iter().flat_map(|row| happenings(row, source.period)).collect();
    whole.sort_unstable_by_key(|one| (!one.in_month, one.on));
    let placed = whole.partition_point(|one| one.in_month);
    let (dated, by_year) = whole.split_at_checked(placed).unwrap_or_default();
    let has_begun = |part: &Period| part.from() <= source.ground.today || dated.iter().any(|one| one.on >= part.from());
    let parts = source.period.parts().into_iter().filter(has_begun);
    let mut lines: Vec<Line<Happening>> = parts.map(|part| line(part, dated)).collect();
    if !by_year.is_empty() {
        let mut unknown = Line::new("unknown", "Mois inconnu");
        unknown.items = by_year.to_vec();
        lines.push(unknown);
    }
    let count = |(key, event)| {
        Column::counting(key, Unit::Dossiers, move |one: &Happening| Some(one.on).filter(|_| one.event == event))
    };
    let mut columns: Vec<Column<'s, Happening>> = EVENTS.into_iter().map(count).collect();
    columns.push(Column::number(ColumnKey::AmountGranted, Unit::Euros, amount));
    Plan { columns, parts: vec![Part { heading: None, lines }], whole, total: TOTAL }
}

fn happenings<'s>(row: &'s Lived<'_>, period: Period) -> impl Iterator<Item = Happening> + 's {
    EVENTS.into_iter().filter_map(move |(_, event)| {
        let on = row.counted(event)?;
        let loan = Some(row).filter(|_| event == Event::Granted).and_then(|row| row.granted_in(period));
        let amount = loan.and_then(|(_, loan)| loan.amount).unwrap_or(Euros::ZERO);
        let in_month = row.precision_of(event, on) == Precision::Day
            || period.parts().iter().any(|part| row.is_in(event, on, *part));
        Some(Happening { dossier: row.dossier, event, on, amount, in_month })
    })
}

/// The happenings of a part, found by halves: they are in the order of their days.
fn line(part: Period, whole: &[Happening]) -> Line<Happening> {
    let from = whole.partition_point(|one| one.on < part.from());
    let to = whole.partition_point(|one| one.on <= part.to());
    let (year, month) = (part.from().year(), part.from().month());
    let mut line = if month == part.to().month() && year == part.to().year() {
        Line::new(&format!("{year}-{month:02}"), &format!("{} {year}", month_name(month)))
    } else {
        Line::new(&year.to_string(), &year.to_string())
    };
    line.items = whole.get(from..to).unwrap_or_default().to_vec();
    line
}

fn amount(happenings: &[Happening]) -> Result<Figure, AmountTooLarge> {
    let granted = happenings.iter().filter(|one| one.event == Event::Granted);
    let total = Euros::sum(granted.clone().map(|one| one.amount))?;
    let dossiers = granted.map(|one| Counted { on: one.on, dossier: one.dossier });
    Ok(Figure::over(Some(Value::Euros(total)), dossiers))
}
