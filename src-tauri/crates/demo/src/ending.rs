//! The end of an invented loan: the last interview, the lender's word, the refund, the closing.

use chrono::NaiveDate;
use domain::calendar::days_after;
use domain::dossier::{
    Amended, BankDetails, Closing, EndKind, Event as Noting, Fact, RefundDecision, SessionMatter, SurveyMoment,
};
use domain::line::Line;
use domain::loan::{Amendment, RepaymentSchedule, amended};
use domain::money::Euros;

use super::chance::Chance;
use super::following::Loan;
use super::happenings::noted;
use super::home::key;
use super::lending::SEAT;
use super::moving::working_day_after;
use super::path::Event;
use super::wording::line;

/// How a loan ended.
struct End<'e> {
    loan: &'e Loan<'e>,
    repaid_on: NaiveDate,
    /// The interest that was paid.
    interest: Euros,
    outcome: &'static str,
    /// Whether an instalment was late.
    late: bool,
}

/// The end of a loan by the schedule in force, repaid at its last instalment or before it.
pub(super) fn facts(loan: &Loan<'_>, in_force: &RepaymentSchedule, late: bool, chance: &mut Chance) -> Vec<Fact> {
    let early = loan.telling.day_of(Event::Repaying).and_then(|on| {
        let amendment = Amendment::FullRepayment { on };
        Some((on, amendment, amended(in_force, &amendment).ok()?))
    });
    let mut facts = Vec::new();
    let (repaid_on, how, outcome, schedule) = match &early {
        Some((on, amendment, schedule)) => {
            let note = Line::default();
            facts.push(Fact::Amended(Amended { agreed_on: *on, amendment: *amendment, note }));
            (*on, "early", "repaid_early", schedule)
        }
        None => {
            let last = in_force.instalments.last().and_then(|line| line.due).unwrap_or(loan.paid_on);
            let met = working_day_after(days_after(last, chance.between(8, 13)));
            facts.push(loan.telling.interview("closing_interview", &loan.telling.words.closing, met, chance));
            let on = working_day_after(days_after(met, chance.between(1, 9)));
            (on, "attestation", plain_outcome(late, in_force != &loan.schedule), in_force)
        }
    };
    let amount = early.is_some().then(|| schedule.instalments.last().map(|line| line.total)).flatten();
    facts.push(noted(repaid_on, Noting::LoanRepaid, Some(key(how)), amount));
    let interest = Euros::sum(schedule.instalments.iter().map(|line| line.interest)).unwrap_or(Euros::ZERO);
    let end = End { loan, repaid_on, interest, outcome, late };
    facts.extend(end.facts(chance));
    facts
}

fn plain_outcome(late: bool, changed: bool) -> &'static str {
    match (late, changed) {
        (true, _) => "repaid_with_incidents",
        (false, true) => "repaid_after_amendment",
        (false, false) => "repaid_on_time",
    }
}

impl End<'_> {
    /// The questionnaire, the refund where the office has one, the closing.
    fn facts(&self, chance: &mut Chance) -> Vec<Fact> {
        let mut facts = Vec::new();
        if chance.happens(66) {
            let on = working_day_after(days_after(self.repaid_on, chance.between(3, 12)));
            facts.push(self.loan.survey(on, SurveyMoment::End, chance));
        }
        facts.extend(self.refund(chance));
        let last = facts.iter().map(Fact::day).max().unwrap_or(self.repaid_on).max(self.repaid_on);
        let on = working_day_after(days_after(last, chance.between(2, 6)));
        let note = self.loan.telling.voice.line(chance.word(&self.loan.telling.words.ended));
        facts.push(Fact::Closed(Closing { on, outcome: key(self.outcome), kind: EndKind::Repaid, note }));
        facts
    }

    /// The interest given back, by the rule of the day of the contract.
    fn refund(&self, chance: &mut Chance) -> Vec<Fact> {
        let telling = self.loan.telling;
        let signed = telling.day_of(Event::Signing).unwrap_or(self.loan.paid_on);
        let Some(policy) = telling.settings.at(signed).office.refund.clone() else { return Vec::new() };
        let received = working_day_after(days_after(self.repaid_on, chance.between(2, 6)));
        let (Some(iban), holder) = (chance.one(&telling.words.ibans), telling.voice.line("{prenom} {famille}")) else {
            return Vec::new();
        };
        let details = BankDetails { on: received, iban: line(iban), holder };
        let decided = telling.commission.next(days_after(received, 3));
        let share = self.interest.part(policy.share_percent, 100).ok().flatten().unwrap_or(Euros::ZERO);
        let amount = if self.late { Euros::ZERO } else { share };
        let mut facts = vec![
            Fact::BankDetailsReceived(details),
            Fact::SessionListed(domain::dossier::SessionListed {
                on: received,
                session: SEAT,
                held_on: decided,
                matter: SessionMatter::Refund,
            }),
            Fact::SessionHeard(domain::dossier::SessionHeard {
                on: decided,
                session: SEAT,
                matter: SessionMatter::Refund,
                result: domain::dossier::HearingResult::Decided,
                applicant_present: None,
                opinions: Vec::new(),
                conditions: Line::default(),
                note: Line::default(),
                letter_words: Line::default(),
            }),
            Fact::RefundDecided(RefundDecision {
                on: decided,
                granted: !self.late,
                policy: key("office"),
                scheduled: Some(self.interest),
                attested: None,
                amount,
                reason: Line::default(),
                session: Some(SEAT),
                letter_words: Line::default(),
            }),
        ];
        if !self.late {
            let paid = working_day_after(days_after(decided, chance.between(12, 27)));
            facts.push(noted(paid, Noting::RefundPaid, None, Some(amount)));
        }
        facts
    }
}
