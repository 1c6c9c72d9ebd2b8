//! What letters tell of a difficulty: what is not paid, why, what was done, what is asked of the bank.
//!
//! Only what was noted is written, and a cause is one that was chosen among difficulties.

use chrono::NaiveDate;
use domain::arrears::{Cause, Difficulty, Episode, OwedInstalment, open_episode, registration};
use domain::dossier::{Event, RunningLoan, ToldBy};
use domain::letter::{FieldValues, LetterField as Field, LetterKind};
use domain::line::Line;
use domain::loan::{Amendment, HeldInterest, RepaymentSchedule, amended};
use domain::money::Euros;
use domain::settings::{ListKey, RulesAt};
use domain::words::{Voice, counted, enumerated, long_date, lowered, numeric_date, round};

use super::super::Subject;
use super::{label, line, sentences};
use app::failure::Failure;
use casework::followed::SHIFT;
use casework::loans::{deferral_clause, known};

/// What is not paid, why, and what is asked.
pub(super) fn difficulty(kind: LetterKind, subject: &Subject<'_>, told: &mut FieldValues) -> Result<(), Failure> {
    let Some(running) = subject.dossier.running_loan() else { return Ok(()) };
    told.tell(Field::BankSolutions, bank_solutions(&running, subject));
    let episode = open_episode(subject.dossier);
    if let Some(episode) = &episode {
        missed(episode, subject, told);
    }
    let lists = &subject.settings.lists;
    let Some(noted) = Difficulty::of(subject.dossier, &running, lists, subject.moment.today) else { return Ok(()) };
    told.tell(Field::Unpaid, unpaid(&noted, subject));
    told.tell_some(Field::DifficultyToldOn, noted.told_on.map(long_date));
    told.tell_some(Field::AnnouncedOn, noted.announced_on.map(long_date));
    let lost_on = subject.dossier.facts.course().lost_on();
    told.tell_some(Field::LostOn, lost_on.map(long_date));
    told.tell(Field::Reasons, sentences(&noted.causes.iter().map(cause).collect::<Vec<_>>()));
    told.tell(Field::Done, sentences(&done(&noted, subject)));
    let request = Request::of(kind, &noted);
    told.tell(Field::AskedAbout, request.about(noted.concerned.len()));
    told.tell(Field::Asked, request.words(noted.concerned.len()));
    told.tell_table(Field::DeferralTable, deferral_table(&request, &running, (&noted.concerned, subject))?);
    if let Some(episode) = &episode {
        if lost_on.is_none() {
            let offered = offered(&running, episode, noted.solution.map(ListKey::as_str));
            told.tell(Field::Offered, sentences(&offered));
        }
        told.tell_table(Field::DefaultTable, default_table(&running, (&noted.concerned, episode), subject)?);
    }
    Ok(())
}

/// `perte d’emploi : contrat non renouvelé le 3 mars`: the cause, and what a letter may say of it.
fn cause(cause: &Cause<'_>) -> String {
    with_words(cause.entry.map(|entry| lowered(&entry.label)).unwrap_or_default(), cause.words)
}

/// What was done with the person, then the points made with them.
fn done(noted: &Difficulty<'_>, subject: &Subject<'_>) -> Vec<String> {
    let mut done: Vec<String> = noted
        .actions
        .iter()
        .map(|action| {
            let amount = action.amount.map(|amount| format!(", {amount}")).unwrap_or_default();
            let what = label(action.subject.as_ref(), &subject.settings.lists.support_actions);
            with_words(format!("{what}{amount}, le {}", long_date(action.on)), &action.letter_words)
        })
        .collect();
    let days: Vec<String> = noted.reviews.iter().map(|on| format!("le {}", long_date(*on))).collect();
    let points = if days.len() > 1 { "points faits" } else { "point fait" };
    done.extend((!days.is_empty()).then(|| format!("{points} avec {} {}", whom(subject), enumerated(&days))));
    done
}

/// `Mme Delmas et M. Benali`.
fn whom(subject: &Subject<'_>) -> String {
    subject.dossier.borrowers().addressed()
}

fn with_words(what: String, words: &Line) -> String {
    match (what.as_str(), words.as_str()) {
        (_, "") => what,
        ("", words) => words.to_owned(),
        (what, words) => format!("{what} : {words}"),
    }
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

/// `ne pourrait pas payer l’échéance du 5 septembre 2027`, after « nous a dit qu’elle » where the person said so.
fn unpaid(noted: &Difficulty<'_>, subject: &Subject<'_>) -> String {
    let Some(first) = noted.concerned.first() else { return String::new() };
    let due = long_date(first.due);
    let several = subject.dossier.borrowers().voice() == Voice::Together;
    let (would, had) = match (several, noted.told_on.is_some()) {
        (false, true) => ("ne pourrait", "n’avait"),
        (false, false) => ("ne pourrait", "n’a"),
        (true, true) => ("ne pourraient", "n’avaient"),
        (true, false) => ("ne pourraient", "n’ont"),
    };
    match (noted.is_missed, noted.concerned.len()) {
        (false, _) => format!("{would} pas payer l’échéance du {due}"),
        (true, 1) => format!("{had} pas pu payer l’échéance du {due}"),
        (true, _) => format!("{had} pas pu payer les échéances depuis celle du {due}"),
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
    fn of(kind: LetterKind, noted: &Difficulty<'_>) -> Self {
        let from = noted.concerned.first().map_or(1, |first| first.number);
        let count = u32::try_from(noted.concerned.len()).unwrap_or(1);
        let shifts =
            noted.solution.is_some_and(|key| key.as_str() == "end_shifted") || kind == LetterKind::RenegotiationRequest;
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
    (concerned, subject): (&[OwedInstalment], &Subject<'_>),
) -> Result<Vec<(String, String)>, Failure> {
    let before = running.in_force();
    let after = amended(before, request.amendment()).ok();
    let cost = after.as_ref().map(|after| after.total_cost.minus(before.total_cost)).transpose()?;
    let cost = cost.map(|cost| if cost.is_zero() { "aucun".to_owned() } else { cost.to_string() });
    let named: Vec<String> = concerned.iter().map(named).collect();
    let sum = Euros::sum(concerned.iter().map(|line| line.total)).ok();
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
    (concerned, episode): (&[OwedInstalment], &Episode),
    subject: &Subject<'_>,
) -> Result<Vec<(String, String)>, Failure> {
    let sum = Euros::sum(concerned.iter().map(|line| line.total)).ok();
    let owed = match (concerned, sum) {
        ([first], Some(sum)) => format!("{}, {sum}", named(first)),
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

/// `n° 8, du 05/09/2027`.
fn named(line: &OwedInstalment) -> String {
    format!("n°\u{a0}{}, du {}", line.number, numeric_date(line.due))
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
