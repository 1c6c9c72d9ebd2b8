//! The tables of a bilan: who asked, for what, by where, and what became of it.
//!
//! A retired entry of a list keeps being counted under its label. A key no list knows any more is shown as it is:
//! nothing counted disappears.

mod breakdowns;
mod details;
mod funnel;
mod lenders;
mod months;
mod surveys;

use std::collections::BTreeMap;

use super::definitions::{TableDefinition, TableKey};
use super::life::Lived;
use super::table::{Item, Line, Table};
use super::{Ground, Period};
use crate::dossier::DossierId;
use crate::money::AmountTooLarge;
use crate::settings::{ListEntry, ListKey};

/// What tables are made from.
pub(super) struct Source<'s> {
    pub(super) period: Period,
    /// The rows of the dossiers something happened to in the period.
    pub(super) rows: &'s [Lived<'s>],
    pub(super) ground: Ground<'s>,
}

impl Source<'_> {
    /// The tables asked for that have something to show, in the order of their definitions.
    pub(super) fn tables(&self, wanted: impl Fn(TableKey) -> bool) -> Result<Vec<Table>, AmountTooLarge> {
        let definitions = self.ground.rules.tables.iter();
        let shown = definitions.filter(|one| wanted(one.key));
        shown.filter_map(|definition| self.table(definition).transpose()).collect()
    }

    fn table(&self, definition: &TableDefinition) -> Result<Option<Table>, AmountTooLarge> {
        match definition.key {
            TableKey::Funnel => Ok(Some(funnel::funnel(self, definition))),
            TableKey::Purposes => breakdowns::purposes(self).table(definition),
            TableKey::RefusalReasons => breakdowns::refusal_reasons(self).table(definition),
            TableKey::Redirections => breakdowns::redirections(self).table(definition),
            TableKey::Origins => breakdowns::origins(self).table(definition),
            TableKey::Profiles => breakdowns::profiles(self).table(definition),
            TableKey::Outcomes => breakdowns::outcomes(self).table(definition),
            TableKey::Banks => lenders::lenders(self).table(definition),
            TableKey::Months => months::months(self).table(definition),
            TableKey::Became => breakdowns::became(self).table(definition),
            TableKey::SubPurposes => details::sub_purposes(self).table(definition),
            TableKey::CalledBack => details::called_back(self).table(definition),
            TableKey::Surveys => surveys::surveys(self).table(definition),
        }
    }
}

impl Item for &Lived<'_> {
    fn dossier(&self) -> DossierId {
        self.dossier
    }
}

/// The lines of a list, retired entries included.
fn lines_of<T: Item>(entries: &[ListEntry]) -> Vec<Line<T>> {
    entries.iter().map(|entry| Line::new(entry.key.as_str(), &entry.label)).collect()
}

/// Puts each item on the lines of its keys.
fn placed<'k, T: Item, K: IntoIterator<Item = &'k str>>(
    lines: Vec<Line<T>>,
    items: &[T],
    keys: impl Fn(&T) -> K,
) -> Vec<Line<T>> {
    let mut placing = Placing::on(lines);
    for item in items {
        for key in keys(item) {
            placing.put(*item, key);
        }
    }
    placing.lines
}

/// Lines, and the place of each by its keys.
struct Placing<T> {
    lines: Vec<Line<T>>,
    places: BTreeMap<String, usize>,
}

impl<T: Item> Placing<T> {
    fn on(lines: Vec<Line<T>>) -> Self {
        let known = (0..).zip(&lines).flat_map(|(place, line)| line.keys.iter().map(move |key| (key.clone(), place)));
        Self { places: known.collect(), lines }
    }

    /// Puts an item on the line of a key; a key without a line gets one, under its own name.
    fn put(&mut self, item: T, key: &str) {
        let place = self.places.get(key).copied().unwrap_or_else(|| {
            self.lines.push(Line::new(key, if key == UNKNOWN { UNKNOWN_LABEL } else { key }));
            let place = self.lines.len().saturating_sub(1);
            self.places.insert(key.to_owned(), place);
            place
        });
        if let Some(line) = self.lines.get_mut(place) {
            line.items.push(item);
        }
    }
}

/// The lines that count something.
fn without_empty<T>(mut lines: Vec<Line<T>>) -> Vec<Line<T>> {
    lines.retain(|line| !line.items.is_empty());
    lines
}

/// The family of a key, itself where the list gives none.
fn family<'l>(list: &'l [ListEntry], key: &'l ListKey) -> &'l str {
    let entry = list.iter().find(|entry| entry.key == *key);
    entry.and_then(|entry| entry.family.as_ref()).unwrap_or(key).as_str()
}

/// The key of what was not said.
const UNKNOWN: &str = "unknown";
const UNKNOWN_LABEL: &str = "Non renseigné";
const TOTAL: &str = "Ensemble";
