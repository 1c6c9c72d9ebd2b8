//! The dossiers of one lender, purpose, referrer or product: the same bilan, over a part of the rows.
//!
//! Of a dossier sent to two lenders, the bilan of one counts what that lender was sent and said; the loan itself is
//! counted with the lender that granted it.

use super::row::{ReportRow, RowAnswer};
use crate::partner::ReferrerId;
use crate::settings::{ListKey, Lists};

/// What the dossiers counted have in common; nothing leaves them all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Narrowing {
    /// A lender they were sent to.
    pub lender: Option<ListKey>,
    /// A product asked for.
    pub product: Option<ListKey>,
    /// A purpose, or a category of purposes.
    pub purpose: Option<ListKey>,
    /// Who sent the person.
    pub referrer: Option<ReferrerId>,
}

impl Narrowing {
    /// Whether every dossier is counted.
    #[must_use]
    pub fn is_none(&self) -> bool {
        *self == Self::default()
    }

    fn keeps(&self, row: &ReportRow, lists: &Lists) -> bool {
        let purpose = self.purpose.as_ref().is_none_or(|wanted| {
            let own = row.purpose.as_ref();
            let entry = lists.purposes.iter().find(|entry| Some(&entry.key) == own);
            own == Some(wanted) || entry.is_some_and(|entry| entry.group.as_ref() == Some(wanted))
        });
        purpose && self.referrer.is_none_or(|wanted| row.referrer == Some(wanted))
    }
}

/// The rows of the dossiers a narrowing keeps, with what it keeps of them.
#[must_use]
pub fn narrowed(rows: Vec<ReportRow>, by: &Narrowing, lists: &Lists) -> Vec<ReportRow> {
    if by.is_none() {
        return rows;
    }
    let kept = rows.into_iter().filter(|row| by.keeps(row, lists));
    if by.lender.is_none() && by.product.is_none() {
        return kept.collect();
    }
    kept.filter_map(|row| of_sendings(row, by)).collect()
}

/// A row with the sendings kept alone; nothing without one.
fn of_sendings(mut row: ReportRow, by: &Narrowing) -> Option<ReportRow> {
    let approved = |answer: &Option<RowAnswer>| matches!(answer, Some(RowAnswer::Approved(_)));
    let granted = row.presentations.iter().rfind(|sent| approved(&sent.answer)).cloned();
    row.presentations.retain(|sent| {
        by.lender.as_ref().is_none_or(|wanted| sent.lender == *wanted)
            && by.product.as_ref().is_none_or(|wanted| sent.product.as_ref() == Some(wanted))
    });
    if row.presentations.is_empty() {
        return None;
    }
    if granted.is_some_and(|granted| !row.presentations.contains(&granted)) {
        row.disbursed = None;
        row.loan_end = None;
        row.refunded = None;
        row.guarantee_called = None;
        row.missed.clear();
        row.incidents.clear();
        row.deferred.clear();
        row.contacts.clear();
        row.surveys.clear();
    }
    Some(row)
}
