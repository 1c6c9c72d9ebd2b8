//! The amount of a budget line as people type it: a figure, a small calculation, an amount « / an ».
//!
//! A calculation is exact until the end, then rounded half up to the cent, once. Products come before sums; a period
//! after the last stroke, or after « par », is the frequency of the amount and divides nothing. Worked examples:
//! `43*10/12` is 35,83 and says no frequency; `186 / 2 mois` is 186,00 each two months; `168 / an` is 168,00 a year;
//! `3 x 45` is 135,00.

use super::Frequency;
use crate::money::{AmountUnread, Euros};

/// What was understood of the amount of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calculated {
    /// The amount, at the frequency that was typed with it or at the line's own.
    pub amount: Euros,
    /// How often it comes, when that was typed with it.
    pub frequency: Option<Frequency>,
}

/// Why what was typed is no amount of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CalculationUnread {
    /// A figure of it is none, or it stands alone with nothing to reckon.
    Figure(AmountUnread),
    /// The period is none that a line has: `186 / 4 mois`.
    NoSuchPeriod,
    /// It divides by zero.
    DividedByZero,
}

/// Reads an amount, a calculation (`+ − * x × / ÷`) or an amount with its period (`186 / 2 mois`, `168 par an`).
///
/// Errors: see [`CalculationUnread`].
pub fn read_calculation(typed: &str) -> Result<Calculated, CalculationUnread> {
    let typed = typed.replace(['\u{a0}', '\u{202f}'], " ").to_lowercase();
    let (figures, frequency) = match period_of(&typed) {
        Some((figures, period)) => (figures, Some(frequency_of(&period).ok_or(CalculationUnread::NoSuchPeriod)?)),
        None => (typed.as_str(), None),
    };
    Ok(Calculated { amount: reckoned(figures)?, frequency })
}

/// What stands before the last stroke, and the period after it; nothing when no period was typed.
fn period_of(typed: &str) -> Option<(&str, String)> {
    let (figures, period) = typed.rsplit_once('/').or_else(|| typed.rsplit_once(" par "))?;
    let period = period.split_whitespace().collect::<Vec<_>>().join(" ");
    // `12 € x 3` holds letters too, but none of its last figures is followed by a word.
    let word = period.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
    let is_word = word.chars().count() > 1 && word.chars().all(char::is_alphabetic);
    is_word.then_some((figures, period))
}

fn frequency_of(period: &str) -> Option<Frequency> {
    Some(match period {
        "semaine" | "1 semaine" => Frequency::Weekly,
        "quinzaine" | "2 semaines" => Frequency::Fortnightly,
        "mois" | "1 mois" => Frequency::Monthly,
        "2 mois" | "deux mois" => Frequency::TwoMonthly,
        "3 mois" | "trois mois" | "trimestre" => Frequency::Quarterly,
        "6 mois" | "six mois" | "semestre" => Frequency::HalfYearly,
        "12 mois" | "an" | "1 an" | "année" => Frequency::Yearly,
        _ => return None,
    })
}

/// A fraction of cents in its lowest terms; `under` is above zero.
#[derive(Clone, Copy)]
struct Fraction {
    over: i128,
    under: i128,
}

const TOO_LARGE: CalculationUnread = CalculationUnread::Figure(AmountUnread::TooLarge);

impl Fraction {
    fn new(over: Option<i128>, under: Option<i128>) -> Result<Self, CalculationUnread> {
        let (over, under) = over.zip(under).ok_or(TOO_LARGE)?;
        if under == 0 {
            return Err(CalculationUnread::DividedByZero);
        }
        let (mut shared, mut rest) = (over.unsigned_abs(), under.unsigned_abs());
        while rest != 0 {
            (shared, rest) = (rest, shared.checked_rem(rest).unwrap_or(0));
        }
        let shared = i128::try_from(shared.max(1)).map_err(|_| TOO_LARGE)?;
        let lowest = |part: i128| part.checked_div(shared).and_then(|part| part.checked_mul(under.signum()));
        let (over, under) = lowest(over).zip(lowest(under)).ok_or(TOO_LARGE)?;
        Ok(Self { over, under })
    }

    fn plus(self, other: Self) -> Result<Self, CalculationUnread> {
        let crossed = |one: i128, two: i128| one.checked_mul(two);
        let over = crossed(self.over, other.under).zip(crossed(other.over, self.under));
        Self::new(over.and_then(|(one, two)| one.checked_add(two)), crossed(self.under, other.under))
    }

    fn times(self, other: Self) -> Result<Self, CalculationUnread> {
        Self::new(self.over.checked_mul(other.over), self.under.checked_mul(other.under))
    }

    fn upside_down(self) -> Result<Self, CalculationUnread> {
        Self::new(Some(self.under), Some(self.over))
    }

    /// In euros, rounded half up (away from zero) to the cent.
    fn cents(self) -> Result<Euros, CalculationUnread> {
        let cents = self.over.checked_mul(100).ok_or(TOO_LARGE)?;
        Euros::nearest(cents, self.under).map_err(|_| TOO_LARGE)
    }
}

/// The value of a sum of products, in whole cents.
fn reckoned(typed: &str) -> Result<Euros, CalculationUnread> {
    let mut sum = Fraction { over: 0, under: 1 };
    let mut product: Option<Fraction> = None;
    let (mut sign, mut divides) = (1, false);
    let mut rest = typed.trim();
    if let Some(negative) = rest.strip_prefix(['-', '−']) {
        (sign, rest) = (-1, negative);
    }
    loop {
        let end = rest.find(['+', '-', '−', '*', 'x', '×', '/', '÷']);
        let (figure, after) = rest.split_at(end.unwrap_or(rest.len()));
        let cents = Euros::read(figure).map_err(CalculationUnread::Figure)?.cents();
        let mut factor = Fraction::new(Some(i128::from(cents)), Some(100))?;
        if divides {
            factor = factor.upside_down()?;
        }
        let so_far = match product {
            Some(before) => before.times(factor)?,
            None => factor.times(Fraction { over: sign, under: 1 })?,
        };
        let mut letters = after.chars();
        match letters.next() {
            Some(stroke @ ('+' | '-' | '−')) => {
                sum = sum.plus(so_far)?;
                (product, divides, sign) = (None, false, if stroke == '+' { 1 } else { -1 });
            }
            Some(stroke) => (product, divides) = (Some(so_far), matches!(stroke, '/' | '÷')),
            None => return sum.plus(so_far)?.cents(),
        }
        rest = letters.as_str();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> (String, Option<Frequency>) {
        let Calculated { amount, frequency } = read_calculation(typed).unwrap_or_else(|why| panic!("{typed}: {why:?}"));
        (amount.bare(), frequency)
    }

    #[test]
    fn a_small_calculation_is_exact_until_it_is_rounded_once() {
        for (typed, amount) in [
            ("43*10/12", "35,83"),
            ("3 x 45", "135,00"),
            ("3 X 45,50 €", "136,50"),
            ("12 + 3 × 4", "24,00"),
            ("1 412,40 - 12,40", "1\u{202f}400,00"),
            ("100/3*3", "100,00"),
            ("0,01/3*1,5", "0,01"),
            ("10−4", "6,00"),
            ("940,20", "940,20"),
            ("1\u{202f}480", "1\u{202f}480,00"),
        ] {
            assert_eq!(read(typed), (amount.to_owned(), None), "{typed}");
        }
    }

    #[test]
    fn a_period_is_the_frequency_and_divides_nothing() {
        for (typed, amount, frequency) in [
            ("186 / 2 mois", "186,00", Frequency::TwoMonthly),
            ("168 / an", "168,00", Frequency::Yearly),
            ("168/an", "168,00", Frequency::Yearly),
            ("168 par an", "168,00", Frequency::Yearly),
            ("90 / trimestre", "90,00", Frequency::Quarterly),
            ("3 x 45 / mois", "135,00", Frequency::Monthly),
            ("30 / 3 / semaine", "10,00", Frequency::Weekly),
            ("25 / 2 Semaines", "25,00", Frequency::Fortnightly),
            ("60 / 6 mois", "60,00", Frequency::HalfYearly),
        ] {
            assert_eq!(read(typed), (amount.to_owned(), Some(frequency)), "{typed}");
        }
    }

    #[test]
    fn what_is_not_understood_is_refused_with_its_reason() {
        let unread = CalculationUnread::Figure(AmountUnread::NotAnAmount);
        for (typed, why) in [
            ("43x", unread),
            ("x 3", unread),
            ("env. 40", unread),
            ("", unread),
            ("/ an", unread),
            ("2 ** 3", unread),
            ("1,234 * 2", CalculationUnread::Figure(AmountUnread::MoreThanCents)),
            ("186 / 4 mois", CalculationUnread::NoSuchPeriod),
            ("186 / siècle", CalculationUnread::NoSuchPeriod),
            ("12/0", CalculationUnread::DividedByZero),
            ("9999999999*9999999999", CalculationUnread::Figure(AmountUnread::TooLarge)),
        ] {
            assert_eq!(read_calculation(typed), Err(why), "{typed}");
        }
        let endless = vec!["9999999,99"; 40].join("*");
        assert_eq!(read_calculation(&endless), Err(CalculationUnread::Figure(AmountUnread::TooLarge)));
    }
}
