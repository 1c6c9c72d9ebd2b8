//! What a product and a lender's agreement allow: the limits a loan is judged by.
//!
//! A limit that is not stated is absent, never zero. The limit that applies is the
//! narrowest of the product's and the agreement's in force on the date (*Un coup de
//! pouce pour le microcrédit personnel*, le partenariat bancaire).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{BudgetRule, ListKey, RateLine};
use crate::line::Line;
use crate::loan::{AccountCost, FeePayment, FirstPeriod, InsuranceRequirement, Rate};
use crate::money::Euros;

/// Amounts and months a loan may have; an absent limit is not stated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LoanLimits {
    /// The least amount.
    pub amount_min: Option<Euros>,
    /// The ordinary ceiling of the amount.
    pub amount_max: Option<Euros>,
    /// The shortest loan, in months.
    pub months_min: Option<u32>,
    /// The ordinary longest loan, in months.
    pub months_max: Option<u32>,
    /// The ceiling of the amount with a written justification.
    pub exceptional_amount_max: Option<Euros>,
    /// The longest loan with a written justification, in months.
    pub exceptional_months_max: Option<u32>,
    /// Ceilings of their own for some purposes.
    pub sub_limits: Vec<SubLimit>,
}

/// A ceiling of its own for one purpose: 800 € for an overdraft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SubLimit {
    /// The purpose, an entry of the purposes.
    pub purpose: ListKey,
    /// Its ceiling.
    pub amount_max: Euros,
}

vocabulary! {
    /// Who bears the guaranteed share of a loan.
    pub enum Guarantor {
        Fcs => "fcs", "Fonds de cohésion sociale";
        Ccas => "ccas", "CCAS";
        Other => "other", "Autre garant";
    }
}

vocabulary! {
    /// Whether a product asks for budget support beside the follow-up of repayment.
    #[derive(Default)]
    pub enum SupportRequirement {
        #[default]
        FollowUp => "follow_up", "Suivi du remboursement";
        BudgetOptional => "budget_optional", "Accompagnement budgétaire proposé";
        BudgetRequired => "budget_required", "Accompagnement budgétaire obligatoire";
    }
}

/// A set of rules a loan is made under.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoanProduct {
    /// What people read.
    pub label: Line,
    /// Amounts and months.
    pub limits: LoanLimits,
    /// The highest rate; not stated when absent.
    #[serde(default)]
    pub rate_max: Option<Rate>,
    /// Categories of purposes it finances; empty is not stated.
    #[serde(default)]
    pub purposes: Vec<ListKey>,
    /// Who guarantees; not stated when absent.
    #[serde(default)]
    pub guarantor: Option<Guarantor>,
    /// The share guaranteed, in percent.
    #[serde(default)]
    pub guarantee_percent: Option<u32>,
    /// What support it asks for.
    #[serde(default)]
    pub support: SupportRequirement,
    /// The rhythm of follow-up its loans start with; the lightest when not stated.
    #[serde(default)]
    pub follow_up_plan: Option<ListKey>,
    /// Its conditions, in words.
    #[serde(default)]
    pub conditions: Vec<Line>,
    /// No longer offered; still shown where it was used.
    #[serde(default)]
    pub retired: bool,
}

impl LoanProduct {
    /// The share the office itself guarantees, in percent; nothing when it does not.
    #[must_use]
    pub fn guaranteed_by_office(&self) -> Option<u32> {
        self.guarantee_percent.filter(|_| self.guarantor == Some(Guarantor::Ccas))
    }
}

/// A bank that lends, as the office names it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lender {
    /// Its name: « Banque du Val ».
    pub name: Line,
    /// The named contact.
    #[serde(default)]
    pub contact: Line,
    /// What the contact does there.
    #[serde(default)]
    pub contact_role: Line,
    /// The contact's telephone.
    #[serde(default)]
    pub phone: Line,
    /// The contact's e-mail address.
    #[serde(default)]
    pub email: Line,
    /// Where letters reach it, on one line.
    #[serde(default)]
    pub address: Line,
    /// Who else is reached there; the named contact is the main one.
    #[serde(default)]
    pub others: Vec<LenderContact>,
    /// No longer a partner; still shown where it was used.
    #[serde(default)]
    pub retired: bool,
}

/// Someone else at a lender.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LenderContact {
    /// Their name; never empty.
    pub name: Line,
    /// What they do there.
    pub role: Line,
    /// Their telephone.
    pub phone: Line,
    /// Their e-mail address.
    pub email: Line,
}

/// What an account a lender asks for, or proposes, costs the person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct AccountAsked {
    /// What it costs a month.
    pub monthly: Euros,
    /// What is paid once: shares, membership.
    pub once: Euros,
    /// Advantages and drawbacks, as they are explained.
    pub note: Line,
}

impl AccountAsked {
    /// Its costs, without what is said of it.
    #[must_use]
    pub fn cost(&self) -> AccountCost {
        AccountCost { monthly: self.monthly, once: self.once }
    }
}

/// What the office and a lender signed; in force from its date until `ends_on`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LenderAgreement {
    /// Its last day.
    pub ends_on: Option<NaiveDate>,
    /// Whether the committee of the fund accredited the lender; unknown when absent.
    pub accredited: Option<bool>,
    /// Products it covers; empty is not stated.
    pub products: Vec<ListKey>,
    /// Categories of purposes it finances; empty is not stated.
    pub purposes: Vec<ListKey>,
    /// Amounts and months.
    pub limits: LoanLimits,
    /// The yearly rate of its loans, but those a line speaks of.
    pub rate: Option<Rate>,
    /// Rates of their own for some loans: the first line a loan meets gives its rate.
    #[serde(default)]
    pub rate_lines: Vec<RateLine>,
    /// Months of interest only it allows at the start; 0 is none, absent is not stated.
    pub interest_only_max: Option<u32>,
    /// The file fee, paid at the start.
    pub file_fee: Option<Euros>,
    /// Days in which it promises to answer.
    pub answer_days: Option<u32>,
    /// Who tells the person: an entry of the notification modes.
    pub notification: Option<ListKey>,
    /// The account it asks for: an entry of the domiciliation kinds.
    pub domiciliation: Option<ListKey>,
    /// Days in which it reaches the person after a missed instalment.
    pub alert_days: Option<u32>,
    /// Instalments that may be postponed during a loan.
    pub deferrals: Option<u32>,
    /// Day of the month instalments are debited.
    pub debit_day: Option<u32>,
    /// Months in which nothing is paid it allows at the start; 0 is none, absent is not stated.
    pub deferred_max: Option<u32>,
    /// Later months of interest only it allows; 0 is none, absent is not stated.
    pub interest_only_later_max: Option<u32>,
    /// When its file fee is paid; not stated when absent.
    pub fee_payment: Option<FeePayment>,
    /// What interest it counts in a first period that is not a month.
    pub first_period: FirstPeriod,
    /// What the account it asks for costs.
    pub account: Option<AccountAsked>,
    /// Whether it asks for a personal guarantor; not stated when absent.
    pub guarantor: Option<bool>,
    /// Whether it makes insurance a condition; not stated when absent.
    pub insurance: Option<InsuranceRequirement>,
    /// Its own rule for the budget; not stated when absent.
    pub budget: Option<BudgetRule>,
    /// Supporting documents it asks for beside those of the list.
    #[serde(default)]
    pub documents_added: Vec<ListKey>,
    /// Supporting documents of the list it does without.
    #[serde(default)]
    pub documents_left_out: Vec<ListKey>,
    /// The parts of its file that come first, in its order; keys of [`super::BankFilePart`].
    #[serde(default)]
    pub file_parts: Vec<ListKey>,
    /// The supporting documents that come first among the pieces, in its order.
    #[serde(default)]
    pub documents_first: Vec<ListKey>,
    /// The largest attachment its mailbox takes, in megabytes of a million bytes; not stated when absent.
    #[serde(default)]
    pub attachment_megabytes: Option<u32>,
    /// What it asks of its own, answered in the dossier and printed in the file.
    #[serde(default)]
    pub questions: Vec<OwnQuestion>,
    /// Where its own form goes in the file; it has none when absent.
    #[serde(default)]
    pub own_form: Option<OwnFormPlace>,
    /// Days an agreement in principle holds.
    #[serde(default)]
    pub principle_days: Option<u32>,
    /// How its file is made: one PDF, its own cover first.
    #[serde(default)]
    pub file_form: Line,
    /// How the reasons of a refusal are given.
    #[serde(default)]
    pub refusal_terms: Line,
    /// What it alerts the office of; not stated when absent.
    #[serde(default)]
    pub alert_scope: Option<AlertScope>,
    /// How it alerts: by message, by telephone.
    #[serde(default)]
    pub alert_form: Line,
    /// On what terms instalments are postponed: who asks, without penalty.
    #[serde(default)]
    pub deferral_terms: Line,
    /// Budget workshops it holds in a year.
    #[serde(default)]
    pub workshops: Option<u32>,
    /// Meetings on the partnership in a year.
    #[serde(default)]
    pub meetings: Option<u32>,
    /// How its advisers are told or trained.
    #[serde(default)]
    pub training: Line,
    /// The figures it gives, and when.
    #[serde(default)]
    pub statistics: Line,
    /// What happens at its end; not stated when absent.
    #[serde(default)]
    pub renewal: Option<Renewal>,
    /// What else it says, in words.
    pub note: Line,
}

impl LenderAgreement {
    /// The key of the domiciliation kind that asks for no account.
    pub const NO_DOMICILIATION: &str = "none";

    /// What the account costs that has to be opened to get its loans; none when it costs nothing, or when the agreement
    /// says that no domiciliation is asked for.
    ///
    /// An agreement that gives the cost and not the kind counts as asking for it: the law leaves an account out only
    /// when its opening is optional, see [`AccountCost`].
    #[must_use]
    pub fn account_required(&self) -> Option<AccountCost> {
        let is_optional = self.domiciliation.as_ref().is_some_and(|kind| kind.as_str() == Self::NO_DOMICILIATION);
        let asked = self.account.as_ref().filter(|_| !is_optional);
        asked.map(AccountAsked::cost).filter(|cost| !cost.is_free())
    }
}

vocabulary! {
    /// What a lender alerts the office of.
    pub enum AlertScope {
        Instalments => "instalments", "Les mensualités seules";
        OtherDifficulties => "other_difficulties", "Les mensualités et les autres difficultés du compte";
    }
}

vocabulary! {
    /// What happens at the end of an agreement.
    pub enum Renewal {
        Tacit => "tacit", "Elle continue, sauf si l’un des deux y met fin";
        Signed => "signed", "Elle est signée de nouveau";
    }
}

/// A question a lender asks beside what its file says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnQuestion {
    /// Its stable key.
    pub key: ListKey,
    /// What is asked.
    pub label: Line,
    /// What its answer is.
    pub kind: AnswerKind,
    /// Whether the lender wants it answered.
    pub required: bool,
}

vocabulary! {
    /// What the answer to a lender's own question is.
    pub enum AnswerKind {
        Text => "text", "Texte";
        YesNo => "yes_no", "Oui ou non";
        Day => "day", "Date";
        Amount => "amount", "Montant";
        Number => "number", "Nombre";
    }
}

vocabulary! {
    /// Where a lender's own form goes in its file.
    pub enum OwnFormPlace {
        First => "first", "En tête du dossier";
        BeforeDocuments => "before_documents", "Avant les pièces";
        Last => "last", "À la fin du dossier";
    }
}
