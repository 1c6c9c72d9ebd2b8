//! The delays of the follow-up: when a request is looked at again, when an agreement is to be renewed.

use std::collections::BTreeMap;

use domain::settings::{Dated, FollowUpRules, LadderSetting, ListKey};
use domain::words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::settings::{FOLLOW_UP, kept_of, laid, row};
use super::versions::{Clause, TypedVersion, Version, headed, known, place};
use super::{Desk, Nothing, acted};
use crate::caller::Moment;
use crate::delivered::delivered;
use crate::failure::Failure;
use crate::reading;

/// The longest delay, in days.
const MOST_DAYS: u32 = 365;

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

/// The delays from a date, or a correction of them.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewFollowUp {
    /// From when, and where they come from.
    pub version: TypedVersion,
    /// The delays.
    pub fields: FollowUpFields,
}

/// The delays and every version of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FollowUpView {
    /// The versions, the newest first.
    pub versions: Vec<FollowUpVersion>,
    /// The numbers of the arrears ladder.
    pub arrears: Vec<ArrearsSetting>,
}

/// One version of the delays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FollowUpVersion {
    /// How it is headed.
    pub version: Version,
    /// The delays as a form holds them.
    pub fields: FollowUpFields,
    /// The delays in words.
    pub clauses: Vec<Clause>,
}

/// Shows the delays of the follow-up and every version of them.
pub fn follow_up_rules(desk: &Desk, _: Nothing, moment: &Moment) -> Result<FollowUpView, Failure> {
    let own = desk.read(|reader| kept_of::<FollowUpRules>(reader, FOLLOW_UP, ""))?;
    let versions = laid(vec![delivered()?.follow_up.clone()], own);
    let headings = headed(&versions, |_| None, moment.today);
    let mut versions: Vec<FollowUpVersion> = versions.iter().zip(headings).map(shown).collect();
    versions.reverse();
    Ok(FollowUpView { versions, arrears: ladder_settings()?.iter().map(named).collect() })
}

/// Changes the delays of the follow-up from a date, or corrects a version of them.
pub fn set_follow_up_rules(desk: &mut Desk, input: NewFollowUp, moment: &Moment) -> Result<FollowUpView, Failure> {
    let rules = FollowUpRules {
        first_next_date_days: days(&input.fields.first_next_date_days, "first_next_date_days")?,
        renewal_days: days(&input.fields.renewal_days, "renewal_days")?,
        arrears: arrears(&input.fields.arrears)?,
    };
    let place = desk.read(|reader| {
        let own = kept_of::<FollowUpRules>(reader, FOLLOW_UP, "")?;
        place(&input.version, &known(Some(delivered()?.follow_up.valid_from), &own), moment)
    })?;
    let row = row(FOLLOW_UP, &place.dated(rules), moment)?;
    desk.act("set_follow_up_rules", moment, |writer| {
        place.write(writer, &row)?;
        Ok(acted("Modification des délais de suivi.", vec![FOLLOW_UP]))
    })?;
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

fn shown((rules, version): (&Dated<FollowUpRules>, Version)) -> FollowUpVersion {
    let FollowUpRules { first_next_date_days, renewal_days, arrears } = &rules.value;
    let (first_next_date_days, renewal_days) = (*first_next_date_days, *renewal_days);
    let days = |days: u32| words::counted(days, "jour", "jours");
    FollowUpVersion {
        version,
        fields: FollowUpFields {
            first_next_date_days: first_next_date_days.to_string(),
            renewal_days: renewal_days.to_string(),
            arrears: arrears.iter().map(|(key, number)| (key.as_str().to_owned(), number.to_string())).collect(),
        },
        clauses: [
            vec![
                Clause::of("Une demande sans date", &format!("revue {} après son arrivée", days(first_next_date_days))),
                Clause::of("Une convention qui finit", &format!("signalée {} avant son terme", days(renewal_days))),
            ],
            arrears_clauses(arrears),
        ]
        .concat(),
    }
}
