//! What a budget line is.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::calendar::YearMonth;
use crate::household::{Household, MemberId};
use crate::line::Line;
use crate::money::Euros;
use crate::settings::ListKey;

/// Number of a budget line in the office's store.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct BudgetLineId(pub i64);

vocabulary! {
    /// The four blocks of a budget.
    pub enum Section {
        Income => "income", "Ressources", "Total des ressources";
        /// Committed expenses, counted in the reste à vivre.
        FixedExpense => "fixed_expense", "Charges", "Total des charges";
        /// What the reste à vivre pays for.
        RunningExpense => "running_expense", "Dépenses courantes", "Total des dépenses courantes";
        Debt => "debt", "Dettes et retards", "Total des dettes";
    }

    /// The heading of the section's total.
    fn total_label
}

vocabulary! {
    /// How often an amount comes.
    pub enum Frequency {
        /// 52 times a year; a year of 53 payments is said, never added in silence.
        Weekly => "weekly", "hebdomadaire", "semaine";
        Fortnightly => "fortnightly", "par quinzaine", "quinzaine";
        Monthly => "monthly", "mensuel", "mois";
        TwoMonthly => "two_monthly", "bimestriel", "deux mois";
        Quarterly => "quarterly", "trimestriel", "trimestre";
        HalfYearly => "half_yearly", "semestriel", "semestre";
        Yearly => "yearly", "annuel", "an";
        /// Once, never spread over months.
        OneOff => "one_off", "ponctuel", "une fois";
    }

    /// The noun after « par »: `mois`, `trimestre`.
    fn per
}

impl Frequency {
    /// The month as a multiple of the amount: times, then divided by; nothing for a single payment.
    #[must_use]
    pub fn month(self) -> Option<(u32, u32)> {
        Some(match self {
            Self::Weekly => (52, 12),
            Self::Fortnightly => (26, 12),
            Self::Monthly => (1, 1),
            Self::TwoMonthly => (1, 2),
            Self::Quarterly => (1, 3),
            Self::HalfYearly => (1, 6),
            Self::Yearly => (1, 12),
            Self::OneOff => return None,
        })
    }
}

vocabulary! {
    /// How sure an amount is.
    pub enum Certainty {
        Declared => "declared", "déclaré", "déclaré";
        SeenOnStatements => "seen_on_statements", "vu sur les relevés", "relevés";
        Proved => "proved", "prouvé", "prouvé";
    }

    /// The word that fits a narrow column of paper.
    fn short
}

/// One line of a budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetLine {
    /// Its number.
    pub id: BudgetLineId,
    /// Its kind, an entry of the list of budget lines.
    pub entry: ListKey,
    /// Free detail, printed with the label.
    pub detail: Line,
    /// The amount at its own frequency, never negative.
    pub amount: Euros,
    /// How often it comes.
    pub frequency: Frequency,
    /// How sure it is.
    pub certainty: Certainty,
    /// Whose it is; the whole household's when absent.
    pub member: Option<MemberId>,
    /// The month of the last payment: of a debt, of an allowance that stops.
    pub ends: Option<YearMonth>,
    /// What a debt adds to a line.
    pub debt: Debt,
    /// What the project makes of it, when it changes it.
    pub after: Option<AfterLine>,
    /// Why it is above what is usual here, or anything else worth telling.
    pub comment: Line,
}

/// What is known of a debt; nothing of it for another line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Debt {
    /// Who is owed.
    pub creditor: Line,
    /// What is still owed.
    pub outstanding: Option<Euros>,
    /// What should have been paid already.
    pub arrears: Option<Euros>,
    /// The plan that settles it, in words.
    pub plan: Line,
    /// Whether the loan pays it off: it leaves the budget after the project.
    pub paid_off: bool,
}

/// What a line becomes once the project is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AfterLine {
    /// The amount then, at the line's own frequency, never negative.
    pub amount: Euros,
    /// Why it changes: « bus remplacé par la voiture ».
    pub reason: Line,
    /// How sure it is.
    pub hope: Hope,
}

vocabulary! {
    /// Whether what a line becomes is sure, or only hoped for.
    #[derive(Default)]
    pub enum Hope {
        #[default]
        Sure => "sure", "sûr";
        NotCounted => "not_counted", "espéré, non compté";
        Counted => "counted", "espéré, compté";
    }
}

/// One version of a household's budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Budget {
    /// 1, then one more each time a new version is opened.
    pub version: u32,
    /// The day it was established.
    pub established_on: NaiveDate,
    /// Its lines, in the order they were entered.
    pub lines: Vec<BudgetLine>,
    /// What closed it; it may still be changed when absent.
    pub seal: Option<Seal>,
}

/// What closed a version of a budget: from then on a change opens another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seal {
    /// The day.
    pub on: NaiveDate,
    /// What was done with it.
    pub by: SealedBy,
    /// The household it was shared among that day.
    pub household: Household,
    /// The loan's instalment with its insurance that day, once it was worked out.
    pub instalment: Option<Euros>,
}

vocabulary! {
    /// What closes a version of a budget.
    pub enum SealedBy {
        Printed => "printed", "imprimée";
        Decided => "decided", "décidée";
        Sent => "sent", "transmise";
    }
}
