//! The bilan: the numbers of a period, the dossiers behind each, what leaves as a file.
//!
//! Every number is counted anew from one row a dossier; nothing is kept. On screen and in files for the office the
//! numbers are what they are; on a paper for people outside the office a few people are never a figure.

mod bilan;
mod choices;
mod counted;
mod data;
mod delivered;
mod dossiers;
mod drilldown;
mod export;
mod export_choices;
mod funding;
mod outside;
mod own_words;
mod pages;
mod paper;
mod period;
mod released;
mod settlement;
mod study;
mod testimonies;
mod view;
mod wording;
mod workbook;
mod year;

pub use bilan::{
    BilanAsked, BilanBox, BilanBridge, BilanEffect, BilanEffects, BilanFlow, BilanKey, BilanMoney, BilanMoneyLine,
    BilanNumber, BilanView, BilanYear, BilanYears, Readership, bilan,
};
pub use choices::ReportChoices;
pub use data::{ColumnData, IndicatorData, PeriodData, ReportData, RowData, TableData, report_data};
pub use delivered::repaid_elsewhere;
pub use dossiers::{DossiersToFile, export_dossiers};
pub use drilldown::{BehindNumber, ReportDossier, ReportDossiers, report_dossiers};
pub use export::{ReportForm, ReportSaved, ReportToFile, TablesForm, export_report};
pub use export_choices::{ExportChoiceView, ExportChoicesView, NewExportChoice, export_choices, set_export_choice};
pub use funding::{FundingFields, FundingVersion, FundingView, NewFunding, funding, set_funding};
pub use own_words::{NewReportWords, ReportWordsAsked, ReportWordsView, report_words, set_report_words, words_on};
pub use pages::{PageFigures, page};
pub use paper::{annual_report, public_report};
pub use period::{Against, NarrowedTo, ReportAsked, ReportPeriod};
pub use settlement::{SettledDifference, SettledView, settle_report};
pub use study::{StudyToFile, export_study};
pub use testimonies::{
    LEAFLET, NewQuoted, OneTestimony, TestimoniesView, TestimonyRow, quoted_by_leaflet, set_quoted, testimonies,
    withdraw_testimony,
};
pub use view::{
    Bar, BarKind, CellView, ColumnView, FigureGroup, FigureView, PeriodView, ReferenceView, ReportView, RowView,
    TableView, report,
};
pub use year::{NewYearPage, OneYear, YearFields, YearPageView, report_year, set_report_year};
