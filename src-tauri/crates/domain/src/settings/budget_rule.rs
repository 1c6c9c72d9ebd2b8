//! How an office or a lender reads a budget: which lines count, among how many, from which threshold on.
//!
//! Neither the threshold nor the step is given by the guides: every office and every lender states its own
//! (*Un coup de pouce pour le microcrédit personnel*, l'évaluation du projet). What is not stated is absent, and
//! nothing is judged by it.

use serde::{Deserialize, Serialize};

use super::ListKey;
use crate::line::Line;
use crate::loan::Rate;
use crate::money::Euros;

/// A rule that turns a budget into a reste à vivre, and what is asked of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct BudgetRule {
    /// Kinds of lines counted though the list of budget lines leaves them out.
    pub added: Vec<ListKey>,
    /// Kinds of lines left out though the list counts them.
    pub removed: Vec<ListKey>,
    /// What the remainder is shared among.
    pub divisor: Divisor,
    /// The period of the reste à vivre and of its threshold.
    pub period: RulePeriod,
    /// Whether the instalment is taken off before the threshold is looked at.
    pub instalment: InstalmentCounted,
    /// The reste à vivre under which a reason is asked; none when absent.
    pub threshold: Option<Euros>,
    /// The highest debt ratio, in percent; not used when absent.
    pub debt_ratio_max: Option<Rate>,
    /// The highest income of a household a month, or of one person where it depends on how many live there; none when
    /// absent.
    pub income_ceiling: Option<Euros>,
    /// The highest income a month of two persons, of three, and so on; the same for all when empty.
    pub income_by_persons: Vec<Euros>,
    /// What each person beyond those adds; nothing when absent.
    pub income_each_more: Option<Euros>,
    /// The highest income a month for one share (*quotient*); none when absent.
    pub income_quotient: Option<Euros>,
}

/// What the remainder of a budget is shared among.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Divisor {
    /// The shares of the household: one a person, half for shared custody.
    #[default]
    Persons,
    /// Units that depend on age: consumption units, parts of the county.
    Units(UnitScale),
}

/// What each person weighs, in hundredths of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitScale {
    /// What the units are called: « unités de consommation », « parts du Département ».
    pub label: Line,
    /// The first adult.
    pub first: u32,
    /// Each other person from `adult_from` on.
    pub adult: u32,
    /// Each younger person.
    pub child: u32,
    /// The age from which one weighs as an adult.
    pub adult_from: u32,
    /// Added for an adult alone with children.
    #[serde(default)]
    pub lone_parent: u32,
}

vocabulary! {
    /// The period of a reste à vivre.
    #[derive(Default)]
    pub enum RulePeriod {
        #[default]
        Month => "month", "Par mois";
        /// A day: the month × 12 ÷ 365.
        Day => "day", "Par jour";
    }
}

vocabulary! {
    /// Whether the instalment is taken off before the threshold is looked at.
    #[derive(Default)]
    pub enum InstalmentCounted {
        /// It is: the threshold holds once the loan is paid.
        #[default]
        Included => "included", "Mensualité déduite";
        /// It is not: the threshold holds before the loan is paid.
        Excluded => "excluded", "Mensualité non déduite";
    }
}

/// What a spending line usually is in the place: above it a comment is asked, never a refusal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UsualSpending {
    /// The kind of line.
    pub entry: ListKey,
    /// The least usual a month; not stated when absent.
    #[serde(default)]
    pub least: Option<Euros>,
    /// The most usual a month.
    pub most: Euros,
    /// What both are for.
    pub per: SpendingShare,
}

vocabulary! {
    /// What a usual spending is for.
    pub enum SpendingShare {
        Household => "household", "Pour le foyer";
        Person => "person", "Par personne";
    }
}
