//! The accounts a file names: IBAN, RIB, « n° »; only a recognised shape counts, never the name of a bank.

use super::lines::Line;
use crate::folded::folded;
use crate::headings::Headings;
use crate::statement::{AccountKind, AccountName};

/// How many letters and figures the number of an account has at least and at most.
const NUMBER_LENGTH: std::ops::RangeInclusive<usize> = 7..=16;
/// How many figures of a number are found inside the IBAN of the same account.
const RIB_LENGTH: usize = 23;

/// The accounts of a file, and on which lines each is named.
#[derive(Clone, Debug, Default)]
pub(crate) struct Directory {
    pub(crate) accounts: Vec<AccountName>,
    /// For each line that names an account, which.
    mentions: Vec<Mention>,
}

/// A line that names an account.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mention {
    pub(crate) line: usize,
    pub(crate) account: usize,
}

impl Directory {
    /// Reads every line.
    pub(crate) fn of(lines: &[Line], words: &Headings) -> Self {
        let mut directory = Self::default();
        let joint = lines.iter().any(|line| words.is_joint(&line.plain()));
        for (place, line) in lines.iter().enumerate() {
            let (iban, number) = (iban(line), number(line, words));
            if iban.is_none() && number.is_none() {
                continue;
            }
            let kind = if words.is_savings(&line.plain()) { AccountKind::Savings } else { AccountKind::Current };
            let account = directory.account(place, iban, number);
            if let Some(known) = directory.accounts.get_mut(account) {
                if kind == AccountKind::Savings {
                    known.kind = kind;
                }
                known.joint = joint && known.kind == AccountKind::Current;
            }
            directory.mentions.push(Mention { line: place, account });
        }
        directory
    }

    /// The account a line names.
    pub(crate) fn at(&self, line: usize) -> Option<usize> {
        self.mentions.iter().find(|mention| mention.line == line).map(|mention| mention.account)
    }

    fn account(&mut self, place: usize, iban: Option<String>, number: Option<String>) -> usize {
        let named = AccountName { iban, number, ..AccountName::default() };
        let known = self.accounts.iter().position(|known| is_same(known, &named));
        let known = known.or_else(|| self.just_numbered(place, &named));
        match known.and_then(|at| self.accounts.get_mut(at).map(|account| (at, account))) {
            Some((at, account)) => {
                account.iban = account.iban.take().or(named.iban);
                account.number = account.number.take().or(named.number);
                at
            }
            None => {
                self.accounts.push(named);
                self.accounts.len().saturating_sub(1)
            }
        }
    }

    /// An IBAN under a number without one is that account's.
    fn just_numbered(&self, place: usize, named: &AccountName) -> Option<usize> {
        let last = self.mentions.last().filter(|mention| mention.line.saturating_add(3) >= place)?;
        let account = self.accounts.get(last.account)?;
        (named.number.is_none() && account.iban.is_none()).then_some(last.account)
    }
}

/// Whether two names are of one account: the same IBAN, or a number that stands inside an IBAN.
pub(crate) fn is_same(one: &AccountName, other: &AccountName) -> bool {
    if let (Some(one), Some(other)) = (&one.iban, &other.iban) {
        return one == other;
    }
    let numbers = [one.number.as_deref().map(bare), other.number.as_deref().map(bare)];
    let inside = |iban: &Option<String>, number: &Option<String>| match (iban, number) {
        (Some(iban), Some(number)) => number.len() >= 7 && iban.contains(number.as_str()),
        (None, _) | (_, None) => false,
    };
    let [own, others] = &numbers;
    let same = match (own, others) {
        (Some(own), Some(others)) => own.trim_start_matches('0') == others.trim_start_matches('0'),
        (None, _) | (_, None) => false,
    };
    same || inside(&one.iban, others) || inside(&other.iban, own)
}

/// Letters and figures alone.
pub(crate) fn bare(number: &str) -> String {
    number.chars().filter(char::is_ascii_alphanumeric).map(|sign| sign.to_ascii_uppercase()).collect()
}

/// The IBAN of a line, without spaces, when its control figures agree.
fn iban(line: &Line) -> Option<String> {
    let text = bare(&line.text());
    let starts = text.match_indices("FR").map(|(at, _)| at);
    starts.filter_map(|at| text.get(at..at.checked_add(27)?)).find(|text| is_iban(text)).map(str::to_owned)
}

/// Whether the control figures of an IBAN agree: the number it makes is 1 modulo 97.
pub(crate) fn is_iban(text: &str) -> bool {
    let turned = text.chars().skip(4).chain(text.chars().take(4));
    let rest = turned.into_iter().try_fold(0_u32, |rest, sign| {
        let digits = sign.to_digit(36)?;
        let shift = if digits > 9 { 100_u32 } else { 10 };
        rest.checked_mul(shift)?.checked_add(digits)?.checked_rem(97)
    });
    text.get(2..4).is_some_and(|control| control.bytes().all(|byte| byte.is_ascii_digit())) && rest == Some(1)
}

/// The number a line gives to an account: after « n° », or the twenty-three signs of a RIB.
fn number(line: &Line, words: &Headings) -> Option<String> {
    let texts: Vec<&str> = line.words.iter().map(|word| word.text.as_str()).collect();
    let plain = line.plain();
    for (place, text) in texts.iter().enumerate() {
        let after = texts.get(place.saturating_add(1)..).unwrap_or_default();
        let before = folded(&texts.get(..place).unwrap_or_default().join(" "));
        let upper = text.to_uppercase();
        let sign = upper.trim_end_matches(':');
        let glued =
            ["N°", "NO", "Nº"].into_iter().find_map(|sign| upper.strip_prefix(sign)).filter(|rest| !rest.is_empty());
        let is_sign = ["N°", "Nº", "N", "NUMERO", "NUMÉRO", "COMPTE"].contains(&sign);
        if is_sign || glued.is_some_and(|rest| rest.starts_with(|sign: char| sign.is_ascii_digit())) {
            let rest = glued.into_iter().chain(after.iter().copied());
            let own = words.is_account(&plain) && !words.is_other_number(&last_words(&before));
            if let Some(number) = spelled(rest).filter(|_| own) {
                return Some(number);
            }
        }
        if sign == "RIB" {
            let all: String = bare(&after.join(""));
            let rib = all.get(..RIB_LENGTH).filter(|rib| rib.bytes().filter(u8::is_ascii_digit).count() >= 20);
            if let Some(rib) = rib {
                return Some(rib.to_owned());
            }
        }
    }
    None
}

/// The last three words before a number, which say whose it is.
fn last_words(before: &str) -> String {
    let words: Vec<&str> = before.split(' ').collect();
    words.get(words.len().saturating_sub(2)..).unwrap_or_default().join(" ")
}

/// Words that spell one number: figures, with a letter among them at most.
fn spelled<'a>(words: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut taken: Vec<&str> = Vec::new();
    for word in words.skip_while(|word| [":", "DE", "COMPTE", "N°"].contains(&word.to_uppercase().as_str())) {
        let figures = word.bytes().filter(u8::is_ascii_digit).count();
        let plain = word.bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase() || byte == b'-');
        if !plain || figures == 0 || word.len() > figures.saturating_add(2) {
            break;
        }
        taken.push(word);
        if bare(&taken.concat()).len() >= *NUMBER_LENGTH.end() {
            break;
        }
    }
    let number = taken.join(" ");
    NUMBER_LENGTH.contains(&bare(&number).len()).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_iban_with_a_wrong_figure_is_none() {
        assert!(is_iban("FR7699999002020005012345612"));
        assert!(!is_iban("FR7699999002020005012345613"));
        assert!(!is_iban("FRÉ"));
    }

    #[test]
    fn a_number_inside_an_iban_is_the_same_account() {
        let by_iban = AccountName { iban: Some("FR7699999003030009876543248".to_owned()), ..AccountName::default() };
        let numbered = |number: &str| AccountName { number: Some(number.to_owned()), ..AccountName::default() };
        assert!(is_same(&by_iban, &numbered("00098765432")));
        assert!(!is_same(&by_iban, &numbered("00098765433")));
        assert!(is_same(&numbered("12 345 67X 033"), &numbered("1234567X033")));
    }
}
