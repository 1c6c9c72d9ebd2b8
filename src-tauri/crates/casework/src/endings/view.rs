//! The room of the end of a loan: five steps, the proof of the refund instalment by instalment.

use domain::dossier::{Dossier, DossierId, FactKind, Precision, RunningLoan, SurveyMoment};
use domain::money::Euros;
use domain::refund::{RefundProof, refund};
use domain::settings::{RefundMoment, Settings};
use domain::words::{Labelled, folded, known_date, long_date, lowered, on_known_date, screen_date, spaced};
use serde::Serialize;
use ts_rs::TS;

use super::proof::{RefundProofView, proof_view};
use crate::decisions::CLOSING;
use crate::dossiers::{OneDossier, found};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::settings;
use app::shapes::Choice;

/// The end of the loan of a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct EndingView {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Whether the loan is over, or its last instalment has fallen due: the room has something to do.
    pub is_open: bool,
    /// Whether a refund may be decided: at the end, or as soon as the loan is paid when the rule says so.
    pub may_refund: bool,
    /// What opens it, or how the dossier was closed.
    pub sentence: String,
    /// The steps, in their order.
    pub steps: Vec<EndingStep>,
    /// When the questionnaire may be answered, and whether it was.
    pub survey: Vec<SurveyMomentView>,
    /// What proves the refund; nothing when the office refunds nothing.
    pub proof: Option<RefundProofView>,
    /// Where the interest that is refunded comes from; empty where its parts do not add up to it.
    pub sources: Vec<InterestSource>,
    /// The name a holder would have, unless the document says otherwise.
    pub holder: String,
    /// The account the refund is paid to.
    pub bank_details: Option<HeldBankDetails>,
    /// What was decided, and paid.
    pub decided: String,
    /// Whether a refund was granted and waits for its payment.
    pub to_pay: bool,
    /// How it may be closed.
    pub outcomes: Vec<Choice>,
    /// Whether it is closed.
    pub is_closed: bool,
}

/// One step of the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct EndingStep {
    /// What is done there: `over`, `right`, `interview`, `refund`, `closing`.
    pub key: String,
    /// What it is.
    pub label: String,
    /// How it stands.
    pub state: EndingStepState,
    /// Its day; empty while it has none.
    pub note: String,
    /// What else is known of it; may be empty.
    pub detail: String,
}

/// A part of the interest that is refunded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct InterestSource {
    /// `Intérêts du contrat`, `Report d’une échéance, 16 nov. 2027`.
    pub label: String,
    /// Its amount, without its unit.
    pub amount: String,
}

/// How a step of the end stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EndingStepState {
    /// Behind.
    Done,
    /// To be done now.
    Current,
    /// The rule says no.
    Refused,
    /// To come.
    Coming,
}

/// A moment of the questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SurveyMomentView {
    /// Its key.
    pub key: String,
    /// What people read.
    pub label: String,
    /// The day it came back; empty when it has not.
    pub answered_on: String,
    /// Its questions.
    pub questions: Vec<SurveyAsked>,
}

/// A question of the questionnaire.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct SurveyAsked {
    /// Its key.
    pub key: String,
    /// The question.
    pub label: String,
    /// What may be answered; words when empty.
    pub choices: Vec<Choice>,
    /// What was answered; empty when it stayed blank.
    pub answer: String,
}

/// The account a refund is paid to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HeldBankDetails {
    /// The whole number, shown here alone.
    pub iban: String,
    /// The holder.
    pub holder: String,
    /// What is to be looked at: the holder is not the person; empty when nothing is.
    pub warning: String,
}

/// Shows the end of the loan of a dossier.
pub fn ending_room(desk: &Desk, input: OneDossier, moment: &Moment) -> Result<EndingView, Failure> {
    desk.read(|reader| {
        let (dossier, settings) = (found(reader, input.dossier)?, settings(reader)?);
        shown(&dossier, &settings, moment)
    })
}

fn shown(dossier: &Dossier, settings: &Settings, moment: &Moment) -> Result<EndingView, Failure> {
    let course = dossier.facts.course();
    let over = course.died_on.or(course.repaid_on).or(course.lost_on());
    let proof = refund(dossier, settings, moment.today)?;
    let paid = dossier.facts.refund_paid_on();
    let granted = course.refund.filter(|(_, decision)| decision.granted);
    Ok(EndingView {
        dossier: dossier.id,
        is_open: over.is_some() || dossier.last_due_passed(moment.today).is_some(),
        may_refund: proof.as_ref().is_some_and(|proof| over.is_some() || is_at_the_start(proof)),
        sentence: sentence(dossier, over, moment.today),
        steps: steps(dossier, proof.as_ref(), over, moment.today),
        survey: surveys(dossier, settings),
        sources: proof.as_ref().map(|proof| sources(dossier, proof)).unwrap_or_default(),
        holder: dossier.person.display_name(),
        proof: proof.as_ref().map(proof_view),
        bank_details: bank_details(dossier),
        decided: decided(dossier, paid),
        to_pay: granted.is_some() && paid.is_none(),
        outcomes: dossier.outcomes(&settings.lists).into_iter().map(Choice::of_entry).collect(),
        is_closed: course.closed.is_some(),
    })
}

/// Whether the rule refunds as the loan starts.
pub(super) fn is_at_the_start(proof: &RefundProof) -> bool {
    proof.policy.moment == RefundMoment::Start
}

fn sentence(dossier: &Dossier, over: Option<chrono::NaiveDate>, today: chrono::NaiveDate) -> String {
    let course = dossier.facts.course();
    let paid = course.disbursement.is_some();
    if let Some((last, running)) = dossier.last_due_passed(today).filter(|_| over.is_none() && course.closed.is_none())
    {
        return unproved(&running, last);
    }
    spaced(&match (course.closed, over, paid) {
        (Some((on, outcome)), _, _) => {
            let on = on_known_date(on, dossier.facts.precision_on(on, &CLOSING));
            format!("Dossier clos {on} : {}.", lowered(outcome.label()))
        }
        (None, Some(on), _) if course.died_on.is_some() => {
            let on = on_known_date(on, ended_known(dossier, on));
            format!("Décès noté {on} : rien n’est plus demandé à la personne, il reste à clore le dossier.")
        }
        (None, Some(on), _) => format!("Prêt terminé {}.", on_known_date(on, ended_known(dossier, on))),
        (None, None, true) => {
            "S’ouvre à la dernière échéance, ou à l’attestation de fin de la banque (ici, « La banque atteste la fin »).".to_owned()
        }
        (None, None, false) => "S’ouvre quand le prêt est versé, puis remboursé.".to_owned(),
    })
}

/// What is known of a loan whose last instalment has fallen due and whose end nobody attested yet.
fn unproved(running: &RunningLoan, last: chrono::NaiveDate) -> String {
    let known = crate::loans::known(running);
    spaced(&format!(
        "Dernière échéance passée, le {} ({known}) : l’entretien et le questionnaire se notent ici. L’attestation de la \
         banque se note avec eux ; le dossier se clôt ensuite.",
        long_date(last)
    ))
}

/// How exactly the end of a loan is known.
fn ended_known(dossier: &Dossier, on: chrono::NaiveDate) -> Precision {
    dossier.facts.precision_on(on, &[FactKind::Noted])
}

fn decided(dossier: &Dossier, paid: Option<chrono::NaiveDate>) -> String {
    let course = dossier.facts.course();
    let Some((_, decision)) = course.refund else { return String::new() };
    let on = long_date(decision.on);
    spaced(&match (decision.granted, paid) {
        (false, _) => format!("Remboursement écarté le {on}. {}", decision.reason),
        (true, None) => format!("{} accordés le {on}, à payer.", decision.amount),
        (true, Some(day)) => format!("{} accordés le {on}, payés le {}.", decision.amount, long_date(day)),
    })
}

/// The kind of the interview that ends a loan.
pub(super) const CLOSING_INTERVIEW: &str = "closing_interview";

/// What each step is made of: its key, its name, the day it was done, what else is known.
type Told = (&'static str, &'static str, Option<chrono::NaiveDate>, String);

fn steps(
    dossier: &Dossier,
    proof: Option<&RefundProof>,
    over: Option<chrono::NaiveDate>,
    today: chrono::NaiveDate,
) -> Vec<EndingStep> {
    let course = dossier.facts.course();
    let over_known = over.map_or(Precision::Day, |on| ended_known(dossier, on));
    let died = course.died_on.is_some();
    let mut all: Vec<Told> =
        vec![("over", if died { "Décès" } else { "La banque atteste la fin" }, over, String::new())];
    if let Some(proof) = proof.filter(|_| over.is_some() && !died) {
        let told: Vec<String> = proof.obstacles.iter().map(super::proof::obstacle).collect();
        let (label, detail) = match told.is_empty() {
            true => ("Droit prouvé", proof.amount.to_string()),
            false => ("La règle ne l’accorde pas", told.join(" ")),
        };
        all.push(("right", label, over, detail));
    }
    if !died {
        all.push(interview(dossier, proof.is_some()));
    }
    let decided = course.refund.map(|(_, decision)| decision);
    if proof.is_some() || decided.is_some() {
        let paid = dossier.facts.refund_paid_on();
        let done = decided.and_then(|decision| if decision.granted { paid } else { Some(decision.on) });
        all.push(("refund", "Intérêts rendus", done, self::decided(dossier, paid)));
    }
    all.push(("closing", "Dossier clos", course.closed.map(|(on, _)| on), String::new()));
    let current = all.iter().position(|(_, _, done, _)| done.is_none());
    let refused = proof.is_some_and(|proof| !proof.obstacles.is_empty());
    let steps = all.into_iter().enumerate().map(|(place, (key, label, done, detail))| EndingStep {
        key: key.to_owned(),
        label: spaced(label),
        state: match (done, current) {
            (Some(_), _) if key == "right" && refused => EndingStepState::Refused,
            (Some(_), _) => EndingStepState::Done,
            (None, Some(current)) if current == place => EndingStepState::Current,
            (None, _) => EndingStepState::Coming,
        },
        note: match (done, if place == 0 { over_known } else { Precision::Day }) {
            (Some(on), Precision::Day) => screen_date(on, today),
            (Some(on), partly) => known_date(on, partly),
            (None, _) => String::new(),
        },
        detail: spaced(&detail),
    });
    steps.collect()
}

/// The interview, the questionnaire and the account: done once the first two are.
fn interview(dossier: &Dossier, refunds: bool) -> Told {
    let course = dossier.facts.course();
    let held = course.interviews.iter().find(|(_, held)| held.kind.as_str() == CLOSING_INTERVIEW);
    let met = held.map(|(_, held)| held.held_on);
    let answered = dossier.facts.survey(SurveyMoment::End).map(|survey| survey.on);
    let lacks = [
        met.is_none().then_some("entretien à tenir"),
        answered.is_none().then_some("questionnaire à saisir"),
        (refunds && dossier.facts.bank_details().is_none()).then_some("RIB à demander"),
    ];
    let lacks: Vec<&str> = lacks.into_iter().flatten().collect();
    ("interview", "Entretien, questionnaire, IBAN", met.and(answered), lacks.join(", "))
}

/// The interest of the contract, then what each change added; nothing where they do not make what was paid.
fn sources(dossier: &Dossier, proof: &RefundProof) -> Vec<InterestSource> {
    let Some(running) = dossier.running_loan() else { return Vec::new() };
    let source = |label: &str, amount: Euros| InterestSource { label: spaced(label), amount: amount.bare() };
    let mut all = vec![source("Intérêts du contrat", running.signed.total_interest)];
    let mut before = &running.signed;
    for change in &running.changes {
        let Ok(added) = change.schedule.total_interest.minus(before.total_interest) else { return Vec::new() };
        let label = format!("{}, {}", change.agreed.amendment.label(), long_date(change.agreed.agreed_on));
        all.push(source(&label, added));
        before = &change.schedule;
    }
    if before.total_interest == proof.interest { all } else { Vec::new() }
}

/// Every moment of the questionnaire; after a death, those that were answered.
fn surveys(dossier: &Dossier, settings: &Settings) -> Vec<SurveyMomentView> {
    let asked =
        |moment: &SurveyMoment| dossier.facts.course().died_on.is_none() || dossier.facts.survey(*moment).is_some();
    SurveyMoment::ALL.into_iter().filter(asked).map(|moment| survey(moment, dossier, settings)).collect()
}

fn survey(moment: SurveyMoment, dossier: &Dossier, settings: &Settings) -> SurveyMomentView {
    let given = dossier.facts.survey(moment);
    let category = settings.lists.category(dossier.facts.request().purpose.as_ref());
    let asked = settings.lists.survey.iter().filter_map(|question| {
        let (label, choices) = question.at(moment, category)?;
        let answer = given.and_then(|survey| survey.answers.get(question.key.as_str()));
        Some(SurveyAsked {
            key: question.key.as_str().to_owned(),
            label: spaced(label),
            choices: choices.iter().map(|choice| Choice::new(choice.key.as_str(), &choice.label)).collect(),
            answer: answer.map(ToString::to_string).unwrap_or_default(),
        })
    });
    SurveyMomentView {
        key: moment.key().to_owned(),
        label: moment.label().to_owned(),
        answered_on: given.map(|survey| long_date(survey.on)).unwrap_or_default(),
        questions: asked.collect(),
    }
}

fn bank_details(dossier: &Dossier) -> Option<HeldBankDetails> {
    let details = dossier.facts.bank_details()?;
    let iban = domain::contact::Iban::read(details.iban.as_str()).ok()?;
    Some(HeldBankDetails {
        iban: iban.to_string(),
        holder: details.holder.to_string(),
        warning: if is_theirs(dossier, details.holder.as_str()) {
            String::new()
        } else {
            format!("Le titulaire n’est pas {} : vérifiez avant de payer.", dossier.person.display_name())
        },
    })
}

/// Whether the holder has the name of the person or of who borrows with them.
fn is_theirs(dossier: &Dossier, holder: &str) -> bool {
    let holder = folded(holder);
    let with = dossier.borrows_with();
    let people = std::iter::once(&dossier.person).chain(with.as_ref());
    let names = people.flat_map(|person| [person.last_name.to_string(), person.birth_name.to_string()]);
    names.filter(|name| !name.is_empty()).any(|name| holder.contains(&folded(&name)))
}
