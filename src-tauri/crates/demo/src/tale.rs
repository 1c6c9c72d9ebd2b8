//! One invented dossier, from its events to everything that was entered by today.

use chrono::{Months, NaiveDate};
use domain::assessment::Assessment;
use domain::budget::{Budget, BudgetReading, Certainty, LoanCosts, StatementReview, above_usual, reckon, reckon_after};
use domain::calendar::{age_on, days_after};
use domain::dossier::{Fact, Precision};
use domain::eligibility::{Eligibility, Override};
use domain::loan::schedule;
use domain::money::Euros;
use domain::project::Project;
use domain::settings::{BudgetRule, OfficeRules, RulePeriod, Settings, entry};
use domain::simulation::{LenderChoice, Simulation};
use domain::text::Text;

use super::assessed::{self, Findings};
use super::budget::{self, Change, Strength, Wheels};
use super::chance::Chance;
use super::commission::Commission;
use super::company;
use super::documents::Kept;
use super::happenings::Telling;
use super::home::{Home, Mobile, key};
use super::invented::{Invented, Version};
use super::moving::working_day_after;
use super::path::{Event, Turn};
use super::plan::Plan;
use super::project::{self, Look};
use super::requests;
use super::statements;
use super::stock::{Effect, Stock};
use super::wording::{Voice, line};

/// Loans paid so long ago, in days, may have been begun before Étrier.
const LONG_AGO: i64 = 540;
/// How many homes are drawn before one is helped to carry its loan.
const TRIES: u32 = 12;

/// Months until the first instalment of a loan that is not paid yet, at the most.
const SOON: u32 = 3;

/// How far a dossier has come: what was entered by then.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Depth {
    /// A call.
    Contact,
    /// An interview.
    Started,
    /// The statements were read.
    Examined,
    /// The office decided.
    Decided,
}

/// One dossier being made up.
pub(super) struct Tale<'t> {
    pub(super) stock: &'static Stock,
    pub(super) settings: &'t Settings,
    pub(super) commission: &'t Commission<'t>,
    /// The day of the demonstration.
    pub(super) today: NaiveDate,
    /// The day of its request.
    pub(super) received_on: NaiveDate,
    /// What happens to it.
    pub(super) events: &'t [(NaiveDate, Event)],
    /// The loan it asks for.
    pub(super) plan: &'t Plan<'static>,
}

impl Tale<'_> {
    /// The dossier, as far as it has come by today.
    pub(super) fn told(&self, chance: &mut Chance) -> Option<Invented> {
        let request = requests::request(self.stock, self.plan, (self.received_on, self.settings), chance)?;
        let strength = self.strength(chance);
        let (home, mut budget, reckoned) = self.carried(strength, chance)?;
        let voice =
            reckoned.into_iter().fold(Voice::of(&home.person), |voice, (place, fact)| voice.knowing(place, fact));
        let voice = voice
            .knowing("objet", self.purpose())
            .knowing("venue", requests::came_by(&request, &home.person, &self.stock.partners.referrers))
            .knowing("prenom", &home.person.first_name)
            .knowing("famille", &home.person.last_name);
        let words = &self.stock.words;
        let telling = Telling {
            words,
            settings: self.settings,
            commission: self.commission,
            plan: self.plan,
            voice: &voice,
            strength,
            received_on: self.received_on,
            today: self.today,
            is_referred: request.referrer.is_some(),
            events: self.events,
        };
        let mut facts = vec![Fact::RequestReceived(request)];
        facts.extend(telling.facts(chance));
        // The day has just begun: what is to be done today is not done yet.
        facts.retain(|fact| fact.day() < self.today || fact.day() == self.received_on);
        let findings = Findings { words, plan: self.plan, voice: &voice, strength };
        let depth = self.depth();
        if depth >= Depth::Examined {
            self.comment(&mut budget, &home, chance);
        }
        let repaid_on = self.repaid_on()?;
        let passing = budget.lines.iter().any(|line| budget::stops_before(line, repaid_on));
        let mut invented = Invented {
            person: home.person,
            others: home.others,
            co_borrower: None,
            companions: Vec::new(),
            precision: Precision::Day,
            facts,
            budgets: entered(budget, depth).map(Version::open).into_iter().collect(),
            project: self.project(depth, &voice, chance),
            simulation: self.simulation(depth, chance),
            assessment: self.assessment(depth, &findings, chance),
            eligibility: self.eligibility(depth, passing, chance),
            reviews: self.reviews(depth, strength, chance),
        };
        if let Some(met_on) = self.last_day(Event::FirstInterview) {
            company::complete(&mut invented, self.stock, met_on, chance);
        }
        let kept = Kept { stock: self.stock, settings: self.settings, events: self.events, today: self.today };
        if depth > Depth::Contact && kept.is_followed(self.received_on) {
            kept.note(&mut invented, chance);
        }
        self.take_over(&mut invented, chance);
        invented.seal_last(self.instalment());
        if depth == Depth::Contact {
            invented.keep_what_a_call_tells();
        }
        Some(invented)
    }

    /// A few of the oldest loans were begun before Étrier, and entered some months later.
    fn take_over(&self, invented: &mut Invented, chance: &mut Chance) {
        let paid =
            self.last_day(Event::Payment).filter(|day| self.today.signed_duration_since(*day).num_days() > LONG_AGO);
        let simple = self.events.iter().all(|(_, event)| *event != Event::Missing);
        if let Some(paid) = paid.filter(|_| simple && chance.happens(7)) {
            let on = working_day_after(days_after(paid, chance.between(60, 150)));
            company::take_over(invented, on, chance.word(&self.stock.words.taken_over));
        }
    }

    /// Some loans are refused because the budget does not carry them; whoever repays one does.
    fn strength(&self, chance: &mut Chance) -> Strength {
        let refused = self.events.iter().any(|(_, event)| *event == Event::Refusal(Turn::First));
        if refused && chance.happens(30) && self.plan.paid_on.is_none() { Strength::Weak } else { Strength::Solid }
    }

    /// What the loan pays for, as said after « pour ».
    fn purpose(&self) -> &str {
        let found = entry(&self.settings.lists.purposes, &self.plan.project.key).ok();
        found.and_then(|purpose| purpose.after.as_deref()).unwrap_or("le projet")
    }

    /// A home whose budget carries the loan, where it has to.
    fn carried(&self, strength: Strength, chance: &mut Chance) -> Option<(Home<'_>, Budget, Reckoned)> {
        let stock = self.stock;
        let on =
            self.last_day(Event::BudgetInterview).or(self.last_day(Event::FirstInterview)).unwrap_or(self.received_on);
        let mobile = if self.plan.project.effect == Effect::Car || self.plan.project.key.as_str() == "training" {
            Mobile::Needed
        } else {
            Mobile::Indifferent
        };
        let mut last = None;
        for _ in 0..TRIES {
            let home = Home::draw(stock, mobile, on, chance)?;
            let change = self.change(chance);
            let budget = budget::draw(stock, &home, &change, on, chance);
            let reckoned = self.reckoned(&home, &budget)?;
            let carries = reckoned.missing <= 0;
            last = Some((home, budget, reckoned));
            if carries || strength == Strength::Weak {
                break;
            }
        }
        let (home, mut budget, mut reckoned) = last?;
        if strength == Strength::Solid && reckoned.missing > 0 {
            budget::make_last(&mut budget, self.repaid_on()?);
            reckoned = self.reckoned(&home, &budget)?;
            budget::raise_income(&mut budget, reckoned.missing);
            reckoned = self.reckoned(&home, &budget)?;
        }
        Some((home, budget, reckoned))
    }

    fn change(&self, chance: &mut Chance) -> Change {
        let wheels = match (self.plan.project.effect, self.plan.project.key.as_str()) {
            (Effect::Car, _) => Wheels::BusThenCar,
            (Effect::None | Effect::Debts, "vehicle_repair" | "vehicle_costs") => Wheels::Car,
            (Effect::None | Effect::Debts, _) => {
                if chance.happens(42) {
                    Wheels::Car
                } else {
                    Wheels::Bus
                }
            }
        };
        let paid_debts = (self.plan.project.effect == Effect::Debts).then_some(self.plan.amount);
        Change { wheels, paid_debts }
    }

    /// The figures the sentences name, and what is missing for the budget to carry the loan.
    fn reckoned(&self, home: &Home<'_>, budget: &Budget) -> Option<Reckoned> {
        let household = home.household()?;
        let rules = self.settings.at(budget.established_on);
        let instalment = self.instalment().or(self.plan.amount.part(1, self.plan.months).ok()?)?;
        let reading = BudgetReading::of_office(&rules);
        let before = reckon(budget, &household, &reading).ok()?.reste_a_vivre;
        let asked = self.plan.offers.last().and_then(|offer| offer.agreement.account.as_ref());
        let account = asked.map_or(Euros::ZERO, |asked| asked.monthly);
        let after = |budget| reckon_after(budget, &household, &reading, LoanCosts { instalment, account }).ok();
        let (after, leanest) = (after(budget)?, after(&budget::once_stopped(budget, self.repaid_on()?))?);
        let threshold = rules.office.budget.threshold.unwrap_or(Euros::ZERO);
        let wanted = self.threshold(rules.office).plus(Euros::from_cents(500).ok()?).ok()?;
        let lacking = leanest.budget.shares.times(wanted.minus(leanest.reste_a_vivre).ok()?).ok()?;
        let missing = lacking.cents();
        let age = home.person.born_on.and_then(|birth| age_on(birth, self.received_on));
        let figures = vec![
            ("avant", before.to_string()),
            ("apres", after.reste_a_vivre.to_string()),
            ("repere", threshold.to_string()),
            ("mensualite", instalment.to_string()),
            ("montant", self.plan.amount.to_string()),
            ("mois", self.plan.months.to_string()),
            ("age", age.unwrap_or_default().to_string()),
        ];
        Some(Reckoned { figures, missing })
    }

    /// Says a word of most lines that are above what is usual here.
    fn comment(&self, budget: &mut Budget, home: &Home<'_>, chance: &mut Chance) {
        let rules = self.settings.at(budget.established_on);
        let Some(household) = home.household() else { return };
        let Ok(reckoned) = reckon(budget, &household, &BudgetReading::of_office(&rules)) else { return };
        let above = above_usual(&reckoned, &household, &rules.office.usual_spending).unwrap_or_default();
        for line in budget.lines.iter_mut().filter(|line| above.iter().any(|above| above.entry == line.entry)) {
            if chance.happens(65) {
                line.comment = super::wording::line(chance.word(&self.stock.words.above_usual));
            }
        }
    }

    /// The instalment of the last lender asked.
    fn instalment(&self) -> Option<Euros> {
        Some(schedule(&self.plan.terms(self.received_on)?).ok()?.instalment())
    }

    /// A day by which it is repaid, when it is paid soon where it is not yet.
    fn repaid_on(&self) -> Option<NaiveDate> {
        let paid_on = self.plan.paid_on.unwrap_or(self.today);
        paid_on.checked_add_months(Months::new(self.plan.months.saturating_add(SOON)))
    }

    /// The least the office and the lender want left, a share a month.
    fn threshold(&self, office: &OfficeRules) -> Euros {
        let own = office.budget.threshold.unwrap_or(Euros::ZERO);
        let lender = self.plan.offers.last().and_then(|offer| offer.agreement.budget.as_ref());
        lender.and_then(a_month).map_or(own, |theirs| theirs.max(own))
    }

    fn depth(&self) -> Depth {
        let gone = |wanted: &[Event]| wanted.iter().any(|event| self.last_day(*event).is_some());
        if gone(&[Event::Submitting]) {
            Depth::Decided
        } else if gone(&[Event::BudgetInterview]) {
            Depth::Examined
        } else if gone(&[Event::FirstInterview]) {
            Depth::Started
        } else {
            Depth::Contact
        }
    }

    /// The day of an event, once it is gone by.
    fn last_day(&self, wanted: Event) -> Option<NaiveDate> {
        let gone = self.events.iter().filter(|(day, _)| *day < self.today);
        gone.rev().find(|(_, event)| *event == wanted).map(|(day, _)| *day)
    }

    fn project(&self, depth: Depth, voice: &Voice, chance: &mut Chance) -> Project {
        match depth {
            Depth::Contact => Project::default(),
            Depth::Started => project::told(self.plan, voice, chance),
            Depth::Examined | Depth::Decided => {
                let on = self.last_day(Event::BudgetInterview).unwrap_or(self.received_on);
                let look = Look { words: &self.stock.words, voice, on, today: self.today };
                project::financed(self.plan, &look, chance)
            }
        }
    }

    fn reviews(&self, depth: Depth, strength: Strength, chance: &mut Chance) -> Vec<StatementReview> {
        let read_on = self.last_day(Event::BudgetInterview).filter(|_| depth >= Depth::Examined);
        read_on.map(|day| statements::draw(self.stock, strength, day, chance)).unwrap_or_default()
    }

    /// What was answered, and for some dossiers a check passed over: an income that stops, an aid not waited for.
    fn eligibility(&self, depth: Depth, passing: bool, chance: &mut Chance) -> Eligibility {
        if depth < Depth::Examined {
            return Eligibility::default();
        }
        let mut answers = statements::answers(self.plan.project, &self.settings.lists, chance);
        statements::answer_at_the_interview(&mut answers);
        let check = if passing { "income_lasts" } else { "aids_first" };
        let words = self.stock.words.passed_over.iter().find(|[known, _]| known == check);
        let passed = self.last_day(Event::Submitting).filter(|_| chance.happens(26)).zip(words);
        if passed.is_some() && !passing {
            answers.insert(key("other_aids_possible"), key("yes"));
        }
        let over = |(on, [check, reason]): (NaiveDate, &[String; 2])| {
            (key(check), Override { on, reason: Text::read(reason).unwrap_or_default() })
        };
        Eligibility { answers, overrides: passed.into_iter().map(over).collect(), ..Eligibility::default() }
    }

    /// What the person chose once everything was explained.
    fn choice(&self, chance: &mut Chance) -> Option<LenderChoice> {
        let on = self.last_day(Event::Submitting)?;
        let offer = self.plan.offers.last()?;
        let reasons = line(chance.word(&self.stock.words.choice));
        Some(LenderChoice { on, lender: offer.lender.clone(), reasons, account: offer.agreement.domiciliation.clone() })
    }

    fn simulation(&self, depth: Depth, chance: &mut Chance) -> Simulation {
        if depth < Depth::Examined {
            return Simulation::default();
        }
        let paid_on = self.plan.paid_on.filter(|_| self.last_day(Event::Approval).is_some());
        let dates = paid_on.and_then(|day| self.plan.terms(day)).and_then(|terms| terms.dates);
        Simulation {
            lender: self.plan.offers.last().map(|offer| offer.lender.clone()),
            product: Some(self.plan.project.product.clone()),
            months: Some(self.plan.months),
            disbursed_on: dates.map(|dates| dates.disbursed_on),
            first_due_on: dates.map(|dates| dates.first_due_on),
            interest_only: self.plan.offers.last().map_or(0, |offer| self.plan.interest_only_of(&offer.agreement)),
            choice: self.choice(chance).filter(|_| chance.happens(70)),
            ..Simulation::default()
        }
    }

    fn assessment(&self, depth: Depth, findings: &Findings<'_>, chance: &mut Chance) -> Assessment {
        let read_on = self.last_day(Event::BudgetInterview).unwrap_or(self.received_on);
        match depth {
            Depth::Contact | Depth::Started => Assessment::default(),
            Depth::Examined => assessed::begun(findings, read_on, chance),
            Depth::Decided => {
                let decided_on = self.last_day(Event::Submitting).unwrap_or(read_on);
                assessed::complete(findings, decided_on, chance)
            }
        }
    }
}

/// The threshold of a rule as a month of it: 10 € a day are 304,17 € a month.
fn a_month(rule: &BudgetRule) -> Option<Euros> {
    let threshold = rule.threshold?;
    match rule.period {
        RulePeriod::Month => Some(threshold),
        RulePeriod::Day => threshold.part(365, 12).ok().flatten(),
    }
}

/// The figures of a budget with the loan.
struct Reckoned {
    figures: Vec<(&'static str, String)>,
    /// Cents a month, once the incomes that do not last as long as the loan have stopped.
    missing: i64,
}

impl IntoIterator for Reckoned {
    type Item = (&'static str, String);
    type IntoIter = std::vec::IntoIter<Self::Item>;

    fn into_iter(self) -> Self::IntoIter {
        self.figures.into_iter()
    }
}

/// The budget as it was entered by then: what is only said is not proved yet.
fn entered(mut budget: Budget, depth: Depth) -> Option<Budget> {
    if depth == Depth::Contact {
        return None;
    }
    if depth == Depth::Started {
        budget.lines.iter_mut().for_each(|line| line.certainty = Certainty::Declared);
    }
    Some(budget)
}
