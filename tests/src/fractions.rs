//! Loans nobody chose, reckoned a second time in whole numbers of any size.
//!
//! Nothing here is shared with the program: fractions are kept whole until their one division, days are counted from
//! the calendar's own rule, and the TAEG is halved down to by e^(−st), its terms added one by one.

use num_bigint::BigInt;
use serde_json::{Value, json};

/// A day: year, month, day.
pub type Day = (i64, i64, i64);

/// Cents of one instalment: principal, interest, insurance, total, what is left.
pub type Line = [i64; 5];

fn big(number: i64) -> BigInt {
    BigInt::from(number)
}

fn half_up(over: BigInt, under: BigInt) -> i64 {
    assert!(over >= big(0) && under > big(0));
    i64::try_from((over * 2 + &under) / (under * 2)).unwrap()
}

/// Draws without a library: the same loans on every machine.
pub struct Draw(pub u64);

impl Draw {
    pub fn below(&mut self, most: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((self.0 >> 33) % u64::try_from(most).unwrap()).unwrap()
    }

    /// Zero three times out of four.
    fn rarely(&mut self, most: i64) -> i64 {
        if self.below(4) == 0 { self.below(most) } else { 0 }
    }
}

/// A loan as drawn: cents, ten-thousandths of a percent, months.
#[derive(Clone, Debug, Default)]
pub struct Drawn {
    pub amount: i64,
    pub rate: i64,
    pub months: i64,
    pub deferred: i64,
    pub interest_only: i64,
    pub later: Vec<i64>,
    pub fee: i64,
    pub financed: bool,
    pub insurance: i64,
    pub insurance_rate: i64,
    pub required: bool,
    pub dates: Option<(Day, Day)>,
    pub debit: Option<i64>,
    pub counted: bool,
}

impl Drawn {
    pub fn any(draw: &mut Draw) -> Self {
        let months = 1 + draw.below(84);
        let deferred = draw.rarely(4).min(months - 1);
        let interest_only = draw.rarely(5).min(months - 1 - deferred);
        let start = deferred + interest_only;
        let mut later: Vec<i64> = (0..draw.rarely(4)).map(|_| 1 + draw.below(84)).collect();
        later.retain(|number| *number > start && *number < months);
        later.sort_unstable();
        later.dedup();
        let paid = (2024 + draw.below(5), 1 + draw.below(12), 1 + draw.below(28));
        let dates = (draw.below(3) > 0).then(|| (paid, later_by(paid, 1 + draw.below(70))));
        Self {
            amount: 10_000 + draw.below(790_000),
            rate: if draw.below(8) == 0 { 0 } else { draw.below(200_000) },
            months,
            deferred,
            interest_only,
            later,
            fee: draw.rarely(5_000),
            financed: draw.below(2) == 0,
            insurance: draw.rarely(500),
            insurance_rate: draw.rarely(9_000),
            required: draw.below(2) == 0,
            debit: dates.and((draw.below(3) == 0).then(|| 1 + draw.below(31))),
            counted: draw.below(2) == 0,
            dates,
        }
    }

    pub fn input(&self) -> Value {
        let later: Vec<String> = self.later.iter().map(i64::to_string).collect();
        json!({ "amount": written(self.amount, 2), "annual_rate": written(self.rate, 4), "lender": "",
            "months": self.months.to_string(), "deferred": self.deferred.to_string(),
            "interest_only": self.interest_only.to_string(), "interest_only_later": later.join(", "),
            "fee": written(self.fee, 2), "fee_payment": if self.financed { "financed" } else { "at_start" },
            "insurance_monthly": written(self.insurance, 2), "insurance_rate": written(self.insurance_rate, 4),
            "insurance_required": self.required && self.insured(),
            "disbursed": self.dates.map_or(String::new(), |(paid, _)| iso(paid)),
            "first_due": self.dates.map_or(String::new(), |(_, due)| iso(due)),
            "debit_day": self.debit.map_or(String::new(), |day| day.to_string()),
            "first_period": if self.counted { "months_and_days" } else { "one_month" } })
    }

    fn insured(&self) -> bool {
        self.insurance > 0 || self.insurance_rate > 0
    }

    /// A ten-thousandth of a percent is a millionth: a month of it is one over twelve million.
    fn month(&self, owed: i64, rate: i64) -> i64 {
        half_up(big(owed) * big(rate), big(12_000_000))
    }

    fn first_interest(&self, owed: i64) -> i64 {
        let Some((paid, due)) = self.dates.filter(|_| self.counted) else { return self.month(owed, self.rate) };
        let (months, days, _) = apart(paid, due);
        half_up(big(owed) * big(self.rate) * big(365 * months + 12 * days), big(1_000_000) * big(4_380))
    }

    fn level(&self, owed: i64, count: u32) -> i64 {
        if self.rate == 0 {
            return half_up(big(owed), big(count.into()));
        }
        let year = big(12_000_000);
        let grown = (&year + self.rate).pow(count);
        half_up(big(owed) * self.rate * &grown, &year * (&grown - year.pow(count)))
    }

    pub fn lines(&self) -> Vec<Line> {
        let mut owed = self.amount + if self.financed { self.fee } else { 0 };
        let mut level = None;
        let mut lines = Vec::new();
        for number in 1..=self.months {
            let month = self.month(owed, self.rate);
            let interest = if number == 1 { self.first_interest(owed) } else { month };
            let start = self.deferred + self.interest_only;
            let principal = if number <= self.deferred {
                -interest
            } else if number <= start || self.later.contains(&number) {
                0
            } else if number == self.months {
                owed
            } else {
                let count = self.months - start - i64::try_from(self.later.len()).unwrap();
                let level = *level.get_or_insert_with(|| self.level(owed, u32::try_from(count).unwrap()));
                (level - month).min(owed)
            };
            let insurance = self.insurance + self.month(owed, self.insurance_rate);
            owed -= principal;
            lines.push([principal, interest, insurance, principal + interest + insurance, owed]);
        }
        lines
    }

    pub fn due(&self, number: i64) -> Option<Day> {
        let (_, first) = self.dates?;
        if number == 1 { Some(first) } else { Some(moved(first, number - 1, self.debit.unwrap_or(first.2))) }
    }

    /// Cents lent, below zero, then paid, each at its time from the first.
    pub fn flows(&self) -> Vec<(Time, i64)> {
        let received = self.amount - if self.financed { 0 } else { self.fee };
        let mut flows = vec![(Time::default(), -received)];
        for (number, line) in (1..).zip(self.lines()) {
            let time = match self.dates {
                None => Time { months: number, days: 0, year: 365 },
                Some((paid, _)) => Time::between(paid, self.due(number).unwrap()),
            };
            flows.push((time, line[3] - if self.required { 0 } else { line[2] }));
        }
        flows
    }
}

/// A whole number with its last figures as decimals.
pub fn written(number: i64, decimals: usize) -> String {
    let figures = format!("{number:0>width$}", width = decimals + 1);
    let (whole, rest) = figures.split_at(figures.len() - decimals);
    format!("{whole}.{rest}")
}

/// A sum of an answer, in cents.
pub fn cents(text: &Value) -> i64 {
    text.as_str().unwrap().replace('.', "").parse().unwrap()
}

/// The lines of a schedule as the program answers them.
pub fn shown(answer: &Value) -> Vec<Line> {
    let parts = ["principal", "interest", "insurance", "total", "outstanding"];
    let lines = answer["instalments"].as_array().unwrap();
    lines.iter().map(|line| parts.map(|part| cents(&line[part]))).collect()
}

/// A day as `2026-11-20`.
pub fn iso((year, month, day): Day) -> String {
    format!("{year:04}-{month:02}-{day:02}")
}

fn month_end(year: i64, month: i64) -> i64 {
    match month {
        2 if (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Days since a day long ago.
fn rank((year, month, day): Day) -> i64 {
    let years: i64 = (1..year).map(|year| if month_end(year, 2) == 29 { 366 } else { 365 }).sum();
    years + (1..month).map(|month| month_end(year, month)).sum::<i64>() + day
}

fn later_by((mut year, mut month, mut day): Day, days: i64) -> Day {
    day += days;
    while day > month_end(year, month) {
        day -= month_end(year, month);
        (year, month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    }
    (year, month, day)
}

/// So many months later or earlier, on that day or the last one of the month.
fn moved((year, month, _): Day, months: i64, day: i64) -> Day {
    let rank = year * 12 + month - 1 + months;
    let (year, month) = (rank.div_euclid(12), rank.rem_euclid(12) + 1);
    (year, month, day.min(month_end(year, month)))
}

/// Whole months back from the end, the days left, and those of the year that ends with them.
fn apart(first: Day, end: Day) -> (i64, i64, i64) {
    let mut months = 0;
    while rank(moved(end, -months - 1, end.2)) >= rank(first) {
        months += 1;
    }
    let from = moved(end, -months, end.2);
    (months, rank(from) - rank(first), rank(from) - rank(moved(from, -12, from.2)))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Time {
    pub months: i64,
    pub days: i64,
    pub year: i64,
}

impl Default for Time {
    fn default() -> Self {
        Self { months: 0, days: 0, year: 365 }
    }
}

impl Time {
    fn between(first: Day, end: Day) -> Self {
        let (months, days, year) = apart(first, end);
        Self { months, days, year }
    }
}

/// Numbers with 26 decimals, kept whole.
fn one() -> BigInt {
    big(10).pow(26)
}

/// e^(−x), term by term.
fn falling(x: &BigInt) -> BigInt {
    let (mut sum, mut term, mut rank) = (one(), one(), 1);
    while term != big(0) {
        term = -(&term * x / one()) / rank;
        sum += &term;
        rank += 1;
    }
    sum
}

/// What flows are worth at the first, `s` being the logarithm of a year's growth.
fn worth(flows: &[(Time, i64)], s: &BigInt) -> BigInt {
    let month = falling(&(s / 12));
    let (mut power, mut months) = (one(), 0);
    let mut rests: Vec<((i64, i64), BigInt)> = Vec::new();
    let mut sum = big(0);
    for (time, amount) in flows {
        while months < time.months {
            power = power * &month / one();
            months += 1;
        }
        let part = (time.days, time.year);
        if !rests.iter().any(|(known, _)| *known == part) {
            rests.push((part, falling(&(s * time.days / time.year))));
        }
        let rest = rests.iter().find(|(known, _)| *known == part).map(|(_, rest)| rest).unwrap();
        sum += &power * rest / one() * amount;
    }
    sum
}

/// The TAEG in percent with twelve decimals, kept whole.
pub fn taeg(flows: &[(Time, i64)]) -> i128 {
    let (mut low, mut high) = (big(0), big(9) * one());
    for _ in 0..88 {
        let half: BigInt = (&low + &high) / 2;
        if worth(flows, &half) > big(0) { low = half } else { high = half }
    }
    let growth = one() * one() / falling(&low);
    i128::try_from((growth - one()) / big(10).pow(12)).unwrap()
}
