//! Days and amounts as people write them in a register: `env. 2000`, `1 825,00 €`, `févr. 2017`, `2016`.
//!
//! A day without its year has that of the sheet, where the sheet names one; else it is not read: which year it was is
//! not for Étrier to say. `1.825` and `1,825` are a thousand
//! and more, since no amount has thousandths; a sum a spreadsheet worked out (`60,3333`) is rounded to the cent.

use chrono::{Days, NaiveDate};
use rust_decimal::{Decimal, RoundingStrategy};
use thiserror::Error;

use super::RegisterWords;
use crate::calendar::{DateUnread, Toward, YearMonth, read_date};
use crate::dossier::{FactDate, Precision};
use crate::money::Euros;
use crate::words::folded;

/// Why a cell was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum CellUnread {
    /// Not an amount.
    #[error("not an amount")]
    NotAnAmount,
    /// An amount nobody lends, or below zero.
    #[error("amount out of range")]
    AmountOutOfRange,
    /// Not a day.
    #[error("not a day")]
    NotADay(DateUnread),
    /// A day and a month, and no year.
    #[error("no year")]
    NoYear,
    /// A day to come.
    #[error("in the future")]
    InTheFuture,
    /// A birth that is not known to the day.
    #[error("birth not known to the day")]
    BirthPartlyKnown,
    /// Not a telephone number.
    #[error("not a phone number")]
    NotAPhone,
    /// Not a rate from 0 to 100.
    #[error("not a rate")]
    NotARate,
    /// Not a count of months.
    #[error("not months")]
    NotMonths,
    /// A word that is no outcome.
    #[error("unknown outcome")]
    UnknownOutcome,
    /// No product has this name.
    #[error("unknown product")]
    UnknownProduct,
    /// No name.
    #[error("no name")]
    NoName,
    /// More than a line holds.
    #[error("too long")]
    TooLong,
    /// A mark where a day or an amount is needed.
    #[error("a mark without its day or amount")]
    MarkAlone,
    /// It says no where another cell says yes.
    #[error("contradicts another cell")]
    Contradiction,
}

/// A step a register tells: its day, or that it took place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToldDay {
    /// On a day, a month or a year.
    On(FactDate),
    /// It took place, nobody wrote when.
    Unsaid,
}

impl ToldDay {
    /// The day, when it is told.
    #[must_use]
    pub fn day(self) -> Option<FactDate> {
        match self {
            Self::On(day) => Some(day),
            Self::Unsaid => None,
        }
    }
}

/// The most an amount of a register can be, in cents: what is more is a telephone number in the wrong column.
const MOST_CENTS: i64 = 10_000_000;

/// By what a day is read: the office's civil date, and the year a sheet names for days that have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayContext {
    /// The office's civil date.
    pub today: NaiveDate,
    /// The year of days written without one.
    pub year: Option<i32>,
}

/// An amount, nothing when there is none, and whether it is exact. Errors: see [`CellUnread`].
pub fn typed_amount(text: &str, words: &RegisterWords) -> Result<Option<(Euros, bool)>, CellUnread> {
    let mut plain = folded(text.trim());
    if plain.is_empty() || words.says_no(text) {
        return Ok(None);
    }
    let mut exact = true;
    let before = words.about.iter().filter(|word| plain.starts_with(word.as_str())).max_by_key(|word| word.len());
    if let Some(rest) = before.and_then(|word| plain.strip_prefix(word.as_str())) {
        exact = false;
        plain = rest.trim_start_matches('.').trim().to_owned();
    }
    let plain = plain.replace('€', "");
    let plain = ["euros", "euro", "eur"].iter().fold(plain, |text, unit| text.replace(unit, ""));
    let figures: String = plain.chars().filter(|sign| !sign.is_whitespace() && *sign != '\'').collect();
    // « 400,- » has no cents.
    let amount = decimal(figures.strip_suffix(",-").unwrap_or(&figures)).ok_or(CellUnread::NotAnAmount)?;
    let rounded = amount.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    let cents = rounded.checked_mul(Decimal::ONE_HUNDRED).and_then(|cents| i64::try_from(cents).ok());
    let cents = cents.filter(|cents| (0..=MOST_CENTS).contains(cents)).ok_or(CellUnread::AmountOutOfRange)?;
    let euros = Euros::from_cents(cents).map_err(|_| CellUnread::AmountOutOfRange)?;
    Ok((!euros.is_zero()).then_some((euros, exact)))
}

/// A number with its point wherever people put it.
fn decimal(figures: &str) -> Option<Decimal> {
    let sound = |sign: char| sign.is_ascii_digit() || ".,-".contains(sign);
    if figures.is_empty() || figures.len() > 24 || !figures.chars().all(sound) {
        return None;
    }
    let last = figures.rfind(['.', ',']);
    let plain = match last {
        None => figures.to_owned(),
        Some(place) => {
            let (whole, rest) = figures.split_at_checked(place)?;
            let decimals = rest.get(1..)?;
            let grouped = decimals.len() == 3;
            let whole: String = whole.chars().filter(|sign| !".,".contains(*sign)).collect();
            if grouped { format!("{whole}{decimals}") } else { format!("{whole}.{decimals}") }
        }
    };
    plain.trim_end_matches('.').parse().ok()
}

/// A day, a month or a year, a mark for a step that took place, nothing when there is none.
///
/// Errors: see [`CellUnread`].
pub fn typed_day(text: &str, by: DayContext, words: &RegisterWords) -> Result<Option<ToldDay>, CellUnread> {
    let text = text.trim();
    if text.is_empty() || words.says_no(text) {
        return Ok(None);
    }
    if words.says_yes(text) {
        return Ok(Some(ToldDay::Unsaid));
    }
    day(text, by).map(|day| Some(ToldDay::On(day)))
}

/// The day of a birth, nothing when there is none. Errors: see [`CellUnread`].
pub fn typed_birth(text: &str, today: NaiveDate, words: &RegisterWords) -> Result<Option<NaiveDate>, CellUnread> {
    match typed_day(text, DayContext { today, year: None }, words)? {
        None => Ok(None),
        Some(ToldDay::On(day)) if day.precision == crate::dossier::Precision::Day => {
            Ok(Some(day.day_from(NaiveDate::MIN)))
        }
        Some(ToldDay::On(_)) => Err(CellUnread::BirthPartlyKnown),
        Some(ToldDay::Unsaid) => Err(CellUnread::NotADay(DateUnread::NotADate)),
    }
}

fn day(text: &str, by: DayContext) -> Result<FactDate, CellUnread> {
    let DayContext { today, year } = by;
    let plain = folded(text);
    let plain = BEFORE.iter().fold(plain.as_str(), |text, word| text.strip_prefix(word).unwrap_or(text));
    // A spreadsheet adds an hour nobody wrote.
    let plain = match plain.split_once([' ', 't']) {
        Some((day, hour)) if hour.contains(':') => day,
        Some(_) | None => plain,
    };
    let figures: Vec<&str> = plain.split(|sign: char| !sign.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    let first = |day: NaiveDate| FactDate::read(&day.format("%Y-%m-%d").to_string(), today);
    let in_its_year = |day: &str| match year {
        Some(year) => FactDate::read(&format!("{day}/{year}"), today).map_err(CellUnread::NotADay),
        None => Err(CellUnread::NoYear),
    };
    let read = match figures.as_slice() {
        // The number a spreadsheet gives a day, where its cell lost its format.
        [only] if only.len() == 5 && *only == plain => {
            let origin = NaiveDate::from_ymd_opt(1899, 12, 30);
            let count = only.parse().map(Days::new).map_err(|_| CellUnread::NotADay(DateUnread::NotADate))?;
            let day = origin.and_then(|origin| origin.checked_add_days(count));
            first(day.ok_or(CellUnread::NotADay(DateUnread::OutOfRange))?)
        }
        // « févr-17 »: the name of a month and two figures are a month of a year.
        [only] if only.len() == 2 && YearMonth::read(plain).is_ok() && !has_a_day_before(plain) => {
            YearMonth::read(plain).and_then(|month| FactDate::read(&month.to_string(), today))
        }
        // « 17 févr »: the day and the month, whose year the sheet may name.
        [_] if has_a_day_before(plain) && read_date(plain, today, Toward::Past).is_ok() && !is_figures(plain) => {
            let (day, month) = plain.split_at(plain.find(|sign: char| !sign.is_ascii_digit()).unwrap_or_default());
            return in_its_year(&format!("{day} {}", month.trim()));
        }
        [_] if YearMonth::read(plain).is_err() && !is_figures(plain) => {
            return extracted(plain, today).ok_or(CellUnread::NotADay(DateUnread::NotADate));
        }
        // « 01/16 » can only be January 2016; « 03/12 » is a day of a year that is not written.
        [_, short]
            if short.len() == 2 && short.parse().is_ok_and(|of: u32| of > 12) && YearMonth::read(plain).is_ok() =>
        {
            YearMonth::read(plain).and_then(|month| FactDate::read(&month.to_string(), today))
        }
        [one, other] if other.len() <= 2 && read_date(plain, today, Toward::Past).is_ok() => {
            return in_its_year(&format!("{one}/{other}"));
        }
        [_, ..] => FactDate::read(plain, today),
        [] => match crate::words::month_named(plain.trim_end_matches('.')) {
            Some(month) => return in_its_year(&format!("{month:02}")),
            None => Err(DateUnread::NotADate),
        },
    };
    let read = match read {
        Err(DateUnread::NotADate) => extracted(plain, today).ok_or(CellUnread::NotADay(DateUnread::NotADate))?,
        read => read.map_err(CellUnread::NotADay)?,
    };
    if read.day_from(NaiveDate::MIN) > today { Err(CellUnread::InTheFuture) } else { Ok(read) }
}

/// What may stand before a day.
const BEFORE: [&str; 7] = ["le ", "en ", "env. ", "env ", "vers ", "debut ", "fin "];

/// Whether a day is read with words beside it that say more, or less: they are kept as they are.
pub fn says_more(text: &str) -> bool {
    let plain = folded(text.trim());
    let plain = plain.split_once([' ', 't']).filter(|(_, hour)| hour.contains(':')).map_or(plain.as_str(), |cut| cut.0);
    let plain = plain.strip_prefix("le ").or_else(|| plain.strip_prefix("en ")).unwrap_or(plain);
    let is_plain = |word: &str| {
        word.chars().all(|sign| sign.is_ascii_digit()) || word == "1er" || crate::words::month_named(word).is_some()
    };
    !plain.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).all(is_plain)
}

/// The one whole day that stands among other words; else the one year.
fn extracted(plain: &str, today: NaiveDate) -> Option<FactDate> {
    let one = |found: Vec<FactDate>| if let [only] = found.as_slice() { Some(*only) } else { None };
    let words: Vec<&str> = plain.split([' ', '(', ')', ',', ';']).filter(|word| !word.is_empty()).collect();
    let is_whole =
        |word: &&&str| word.split(|sign: char| !sign.is_ascii_digit()).filter(|run| !run.is_empty()).count() == 3;
    let days: Vec<FactDate> =
        words.iter().filter(is_whole).filter_map(|word| FactDate::read(word, today).ok()).collect();
    if !days.is_empty() {
        return one(days);
    }
    let in_words = words.windows(3).filter(|three| three.iter().all(|word| word.chars().all(char::is_alphanumeric)));
    let days: Vec<FactDate> = in_words
        .filter_map(|three| FactDate::read(&three.join(" "), today).ok())
        .filter(|day| day.precision == Precision::Day)
        .collect();
    if !days.is_empty() {
        return one(days);
    }
    let season = |word: &&&str| SEASONS.contains(&word.trim_end_matches('.'));
    let has_season = words.iter().any(|word| season(&word));
    let years: Vec<FactDate> = words
        .iter()
        .filter(|word| word.len() == 4 && is_figures(word))
        .filter_map(|word| FactDate::read(word, today).ok())
        .collect();
    one(years).filter(|_| has_season && !words.iter().any(|word| BESIDE_A_YEAR.contains(word)))
}

/// What stands beside a year without leaving it.
const SEASONS: [&str; 14] = [
    "trimestre",
    "semestre",
    "t1",
    "t2",
    "t3",
    "t4",
    "ete",
    "hiver",
    "printemps",
    "automne",
    "courant",
    "mi",
    "annee",
    "an",
];
/// What says that a year is not the one.
const BESIDE_A_YEAR: [&str; 4] = ["avant", "apres", "sauf", "jusqu"];

fn is_figures(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|sign| sign.is_ascii_digit())
}

/// Whether the figures come before the letters: `17 févr` is a day.
fn has_a_day_before(plain: &str) -> bool {
    plain.starts_with(|sign: char| sign.is_ascii_digit())
}

/// The month or the year a title of lines tells: `JANVIER`, `Janvier 2016`, `Année 2016`, `T1 2019`.
#[must_use]
pub fn titled(text: &str, by: DayContext) -> Option<FactDate> {
    let plain = folded(text.trim());
    let plain = ["annee ", "mois de ", "mois d'", "exercice ", "registre "]
        .iter()
        .fold(plain.as_str(), |text, word| text.strip_prefix(word).unwrap_or(text));
    let told = day(plain, by).ok().filter(|told| told.precision != Precision::Day)?;
    let known = |word: &str| is_figures(word) || SEASONS.contains(&word) || crate::words::month_named(word).is_some();
    plain.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).all(known).then_some(told)
}

/// The one year of the past that stands in a name: of a sheet, of a title, of a file.
#[must_use]
pub fn named_year(text: &str, today: NaiveDate) -> Option<i32> {
    let runs = text.split(|sign: char| !sign.is_ascii_digit()).filter(|run| run.len() == 4);
    let mut years: Vec<i32> = runs
        .filter_map(|run| run.parse().ok())
        .filter(|year| (1990..=chrono::Datelike::year(&today)).contains(year))
        .collect();
    years.dedup();
    if let [only] = years.as_slice() { Some(*only) } else { None }
}

#[cfg(test)]
pub(super) mod tests;
