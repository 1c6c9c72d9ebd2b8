//! Money in whole cents: read as banks print it, added without ever passing its bounds.
//!
//! Example: « 1.016,05 », « 1 016,05 » and « 1016.05 » are all 101 605 cents.

use std::fmt;

/// The most digits an amount may have before its decimals: what is longer is a reference, not money.
const MOST_DIGITS: usize = 10;

/// An amount in whole cents of euro; a debit or an overdraft is negative.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cents(pub i64);

impl Cents {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// The sum, or nothing when it passes the bounds of the type.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, or nothing when it passes the bounds of the type.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// The same amount on the other side.
    #[must_use]
    pub fn opposite(self) -> Self {
        Self(self.0.saturating_neg())
    }

    /// The amount without its side.
    #[must_use]
    pub fn size(self) -> Self {
        Self(self.0.saturating_abs())
    }

    /// The sum of all, or nothing when it passes the bounds of the type.
    pub fn sum(all: impl IntoIterator<Item = Self>) -> Option<Self> {
        all.into_iter().try_fold(Self::ZERO, Self::plus)
    }

    /// The amount divided by a count, half up in size; nothing for a count of zero.
    #[must_use]
    pub fn shared(self, count: i64) -> Option<Self> {
        let twice = self.0.checked_mul(2)?.checked_add(count)?;
        twice.checked_div_euclid(count.checked_mul(2)?).map(Self)
    }

    /// An amount with a point and two decimals, as the interface of the command writes and takes it.
    #[must_use]
    pub fn plain(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let size = amount(&digits.replace('.', ","))?;
        Some(if negative { size.opposite() } else { size })
    }
}

impl fmt::Display for Cents {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let size = self.0.unsigned_abs();
        let (euros, cents) = (size.checked_div(100).unwrap_or_default(), size.checked_rem(100).unwrap_or_default());
        write!(formatter, "{sign}{euros}.{cents:02}")
    }
}

/// The mark before the decimals of the amounts of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DecimalMark {
    /// As French banks print.
    Comma,
    /// As some online accounts print.
    Point,
}

/// Digits with a comma and two decimals, thousands apart by spaces, points or apostrophes; no sign.
pub(crate) fn amount(text: &str) -> Option<Cents> {
    marked_amount(text, DecimalMark::Comma)
}

/// Digits with this mark and two decimals, in whole groups of thousands or in none; no sign.
pub(crate) fn marked_amount(text: &str, mark: DecimalMark) -> Option<Cents> {
    let sign = match mark {
        DecimalMark::Comma => ',',
        DecimalMark::Point => '.',
    };
    let (whole, decimals) = text.rsplit_once(sign)?;
    if decimals.chars().count() != 2 || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let digits = whole_digits(whole)?;
    let cents = digits.parse::<i64>().ok()?.checked_mul(100)?.checked_add(decimals.parse().ok()?)?;
    Some(Cents(cents))
}

fn whole_digits(whole: &str) -> Option<String> {
    let is_gap = |sign: char| sign == '.' || sign == '\'' || sign == '’' || sign == ',' || sign.is_whitespace();
    let groups: Vec<&str> = whole.split(is_gap).collect();
    let all_digits = groups.iter().all(|group| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit()));
    let grouped = match groups.as_slice() {
        [] => false,
        [_] => true,
        [first, rest @ ..] => first.len() <= 3 && rest.iter().all(|group| group.len() == 3),
    };
    let digits: String = groups.concat();
    (all_digits && grouped && digits.len() <= MOST_DIGITS).then_some(digits)
}

/// An amount of an export or a table, signed before or after, its currency aside.
pub(crate) fn signed_amount(text: &str) -> Option<Cents> {
    let mut bare: String = text.chars().filter(|sign| !sign.is_whitespace() && *sign != '€').collect();
    for word in ["EUR", "eur"] {
        bare = bare.replace(word, "");
    }
    let mut negative = false;
    let mut rest = bare.as_str();
    loop {
        let stripped = rest
            .strip_prefix(['-', '−', '–'])
            .or_else(|| rest.strip_suffix(['-', '−', '–']))
            .map(|left| (left, true))
            .or_else(|| rest.strip_prefix('+').or_else(|| rest.strip_suffix('+')).map(|left| (left, false)));
        match stripped {
            Some((left, minus)) => {
                negative ^= minus;
                rest = left;
            }
            None => break,
        }
    }
    let size = export_digits(rest)?;
    Some(if negative { size.opposite() } else { size })
}

/// Digits as an export writes them: any of the two marks, and one or no decimal too.
fn export_digits(text: &str) -> Option<Cents> {
    let by_mark = marked_amount(text, DecimalMark::Comma).or_else(|| marked_amount(text, DecimalMark::Point));
    by_mark
        .or_else(|| {
            let (_, decimals) = text.rsplit_once([',', '.'])?;
            (decimals.len() == 1).then(|| export_digits(&format!("{text}0")))?
        })
        .or_else(|| {
            let (whole, zeros) = text.rsplit_once('.').filter(|(_, tail)| tail.len() > 3)?;
            let (cents, rest) = zeros.split_at_checked(2)?;
            rest.bytes()
                .all(|byte| byte == b'0')
                .then(|| marked_amount(&format!("{whole},{cents}"), DecimalMark::Comma))?
        })
        .or_else(|| whole_digits(text)?.parse::<i64>().ok()?.checked_mul(100).map(Cents))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_read_whatever_the_bank_puts_between_thousands() {
        for text in ["1016,05", "1 016,05", "1.016,05", "1\u{202f}016,05", "1\u{a0}016,05", "1’016,05"] {
            assert_eq!(amount(text), Some(Cents(101_605)), "{text}");
        }
    }

    #[test]
    fn what_is_not_whole_groups_of_three_is_no_amount() {
        for text in ["12 34,50", "1 2,50", "12,5", "12", ",50", "1..000,00", "123456789012,00"] {
            assert_eq!(amount(text), None, "{text}");
        }
    }

    #[test]
    fn a_sign_before_or_after_is_the_same_debit() {
        for text in ["-11,45", "− 11,45", "11,45-", "-11.45", "- 11,45 €", "-11,450000".get(..6).unwrap()] {
            assert_eq!(signed_amount(text), Some(Cents(-1145)), "{text}");
        }
        assert_eq!(signed_amount("+20,00"), Some(Cents(2000)));
        assert_eq!(signed_amount("1423.1"), Some(Cents(142_310)));
        assert_eq!(signed_amount("1500"), Some(Cents(150_000)));
    }

    #[test]
    fn a_mean_is_rounded_half_up() {
        assert_eq!(Cents(5).shared(2), Some(Cents(3)));
        assert_eq!(Cents(-5).shared(2), Some(Cents(-2)));
        assert_eq!(Cents(5).shared(0), None);
    }

    #[test]
    fn what_passes_the_bounds_is_no_sum() {
        assert_eq!(Cents(i64::MAX).plus(Cents(1)), None);
        assert_eq!(Cents::sum([Cents(i64::MIN), Cents(-1)]), None);
    }

    #[test]
    fn an_amount_is_written_with_two_decimals() {
        let written: Vec<String> =
            [0, 5, -5, 123_456, -100].into_iter().map(|cents| Cents(cents).to_string()).collect();
        assert_eq!(written, ["0.00", "0.05", "-0.05", "1234.56", "-1.00"]);
        assert_eq!(Cents::plain("-12.30"), Some(Cents(-1230)));
    }
}
