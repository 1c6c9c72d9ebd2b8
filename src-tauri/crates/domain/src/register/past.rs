//! The facts a line makes, each known as exactly as the line says it.
//!
//! A step nobody wrote but which must have been there, because what followed it was written, stands at the year of the
//! step it goes with: a loan granted on 3 May 2016 was sent to the lender in 2016, and paid in 2016 when all that is
//! written after is that it was repaid in 2018. It is told as that year, never as a day, and listed as implied. A step
//! that nothing written makes sure of is unknown, and so are the terms of a loan nobody wrote. What a line says and no
//! fact can hold is aside: its words are kept.

use chrono::NaiveDate;

use super::{RegisterColumn, RegisterOutcome, Said, Stated, ToldDay};
use crate::dossier::{
    Approval, Contract, Direction, Disbursement, Event, Fact, FactDate, Interview, Noted, Orientation, Precision,
    RefundDecision, Refusal, Request, Stop, Submission,
};
use crate::line::Line;
use crate::loan::{LoanTerms, StatedFigures};
use crate::money::Euros;
use crate::settings::ListKey;

/// The entries a line's facts are made with, where the line has no word of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastKeys {
    /// The lender the line names, found among the office's.
    pub lender: Option<ListKey>,
    /// The origin that says it is not known.
    pub unknown_origin: ListKey,
    /// The kind of the interview an assessment stands on.
    pub interview: ListKey,
    /// Who decides in this office.
    pub mode: ListKey,
    /// The reason of a refusal that was not told.
    pub no_reason: ListKey,
    /// A solution told in words no entry has.
    pub other_solution: ListKey,
    /// The rule refunds are decided by.
    pub refund_policy: ListKey,
    /// What stands for a project nobody wrote.
    pub no_project: Line,
}

/// A line has no day at all, not even a year: it is asked for the whole file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undated;

/// What stands at a year because what followed it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Implied {
    /// The request.
    Request,
    /// The assessment, marked without its day.
    Assessment,
    /// The sending to the lender.
    Submission,
    /// The answer.
    Decision,
    /// The signature.
    Signature,
    /// The release of the funds.
    Disbursement,
    /// The loan was marked as over, and nobody wrote when: it is left unknown.
    EndUnknown,
}

/// A life told by one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Past {
    /// Its facts, in their order, the request first, each as exactly as it is known.
    pub facts: Vec<(Fact, Precision)>,
    /// What stands by what followed it.
    pub implied: Vec<Implied>,
    /// The columns no fact was made of, whose words are kept.
    pub aside: Vec<RegisterColumn>,
}

/// The facts of a line. Errors: no day of it is known.
pub fn past(said: &Said, stated: &Stated, keys: &PastKeys) -> Result<Past, Undated> {
    let outcome = said.outcome();
    let granted = matches!(outcome, Some(RegisterOutcome::Granted | RegisterOutcome::Withdrawn));
    if !granted && outcome.is_some() && (said.granted.is_some() || said.loan_began()) {
        // Refused, and a loan beside it: which of the two is true is not for Étrier to say.
        let mut past = past(&said.without_its_end(), stated, keys)?;
        past.aside.extend(ENDS);
        return Ok(past);
    }
    let (last, facts, implied, aside) = (NaiveDate::MIN, Vec::new(), Vec::new(), Vec::new());
    let mut telling = Telling { said, stated, keys, last, facts, implied, aside };
    telling.request()?;
    telling.assessment(outcome);
    telling.lender(outcome);
    telling.ending(outcome);
    if granted && outcome != Some(RegisterOutcome::Withdrawn) {
        telling.loan();
    }
    Ok(Past { facts: telling.facts, implied: telling.implied, aside: telling.aside })
}

/// The columns that say how a request ended.
const ENDS: [RegisterColumn; 8] = [
    RegisterColumn::Outcome,
    RegisterColumn::RefusalReason,
    RegisterColumn::AmountGranted,
    RegisterColumn::DecidedOn,
    RegisterColumn::DisbursedOn,
    RegisterColumn::RepaidOn,
    RegisterColumn::Loss,
    RegisterColumn::RefundAmount,
];

struct Telling<'t> {
    said: &'t Said,
    stated: &'t Stated,
    keys: &'t PastKeys,
    /// The day of the last step: a day partly known is not kept before it.
    last: NaiveDate,
    facts: Vec<(Fact, Precision)>,
    implied: Vec<Implied>,
    aside: Vec<RegisterColumn>,
}

impl Telling<'_> {
    fn request(&mut self) -> Result<(), Undated> {
        let said = self.said;
        let told = said.requested_on;
        let by_another = || said.first_day().and_then(year_of).or(said.titled).or(self.stated.year);
        let day = told.or_else(by_another).ok_or(Undated)?;
        if told.is_none() {
            self.implied.push(Implied::Request);
        }
        let received_on = self.kept(day);
        let project = if said.project.is_empty() { &self.keys.no_project } else { &said.project };
        let origin = said.origin.as_ref().or(self.stated.origin.as_ref()).unwrap_or(&self.keys.unknown_origin);
        let request = Request {
            received_on,
            origin: origin.clone(),
            project: project.clone(),
            purpose: said.purpose.clone(),
            amount: said.asked,
            how_heard: None,
            referrer: None,
        };
        self.facts.push((Fact::RequestReceived(request), day.precision));
        Ok(())
    }

    /// The interview and what the office decided after it; what is only directed elsewhere has its decision alone.
    fn assessment(&mut self, outcome: Option<RegisterOutcome>) {
        let said = self.said;
        let direction = match outcome {
            Some(RegisterOutcome::Redirected) => Some(Direction::Redirect),
            Some(RegisterOutcome::Inadmissible) => Some(Direction::Inadmissible),
            Some(RegisterOutcome::Granted | RegisterOutcome::Refused | RegisterOutcome::Withdrawn) => {
                said.assessed.map(|_| Direction::Submit)
            }
            Some(RegisterOutcome::Dropped | RegisterOutcome::Pending) | None => {
                said.assessed.and(said.sent).map(|_| Direction::Submit)
            }
        };
        if let Some(assessed) = said.assessed {
            let (held_on, precision) = self.step(Some(assessed), Implied::Assessment, said.decided);
            let (kind, counts) = (self.keys.interview.clone(), true);
            let (minutes, note, next_step) = (None, Line::default(), Line::default());
            let held = Interview { held_on, kind, minutes, counts, note, next_step };
            self.facts.push((Fact::InterviewHeld(held), precision));
        }
        let Some(direction) = direction else { return };
        let elsewhere = direction != Direction::Submit;
        let (decided_on, precision) = match (said.assessed, elsewhere.then_some(said.decided).flatten()) {
            (Some(_), None) => self.facts.last().map_or((self.last, Precision::Year), |(fact, at)| (fact.day(), *at)),
            (_, decided) => self.step(decided, Implied::Decision, None),
        };
        let solution = said.redirected_to.as_ref().unwrap_or(&self.keys.other_solution);
        let solutions = if direction == Direction::Redirect { vec![solution.clone()] } else { Vec::new() };
        let orientation = Orientation {
            solutions,
            reason: if elsewhere { said.refusal_words.clone() } else { Line::default() },
            where_to: if elsewhere { said.redirected_words.clone() } else { Line::default() },
            ..Orientation::of(decided_on, self.keys.mode.clone(), direction)
        };
        self.facts.push((Fact::OrientationDecided(orientation), precision));
    }

    /// The sending and the answer.
    fn lender(&mut self, outcome: Option<RegisterOutcome>) {
        let said = self.said;
        let answered = match outcome {
            Some(RegisterOutcome::Granted | RegisterOutcome::Withdrawn) => Some(true),
            Some(RegisterOutcome::Refused) => Some(false),
            Some(
                RegisterOutcome::Redirected
                | RegisterOutcome::Inadmissible
                | RegisterOutcome::Dropped
                | RegisterOutcome::Pending,
            )
            | None => None,
        };
        let lender = self.keys.lender.clone().or_else(|| self.stated.lender.clone());
        let Some(lender) = lender.filter(|_| said.went_to_a_lender()) else {
            if said.sent.is_some() {
                self.aside.push(RegisterColumn::SentOn);
            }
            return;
        };
        // What is granted stands for what was asked only where nothing else was written.
        let unread = said.unread.contains(&RegisterColumn::AmountAsked);
        let asked = said.asked.or(said.granted.filter(|_| !unread));
        let months = said.months.or(self.stated.months);
        let (sent_on, precision) = self.step(said.sent, Implied::Submission, said.decided.or(said.disbursed));
        let (product, expected_on, note) = (said.product.clone(), None, Line::default());
        let sent = Submission { sent_on, lender: lender.clone(), product, amount: asked, months, expected_on, note };
        self.facts.push((Fact::Submitted(sent), precision));
        let Some(granted) = answered else { return };
        // What was renounced has its day in the column of the answer.
        let told = if outcome == Some(RegisterOutcome::Withdrawn) { None } else { said.decided };
        let (on, precision) = self.step(told, Implied::Decision, said.disbursed);
        let told = None;
        if !granted {
            let reasons = vec![said.refusal.clone().unwrap_or_else(|| self.keys.no_reason.clone())];
            let (note, letter_words) = (said.refusal_words.clone(), Line::default());
            let refusal = Refusal { on, lender, reasons, told, note, letter_words };
            self.facts.push((Fact::Refused(refusal), precision));
            return;
        }
        let (amount, annual_rate) = (said.lent(), said.rate.or(self.stated.rate));
        let approval = Approval { on, lender, amount, annual_rate, months, told, note: Line::default() };
        self.facts.push((Fact::Approved(approval), precision));
    }

    /// The person stopped, before a loan or at its offer.
    fn ending(&mut self, outcome: Option<RegisterOutcome>) {
        let withdrawn = outcome == Some(RegisterOutcome::Withdrawn);
        if !withdrawn && outcome != Some(RegisterOutcome::Dropped) {
            return;
        }
        let (on, precision) = self.step(self.said.decided, Implied::Decision, None);
        let stop = Stop { on, reason: self.said.refusal_words.clone() };
        let fact = if withdrawn { Fact::Withdrawn(stop) } else { Fact::Dropped(stop) };
        self.facts.push((fact, precision));
    }

    /// The contract, the money, the end, the interest given back.
    fn loan(&mut self) {
        let said = self.said;
        if !said.loan_began() {
            return;
        }
        let lender = self.keys.lender.clone().or_else(|| self.stated.lender.clone());
        let Some((amount, lender)) = said.lent().zip(lender) else {
            use RegisterColumn::{DisbursedOn, Loss, RefundAmount, RepaidOn};
            return self.aside.extend([DisbursedOn, RepaidOn, Loss, RefundAmount]);
        };
        // A contract is known by its terms; without them the money was paid, and what was signed is not known.
        let terms = said.months.or(self.stated.months).zip(said.rate.or(self.stated.rate));
        if let Some((months, rate)) = terms {
            let (signed_on, precision) = self.step(None, Implied::Signature, said.disbursed);
            let stated = StatedFigures { instalment: said.instalment, ..StatedFigures::default() };
            let terms = LoanTerms::of(amount, rate, months);
            let contract = Contract { signed_on, lender, terms, stated, bank_reference: Line::default() };
            self.facts.push((Fact::ContractSigned(contract), precision));
        } else if said.instalment.is_some() {
            self.aside.push(RegisterColumn::Instalment);
        }
        let (on, precision) = self.step(said.disbursed, Implied::Disbursement, None);
        self.facts.push((Fact::Disbursed(Disbursement { on, amount, means: Line::default() }), precision));
        self.end_of_loan();
        self.refund();
    }

    fn end_of_loan(&mut self) {
        let said = self.said;
        match (said.loss, said.repaid.and_then(ToldDay::day)) {
            (Some(loss), Some(day)) => self.noted(Event::Accelerated, day, Some(loss)),
            // A loss has its day; the year of a loan paid for years would be made up.
            (Some(_), None) => self.aside.push(RegisterColumn::Loss),
            (None, Some(day)) => self.noted(Event::LoanRepaid, day, None),
            (None, None) if said.repaid.is_some() => self.implied.push(Implied::EndUnknown),
            (None, None) => {}
        }
    }

    fn refund(&mut self) {
        let Some(amount) = self.said.refund else { return };
        let told = self.said.refunded.and_then(ToldDay::day).or_else(|| self.said.repaid.and_then(ToldDay::day));
        let Some(day) = told else { return self.aside.push(RegisterColumn::RefundAmount) };
        let on = self.kept(day);
        let decision = RefundDecision {
            on,
            granted: true,
            policy: self.keys.refund_policy.clone(),
            scheduled: None,
            attested: Some(amount),
            amount,
            reason: Line::default(),
            session: None,
            letter_words: Line::default(),
        };
        self.facts.push((Fact::RefundDecided(decision), day.precision));
        self.noted(Event::RefundPaid, day, Some(amount));
    }

    fn noted(&mut self, event: Event, day: FactDate, amount: Option<Euros>) {
        let on = self.kept(day);
        let (note, letter_words) = (Line::default(), Line::default());
        let noted = Noted { amount, note, letter_words, ..Noted::of(on, event) };
        self.facts.push((Fact::Noted(noted), day.precision));
    }

    /// The day of a step: as it is told, else the year of the step that follows it closely, else that of the one before.
    fn step(&mut self, told: Option<ToldDay>, implied: Implied, near: Option<ToldDay>) -> (NaiveDate, Precision) {
        if let Some(day) = told.and_then(ToldDay::day) {
            return (self.kept(day), day.precision);
        }
        self.implied.push(implied);
        match near.and_then(ToldDay::day).and_then(year_of) {
            Some(year) => (self.kept(year), Precision::Year),
            None => (self.last, Precision::Year),
        }
    }

    fn kept(&mut self, day: FactDate) -> NaiveDate {
        let kept = day.day_from(self.last);
        self.last = self.last.max(kept);
        kept
    }
}

/// The year of a day.
fn year_of(day: FactDate) -> Option<FactDate> {
    let first = day.day_from(NaiveDate::MIN);
    FactDate::read(&chrono::Datelike::year(&first).to_string(), first).ok()
}

#[cfg(test)]
pub(super) mod tests;
