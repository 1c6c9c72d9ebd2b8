//! The office's own rules: how a budget is read, who decides, the charter, the refund of interest.

mod fields;
mod usual_spending;

pub use fields::RuleFields;
pub use usual_spending::UsualSpendingFields;

use domain::household::Share;
use domain::settings::{
    CharterKind, Dated, Granting, Lists, OfficeRules, RefundBase, RefundCondition, RefundMoment, SpendingShare,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use self::fields::{clauses, fields, read};
use super::budget_rule::{self, BudgetRuleChoices};
use super::versions::{Clause, TypedVersion, Version, headed, known, place};
use super::{Desk, Nothing, acted};
use app::caller::Moment;
use app::delivered::delivered;
use app::failure::Failure;
use app::settings::{OFFICE_RULES, kept_of, row, settings};
use app::shapes::Choice;

/// The rules from a date, or a correction of them.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewRules {
    /// From when, and where they come from.
    pub version: TypedVersion,
    /// The rules.
    pub fields: RuleFields,
}

/// The office's rules and every version of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RulesView {
    /// The versions, the newest first.
    pub versions: Vec<RulesVersion>,
    /// What a budget rule may choose from.
    pub budget: BudgetRuleChoices,
    /// What a child of shared custody may count for.
    pub custody_shares: Vec<Choice>,
    /// What a usual spending may be for.
    pub spending_shares: Vec<Choice>,
    /// Who may decide to submit.
    pub decision_modes: Vec<Choice>,
    /// Who may grant.
    pub grantings: Vec<Choice>,
    /// Who may sign the charter.
    pub charters: Vec<Choice>,
    /// When interest may be refunded.
    pub refund_moments: Vec<Choice>,
    /// What may be refunded.
    pub refund_bases: Vec<Choice>,
    /// On what conditions.
    pub refund_conditions: Vec<Choice>,
}

/// One version of the rules.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RulesVersion {
    /// How it is headed.
    pub version: Version,
    /// Its rules as a form holds them.
    pub fields: RuleFields,
    /// Its rules in words.
    pub clauses: Vec<Clause>,
}

/// Shows the office's rules and every version of them.
pub fn office_rules(desk: &Desk, _: Nothing, moment: &Moment) -> Result<RulesView, Failure> {
    desk.read(|reader| {
        let lists = settings(reader)?.lists;
        let own = kept_of::<OfficeRules>(reader, OFFICE_RULES, "")?;
        let versions = app::settings::laid(vec![delivered()?.office_rules.clone()], own);
        let headings = headed(&versions, |_| None, moment.today);
        let mut shown: Vec<RulesVersion> = versions
            .iter()
            .zip(headings)
            .map(|(rules, version)| shown(rules, version, &lists))
            .collect::<Result<_, _>>()?;
        shown.reverse();
        Ok(RulesView {
            versions: shown,
            budget: budget_rule::choices()?,
            custody_shares: Share::ALL.into_iter().map(Choice::of).collect(),
            spending_shares: SpendingShare::ALL.into_iter().map(Choice::of).collect(),
            decision_modes: lists.decision_modes.iter().filter(|mode| !mode.retired).map(Choice::of_entry).collect(),
            grantings: Granting::ALL.into_iter().map(Choice::of).collect(),
            charters: CharterKind::ALL.into_iter().map(Choice::of).collect(),
            refund_moments: RefundMoment::ALL.into_iter().map(Choice::of).collect(),
            refund_bases: RefundBase::ALL.into_iter().map(Choice::of).collect(),
            refund_conditions: RefundCondition::ALL.into_iter().map(Choice::of).collect(),
        })
    })
}

/// Changes the office's rules from a date, or corrects a version of them.
pub fn set_office_rules(desk: &mut Desk, input: NewRules, moment: &Moment) -> Result<RulesView, Failure> {
    let (rules, place) = desk.read(|reader| {
        let lists = settings(reader)?.lists;
        let own = kept_of::<OfficeRules>(reader, OFFICE_RULES, "")?;
        let start = delivered()?.office_rules.valid_from;
        Ok((read(&input.fields, &lists)?, place(&input.version, &known(Some(start), &own), moment)?))
    })?;
    let row = row(OFFICE_RULES, &place.dated(rules), moment)?;
    desk.act("set_office_rules", moment, |writer| {
        place.write(writer, &row)?;
        Ok(acted("Modification des règles du CCAS.", vec![OFFICE_RULES]))
    })?;
    office_rules(desk, Nothing {}, moment)
}

fn shown(rules: &Dated<OfficeRules>, version: Version, lists: &Lists) -> Result<RulesVersion, Failure> {
    Ok(RulesVersion { version, fields: fields(&rules.value)?, clauses: clauses(&rules.value, lists) })
}
