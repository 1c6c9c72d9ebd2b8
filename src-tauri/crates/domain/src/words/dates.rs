//! Days and months in words.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike, Weekday};

use super::{HARD_SPACE, capital, folded};
use crate::dossier::Precision;

const MONTHS: [(&str, &str); 12] = [
    ("janvier", "janv."),
    ("février", "févr."),
    ("mars", "mars"),
    ("avril", "avril"),
    ("mai", "mai"),
    ("juin", "juin"),
    ("juillet", "juil."),
    ("août", "août"),
    ("septembre", "sept."),
    ("octobre", "oct."),
    ("novembre", "nov."),
    ("décembre", "déc."),
];

const WEEKDAYS: [(&str, &str, Weekday); 7] = [
    ("lundi", "lun.", Weekday::Mon),
    ("mardi", "mar.", Weekday::Tue),
    ("mercredi", "mer.", Weekday::Wed),
    ("jeudi", "jeu.", Weekday::Thu),
    ("vendredi", "ven.", Weekday::Fri),
    ("samedi", "sam.", Weekday::Sat),
    ("dimanche", "dim.", Weekday::Sun),
];

/// The month of a name or the start of one, at least three letters, accents or not: 1 to 12.
///
/// `jui` is neither June nor July and names nothing.
#[must_use]
pub fn month_named(name: &str) -> Option<u32> {
    let name = folded(name);
    let mut named = (1_u32..).zip(MONTHS).filter(|(_, (long, short))| {
        let full = folded(long);
        let start = folded(short.trim_end_matches('.'));
        name == start || (name.len() >= 3 && full.starts_with(&name))
    });
    let first = named.next();
    if named.next().is_some() { None } else { first.map(|(number, _)| number) }
}

/// The name of a month, 1 to 12, capital first; empty for another number.
#[must_use]
pub fn month_name(month: u32) -> String {
    let place = month.checked_sub(1).and_then(|place| usize::try_from(place).ok());
    let name = place.and_then(|place| MONTHS.get(place)).map_or("", |names| names.0);
    capital(name)
}

/// The month alone: `nov.`.
#[must_use]
pub fn narrow_month(date: NaiveDate) -> &'static str {
    month(date).1
}

/// The day of the week of a name, accents or not.
#[must_use]
pub fn weekday_named(name: &str) -> Option<Weekday> {
    let name = folded(name);
    WEEKDAYS.iter().find(|(long, short, _)| name == *long || name == short.trim_end_matches('.')).map(|day| day.2)
}

/// `9 novembre 2026`, `1er janvier 2027`, on one line.
#[must_use]
pub fn long_date(date: NaiveDate) -> String {
    format!("{}{HARD_SPACE}{}{HARD_SPACE}{}", month_day(date.day()), month(date).0, date.year())
}

/// A day of the month: `5`, `1er`.
#[must_use]
pub fn month_day(day: u32) -> String {
    if day == 1 { "1er".to_owned() } else { day.to_string() }
}

/// `mardi 24 novembre`: a day of these weeks, without its year.
#[must_use]
pub fn day_name(date: NaiveDate) -> String {
    format!("{} {}{HARD_SPACE}{}", weekday_name(date), month_day(date.day()), month(date).0)
}

/// `juillet 2028`.
#[must_use]
pub fn month_of(date: NaiveDate) -> String {
    format!("{}{HARD_SPACE}{}", month(date).0, date.year())
}

/// `12 mars 2024`, `mars 2024`, `2024`: a day told no better than it is known.
#[must_use]
pub fn known_date(date: NaiveDate, precision: Precision) -> String {
    match precision {
        Precision::Day => long_date(date),
        Precision::Month => month_of(date),
        Precision::Year => date.year().to_string(),
    }
}

/// The same as a field shows it and reads it again: `12/03/2024`, `03/2024`, `2024`.
#[must_use]
pub fn known_date_typed(date: NaiveDate, precision: Precision) -> String {
    match precision {
        Precision::Day => numeric_date(date),
        Precision::Month => format!("{:02}/{:04}", date.month(), date.year()),
        Precision::Year => date.year().to_string(),
    }
}

/// `le 12 mars 2024`, `en mars 2024`, `en 2024`.
#[must_use]
pub fn on_known_date(date: NaiveDate, precision: Precision) -> String {
    let article = if precision == Precision::Day { "le" } else { "en" };
    format!("{article} {}", known_date(date, precision))
}

/// `du 12 mars 2024`, `de mars 2024`, `d’avril 2024`, `de 2024`.
#[must_use]
pub fn of_known_date(date: NaiveDate, precision: Precision) -> String {
    let told = known_date(date, precision);
    match precision {
        Precision::Day => format!("du {told}"),
        Precision::Month => of_month(&told),
        Precision::Year => format!("de {told}"),
    }
}

/// `de mars`, `d’avril 2024`: a month by its name, in small letters.
#[must_use]
pub fn of_month(month: &str) -> String {
    if month.starts_with(['a', 'o']) { format!("d’{month}") } else { format!("de {month}") }
}

/// `9 h 30`, `14 h`: an hour of the 24-hour clock.
#[must_use]
pub fn hour(at: NaiveTime) -> String {
    let hour = at.hour();
    match at.minute() {
        0 => format!("{hour}{HARD_SPACE}h"),
        minutes => format!("{hour}{HARD_SPACE}h{HARD_SPACE}{minutes:02}"),
    }
}

/// `dimanche`.
#[must_use]
pub fn weekday_name(date: NaiveDate) -> &'static str {
    WEEKDAYS.iter().find(|day| day.2 == date.weekday()).map_or("", |day| day.0)
}

/// `14/03/1988`, as fields show it.
#[must_use]
pub fn numeric_date(date: NaiveDate) -> String {
    format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())
}

/// A day as a list shows it: `aujourd’hui`, `demain`, `jeu. 26`, `3 déc.`, `5 janv. 2027`.
///
/// The weekday is for the coming week; the year is written only when it is not this one.
#[must_use]
pub fn screen_date(date: NaiveDate, today: NaiveDate) -> String {
    let away = date.signed_duration_since(today).num_days();
    match away {
        0 => return "aujourd’hui".to_owned(),
        1 => return "demain".to_owned(),
        2..=6 => return format!("{}{HARD_SPACE}{}", weekday(date), date.day()),
        _ => {}
    }
    let day = format!("{}{HARD_SPACE}{}", month_day(date.day()), month(date).1);
    if date.year() == today.year() { day } else { format!("{day}{HARD_SPACE}{}", date.year()) }
}

/// `le 3 déc.`, `aujourd’hui`, `demain`: the same after what happens on it.
#[must_use]
pub fn on_screen_date(date: NaiveDate, today: NaiveDate) -> String {
    with_article(date, today, ("le ", ""))
}

/// `du 3 déc.`, `d’aujourd’hui`, `de demain`: the same after what dates from it.
#[must_use]
pub fn of_screen_date(date: NaiveDate, today: NaiveDate) -> String {
    let elided = if date == today { "d’" } else { "de " };
    with_article(date, today, ("du ", elided))
}

/// `jusqu’au 3 déc.`, `jusqu’à demain`: the same after what lasts as long.
#[must_use]
pub fn until_screen_date(date: NaiveDate, today: NaiveDate) -> String {
    with_article(date, today, ("jusqu’au ", "jusqu’à "))
}

/// A day written by its number takes an article, today and tomorrow do not.
fn with_article(date: NaiveDate, today: NaiveDate, (numbered, named): (&str, &str)) -> String {
    let shown = screen_date(date, today);
    let away = date.signed_duration_since(today).num_days();
    format!("{}{shown}", if (0..=1).contains(&away) { named } else { numbered })
}

fn month(date: NaiveDate) -> (&'static str, &'static str) {
    let place = usize::try_from(date.month0()).unwrap_or_default();
    MONTHS.get(place).copied().unwrap_or_default()
}

fn weekday(date: NaiveDate) -> &'static str {
    WEEKDAYS.iter().find(|day| day.2 == date.weekday()).map_or("", |day| day.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_people_write_them() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-11-24");
        let shown = |text| screen_date(day(text), today).replace(HARD_SPACE, " ");
        assert_eq!(shown("2026-11-24"), "aujourd’hui");
        assert_eq!(shown("2026-11-26"), "jeu. 26");
        assert_eq!(shown("2026-12-03"), "3 déc.");
        assert_eq!(shown("2026-11-20"), "20 nov.");
        assert_eq!(shown("2027-01-05"), "5 janv. 2027");
        let said = |of: fn(NaiveDate, NaiveDate) -> String, text| of(day(text), today).replace(HARD_SPACE, " ");
        assert_eq!(said(on_screen_date, "2026-11-24"), "aujourd’hui");
        assert_eq!(said(on_screen_date, "2026-12-03"), "le 3 déc.");
        assert_eq!(said(of_screen_date, "2026-11-24"), "d’aujourd’hui");
        assert_eq!(said(of_screen_date, "2026-11-25"), "de demain");
        assert_eq!(said(until_screen_date, "2026-11-25"), "jusqu’à demain");
        assert_eq!(said(until_screen_date, "2026-11-26"), "jusqu’au jeu. 26");
        assert_eq!(day_name(day("2026-11-24")).replace(HARD_SPACE, " "), "mardi 24 novembre");
        assert_eq!(long_date(day("2027-01-01")).replace(HARD_SPACE, " "), "1er janvier 2027");
        assert_eq!(numeric_date(day("1988-03-04")), "04/03/1988");
    }

    #[test]
    fn a_month_is_known_by_its_start_but_never_guessed() {
        assert_eq!(month_named("DECEMBRE"), Some(12));
        assert_eq!(month_named("févr"), Some(2));
        assert_eq!(month_named("juil"), Some(7));
        assert_eq!(month_named("jui"), None, "June or July");
        assert_eq!(month_named("ma"), None);
        assert_eq!(month_named("brumaire"), None);
    }
}
