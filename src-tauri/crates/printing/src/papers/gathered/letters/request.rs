//! What letters tell of the request, of the appointment to come, and of what the over-indebtedness commission weighs.

use domain::assessment::RegisterAnswer;
use domain::dossier::Appointment;
use domain::letter::{FieldValues, LetterField as Field, appointment_to_come};
use domain::loan::explained::taeg_below_rate;
use domain::loan::{RepaymentSchedule, taeg};
use domain::person::{Person, Title};
use domain::project::Choice;
use domain::words::{self, Labelled, at_place, counted, enumerated, full_name, long_date, lowered, round};

use super::super::Subject;
use super::super::bank_file::after;
use super::super::budget_notes::LoanBeside;
use super::loan::{first_sum, guarantee};
use super::{line, tell_day, without_end};
use app::failure::Failure;
use casework::budgets::reckoned;

/// What was asked for, and how to reach the person.
pub(super) fn request(subject: &Subject<'_>, told: &mut FieldValues) -> Result<(), Failure> {
    let dossier = subject.dossier;
    let request = dossier.facts.request();
    tell_day(subject, told, Field::RequestDay, (dossier.facts.request_id(), request.received_on));
    told.tell_some(Field::AmountAsked, dossier.loan_amount()?.or(request.amount).map(round));
    told.tell(Field::Project, without_end(request.project.as_str()));
    told.tell_some(Field::PersonPhone, dossier.person.phone.as_ref().map(ToString::to_string));
    told.tell_some(Field::BornOn, dossier.person.born_on.map(long_date));
    // The commission is told of who is before it, where a procedure is known.
    let people = dossier.borrowers();
    let before: Vec<bool> =
        dossier.registers().iter().map(|held| held.over_indebtedness == RegisterAnswer::Yes).collect();
    let named = people.people().iter().zip(&before).filter(|(_, is)| **is || !before.contains(&true));
    told.tell(Field::PersonBorn, enumerated(&named.map(|(person, _)| born(person)).collect::<Vec<_>>()));
    Ok(())
}

/// `Mme Sonia Delmas, née le 14 mars 1992`; the name alone when the day is not known.
fn born(person: &Person) -> String {
    let born = match person.title {
        Title::Madame => "née",
        Title::Monsieur => "né",
        Title::NotStated => "né(e)",
    };
    let day = person.born_on.map(|on| format!(", {born} le {}", long_date(on)));
    format!("{}{}", full_name(person), day.unwrap_or_default())
}

/// The appointment to come.
pub(super) fn appointment(subject: &Subject<'_>, told: &mut FieldValues) {
    let Some((when, place)) = coming_words(subject) else { return };
    told.tell(Field::AppointmentDay, when);
    told.tell(Field::AppointmentPlace, place);
}

/// When the appointment to come is, and where: `mardi 1er décembre 2026 à 10 h`, `au CCAS, bureau 4`.
pub(in crate::papers::gathered) fn coming_words(subject: &Subject<'_>) -> Option<(String, String)> {
    let agreed = coming(subject)?;
    let hour = agreed.at.map(|at| format!(" à {}", words::hour(at))).unwrap_or_default();
    let when = format!("{} {}{hour}", words::weekday_name(agreed.on), long_date(agreed.on));
    Some((when, at_place(without_end(agreed.place.as_str()))))
}

/// The appointment that is not over.
pub(in crate::papers::gathered) fn coming<'s>(subject: &Subject<'s>) -> Option<&'s Appointment> {
    appointment_to_come(&subject.dossier.facts.course(), subject.moment.today)
}

/// What the over-indebtedness commission weighs.
pub(super) fn commission(subject: &Subject<'_>, told: &mut FieldValues) -> Result<(), Failure> {
    let dossier = subject.dossier;
    let loan = dossier.loan(subject.settings, subject.moment.today).ok();
    if let Some(schedule) = &loan {
        told.tell_table(Field::AskedTable, figures(schedule));
    }
    let story = dossier.project.story.paragraphs().collect::<Vec<_>>().join(" ");
    told.tell(Field::Story, if story.is_empty() { dossier.facts.request().project.to_string() } else { story });
    let aids = dossier.project.aids.iter().map(|aid| {
        let asked = [aid.label.as_str(), aid.provider.as_str()].into_iter().filter(|part| !part.is_empty());
        format!("{} ({})", lowered(&asked.collect::<Vec<_>>().join(", ")), lowered(aid.status.label()))
    });
    told.tell(Field::AidsSought, aids.collect::<Vec<_>>().join(" ; "));
    let kept = dossier.project.quotes.iter().filter(|quote| quote.choice == Choice::Kept);
    told.tell_some(Field::QuoteUntil, kept.filter_map(|quote| quote.valid_until).min().map(long_date));
    told.tell(Field::CommissionGuarantee, guarantee(subject));
    budget(subject, loan.as_ref(), told)
}

/// What is left to live on, today and with the loan.
fn budget(subject: &Subject<'_>, loan: Option<&RepaymentSchedule>, told: &mut FieldValues) -> Result<(), Failure> {
    if subject.dossier.budget.as_ref().is_none_or(|budget| budget.lines.is_empty()) {
        return Ok(());
    }
    let before = reckoned(subject.dossier, subject.settings, subject.moment)?;
    let after = after(subject, loan.map(LoanBeside::of).transpose()?)?;
    let share = if before.shares.are_people() { "par personne" } else { "par part" };
    let mut lines = vec![
        line("Reste du ménage aujourd’hui", before.left.to_string()),
        line(&format!("Reste à vivre {share}"), before.reste_a_vivre.to_string()),
    ];
    if let Some(after) = after {
        lines.push(line("Reste du ménage avec le prêt", after.budget.left.to_string()));
        lines.push(line(&format!("Reste à vivre {share}, avec le prêt"), after.budget.reste_a_vivre.to_string()));
    }
    told.tell_table(Field::BudgetTable, lines);
    Ok(())
}

/// A loan in a few figures.
pub(super) fn figures(schedule: &RepaymentSchedule) -> Vec<(String, String)> {
    let terms = &schedule.terms;
    let fee = Some(terms.fee).filter(|fee| !fee.is_zero()).map(|fee| fee.to_string());
    let account = Some(schedule.total_account).filter(|cost| !cost.is_zero()).map(|cost| cost.to_string());
    let account = account.unwrap_or_default();
    vec![
        line("Montant", round(terms.amount)),
        line("Durée", counted(terms.months, "mois", "mois")),
        line("Mensualité", schedule.instalment().to_string()),
        line("Première mensualité", first_sum(schedule)),
        line("Taux fixe", terms.annual_rate.to_string()),
        line("TAEG", taeg(schedule).map(|taeg| taeg.to_string()).unwrap_or_default()),
        line("À savoir", taeg_below_rate(schedule).unwrap_or_default()),
        line("Frais de dossier", fee.unwrap_or_default()),
        line("Compte à ouvrir à la banque", account),
        line("Coût total", schedule.total_cost.to_string()),
    ]
}
