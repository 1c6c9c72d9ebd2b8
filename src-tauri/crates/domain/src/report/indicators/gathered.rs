//! What a period holds, gathered in one look at each dossier: every indicator is reckoned from it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::delays::Delay;
use super::{CountedLoan, Ground};
use crate::dossier::{RedirectionAnswer, SurveyMoment};
use crate::money::Euros;
use crate::report::event::Event;
use crate::report::figure::Counted;
use crate::report::life::Lived;
use crate::report::period::Period;
use crate::report::row::{Happened, ReportRow, RowDay};
use crate::settings::ListKey;

/// What the indicators are reckoned from, each in the order of the rows.
#[derive(Default)]
pub(super) struct Gathered<'r> {
    // At the end of the period.
    /// The dossiers whose lender is to answer.
    pub(super) awaiting: Vec<Counted>,
    /// The loans running.
    pub(super) running: Vec<Counted>,
    /// Those nobody was heard of for the office's months, that day or today.
    pub(super) silent: Vec<Counted>,
    /// The loans granted since the start.
    pub(super) lent: Vec<CountedLoan>,
    /// The loans repaid, whenever it was.
    pub(super) repaid: Vec<Counted>,

    // In the period.
    /// The loans granted.
    pub(super) loans: Vec<CountedLoan>,
    /// Those of them whose funds were never released.
    pub(super) not_disbursed: Vec<Counted>,
    /// The loans ended.
    pub(super) ended: Vec<(Counted, Ended)>,
    /// The refunds of interest paid.
    pub(super) refunds: Vec<(Counted, Euros)>,
    /// The agreements in principle whose last day is gone by.
    pub(super) agreements_lapsed: Vec<Counted>,
    /// The guarantees called.
    pub(super) guarantee_calls: Vec<Counted>,
    /// The instalments put off with the lender's agreement.
    pub(super) deferrals: Vec<(Counted, u32)>,
    /// The due dates missed.
    pub(super) missed: Vec<Counted>,
    /// The episodes of missed instalments.
    pub(super) incidents: Vec<Counted>,
    /// The contacts with the person.
    pub(super) contacts: Vec<Counted>,
    /// The people directed elsewhere, and what they said when called back.
    pub(super) redirected: Vec<(Counted, Option<RedirectionAnswer>)>,
    /// What the questionnaires that came back answer to each question, and when in the loan.
    pub(super) answers: BTreeMap<&'r str, Vec<(Counted, SurveyMoment, &'r ListKey)>>,
    /// The minutes noted in dossiers, each at the last day some were.
    pub(super) worked: Vec<(Counted, u64)>,
    /// From the request to the first sending.
    pub(super) to_submission: Vec<Delay>,
    /// From the sending to the last answer of the period.
    pub(super) to_decision: Vec<Delay>,
    /// From the approval to the release of the funds.
    pub(super) to_disbursement: Vec<Delay>,
    /// From the request to the release of the funds.
    pub(super) whole_way: Vec<Delay>,
    /// How many dossiers were answered.
    pub(super) answered: u64,
    /// Of each dossier partly known, the events the period may count and does not.
    pub(super) unsure: Vec<Vec<Event>>,
}

/// What became of a loan that ended.
#[derive(Clone, Copy)]
pub(super) struct Ended {
    /// What stayed unpaid; nothing when it was repaid in full.
    pub(super) lost: Option<Euros>,
    /// What had been paid out.
    pub(super) paid: Euros,
}

impl<'r> Gathered<'r> {
    /// Looks at every row for what stands at the end, at those something happened to for the rest.
    pub(super) fn of(period: Period, (rows, lived): (&'r [ReportRow], &'r [Lived<'r>]), ground: &Ground<'_>) -> Self {
        let mut seen = Self::default();
        for row in rows {
            seen.at_the_end(row, period, ground);
        }
        for row in lived {
            seen.happened(row, period, ground.today);
        }
        seen
    }

    fn at_the_end(&mut self, row: &ReportRow, period: Period, ground: &Ground<'_>) {
        let end = period.to();
        self.awaiting.extend(row.awaiting_on(end).map(|on| row.at(on)));
        self.running.extend(row.running_on(end).map(|on| row.at(on)));
        self.silent.extend(row.silent_on(end.min(ground.today), ground.silent_months).map(|on| row.at(on)));
        self.lent.extend(row.granted_by(end).map(|(on, loan)| (row.at(on), loan)));
        self.repaid.extend(row.loan_end.filter(|end| end.lost.is_none()).map(|end| row.at(end.on)));
        if row.is_partly_known() {
            let unsure = Event::ALL.into_iter().filter(|event| row.may_count_in(*event, period)).collect();
            self.unsure.push(unsure);
        }
    }

    fn happened(&mut self, row: &'r Lived<'r>, period: Period, today: NaiveDate) {
        let within = |day: &NaiveDate| period.contains(*day);
        let surely = |of: RowDay| move |day: &NaiveDate| row.is_in(of, *day, period);
        let at = |on: NaiveDate| row.at(on);

        let loan = row.granted_in(period).map(|(on, loan)| (at(on), loan));
        self.loans.extend(loan);
        self.not_disbursed.extend(loan.filter(|_| row.disbursed.is_none()).map(|(one, _)| one));
        let end = row.loan_end.filter(|end| surely(RowDay::LoanEnd)(&end.on));
        let paid = row.disbursed.map_or(Euros::ZERO, |(_, amount)| amount);
        self.ended.extend(end.map(|end| (at(end.on), Ended { lost: end.lost, paid })));
        let refunded = row.refunded.filter(|(on, _)| surely(RowDay::Refund)(on));
        self.refunds.extend(refunded.map(|(on, amount)| (at(on), amount)));
        let lapsed = row.agreements_lapsed.iter().copied().rfind(|day| within(day) && *day < today);
        self.agreements_lapsed.extend(lapsed.map(at));
        self.guarantee_calls.extend(row.guarantee_called.filter(surely(RowDay::GuaranteeCall)).map(at));
        let deferred = row.deferred.iter().filter(|(on, _)| surely(RowDay::Deferral)(on));
        self.deferrals.extend(deferred.map(|(on, instalments)| (at(*on), *instalments)));
        self.missed.extend(row.missed.iter().copied().filter(within).map(at));
        self.incidents.extend(row.incidents.iter().copied().filter(within).map(at));
        self.contacts.extend(row.contacts.iter().copied().filter(within).map(at));
        let redirected = row.counted(Event::Redirected);
        self.redirected.extend(redirected.map(|on| (at(on), row.answered_since(on))));
        for survey in row.row().surveys.iter().filter(|survey| within(&survey.on)) {
            for (question, answer) in &survey.answers {
                let answers = self.answers.entry(question.as_str()).or_default();
                answers.push((at(survey.on), survey.moment, answer));
            }
        }
        self.worked(row, period);
        self.delays(row, period);
    }

    fn worked(&mut self, row: &Lived<'_>, period: Period) {
        let within = || row.worked.iter().filter(|(on, _)| period.contains(*on));
        let minutes = within().fold(0_u64, |sum, (_, minutes)| sum.saturating_add(u64::from(*minutes)));
        let last = within().map(|(on, _)| *on).max().filter(|_| minutes > 0);
        self.worked.extend(last.map(|on| (row.at(on), minutes)));
    }

    /// Of a dossier answered several times in the period, the last answer.
    fn delays(&mut self, row: &Lived<'_>, period: Period) {
        let delay = |from: Happened, to: Happened| {
            let days = row.days_between(from, to)?;
            Some((row.at(to.1), u64::try_from(days).unwrap_or_default()))
        };
        let requested = (Event::Requested, row.received_on);
        let counted = |event| row.counted(event).map(|on| (event, on));
        self.to_submission.extend(counted(Event::Submitted).and_then(|sent| delay(requested, sent)));
        if let Some((on, sent)) = row.answered_in(period) {
            self.answered = self.answered.saturating_add(1);
            self.to_decision.extend(delay((Event::Submitted, sent.sent_on), (sent.answered_as(), on)));
        }
        if let Some(released) = counted(Event::Disbursed) {
            let granted = row.granted_by(released.1).map(|(on, _)| (Event::Granted, on));
            self.to_disbursement.extend(granted.and_then(|granted| delay(granted, released)));
            self.whole_way.extend(delay(requested, released));
        }
    }
}
