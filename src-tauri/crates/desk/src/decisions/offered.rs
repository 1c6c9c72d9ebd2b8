//! The forms the facts call for now, filled with what is known; later steps are one
//! line each.

use chrono::NaiveDate;
use domain::dossier::{Course, Direction, Stage, WithdrawalPeriod, stage};
use domain::eligibility::GatedAct;
use domain::settings::entry;
use domain::words::{self, capital, long_date};
use serde::Serialize;
use ts_rs::TS;

use super::forms::{
    AgreementForm, ApprovalForm, DecisionForm, DisbursementForm, InterviewForm, OrientationForm, RefusalForm, StopForm,
    SubmissionForm, SupportForm,
};
use super::next::proposed;
use super::offered_events::events;
use super::plan::plan_by_itself;
use super::read::FormReading;
use super::ready::sent_as_missing;
use crate::failure::stopped;

/// A form that may be filled now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct OfferedForm {
    /// Its name.
    pub title: String,
    /// What it does, in a sentence.
    pub note: String,
    /// What an empty next date becomes.
    pub next_hint: String,
    /// What the adviser sends knowing it, under the form; empty for most.
    pub warning: String,
    /// Whether it is the next thing to do.
    pub main: bool,
    /// Why it would be refused today.
    pub off: Option<String>,
    /// The form, filled with what is known.
    pub decision: DecisionForm,
}

/// A step that is not there yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LaterStep {
    /// Its name.
    pub title: String,
    /// What would open it.
    pub note: String,
}

/// Every form that may be filled now, the next thing to do first.
pub(super) fn offered(reading: &FormReading<'_>) -> Vec<OfferedForm> {
    let course = reading.dossier.facts.course();
    let stage = stage(reading.dossier);
    let mut forms = Vec::new();
    if may_pay(&course) {
        forms.push(payment(reading, &course));
    }
    if !course.approvals().is_empty() && course.contract.is_none() {
        let note = "Ce que la personne et la banque ont signé.";
        let offered = form(reading, "Signature du contrat", note, DecisionForm::Contract(Box::default()));
        forms.push(OfferedForm { warning: held(reading, GatedAct::Sign), ..offered });
    }
    if course.open().next().is_some() {
        forms.extend(answers(reading));
    }
    if may_submit(&course) {
        let note = "La convention de la banque, ses limites et celles du produit sont vérifiées.";
        let empty = DecisionForm::Submission(SubmissionForm::default());
        let missing = Some(sent_as_missing(reading)).filter(|missing| !missing.is_empty());
        let warning = missing.map(|missing| format!("{}.", capital(&missing))).unwrap_or_default();
        forms.push(OfferedForm { warning, ..form(reading, "Transmettre à une banque", note, empty) });
    }
    if may_orient(&course) {
        forms.push(orientation(reading, &course));
    }
    if stage != Stage::Request && course.closed.is_none() {
        forms.push(support(reading, &course));
    }
    forms.extend(events(reading, &course));
    forms.push(interview(reading, &course));
    if let Some(stop) = stop(reading, &course) {
        forms.push(stop);
    }
    mark_main(&mut forms, stage);
    forms
}

/// An exchange; one held before the day of the appointment leaves that one to come.
fn interview(reading: &FormReading<'_>, course: &Course<'_>) -> OfferedForm {
    let note = "Imprimé dans le parcours du dossier de la banque, sauf une note de travail.";
    let offered = form(reading, "Noter un échange", note, DecisionForm::Interview(InterviewForm::default()));
    let to_come = course.appointment.filter(|(_, agreed)| agreed.on > reading.moment.today);
    let warning = to_come.map(|(_, agreed)| {
        words::spaced(&format!(
            "Le rendez-vous du {} reste à venir. S’il a été tenu plus tôt, notez-le plutôt dans Journal : « Tenu aujourd’hui ».",
            long_date(agreed.on)
        ))
    });
    OfferedForm { warning: warning.unwrap_or_default(), ..offered }
}

/// What is not there yet, and what would open it.
pub(super) fn later(reading: &FormReading<'_>) -> Vec<LaterStep> {
    let course = reading.dossier.facts.course();
    if course.closed.is_some() {
        return Vec::new();
    }
    let rules = reading.settings.at(reading.moment.today);
    let step = |title: &str, note: &str| LaterStep { title: title.to_owned(), note: words::spaced(note) };
    let mut later = Vec::new();
    if stage(reading.dossier) == Stage::Request {
        later.push(step("Plan d’accompagnement", "Se fixe une fois la demande étudiée."));
    }
    let sent = !course.presentations.is_empty() || course.lending().is_some();
    if !sent && !may_submit(&course) {
        later.push(step("Transmission à la banque", "Quand le CCAS décide de transmettre."));
    }
    let granted = course.lending().is_some();
    if !granted && course.open().next().is_none() {
        later.push(step("Réponse de la banque", "À partir de la transmission."));
    }
    if !granted {
        let days = rules.legal_number("withdrawal_days");
        let mind = days.map(|days| format!(" ; {days} jours pour changer d’avis")).unwrap_or_default();
        later.push(step("Signature du contrat", &format!("À l’accord de la banque{mind}.")));
    }
    if course.contract.is_none() {
        let days = rules.legal_number("earliest_disbursement_days");
        let from = days.map(|days| format!(", dès le {}e jour", days.saturating_add(1))).unwrap_or_default();
        later.push(step("Versement", &format!("Après la signature{from}.")));
    }
    later
}

fn may_pay(course: &Course<'_>) -> bool {
    course.contract.is_some() && course.disbursement.is_none()
}

pub(super) fn may_submit(course: &Course<'_>) -> bool {
    let last = course.orientations.last().map(|(_, last)| last.direction == Direction::Submit);
    let directed = last.unwrap_or(course.taken_over);
    directed && course.closed.is_none() && course.lending().is_none()
}

fn may_orient(course: &Course<'_>) -> bool {
    course.lending().is_none() && course.open().next().is_none()
}

/// The form filled by reading it empty: what it would record if nothing were typed.
pub(super) fn form(reading: &FormReading<'_>, title: &str, note: &str, empty: DecisionForm) -> OfferedForm {
    let filled = reading.fact(&empty).ok().as_ref().and_then(DecisionForm::of);
    OfferedForm {
        title: title.to_owned(),
        note: words::spaced(note),
        next_hint: words::spaced(&ended(&format!("Laissé vide : {}", without_a_date(reading, &empty)))),
        warning: String::new(),
        main: false,
        off: None,
        decision: filled.unwrap_or(empty).dated(reading.moment.today),
    }
}

/// A sentence with its full stop; a question keeps its own.
fn ended(sentence: &str) -> String {
    if sentence.ends_with(['.', '?', '!', '…']) { sentence.to_owned() } else { format!("{sentence}.") }
}

/// What an empty next date becomes: what the rules will call for, once the form can be read.
fn without_a_date(reading: &FormReading<'_>, form: &DecisionForm) -> String {
    match reading.fact(form) {
        Ok(fact) => proposed(&fact, reading.dossier, reading.settings, reading.moment),
        Err(_) => "les tâches suivent de ce qui est noté".to_owned(),
    }
}

fn answers(reading: &FormReading<'_>) -> Vec<OfferedForm> {
    vec![
        form(
            reading,
            "Accord de la banque",
            "L’accord définitif, reçu.",
            DecisionForm::Approval(ApprovalForm::default()),
        ),
        form(
            reading,
            "Accord de principe",
            "Avant que le bien soit choisi : rien n’est prêté encore.",
            DecisionForm::AgreementInPrinciple(AgreementForm::default()),
        ),
        form(
            reading,
            "Refus de la banque",
            "Plusieurs motifs possibles ; un refus peut être retravaillé et représenté.",
            DecisionForm::Refusal(RefusalForm::default()),
        ),
    ]
}

fn orientation(reading: &FormReading<'_>, course: &Course<'_>) -> OfferedForm {
    let title = if course.orientations.is_empty() { "Décision du CCAS" } else { "Autre orientation" };
    let mode = reading.settings.at(reading.moment.today).office.decision_mode.as_str().to_owned();
    let empty = OrientationForm { mode, ..OrientationForm::default() };
    let note = "Transmettre, réorienter vers une autre solution, ou dire la demande irrecevable.";
    form(reading, title, note, DecisionForm::Orientation(empty))
}

fn support(reading: &FormReading<'_>, course: &Course<'_>) -> OfferedForm {
    let (title, plan) = match course.support {
        Some((_, plan)) => ("Revoir le plan", SupportForm { set_on: String::new(), ..SupportForm::of(plan) }),
        None => ("Plan d’accompagnement", SupportForm::default()),
    };
    let older = course.support.zip(course.contract).is_some_and(|(plan, signed)| plan.1.set_on < signed.1.signed_on);
    let note = if older {
        "Ses dates viennent de la simulation : reprenez un rythme pour les compter depuis le contrat."
    } else {
        "Fixé à l’octroi, revu à tout moment : niveau, qui fait quoi, rythme, premières dates."
    };
    form(reading, title, note, DecisionForm::Support(plan))
}

fn payment(reading: &FormReading<'_>, course: &Course<'_>) -> OfferedForm {
    let empty = DecisionForm::Disbursement(DisbursementForm::default());
    let offered = form(reading, "Versement", "Le prêt commence ; le suivi aussi.", empty);
    let period =
        course.contract.and_then(|(_, contract)| contract.withdrawal(&reading.settings.at(contract.signed_on)));
    let from = period.map(|period| period.payable_from).filter(|from| reading.moment.today < *from);
    let off = from.map(|from| words::spaced(&format!("Avant le {}, un versement serait refusé.", long_date(from))));
    let planned = plan_by_itself(reading.dossier, reading.settings, reading.moment.today);
    let level = planned.and_then(|plan| entry(&reading.settings.lists.support_levels, &plan.level).ok());
    let warning = level.map(|level| {
        let label = &level.label;
        words::spaced(&format!(
            "Aucun plan d’accompagnement n’est fixé : le prêt suivra « {label} » jusqu’à ce qu’il le soit."
        ))
    });
    let held = Some(held(reading, GatedAct::Release)).filter(|held| !held.is_empty());
    OfferedForm { off, warning: held.or(warning).unwrap_or_default(), ..offered }
}

/// What would refuse an act today, in a sentence; empty when no check does.
fn held(reading: &FormReading<'_>, act: GatedAct) -> String {
    let checks = reading.dossier.checks(reading.settings, reading.moment.today);
    let stopping = checks.as_ref().ok().and_then(|eligible| eligible.stopping(act));
    stopping.map(|result| words::spaced(&stopped(result).sentence())).unwrap_or_default()
}

/// The person renounces the offer, or drops the request before any offer.
fn stop(reading: &FormReading<'_>, course: &Course<'_>) -> Option<OfferedForm> {
    if course.closed.is_some() {
        return None;
    }
    if course.lending().is_none() {
        let note = "La personne ne donne pas suite : le dossier est clos et compté.";
        return Some(form(reading, "Sans suite", note, DecisionForm::Drop(StopForm::default())));
    }
    let period =
        course.contract.and_then(|(_, contract)| contract.withdrawal(&reading.settings.at(contract.signed_on)));
    if course.disbursement.is_some() && is_over(period, reading.moment.today) {
        return None;
    }
    let note = "La personne renonce à l’offre : le dossier est clos, elle ne doit que ce qu’elle a reçu.";
    Some(form(reading, "La personne renonce", note, DecisionForm::Withdrawal(StopForm::default())))
}

fn is_over(period: Option<WithdrawalPeriod>, today: NaiveDate) -> bool {
    period.is_none_or(|period| today > period.ends_on)
}

/// One form is the next thing to do; noting an exchange comes first while nothing is assessed.
fn mark_main(forms: &mut [OfferedForm], stage: Stage) {
    let next = |form: &DecisionForm| match stage {
        Stage::Request => matches!(form, DecisionForm::Interview(_)),
        Stage::Assessment | Stage::Session => matches!(form, DecisionForm::Orientation(_)),
        Stage::ToSubmit | Stage::Refused => matches!(form, DecisionForm::Submission(_)),
        Stage::WithLender | Stage::AgreementInPrinciple => matches!(form, DecisionForm::Approval(_)),
        Stage::Granted => matches!(form, DecisionForm::Contract(_)),
        Stage::Signed => matches!(form, DecisionForm::Disbursement(_)),
        Stage::Running | Stage::Accelerated | Stage::Ending | Stage::Closed => false,
    };
    for form in forms {
        form.main = form.off.is_none() && next(&form.decision);
    }
}

impl DecisionForm {
    /// The same form with the day of its fact written, and without the days that follow from it.
    fn dated(mut self, today: NaiveDate) -> Self {
        match &mut self {
            Self::Submission(form) => form.expected_on = String::new(),
            Self::Contract(form) => (form.disbursed_on, form.first_due_on) = (String::new(), String::new()),
            Self::Interview(_)
            | Self::Orientation(_)
            | Self::AgreementInPrinciple(_)
            | Self::Approval(_)
            | Self::Refusal(_)
            | Self::Disbursement(_)
            | Self::Withdrawal(_)
            | Self::Drop(_)
            | Self::Event(_)
            | Self::Explanation(_)
            | Self::Support(_) => {}
        }
        let day = match &mut self {
            Self::Interview(form) => &mut form.held_on,
            Self::Orientation(form) => &mut form.decided_on,
            Self::Submission(form) => &mut form.sent_on,
            Self::AgreementInPrinciple(form) => &mut form.on,
            Self::Approval(form) => &mut form.on,
            Self::Refusal(form) => &mut form.on,
            Self::Contract(form) => &mut form.signed_on,
            Self::Disbursement(form) => &mut form.on,
            Self::Withdrawal(form) | Self::Drop(form) => &mut form.on,
            Self::Support(form) => &mut form.set_on,
            Self::Event(form) => &mut form.on,
            Self::Explanation(form) => &mut form.on,
        };
        if day.is_empty() {
            *day = words::numeric_date(today);
        }
        self
    }
}
