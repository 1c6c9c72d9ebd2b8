//! What letters tell of a decision: of the bank, then of the office that directs elsewhere.

use chrono::{Months, NaiveDate};
use documents::papers::{AfterLoan, promised};
use domain::budget::Section;
use domain::calendar::YearMonth;
use domain::dossier::{
    Answer, ConditionFor, Course, Direction, Event, Orientation, Presentation, call_back_on, is_not_given,
};
use domain::letter::{FieldValues, LetterField as Field, LetterKind, adjournment, answer, last_decision, redirection};
use domain::loan::RepaymentSchedule;
use domain::partner::AidEntry;
use domain::settings::{LenderAgreement, ListKey, RulePeriod};
use domain::words::{counted, folded, long_date, lowered, month_of, over_months, round, the, to_the};

use super::super::Subject;
use super::super::bank_file::after;
use super::super::budget_notes::LoanBeside;
use super::request::figures;
use super::{line, sentences, tell_day, without_end};
use app::failure::Failure;
use casework::budgets::reckoned;

/// More solutions than this are told at the appointment.
const PROPOSED: usize = 3;
/// The reason of which the figures may be known.
const CAPACITY: &str = "insufficient_capacity";

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
    if kind == LetterKind::Submission {
        told.tell_some(Field::DecisionCondition, orientation.and_then(|decided| condition(decided, &course)));
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
    if kind == LetterKind::Redirection {
        told.tell_some(Field::TooLow, too_low(subject)?);
    }
    if kind == LetterKind::Refusal {
        told.tell_some(Field::DebtEnding, debt_ending(subject)?);
    }
    let rules = subject.settings.at(subject.moment.today);
    let days = rules.legal_number("withdrawal_days");
    told.tell_some(Field::ReflectionDays, days.map(|days| counted(days, "jour", "jours")));
    let unpaid = rules.legal_number("earliest_disbursement_days");
    told.tell_some(Field::FirstPaymentDay, unpaid.map(|days| format!("{}e jour", days.saturating_add(1))));
    Ok(())
}

/// What the loan as it is simulated would leave, where that is under the benchmark of the office.
fn too_low(subject: &Subject<'_>) -> Result<Option<String>, Failure> {
    let Some(left) = left_after(subject)? else { return Ok(None) };
    let Some(least) = left.rule.threshold.filter(|_| left.rule.period == RulePeriod::Month) else { return Ok(None) };
    let (instalment, each) = (left.budget.instalment, left.budget.reste_a_vivre);
    Ok((each < least).then(|| {
        format!(
            "avec une mensualité de {instalment}, il vous resterait {each} {} et par mois. Nous conseillons de ne pas \
             descendre sous {}.",
            by_share(&left),
            round(least)
        )
    }))
}

fn left_after(subject: &Subject<'_>) -> Result<Option<AfterLoan>, Failure> {
    let loan = subject.dossier.loan(subject.settings, subject.moment.today).ok();
    after(subject, loan.as_ref().map(LoanBeside::of).transpose()?)
}

fn by_share(left: &AfterLoan) -> &'static str {
    if left.budget.budget.shares.are_people() { "par personne" } else { "par part" }
}

/// The debt of the budget that ends the first within a year, and what its end leaves every month.
fn debt_ending(subject: &Subject<'_>) -> Result<Option<String>, Failure> {
    let today = subject.moment.today;
    let in_a_year = today.checked_add_months(Months::new(12));
    let (Some(this), Some(last)) = (YearMonth::of(today), in_a_year.and_then(YearMonth::of)) else { return Ok(None) };
    if subject.dossier.budget.is_none() {
        return Ok(None);
    }
    let budget = reckoned(subject.dossier, subject.settings, subject.moment)?;
    let debts = budget.section(Section::Debt).into_iter().flat_map(|section| &section.lines);
    let ending =
        debts.filter_map(|debt| Some((debt.line.ends.filter(|ends| *ends > this && *ends <= last)?, debt.per_month?)));
    Ok(ending.min_by_key(|(ends, _)| *ends).map(|(ends, amount)| {
        let (month, amount) = (month_of(ends.first_day()), round(amount));
        format!("Votre crédit actuel se termine en {month} : vous aurez alors {amount} de plus par mois.")
    }))
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
    let sum = submission.amount.map(|amount| over_months(round(amount), submission.months));
    told.tell_some(Field::TermsSent, sum);
    told.tell(Field::RefusalReasons, sentences(&refusal_reasons(sent, subject)));
    let asked = subject.dossier.facts.noted(Event::RefusalReasonAsked);
    let asked = asked.filter(|noted| noted.subject.as_ref().is_none_or(|key| *key == submission.lender)).last();
    told.tell_some(Field::ReasonAskedOn, asked.map(|noted| long_date(noted.on)));
}

/// What a bank whose agreement says what has to be left counted, where less would be left.
fn capacity_counted(sent: &Presentation<'_>, subject: &Subject<'_>) -> Option<String> {
    let rules = subject.settings.at(sent.submission.sent_on);
    let agreement: &LenderAgreement = &rules.lender(&sent.submission.lender)?.agreement?.value;
    let rule = agreement.budget.as_ref().filter(|rule| rule.period == RulePeriod::Month)?;
    let (least, left) = (rule.threshold?, left_after(subject).ok()??);
    let each = left.budget.reste_a_vivre;
    (each < least).then(|| {
        let share = by_share(&left);
        format!(
            "La banque a compté ce qu’il vous resterait pour vivre après la mensualité : {each} par mois, {share}. Elle \
             demande au moins {}. C’est une question de budget à ce jour.",
            round(least)
        )
    })
}

/// What the reasons of a refusal mean, then what is to be told of them; a reason without a text by its label.
fn refusal_reasons(sent: &Presentation<'_>, subject: &Subject<'_>) -> Vec<String> {
    let list = &subject.settings.lists.refusal_reasons;
    let reasons = sent.reasons().into_iter().filter(|key| !is_not_given(key));
    let meant = reasons.filter_map(|key| list.iter().find(|entry| entry.key == *key));
    let counted = capacity_counted(sent, subject);
    let mut said: Vec<String> = meant
        .map(|entry| match &counted {
            Some(counted) if entry.key.as_str() == CAPACITY => counted.clone(),
            Some(_) | None => entry.to_person.clone().unwrap_or_else(|| entry.label.clone()),
        })
        .collect();
    if let Answer::Refused(refusal) = sent.answer {
        said.extend(Some(refusal.letter_words.to_string()).filter(|words| !words.is_empty()));
    }
    said
}

/// What a decision to submit waits for, or asks of the lender, in the words for the person; nothing once it is lifted.
fn condition(decided: &Orientation, course: &Course<'_>) -> Option<String> {
    let words = lowered(without_end(decided.letter_words.as_str()));
    let told = |known: &str| if words.is_empty() { None } else { Some(format!("{known} : {words}.")) };
    if course.reserve.is_some() {
        let untold = "Avant l’envoi, une condition reste à remplir : je vous dis laquelle.";
        return Some(told("Avant l’envoi, il reste une condition à remplir").unwrap_or_else(|| untold.to_owned()));
    }
    decided.condition(ConditionFor::Lender)?;
    let untold = "Une condition est posée pour ce prêt : je vous dis laquelle.";
    Some(told("Une condition est posée pour ce prêt").unwrap_or_else(|| untold.to_owned()))
}

/// The solutions proposed, then whom the person was directed to: what the directory says of them, else their name; each
/// with a line of what to do. Three are proposed; a direction without a solution proposes nothing.
fn solutions(orientation: &Orientation, subject: &Subject<'_>) -> Vec<String> {
    let list = &subject.settings.lists.redirections;
    let found = orientation.solutions.iter().filter_map(|key| list.iter().find(|entry| entry.key == *key));
    let real = found.filter(|entry| entry.family.as_ref().is_none_or(|family| family.as_str() != "none"));
    let where_to = without_end(orientation.where_to.as_str());
    let named = folded(where_to);
    let known = subject.aids.iter().filter(|aid| !aid.retired && named.contains(&folded(aid.name.as_str())));
    let known: Vec<String> = known.map(|aid| described(aid, subject.moment.today)).collect();
    let there = Some(where_to).filter(|words| known.is_empty() && !words.is_empty());
    let with_us = format!("Appelez-moi au {} : nous le faisons ensemble.", subject.head.office.advisor_line());
    let told = real.map(|entry| entry.label.clone()).chain(there.map(str::to_owned));
    let told = told.map(|what| format!("{what}\n{with_us}"));
    known.into_iter().chain(told).take(PROPOSED).collect()
}

/// What an aid of the directory is and who gives it, then whom to reach, what it asks and what to bring: known only as long as it was
/// checked within a year.
fn described(aid: &AidEntry, today: NaiveDate) -> String {
    let named = [&aid.name, &aid.provider].into_iter().filter(|part| !part.is_empty());
    let named = named.map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let is_known = aid.recheck_on(12) >= today;
    let bring = if aid.to_bring.is_empty() { String::new() } else { format!("À apporter : {}", aid.to_bring) };
    let reached = [aid.contact.to_string(), aid.conditions.to_string(), bring].into_iter();
    let reached = sentences(&reached.filter(|part| is_known && !part.is_empty()).collect::<Vec<_>>());
    if reached.is_empty() { format!("{named}\nJe vous dirai qui appeler.") } else { format!("{named}\n{reached}") }
}

fn name_of(lender: &ListKey, subject: &Subject<'_>) -> Option<String> {
    subject.settings.lenders.get(lender).map(|file| file.lender.name.to_string())
}
