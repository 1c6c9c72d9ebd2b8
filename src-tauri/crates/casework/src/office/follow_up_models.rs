//! The models of follow-up: changed, copied, proposed no more or again. A plan already set for a loan keeps its steps.

use domain::settings::{Dated, FollowUpPlan, ListKey, Lists, LoanEvent, PlannedDue, PlannedStep, Provider};
use domain::words::{folded, spaced};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::lists::free_key;
use super::{Desk, Nothing, acted};
use app::caller::Moment;
use app::failure::Failure;
use app::reading;
use app::settings::{FOLLOW_UP_PLAN, row_of, settings};
use app::shapes::Choice;

/// The longest time from a day of the loan, in months or in days.
const MOST: u32 = 366;

/// A model as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ModelFields {
    /// Its name; needed.
    pub label: String,
    /// The level of support it goes with; needed.
    pub level: String,
    /// Its steps, in their order.
    pub steps: Vec<ModelStepFields>,
    /// Whether it is proposed no more.
    pub retired: bool,
}

/// One step as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ModelStepFields {
    /// When, in words: `Dans le mois du versement`; needed.
    pub label: String,
    /// The day of the loan it is counted from.
    pub from: String,
    /// Months after it; none when empty.
    pub months: String,
    /// Then days.
    pub days: String,
    /// Repeated every so many months; once when empty.
    pub every_months: String,
    /// How: a kind of contact.
    pub channel: String,
    /// Who does it.
    pub with_whom: String,
    /// What for; needed.
    pub purpose: String,
}

/// A model written or written anew.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ModelChange {
    /// Which one; empty for a new one.
    pub key: String,
    /// What is typed.
    pub fields: ModelFields,
}

/// The models of follow-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FollowUpModelsView {
    /// The models, those proposed no more included.
    pub models: Vec<FollowUpModelView>,
    /// The levels of support.
    pub levels: Vec<Choice>,
    /// The days of a loan.
    pub events: Vec<Choice>,
    /// The kinds of contacts.
    pub channels: Vec<Choice>,
    /// Who may follow.
    pub providers: Vec<Choice>,
}

/// One model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FollowUpModelView {
    /// Its place, which tells it apart.
    pub id: usize,
    /// Its key.
    pub key: String,
    /// As forms hold it.
    pub fields: ModelFields,
    /// `4 étapes`, `4 étapes, plus proposé`.
    pub state: String,
    /// Its steps in words.
    pub steps: Vec<String>,
}

/// Shows the models of follow-up.
pub fn follow_up_models(desk: &Desk, _: Nothing, _: &Moment) -> Result<FollowUpModelsView, Failure> {
    let lists = desk.read(settings)?.lists;
    Ok(FollowUpModelsView {
        models: lists.follow_up_plans.iter().enumerate().map(|(id, plan)| view(id, plan)).collect(),
        levels: lists.support_levels.iter().map(Choice::of_entry).collect(),
        events: LoanEvent::ALL.into_iter().map(Choice::of).collect(),
        channels: lists.interview_kinds.iter().map(Choice::of_entry).collect(),
        providers: Provider::ALL.into_iter().map(Choice::of).collect(),
    })
}

/// Adds a model, writes one anew, stops proposing it or proposes it again.
pub fn set_follow_up_model(
    desk: &mut Desk,
    input: ModelChange,
    moment: &Moment,
) -> Result<FollowUpModelsView, Failure> {
    let lists = desk.read(settings)?.lists;
    let plan = read(&input, &lists)?;
    let dated = Dated { valid_from: moment.today, source: "Réglage du CCAS".to_owned(), value: plan.clone() };
    let row = row_of(FOLLOW_UP_PLAN, plan.key.as_str(), &dated, moment)?;
    desk.act("set_follow_up_model", moment, |writer| {
        writer.add_setting(&row)?;
        Ok(acted(&spaced(&format!("Modèle de suivi : {}.", plan.label)), vec![FOLLOW_UP_PLAN]))
    })?;
    follow_up_models(desk, Nothing {}, moment)
}

fn read(input: &ModelChange, lists: &Lists) -> Result<FollowUpPlan, Failure> {
    let plans = &lists.follow_up_plans;
    let known = plans.iter().find(|plan| plan.key.as_str() == input.key);
    if known.is_none() && !input.key.is_empty() {
        return Err(Failure::gone("Ce modèle"));
    }
    let fields = &input.fields;
    let label = spaced(reading::needed(&fields.label, "label", "Le nom du modèle manque.")?.as_str());
    let key = match known {
        Some(known) => known.key.clone(),
        None => free_key(|key| plans.iter().any(|plan| plan.key == *key))?,
    };
    if plans.iter().any(|plan| plan.key != key && folded(&plan.label) == folded(&label)) {
        return Err(Failure::refused("Un autre modèle porte déjà ce nom.").at("label"));
    }
    let level = reading::entry(&fields.level, &lists.support_levels, "level")?;
    let level = level.ok_or_else(|| Failure::refused("À quel niveau d’accompagnement répond-il ?").at("level"))?;
    let left = lists.rhythms().filter(|plan| plan.key != key && plan.level == level).count();
    if fields.retired && left == 0 {
        return Err(Failure::refused("C’est le dernier modèle de ce niveau : il reste proposé."));
    }
    let steps = fields.steps.iter().enumerate().map(|(at, step)| read_step(at, step, lists));
    Ok(FollowUpPlan { key, label, level, steps: steps.collect::<Result<_, _>>()?, retired: fields.retired })
}

fn read_step(at: usize, typed: &ModelStepFields, lists: &Lists) -> Result<PlannedStep, Failure> {
    let field = |name: &str| format!("steps.{at}.{name}");
    let channel = reading::entry(&typed.channel, &lists.interview_kinds, &field("channel"))?;
    let no_channel = || Failure::refused("Comment se fait cette étape ?").at(&field("channel"));
    let number = |text: &str, name: &str| {
        let read = reading::whole(text, &field(name))?;
        if read.is_some_and(|count| count > MOST) {
            return Err(Failure::refused(&format!("Au plus {MOST}.")).at(&field(name)));
        }
        Ok(read)
    };
    Ok(PlannedStep {
        key: ListKey::new(format!("step_{}", at.saturating_add(1))),
        label: reading::needed(&typed.label, &field("label"), "Quand a lieu cette étape ?")?.to_string(),
        due: PlannedDue {
            from: reading::word(&typed.from, &field("from"))?,
            months: number(&typed.months, "months")?.unwrap_or_default(),
            days: number(&typed.days, "days")?.unwrap_or_default(),
            every_months: number(&typed.every_months, "every_months")?.filter(|months| *months > 0),
        },
        channel: channel.ok_or_else(no_channel)?,
        with_whom: reading::word(&typed.with_whom, &field("with_whom"))?,
        purpose: reading::needed(&typed.purpose, &field("purpose"), "À quoi sert cette étape ?")?.to_string(),
    })
}

fn view(id: usize, plan: &FollowUpPlan) -> FollowUpModelView {
    let count = match plan.steps.len() {
        0 => "aucune étape".to_owned(),
        count => domain::words::counted(count, "étape", "étapes"),
    };
    FollowUpModelView {
        id,
        key: plan.key.as_str().to_owned(),
        fields: ModelFields {
            label: plan.label.clone(),
            level: plan.level.as_str().to_owned(),
            steps: plan.steps.iter().map(step_fields).collect(),
            retired: plan.retired,
        },
        state: if plan.retired { format!("{count}, plus proposé") } else { count },
        steps: plan.steps.iter().map(|step| spaced(&format!("{} : {}", step.label, step.purpose))).collect(),
    }
}

fn step_fields(step: &PlannedStep) -> ModelStepFields {
    let number = |count: u32| if count == 0 { String::new() } else { count.to_string() };
    ModelStepFields {
        label: step.label.clone(),
        from: step.due.from.key().to_owned(),
        months: number(step.due.months),
        days: number(step.due.days),
        every_months: number(step.due.every_months.unwrap_or_default()),
        channel: step.channel.as_str().to_owned(),
        with_whom: step.with_whom.key().to_owned(),
        purpose: step.purpose.clone(),
    }
}
