//! The dossiers behind a number.

use std::collections::BTreeMap;

use domain::dossier::DossierId;
use domain::report::{Bilan, Counted, Event, Figure, FlowBox, ReportRow, bridge, flow, since_start};
use domain::words::{Labelled, counted, lowered, spaced};
use serde::Deserialize;
use serde::Serialize;
use store::DossierQuery;
use ts_rs::TS;

use super::counted::Material;
use super::period::{NarrowedTo, ReportAsked};
use super::wording;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::shapes::{Choice, Day, key_of};

/// How many rows are given at once.
const PAGE: usize = 100;

/// A number of a bilan: an indicator, or the cell of a table.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BehindNumber {
    /// The year of the bilan.
    pub year: String,
    /// Its first day.
    pub from: String,
    /// Its last day.
    pub to: String,
    /// The key of an indicator, or of a table.
    pub of: String,
    /// The key of a row, for a table.
    #[serde(default)]
    #[ts(optional)]
    pub row: Option<String>,
    /// The key of a column, for a table.
    #[serde(default)]
    #[ts(optional)]
    pub column: Option<String>,
    /// How many dossiers to pass over.
    pub offset: u64,
    /// Which dossiers the bilan counts.
    #[serde(default)]
    #[ts(optional, as = "Option<NarrowedTo>")]
    pub narrowed: NarrowedTo,
}

/// The dossiers behind a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReportDossiers {
    /// The number, in words.
    pub title: String,
    /// How it is counted.
    pub definition: String,
    /// How many dossiers, in a sentence.
    pub sentence: String,
    /// How many in all are listed: those erased since are only counted.
    pub found: u64,
    /// At most a hundred, in the order of their days.
    pub rows: Vec<ReportDossier>,
}

/// A dossier behind a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReportDossier {
    /// Its number.
    #[ts(type = "number")]
    pub id: DossierId,
    /// Its reference.
    pub reference: String,
    /// Who asks.
    pub name: String,
    /// The project in a line.
    pub project: String,
    /// Where it stands.
    pub stage: Choice,
    /// The day it is counted at.
    pub on: Day,
}

/// A number found in a bilan.
struct Found {
    title: String,
    definition: String,
    figure: Figure,
    /// The event at whose days the dossiers are counted, where it is one.
    event: Option<Event>,
}

/// Lists the dossiers behind a number of a bilan.
pub fn report_dossiers(desk: &Desk, input: BehindNumber, moment: &Moment) -> Result<ReportDossiers, Failure> {
    let (year, from, to) = (input.year.clone(), input.from.clone(), input.to.clone());
    let asked = ReportAsked { year, from, to, narrowed: input.narrowed.clone(), ..ReportAsked::default() };
    let material = Material::read(desk, &asked, moment)?;
    let bilan = material.bilan()?;
    let found = found(&material, &bilan, &input)?;
    let skipped = usize::try_from(input.offset).unwrap_or(usize::MAX);
    let by_day = found.figure.by_day();
    let listed = || by_day.iter().filter(|one| !is_erased(one.dossier));
    let page: Vec<Counted> = listed().skip(skipped).take(PAGE).copied().collect();
    let count = found.figure.dossiers_count();
    let left = u64::try_from(listed().count()).unwrap_or(u64::MAX);
    let erased = match count.saturating_sub(left) {
        0 => String::new(),
        erased => format!(", dont {} depuis", counted(erased, "effacé", "effacés")),
    };
    let dossiers = counted(count, "dossier", "dossiers");
    Ok(ReportDossiers {
        sentence: spaced(&format!("{dossiers} {}{erased}.", wording::during(material.period))),
        rows: rows(desk, &material.rows, &page, found.event)?,
        title: found.title,
        definition: found.definition,
        found: left,
    })
}

fn found(material: &Material, bilan: &Bilan, input: &BehindNumber) -> Result<Found, Failure> {
    let rules = &material.delivered.rules;
    if let Some(found) = of_the_page(material, input)? {
        return Ok(found);
    }
    match (&input.row, &input.column) {
        (Some(row), Some(column)) => {
            let table = bilan.tables.iter().find(|table| table.key.key() == input.of);
            let table = table.ok_or_else(|| Failure::no_such_number("of"))?;
            let line = table.rows.iter().find(|line| line.key == *row);
            let line = line.ok_or_else(|| Failure::no_such_number("row"))?;
            let place = table.columns.iter().position(|head| head.key.key() == column);
            let place = place.ok_or_else(|| Failure::no_such_number("column"))?;
            let figure = line.cells.get(place).cloned().ok_or_else(|| Failure::no_such_number("row"))?;
            let head = table.columns.get(place).map(|head| lowered(head.key.label())).unwrap_or_default();
            let title = format!("{} : {}, {head}", table.title, line.label);
            let event = table.columns.get(place).and_then(|head| head.key.event());
            Ok(Found { title: spaced(&title), definition: table.help.clone(), figure, event })
        }
        (None, None) => {
            let indicator = bilan.indicators.iter().find(|one| key_of(one.key) == input.of);
            let indicator = indicator.ok_or_else(|| Failure::no_such_number("of"))?;
            let definition = rules.indicator(indicator.key).ok_or_else(|| Failure::no_such_number("of"))?;
            let value = wording::shown(indicator.figure.value, definition.unit);
            let title = spaced(&format!("{} : {value}", definition.label));
            let (definition, event) = (definition.definition.clone(), indicator.key.event());
            Ok(Found { title, definition, figure: indicator.figure.clone(), event })
        }
        (Some(_), None) => Err(Failure::no_such_number("column")),
        (None, Some(_)) => Err(Failure::no_such_number("row")),
    }
}

/// A number of the first page that is no indicator and of no table: a box of the flow, a part of the bridge, what happened
/// since the start.
fn of_the_page(material: &Material, input: &BehindNumber) -> Result<Option<Found>, Failure> {
    let (Some(row), Some(column)) = (&input.row, &input.column) else { return Ok(None) };
    let (period, rows, today) = (material.period, &material.rows, material.today);
    let found = match input.of.as_str() {
        "flow" => {
            let wanted = FlowBox::ALL.into_iter().find(|one| one.key() == row.as_str());
            let wanted = wanted.ok_or_else(|| Failure::no_such_number("row"))?;
            let flow = flow(period, rows, &material.settings.lists, today);
            let definition = "Demandes reçues dans la période, là où elles en sont à sa fin.";
            (format!("Demandes reçues : {}", wanted.label()), definition, flow.in_box(wanted), None)
        }
        "bridge" => {
            let bridge = bridge(period, rows, today).into_iter().find(|one| one.step.key() == row.as_str());
            let bridge = bridge.ok_or_else(|| Failure::no_such_number("row"))?;
            let (figure, whose) = match column.as_str() {
                "all" => (bridge.all, ""),
                "own" => (bridge.own, ", demandes de la période"),
                "before" => (bridge.before, ", demandes d’avant"),
                _ => return Err(Failure::no_such_number("column")),
            };
            let definition = "Chaque fait à sa date, pour les demandes de la période et pour celles d’avant.";
            (format!("{}{whose}", bridge.step.label()), definition, figure, None)
        }
        "since_start" if row == "incidents" => {
            let since = since_start(rows, period.to().min(today))?;
            (
                "Prêts avec un incident depuis le début".to_owned(),
                "Une première échéance impayée, depuis le début.",
                since.incidents,
                None,
            )
        }
        _ => return Ok(None),
    };
    let (title, definition, figure, event) = found;
    let title = spaced(&format!("{title} : {}", figure.dossiers_count()));
    Ok(Some(Found { title, definition: spaced(definition), figure, event }))
}

/// Whether nothing is left of a dossier but what the bilans count: it has no number of its own.
fn is_erased(dossier: DossierId) -> bool {
    dossier.0 < 0
}

/// The lines of these dossiers, in the same order.
fn rows(
    desk: &Desk,
    counted: &[ReportRow],
    page: &[Counted],
    of: Option<Event>,
) -> Result<Vec<ReportDossier>, Failure> {
    let query = DossierQuery {
        search: String::new(),
        phase: None,
        among: Some(page.iter().map(|one| one.dossier).collect()),
        archived: None,
        offset: 0,
        limit: u64::try_from(PAGE).unwrap_or(u64::MAX),
    };
    let (lines, _) = desk.read(|reader| Ok::<_, Failure>(reader.dossier_lines(&query)?))?;
    let mut lines: BTreeMap<DossierId, _> = lines.into_iter().collect();
    let rows = page.iter().filter_map(|one| {
        let line = lines.remove(&one.dossier)?;
        let known = counted.iter().find(|row| row.dossier == one.dossier).map(|row| match of {
            Some(event) => row.precision_of(event, one.on),
            None => row.precision_on(one.on),
        });
        Some(ReportDossier {
            id: one.dossier,
            reference: line.reference,
            name: line.name,
            project: line.project,
            stage: Choice::of(line.stage),
            on: Day::known(one.on, known.unwrap_or_default()),
        })
    });
    Ok(rows.collect())
}
