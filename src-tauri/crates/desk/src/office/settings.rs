//! The office's dated settings: delivered values, and the office's own rows over them.

use domain::settings::{Dated, FollowUpRules, Numbering, OfficeIdentity, Settings, Timeline};
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::{Reader, SettingRow};

use crate::caller::Moment;
use crate::delivered::delivered;
use crate::failure::Failure;

/// The kind of the office's identity in the settings table.
pub(super) const IDENTITY: &str = "office_identity";
/// The kind of the numbering.
pub(super) const NUMBERING: &str = "numbering";
const FOLLOW_UP: &str = "follow_up";

/// Every dated setting of the office.
pub(crate) fn settings(reader: &Reader<'_>) -> Result<Settings, Failure> {
    let delivered = delivered()?;
    Ok(Settings {
        numbering: Timeline::starting_with(delivered.numbering.clone(), own::<Numbering>(reader, NUMBERING)?),
        follow_up: Timeline::starting_with(delivered.follow_up.clone(), own::<FollowUpRules>(reader, FOLLOW_UP)?),
        lists: delivered.lists.clone(),
    })
}

/// The office and its adviser, as last corrected.
pub(crate) fn identity(reader: &Reader<'_>) -> Result<OfficeIdentity, Failure> {
    let own = own::<OfficeIdentity>(reader, IDENTITY)?;
    own.into_iter().next_back().map(|dated| dated.value).ok_or_else(|| Failure::broken("identite"))
}

/// A setting as its row.
pub(super) fn row(kind: &str, dated: &Dated<impl Serialize>, moment: &Moment) -> Result<SettingRow, Failure> {
    Ok(SettingRow {
        kind: kind.to_owned(),
        key: String::new(),
        valid_from: dated.valid_from,
        recorded_at: moment.now,
        source: dated.source.clone(),
        format: 1,
        body: serde_json::to_string(&dated.value).map_err(|_| Failure::broken("reglage"))?,
    })
}

fn own<T: DeserializeOwned>(reader: &Reader<'_>, kind: &str) -> Result<Vec<Dated<T>>, Failure> {
    let rows = reader.settings(kind)?;
    rows.into_iter()
        .map(|(_, row)| {
            let value = serde_json::from_str(&row.body).map_err(|_| Failure::broken("reglage-lu"))?;
            Ok(Dated { valid_from: row.valid_from, source: row.source, value })
        })
        .collect()
}
