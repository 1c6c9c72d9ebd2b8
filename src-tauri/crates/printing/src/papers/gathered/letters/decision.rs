//! What letters tell of a decision: of the bank, then of the office that directs elsewhere.

use documents::papers::promised;
use domain::dossier::{Answer, Direction, Event, Orientation, Presentation, call_back_on, is_not_given};
use domain::letter::{FieldValues, LetterField as Field, LetterKind, adjournment, answer, last_decision, redirection};
use domain::loan::RepaymentSchedule;
use domain::partner::AidEntry;
use domain::settings::ListKey;
use domain::words::{counted, folded, long_date, lowered, over_months, round, the, to_the};

use super::super::Subject;
use super::request::figures;
use super::{line, sentences, tell_day, without_end};
use app::failure::Failure;

/// What the bank decided, and where the office directs.
pub(super) fn decision(kind: LetterKind, subject: &Subject<'_>, told: &mut FieldValues) -> Result<(), Failure> {
    let dossier = subject.dossier;
    let course = dossier.facts.course();
    if let Some(sent) = answer(kind, &course).filter(|_| kind != LetterKind::Submission) {
        bank(&sent, subject, told);
    }
    let orientation = if kind == LetterKind::Inadmissible {
        last_decision(&course, Direction::Inadmissible)
    } else if kind == LetterKind::Submission {
        last_decision(&course, Direction::Submit)
    } else {
        redirection(kind, &course)
    };
    if let Some(orientation) = orientation {
        told.tell(Field::OrientedOn, long_date(orientation.decided_on));
        told.tell_list(Field::Solutions, solutions(orientation, subject));
        told.tell(Field::OrientationReason, lowered(without_end(orientation.letter_words.as_str())));
        let rules = subject.settings.at(orientation.decided_on);
        let call = call_back_on(orientation.decided_on, &orientation.solutions, &rules);
        told.tell_some(Field::CallBackOn, call.filter(|on| *on > subject.moment.today).map(long_date));
    }
    if let Some(heard) = adjournment(&dossier.facts) {
        told.tell(Field::HeardOn, long_date(heard.on));
        told.tell(Field::AdjournmentReason, lowered(without_end(heard.letter_words.as_str())));
        let next = course.listed.map(|(_, listed)| listed.held_on).filter(|on| *on > subject.moment.today);
        told.tell_some(Field::AdjournedTo, next.map(long_date));
    }
    if kind == LetterKind::Submission
        && let Some(sent) = course.current()
    {
        bank(sent, subject, told);
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
    let name = name_of(&submission.lender, subject);
    told.tell_some(Field::BankThe, name.as_deref().map(the));
    told.tell_some(Field::BankTo, name.as_deref().map(to_the));
    told.tell_some(Field::Bank, name);
    tell_day(subject, told, Field::SentOn, (sent.id, submission.sent_on));
    told.tell_some(Field::DecidedOn, sent.decided_on().map(long_date));
    told.tell(Field::TermsSent, over_months(round(submission.amount), submission.months));
    told.tell(Field::RefusalReasons, sentences(&refusal_reasons(sent, subject)));
    let asked = subject.dossier.facts.noted(Event::RefusalReasonAsked);
    let asked = asked.filter(|noted| noted.subject.as_ref().is_none_or(|key| *key == submission.lender)).last();
    told.tell_some(Field::ReasonAskedOn, asked.map(|noted| long_date(noted.on)));
}

/// What the reasons of a refusal mean, then what is to be told of them; a reason without a text by its label.
fn refusal_reasons(sent: &Presentation<'_>, subject: &Subject<'_>) -> Vec<String> {
    let list = &subject.settings.lists.refusal_reasons;
    let reasons = sent.reasons().into_iter().filter(|key| !is_not_given(key));
    let meant = reasons.filter_map(|key| list.iter().find(|entry| entry.key == *key));
    let mut said: Vec<String> =
        meant.map(|entry| entry.to_person.clone().unwrap_or_else(|| entry.label.clone())).collect();
    if let Answer::Refused(refusal) = sent.answer {
        said.extend(Some(refusal.letter_words.to_string()).filter(|words| !words.is_empty()));
    }
    said
}

/// The solutions proposed, then whom the person was directed to: what the directory says of them, else their name.
/// A direction without a solution proposes nothing.
fn solutions(orientation: &Orientation, subject: &Subject<'_>) -> Vec<String> {
    let list = &subject.settings.lists.redirections;
    let found = orientation.solutions.iter().filter_map(|key| list.iter().find(|entry| entry.key == *key));
    let real = found.filter(|entry| entry.family.as_ref().is_none_or(|family| family.as_str() != "none"));
    let mut said: Vec<String> = real.map(|entry| entry.label.clone()).collect();
    let where_to = without_end(orientation.where_to.as_str());
    let named = folded(where_to);
    let known = subject.aids.iter().filter(|aid| !aid.retired && named.contains(&folded(aid.name.as_str())));
    let mut known = known.map(described).peekable();
    if known.peek().is_some() {
        said.extend(known);
    } else {
        said.extend(Some(where_to.to_owned()).filter(|words| !words.is_empty()));
    }
    said
}

/// `Garage solidaire, Entraide du Val : 05 36 49 00 12. Apporter une attestation`: an aid of the directory.
fn described(aid: &AidEntry) -> String {
    let named = [&aid.name, &aid.provider].into_iter().filter(|part| !part.is_empty());
    let named = named.map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let reached = [&aid.contact, &aid.conditions].into_iter().filter(|part| !part.is_empty());
    let reached = sentences(&reached.map(ToString::to_string).collect::<Vec<_>>());
    if reached.is_empty() { named } else { format!("{named} : {}", without_end(&reached)) }
}

fn name_of(lender: &ListKey, subject: &Subject<'_>) -> Option<String> {
    subject.settings.lenders.get(lender).map(|file| file.lender.name.to_string())
}
