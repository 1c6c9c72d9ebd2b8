//! The same sum on a revolving credit, at the TAEG typed in the room, the one the office set or the legal ceiling.
//!
//! 2 400 € over 36 months at 23,56 % is 90,84 € a month and 870,24 € of cost.

use domain::dossier::Dossier;
use domain::loan::{Rate, RevolvingCredit, revolving, usury_topic};
use domain::money::Euros;
use domain::settings::Settings;
use domain::words::{capital, long_date, spaced};
use serde::Serialize;
use ts_rs::TS;

use app::failure::Failure;
use app::reading;
use app::shapes::Money;

/// The revolving credit beside the offers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RevolvingView {
    /// Its TAEG.
    pub taeg: String,
    /// Where that TAEG comes from: `Taux d’exemple choisi par le CCAS le 1er janvier 2026`, `Au plafond légal, pour
    /// comparer`, or `TAEG écrit ici`.
    pub source: String,
    /// What is paid a month.
    pub instalment: String,
    /// What it costs.
    pub total_cost: Money,
    /// That cost over the dearest of all, in percent, for a bar.
    pub share: u32,
    /// What is left to live on with it; empty without a budget.
    pub reste_a_vivre: String,
}

/// A revolving credit worked out.
pub(crate) struct Revolved {
    /// Its TAEG.
    pub(crate) taeg: Rate,
    /// Where that TAEG comes from.
    pub(crate) source: String,
    /// What it makes.
    pub(crate) credit: RevolvingCredit,
}

/// The sum and the months compared.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Compared {
    /// The sum.
    pub(crate) amount: Euros,
    /// The months.
    pub(crate) months: u32,
}

/// The same sum on a revolving credit; at the TAEG typed, else the office's, else the legal
/// ceiling; nothing while none is known. A refusal is at `revolving_taeg`.
pub(crate) fn revolved(
    compared: Compared,
    typed: Option<&str>,
    settings: Option<&Settings>,
    day: chrono::NaiveDate,
) -> Result<Option<Revolved>, Failure> {
    let typed = match typed {
        Some(typed) => reading::rate(typed, "revolving_taeg")?,
        None => None,
    };
    let set = settings.map(|settings| settings.office.at(day));
    let known = match typed {
        Some(taeg) => Some((taeg, "TAEG écrit ici".to_owned())),
        None => set.and_then(|dated| {
            let settings = settings?;
            match dated.value.revolving_taeg {
                Some(taeg) => Some((taeg, capital(&example_rate_origin(settings, compared.amount, day)))),
                None => {
                    Some((legal_ceiling(settings, compared.amount, day)?, "Au plafond légal, pour comparer".to_owned()))
                }
            }
        }),
    };
    let Some((taeg, source)) = known else { return Ok(None) };
    let credit = revolving(compared.amount, taeg, compared.months)?;
    Ok(Some(Revolved { taeg, source, credit }))
}

/// `taux d’exemple choisi par le CCAS le 1er janvier 2026 (plafond légal du trimestre : 23,56 %)`: the ceiling is that
/// of the amount on the day, left out while it is not known.
pub fn example_rate_origin(settings: &Settings, amount: Euros, day: chrono::NaiveDate) -> String {
    let since = long_date(settings.office.at(day).valid_from);
    let ceiling = legal_ceiling(settings, amount, day)
        .map(|rate| format!(" (plafond légal du trimestre : {rate})"))
        .unwrap_or_default();
    format!("taux d’exemple choisi par le CCAS le {since}{ceiling}")
}

/// The usury rate of an amount on a day, while the legal values know it.
fn legal_ceiling(settings: &Settings, amount: Euros, day: chrono::NaiveDate) -> Option<Rate> {
    settings.legal.at(usury_topic(amount), day).and_then(|value| Rate::read(&value.value).ok())
}

impl Revolved {
    /// The words of its column; `dearest` is that of all the offers.
    pub(super) fn told(&self, dearest: Euros, reste_a_vivre: String) -> RevolvingView {
        RevolvingView {
            taeg: self.taeg.to_string(),
            source: spaced(&self.source),
            instalment: self.credit.instalment.to_string(),
            total_cost: self.credit.cost.into(),
            share: super::offers::share(self.credit.cost, dearest),
            reste_a_vivre,
        }
    }

    /// What is left to live on with it, no bank's account paid; empty without a budget.
    pub(super) fn reste_a_vivre(&self, dossier: &Dossier, settings: &Settings) -> Result<String, Failure> {
        let after = dossier.after_project_with(settings, None, self.credit.instalment)?;
        Ok(after.map(|after| after.reste_a_vivre.to_string()).unwrap_or_default())
    }
}
