//! When the office locks itself, how old its copies may become, when its code is tried again.

use domain::settings::{Dated, SafetyRules};
use domain::words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::versions::{Clause, TypedVersion, Version, headed, known, place};
use super::{Desk, Nothing, acted};
use app::caller::Moment;
use app::delivered::delivered;
use app::failure::Failure;
use app::reading;
use app::settings::{SAFETY, kept_of, laid, row};

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

/// The rules of safety from a date, or a correction of them.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewSafetyRules {
    /// From when, and where they come from.
    pub version: TypedVersion,
    /// The rules.
    pub fields: SafetyRulesFields,
}

/// The rules of safety and every version of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SafetyRulesView {
    /// The versions, the newest first.
    pub versions: Vec<SafetyRulesVersion>,
}

/// One version of the rules of safety.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SafetyRulesVersion {
    /// How it is headed.
    pub version: Version,
    /// The rules as a form holds them.
    pub fields: SafetyRulesFields,
    /// The rules in words.
    pub clauses: Vec<Clause>,
}

/// Shows the rules of safety and every version of them.
pub fn safety_rules(desk: &Desk, _: Nothing, moment: &Moment) -> Result<SafetyRulesView, Failure> {
    let own = desk.read(|reader| kept_of::<SafetyRules>(reader, SAFETY, ""))?;
    let versions = laid(vec![delivered()?.safety.clone()], own);
    let headings = headed(&versions, |_| None, moment.today);
    let mut versions: Vec<SafetyRulesVersion> = versions.iter().zip(headings).map(shown).collect();
    versions.reverse();
    Ok(SafetyRulesView { versions })
}

/// Changes the rules of safety from a date, or corrects a version of them.
pub fn set_safety_rules(desk: &mut Desk, input: NewSafetyRules, moment: &Moment) -> Result<SafetyRulesView, Failure> {
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
    let place = desk.read(|reader| {
        let own = kept_of::<SafetyRules>(reader, SAFETY, "")?;
        place(&input.version, &known(Some(delivered()?.safety.valid_from), &own), moment)
    })?;
    let row = row(SAFETY, &place.dated(rules), moment)?;
    desk.act("set_safety_rules", moment, |writer| {
        place.write(writer, &row)?;
        Ok(acted("Modification des règles de sécurité.", vec![SAFETY]))
    })?;
    safety_rules(desk, Nothing {}, moment)
}

fn within(typed: &str, field: &str, least: u32, most: u32, unit: &str) -> Result<u32, Failure> {
    let number = reading::whole(typed, field)?.filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| Failure::refused(&format!("De {least} à {most} {unit}.")).at(field))
}

fn shown((rules, version): (&Dated<SafetyRules>, Version)) -> SafetyRulesVersion {
    let SafetyRules { lock_minutes, copy_due_days, copy_late_days, code_test_months } = rules.value;
    let days = |days: u32| words::counted(days, "jour", "jours");
    SafetyRulesVersion {
        version,
        fields: SafetyRulesFields {
            lock_minutes: lock_minutes.to_string(),
            copy_due_days: copy_due_days.to_string(),
            copy_late_days: copy_late_days.to_string(),
            code_test_months: code_test_months.to_string(),
        },
        clauses: vec![
            Clause::of("Verrou", &format!("après {} sans activité", words::counted(lock_minutes, "minute", "minutes"))),
            Clause::of(
                "Copie hors de l’ordinateur",
                &format!("à refaire après {}, en retard après {}", days(copy_due_days), days(copy_late_days)),
            ),
            Clause::of("Code de secours", &format!("à essayer tous les {code_test_months} mois")),
        ],
    }
}
