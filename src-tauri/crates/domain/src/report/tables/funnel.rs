//! From the request to the loan: the requests of the period, followed to this day.

use super::Source;
use crate::dossier::Phase;
use crate::report::definitions::TableDefinition;
use crate::report::event::{Event, STEPS};
use crate::report::figure::{Counted, Figure, Unit, Value};
use crate::report::life::Lived;
use crate::report::row::ReportRow;
use crate::report::table::{ColumnHead, ColumnKey, RowKind, Table, TableRow};

const LABELS: [(&str, &str); 5] = [
    ("requests", "Demandes reçues"),
    ("assessed", "Évaluées à ce jour"),
    ("submitted", "Transmises à une banque à ce jour"),
    ("granted", "Accordées à ce jour"),
    ("disbursed", "Versées à ce jour"),
];

/// The cohort of the period, step by step, and what is still open.
pub(super) fn funnel(source: &Source<'_>, definition: &TableDefinition) -> Table {
    let requested = |row: &&Lived<'_>| row.counted(Event::Requested).is_some();
    let cohort: Vec<&Lived<'_>> = source.rows.iter().filter(requested).collect();
    let all = u64::try_from(cohort.len()).unwrap_or(u64::MAX);
    let mut before = all;
    let mut rows = Vec::new();
    for (reached, (key, label)) in STEPS.into_iter().zip(LABELS) {
        let step = Figure::counting(cohort.iter().filter_map(|row| at(row, row.reached(reached))));
        let count = step.dossiers_count();
        let cells = vec![step, share(count, all), share(count, before)];
        rows.push(TableRow { key: key.to_owned(), label: label.to_owned(), kind: RowKind::Line, cells });
        before = count;
    }
    let open = cohort.iter().filter(|row| !matches!(row.stage.phase(), Phase::Running | Phase::Closed));
    let open = Figure::counting(open.filter_map(|row| at(row, Some(row.received_on))));
    let cells = vec![open.clone(), share(open.dossiers_count(), all), Figure::default()];
    rows.push(TableRow {
        key: "still_open".to_owned(),
        label: "Encore en cours, refus à revoir compris".to_owned(),
        kind: RowKind::Line,
        cells,
    });
    let head = |key, unit| ColumnHead { key, unit };
    Table {
        key: definition.key,
        title: definition.label.clone(),
        help: definition.help.clone(),
        reading: definition.reading,
        columns: vec![
            head(ColumnKey::Dossiers, Unit::Dossiers),
            head(ColumnKey::Share, Unit::Percent),
            head(ColumnKey::ShareOfPrevious, Unit::Percent),
        ],
        rows,
    }
}

fn at(row: &ReportRow, on: Option<chrono::NaiveDate>) -> Option<Counted> {
    on.map(|on| Counted { on, dossier: row.dossier })
}

fn share(part: u64, whole: u64) -> Figure {
    Figure::over(Value::percent(part, whole), [])
}
