//! What letters tell of the loan, as its contract writes it and as it runs.

use chrono::NaiveDate;
use domain::arrears::next_instalment;
use domain::dossier::{Precision, RunningLoan};
use domain::letter::{FieldValues, LetterField as Field};
use domain::loan::{Instalment, InstalmentKind, RepaymentSchedule};
use domain::words::{Labelled, counted, long_date, on_known_date, round};

use super::super::Subject;
use super::{line, tell_day};
use casework::loans::deferral_clause;

/// The first day of contracts under ordinance n° 2025-880 of 3 September 2025.
const SINCE_2026: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 11, 20);
/// The first day of contracts under ordinance n° 2023-1139 of 6 December 2023.
const SINCE_2023: Option<NaiveDate> = NaiveDate::from_ymd_opt(2023, 12, 30);

/// The loan as it was signed.
pub(super) fn loan(subject: &Subject<'_>, told: &mut FieldValues) {
    let Some(running) = subject.dossier.running_loan() else { return };
    let contract = &running.contract;
    let known = subject.dossier.loan_precisions().0;
    let signed = on_known_date(contract.signed_on, known);
    let number = contract.bank_reference.as_str();
    let number = if number.is_empty() { String::new() } else { format!(" n°\u{a0}{number}") };
    told.tell(Field::Loan, format!("prêt{number} signé {signed}"));
    let lender = subject.settings.lenders.get(&contract.lender).map(|file| file.lender.name.to_string());
    told.tell_some(Field::Lender, lender);
    told.tell(Field::LoanAmount, round(contract.terms.amount));
    told.tell(Field::LoanMonths, counted(contract.terms.months, "mois", "mois"));
    told.tell(Field::Instalment, running.in_force().instalment().to_string());
    if known == Precision::Day {
        told.tell(Field::SignedOn, long_date(contract.signed_on));
    }
    told.tell(law(contract.signed_on), signed);
    days(subject, &running, told);
    if let Some((most, agreed_on)) = deferral_clause(&running, subject.settings) {
        told.tell(Field::AgreementDay, long_date(agreed_on));
        told.tell_some(Field::DeferralsMost, (most > 0).then(|| counted(most, "report", "reports")));
    }
    let warning = subject.settings.at(subject.moment.today).office.warning_days;
    told.tell_some(Field::WarningDays, warning.map(|days| counted(days, "jour", "jours")));
    told.tell(Field::Guarantee, guarantee(subject));
}

/// The days of the loan, and its table for the person.
fn days(subject: &Subject<'_>, running: &RunningLoan, told: &mut FieldValues) {
    let course = subject.dossier.facts.course();
    if let Some((fact, paid)) = course.disbursement {
        tell_day(subject, told, Field::DisbursedOn, (fact, paid.on));
    }
    let schedule = running.in_force();
    let first = first_of(schedule).and_then(|line| line.due);
    let last = schedule.last().and_then(|line| line.due);
    told.tell_some(Field::FirstDue, first.map(long_date));
    told.tell_some(Field::LastDue, last.map(long_date));
    let next = next_instalment(running, subject.moment.today);
    told.tell_some(Field::NextDue, next.and_then(|line| line.due).map(long_date));
    told.tell_some(Field::NextAmount, next.map(|line| line.total.to_string()));
    let paid = course.disbursement.map(|(_, paid)| paid.amount).unwrap_or(running.contract.terms.amount);
    let last_sum = schedule.last().map(|line| line.total).filter(|sum| *sum != schedule.instalment());
    told.tell_table(
        Field::LoanTable,
        [
            line("Montant versé", round(paid)),
            line("Mensualité", schedule.instalment().to_string()),
            line("Première mensualité", first_sum(schedule)),
            line("Nombre de mensualités", schedule.months().to_string()),
            line("Dernière mensualité", last_sum.map(|sum| sum.to_string()).unwrap_or_default()),
            line("Première échéance", first.map(long_date).unwrap_or_default()),
            line("Dernière échéance", last.map(long_date).unwrap_or_default()),
        ],
    );
}

/// The first instalment that is paid.
fn first_of(schedule: &RepaymentSchedule) -> Option<&Instalment> {
    schedule.instalments.iter().find(|line| line.kind.is_owed())
}

/// The first instalment, when it bears the odd days of a first period; empty when it is that of the other months.
pub(super) fn first_sum(schedule: &RepaymentSchedule) -> String {
    let level = schedule.first().filter(|first| first.kind == InstalmentKind::Level);
    let bare = level.and_then(|first| Some((first, first.total.minus(first.insurance).ok()?)));
    let unlike = bare.filter(|(_, bare)| *bare != schedule.instalment());
    unlike.map(|(first, _)| first.total.to_string()).unwrap_or_default()
}

/// The field of the rules a contract of a day follows.
fn law(signed_on: NaiveDate) -> Field {
    if SINCE_2026.is_some_and(|since| signed_on >= since) {
        Field::LawSince2026
    } else if SINCE_2023.is_some_and(|since| signed_on >= since) {
        Field::LawSince2023
    } else {
        Field::LawBefore2023
    }
}

/// Who guarantees and what share; empty when the product says nothing.
pub(super) fn guarantee(subject: &Subject<'_>) -> String {
    let day = subject.dossier.loan_day(subject.moment.today);
    let rules = subject.settings.at(day);
    let product = subject.dossier.loan_product(&rules).and_then(|key| rules.product(key)).map(|dated| &dated.value);
    let guarantor = product.and_then(|product| product.guarantor).map(|one| one.label().to_owned());
    let share = product.and_then(|product| product.guarantee_percent).map(|percent| format!("{percent} %"));
    guarantor.into_iter().chain(share).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_contract_follows_the_rules_of_its_day() {
        for (day, field) in [
            ("2026-11-20", Field::LawSince2026),
            ("2026-11-19", Field::LawSince2023),
            ("2023-12-30", Field::LawSince2023),
            ("2023-12-29", Field::LawBefore2023),
        ] {
            assert_eq!(law(day.parse().unwrap()), field, "{day}");
        }
    }
}
