//! What the bank statements say, account by account: one row each, beside the budget.

use domain::budget::{StatementReview, StatementReviewId};
use domain::dossier::{Dossier, DossierId};
use domain::line::Line;
use domain::money::Euros;
use domain::words;
use serde::{Deserialize, Serialize};
use store::{Acted, Reader};
use ts_rs::TS;

use crate::dossiers::{OneDossier, found};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;

/// The most accounts a dossier can have.
const MOST_ACCOUNTS: usize = 30;

/// What the statements of one account say, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields, default)]
#[ts(rename = "StatementFields")]
pub struct StatementFields {
    /// The account; needed.
    pub account: String,
    /// The bank that holds it.
    pub bank: String,
    /// The first month read.
    pub from: String,
    /// The last month read.
    pub to: String,
    /// The overdraft the bank allows.
    pub overdraft: String,
    /// The lowest balance, with a minus sign in overdraft.
    pub lowest: String,
    /// Days in overdraft.
    pub days_overdrawn: String,
    /// Debits the bank rejected.
    pub rejected: String,
    /// What the bank took.
    pub fees: String,
    /// Savings on the account at the end.
    pub savings: String,
    /// Anything else.
    pub remark: String,
}

/// A statement review to add.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewStatementReview {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What the statements say.
    pub fields: StatementFields,
}

/// A change of a statement review.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct StatementReviewChange {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The review.
    #[ts(type = "number")]
    pub review: StatementReviewId,
    /// What the statements say.
    pub fields: StatementFields,
}

/// Which statement review.
#[derive(Clone, Copy, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneStatementReview {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The review.
    #[ts(type = "number")]
    pub review: StatementReviewId,
}

/// The statement reviews of a dossier, in the order they were entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "StatementReviews")]
pub struct StatementsView {
    /// One row an account.
    pub accounts: Vec<StatementView>,
    /// `août 2026 à octobre 2026`, when every account is read over the same months; empty otherwise.
    pub period: String,
}

/// One account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "StatementReview")]
pub struct StatementView {
    /// Its number.
    #[ts(type = "number")]
    pub id: StatementReviewId,
    /// `Compte courant, Caisse du Val`.
    pub label: String,
    /// `08/2026 à 10/2026`; empty when not told.
    pub months: String,
    /// What fields show.
    pub fields: StatementFields,
}

/// Shows what the bank statements say.
pub fn statement_reviews(desk: &Desk, input: OneDossier, _moment: &Moment) -> Result<StatementsView, Failure> {
    desk.read(|reader| shown(reader, input.dossier))
}

/// Adds what the statements of an account say.
pub fn add_statement_review(
    desk: &mut Desk,
    input: NewStatementReview,
    moment: &Moment,
) -> Result<StatementsView, Failure> {
    let review = read(StatementReviewId(0), &input.fields)?;
    desk.act("add_statement_review", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        if dossier.statements.len() >= MOST_ACCOUNTS {
            let most = format!("On lit les relevés de {MOST_ACCOUNTS} comptes au plus.");
            return Err(Failure::refused(&most).at("account"));
        }
        writer.insert_statement_review(input.dossier, &review)?;
        acted(writer, &dossier, &format!("Relevés lus ({})", review.account))
    })
}

/// Changes what the statements of an account say.
pub fn change_statement_review(
    desk: &mut Desk,
    input: StatementReviewChange,
    moment: &Moment,
) -> Result<StatementsView, Failure> {
    let review = read(input.review, &input.fields)?;
    desk.act("change_statement_review", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        if *review_of(&dossier, input.review)? != review {
            writer.update_statement_review(input.dossier, &review)?;
        }
        acted(writer, &dossier, &format!("Modification des relevés ({})", review.account))
    })
}

/// Takes the statements of an account out.
pub fn remove_statement_review(
    desk: &mut Desk,
    input: OneStatementReview,
    moment: &Moment,
) -> Result<StatementsView, Failure> {
    desk.act("remove_statement_review", moment, |writer| {
        let dossier = found(writer, input.dossier)?;
        let account = review_of(&dossier, input.review)?.account.clone();
        writer.delete_statement_review(input.dossier, input.review)?;
        acted(writer, &dossier, &format!("Retrait des relevés ({account})"))
    })
}

fn acted(reader: &Reader<'_>, dossier: &Dossier, what: &str) -> Result<Acted<StatementsView>, Failure> {
    Ok(Acted {
        value: shown(reader, dossier.id)?,
        sentence: words::spaced(&format!("{what}, {}.", dossier.person.display_name())),
        dossier: Some(dossier.id),
        fields: vec!["statements"],
        draft: Some((Some(dossier.id), "statement")),
    })
}

fn review_of(dossier: &Dossier, id: StatementReviewId) -> Result<&StatementReview, Failure> {
    let review = dossier.statements.iter().find(|review| review.id == id);
    review.ok_or_else(|| Failure::gone("Ce relevé"))
}

fn read(id: StatementReviewId, fields: &StatementFields) -> Result<StatementReview, Failure> {
    let (from, to) = (reading::month(&fields.from, "from")?, reading::month(&fields.to, "to")?);
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        return Err(Failure::refused("Le dernier mois lu est avant le premier.").at("to"));
    }
    Ok(StatementReview {
        id,
        account: reading::needed(&fields.account, "account", "Quel compte ? Écrivez par exemple « compte courant ».")?,
        bank: reading::line(&fields.bank, "bank")?,
        from,
        to,
        overdraft: reading::amount(&fields.overdraft, "overdraft")?,
        lowest: reading::balance(&fields.lowest, "lowest")?,
        days_overdrawn: reading::whole(&fields.days_overdrawn, "days_overdrawn")?,
        rejected: reading::whole(&fields.rejected, "rejected")?,
        fees: reading::amount(&fields.fees, "fees")?,
        savings: reading::amount(&fields.savings, "savings")?,
        remark: reading::line(&fields.remark, "remark")?,
    })
}

fn shown(reader: &Reader<'_>, dossier: DossierId) -> Result<StatementsView, Failure> {
    let dossier = found(reader, dossier)?;
    let accounts: Vec<_> = dossier.statements.iter().map(shown_review).collect();
    let period = match accounts.as_slice() {
        [first, others @ ..] if others.iter().all(|other| other.months == first.months) => first.months.clone(),
        _ => String::new(),
    };
    Ok(StatementsView { accounts, period })
}

fn shown_review(review: &StatementReview) -> StatementView {
    let amount = |amount: Option<Euros>| amount.map(Euros::bare).unwrap_or_default();
    let count = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
    let (from, to) = (review.from.map(|month| month.to_string()), review.to.map(|month| month.to_string()));
    let months = match (&from, &to) {
        (Some(from), Some(to)) if from == to => from.clone(),
        (Some(from), Some(to)) => format!("{from} à {to}"),
        (Some(only), None) | (None, Some(only)) => only.clone(),
        (None, None) => String::new(),
    };
    let named = [&review.account, &review.bank].into_iter().filter(|part| !part.is_empty()).map(Line::to_string);
    StatementView {
        id: review.id,
        label: words::capital(&named.collect::<Vec<_>>().join(", ")),
        months,
        fields: StatementFields {
            account: review.account.to_string(),
            bank: review.bank.to_string(),
            from: from.unwrap_or_default(),
            to: to.unwrap_or_default(),
            overdraft: amount(review.overdraft),
            lowest: amount(review.lowest),
            days_overdrawn: count(review.days_overdrawn),
            rejected: count(review.rejected),
            fees: amount(review.fees),
            savings: amount(review.savings),
            remark: review.remark.to_string(),
        },
    }
}
