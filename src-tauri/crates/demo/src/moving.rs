//! How what is written for one day follows the day of the demonstration.
//!
//! A dossier written for 16 December 2026 and shown in November moves back a month: its
//! days, and in its sentences what stands between braces (`{2024}`, `{2027-02}`,
//! `{2026-11-20}`). Ages stay, Saturdays and Sundays become the Friday before, and the
//! days of a loan keep their day of the month.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use domain::calendar::{age_on, working_day_from, working_day_until};
use domain::words::{long_date, month_of};
use serde_json::Value;

/// By how much days move: whole months, then days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Move {
    pub(super) months: i32,
    pub(super) days: i64,
}

impl Move {
    /// By whole years.
    pub(super) fn years(years: i32) -> Self {
        Self { months: years.saturating_mul(12), days: 0 }
    }

    /// A day, moved; a month end is kept.
    pub(super) fn day(self, day: NaiveDate) -> NaiveDate {
        let months = Months::new(self.months.unsigned_abs());
        let moved = if self.months < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) };
        let days = Days::new(self.days.unsigned_abs());
        let moved =
            moved.and_then(|day| if self.days < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) });
        moved.unwrap_or(day)
    }

    /// A text whose days between braces have moved.
    pub(super) fn text(self, text: &str) -> String {
        let mut moved = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            moved.push_str(before);
            let Some((inside, left)) = after.split_once('}') else { break };
            match self.word(inside) {
                // `de {2027-02}` moved to April is « d’avril ».
                Some(word) if moved.ends_with(" de ") && word.starts_with(['a', 'o']) => {
                    moved.truncate(moved.len().saturating_sub("e ".len()));
                    moved.push_str(&format!("’{word}"));
                }
                Some(word) => moved.push_str(&word),
                None => moved.push_str(&format!("{{{inside}}}")),
            }
            rest = left;
        }
        moved + rest
    }

    /// `2024` is a year, `2027-02` a month, `2026-11-20` a day.
    fn word(self, inside: &str) -> Option<String> {
        let on = |text: &str| text.parse::<NaiveDate>().ok().map(|day| self.day(day));
        match inside.len() {
            4 => on(&format!("{inside}-07-01")).map(|day| day.year().to_string()),
            7 => on(&format!("{inside}-15")).map(month_of),
            10 => on(inside).map(long_date),
            _ => None,
        }
    }
}

/// A dossier written for one day, moved to another.
#[derive(Clone, Copy)]
pub(super) struct Moving {
    /// The day it is written for.
    pub(super) anchor: NaiveDate,
    /// By how much it moves.
    pub(super) by: Move,
}

impl Moving {
    /// Every day and every text of a value, moved.
    pub(super) fn value(self, value: &Value) -> Value {
        self.under("", value)
    }

    fn under(self, key: &str, value: &Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.text(key, text)),
            Value::Array(items) => Value::Array(items.iter().map(|item| self.under(key, item)).collect()),
            Value::Object(fields) => {
                let paid = fields.get("kind").is_some_and(|kind| kind == "disbursed");
                let moved = |(key, value): (&String, &Value)| {
                    let inner = if paid { "disbursed_on" } else { key.as_str() };
                    (key.clone(), self.under(inner, value))
                };
                Value::Object(fields.iter().map(moved).collect())
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => value.clone(),
        }
    }

    fn text(self, key: &str, text: &str) -> String {
        let Ok(day) = text.parse::<NaiveDate>() else { return self.by.text(text) };
        let moved = match key {
            "born_on" => self.birth(day),
            "disbursed_on" | "first_due_on" | "first_on" | "starts" | "ends" => self.by.day(day),
            _ if day == self.anchor => self.by.day(day),
            _ => friday_before(self.by.day(day)),
        };
        moved.to_string()
    }

    /// The birth that keeps the age it had on the anchor.
    fn birth(self, born_on: NaiveDate) -> NaiveDate {
        let age = age_on(born_on, self.anchor);
        let day = self.by.day(self.anchor);
        let years = day.year().saturating_sub(self.anchor.year());
        let moved = (-1..=1).map(|more| Move::years(years.saturating_add(more)).day(born_on));
        moved.into_iter().find(|birth| age_on(*birth, day) == age).unwrap_or(born_on)
    }
}

/// So many days before a day.
pub(super) fn days_before(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(days.into())).unwrap_or(day)
}

/// The day, or the Friday before a week end: a written dossier keeps its days otherwise.
fn friday_before(day: NaiveDate) -> NaiveDate {
    let back = match day.weekday() {
        Weekday::Sat => 1,
        Weekday::Sun => 2,
        Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => 0,
    };
    days_before(day, back)
}

/// The day, or the last one before it on which offices work.
pub(super) fn working_day_before(day: NaiveDate) -> NaiveDate {
    working_day_until(day)
}

/// The day, or the first one after it on which offices work.
pub(super) fn working_day_after(day: NaiveDate) -> NaiveDate {
    working_day_from(day)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_dossier_follows_its_day_and_keeps_its_ages() {
        let back = Moving { anchor: day("2026-12-16"), by: Move { months: -1, days: 0 } };
        let written = json!({ "born_on": "1992-05-17", "held_on": "2026-10-19", "signed_on": "2026-12-16",
            "first_due_on": "2027-02-05", "note": "dès {2027-02}, après {2024}" });
        let moved = json!({ "born_on": "1992-05-17", "held_on": "2026-09-18", "signed_on": "2026-11-16",
            "first_due_on": "2027-01-05", "note": "dès janvier\u{a0}2027, après 2024" });
        assert_eq!(back.value(&written), moved, "19 September is a Saturday");
        let still = Moving { anchor: day("2026-12-16"), by: Move { months: 0, days: 0 } };
        assert_eq!(still.value(&json!("2026-11-02")), json!("2026-11-02"));
        let later = Moving { anchor: day("2026-12-16"), by: Move { months: 6, days: 0 } };
        assert_eq!(later.value(&json!({ "born_on": "1992-05-17" })), json!({ "born_on": "1993-05-17" }));
        assert_eq!(
            later.by.text("à partir de {2027-02}, en {2027-02}"),
            "à partir d’août\u{a0}2027, en août\u{a0}2027"
        );
        let signed = later.by.text("{il} signe le {2026-11-20}").replace('\u{a0}', " ");
        assert_eq!(signed, "{il} signe le 20 mai 2027");
    }
}
