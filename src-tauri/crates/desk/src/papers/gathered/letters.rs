//! The facts of the letters about a running loan: the loan as its contract writes it, what happened, what was done.
//!
//! Only what was noted is written. Letters wait until the reason of the difficulty is noted, and stop with a death.

use chrono::{Months, NaiveDate};
use documents::papers::default_reasons_letter::{self, DefaultReasonsLetter};
use documents::papers::deferral_request_letter::{self, DeferralAsked, DeferralRequestLetter};
use documents::papers::first_missed_letter::{self, FirstMissedLetter};
use documents::papers::{BankLetterLoan, DeferralClause, LetterInstalment};
use domain::arrears::{Episode, open_episode, registration};
use domain::calendar::days_after;
use domain::dossier::{Event, Fact, Noted, RunningLoan, ToldBy};
use domain::loan::{Amendment, HeldInterest, Instalment, RepaymentSchedule, amended};
use domain::settings::{ListEntry, ListKey};
use domain::words::{Labelled, long_date, lowered};

use super::{Missing, NotYet, Prepared, Subject};
use crate::dossiers::RoomKey;
use crate::failure::Failure;
use crate::loans::{deferral_clause, known};

/// How far back what happened belongs to a difficulty.
const BEFORE: Months = Months::new(3);
/// Days in which an answer is asked for, when the office set none.
const ANSWER_DAYS: u32 = 10;
/// Months a shifted end goes further.
const SHIFT: u32 = 6;

/// The letter after a first missed instalment.
pub(super) fn first_missed(subject: &Subject<'_>) -> Result<Result<Prepared, NotYet>, Failure> {
    let (running, episode) = match (running(subject), open_episode(subject.dossier)) {
        (Err(not_yet), _) => return Ok(Err(not_yet)),
        (Ok(_), None) => return Ok(Err(nothing_missed())),
        (Ok(running), Some(episode)) => (running, episode),
    };
    let Some(first) = episode.owed.first() else { return Ok(Err(nothing_missed())) };
    let rules = subject.settings.at(episode.first_due);
    let count = rules.legal_number("ficp_threshold_instalments");
    let letter = FirstMissedLetter {
        reference: subject.dossier.reference.clone(),
        printed_on: subject.moment.today,
        person: subject.dossier.person.clone(),
        missed: LetterInstalment { number: first.number, due: first.due, amount: first.total },
        told_on: (episode.told_by == ToldBy::Lender).then_some(episode.known_on),
        call_by: answer_by(subject),
        next_due: coming(&running, subject.moment.today).and_then(|line| line.due),
        registration: count.zip(rules.legal_number("ficp_regularisation_days")),
        deferrals: deferral_clause(&running, subject.settings).map(|(most, _)| most),
    };
    let missing = [(letter.person.address.is_empty(), "adresse de la personne", Some(RoomKey::Person))];
    Ok(Ok(prepared(subject, &missing, move |head| first_missed_letter::render(&letter, head))))
}

/// The request for a postponement.
pub(super) fn deferral_request(subject: &Subject<'_>) -> Result<Result<Prepared, NotYet>, Failure> {
    let running = match running(subject) {
        Err(not_yet) => return Ok(Err(not_yet)),
        Ok(running) => running,
    };
    let episode = open_episode(subject.dossier);
    let instalments = asked_of(&running, episode.as_ref(), subject.moment.today);
    let Some(first) = instalments.first().copied() else { return Ok(Err(nothing_left())) };
    let told = Told::since(subject, first.due);
    if told.reasons.is_empty() {
        return Ok(Err(no_reason()));
    }
    let count = u32::try_from(instalments.len()).unwrap_or(1);
    let (asked, amendment) = match told.solution.as_deref() {
        Some("end_shifted") => {
            let change = Amendment::EndShifted { from: first.number, months: SHIFT };
            (DeferralAsked::EndShifted { months: SHIFT }, change)
        }
        Some(_) | None => (DeferralAsked::Postponed, postponed(first.number, count)),
    };
    let before = running.in_force();
    let after = amended(before, &amendment).ok();
    let cost = after.as_ref().map(|after| after.total_cost.minus(before.total_cost)).transpose()?;
    let letter = DeferralRequestLetter {
        reference: subject.dossier.reference.clone(),
        printed_on: subject.moment.today,
        loan: bank_loan(subject, &running),
        asked,
        instalments,
        told_on: told.told_on,
        ends_on: after.as_ref().and_then(end),
        cost,
        reasons: told.reasons,
        done: told.done,
    };
    let missing = to_the_bank(&letter.loan);
    Ok(Ok(prepared(subject, &missing, move |head| deferral_request_letter::render(&letter, head))))
}

/// The reasons of a default, and the opinion before the bank ends the loan.
pub(super) fn default_reasons(subject: &Subject<'_>) -> Result<Result<Prepared, NotYet>, Failure> {
    let (running, episode) = match (running(subject), open_episode(subject.dossier)) {
        (Err(not_yet), _) => return Ok(Err(not_yet)),
        (Ok(_), None) => return Ok(Err(nothing_missed())),
        (Ok(running), Some(episode)) => (running, episode),
    };
    let told = Told::since(subject, episode.first_due);
    if told.reasons.is_empty() {
        return Ok(Err(no_reason()));
    }
    let count = registration(&episode, subject.dossier, &subject.settings.at(episode.first_due));
    let registration = count.map(|found| {
        let rule = found.rules.iter().find(|rule| rule.on == found.on);
        (found.on, rule.map(|rule| lowered(&rule.label)).unwrap_or_default())
    });
    let owed = episode.owed.iter();
    let letter = DefaultReasonsLetter {
        reference: subject.dossier.reference.clone(),
        printed_on: subject.moment.today,
        loan: bank_loan(subject, &running),
        announced_on: told.announced_on,
        owed: owed.map(|one| LetterInstalment { number: one.number, due: one.due, amount: one.total }).collect(),
        known_on: episode.known_on,
        registration,
        offered: offered(&running, &episode, told.solution.as_deref()),
        reasons: told.reasons,
        done: told.done,
        guarantee: guarantee(subject),
    };
    let missing = to_the_bank(&letter.loan);
    Ok(Ok(prepared(subject, &missing, move |head| default_reasons_letter::render(&letter, head))))
}

/// The running loan, unless letters have stopped.
fn running(subject: &Subject<'_>) -> Result<RunningLoan, NotYet> {
    let course = subject.dossier.facts.course();
    if course.died_on.is_some() || course.closed.is_some() {
        return Err(NotYet {
            state: "les lettres sont arrêtées",
            sentence: "Les lettres sont arrêtées : le dossier est clos, ou l’emprunteur est décédé.",
            remedy: "La fiche pour les héritiers s’imprime depuis Suivi.",
            room: RoomKey::FollowUp,
        });
    }
    let paid = course.disbursement.is_some() && course.repaid_on.is_none();
    subject.dossier.running_loan().filter(|_| paid).ok_or(NotYet {
        state: "pour un prêt en cours",
        sentence: "Cette lettre est celle d’un prêt en cours.",
        remedy: "Elle s’ouvre au versement de l’argent, noté dans Décisions.",
        room: RoomKey::Decisions,
    })
}

fn nothing_missed() -> NotYet {
    NotYet {
        state: "aucune échéance impayée",
        sentence: "Aucune échéance impayée n’est déclarée sur ce prêt.",
        remedy: "Une échéance impayée se déclare dans Prêt.",
        room: RoomKey::Loan,
    }
}

fn nothing_left() -> NotYet {
    NotYet {
        state: "plus aucune échéance à venir",
        sentence: "Ce prêt n’a plus d’échéance à reporter.",
        remedy: "Ouvrez Prêt pour revoir l’échéancier.",
        room: RoomKey::Loan,
    }
}

fn no_reason() -> NotYet {
    NotYet {
        state: "la raison n’est pas encore notée",
        sentence: "La lettre dit à la banque ce qui s’est passé : rien n’est encore noté.",
        remedy: "Dans Suivi, notez la cause avec l’appel, ou un événement de vie.",
        room: RoomKey::FollowUp,
    }
}

fn prepared(
    subject: &Subject<'_>,
    missing: &[(bool, &str, Option<RoomKey>)],
    render: impl Fn(&documents::papers::Letterhead) -> Result<documents::Paper, documents::PaperError> + Send + 'static,
) -> Prepared {
    let head = subject.head.clone();
    let lacks = missing.iter().filter(|(lacks, ..)| *lacks);
    let missing: Vec<Missing> = lacks.map(|(_, what, room)| Missing::of(what, *room)).collect();
    let state = if missing.is_empty() { "prête à signer" } else { "prête ; elle laisse à écrire ce qui manque" };
    Prepared { version: 1, missing, state: state.to_owned(), print: Box::new(move || Ok(render(&head)?)) }
}

fn to_the_bank(loan: &BankLetterLoan) -> [(bool, &'static str, Option<RoomKey>); 2] {
    [(loan.lender.is_empty(), "banque", None), (loan.address.is_empty(), "adresse de la banque", None)]
}

/// The loan as a letter to its bank says it.
fn bank_loan(subject: &Subject<'_>, running: &RunningLoan) -> BankLetterLoan {
    let contract = &running.contract;
    let lender = subject.settings.lenders.get(&contract.lender).map(|file| &file.lender);
    let contact = lender.map(|lender| [lender.contact.as_str(), lender.contact_role.as_str()]);
    let contact = contact.unwrap_or_default().into_iter().filter(|part| !part.is_empty());
    BankLetterLoan {
        person: subject.dossier.person.clone(),
        lender: lender.map(|lender| lender.name.to_string()).unwrap_or_default(),
        contact: contact.collect::<Vec<_>>().join(", "),
        address: lender.map(|lender| lender.address.to_string()).unwrap_or_default(),
        signed_on: contract.signed_on,
        signed_known: subject.dossier.loan_precisions().0,
        bank_reference: contract.bank_reference.to_string(),
        amount: contract.terms.amount,
        months: contract.terms.months,
        known: known(running),
        outstanding: running.in_force().outstanding_on(subject.moment.today),
        deferrals: deferral_clause(running, subject.settings).map(|(most, agreed_on)| DeferralClause {
            most,
            used: running.postponed(),
            agreed_on,
        }),
        answer_by: answer_by(subject),
    }
}

fn answer_by(subject: &Subject<'_>) -> NaiveDate {
    let today = subject.moment.today;
    let days = subject.settings.at(today).arrears_number("answer_days").unwrap_or(ANSWER_DAYS);
    days_after(today, days)
}

/// What is owed; else the next instalment, when the difficulty is told before its day.
fn asked_of(running: &RunningLoan, episode: Option<&Episode>, today: NaiveDate) -> Vec<LetterInstalment> {
    if let Some(episode) = episode {
        let owed = episode.owed.iter();
        return owed.map(|one| LetterInstalment { number: one.number, due: one.due, amount: one.total }).collect();
    }
    let next = coming(running, today);
    let named =
        next.and_then(|line| Some(LetterInstalment { number: line.number, due: line.due?, amount: line.total }));
    named.into_iter().collect()
}

fn coming(running: &RunningLoan, today: NaiveDate) -> Option<&Instalment> {
    running.in_force().instalments.iter().find(|line| line.kind.is_owed() && line.due.is_some_and(|due| due > today))
}

fn postponed(from: u32, count: u32) -> Amendment {
    Amendment::Postponed { from, count, interest: HeldInterest::WithLast }
}

fn end(after: &RepaymentSchedule) -> Option<NaiveDate> {
    after.last().and_then(|last| last.due)
}

/// What is offered to the bank: the solution asked for last, with the day the loan would end.
fn offered(running: &RunningLoan, episode: &Episode, solution: Option<&str>) -> Vec<String> {
    let Some(first) = episode.owed.first() else { return Vec::new() };
    let count = u32::try_from(episode.owed.len()).unwrap_or(1);
    let (words, change) = match solution {
        Some("postponed") => ("reporter à la fin du prêt les échéances impayées", postponed(first.number, count)),
        Some("end_shifted") => (
            "allonger le prêt, pour que chaque échéance baisse",
            Amendment::EndShifted { from: first.number, months: SHIFT },
        ),
        Some(_) | None => return Vec::new(),
    };
    let after = amended(running.in_force(), &change).ok();
    let ends = after.as_ref().and_then(end).map(|on| format!(" ; la dernière échéance serait le {}", long_date(on)));
    vec![format!("{words}{}", ends.unwrap_or_default())]
}

/// Who guarantees and what share; empty when the product says nothing.
fn guarantee(subject: &Subject<'_>) -> String {
    let day = subject.dossier.loan_day(subject.moment.today);
    let product = subject.dossier.simulation.product.as_ref();
    let rules = subject.settings.at(day);
    let product = product.and_then(|key| rules.product(key)).map(|dated| &dated.value);
    let guarantor = product.and_then(|product| product.guarantor).map(|one| one.label().to_owned());
    let share = product.and_then(|product| product.guarantee_percent).map(|percent| format!("{percent} %"));
    guarantor.into_iter().chain(share).collect::<Vec<_>>().join(", ")
}

/// What was noted of a difficulty.
struct Told {
    reasons: Vec<String>,
    done: Vec<String>,
    told_on: Option<NaiveDate>,
    announced_on: Option<NaiveDate>,
    /// The key of the solution asked for last.
    solution: Option<String>,
}

impl Told {
    /// What was noted from three months before the first instalment concerned.
    fn since(subject: &Subject<'_>, first_due: NaiveDate) -> Self {
        let from = first_due.checked_sub_months(BEFORE).unwrap_or(first_due);
        let lists = &subject.settings.lists;
        let mut told =
            Self { reasons: Vec::new(), done: Vec::new(), told_on: None, announced_on: None, solution: None };
        for row in subject.dossier.facts.standing().filter(|row| row.fact.day() >= from) {
            if let Fact::Noted(noted) = &row.fact {
                told.note(noted, &lists.life_events, &lists.support_actions);
            }
            if let Fact::Reviewed(review) = &row.fact
                && review.on >= first_due
            {
                told.told_on.get_or_insert(review.on);
                told.done.push(format!("point fait avec la personne le {}", long_date(review.on)));
            }
        }
        told
    }

    fn note(&mut self, noted: &Noted, life_events: &[ListEntry], actions: &[ListEntry]) {
        let subject = noted.subject.as_ref();
        if noted.event == Event::LifeEvent {
            self.reasons.push(with_note(&label(subject, life_events), noted));
        }
        if noted.event == Event::DifficultyTold {
            self.told_on = Some(noted.on);
            self.reasons.extend(Some(with_note("", noted)).filter(|said| !said.is_empty()));
        }
        if noted.event == Event::SupportAction {
            let amount = noted.amount.map(|amount| format!(", {amount}")).unwrap_or_default();
            let what = label(subject, actions);
            self.done.push(format!("{what}{amount}, le {}", long_date(noted.on)));
        }
        if noted.event == Event::AccelerationAnnounced {
            self.announced_on = Some(noted.on);
        }
        if noted.event == Event::DeferralAsked {
            self.solution = subject.map(|key| key.as_str().to_owned());
        }
    }
}

fn label(key: Option<&ListKey>, list: &[ListEntry]) -> String {
    let found = key.and_then(|key| list.iter().find(|entry| entry.key == *key));
    found.map(|entry| lowered(&entry.label)).unwrap_or_default()
}

/// `arrêt de travail : depuis le 9 août`.
fn with_note(label: &str, noted: &Noted) -> String {
    match (label, noted.note.as_str()) {
        (label, "") => label.to_owned(),
        ("", note) => note.to_owned(),
        (label, note) => format!("{label} : {note}"),
    }
}
