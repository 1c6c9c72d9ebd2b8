//! The bilan as a file for another program: a spreadsheet, or data.
//!
//! It holds the numbers as they are, for the office, and the same ones in every form.

use std::iter::once;

use documents::papers::annual_report::AnnualReport;
use documents::spreadsheet::{Cell, Form, Look, Sheet, SheetColumn, SheetRow, Spreadsheet};
use domain::report::{Bilan, ColumnHead, Reference, RowKind, Table, TableKey, Unit, Value};
use domain::words::{Labelled, Word, spaced};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::counted::Material;
use super::data::report_data;
use super::paper::{annual_report, public_report};
use super::period::{Against, NarrowedTo, ReportAsked};
use super::wording;
use super::workbook::sheets_of;
use app::caller::{Caller, Moment, Progress};
use app::desk::Desk;
use app::failure::Failure;
use app::files::write_chosen;
use app::job::Work;

/// A bilan and the file chosen for it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ReportToFile {
    /// The year of the bilan.
    pub year: String,
    /// Its first day.
    pub from: String,
    /// Its last day.
    pub to: String,
    /// What it is compared with.
    #[serde(default)]
    #[ts(optional, as = "Option<Against>")]
    pub against: Against,
    /// Which dossiers it counts.
    #[serde(default)]
    #[ts(optional, as = "Option<NarrowedTo>")]
    pub narrowed: NarrowedTo,
    /// The form of the file.
    pub form: ReportForm,
    /// The key of the one table wanted; all of them when empty.
    #[serde(default)]
    #[ts(optional, as = "Option<String>")]
    pub table: String,
    /// The handle of the chosen file.
    pub file: String,
}

/// The form of a file of the bilan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportForm {
    /// A workbook, one sheet a table.
    Xlsx,
    /// The reading of the board as a workbook with its charts.
    BoardXlsx,
    /// The reading for publication as a workbook with its charts.
    PublicXlsx,
    /// Text a spreadsheet opens, the tables behind one another.
    Csv,
    /// Data for another program, as `report_data` gives it.
    Json,
}

/// The form of a file of tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TablesForm {
    /// A workbook.
    Xlsx,
    /// Text a spreadsheet opens.
    Csv,
}

/// What was done, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReportSaved {
    /// The sentence.
    pub sentence: String,
}

impl TablesForm {
    /// The file of tables in this form.
    pub(super) fn bytes(self, tables: &Spreadsheet) -> Result<Vec<u8>, Failure> {
        match self {
            Self::Xlsx => Ok(tables.xlsx()?),
            Self::Csv => Ok(tables.csv()),
        }
    }
}

/// Saves the bilan of a period as a file: whole, or not at all.
pub fn export_report(desk: &Desk, input: ReportToFile, caller: &Caller) -> Result<Work<ReportSaved>, Failure> {
    let target = caller.outside.files.target(&input.file);
    let target = target.ok_or_else(Failure::no_file)?;
    let ReportToFile { year, from, to, against, narrowed, form, table, .. } = input;
    let asked = ReportAsked { year, from, to, against, narrowed };
    let moment = caller.moment;
    let bytes: Making = match form {
        ReportForm::Json => {
            let data = report_data(desk, asked, &moment)?;
            Box::new(move || json(&data))
        }
        ReportForm::Xlsx => tables_of(desk, &asked, caller, (TablesForm::Xlsx, &table))?,
        ReportForm::Csv => tables_of(desk, &asked, caller, (TablesForm::Csv, &table))?,
        ReportForm::BoardXlsx => workbook_of(desk, annual_report(desk, &asked, &moment)?, &moment)?,
        ReportForm::PublicXlsx => workbook_of(desk, public_report(desk, &asked, &moment)?, &moment)?,
    };
    let told = match form {
        ReportForm::Xlsx | ReportForm::Csv | ReportForm::Json => {
            "Il donne les nombres exacts, même petits : il reste dans le service."
        }
        ReportForm::BoardXlsx => {
            "C’est la version du conseil : ce qui décrit les personnes y est regroupé. Elle ne se publie pas."
        }
        ReportForm::PublicXlsx => "C’est la version à publier : aucun effectif trop petit n’y figure.",
    };
    Ok(Box::new(move |progress: &Progress| {
        progress.step(0, 2)?;
        let bytes = bytes()?;
        progress.step(1, 2)?;
        let name = write_chosen(&target, &bytes)?;
        Ok(ReportSaved { sentence: spaced(&format!("Bilan enregistré sous {name}. {told}")) })
    }))
}

/// What makes the bytes of a file, once the desk is free again.
type Making = Box<dyn FnOnce() -> Result<Vec<u8>, Failure> + Send>;

/// What makes the workbook of a reading.
fn workbook_of(desk: &Desk, report: AnnualReport, moment: &Moment) -> Result<Making, Failure> {
    let (author, made_on) = (desk.read(app::settings::identity)?.name, moment.today);
    Ok(Box::new(move || {
        let sheets = sheets_of(&report);
        Ok(Spreadsheet { title: report.title, author, made_on, sheets }.xlsx()?)
    }))
}

fn tables_of(
    desk: &Desk,
    asked: &ReportAsked,
    caller: &Caller,
    (form, wanted): (TablesForm, &str),
) -> Result<Making, Failure> {
    let wanted = match wanted {
        "" => None,
        key => Some(TableKey::from_key(key).ok_or_else(|| Failure::refused("Ce tableau n’existe pas.").at("table"))?),
    };
    let moment = caller.moment;
    let material = Material::read(desk, asked, &moment)?;
    let author = desk.read(app::settings::identity)?.name;
    Ok(Box::new(move || {
        let bilan = material.bilan()?;
        let sheets = match wanted {
            Some(key) => bilan.table(key).map(sheet).into_iter().collect(),
            None => sheets(&material, &bilan, material.bilan_before()?.as_ref()),
        };
        if sheets.is_empty() {
            return Err(Failure::refused("Ce tableau est vide sur cette période.").at("table"));
        }
        let title = material.titled(format!("Bilan {}", wording::title(material.period)));
        form.bytes(&Spreadsheet { title, author, made_on: moment.today, sheets })
    }))
}

fn json(data: &impl Serialize) -> Result<Vec<u8>, Failure> {
    let mut bytes = serde_json::to_vec(data).map_err(|error| Failure::broken("bilan-json").because(&error))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// The key figures, then each table.
fn sheets(material: &Material, bilan: &Bilan, before: Option<&Bilan>) -> Vec<Sheet> {
    once(figures(material, bilan, before)).chain(bilan.tables.iter().map(sheet)).collect()
}

fn figures(material: &Material, bilan: &Bilan, before: Option<&Bilan>) -> Sheet {
    let period = material.period;
    let title = ["Bilan".to_owned(), material.titled(wording::title(period))].map(Cell::Text);
    let compared = material.before.map(wording::title).unwrap_or_default();
    let heads = ["Indicateur", "Valeur", "Unité", "Dossiers", "Calcul", &compared, "Repère", "Repère de", "Définition"];
    let rows = bilan.indicators.iter().filter_map(|indicator| {
        let definition = material.delivered.rules.indicator(indicator.key)?;
        let unit = definition.unit;
        let earlier = before.and_then(|before| before.indicator(indicator.key)?.figure.value);
        let reference =
            material.delivered.references.indicators.iter().find(|one| one.indicator == Some(indicator.key));
        let told = reference.map(told_of);
        Some(plain_row(vec![
            Cell::text(&definition.label),
            number(indicator.figure.value, unit),
            Cell::text(unit_name(unit)),
            Cell::count(indicator.figure.dossiers_count()),
            Cell::text(&wording::working(indicator.working, unit, &material.delivered.rules)),
            number(earlier, unit),
            number(reference.and_then(|one| one.value).map(Value::Number), unit),
            Cell::text(&told.unwrap_or_default()),
            Cell::text(&definition.definition),
        ]))
    });
    Sheet {
        name: "Chiffres clés".to_owned(),
        lead: vec![title.into_iter().chain([period.from(), period.to()].map(Cell::Day)).collect()],
        columns: heads.map(SheetColumn::of).to_vec(),
        rows: rows.collect(),
        chart: None,
    }
}

/// `Prêt moyen, CCAS, 2016 : UNCCAS…`: what a mark is, its year where it has one, its source.
fn told_of(one: &Reference) -> String {
    let year = one.year.map(|year| format!(", {year}")).unwrap_or_default();
    spaced(&format!("{}{year} : {}", one.label, one.source))
}

fn sheet(table: &Table) -> Sheet {
    let heads = table.columns.iter().map(|head| SheetColumn::in_unit(head.key.label(), unit_sign(head.unit)));
    let rows = table.rows.iter().map(|row| {
        let cells = row.cells.iter().zip(&table.columns);
        let cells = cells.map(|(figure, ColumnHead { unit, .. })| number(figure.value, *unit));
        let look = match row.kind {
            RowKind::Heading | RowKind::Total => Look::Strong,
            RowKind::Line => Look::Plain,
        };
        SheetRow { look, cells: once(Cell::text(&row.label)).chain(cells).collect() }
    });
    Sheet {
        name: table.title.clone(),
        lead: vec![vec![Cell::text(&table.title)], vec![Cell::text(&table.help)]],
        columns: once(SheetColumn::of(&table.title)).chain(heads).collect(),
        rows: rows.collect(),
        chart: None,
    }
}

fn plain_row(cells: Vec<Cell>) -> SheetRow {
    SheetRow { look: Look::Plain, cells }
}

/// A number in its unit; nothing where there is none.
fn number(value: Option<Value>, unit: Unit) -> Cell {
    let Some(value) = value else { return Cell::Empty };
    let form = match value {
        Value::Count(_) => Form::Whole,
        Value::Euros(_) => Form::Euros,
        Value::Number(_) => form_of(unit),
    };
    Cell::Number(value.rounded(), form)
}

/// How a number that is no count is shown in a unit.
fn form_of(unit: Unit) -> Form {
    match unit {
        Unit::Percent => Form::Percent,
        Unit::Euros => Form::Euros,
        Unit::Dossiers
        | Unit::Presentations
        | Unit::Instalments
        | Unit::Incidents
        | Unit::Contacts
        | Unit::Loans
        | Unit::Inhabitants
        | Unit::Hours
        | Unit::FullTime
        | Unit::Months
        | Unit::Days => Form::Decimals,
    }
}

fn unit_sign(unit: Unit) -> &'static str {
    match form_of(unit) {
        Form::Percent => "%",
        Form::Euros => "€",
        Form::Whole | Form::Decimals => "",
    }
}

fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Dossiers => "dossiers",
        Unit::Presentations => "transmissions",
        Unit::Instalments => "échéances",
        Unit::Incidents => "incidents",
        Unit::Contacts => "contacts",
        Unit::Loans => "prêts",
        Unit::Inhabitants => "habitants",
        Unit::Hours => "heures",
        Unit::FullTime => "ETP",
        Unit::Euros => "euros",
        Unit::Months => "mois",
        Unit::Days => "jours",
        Unit::Percent => "%",
    }
}
