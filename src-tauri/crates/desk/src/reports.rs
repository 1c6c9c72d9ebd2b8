//! The bilan: the numbers of a period, the dossiers behind each, what leaves as a file.
//!
//! Every number is counted anew from one row a dossier; nothing is kept. On screen and in files for the office the
//! numbers are what they are; on the paper for elected officials a few people are never a line of their own.

mod asked;
mod behind;
mod counted;
mod data;
mod delivered;
mod export;
mod paper;
mod view;
mod wording;

pub use asked::ReportPeriod;
pub use behind::{BehindNumber, ReportDossier, ReportDossiers, report_dossiers};
pub use data::{ColumnData, IndicatorData, PeriodData, ReportData, RowData, TableData, report_data};
pub use export::{ReportSaved, ReportToFile, export_report};
pub use view::{
    Bar, BarKind, CellView, ColumnView, FigureGroup, FigureView, PeriodView, ReferenceView, ReportView, RowView,
    TableView, report,
};

pub(crate) use export::csv_line;
pub(crate) use paper::annual_report;
