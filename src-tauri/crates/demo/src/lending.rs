//! What passes between the office, its commission and the lenders, from the agenda to the signature.

use chrono::{Days, NaiveDate};
use domain::calendar::days_after;
use domain::dossier::{
    AgreementInPrinciple, Approval, Contract, Direction, Event as Noting, Fact, HearingResult, Orientation, Refusal,
    RefusalExplained, SessionHeard, SessionId, SessionListed, SessionMatter, Submission, is_not_given,
};
use domain::line::Line;
use domain::settings::{ListKey, Provider};
use domain::support::{LoanDays, SupportPlan, proposed_steps};

use super::budget::Strength;
use super::chance::Chance;
use super::happenings::{Telling, noted};
use super::moving::{days_before, working_day_after, working_day_before};
use super::path::{Event, Turn};

/// A session whose number is not known before it is recorded: its day names it until then.
pub(super) const SEAT: SessionId = SessionId(0);

impl Telling<'_> {
    /// Whether the office's commission decides on the request, and on which day.
    fn sitting(&self) -> Option<NaiveDate> {
        self.day_of(Event::Submitting).filter(|day| self.commission.sits(*day))
    }

    /// The agenda of the session to come, and its preparation some days before.
    pub(super) fn listed(&self, on: NaiveDate) -> Vec<Fact> {
        let Some(held_on) = self.sitting().filter(|day| on < *day) else { return Vec::new() };
        let matter = SessionMatter::Request;
        let mut facts = vec![Fact::SessionListed(SessionListed { on, session: SEAT, held_on, matter })];
        let ready = working_day_before(days_before(held_on, 7)).max(on);
        if held_on > self.today && ready < self.today {
            facts.push(self.ticked(ready, "prepare_session"));
        }
        facts
    }

    /// The decision to submit, in session where the office has one.
    pub(super) fn decided(&self, on: NaiveDate, chance: &mut Chance) -> Vec<Fact> {
        let orientation = self.orientation(on, Direction::Submit, chance.word(&self.words.submit));
        let heard_in = self.sitting().filter(|_| self.day_of(Event::Listing).is_some_and(|listed| listed < on));
        if heard_in.is_none() {
            return vec![Fact::OrientationDecided(orientation)];
        }
        let heard = SessionHeard {
            on,
            session: SEAT,
            matter: SessionMatter::Request,
            result: HearingResult::Decided,
            applicant_present: chance.happens(70).then(|| chance.happens(25)),
            opinions: Vec::new(),
            conditions: Line::default(),
            note: self.voice.line(chance.word(&self.words.heard)),
            letter_words: Line::default(),
        };
        vec![Fact::SessionHeard(heard), Fact::OrientationDecided(Orientation { session: Some(SEAT), ..orientation })]
    }

    /// The sending, once the person agreed to it; the lender says it has it, and may ask for more.
    pub(super) fn sending(&self, turn: Turn, sent_on: NaiveDate, chance: &mut Chance) -> Vec<Fact> {
        let Some(offer) = self.plan.offer(turn) else { return Vec::new() };
        let lender = || Some(offer.lender.clone());
        let consent = noted(sent_on, Noting::ConsentSigned, lender(), None);
        let notes = match turn {
            Turn::First => &self.words.sent,
            Turn::Second => &self.words.submit_again,
        };
        let submitted = Fact::Submitted(Submission {
            sent_on,
            lender: offer.lender.clone(),
            product: Some(self.plan.project.product.clone()),
            amount: Some(self.plan.amount),
            months: Some(self.plan.months),
            expected_on: offer.agreement.answer_days.map(|days| days_after(sent_on, days)),
            note: self.voice.line(chance.word(notes)),
        });
        let mut facts = vec![consent, submitted];
        if chance.happens(88) {
            let received = working_day_after(days_after(sent_on, chance.between(1, 4)));
            facts.push(noted(received, Noting::LenderAcknowledged, lender(), None));
        }
        if chance.happens(10) {
            let asked = working_day_before(days_after(sent_on, 7));
            facts.push(noted(asked, Noting::LenderAskedMore, lender(), None));
            let task = format!("lender_more.{}", offer.lender.as_str());
            facts.push(self.ticked(asked, &task));
        }
        facts
    }

    pub(super) fn principle(&self, on: NaiveDate, chance: &mut Chance) -> Option<Fact> {
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

    /// The approval, and the support that was proposed with the request.
    pub(super) fn approval(&self, on: NaiveDate, chance: &mut Chance) -> Vec<Fact> {
        let Some(offer) = self.plan.offers.last() else { return Vec::new() };
        let approval = Fact::Approved(Approval {
            on,
            lender: offer.lender.clone(),
            amount: Some(self.plan.amount),
            annual_rate: Some(self.plan.rate_of(&offer.agreement)),
            months: Some(self.plan.months),
            told: offer.agreement.notification.clone(),
            note: self.voice.line(chance.word(&self.words.approved)),
        });
        let set_on = self.day_of(Event::Submitting).unwrap_or(on);
        let support = self.support(on, chance).map(|plan| Fact::SupportPlanned(SupportPlan { set_on, ..plan }));
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

    /// The refusal; a lender that gives no reason is asked for it, and often answers.
    pub(super) fn refusal(&self, turn: Turn, on: NaiveDate, chance: &mut Chance) -> Vec<Fact> {
        let Some(offer) = self.plan.offer(turn) else { return Vec::new() };
        let known = self.words.refused.first().filter(|_| self.strength == Strength::Weak);
        let silent = self.words.refused.iter().find(|one| is_silent(&one.reasons)).filter(|_| chance.happens(16));
        let Some(found) = known.or(silent).or_else(|| chance.one(&self.words.refused)) else { return Vec::new() };
        let (lender, note) = (offer.lender.clone(), self.voice.line(&found.note));
        let told = offer.agreement.notification.clone();
        let mut facts = vec![Fact::Refused(Refusal {
            on,
            lender: lender.clone(),
            reasons: found.reasons.clone(),
            told,
            note,
            letter_words: Line::default(),
        })];
        if is_silent(&found.reasons) {
            let asked = working_day_after(days_after(on, 1));
            facts.push(noted(asked, Noting::RefusalReasonAsked, Some(lender.clone()), None));
            let later = working_day_after(days_after(on, chance.between(3, 4)));
            let task = format!("ask_reason.{}", lender.as_str());
            facts.push(match self.words.refused.first().filter(|_| chance.happens(70)) {
                Some(why) => {
                    let (reasons, note) = (why.reasons.clone(), self.voice.line(&why.note));
                    Fact::RefusalExplained(RefusalExplained { on: later, lender, reasons, note })
                }
                None => self.ticked(later, &task),
            });
        }
        facts
    }

    /// The contract, and the charter of the support.
    pub(super) fn signing(&self, signed_on: NaiveDate, chance: &mut Chance) -> Vec<Fact> {
        let Some(offer) = self.plan.offers.last() else { return Vec::new() };
        let Some(terms) = self.plan.terms(self.paid_on(signed_on)) else { return Vec::new() };
        let contract = Contract {
            bank_reference: domain::line::Line::default(),
            signed_on,
            lender: offer.lender.clone(),
            stated: domain::loan::StatedFigures::default(),
            terms,
        };
        let mut facts = vec![Fact::ContractSigned(contract)];
        if chance.happens(45) {
            facts.push(self.interview("signature_meeting", &self.words.signature, signed_on, chance));
        }
        if chance.happens(92) {
            facts.push(noted(signed_on, Noting::CharterSigned, None, None));
        }
        facts
    }
}

/// Whether a refusal gave no reason.
fn is_silent(reasons: &[ListKey]) -> bool {
    reasons.iter().all(is_not_given)
}
