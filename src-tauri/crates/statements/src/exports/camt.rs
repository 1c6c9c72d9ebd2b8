//! CAMT.053, the only export that is proven alone: its balances and entries, never an entity of its own.

use chrono::NaiveDate;
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::Event;

use crate::cents::{Cents, signed_amount};
use crate::days::after;
use crate::exports::MOST_OPERATIONS;
use crate::folded::cleaned;
use crate::reading::Refusal;
use crate::statement::{Balance, Draft, Operation, Period};

/// How deep tags may stand in one another.
const DEEPEST: usize = 64;

/// A balance or an entry being read.
#[derive(Default)]
struct Item {
    code: String,
    amount: Option<Cents>,
    debit: bool,
    date: Option<NaiveDate>,
    pending: bool,
    texts: Vec<String>,
    more: String,
}

impl Item {
    fn signed(&self) -> Option<Cents> {
        self.amount.map(|amount| if self.debit { amount.opposite() } else { amount })
    }
}

#[derive(Default)]
struct Document {
    path: Vec<String>,
    text: String,
    draft: Draft,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    item: Item,
    drafts: Vec<Draft>,
}

/// The statements of a CAMT.053 file.
pub(super) fn read(text: &str) -> Result<Vec<Draft>, Refusal> {
    let mut reader = Reader::from_str(text);
    let mut document = Document::default();
    loop {
        match reader.read_event().map_err(|_| Refusal::Damaged)? {
            Event::Eof => break,
            Event::Start(tag) => {
                let name = tag.local_name().as_ref().to_owned();
                let currency = tag.try_get_attribute("Ccy").map_err(|_| Refusal::Damaged)?;
                if currency.is_some_and(|currency| currency.value.as_ref() != "EUR") {
                    return Err(Refusal::Unsupported);
                }
                document.opened(name)?;
            }
            Event::End(_) => document.closed()?,
            Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Text(text) => document.text.push_str(&text),
            Event::CData(text) => document.text.push_str(&text),
            Event::GeneralRef(entity) => {
                let sign = entity.resolve_char_ref().map_err(|_| Refusal::Damaged)?;
                match (sign, resolve_predefined_entity(&entity)) {
                    (Some(sign), _) => document.text.push(sign),
                    (None, Some(known)) => document.text.push_str(known),
                    (None, None) => return Err(Refusal::Unsupported),
                }
            }
            Event::DocType(_) => return Err(Refusal::Unsupported),
        }
    }
    if document.path.is_empty() { Ok(document.drafts) } else { Err(Refusal::Damaged) }
}

impl Document {
    fn opened(&mut self, name: String) -> Result<(), Refusal> {
        match name.as_str() {
            "Stmt" => {
                self.draft = Draft::default();
                self.from = None;
                self.to = None;
            }
            "Bal" | "Ntry" => self.item = Item::default(),
            _ => {}
        }
        self.text.clear();
        self.path.push(name);
        if self.path.len() > DEEPEST { Err(Refusal::Damaged) } else { Ok(()) }
    }

    fn closed(&mut self) -> Result<(), Refusal> {
        let text = std::mem::take(&mut self.text);
        let text = text.trim();
        let path = self.path.iter().map(String::as_str).collect::<Vec<_>>();
        let day = || text.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
        match path.as_slice() {
            [.., "Stmt"] => self.stated(),
            [.., "Acct", "Id", "IBAN"] => self.draft.account.iban = Some(text.replace(' ', "")),
            [.., "Acct", "Id", "Othr", "Id"] => self.draft.account.number = Some(text.to_owned()),
            [.., "FrToDt", "FrDtTm"] => self.from = day(),
            [.., "FrToDt", "ToDtTm"] => self.to = day(),
            [.., "Bal", "Tp", "CdOrPrtry", "Cd"] => self.item.code = text.to_owned(),
            [.., "Bal" | "Ntry", "Amt"] => self.item.amount = signed_amount(text),
            [.., "Bal" | "Ntry", "CdtDbtInd"] => self.item.debit = text == "DBIT",
            [.., "Bal", "Dt", "Dt" | "DtTm"] | [.., "Ntry", "BookgDt", "Dt" | "DtTm"] => self.item.date = day(),
            [.., "Ntry", "Sts"] | [.., "Ntry", "Sts", "Cd"] if !text.is_empty() => self.item.pending = text != "BOOK",
            [.., "RmtInf", "Ustrd"] => self.item.texts.push(cleaned(text)),
            [.., "Ntry", "AddtlNtryInf"] => self.item.more = cleaned(text),
            [.., "Bal"] => self.balance(),
            [.., "Ntry"] => self.entry()?,
            _ => {}
        }
        self.path.pop();
        Ok(())
    }

    fn balance(&mut self) {
        let balance = self.item.signed().map(|amount| Balance { amount, date: self.item.date });
        match self.item.code.as_str() {
            "OPBD" => self.draft.opening = balance,
            "PRCD" => self.draft.opening = self.draft.opening.or(balance),
            "CLBD" => self.draft.closing = balance,
            _ => {}
        }
    }

    fn entry(&mut self) -> Result<(), Refusal> {
        let item = std::mem::take(&mut self.item);
        if item.pending {
            return Ok(());
        }
        let (Some(amount), Some(date)) = (item.signed(), item.date) else { return Err(Refusal::Damaged) };
        if self.draft.operations.len() >= MOST_OPERATIONS {
            return Err(Refusal::TooLarge);
        }
        let label = if item.texts.is_empty() { item.more } else { item.texts.join(" ") };
        self.draft.operations.push(Operation { date, amount, label });
        Ok(())
    }

    fn stated(&mut self) {
        let mut draft = std::mem::take(&mut self.draft);
        let own = Period::of_operations(&draft.operations);
        let first = own.map(|own| own.from);
        // The balance before is dated of its own day or of the first day it opens.
        let opened = draft.opening.and_then(|balance| balance.date).map(|day| match first {
            Some(first) if day >= first => first,
            Some(_) | None => after(day),
        });
        let from = self.from.or(opened).or(first);
        let to = self.to.or(draft.closing.and_then(|balance| balance.date)).or(own.map(|own| own.to));
        draft.told = from.zip(to).filter(|(from, to)| from <= to).map(|(from, to)| Period { from, to });
        super::oldest_first(&mut draft.operations);
        self.drafts.push(draft);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entity_of_its_own_is_never_expanded() {
        let text = "<!DOCTYPE d [<!ENTITY a \"aaaa\">]><Document><BkToCstmrStmt/></Document>";
        assert_eq!(read(text).err(), Some(Refusal::Unsupported));
        assert_eq!(read("<Document><Stmt>&a;</Stmt></Document>").err(), Some(Refusal::Unsupported));
    }

    #[test]
    fn another_currency_and_a_cut_file_are_refused() {
        assert_eq!(
            read("<D><Stmt><Bal><Amt Ccy=\"USD\">1.00</Amt></Bal></Stmt></D>").err(),
            Some(Refusal::Unsupported)
        );
        assert_eq!(read("<D><Stmt><Bal>").err(), Some(Refusal::Damaged));
    }
}
