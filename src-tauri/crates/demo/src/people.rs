//! The dossiers written in full in `assets/demo/people.json`, read into domain values.

mod budget;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use domain::assessment::{
    Assessment, CriterionFinding, Finding, Opinion, RegisterAnswer, Registers, WatchPoint, WatchPointId,
};
use domain::contact::{Email, Phone, PostalCode};
use domain::dossier::{Fact, Precision};
use domain::eligibility::Eligibility;
use domain::household::{Link, Member, MemberId, Presence, Share};
use domain::line::Line;
use domain::money::Euros;
use domain::person::{Person, Title};
use domain::project::{Aid, AidId, AidStatus, Choice, Expense, ExpenseId, Project, Quote, QuoteId};
use domain::settings::ListKey;
use domain::simulation::Simulation;
use domain::text::Text;
use serde::Deserialize;
use serde_json::Value;

use self::budget::{BudgetStory, StatementStory};
use super::invented::Invented;
use super::moving::{Move, Moving};
use super::statements;
use app::failure::Failure;

/// The dossier written in a value, as it stands on a day: what is still to come is left out.
pub(super) fn known(written: &Value, today: NaiveDate) -> Result<Invented, Failure> {
    let when: When = serde_json::from_value(written.clone()).map_err(unsound)?;
    let moving = Moving { anchor: when.anchor, by: when.toward(today) };
    let story: Story = serde_json::from_value(moving.value(written)).map_err(unsound)?;
    Ok(story.invented(today))
}

fn unsound(_: serde_json::Error) -> Failure {
    Failure::broken("demonstration-dossier")
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum MovesBy {
    Months,
    Days,
}

/// How a written dossier follows the day.
#[derive(Deserialize)]
struct When {
    anchor: NaiveDate,
    moves_by: MovesBy,
}

impl When {
    /// To the day itself, or by whole months to the last such day gone by.
    fn toward(&self, today: NaiveDate) -> Move {
        match self.moves_by {
            MovesBy::Days => Move { months: 0, days: today.signed_duration_since(self.anchor).num_days() },
            MovesBy::Months => {
                let count = |day: NaiveDate| day.year().saturating_mul(12).saturating_add_unsigned(day.month0());
                let months = count(today).saturating_sub(count(self.anchor));
                let early = i32::from(today.day() < self.anchor.day());
                Move { months: months.saturating_sub(early), days: 0 }
            }
        }
    }
}

#[derive(Deserialize)]
struct Story {
    person: PersonStory,
    members: Vec<MemberStory>,
    budget: BudgetStory,
    #[serde(default)]
    statements: Vec<StatementStory>,
    #[serde(default)]
    answers: BTreeMap<ListKey, ListKey>,
    project: ProjectStory,
    simulation: Simulation,
    assessment: AssessmentStory,
    facts: Vec<Fact>,
}

#[derive(Deserialize)]
struct PersonStory {
    title: Title,
    last_name: Line,
    #[serde(default)]
    birth_name: Line,
    first_name: Line,
    born_on: NaiveDate,
    #[serde(default)]
    birth_place: Line,
    phone: String,
    #[serde(default)]
    email: String,
    address: Line,
    postal_code: String,
    commune: Line,
    family_situation: ListKey,
    housing: ListKey,
    employment: ListKey,
    occupation: Line,
}

#[derive(Deserialize)]
struct MemberStory {
    name: Line,
    link: Link,
    born_on: NaiveDate,
    #[serde(default)]
    reason: Line,
}

#[derive(Deserialize)]
struct ProjectStory {
    story: Text,
    wanted_for: Line,
    payment_means: Line,
    own_share: Option<Euros>,
    own_share_note: Line,
    quotes: Vec<QuoteStory>,
    expenses: Vec<ExpenseStory>,
    aids: Vec<AidStory>,
}

#[derive(Deserialize)]
struct QuoteStory {
    label: Line,
    seller: Line,
    #[serde(default)]
    dated_on: Option<NaiveDate>,
    #[serde(default)]
    valid_until: Option<NaiveDate>,
    amount: Euros,
    choice: Choice,
    #[serde(default)]
    reason: Line,
}

#[derive(Deserialize)]
struct ExpenseStory {
    label: Line,
    amount: Euros,
}

#[derive(Deserialize)]
struct AidStory {
    provider: Line,
    label: Line,
    status: AidStatus,
    #[serde(default)]
    asked_on: Option<NaiveDate>,
    #[serde(default)]
    answered_on: Option<NaiveDate>,
    #[serde(default)]
    amount: Option<Euros>,
    #[serde(default)]
    reason: Line,
}

#[derive(Deserialize)]
struct AssessmentStory {
    criteria: BTreeMap<ListKey, (Finding, Text)>,
    registers: RegistersStory,
    opinion: Option<Opinion>,
    reasoned: Text,
    #[serde(default)]
    reservation: Text,
    summary: Text,
    written_on: Option<NaiveDate>,
    watch_points: Vec<(Line, Line)>,
}

#[derive(Deserialize)]
struct RegistersStory {
    ficp: RegisterAnswer,
    fcc: RegisterAnswer,
    over_indebtedness: RegisterAnswer,
    checked_on: Option<NaiveDate>,
    how: Line,
}

impl Story {
    fn invented(self, today: NaiveDate) -> Invented {
        let instalment = self.budget.instalment;
        let choice = self.simulation.choice.clone().filter(|choice| choice.on <= today);
        let mut answers = self.answers;
        statements::answer_at_the_interview(&mut answers);
        let mut invented = Invented {
            person: self.person.person(),
            others: self.members.into_iter().map(MemberStory::member).collect(),
            co_borrower: None,
            companions: Vec::new(),
            precision: Precision::Day,
            facts: self.facts.into_iter().filter(|fact| fact.day() <= today).collect(),
            budgets: self.budget.versions(),
            reviews: self.statements.into_iter().map(StatementStory::review).collect(),
            project: self.project.project(),
            simulation: Simulation { choice, ..self.simulation },
            assessment: self.assessment.assessment(),
            eligibility: Eligibility { answers, ..Eligibility::default() },
        };
        invented.seal_last(instalment);
        invented
    }
}

impl PersonStory {
    fn person(self) -> Person {
        Person {
            title: self.title,
            last_name: self.last_name,
            birth_name: self.birth_name,
            first_name: self.first_name,
            born_on: Some(self.born_on),
            birth_place: self.birth_place,
            phone: Phone::read(&self.phone).ok(),
            email: Email::read(&self.email).ok(),
            address: self.address,
            postal_code: PostalCode::read(&self.postal_code).ok(),
            commune: self.commune,
            family_situation: Some(self.family_situation),
            housing: Some(self.housing),
            employment: Some(self.employment),
            occupation: self.occupation,
            ..Person::named(Line::default(), Line::default())
        }
    }
}

impl MemberStory {
    fn member(self) -> Member {
        Member {
            id: MemberId(0),
            name: self.name,
            link: self.link,
            born_on: Some(self.born_on),
            presence: Presence::Here,
            share: Share::One,
            reason: self.reason,
        }
    }
}

impl ProjectStory {
    fn project(self) -> Project {
        Project {
            story: self.story,
            wanted_for: self.wanted_for,
            payment_means: self.payment_means,
            own_share: self.own_share,
            own_share_note: self.own_share_note,
            quotes: self.quotes.into_iter().map(QuoteStory::quote).collect(),
            expenses: self.expenses.into_iter().map(ExpenseStory::expense).collect(),
            aids: self.aids.into_iter().map(AidStory::aid).collect(),
            ..Project::default()
        }
    }
}

impl QuoteStory {
    fn quote(self) -> Quote {
        Quote {
            id: QuoteId(0),
            label: self.label,
            seller: self.seller,
            dated_on: self.dated_on,
            valid_until: self.valid_until,
            amount: self.amount,
            choice: self.choice,
            reason: self.reason,
        }
    }
}

impl ExpenseStory {
    fn expense(self) -> Expense {
        Expense { id: ExpenseId(0), label: self.label, amount: self.amount }
    }
}

impl AidStory {
    fn aid(self) -> Aid {
        Aid {
            id: AidId(0),
            provider: self.provider,
            label: self.label,
            status: self.status,
            asked_on: self.asked_on,
            answered_on: self.answered_on,
            amount: self.amount,
            reason: self.reason,
        }
    }
}

impl AssessmentStory {
    fn assessment(self) -> Assessment {
        let found = |(key, (finding, ground))| (key, CriterionFinding { finding, ground });
        let point = |(risk, answer)| WatchPoint { id: WatchPointId(0), risk, answer };
        Assessment {
            criteria: self.criteria.into_iter().map(found).collect(),
            registers: Registers {
                ficp: self.registers.ficp,
                fcc: self.registers.fcc,
                over_indebtedness: self.registers.over_indebtedness,
                checked_on: self.registers.checked_on,
                how: self.registers.how,
            },
            co_registers: Registers::default(),
            opinion: self.opinion,
            reasoned: self.reasoned,
            reservation: self.reservation,
            summary: self.summary,
            written_on: self.written_on,
            watch_points: self.watch_points.into_iter().map(point).collect(),
        }
    }
}
