//! Which lines count, among how many, from which threshold on.

use super::*;

fn by(rule: BudgetRule) -> HouseholdBudget {
    let lists = lists();
    let mut lines = delmas();
    lines.push(line("food", euros("60"), Frequency::Weekly));
    reckon(&budget(lines), &three(), &BudgetReading { lists: &lists, rule: &rule }).unwrap()
}

fn threshold(amount: &str) -> BudgetRule {
    BudgetRule { threshold: Some(euros(amount)), ..BudgetRule::default() }
}

#[test]
fn a_rule_adds_and_removes_lines() {
    assert_eq!(by(BudgetRule::default()).left.bare(), "1\u{202f}018,58");
    let counts_food = BudgetRule { added: vec![key("food")], ..BudgetRule::default() };
    assert_eq!(by(counts_food).left.bare(), "758,58", "60 × 52 ÷ 12 = 260,00 is now counted");
    let without_ars = BudgetRule { removed: vec![key("ars")], ..BudgetRule::default() };
    let reckoned = by(without_ars);
    assert_eq!(reckoned.left.bare(), "947,43", "1 018,58 − 71,15");
    assert_eq!(reckoned.debt_ratio, by(BudgetRule::default()).debt_ratio, "the debt ratio has its own lines");
}

#[test]
fn the_debts_of_the_published_sheet_leave_a_capacity() {
    let after = after_by(delmas_after(), &threshold("250"), euros("70,86"));
    assert_eq!((after.left.bare(), after.reste_a_vivre.bare()), ("900,22".to_owned(), "300,07".to_owned()));
    assert_eq!(after.per_day.bare(), "9,87");
    assert_eq!(after.debt_ratio.unwrap().percent.to_string(), "5.79");
    assert_eq!(repayment_capacity(&after, &threshold("250")).unwrap(), Some(euros("221,08")));
    let stands = standing(&after, &threshold("250")).unwrap().unwrap();
    assert_eq!(stands.apart, euros("50,07"));
}

#[test]
fn without_a_threshold_the_capacity_is_not_worked_out() {
    let rule = BudgetRule::default();
    let after = after_by(delmas_after(), &rule, euros("70,86"));
    assert_eq!(repayment_capacity(&after, &rule), Ok(None));
    assert_eq!(standing(&after, &rule), Ok(None));
    let read = RuleRead { rule: &rule, whose: "du CCAS", source: "" };
    assert_eq!(said(&explain_capacity(&after, &read).unwrap().result), "non calculée : aucun repère");
}

#[test]
fn a_capacity_is_never_below_zero() {
    let after = after_by(delmas_after(), &threshold("5000"), Euros::ZERO);
    assert_eq!(repayment_capacity(&after, &threshold("5000")), Ok(Some(Euros::ZERO)));
}

#[test]
fn a_capacity_is_floored_to_the_cent() {
    let scale = UnitScale {
        label: Line::read("parts").unwrap(),
        first: 100,
        adult: 100,
        child: 33,
        adult_from: 14,
        lone_parent: 0,
    };
    let rule = BudgetRule { divisor: Divisor::Units(scale), ..threshold("250,05") };
    let after = after_by(delmas_after(), &rule, Euros::ZERO);
    assert_eq!(after.budget.shares.to_string(), "1,66");
    // 971,08 − 250,05 × 1,66 = 971,08 − 415,083.
    assert_eq!(repayment_capacity(&after, &rule), Ok(Some(euros("555,99"))));
}

#[test]
fn a_daily_threshold_is_looked_at_by_the_day() {
    let rule = BudgetRule { period: RulePeriod::Day, ..threshold("10") };
    let after = after_by(delmas_after(), &rule, euros("70,86"));
    let stands = standing(&after, &rule).unwrap().unwrap();
    assert_eq!((stands.judged, stands.apart.bare()), (euros("9,87"), "\u{2212}0,13".to_owned()));
    assert_eq!(repayment_capacity(&after, &rule), Ok(Some(euros("58,58"))), "971,08 − 10 × 3 × 365 ÷ 12");
}

#[test]
fn a_rule_may_look_before_the_instalment() {
    let rule = BudgetRule { instalment: InstalmentCounted::Excluded, ..threshold("250") };
    let after = after_by(delmas_after(), &rule, euros("70,86"));
    assert_eq!(standing(&after, &rule).unwrap().unwrap().judged, euros("323,69"), "971,08 ÷ 3");
}

#[test]
fn a_ratio_and_an_income_are_looked_at_only_where_the_rule_says() {
    let after = after_by(delmas_after(), &BudgetRule::default(), euros("70,86"));
    let ratio = after.debt_ratio.unwrap();
    let strict = BudgetRule {
        debt_ratio_max: Rate::read("5,78").ok(),
        income_ceiling: Some(euros("1999,76")),
        ..BudgetRule::default()
    };
    assert_eq!(is_within_ratio(&ratio, &strict), Some(false));
    let allowed = |rule: &BudgetRule| income_allowed(&after.budget, rule).unwrap();
    assert!(allowed(&strict).unwrap().is_within(), "the ceiling itself is within");
    assert_eq!(is_within_ratio(&ratio, &BudgetRule::default()), None);
    assert_eq!(allowed(&BudgetRule::default()), None);
}

/// A ceiling by composition: 1 400 € for one, 2 100 € for two, 420 € for each more.
#[test]
fn the_ceiling_of_income_follows_the_household_or_the_quotient() {
    let most = |shares: &[Share], rule: &BudgetRule| {
        income_allowed(&worked_out(delmas(), shares), rule).unwrap().map(|allowed| allowed.most)
    };
    let by_persons = BudgetRule {
        income_ceiling: Some(euros("1400")),
        income_by_persons: vec![euros("2100")],
        income_each_more: Some(euros("420")),
        ..BudgetRule::default()
    };
    let (one, two, five) = (&[Share::One][..], &[Share::One; 2][..], &[Share::One; 5][..]);
    assert_eq!(
        [one, two, five].map(|shares| most(shares, &by_persons)),
        ["1400", "2100", "3360"].map(|most| Some(euros(most)))
    );
    let half = [Share::One, Share::One, Share::Half];
    assert_eq!(most(&half, &by_persons), Some(euros("2520")), "a half share is a person at home");
    let quotient = BudgetRule { income_quotient: Some(euros("700")), ..BudgetRule::default() };
    assert_eq!(most(&half, &quotient), Some(euros("1750")));
    let both = BudgetRule { income_quotient: Some(euros("900")), ..by_persons };
    assert_eq!(most(one, &both), Some(euros("900")), "the lowest rules");
}

#[test]
fn above_what_is_usual_a_comment_is_asked() {
    let mut lines = delmas();
    lines.push(line("phones", euros("30"), Frequency::Monthly));
    let range = |most: &str, per| UsualSpending { entry: key("phones"), least: None, most: euros(most), per };
    let above =
        |lines: Vec<BudgetLine>, range| above_usual(&worked_out(lines, &[Share::One; 3]), &three(), &[range]).unwrap();
    let found = above(lines.clone(), range("60", SpendingShare::Household));
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].spent, found[0].lines.len(), found[0].uncommented.len()), (euros("64,98"), 2, 2));
    assert!(above(lines.clone(), range("64,98", SpendingShare::Household)).is_empty(), "the most is usual");
    assert!(above(lines.clone(), range("30", SpendingShare::Person)).is_empty(), "30,00 each is 90,00 for three");
    for line in &mut lines {
        line.comment = Line::read("deux téléphones pour le travail").unwrap();
    }
    assert!(above(lines, range("60", SpendingShare::Household))[0].uncommented.is_empty());
}

#[test]
fn each_figure_says_where_it_comes_from() {
    let rule = threshold("250");
    let read = RuleRead { rule: &rule, whose: "du CCAS", source: "délibération du 12 mars 2024" };
    let after = after_by(delmas_after(), &rule, LoanCosts { instalment: euros("70,86"), account: euros("2") });
    let written = |rows: &[crate::explained::WorkingRow]| {
        let rows = rows.iter().map(|row| format!("{} {} {}", row.sign, row.label, row.value));
        said(&rows.collect::<Vec<_>>().join("\n"))
    };
    let capacity = explain_capacity(&after, &read).unwrap();
    assert_eq!(
        written(&capacity.steps),
        " Reste pour le ménage, avant la mensualité 971,08\n− Compte demandé par la banque 2,00\n\
         − 250,00 € × 3 personnes 750,00\n= Mensualité possible 219,08 €"
    );
    let gap = explain_gap(&after, &read).unwrap().unwrap();
    assert_eq!(written(&gap.steps).lines().last(), Some("= Écart 49,41 €"));
    let weekly = worked_out(vec![line("salary", euros("250"), Frequency::Weekly)], &[Share::One]);
    let weekly = explain_line(&weekly.section(Section::Income).unwrap().lines[0]);
    assert_eq!(written(&weekly.steps), "= 250,00 € × 52 / 12 1 083,33 €");
    assert!(weekly.notes[0].contains("53"), "a year of 53 payments is said");
    let total = explain_total(after.budget.section(Section::Debt).unwrap()).table.unwrap();
    assert_eq!(total.rows.len(), 2, "a line that comes to nothing is still read");
    let shares = explain_shares(&after.budget.shares, &three(), "Sonia Delmas");
    assert_eq!((shares.inputs.len(), said(&shares.result)), (3, "3 personnes".to_owned()));
    assert_eq!(explain_per_day("avec le prêt", after.reste_a_vivre, after.per_day).result, after.per_day.to_string());
    assert_eq!(said(&explain_debt_ratio_after(&after.debt_ratio.unwrap()).result), "5,79 %");
    let before = explain_reste_a_vivre(&after.budget, &read).unwrap();
    assert_eq!(before.source, "délibération du 12 mars 2024");
    let done = explain_reste_a_vivre_after(&after, &read).unwrap();
    assert!(
        done.notes.iter().any(|note| said(note) == "transport : −54,00 (remplacés par la voiture)"),
        "{:?}",
        done.notes
    );
}

#[test]
fn a_line_that_ended_before_the_budget_no_longer_counts() {
    let mut lines = delmas();
    let ended = |month_of_end: &str| BudgetLine {
        ends: Some(month(month_of_end)),
        ..line("in_work_benefit", euros("400"), Frequency::Monthly)
    };
    let before = worked_out(lines.clone(), &[Share::One; 3]);
    lines.push(ended("10/2026"));
    let gone = worked_out(lines.clone(), &[Share::One; 3]);
    assert_eq!((gone.reste_a_vivre, gone.debt_ratio), (before.reste_a_vivre, before.debt_ratio));
    assert_eq!(gone.sections[0].lines.last().unwrap().counted, Counted::Ended);
    lines.push(ended("11/2026"));
    let last_month = worked_out(lines, &[Share::One; 3]);
    assert_eq!(last_month.left, before.left.plus(euros("400")).unwrap(), "its last month is still to come");
}
