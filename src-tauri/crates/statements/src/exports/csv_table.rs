//! CSV of any bank: the heading is known by its words, what stands above it may name the account and its balance.

use chrono::NaiveDate;
use csv::ReaderBuilder;

use crate::cents::{Cents, signed_amount};
use crate::days::{figured, full_days};
use crate::exports::MOST_OPERATIONS;
use crate::folded::{cleaned, folded, holds};
use crate::headings::Headings;
use crate::reading::Refusal;
use crate::statement::{AccountKind, AccountName, Balance, Check, Draft, Figure, Operation};

/// What may stand between two cells, the likeliest first.
const SEPARATORS: [u8; 4] = [b';', b'\t', b',', b'|'];
/// How far the heading is looked for.
const LOOKED_AT: usize = 60;

/// Where the fields of an operation stand.
#[derive(Clone, Debug, Default)]
struct Layout {
    date: usize,
    labels: Vec<usize>,
    amount: Option<usize>,
    debit: Option<usize>,
    credit: Option<usize>,
    balance: Option<usize>,
    account: Option<usize>,
    currency: Option<usize>,
}

/// An operation with the balance beside it.
struct Entry {
    operation: Operation,
    beside: Option<Cents>,
}

type Records = Vec<Vec<String>>;

/// The statement of a CSV file.
pub(super) fn read(text: &str, words: &Headings) -> Result<Vec<Draft>, Refusal> {
    for separator in SEPARATORS {
        let records = records(text, separator)?;
        let heading = records.iter().take(LOOKED_AT).position(|record| layout(record).is_some());
        if let Some(at) = heading {
            let (above, below) = records.split_at_checked(at).unwrap_or_default();
            let found = below.split_first().and_then(|(head, rest)| Some((layout(head)?, rest)));
            if let Some((layout, rest)) = found {
                return statement(above, &layout, rest, words).map(|draft| vec![draft]);
            }
        }
    }
    for separator in SEPARATORS {
        let records = records(text, separator)?;
        let first = records.iter().position(|record| bare_layout(record).is_some());
        if let Some(at) = first {
            let (above, rest) = records.split_at_checked(at).unwrap_or_default();
            if let Some(layout) = rest.first().and_then(|record| bare_layout(record)) {
                return statement(above, &layout, rest, words).map(|draft| vec![draft]);
            }
        }
    }
    Err(Refusal::NotAStatement)
}

fn records(text: &str, separator: u8) -> Result<Records, Refusal> {
    let mut reader =
        ReaderBuilder::new().delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut records = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| Refusal::Damaged)?;
        records.push(record.iter().map(cleaned).collect());
        if records.len() > MOST_OPERATIONS {
            return Err(Refusal::TooLarge);
        }
    }
    Ok(records)
}

/// The fields a heading names; nothing when the line is no heading.
fn layout(record: &[String]) -> Option<Layout> {
    let mut layout = Layout::default();
    let (mut date, mut booked) = (None, None);
    for (place, cell) in record.iter().enumerate() {
        let name = folded(cell);
        let has = |words: &[&str]| words.iter().any(|word| holds(&name, word));
        if has(&["FRANCS", "CATEGORY*", "CATEGORIE*"]) || signed_amount(cell).is_some() {
            continue;
        }
        if has(&["DATE*"]) {
            let value = has(&["VALEUR", "DATEVAL"]);
            booked = booked.or(has(&["COMPTA*"]).then_some(place));
            date = date.or((!value).then_some(place));
        } else if has(&["SOLDE", "ACCOUNTBALANCE", "BALANCE"]) {
            layout.balance = layout.balance.or(Some(place));
        } else if has(&["DEBIT", "DEBITS", "SORTANT", "SORTIE", "DEPENSE"]) {
            layout.debit = layout.debit.or(Some(place));
        } else if has(&["CREDIT", "CREDITS", "ENTRANT", "ENTREE", "RECETTE"]) {
            layout.credit = layout.credit.or(Some(place));
        } else if has(&["MONTANT", "AMOUNT", "SOMME"]) {
            layout.amount = layout.amount.or(Some(place));
        } else if has(&["ACCOUNTNUM", "IBAN", "NUMERO"]) {
            layout.account = layout.account.or(Some(place));
        } else if has(&["DEVISE", "CURRENCY", "MONNAIE"]) {
            layout.currency = layout.currency.or(Some(place));
        } else if has(&[
            "LIBELLE*",
            "LABEL",
            "DESCRIPTION",
            "DETAIL*",
            "INFORMATIONS",
            "NATURE",
            "MOTIF",
            "BENEFICIAIRE",
            "OPERATION",
        ]) && !has(&["TYPE", "POINTAGE"])
        {
            layout.labels.push(place);
        }
    }
    layout.date = booked.or(date)?;
    let moves = layout.amount.is_some() || layout.debit.is_some() && layout.credit.is_some();
    (moves && (!layout.labels.is_empty() || record.len() > 2)).then_some(layout)
}

/// The fields of a table without a heading: a day first, an amount last, words between.
fn bare_layout(record: &[String]) -> Option<Layout> {
    let day = record.first().and_then(|cell| figured(cell)).and_then(|day| day.full());
    let amount = record.iter().rposition(|cell| signed_amount(cell).is_some() && cell.contains([',', '.']))?;
    let words = |place: &usize| record.get(*place).is_some_and(|cell| cell.chars().any(char::is_alphabetic));
    let labels: Vec<usize> = (1..amount).filter(words).collect();
    (day.is_some() && !labels.is_empty()).then_some(Layout { labels, amount: Some(amount), ..Layout::default() })
}

fn statement(above: &[Vec<String>], layout: &Layout, rest: &[Vec<String>], words: &Headings) -> Result<Draft, Refusal> {
    let mut draft = Draft::default();
    let mut entries: Vec<Entry> = Vec::new();
    for record in rest.iter().filter(|record| record.iter().any(|cell| !cell.is_empty())) {
        let cell = |place: usize| record.get(place).map_or("", String::as_str);
        let date = figured(cell(layout.date).split(' ').next().unwrap_or("")).and_then(|day| day.full());
        let amount = moved(record, layout);
        match (date, amount) {
            (Some(date), Some(amount)) => {
                let operation = Operation { date, amount, label: label(record, layout) };
                entries.push(Entry { operation, beside: layout.balance.and_then(|place| signed_amount(cell(place))) });
            }
            (None, None) => {}
            // A line of totals under the table says what it is.
            (None, Some(_)) | (Some(_), None) => {
                let plain = folded(&record.join(" "));
                draft.unread.extend(words.line(&plain).is_none().then_some(0));
            }
        }
        if layout.currency.is_some_and(|place| !["EUR", "EURO", "EUROS", "€", ""].contains(&cell(place))) {
            return Err(Refusal::Unsupported);
        }
    }
    draft.account = account(above, layout, rest, words);
    draft.closing = balance_above(above, words);
    let ends = entries.first().zip(entries.last());
    if ends.is_some_and(|(first, last)| first.operation.date > last.operation.date) {
        entries.reverse();
    }
    run(&mut draft, entries);
    Ok(draft)
}

/// The balances beside the operations, when they run one to the next.
fn run(draft: &mut Draft, mut entries: Vec<Entry>) {
    let holding = |entries: &[Entry]| {
        let pairs = entries.iter().zip(entries.iter().skip(1));
        let runs = |one: &Entry, next: &Entry| {
            one.beside.and_then(|balance| balance.plus(next.operation.amount)) == next.beside && next.beside.is_some()
        };
        pairs.filter(|(one, next)| runs(one, next)).count()
    };
    let forwards = holding(&entries);
    entries.reverse();
    let one_day =
        entries.first().zip(entries.last()).is_some_and(|(one, other)| one.operation.date == other.operation.date);
    if !(one_day && holding(&entries) > forwards) {
        entries.reverse();
    }
    let pairs = entries.len().saturating_sub(1);
    let running = pairs > 0 && holding(&entries).saturating_mul(2) > pairs;
    let last = entries.last().and_then(|entry| entry.beside);
    let first = entries.first().and_then(|entry| entry.beside?.minus(entry.operation.amount));
    let same = last.filter(|last| entries.iter().all(|entry| entry.beside == Some(*last)));
    if running {
        draft.opening = first.map(|amount| Balance { amount, date: None });
        draft.opening_reckoned = true;
        let closing = last.map(|amount| Balance { amount, date: None });
        // A balance above the table has to be the last one too.
        draft.checks.extend(draft.closing.map(|above| Check {
            after: entries.len(),
            page: 0,
            figure: Figure::SubBalance(above.amount),
        }));
        draft.closing = closing;
        draft.checks.extend((1..=entries.len()).zip(&entries).map(|(after, entry)| Check {
            after,
            page: 0,
            figure: Figure::Running(entry.beside.unwrap_or_default()),
        }));
    } else {
        draft.closing = draft.closing.or(same.map(|amount| Balance { amount, date: None }));
    }
    draft.operations = entries.into_iter().map(|entry| entry.operation).collect();
}

fn moved(record: &[String], layout: &Layout) -> Option<Cents> {
    let figure = |place: Option<usize>| place.and_then(|place| record.get(place)).and_then(|cell| signed_amount(cell));
    let moving = |amount: &Cents| *amount != Cents::ZERO;
    let debit = figure(layout.debit).map(|amount| amount.size().opposite());
    let credit = figure(layout.credit);
    match (debit.filter(moving), credit.filter(moving)) {
        (Some(debit), None) => Some(debit),
        (None, Some(credit)) => Some(credit),
        (Some(_), Some(_)) => None,
        (None, None) => figure(layout.amount).or(debit).or(credit),
    }
}

/// The texts of an operation, without those another begins with.
fn label(record: &[String], layout: &Layout) -> String {
    let texts: Vec<&str> = layout.labels.iter().filter_map(|place| record.get(*place)).map(String::as_str).collect();
    let kept = texts.iter().enumerate().filter(|(place, text)| {
        let plain = folded(text);
        let told = texts.iter().enumerate().any(|(other, longer)| {
            let longer = folded(longer);
            other != *place && longer.starts_with(&plain) && (longer.len() > plain.len() || other > *place)
        });
        !told
    });
    cleaned(&kept.map(|(_, text)| *text).collect::<Vec<_>>().join(" "))
}

fn account(above: &[Vec<String>], layout: &Layout, rest: &[Vec<String>], words: &Headings) -> AccountName {
    let beside = layout.account.and_then(|place| rest.first()?.get(place)).cloned();
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).count();
    let mut name = AccountName::default();
    for line in beside.iter().chain(above.iter().flatten()) {
        let plain = folded(line);
        let dated = !full_days(&line.split(' ').collect::<Vec<_>>()).is_empty();
        if dated || words.line(&plain).is_some() || line.contains(',') {
            continue;
        }
        let bare = crate::pdf::accounts::bare(line);
        let iban = bare
            .find("FR")
            .and_then(|at| bare.get(at..at.checked_add(27)?))
            .filter(|text| crate::pdf::accounts::is_iban(text));
        name.iban = name.iban.or(iban.map(str::to_owned));
        // A number goes from its first figure to its last.
        let number = line.find(|sign: char| sign.is_ascii_digit()).and_then(|at| line.get(at..));
        let number = number.map(|text| text.trim_matches(|sign: char| !sign.is_ascii_alphanumeric()));
        let number =
            number.filter(|text| (7..=16).contains(&crate::pdf::accounts::bare(text).len()) && digits(text) >= 7);
        name.number = name.number.or(number.map(str::to_owned));
        if words.is_savings(&plain) {
            name.kind = AccountKind::Savings;
        }
        name.joint |= words.is_joint(&plain);
    }
    name
}

/// The balance a line above the table gives, with its day.
fn balance_above(above: &[Vec<String>], words: &Headings) -> Option<Balance> {
    let days = |record: &Vec<String>| full_days(&record.join(" ").split(' ').collect::<Vec<_>>());
    let near = above.iter().flat_map(days).last();
    let said = above.iter().find_map(|record| {
        let text = record.join(" ");
        let plain = folded(&text);
        let ignored = matches!(words.line(&plain), Some(crate::headings::LineWords::Ignored));
        if !holds(&plain, "SOLDE") || ignored {
            return None;
        }
        let texts: Vec<&str> = text.split(' ').collect();
        let amount = (0..texts.len()).find_map(|start| signed_amount(&texts.get(start..)?.join(" ")))?;
        Some(Balance { amount, date: days(record).first().copied().or(near) })
    });
    said.or_else(|| {
        // « Compte de chèques;****5432;31/08/2026;;-163,03 ».
        let record = above.first()?;
        let last = record.iter().rfind(|cell| !cell.is_empty()).filter(|cell| cell.contains(','))?;
        let date: Option<NaiveDate> = days(record).first().copied();
        Some(Balance { amount: signed_amount(last)?, date })
    })
}
