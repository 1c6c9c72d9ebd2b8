//! The support plan: what was agreed, and the rhythms offered to start from.

use chrono::NaiveDate;
use domain::dossier::{Dossier, FactId};
use domain::line::Line;
use domain::settings::{FollowUpPlan, ListEntry, ListKey, Provider, Settings, SupportRequirement, entry};
use domain::support::{LoanDays, SupportPlan, SupportStep, proposed_steps};
use domain::words::{self, Labelled, long_date};
use serde::Serialize;
use ts_rs::TS;

use super::forms::{DecisionForm, SupportForm, SupportStepForm};
use super::read::FormReading;
use app::failure::Failure;
use app::reading;
use app::shapes::{Choice, Day};

/// The most meetings and calls of a plan.
const MOST_STEPS: usize = 40;

/// The support plan in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Support")]
pub struct SupportView {
    /// Its fact.
    #[ts(type = "number")]
    pub fact: FactId,
    /// The day it was set.
    pub set_on: Day,
    /// Its level.
    pub level: Choice,
    /// `Accompagnement budgétaire : CCAS. Pas d’accompagnement social.`
    pub sentence: String,
    /// What was agreed.
    pub note: String,
    /// The meetings and calls.
    pub steps: Vec<SupportStepView>,
    /// The form that corrects it.
    pub form: DecisionForm,
}

/// One meeting or call of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "SupportStep")]
pub struct SupportStepView {
    /// When, in words, with its day.
    pub when: String,
    /// How and by whom.
    pub how: String,
    /// What for.
    pub purpose: String,
}

/// A rhythm to start a plan from, dated from the loan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PlanProposal {
    /// Its key.
    pub key: String,
    /// What people read.
    pub label: String,
    /// The level it goes with.
    pub level: String,
    /// Its steps, as the form holds them.
    pub steps: Vec<SupportStepForm>,
}

impl FormReading<'_> {
    /// The plan a form makes; without steps, those of its level.
    pub(super) fn support(&self, form: &SupportForm) -> Result<SupportPlan, Failure> {
        let lists = &self.settings.lists;
        let level = self.entry(&form.level, &lists.support_levels, "level")?;
        let level = level.ok_or_else(|| Failure::refused("Le niveau d’accompagnement manque.").at("level"))?;
        let set_on = self.day(&form.set_on, "set_on")?;
        if form.steps.len() > MOST_STEPS {
            return Err(Failure::refused(&format!("Un plan a {MOST_STEPS} points au plus.")).at("steps"));
        }
        let typed: Result<Vec<_>, _> =
            (0_usize..).zip(&form.steps).map(|(place, step)| self.step(step, place)).collect();
        let typed = typed?;
        let usual = || {
            let plan = lists.rhythms().find(|plan| plan.level == level);
            plan.map(|plan| proposed_steps(plan, &loan_days(self.dossier, self.settings, self.moment.today)))
        };
        Ok(SupportPlan {
            set_on,
            budget: provider(&form.budget, "budget")?,
            social: provider(&form.social, "social")?,
            note: reading::line(&form.note, "note")?,
            steps: if typed.is_empty() { usual().unwrap_or_default() } else { typed },
            level,
        })
    }

    /// One step; its fields are named by its place in the form: `steps.0.label`.
    fn step(&self, form: &SupportStepForm, place: usize) -> Result<SupportStep, Failure> {
        let field = |name: &str| format!("steps.{place}.{name}");
        let missing = "Dites quand : « À mi-parcours », « Chaque trimestre »…";
        let channel = self.entry(&form.channel, &self.settings.lists.interview_kinds, &field("channel"))?;
        let channel = channel.ok_or_else(|| Failure::refused("Appel, entretien, visite ?").at(&field("channel")))?;
        let every_months = reading::whole(&form.every_months, &field("every_months"))?;
        Ok(SupportStep {
            label: reading::needed(&form.label, &field("label"), missing)?,
            first_on: self.planned(&form.first_on, &field("first_on"))?,
            every_months: every_months.filter(|months| *months > 0),
            channel,
            provider: provider(&form.provider, &field("provider"))?.unwrap_or(Provider::Office),
            purpose: reading::line(&form.purpose, &field("purpose"))?,
        })
    }
}

/// The plan a loan follows when nobody set one before the funds are released, on this day: that of its product, else the
/// lightest.
pub(super) fn plan_by_itself(dossier: &Dossier, settings: &Settings, on: NaiveDate) -> Option<SupportPlan> {
    let course = dossier.facts.course();
    if course.support.is_some() {
        return None;
    }
    let (_, contract) = course.contract?;
    let rules = settings.at(on);
    let product = dossier.loan_product(&rules).and_then(|key| rules.product(key)).map(|dated| &dated.value);
    let plans = &settings.lists.follow_up_plans;
    let named = product.and_then(|product| product.follow_up_plan.as_ref());
    let named = named.and_then(|key| plans.iter().find(|plan| plan.key == *key));
    let supported = product.is_some_and(|product| product.support == SupportRequirement::BudgetRequired);
    let level = if supported { "regular" } else { "none" };
    let plan = named.or_else(|| plans.iter().find(|plan| plan.level.as_str() == level))?;
    let dates = contract.terms.dates;
    let days = dates.map(|dates| LoanDays::of(on, dates.first_due_on, contract.terms.months));
    let days = days.unwrap_or(LoanDays { disbursed: Some(on), ..LoanDays::default() });
    Some(SupportPlan {
        set_on: on,
        level: plan.level.clone(),
        budget: supported.then_some(Provider::Office),
        social: None,
        note: Line::default(),
        steps: proposed_steps(plan, &days),
    })
}

/// The plan in force, as its part shows it.
pub(super) fn shown_plan((fact, plan): (FactId, &SupportPlan), settings: &Settings) -> Result<SupportView, Failure> {
    let level = entry(&settings.lists.support_levels, &plan.level)?;
    let steps = plan.steps.iter().map(|step| shown_step(step, &settings.lists.interview_kinds));
    Ok(SupportView {
        fact,
        set_on: Day::full(plan.set_on),
        level: Choice::of_entry(level),
        sentence: sentence(plan),
        note: words::spaced(plan.note.as_str()),
        steps: steps.collect::<Result<_, Failure>>()?,
        form: DecisionForm::Support(SupportForm::of(plan)),
    })
}

/// Every rhythm, the first of each level first, dated from the loan as it is known.
pub(super) fn proposals(dossier: &Dossier, settings: &Settings, today: NaiveDate) -> Vec<PlanProposal> {
    let days = loan_days(dossier, settings, today);
    let proposal = |plan: &FollowUpPlan| PlanProposal {
        key: plan.key.as_str().to_owned(),
        label: plan.label.clone(),
        level: plan.level.as_str().to_owned(),
        steps: proposed_steps(plan, &days).iter().map(SupportStepForm::of).collect(),
    };
    settings.lists.rhythms().map(proposal).collect()
}

/// The days steps are counted from: the release of the funds as it was, else as the loan plans it.
fn loan_days(dossier: &Dossier, settings: &Settings, today: NaiveDate) -> LoanDays {
    let course = dossier.facts.course();
    let paid = course.disbursement.map(|(_, disbursement)| disbursement.on);
    let planned = dossier.loan(settings, today).ok().map(|loan| loan.terms);
    let dates = planned.and_then(|terms| Some((terms.dates?, terms.months)));
    match dates {
        Some((dates, months)) => LoanDays::of(paid.unwrap_or(dates.disbursed_on), dates.first_due_on, months),
        None => LoanDays { disbursed: paid, ..LoanDays::default() },
    }
}

fn provider(key: &str, field: &str) -> Result<Option<Provider>, Failure> {
    if key.is_empty() { Ok(None) } else { reading::word(key, field).map(Some) }
}

fn sentence(plan: &SupportPlan) -> String {
    let said = |what: &str, provider: Option<Provider>| match provider {
        Some(provider) => format!("Accompagnement {what} : {}.", provider.label()),
        None => format!("Pas d’accompagnement {what}."),
    };
    words::spaced(&format!("{} {}", said("budgétaire", plan.budget), said("social", plan.social)))
}

fn shown_step(step: &SupportStep, kinds: &[ListEntry]) -> Result<SupportStepView, Failure> {
    let when = match (step.first_on, step.every_months) {
        (Some(day), Some(_)) => format!("{}, dès le {}", step.label, long_date(day)),
        (Some(day), None) => format!("{}, {}", step.label, long_date(day)),
        (None, _) => format!("{}, date à fixer", step.label),
    };
    let rhythm = step.every_months.map(rhythm).unwrap_or_default();
    Ok(SupportStepView {
        when: words::spaced(&when),
        how: format!("{}, {}{rhythm}", channel_label(&step.channel, kinds)?, step.provider.label()),
        purpose: said(&step.purpose),
    })
}

fn rhythm(months: u32) -> String {
    if months == 1 { ", chaque mois".to_owned() } else { format!(", tous les {months} mois") }
}

fn channel_label(key: &ListKey, kinds: &[ListEntry]) -> Result<String, Failure> {
    Ok(entry(kinds, key)?.label.clone())
}

fn said(line: &Line) -> String {
    words::spaced(line.as_str())
}
