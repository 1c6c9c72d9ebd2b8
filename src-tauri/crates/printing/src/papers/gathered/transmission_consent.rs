//! The facts of the consent to transmit: the lender of the next sending, the documents that would leave, what is known
//! of the registers and of a guardian.

use chrono::NaiveDate;
use documents::papers::transmission_consent::{Lack, Protection, TransmissionConsent, lacks, render};
use domain::dossier::{Dossier, Event, Submission};
use domain::settings::Lists;
use domain::words::long_date;

use super::as_sent::{as_sent, sending};
use super::bank_file_documents::leaving;
use super::support_charter::lender;
use super::{Missing, NotYet, Prepared, Subject};
use app::failure::Failure;
use casework::dossiers::RoomKey;

/// The measures whose guardian has to agree to a loan.
const GUARDED: [&str; 5] = ["tutelle", "curatelle", "curatelle_renforcee", "habilitation_familiale", "unknown"];

pub(super) fn prepare(subject: &Subject<'_>) -> Result<Result<Prepared, NotYet>, Failure> {
    let Subject { settings, moment, .. } = *subject;
    // Once sent, the sheet is the one of that sending; another bank chosen since is the next one.
    let next = subject.dossier.simulation.lender.as_ref();
    let sent = sending(subject.dossier).filter(|sent| next.is_none_or(|lender| *lender == sent.lender));
    let then = sent.map(|_| as_sent(subject)).transpose()?;
    let dossier = then.as_ref().unwrap_or(subject.dossier);
    let subject = &Subject { dossier, ..*subject };
    let day = sent.map_or(moment.today, |sent| consented_on(dossier, sent).unwrap_or(sent.sent_on));
    let rules = settings.at(day);
    let asked = dossier.simulation.lender.as_ref().and_then(|key| rules.lender(key));
    let at = asked.or_else(|| lender(dossier, &rules));
    let agreement = at.and_then(|at| at.agreement).map(|dated| &dated.value);
    let loan = dossier.loan(settings, day).ok();
    let consent = TransmissionConsent {
        reference: dossier.reference.clone(),
        printed_on: day,
        borrowers: dossier.borrowers(),
        amount: loan.as_ref().map(|loan| loan.terms.amount).or(dossier.simulation.amount),
        months: loan.as_ref().map(|loan| loan.terms.months).or(dossier.simulation.months),
        purpose: subject.dossier.project_named(rules.lists)?,
        lender: at.map(|at| at.lender.name.to_string()).unwrap_or_default(),
        budget_version: dossier.budget.as_ref().filter(|budget| !budget.lines.is_empty()).map(|budget| budget.version),
        documents: leaving((dossier, agreement), &rules),
        referrer: subject.referrer.map(|sent| sent.structure.to_string()).unwrap_or_default(),
        registers: dossier.registers().into_iter().cloned().collect(),
        protection: protection(dossier, rules.lists),
        kept_years: rules.legal_number("active_retention_years"),
    };
    let missing: Vec<_> = lacks(&consent, subject.head).into_iter().map(missing).collect();
    let sent = sent.map(|sent| format!("dossier transmis le {}", long_date(sent.sent_on)));
    let when = sent.unwrap_or_else(|| "à signer avant l’envoi".to_owned());
    let state = match (consent.lender.is_empty(), missing.is_empty()) {
        (true, _) => "la banque n’est pas choisie ; elle laisse son nom à écrire".to_owned(),
        (false, true) => when,
        (false, false) => format!("{when} ; elle laisse à écrire ce qui manque"),
    };
    let head = subject.head.clone();
    Ok(Ok(Prepared { version: 1, missing, state, print: Box::new(move |_| Ok(render(&consent, &head)?)) }))
}

/// The day the consent to a sending was signed, as it was noted.
fn consented_on(dossier: &Dossier, sent: &Submission) -> Option<NaiveDate> {
    let signed = dossier.facts.noted(Event::ConsentSigned);
    let of_it = signed.filter(|noted| noted.subject.as_ref().is_none_or(|lender| *lender == sent.lender));
    of_it.map(|noted| noted.on).max()
}

/// The guardians that are known, or that a measure calls for.
fn protection(dossier: &Dossier, lists: &Lists) -> Protection {
    let known: Vec<_> = dossier.guardians().map(|one| (one.name.to_string(), one.agreed_on)).collect();
    let measure = lists.facts.iter().find(|fact| fact.key.as_str() == "protection_measure");
    let guarded = measure.and_then(|fact| dossier.answer(fact, lists)).is_some_and(|answer| GUARDED.contains(&answer));
    match (known.is_empty(), guarded) {
        (false, _) => Protection::Guardians(known),
        (true, true) => Protection::Guardians(vec![(String::new(), None)]),
        (true, false) => Protection::None,
    }
}

fn missing(lack: Lack) -> Missing {
    let room = match lack {
        Lack::Lender | Lack::Loan => Some(RoomKey::Simulation),
        Lack::Project => Some(RoomKey::Project),
        Lack::Budget => Some(RoomKey::Budget),
        Lack::DataContact | Lack::Town | Lack::DataDuration => None,
    };
    Missing::of(lack.label(), room)
}
