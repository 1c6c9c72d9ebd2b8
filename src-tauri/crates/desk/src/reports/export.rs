//! The bilan as a file a spreadsheet opens: CSV, semicolons, French decimals.
//!
//! It holds the numbers as they are, for the office. A text that a spreadsheet would take for a formula is kept a
//! text.

use domain::report::{Bilan, Indicator, SmallNumbers, Table, Unit, Value};
use domain::words::Labelled;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::asked::ReportPeriod;
use super::counted::Material;
use super::wording;
use crate::caller::{Caller, Progress};
use crate::calls::Work;
use crate::failure::Failure;
use crate::office::Desk;
use crate::papers::write_chosen;

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
    /// The handle of the chosen file.
    pub file: String,
}

/// What was done, in a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReportSaved {
    /// The sentence.
    pub sentence: String,
}

/// Saves the bilan of a period for a spreadsheet: whole, or not at all.
pub fn export_report(desk: &Desk, input: ReportToFile, caller: &Caller) -> Result<Work<ReportSaved>, Failure> {
    let target = caller.outside.files.target(&input.file);
    let target = target.ok_or_else(Failure::no_file)?;
    let asked = ReportPeriod { year: input.year, from: input.from, to: input.to };
    let material = Material::read(desk, &asked, &caller.moment)?;
    Ok(Box::new(move |progress: &Progress| {
        progress.step(0, 2)?;
        let bilan = material.bilan(SmallNumbers::Shown)?;
        let text = written(&material, &bilan, &material.indicators_before()?);
        progress.step(1, 2)?;
        let name = write_chosen(&target, text.as_bytes())?;
        let told = "Il donne les nombres exacts, même petits : il reste dans le service.";
        Ok(ReportSaved { sentence: domain::words::spaced(&format!("Bilan enregistré sous {name}. {told}")) })
    }))
}

/// The whole file, with the mark by which a spreadsheet knows its letters.
fn written(material: &Material, bilan: &Bilan, before: &[Indicator]) -> String {
    let mut file = String::from("\u{feff}");
    let title = wording::title(material.period);
    let (from, to) = (wording::in_files(material.period.from()), wording::in_files(material.period.to()));
    csv_line(&mut file, ["Bilan".to_owned(), title, from, to]);
    file.push_str("\r\n");
    let compared = material.before.map(wording::title).unwrap_or_default();
    let heads = ["Indicateur", "Valeur", "Unité", "Dossiers", "Calcul", &compared];
    csv_line(&mut file, heads.map(ToOwned::to_owned));
    for indicator in &bilan.indicators {
        let Some(definition) = material.delivered.rules.indicator(indicator.key) else { continue };
        let earlier = before.iter().find(|one| one.key == indicator.key).and_then(|one| one.figure.value);
        let cells = [
            definition.label.clone(),
            number(indicator.figure.value),
            unit(definition.unit).to_owned(),
            indicator.figure.dossiers_count().to_string(),
            wording::working(indicator.working, definition.unit, &material.delivered.rules),
            number(earlier),
        ];
        csv_line(&mut file, cells);
    }
    for table in &bilan.tables {
        table_lines(&mut file, table);
    }
    file
}

fn table_lines(file: &mut String, table: &Table) {
    file.push_str("\r\n");
    let heads = table.columns.iter().map(|head| match head.unit {
        Unit::Percent => format!("{} (%)", head.key.label()),
        Unit::Euros => format!("{} (€)", head.key.label()),
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
        | Unit::Days => head.key.label().to_owned(),
    });
    csv_line(file, std::iter::once(table.title.clone()).chain(heads));
    for row in &table.rows {
        let cells = row.cells.iter().map(|figure| number(figure.value));
        csv_line(file, std::iter::once(row.label.clone()).chain(cells));
    }
}

fn unit(unit: Unit) -> &'static str {
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

/// A number with a decimal comma; nothing where there is none.
fn number(value: Option<Value>) -> String {
    value.map(|value| value.plain().replace('.', ",")).unwrap_or_default()
}

/// A line of a file for a spreadsheet.
pub(crate) fn csv_line(file: &mut String, cells: impl IntoIterator<Item = String>) {
    let cells: Vec<String> = cells.into_iter().map(|cell| field(&cell)).collect();
    file.push_str(&cells.join(";"));
    file.push_str("\r\n");
}

/// A field of the file: quoted where it must be, and never a formula.
fn field(text: &str) -> String {
    let formula = text.trim_start_matches(' ').starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    if text.contains([';', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_never_becomes_a_formula_nor_a_second_field() {
        assert_eq!(field("=HYPERLINK(\"http://x\")"), "\"'=HYPERLINK(\"\"http://x\"\")\"");
        assert_eq!(field("+33 6"), "'+33 6");
        assert_eq!(field("Meubles ; literie"), "\"Meubles ; literie\"");
        assert_eq!(field("Banque du Val"), "Banque du Val");
    }
}
