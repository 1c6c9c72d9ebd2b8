//! The delays of the follow-up: when a request is looked at again, when an agreement is to be renewed.

use std::collections::BTreeMap;

use domain::settings::{Dated, FollowUpRules, LadderSetting, ListKey, Lists, TaskDelay};
use domain::task::TaskRule;
use domain::words::{self, Labelled};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::dated_setting::{DatedSetting, NewVersion, SettingVersion, set, versions};
use super::versions::Clause;
use super::{Desk, Nothing};
use app::caller::Moment;
use app::delivered::delivered;
use app::failure::Failure;
use app::reading;
use app::settings::FOLLOW_UP;

/// The longest delay, in days.
const MOST_DAYS: u32 = 365;

/// The longest silence, in months.
const MOST_MONTHS: u32 = 24;

/// The delays as a form holds them, in days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct FollowUpFields {
    /// From a request to its next date when none was chosen.
    pub first_next_date_days: String,
    /// Before its end, from when an agreement is to be renewed.
    pub renewal_days: String,
    /// What follows a missed instalment, by its setting; empty is what it starts with.
    #[serde(default)]
    pub arrears: BTreeMap<String, String>,
    /// Months without a contact after which a running loan is silent.
    #[serde(default)]
    pub silent_months: String,
    /// Months after which an aid of the directory is to be checked again.
    #[serde(default)]
    pub aid_recheck_months: String,
    /// Days in which a lender is expected to answer when its agreement does not say.
    #[serde(default)]
    pub answer_default_days: String,
    /// Days after which a person directed elsewhere is called back when the solution does not say.
    #[serde(default)]
    pub redirection_callback_days: String,
    /// Days without news of the person after which they may be written to.
    #[serde(default)]
    pub silence_days: String,
    /// Days after which a request without news is closed, counted from the letter that says so.
    #[serde(default)]
    pub reminder_days: String,
    /// The tasks, each with its own delay.
    #[serde(default)]
    pub tasks: Vec<TaskDelayFields>,
}

/// A number of the arrears ladder, as the form names it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ArrearsSetting {
    /// Its key.
    pub key: String,
    /// What people read, with its unit.
    pub label: String,
    /// What it starts with; empty when nothing is stated.
    pub starts_with: String,
}

/// The delay of a task as a form holds it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TaskDelayFields {
    /// The rule of the task.
    pub key: String,
    /// Its days; the delivered ones when empty.
    pub days: String,
    /// Whether the office does without it.
    pub off: bool,
}

/// The delays and every version of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FollowUpView {
    /// The versions, the newest first.
    pub versions: Vec<SettingVersion<FollowUpFields>>,
    /// The numbers of the arrears ladder.
    pub arrears: Vec<ArrearsSetting>,
    /// The tasks that have a delay of their own.
    pub tasks: Vec<TaskName>,
}

/// A task that has a delay of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TaskName {
    /// Its rule.
    pub key: String,
    /// What people read.
    pub label: String,
    /// What its days are counted from: `jours avant : Séance`.
    pub delay: String,
}

/// Shows the delays of the follow-up and every version of them.
pub fn follow_up_rules(desk: &Desk, _: Nothing, moment: &Moment) -> Result<FollowUpView, Failure> {
    let versions = desk.read(|reader| versions::<FollowUpRules>(reader, moment, |dated, _| dated.value.clone()))?;
    let rules = delivered()?.lists.task_rules.iter().filter(|rule| is_shown(rule));
    let tasks = rules.map(|rule| TaskName {
        key: rule.key.as_str().to_owned(),
        label: rule.label.clone(),
        delay: counted_from(rule),
    });
    let arrears = ladder_settings()?.iter().map(named).collect();
    Ok(FollowUpView { versions, arrears, tasks: tasks.collect() })
}

/// Changes the delays of the follow-up from a date, or corrects a version of them.
pub fn set_follow_up_rules(
    desk: &mut Desk,
    input: NewVersion<FollowUpFields>,
    moment: &Moment,
) -> Result<FollowUpView, Failure> {
    let start = &delivered()?.follow_up.value;
    // A delay left blank is the delivered one.
    let or = |typed: &str, start: u32| if typed.trim().is_empty() { start.to_string() } else { typed.to_owned() };
    let rules = FollowUpRules {
        first_next_date_days: days(&input.fields.first_next_date_days, "first_next_date_days")?,
        renewal_days: days(&input.fields.renewal_days, "renewal_days")?,
        silent_months: months(&or(&input.fields.silent_months, start.silent_months), "silent_months")?,
        aid_recheck_months: months(
            &or(&input.fields.aid_recheck_months, start.aid_recheck_months),
            "aid_recheck_months",
        )?,
        answer_default_days: days(
            &or(&input.fields.answer_default_days, start.answer_default_days),
            "answer_default_days",
        )?,
        redirection_callback_days: days(
            &or(&input.fields.redirection_callback_days, start.redirection_callback_days),
            "redirection_callback_days",
        )?,
        silence_days: days(&or(&input.fields.silence_days, start.silence_days), "silence_days")?,
        reminder_days: days(&or(&input.fields.reminder_days, start.reminder_days), "reminder_days")?,
        tasks: task_delays(&input.fields.tasks)?,
        arrears: arrears(&input.fields.arrears)?,
    };
    let new = NewVersion { version: input.version, fields: rules };
    set(desk, "set_follow_up_rules", new, moment, |_, _| Ok(()))?;
    follow_up_rules(desk, Nothing {}, moment)
}

fn days(typed: &str, field: &str) -> Result<u32, Failure> {
    let days = reading::whole(typed, field)?.filter(|days| (1..=MOST_DAYS).contains(days));
    days.ok_or_else(|| Failure::refused("Ce délai va de 1 à 365 jours.").at(field))
}

fn ladder_settings() -> Result<&'static [LadderSetting], Failure> {
    Ok(&delivered()?.lists.arrears_ladder.settings)
}

fn named(setting: &LadderSetting) -> ArrearsSetting {
    ArrearsSetting {
        key: setting.key.as_str().to_owned(),
        label: words::spaced(&format!("{}, en {}", setting.label, setting.unit)),
        starts_with: setting.default.map(|number| number.to_string()).unwrap_or_default(),
    }
}

/// The office's own numbers of the ladder; an empty one is what it starts with.
fn arrears(typed: &BTreeMap<String, String>) -> Result<BTreeMap<ListKey, u32>, Failure> {
    let settings = ladder_settings()?;
    let mut own = BTreeMap::new();
    for (key, typed) in typed {
        let known = settings.iter().find(|setting| setting.key.as_str() == key);
        let known = known.ok_or_else(|| Failure::refused("Ce délai n’existe pas.").at("arrears"))?;
        let field = format!("arrears.{key}");
        if let Some(number) = reading::whole(typed, &field)? {
            if number > MOST_DAYS {
                return Err(Failure::refused("Ce nombre va de 0 à 365.").at(&field));
            }
            own.insert(known.key.clone(), number);
        }
    }
    Ok(own)
}

fn arrears_clauses(own: &BTreeMap<ListKey, u32>) -> Vec<Clause> {
    let settings = ladder_settings().unwrap_or_default();
    let known = settings.iter().filter_map(|setting| Some((setting, own.get(&setting.key)?)));
    known.map(|(setting, number)| Clause::of(&setting.label, &format!("{number} {}", setting.unit))).collect()
}

fn months(typed: &str, field: &str) -> Result<u32, Failure> {
    let months = reading::whole(typed, field)?.filter(|months| (1..=MOST_MONTHS).contains(months));
    months.ok_or_else(|| Failure::refused("Ce délai va de 1 à 24 mois.").at(field))
}

/// The delays that are not the delivered ones.
fn task_delays(typed: &[TaskDelayFields]) -> Result<BTreeMap<ListKey, TaskDelay>, Failure> {
    let mut delays = BTreeMap::new();
    for fields in typed {
        let key = ListKey::new(&fields.key);
        let rule = delivered()?.lists.task_rules.iter().find(|rule| rule.key == key && is_shown(rule));
        let rule = rule.ok_or_else(|| Failure::refused("Cette tâche n’est pas dans la liste.").at("tasks"))?;
        let field = format!("task_{}", fields.key);
        let typed = reading::whole(&fields.days, &field)?;
        if typed.is_some_and(|days| days > MOST_DAYS) {
            return Err(Failure::refused("Ce délai va de 0 à 365 jours.").at(&field));
        }
        let days = typed.filter(|days| *days != rule.due.days);
        if days.is_some() || fields.off {
            delays.insert(key, TaskDelay { days, off: fields.off });
        }
    }
    Ok(delays)
}

/// Whether a task has a delay of its own: the others follow a plan, an agreement or another delay.
fn is_shown(rule: &TaskRule) -> bool {
    !rule.retired && !rule.fallback && !rule.from_plan && rule.setting.is_none()
}

fn counted_from(rule: &TaskRule) -> String {
    let side = if rule.due.before { "avant" } else { "après" };
    words::spaced(&format!("jours {side} : {}", words::lowered(rule.due.from.label())))
}

fn task_fields(rules: &FollowUpRules) -> Result<Vec<TaskDelayFields>, Failure> {
    let shown = delivered()?.lists.task_rules.iter().filter(|rule| is_shown(rule));
    Ok(shown
        .map(|rule| {
            let own = rules.tasks.get(&rule.key);
            let days = own.and_then(|own| own.days).unwrap_or(rule.due.days);
            TaskDelayFields {
                key: rule.key.as_str().to_owned(),
                days: days.to_string(),
                off: own.is_some_and(|own| own.off),
            }
        })
        .collect())
}

impl DatedSetting for FollowUpRules {
    const KIND: &'static str = FOLLOW_UP;
    const CHANGED: &'static str = "Modification des délais de suivi.";
    type Fields = FollowUpFields;

    fn delivered() -> Result<&'static Dated<Self>, Failure> {
        Ok(&delivered()?.follow_up)
    }

    fn fields(&self) -> Result<FollowUpFields, Failure> {
        Ok(FollowUpFields {
            first_next_date_days: self.first_next_date_days.to_string(),
            renewal_days: self.renewal_days.to_string(),
            silent_months: self.silent_months.to_string(),
            aid_recheck_months: self.aid_recheck_months.to_string(),
            answer_default_days: self.answer_default_days.to_string(),
            redirection_callback_days: self.redirection_callback_days.to_string(),
            silence_days: self.silence_days.to_string(),
            reminder_days: self.reminder_days.to_string(),
            arrears: self.arrears.iter().map(|(key, number)| (key.as_str().to_owned(), number.to_string())).collect(),
            tasks: task_fields(self)?,
        })
    }

    fn clauses(&self, lists: &Lists) -> Vec<Clause> {
        let days = |days: u32| words::counted(days, "jour", "jours");
        let mut clauses = vec![
            Clause::of("Un dossier sans autre tâche", &format!("revu après {}", days(self.first_next_date_days))),
            Clause::of("Une convention qui finit", &format!("signalée {} avant son terme", days(self.renewal_days))),
            Clause::of("Une aide de l’annuaire", &format!("à revérifier après {} mois", self.aid_recheck_months)),
            Clause::of("Un prêt sans nouvelles", &format!("signalé après {} mois", self.silent_months)),
            Clause::of(
                "Une banque sans délai de convention",
                &format!("relancée après {}", days(self.answer_default_days)),
            ),
            Clause::of("Une personne orientée", &format!("rappelée après {}", days(self.redirection_callback_days))),
            Clause::of(
                "Une demande sans nouvelles",
                &format!(
                    "relancée après {}, classée {} après la relance",
                    days(self.silence_days),
                    days(self.reminder_days)
                ),
            ),
        ];
        for (key, own) in &self.tasks {
            let Some(rule) = lists.task_rules.iter().find(|rule| rule.key == *key) else { continue };
            let said = if own.off { "non demandé".to_owned() } else { own.days.map(days).unwrap_or_default() };
            clauses.push(Clause::of(&rule.label, &said));
        }
        clauses.extend(arrears_clauses(&self.arrears));
        clauses
    }
}
