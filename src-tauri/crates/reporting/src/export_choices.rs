//! The columns the office chose for its exports, each choice under its name.

use domain::settings::{Dated, ExportChoice};
use domain::words::{counted, spaced};
use serde::{Deserialize, Serialize};
use store::{Acted, Reader};
use ts_rs::TS;

use super::dossiers::{COLUMNS, chosen};
use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use app::reading;
use app::settings::{EXPORT_CHOICE, kept_of, row_of};
use app::shapes::Choice;

/// The columns and the choices kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ExportChoicesView {
    /// Every column, in the order of files.
    pub columns: Vec<Choice>,
    /// The choices kept, in the order of their names.
    pub choices: Vec<ExportChoiceView>,
}

/// Columns kept under a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ExportChoiceView {
    /// The name.
    pub name: String,
    /// The keys of the columns, in the order of files.
    pub columns: Vec<String>,
    /// `12 colonnes`.
    pub told: String,
}

/// A choice to keep.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewExportChoice {
    /// Its name; the choice of that name is replaced.
    pub name: String,
    /// The keys of its columns; without any the choice is forgotten.
    pub columns: Vec<String>,
}

/// Shows the columns an export may have and the choices kept.
pub fn export_choices(desk: &Desk, _: Nothing, _: &Moment) -> Result<ExportChoicesView, Failure> {
    let mut choices = desk.read(all)?;
    choices.retain(|choice| !choice.columns.is_empty());
    choices.sort_by(|one, other| one.name.cmp(&other.name));
    let shown = choices.into_iter().map(|choice| ExportChoiceView {
        name: choice.name.to_string(),
        told: spaced(&counted(choice.columns.len(), "colonne", "colonnes")),
        columns: choice.columns,
    });
    let columns = COLUMNS.iter().map(|column| Choice::new(column.key, column.title));
    Ok(ExportChoicesView { columns: columns.collect(), choices: shown.collect() })
}

/// Keeps columns under a name, in place of those it had.
pub fn set_export_choice(
    desk: &mut Desk,
    input: NewExportChoice,
    moment: &Moment,
) -> Result<ExportChoicesView, Failure> {
    let name = reading::needed(&input.name, "name", "Sous quel nom garder ces colonnes ?")?;
    // Asking for none is asking for all of them, but a choice of none is forgotten.
    let columns = if input.columns.is_empty() { Vec::new() } else { chosen(&input.columns)? };
    let columns: Vec<String> = columns.iter().map(|column| column.key.to_owned()).collect();
    let kept = desk.read(|reader| kept_of::<ExportChoice>(reader, EXPORT_CHOICE, name.as_str()))?;
    let choice = ExportChoice { name: name.clone(), columns };
    let dated = Dated { valid_from: moment.today, source: String::new(), value: choice };
    let row = row_of(EXPORT_CHOICE, name.as_str(), &dated, moment)?;
    if kept.first().is_none_or(|kept| kept.dated.value != dated.value) {
        let done = if dated.value.columns.is_empty() { "n’est plus proposé" } else { "est gardé" };
        let sentence = spaced(&format!("L’export « {name} » {done}."));
        desk.act("set_export_choice", moment, |writer| {
            match kept.first() {
                Some(kept) => writer.replace_setting(kept.id, &row)?,
                None => writer.add_setting(&row).map(drop)?,
            }
            Ok(Acted { value: (), sentence, dossier: None, fields: vec![EXPORT_CHOICE], draft: None })
        })?;
    }
    export_choices(desk, Nothing {}, moment)
}

fn all(reader: &Reader<'_>) -> Result<Vec<ExportChoice>, Failure> {
    let rows = reader.settings(EXPORT_CHOICE)?.into_iter();
    let read = |body: &str| serde_json::from_str(body).map_err(|_| Failure::broken("reglage-lu"));
    rows.map(|(_, row)| read(&row.body)).collect()
}
