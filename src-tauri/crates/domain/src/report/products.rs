//! Products side by side: what each was asked, what it lent, what was missed and lost.
//!
//! A dossier is of the product of the loan that was granted to it, else of its last sending; of its lender where no product
//! is noted; of none before a sending.

use std::collections::BTreeMap;

use super::event::Event;
use super::figure::{Counted, Figure};
use super::period::Period;
use super::row::{ReportRow, RowAnswer, RowPresentation};
use crate::money::{AmountTooLarge, Euros};
use crate::settings::ListKey;

/// What a dossier is told under.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ProductKey {
    /// A product of the office.
    Product(ListKey),
    /// A lender, where no product is noted.
    Lender(ListKey),
    /// Nothing was sent yet.
    NotChosen,
}

/// What a product did in a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProductTold {
    /// The requests received.
    pub requests: Figure,
    /// The loans granted.
    pub granted: Figure,
    /// What they lent.
    pub amount: Euros,
    /// The loans with an incident in the period.
    pub incidents: Figure,
    /// The loans that ended with a loss in the period.
    pub lost: Figure,
    /// What was lost.
    pub losses: Euros,
}

/// Every product something happened to in a period.
pub fn products_told(period: Period, rows: &[ReportRow]) -> Result<BTreeMap<ProductKey, ProductTold>, AmountTooLarge> {
    let mut told: BTreeMap<ProductKey, Vec<&ReportRow>> = BTreeMap::new();
    for row in rows {
        told.entry(key(row, period)).or_default().push(row);
    }
    let mut products = BTreeMap::new();
    for (key, rows) in told {
        let product = of(period, &rows)?;
        let figures = [&product.requests, &product.granted, &product.incidents, &product.lost];
        if figures.iter().any(|figure| !figure.dossiers.is_empty()) {
            products.insert(key, product);
        }
    }
    Ok(products)
}

fn of(period: Period, rows: &[&ReportRow]) -> Result<ProductTold, AmountTooLarge> {
    let on = |event: Event| {
        let at = move |row: &&ReportRow| Some(Counted { on: row.counted_on(event, period)?, dossier: row.dossier });
        Figure::counting(rows.iter().filter_map(at))
    };
    let incidents = rows.iter().filter_map(|row| {
        let first = row.incidents.iter().copied().find(|day| period.contains(*day))?;
        Some(row.at(first))
    });
    let ended = rows.iter().filter_map(|row| Some((row, row.loan_end.filter(|end| period.contains(end.on))?)));
    let lost: Vec<(Counted, Euros)> = ended.filter_map(|(row, end)| Some((row.at(end.on), end.lost?))).collect();
    Ok(ProductTold {
        requests: on(Event::Requested),
        granted: on(Event::Granted),
        amount: Euros::sum(rows.iter().filter_map(|row| row.granted_in(period)).filter_map(|(_, loan)| loan.amount))?,
        incidents: Figure::counting(incidents),
        losses: Euros::sum(lost.iter().map(|(_, amount)| *amount))?,
        lost: Figure::counting(lost.into_iter().map(|(one, _)| one)),
    })
}

fn key(row: &ReportRow, period: Period) -> ProductKey {
    let granted = |sent: &&RowPresentation| {
        matches!(sent.answer, Some(RowAnswer::Approved(_))) && sent.answered_on.is_some_and(|on| on <= period.to())
    };
    let sent = row.presentations.iter().rfind(granted);
    let sent = sent.or_else(|| row.presentations.iter().rfind(|sent| sent.sent_on <= period.to()));
    match sent.map(|sent| (&sent.product, &sent.lender)) {
        Some((Some(product), _)) => ProductKey::Product(product.clone()),
        Some((None, lender)) => ProductKey::Lender(lender.clone()),
        None => ProductKey::NotChosen,
    }
}
