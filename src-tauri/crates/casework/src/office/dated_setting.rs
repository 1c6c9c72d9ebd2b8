//! A setting of which there is one, in versions: the delivered value, the office's own over it, one way to show and to
//! change them.
//!
//! Example: the rules of safety start with ten minutes before the lock; the office says eight from 1 March 2027: two
//! versions are shown, the newest first, and a dossier of February keeps the first.

use chrono::NaiveDate;
use domain::settings::{Dated, Lists};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use store::Reader;
use ts_rs::TS;

use super::acted;
use super::versions::{Clause, TypedVersion, Version, headed, known, place};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::{kept_of, laid, row, settings};

/// A record of the settings, kept in versions.
pub(super) trait DatedSetting: Clone + Serialize + DeserializeOwned + 'static {
    /// The kind of its rows, and its field in the access journal.
    const KIND: &'static str;

    /// What changing it is called, in the sentence of undo.
    const CHANGED: &'static str;

    /// It as a form holds it.
    type Fields;

    /// What it starts with.
    fn delivered() -> Result<&'static Dated<Self>, Failure>;

    /// It as a form holds it.
    fn fields(&self) -> Result<Self::Fields, Failure>;

    /// It in words.
    fn clauses(&self, lists: &Lists) -> Vec<Clause>;
}

/// A setting from a date, or a correction of a version of it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewVersion<F> {
    /// From when, and where it comes from.
    pub version: TypedVersion,
    /// What is typed.
    pub fields: F,
}

/// One version of a setting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SettingVersion<F> {
    /// How it is headed.
    pub version: Version,
    /// As a form holds it.
    pub fields: F,
    /// In words.
    pub clauses: Vec<Clause>,
}

/// A setting and every version of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SettingVersions<F> {
    /// The versions, the newest first.
    pub versions: Vec<SettingVersion<F>>,
}

/// Every version of a setting, the newest first. `effective` is what a version amounts to: its value, unless another
/// setting says more.
pub(super) fn versions<S: DatedSetting>(
    reader: &Reader<'_>,
    moment: &Moment,
    effective: impl Fn(&Dated<S>, &Version) -> S,
) -> Result<Vec<SettingVersion<S::Fields>>, Failure> {
    let lists = settings(reader)?.lists;
    let values = laid(vec![S::delivered()?.clone()], kept_of::<S>(reader, S::KIND, "")?);
    let headings = headed(&values, |_| None, moment.today);
    let mut versions = Vec::new();
    for (dated, version) in values.iter().zip(headings).rev() {
        let value = effective(dated, &version);
        versions.push(SettingVersion { version, fields: value.fields()?, clauses: value.clauses(&lists) });
    }
    Ok(versions)
}

/// Writes a version of a setting in its place. `admit` refuses what may not be from that day on.
pub(super) fn set<S: DatedSetting>(
    desk: &mut Desk,
    call: &'static str,
    NewVersion { version, fields: value }: NewVersion<S>,
    moment: &Moment,
    admit: impl FnOnce(&Reader<'_>, NaiveDate) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let place = desk.read(|reader| {
        let own = kept_of::<S>(reader, S::KIND, "")?;
        let place = place(&version, &known(Some(S::delivered()?.valid_from), &own), moment)?;
        admit(reader, place.from)?;
        Ok(place)
    })?;
    let row = row(S::KIND, &place.dated(value), moment)?;
    desk.act(call, moment, |writer| {
        place.write(writer, &row)?;
        Ok(acted(S::CHANGED, vec![S::KIND]))
    })
}
