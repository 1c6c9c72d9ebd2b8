//! Time spent without a dossier: noted in a few keys, counted in the bilan.

use domain::calendar::Toward;
use domain::words::{self, spaced};
use serde::{Deserialize, Serialize};
use store::{Acted, WorkTime};
use ts_rs::TS;

use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use app::reading;
use app::settings::settings;
use app::shapes::{Choice, Day};

/// How many of the last times are shown.
const SHOWN: u32 = 12;

/// The last times that were noted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct WorkTimes {
    /// The newest first.
    pub rows: Vec<WorkTimeRow>,
    /// What it may be spent on.
    pub kinds: Vec<Choice>,
}

/// Time that was noted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct WorkTimeRow {
    /// Its number.
    pub id: i64,
    /// Its day.
    pub on: Day,
    /// On what.
    pub kind: String,
    /// `1 h 30`.
    pub length: String,
    /// What for.
    pub note: String,
}

/// Time spent, as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewWorkTime {
    /// Its day; today when empty.
    pub on: String,
    /// On what; needed.
    pub kind: String,
    /// How long: `45`, `1 h 30`; needed.
    pub minutes: String,
    /// What for.
    pub note: String,
}

/// Which time.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneWorkTime {
    /// Its number.
    pub id: i64,
}

/// Shows the last times that were noted without a dossier.
pub fn work_times(desk: &Desk, _: Nothing, moment: &Moment) -> Result<WorkTimes, Failure> {
    desk.read(|reader| {
        let kinds = &settings(reader)?.lists.work_kinds;
        let label = |key: &domain::settings::ListKey| {
            kinds.iter().find(|kind| kind.key == *key).map(|kind| kind.label.clone()).unwrap_or_default()
        };
        let rows = reader.last_work_times(SHOWN)?.into_iter().map(|spent| WorkTimeRow {
            id: spent.id,
            on: Day::near(spent.on, moment.today),
            kind: label(&spent.kind),
            length: words::duration(spent.minutes),
            note: spaced(spent.note.as_str()),
        });
        Ok(WorkTimes { rows: rows.collect(), kinds: kinds.iter().map(Choice::of_entry).collect() })
    })
}

/// Notes time spent without a dossier.
pub fn note_work_time(desk: &mut Desk, input: NewWorkTime, moment: &Moment) -> Result<WorkTimes, Failure> {
    let settings = desk.read(settings)?;
    let on = reading::date(&input.on, "on", moment, Toward::Past)?.unwrap_or(moment.today);
    if on > moment.today {
        return Err(Failure::refused("Ce jour est à venir : on note le temps passé.").at("on"));
    }
    let kind = reading::entry(&input.kind, &settings.lists.work_kinds, "kind")?;
    let kind = kind.ok_or_else(|| Failure::refused("À quoi ce temps a-t-il servi ?").at("kind"))?;
    let minutes = reading::minutes(&input.minutes, "minutes")?;
    let minutes = minutes.ok_or_else(|| Failure::refused("Combien de temps ? 45, ou 1 h 30.").at("minutes"))?;
    let spent = WorkTime { id: 0, on, kind, minutes, note: reading::line(&input.note, "note")? };
    act(desk, "note_work_time", "Temps passé noté.", moment, |writer| writer.insert_work_time(&spent).map(|_| ()))
}

/// Takes noted time out.
pub fn remove_work_time(desk: &mut Desk, input: OneWorkTime, moment: &Moment) -> Result<WorkTimes, Failure> {
    act(desk, "remove_work_time", "Temps passé retiré.", moment, |writer| writer.delete_work_time(input.id))
}

fn act(
    desk: &mut Desk,
    call: &'static str,
    sentence: &str,
    moment: &Moment,
    change: impl FnOnce(&store::Writer<'_>) -> Result<(), store::StoreError>,
) -> Result<WorkTimes, Failure> {
    desk.act(call, moment, |writer| {
        change(writer)?;
        Ok(Acted {
            value: (),
            sentence: sentence.to_owned(),
            dossier: None,
            fields: vec!["work_time"],
            draft: Some((None, "work_time")),
        })
    })?;
    work_times(desk, Nothing {}, moment)
}
