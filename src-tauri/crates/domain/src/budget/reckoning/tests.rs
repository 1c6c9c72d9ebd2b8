//! The budget of the Delmas household, as its paper prints it, and what holds of every budget.

#![expect(clippy::arithmetic_side_effects, reason = "sums of a few thousand cents")]

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::budget::Debt;
use crate::budget::{BudgetLineId, Certainty, working};
use crate::calendar::YearMonth;
use crate::household::{Link, Member, MemberId, Presence, Share};
use crate::line::Line;
use crate::settings::{ListKey, Lists};

const DELMAS: [(&str, &str, Frequency); 18] = [
    ("salary", "1012,40", Frequency::Monthly),
    ("in_work_benefit", "248,16", Frequency::Monthly),
    ("family_allowances", "151,05", Frequency::Monthly),
    ("apl", "297", Frequency::Monthly),
    ("alimony_received", "220", Frequency::Monthly),
    ("ars", "853,74", Frequency::Yearly),
    ("rent", "486", Frequency::Monthly),
    ("rental_charges", "62", Frequency::Monthly),
    ("electricity", "78", Frequency::Monthly),
    ("water", "96,30", Frequency::Quarterly),
    ("phones", "34,98", Frequency::Monthly),
    ("home_insurance", "186", Frequency::Yearly),
    ("health_insurance", "42,60", Frequency::Monthly),
    ("canteen", "88", Frequency::Monthly),
    ("transport", "54", Frequency::Monthly),
    ("bank_fees", "3", Frequency::Monthly),
    ("revolving_credit", "45", Frequency::Monthly),
    ("energy_plan", "40", Frequency::Monthly),
];

fn section_of(place: usize) -> Section {
    match place {
        0..=5 => Section::Income,
        6..=15 => Section::FixedExpense,
        _ => Section::Debt,
    }
}

fn entry(key: &str, section: Section) -> BudgetEntry {
    BudgetEntry {
        key: ListKey::new(key),
        label: key.to_owned(),
        also: Vec::new(),
        section,
        group: ListKey::new("any"),
        usual: false,
        usual_frequency: Frequency::Monthly,
        counts_in_reste_a_vivre: section != Section::RunningExpense,
        counts_in_debt_ratio: matches!(section, Section::Income | Section::Debt),
        help: None,
        usually_ends: false,
        sets_facts: Vec::new(),
        retired: false,
    }
}

pub(in crate::budget) fn lists() -> Lists {
    let mut entries: BTreeMap<ListKey, BudgetEntry> = DELMAS
        .iter()
        .enumerate()
        .map(|(place, (key, _, _))| (ListKey::new(*key), entry(key, section_of(place))))
        .collect();
    entries.insert(ListKey::new("food"), entry("food", Section::RunningExpense));
    Lists { budget_order: entries.keys().cloned().collect(), budget_entries: entries, ..Lists::default() }
}

pub(in crate::budget) fn line(entry: &str, amount: Euros, frequency: Frequency) -> BudgetLine {
    BudgetLine {
        id: BudgetLineId(1),
        entry: ListKey::new(entry),
        detail: Line::default(),
        amount,
        frequency,
        certainty: Certainty::Declared,
        member: None,
        debt: Debt::default(),
        comment: Line::default(),
        ends: None,
        after: None,
    }
}

pub(in crate::budget) fn household(shares: &[Share]) -> Household {
    let members = shares.iter().enumerate().map(|(place, share)| Member {
        id: MemberId(1),
        name: Line::default(),
        link: if place == 0 { Link::Applicant } else { Link::Child },
        born_on: None,
        presence: Presence::Here,
        share: *share,
        reason: Line::default(),
    });
    Household::of(members.collect()).unwrap()
}

pub(in crate::budget) fn worked_out(lines: Vec<BudgetLine>, shares: &[Share]) -> HouseholdBudget {
    let budget = Budget { version: 1, established_on: "2026-11-09".parse().unwrap(), lines, seal: None };
    reckon(&budget, &household(shares), &BudgetReading { lists: &lists(), rule: &BudgetRule::default() }).unwrap()
}

pub(in crate::budget) fn delmas() -> Vec<BudgetLine> {
    DELMAS.iter().map(|(key, amount, frequency)| line(key, Euros::read(amount).unwrap(), *frequency)).collect()
}

/// The published paper: « Fiche budgétaire », version « avant le prêt » of the Delmas household.
#[test]
fn the_delmas_budget_is_reckoned_to_the_cent() {
    let budget = worked_out(delmas(), &[Share::One; 3]);
    let total = |section| budget.section(section).unwrap().total.bare().replace('\u{202f}', " ");
    assert_eq!(total(Section::Income), "1 999,76");
    assert_eq!(total(Section::FixedExpense), "896,18");
    assert_eq!(total(Section::Debt), "85,00");
    assert_eq!(budget.left.bare().replace('\u{202f}', " "), "1 018,58");
    assert_eq!(budget.reste_a_vivre.bare(), "339,53");
    assert_eq!(budget.per_day.bare(), "11,16");
    assert_eq!(crate::words::percent(budget.debt_ratio.unwrap().percent), "4,25\u{202f}%");
}

#[test]
fn the_working_reads_in_the_order_of_the_rule() {
    let rows = working(&worked_out(delmas(), &[Share::One; 3])).unwrap();
    let read: Vec<String> = rows.iter().map(|row| format!("{} {} {}", row.sign, row.label, row.value)).collect();
    let read = read.join("\n").replace(['\u{202f}', '\u{a0}'], " ");
    assert_eq!(
        read,
        " Ressources du ménage 1 999,76\n− Charges 896,18\n− Dettes 85,00\n\
         = Reste pour le ménage 1 018,58\n÷ 3 personnes, par mois 339,53 €"
    );
}

#[test]
fn a_half_share_divides_by_halves() {
    let budget = worked_out(delmas(), &[Share::One, Share::One, Share::Half]);
    assert_eq!(budget.reste_a_vivre.bare(), "407,43", "1 018,58 ÷ 2,5 = 407,432");
    let two_halves = worked_out(delmas(), &[Share::One, Share::Half, Share::Half]);
    let divided = working(&two_halves).unwrap().pop().unwrap();
    assert_eq!(divided.label.replace('\u{a0}', " "), "2 parts, par mois", "three people are not two");
}

#[test]
fn what_comes_once_or_is_only_noted_is_not_counted() {
    let mut lines = delmas();
    lines.push(line("salary", Euros::read("500").unwrap(), Frequency::OneOff));
    lines.push(line("food", Euros::read("60").unwrap(), Frequency::Weekly));
    let budget = worked_out(lines, &[Share::One; 3]);
    assert_eq!(budget.reste_a_vivre.bare(), "339,53");
    let once = budget.section(Section::Income).unwrap().lines.last().unwrap();
    assert_eq!((once.per_month, once.counted), (None, Counted::OneOff));
    let noted = budget.section(Section::RunningExpense).unwrap();
    assert_eq!(noted.total.bare(), "260,00", "60 × 52 ÷ 12");
}

#[test]
fn a_budget_without_income_has_no_debt_ratio_and_may_be_negative() {
    let budget = worked_out(vec![line("rent", Euros::read("486").unwrap(), Frequency::Monthly)], &[Share::One]);
    assert_eq!(budget.debt_ratio, None);
    assert_eq!(budget.reste_a_vivre.bare(), "\u{2212}486,00");
}

#[test]
fn a_label_carries_its_detail_and_what_is_still_owed() {
    let mut debt = line("revolving_credit", Euros::read("45").unwrap(), Frequency::Monthly);
    debt.detail = Line::read("Finexo").unwrap();
    debt.debt.outstanding = Euros::read("612,40").ok();
    debt.ends = YearMonth::new(2028, 1);
    let budget = worked_out(vec![debt], &[Share::One]);
    let label = &budget.section(Section::Debt).unwrap().lines[0].label;
    assert_eq!(
        label.replace(['\u{202f}', '\u{a0}'], " "),
        "revolving_credit (Finexo ; reste 612,40 € ; fin : 01/2028)"
    );
}

#[test]
fn a_monthly_amount_shows_where_it_comes_from() {
    let written = |frequency| calculation(Euros::read("25").unwrap(), frequency).replace(['\u{202f}', '\u{a0}'], " ");
    assert_eq!(written(Frequency::Weekly), "25,00 € × 52 / 12");
    assert_eq!(written(Frequency::Monthly), "");
    assert_eq!(written(Frequency::Yearly), "25,00 € / 12");
    assert_eq!(written(Frequency::OneOff), "25,00 € une fois");
}

proptest! {
    #[test]
    fn weekly_amounts_over_a_year_sum_to_what_a_person_counts(cents in 0_i64..10_000_000, place in 0_usize..7) {
        let frequency = Frequency::ALL[place];
        let times = [52, 26, 12, 6, 4, 2, 1][place];
        let month = line("salary", Euros::from_cents(cents).unwrap(), frequency).per_month().unwrap().unwrap();
        let apart = (12 * month.cents() - times * cents).abs();
        prop_assert!(apart <= 6, "half a cent a month at most, {apart} a year");
    }

    #[test]
    fn what_is_printed_adds_up(amounts in proptest::collection::vec((0_usize..18, 0_i64..500_000, 0_usize..8), 0..40)) {
        let lines = amounts.iter().map(|(place, cents, frequency)| {
            line(DELMAS[*place].0, Euros::from_cents(*cents).unwrap(), Frequency::ALL[*frequency])
        });
        let budget = worked_out(lines.collect(), &[Share::One, Share::Half]);
        let mut left = 0;
        for section in &budget.sections {
            let printed: i64 = section.lines.iter().filter_map(|line| line.per_month).map(Euros::cents).sum();
            prop_assert_eq!(printed, section.total.cents());
            left += if section.section == Section::Income { printed } else { -printed };
        }
        prop_assert_eq!(left, budget.left.cents());
        let back = budget.reste_a_vivre.cents() * 3;
        prop_assert!((back - 2 * left).abs() <= 2, "the share times the shares is what was left, to the rounding");
    }
}
