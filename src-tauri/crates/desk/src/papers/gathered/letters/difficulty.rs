//! What letters tell of a difficulty: what is not paid, why, what was done, what is asked of the bank.
//!
//! Only what was noted is written, from three months before the first instalment concerned.

use chrono::{Months, NaiveDate};
use domain::arrears::{Episode, open_episode, registration};
use domain::dossier::{Event, Fact, Noted, RunningLoan, ToldBy};
use domain::letter::{FieldValues, LetterField as Field, LetterKind};
use domain::loan::{Amendment, HeldInterest, RepaymentSchedule, amended};
use domain::money::Euros;
use domain::settings::{ListEntry, RulesAt};
use domain::words::{counted, long_date, lowered, numeric_date, round};

use super::super::Subject;
use super::loan::coming;
use super::{label, line, sentences};
use crate::failure::Failure;
use crate::followed::SHIFT;
use crate::loans::{deferral_clause, known};

/// How far back what happened belongs to a difficulty.
const BEFORE: Months = Months::new(3);

/// What is not paid, why, and what is asked.
pub(super) fn difficulty(kind: LetterKind, subject: &Subject<'_>, told: &mut FieldValues) -> Result<(), Failure> {
    let Some(running) = subject.dossier.running_loan() else { return Ok(()) };
    told.tell(Field::BankSolutions, bank_solutions(&running, subject));
    let episode = open_episode(subject.dossier);
    if let Some(episode) = &episode {
        missed(episode, subject, told);
    }
    let concerned = asked_of(&running, episode.as_ref(), subject.moment.today);
    let Some(first) = concerned.first() else { return Ok(()) };
    let noted = Told::since(subject, first.due);
    told.tell(Field::Unpaid, unpaid(&concerned, subject));
    told.tell_some(Field::DifficultyToldOn, noted.told_on.map(long_date));
    told.tell_some(Field::AnnouncedOn, noted.announced_on.map(long_date));
    let lost_on = subject.dossier.facts.course().lost_on();
    told.tell_some(Field::LostOn, lost_on.map(long_date));
    told.tell(Field::Reasons, sentences(&noted.reasons));
    told.tell(Field::Done, sentences(&noted.done));
    let request = Request::of(kind, &concerned, noted.solution.as_deref());
    told.tell(Field::AskedAbout, request.about(concerned.len()));
    told.tell(Field::Asked, request.words(concerned.len()));
    told.tell_table(Field::DeferralTable, deferral_table(&request, &running, (&concerned, subject))?);
    if let Some(episode) = &episode {
        if lost_on.is_none() {
            let offered = offered(&running, episode, noted.solution.as_deref());
            told.tell(Field::Offered, sentences(&offered));
        }
        told.tell_table(Field::DefaultTable, default_table(&running, (&concerned, episode), subject)?);
    }
    Ok(())
}

/// Whether something that happened was noted of the difficulty in course or to come.
pub(super) fn has_a_reason(running: &RunningLoan, subject: &Subject<'_>) -> bool {
    let episode = open_episode(subject.dossier);
    let concerned = asked_of(running, episode.as_ref(), subject.moment.today);
    concerned.first().is_some_and(|first| !Told::since(subject, first.due).reasons.is_empty())
}

/// Whether an instalment is owed or still to come.
pub(super) fn has_an_instalment(running: &RunningLoan, subject: &Subject<'_>) -> bool {
    let episode = open_episode(subject.dossier);
    !asked_of(running, episode.as_ref(), subject.moment.today).is_empty()
}

/// What is owed since the first missed instalment, and what may follow.
fn missed(episode: &Episode, subject: &Subject<'_>, told: &mut FieldValues) {
    let Some(first) = episode.owed.first() else { return };
    told.tell(Field::MissedDue, long_date(first.due));
    told.tell(Field::MissedAmount, first.total.to_string());
    let by_bank = episode.told_by == ToldBy::Lender;
    told.tell_some(Field::BankToldOn, by_bank.then(|| long_date(episode.known_on)));
    let rules = subject.settings.at(episode.first_due);
    let count = rules.legal_number("ficp_threshold_instalments").filter(|count| *count > 1);
    told.tell_some(Field::RegistrationCount, count.map(|count| counted(count, "mensualité", "mensualités")));
    let days = rules.legal_number("ficp_regularisation_days");
    told.tell_some(Field::RegistrationDays, days.map(|days| counted(days, "jour", "jours")));
    told.tell_some(Field::RegistrationRisk, registration_risk(episode, subject, &rules));
}

/// Where the registration of the incident stands: done, or from when it may be.
fn registration_risk(episode: &Episode, subject: &Subject<'_>, rules: &RulesAt<'_>) -> Option<String> {
    let registered = subject.dossier.facts.noted(Event::Registered).map(|noted| noted.on);
    if let Some(on) = registered.filter(|on| episode.holds(*on)).max() {
        let on = long_date(on);
        return Some(format!(
            "L’incident est inscrit au fichier des incidents de crédit depuis le {on} ; il en sera effacé au paiement total."
        ));
    }
    let found = registration(episode, subject.dossier, rules)?;
    let rule = found.rules.iter().find(|rule| rule.on == found.on);
    let rule = rule.map(|rule| format!(" ({})", lowered(&rule.label))).unwrap_or_default();
    let on = long_date(found.earliest);
    let when = if found.earliest > subject.moment.today {
        format!("pourrait être déclaré dès le {on}")
    } else {
        format!("peut être déclaré depuis le {on}")
    };
    Some(format!("L’incident {when} au fichier des incidents de crédit{rule} : le temps compte."))
}

/// What the bank can do, as far as the agreement lets it.
fn bank_solutions(running: &RunningLoan, subject: &Subject<'_>) -> String {
    let put_off = match deferral_clause(running, subject.settings) {
        Some((0, _)) => String::new(),
        Some((most, _)) => {
            let most = counted(most, "report possible", "reports possibles");
            format!("reporter la mensualité ({most} pendant le prêt), ")
        }
        None => "reporter la mensualité, ".to_owned(),
    };
    format!("{put_off}décaler la fin du prêt, baisser les mensualités suivantes")
}

/// `ne pourrait pas payer l’échéance du 5 septembre 2027`.
fn unpaid(concerned: &[Concerned], subject: &Subject<'_>) -> String {
    let Some(first) = concerned.first() else { return String::new() };
    let due = long_date(first.due);
    if first.due > subject.moment.today {
        format!("ne pourrait pas payer l’échéance du {due}")
    } else if concerned.len() == 1 {
        format!("n’a pas pu payer l’échéance du {due}")
    } else {
        format!("n’a pas pu payer ses échéances depuis celle du {due}")
    }
}

/// What is asked of the bank.
enum Request {
    /// The instalments go to the end.
    Postponed(Amendment),
    /// The end of the loan goes further, so that each instalment is lower.
    EndShifted(Amendment),
}

impl Request {
    /// What was asked last; else what the letter is for.
    fn of(kind: LetterKind, concerned: &[Concerned], solution: Option<&str>) -> Self {
        let from = concerned.first().map_or(1, |first| first.number);
        let count = u32::try_from(concerned.len()).unwrap_or(1);
        let shifts = solution == Some("end_shifted") || kind == LetterKind::RenegotiationRequest;
        if shifts {
            Self::EndShifted(Amendment::EndShifted { from, months: SHIFT })
        } else {
            Self::Postponed(postponed(from, count))
        }
    }

    fn amendment(&self) -> &Amendment {
        match self {
            Self::Postponed(amendment) | Self::EndShifted(amendment) => amendment,
        }
    }

    fn about(&self, count: usize) -> &'static str {
        match self {
            Self::Postponed(_) if count <= 1 => "demande de report d’une échéance",
            Self::Postponed(_) => "demande de report d’échéances",
            Self::EndShifted(_) => "demande d’allongement du prêt",
        }
    }

    fn words(&self, count: usize) -> String {
        match self {
            Self::Postponed(_) if count <= 1 => "reporter cette échéance à la fin du prêt".to_owned(),
            Self::Postponed(_) => "reporter ces échéances à la fin du prêt".to_owned(),
            Self::EndShifted(_) => {
                format!("allonger le prêt de {}, pour que chaque échéance baisse", counted(SHIFT, "mois", "mois"))
            }
        }
    }
}

fn deferral_table(
    request: &Request,
    running: &RunningLoan,
    (concerned, subject): (&[Concerned], &Subject<'_>),
) -> Result<Vec<(String, String)>, Failure> {
    let before = running.in_force();
    let after = amended(before, request.amendment()).ok();
    let cost = after.as_ref().map(|after| after.total_cost.minus(before.total_cost)).transpose()?;
    let cost = cost.map(|cost| if cost.is_zero() { "aucun".to_owned() } else { cost.to_string() });
    let named: Vec<String> = concerned.iter().map(Concerned::named).collect();
    let sum = Euros::sum(concerned.iter().map(|line| line.amount)).ok();
    let (label, named, sum) = match request {
        Request::Postponed(_) if named.len() == 1 => ("Échéance à reporter", named.join(" ; "), sum),
        Request::Postponed(_) => ("Échéances à reporter", named.join(" ; "), sum),
        Request::EndShifted(_) => ("À partir de l’échéance", named.first().cloned().unwrap_or_default(), None),
    };
    let lower = after.as_ref().map(RepaymentSchedule::instalment).filter(|_| matches!(request, Request::EndShifted(_)));
    let due = due(subject)?;
    Ok(vec![
        line(label, named),
        line("Montant, selon le contrat", sum.map(|sum| sum.to_string()).unwrap_or_default()),
        line("Prêt", lent(running)),
        line("Ce qui est déclaré", known(running)),
        due,
        line("Nouvelle mensualité demandée", lower.map(|sum| sum.to_string()).unwrap_or_default()),
        line("Nouvelle date de fin demandée", after.as_ref().and_then(end).map(numeric_date).unwrap_or_default()),
        line("Intérêts en plus", cost.unwrap_or_default()),
        line("Reports déjà accordés", granted(running, subject)),
    ])
}

fn default_table(
    running: &RunningLoan,
    (concerned, episode): (&[Concerned], &Episode),
    subject: &Subject<'_>,
) -> Result<Vec<(String, String)>, Failure> {
    let sum = Euros::sum(concerned.iter().map(|line| line.amount)).ok();
    let owed = match (concerned, sum) {
        ([first], Some(sum)) => format!("{}, {sum}", first.named()),
        ([first, ..], Some(sum)) => {
            let count = counted(concerned.len(), "échéance", "échéances");
            format!("{count} depuis le {}, {sum}", long_date(first.due))
        }
        ([..], _) => String::new(),
    };
    let claimed = subject.dossier.still_due(subject.moment.today)?.and_then(|due| due.claimed);
    Ok(vec![
        line("Prêt", lent(running)),
        line("Ce qui est déclaré", known(running)),
        line("Impayé", owed),
        due(subject)?,
        line("Somme demandée par la banque", claimed.map(|sum| sum.to_string()).unwrap_or_default()),
        line("Connu du service le", long_date(episode.known_on)),
        line("Reports déjà accordés", granted(running, subject)),
    ])
}

/// `2 400 € sur 36 mois, selon le contrat`.
fn lent(running: &RunningLoan) -> String {
    let terms = &running.contract.terms;
    format!("{} sur {} mois, selon le contrat", round(terms.amount), terms.months)
}

/// The principal due today, that of the unpaid instalments included.
fn due(subject: &Subject<'_>) -> Result<(String, String), Failure> {
    let Some(due) = subject.dossier.still_due(subject.moment.today)? else {
        return Ok(line("Capital restant dû", ""));
    };
    let label = if due.late.is_empty() { "Capital restant dû" } else { "Capital restant dû, impayés compris" };
    Ok(line(label, due.principal.to_string()))
}

/// `aucun, sur 2 prévus`; empty when the agreement says nothing.
fn granted(running: &RunningLoan, subject: &Subject<'_>) -> String {
    let Some((most, _)) = deferral_clause(running, subject.settings) else { return String::new() };
    let used = running.postponed();
    let used = if used == 0 { "aucun".to_owned() } else { used.to_string() };
    format!("{used}, sur {}", counted(most, "prévu", "prévus"))
}

/// An instalment a letter is about.
#[derive(Clone, Copy)]
struct Concerned {
    number: u32,
    due: NaiveDate,
    amount: Euros,
}

impl Concerned {
    /// `n° 8, du 05/09/2027`.
    fn named(&self) -> String {
        format!("n°\u{a0}{}, du {}", self.number, numeric_date(self.due))
    }
}

/// What is owed; else the next instalment, when the difficulty is told before its day.
fn asked_of(running: &RunningLoan, episode: Option<&Episode>, today: NaiveDate) -> Vec<Concerned> {
    if let Some(episode) = episode {
        let owed = episode.owed.iter();
        return owed.map(|one| Concerned { number: one.number, due: one.due, amount: one.total }).collect();
    }
    let next = coming(running, today);
    let named = next.and_then(|line| Some(Concerned { number: line.number, due: line.due?, amount: line.total }));
    named.into_iter().collect()
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

/// What was noted of a difficulty.
struct Told {
    reasons: Vec<String>,
    done: Vec<String>,
    told_on: Option<NaiveDate>,
    announced_on: Option<NaiveDate>,
    /// The key of the solution wanted or asked for last.
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
        if [Event::SolutionWanted, Event::DeferralAsked].contains(&noted.event) {
            self.solution = subject.map(|key| key.as_str().to_owned());
        }
    }
}

/// `arrêt de travail : depuis le 9 août`.
fn with_note(label: &str, noted: &Noted) -> String {
    match (label, noted.note.as_str()) {
        (label, "") => label.to_owned(),
        ("", note) => note.to_owned(),
        (label, note) => format!("{label} : {note}"),
    }
}
