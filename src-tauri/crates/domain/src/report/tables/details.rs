//! What a purpose is made of, and what became of the people directed elsewhere or who dropped their request.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::breakdowns::{column, counted_in};
use super::{Placing, Source, TOTAL, UNKNOWN, lines_of, placed, without_empty};
use crate::dossier::{DossierId, RedirectionAnswer};
use crate::money::{AmountTooLarge, Euros};
use crate::report::event::Event;
use crate::report::figure::{Counted, Figure, Unit, Value};
use crate::report::life::Lived;
use crate::report::row::ReportRow;
use crate::report::table::{Column, ColumnKey, Item, Line, Part, Plan};
use crate::settings::{ListEntry, ListKey};

type Row<'s> = &'s Lived<'s>;

/// What is asked for and lent inside each category of purposes: a vehicle, a licence, its upkeep.
pub(super) fn sub_purposes<'s>(source: &'s Source<'_>) -> Plan<'s, Row<'s>> {
    let lists = source.ground.lists;
    let mut whole: Vec<Row<'s>> = Vec::new();
    let mut by_category: BTreeMap<&ListKey, Vec<Row<'s>>> = BTreeMap::new();
    for row in counted_in(source, &[Event::Requested, Event::Granted]) {
        if let Some(category) = category(source, row) {
            by_category.entry(category).or_default().push(row);
            whole.push(row);
        }
    }
    let requests = move |rows: &[Row<'s>]| {
        let asked = rows.iter().filter(|row| row.counted(Event::Requested).is_some());
        u64::try_from(asked.count()).unwrap_or(u64::MAX)
    };
    let of_category: BTreeMap<&ListKey, u64> = by_category.iter().map(|(key, rows)| (*key, requests(rows))).collect();
    let parts = lists.purpose_categories.iter().filter_map(|entry| {
        let rows = by_category.get(&entry.key)?;
        let inside: Vec<ListEntry> =
            lists.purposes.iter().filter(|purpose| purpose.group.as_ref() == Some(&entry.key)).cloned().collect();
        let lines = placed(lines_of(&inside), rows, |row| [row.purpose.as_ref().map_or(UNKNOWN, ListKey::as_str)]);
        Some(Part { heading: Some((entry.key.as_str().to_owned(), entry.label.clone())), lines: without_empty(lines) })
    });
    let parts = parts.collect();
    let share = move |rows: &[Row<'s>]| {
        let of = one(rows, |row| row.purpose.as_ref()).and_then(|_| category(source, rows.first()?));
        let whole = of.and_then(|category| of_category.get(category)).copied().unwrap_or_default();
        Ok(Figure::over(of.and_then(|_| Value::percent(requests(rows), whole)), []))
    };
    let elsewhere = |rows: &[Row<'s>]| {
        let purpose = one(rows, |row| row.purpose.as_ref()).flatten();
        let share = purpose.and_then(|key| source.ground.references.sub_purposes.get(key.as_str()));
        Ok(Figure::over(share.map(|share| Value::Number(share.percent())), []))
    };
    Plan {
        columns: vec![
            column(ColumnKey::Requests, Event::Requested),
            Column::number(ColumnKey::ShareOfCategory, Unit::Percent, share),
            Column::number(ColumnKey::CategoryReference, Unit::Percent, elsewhere),
            column(ColumnKey::Granted, Event::Granted),
        ],
        parts,
        whole,
        total: TOTAL,
    }
}

/// What all the rows have in common; nothing when they differ, or without a row.
fn one<'s, T: PartialEq>(rows: &[Row<'s>], of: impl Fn(&Row<'s>) -> T) -> Option<T> {
    let first = of(rows.first()?);
    rows.iter().all(|row| of(row) == first).then_some(first)
}

fn category<'s>(source: &Source<'s>, row: &ReportRow) -> Option<&'s ListKey> {
    let purpose = row.purpose.as_ref()?;
    let entry = source.ground.lists.purposes.iter().find(|entry| entry.key == *purpose)?;
    entry.group.as_ref()
}

/// Who left: the day of it in the period, and what they said when called back since.
#[derive(Clone, Copy)]
pub(super) struct Left {
    dossier: DossierId,
    on: NaiveDate,
    redirected: bool,
    said: Option<RedirectionAnswer>,
    obtained: Option<Euros>,
}

impl Item for Left {
    fn dossier(&self) -> DossierId {
        self.dossier
    }
}

/// The people directed elsewhere and those who dropped their request, by what they said when called back since; then what
/// each solution gave, with the amounts obtained.
pub(super) fn called_back<'s>(source: &Source<'_>) -> Plan<'s, Left> {
    let whole: Vec<Left> = source.rows.iter().filter_map(left).collect();
    let mut by_solution = Placing::on(lines_of(&source.ground.lists.redirections));
    for row in source.rows {
        let Some(left) = left(row).filter(|left| left.redirected) else { continue };
        let solutions = row.solutions(source.period);
        for solution in &solutions {
            let outcome = row.outcome_since(left.on, solution, solutions.len());
            let (said, obtained) = outcome.map_or((None, None), |(answer, amount)| (Some(answer), amount));
            by_solution.put(Left { said, obtained, ..left }, solution);
        }
    }
    let lines = [("redirected", "Réorientées"), ("dropped", "Demande abandonnée")];
    let lines: Vec<Line<Left>> = lines.iter().map(|(key, label)| Line::new(key, label)).collect();
    // Who dropped their request and was directed elsewhere is counted where they were directed.
    let way = |one: &Left| [if one.redirected { "redirected" } else { "dropped" }];
    let said = |key, wanted: &'static [Option<RedirectionAnswer>]| {
        Column::counting(key, Unit::Dossiers, move |one: &Left| Some(one.on).filter(|_| wanted.contains(&one.said)))
    };
    Plan {
        columns: vec![
            Column::counting(ColumnKey::Dossiers, Unit::Dossiers, |one: &Left| Some(one.on)),
            said(ColumnKey::Helped, &[Some(RedirectionAnswer::Helped)]),
            said(ColumnKey::NotHelped, &[Some(RedirectionAnswer::NotHelped)]),
            said(ColumnKey::Unreachable, &[Some(RedirectionAnswer::Unreachable)]),
            said(ColumnKey::NotAsked, &[Some(RedirectionAnswer::NotAsked), None]),
            Column::number(ColumnKey::Obtained, Unit::Euros, obtained),
        ],
        parts: vec![
            Part { heading: None, lines: placed(lines, &whole, way) },
            Part {
                heading: Some(("solutions".to_owned(), "Par solution".to_owned())),
                lines: without_empty(by_solution.lines),
            },
        ],
        whole,
        total: TOTAL,
    }
}

fn left(row: &Lived<'_>) -> Option<Left> {
    let redirected = row.counted(Event::Redirected);
    let on = redirected.max(row.counted(Event::Dropped))?;
    let said = row.answered_since(on);
    let obtained = row.outcomes.iter().filter(|one| one.on >= on).filter_map(|one| one.amount);
    let obtained = Euros::sum(obtained).ok().filter(|amount| !amount.is_zero());
    Some(Left { dossier: row.dossier, on, redirected: redirected.is_some(), said, obtained })
}

/// What people obtained, in euros; nothing where no amount is noted.
fn obtained(items: &[Left]) -> Result<Figure, AmountTooLarge> {
    let paid: Vec<(Counted, Euros)> =
        items.iter().filter_map(|one| Some((Counted { on: one.on, dossier: one.dossier }, one.obtained?))).collect();
    let sum = Euros::sum(paid.iter().map(|(_, amount)| *amount))?;
    let sum = (!paid.is_empty()).then_some(Value::Euros(sum));
    Ok(Figure::over(sum, paid.into_iter().map(|(one, _)| one)))
}
