//! A bilan that was settled: its figures are kept, and what was corrected since is told beside them.
//!
//! What is followed to this day goes on moving by itself: the cohort is kept, and its changes are not corrections.

use std::collections::BTreeMap;

use domain::report::{Bilan, Reading, RowKind, Unit, Value};
use domain::words::{Labelled, counted, figure, long_date, lowered, spaced};
use serde::{Deserialize, Serialize};
use store::{Acted, SettledReport};
use ts_rs::TS;

use super::counted::Material;
use super::period::ReportPeriod;
use super::view::{ReportView, report};
use super::wording;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::shapes::{Day, key_of};

/// A bilan that was settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SettledView {
    /// The day it was settled.
    pub on: Day,
    /// `Arrêté le 5 janvier 2027. 2 nombres ont changé depuis.`
    pub sentence: String,
    /// What was corrected since.
    pub differences: Vec<SettledDifference>,
}

/// A number that is no longer what it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SettledDifference {
    /// What it counts.
    pub label: String,
    /// As it was settled; `–` where there was none.
    pub was: String,
    /// As it is counted today; `–` where there is none.
    pub is: String,
}

/// A number as it is kept: where it stands, and its plain value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    of: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    row: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    column: String,
    label: String,
    shown: String,
    value: Option<String>,
}

/// Settles the bilan of a period that is over: what it says today is kept.
pub fn settle_report(desk: &mut Desk, input: ReportPeriod, moment: &Moment) -> Result<ReportView, Failure> {
    let material = Material::read(desk, &input.clone().into(), moment)?;
    if material.period.to() >= moment.today {
        return Err(Failure::refused("Cette période n’est pas finie.")
            .remedy("Un bilan s’arrête une fois sa dernière journée passée.")
            .at("to"));
    }
    let bilan = material.bilan()?;
    let body = serde_json::to_string(&kept(&material, &bilan)).map_err(|_| Failure::broken("bilan-arrete"))?;
    let settled = SettledReport { period: material.period, settled_on: moment.today, body };
    let title = wording::title(material.period);
    desk.act("settle_report", moment, |writer| {
        writer.settle_report(&settled)?;
        let sentence = spaced(&format!("Bilan arrêté : {title}."));
        Ok::<_, Failure>(Acted { value: (), sentence, dossier: None, fields: vec!["settled_report"], draft: None })
    })?;
    report(desk, input.into(), moment)
}

/// What was settled of the period and what changed since; nothing for a part of the dossiers.
pub(super) fn settled(desk: &Desk, material: &Material, bilan: &Bilan) -> Result<Option<SettledView>, Failure> {
    if !material.narrowing.is_none() {
        return Ok(None);
    }
    let Some(last) = desk.read(|reader| Ok::<_, Failure>(reader.settled_report(material.period)?))? else {
        return Ok(None);
    };
    let was: Vec<Kept> = serde_json::from_str(&last.body).map_err(|_| Failure::broken("bilan-arrete"))?;
    let differences = differences(was, kept(material, bilan));
    let changed = match differences.len() {
        0 => "Rien n’a changé depuis.".to_owned(),
        1 => "Un nombre a changé depuis.".to_owned(),
        _ => format!("{} ont changé depuis.", counted(differences.len(), "nombre", "nombres")),
    };
    let sentence = spaced(&format!("Arrêté le {}. {changed}", long_date(last.settled_on)));
    Ok(Some(SettledView { on: Day::full(last.settled_on), sentence, differences }))
}

/// Every number of activity, in the order of the bilan.
fn kept(material: &Material, bilan: &Bilan) -> Vec<Kept> {
    let rules = &material.delivered.rules;
    let is_kept = |reading| reading != Reading::Cohort;
    let mut all = Vec::new();
    for indicator in &bilan.indicators {
        let Some(definition) = rules.indicator(indicator.key).filter(|one| is_kept(one.reading)) else { continue };
        let place = (key_of(indicator.key), String::new(), String::new());
        all.push(number(place, definition.label.clone(), indicator.figure.value, definition.unit));
    }
    for table in bilan.tables.iter().filter(|table| is_kept(table.reading)) {
        for row in table.rows.iter().filter(|row| row.kind != RowKind::Heading) {
            for (head, cell) in table.columns.iter().zip(&row.cells) {
                let place = (table.key.key().to_owned(), row.key.clone(), head.key.key().to_owned());
                let label = format!("{} : {}, {}", table.title, row.label, lowered(head.key.label()));
                all.push(number(place, spaced(&label), cell.value, head.unit));
            }
        }
    }
    all
}

fn number((of, row, column): (String, String, String), label: String, value: Option<Value>, unit: Unit) -> Kept {
    let shown = value.map(|value| figure(value, unit)).unwrap_or_default();
    Kept { of, row, column, label, shown, value: value.map(Value::plain) }
}

/// The numbers that differ, in the order they were settled, then those that were not there.
fn differences(was: Vec<Kept>, is: Vec<Kept>) -> Vec<SettledDifference> {
    let place = |kept: &Kept| (kept.of.clone(), kept.row.clone(), kept.column.clone());
    let mut now: BTreeMap<_, Kept> = is.iter().map(|kept| (place(kept), kept.clone())).collect();
    let shown = |kept: Option<&Kept>| {
        let text = kept.map(|kept| kept.shown.clone()).filter(|text| !text.is_empty());
        text.unwrap_or_else(|| wording::NOTHING.to_owned())
    };
    let nothing = |value: Option<&str>| value.is_none_or(|value| value.trim_matches(['0', '.']).is_empty());
    let mut differences = Vec::new();
    for before in was {
        let today = now.remove(&place(&before));
        let value = today.as_ref().and_then(|kept| kept.value.clone());
        // A line that goes with its last dossier had nothing and has nothing.
        let gone = today.is_none() && nothing(before.value.as_deref());
        if value != before.value && !gone {
            let (was, is) = (shown(Some(&before)), shown(today.as_ref()));
            differences.push(SettledDifference { label: before.label, was, is });
        }
    }
    let new = is.iter().filter(|kept| now.contains_key(&place(kept)) && !nothing(kept.value.as_deref()));
    differences.extend(new.map(|kept| SettledDifference {
        label: kept.label.clone(),
        was: wording::NOTHING.to_owned(),
        is: shown(Some(kept)),
    }));
    differences
}
