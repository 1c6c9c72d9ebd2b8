//! How several papers write names, sums and sentences.

use domain::loan::{Instalment, InstalmentKind, LoanDates, Rate, RepaymentSchedule};
use domain::words::{NARROW_SPACE, long_date, spaced};
pub(super) use domain::words::{
    addressed, full_name, in_letters, month_day, of_name, of_the, round, short_office, the, to_the,
};

use crate::page::{Face, Ink, Span};

/// A line to write on.
pub(super) const DOTS: &str = "……………………………";

/// A box to tick, read aloud as one.
pub(super) const BOX: &str = "☐";

/// The text, or a line to write on.
pub(super) fn or_dots(text: &str) -> &str {
    if text.is_empty() { DOTS } else { text }
}

/// A sentence in plain letters.
pub(super) fn plain(text: impl AsRef<str>) -> Span {
    Span::new(spaced(text.as_ref()), Face::Sans, Ink::TEXT)
}

/// The same in strong letters.
pub(super) fn strong(text: impl AsRef<str>) -> Span {
    Span::new(spaced(text.as_ref()), Face::SansSemiBold, Ink::TEXT)
}

/// `4 %`, `4,5 %`: only the decimals there are.
pub(super) fn round_rate(rate: Rate) -> String {
    format!("{}{NARROW_SPACE}%", rate.bare().trim_end_matches('0').trim_end_matches(','))
}

/// The instalment usually paid, insurance included: the first level one, unless it bears the odd days of a first period.
pub(super) fn usual(schedule: &RepaymentSchedule) -> Option<&Instalment> {
    let mut level = schedule.instalments.iter().filter(|line| line.kind == InstalmentKind::Level);
    let (first, next) = (level.next(), level.next());
    let bare = |line: &Instalment| line.total.minus(line.insurance).ok();
    let bears_days = first.zip(next).is_some_and(|(first, next)| bare(first) != bare(next));
    first.filter(|_| !bears_days).or(next).or(first).or(schedule.last())
}

/// The day of the first instalment where it is not that of the others: `, le 10 janvier 2027 la première fois`.
pub(super) fn first_time(dates: Option<LoanDates>) -> String {
    let apart = dates.filter(LoanDates::first_stands_apart);
    apart.map(|dates| format!(", le {} la première fois", long_date(dates.first_due_on))).unwrap_or_default()
}

/// `Pour le CCAS de Valbourg`.
pub(super) fn for_the(name: &str) -> String {
    format!("Pour {}", the(name))
}

/// A text written for a CCAS, said of the office: `le CIAS s’engage`, `à la Maison des solidarités`.
pub(super) fn said_of(office: &str, text: &str) -> String {
    let short = short_office(office);
    if short == "CCAS" || short.is_empty() {
        return text.to_owned();
    }
    let named = [
        ("Le CCAS", domain::words::capital(&the(short))),
        ("le CCAS", the(short)),
        ("au CCAS", to_the(short)),
        ("du CCAS", of_the(short)),
    ];
    named.iter().fold(text.to_owned(), |text, (written, said)| text.replace(written, said))
}
