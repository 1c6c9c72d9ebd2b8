//! What the office decides and may change: dated records, each with its source.
//!
//! *Change from a date* adds a record; *correct a mistake* replaces one. A rule
//! never reads a setting directly: it takes [`RulesAt`], what was in force on the
//! date its documentation names, so that an old dossier keeps being judged by the
//! rules of its day.

mod agreement_rates;
mod bank_file;
mod budget_rule;
mod dated;
mod ladder;
mod legal;
mod letters;
mod limits;
mod lists;
mod loans;
mod office_papers;
mod office_rules;
mod records;
mod reports;
mod screening;
mod survey;
mod uses;

pub use agreement_rates::RateLine;
pub use bank_file::BankFilePart;
pub use budget_rule::{BudgetRule, Divisor, InstalmentCounted, RulePeriod, SpendingShare, UnitScale, UsualSpending};
pub use dated::{Dated, Timeline};
pub use ladder::{ArrearsLadder, LadderActor, LadderDelay, LadderSetting, LadderStep};
pub use legal::{Certainty as LegalCertainty, Legal, LegalTopic, LegalValue};
pub use letters::{LetterText, LetterTexts, OwnLetterText};
pub use limits::{LimitOwner, LimitPassed, LoanAsked, LoanFrame, check_loan, narrowest};
pub use lists::{
    BudgetEntry, BudgetGroup, Criterion, DifficultyKind, FollowUpPlan, ListEntry, ListKey, ListRefused, Lists,
    LoanEvent, PlannedDue, PlannedStep, Provider, entry,
};
pub use loans::{
    AccountAsked, AlertScope, AnswerKind, Guarantor, Lender, LenderAgreement, LenderContact, LoanLimits, LoanProduct,
    OwnFormPlace, OwnQuestion, Renewal, SubLimit, SupportRequirement,
};
pub use office_papers::{BlockColumn, BlockShape, OfficePaperText, PaperBlock, PaperLayout, written};
pub use office_rules::{
    CharterKind, Granting, HeadlineFigure, LOWEST_HIDING, MOST_HEADLINE_FIGURES, OfficeRules, RefundBase,
    RefundCondition, RefundMoment, RefundPolicy,
};
pub use records::{
    FollowUpRules, GuaranteeEnvelope, Numbering, NumberingRefused, OfficeIdentity, SafetyRules, TaskDelay,
};
pub use reports::{ExportChoice, Funding, Quoted, ReportWords, StatementWords, Testimony};
pub use screening::{
    AnswerFeed, AnswerVerdicts, BudgetLineOfAnswer, NO, ScreeningAnswer, ScreeningGrid, TO_SEE, Verdict, VerdictLine,
    VerdictMeaning, YES,
};
pub use survey::{SurveyChoice, SurveyQuestion};
pub use uses::{OfficeUse, OfficeUses};

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

/// Everything dated that the office decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How references are written.
    pub numbering: Timeline<Numbering>,
    /// Delays of the follow-up.
    pub follow_up: Timeline<FollowUpRules>,
    /// The office's own rules.
    pub office: Timeline<OfficeRules>,
    /// What the office uses.
    pub uses: Timeline<OfficeUses>,
    /// The products the office uses, each with its successive rules.
    pub products: BTreeMap<ListKey, Vec<Dated<LoanProduct>>>,
    /// The lenders, each with its successive agreements.
    pub lenders: BTreeMap<ListKey, LenderFile>,
    /// Values of the law.
    pub legal: Arc<Legal>,
    /// The lists.
    pub lists: Arc<Lists>,
    /// The texts of letters.
    pub letters: Arc<LetterTexts>,
    /// The day tasks began to be kept, for an office that had none before: nothing small is asked of what is older.
    pub tasks_from: Option<NaiveDate>,
}

/// A lender and every agreement signed with it, the oldest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LenderFile {
    /// The lender, as last described.
    pub lender: Lender,
    /// Its agreements.
    pub agreements: Vec<Dated<LenderAgreement>>,
}

/// What was in force on one date.
#[derive(Clone, Copy, Debug)]
pub struct RulesAt<'s> {
    /// The date.
    pub date: NaiveDate,
    /// How references are written.
    pub numbering: &'s Numbering,
    /// Delays of the follow-up.
    pub follow_up: &'s FollowUpRules,
    /// The office's own rules.
    pub office: &'s OfficeRules,
    /// What the office uses; an office whose rules make a session decide uses sessions.
    pub uses: OfficeUses,
    /// The lists.
    pub lists: &'s Lists,
    /// Values of the law.
    pub legal: &'s Legal,
    products: &'s BTreeMap<ListKey, Vec<Dated<LoanProduct>>>,
    lenders: &'s BTreeMap<ListKey, LenderFile>,
}

/// A lender on a date, with the agreement then in force, if any.
#[derive(Clone, Copy, Debug)]
pub struct LenderAt<'s> {
    /// Its key.
    pub key: &'s ListKey,
    /// The lender.
    pub lender: &'s Lender,
    /// The agreement in force.
    pub agreement: Option<&'s Dated<LenderAgreement>>,
}

impl Settings {
    /// Whether a rule of the office ever gave the interest back as a loan starts.
    #[must_use]
    pub fn refunds_at_the_start(&self) -> bool {
        let mut rules = self.office.values().filter_map(|office| office.refund.as_ref());
        rules.any(|rule| rule.moment == RefundMoment::Start)
    }

    /// The rules in force on a date.
    #[must_use]
    pub fn at(&self, date: NaiveDate) -> RulesAt<'_> {
        let office = &self.office.at(date).value;
        let uses = self.uses.at(date).value;
        RulesAt {
            date,
            numbering: &self.numbering.at(date).value,
            follow_up: &self.follow_up.at(date).value,
            office,
            uses: OfficeUses { committee: uses.committee || office.decides_in_session(), ..uses },
            lists: &self.lists,
            legal: &self.legal,
            products: &self.products,
            lenders: &self.lenders,
        }
    }
}

impl<'s> RulesAt<'s> {
    /// The rules of a product in force on the date; nothing before its first day.
    #[must_use]
    pub fn product(&self, key: &ListKey) -> Option<&'s Dated<LoanProduct>> {
        in_force(self.products.get(key)?, self.date)
    }

    /// Every product in force on the date, retired ones included.
    pub fn products(&self) -> impl Iterator<Item = (&'s ListKey, &'s Dated<LoanProduct>)> {
        let date = self.date;
        self.products.iter().filter_map(move |(key, rows)| Some((key, in_force(rows, date)?)))
    }

    /// Every product offered on the date: those in force, retired ones left out.
    pub fn offered_products(&self) -> impl Iterator<Item = (&'s ListKey, &'s LoanProduct)> {
        self.products().map(|(key, dated)| (key, &dated.value)).filter(|(_, product)| !product.retired)
    }

    /// A lender, with its agreement in force on the date.
    #[must_use]
    pub fn lender(&self, key: &ListKey) -> Option<LenderAt<'s>> {
        let (key, file) = self.lenders.get_key_value(key)?;
        Some(lender_at(key, file, self.date))
    }

    /// Every lender, with its agreement in force on the date.
    pub fn lenders(&self) -> impl Iterator<Item = LenderAt<'s>> {
        let date = self.date;
        self.lenders.iter().map(move |(key, file)| lender_at(key, file, date))
    }

    /// The one product that a lender's agreement covers among those offered on the date, of any lender when none is
    /// chosen; nothing where there is a choice.
    #[must_use]
    pub fn only_product(&self, lender: Option<&ListKey>) -> Option<&'s ListKey> {
        let agreement = lender.and_then(|key| self.lender(key)?.agreement);
        let covers = |key: &ListKey| {
            agreement.is_none_or(|dated| dated.value.products.is_empty() || dated.value.products.contains(key))
        };
        let mut offered = self.offered_products().filter(|(key, _)| covers(key));
        let (only, _) = offered.next()?;
        offered.next().is_none().then_some(only)
    }

    /// A number of the arrears ladder: the office's own, else the one it starts with; nothing when not stated.
    #[must_use]
    pub fn arrears_number(&self, key: &str) -> Option<u32> {
        let own = self.follow_up.arrears.get(&ListKey::new(key)).copied();
        let start = self.lists.arrears_ladder.settings.iter().find(|setting| setting.key.as_str() == key);
        own.or(start.and_then(|setting| setting.default))
    }

    /// A whole number of the law on the date.
    #[must_use]
    pub fn legal_number(&self, key: &str) -> Option<u32> {
        self.legal.number(key, self.date)
    }
}

fn in_force<T>(rows: &[Dated<T>], date: NaiveDate) -> Option<&Dated<T>> {
    rows.iter().filter(|row| row.valid_from <= date).max_by_key(|row| row.valid_from)
}

fn lender_at<'s>(key: &'s ListKey, file: &'s LenderFile, date: NaiveDate) -> LenderAt<'s> {
    let agreement = in_force(&file.agreements, date);
    let running = |agreement: &&Dated<LenderAgreement>| agreement.value.ends_on.is_none_or(|end| date <= end);
    LenderAt { key, lender: &file.lender, agreement: agreement.filter(running) }
}
