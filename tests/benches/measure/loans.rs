//! Loans beside fractions, which are exact, and beside floating-point numbers, which are fast.

use std::hint::black_box;

use chrono::{Months, NaiveDate};
use desk::calls;
use domain::loan::{DatedFlow, LoanTerms, Rate, Taeg, schedule, taeg, taeg_of_dates};
use domain::money::Euros;
use etrier_tests::fractions::{Draw, Drawn, shown};

use crate::office::{Bench, once};
use crate::table::{Goal, Pairs, Row};

const LOANS: usize = 20_000;
const CENTS: i64 = 240_000;
const MONTHS: u32 = 36;
/// The yearly rate of the loan, a fraction.
const RATE: f64 = 0.04;
/// How many a turn, so that a clock can tell, and how many turns.
const AT_ONCE: u32 = 2_000;
const TURNS: usize = 31;

/// One line of a schedule, in euros.
#[expect(dead_code, reason = "what a schedule holds is worked out, read or not")]
struct FloatLine {
    number: u32,
    principal: f64,
    interest: f64,
    total: f64,
    outstanding: f64,
}

/// Exactness, then speed.
pub fn rows() -> Vec<Row> {
    let float = ("the same with floats", "µs");
    let terms = LoanTerms::of(Euros::from_cents(CENTS).unwrap(), Rate::read("4").unwrap(), MONTHS);
    let planned = schedule(&terms).unwrap();
    let paid: Vec<f64> = float_schedule().iter().map(|line| line.total).collect();
    let lent = CENTS as f64 / 100.0;

    let schedules = Pairs::measured(
        TURNS,
        || each(|| drop(black_box(float_schedule()))),
        || each(|| drop(black_box(schedule(black_box(&terms)).unwrap()))),
    );
    let near = |ours: Taeg, theirs: f64| {
        let ours: f64 = ours.exact().to_string().parse().unwrap();
        // A month is not a twelfth of 365 days.
        assert!((ours - theirs * 100.0).abs() < 0.05, "{ours} and {theirs}");
    };
    near(taeg(&planned).unwrap(), float_regular(lent, &paid));
    let regular = Pairs::measured(
        TURNS,
        || each(|| _ = black_box(float_regular(lent, black_box(&paid)))),
        || each(|| _ = black_box(taeg(black_box(&planned)).unwrap())),
    );
    let flows = dated(&planned.instalments.iter().map(|line| line.total).collect::<Vec<_>>());
    let float_flows: Vec<(NaiveDate, f64)> =
        flows.iter().map(|flow| (flow.on, flow.amount.cents() as f64 / 100.0)).collect();
    near(taeg_of_dates(&flows).unwrap(), float_dated(&float_flows));
    let on_days = Pairs::measured(
        TURNS,
        || each(|| _ = black_box(float_dated(black_box(&float_flows)))),
        || each(|| _ = black_box(taeg_of_dates(black_box(&flows)).unwrap())),
    );
    vec![
        exactness(),
        Row::paired("a schedule of 36 months", float, &schedules, Goal::AtMost(1.0)),
        Row::paired("the TAEG of that regular loan", float, &regular, Goal::AtMost(30.0)),
        Row::paired("the TAEG of its flows on days", float, &on_days, Goal::AtMost(200.0)),
    ]
}

/// Loans of every shape, asked through the door, beside whole numbers of any size.
fn exactness() -> Row {
    let folder = tempfile::tempdir().unwrap();
    let mut bench = Bench::of(folder.path(), 1);
    let mut draw = Draw(2026);
    let agreed = (0..LOANS).filter(|_| {
        let loan = Drawn::any(&mut draw);
        let caller = bench.caller();
        calls::answer(&mut bench.desk, "simulate", loan.input(), &caller)
            .is_ok_and(|answer| shown(&answer) == loan.lines())
    });
    let agreed = agreed.count();
    let what = "schedules drawn at random, every line beside fractions";
    Row::alone(what, format!("{agreed} of {LOANS} equal to the cent"), "all of 20 000", agreed == LOANS)
}

/// Microseconds of one, of so many.
fn each(work: impl Fn()) -> f64 {
    once(|| (0..AT_ONCE).for_each(|_| work())).0 * 1_000.0 / f64::from(AT_ONCE)
}

fn cents(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

fn float_schedule() -> Vec<FloatLine> {
    let (month, mut outstanding) = (black_box(RATE) / 12.0, black_box(CENTS) as f64 / 100.0);
    let level = cents(outstanding * month / (1.0 - (1.0 + month).powi(-(MONTHS as i32))));
    (1..=MONTHS)
        .map(|number| {
            let interest = cents(outstanding * month);
            let principal = if number == MONTHS { outstanding } else { cents(level - interest) };
            outstanding = cents(outstanding - principal);
            FloatLine { number, principal, interest, total: cents(principal + interest), outstanding }
        })
        .collect()
}

/// The yearly rate that balances monthly payments, by Newton's method on the worth of a month.
fn float_regular(lent: f64, paid: &[f64]) -> f64 {
    let mut worth = 1.0 / 1.004;
    loop {
        let (mut sum, mut slope, mut power) = (-lent, 0.0, 1.0);
        for (number, paid) in (1..).zip(paid) {
            slope += f64::from(number) * paid * power;
            power *= worth;
            sum += paid * power;
        }
        let step = sum / slope;
        worth -= step;
        if step.abs() < 1e-14 {
            return worth.powi(-12) - 1.0;
        }
    }
}

/// The yearly rate that balances flows on days, a day being 1/365 of a year, by Newton's method.
fn float_dated(flows: &[(NaiveDate, f64)]) -> f64 {
    let mut rate = 0.05_f64;
    loop {
        let (mut sum, mut slope) = (0.0, 0.0);
        for (day, amount) in flows {
            let years = (*day - flows[0].0).num_days() as f64 / 365.0;
            let worth = amount * (1.0 + rate).powf(-years);
            sum += worth;
            slope -= years * worth / (1.0 + rate);
        }
        let step = sum / slope;
        rate -= step;
        if step.abs() < 1e-13 {
            return rate;
        }
    }
}

/// The loan paid on a day, then each instalment a month after the one before.
fn dated(paid: &[Euros]) -> Vec<DatedFlow> {
    let begun = NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
    let lent = DatedFlow { on: begun, amount: Euros::from_cents(-CENTS).unwrap() };
    let paid = (1..).zip(paid).map(|(months, amount)| DatedFlow { on: begun + Months::new(months), amount: *amount });
    std::iter::once(lent).chain(paid).collect()
}
