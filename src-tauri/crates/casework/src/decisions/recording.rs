//! Noting a decision: one dated fact and the next date that goes with it, in one action.

use domain::dossier::{DossierId, Fact, Precision};
use domain::settings::entry;
use domain::words;
use serde::Deserialize;
use store::{Acted, Writer};
use ts_rs::TS;

use super::contract::ContractForm;
use super::events::{EventForm, ExplanationForm};
use super::forms::{
    AgreementForm, ApprovalForm, DecisionForm, DisbursementForm, InterviewForm, NextForm, OrientationForm, RefusalForm,
    StopForm, SubmissionForm, SupportForm,
};
use super::next::next_date;
use super::read::FormReading;
use super::ready::advisor;
use super::record::record;
use super::view::{DecisionsView, decisions};
use crate::dossiers::{OneDossier, found};
use crate::facts::{recorded_as, sentence};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::settings;

/// A decision as typed, with the next date.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewDecision<F> {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What is typed.
    pub form: F,
    /// The next date.
    pub next: NextForm,
}

/// Declares the verbs that note a decision: name, form, variant of [`DecisionForm`].
macro_rules! decisions {
    ($($(#[$about:meta])* $verb:ident($form:ty) as $decision:ident;)+) => {
        $(
            $(#[$about])*
            pub fn $verb(desk: &mut Desk, input: NewDecision<$form>, moment: &Moment) -> Result<DecisionsView, Failure> {
                let NewDecision { dossier, form, next } = input;
                let decision = NewDecision { dossier, form: DecisionForm::$decision(form.into()), next };
                note(desk, stringify!($verb), &decision, moment)
            }
        )+
    };
}

decisions! {
    /// Notes an interview or a call.
    note_interview(InterviewForm) as Interview;
    /// Decides where the request goes: to a lender, elsewhere, or nowhere as it is.
    decide_orientation(OrientationForm) as Orientation;
    /// Sends the dossier to a lender whose agreement is in force.
    submit_to_lender(SubmissionForm) as Submission;
    /// Notes a lender's agreement in principle.
    note_agreement_in_principle(AgreementForm) as AgreementInPrinciple;
    /// Notes a lender's final approval.
    note_approval(ApprovalForm) as Approval;
    /// Notes a lender's refusal, with its reasons.
    note_refusal(RefusalForm) as Refusal;
    /// Notes why a lender refused, given after its refusal.
    explain_refusal(ExplanationForm) as Explanation;
    /// Notes the signature of the contract, with its terms.
    sign_contract(ContractForm) as Contract;
    /// Notes the release of the funds, not before the law allows it.
    note_disbursement(DisbursementForm) as Disbursement;
    /// Notes that the person renounces the offer.
    note_withdrawal(StopForm) as Withdrawal;
    /// Notes that the person drops the request.
    drop_request(StopForm) as Drop;
    /// Sets how the loan will be accompanied.
    plan_support(SupportForm) as Support;
    /// Notes what passed with a lender: a consent signed, an acknowledgement, an offer, a charter.
    note_lending_event(EventForm) as Event;
}

fn note(
    desk: &mut Desk,
    call: &'static str,
    decision: &NewDecision<DecisionForm>,
    moment: &Moment,
) -> Result<DecisionsView, Failure> {
    let NewDecision { dossier: id, form, next } = decision;
    let id = *id;
    let (settings, advisor) = desk.read(|reader| Ok((settings(reader)?, advisor(reader)?)))?;
    desk.act(call, moment, |writer| {
        let dossier = found(writer, id)?;
        let reading = FormReading { dossier: &dossier, settings: &settings, moment, corrects: None };
        let fact = reading.fact(form)?;
        let planned = record(writer, &dossier, &fact, (&settings, &advisor), moment)?;
        let planned = planned.map(|plan| entry(&settings.lists.support_levels, &plan.level)).transpose()?;
        let planned = planned.map(|level| format!(", accompagnement : {}", words::lowered(&level.label)));
        let next = next_date(next, &fact, &dossier, &settings, moment)?;
        set_next(writer, id, next, moment)?;
        Ok(Acted {
            value: (),
            sentence: words::spaced(&format!(
                "{}{}, {}.",
                sentence(&fact, Precision::Day, &settings),
                planned.unwrap_or_default(),
                dossier.person.display_name()
            )),
            dossier: Some(id),
            fields: vec![recorded_as(&fact), "next_date"],
            draft: Some((Some(id), form.key())),
        })
    })?;
    decisions(desk, OneDossier { dossier: id }, moment)
}

pub(super) fn set_next(
    writer: &Writer<'_>,
    id: DossierId,
    next: Option<domain::dossier::NextDate>,
    moment: &Moment,
) -> Result<(), Failure> {
    if let Some(next) = next {
        writer.insert_fact(id, None, &Fact::NextDateSet(next), moment.now)?;
    }
    Ok(())
}

impl DecisionForm {
    /// The form whose draft ends with it.
    fn key(&self) -> &'static str {
        match self {
            Self::Interview(_) => "interview",
            Self::Orientation(_) => "orientation",
            Self::Submission(_) => "submission",
            Self::AgreementInPrinciple(_) | Self::Approval(_) | Self::Refusal(_) => "lender_answer",
            Self::Contract(_) => "contract",
            Self::Disbursement(_) => "disbursement",
            Self::Withdrawal(_) | Self::Drop(_) => "stop",
            Self::Support(_) => "support",
            Self::Event(_) => "lending_event",
            Self::Explanation(_) => "lender_answer",
        }
    }
}
