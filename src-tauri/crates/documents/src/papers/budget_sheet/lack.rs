//! What a budget sheet may lack: said on the sheet, and on the screen before it is printed.

use domain::budget::{HouseholdBudget, Section};
use domain::household::{Household, Link};
use domain::person::Person;

/// Something a budget sheet prints and that is not known; it never keeps the sheet from leaving.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// The applicant's day of birth.
    BirthDate,
    /// The day of birth of someone else of the household.
    MemberBirthDate,
    /// The housing status.
    Housing,
    /// Any income.
    Income,
    /// Any committed expense.
    FixedExpense,
}

impl Lack {
    /// What is lacking, in words.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::BirthDate => "date de naissance",
            Self::MemberBirthDate => "date de naissance d’un membre du ménage",
            Self::Housing => "logement",
            Self::Income => "ressources",
            Self::FixedExpense => "charges",
        }
    }
}

/// What a budget sheet of these facts would lack, in the order it says it.
#[must_use]
pub fn lacks(person: &Person, household: &Household, budget: &HouseholdBudget) -> Vec<Lack> {
    let empty = |section| budget.section(section).is_none_or(|reckoned| reckoned.lines.is_empty());
    let mut others = household.members().iter().filter(|member| member.link != Link::Applicant);
    [
        (person.born_on.is_none(), Lack::BirthDate),
        (others.any(|member| member.born_on.is_none()), Lack::MemberBirthDate),
        (person.housing.is_none(), Lack::Housing),
        (empty(Section::Income), Lack::Income),
        (empty(Section::FixedExpense), Lack::FixedExpense),
    ]
    .into_iter()
    .filter_map(|(lacking, lack)| lacking.then_some(lack))
    .collect()
}
