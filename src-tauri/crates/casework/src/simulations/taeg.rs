//! The TAEG of any flows, without an office: by years or by days.

use domain::calendar::{Toward, read_date};
use domain::loan::{DatedFlow, Flow, Taeg, taeg_of_dates, taeg_of_years};
use domain::money::Euros;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use app::caller::Moment;
use app::failure::Failure;

/// The most flows of one reckoning.
const MOST_FLOWS: usize = 2_000;

/// Sums lent and paid.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FlowsTyped {
    /// The flows, all by years or all by dates.
    pub flows: Vec<FlowTyped>,
}

/// A sum and its time: below zero when lent, above when paid, or the other way round.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FlowTyped {
    /// Years since any common moment: `1.5`.
    #[serde(default)]
    #[ts(optional)]
    pub years: Option<String>,
    /// The day, as typed or ISO.
    #[serde(default)]
    #[ts(optional)]
    pub date: Option<String>,
    /// The sum.
    pub amount: String,
}

/// A TAEG found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TaegFound {
    /// Two decimals, half up: `4.07`.
    pub taeg: String,
    /// The solution in percent.
    pub exact: String,
}

/// Finds the TAEG of flows.
pub fn taeg(input: FlowsTyped, moment: &Moment) -> Result<TaegFound, Failure> {
    if input.flows.len() > MOST_FLOWS {
        return Err(Failure::refused(&format!("Un TAEG se calcule sur {MOST_FLOWS} versements au plus.")).at("flows"));
    }
    let dated = input.flows.iter().any(|flow| flow.date.is_some());
    if dated && input.flows.iter().any(|flow| flow.years.is_some()) {
        return Err(Failure::refused("Les versements ont tous une date, ou tous une durée en années.").at("flows"));
    }
    let found = if dated {
        let flows: Vec<_> = input.flows.iter().map(|flow| dated_flow(flow, moment)).collect::<Result<_, _>>()?;
        taeg_of_dates(&flows)?
    } else {
        let flows: Vec<_> = input.flows.iter().map(flow_of_years).collect::<Result<_, _>>()?;
        taeg_of_years(&flows)?
    };
    Ok(TaegFound { taeg: plain(found), exact: found.exact().to_string() })
}

/// A TAEG as programs read it: `4.07`.
pub(super) fn plain(found: Taeg) -> String {
    found.rounded().to_string()
}

fn dated_flow(flow: &FlowTyped, moment: &Moment) -> Result<DatedFlow, Failure> {
    let typed = flow.date.as_deref().unwrap_or_default();
    let on = read_date(typed, moment.today, Toward::Future).map_err(|refused| Failure::from(refused).at("flows"))?;
    Ok(DatedFlow { on, amount: amount(flow)? })
}

fn flow_of_years(flow: &FlowTyped) -> Result<Flow, Failure> {
    let typed = flow.years.as_deref().unwrap_or_default().trim().replace(',', ".");
    let refused = || Failure::refused("Chaque versement a une durée en années, ou une date.").at("flows");
    let years: Decimal = typed.parse().map_err(|_| refused())?;
    Ok(Flow { years, amount: amount(flow)? })
}

fn amount(flow: &FlowTyped) -> Result<Euros, Failure> {
    Euros::read(&flow.amount).map_err(|refused| Failure::from(refused).at("flows"))
}
