//! The rates of their own that an agreement gives some loans, as its form holds them.

use domain::loan::Rate;
use domain::money::Euros;
use domain::settings::{ListKey, ListRefused, RateLine, Settings};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::office::limits::number;
use app::failure::Failure;
use app::reading;

/// A rate for some loans; a condition left empty is met by every loan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct RateLineFields {
    /// The product it is for.
    pub product: String,
    /// The least amount it is for.
    pub amount_from: String,
    /// The fewest months it is for.
    pub months_from: String,
    /// The yearly rate.
    pub rate: String,
}

/// Reads the lines; one left blank is left out, one that no loan would ever reach is refused.
pub(super) fn read_rates(typed: &[RateLineFields], settings: &Settings) -> Result<Vec<RateLine>, Failure> {
    let mut read: Vec<RateLine> = Vec::new();
    for (place, one) in typed.iter().enumerate().filter(|(_, one)| **one != RateLineFields::default()) {
        let at = |field: &str| format!("rate_lines.{place}.{field}");
        let line = RateLine {
            product: product(&one.product, settings).map_err(|refused| refused.at(&at("product")))?,
            amount_from: reading::amount(&one.amount_from, &at("amount_from"))?,
            months_from: reading::whole(&one.months_from, &at("months_from"))?,
            rate: reading::rate(&one.rate, &at("rate"))?
                .ok_or_else(|| Failure::refused("Le taux de cette ligne manque.").at(&at("rate")))?,
        };
        if !line.has_condition() {
            return Err(Failure::refused("Dites pour quels prêts, ou écrivez ce taux dans « Taux ».").at(&at("rate")));
        }
        if read.iter().any(|before| before.covers(&line)) {
            return Err(Failure::refused("Une ligne plus haut dit déjà le taux de ces prêts.")
                .remedy("Mettez les lignes les plus précises en premier.")
                .at(&at("rate")));
        }
        read.push(line);
    }
    Ok(read)
}

fn product(typed: &str, settings: &Settings) -> Result<Option<ListKey>, Failure> {
    let key = (!typed.is_empty()).then(|| ListKey::new(typed));
    match key {
        Some(key) if !settings.products.contains_key(&key) => Err(ListRefused.into()),
        key => Ok(key),
    }
}

pub(super) fn rate_fields(line: &RateLine) -> RateLineFields {
    RateLineFields {
        product: line.product.as_ref().map(|key| key.as_str().to_owned()).unwrap_or_default(),
        amount_from: line.amount_from.map(Euros::bare).unwrap_or_default(),
        months_from: number(line.months_from),
        rate: Rate::bare(line.rate),
    }
}
