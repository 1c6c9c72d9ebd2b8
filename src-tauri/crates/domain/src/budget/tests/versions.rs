//! Versions set side by side, and what each is called.

use super::*;

fn read(version: &[BudgetLine]) -> HouseholdBudget {
    worked_out(version.to_vec(), &[Share::One; 3])
}

/// The published sheet: « Cantine ajoutée (+88,00) ; prime d’activité corrigée (+16,76) ; 363,27 € devenu 339,53 € ».
#[test]
fn the_published_versions_differ_by_two_lines() {
    let second = delmas();
    let mut first = second.clone();
    first.retain(|line| line.entry.as_str() != "canteen");
    first[1].amount = euros("231,40");
    let compared = compare(&read(&first), &read(&second)).unwrap();
    let told: Vec<_> = compared.lines.iter().map(|one| (one.label.as_str(), one.changed, one.difference)).collect();
    assert_eq!(
        told,
        [("in_work_benefit", LineChanged::Month, euros("16,76")), ("canteen", LineChanged::Added, euros("88")),]
    );
    assert_eq!(compared.reste_a_vivre, (euros("363,27"), euros("339,53")));
    assert_eq!(compared.totals[1], (Section::FixedExpense, euros("808,18"), euros("896,18")));
}

#[test]
fn the_same_version_has_no_difference_whatever_its_numbers() {
    let mut copied = delmas();
    for (place, line) in copied.iter_mut().enumerate() {
        line.id = BudgetLineId(100 + i64::try_from(place).unwrap());
    }
    assert!(compare(&read(&delmas()), &read(&copied)).unwrap().lines.is_empty());
}

#[test]
fn a_line_that_is_now_proved_is_told_though_its_month_is_the_same() {
    let mut proved = delmas();
    proved[0].certainty = Certainty::Proved;
    let compared = compare(&read(&delmas()), &read(&proved)).unwrap();
    assert_eq!((compared.lines.len(), compared.lines[0].changed), (1, LineChanged::Words));
}

#[test]
fn a_line_taken_out_is_told_with_what_it_was() {
    let mut fewer = delmas();
    fewer.pop();
    let compared = compare(&read(&delmas()), &read(&fewer)).unwrap();
    let gone = &compared.lines[0];
    assert_eq!((gone.changed, gone.before, gone.after), (LineChanged::Removed, Some(euros("40")), None));
    assert_eq!(gone.difference.bare(), "\u{2212}40,00");
}

#[test]
fn two_lines_of_one_kind_are_told_apart_by_their_detail() {
    let detailed = |detail: &str, amount| {
        let mut line = line("revolving_credit", euros(amount), Frequency::Monthly);
        line.detail = Line::read(detail).unwrap();
        line
    };
    let before = [detailed("Finexo", "45"), detailed("Cofidal", "30")];
    let after = [detailed("Cofidal", "30"), detailed("Finexo", "50")];
    let compared = compare(&read(&before), &read(&after)).unwrap();
    assert_eq!(compared.lines.len(), 1);
    assert_eq!((compared.lines[0].before, compared.lines[0].after), (Some(euros("45")), Some(euros("50"))));
}

#[test]
fn a_version_is_named_by_where_the_dossier_stood() {
    let day = |text: &str| text.parse().unwrap();
    let days = BudgetDays {
        decided_on: Some(day("2026-11-20")),
        disbursed_on: Some(day("2026-12-05")),
        last_due_on: Some(day("2029-12-05")),
    };
    let table = [
        ("2026-10-19", Some("2026-11-09"), VersionMoment::Request),
        ("2026-11-09", Some("2026-11-24"), VersionMoment::Decision),
        ("2026-11-24", Some("2027-06-01"), VersionMoment::Decision),
        ("2027-06-01", Some("2030-01-10"), VersionMoment::MidLoan),
        ("2030-01-10", None, VersionMoment::End),
    ];
    for (on, next, moment) in table {
        assert_eq!(days.moment(day(on), next.map(day)), moment, "{on}");
    }
    assert_eq!(BudgetDays::default().moment(day("2026-11-09"), None), VersionMoment::Request);
}

#[test]
fn what_was_decided_upon_is_the_decision_s_even_when_a_line_changed_the_same_day() {
    let day = |text: &str| text.parse().unwrap();
    let days = BudgetDays { decided_on: Some(day("2026-11-24")), ..BudgetDays::default() };
    let sealed = |by| Budget {
        established_on: day("2026-11-20"),
        seal: Some(Seal { on: day("2026-11-24"), by, household: three(), instalment: None }),
        ..budget(delmas())
    };
    let next = Some(day("2026-11-24"));
    assert_eq!(days.moment_of(&sealed(SealedBy::Decided), next), VersionMoment::Decision);
    assert_eq!(days.moment_of(&sealed(SealedBy::Printed), next), VersionMoment::Request);
}
