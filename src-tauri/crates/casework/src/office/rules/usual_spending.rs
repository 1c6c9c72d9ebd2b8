//! What spending lines usually are in the place: read from their rows, and worded.

use domain::budget::Section;
use domain::settings::{ListKey, ListRefused, Lists, UsualSpending};
use domain::words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::office::limits::{above_zero, bare};
use app::failure::Failure;
use app::reading;

/// The field every refusal of these rows is at.
const FIELD: &str = "usual_spending";

/// What a spending line usually is, as a form holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct UsualSpendingFields {
    /// The kind of line.
    pub entry: String,
    /// The least usual a month; may be empty.
    pub least: String,
    /// The most usual a month.
    pub most: String,
    /// What both are for.
    pub per: String,
}

/// Reads the rows. Errors: not a spending line, one told twice, no most, a least above it.
pub(super) fn read(rows: &[UsualSpendingFields], lists: &Lists) -> Result<Vec<UsualSpending>, Failure> {
    let mut read: Vec<UsualSpending> = Vec::new();
    for row in rows {
        let usual = read_one(row, lists)?;
        if read.iter().any(|known| known.entry == usual.entry) {
            return Err(Failure::refused("Cette dépense a déjà ses montants usuels.").at(FIELD));
        }
        read.push(usual);
    }
    Ok(read)
}

fn read_one(row: &UsualSpendingFields, lists: &Lists) -> Result<UsualSpending, Failure> {
    let key = ListKey::new(&row.entry);
    let entry = lists.budget_entries.get(&key).ok_or_else(|| Failure::from(ListRefused).at(FIELD))?;
    if !matches!(entry.section, Section::FixedExpense | Section::RunningExpense) {
        return Err(Failure::refused("Un montant usuel se donne pour une charge ou une dépense courante.").at(FIELD));
    }
    let label = &entry.label;
    let no_most = || Failure::refused(&format!("Jusqu’à combien va usuellement « {label} » ?")).at(FIELD);
    let usual = UsualSpending {
        entry: key,
        least: above_zero(&row.least, FIELD)?,
        most: above_zero(&row.most, FIELD)?.ok_or_else(no_most)?,
        per: reading::word(&row.per, FIELD)?,
    };
    if usual.least.is_some_and(|least| least > usual.most) {
        let refused = format!("Pour « {label} », le montant le plus haut est sous le plus bas.");
        return Err(Failure::refused(&refused).at(FIELD));
    }
    Ok(usual)
}

/// The rows as their form holds them.
pub(crate) fn fields(usual: &[UsualSpending]) -> Vec<UsualSpendingFields> {
    let row = |usual: &UsualSpending| UsualSpendingFields {
        entry: usual.entry.as_str().to_owned(),
        least: bare(usual.least),
        most: usual.most.bare(),
        per: usual.per.key().to_owned(),
    };
    usual.iter().map(row).collect()
}

/// The rows in words; nothing without any.
pub(super) fn sentence(usual: &[UsualSpending], lists: &Lists) -> Option<String> {
    let one = |usual: &UsualSpending| {
        let label = lists.budget_entries.get(&usual.entry).map(|entry| words::lowered(&entry.label))?;
        Some(format!("{label} : {}", words::usual_spending(usual)))
    };
    let said: Vec<String> = usual.iter().filter_map(one).collect();
    (!said.is_empty()).then(|| said.join(" ; "))
}
