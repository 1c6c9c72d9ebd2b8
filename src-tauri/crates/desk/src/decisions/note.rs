//! Noting a decision: one dated fact and the next date that goes with it, in one action.

use domain::dossier::{Direction, Dossier, DossierId, Fact, FactId, Precision, Recorded};
use domain::settings::{ListKey, Settings};
use domain::words::{self, Labelled, known_date, of_known_date, of_the, on_known_date, the, to_the};
use serde::Deserialize;
use store::{Acted, Writer};
use ts_rs::TS;

use super::contract::ContractForm;
use super::forms::{
    AgreementForm, ApprovalForm, DecisionForm, DisbursementForm, InterviewForm, NextForm, OrientationForm, RefusalForm,
    StopForm, SubmissionForm, SupportForm,
};
use super::judge::{judge, keep_to_the_law};
use super::next::next_date;
use super::read::FormReading;
use super::ready::advisor;
use super::record::record;
use super::view::{DecisionsView, decisions};
use crate::caller::Moment;
use crate::dossiers::{OneDossier, found};
use crate::drafts::FormKey;
use crate::failure::{FactNames, Failure};
use crate::office::{Desk, settings};

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
            draft: Some((Some(id), form.key().key())),
        })
    })?;
    decisions(desk, OneDossier { dossier: id }, moment)
}

/// Refuses a fact, new or correcting another, that the facts of the dossier, its limits or the law do not allow.
pub(crate) fn admit(
    dossier: &Dossier,
    replaces: Option<FactId>,
    fact: &Fact,
    settings: &Settings,
    moment: &Moment,
) -> Result<(), Failure> {
    let new = Recorded { id: FactId::NEW, replaces, precision: Precision::Day, retracted: false, fact: fact.clone() };
    let lender = fact.lender().map(|key| lender_name(key, settings)).unwrap_or_default();
    let names = FactNames { fact, lender: &lender, facts: &dossier.facts };
    let facts = dossier.facts.admit(new, moment.today).map_err(|refused| names.refusal(refused))?;
    judge(fact, dossier, settings)?;
    keep_to_the_law(&facts, settings)
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

/// The name of a lender, whatever the date.
pub(super) fn lender_name(key: &ListKey, settings: &Settings) -> String {
    settings.lenders.get(key).map(|file| file.lender.name.to_string()).unwrap_or_default()
}

/// What was done, as undo and the last line of the window say it, its day no better than it is known.
pub(crate) fn sentence(fact: &Fact, known: Precision, settings: &Settings) -> String {
    let lender = || fact.lender().map(|key| lender_name(key, settings)).unwrap_or_default();
    let day = of_known_date(fact.day(), known);
    let on = on_known_date(fact.day(), known);
    match fact {
        Fact::InterviewHeld(_) => format!("Note de l’entretien {day}"),
        Fact::OrientationDecided(orientation) => match orientation.direction {
            Direction::Submit => format!("Décision de transmettre {day}"),
            Direction::Redirect => format!("Réorientation {day}"),
            Direction::Inadmissible => format!("Irrecevabilité {day}"),
        },
        Fact::Submitted(_) => format!("Transmission {} {day}", to_the(&lender())),
        Fact::AgreedInPrinciple(_) => format!("Accord de principe {} {day}", of_the(&lender())),
        Fact::Approved(_) => format!("Accord {} {day}", of_the(&lender())),
        Fact::Refused(_) => format!("Refus {} {day}", of_the(&lender())),
        Fact::SupportPlanned(_) => format!("Plan d’accompagnement {day}"),
        Fact::ContractSigned(_) => format!("Signature du contrat avec {} {day}", the(&lender())),
        Fact::Disbursed(_) => format!("Versement {day}"),
        Fact::Amended(_) => format!("Aménagement {day}"),
        Fact::Declared(_) => format!("Échéances déclarées {on}"),
        Fact::Withdrawn(_) => format!("Rétractation {day}"),
        Fact::Dropped(_) => format!("Abandon de la demande {day}"),
        Fact::RequestReceived(_) => format!("Demande {day}"),
        Fact::NextDateSet(_) => "Prochaine date".to_owned(),
        Fact::RefusalExplained(_) => format!("Motifs de {} donnés {on}", lender()),
        Fact::Noted(noted) => format!("{}, {on}", noted.event.label()),
        Fact::DocumentNoted(document) => {
            let named = settings.lists.documents.iter().find(|one| one.key == document.document);
            let label = named.map(|one| one.label.clone()).unwrap_or_default();
            format!("{label} : {}", words::lowered(document.state.label()))
        }
        Fact::TakenOver(_)
        | Fact::Screened(_)
        | Fact::Informed(_)
        | Fact::AppointmentSet(_)
        | Fact::SessionListed(_)
        | Fact::SessionHeard(_)
        | Fact::Reviewed(_)
        | Fact::SurveyAnswered(_)
        | Fact::BankDetailsReceived(_)
        | Fact::RefundDecided(_)
        | Fact::Closed(_) => format!("{} : {}", fact.kind().label(), known_date(fact.day(), known)),
    }
}

/// The fact's name in the access journal, which keeps names and never values.
pub(super) fn recorded_as(fact: &Fact) -> &'static str {
    match fact {
        Fact::InterviewHeld(_) => "interview",
        Fact::OrientationDecided(_) => "orientation",
        Fact::Submitted(_) => "submission",
        Fact::AgreedInPrinciple(_) => "agreement_in_principle",
        Fact::Approved(_) => "approval",
        Fact::Refused(_) => "refusal",
        Fact::SupportPlanned(_) => "support",
        Fact::ContractSigned(_) => "contract",
        Fact::Disbursed(_) => "disbursement",
        Fact::Amended(_) => "amendment",
        Fact::Declared(_) => "declaration",
        Fact::Withdrawn(_) => "withdrawal",
        Fact::Dropped(_) => "drop",
        Fact::RequestReceived(_) => "request",
        Fact::NextDateSet(_) => "next_date",
        Fact::TakenOver(_) => "taken_over",
        Fact::Screened(_) => "screening",
        Fact::Informed(_) => "information",
        Fact::AppointmentSet(_) => "appointment",
        Fact::DocumentNoted(_) => "document",
        Fact::SessionListed(_) | Fact::SessionHeard(_) => "session",
        Fact::RefusalExplained(_) => "refusal_reasons",
        Fact::Reviewed(_) => "review",
        Fact::Noted(_) => "event",
        Fact::SurveyAnswered(_) => "survey",
        Fact::BankDetailsReceived(_) => "bank_details",
        Fact::RefundDecided(_) => "refund",
        Fact::Closed(_) => "closing",
    }
}

impl DecisionForm {
    /// The form whose draft ends with it.
    fn key(&self) -> FormKey {
        match self {
            Self::Interview(_) => FormKey::Interview,
            Self::Orientation(_) => FormKey::Orientation,
            Self::Submission(_) => FormKey::Submission,
            Self::AgreementInPrinciple(_) | Self::Approval(_) | Self::Refusal(_) => FormKey::LenderAnswer,
            Self::Contract(_) => FormKey::Contract,
            Self::Disbursement(_) => FormKey::Disbursement,
            Self::Withdrawal(_) | Self::Drop(_) => FormKey::Stop,
            Self::Support(_) => FormKey::Support,
            Self::Event(_) => FormKey::LendingEvent,
            Self::Explanation(_) => FormKey::LenderAnswer,
        }
    }
}
