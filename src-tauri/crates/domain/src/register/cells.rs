//! What a line of a register says, cell by cell; a cell that is not read is told with its column.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::typed::{named_year, says_more};
use super::vocabulary::{bare, entry, meant};
use super::{
    CellUnread, DayContext, RegisterColumn, RegisterName, RegisterOutcome, RegisterWords, ToldDay, read_names,
    typed_amount, typed_birth, typed_day,
};
use crate::calendar::DateUnread;
use crate::contact::Phone;
use crate::dossier::FactDate;
use crate::line::Line;
use crate::loan::Rate;
use crate::money::Euros;
use crate::settings::{ListKey, Lists};
use crate::words::folded;

/// What one line says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Whom it names; two people are to be settled.
    pub people: Vec<RegisterName>,
    /// Day of birth.
    pub born_on: Option<NaiveDate>,
    /// Telephone.
    pub phone: Option<Phone>,
    /// Town.
    pub commune: Line,
    /// Day of the first contact.
    pub requested_on: Option<FactDate>,
    /// By where the person came.
    pub origin: Option<ListKey>,
    /// What the loan is for, as it is written.
    pub project: Line,
    /// The purpose those words mean.
    pub purpose: Option<ListKey>,
    /// The product.
    pub product: Option<ListKey>,
    /// The amount asked for.
    pub asked: Option<Euros>,
    /// The assessment.
    pub assessed: Option<ToldDay>,
    /// What became of the request.
    pub outcome: Option<RegisterOutcome>,
    /// Why it was refused.
    pub refusal: Option<ListKey>,
    /// The same, as it is written.
    pub refusal_words: Line,
    /// Where the person was sent instead.
    pub redirected_to: Option<ListKey>,
    /// The same, as it is written.
    pub redirected_words: Line,
    /// The lender, as it is written.
    pub lender: Line,
    /// The sending.
    pub sent: Option<ToldDay>,
    /// The answer.
    pub decided: Option<ToldDay>,
    /// The amount granted.
    pub granted: Option<Euros>,
    /// The months.
    pub months: Option<u32>,
    /// The yearly rate.
    pub rate: Option<Rate>,
    /// The instalment.
    pub instalment: Option<Euros>,
    /// The release of the funds.
    pub disbursed: Option<ToldDay>,
    /// The end of the loan.
    pub repaid: Option<ToldDay>,
    /// What was left unpaid.
    pub loss: Option<Euros>,
    /// The interest given back.
    pub refund: Option<Euros>,
    /// When it was given back.
    pub refunded: Option<ToldDay>,
    /// Its number in the register.
    pub number: Line,
    /// The amounts that were written as about so much, in the order of columns.
    pub about: Vec<RegisterColumn>,
    /// The month or the year of the title above it, else of its sheet.
    pub titled: Option<FactDate>,
    /// The columns whose cell was not read.
    pub unread: Vec<RegisterColumn>,
    /// The columns whose words say more than what was read of them.
    pub worded: Vec<RegisterColumn>,
}

/// What the adviser says once for every line of a file that does not say it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stated {
    /// The lender.
    pub lender: Option<ListKey>,
    /// The months.
    pub months: Option<u32>,
    /// The yearly rate.
    pub rate: Option<Rate>,
    /// The origin.
    pub origin: Option<ListKey>,
    /// The year of what has none.
    pub year: Option<FactDate>,
}

/// A cell that was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellFault {
    /// Its column.
    pub column: RegisterColumn,
    /// Why.
    pub why: CellUnread,
}

/// Reads a line: each cell with the column it stands in; `products` are the office's, by key and name. A cell that is
/// not read leaves its line as it is: its words are kept.
#[must_use]
pub fn read_line(
    cells: &[(RegisterColumn, &str)],
    (words, lists): (&RegisterWords, &Lists),
    products: &[(ListKey, String)],
    by: DayContext,
) -> (Said, Vec<CellFault>) {
    let mut reading = Reading { words, lists, products, by, said: Said::default(), faults: Vec::new() };
    let (mut last, mut first) = ("", "");
    for (column, text) in cells.iter().map(|(column, text)| (*column, text.trim())) {
        if column.names_the_person() {
            last = text;
        } else if column == RegisterColumn::FirstName {
            first = text;
        } else if !text.is_empty()
            && let Err(why) = reading.take(column, text)
        {
            reading.said.unread.push(column);
            reading.faults.push(CellFault { column, why });
        }
    }
    reading.said.people = read_names(last, first, words);
    let named = cells.iter().map(|(column, _)| *column).find(|column| column.names_the_person());
    if reading.said.people.is_empty() {
        let column = named.unwrap_or(RegisterColumn::LastName);
        reading.faults.push(CellFault { column, why: CellUnread::NoName });
    }
    let long = |name: &RegisterName| Line::read(&name.last).is_err() || Line::read(&name.first).is_err();
    if reading.said.people.iter().any(long) {
        let column = named.unwrap_or(RegisterColumn::LastName);
        reading.faults.push(CellFault { column, why: CellUnread::TooLong });
    }
    (reading.said, reading.faults)
}

struct Reading<'r> {
    words: &'r RegisterWords,
    lists: &'r Lists,
    products: &'r [(ListKey, String)],
    by: DayContext,
    said: Said,
    faults: Vec<CellFault>,
}

impl Reading<'_> {
    fn take(&mut self, column: RegisterColumn, text: &str) -> Result<(), CellUnread> {
        match column {
            RegisterColumn::FullName | RegisterColumn::LastName | RegisterColumn::FirstName => {}
            RegisterColumn::BornOn => self.said.born_on = typed_birth(text, self.by.today, self.words)?,
            RegisterColumn::Phone => {
                let phone = Phone::read(text).map_err(|_| CellUnread::NotAPhone);
                self.said.phone = if self.words.says_no(text) { None } else { Some(phone?) };
            }
            RegisterColumn::Commune => self.said.commune = line(text)?,
            RegisterColumn::RequestedOn => self.said.requested_on = self.needed_day(column, text)?,
            RegisterColumn::Origin => {
                self.said.origin = entry(text, &self.lists.origins, &self.words.origins);
            }
            RegisterColumn::Purpose => {
                self.said.project = line(text)?;
                self.said.purpose = entry(text, &self.lists.purposes, &self.words.purposes);
            }
            RegisterColumn::Product => self.said.product = Some(self.product(text)?),
            RegisterColumn::AmountAsked => self.said.asked = self.amount(column, text)?,
            RegisterColumn::Assessed => self.said.assessed = self.day(column, text)?,
            RegisterColumn::Outcome => {
                let outcome = meant(text, &self.words.outcomes).copied();
                self.said.outcome = Some(outcome.ok_or(CellUnread::UnknownOutcome)?);
            }
            RegisterColumn::RefusalReason => {
                let known = entry(text, &self.lists.refusal_reasons, &self.words.refusals);
                self.said.refusal_words = line(text)?;
                self.said.refusal = Some(known.unwrap_or_else(|| self.words.other_refusal.clone()));
            }
            RegisterColumn::RedirectedTo => self.redirected(text)?,
            RegisterColumn::Lender => self.said.lender = line(text)?,
            RegisterColumn::SentOn => self.said.sent = self.day(column, text)?,
            RegisterColumn::DecidedOn => self.said.decided = self.day(column, text)?,
            RegisterColumn::AmountGranted => self.granted(text)?,
            RegisterColumn::Months => self.said.months = Some(months(text)?),
            RegisterColumn::AnnualRate => self.said.rate = Some(rate(text)?),
            RegisterColumn::Instalment => self.said.instalment = self.amount(column, text)?,
            RegisterColumn::DisbursedOn => self.said.disbursed = self.day(column, text)?,
            RegisterColumn::RepaidOn => self.said.repaid = self.day(column, text)?,
            RegisterColumn::Loss => self.said.loss = self.amount(column, text)?,
            RegisterColumn::RefundAmount => self.said.refund = self.amount(column, text)?,
            RegisterColumn::RefundedOn => self.said.refunded = self.day(column, text)?,
            RegisterColumn::RegisterNumber => self.said.number = line(text)?,
            RegisterColumn::Remark => self.said.worded.push(column),
        }
        Ok(())
    }

    fn amount(&mut self, column: RegisterColumn, text: &str) -> Result<Option<Euros>, CellUnread> {
        // What stands in brackets after an amount is a word on it.
        let bare = text.split_once('(').map(|(amount, _)| amount.trim()).filter(|amount| !amount.is_empty());
        let Some((amount, exact)) = typed_amount(bare.unwrap_or(text), self.words)? else { return Ok(None) };
        if bare.is_some() {
            self.said.worded.push(column);
        }
        if !exact {
            self.said.about.push(column);
        }
        Ok(Some(amount))
    }

    /// A mark in the column of the amount granted says that it was: the amount is then the one asked for.
    fn granted(&mut self, text: &str) -> Result<(), CellUnread> {
        if self.words.says_yes(text) {
            self.said.outcome = self.said.outcome.or(Some(RegisterOutcome::Granted));
            return Ok(());
        }
        self.said.granted = self.amount(RegisterColumn::AmountGranted, text)?;
        Ok(())
    }

    fn redirected(&mut self, text: &str) -> Result<(), CellUnread> {
        if self.words.says_no(text) {
            return Ok(());
        }
        let known = entry(text, &self.lists.redirections, &self.words.redirections);
        self.said.redirected_words = line(text)?;
        self.said.redirected_to = Some(known.unwrap_or_else(|| self.words.other_solution.clone()));
        Ok(())
    }

    fn day(&mut self, column: RegisterColumn, text: &str) -> Result<Option<ToldDay>, CellUnread> {
        let told = match typed_day(text, self.by, self.words) {
            // « 31/04/2018 » is no day, and of 2018.
            Err(unread @ CellUnread::NotADay(DateUnread::NoSuchDay { .. } | DateUnread::NoSuchMonth { .. })) => {
                let year = named_year(text, self.by.today).ok_or(unread)?;
                self.said.worded.push(column);
                return Ok(FactDate::read(&year.to_string(), self.by.today).ok().map(ToldDay::On));
            }
            told => told?,
        };
        if matches!(told, Some(ToldDay::On(_))) && says_more(text) {
            self.said.worded.push(column);
        }
        Ok(told)
    }

    fn needed_day(&mut self, column: RegisterColumn, text: &str) -> Result<Option<FactDate>, CellUnread> {
        match self.day(column, text)? {
            Some(ToldDay::Unsaid) => Err(CellUnread::MarkAlone),
            told => Ok(told.and_then(ToldDay::day)),
        }
    }

    fn product(&self, text: &str) -> Result<ListKey, CellUnread> {
        let plain = bare(text);
        let mut named = self.products.iter().filter(|(_, name)| {
            let name = bare(name);
            name == plain || name.contains(&plain) || plain.contains(&name)
        });
        let found = named.next().map(|(key, _)| key.clone()).ok_or(CellUnread::UnknownProduct)?;
        let exact = self.products.iter().find(|(_, name)| bare(name) == plain);
        Ok(exact.map_or(found, |(key, _)| key.clone()))
    }
}

fn line(text: &str) -> Result<Line, CellUnread> {
    Line::read(text).map_err(|_| CellUnread::TooLong)
}

/// `36`, `36 mois`, `3 ans`.
fn months(text: &str) -> Result<u32, CellUnread> {
    const MOST: u32 = 240;
    let plain = folded(text);
    let figures: String = plain.chars().take_while(char::is_ascii_digit).collect();
    let rest = plain.get(figures.len()..).unwrap_or_default().trim().trim_end_matches('.');
    let count: u32 = figures.parse().map_err(|_| CellUnread::NotMonths)?;
    let count = match rest {
        "" | "m" | "mois" | "mens" | "mensualites" | "," | ",0" | ".0" => count,
        "an" | "ans" | "annees" => count.saturating_mul(12),
        _ => return Err(CellUnread::NotMonths),
    };
    Some(count).filter(|count| (1..=MOST).contains(count)).ok_or(CellUnread::NotMonths)
}

/// `4`, `4,5 % fixe`, and `0,045`, which is what a spreadsheet holds where it shows 4,5 %: no lender lends below 0,3 %.
fn rate(text: &str) -> Result<Rate, CellUnread> {
    const LOWEST: Decimal = Decimal::from_parts(3, 0, 0, false, 1);
    let text = text.trim().trim_end_matches("fixe");
    let read = Rate::read(text).map_err(|_| CellUnread::NotARate)?;
    let fraction = read.percent() < LOWEST && !read.percent().is_zero() && !text.contains('%');
    if !fraction {
        return Ok(read);
    }
    Rate::of(read.percent() * Decimal::ONE_HUNDRED).map_err(|_| CellUnread::NotARate)
}

#[cfg(test)]
mod tests;
