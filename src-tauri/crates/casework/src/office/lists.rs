//! The lists the office may change: an entry is renamed, retired, brought back or added, never deleted.

use domain::settings::{Dated, ListEntry, ListKey, Lists, entry};
use domain::words::{self, Labelled};
use serde::{Deserialize, Serialize};
use store::SettingRow;
use ts_rs::TS;

use super::{Desk, Nothing, acted};
use app::caller::Moment;
use app::failure::Failure;
use app::reading;
use app::settings::{LIST_ENTRY, ListName, row_of, settings};

/// The lists the office may change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ListsView {
    /// The lists, in the order they are shown.
    pub lists: Vec<ListView>,
}

/// One list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ListView {
    /// Which one.
    pub name: ListName,
    /// What people read.
    pub label: String,
    /// Whether a new entry says which one it is counted with.
    pub has_groups: bool,
    /// Whether its entries have words after « pour ».
    pub has_after: bool,
    /// Its entries, retired ones included, in their order.
    pub entries: Vec<EntryView>,
}

/// One entry of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct EntryView {
    /// Its key.
    pub key: String,
    /// What people read.
    pub label: String,
    /// Its heading, in lists that have headings.
    pub group: Option<String>,
    /// Its words after « pour », for a purpose.
    pub after: String,
    /// Advice for the adviser.
    pub help: Option<String>,
    /// No longer offered.
    pub retired: bool,
    /// Added by the office.
    pub own: bool,
}

/// A new name of an entry.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EntryName {
    /// The list.
    pub list: ListName,
    /// The entry.
    pub key: String,
    /// Its name.
    pub label: String,
    /// Its words after « pour »; unchanged when empty.
    pub after: String,
}

/// An entry offered no more, or again.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct EntryRetirement {
    /// The list.
    pub list: ListName,
    /// The entry.
    pub key: String,
    /// Whether it is retired.
    pub retired: bool,
}

/// A new entry.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewEntry {
    /// The list.
    pub list: ListName,
    /// Its name.
    pub label: String,
    /// The entry it is counted with; needed in lists that have headings or groups of the report.
    pub like: String,
    /// Its words after « pour »; its name when empty.
    pub after: String,
}

/// Shows the lists the office may change.
pub fn list_entries(desk: &Desk, _: Nothing, _: &Moment) -> Result<ListsView, Failure> {
    let lists = desk.read(settings)?.lists;
    Ok(ListsView { lists: ListName::ALL.into_iter().map(|name| shown(name, &lists)).collect() })
}

/// Gives an entry another name; dossiers that have it show the new one.
pub fn rename_entry(desk: &mut Desk, input: EntryName, moment: &Moment) -> Result<ListsView, Failure> {
    let row = desk.read(|reader| {
        let lists = settings(reader)?.lists;
        let label = free_label(&input.label, input.list, Some(&input.key), &lists)?;
        let after = reading::line(&input.after, "after")?;
        let known = known(input.list, &input.key, &lists)?;
        let after = if after.is_empty() { known.after.clone() } else { Some(after.to_string()) };
        row(input.list, &ListEntry { label, after, ..known }, moment)
    })?;
    write(desk, "rename_entry", "Changement de nom dans une liste.", &row, moment)
}

/// Stops offering an entry, or offers it again; it stays where it was used.
pub fn retire_entry(desk: &mut Desk, input: EntryRetirement, moment: &Moment) -> Result<ListsView, Failure> {
    let row = desk.read(|reader| {
        let lists = settings(reader)?.lists;
        let known = known(input.list, &input.key, &lists)?;
        let others = input.list.entries(&lists).into_iter();
        let left = others.filter(|entry| !entry.retired && entry.key != known.key).count();
        if input.retired && left == 0 {
            return Err(Failure::refused("C’est le dernier choix de la liste : elle ne peut pas rester vide."));
        }
        row(input.list, &ListEntry { retired: input.retired, ..known }, moment)
    })?;
    let sentence =
        if input.retired { "Retrait d’un choix d’une liste." } else { "Retour d’un choix dans une liste." };
    write(desk, "retire_entry", sentence, &row, moment)
}

/// Adds an entry to a list, counted with one that is there.
pub fn add_entry(desk: &mut Desk, input: NewEntry, moment: &Moment) -> Result<ListsView, Failure> {
    let row = desk.read(|reader| {
        let lists = settings(reader)?.lists;
        let label = free_label(&input.label, input.list, None, &lists)?;
        let like = like(&input, &lists)?;
        let after = reading::line(&input.after, "after")?.to_string();
        let purpose = matches!(input.list, ListName::Purposes);
        let after = Some(after).filter(|after| !after.is_empty()).or_else(|| purpose.then(|| words::lowered(&label)));
        let entries = input.list.entries(&lists);
        let key = free_key(|key| entries.iter().any(|entry| entry.key == *key))?;
        row(input.list, &ListEntry { key, label, after, help: None, retired: false, ..like }, moment)
    })?;
    write(desk, "add_entry", "Ajout d’un choix dans une liste.", &row, moment)
}

/// What the keys of the office's own entries begin with.
const OWN: &str = "office_";

/// A key of the office's own that is not taken.
pub(super) fn free_key(is_taken: impl Fn(&ListKey) -> bool) -> Result<ListKey, Failure> {
    let mut keys = (1_u32..).map(|number| ListKey::new(format!("{OWN}{number}")));
    keys.find(|key| !is_taken(key)).ok_or_else(|| Failure::broken("cle-du-bureau"))
}

/// Whether the office made an entry of that key.
pub(super) fn is_own(key: &ListKey) -> bool {
    key.as_str().starts_with(OWN)
}

fn write(
    desk: &mut Desk,
    call: &'static str,
    sentence: &str,
    row: &SettingRow,
    moment: &Moment,
) -> Result<ListsView, Failure> {
    desk.act(call, moment, |writer| {
        writer.add_setting(row)?;
        Ok(acted(sentence, vec![LIST_ENTRY]))
    })?;
    list_entries(desk, Nothing {}, moment)
}

fn row(list: ListName, entry: &ListEntry, moment: &Moment) -> Result<SettingRow, Failure> {
    let dated = Dated { valid_from: moment.today, source: "Réglage du CCAS".to_owned(), value: entry.clone() };
    row_of(LIST_ENTRY, &format!("{}/{}", list.key(), entry.key.as_str()), &dated, moment)
}

fn known(list: ListName, key: &str, lists: &Lists) -> Result<ListEntry, Failure> {
    let known = list.entries(lists).into_iter().find(|entry| entry.key.as_str() == key);
    known.ok_or_else(|| Failure::from(domain::settings::ListRefused).at("key"))
}

/// A name no other entry has.
fn free_label(typed: &str, list: ListName, key: Option<&str>, lists: &Lists) -> Result<String, Failure> {
    let label = reading::needed(typed, "label", "Le nom manque.")?;
    let name = words::folded(label.as_str());
    let twin = |entry: &ListEntry| Some(entry.key.as_str()) != key && words::folded(&entry.label) == name;
    match list.entries(lists).iter().find(|entry| twin(entry)) {
        Some(twin) if twin.retired => Err(Failure::refused("Un choix retiré porte déjà ce nom.")
            .remedy("Remettez-le plutôt dans la liste.")
            .at("label")),
        Some(_) => Err(Failure::refused("Un autre choix de la liste porte déjà ce nom.").at("label")),
        None => Ok(words::spaced(label.as_str())),
    }
}

/// What a new entry takes from the one it is counted with: heading, group of the report, delay.
fn like(input: &NewEntry, lists: &Lists) -> Result<ListEntry, Failure> {
    let entries = input.list.entries(lists);
    if let Some(like) = reading::entry(&input.like, &entries, "like")? {
        return Ok(entry(&entries, &like).map_err(|refused| Failure::from(refused).at("like"))?.clone());
    }
    if has_groups(&entries) {
        let refused = "Avec quel choix le compter ? Il prend sa place et son groupe dans le bilan.";
        return Err(Failure::refused(refused).at("like"));
    }
    Ok(ListEntry {
        key: ListKey::new(""),
        label: String::new(),
        group: None,
        family: None,
        help: None,
        after: None,
        callback_days: None,
        counts_as_interview: false,
        difficulty: None,
        to_person: None,
        retired: false,
    })
}

fn has_groups(entries: &[ListEntry]) -> bool {
    entries.iter().any(|entry| entry.group.is_some() || entry.family.is_some() || entry.counts_as_interview)
}

fn shown(name: ListName, lists: &Lists) -> ListView {
    let entries = name.entries(lists);
    ListView {
        name,
        label: name.label().to_owned(),
        has_groups: has_groups(&entries),
        has_after: matches!(name, ListName::Purposes),
        entries: entries
            .iter()
            .map(|entry| EntryView {
                key: entry.key.as_str().to_owned(),
                label: entry.label.clone(),
                group: entry.group.as_ref().and_then(|group| heading(name, group, lists)),
                after: entry.after.clone().unwrap_or_default(),
                help: entry.help.as_deref().map(words::spaced),
                retired: entry.retired,
                own: is_own(&entry.key),
            })
            .collect(),
    }
}

/// The heading of a purpose or of a budget line.
fn heading(name: ListName, group: &ListKey, lists: &Lists) -> Option<String> {
    if name == ListName::BudgetEntries {
        let heading = lists.budget_groups.iter().find(|heading| heading.key == *group);
        return heading.map(|heading| heading.label.clone());
    }
    let screening = name == ListName::ScreeningQuestions;
    let headings = if screening { &lists.screening.sections } else { &lists.purpose_categories };
    entry(headings, group).ok().map(|category| category.label.clone())
}
