//! The forms the facts call for now, filled with what is known; later steps are one
//! line each.

use chrono::NaiveDate;
use domain::dossier::{Act, Course, Event, Outcome, stage};
use domain::eligibility::GatedAct;
use domain::settings::entry;
use domain::words::{self, capital, long_date};
use serde::Serialize;
use ts_rs::TS;

use super::events::{EventForm, ExplanationForm, titled};
use super::forms::{
    AgreementForm, ApprovalForm, DecisionForm, DisbursementForm, InterviewForm, OrientationForm, RefusalForm, StopForm,
    SubmissionForm, SupportForm,
};
use super::next::proposed;
use super::plan::plan_by_itself;
use super::read::FormReading;
use super::ready::sent_as_missing;
use app::failure::stopped;
use app::shapes::key_of;

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

/// Every form that may be filled now, the furthest step of a loan first.
pub(super) fn offered(reading: &FormReading<'_>) -> Vec<OfferedForm> {
    let (dossier, course) = (reading.dossier, reading.dossier.facts.course());
    let next = Act::next(stage(dossier));
    let mut offered = Vec::new();
    for act in dossier.acts(reading.settings, reading.moment.today) {
        let mut forms = forms(act, reading, &course);
        if let Some(first) = forms.first_mut() {
            first.main = Some(act) == next && first.off.is_none();
        }
        offered.extend(forms);
    }
    offered
}

/// The forms of an act, the one it is most often done by first.
fn forms(act: Act, reading: &FormReading<'_>, course: &Course<'_>) -> Vec<OfferedForm> {
    let blank = |title: &str, note: &str, decision: DecisionForm| form(reading, title, note, decision);
    vec![match act {
        Act::Pay => payment(reading),
        Act::Sign => {
            let note = "Ce que la personne et la banque ont signé.";
            let offered = blank(act.title(), note, DecisionForm::Contract(Box::default()));
            OfferedForm { warning: held(reading, GatedAct::Sign), ..offered }
        }
        Act::Answer => return answers(reading),
        Act::Submit => {
            let note = "La convention de la banque, ses limites et celles du produit sont vérifiées.";
            let missing = Some(sent_as_missing(reading)).filter(|missing| !missing.is_empty());
            let warning = missing.map(|missing| format!("{}.", capital(&missing))).unwrap_or_default();
            let empty = DecisionForm::Submission(SubmissionForm::default());
            OfferedForm { warning, ..blank(act.title(), note, empty) }
        }
        Act::Orient => orientation(reading, course),
        Act::Plan => support(reading, course),
        Act::Note(event) => noted(event, reading, course),
        Act::Explain => {
            let note = "Ce que la banque a fini par dire ; le refus garde sa date.";
            blank(act.title(), note, DecisionForm::Explanation(ExplanationForm::default()))
        }
        Act::Meet => interview(reading, course),
        Act::Drop => {
            let note = "La personne ne donne pas suite : le dossier est clos et compté.";
            blank(act.title(), note, DecisionForm::Drop(StopForm::default()))
        }
        Act::Withdraw => {
            let note = "La personne renonce à l’offre : le dossier est clos, elle ne doit que ce qu’elle a reçu.";
            blank(act.title(), note, DecisionForm::Withdrawal(StopForm::default()))
        }
    }]
}

/// An exchange; one held before the day of the appointment leaves that one to come.
fn interview(reading: &FormReading<'_>, course: &Course<'_>) -> OfferedForm {
    let note = "Imprimé dans le parcours du dossier de la banque, sauf une note de travail.";
    let offered = form(reading, Act::Meet.title(), note, DecisionForm::Interview(InterviewForm::default()));
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
    let rules = reading.settings.at(reading.moment.today);
    let step = |act: Act| {
        let (title, note) = match act {
            Act::Plan => (act.title(), "Se fixe une fois la demande étudiée.".to_owned()),
            Act::Submit => ("Transmission à la banque", "Quand le CCAS décide de transmettre.".to_owned()),
            Act::Answer => (act.title(), "À partir de la transmission.".to_owned()),
            Act::Sign => {
                let days = rules.legal_number("withdrawal_days");
                let mind = days.map(|days| format!(" ; {days} jours pour changer d’avis")).unwrap_or_default();
                (act.title(), format!("À l’accord de la banque{mind}."))
            }
            Act::Pay => {
                let days = rules.legal_number("earliest_disbursement_days");
                let from = days.map(|days| format!(", dès le {}e jour", days.saturating_add(1))).unwrap_or_default();
                (act.title(), format!("Après la signature{from}."))
            }
            Act::Orient | Act::Note(_) | Act::Explain | Act::Meet | Act::Drop | Act::Withdraw => return None,
        };
        Some(LaterStep { title: title.to_owned(), note: words::spaced(&note) })
    };
    reading.dossier.later_acts().into_iter().filter_map(step).collect()
}

/// The form filled by reading it empty: what it would record if nothing were typed.
fn form(reading: &FormReading<'_>, title: &str, note: &str, empty: DecisionForm) -> OfferedForm {
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
    let title = if course.orientations.is_empty() { Act::Orient.title() } else { "Autre orientation" };
    let mode = reading.settings.at(reading.moment.today).office.decision_mode.as_str().to_owned();
    let empty = OrientationForm { mode, ..OrientationForm::default() };
    let note = "Transmettre, réorienter vers une autre solution, ou dire la demande irrecevable.";
    form(reading, title, note, DecisionForm::Orientation(empty))
}

fn support(reading: &FormReading<'_>, course: &Course<'_>) -> OfferedForm {
    let (title, plan) = match course.support {
        Some((_, plan)) => ("Revoir le plan", SupportForm { set_on: String::new(), ..SupportForm::of(plan) }),
        None => (Act::Plan.title(), SupportForm::default()),
    };
    let older = course.support.zip(course.contract).is_some_and(|(plan, signed)| plan.1.set_on < signed.1.signed_on);
    let note = if older {
        "Ses dates viennent de la simulation : reprenez un rythme pour les compter depuis le contrat."
    } else {
        "Fixé à l’octroi, revu à tout moment : niveau, qui fait quoi, rythme, premières dates."
    };
    form(reading, title, note, DecisionForm::Support(plan))
}

fn payment(reading: &FormReading<'_>) -> OfferedForm {
    let empty = DecisionForm::Disbursement(DisbursementForm::default());
    let offered = form(reading, Act::Pay.title(), "Le prêt commence ; le suivi aussi.", empty);
    let from = reading
        .dossier
        .withdrawal(reading.settings)
        .map(|period| period.payable_from)
        .filter(|from| reading.moment.today < *from);
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

/// Something that passed with a lender or the person.
fn noted(event: Event, reading: &FormReading<'_>, course: &Course<'_>) -> OfferedForm {
    let redirected = course.closed.is_some_and(|(_, outcome)| outcome == Outcome::Redirected);
    let (title, note) = if event == Event::RedirectionAnswered && redirected {
        (
            "Suite de la réorientation",
            "Ce que la solution a donné, même « pas demandé » : les élus le lisent dans le bilan.",
        )
    } else {
        titled(event)
    };
    let empty = EventForm { event: key_of(event), ..EventForm::default() };
    form(reading, title, note, DecisionForm::Event(empty))
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
