//! What can be done to a dossier, each deed as the fact it is noted by.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::super::{
    AgreementInPrinciple, Amended, Appointment, Approval, BankDetails, Closing, Contract, Declaration, DeclaredAs,
    Direction, Disbursement, DocumentNoted, DocumentState, EndKind, Event, Fact, HearingResult, Informed, Interview,
    NextDate, Noted, Orientation, RefundDecision, Refusal, RefusalExplained, Request, Review, Screening,
    ScreeningOutcome, SessionHeard, SessionId, SessionListed, SessionMatter, Stop, Submission, Survey, SurveyMoment,
    TakenOver, ToldBy,
};
use crate::line::Line;
use crate::loan::{Amendment, HeldInterest, LoanTerms, Rate};
use crate::money::Euros;
use crate::settings::{ListKey, Provider};
use crate::support::SupportPlan;

pub(crate) const LENDER: &str = "banque_du_val";
pub(crate) const OTHER: &str = "credit_de_l_aune";

use Deed::{Agree, Amend, Approve, Declare, Disburse, Drop, End, Note, Orient, Plan, Refuse, Sign, Submit, Withdraw};

/// What is done, and with which lender.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Deed {
    Request,
    Next,
    Interview,
    Orient(Direction),
    Submit(&'static str),
    Agree(&'static str),
    Approve(&'static str),
    Refuse(&'static str),
    Plan,
    Sign(&'static str),
    Disburse,
    Amend,
    Declare,
    Withdraw,
    Drop,
    TakeOver,
    Screen,
    Inform,
    Appoint,
    Document,
    List,
    Hear,
    Explain,
    Review,
    Answer,
    Details,
    Refund,
    End(EndKind),
    Note(Event),
}

/// Ten days after the first day, and so on: `day(0)` is 9 November 2026.
pub(crate) fn day(offset: u32) -> NaiveDate {
    crate::calendar::days_after("2026-11-09".parse().unwrap(), offset)
}

pub(crate) fn key(text: &str) -> ListKey {
    ListKey::new(text)
}

pub(crate) fn fact(deed: Deed, on: NaiveDate) -> Fact {
    let (note, lender) = (Line::default(), key);
    let (amount, months) = (Euros::read("2400").unwrap(), 36);
    match deed {
        Deed::Request => {
            let project = Line::read("voiture").unwrap();
            Fact::RequestReceived(Request {
                received_on: on,
                origin: key("reception"),
                project,
                purpose: None,
                amount: None,
                how_heard: None,
                referrer: None,
            })
        }
        Deed::Next => Fact::NextDateSet(NextDate { set_on: on, on, what: note }),
        Deed::Interview => Fact::InterviewHeld(Interview {
            held_on: on,
            kind: key("first_interview"),
            minutes: None,
            counts: true,
            note,
            next_step: Line::default(),
        }),
        Orient(direction) => Fact::OrientationDecided(Orientation {
            solutions: vec![key("budget_support")],
            reason: note,
            ..Orientation::of(on, key("advisor_alone"), direction)
        }),
        Submit(bank) => {
            let (lender, product, expected_on) = (lender(bank), None, None);
            Fact::Submitted(Submission {
                sent_on: on,
                lender,
                product,
                amount: Some(amount),
                months: Some(months),
                expected_on,
                note,
            })
        }
        Agree(bank) => {
            let (lender, valid_until, told) = (lender(bank), None, None);
            Fact::AgreedInPrinciple(AgreementInPrinciple { on, lender, amount, months, valid_until, told, note })
        }
        Approve(bank) => {
            let annual_rate = Rate::read("4").unwrap();
            Fact::Approved(Approval {
                on,
                lender: lender(bank),
                amount: Some(amount),
                annual_rate: Some(annual_rate),
                months: Some(months),
                told: None,
                note,
            })
        }
        Refuse(bank) => {
            let reasons = vec![key("not_given")];
            Fact::Refused(Refusal {
                on,
                lender: lender(bank),
                reasons,
                told: None,
                note,
                letter_words: Line::default(),
            })
        }
        Plan => {
            let level = key("light");
            Fact::SupportPlanned(SupportPlan { set_on: on, level, budget: None, social: None, note, steps: Vec::new() })
        }
        Sign(bank) => Fact::ContractSigned(Contract {
            signed_on: on,
            lender: lender(bank),
            terms: terms(amount, months),
            stated: crate::loan::StatedFigures::default(),
            bank_reference: Line::default(),
        }),
        Disburse => Fact::Disbursed(Disbursement { on, amount, means: note }),
        Amend => {
            let amendment = Amendment::Postponed { from: 3, count: 1, interest: HeldInterest::WithLast };
            Fact::Amended(Amended { agreed_on: on, amendment, note })
        }
        Declare => {
            let (declared, told_by) = (DeclaredAs::Paid, ToldBy::Lender);
            Fact::Declared(Declaration { on, from: 1, to: 2, declared, told_by, note })
        }
        Withdraw => Fact::Withdrawn(Stop { on, reason: note }),
        Drop => Fact::Dropped(Stop { on, reason: note }),
        Deed::TakeOver
        | Deed::Screen
        | Deed::Inform
        | Deed::Appoint
        | Deed::Document
        | Deed::List
        | Deed::Hear
        | Deed::Explain
        | Deed::Review
        | Deed::Answer
        | Deed::Details
        | Deed::Refund
        | End(_)
        | Note(_) => around(deed, on),
    }
}

/// What happens around the decisions.
fn around(deed: Deed, on: NaiveDate) -> Fact {
    let note = Line::default;
    let (session, matter) = (SessionId(1), SessionMatter::Request);
    match deed {
        Deed::TakeOver => {
            Fact::TakenOver(TakenOver { on, from: note(), note: note(), written: crate::text::Text::default() })
        }
        Deed::Screen => {
            let (outcome, answers) = (ScreeningOutcome::InformationOnly, BTreeMap::new());
            Fact::Screened(Screening { on, outcome, minutes: None, answers, note: note() })
        }
        Deed::Inform => Fact::Informed(Informed { on, of: BTreeSet::new(), note: note() }),
        Deed::Appoint => Fact::AppointmentSet(Appointment {
            set_on: on,
            on,
            at: None,
            kind: key("first_interview"),
            place: note(),
            note: note(),
        }),
        Deed::Document => Fact::DocumentNoted(DocumentNoted {
            on,
            document: key("identity"),
            part: note(),
            state: DocumentState::Received,
            issued_on: None,
            valid_until: None,
            reason: note(),
            attachments: Vec::new(),
            from_files: false,
        }),
        Deed::List => Fact::SessionListed(SessionListed { on, session, held_on: on, matter }),
        Deed::Hear => Fact::SessionHeard(SessionHeard {
            on,
            session,
            matter,
            result: HearingResult::Adjourned,
            applicant_present: None,
            opinions: Vec::new(),
            conditions: note(),
            note: note(),
            letter_words: note(),
        }),
        Deed::Explain => {
            let reasons = vec![key("capacity")];
            Fact::RefusalExplained(RefusalExplained { on, lender: key(LENDER), reasons, note: note() })
        }
        Deed::Review => Fact::Reviewed(Review {
            on,
            kind: key("follow_up_call"),
            with: Provider::Office,
            step: note(),
            minutes: None,
            due_dates_kept: None,
            project: note(),
            budget_changed: None,
            note: note(),
            next_step: note(),
        }),
        Deed::Answer => {
            let (moment, answers) = (SurveyMoment::End, BTreeMap::new());
            Fact::SurveyAnswered(Survey { on, moment, answers, may_be_quoted: false })
        }
        Deed::Details => Fact::BankDetailsReceived(BankDetails { on, iban: note(), holder: note() }),
        Deed::Refund => Fact::RefundDecided(RefundDecision {
            on,
            granted: true,
            policy: key("tarbes"),
            scheduled: None,
            attested: None,
            amount: Euros::ZERO,
            reason: note(),
            session: None,
            letter_words: note(),
        }),
        End(kind) => Fact::Closed(Closing { on, outcome: key("outcome"), kind, note: note() }),
        Note(event) => {
            let put_off = event == Event::TaskPutOff;
            let subject = put_off.then(|| key("next_step"));
            let until = put_off.then(|| crate::calendar::days_after(on, 7));
            let note = if put_off { Line::read("en congé").unwrap() } else { note() };
            Fact::Noted(Noted { subject, until, note, ..Noted::of(on, event) })
        }
        Deed::Request
        | Deed::Next
        | Deed::Interview
        | Orient(_)
        | Submit(_)
        | Agree(_)
        | Approve(_)
        | Refuse(_)
        | Plan
        | Sign(_)
        | Disburse
        | Amend
        | Declare
        | Withdraw
        | Drop => unreachable!("{deed:?} is a decision"),
    }
}

fn terms(amount: Euros, months: u32) -> LoanTerms {
    let annual_rate = Rate::read("4").unwrap();
    LoanTerms::of(amount, annual_rate, months)
}
