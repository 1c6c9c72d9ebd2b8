//! A register that was chosen: its sheets, how they are read, what was corrected and settled.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use documents::register::Merged;
use documents::register::{Sheet, Workbook};
use domain::register::{Headings, RegisterColumn, RegisterWords, Settled, find_headings, guess_columns};
use domain::settings::ListKey;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::judge::Judged;
use app::desk::{Desk, Slot};
use app::failure::Failure;

/// The register that was chosen, between calls.
#[derive(Default)]
struct ChosenRegister(Option<Brought>);

impl Slot for ChosenRegister {
    fn close(&mut self) {
        self.0 = None;
    }
}

/// The register that was chosen. Errors: there is none.
pub(super) fn chosen(desk: &Desk) -> Result<&Brought, Failure> {
    desk.slot::<ChosenRegister>().and_then(|chosen| chosen.0.as_ref()).ok_or_else(Failure::no_register)
}

/// Sets a chosen register, and gives back the one that was there.
pub(super) fn choose(desk: &mut Desk, register: Option<Brought>) -> Option<Brought> {
    desk.with_slot(|chosen: &mut ChosenRegister| std::mem::replace(&mut chosen.0, register))
}

/// A chosen register, as it stands.
pub(crate) struct Brought {
    /// The name of the file.
    pub(super) file: String,
    pub(super) book: Workbook,
    /// Which sheet is read.
    pub(super) sheet: usize,
    pub(super) headings: Headings,
    /// Whether its columns were read so before.
    pub(super) remembered: bool,
    pub(super) stated: StatedForm,
    /// What was corrected, by line and column.
    pub(super) corrected: BTreeMap<(usize, usize), String>,
    /// What was settled, by line.
    pub(super) settled: BTreeMap<usize, Settlement>,
    pub(super) judged: Vec<Judged>,
    /// The last line of the journal then, and the day.
    pub(super) judged_at: Option<(i64, NaiveDate)>,
    pub(super) passed: Passed,
    /// Lenders the office does not have yet, each with the key it would get.
    pub(super) new_lenders: Vec<(ListKey, String)>,
}

/// What the adviser says once for every line that does not say it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct StatedForm {
    /// The lender: a key of the office's.
    pub lender: String,
    /// The months.
    pub months: String,
    /// The yearly rate.
    pub annual_rate: String,
    /// The origin: a key of its list.
    pub origin: String,
    /// The year of what has none.
    pub year: String,
    /// What is settled of every line that names two people, once for the file.
    pub two_people: String,
    /// Of every name an earlier line has.
    pub same_name: String,
    /// Of every line that says the same person on the same day.
    pub twice: String,
}

/// How the columns of a file are read, by their headings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields, default)]
pub struct RegisterMapping {
    /// The sheet; the first with headings when empty.
    pub sheet: String,
    /// What each heading heads; empty to leave it out.
    pub columns: BTreeMap<String, String>,
    /// What is said once for the file.
    pub stated: StatedForm,
}

/// Lines that are no requests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Passed {
    pub(super) blank: usize,
    /// The lines of totals, from zero.
    pub(super) totals: Vec<usize>,
    /// The lines that tell the month or the year of those below.
    pub(super) titles: usize,
}

/// What the adviser settled of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Settlement {
    /// Two people in a cell: one and who borrows with them.
    CoBorrower,
    /// Two people in a cell: two dossiers.
    TwoDossiers,
    /// The person the office knows, or of an earlier line.
    SamePerson,
    /// Somebody else of that name.
    Namesake,
    /// Left out.
    Leave,
}

impl From<Settlement> for Settled {
    fn from(settled: Settlement) -> Self {
        match settled {
            Settlement::CoBorrower => Self::CoBorrower,
            Settlement::TwoDossiers => Self::TwoDossiers,
            Settlement::SamePerson => Self::SamePerson,
            Settlement::Namesake => Self::Namesake,
            Settlement::Leave => Self::Leave,
        }
    }
}

impl Brought {
    pub(crate) fn of(file: String, mut book: Workbook, words: &RegisterWords) -> Self {
        book.sheets.extend(end_to_end(&book.sheets, words));
        let found = book.sheets.iter().enumerate().filter_map(|(place, sheet)| {
            let headings = find_headings(&sheet.lines, words)?;
            Some((headings.columns.iter().flatten().count(), place, headings))
        });
        // The sheet whose headings say most, all of them together before one of them; else the first.
        let together = |place: usize| book.sheets.get(place).is_some_and(|sheet| sheet.name == ALL_SHEETS);
        let best = found.max_by_key(|(known, place, _)| (*known, together(*place), std::cmp::Reverse(*place)));
        let (sheet, headings) =
            best.map_or((0, Headings { line: 0, columns: Vec::new() }), |(_, place, headings)| (place, headings));
        let (corrected, settled, judged) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
        let (stated, passed, new_lenders) = (StatedForm::default(), Passed::default(), Vec::new());
        let mut brought = Self {
            file,
            book,
            sheet,
            headings,
            remembered: false,
            stated,
            corrected,
            settled,
            judged,
            judged_at: None,
            passed,
            new_lenders,
        };
        brought.widen();
        brought
    }

    /// Reads another sheet, or another line as headings.
    pub(super) fn headed(&mut self, sheet: usize, line: usize, words: &RegisterWords) {
        if sheet != self.sheet {
            let lines = self.book.sheets.get(sheet).map(|sheet| sheet.lines.as_slice()).unwrap_or_default();
            self.headings = find_headings(lines, words).unwrap_or(Headings { line: 0, columns: Vec::new() });
            self.sheet = sheet;
        } else {
            self.headings = Headings { line, columns: Vec::new() };
            self.headings.columns = guess_columns(&self.heading_texts(), words);
        }
        self.corrected.clear();
        self.settled.clear();
        self.widen();
    }

    /// A column for each cell of the widest line: what stands beyond the headings can be chosen too.
    fn widen(&mut self) {
        let widest = self.lines().iter().map(Vec::len).max().unwrap_or_default();
        self.headings.columns.resize(widest, None);
    }

    fn sheet(&self) -> Option<&Sheet> {
        self.book.sheets.get(self.sheet)
    }

    pub(super) fn lines(&self) -> &[Vec<String>] {
        self.sheet().map(|sheet| sheet.lines.as_slice()).unwrap_or_default()
    }

    /// The lines below the headings, each with its place.
    pub(super) fn below(&self) -> impl Iterator<Item = (usize, &Vec<String>)> {
        self.lines().iter().enumerate().skip(self.headings.line.saturating_add(1))
    }

    pub(super) fn heading_texts(&self) -> Vec<String> {
        self.lines().get(self.headings.line).cloned().unwrap_or_default()
    }

    /// The headings as one text, by which they are known again.
    pub(super) fn fingerprint(&self) -> String {
        self.heading_texts().iter().map(|text| domain::words::folded(text.trim())).collect::<Vec<_>>().join("|")
    }

    /// A cell as it stands, corrected or not.
    pub(super) fn cell(&self, line: usize, column: usize) -> &str {
        let corrected = self.corrected.get(&(line, column)).map(String::as_str);
        corrected.unwrap_or_else(|| self.told(line, column))
    }

    /// A cell as the file has it; of one merged over several lines, its text for each of them.
    fn told(&self, line: usize, column: usize) -> &str {
        let text =
            |line: usize| self.lines().get(line)?.get(column).map(String::as_str).filter(|text| !text.is_empty());
        let spread = || text(self.merged(line, column).filter(|_| self.holds_for_each(column))?.line);
        text(line).or_else(spread).unwrap_or("")
    }

    fn merged(&self, line: usize, column: usize) -> Option<&Merged> {
        let holds =
            |one: &&Merged| one.column == column && (one.line..one.line.saturating_add(one.lines)).contains(&line);
        self.sheet()?.merged.iter().find(holds)
    }

    fn holds_for_each(&self, column: usize) -> bool {
        self.headings.columns.get(column).copied().flatten().is_none_or(RegisterColumn::holds_for_each)
    }

    /// Whether the name of a line is that of the line above, in one cell with it.
    pub(super) fn has_the_name_above(&self, line: usize) -> bool {
        let name = self.headings.columns.iter().position(|held| held.is_some_and(RegisterColumn::names_the_person));
        let merged =
            name.and_then(|column| self.merged(line, column).filter(|_| !self.corrected.contains_key(&(line, column))));
        merged.is_some_and(|merged| merged.line < line)
    }

    /// What names the year of the lines before any of them: the name of the sheet, the titles above, the file.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let sheet = self.sheet().map(|sheet| sheet.name.as_str());
        let above = self.lines().iter().take(self.headings.line).flatten().map(String::as_str);
        sheet.into_iter().chain(above).chain([self.file.as_str()])
    }

    pub(super) fn place_of(&self, column: RegisterColumn) -> Option<usize> {
        self.headings.columns.iter().position(|held| *held == Some(column))
    }

    pub(super) fn mapping(&self) -> RegisterMapping {
        let headings = self.heading_texts();
        let columns =
            headings.into_iter().zip(&self.headings.columns).filter(|(heading, _)| !heading.trim().is_empty());
        RegisterMapping {
            sheet: self.sheet().map(|sheet| sheet.name.clone()).unwrap_or_default(),
            columns: columns
                .map(|(heading, column)| (heading, column.map_or("", |word| word.key()).to_owned()))
                .collect(),
            stated: self.stated.clone(),
        }
    }

    /// Reads the columns as a mapping says; headings it does not name stay as they were guessed.
    pub(super) fn mapped(
        &mut self,
        mapping: &RegisterMapping,
        words: &RegisterWords,
    ) -> Result<(), app::failure::Failure> {
        let named = self.book.sheets.iter().position(|sheet| !mapping.sheet.is_empty() && sheet.name == mapping.sheet);
        if let Some(sheet) = named.filter(|sheet| *sheet != self.sheet) {
            self.headed(sheet, 0, words);
        }
        for (place, heading) in self.heading_texts().iter().enumerate() {
            let Some(key) = mapping.columns.get(heading) else { continue };
            let column = super::steps::column(key)?;
            self.headings.columns.iter_mut().skip(place).take(1).for_each(|held| *held = column);
        }
        self.stated = mapping.stated.clone();
        Ok(())
    }
}

/// The sheets that have the headings of the first that has any, one after the other, each below its name: a register kept
/// a sheet a year is read as one. Nothing when one sheet alone has them.
fn end_to_end(sheets: &[Sheet], words: &RegisterWords) -> Option<Sheet> {
    let headed: Vec<(&Sheet, Headings)> =
        sheets.iter().filter_map(|sheet| Some((sheet, find_headings(&sheet.lines, words)?))).collect();
    let (first, headings) = headed.first()?;
    let same: Vec<&(&Sheet, Headings)> = headed.iter().filter(|(_, other)| other.columns == headings.columns).collect();
    if same.len() < 2 {
        return None;
    }
    let mut all = Sheet { name: ALL_SHEETS.to_owned(), ..Sheet::default() };
    all.lines.extend(first.lines.iter().take(headings.line.saturating_add(1)).cloned());
    for (sheet, headings) in same {
        all.lines.push(vec![sheet.name.clone()]);
        let from = headings.line.saturating_add(1);
        let moved = sheet.merged.iter().filter(|one| one.line >= from);
        let below = all.lines.len();
        all.merged
            .extend(moved.map(|one| Merged { line: one.line.saturating_sub(from).saturating_add(below), ..*one }));
        all.lines.extend(sheet.lines.iter().skip(from).cloned());
    }
    Some(all)
}

/// What the sheets read as one are called.
const ALL_SHEETS: &str = "Toutes les feuilles";
