//! OFX, 1 and 2 by one tolerant reader: tags may have no end, decimals a comma; nothing is ever expanded.

use crate::cents::signed_amount;
use crate::days::compact;
use crate::exports::MOST_OPERATIONS;
use crate::folded::{cleaned, folded, starts_with};
use crate::reading::Refusal;
use crate::statement::{AccountKind, AccountName, Balance, Draft, Operation, Period};

/// A tag with the text behind it; a closing tag begins with a slash.
struct Element<'a> {
    tag: &'a str,
    text: &'a str,
}

/// What is being read of an account.
#[derive(Default)]
struct Reading {
    draft: Draft,
    bank: String,
    from: Option<chrono::NaiveDate>,
    to: Option<chrono::NaiveDate>,
    within: Within,
    entry: Entry,
    ledger: Entry,
}

/// Which of the blocks a tag stands in.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Within {
    #[default]
    Account,
    Entry,
    Ledger,
    Other,
}

/// The fields of an operation or of a balance.
#[derive(Default)]
struct Entry {
    date: Option<chrono::NaiveDate>,
    amount: Option<crate::cents::Cents>,
    name: String,
    memo: String,
}

/// The statements of an OFX file.
pub(super) fn read(text: &str) -> Result<Vec<Draft>, Refusal> {
    if text.contains("<!DOCTYPE") || text.contains("<!ENTITY") {
        return Err(Refusal::Unsupported);
    }
    if !text.trim_end().to_uppercase().ends_with("</OFX>") {
        return Err(Refusal::Damaged);
    }
    let mut drafts = Vec::new();
    let mut reading: Option<Reading> = None;
    for element in elements(text) {
        let tag = element.tag.to_ascii_uppercase();
        match tag.as_str() {
            "STMTRS" => reading = Some(Reading::default()),
            "/STMTRS" => drafts.extend(reading.take().map(Reading::draft)),
            _ => {
                if let Some(reading) = &mut reading {
                    reading.element(&tag, element.text)?;
                }
            }
        }
    }
    Ok(drafts)
}

impl Reading {
    fn element(&mut self, tag: &str, text: &str) -> Result<(), Refusal> {
        match (tag, self.within) {
            ("CURDEF", _) if text != "EUR" => return Err(Refusal::Unsupported),
            ("BANKID", Within::Account) => self.bank = text.to_owned(),
            ("ACCTID", Within::Account) => {
                let iban = crate::pdf::accounts::is_iban(text).then(|| text.to_owned());
                self.draft.account.number = iban.is_none().then(|| text.to_owned());
                self.draft.account.iban = iban;
            }
            ("ACCTTYPE", Within::Account) if text == "SAVINGS" => self.draft.account.kind = AccountKind::Savings,
            ("DTSTART", _) => self.from = compact(text),
            ("DTEND", _) => self.to = compact(text),
            ("STMTTRN", _) => {
                self.entry = Entry::default();
                self.within = Within::Entry;
            }
            ("LEDGERBAL", _) => self.within = Within::Ledger,
            ("AVAILBAL" | "BANKACCTTO", _) => self.within = Within::Other,
            ("/LEDGERBAL" | "/AVAILBAL", _) => self.within = Within::Account,
            ("/BANKACCTTO", _) => self.within = Within::Entry,
            ("/STMTTRN", _) => {
                self.within = Within::Account;
                self.entered()?;
            }
            ("DTPOSTED", Within::Entry) => self.entry.date = compact(text),
            ("TRNAMT", Within::Entry) => self.entry.amount = signed_amount(text),
            ("NAME", Within::Entry) => self.entry.name = plain(text),
            ("MEMO", Within::Entry) => self.entry.memo = plain(text),
            ("BALAMT", Within::Ledger) => self.ledger.amount = signed_amount(text),
            ("DTASOF", Within::Ledger) => self.ledger.date = compact(text),
            _ => {}
        }
        Ok(())
    }

    fn entered(&mut self) -> Result<(), Refusal> {
        let entry = std::mem::take(&mut self.entry);
        let (Some(date), Some(amount)) = (entry.date, entry.amount) else { return Err(Refusal::Damaged) };
        if self.draft.operations.len() >= MOST_OPERATIONS {
            return Err(Refusal::TooLarge);
        }
        let whole = starts_with(&folded(&entry.memo), &folded(&entry.name));
        let label = if whole { entry.memo } else { cleaned(&format!("{} {}", entry.name, entry.memo)) };
        self.draft.operations.push(Operation { date, amount, label });
        Ok(())
    }

    fn draft(mut self) -> Draft {
        let own = Period::of_operations(&self.draft.operations);
        let (from, to) = (self.from.or(own.map(|own| own.from)), self.to.or(own.map(|own| own.to)));
        self.draft.told = from.zip(to).filter(|(from, to)| from <= to).map(|(from, to)| Period { from, to });
        self.draft.closing = self.ledger.amount.map(|amount| Balance { amount, date: self.ledger.date });
        super::oldest_first(&mut self.draft.operations);
        self.draft.account = AccountName { joint: false, ..self.draft.account };
        self.draft
    }
}

fn elements(text: &str) -> impl Iterator<Item = Element<'_>> {
    text.split('<').skip(1).filter_map(|piece| {
        let (tag, text) = piece.split_once('>')?;
        let tag = tag.trim_end_matches('/').trim();
        Some(Element { tag: if tag.is_empty() { return None } else { tag }, text: text.trim() })
    })
}

/// The text of a field with the five entities every XML has.
fn plain(text: &str) -> String {
    let mut plain = text.to_owned();
    for (name, sign) in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&nbsp;", " "), ("&amp;", "&")]
    {
        plain = plain.replace(name, sign);
    }
    cleaned(&plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "OFXHEADER:100\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR\n<BANKACCTFROM><BANKID>99999<ACCTID>00098765432<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>";

    #[test]
    fn tags_without_end_and_comma_decimals_are_read() {
        let text = format!(
            "{HEAD}<STMTTRN><DTPOSTED>20260831120000<TRNAMT>-30,5<NAME>VIR A &amp; B<MEMO>LOYER</STMTTRN></BANKTRANLIST><LEDGERBAL><BALAMT>-163.03<DTASOF>20260831</LEDGERBAL><AVAILBAL><BALAMT>36.97<DTASOF>20260831</AVAILBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"
        );
        let drafts = read(&text).unwrap();
        let operation = &drafts[0].operations[0];
        assert_eq!((operation.amount.0, operation.label.as_str()), (-3050, "VIR A & B LOYER"));
        assert_eq!(drafts[0].closing.map(|balance| balance.amount.0), Some(-16_303), "what is available is no balance");
    }

    #[test]
    fn a_file_that_declares_entities_or_stops_early_is_refused() {
        assert_eq!(read(&format!("<!DOCTYPE a [<!ENTITY b \"c\">]>{HEAD}</OFX>")).err(), Some(Refusal::Unsupported));
        assert_eq!(read(&format!("{HEAD}<STMTTRN><DTPOSTED>2026")).err(), Some(Refusal::Damaged));
    }
}
