//! Reading what a field holds: text as typed in, domain values out, the refusal at its field.

use chrono::{NaiveDate, NaiveTime};
use domain::budget::{Calculated, read_calculation};
use domain::calendar::{Toward, YearMonth, read_date};
use domain::contact::{Email, Phone, PostalCode};
use domain::dossier::FactDate;
use domain::line::Line;
use domain::loan::Rate;
use domain::money::{AmountTooLarge, Euros};
use domain::settings::{ListEntry, ListKey, ListRefused};
use domain::text::Text;
use domain::words::{self, Word};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::caller::Moment;
use crate::failure::Failure;

/// The kind of a field that is read as it is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// An amount in euros.
    Amount,
    /// A day gone by or today.
    Date,
    /// A day gone by, or the month or the year that is known of it.
    KnownDate,
    /// A day of birth: today at the latest.
    BirthDate,
    /// A day to come or today.
    NextDate,
    /// An hour of the day.
    Hour,
    /// A month of a year.
    Month,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A postal code.
    PostalCode,
    /// A yearly rate in percent.
    Rate,
}

/// What was typed in a field.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedField {
    /// What the field holds.
    pub kind: FieldKind,
    /// As typed.
    pub text: String,
}

/// A field rewritten as people write it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReadField {
    /// `1 200,50`, `03/12/2026`, `14 h 30`, `06 39 98 20 61`; empty when nothing was typed.
    pub text: String,
    /// The day, for a date.
    pub iso: Option<String>,
}

/// A day of birth: today at the latest.
pub fn born_on(typed: &str, field: &str, moment: &Moment) -> Result<Option<NaiveDate>, Failure> {
    // The examples of other dates, this year or to come, would be no birth.
    let date = date(typed, field, moment, Toward::Past)
        .map_err(|refused| refused.remedy("Écrivez le jour, le mois et l’année, par exemple 14/03/2020."))?;
    if date.is_some_and(|date| date > moment.today) {
        return Err(Failure::refused("Cette naissance est à venir.").at(field));
    }
    Ok(date)
}

/// Reads a field and writes it properly, without changing anything.
pub fn read_field(input: TypedField, moment: &Moment) -> Result<ReadField, Failure> {
    let typed = input.text.as_str();
    let plain = |text: Option<String>| Ok(ReadField { text: text.unwrap_or_default(), iso: None });
    let dated = |date: Option<NaiveDate>| {
        Ok(ReadField {
            text: date.map(words::numeric_date).unwrap_or_default(),
            iso: date.map(|date| date.to_string()),
        })
    };
    match input.kind {
        FieldKind::Amount => plain(amount(typed, "text")?.map(Euros::bare)),
        FieldKind::Date => dated(date(typed, "text", moment, Toward::Past)?),
        FieldKind::KnownDate => plain(known_date(typed, moment)?),
        FieldKind::BirthDate => dated(born_on(typed, "text", moment)?),
        FieldKind::NextDate => dated(date(typed, "text", moment, Toward::Future)?),
        FieldKind::Hour => plain(hour(typed, "text")?.map(words::hour)),
        FieldKind::Month => plain(month(typed, "text")?.map(|month| month.to_string())),
        FieldKind::Phone => plain(phone(typed, "text")?.map(|phone| phone.to_string())),
        FieldKind::Email => plain(email(typed, "text")?.map(|email| email.as_str().to_owned())),
        FieldKind::Rate => plain(rate(typed, "text")?.map(Rate::bare)),
        FieldKind::PostalCode => plain(postal_code(typed, "text")?.map(|code| code.as_str().to_owned())),
    }
}

fn known_date(typed: &str, moment: &Moment) -> Result<Option<String>, Failure> {
    let day = optional(typed, "text", |text| FactDate::read(text, moment.today))?;
    Ok(day.map(|day| words::known_date_typed(day.day_from(NaiveDate::MIN), day.precision)))
}

/// A line of text, which may be empty.
pub fn line(typed: &str, field: &str) -> Result<Line, Failure> {
    Line::read(typed).map_err(|refused| Failure::from(refused).at(field))
}

/// A longer text, which may be empty.
pub fn text(typed: &str, field: &str) -> Result<Text, Failure> {
    Text::read(typed).map_err(|refused| Failure::from(refused).at(field))
}

/// A yearly rate in percent, or nothing.
pub fn rate(typed: &str, field: &str) -> Result<Option<Rate>, Failure> {
    optional(typed, field, Rate::read)
}

/// A whole number of up to four figures, or nothing.
pub fn whole(typed: &str, field: &str) -> Result<Option<u32>, Failure> {
    let figures = typed.trim();
    if figures.is_empty() {
        return Ok(None);
    }
    let short = figures.len() <= 4 && figures.bytes().all(|sign| sign.is_ascii_digit());
    let number = figures.parse().ok().filter(|_| short);
    let message = "Il faut ici un nombre entier, de quatre chiffres au plus.";
    let refused = || Failure::refused(message).remedy("Écrivez par exemple 36.").at(field);
    number.map(Some).ok_or_else(refused)
}

/// A line of text that may not be empty; `missing` says so.
pub fn needed(typed: &str, field: &str, missing: &str) -> Result<Line, Failure> {
    let line = line(typed, field)?;
    if line.is_empty() { Err(Failure::refused(missing).at(field)) } else { Ok(line) }
}

/// The largest amount a form takes: no sum of rows passes the limit of amounts.
const MOST_TYPED_CENTS: i64 = 100_000_000;

/// An amount, never negative nor over a million euros, or nothing.
pub fn amount(typed: &str, field: &str) -> Result<Option<Euros>, Failure> {
    if blank(typed) {
        return Ok(None);
    }
    let amount = Euros::read(typed).map_err(|refused| Failure::from(refused).at(field))?;
    owed(amount, field).map(Some)
}

/// An amount as [`amount`] takes it, that may be reckoned or come with its period (`43*10/12`, `168 / an`), or nothing.
pub fn calculation(typed: &str, field: &str) -> Result<Option<Calculated>, Failure> {
    if blank(typed) {
        return Ok(None);
    }
    let read = read_calculation(typed).map_err(|refused| Failure::from(refused).at(field))?;
    owed(read.amount, field)?;
    Ok(Some(read))
}

/// Refuses what is below zero or over a million euros.
fn owed(amount: Euros, field: &str) -> Result<Euros, Failure> {
    if amount.is_negative() {
        return Err(Failure::refused("Un montant s’écrit ici sans signe moins.").at(field));
    }
    if amount.cents() > MOST_TYPED_CENTS {
        return Err(Failure::from(AmountTooLarge).at(field));
    }
    Ok(amount)
}

/// A balance, below zero in overdraft, at most a million euros either side, or nothing.
pub fn balance(typed: &str, field: &str) -> Result<Option<Euros>, Failure> {
    let balance = optional(typed, field, Euros::read)?;
    if balance.is_some_and(|balance| balance.cents().abs() > MOST_TYPED_CENTS) {
        return Err(Failure::from(AmountTooLarge).at(field));
    }
    Ok(balance)
}

/// A day, or nothing.
pub fn date(typed: &str, field: &str, moment: &Moment, toward: Toward) -> Result<Option<NaiveDate>, Failure> {
    optional(typed, field, |text| read_date(text, moment.today, toward))
}

/// An hour of the day, or nothing.
pub fn hour(typed: &str, field: &str) -> Result<Option<NaiveTime>, Failure> {
    if blank(typed) {
        return Ok(None);
    }
    let refused =
        || Failure::refused("Cette heure n’est pas comprise.").remedy("Écrivez par exemple 14 h 30.").at(field);
    domain::calendar::read_hour(typed).map(Some).ok_or_else(refused)
}

/// A duration as people type it: `90`, `1 h 30`, `2h`; nothing when empty.
pub fn minutes(typed: &str, field: &str) -> Result<Option<u32>, Failure> {
    let refused = || Failure::refused("Ce n’est pas une durée : écrivez par exemple 45 ou 1 h 30.").at(field);
    let text: String = typed.to_lowercase().chars().filter(|sign| !sign.is_whitespace()).collect();
    let text = text.strip_suffix("min").or_else(|| text.strip_suffix("mn")).unwrap_or(&text);
    if text.is_empty() {
        return Ok(None);
    }
    let number = |part: &str| if part.is_empty() { Ok(0) } else { part.parse::<u32>().map_err(|_| refused()) };
    let total = match text.split_once('h') {
        Some((hours, minutes)) => number(hours)?.saturating_mul(60).saturating_add(number(minutes)?),
        None => number(text)?,
    };
    if (1..=1_440).contains(&total) { Ok(Some(total)) } else { Err(refused()) }
}

/// A month, or nothing.
pub fn month(typed: &str, field: &str) -> Result<Option<YearMonth>, Failure> {
    optional(typed, field, YearMonth::read)
}

/// A telephone number, or nothing.
pub fn phone(typed: &str, field: &str) -> Result<Option<Phone>, Failure> {
    optional(typed, field, Phone::read)
}

/// An e-mail address, or nothing.
pub fn email(typed: &str, field: &str) -> Result<Option<Email>, Failure> {
    optional(typed, field, Email::read)
}

/// A postal code, or nothing.
pub fn postal_code(typed: &str, field: &str) -> Result<Option<PostalCode>, Failure> {
    optional(typed, field, PostalCode::read)
}

/// A vocabulary word by its key.
pub fn word<W: Word>(key: &str, field: &str) -> Result<W, Failure> {
    W::from_key(key).ok_or_else(|| Failure::from(ListRefused).at(field))
}

/// An entry still offered by a list, or nothing when the key is empty.
pub fn entry(key: &str, list: &[ListEntry], field: &str) -> Result<Option<ListKey>, Failure> {
    if blank(key) {
        return Ok(None);
    }
    let offered = list.iter().find(|entry| entry.key.as_str() == key && !entry.retired);
    offered.map(|entry| Some(entry.key.clone())).ok_or_else(|| Failure::from(ListRefused).at(field))
}

fn blank(typed: &str) -> bool {
    typed.chars().all(char::is_whitespace)
}

fn optional<T, E: Into<Failure>>(
    typed: &str,
    field: &str,
    read: impl FnOnce(&str) -> Result<T, E>,
) -> Result<Option<T>, Failure> {
    if blank(typed) {
        return Ok(None);
    }
    read(typed).map(Some).map_err(|refused| refused.into().at(field))
}
