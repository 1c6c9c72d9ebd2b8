//! The facts of an invented dossier: what each event of its path writes down.

use chrono::{Days, NaiveDate};
use domain::calendar::days_after;
use domain::dossier::{
    AgreementInPrinciple, Approval, Contract, Direction, Disbursement, Fact, Interview, NextDate, Noted, Orientation,
    Refusal, Request, Stop, Submission,
};
use domain::line::Line;
use domain::loan::Rate;
use domain::money::Euros;
use domain::settings::{ListKey, Provider, Settings};
use domain::support::{LoanDays, SupportPlan, proposed_steps};

use super::budget::Strength;
use super::chance::Chance;
use super::home::key;
use super::moving::working_day_after;
use super::path::{Event, Turn};
use super::plan::Plan;
use super::repayment;
use super::stock::{Redirection, Words};
use super::wording::{Voice, line};

/// Something that happens on a day, with what it was called while it was to come.
pub(super) struct Happening {
    /// Its day.
    pub(super) on: NaiveDate,
    /// What the next date before it says.
    pub(super) what: Line,
    /// What it writes down.
    pub(super) facts: Vec<Fact>,
}

/// One dossier being told.
pub(super) struct Telling<'t> {
    pub(super) words: &'t Words,
    pub(super) settings: &'t Settings,
    pub(super) plan: &'t Plan<'t>,
    pub(super) voice: &'t Voice,
    /// Whether the budget carries the loan: a lender says so when it does not.
    pub(super) strength: Strength,
}

/// The facts gone by of a request and what happens to it; each names the next date as it was then.
pub(super) fn facts(request: Request, happenings: &[Happening], today: NaiveDate) -> Vec<Fact> {
    let mut set_on = request.received_on;
    let mut facts = vec![Fact::RequestReceived(request)];
    for happening in happenings {
        let to_come = happening.on > today;
        // A closed dossier waits for nothing any more once the person was called back.
        if to_come || !facts.iter().any(closes) {
            facts.push(Fact::NextDateSet(NextDate { set_on, on: happening.on, what: happening.what.clone() }));
        }
        if to_come {
            break;
        }
        facts.extend(happening.facts.iter().cloned());
        set_on = happening.on;
    }
    facts
}

/// Whether a fact closes its dossier.
pub(super) fn closes(fact: &Fact) -> bool {
    match fact {
        Fact::OrientationDecided(orientation) => orientation.direction != Direction::Submit,
        Fact::Withdrawn(_) | Fact::Dropped(_) | Fact::Closed(_) => true,
        Fact::RequestReceived(_)
        | Fact::NextDateSet(_)
        | Fact::InterviewHeld(_)
        | Fact::Submitted(_)
        | Fact::AgreedInPrinciple(_)
        | Fact::Approved(_)
        | Fact::Refused(_)
        | Fact::SupportPlanned(_)
        | Fact::ContractSigned(_)
        | Fact::Disbursed(_)
        | Fact::Amended(_)
        | Fact::Declared(_)
        | Fact::TakenOver(_)
        | Fact::Screened(_)
        | Fact::Informed(_)
        | Fact::AppointmentSet(_)
        | Fact::DocumentNoted(_)
        | Fact::SessionListed(_)
        | Fact::SessionHeard(_)
        | Fact::RefusalExplained(_)
        | Fact::Reviewed(_)
        | Fact::Noted(_)
        | Fact::SurveyAnswered(_)
        | Fact::BankDetailsReceived(_)
        | Fact::RefundDecided(_) => false,
    }
}

impl Telling<'_> {
    /// Everything that happens, in the order of its days.
    pub(super) fn happenings(&self, events: &[(NaiveDate, Event)], chance: &mut Chance) -> Vec<Happening> {
        let mut happenings = Vec::new();
        for (on, event) in events {
            let facts = self.facts_of(*event, *on, chance);
            let plan =
                facts.iter().find_map(|fact| if let Fact::SupportPlanned(plan) = fact { Some(plan) } else { None });
            let follow_ups = plan.map(|plan| self.follow_ups(plan, chance)).unwrap_or_default();
            happenings.push(Happening { on: *on, what: self.what(*event), facts });
            happenings.extend(follow_ups);
        }
        happenings.sort_by_key(|happening| happening.on);
        happenings
    }

    fn facts_of(&self, event: Event, on: NaiveDate, chance: &mut Chance) -> Vec<Fact> {
        let words = self.words;
        match event {
            Event::FirstInterview => vec![self.interview("first_interview", &words.first_interview, on, chance)],
            Event::BudgetInterview => vec![self.interview("budget_interview", &words.budget_interview, on, chance)],
            Event::FileInterview => vec![self.interview("file_interview", &words.file_interview, on, chance)],
            Event::LenderCall => vec![self.interview("lender_exchange", &words.lender_call, on, chance)],
            Event::CallBack => vec![self.interview("follow_up_call", &words.redirection_call, on, chance)],
            Event::Submitting => vec![self.orientation(on, Direction::Submit, None, chance.word(&words.submit))],
            Event::Redirecting => self.directed(Direction::Redirect, &words.redirect, on, chance),
            Event::Inadmissible => self.directed(Direction::Inadmissible, &words.inadmissible, on, chance),
            Event::Sending(turn) => self.sending(turn, on, chance),
            Event::Principle => self.principle(on, chance).into_iter().collect(),
            Event::Approval => self.approval(on, chance),
            Event::Refusal(turn) => self.refusal(turn, on, chance).into_iter().collect(),
            Event::Signing => self.signing(on).into_iter().collect(),
            Event::Payment => vec![Fact::Disbursed(Disbursement {
                on,
                amount: self.plan.amount,
                means: line(&self.plan.project.means),
            })],
            Event::Accelerating => {
                vec![self.noted(on, domain::dossier::Event::Accelerated, None, Some(self.plan.amount))]
            }
            Event::Repaying => vec![self.noted(on, domain::dossier::Event::LoanRepaid, Some(key("early")), None)],
            Event::Dropping => vec![Fact::Dropped(self.stop(on, &words.dropped, chance))],
            Event::Withdrawing => vec![Fact::Withdrawn(self.stop(on, &words.withdrawn, chance))],
        }
    }

    fn interview(&self, kind: &str, notes: &[String], held_on: NaiveDate, chance: &mut Chance) -> Fact {
        let call = kind.ends_with("call") || kind.ends_with("exchange");
        let quarters = if call { chance.between(1, 2) } else { chance.between(3, 7) };
        let note = self.voice.line(chance.word(notes));
        let minutes = Some(quarters.saturating_mul(15));
        Fact::InterviewHeld(Interview {
            held_on,
            kind: key(kind),
            minutes,
            counts: !call,
            note,
            next_step: Line::default(),
        })
    }

    fn directed(&self, direction: Direction, from: &[Redirection], on: NaiveDate, chance: &mut Chance) -> Vec<Fact> {
        let found = chance.one(from);
        found.map(|found| self.orientation(on, direction, Some(&found.solutions), &found.reason)).into_iter().collect()
    }

    fn orientation(&self, on: NaiveDate, direction: Direction, to: Option<&[ListKey]>, reason: &str) -> Fact {
        Fact::OrientationDecided(Orientation {
            decided_on: on,
            mode: self.settings.at(on).office.decision_mode.clone(),
            direction,
            solutions: to.unwrap_or_default().to_vec(),
            reason: self.voice.line(reason),
            conditions: Line::default(),
            session: None,
            where_to: Line::default(),
        })
    }

    /// The sending, once the person agreed to it.
    fn sending(&self, turn: Turn, sent_on: NaiveDate, chance: &mut Chance) -> Vec<Fact> {
        let Some(offer) = self.plan.offer(turn) else { return Vec::new() };
        let consent = self.noted(sent_on, domain::dossier::Event::ConsentSigned, Some(offer.lender.clone()), None);
        let notes = match turn {
            Turn::First => &self.words.sent,
            Turn::Second => &self.words.submit_again,
        };
        let submitted = Fact::Submitted(Submission {
            sent_on,
            lender: offer.lender.clone(),
            product: Some(self.plan.project.product.clone()),
            amount: self.plan.amount,
            months: self.plan.months,
            expected_on: offer.agreement.answer_days.map(|days| days_after(sent_on, days)),
            note: self.voice.line(chance.word(notes)),
        });
        vec![consent, submitted]
    }

    fn noted(
        &self,
        on: NaiveDate,
        event: domain::dossier::Event,
        subject: Option<ListKey>,
        amount: Option<Euros>,
    ) -> Fact {
        Fact::Noted(Noted { on, event, subject, until: None, amount, note: Line::default() })
    }

    fn principle(&self, on: NaiveDate, chance: &mut Chance) -> Option<Fact> {
        let offer = self.plan.offers.last()?;
        Some(Fact::AgreedInPrinciple(AgreementInPrinciple {
            on,
            lender: offer.lender.clone(),
            amount: self.plan.amount,
            months: self.plan.months,
            valid_until: on.checked_add_days(Days::new(60)),
            told: offer.agreement.notification.clone(),
            note: self.voice.line(chance.word(&self.words.agreed)),
        }))
    }

    /// The approval, and the support that is set with it.
    fn approval(&self, on: NaiveDate, chance: &mut Chance) -> Vec<Fact> {
        let Some(offer) = self.plan.offers.last() else { return Vec::new() };
        let approval = Fact::Approved(Approval {
            on,
            lender: offer.lender.clone(),
            amount: self.plan.amount,
            annual_rate: offer.agreement.rate.unwrap_or(Rate::ZERO),
            months: self.plan.months,
            told: offer.agreement.notification.clone(),
            note: self.voice.line(chance.word(&self.words.approved)),
        });
        let support = self.support(on, chance).map(Fact::SupportPlanned);
        std::iter::once(approval).chain(support).collect()
    }

    fn support(&self, set_on: NaiveDate, chance: &mut Chance) -> Option<SupportPlan> {
        let levels = [("none", 12), ("light", 48), ("regular", 30), ("reinforced", 10)];
        let (level, _) = chance.weighed(&levels, |(_, weight)| *weight)?;
        let plans = &self.settings.lists.follow_up_plans;
        let rhythm = plans.iter().find(|plan| plan.level.as_str() == *level)?;
        let terms = self.plan.terms(self.paid_on(set_on))?;
        let days = terms.dates.map(|dates| LoanDays::of(dates.disbursed_on, dates.first_due_on, terms.months));
        Some(SupportPlan {
            set_on,
            level: rhythm.level.clone(),
            budget: (*level == "regular" || *level == "reinforced").then_some(Provider::Office),
            social: (*level == "reinforced").then_some(Provider::Other),
            note: self.voice.line(chance.word(&self.words.support_note)),
            steps: proposed_steps(rhythm, &days.unwrap_or_default()),
        })
    }

    fn refusal(&self, turn: Turn, on: NaiveDate, chance: &mut Chance) -> Option<Fact> {
        let offer = self.plan.offer(turn)?;
        let known = self.words.refused.first().filter(|_| self.strength == Strength::Weak);
        let found = known.or_else(|| chance.one(&self.words.refused))?;
        Some(Fact::Refused(Refusal {
            on,
            lender: offer.lender.clone(),
            reasons: found.reasons.clone(),
            told: offer.agreement.notification.clone(),
            note: self.voice.line(&found.note),
        }))
    }

    fn signing(&self, signed_on: NaiveDate) -> Option<Fact> {
        let offer = self.plan.offers.last()?;
        let terms = self.plan.terms(self.paid_on(signed_on))?;
        Some(Fact::ContractSigned(Contract {
            signed_on,
            lender: offer.lender.clone(),
            stated: domain::loan::StatedFigures::default(),
            terms,
            bank_reference: Line::default(),
        }))
    }

    /// The day of the payment, or the one it would have.
    fn paid_on(&self, on: NaiveDate) -> NaiveDate {
        let planned = || on.checked_add_days(Days::new(14)).map(working_day_after);
        self.plan.paid_on.or_else(planned).unwrap_or(on)
    }

    fn stop(&self, on: NaiveDate, reasons: &[String], chance: &mut Chance) -> Stop {
        Stop { on, reason: self.voice.line(chance.word(reasons)) }
    }

    /// The meetings and calls of a plan, one by one, once the loan is paid.
    fn follow_ups(&self, plan: &SupportPlan, chance: &mut Chance) -> Vec<Happening> {
        let Some(paid_on) = self.plan.paid_on else { return Vec::new() };
        let end = plan.steps.iter().filter_map(|step| step.first_on).max();
        let mut held = Vec::new();
        for step in &plan.steps {
            let every = step.every_months.unwrap_or(1_200);
            let mut day = step.first_on;
            while let Some(on) = day.filter(|on| *on > paid_on && end.is_some_and(|end| *on <= end)) {
                let notes = if step.channel.as_str().ends_with("call") {
                    &self.words.follow_up_call
                } else {
                    &self.words.follow_up_interview
                };
                let on_day = working_day_after(on);
                let fact = self.interview(step.channel.as_str(), notes, on_day, chance);
                let what = format!("{} : {}", step.label, step.purpose);
                held.push(Happening { on: on_day, what: line(&what), facts: vec![fact] });
                day = on.checked_add_months(chrono::Months::new(every));
            }
        }
        if let Some(terms) = self.plan.terms(paid_on) {
            let deferrals = self.plan.offers.last().and_then(|offer| offer.agreement.deferrals).unwrap_or_default();
            repayment::declare(&mut held, &terms, deferrals, (self.words, chance));
        }
        held
    }

    fn what(&self, event: Event) -> Line {
        let next = &self.words.next;
        line(match event {
            Event::FirstInterview => &next.first,
            Event::BudgetInterview => &next.budget,
            Event::FileInterview => &next.file,
            Event::Submitting | Event::Redirecting | Event::Inadmissible => &next.decide,
            Event::Sending(Turn::First) => &next.send,
            Event::Sending(Turn::Second) => &next.again,
            Event::LenderCall | Event::Principle | Event::Refusal(_) => &next.answer,
            Event::Approval => &next.final_answer,
            Event::Signing => &next.sign,
            Event::Payment | Event::Withdrawing => &next.pay,
            Event::Accelerating | Event::Repaying => &next.news,
            Event::CallBack => &next.call_back,
            Event::Dropping => &next.news,
        })
    }
}
