//! The office's own rules: how a budget is read, who decides, the charter, the refund of interest.

mod fields;
mod usual_spending;

pub use fields::RuleFields;
pub use usual_spending::UsualSpendingFields;

use domain::household::Share;
use domain::settings::{
    CharterKind, Dated, Granting, HeadlineFigure, Lists, OfficeRules, RefundBase, RefundCondition, RefundMoment,
    SpendingShare,
};
use serde::Serialize;
use ts_rs::TS;

use self::fields::{clauses, fields, read};
use super::budget_rule::{self, BudgetRuleChoices};
use super::dated_setting::{DatedSetting, NewVersion, SettingVersion, set, versions};
use super::versions::Clause;
use super::{Desk, Nothing};
use app::caller::Moment;
use app::delivered::delivered;
use app::failure::Failure;
use app::settings::{OFFICE_RULES, settings};
use app::shapes::Choice;

/// The office's rules and every version of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RulesView {
    /// The versions, the newest first.
    pub versions: Vec<SettingVersion<RuleFields>>,
    /// What a budget rule may choose from.
    pub budget: BudgetRuleChoices,
    /// What a child of shared custody may count for.
    pub custody_shares: Vec<Choice>,
    /// What a usual spending may be for.
    pub spending_shares: Vec<Choice>,
    /// The lines the grid of a budget shows when the office chose none, in their order.
    pub grid_lines: Vec<String>,
    /// Who may decide to submit.
    pub decision_modes: Vec<Choice>,
    /// Who may grant.
    pub grantings: Vec<Choice>,
    /// Who may sign the charter.
    pub charters: Vec<Choice>,
    /// What may stand at the head of the bilan.
    pub headline_figures: Vec<Choice>,
    /// When interest may be refunded.
    pub refund_moments: Vec<Choice>,
    /// What may be refunded.
    pub refund_bases: Vec<Choice>,
    /// On what conditions.
    pub refund_conditions: Vec<Choice>,
}

/// Shows the office's rules and every version of them.
pub fn office_rules(desk: &Desk, _: Nothing, moment: &Moment) -> Result<RulesView, Failure> {
    desk.read(|reader| {
        let lists = settings(reader)?.lists;
        Ok(RulesView {
            versions: versions::<OfficeRules>(reader, moment, |dated, _| dated.value.clone())?,
            budget: budget_rule::choices()?,
            custody_shares: Share::ALL.into_iter().map(Choice::of).collect(),
            grid_lines: usual_lines(&lists),
            spending_shares: SpendingShare::ALL.into_iter().map(Choice::of).collect(),
            decision_modes: lists.decision_modes.iter().filter(|mode| !mode.retired).map(Choice::of_entry).collect(),
            grantings: Granting::ALL.into_iter().map(Choice::of).collect(),
            charters: CharterKind::ALL.into_iter().map(Choice::of).collect(),
            headline_figures: HeadlineFigure::ALL.into_iter().map(Choice::of).collect(),
            refund_moments: RefundMoment::ALL.into_iter().map(Choice::of).collect(),
            refund_bases: RefundBase::ALL.into_iter().map(Choice::of).collect(),
            refund_conditions: RefundCondition::ALL.into_iter().map(Choice::of).collect(),
        })
    })
}

/// The lines a budget shows as delivered.
fn usual_lines(lists: &Lists) -> Vec<String> {
    let grid = lists.budget_grid(&[]).into_iter();
    grid.filter(|(_, usual)| *usual).map(|(entry, _)| entry.key.as_str().to_owned()).collect()
}

/// Changes the office's rules from a date, or corrects a version of them.
pub fn set_office_rules(desk: &mut Desk, input: NewVersion<RuleFields>, moment: &Moment) -> Result<RulesView, Failure> {
    let rules = desk.read(|reader| read(&input.fields, &settings(reader)?.lists))?;
    let new = NewVersion { version: input.version, fields: rules };
    set(desk, "set_office_rules", new, moment, |_, _| Ok(()))?;
    office_rules(desk, Nothing {}, moment)
}

impl DatedSetting for OfficeRules {
    const KIND: &'static str = OFFICE_RULES;
    const CHANGED: &'static str = "Modification des règles du CCAS.";
    type Fields = RuleFields;

    fn delivered() -> Result<&'static Dated<Self>, Failure> {
        Ok(&delivered()?.office_rules)
    }

    fn fields(&self) -> Result<RuleFields, Failure> {
        fields(self)
    }

    fn clauses(&self, lists: &Lists) -> Vec<Clause> {
        clauses(self, lists)
    }
}
