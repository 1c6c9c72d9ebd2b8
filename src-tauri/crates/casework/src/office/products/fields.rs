//! A product's rules: read from their fields, and worded.

use domain::line::Line;
use domain::loan::Rate;
use domain::settings::{Guarantor, ListKey, Lists, LoanProduct, SupportRequirement, entry};
use domain::words::{self, Labelled};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::office::limits::{LimitFields, joined, limit_fields, limits_sentence, number, percentage, read_limits};
use crate::office::versions::Clause;
use app::failure::Failure;
use app::reading;

/// A product's rules as a form holds them; what is empty is not stated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProductFields {
    /// Its name.
    pub label: String,
    /// Amounts and months.
    pub limits: LimitFields,
    /// The highest rate.
    pub rate_max: String,
    /// Categories it finances.
    pub purposes: Vec<String>,
    /// Who guarantees.
    pub guarantor: String,
    /// The share guaranteed, in percent.
    pub guarantee_percent: String,
    /// What support it asks for.
    pub support: String,
    /// The rhythm of follow-up its loans start with; empty is not stated.
    #[serde(default)]
    pub follow_up_plan: String,
    /// Its conditions.
    pub conditions: Vec<String>,
}

/// Reads a product's rules. Errors are at their field.
pub(super) fn read(fields: &ProductFields, retired: bool, lists: &Lists) -> Result<LoanProduct, Failure> {
    let guarantor = fields.guarantor.trim();
    let guarantor = (!guarantor.is_empty()).then(|| reading::word::<Guarantor>(guarantor, "guarantor")).transpose()?;
    let conditions = fields.conditions.iter().map(|condition| reading::line(condition, "conditions"));
    let conditions = conditions.collect::<Result<Vec<Line>, Failure>>()?;
    Ok(LoanProduct {
        label: reading::needed(&fields.label, "label", "Le nom du produit manque.")?,
        limits: read_limits(&fields.limits, lists)?,
        rate_max: reading::rate(&fields.rate_max, "rate_max")?,
        purposes: read_categories(&fields.purposes, lists)?,
        guarantor,
        guarantee_percent: percentage(&fields.guarantee_percent, "guarantee_percent")?,
        support: reading::word::<SupportRequirement>(&fields.support, "support")?,
        follow_up_plan: rhythm(&fields.follow_up_plan, lists)?,
        conditions: conditions.into_iter().filter(|condition| !condition.is_empty()).collect(),
        retired,
    })
}

/// Reads a rhythm of follow-up.
fn rhythm(typed: &str, lists: &Lists) -> Result<Option<ListKey>, Failure> {
    if typed.is_empty() {
        return Ok(None);
    }
    let plan = lists.follow_up_plans.iter().find(|plan| plan.key.as_str() == typed);
    let unknown = || Failure::refused("Ce rythme n’est pas dans la liste.").at("follow_up_plan");
    plan.map(|plan| Some(plan.key.clone())).ok_or_else(unknown)
}

/// Reads categories of purposes, each once, in the order of their list.
pub(in crate::office) fn read_categories(typed: &[String], lists: &Lists) -> Result<Vec<ListKey>, Failure> {
    for key in typed {
        reading::entry(key, &lists.purpose_categories, "purposes")?;
    }
    let known = lists.purpose_categories.iter().map(|category| category.key.clone());
    Ok(known.filter(|category| typed.iter().any(|key| key == category.as_str())).collect())
}

pub(crate) fn fields(product: &LoanProduct) -> ProductFields {
    ProductFields {
        label: product.label.to_string(),
        limits: limit_fields(&product.limits),
        rate_max: product.rate_max.map(Rate::bare).unwrap_or_default(),
        purposes: keys(&product.purposes),
        guarantor: product.guarantor.map_or("", |word| word.key()).to_owned(),
        guarantee_percent: number(product.guarantee_percent),
        support: product.support.key().to_owned(),
        follow_up_plan: product.follow_up_plan.as_ref().map(|key| key.as_str().to_owned()).unwrap_or_default(),
        conditions: product.conditions.iter().map(ToString::to_string).collect(),
    }
}

/// Keys as a form holds them.
pub(in crate::office) fn keys(keys: &[ListKey]) -> Vec<String> {
    keys.iter().map(|key| key.as_str().to_owned()).collect()
}

pub(super) fn clauses(product: &LoanProduct, lists: &Lists) -> Vec<Clause> {
    let stated = |text: String| if text.is_empty() { "non dit".to_owned() } else { text };
    let guarantee = joined(
        [
            product.guarantor.map(|guarantor| guarantor.label().to_owned()),
            product.guarantee_percent.map(|percent| format!("{percent} %")),
        ],
        ", ",
    );
    let mut clauses = vec![
        Clause::of("Montant et durée", &stated(limits_sentence(&product.limits, lists))),
        Clause::of("Objets", &stated(category_labels(&product.purposes, lists))),
        Clause::of("Garantie", &stated(guarantee)),
        Clause::of("Accompagnement", product.support.label()),
    ];
    let plan = product.follow_up_plan.as_ref();
    let plan = plan.and_then(|key| lists.follow_up_plans.iter().find(|plan| plan.key == *key));
    clauses.extend(plan.map(|plan| Clause::of("Rythme de suivi", &plan.label)));
    clauses.extend(product.rate_max.map(|rate| Clause::of("Taux le plus haut", &rate.to_string())));
    clauses.extend(product.retired.then(|| Clause::of("Proposé", "non, retiré")));
    clauses.extend(product.conditions.iter().map(|condition| Clause::of("Condition", condition.as_str())));
    clauses
}

/// The categories, one after the other.
pub(in crate::office) fn category_labels(categories: &[ListKey], lists: &Lists) -> String {
    let labels = categories.iter().filter_map(|key| entry(&lists.purpose_categories, key).ok());
    labels.map(|category| words::lowered(&category.label)).collect::<Vec<_>>().join(", ")
}
