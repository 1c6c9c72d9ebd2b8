//! What letters tell of a decision: of the bank, then of the office that directs elsewhere.

use documents::papers::promised;
use domain::dossier::{Answer, Course, Direction, Event, Orientation, Presentation, call_back_on, is_not_given};
use domain::letter::{FieldValues, LetterField as Field, LetterKind};
use domain::loan::RepaymentSchedule;
use domain::settings::ListKey;
use domain::words::{counted, long_date, lowered, round};

use super::super::Subject;
use super::request::figures;
use super::{label, line, tell_day, without_end};
use crate::failure::Failure;

/// What the bank decided, and where the office directs.
pub(super) fn decision(kind: LetterKind, subject: &Subject<'_>, told: &mut FieldValues) -> Result<(), Failure> {
    let dossier = subject.dossier;
    let course = dossier.facts.course();
    if let Some(sent) = decided(kind, &course) {
        bank(&sent, subject, told);
    }
    if let Some(orientation) = directed(kind, &course) {
        told.tell(Field::OrientedOn, long_date(orientation.decided_on));
        told.tell(Field::Solutions, solutions(orientation, subject));
        told.tell(Field::OrientationReason, lowered(without_end(orientation.reason.as_str())));
        let rules = subject.settings.at(orientation.decided_on);
        let call = call_back_on(orientation.decided_on, &orientation.solutions, &rules);
        told.tell_some(Field::CallBackOn, call.filter(|on| *on > subject.moment.today).map(long_date));
    }
    if kind == LetterKind::Grant
        && let Ok(schedule) = dossier.loan(subject.settings, subject.moment.today)
    {
        granted(&schedule, subject, told)?;
    }
    let rules = subject.settings.at(subject.moment.today);
    let days = rules.legal_number("withdrawal_days");
    told.tell_some(Field::ReflectionDays, days.map(|days| counted(days, "jour", "jours")));
    let unpaid = rules.legal_number("earliest_disbursement_days");
    told.tell_some(Field::FirstPaymentDay, unpaid.map(|days| format!("{}e jour", days.saturating_add(1))));
    Ok(())
}

/// The loan that was granted, what comes beside it, what is given back of it.
fn granted(schedule: &RepaymentSchedule, subject: &Subject<'_>, told: &mut FieldValues) -> Result<(), Failure> {
    let dossier = subject.dossier;
    let rules = subject.settings.at(dossier.loan_day(subject.moment.today));
    let key = dossier.loan_lender();
    let bank = key.and_then(|key| name_of(key, subject));
    let mut table = vec![line("Banque", bank.unwrap_or_default())];
    // Before the contract the TAEG is worked out here: only the bank's offer states its own.
    let is_simulated = dossier.facts.course().contract.is_none();
    table.extend(figures(schedule).into_iter().map(|(label, value)| match label.as_str() {
        "TAEG" if is_simulated => line("TAEG de la simulation, avant l’offre de la banque", value),
        _ => (label, value),
    }));
    told.tell_table(Field::GrantTable, table);
    let promise = rules.office.refund.as_ref().map(|policy| promised(schedule, policy)).transpose()?;
    told.tell_some(Field::RefundPromised, promise);
    Ok(())
}

/// What was sent to the bank and what it answered.
fn bank(sent: &Presentation<'_>, subject: &Subject<'_>, told: &mut FieldValues) {
    let submission = sent.submission;
    told.tell_some(Field::Bank, name_of(&submission.lender, subject));
    tell_day(subject, told, Field::SentOn, (sent.id, submission.sent_on));
    told.tell_some(Field::DecidedOn, sent.decided_on().map(long_date));
    told.tell(
        Field::TermsSent,
        format!("{} sur {}", round(submission.amount), counted(submission.months, "mois", "mois")),
    );
    let reasons = sent.reasons().into_iter().filter(|key| !is_not_given(key));
    let reasons = reasons.map(|key| label(Some(key), &subject.settings.lists.refusal_reasons));
    told.tell(Field::RefusalReasons, reasons.collect::<Vec<_>>().join(" ; "));
    let asked = subject.dossier.facts.noted(Event::RefusalReasonAsked);
    let asked = asked.filter(|noted| noted.subject.as_ref().is_none_or(|key| *key == submission.lender)).last();
    told.tell_some(Field::ReasonAskedOn, asked.map(|noted| long_date(noted.on)));
}

/// The answer a letter is about: the agreement that stands, else the last refusal.
pub(super) fn decided<'f>(kind: LetterKind, course: &Course<'f>) -> Option<Presentation<'f>> {
    let is_about = |sent: &&Presentation<'f>| match sent.answer {
        Answer::Approved(approval) => kind == LetterKind::Grant && Some(&approval.lender) == course.lending(),
        Answer::Refused(_) => kind != LetterKind::Grant,
        Answer::Awaited | Answer::InPrinciple(_) => false,
    };
    course.presentations.iter().rev().find(is_about).copied()
}

/// Whether the bank said no more than no.
pub(super) fn gave_no_reason(sent: &Presentation<'_>) -> bool {
    sent.is_unexplained()
}

/// Where the office directs: since the refusal, for the letter that tells it.
pub(super) fn directed<'f>(kind: LetterKind, course: &Course<'f>) -> Option<&'f Orientation> {
    let refused_on = (kind == LetterKind::Refusal).then(|| decided(kind, course)).flatten();
    let since = refused_on.and_then(|sent| sent.decided_on());
    let last = course.orientations.iter().rev().map(|(_, orientation)| *orientation);
    let mut redirected = last.filter(|orientation| orientation.direction == Direction::Redirect);
    redirected.find(|orientation| since.is_none_or(|on| orientation.decided_on >= on))
}

/// `Aide facultative du CCAS, épicerie sociale (Entraide du Val)`.
fn solutions(orientation: &Orientation, subject: &Subject<'_>) -> String {
    let list = &subject.settings.lists.redirections;
    let named: Vec<String> = orientation.solutions.iter().map(|key| label(Some(key), list)).collect();
    let where_to = without_end(orientation.where_to.as_str());
    let where_to = if where_to.is_empty() { String::new() } else { format!(" ({where_to})") };
    format!("{}{where_to}", named.join(", "))
}

fn name_of(lender: &ListKey, subject: &Subject<'_>) -> Option<String> {
    subject.settings.lenders.get(lender).map(|file| file.lender.name.to_string())
}
