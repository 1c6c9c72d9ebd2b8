//! Versions of a setting: *change from a date* adds one, *correct a mistake* replaces one.
//!
//! An old dossier keeps the version of its day, so a new version starts after the last
//! one; a correction stays between its neighbours and says why. A delivered value is
//! never rewritten: its correction is the office's own row of the same day.

use chrono::{Days, NaiveDate};
use domain::calendar::{Toward, read_date};
use domain::line::Line;
use domain::settings::Dated;
use domain::words;
use serde::{Deserialize, Serialize};
use store::{SettingId, SettingRow, StoreError, Writer};
use ts_rs::TS;

use app::caller::Moment;
use app::failure::Failure;
use app::reading;
use app::settings::Kept;
use app::shapes::Day;

/// When a version starts, where it comes from, and which one it corrects.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedVersion {
    /// The first day of the version corrected, as given; empty for a change from a date.
    pub corrects: String,
    /// The first day it is in force, as typed; today when empty, unchanged for a correction.
    pub from: String,
    /// Law, resolution, agreement or habit it comes from.
    pub source: String,
    /// Why it is corrected; needed for a correction.
    pub reason: String,
}

/// When a version counts, today.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VersionState {
    /// Over.
    Past,
    /// In force.
    InForce,
    /// Not begun.
    ToCome,
}

/// One version of a setting, as the screen heads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Version {
    /// Its first day, sent back to correct it.
    pub from: Day,
    /// `depuis le 12 mars 2024`, `du 5 février 2019 au 11 mars 2024`, `valeur de départ`.
    pub period: String,
    /// Where it comes from.
    pub source: String,
    /// When it counts, today.
    pub state: VersionState,
}

/// One line of what a version says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Clause {
    /// What it is about.
    pub label: String,
    /// What it says.
    pub text: String,
}

impl Clause {
    /// A clause, its spaces set.
    pub fn of(label: &str, text: &str) -> Self {
        Self { label: words::spaced(label), text: words::spaced(text) }
    }
}

/// A version known already: its first day, and the office's row that says it.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    from: NaiveDate,
    row: Option<SettingId>,
}

/// Every version of a setting, the oldest first, the office's row over the delivered one of the same day.
pub fn known<T>(delivered: Option<NaiveDate>, own: &[Kept<T>]) -> Vec<Known> {
    let mut known: Vec<Known> = delivered.map(|from| Known { from, row: None }).into_iter().collect();
    for row in own {
        known.retain(|version| !row.starts_on(version.from));
        known.push(Known { from: row.dated.valid_from, row: Some(row.id) });
    }
    known.sort_by_key(|version| version.from);
    known
}

/// Where a version goes: its first day, its source, and the row it replaces if it corrects one.
#[derive(Debug)]
pub struct Place {
    /// Its first day.
    pub from: NaiveDate,
    /// Where it comes from.
    pub source: Line,
    row: Option<SettingId>,
}

impl Place {
    /// The value in its place.
    pub fn dated<T>(&self, value: T) -> Dated<T> {
        Dated { valid_from: self.from, source: self.source.to_string(), value }
    }

    /// Writes the row in its place.
    pub fn write(&self, writer: &Writer<'_>, row: &SettingRow) -> Result<(), StoreError> {
        match self.row {
            Some(id) => writer.replace_setting(id, row),
            None => writer.add_setting(row).map(drop),
        }
    }
}

/// Finds where a typed version goes. Errors: no source or reason, a day that is taken or before the last version.
pub fn place(typed: &TypedVersion, known: &[Known], moment: &Moment) -> Result<Place, Failure> {
    let missing = "La source manque : délibération, convention, courrier ou usage.";
    let source = reading::needed(&typed.source, "source", missing)?;
    if typed.corrects.trim().is_empty() {
        let from = reading::date(&typed.from, "from", moment, Toward::Future)?.unwrap_or(moment.today);
        after_the_last(from, known)?;
        return Ok(Place { from, source, row: None });
    }
    let missing = "Dites pourquoi vous corrigez : la raison reste à côté de la source.";
    let reason = reading::needed(&typed.reason, "reason", missing)?;
    let gone = || Failure::gone("Cette version");
    let day = read_date(&typed.corrects, moment.today, Toward::Past).map_err(|_| gone())?;
    let corrected = known.iter().position(|version| version.from == day).ok_or_else(gone)?;
    let row = known.get(corrected).and_then(|version| version.row);
    let typed_from = reading::date(&typed.from, "from", moment, Toward::Past)?;
    let from = typed_from.filter(|_| row.is_some()).unwrap_or(day);
    between_its_neighbours(from, corrected, known)?;
    let source = reading::line(&format!("{source} ; corrigé : {reason}"), "reason")?;
    Ok(Place { from, source, row })
}

fn after_the_last(from: NaiveDate, known: &[Known]) -> Result<(), Failure> {
    let Some(last) = known.last().map(|version| version.from).filter(|last| from <= *last) else { return Ok(()) };
    let day = words::long_date(last);
    let refused = if from == last {
        Failure::refused(&format!("Une version commence déjà le {day}."))
    } else {
        Failure::refused(&format!("La dernière version commence le {day} : une nouvelle commence après elle."))
    };
    Err(refused.remedy("Choisissez un jour plus tard, ou corrigez cette version.").at("from"))
}

fn between_its_neighbours(from: NaiveDate, place: usize, known: &[Known]) -> Result<(), Failure> {
    let before = place.checked_sub(1).and_then(|place| known.get(place)).map(|version| version.from);
    let after = place.checked_add(1).and_then(|place| known.get(place)).map(|version| version.from);
    if let Some(before) = before.filter(|before| from <= *before) {
        let day = words::long_date(before);
        return Err(Failure::refused(&format!("La version d’avant commence le {day} : celle-ci commence après elle."))
            .at("from"));
    }
    if let Some(after) = after.filter(|after| from >= *after) {
        let day = words::long_date(after);
        return Err(Failure::refused(&format!("La version d’après commence le {day} : celle-ci commence avant elle."))
            .at("from"));
    }
    Ok(())
}

/// The first day of a setting that has always been in force.
fn always(from: NaiveDate) -> bool {
    NaiveDate::from_ymd_opt(2000, 1, 1) == Some(from)
}

/// How each version is headed, the oldest first; `ends` is the last day of the one that stops by itself.
pub fn headed<T>(versions: &[Dated<T>], ends: impl Fn(&T) -> Option<NaiveDate>, today: NaiveDate) -> Vec<Version> {
    let nexts = versions.iter().skip(1).map(|next| next.valid_from.checked_sub_days(Days::new(1)));
    let lasts = nexts.chain(std::iter::once(None));
    versions
        .iter()
        .zip(lasts)
        .map(|(version, next)| {
            let own = ends(&version.value);
            let last = [next, own].into_iter().flatten().min();
            let from = version.valid_from;
            let state = if from > today {
                VersionState::ToCome
            } else if last.is_some_and(|last| last < today) {
                VersionState::Past
            } else {
                VersionState::InForce
            };
            let source = words::spaced(&version.source);
            Version { from: Day::full(from), period: period(from, last, state), source, state }
        })
        .collect()
}

fn period(from: NaiveDate, last: Option<NaiveDate>, state: VersionState) -> String {
    let day = words::long_date;
    match (last, state) {
        (None, _) if always(from) => "valeur de départ".to_owned(),
        (Some(last), _) if always(from) => format!("jusqu’au {}", day(last)),
        (Some(last), _) => format!("du {} au {}", day(from), day(last)),
        (None, VersionState::ToCome) => format!("à partir du {}", day(from)),
        (None, VersionState::Past | VersionState::InForce) => format!("depuis le {}", day(from)),
    }
}
