//! One fact as its story tells it: what happened, then what was said of it.

use domain::dossier::{DeclaredAs, Fact, Noted, Orientation, RedirectionAnswer, ToldBy};
use domain::settings::{ListEntry, ListKey, Settings};
use domain::words::{
    self, Labelled, Word, counted, hour, long_date, lowered, numeric_date, of_the, over_months, spaced, the, to_the,
};

/// What happened, and what was said of it; either may be empty.
pub fn told(fact: &Fact, settings: &Settings) -> (String, String) {
    let (happened, said) = raw(fact, settings);
    (spaced(&happened), spaced(&said))
}

fn raw(fact: &Fact, settings: &Settings) -> (String, String) {
    let lists = &settings.lists;
    let kind = fact.kind().label();
    let lender = fact.lender().map(|key| name(key, settings)).unwrap_or_default();
    let words = fact.words().map(|words| words.to_string()).unwrap_or_default();
    let plain = || (kind.to_owned(), words.clone());
    match fact {
        Fact::RequestReceived(request) => {
            (format!("{kind} : {}", request.project), label(&lists.origins, &request.origin))
        }
        Fact::NextDateSet(next) => (format!("{kind} : {}", long_date(next.on)), words),
        Fact::InterviewHeld(held) => {
            let length = held.minutes.map(|minutes| format!(", {}", words::duration(minutes))).unwrap_or_default();
            (format!("{}{length}", label(&lists.interview_kinds, &held.kind)), words)
        }
        Fact::OrientationDecided(decided) => {
            let words = [words, decided.condition_stated()].into_iter().filter(|part| !part.is_empty());
            (directed(decided, lists), words.collect::<Vec<_>>().join(" · "))
        }
        Fact::Submitted(sent) => {
            let asked = sent.amount.map(|amount| format!(" : {}", over_months(amount, sent.months)));
            (format!("Dossier envoyé {}{}", to_the(&lender), asked.unwrap_or_default()), words)
        }
        Fact::AgreedInPrinciple(agreed) => {
            let until = agreed.valid_until.map(|day| format!(", valable jusqu’au {}", long_date(day)));
            (format!("{kind} {} : {}{}", of_the(&lender), agreed.amount, until.unwrap_or_default()), words)
        }
        Fact::Approved(approval) => {
            let sum = approval.amount.map(|amount| format!(" : {amount}")).unwrap_or_default();
            (format!("Accord {}{sum}", of_the(&lender)), words)
        }
        Fact::Refused(refusal) => {
            let reasons = listed(&refusal.reasons, &lists.refusal_reasons);
            (format!("Refus {} : {reasons}", of_the(&lender)), words)
        }
        Fact::RefusalExplained(given) => {
            let reasons = listed(&given.reasons, &lists.refusal_reasons);
            (format!("Motifs donnés par {} : {reasons}", the(&lender)), words)
        }
        Fact::SupportPlanned(plan) => {
            (format!("{kind} : {}", lowered(&label(&lists.support_levels, &plan.level))), words)
        }
        Fact::ContractSigned(contract) => {
            let months = counted(contract.terms.months, "mois", "mois");
            (format!("Contrat signé avec {} : {} sur {months}", the(&lender), contract.terms.amount), String::new())
        }
        Fact::Disbursed(paid) => (format!("{kind} : {}", paid.amount), words),
        Fact::Declared(said) => {
            let range = match said.to {
                to if to == said.from => format!("Échéance {to} : {}", lowered(said.declared.label())),
                to => format!("Échéances {} à {to} : {}", said.from, several(said.declared)),
            };
            (format!("{range}, {}", by(said.told_by)), words)
        }
        Fact::Screened(call) => (format!("Premier appel : {}", lowered(call.outcome.label())), words),
        Fact::Informed(informed) => {
            let of: Vec<ListKey> = informed.of.iter().cloned().collect();
            (format!("Dit et daté : {}", listed(&of, &lists.screening.told)), words)
        }
        Fact::AppointmentSet(agreed) => {
            let at = agreed.at.map(|at| format!(" à {}", hour(at))).unwrap_or_default();
            let place = if agreed.place.is_empty() { String::new() } else { format!(", {}", agreed.place) };
            (format!("{kind} : {}{at}{place}", long_date(agreed.on)), words)
        }
        Fact::DocumentNoted(noted) => {
            let named = lists.documents.iter().find(|one| one.key == noted.document);
            let named = named.map(|one| one.label.clone()).unwrap_or_default();
            (format!("{named} : {}", lowered(noted.state.label())), words)
        }
        Fact::SessionListed(listed) => {
            (format!("{kind} du {}", long_date(listed.held_on)), listed.matter.label().to_owned())
        }
        Fact::SessionHeard(heard) => {
            let said = heard.opinions.iter().map(ToString::to_string).chain([words.clone()]);
            let said: Vec<String> = said.filter(|one| !one.is_empty()).collect();
            (format!("{kind} : {}", lowered(heard.result.label())), said.join(" "))
        }
        Fact::Reviewed(review) => {
            let step =
                if review.step.is_empty() { String::new() } else { format!(", {}", lowered(review.step.as_str())) };
            (format!("{}{step}", label(&lists.interview_kinds, &review.kind)), words)
        }
        Fact::Noted(noted) => event(noted, settings, words),
        Fact::SurveyAnswered(survey) => {
            let count = counted(u64::try_from(survey.answers.len()).unwrap_or_default(), "réponse", "réponses");
            (format!("{kind} : {}", lowered(survey.moment.label())), count)
        }
        Fact::RefundDecided(decision) if decision.granted => (format!("{kind} : {}", decision.amount), words),
        Fact::RefundDecided(_) => ("Remboursement d’intérêts écarté".to_owned(), words),
        Fact::Closed(closing) => (format!("{kind} : {}", lowered(closing.kind.label())), words),
        Fact::TakenOver(taken) => (format!("{kind} : {}", taken.from), words),
        Fact::Amended(_) | Fact::Withdrawn(_) | Fact::Dropped(_) | Fact::BankDetailsReceived(_) => plain(),
    }
}

fn directed(decided: &Orientation, lists: &domain::settings::Lists) -> String {
    let named = [listed(&decided.solutions, &lists.redirections), decided.where_to.to_string()];
    let where_to = named.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let mode = lowered(&label(&lists.decision_modes, &decided.mode));
    let what = decided.direction.label();
    if where_to.is_empty() { format!("{what}, {mode}") } else { format!("{what} : {where_to}, {mode}") }
}

fn event(noted: &Noted, settings: &Settings, words: String) -> (String, String) {
    let about = noted.subject.as_ref().map(|key| subject(key, settings)).filter(|about| !about.is_empty());
    let solution = noted.solution.as_ref().map(|key| lowered(&label(&settings.lists.redirections, key)));
    let amount = noted.amount.map(|amount| amount.to_string());
    let until = noted.until.map(|day| format!("jusqu’au {}", numeric_date(day)));
    let more: Vec<String> = solution.into_iter().chain(about).chain(amount).chain(until).collect();
    let what = noted.event.label();
    (if more.is_empty() { what.to_owned() } else { format!("{what} : {}", more.join(", ")) }, words)
}

/// The name of what an event is about: a bank, an entry of a list; nothing for what only the program names.
fn subject(key: &ListKey, settings: &Settings) -> String {
    let lists = &settings.lists;
    let bank = name(key, settings);
    if !bank.is_empty() {
        return bank;
    }
    let answer = RedirectionAnswer::from_key(key.as_str());
    if let Some(answer) = answer {
        return lowered(answer.label());
    }
    let among = [&lists.life_events, &lists.support_actions, &lists.interview_kinds];
    among.into_iter().map(|list| label(list, key)).find(|label| !label.is_empty()).unwrap_or_default()
}

fn name(key: &ListKey, settings: &Settings) -> String {
    settings.lenders.get(key).map(|file| file.lender.name.to_string()).unwrap_or_default()
}

fn label(list: &[ListEntry], key: &ListKey) -> String {
    list.iter().find(|entry| entry.key == *key).map(|entry| entry.label.clone()).unwrap_or_default()
}

fn listed(keys: &[ListKey], list: &[ListEntry]) -> String {
    keys.iter().map(|key| lowered(&label(list, key))).filter(|label| !label.is_empty()).collect::<Vec<_>>().join(", ")
}

/// Who says it.
fn by(told: ToldBy) -> &'static str {
    match told {
        ToldBy::Lender => "dit la banque",
        ToldBy::Borrower => "dit l’emprunteur",
        ToldBy::Statement => "au vu du relevé de compte",
    }
}

/// What is said of several instalments.
fn several(declared: DeclaredAs) -> &'static str {
    match declared {
        DeclaredAs::Paid => "payées",
        DeclaredAs::Missed => "impayées",
        DeclaredAs::PaidLate => "payées en retard",
    }
}
