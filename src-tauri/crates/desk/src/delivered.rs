//! What Étrier is delivered with: the starting lists and values of `assets/settings/`.
//!
//! They are embedded in the program; the office's own changes are rows over them.

use std::sync::{Arc, LazyLock};

use domain::settings::{BudgetEntry, BudgetGroup, Dated, FollowUpRules, ListEntry, Lists, Numbering};
use serde::Deserialize;

use crate::failure::Failure;

/// The delivered settings.
pub struct Delivered {
    /// How references are written.
    pub numbering: Dated<Numbering>,
    /// Delays of the follow-up.
    pub follow_up: Dated<FollowUpRules>,
    /// The lists.
    pub lists: Arc<Lists>,
}

static DELIVERED: LazyLock<Result<Delivered, serde_json::Error>> = LazyLock::new(read);

/// The delivered settings, read once. Broken only if the program was built from unsound files.
pub fn delivered() -> Result<&'static Delivered, Failure> {
    DELIVERED.as_ref().map_err(|_| Failure::broken("livraison"))
}

#[derive(Deserialize)]
struct OfficeFile {
    numbering: Dated<Numbering>,
    follow_up: Dated<FollowUpRules>,
}

#[derive(Deserialize)]
struct OriginsFile {
    entries: Vec<ListEntry>,
}

#[derive(Deserialize)]
struct PurposesFile {
    categories: Vec<ListEntry>,
    sub_purposes: Vec<ListEntry>,
}

#[derive(Deserialize)]
struct PersonFile {
    family_situations: Vec<ListEntry>,
    housing_statuses: Vec<ListEntry>,
    employment_statuses: Vec<ListEntry>,
}

#[derive(Deserialize)]
struct BudgetFile {
    groups: Vec<BudgetGroup>,
    entries: Vec<BudgetEntry>,
}

fn read() -> Result<Delivered, serde_json::Error> {
    let office: OfficeFile = serde_json::from_str(include_str!("../../../../assets/settings/office.json"))?;
    let origins: OriginsFile = serde_json::from_str(include_str!("../../../../assets/settings/origins.json"))?;
    let purposes: PurposesFile = serde_json::from_str(include_str!("../../../../assets/settings/purposes.json"))?;
    let person: PersonFile = serde_json::from_str(include_str!("../../../../assets/settings/person_lists.json"))?;
    let budget: BudgetFile = serde_json::from_str(include_str!("../../../../assets/settings/budget_lines.json"))?;
    let lists = Lists {
        origins: origins.entries,
        purpose_categories: purposes.categories,
        purposes: purposes.sub_purposes,
        family_situations: person.family_situations,
        housing: person.housing_statuses,
        employment: person.employment_statuses,
        budget_groups: budget.groups,
        budget_order: budget.entries.iter().map(|entry| entry.key.clone()).collect(),
        budget_entries: budget.entries.into_iter().map(|entry| (entry.key.clone(), entry)).collect(),
    };
    Ok(Delivered { numbering: office.numbering, follow_up: office.follow_up, lists: Arc::new(lists) })
}
