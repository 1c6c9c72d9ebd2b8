//! What repaying everything on a day asks for.

use domain::calendar::Toward;
use domain::dossier::{DeclaredAs, DossierId};
use domain::loan::{self, AmendmentRefused, explained};
use domain::money::Euros;
use domain::words::{counted, spaced};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::dossiers::found;
use crate::explained::ExplainedView;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;
use app::shapes::{Day, Money};

/// A day everything would be repaid.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EarlyAsked {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The day, as typed; today when empty.
    pub on: String,
}

/// Everything repaid on a day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct EarlyView {
    /// The day.
    pub on: Day,
    /// All there is to pay for the loan to end.
    pub to_pay: Money,
    /// Where that comes from.
    pub explained: ExplainedView,
    /// The interest that would never be paid.
    pub avoided: Money,
    /// The instalments declared missed that are to be paid besides; absent when there is none.
    pub missed: Option<Money>,
    /// What that means; empty when there is none.
    pub missed_sentence: String,
}

/// Works out what repaying everything on a day asks for.
pub fn early_repayment(desk: &Desk, input: EarlyAsked, moment: &Moment) -> Result<EarlyView, Failure> {
    let (dossier, settings) = desk.read(|reader| Ok((found(reader, input.dossier)?, settings(reader)?)))?;
    let running = dossier.released_loan()?;
    let asked = reading::date(&input.on, "on", moment, Toward::Future)?;
    let threshold = |on| settings.legal.amount("early_repayment_indemnity_threshold", on);
    let repaid = |on| loan::early_repayment(running.in_force(), on, threshold(on));
    let on = asked.unwrap_or(moment.today);
    let (on, repaid) = match repaid(on) {
        // Nobody typed a day: the nearest one of the loan.
        Err(AmendmentRefused::OutsideLoan { first, last }) if asked.is_none() => {
            let nearest = on.max(first).min(last);
            (nearest, repaid(nearest)?)
        }
        repaid => (on, repaid?),
    };
    let missed: Vec<_> = running.declared_as(DeclaredAs::Missed).filter(|line| line.due < Some(on)).collect();
    let owed = Euros::sum(missed.iter().map(|line| line.total))?;
    let many = counted(missed.len(), "échéance déclarée impayée est due", "échéances déclarées impayées sont dues");
    Ok(EarlyView {
        on: Day::full(on),
        to_pay: repaid.to_pay.into(),
        explained: explained::early_repayment(&repaid).into(),
        avoided: repaid.avoided.into(),
        missed_sentence: if owed.is_zero() { String::new() } else { spaced(&format!("{many} en plus : {owed}.")) },
        missed: (!owed.is_zero()).then(|| owed.into()),
    })
}
