//! A dossier that was made up, before the office gives it a number.

use chrono::{Datelike, NaiveDate};
use domain::assessment::Assessment;
use domain::budget::{Budget, Seal, SealedBy, StatementReview};
use domain::companion::Companion;
use domain::dossier::{
    DeclaredAs, Direction, DossierId, Fact, FactId, FactKind, FactRefused, Facts, NextDate, Precision, Recorded,
    ScreeningOutcome,
};
use domain::eligibility::Eligibility;
use domain::household::{Household, Member};
use domain::line::Line;
use domain::money::Euros;
use domain::person::Person;
use domain::project::Project;
use domain::simulation::Simulation;
use store::Writer;

use super::surroundings::Around;
use app::caller::Moment;
use app::failure::Failure;

/// Everything a dossier is made of.
pub(super) struct Invented {
    /// Who asks.
    pub(super) person: Person,
    /// Who lives with them.
    pub(super) others: Vec<Member>,
    /// Who borrows with them, once more than their name is known.
    pub(super) co_borrower: Option<Person>,
    /// Who else accompanies them.
    pub(super) companions: Vec<Companion>,
    /// How exactly the days of its facts are known.
    pub(super) precision: Precision,
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

    /// Whether its loan was paid, and no instalment was ever missed.
    pub(super) fn is_repaid_quietly(&self) -> bool {
        let missed = |fact: &Fact| {
            if let Fact::Declared(said) = fact { said.declared == DeclaredAs::Missed } else { false }
        };
        self.facts.iter().any(|fact| fact.kind() == FactKind::Disbursed) && !self.facts.iter().any(missed)
    }

    /// Puts a date of the adviser's own, set on the day of the last thing noted or later.
    pub(super) fn set_next(&mut self, on: NaiveDate, what: &Line) {
        let Some(set_on) = self.facts.iter().map(Fact::day).max() else { return };
        self.facts.push(Fact::NextDateSet(NextDate { set_on, on: on.max(set_on), what: what.clone() }));
    }

    /// Closes the last budget by the first decision or sending that came after it.
    pub(super) fn seal_last(&mut self, instalment: Option<Euros>) {
        let Some(last) = self.budgets.last_mut() else { return };
        let sealing = |fact: &Fact| {
            let by = [(FactKind::OrientationDecided, SealedBy::Decided), (FactKind::Submitted, SealedBy::Sent)];
            by.into_iter().find(|(kind, _)| *kind == fact.kind()).map(|(_, by)| (fact.day(), by))
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
    pub(super) fn record(
        mut self,
        writer: &Writer<'_>,
        around: &mut Around<'_>,
        moment: &Moment,
    ) -> Result<(), Failure> {
        let settings = around.settings;
        around.place(writer, &mut self.facts)?;
        let received_on = self.admitted(moment.today)?;
        let number = writer.take_number(received_on.year())?;
        let reference = settings.at(received_on).numbering.reference(received_on.year(), number);
        let person = writer.insert_person(&self.person)?;
        let dossier = writer.insert_dossier(person, &reference)?;
        let mut members = Vec::new();
        for member in std::iter::once(&Member::applicant()).chain(&self.others) {
            members.push(Member { id: writer.insert_member(dossier, member)?, ..member.clone() });
        }
        if let Some(other) = &self.co_borrower {
            writer.set_co_borrower(dossier, other)?;
        }
        for companion in &self.companions {
            writer.insert_companion(dossier, companion)?;
        }
        self.record_facts(writer, dossier, moment)?;
        around.seat(writer, dossier, &self.facts)?;
        self.record_budgets(writer, dossier, &Household::of(members)?)?;
        self.record_project(writer, dossier)?;
        self.record_assessment(writer, dossier)
    }

    fn record_facts(&self, writer: &Writer<'_>, dossier: DossierId, moment: &Moment) -> Result<(), Failure> {
        let entered =
            self.facts.iter().find_map(|fact| if let Fact::TakenOver(taken) = fact { Some(taken.on) } else { None });
        for fact in &self.facts {
            let before = entered.is_some_and(|entered| fact.day() < entered);
            let known = if before { self.precision } else { Precision::Day };
            writer.insert_known_fact(dossier, None, (fact, known), moment.now)?;
        }
        Ok(())
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
        Ok(Facts::of(numbered(&self.facts)).map_err(unsound)?.request().received_on)
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

/// Facts as the store would hold them, in their order.
pub(super) fn numbered(facts: &[Fact]) -> Vec<Recorded> {
    let recorded = (1..).zip(facts).map(|(number, fact)| Recorded {
        id: FactId(number),
        replaces: None,
        precision: Precision::Day,
        retracted: false,
        fact: fact.clone(),
    });
    recorded.collect()
}

/// Whether a fact closes its dossier.
pub(super) fn closes(fact: &Fact) -> bool {
    if let Fact::OrientationDecided(orientation) = fact {
        return orientation.direction != Direction::Submit;
    }
    if let Fact::Screened(screening) = fact {
        return screening.outcome == ScreeningOutcome::InformationOnly;
    }
    [FactKind::Withdrawn, FactKind::Dropped, FactKind::Closed].contains(&fact.kind())
}

fn unsound(_: FactRefused) -> Failure {
    Failure::broken("demonstration-faits")
}
