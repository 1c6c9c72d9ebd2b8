//! How to reach a person: phone, e-mail, postal code, each written one way.
//!
//! French numbers are ten figures, written in pairs (`06 39 98 20 61`); a number
//! from elsewhere starts with `+`.

use std::fmt;

use thiserror::Error;

/// A telephone number, as figures, `+` first when it is not French.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone(String);

/// Why a typed number was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PhoneUnread {
    /// Something else than figures, spaces, points, dashes, brackets and `+`.
    #[error("not a phone number")]
    NotAPhone,
    /// A French number is short of so many figures.
    #[error("{0} figures missing")]
    Missing(usize),
    /// A French number has so many figures too many.
    #[error("{0} figures too many")]
    TooMany(usize),
    /// The number does not start with 0 or `+`.
    #[error("does not start with 0")]
    BadStart,
}

impl Phone {
    /// Reads a number as typed. `+33` and `0033` are France. Errors: see [`PhoneUnread`].
    pub fn read(typed: &str) -> Result<Self, PhoneUnread> {
        let mut figures = String::new();
        for sign in typed.trim().chars().take(40) {
            match sign {
                '0'..='9' => figures.push(sign),
                '+' if figures.is_empty() => figures.push('+'),
                '.' | '-' | '(' | ')' | '/' => {}
                _ if sign.is_whitespace() => {}
                _ => return Err(PhoneUnread::NotAPhone),
            }
        }
        let abroad = figures.strip_prefix("00").map(|rest| format!("+{rest}"));
        let figures = abroad.unwrap_or(figures);
        let french = figures.strip_prefix("+33").map(|rest| format!("0{}", rest.trim_start_matches('0')));
        Self::checked(french.unwrap_or(figures))
    }

    fn checked(figures: String) -> Result<Self, PhoneUnread> {
        let count = figures.len();
        if figures.starts_with('+') {
            return if (8..=16).contains(&count) { Ok(Self(figures)) } else { Err(PhoneUnread::NotAPhone) };
        }
        match count {
            0 => Err(PhoneUnread::NotAPhone),
            _ if !figures.starts_with('0') => Err(PhoneUnread::BadStart),
            10 => Ok(Self(figures)),
            1..=9 => Err(PhoneUnread::Missing(10_usize.saturating_sub(count))),
            _ => Err(PhoneUnread::TooMany(count.saturating_sub(10))),
        }
    }

    /// The figures without spaces, as they are kept.
    #[must_use]
    pub fn figures(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Phone {
    /// `06 39 98 20 61`, with no-break spaces.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let pairs = usize::from(!self.0.starts_with('+'));
        for (place, figure) in self.0.chars().enumerate() {
            let starts_pair = place != 0 && place.checked_rem(2) == Some(0);
            if pairs == 1 && starts_pair {
                out.write_str("\u{a0}")?;
            }
            write!(out, "{figure}")?;
        }
        Ok(())
    }
}

/// An e-mail address that has a name, an @ and a domain with a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Email(String);

/// A typed address is not an e-mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not an e-mail address")]
pub struct EmailUnread;

impl Email {
    /// Reads an address as typed. Refuses what could not reach anyone.
    pub fn read(typed: &str) -> Result<Self, EmailUnread> {
        let text = typed.trim();
        let inert = |c: char| c.is_ascii_graphic() && !"<>()[]\\,;:\"".contains(c) || c.is_alphanumeric();
        let (name, domain) = text.split_once('@').ok_or(EmailUnread)?;
        let labels = domain.split('.').collect::<Vec<_>>();
        let sound = !name.is_empty()
            && text.chars().count() <= 254
            && text.chars().all(inert)
            && !domain.contains('@')
            && labels.len() > 1
            && labels.iter().all(|label| !label.is_empty());
        if sound { Ok(Self(text.to_owned())) } else { Err(EmailUnread) }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A French postal code: five figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostalCode(String);

/// A typed postal code is not five figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("not a postal code")]
pub struct PostalCodeUnread;

impl PostalCode {
    /// Reads five figures, spaces apart.
    pub fn read(typed: &str) -> Result<Self, PostalCodeUnread> {
        let figures: String = typed.chars().filter(|c| !c.is_whitespace()).take(6).collect();
        let sound = figures.len() == 5 && figures.chars().all(|c| c.is_ascii_digit());
        if sound { Ok(Self(figures)) } else { Err(PostalCodeUnread) }
    }

    /// The five figures.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An international account number, its key checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Iban(String);

/// Why a typed account number was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum IbanUnread {
    /// Two letters, two figures, then letters and figures: it is not so.
    #[error("not an IBAN")]
    NotAnIban,
    /// A French one has 27 signs.
    #[error("{0} signs in place of 27")]
    NotTwentySeven(usize),
    /// Its key does not fit: a figure is wrong, or two were exchanged.
    #[error("wrong key")]
    WrongKey,
}

impl Iban {
    /// Reads an account number as typed or copied, spaces or not (ISO 13616). Errors: see [`IbanUnread`].
    pub fn read(typed: &str) -> Result<Self, IbanUnread> {
        let signs: String = typed.chars().filter(|sign| !sign.is_whitespace()).collect::<String>().to_uppercase();
        let count = signs.chars().count();
        let sound = signs.chars().all(|sign| sign.is_ascii_alphanumeric()) && (15..=34).contains(&count);
        let (country, rest) = signs.split_at_checked(2).ok_or(IbanUnread::NotAnIban)?;
        let (key, account) = rest.split_at_checked(2).ok_or(IbanUnread::NotAnIban)?;
        let led =
            country.chars().all(|sign| sign.is_ascii_uppercase()) && key.chars().all(|sign| sign.is_ascii_digit());
        if country == "FR" && count != 27 {
            return Err(IbanUnread::NotTwentySeven(count));
        }
        if !sound || !led {
            return Err(IbanUnread::NotAnIban);
        }
        // Letters count from 10; the remainder of the whole by 97 is 1.
        let moved = account.chars().chain(country.chars()).chain(key.chars());
        let remainder = moved.filter_map(|sign| sign.to_digit(36)).fold(0_u32, |rest, digit| {
            let shift = if digit > 9 { 100 } else { 10 };
            rest.saturating_mul(shift).saturating_add(digit).checked_rem(97).unwrap_or_default()
        });
        if remainder == 1 { Ok(Self(signs)) } else { Err(IbanUnread::WrongKey) }
    }

    /// Without spaces.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its last four signs, as screens show it: `… 0189`.
    #[must_use]
    pub fn ending(&self) -> String {
        let count = self.0.chars().count();
        let last: String = self.0.chars().skip(count.saturating_sub(4)).collect();
        format!("…\u{a0}{last}")
    }
}

impl fmt::Display for Iban {
    /// In groups of four.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, sign) in self.0.chars().enumerate() {
            if place > 0 && place.is_multiple_of(4) {
                f.write_str("\u{a0}")?;
            }
            write!(f, "{sign}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_account_number_is_read_with_its_key() {
        // The published example of a French number.
        let iban = Iban::read("fr76 3000 6000 0112 3456 7890 189").unwrap();
        assert_eq!(iban.as_str(), "FR7630006000011234567890189");
        assert_eq!(
            (iban.to_string().replace('\u{a0}', " "), iban.ending().replace('\u{a0}', " ")),
            ("FR76 3000 6000 0112 3456 7890 189".to_owned(), "… 0189".to_owned())
        );
        assert_eq!(Iban::read("DE89 3704 0044 0532 0130 00").unwrap().as_str(), "DE89370400440532013000");
        assert_eq!(Iban::read("FR7630006000011234567890198"), Err(IbanUnread::WrongKey), "two figures exchanged");
        assert_eq!(Iban::read("FR763000600001123456789018"), Err(IbanUnread::NotTwentySeven(26)));
        for wrong in ["", "F", "FR", "1234", "FR76é0006000011234567890189x", "un numéro de compte"] {
            assert!(Iban::read(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn numbers_are_written_in_pairs() {
        for typed in ["0639982061", "06.39.98.20.61", "+33 6 39 98 20 61", "0033639982061", "06 39 98 20 61"] {
            assert_eq!(Phone::read(typed).unwrap().to_string(), "06\u{a0}39\u{a0}98\u{a0}20\u{a0}61", "{typed}");
        }
        assert_eq!(Phone::read("+32 470 12 34 56").unwrap().to_string(), "+32470123456");
    }

    #[test]
    fn a_wrong_number_says_what_is_wrong() {
        assert_eq!(Phone::read("06 39 98 4"), Err(PhoneUnread::Missing(3)));
        assert_eq!(Phone::read("06 39 98 20 61 2"), Err(PhoneUnread::TooMany(1)));
        assert_eq!(Phone::read("639982061"), Err(PhoneUnread::BadStart));
        assert_eq!(Phone::read("pas de téléphone"), Err(PhoneUnread::NotAPhone));
        assert_eq!(Phone::read(""), Err(PhoneUnread::NotAPhone));
    }

    #[test]
    fn addresses_that_reach_no_one_are_refused() {
        assert!(Email::read("s.delmas@exemple.fr").is_ok());
        for typed in ["", "delmas", "@exemple.fr", "s@exemple", "s@@exemple.fr", "s@.fr", "a b@c.fr", "<s@c.fr>"] {
            assert_eq!(Email::read(typed), Err(EmailUnread), "{typed}");
        }
        assert_eq!(PostalCode::read("99 120").unwrap().as_str(), "99120");
        assert_eq!(PostalCode::read("9912"), Err(PostalCodeUnread));
    }

    proptest! {
        #[test]
        fn a_written_number_is_read_back(figures in "0[1-9][0-9]{8}") {
            let phone = Phone::read(&figures).unwrap();
            prop_assert_eq!(Phone::read(&phone.to_string()).unwrap(), phone);
        }

        #[test]
        fn no_text_makes_reading_panic(typed in "\\PC*") {
            let _ = (Phone::read(&typed), Email::read(&typed), PostalCode::read(&typed));
        }
    }
}
