//! How the numbers of a bilan are written.

use rust_decimal::Decimal;

use super::{HARD_SPACE, MINUS, NARROW_SPACE, decimal};
use crate::report::{Unit, Value};

/// A number of a bilan in its unit: `84`, `46 530,00 €`, `59,6 %`, `24,5 jours`.
#[must_use]
pub fn figure(value: Value, unit: Unit) -> String {
    match value {
        Value::Count(count) if unit == Unit::Inhabitants => in_unit(Decimal::from(count), unit),
        Value::Count(count) => decimal(Decimal::from(count), 0),
        Value::Euros(amount) => amount.to_string(),
        Value::Number(number) => in_unit(number, unit),
    }
}

/// How far a number is from another, with its sign: `+8`, `−0,50 €`, `+2,4 pt`.
#[must_use]
pub fn difference(value: Value, before: Value, unit: Unit) -> String {
    let gap = value.number() - before.number();
    let text = |size: Decimal| match unit {
        Unit::Dossiers | Unit::Presentations | Unit::Instalments | Unit::Incidents | Unit::Contacts => decimal(size, 0),
        Unit::Euros => format!("{}{NARROW_SPACE}€", decimal(size, 2)),
        Unit::Percent => format!("{}{HARD_SPACE}pt", decimal(size, 1)),
        Unit::Months | Unit::Days | Unit::Hours | Unit::FullTime | Unit::Loans | Unit::Inhabitants => {
            in_unit(size, unit)
        }
    };
    let told = text(gap.abs());
    // What is written as nothing has no sign.
    if told == text(Decimal::ZERO) {
        return told;
    }
    if gap.is_sign_negative() { format!("{MINUS}{told}") } else { format!("+{told}") }
}

fn in_unit(number: Decimal, unit: Unit) -> String {
    match unit {
        Unit::Dossiers | Unit::Presentations | Unit::Instalments | Unit::Incidents | Unit::Contacts => {
            decimal(number, 2)
        }
        Unit::Inhabitants => format!("{}{HARD_SPACE}habitants", decimal(number, 0)),
        Unit::Loans => format!("{}{HARD_SPACE}{}", short(number), if number < Decimal::TWO { "prêt" } else { "prêts" }),
        Unit::Euros => format!("{}{NARROW_SPACE}€", decimal(number, if number.fract().is_zero() { 0 } else { 2 })),
        Unit::Percent => format!("{}{NARROW_SPACE}%", decimal(number, 1)),
        Unit::Hours => format!("{}{HARD_SPACE}h", short(number)),
        Unit::FullTime => format!("{}{HARD_SPACE}ETP", decimal(number, 2)),
        Unit::Months => format!("{}{HARD_SPACE}mois", short(number)),
        Unit::Days => in_days(number),
    }
}

/// A measured number of days: `1 jour`, `16,5 jours`.
#[must_use]
pub fn in_days(number: Decimal) -> String {
    format!("{}{HARD_SPACE}{}", short(number), if number < Decimal::TWO { "jour" } else { "jours" })
}

/// One decimal, none when it is 0.
fn short(number: Decimal) -> String {
    let number = number.round_dp_with_strategy(1, rust_decimal::RoundingStrategy::MidpointAwayFromZero);
    decimal(number, if number.fract().is_zero() { 0 } else { 1 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::money::Euros;

    #[test]
    fn numbers_of_a_bilan_are_written_in_their_unit() {
        let number = |text: &str| Value::Number(text.parse().unwrap());
        let written = |value, unit| figure(value, unit).replace(['\u{202f}', '\u{a0}'], " ");
        assert_eq!(written(Value::Count(1200), Unit::Dossiers), "1 200");
        assert_eq!(written(Value::Euros(Euros::read("46530").unwrap()), Unit::Euros), "46 530,00 €");
        assert_eq!(written(number("2172"), Unit::Euros), "2 172 €");
        assert_eq!(written(number("85.3"), Unit::Euros), "85,30 €");
        assert_eq!(written(number("59.65"), Unit::Percent), "59,7 %");
        let shares = [(15, 19), (6, 11)].map(|(part, whole)| Value::percent(part, whole).unwrap());
        assert_eq!(shares.map(|share| written(share, Unit::Percent)), ["78,9 %", "54,5 %"], "rounded once");
        assert_eq!(written(number("24.00"), Unit::Days), "24 jours");
        assert_eq!(written(number("1.50"), Unit::Days), "1,5 jour");
        assert_eq!(written(number("29.5"), Unit::Months), "29,5 mois");
    }

    #[test]
    fn a_difference_has_its_sign() {
        let gap = |value, before, unit| difference(value, before, unit).replace(['\u{202f}', '\u{a0}'], " ");
        assert_eq!(gap(Value::Count(92), Value::Count(84), Unit::Dossiers), "+8");
        assert_eq!(gap(Value::Count(2), Value::Count(4), Unit::Dossiers), "−2");
        assert_eq!(gap(Value::Count(2), Value::Count(2), Unit::Dossiers), "0");
        let number = |text: &str| Value::Number(text.parse().unwrap());
        assert_eq!(gap(number("50.00"), number("47.62"), Unit::Percent), "+2,4 pt");
        assert_eq!(gap(number("29.96"), number("30.00"), Unit::Months), "0 mois", "less than what is written");
    }
}
