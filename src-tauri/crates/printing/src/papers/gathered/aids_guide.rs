//! The facts of the guide of aids: the directory as it is today.

use documents::papers::Letterhead;
use documents::papers::aids_guide::{AidsGuide, GuideAid, render};
use domain::partner::AidEntry;
use domain::settings::Settings;
use domain::words::folded;

use super::Prepared;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;

/// The aids that are given, by name. Errors: the directory has none.
pub(super) fn prepare(
    desk: &Desk,
    settings: &Settings,
    head: &Letterhead,
    moment: &Moment,
) -> Result<Prepared, Failure> {
    let months = settings.at(moment.today).follow_up.aid_recheck_months;
    let mut given = desk.read(|reader| Ok::<_, Failure>(reader.aid_entries()?))?;
    given.retain(|aid| !aid.retired);
    if given.is_empty() {
        return Err(Failure::refused("L’annuaire des aides est vide.")
            .remedy("Notez-y les aides vers lesquelles vous orientez : le guide les dira."));
    }
    given.sort_by_key(|aid| folded(aid.name.as_str()));
    let aid = |aid: &AidEntry| GuideAid {
        name: if aid.provider.is_empty() { aid.name.to_string() } else { format!("{}, {}", aid.name, aid.provider) },
        what_for: aid.what_for.to_string(),
        conditions: aid.conditions.to_string(),
        contact: aid.contact.to_string(),
        to_bring: aid.to_bring.to_string(),
        checked_on: aid.checked_on,
        is_due: aid.recheck_on(months) <= moment.today,
    };
    let guide = AidsGuide { printed_on: moment.today, aids: given.iter().map(aid).collect() };
    let head = head.clone();
    let state = "à jour".to_owned();
    Ok(Prepared { version: 1, missing: Vec::new(), state, print: Box::new(move |_| Ok(render(&guide, &head)?)) })
}
