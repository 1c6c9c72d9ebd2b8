//! The ages of children as they are said on the phone: « 4 ans », « 4, 7 et 12 ans », « 8 mois ».
//!
//! A number without its unit takes that of the number after it, else years. The day of birth is asked later, where a paper
//! needs it. Worked example: « 8 mois, 4 et 19 ans » is a baby of 8 months, a child of 4 and an adult child of 19.

use thiserror::Error;

use super::Link;

/// An age as it was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaidAge {
    /// Under two years or so, in months.
    Months(u32),
    /// In years.
    Years(u32),
}

/// Why ages were not understood.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("no age in « {0} »")]
pub struct AgesRefused(
    /// The words that are no age.
    pub String,
);

/// The oldest child that may be a dependant of a household.
const OLDEST: u32 = 40;
/// The age from which a child is an adult (Code civil, article 414).
const MAJORITY: u32 = 18;

impl SaidAge {
    /// What someone of that age is to the applicant.
    #[must_use]
    pub fn link(self) -> Link {
        match self {
            Self::Years(years) if years >= MAJORITY => Link::AdultChild,
            Self::Years(_) | Self::Months(_) => Link::Child,
        }
    }
}

impl std::fmt::Display for SaidAge {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Months(months) => write!(to, "{months} mois"),
            Self::Years(years) => write!(to, "{years} {}", if *years < 2 { "an" } else { "ans" }),
        }
    }
}

/// Reads the ages of children; none is no child.
///
/// Errors: a word that is no age, a number over forty years or thirty-six months.
pub fn read_ages(typed: &str) -> Result<Vec<SaidAge>, AgesRefused> {
    let plain = crate::words::folded(typed);
    if matches!(plain.trim(), "aucun" | "aucun enfant" | "0" | "non") {
        return Ok(Vec::new());
    }
    let mut ages = Vec::new();
    let mut numbers = Vec::new();
    for word in words_of(&plain) {
        let is_unit = matches!(word, "an" | "ans" | "mois");
        match word.parse::<u32>() {
            Ok(number) => numbers.push(number),
            Err(_) if is_unit && !numbers.is_empty() => {
                for number in numbers.drain(..) {
                    ages.push(age(number, word)?);
                }
            }
            Err(_) if matches!(word, "et" | "a") => {}
            Err(_) => return Err(AgesRefused(typed.trim().to_owned())),
        }
    }
    for number in numbers {
        ages.push(age(number, "ans")?);
    }
    Ok(ages)
}

fn age(number: u32, unit: &str) -> Result<SaidAge, AgesRefused> {
    match unit {
        "mois" if number <= 36 => Ok(SaidAge::Months(number)),
        "an" | "ans" if number <= OLDEST => Ok(SaidAge::Years(number)),
        _ => Err(AgesRefused(format!("{number} {unit}"))),
    }
}

/// Numbers and words apart, whatever stands between them: « 4ans » is « 4 » and « ans ».
fn words_of(plain: &str) -> Vec<&str> {
    let pieces = plain.split(|sign: char| !sign.is_alphanumeric()).filter(|piece| !piece.is_empty());
    let apart = pieces.flat_map(|piece| {
        let digits = piece.bytes().take_while(u8::is_ascii_digit).count();
        let (number, unit) = piece.split_at(digits);
        [number, unit]
    });
    apart.filter(|word| !word.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str) -> Result<String, AgesRefused> {
        let ages = read_ages(typed)?;
        Ok(ages.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
    }

    #[test]
    fn an_age_told_by_phone_stands_for_the_name_until_it_is_known() {
        let named = |name: &str| {
            let name = crate::line::Line::read(name).unwrap();
            crate::household::Member { name, ..crate::household::Member::applicant() }.stated_age().map(str::to_owned)
        };
        assert_eq!(named("4 ans en novembre 2026").as_deref(), Some("4 ans en novembre 2026"));
        assert_eq!(named("8 mois en mars 2026").as_deref(), Some("8 mois en mars 2026"));
        assert_eq!((named("Lina"), named("Hugo en garde alternée"), named("")), (None, None, None));
    }

    #[test]
    fn ages_are_read_as_people_say_them() {
        let known = [
            ("", ""),
            ("aucun", ""),
            ("4", "4 ans"),
            ("4ans", "4 ans"),
            ("4, 7 et 12 ans", "4 ans, 7 ans, 12 ans"),
            ("8 mois, 4 ans", "8 mois, 4 ans"),
            ("1 an et 18 mois", "1 an, 18 mois"),
            ("6 ; 9", "6 ans, 9 ans"),
        ];
        for (typed, ages) in known {
            assert_eq!(read(typed).as_deref(), Ok(ages), "{typed}");
        }
        assert_eq!(
            read_ages("17, 19").unwrap().iter().map(|age| age.link()).collect::<Vec<_>>(),
            [Link::Child, Link::AdultChild]
        );
    }

    #[test]
    fn what_is_no_age_is_refused_as_it_was_typed() {
        for typed in ["deux enfants", "2 enfants", "né en 2019", "70 ans", "40 mois", "99999999999"] {
            assert!(read_ages(typed).is_err(), "{typed}");
        }
    }
}
