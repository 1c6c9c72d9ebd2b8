//! The instalments one by one, each with what is known of it.

use chrono::Datelike;
use domain::dossier::{DeclaredAs, RunningLoan};
use domain::words::{long_date, narrow_month, spaced};
use serde::Serialize;
use ts_rs::TS;

use app::caller::Moment;

/// One instalment of the strip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StripMonth {
    /// Its number.
    pub number: u32,
    /// The year it falls due.
    pub year: i32,
    /// Its month, from 1.
    pub month: u32,
    /// `nov.`.
    pub label: String,
    /// The whole of it: `5 novembre 2026, 77,37 € : impayée`.
    pub told: String,
    /// What is known: `paid`, `late`, `missed`, `held`, `settled`, `silent` once due, `coming` before.
    pub state: String,
}

/// Every instalment of the schedule in force.
pub(crate) fn strip(running: &RunningLoan, moment: &Moment) -> Vec<StripMonth> {
    let lines = running.in_force().instalments.iter().filter(|line| line.kind.is_due());
    let unpaid = running.unpaid(moment.today);
    lines
        .filter_map(|line| {
            let due = line.due?;
            let said = running.declared(line.number).map(|said| said.declared);
            let settled = running.settled_on.is_some();
            let (state, words) = match said {
                Some(DeclaredAs::Paid) => ("paid", "payée"),
                Some(DeclaredAs::PaidLate) => ("late", "payée en retard"),
                _ if running.is_missed_then_postponed(line) => ("held", "impayée, puis reportée"),
                _ if !line.kind.is_owed() => ("held", "reportée"),
                _ if settled => ("settled", "soldée"),
                Some(DeclaredAs::Missed) => ("missed", "impayée"),
                None if unpaid.contains(line) => ("silent", "rien de connu depuis l’impayé"),
                None if due <= moment.today => ("silent", "aucun incident connu"),
                None => ("coming", "à venir"),
            };
            let told = format!("{}, {} : {words}", long_date(due), line.total);
            Some(StripMonth {
                number: line.number,
                year: due.year(),
                month: due.month(),
                label: narrow_month(due).to_owned(),
                told: spaced(&told),
                state: state.to_owned(),
            })
        })
        .collect()
}
