//! Tables of what people write.

use super::*;
use crate::dossier::Precision;

pub(crate) fn words() -> RegisterWords {
    serde_json::from_str(include_str!("../../../../../../assets/settings/register_words.json")).unwrap()
}

#[test]
fn amounts_are_read_as_people_write_them() {
    let words = words();
    let check = |typed: &str, cents: i64, exact: bool| {
        let read = typed_amount(typed, &words).unwrap_or_else(|why| panic!("{typed}: {why}"));
        assert_eq!(read.map(|(amount, exact)| (amount.cents(), exact)), Some((cents, exact)), "{typed}");
    };
    for (typed, cents) in [
        ("2000", 200_000),
        ("1 825,00 €", 182_500),
        ("1\u{202f}825,00\u{a0}€", 182_500),
        ("1.825,00", 182_500),
        ("1,825.00", 182_500),
        ("1.825", 182_500),
        ("2 000 euros", 200_000),
        ("1500 EUR", 150_000),
        ("60,3333", 6_033),
        ("301,6", 30_160),
        ("450.5", 45_050),
    ] {
        check(typed, cents, true);
    }
    for typed in ["env. 2000", "environ 2 000 €", "~2000", "+/- 2000"] {
        check(typed, 200_000, false);
    }
    for nothing in ["", " ", "-", "0", "néant", "0,00 €", "/"] {
        assert_eq!(typed_amount(nothing, &words), Ok(None), "{nothing}");
    }
    for unread in ["voir Mme B", "2000 ou 3000", "1e308", "=A1", "12-5"] {
        assert_eq!(typed_amount(unread, &words), Err(CellUnread::NotAnAmount), "{unread}");
    }
    for beyond in ["-200", "06 12 34 56 78", "999999999999999999999"] {
        assert!(typed_amount(beyond, &words).is_err(), "{beyond}");
    }
}

#[test]
fn days_are_read_as_exactly_as_they_are_written() {
    let (words, today) = (words(), "2026-11-20".parse().unwrap());
    let by = DayContext { today, year: None };
    let check = |typed: &str, kept: &str, precision: Precision| {
        let read = typed_day(typed, by, &words).unwrap_or_else(|why| panic!("{typed}: {why:?}"));
        let Some(ToldDay::On(day)) = read else { panic!("{typed}: {read:?}") };
        assert_eq!((day.day_from(NaiveDate::MIN).to_string().as_str(), day.precision), (kept, precision), "{typed}");
    };
    for (typed, kept) in [
        ("14/03/2016", "2016-03-14"),
        ("14.03.16", "2016-03-14"),
        ("2016-03-14 00:00:00", "2016-03-14"),
        ("14/03/2016 09:30", "2016-03-14"),
        ("le 14 mars 2016", "2016-03-14"),
        ("42443", "2016-03-14"),
        ("140316", "2016-03-14"),
        ("08-01-16", "2016-01-08"),
        ("lundi 14 mars 2016", "2016-03-14"),
        ("14/03/2016 au CCAS", "2016-03-14"),
    ] {
        check(typed, kept, Precision::Day);
    }
    for typed in ["févr. 2017", "02/2017", "février 2017", "févr-17", "2017-02", "02/17"] {
        check(typed, "2017-02-01", Precision::Month);
    }
    for typed in ["2016", "T1 2016", "été 2016", "courant 2016"] {
        check(typed, "2016-01-01", Precision::Year);
    }
    for mark in ["x", "X", "oui", "OK", "✓"] {
        assert_eq!(typed_day(mark, by, &words), Ok(Some(ToldDay::Unsaid)), "{mark}");
    }
    for nothing in ["", "non", "-", "néant"] {
        assert_eq!(typed_day(nothing, by, &words), Ok(None), "{nothing}");
    }
    let unread = |typed: &str| typed_day(typed, by, &words).unwrap_err();
    assert_eq!(
        unread("31/02/1981"),
        CellUnread::NotADay(DateUnread::NoSuchDay { month: 2, year: 1981, last: 28 }),
        "told as it is"
    );
    for (typed, kept, precision) in [
        ("12/03", "2016-03-12", Precision::Day),
        ("12 mars", "2016-03-12", Precision::Day),
        ("janv.", "2016-01-01", Precision::Month),
        ("Mars", "2016-03-01", Precision::Month),
    ] {
        assert_eq!(unread(typed), CellUnread::NoYear, "{typed}");
        let read = typed_day(typed, DayContext { year: Some(2016), ..by }, &words).unwrap();
        let Some(ToldDay::On(day)) = read else { panic!("{typed}: {read:?}") };
        assert_eq!((day.day_from(NaiveDate::MIN).to_string().as_str(), day.precision), (kept, precision), "{typed}");
    }
    assert_eq!(unread("12/03/2031"), CellUnread::InTheFuture);
    for typed in [
        "à rappeler",
        "00/00/2016",
        "99999999999",
        "voir dossier 12",
        "avant 2016",
        "2015/2016",
        "entre 03/02/2016 et 05/02/2016",
    ] {
        assert!(matches!(unread(typed), CellUnread::NotADay(_) | CellUnread::NoYear), "{typed}");
    }
}

#[test]
fn a_birth_is_a_day() {
    let (words, today) = (words(), "2026-11-20".parse().unwrap());
    assert_eq!(typed_birth("7/4/88", today, &words), Ok(NaiveDate::from_ymd_opt(1988, 4, 7)));
    assert_eq!(typed_birth("1988", today, &words), Err(CellUnread::BirthPartlyKnown));
}

#[test]
fn a_title_and_a_name_tell_the_year_of_what_has_none() {
    let today = "2026-11-20".parse().unwrap();
    let by = DayContext { today, year: Some(2016) };
    let told = |text: &str| titled(text, by).map(|told| (told.day_from(NaiveDate::MIN).to_string(), told.precision));
    assert_eq!(told("JANVIER"), Some(("2016-01-01".to_owned(), Precision::Month)));
    assert_eq!(told("Janvier 2015"), Some(("2015-01-01".to_owned(), Precision::Month)));
    assert_eq!(told("Année 2015"), Some(("2015-01-01".to_owned(), Precision::Year)));
    assert_eq!(told("T1 2019"), Some(("2019-01-01".to_owned(), Precision::Year)));
    assert_eq!((told("DUPRAT Léa"), told("14/03/2016"), told("Total 2016")), (None, None, None));
    assert_eq!((named_year("Registre MCP 2016.xlsx", today), named_year("2015-2016", today)), (Some(2016), None));
}
