//! When the office locks itself, how old its copies may become, when its code is tried again.

use domain::settings::{Dated, Lists, SafetyRules};
use domain::words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::dated_setting::{DatedSetting, NewVersion, SettingVersions, set, versions};
use super::versions::Clause;
use super::{Desk, Nothing};
use app::caller::Moment;
use app::delivered::delivered;
use app::failure::Failure;
use app::reading;
use app::settings::SAFETY;

/// The rules of safety as a form holds them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SafetyRulesFields {
    /// Minutes without a touch before the office is locked, 3 to 30.
    pub lock_minutes: String,
    /// Days after which a new copy outside the computer is due.
    pub copy_due_days: String,
    /// Days after which it is late.
    pub copy_late_days: String,
    /// Months after which the recovery code is to be tried again.
    pub code_test_months: String,
}

/// Shows the rules of safety and every version of them.
pub fn safety_rules(desk: &Desk, _: Nothing, moment: &Moment) -> Result<SettingVersions<SafetyRulesFields>, Failure> {
    let versions = desk.read(|reader| versions::<SafetyRules>(reader, moment, |dated, _| dated.value.clone()))?;
    Ok(SettingVersions { versions })
}

/// Changes the rules of safety from a date, or corrects a version of them.
pub fn set_safety_rules(
    desk: &mut Desk,
    input: NewVersion<SafetyRulesFields>,
    moment: &Moment,
) -> Result<SettingVersions<SafetyRulesFields>, Failure> {
    let fields = &input.fields;
    let rules = SafetyRules {
        lock_minutes: within(&fields.lock_minutes, "lock_minutes", 3, 30, "minutes")?,
        copy_due_days: within(&fields.copy_due_days, "copy_due_days", 1, 90, "jours")?,
        copy_late_days: within(&fields.copy_late_days, "copy_late_days", 1, 180, "jours")?,
        code_test_months: within(&fields.code_test_months, "code_test_months", 1, 24, "mois")?,
    };
    if rules.copy_late_days <= rules.copy_due_days {
        return Err(
            Failure::refused("Une copie est en retard après le jour où elle était à refaire.").at("copy_late_days")
        );
    }
    let new = NewVersion { version: input.version, fields: rules };
    set(desk, "set_safety_rules", new, moment, |_, _| Ok(()))?;
    safety_rules(desk, Nothing {}, moment)
}

fn within(typed: &str, field: &str, least: u32, most: u32, unit: &str) -> Result<u32, Failure> {
    let number = reading::whole(typed, field)?.filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| Failure::refused(&format!("De {least} à {most} {unit}.")).at(field))
}

impl DatedSetting for SafetyRules {
    const KIND: &'static str = SAFETY;
    const CHANGED: &'static str = "Modification des règles de sécurité.";
    type Fields = SafetyRulesFields;

    fn delivered() -> Result<&'static Dated<Self>, Failure> {
        Ok(&delivered()?.safety)
    }

    fn fields(&self) -> Result<SafetyRulesFields, Failure> {
        Ok(SafetyRulesFields {
            lock_minutes: self.lock_minutes.to_string(),
            copy_due_days: self.copy_due_days.to_string(),
            copy_late_days: self.copy_late_days.to_string(),
            code_test_months: self.code_test_months.to_string(),
        })
    }

    fn clauses(&self, _: &Lists) -> Vec<Clause> {
        let Self { lock_minutes, copy_due_days, copy_late_days, code_test_months } = *self;
        let days = |days: u32| words::counted(days, "jour", "jours");
        vec![
            Clause::of("Verrou", &format!("après {} sans activité", words::counted(lock_minutes, "minute", "minutes"))),
            Clause::of(
                "Copie hors de l’ordinateur",
                &format!("à refaire après {}, en retard après {}", days(copy_due_days), days(copy_late_days)),
            ),
            Clause::of("Code de secours", &format!("à essayer tous les {code_test_months} mois")),
        ]
    }
}
