//! The right of the first sheet: whether the loan can be repaid, before and after, and what is left if something happens.

use domain::budget::{Benchmark, Hope, HouseholdBudget, Hypothesis, ReckonedLine, Section, Stress, StressLine};
use domain::household::Link;
use domain::money::{AmountTooLarge, Euros};
use domain::settings::RulePeriod;
use domain::words::{HARD_SPACE, addressed, decimal, lowered, percent, round, spaced};

use super::Page;
use super::request::{amount_alone, share_of};
use crate::PaperError;
use crate::page::{
    Align, Density, Gauge, Gauges, Ground, Length, Measure, Part, Row, Stack, Stacks, Strip, Table, Tags, WHOLE, below,
};
use crate::papers::AfterLoan;
use crate::papers::bank_file::BankFileBudget;

const NOTHING: &str = "–";
const TABLE: [(i64, Align, &str); 3] =
    [(54, Align::Left, "Par mois"), (23, Align::Right, "avant"), (23, Align::Right, "après")];
/// A bar of a hypothesis goes that far beyond the benchmark, in percent of it.
const BEYOND: i64 = 140;

impl Page<'_, '_> {
    pub(super) fn capacity(&mut self, measure: Measure) -> Result<Vec<Strip>, PaperError> {
        let title = match self.file.people().ending() {
            "e" => "Peut-elle rembourser ?",
            "" => "Peut-il rembourser ?",
            "es" => "Peuvent-elles rembourser ?",
            "s" => "Peuvent-ils rembourser ?",
            _ => "Le budget tient-il ?",
        };
        let mut strips = below(Length::ZERO, self.section(title, measure));
        let Some(budget) = &self.file.budget else {
            strips.extend(self.small("Le budget du ménage n’est pas encore établi.", measure));
            return Ok(strips);
        };
        let benchmark = budget.stress.as_ref().and_then(|stress| stress.benchmark);
        let mut bars = self.bars(budget, benchmark, measure)?;
        bars.gap = super::UNDER_HEADING;
        strips.push(bars);
        let table = self.setter.table(Tags::DOCUMENT, &table(budget, benchmark, self.density())?, measure);
        strips.extend(below(Length::mm(120), table));
        let (Some(after), Some(stress)) = (&budget.after, &budget.stress) else {
            strips.extend(self.small("Le prêt n’est pas encore chiffré.", measure));
            return Ok(strips);
        };
        let mut gauges = self.hypotheses(stress, &budget.before, measure);
        gauges.gap = Length::mm(140);
        strips.push(gauges);
        let note = note(stress, after)?;
        strips.extend(self.small(&note, measure));
        Ok(strips)
    }

    fn bars(
        &mut self,
        budget: &BankFileBudget,
        benchmark: Option<Benchmark>,
        measure: Measure,
    ) -> Result<Strip, AmountTooLarge> {
        let before = Uses::of(&budget.before, Euros::ZERO)?;
        let after = budget.after.as_ref().map(|after| {
            let paid = after.budget.instalment.plus(after.budget.account)?;
            Ok::<_, AmountTooLarge>(Uses { left: after.budget.left, ..Uses::of(&after.budget.budget, paid)? })
        });
        let after = after.transpose()?;
        let whole = [Some(before), after].into_iter().flatten().map(|uses| uses.whole());
        let whole = whole.collect::<Result<Vec<_>, _>>()?.into_iter().max().unwrap_or_default();
        let named = [("Avant le prêt", Some(before)), ("Après le prêt", after)];
        let bars: Vec<Stack> =
            named.iter().filter_map(|(label, uses)| Some(uses.as_ref()?.bar(label, whole))).collect();
        let mark = benchmark.map(|benchmark| (in_words(benchmark, budget), share_of(benchmark.household, whole)));
        let debts = match after {
            Some(after) if after.debts != before.debts => {
                format!("{} puis {}", before.debts.bare(), after.debts.bare())
            }
            _ => before.debts.bare(),
        };
        let mut legend = vec![(Ground::Full, "reste pour vivre".to_owned())];
        if let Some(after) = after {
            legend.push((Ground::Hatched, format!("mensualité {}", after.loan.bare())));
        }
        legend.push((Ground::Grey, format!("dettes {debts}")));
        legend.push((Ground::Light, "charges".to_owned()));
        let said: Vec<String> =
            named.iter().filter_map(|(label, uses)| Some(format!("{label} : {}", uses.as_ref()?.words()))).collect();
        let said_mark = mark.as_ref().map(|(name, _)| format!(" {name}.")).unwrap_or_default();
        let words = spaced(&format!("{}.{said_mark}", said.join(". ")));
        let stacks = Stacks { words, bars: &bars, legend: &legend, benchmark: mark };
        Ok(self.setter.stacks(Tags::DOCUMENT, &stacks, measure))
    }

    fn hypotheses(&mut self, stress: &Stress, before: &HouseholdBudget, measure: Measure) -> Strip {
        let each = before.shares.one();
        let mark = stress.benchmark.map(|benchmark| benchmark.each);
        let longest = mark.map(|mark| mark.cents().saturating_mul(BEYOND) / 100);
        let values = || stress.lines.iter().filter_map(|line| line.each);
        let most = values().map(Euros::cents).chain(longest).max().unwrap_or_default();
        let longest = longest.filter(|longest| *longest > 0).unwrap_or(most);
        let part = |amount: Euros| amount.cents().saturating_mul(WHOLE).checked_div(longest).unwrap_or_default();
        let rows: Vec<Gauge> = stress
            .lines
            .iter()
            .map(|line| Gauge {
                label: spaced(&self.hypothesis(&line.hypothesis)),
                share: line.each.map(part),
                value: line.each.map_or_else(|| NOTHING.to_owned(), Euros::bare),
                apart: line.apart.map(with_sign).unwrap_or_default(),
                under: line.apart.is_some_and(Euros::is_negative),
            })
            .collect();
        let heading = match mark {
            Some(mark) => format!("Et si… (trait : le repère, {})", round(mark)),
            None => "Et si…".to_owned(),
        };
        let said: Vec<String> = rows.iter().zip(&stress.lines).map(|(row, line)| spoken(row, line)).collect();
        let words = spaced(&format!("{heading} Par {each} et par mois : {}.", said.join(" ; ")));
        let heading = spaced(&heading);
        let apart = if mark.is_some() { "écart" } else { "" };
        let gauges =
            Gauges { words, heading: [&heading, "€ / pers.", apart], rows: &rows, benchmark: mark.map(part) };
        self.setter.gauges(Tags::DOCUMENT, &gauges, measure)
    }

    /// What would happen, in words.
    fn hypothesis(&self, hypothesis: &Hypothesis) -> String {
        match hypothesis {
            Hypothesis::LowerWage(Some(line)) => match self.whose(line) {
                Some(name) => format!("Salaire de {name}, −10 %"),
                None => "Salaire en baisse de 10 %".to_owned(),
            },
            Hypothesis::LowerWage(None) => "Aucun salaire noté".to_owned(),
            Hypothesis::Unexpected(amount) => format!("Imprévu de {} par mois", round(*amount)),
            Hypothesis::Lost(Some(line)) => {
                let ends = line.line.ends.map(|month| format!(" (fin {month})")).unwrap_or_default();
                format!("Sans {}{ends}", lowered(&line.name))
            }
            Hypothesis::Lost(None) => "Aucune ressource fragile notée".to_owned(),
            Hypothesis::Eased(Some((lines, month))) => match lines.as_slice() {
                [only] => format!("{} fini ({month})", only.name),
                several => format!("{} dettes finies ({month})", several.len()),
            },
            Hypothesis::Eased(None) => "Aucune dette ne finit pendant le prêt".to_owned(),
        }
    }

    /// Whose wage it is, where two borrow and the line says so.
    fn whose(&self, line: &ReckonedLine) -> Option<String> {
        let also = self.file.co_applicant.as_ref()?;
        let member = self.file.household.members().iter().find(|member| Some(member.id) == line.line.member)?;
        if member.link == Link::Applicant {
            return Some(addressed(&self.file.applicant.person));
        }
        (member.link == Link::CoApplicant).then(|| addressed(&also.person))
    }
}

/// What a budget goes to.
#[derive(Clone, Copy)]
struct Uses {
    left: Euros,
    loan: Euros,
    debts: Euros,
    charges: Euros,
}

impl Uses {
    fn of(budget: &HouseholdBudget, loan: Euros) -> Result<Self, AmountTooLarge> {
        let total = |section| budget.section(section).map_or(Euros::ZERO, |section| section.total);
        let charges = total(Section::FixedExpense).plus(budget.counted_running()?)?;
        Ok(Self { left: budget.left, loan, debts: total(Section::Debt), charges })
    }

    /// What the bar is as long as.
    fn whole(self) -> Result<Euros, AmountTooLarge> {
        Euros::sum([self.left.max(Euros::ZERO), self.loan, self.debts, self.charges])
    }

    fn bar(self, label: &str, whole: Euros) -> Stack {
        let part = |amount: Euros, ground| Part { value: amount.bare(), share: share_of(amount, whole), ground };
        Stack {
            label: label.to_owned(),
            parts: vec![
                part(self.left, Ground::Full),
                part(self.loan, Ground::Hatched),
                part(self.debts, Ground::Grey),
                part(self.charges, Ground::Light),
            ],
        }
    }

    fn words(self) -> String {
        let loan = if self.loan.is_zero() { String::new() } else { format!(", mensualité {}", self.loan) };
        format!("reste pour vivre {}{loan}, dettes {}, charges {}", self.left, self.debts, self.charges)
    }
}

/// `repère : 750 € (3 × 250)`.
fn in_words(benchmark: Benchmark, budget: &BankFileBudget) -> String {
    let shares = &budget.before.shares;
    let day = budget.after.as_ref().filter(|after| after.rule.period == RulePeriod::Day);
    let how = match day.and_then(|after| after.rule.threshold) {
        Some(day) => format!("{day} par jour"),
        None => format!("{shares}{HARD_SPACE}×{HARD_SPACE}{}", amount_alone(benchmark.each)),
    };
    spaced(&format!("repère : {} ({how})", round(benchmark.household)))
}

fn table(budget: &BankFileBudget, benchmark: Option<Benchmark>, density: Density) -> Result<Table, AmountTooLarge> {
    let before = &budget.before;
    let after = budget.after.as_ref().map(|after| &after.budget);
    let or_none = |text: Option<String>| text.unwrap_or_else(|| NOTHING.to_owned());
    let income = before.section(Section::Income).map_or(Euros::ZERO, |section| section.total);
    let ratio = before.debt_ratio.map(|ratio| percent(ratio.percent));
    let then = after.and_then(|after| after.debt_ratio).map(|ratio| percent(ratio.percent));
    let mut rows = vec![
        Row::Line(vec![
            format!("Reste à vivre par {}", before.shares.one()),
            before.reste_a_vivre.to_string(),
            or_none(after.map(|after| after.reste_a_vivre.to_string())),
        ]),
        Row::Line(vec![spaced(&format!("Endettement (dettes ÷ {})", income.bare())), or_none(ratio), or_none(then)]),
    ];
    if let Some(benchmark) = benchmark {
        rows.push(Row::Strong(vec![
            spaced(&format!("Marge sur le repère de {}", round(benchmark.each))),
            format!("{}{HARD_SPACE}€", with_sign(before.reste_a_vivre.minus(benchmark.each)?)),
            format!("{}{HARD_SPACE}€", with_sign(benchmark.apart)),
        ]));
    }
    Ok(Table::of(density, &TABLE, rows))
}

/// `+16,33`, `−23,26`.
fn with_sign(amount: Euros) -> String {
    if amount.is_negative() { amount.bare() } else { format!("+{}", amount.bare()) }
}

fn spoken(row: &Gauge, line: &StressLine) -> String {
    let under = if row.under { ", sous le repère" } else { "" };
    let apart = line.apart.map(|apart| format!(" ({}{under})", with_sign(apart))).unwrap_or_default();
    match line.each {
        Some(each) => format!("{}, {each}{apart}", row.label),
        None => row.label.clone(),
    }
}

/// When the benchmark is reached, or the instalment that would keep it; what is hoped for and not counted.
fn note(stress: &Stress, after: &AfterLoan) -> Result<String, AmountTooLarge> {
    let mut said = Vec::new();
    match stress.benchmark.map(|benchmark| benchmark.fall) {
        Some(Some((fall, part))) => {
            let part = decimal(part, 1);
            said.push(format!("Le repère est atteint si les ressources baissent de {fall} par mois ({part} %)."));
        }
        Some(None) => {
            let capacity = after.capacity()?.map(|most| format!("Mensualité qui tiendrait le repère : {most}."));
            said.extend(capacity);
        }
        None => said.push("Aucun repère n’est fixé dans les réglages du CCAS.".to_owned()),
    }
    let hoped = after.budget.changes.iter().filter(|change| change.hope == Hope::NotCounted);
    let hoped: Vec<String> = hoped.map(|change| lowered(&change.name)).collect();
    if !hoped.is_empty() {
        said.push(format!("Espéré, compté nulle part : {}.", hoped.join(", ")));
    }
    Ok(said.join(" "))
}
