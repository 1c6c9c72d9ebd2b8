//! Noting a decision: one dated fact and the next date that goes with it, in one action.

use domain::dossier::{DossierId, Fact, Precision};
use domain::words;
use serde::Deserialize;
use store::{Acted, Writer};
use ts_rs::TS;

use super::contract::ContractForm;
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

/// An interview or a call, with the next date.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewInterview {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What is typed.
    pub form: InterviewForm,
    /// The next date.
    pub next: NextForm,
}

/// The office's decision, with the next date.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewOrientation {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What is typed.
    pub form: OrientationForm,
    /// The next date.
    pub next: NextForm,
}

/// A sending to a lender, with the next date.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewSubmission {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What is typed.
    pub form: SubmissionForm,
    /// The next date.
    pub next: NextForm,
}

/// An agreement in principle, with the next date.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewAgreementInPrinciple {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What is typed.
    pub form: AgreementForm,
    /// The next date.
    pub next: NextForm,
}

/// An approval, with the next date.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewApproval {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What is typed.
    pub form: ApprovalForm,
    /// The next date.
    pub next: NextForm,
}

/// A refusal, with the next date.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewRefusal {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What is typed.
    pub form: RefusalForm,
    /// The next date.
    pub next: NextForm,
}

/// The signature of the contract, with the next date.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewContract {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What is typed.
    pub form: ContractForm,
    /// The next date.
    pub next: NextForm,
}

/// The release of the funds, with the next date.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewDisbursement {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What is typed.
    pub form: DisbursementForm,
    /// The next date.
    pub next: NextForm,
}

/// The person stops, with the next date.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewStop {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What is typed.
    pub form: StopForm,
    /// The next date.
    pub next: NextForm,
}

/// A support plan, with the next date.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewSupport {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// What is typed.
    pub form: SupportForm,
    /// The next date.
    pub next: NextForm,
}

/// Notes an interview or a call.
pub fn note_interview(desk: &mut Desk, input: NewInterview, moment: &Moment) -> Result<DecisionsView, Failure> {
    note(desk, "note_interview", input.dossier, (DecisionForm::Interview(input.form), input.next), moment)
}

/// Decides where the request goes: to a lender, elsewhere, or nowhere as it is.
pub fn decide_orientation(desk: &mut Desk, input: NewOrientation, moment: &Moment) -> Result<DecisionsView, Failure> {
    note(desk, "decide_orientation", input.dossier, (DecisionForm::Orientation(input.form), input.next), moment)
}

/// Sends the dossier to a lender whose agreement is in force.
pub fn submit_to_lender(desk: &mut Desk, input: NewSubmission, moment: &Moment) -> Result<DecisionsView, Failure> {
    note(desk, "submit_to_lender", input.dossier, (DecisionForm::Submission(input.form), input.next), moment)
}

/// Notes a lender's agreement in principle.
pub fn note_agreement_in_principle(
    desk: &mut Desk,
    input: NewAgreementInPrinciple,
    moment: &Moment,
) -> Result<DecisionsView, Failure> {
    note(
        desk,
        "note_agreement_in_principle",
        input.dossier,
        (DecisionForm::AgreementInPrinciple(input.form), input.next),
        moment,
    )
}

/// Notes a lender's final approval.
pub fn note_approval(desk: &mut Desk, input: NewApproval, moment: &Moment) -> Result<DecisionsView, Failure> {
    note(desk, "note_approval", input.dossier, (DecisionForm::Approval(input.form), input.next), moment)
}

/// Notes a lender's refusal, with its reasons.
pub fn note_refusal(desk: &mut Desk, input: NewRefusal, moment: &Moment) -> Result<DecisionsView, Failure> {
    note(desk, "note_refusal", input.dossier, (DecisionForm::Refusal(input.form), input.next), moment)
}

/// Notes the signature of the contract, with its terms.
pub fn sign_contract(desk: &mut Desk, input: NewContract, moment: &Moment) -> Result<DecisionsView, Failure> {
    note(desk, "sign_contract", input.dossier, (DecisionForm::Contract(Box::new(input.form)), input.next), moment)
}

/// Notes the release of the funds, not before the law allows it.
pub fn note_disbursement(desk: &mut Desk, input: NewDisbursement, moment: &Moment) -> Result<DecisionsView, Failure> {
    note(desk, "note_disbursement", input.dossier, (DecisionForm::Disbursement(input.form), input.next), moment)
}

/// Notes that the person renounces the offer.
pub fn note_withdrawal(desk: &mut Desk, input: NewStop, moment: &Moment) -> Result<DecisionsView, Failure> {
    note(desk, "note_withdrawal", input.dossier, (DecisionForm::Withdrawal(input.form), input.next), moment)
}

/// Notes that the person drops the request.
pub fn drop_request(desk: &mut Desk, input: NewStop, moment: &Moment) -> Result<DecisionsView, Failure> {
    note(desk, "drop_request", input.dossier, (DecisionForm::Drop(input.form), input.next), moment)
}

/// Sets how the loan will be accompanied.
pub fn plan_support(desk: &mut Desk, input: NewSupport, moment: &Moment) -> Result<DecisionsView, Failure> {
    note(desk, "plan_support", input.dossier, (DecisionForm::Support(input.form), input.next), moment)
}

pub(super) fn note(
    desk: &mut Desk,
    call: &'static str,
    id: DossierId,
    (form, next): (DecisionForm, NextForm),
    moment: &Moment,
) -> Result<DecisionsView, Failure> {
    let (settings, advisor) = desk.read(|reader| Ok((settings(reader)?, advisor(reader)?)))?;
    desk.act(call, moment, |writer| {
        let dossier = found(writer, id)?;
        let reading = FormReading { dossier: &dossier, settings: &settings, moment, corrects: None };
        let fact = reading.fact(&form)?;
        record(writer, &dossier, &fact, (&settings, &advisor), moment)?;
        let next = next_date(&next, &fact, &dossier, &settings, moment)?;
        set_next(writer, id, next, moment)?;
        Ok(Acted {
            value: (),
            sentence: words::spaced(&format!(
                "{}, {}.",
                sentence(&fact, Precision::Day, &settings),
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
