//! What is held about a person, as data: the rows of the store, table by table, those of others masked.

use domain::assessment::Registers;
use domain::dossier::{Dossier, DossierId, Masked};
use domain::settings::Settings;
use domain::words::{counted, spaced};
use serde::Serialize;
use serde_json::{Map, Value, json};
use store::{HeldRows, Reader};
use ts_rs::TS;

use super::wording::is_private_note;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::{identity, settings};
use casework::access_journal::lines_of;
use casework::dossiers::{OneDossier, found};

/// What is held about a person, counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PersonHeld {
    /// One of their dossiers.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Who it is.
    pub name: String,
    /// `1 dossier, 3 budgets, 12 pièces, 6 échanges.`
    pub sentence: String,
}

/// Columns of the encrypted files: keys and names of files are the vault's, not the person's.
const OF_THE_VAULT: [&str; 4] = ["file", "file_key", "hash", "content"];

/// Counts what is held about the person of a dossier.
pub fn person_held(desk: &Desk, input: OneDossier, _: &Moment) -> Result<PersonHeld, Failure> {
    let (dossier, theirs) = theirs(desk, input.dossier)?;
    let (mut budgets, mut pieces, mut interviews) = (0_usize, 0_usize, 0_usize);
    for one in &theirs {
        for (table, rows) in desk.vault()?.held_of_dossier(one.id)? {
            match table {
                "budget_version" => budgets = budgets.saturating_add(rows.len()),
                "attachment" => pieces = pieces.saturating_add(rows.len()),
                _ => {}
            }
        }
        interviews = interviews.saturating_add(one.facts.course().interviews.len());
    }
    let count = |count: usize, one, many| counted(u64::try_from(count).unwrap_or(u64::MAX), one, many);
    let sentence = [
        count(theirs.len(), "dossier", "dossiers"),
        count(budgets, "budget", "budgets"),
        count(pieces, "pièce", "pièces"),
        count(interviews, "échange", "échanges"),
    ];
    let settings = desk.read(settings)?;
    let told = format!("{}. Les tiers cités sont masqués.{}", sentence.join(", "), to_read_again(&theirs, &settings));
    let sentence = spaced(&told);
    Ok(PersonHeld { dossier: input.dossier, name: dossier.person.display_name(), sentence })
}

/// That notes printed nowhere else are given too, and have to be read before; empty without one.
pub(super) fn to_read_again(dossiers: &[Dossier], settings: &Settings) -> String {
    let facts = dossiers.iter().flat_map(|dossier| dossier.facts.standing());
    let notes = facts.filter(|row| is_private_note(&row.fact, settings)).count();
    if notes == 0 {
        return String::new();
    }
    let notes = counted(u64::try_from(notes).unwrap_or(u64::MAX), "note de travail", "notes de travail");
    format!(" Avec {notes} : à relire avant de remettre, un tiers peut y être reconnu.")
}

/// The dossier, and every dossier of its person, the oldest first.
pub(super) fn theirs(desk: &Desk, id: DossierId) -> Result<(Dossier, Vec<Dossier>), Failure> {
    desk.read(|reader| {
        let dossier = found(reader, id)?;
        let theirs = reader.dossiers_of(reader.person_of(id)?)?;
        let theirs: Result<Vec<_>, Failure> = theirs.into_iter().map(|one| found(reader, one)).collect();
        Ok((dossier, theirs?))
    })
}

/// Everything held about a person as one JSON object; its shape only grows.
pub(super) fn data(desk: &Desk, dossiers: &[Dossier], moment: &Moment) -> Result<Value, Failure> {
    let Some(first) = dossiers.first() else { return Err(Failure::gone("Ce dossier")) };
    let person = desk.read(|reader| Ok(reader.person_of(first.id)?))?;
    let person = tables(desk.vault()?.held_of_person(person)?, None)?;
    let office = desk.read(identity)?;
    let mut told = Vec::new();
    for dossier in dossiers {
        told.push(of_dossier(desk, dossier, moment)?);
    }
    Ok(json!({
        "format": "etrier-person/1",
        "made_on": moment.today,
        "office": office.name,
        "person": person.get("person").and_then(|rows| rows.get(0)).cloned().unwrap_or_default(),
        "dossiers": told,
        "masked": "names and birthdays of other members of the household",
    }))
}

fn of_dossier(desk: &Desk, dossier: &Dossier, moment: &Moment) -> Result<Value, Failure> {
    let masked = Masked::of(dossier);
    let rows = tables(desk.vault()?.held_of_dossier(dossier.id)?, Some(&masked))?;
    let journal = desk.read(|reader| journal(reader, dossier.id, moment))?;
    Ok(json!({
        "reference": dossier.reference,
        "stage": domain::dossier::stage(dossier).key(),
        "last_contact": domain::retention::last_contact(dossier),
        "rows": rows,
        "access_journal": journal,
    }))
}

/// The lines of the journal about a dossier: who looked at it and what was given out, the newest first.
fn journal(reader: &Reader<'_>, dossier: DossierId, moment: &Moment) -> Result<Vec<Value>, Failure> {
    let lines = lines_of(reader, dossier, moment)?;
    Ok(lines.into_iter().map(|line| json!({ "when": line.at, "what": line.what, "detail": line.detail })).collect())
}

/// Tables by name, each a list of rows; a column that holds JSON is read.
fn tables(held: Vec<HeldRows>, masked: Option<&Masked>) -> Result<Map<String, Value>, Failure> {
    let mut tables = Map::new();
    // Who borrows with the person is told of themselves, when they ask.
    for (name, rows) in held.into_iter().filter(|(name, _)| *name != "co_borrower") {
        let rows = rows.iter().filter(|row| !row.contains(Registers::CO_PROCEDURE) || name != "eligibility_answer");
        let rows: Result<Vec<Value>, Failure> = rows.map(|row| one(name, row, masked)).collect();
        tables.insert(name.to_owned(), Value::Array(rows?));
    }
    Ok(tables)
}

fn one(table: &str, row: &str, masked: Option<&Masked>) -> Result<Value, Failure> {
    let mut row: Map<String, Value> = serde_json::from_str(row).map_err(|_| Failure::broken("ligne-tenue"))?;
    for value in row.values_mut() {
        let inside = value.as_str().filter(|text| text.starts_with(['{', '[']));
        if let Some(inside) = inside.and_then(|text| serde_json::from_str(text).ok()) {
            *value = inside;
        }
    }
    if ["attachment", "kept_paper"].contains(&table) {
        row.retain(|column, _| !OF_THE_VAULT.contains(&column.as_str()));
    }
    row.retain(|column, _| table != "assessment" || !column.starts_with("co_"));
    let row = Value::Object(row);
    Ok(match masked {
        Some(masked) => years_of_others(table, without_names(masked, row)),
        None => row,
    })
}

/// Of the birth of the other members of a household, the year alone.
fn years_of_others(table: &str, mut value: Value) -> Value {
    let members = match table {
        "household_member" => vec![&mut value],
        "budget_version" => match value.get_mut("sealed_household").and_then(Value::as_array_mut) {
            Some(members) => members.iter_mut().collect(),
            None => Vec::new(),
        },
        _ => Vec::new(),
    };
    for member in members {
        let Some(fields) = member.as_object_mut() else { continue };
        if fields.get("link").and_then(Value::as_str) == Some("applicant") {
            continue;
        }
        if let Some(born) = fields.get_mut("born_on") {
            *born =
                born.as_str().and_then(|day| day.get(..4)).map_or(Value::Null, |year| Value::String(year.to_owned()));
        }
    }
    value
}

/// A value without the names of others, whatever its shape.
fn without_names(masked: &Masked, value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(masked.text(&text)),
        Value::Array(items) => Value::Array(items.into_iter().map(|item| without_names(masked, item)).collect()),
        Value::Object(fields) => {
            Value::Object(fields.into_iter().map(|(name, field)| (name, without_names(masked, field))).collect())
        }
        other @ (Value::Null | Value::Bool(_) | Value::Number(_)) => other,
    }
}
