//! The limits of a product or an agreement: read from their fields, and worded.

use domain::money::Euros;
use domain::settings::{Lists, LoanLimits, SubLimit, entry};
use domain::words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use app::failure::Failure;
use app::reading;

/// Amounts and months as a form holds them; an empty field is not stated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct LimitFields {
    /// The least amount.
    pub amount_min: String,
    /// The ordinary ceiling.
    pub amount_max: String,
    /// The shortest loan, in months.
    pub months_min: String,
    /// The ordinary longest loan, in months.
    pub months_max: String,
    /// The ceiling with a written justification.
    pub exceptional_amount_max: String,
    /// The longest loan with a written justification, in months.
    pub exceptional_months_max: String,
    /// Ceilings of their own for some purposes.
    pub sub_limits: Vec<SubLimitFields>,
}

/// A ceiling of its own for one purpose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SubLimitFields {
    /// The purpose.
    pub purpose: String,
    /// Its ceiling.
    pub amount_max: String,
}

/// Reads limits. Errors, at their field: a least above a most, an exceptional ceiling that widens nothing.
pub(super) fn read_limits(fields: &LimitFields, lists: &Lists) -> Result<LoanLimits, Failure> {
    let limits = LoanLimits {
        amount_min: above_zero(&fields.amount_min, "amount_min")?,
        amount_max: above_zero(&fields.amount_max, "amount_max")?,
        months_min: some_months(&fields.months_min, "months_min")?,
        months_max: some_months(&fields.months_max, "months_max")?,
        exceptional_amount_max: above_zero(&fields.exceptional_amount_max, "exceptional_amount_max")?,
        exceptional_months_max: some_months(&fields.exceptional_months_max, "exceptional_months_max")?,
        sub_limits: read_sub_limits(&fields.sub_limits, lists)?,
    };
    if limits.amount_min.zip(limits.amount_max).is_some_and(|(least, most)| least > most) {
        return Err(Failure::refused("Le montant le plus haut est sous le plus bas.").at("amount_max"));
    }
    if limits.months_min.zip(limits.months_max).is_some_and(|(least, most)| least > most) {
        return Err(Failure::refused("La durée la plus longue est sous la plus courte.").at("months_max"));
    }
    if limits.exceptional_amount_max.is_some_and(|wide| limits.amount_max.is_none_or(|most| wide <= most)) {
        let refused = "Le plafond exceptionnel se place au-dessus du plafond ordinaire.";
        return Err(Failure::refused(refused).at("exceptional_amount_max"));
    }
    if limits.exceptional_months_max.is_some_and(|wide| limits.months_max.is_none_or(|most| wide <= most)) {
        let refused = "La durée exceptionnelle se place au-dessus de la durée ordinaire.";
        return Err(Failure::refused(refused).at("exceptional_months_max"));
    }
    if let Some(most) = limits.amount_max
        && limits.sub_limits.iter().any(|limit| limit.amount_max > most)
    {
        return Err(Failure::refused("Le plafond d’un objet dépasse celui du prêt.").at("sub_limits"));
    }
    Ok(limits)
}

fn read_sub_limits(fields: &[SubLimitFields], lists: &Lists) -> Result<Vec<SubLimit>, Failure> {
    let mut read: Vec<SubLimit> = Vec::new();
    for field in fields {
        let missing = || Failure::refused("Choisissez l’objet et son plafond.").at("sub_limits");
        let purpose = reading::entry(&field.purpose, &lists.purposes, "sub_limits")?.ok_or_else(missing)?;
        let amount_max = above_zero(&field.amount_max, "sub_limits")?.ok_or_else(missing)?;
        if read.iter().any(|limit| limit.purpose == purpose) {
            return Err(Failure::refused("Cet objet a déjà son plafond.").at("sub_limits"));
        }
        read.push(SubLimit { purpose, amount_max });
    }
    Ok(read)
}

/// An amount above zero, or nothing.
pub(super) fn above_zero(typed: &str, field: &str) -> Result<Option<Euros>, Failure> {
    let amount = reading::amount(typed, field)?;
    if amount.is_some_and(Euros::is_zero) {
        return Err(Failure::refused("Zéro n’est pas une limite : laissez vide ce qui n’est pas dit.").at(field));
    }
    Ok(amount)
}

fn some_months(typed: &str, field: &str) -> Result<Option<u32>, Failure> {
    let months = reading::whole(typed, field)?;
    match months {
        Some(0) => Err(Failure::refused("Un prêt a au moins un mois : laissez vide ce qui n’est pas dit.").at(field)),
        Some(601..) => Err(Failure::refused("Étrier calcule jusqu’à 600 mensualités.").at(field)),
        Some(_) | None => Ok(months),
    }
}

/// A percentage of 1 to 100, or nothing.
pub(super) fn percentage(typed: &str, field: &str) -> Result<Option<u32>, Failure> {
    let percent = reading::whole(typed.trim().trim_end_matches('%'), field)?;
    if percent.is_some_and(|percent| !(1..=100).contains(&percent)) {
        return Err(Failure::refused("Une part va de 1 à 100 %.").at(field));
    }
    Ok(percent)
}

/// Limits as their form holds them.
pub(super) fn limit_fields(limits: &LoanLimits) -> LimitFields {
    let sub_limit = |limit: &SubLimit| SubLimitFields {
        purpose: limit.purpose.as_str().to_owned(),
        amount_max: limit.amount_max.bare(),
    };
    LimitFields {
        amount_min: bare(limits.amount_min),
        amount_max: bare(limits.amount_max),
        months_min: number(limits.months_min),
        months_max: number(limits.months_max),
        exceptional_amount_max: bare(limits.exceptional_amount_max),
        exceptional_months_max: number(limits.exceptional_months_max),
        sub_limits: limits.sub_limits.iter().map(sub_limit).collect(),
    }
}

/// An amount as a field holds it.
pub(super) fn bare(amount: Option<Euros>) -> String {
    amount.map(Euros::bare).unwrap_or_default()
}

/// A whole number as a field holds it.
pub(super) fn number(number: Option<u32>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

/// An amount without its cents when it has none: `3 000 €`.
pub fn whole(amount: Euros) -> String {
    amount.to_string().replace(",00", "")
}

/// The limits in words: `300 € à 3 000 €, 6 à 36 mois ; justifié : 5 000 €, 48 mois`.
pub fn limits_sentence(limits: &LoanLimits, lists: &Lists) -> String {
    let months = |count: u32| words::counted(count, "mois", "mois");
    let amounts = range(limits.amount_min.map(whole), limits.amount_max.map(whole));
    let durations = match (limits.months_min, limits.months_max) {
        (Some(least), Some(most)) => Some(format!("{least} à {}", months(most))),
        (least, most) => range(least.map(months), most.map(months)),
    };
    let ordinary = joined([amounts, durations], ", ");
    let justified = joined([limits.exceptional_amount_max.map(whole), limits.exceptional_months_max.map(months)], ", ");
    let justified = (!justified.is_empty()).then(|| format!("justifié : {justified}"));
    let of_purposes = limits.sub_limits.iter().map(|limit| {
        let purpose = entry(&lists.purposes, &limit.purpose).map(|entry| entry.label.as_str()).unwrap_or_default();
        format!("{} : {} au plus", words::lowered(purpose), whole(limit.amount_max))
    });
    let stated = Some(ordinary).filter(|stated| !stated.is_empty());
    joined(stated.into_iter().chain(justified).chain(of_purposes).map(Some), " ; ")
}

fn range(least: Option<String>, most: Option<String>) -> Option<String> {
    match (least, most) {
        (Some(least), Some(most)) => Some(format!("{least} à {most}")),
        (Some(least), None) => Some(format!("à partir de {least}")),
        (None, Some(most)) => Some(format!("jusqu’à {most}")),
        (None, None) => None,
    }
}

/// The parts that are there, one after the other.
pub(super) fn joined(parts: impl IntoIterator<Item = Option<String>>, between: &str) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(between)
}
