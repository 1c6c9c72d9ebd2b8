//! The directory of aids: what each one is for, whom to reach, the day it was last checked.

use chrono::NaiveDate;
use domain::calendar::Toward;
use domain::partner::{AidEntry, AidEntryId};
use domain::words::{counted, folded, long_date, numeric_date, spaced};
use serde::{Deserialize, Serialize};
use store::Acted;
use ts_rs::TS;

use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;

/// An aid as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AidEntryFields {
    /// Its name; needed.
    pub name: String,
    /// Who gives it.
    pub provider: String,
    /// What for.
    pub what_for: String,
    /// Whom to reach, and how.
    pub contact: String,
    /// On what conditions.
    pub conditions: String,
    /// What the person takes along.
    pub to_bring: String,
    /// The day it was checked; today when empty.
    pub checked_on: String,
}

/// An aid described anew.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AidEntryChange {
    /// Which one.
    #[ts(type = "number")]
    pub aid: AidEntryId,
    /// What is typed.
    pub fields: AidEntryFields,
}

/// An aid set aside, or taken back.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AidEntryRetirement {
    /// Which one.
    #[ts(type = "number")]
    pub aid: AidEntryId,
    /// Whether it is retired.
    pub retired: bool,
}

/// Which aid.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneAidEntry {
    /// Its number.
    #[ts(type = "number")]
    pub aid: AidEntryId,
}

/// What is looked for in the directory.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AidsAsked {
    /// Words; everything when empty.
    pub search: String,
}

/// The directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AidDirectory {
    /// `14 aides, 2 à revérifier`.
    pub sentence: String,
    /// The aids found, those still given first, by name.
    pub aids: Vec<AidEntryView>,
}

/// One aid of the directory.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AidEntryView {
    /// Its number.
    #[ts(type = "number")]
    pub id: AidEntryId,
    /// As forms hold it.
    pub fields: AidEntryFields,
    /// `vérifiée le 3 novembre 2026`, `20 janvier 2026, à revérifier`.
    pub checked: String,
    /// Whether it is to be checked again.
    pub recheck: bool,
    /// No longer given.
    pub retired: bool,
}

/// Shows the directory of aids, or those with these words.
pub fn aid_directory(desk: &Desk, input: AidsAsked, moment: &Moment) -> Result<AidDirectory, Failure> {
    let (aids, settings) = desk.read(|reader| Ok::<_, Failure>((reader.aid_entries()?, settings(reader)?)))?;
    let months = settings.at(moment.today).follow_up.aid_recheck_months;
    let wanted = folded(&input.search);
    let all: Vec<AidEntryView> = aids.iter().map(|aid| shown(aid, months, moment.today)).collect();
    let given = || all.iter().filter(|aid| !aid.retired);
    let due = given().filter(|aid| aid.recheck).count();
    let again = if due == 0 { String::new() } else { format!(", {due} à revérifier") };
    let count = match given().count() {
        0 => "Aucune aide".to_owned(),
        count => counted(count, "aide", "aides"),
    };
    let sentence = spaced(&format!("{count}{again}"));
    let mut found: Vec<AidEntryView> = all.into_iter().filter(|aid| holds(aid, &wanted)).collect();
    found.sort_by_key(|aid| (aid.retired, folded(&aid.fields.name)));
    Ok(AidDirectory { sentence, aids: found })
}

/// Whether every word looked for is said of an aid.
fn holds(aid: &AidEntryView, wanted: &str) -> bool {
    let AidEntryFields { name, provider, what_for, contact, conditions, to_bring, .. } = &aid.fields;
    let said = folded(&[name.as_str(), provider, what_for, contact, conditions, to_bring].join(" "));
    wanted.split_whitespace().all(|word| said.contains(word))
}

/// Adds an aid to the directory.
pub fn add_aid_entry(desk: &mut Desk, input: AidEntryFields, moment: &Moment) -> Result<AidDirectory, Failure> {
    let new = read(desk, AidEntryId(0), &input, moment)?;
    desk.act("add_aid_entry", moment, |writer| {
        writer.insert_aid_entry(&new)?;
        Ok::<_, Failure>(acted("Ajout d’une aide à l’annuaire", &new))
    })?;
    aid_directory(desk, AidsAsked::default(), moment)
}

/// Describes an aid of the directory anew.
pub fn change_aid_entry(desk: &mut Desk, input: AidEntryChange, moment: &Moment) -> Result<AidDirectory, Failure> {
    let read = read(desk, input.aid, &input.fields, moment)?;
    change(desk, "change_aid_entry", input.aid, moment, |known| AidEntry { retired: known.retired, ..read })
}

/// Notes that an aid was checked today.
pub fn check_aid_entry(desk: &mut Desk, input: OneAidEntry, moment: &Moment) -> Result<AidDirectory, Failure> {
    change(desk, "check_aid_entry", input.aid, moment, |known| AidEntry { checked_on: moment.today, ..known })
}

/// Sets an aid of the directory aside, or takes it back.
pub fn retire_aid_entry(desk: &mut Desk, input: AidEntryRetirement, moment: &Moment) -> Result<AidDirectory, Failure> {
    change(desk, "retire_aid_entry", input.aid, moment, |known| AidEntry { retired: input.retired, ..known })
}

fn change(
    desk: &mut Desk,
    call: &'static str,
    id: AidEntryId,
    moment: &Moment,
    changed: impl FnOnce(AidEntry) -> AidEntry,
) -> Result<AidDirectory, Failure> {
    desk.act(call, moment, |writer| {
        let known = writer.aid_entries()?.into_iter().find(|aid| aid.id == id);
        let new = changed(known.ok_or_else(|| Failure::gone("Cette aide"))?);
        writer.update_aid_entry(&new)?;
        Ok::<_, Failure>(acted("Modification de l’annuaire des aides", &new))
    })?;
    aid_directory(desk, AidsAsked::default(), moment)
}

fn read(desk: &Desk, id: AidEntryId, fields: &AidEntryFields, moment: &Moment) -> Result<AidEntry, Failure> {
    let name = reading::needed(&fields.name, "name", "Le nom de l’aide manque.")?;
    let known = desk.read(|reader| Ok::<_, Failure>(reader.aid_entries()?))?;
    let same = |aid: &&AidEntry| aid.id != id && folded(aid.name.as_str()) == folded(name.as_str());
    if known.iter().any(|aid| same(&aid)) {
        return Err(Failure::refused("Cette aide est déjà dans l’annuaire.").at("name"));
    }
    let checked_on = reading::date(&fields.checked_on, "checked_on", moment, Toward::Past)?.unwrap_or(moment.today);
    if checked_on > moment.today {
        return Err(Failure::refused("Cette vérification est à venir.").at("checked_on"));
    }
    Ok(AidEntry {
        id,
        name,
        provider: reading::line(&fields.provider, "provider")?,
        what_for: reading::line(&fields.what_for, "what_for")?,
        contact: reading::line(&fields.contact, "contact")?,
        conditions: reading::line(&fields.conditions, "conditions")?,
        to_bring: reading::line(&fields.to_bring, "to_bring")?,
        checked_on,
        retired: false,
    })
}

fn shown(aid: &AidEntry, months: u32, today: NaiveDate) -> AidEntryView {
    let recheck = aid.recheck_on(months) <= today && !aid.retired;
    let day = long_date(aid.checked_on);
    AidEntryView {
        id: aid.id,
        fields: AidEntryFields {
            name: aid.name.to_string(),
            provider: aid.provider.to_string(),
            what_for: aid.what_for.to_string(),
            contact: aid.contact.to_string(),
            conditions: aid.conditions.to_string(),
            to_bring: aid.to_bring.to_string(),
            checked_on: numeric_date(aid.checked_on),
        },
        checked: if recheck { format!("{day}, à revérifier") } else { format!("vérifiée le {day}") },
        recheck,
        retired: aid.retired,
    }
}

fn acted(what: &str, aid: &AidEntry) -> Acted<()> {
    let sentence = format!("{what}, {}.", aid.name);
    Acted { value: (), sentence, dossier: None, fields: vec!["aid_entry"], draft: None }
}
