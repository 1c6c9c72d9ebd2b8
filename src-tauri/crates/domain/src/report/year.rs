//! What is typed once for a year: what the work cost, what paid for it, beside what it is compared.
//!
//! Worked example: 9 000 € of paid time, 600 € of communication, 300 € of other costs and 100 € of interest given back are
//! 10 000 €; with 4 000 € of subsidies 6 000 € are left to the office; of 20 loans each cost 500 €, 300 € to the office.

use serde::{Deserialize, Serialize};

use crate::money::{AmountTooLarge, Euros};

/// The figures of one year that no dossier tells; what is not typed is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearPage {
    /// Subsidies received for this work.
    #[serde(default)]
    pub subsidies: Option<Euros>,
    /// What the paid time cost.
    #[serde(default)]
    pub wages: Option<Euros>,
    /// What communication cost.
    #[serde(default)]
    pub communication: Option<Euros>,
    /// The other costs.
    #[serde(default)]
    pub other_costs: Option<Euros>,
    /// All the optional aids the office gave, whatever for.
    #[serde(default)]
    pub optional_aid: Option<Euros>,
    /// Who lives in the town.
    #[serde(default)]
    pub inhabitants: Option<u32>,
    /// The hours paid for this work.
    #[serde(default)]
    pub paid_hours: Option<u32>,
}

/// What a year cost and who paid for it: one total, the same on every sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearAccount {
    /// The paid time.
    pub wages: Euros,
    /// Communication, travel, paper.
    pub communication: Euros,
    /// The other costs.
    pub other_costs: Euros,
    /// The interest given back.
    pub refunded: Euros,
    /// All of these.
    pub total: Euros,
    /// What was received for this work; nothing while it is not known.
    pub subsidies: Option<Euros>,
    /// What is left to the office; nothing while the subsidies are not known.
    pub net: Option<Euros>,
}

impl YearPage {
    /// What the year cost, the interest given back in it included; nothing while its paid time is not typed: without it
    /// no total is one.
    pub fn account(&self, refunded: Euros) -> Result<Option<YearAccount>, AmountTooLarge> {
        let Some(wages) = self.wages else { return Ok(None) };
        let [communication, other_costs] = [self.communication, self.other_costs].map(Option::unwrap_or_default);
        let total = Euros::sum([wages, communication, other_costs, refunded])?;
        let net = self.subsidies.map(|subsidies| total.minus(subsidies)).transpose()?;
        Ok(Some(YearAccount { wages, communication, other_costs, refunded, total, subsidies: self.subsidies, net }))
    }
}
