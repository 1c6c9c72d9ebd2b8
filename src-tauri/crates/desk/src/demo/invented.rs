//! A dossier that was made up, before the office gives it a number.

use chrono::{Datelike, NaiveDate};
use domain::assessment::Assessment;
use domain::budget::Budget;
use domain::dossier::{DossierId, Fact, FactId, FactKind, FactRefused, Facts, Recorded};
use domain::household::Member;
use domain::line::Line;
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
    /// The budget, once one was entered.
    pub(super) budget: Option<Budget>,
    /// What the loan pays for.
    pub(super) project: Project,
    /// The loan asked for.
    pub(super) simulation: Simulation,
    /// The adviser's assessment.
    pub(super) assessment: Assessment,
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
        writer.insert_member(dossier, &Member::applicant())?;
        for member in &self.others {
            writer.insert_member(dossier, member)?;
        }
        for fact in &self.facts {
            writer.insert_fact(dossier, None, fact, moment.now)?;
        }
        if let Some(budget) = &self.budget {
            writer.open_budget(dossier, budget.version, budget.established_on)?;
            for line in &budget.lines {
                writer.insert_budget_line(dossier, line)?;
            }
        }
        self.record_project(writer, dossier)?;
        self.record_assessment(writer, dossier)
    }

    /// The day of the request, once its facts were judged. Errors: they do not make a dossier.
    fn admitted(&self, today: NaiveDate) -> Result<NaiveDate, Failure> {
        for fact in &self.facts {
            fact.check(today).map_err(unsound)?;
        }
        let recorded = (1..).zip(&self.facts).map(|(number, fact)| Recorded {
            id: FactId(number),
            replaces: None,
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
