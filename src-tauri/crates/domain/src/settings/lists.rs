//! The lists: what the office may rename or retire, never delete once used.
//!
//! A word the rules act on is an enum; a word the office may rename is a key in a
//! list. What is delivered is a start; facts keep the key, so that an old report
//! keeps counting a retired entry.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;
use thiserror::Error;

use super::{ArrearsLadder, OfficePaperText, ScreeningGrid, SurveyQuestion};
use crate::budget::{Frequency, Section};
use crate::eligibility::{Check, CheckFact, Claim, ReadyEntry};
use crate::supporting_document::SupportingDocument;
use crate::task::TaskRule;

/// The stable name of a list entry: small letters, figures and underscores.
///
/// A bilan reads a million of them: most lie where they are named, without memory of their own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ListKey(SmolStr);

impl ListKey {
    /// A key.
    #[must_use]
    pub fn new(text: impl AsRef<str>) -> Self {
        Self(SmolStr::new(text))
    }

    /// The key as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for ListKey {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

/// One entry of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListEntry {
    /// Its stable key.
    pub key: ListKey,
    /// What people read.
    pub label: String,
    /// Its heading in the list, for lists that have headings.
    #[serde(default, alias = "category")]
    pub group: Option<ListKey>,
    /// What reports group it by, where its words may change.
    #[serde(default, alias = "report_group")]
    pub family: Option<ListKey>,
    /// Advice for the adviser.
    #[serde(default)]
    pub help: Option<String>,
    /// Its words after « pour », for a purpose.
    #[serde(default)]
    pub after: Option<String>,
    /// Days after which the person is called back, for a redirection.
    #[serde(default)]
    pub callback_days: Option<u32>,
    /// Whether it counts as an interview, for a kind of contact.
    #[serde(default)]
    pub counts_as_interview: bool,
    /// What it does to the payment of a loan, for a life event; nothing for one that is no difficulty.
    #[serde(default)]
    pub difficulty: Option<DifficultyKind>,
    /// What a letter to the person says of it, in sentences, for a reason of refusal.
    #[serde(default)]
    pub to_person: Option<String>,
    /// No longer offered; still shown where it was used.
    #[serde(default)]
    pub retired: bool,
}

/// How long a life event makes a loan hard to pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DifficultyKind {
    /// A month or two: an instalment may be postponed for it.
    Passing,
    /// Longer: the loan may be arranged anew for it.
    Lasting,
}

/// The families of exchanges in which the person was there to be heard.
const WITH_THE_PERSON: [&str; 4] = ["interview", "visit", "call", "group"];

impl ListEntry {
    /// Whether it stays in the office: no paper prints what has this kind.
    #[must_use]
    pub fn is_private(&self) -> bool {
        self.family.as_ref().is_some_and(|family| family.as_str() == "private")
    }
}

/// A heading of the budget list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetGroup {
    /// Its stable key.
    pub key: ListKey,
    /// What people read.
    pub label: String,
}

/// One kind of budget line and the office's rule about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetEntry {
    /// Its stable key.
    pub key: ListKey,
    /// What people read.
    pub label: String,
    /// Other words people use for it, by which it is found.
    #[serde(default)]
    pub also: Vec<String>,
    /// The section it belongs to.
    pub section: Section,
    /// Its heading in the list.
    pub group: ListKey,
    /// Whether a budget shows it before it has an amount.
    #[serde(default)]
    pub usual: bool,
    /// The frequency offered first.
    pub usual_frequency: Frequency,
    /// Whether the reste à vivre counts it.
    pub counts_in_reste_a_vivre: bool,
    /// Whether the debt ratio counts it: income below, debts and credits above.
    pub counts_in_debt_ratio: bool,
    /// Advice for the adviser.
    #[serde(default)]
    pub help: Option<String>,
    /// Whether an income of this kind ends on a day that should be known.
    #[serde(default)]
    pub usually_ends: bool,
    /// What a line of this kind tells of the household, in the words of conditions.
    #[serde(default)]
    pub sets_facts: Vec<String>,
    /// No longer offered; still shown where it was used.
    #[serde(default)]
    pub retired: bool,
}

/// One of the criteria a project is assessed by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Criterion {
    /// Its stable key.
    pub key: ListKey,
    /// What people read.
    pub label: String,
    /// What it looks at.
    pub help: String,
    /// Questions that help to assess it.
    pub questions: Vec<String>,
    /// Facts of the checks that bear on it.
    #[serde(default)]
    pub facts: Vec<String>,
    /// Words that assert a fact, held against the dossier before the file leaves.
    #[serde(default)]
    pub claims: Vec<Claim>,
}

/// A rhythm of follow-up, as a model to copy into a support plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUpPlan {
    /// Its stable key.
    pub key: ListKey,
    /// What people read.
    pub label: String,
    /// The level of support it goes with.
    pub level: ListKey,
    /// Its steps, in their order.
    pub steps: Vec<PlannedStep>,
    /// No longer proposed; still followed where it was chosen.
    #[serde(default)]
    pub retired: bool,
}

/// One step of a rhythm, dated from an event of the loan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedStep {
    /// Its stable key in its plan.
    pub key: ListKey,
    /// When, in words: « Dans le mois du versement ».
    pub label: String,
    /// When, reckoned.
    pub due: PlannedDue,
    /// How: a kind of contact.
    pub channel: ListKey,
    /// Who does it.
    pub with_whom: Provider,
    /// What for, in words.
    pub purpose: String,
}

/// Months then days from an event of the loan, repeated or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedDue {
    /// The event counted from.
    pub from: LoanEvent,
    /// Whole months.
    #[serde(default)]
    pub months: u32,
    /// Then days.
    #[serde(default)]
    pub days: u32,
    /// Repeated every so many months.
    #[serde(default)]
    pub every_months: Option<u32>,
}

vocabulary! {
    /// A day of a loan that steps are counted from.
    pub enum LoanEvent {
        /// The funds were released.
        Disbursed => "disbursed", "Versement de l’argent";
        /// The first instalment is due.
        FirstInstalmentDue => "first_instalment_due", "Première mensualité";
        /// Half of the instalments are due.
        MidTerm => "mid_term", "Milieu du prêt";
        /// The last instalment is due.
        LastInstalmentDue => "last_instalment_due", "Dernière mensualité";
    }
}

vocabulary! {
    /// Who gives support.
    pub enum Provider {
        Office => "office", "CCAS";
        Lender => "lender", "Banque";
        Other => "other", "Autre professionnel";
    }
}

/// Every list, its entries in the order they are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lists {
    /// How the person came to the office.
    pub origins: Vec<ListEntry>,
    /// Headings of the purposes.
    pub purpose_categories: Vec<ListEntry>,
    /// What sends people to the office.
    pub referrer_kinds: Vec<ListEntry>,
    /// How the person heard of the office.
    pub how_heard: Vec<ListEntry>,
    /// What a loan may finance.
    pub purposes: Vec<ListEntry>,
    /// Family situations.
    pub family_situations: Vec<ListEntry>,
    /// Housing statuses.
    pub housing: Vec<ListEntry>,
    /// Employment statuses.
    pub employment: Vec<ListEntry>,
    /// What people pay with.
    pub payment_means: Vec<ListEntry>,
    /// The ways a person is reached.
    pub contact_ways: Vec<ListEntry>,
    /// The grid of the first call.
    pub screening: ScreeningGrid,
    /// Kinds of interviews and contacts.
    pub interview_kinds: Vec<ListEntry>,
    /// Who decides to submit.
    pub decision_modes: Vec<ListEntry>,
    /// Other solutions a person is directed to.
    pub redirections: Vec<ListEntry>,
    /// Why a lender refused.
    pub refusal_reasons: Vec<ListEntry>,
    /// Who tells the person of the lender's decision.
    pub notification_modes: Vec<ListEntry>,
    /// The account a lender asks for.
    pub domiciliation_kinds: Vec<ListEntry>,
    /// Levels of support.
    pub support_levels: Vec<ListEntry>,
    /// The criteria of the assessment, in their order.
    pub criteria: Vec<Criterion>,
    /// What is checked, in the order of reading.
    pub checks: Vec<Check>,
    /// The facts that checks look at.
    pub facts: Vec<CheckFact>,
    /// Rhythms of follow-up to copy from, by level of support.
    pub follow_up_plans: Vec<FollowUpPlan>,
    /// What calls for a task.
    pub task_rules: Vec<TaskRule>,
    /// What time without a dossier is spent on.
    pub work_kinds: Vec<ListEntry>,
    /// How a dossier ends: the family of an entry is what that means.
    pub end_outcomes: Vec<ListEntry>,
    /// The questionnaire.
    pub survey: Vec<SurveyQuestion>,
    /// What is said above the questionnaire.
    pub survey_intro: String,
    /// The consent to be quoted, at its foot.
    pub survey_quote: String,
    /// What may happen in the life of a borrower.
    pub life_events: Vec<ListEntry>,
    /// What is done with the person while a loan runs.
    pub support_actions: Vec<ListEntry>,
    /// What follows a first missed instalment.
    pub arrears_ladder: ArrearsLadder,
    /// Supporting documents, in the order a lender reads them.
    pub documents: Vec<SupportingDocument>,
    /// Headings of the supporting documents in the file of a bank.
    pub document_sections: Vec<ListEntry>,
    /// Headings of the list of papers to bring.
    pub bring_sections: Vec<ListEntry>,
    /// What a person is never asked for.
    pub never_requested: Vec<ListEntry>,
    /// What has to be there before a sending.
    pub ready_to_send: Vec<ReadyEntry>,
    /// Headings of the budget list.
    pub budget_groups: Vec<BudgetGroup>,
    /// Kinds of budget lines.
    pub budget_entries: BTreeMap<ListKey, BudgetEntry>,
    /// The keys of the budget entries in the order they are shown.
    pub budget_order: Vec<ListKey>,
    /// The texts of the papers of the office itself.
    pub office_papers: Vec<OfficePaperText>,
}

/// A key is not in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not in the list")]
pub struct ListRefused;

impl Lists {
    /// The category of a purpose.
    #[must_use]
    pub fn category(&self, purpose: Option<&ListKey>) -> Option<&ListKey> {
        let purpose = purpose?;
        self.purposes.iter().find(|entry| entry.key == *purpose)?.group.as_ref()
    }

    /// The rhythms that are still proposed.
    pub fn rhythms(&self) -> impl Iterator<Item = &FollowUpPlan> {
        self.follow_up_plans.iter().filter(|plan| !plan.retired)
    }

    /// The budget entry of a key, retired or not.
    pub fn budget_entry(&self, key: &ListKey) -> Result<&BudgetEntry, ListRefused> {
        self.budget_entries.get(key).ok_or(ListRefused)
    }

    /// The budget entries still offered, in order.
    pub fn offered_budget_entries(&self) -> impl Iterator<Item = &BudgetEntry> {
        self.budget_order.iter().filter_map(|key| self.budget_entries.get(key)).filter(|entry| !entry.retired)
    }

    /// The budget entries still offered, each with whether the grid shows it before it has an amount: those an office
    /// chose first, in its order; as delivered when it chose none.
    ///
    /// Example: with `[rent, salary]` the grid begins with the rent, then the salary; the rest is found by its name.
    #[must_use]
    pub fn budget_grid(&self, chosen: &[ListKey]) -> Vec<(&BudgetEntry, bool)> {
        let offered: Vec<&BudgetEntry> = self.offered_budget_entries().collect();
        if chosen.is_empty() {
            return offered.into_iter().map(|entry| (entry, entry.usual)).collect();
        }
        let first = chosen.iter().filter_map(|key| offered.iter().find(|entry| entry.key == *key));
        let others = offered.iter().filter(|entry| !chosen.contains(&entry.key));
        first.map(|entry| (*entry, true)).chain(others.map(|entry| (*entry, false))).collect()
    }

    /// Whether the person was there to be heard in an exchange of a kind; of a kind without a family, as `unsaid` says.
    #[must_use]
    pub fn is_with_the_person(&self, kind: &ListKey, unsaid: bool) -> bool {
        let family = entry(&self.interview_kinds, kind).ok().and_then(|kind| kind.family.as_ref());
        family.map_or(unsaid, |family| WITH_THE_PERSON.contains(&family.as_str()))
    }
}

/// The entry of a key in a list, retired or not.
pub fn entry<'l>(list: &'l [ListEntry], key: &ListKey) -> Result<&'l ListEntry, ListRefused> {
    list.iter().find(|entry| entry.key == *key).ok_or(ListRefused)
}
