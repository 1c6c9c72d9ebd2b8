//! What is typed once for a year: what the work cost, what paid for it, beside what it is compared.
//!
//! Worked example: 9 000 € of paid time, 600 € of communication and 400 € of other costs are 10 000 €; with 4 000 € of
//! subsidies 6 000 € are left to the office; of 20 loans each cost 500 €, 300 € to the office.

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

impl YearPage {
    /// What the year cost; nothing while no cost is typed.
    pub fn cost(&self) -> Result<Option<Euros>, AmountTooLarge> {
        let typed = [self.wages, self.communication, self.other_costs];
        let any = typed.iter().any(Option::is_some);
        let sum = Euros::sum(typed.into_iter().flatten())?;
        Ok(any.then_some(sum))
    }

    /// What is left to the office once the subsidies are taken off; nothing while costs or subsidies are not typed.
    pub fn net_cost(&self) -> Result<Option<Euros>, AmountTooLarge> {
        let Some((cost, subsidies)) = self.cost()?.zip(self.subsidies) else { return Ok(None) };
        Ok(Some(cost.minus(subsidies)?))
    }
}
