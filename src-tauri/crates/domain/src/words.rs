//! The French words of every vocabulary enum, and how money, days, durations and
//! rates are written: the one place screens, papers and exports take them from.
//!
//! Spaces follow French typography: U+202F before `;`, `:`, `!`, `?`, `%`, `€` and
//! between thousands; U+00A0 between a day and its month, a title and a name.

mod advisor;
mod borrowers;
mod course;
mod dates;
mod fold;
mod household;
mod labels;
mod letters;
mod loan;
mod names;
mod prefill;
mod refund;
mod report;
mod retention;
mod rules;

pub use advisor::AdvisorWords;
pub use borrowers::{Borrowers, Voice};
pub use dates::{
    day_name, hour, known_date, known_date_typed, long_date, month_day, month_name, month_named, month_of,
    narrow_month, numeric_date, of_known_date, of_month, of_screen_date, on_known_date, on_screen_date, screen_date,
    until_screen_date, weekday_name, weekday_named,
};
pub use fold::folded;
pub use household::{age, household_sentence, members_summary, shares_sentence, since};
pub use labels::{Labelled, Word};
pub use letters::{in_letters, sum_in_letters};
pub use names::{
    addressed, at_place, full_name, of_name, of_the, round, short_office, the, titled, to_the, to_the_euro,
};
pub use prefill::{confirmed, given_by_phone, is_given_by_phone, is_to_confirm, prefilled};
pub use refund::{refund_in_short, refund_rule, refund_share, refunded_interest};
pub use report::{difference, figure, in_days};
pub use rules::{hundredths, threshold, unit_scale, usual_spending};

use rust_decimal::Decimal;
use rust_decimal::RoundingStrategy::MidpointAwayFromZero;

/// Narrow no-break space: before `;`, `:`, `!`, `?`, `%`, `€` and between thousands.
pub const NARROW_SPACE: char = '\u{202f}';

/// No-break space: between a number and its noun, a title and a name.
pub const HARD_SPACE: char = '\u{a0}';

/// The minus sign.
pub const MINUS: char = '\u{2212}';

/// A decimal number rounded half up to so many decimals, thousands apart: `−1 234,50`.
#[must_use]
pub fn decimal(number: Decimal, decimals: u32) -> String {
    let number = number.round_dp_with_strategy(decimals, MidpointAwayFromZero);
    let text = format!("{:.*}", usize::try_from(decimals).unwrap_or(2), number.abs());
    let (whole, rest) = text.split_once('.').unwrap_or((&text, ""));
    let mut grouped = String::new();
    for (place, figure) in whole.chars().enumerate() {
        let left = whole.len().saturating_sub(place);
        if place != 0 && left.checked_rem(3) == Some(0) {
            grouped.push(NARROW_SPACE);
        }
        grouped.push(figure);
    }
    let sign = if number.is_sign_negative() && !number.is_zero() { MINUS.to_string() } else { String::new() };
    let comma = if rest.is_empty() { "" } else { "," };
    format!("{sign}{grouped}{comma}{rest}")
}

/// A percentage with two decimals: `4,25 %`.
#[must_use]
pub fn percent(rate: Decimal) -> String {
    format!("{}{NARROW_SPACE}%", decimal(rate, 2))
}

/// A count with its noun, plural from two: `1 personne`, `3 personnes`.
#[must_use]
pub fn counted(count: impl TryInto<u64>, one: &str, many: &str) -> String {
    let count = count.try_into().unwrap_or(u64::MAX);
    let noun = if count < 2 { one } else { many };
    let number = decimal(Decimal::from(count), 0);
    format!("{number}{HARD_SPACE}{noun}")
}

/// How many are there of how many: `1 sur 3`.
#[must_use]
pub fn given_of((given, of): (u32, u32)) -> String {
    format!("{given}{HARD_SPACE}sur{HARD_SPACE}{of}")
}

/// A sum and its term, where it is told: `1 200,00 € sur 24 mois`, `1 200,00 €`.
#[must_use]
pub fn over_months(sum: impl std::fmt::Display, months: Option<u32>) -> String {
    let term = months.map(|months| format!(" sur {}", counted(months, "mois", "mois")));
    format!("{sum}{}", term.unwrap_or_default())
}

/// How long something lasted: `45 min`, `1 h`, `1 h 30`.
#[must_use]
pub fn duration(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, left) => format!("{left}{HARD_SPACE}min"),
        (hours, 0) => format!("{hours}{HARD_SPACE}h"),
        (hours, left) => format!("{hours}{HARD_SPACE}h{HARD_SPACE}{left:02}"),
    }
}

/// How heavy a file is: `812 octets`, `340 ko`, `1,2 Mo`; thousands of thousands, as disks are sold.
#[must_use]
pub fn file_size(bytes: u64) -> String {
    const THOUSAND: u64 = 1_000;
    if bytes < THOUSAND {
        return counted(bytes, "octet", "octets");
    }
    let thousands = bytes.div_ceil(THOUSAND);
    if thousands < THOUSAND {
        return format!("{thousands}{HARD_SPACE}ko");
    }
    let tenths = thousands.div_ceil(100);
    format!("{}{HARD_SPACE}Mo", decimal(Decimal::new(i64::try_from(tenths).unwrap_or(i64::MAX), 1), 1))
}

/// A word or a sentence with its first letter in capital: `Janvier`.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Things one after the other: `un devis, une facture et un relevé`.
#[must_use]
pub fn enumerated(things: &[String]) -> String {
    match things {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} et {last}", first.join(", ")),
    }
}

/// A label inside a sentence: `achat d’un véhicule`; an acronym keeps its capitals.
#[must_use]
pub fn lowered(label: &str) -> String {
    let mut signs = label.chars();
    let first = signs.next();
    let acronym = signs.clone().next().is_some_and(char::is_uppercase);
    match first {
        Some(first) if !acronym => first.to_lowercase().chain(signs).collect(),
        Some(_) | None => label.to_owned(),
    }
}

/// The text with the narrow no-break spaces French wants, whatever spaces it came with.
///
/// For wording typed by people and printed: `devis : 2 400 €` keeps its signs together, `2 enfants` and `3e échéance`
/// their number and their noun, `n° 12` its sign and its number.
#[must_use]
pub fn spaced(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        if sign.is_alphanumeric() && follows_a_short_number(&out) {
            out.pop();
            out.push(if sign.is_ascii_digit() { NARROW_SPACE } else { HARD_SPACE });
        }
        if sign.is_alphanumeric() && (out.ends_with("n° ") || follows_a_rank(&out)) {
            out.pop();
            out.push(HARD_SPACE);
        }
        if matches!(sign, ';' | ':' | '!' | '?' | '%' | '€' | '»') && out.ends_with(' ') {
            out.pop();
            out.push(NARROW_SPACE);
        }
        if sign == ' ' && out.ends_with('«') {
            out.push(NARROW_SPACE);
        } else {
            out.push(if sign == '\'' { '’' } else { sign });
        }
    }
    out
}

/// Whether the text ends with `1er`, `3e` and a space: a rank keeps its noun.
fn follows_a_rank(text: &str) -> bool {
    let Some(before) = text.strip_suffix(' ') else { return false };
    let figures = ["er", "re", "e"].into_iter().find_map(|end| before.strip_suffix(end));
    let count = figures.map_or(0, |figures| figures.chars().rev().take_while(char::is_ascii_digit).count());
    (1..=3).contains(&count)
}

/// Whether the text ends with a number of one to three figures and a space; a year stands alone.
fn follows_a_short_number(text: &str) -> bool {
    let Some(before) = text.strip_suffix(' ') else { return false };
    let figures = before.chars().rev().take_while(char::is_ascii_digit).count();
    (1..=3).contains(&figures)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_the_french_way() {
        let written = |text: &str, decimals| decimal(text.parse().unwrap(), decimals);
        assert_eq!(written("1234.5", 2), "1\u{202f}234,50");
        assert_eq!(written("-1234567", 0), "\u{2212}1\u{202f}234\u{202f}567");
        assert_eq!(written("999", 0), "999");
        assert_eq!(written("-0.00", 2), "0,00");
        assert_eq!(percent("4.25".parse().unwrap()), "4,25\u{202f}%");
        assert_eq!(counted(0, "dossier", "dossiers"), "0\u{a0}dossier");
        assert_eq!(
            (lowered("Permis de conduire"), lowered("RSA")),
            ("permis de conduire".to_owned(), "RSA".to_owned())
        );
        assert_eq!(counted(1200, "dossier", "dossiers"), "1\u{202f}200\u{a0}dossiers");
    }

    #[test]
    fn signs_keep_to_the_word_before_them() {
        assert_eq!(
            spaced("l'aide : 20 % ; « oui » !"),
            "l’aide\u{202f}: 20\u{202f}%\u{202f}; «\u{202f}oui\u{202f}»\u{202f}!"
        );
        assert_eq!(spaced("loi n° 2005-32, la 3e échéance"), "loi n°\u{a0}2005-32, la 3e\u{a0}échéance");
        assert_eq!(spaced("le garage e un, 2026e an"), "le garage e un, 2026e an", "neither a letter nor a year");
    }
}
