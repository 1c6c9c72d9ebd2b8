//! A dossier that was made up, before the office gives it a number.

use chrono::{Datelike, NaiveDate};
use domain::assessment::Assessment;
use domain::budget::{Budget, Seal, SealedBy, StatementReview};
use domain::dossier::{DossierId, Fact, FactId, FactKind, FactRefused, Facts, Precision, Recorded};
use domain::eligibility::Eligibility;
use domain::household::{Household, Member};
use domain::line::Line;
use domain::money::Euros;
use domain::person::Person;
use domain::project::Project;
use domain::settings::Settings;
use domain::simulation::Simulation;
use store::Writer;

use super::happenings::closes;
use crate::caller::Moment;
use crate::failure::Failure;

/// Days by which a next date may move and still be for the same thing.
const FAR: i64 = 30;

/// Everything a dossier is made of.
pub(super) struct Invented {
    /// Who asks.
    pub(super) person: Person,
    /// Who lives with them.
    pub(super) others: Vec<Member>,
    /// What happened.
    pub(super) facts: Vec<Fact>,
    /// The versions of the budget, once one was entered.
    pub(super) budgets: Vec<Version>,
    /// What the statements say.
    pub(super) reviews: Vec<StatementReview>,
    /// What the loan pays for.
    pub(super) project: Project,
    /// The loan asked for.
    pub(super) simulation: Simulation,
    /// The adviser's assessment.
    pub(super) assessment: Assessment,
    /// What the adviser answered and passed over.
    pub(super) eligibility: Eligibility,
}

/// A version of a budget, and what closed it.
pub(super) struct Version {
    /// Its lines.
    pub(super) budget: Budget,
    /// The day it was closed, and by what.
    pub(super) closed: Option<(NaiveDate, SealedBy)>,
    /// The instalment it was closed with.
    pub(super) instalment: Option<Euros>,
}

impl Version {
    /// A version that is still open.
    pub(super) fn open(budget: Budget) -> Self {
        Self { budget, closed: None, instalment: None }
    }
}

impl Invented {
    /// The day of its request.
    pub(super) fn received_on(&self) -> Option<NaiveDate> {
        self.facts
            .iter()
            .find_map(|fact| if let Fact::RequestReceived(request) = fact { Some(request.received_on) } else { None })
    }

    /// Whether something is still to be done.
    pub(super) fn is_open(&self) -> bool {
        !self.facts.iter().any(closes)
    }

    /// Whether its contract is signed and its funds are not released.
    pub(super) fn waits_to_be_paid(&self) -> bool {
        let kinds = || self.facts.iter().map(Fact::kind);
        kinds().any(|kind| kind == FactKind::ContractSigned) && kinds().all(|kind| kind != FactKind::Disbursed)
    }

    /// Puts its next date on another day, never before the day it was set; far from its own day it is only `news`.
    pub(super) fn set_next(&mut self, on: NaiveDate, news: &Line) {
        if let Some(Fact::NextDateSet(next)) = self.facts.last_mut() {
            if next.on.signed_duration_since(on).num_days() > FAR {
                next.what = news.clone();
            }
            next.on = on.max(next.set_on);
        }
    }

    /// Closes the last budget by the first decision or sending that came after it.
    pub(super) fn seal_last(&mut self, instalment: Option<Euros>) {
        let Some(last) = self.budgets.last_mut() else { return };
        let sealing = |fact: &Fact| match fact.kind() {
            FactKind::OrientationDecided => Some((fact.day(), SealedBy::Decided)),
            FactKind::Submitted => Some((fact.day(), SealedBy::Sent)),
            FactKind::RequestReceived
            | FactKind::InterviewHeld
            | FactKind::AgreedInPrinciple
            | FactKind::Refused
            | FactKind::Approved
            | FactKind::SupportPlanned
            | FactKind::ContractSigned
            | FactKind::Disbursed
            | FactKind::Amended
            | FactKind::Declared
            | FactKind::Withdrawn
            | FactKind::Dropped
            | FactKind::NextDateSet
            | FactKind::TakenOver
            | FactKind::Screened
            | FactKind::Informed
            | FactKind::AppointmentSet
            | FactKind::DocumentNoted
            | FactKind::SessionListed
            | FactKind::SessionHeard
            | FactKind::RefusalExplained
            | FactKind::Reviewed
            | FactKind::Noted
            | FactKind::SurveyAnswered
            | FactKind::BankDetailsReceived
            | FactKind::RefundDecided
            | FactKind::Closed => None,
        };
        let after = self.facts.iter().filter(|fact| fact.day() >= last.budget.established_on);
        last.closed = after.filter_map(sealing).next();
        last.instalment = instalment.filter(|_| last.closed.is_some());
    }

    /// Leaves what a first call tells: a name, how to reach the person, where they live.
    pub(super) fn keep_what_a_call_tells(&mut self) {
        let known = Person::named(self.person.last_name.clone(), self.person.first_name.clone());
        self.person = Person {
            title: self.person.title,
            phone: self.person.phone.clone(),
            commune: self.person.commune.clone(),
            ..known
        };
        self.others.clear();
    }

    /// Records it as the window would: the same rules admit its facts, the office gives its reference.
    pub(super) fn record(&self, writer: &Writer<'_>, settings: &Settings, moment: &Moment) -> Result<(), Failure> {
        let received_on = self.admitted(moment.today)?;
        let number = writer.take_number(received_on.year())?;
        let reference = settings.at(received_on).numbering.reference(received_on.year(), number);
        let person = writer.insert_person(&self.person)?;
        let dossier = writer.insert_dossier(person, &reference)?;
        let mut members = Vec::new();
        for member in std::iter::once(&Member::applicant()).chain(&self.others) {
            members.push(Member { id: writer.insert_member(dossier, member)?, ..member.clone() });
        }
        for fact in &self.facts {
            writer.insert_fact(dossier, None, fact, moment.now)?;
        }
        self.record_budgets(writer, dossier, &Household::of(members)?)?;
        self.record_project(writer, dossier)?;
        self.record_assessment(writer, dossier)
    }

    fn record_budgets(&self, writer: &Writer<'_>, dossier: DossierId, household: &Household) -> Result<(), Failure> {
        for Version { budget, closed, instalment } in &self.budgets {
            writer.open_budget(dossier, budget.version, budget.established_on)?;
            for line in &budget.lines {
                writer.insert_budget_line(dossier, line)?;
            }
            if let Some((on, by)) = *closed {
                let seal = Seal { on, by, household: household.clone(), instalment: *instalment };
                writer.seal_budget(dossier, &seal)?;
            }
        }
        for review in &self.reviews {
            writer.insert_statement_review(dossier, review)?;
        }
        Ok(())
    }

    /// The day of the request, once its facts were judged. Errors: they do not make a dossier.
    fn admitted(&self, today: NaiveDate) -> Result<NaiveDate, Failure> {
        for fact in &self.facts {
            fact.check(today).map_err(unsound)?;
        }
        let recorded = (1..).zip(&self.facts).map(|(number, fact)| Recorded {
            id: FactId(number),
            replaces: None,
            precision: Precision::Day,
            retracted: false,
            fact: fact.clone(),
        });
        Ok(Facts::of(recorded.collect()).map_err(unsound)?.request().received_on)
    }

    fn record_project(&self, writer: &Writer<'_>, dossier: DossierId) -> Result<(), Failure> {
        if self.project.is_empty() {
            return Ok(());
        }
        writer.set_project(dossier, &self.project)?;
        for quote in &self.project.quotes {
            writer.insert_quote(dossier, quote)?;
        }
        for expense in &self.project.expenses {
            writer.insert_expense(dossier, expense)?;
        }
        for aid in &self.project.aids {
            writer.insert_aid(dossier, aid)?;
        }
        if self.simulation != Simulation::default() {
            writer.set_simulation(dossier, &self.simulation)?;
        }
        Ok(())
    }

    fn record_assessment(&self, writer: &Writer<'_>, dossier: DossierId) -> Result<(), Failure> {
        for (fact, answer) in &self.eligibility.answers {
            writer.set_answer(dossier, fact, Some(answer))?;
        }
        for (check, passed_over) in &self.eligibility.overrides {
            writer.set_override(dossier, check, Some(passed_over))?;
        }
        if self.assessment == Assessment::default() {
            return Ok(());
        }
        writer.set_assessment(dossier, &self.assessment)?;
        for (criterion, finding) in &self.assessment.criteria {
            writer.set_criterion(dossier, criterion, finding)?;
        }
        for point in &self.assessment.watch_points {
            writer.insert_watch_point(dossier, point)?;
        }
        Ok(())
    }
}

fn unsound(_: FactRefused) -> Failure {
    Failure::broken("demonstration-faits")
}
