//! The bilan: what became of the requests of a period, counted from the dossiers themselves.
//!
//! Each dossier makes one [`ReportRow`], written again by each action; a bilan reads rows and nothing else. A fact is
//! counted at its day, each dossier once per key. A ratio names its two terms and is nothing when the divisor is 0
//! (*Un coup de pouce pour le microcrédit personnel*, bilans et tableaux de bord): 3 dossiers sent ÷ 4 assessed is
//! 75 %. What the facts do not tell yet is absent, never 0.

mod definitions;
mod event;
mod figure;
mod flow;
mod grouped;
mod indicators;
mod life;
mod milestones;
mod narrowed;
mod partners;
mod period;
mod products;
mod profiles;
mod publication;
mod row;
mod since;
mod suppression;
mod table;
mod tables;
mod year;

pub use definitions::{
    AgeBand, FamilyGroup, IndicatorDefinition, IndicatorKey, Named, PurposeShares, Reading, Reference, References,
    ReportRules, SurveyKey, SurveyShare, TableDefinition, TableKey,
};
pub use event::Event;
pub use figure::{Counted, Figure, Unit, Value};
pub use flow::{Bridge, BridgeStep, Flow, FlowBox, FlowState, bridge, flow};
pub use indicators::{Lacking, Working};
pub use milestones::{Milestone, milestones};
pub use narrowed::{Narrowing, narrowed};
pub use partners::{Became, FeedbackState, LenderMeasure, Measured, SentPeople, measured, sent_people};
pub use period::{Period, PeriodRefused};
pub use products::{ProductKey, ProductTold, products_told};
pub use profiles::{ProfilePair, ProfileSide, profile_pairs};
pub use publication::Publication;
pub use row::{
    FEEDBACK_LETTER, HouseholdProfile, PartlyKnown, ReportRow, RowAnswer, RowDay, RowLoan, RowLoanEnd, RowOrientation,
    RowPresentation, RowSurvey, report_row,
};
pub use since::{SinceStart, YearTold, since_start, years};
pub use suppression::{BoxesTold, LineTold, Of, Untold, flow_told, lines_told, untold, years_told};
pub use table::{ColumnHead, ColumnKey, RowKind, Table, TableRow};
pub use year::{YearAccount, YearPage};

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::dossier::DossierId;
use crate::money::AmountTooLarge;
use crate::person::PersonId;
use crate::settings::{LenderFile, ListKey, Lists};
use life::Lived;

/// What a bilan is counted and told with.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'g> {
    /// The office's lists.
    pub lists: &'g Lists,
    /// The lenders, for their names.
    pub lenders: &'g BTreeMap<ListKey, LenderFile>,
    /// What is counted and how it is called.
    pub rules: &'g ReportRules,
    /// Figures of elsewhere.
    pub references: &'g References,
    /// The time spent without a dossier: each day and its minutes.
    pub work: &'g [(NaiveDate, u32)],
    /// The days of the calls of people who gave no name; a call counted twice is there twice.
    pub unnamed: &'g [NaiveDate],
    /// The hours of a full-time job in a year; nothing while the office has not said.
    pub full_time_hours: Option<u32>,
    /// The months without a contact after which a running loan is silent.
    pub silent_months: u32,
    /// The person of each dossier whose person has several.
    pub people: &'g [(DossierId, PersonId)],
    /// What was typed for the year, when the period is one.
    pub year: Option<&'g YearPage>,
    /// The day it is counted: what is to come is not.
    pub today: NaiveDate,
    /// Whether a part of the dossiers alone is counted: what is typed for all of them is then left aside.
    pub narrowed: bool,
}

/// An indicator of a bilan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// Its key.
    pub key: IndicatorKey,
    /// Its number and the dossiers behind it.
    pub figure: Figure,
    /// How the number was reached.
    pub working: Working,
    /// How many dossiers it leaves out, of which a day it needs is not known.
    pub left_out: u64,
}

/// The bilan of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bilan {
    /// The period.
    pub period: Period,
    /// Its indicators, in the order of their definitions.
    pub indicators: Vec<Indicator>,
    /// Its tables, in the order of their definitions.
    pub tables: Vec<Table>,
}

/// Counts the bilan of a period from every row of the office.
///
/// Errors: an amount added beyond the limit.
pub fn bilan(period: Period, rows: &[ReportRow], ground: &Ground<'_>) -> Result<Bilan, AmountTooLarge> {
    counted(period, rows, ground, |_| true)
}

/// Counts what the bilan of another period is told beside: the indicators, and the funnel alone of the tables.
///
/// Errors: those of [`bilan`].
pub fn compared(period: Period, rows: &[ReportRow], ground: &Ground<'_>) -> Result<Bilan, AmountTooLarge> {
    counted(period, rows, ground, |key| key == TableKey::Funnel)
}

fn counted(
    period: Period,
    rows: &[ReportRow],
    ground: &Ground<'_>,
    wanted: impl Fn(TableKey) -> bool,
) -> Result<Bilan, AmountTooLarge> {
    let lived = Lived::all(period, rows);
    let tables = tables::Source { period, rows: &lived, ground: *ground }.tables(wanted)?;
    let counting = indicators::Counting::new(period, (rows, &lived), ground);
    let is_year = period.civil_year().is_some() && !ground.narrowed;
    let told = ground.rules.indicators.iter().filter(|one| one.reading != Reading::Year || is_year);
    let measured = told.map(|definition| {
        let (figure, working) = counting.measured(definition)?;
        Ok(Indicator { key: definition.key, figure, working, left_out: counting.left_out(definition.key, working) })
    });
    Ok(Bilan { period, indicators: measured.collect::<Result<_, AmountTooLarge>>()?, tables })
}

impl Bilan {
    /// An indicator of the bilan.
    #[must_use]
    pub fn indicator(&self, key: IndicatorKey) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.key == key)
    }

    /// A table of the bilan.
    #[must_use]
    pub fn table(&self, key: TableKey) -> Option<&Table> {
        self.tables.iter().find(|table| table.key == key)
    }
}

#[cfg(test)]
mod tests;
