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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

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
