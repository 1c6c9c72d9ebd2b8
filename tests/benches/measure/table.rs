//! The table: one row a promise, its ratio from pairs measured in turn, its control from the reference beside itself.

/// How far from one the control may be before nothing is said.
const CONTROL: std::ops::RangeInclusive<f64> = 0.95..=1.05;

const HEADINGS: &str =
    "| Promise | Étrier | Beside | Ratio | Control | Goal | Verdict |\n|---|---|---|---|---|---|---|";

/// One promise and what was seen of it.
pub struct Row([String; 7]);

/// What is asked of the ratio.
#[derive(Clone, Copy)]
pub enum Goal {
    /// Étrier's figure is at most so many times the reference's.
    AtMost(f64),
    /// The reference's figure is at least so many times Étrier's.
    TimesLess(f64),
}

impl Goal {
    fn told(self) -> String {
        match self {
            Self::AtMost(times) => format!("≤ {times} ×"),
            Self::TimesLess(times) => format!("≥ {times} × less"),
        }
    }

    fn ratio(self, times: f64) -> String {
        match self {
            Self::AtMost(_) => format!("{} ×", figure(times)),
            Self::TimesLess(_) => format!("{} × less", figure(1.0 / times)),
        }
    }

    fn verdict(self, times: f64) -> &'static str {
        let kept = match self {
            Self::AtMost(most) => times <= most,
            Self::TimesLess(least) => times * least <= 1.0,
        };
        if kept { "kept" } else { "missed" }
    }
}

/// Figures taken in turn: the reference, Étrier, the reference again, and so on.
#[derive(Default)]
pub struct Pairs {
    reference: Vec<f64>,
    ours: Vec<f64>,
    again: Vec<f64>,
}

impl Pairs {
    /// So many turns, and one before that is not counted: each program reads itself from the disk.
    pub fn measured(turns: usize, mut reference: impl FnMut() -> f64, mut ours: impl FnMut() -> f64) -> Self {
        let mut pairs = Self::default();
        reference();
        ours();
        for _ in 0..turns {
            pairs.reference.push(reference());
            pairs.ours.push(ours());
            pairs.again.push(reference());
        }
        pairs
    }

    fn ratio(&self) -> f64 {
        median_of_pairs(&self.ours, &self.reference)
    }

    fn control(&self) -> f64 {
        median_of_pairs(&self.again, &self.reference)
    }
}

impl Row {
    /// A promise measured in pairs; `(name, unit)` are the reference and what both figures are.
    pub fn paired(what: &str, (name, unit): (&str, &str), pairs: &Pairs, goal: Goal) -> Self {
        let (times, control) = (pairs.ratio(), pairs.control());
        let verdict = if CONTROL.contains(&control) { goal.verdict(times) } else { "no verdict" };
        Self([
            what.to_owned(),
            format!("{} {unit}", figure(median(&pairs.ours))),
            format!("{name}: {} {unit}", figure(median(&pairs.reference))),
            goal.ratio(times),
            format!("{control:.2}"),
            goal.told(),
            verdict.to_owned(),
        ])
    }

    /// Sizes, which do not change from a turn to the next: no control is asked.
    pub fn sizes(what: &str, (name, unit): (&str, &str), (ours, reference): (f64, f64), goal: Goal) -> Self {
        let times = ours / reference;
        Self([
            what.to_owned(),
            format!("{} {unit}", figure(ours)),
            format!("{name}: {} {unit}", figure(reference)),
            goal.ratio(times),
            "–".to_owned(),
            goal.told(),
            goal.verdict(times).to_owned(),
        ])
    }

    /// A promise about Étrier alone.
    pub fn alone(what: &str, ours: String, goal: &str, kept: bool) -> Self {
        let verdict = if kept { "kept" } else { "missed" };
        Self([what, &ours, "–", "–", "–", goal, verdict].map(str::to_owned))
    }

    /// What is told without a goal, beside the same elsewhere where there is such a thing.
    pub fn told(what: &str, ours: String, beside: String, ratio: String) -> Self {
        Self([what, &ours, &beside, &ratio, "–", "told", "–"].map(str::to_owned))
    }

    /// A promise that could not be measured here.
    pub fn unmeasured(what: &str, goal: &str, why: &str) -> Self {
        Self([what, "–", "–", "–", "–", goal, &format!("not measured: {why}")].map(str::to_owned))
    }
}

/// The whole table, as Markdown.
pub fn written(rows: &[Row]) -> String {
    let lines = rows.iter().map(|Row(cells)| format!("| {} |\n", cells.join(" | ")));
    format!("{HEADINGS}\n{}", lines.collect::<String>())
}

/// Three figures that mean something.
pub fn figure(value: f64) -> String {
    let decimals = match value.abs() {
        large if large >= 100.0 => 0,
        tens if tens >= 10.0 => 1,
        units if units >= 1.0 => 2,
        _ => 3,
    };
    format!("{value:.decimals$}")
}

/// The median of some figures.
pub fn median(figures: &[f64]) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

fn median_of_pairs(over: &[f64], under: &[f64]) -> f64 {
    median(&over.iter().zip(under).map(|(over, under)| over / under).collect::<Vec<_>>())
}
