//! The tables of the yearly report.

use documents::papers::annual_report::{ColumnKind, ReportColumn, ReportRow, ReportTable};
use domain::report::{ColumnKey, IndicatorKey, Of, Reading, RowKind, Table, TableKey, Unit, Value, Working};
use domain::words::{Labelled, figure};

use super::{Outside, wording};
use crate::counted::Material;

/// The headings of the indicators told in the first table.
const ACTIVITY: [&str; 6] = ["funnel", "amounts", "rates", "loans", "work", "since_start"];

const DELAYS: [IndicatorKey; 4] = [
    IndicatorKey::DaysRequestToSubmission,
    IndicatorKey::DaysSubmissionToDecision,
    IndicatorKey::DaysDecisionToDisbursement,
    IndicatorKey::DaysRequestToDisbursement,
];

/// The tables that follow the first, in the order of the paper. Origins are among the profiles: told twice and grouped
/// otherwise, one table would undo the other.
const BREAKDOWNS: [TableKey; 6] = [
    TableKey::Purposes,
    TableKey::Outcomes,
    TableKey::Profiles,
    TableKey::RefusalReasons,
    TableKey::Redirections,
    TableKey::Banks,
];

impl Outside<'_> {
    pub(super) fn tables(&self) -> Vec<ReportTable> {
        let mut tables = vec![self.activity_table()];
        tables.extend(BREAKDOWNS.into_iter().filter_map(|key| self.table(key)).map(broken_down));
        tables.extend(self.delays());
        for (table, number) in tables.iter_mut().zip(1_u32..) {
            table.title = format!("{number}. {}", table.title);
        }
        tables
    }

    fn activity_table(&self) -> ReportTable {
        let rules = &self.material.delivered.rules;
        let told = |group: &str| ACTIVITY.contains(&group);
        let indicators = rules.indicators.iter().filter(|one| told(one.group.as_str()));
        let rows = indicators.filter_map(|one| {
            // What the office has not said yet is for its adviser to read, not for the council.
            self.bilan.indicator(one.key).filter(|told| !matches!(told.working, Working::Lacking(_)))?;
            let working = self.told(one.key, Of::ThePeriod);
            let working = working.map(|told| wording::working(told.working, one.unit, rules)).unwrap_or_default();
            let counted_at = match one.reading {
                Reading::Activity => "à la date du fait",
                Reading::Cohort => "jusqu’à aujourd’hui",
                Reading::Stock => "à la fin de la période",
                Reading::SinceStart | Reading::Survey | Reading::Year => "",
            };
            Some(ReportRow::Line(vec![
                one.label.clone(),
                self.text(one.key, Of::ThePeriod),
                self.text(one.key, Of::TheOneBefore),
                self.difference(one.key).unwrap_or_else(nothing),
                mark(self.material, one.key).unwrap_or_else(nothing),
                if working.is_empty() { counted_at.to_owned() } else { working },
            ]))
        });
        ReportTable {
            title: "Activité et prêts".to_owned(),
            columns: vec![
                words(""),
                numbers(&self.heading()),
                numbers(&self.heading_before()),
                numbers("Écart"),
                words("Repère CCAS"),
                words("Comment c’est compté"),
            ],
            rows: rows.collect(),
            total: None,
            note: String::new(),
        }
    }

    /// The medians of the delays, this period and the one before; nothing before the first loan.
    fn delays(&self) -> Option<ReportTable> {
        let known: Vec<IndicatorKey> =
            DELAYS.into_iter().filter(|key| self.median(*key, Of::ThePeriod).is_some()).collect();
        let rows = known.iter().map(|key| {
            ReportRow::Line(vec![
                self.material.label(*key).to_owned(),
                self.median(*key, Of::ThePeriod).unwrap_or_else(nothing),
                self.median(*key, Of::TheOneBefore).unwrap_or_else(nothing),
            ])
        });
        let columns = vec![words(""), numbers(&self.heading()), numbers(&self.heading_before())];
        let table = ReportTable {
            title: "Délais médians".to_owned(),
            columns,
            rows: rows.collect(),
            total: None,
            note: String::new(),
        };
        (!known.is_empty()).then_some(table)
    }
}

/// The closest mark of elsewhere for an indicator, with its year.
pub(super) fn mark(material: &Material, key: IndicatorKey) -> Option<String> {
    let reference = material.delivered.references.indicators.iter().find(|one| one.indicator == key)?;
    let unit = material.delivered.rules.indicator(key)?.unit;
    let told = wording::elsewhere(Value::Number(reference.value), unit, reference.year);
    Some(if reference.every_network { format!("{told}, tous réseaux") } else { told })
}

fn broken_down(table: &Table) -> ReportTable {
    let line = |row: &domain::report::TableRow| {
        let cells = row.cells.iter().zip(&table.columns).map(|(cell, head)| match cell.value {
            Some(value) => figure(value, head.unit),
            None => nothing(),
        });
        std::iter::once(row.label.clone()).chain(cells).collect::<Vec<_>>()
    };
    let mut rows = Vec::new();
    let mut total = None;
    for row in &table.rows {
        match row.kind {
            RowKind::Heading => rows.push(ReportRow::Group(row.label.clone())),
            RowKind::Line => rows.push(ReportRow::Line(line(row))),
            RowKind::Total => total = Some(line(row)),
        }
    }
    let columns = table.columns.iter().map(|head| numbers(&heading(head)));
    ReportTable {
        title: table.title.clone(),
        columns: std::iter::once(words("")).chain(columns).collect(),
        rows,
        total,
        note: note(table),
    }
}

fn heading(head: &domain::report::ColumnHead) -> String {
    let is_reference = matches!(head.key, ColumnKey::RequestsReference | ColumnKey::GrantedReference);
    if head.unit == Unit::Percent && !is_reference { "%".to_owned() } else { head.key.label().to_owned() }
}

/// How a table is to be read, where its lines do not simply add up.
fn note(table: &Table) -> String {
    match table.key {
        TableKey::RefusalReasons | TableKey::Redirections | TableKey::Banks | TableKey::Outcomes => table.help.clone(),
        TableKey::Became | TableKey::SubPurposes | TableKey::CalledBack | TableKey::Surveys => table.help.clone(),
        TableKey::Funnel | TableKey::Purposes | TableKey::Origins | TableKey::Profiles | TableKey::Months => {
            String::new()
        }
    }
}

fn words(title: &str) -> ReportColumn {
    ReportColumn { title: title.to_owned(), kind: ColumnKind::Words }
}

fn numbers(title: &str) -> ReportColumn {
    ReportColumn { title: title.to_owned(), kind: ColumnKind::Numbers }
}

fn nothing() -> String {
    wording::NOTHING.to_owned()
}
