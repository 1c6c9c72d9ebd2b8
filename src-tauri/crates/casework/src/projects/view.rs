//! A project as its screen shows it.

use chrono::NaiveDate;
use domain::dossier::{Dossier, DossierId};
use domain::line::Line;
use domain::money::Euros;
use domain::project::{Aid, AidId, AidStatus, Expense, ExpenseId, Project, Quote, QuoteId};
use domain::settings::{ListKey, Settings, entry};
use domain::words::{self, Labelled, counted};
use serde::Serialize;
use ts_rs::TS;

use super::plan::{PlanView, plan};
use crate::dossiers::{OneDossier, found};
use crate::simulations::{LimitView, limit_of};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::settings;
use app::shapes::{Choice, Day, Meaning, Money};

/// The category of purposes that pay debts.
const DEBTS: &str = "debts";

/// A project: its story, its quotes, its aids, who pays what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ProjectView {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What fields hold of the project.
    pub fields: ProjectFields,
    /// What the loan would finance, an entry of the request.
    pub purpose: Option<Choice>,
    /// Whether the effect on the debts is to be told: the loan pays debts.
    pub pays_debts: bool,
    /// Whether the amount asks for a written justification.
    pub asks_justification: bool,
    /// What sellers ask.
    pub quotes: Vec<QuoteView>,
    /// What is left to choose between, as buttons offer it.
    pub choices: Vec<Choice>,
    /// The parts of the cost.
    pub expenses: Vec<ExpenseView>,
    /// Aids sought before the loan.
    pub aids: Vec<AidView>,
    /// Where an aid may stand.
    pub statuses: Vec<Choice>,
    /// Who pays what.
    pub plan: PlanView,
    /// What the product and the lender allow; absent while neither is chosen.
    pub limit: Option<LimitView>,
}

/// The project as fields hold it: empty is not known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[expect(missing_docs, reason = "each field is the field of domain::project::Project as text")]
pub struct ProjectFields {
    pub story: String,
    pub wanted_for: String,
    pub justification: String,
    pub debt_effect: String,
    pub payment_means: String,
    pub own_share: String,
    pub own_share_note: String,
}

/// A quote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Quote")]
pub struct QuoteView {
    /// Its number.
    #[ts(type = "number")]
    pub id: QuoteId,
    /// What is sold.
    pub label: String,
    /// Who sells.
    pub seller: String,
    /// Its day, as fields show it.
    pub dated_on: String,
    /// Its last day, as fields show it.
    pub valid_until: String,
    /// The same as lists write it.
    pub valid_text: String,
    /// What its last day means today.
    pub meaning: Meaning,
    /// Its price.
    pub amount: Money,
    /// Whether it is kept.
    pub choice: String,
    /// The same in words.
    pub choice_text: String,
    /// Why it was put aside.
    pub reason: String,
}

/// A part of the cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Expense")]
pub struct ExpenseView {
    /// Its number.
    #[ts(type = "number")]
    pub id: ExpenseId,
    /// What is paid.
    pub label: String,
    /// How much.
    pub amount: Money,
}

/// An aid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Aid")]
pub struct AidView {
    /// Its number.
    #[ts(type = "number")]
    pub id: AidId,
    /// Who gives it.
    pub provider: String,
    /// What it is.
    pub label: String,
    /// Where it stands.
    pub status: String,
    /// The same in words; how long it is waited for, once asked.
    pub status_text: String,
    /// The day it was asked, as fields show it.
    pub asked_on: String,
    /// The same as lists write it.
    pub asked_text: String,
    /// The day of the answer, as fields show it.
    pub answered_on: String,
    /// How much, as fields show it.
    pub amount: String,
    /// How much of it the plan counts.
    pub counted: Option<Money>,
    /// What is only hoped for; empty when nothing is.
    pub hoped_text: String,
    /// Why, or on what condition.
    pub reason: String,
}

/// Shows the project of a dossier.
pub fn project(desk: &Desk, input: OneDossier, moment: &Moment) -> Result<ProjectView, Failure> {
    let (dossier, settings) = desk.read(|reader| Ok((found(reader, input.dossier)?, settings(reader)?)))?;
    shown(&dossier, &settings, moment)
}

fn shown(dossier: &Dossier, settings: &Settings, moment: &Moment) -> Result<ProjectView, Failure> {
    let rules = settings.at(dossier.loan_day(moment.today));
    let purpose = match &dossier.facts.request().purpose {
        Some(key) => Some(entry(&rules.lists.purposes, key)?),
        None => None,
    };
    let project = &dossier.project;
    let group = purpose.and_then(|purpose| purpose.group.as_ref()).map(ListKey::as_str);
    let limit = limit_of(dossier, &rules)?;
    Ok(ProjectView {
        dossier: dossier.id,
        fields: fields(project),
        purpose: purpose.map(Choice::of_entry),
        pays_debts: group == Some(DEBTS) || !project.debt_effect.is_empty(),
        asks_justification: limit.as_ref().is_some_and(|limit| limit.asks_justification)
            || !project.justification.is_empty(),
        quotes: project.quotes.iter().map(|quote| shown_quote(quote, moment)).collect(),
        choices: domain::project::Choice::ALL.into_iter().map(Choice::of).collect(),
        expenses: project.expenses.iter().map(shown_expense).collect(),
        aids: project.aids.iter().map(|aid| shown_aid(aid, moment)).collect(),
        statuses: AidStatus::ALL.into_iter().map(Choice::of).collect(),
        plan: plan(dossier, &rules)?,
        limit,
    })
}

fn fields(project: &Project) -> ProjectFields {
    let text = |line: &Line| line.to_string();
    ProjectFields {
        story: project.story.to_string(),
        wanted_for: text(&project.wanted_for),
        justification: project.justification.to_string(),
        debt_effect: project.debt_effect.to_string(),
        payment_means: text(&project.payment_means),
        own_share: project.own_share.map(Euros::bare).unwrap_or_default(),
        own_share_note: text(&project.own_share_note),
    }
}

fn shown_quote(quote: &Quote, moment: &Moment) -> QuoteView {
    QuoteView {
        id: quote.id,
        label: quote.label.to_string(),
        seller: quote.seller.to_string(),
        dated_on: field(quote.dated_on),
        valid_until: field(quote.valid_until),
        valid_text: quote.valid_until.map(|day| Day::near(day, moment.today).text).unwrap_or_default(),
        meaning: Meaning::of(quote.valid_until, moment.today),
        amount: quote.amount.into(),
        choice: quote.choice.key().to_owned(),
        choice_text: quote.choice.label().to_owned(),
        reason: quote.reason.to_string(),
    }
}

fn shown_expense(expense: &Expense) -> ExpenseView {
    ExpenseView { id: expense.id, label: expense.label.to_string(), amount: expense.amount.into() }
}

fn shown_aid(aid: &Aid, moment: &Moment) -> AidView {
    let obtained = aid.status == AidStatus::Obtained;
    let hoped = matches!(aid.status, AidStatus::ToAsk | AidStatus::Asked);
    let hoped_text = |amount| words::spaced(&format!("{amount} espérés, non comptés"));
    AidView {
        id: aid.id,
        provider: aid.provider.to_string(),
        label: aid.label.to_string(),
        status: aid.status.key().to_owned(),
        status_text: status_text(aid, moment),
        asked_on: field(aid.asked_on),
        asked_text: aid.asked_on.map(|day| Day::near(day, moment.today).text).unwrap_or_default(),
        answered_on: field(aid.answered_on),
        amount: aid.amount.map(Euros::bare).unwrap_or_default(),
        counted: aid.amount.filter(|_| obtained).map(Money::from),
        hoped_text: aid.amount.filter(|_| hoped).map(hoped_text).unwrap_or_default(),
        reason: aid.reason.to_string(),
    }
}

/// An aid that was asked says since how many days it is waited for.
fn status_text(aid: &Aid, moment: &Moment) -> String {
    let label = aid.status.label();
    let waited = aid.asked_on.map(|day| moment.today.signed_duration_since(day).num_days());
    match (aid.status, waited) {
        (AidStatus::Asked, Some(days)) if days > 0 => format!("{label}, {}", counted(days, "jour", "jours")),
        _ => label.to_owned(),
    }
}

fn field(day: Option<NaiveDate>) -> String {
    day.map(words::numeric_date).unwrap_or_default()
}
