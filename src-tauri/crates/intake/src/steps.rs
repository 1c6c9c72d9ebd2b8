//! What the adviser does with a chosen register before it is taken over: columns, cells, what is to be settled.

use domain::register::RegisterColumn;
use domain::settings::ListRefused;
use serde::Deserialize;
use ts_rs::TS;

use super::judge::judge;
use super::register_file::{Brought, Settlement, StatedForm, choose};
use super::view::{RegisterStanding, RegisterView, register, view};
use app::caller::Moment;
use app::delivered::delivered;
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use app::reading;

/// What the columns hold.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedColumns {
    /// The sheet, from zero.
    pub sheet: u32,
    /// The line of the headings, as the spreadsheet numbers it.
    pub headings_line: u32,
    /// What each column holds, in the order of the file; empty to leave it out. None, and they are found again.
    pub columns: Vec<String>,
    /// What is the same for every line.
    pub stated: StatedForm,
}

/// A cell as it is meant.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct CorrectedCell {
    /// The line, as the spreadsheet numbers it.
    pub line: u32,
    /// The column, from zero.
    pub place: u32,
    /// What it says.
    pub text: String,
}

/// What is settled of a line.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SettledLine {
    /// The line, as the spreadsheet numbers it.
    pub line: u32,
    /// What is settled; absent to take it back.
    pub settled: Option<Settlement>,
}

/// Says what the columns hold. Cells corrected before stay, unless another sheet or other headings are read.
pub fn set_register_columns(desk: &mut Desk, input: TypedColumns, moment: &Moment) -> Result<RegisterView, Failure> {
    change(desk, moment, |brought| {
        let words = &delivered()?.register_words;
        let (sheet, line) = (place(input.sheet), place(input.headings_line).saturating_sub(1));
        if sheet >= brought.book.sheets.len() {
            return Err(Failure::from(ListRefused).at("sheet"));
        }
        if sheet != brought.sheet || line != brought.headings.line {
            brought.headed(sheet, line, words);
        }
        if !input.columns.is_empty() {
            let columns = input.columns.iter().map(|key| column(key)).collect::<Result<Vec<_>, Failure>>()?;
            let chosen: Vec<RegisterColumn> = columns.iter().copied().flatten().collect();
            let twice = chosen
                .iter()
                .enumerate()
                .find(|(place, one)| chosen.iter().skip(place.saturating_add(1)).any(|other| other == *one));
            if let Some((_, twice)) = twice {
                let label = domain::words::Labelled::label(*twice);
                let says = format!("Deux colonnes disent « {label} » : gardez-en une.");
                return Err(Failure::refused(&says).at("columns"));
            }
            let count = brought.headings.columns.len();
            brought.headings.columns = columns;
            brought.headings.columns.resize(count, None);
            brought.remembered = false;
        }
        brought.stated = input.stated;
        Ok(())
    })
}

/// Corrects a cell.
pub fn correct_register_cell(desk: &mut Desk, input: CorrectedCell, moment: &Moment) -> Result<RegisterView, Failure> {
    change(desk, moment, |brought| {
        let (line, column) = (place(input.line).saturating_sub(1), place(input.place));
        if column >= brought.headings.columns.len() || !brought.judged.iter().any(|one| one.read.line == line) {
            return Err(Failure::from(ListRefused).at("place"));
        }
        let text = reading::line(&input.text, "text")?;
        brought.corrected.insert((line, column), text.to_string());
        Ok(())
    })
}

/// Settles a line.
pub fn settle_register_line(desk: &mut Desk, input: SettledLine, moment: &Moment) -> Result<RegisterView, Failure> {
    change(desk, moment, |brought| {
        let line = place(input.line).saturating_sub(1);
        if !brought.judged.iter().any(|one| one.read.line == line) {
            return Err(Failure::from(ListRefused).at("line"));
        }
        match input.settled {
            Some(settled) => brought.settled.insert(line, settled),
            None => brought.settled.remove(&line),
        };
        Ok(())
    })
}

/// Gives up the chosen register.
pub fn close_register(desk: &mut Desk, _: Nothing, moment: &Moment) -> Result<RegisterStanding, Failure> {
    choose(desk, None);
    register(desk, Nothing {}, moment)
}

/// Changes the chosen register and judges it again; refused, it stays as it was.
fn change(
    desk: &mut Desk,
    moment: &Moment,
    work: impl FnOnce(&mut Brought) -> Result<(), Failure>,
) -> Result<RegisterView, Failure> {
    let mut brought = choose(desk, None).ok_or_else(Failure::no_register)?;
    let before = Kept::of(&brought);
    let changed = work(&mut brought).and_then(|()| desk.read(|reader| judge(reader, &mut brought, moment)));
    if changed.is_err() {
        before.put_back(&mut brought);
    }
    choose(desk, Some(brought));
    changed?;
    view(desk, moment)
}

/// What a refused change puts back.
struct Kept {
    sheet: usize,
    headings: domain::register::Headings,
    stated: StatedForm,
    corrected: std::collections::BTreeMap<(usize, usize), String>,
    settled: std::collections::BTreeMap<usize, Settlement>,
}

impl Kept {
    fn of(brought: &Brought) -> Self {
        Self {
            sheet: brought.sheet,
            headings: brought.headings.clone(),
            stated: brought.stated.clone(),
            corrected: brought.corrected.clone(),
            settled: brought.settled.clone(),
        }
    }

    fn put_back(self, brought: &mut Brought) {
        brought.sheet = self.sheet;
        brought.headings = self.headings;
        brought.stated = self.stated;
        brought.corrected = self.corrected;
        brought.settled = self.settled;
    }
}

/// The column of a key; nothing for one that is left out.
pub(super) fn column(key: &str) -> Result<Option<RegisterColumn>, Failure> {
    if key.is_empty() { Ok(None) } else { reading::word(key, "columns").map(Some) }
}

fn place(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
