//! The supporting documents of an invented dossier: asked for at the first interview, brought at the second, complete
//! before the sending.

use chrono::{Days, Months, NaiveDate};
use domain::calendar::days_after;
use domain::dossier::{DocumentNoted, DocumentState, Dossier, DossierId, Event as Noting, Fact, Facts};
use domain::household::{Household, Member};
use domain::line::Line;
use domain::settings::Settings;
use domain::supporting_document::{DocumentStage, SupportingDocument, ValidityBasis};

use super::chance::Chance;
use super::happenings::noted;
use super::invented::{Invented, numbered};
use super::moving::working_day_after;
use super::path::Event;
use super::stock::{Stock, Words};
use super::wording::line;

/// The documents that are asked for first.
const FIRST: [&str; 5] = ["identity_document", "proof_of_address", "tax_notice", "bank_statements", "pay_slips"];
/// What is kept once the contract is signed.
const OF_THE_CONTRACT: [&str; 4] = ["approval_notice", "loan_contract", "bank_schedule", "signed_charter"];

/// For how long the office has followed documents one by one, in days.
const FOLLOWED: i64 = 400;

/// A document is brought in the first part of its life: one out of so many.
const FRESH: u32 = 4;

/// The documents of a dossier as they are kept.
pub(super) struct Kept<'k> {
    pub(super) stock: &'k Stock,
    pub(super) settings: &'k Settings,
    pub(super) events: &'k [(NaiveDate, Event)],
    /// The day of the demonstration.
    pub(super) today: NaiveDate,
}

impl Kept<'_> {
    /// Whether the documents of a request are followed one by one.
    pub(super) fn is_followed(&self, received_on: NaiveDate) -> bool {
        self.today.signed_duration_since(received_on).num_days() < FOLLOWED
    }

    /// Notes them by the list the dossier makes.
    pub(super) fn note(&self, invented: &mut Invented, chance: &mut Chance) {
        let facts = self.facts(invented, chance);
        invented.facts.extend(facts.into_iter().filter(|fact| fact.day() < self.today));
        invented.facts.sort_by_key(Fact::day);
    }

    fn day(&self, wanted: Event) -> Option<NaiveDate> {
        self.events.iter().find(|(_, event)| *event == wanted).map(|(day, _)| *day)
    }

    fn facts(&self, invented: &Invented, chance: &mut Chance) -> Vec<Fact> {
        let asked = self.day(Event::FirstInterview).filter(|day| *day < self.today);
        let (Some(asked), Some(dossier)) = (asked, as_read(invented)) else { return Vec::new() };
        let brought = self.day(Event::BudgetInterview);
        let by_then =
            || Some(working_day_after(days_after(brought?, 9))).filter(|day| Some(*day) < self.day(Event::Dropping));
        let complete = self.day(Event::FileInterview).or(self.day(Event::Listing)).or_else(by_then);
        let rules = self.settings.at(brought.filter(|day| *day < self.today).unwrap_or(asked));
        let list = dossier.checklist(&rules);
        let required: Vec<_> = list.of(DocumentStage::Assessment).filter(|line| line.is_required()).collect();
        let mut facts = Vec::new();
        let first = required.iter().filter(|line| FIRST.contains(&line.document.key.as_str()));
        facts.extend(first.map(|line| of(line.document, &line.part, asked, DocumentState::Requested)));
        for line in brought.iter().flat_map(|_| &required) {
            let days = (brought.unwrap_or(asked), complete);
            facts.extend(looked_at(line.document, &line.part, days, &self.stock.words, chance));
        }
        let lacks =
            facts.iter().any(|fact| matches!(fact, Fact::DocumentNoted(one) if one.state == DocumentState::Missing));
        facts.extend(complete.filter(|_| lacks).map(|on| noted(on, Noting::FileComplete, None, None)));
        if let Some(agreed) = self.day(Event::Principle) {
            let on = working_day_after(days_after(agreed, 1));
            let of_the_seller = list.of(DocumentStage::Agreement).filter(|line| line.document.needed_to_sign);
            facts.extend(of_the_seller.map(|line| of(line.document, &line.part, on, DocumentState::Checked)));
        }
        if let Some(signed) = self.day(Event::Signing) {
            let documents = &self.settings.lists.documents;
            let contract = documents.iter().filter(|one| OF_THE_CONTRACT.contains(&one.key.as_str()));
            facts.extend(contract.map(|document| of(document, &Line::default(), signed, DocumentState::Checked)));
        }
        facts
    }
}

/// One document as it is brought, and as it is once the file is complete.
fn looked_at(
    document: &SupportingDocument,
    part: &Line,
    (brought, complete): (NaiveDate, Option<NaiveDate>),
    words: &Words,
    chance: &mut Chance,
) -> Vec<Fact> {
    let states = [
        (DocumentState::Checked, 76),
        (DocumentState::Received, 7),
        (DocumentState::Requested, 7),
        (DocumentState::Outdated, 5),
        (DocumentState::Incomplete, 5),
    ];
    let state = chance.weighed(&states, |(_, weight)| *weight).map_or(DocumentState::Checked, |(state, _)| *state);
    // Only what is dated grows old.
    let ages = document.validity_basis == ValidityBasis::IssueDate;
    let state = if state == DocumentState::Outdated && !ages { DocumentState::Checked } else { state };
    let why = |from: &[String], chance: &mut Chance| line(chance.word(from));
    let reason = if state == DocumentState::Incomplete { why(&words.incomplete, chance) } else { Line::default() };
    let first = written(document, part, (brought, state, reason), chance);
    let rest = complete.filter(|_| !state.is_there()).map(|on| {
        if chance.happens(7) {
            written(document, part, (on, DocumentState::Missing, why(&words.missing, chance)), chance)
        } else {
            written(document, part, (on, DocumentState::Checked, Line::default()), chance)
        }
    });
    std::iter::once(first).chain(rest).collect()
}

/// A document with the day written on it, by what makes it grow old.
fn written(
    document: &SupportingDocument,
    part: &Line,
    (on, state, reason): (NaiveDate, DocumentState, Line),
    chance: &mut Chance,
) -> Fact {
    let lasts = document.validity_months.unwrap_or_default().saturating_mul(30);
    let lasts = lasts.saturating_add(document.validity_days.unwrap_or_default()).max(FRESH);
    let fresh = lasts.checked_div(FRESH).unwrap_or(1);
    let old = lasts.saturating_add(chance.between(5, 60));
    let days = if state == DocumentState::Outdated { old } else { chance.between(1, fresh) };
    let dated = state.is_there() || state == DocumentState::Outdated;
    let issued_on = on
        .checked_sub_days(Days::new(days.into()))
        .filter(|_| dated && document.validity_basis == ValidityBasis::IssueDate);
    let years = chance.between(2, 9).saturating_mul(12);
    let valid_until = on
        .checked_add_months(Months::new(years))
        .filter(|_| dated && document.validity_basis == ValidityBasis::ExpiryDate);
    Fact::DocumentNoted(DocumentNoted { issued_on, valid_until, reason, ..undated(document, part, on, state) })
}

fn of(document: &SupportingDocument, part: &Line, on: NaiveDate, state: DocumentState) -> Fact {
    Fact::DocumentNoted(undated(document, part, on, state))
}

fn undated(document: &SupportingDocument, part: &Line, on: NaiveDate, state: DocumentState) -> DocumentNoted {
    DocumentNoted {
        on,
        document: document.key.clone(),
        part: part.clone(),
        state,
        issued_on: None,
        valid_until: None,
        reason: Line::default(),
        attachments: Vec::new(),
        from_files: false,
    }
}

/// The dossier as the list of its documents reads it.
fn as_read(invented: &Invented) -> Option<Dossier> {
    let members = std::iter::once(Member::applicant()).chain(invented.others.iter().cloned());
    let (household, facts) = (Household::of(members.collect()).ok()?, Facts::of(numbered(&invented.facts)).ok()?);
    Some(Dossier {
        co_borrower: invented.co_borrower.clone(),
        budget: invented.budgets.last().map(|version| version.budget.clone()),
        statements: invented.reviews.clone(),
        project: invented.project.clone(),
        simulation: invented.simulation.clone(),
        assessment: invented.assessment.clone(),
        eligibility: invented.eligibility.clone(),
        ..Dossier::new(DossierId(0), String::new(), invented.person.clone(), household, facts)
    })
}
