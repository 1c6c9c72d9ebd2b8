//! Invented budgets: what a home lives from and pays, in lines that go together.

use chrono::{Datelike, Months, NaiveDate};
use domain::budget::{AfterLine, Budget, BudgetLine, BudgetLineId, Certainty, Debt, Frequency, Hope};
use domain::calendar::{YearMonth, age_on};
use domain::line::Line;
use domain::money::Euros;
use domain::settings::ListKey;

use super::chance::Chance;
use super::home::{Home, key};
use super::stock::{Benefits, Budgets, Stock, UsualLine, Work};
use super::wording::line;

/// How a home gets about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Wheels {
    /// By bus.
    Bus,
    /// It has a car.
    Car,
    /// By bus until the project, then by car.
    BusThenCar,
}

/// Whether a budget carries the loan.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Strength {
    /// It does, with the office's threshold left.
    Solid,
    /// Nobody made sure of it.
    Weak,
}

/// What a project makes of the budget.
pub(super) struct Change {
    /// How the home gets about.
    pub(super) wheels: Wheels,
    /// The loan pays debts: how much of them.
    pub(super) paid_debts: Option<Euros>,
}

/// The budget of a home on a day.
pub(super) fn draw(stock: &Stock, home: &Home<'_>, change: &Change, on: NaiveDate, chance: &mut Chance) -> Budget {
    let mut drawn = Drawing { lines: Vec::new(), on, chance };
    drawn.income(stock, home);
    drawn.benefits(&stock.budgets.benefits, home);
    drawn.expenses(&stock.budgets, home);
    drawn.wheels(&stock.budgets, change.wheels);
    drawn.running(&stock.budgets.running, home.others.len());
    match change.paid_debts {
        Some(loan) => drawn.debts_to_pay(loan),
        None => drawn.debts(&stock.budgets.debts),
    }
    Budget { version: 1, established_on: on, lines: drawn.lines, seal: None }
}

/// The same budget with more of its main income: so many cents more.
pub(super) fn raise_income(budget: &mut Budget, cents: i64) {
    if let Some(main) = budget.lines.first_mut() {
        let raised = main.amount.cents().saturating_add(cents.max(0));
        main.amount = Euros::from_cents(raised).unwrap_or(main.amount);
    }
}

/// The same budget once the incomes that stop before a day have stopped.
pub(super) fn once_stopped(budget: &Budget, day: NaiveDate) -> Budget {
    let lines = budget.lines.iter().filter(|line| !stops_before(line, day)).cloned().collect();
    Budget { lines, ..budget.clone() }
}

/// Makes the incomes that stop before a day last until its month.
pub(super) fn make_last(budget: &mut Budget, day: NaiveDate) {
    for line in budget.lines.iter_mut().filter(|line| stops_before(line, day)) {
        line.ends = ends(day, 0);
    }
}

/// Whether an income stops before a day.
pub(super) fn stops_before(line: &BudgetLine, day: NaiveDate) -> bool {
    PASSING.contains(&line.entry.as_str()) && line.has_ended(day)
}

/// Incomes that stop: benefits with a last day, contracts with an end.
const PASSING: [&str; 4] = ["are", "salary_fixed_term", "salary_insertion", "sickness_allowance"];

struct Drawing<'c> {
    lines: Vec<BudgetLine>,
    on: NaiveDate,
    chance: &'c mut Chance,
}

impl Drawing<'_> {
    fn add(&mut self, entry: &ListKey, detail: Line, amount: Euros, frequency: Frequency) -> Option<&mut BudgetLine> {
        let certainty = if self.chance.happens(74) { Certainty::Proved } else { Certainty::SeenOnStatements };
        self.lines.push(BudgetLine {
            id: BudgetLineId(0),
            entry: entry.clone(),
            detail,
            amount,
            frequency,
            certainty,
            member: None,
            ends: None,
            debt: Debt::default(),
            after: None,
            comment: Line::default(),
        });
        self.lines.last_mut()
    }

    fn monthly(&mut self, entry: &str, amount: Euros) {
        self.add(&key(entry), Line::default(), amount, Frequency::Monthly);
    }

    fn income(&mut self, stock: &Stock, home: &Home<'_>) {
        let salaried = self.wage(stock, home.work, home.person.occupation.as_str());
        let partner = home.partner.is_some_and(|work| self.wage(stock, work, "autre adulte"));
        if (salaried || partner) && self.chance.happens(72) {
            let amount = self.chance.amount([6_000, 29_000], 1);
            self.monthly("in_work_benefit", amount);
        }
        if home.work.key.as_str() == "retired" {
            let amount = self.chance.amount([9_000, 31_000], 1);
            self.monthly("supplementary_pension", amount);
        }
        if let Some(aid) = &home.housing.aid {
            let amount = self.chance.amount(home.housing.aid_amount, 100);
            self.monthly(aid.as_str(), amount);
        }
    }

    /// Adds what someone lives from; says whether it is a wage.
    fn wage(&mut self, stock: &Stock, work: &Work, occupation: &str) -> bool {
        let wage = work.entry.as_str().starts_with("salary");
        let detail = if wage && self.chance.happens(60) {
            format!("{occupation}, {}", self.chance.word(&stock.names.employers))
        } else {
            occupation.to_owned()
        };
        let amount = self.chance.amount(work.amount, 1);
        let on = self.on;
        let months = self.chance.between(7, 30);
        if let Some(income) = self.add(&work.entry, line(&detail), amount, Frequency::Monthly)
            && PASSING.contains(&work.entry.as_str())
        {
            income.ends = ends(on, months);
        }
        wage
    }

    fn benefits(&mut self, benefits: &Benefits, home: &Home<'_>) {
        let cents = |cents: i64| Euros::from_cents(cents).unwrap_or(Euros::ZERO);
        let ages: Vec<u32> = home.children.iter().filter_map(|birth| age_on(*birth, self.on)).collect();
        let count = ages.len();
        let allowance = count.checked_sub(2).and_then(|place| benefits.family_allowances.get(place));
        if let Some(allowance) = allowance {
            self.monthly("family_allowances", cents(*allowance));
        }
        if count >= 3 && ages.iter().all(|age| *age >= 3) {
            self.monthly("family_supplement", cents(benefits.family_supplement));
        }
        if ages.iter().any(|age| *age < 3) {
            self.monthly("paje_base", cents(benefits.paje_base));
        }
        let each = i64::try_from(count).unwrap_or_default();
        if count > 0 && home.partner.is_none() {
            if self.chance.happens(55) {
                self.monthly("asf", cents(benefits.asf.saturating_mul(each)));
            } else {
                let alimony = i64::from(self.chance.between(8, 13)).saturating_mul(1_000);
                self.monthly("alimony_received", cents(alimony.saturating_mul(each)));
            }
        }
        let schooling = ages.iter().filter_map(|age| school_grant(benefits, *age)).fold(0, i64::saturating_add);
        if schooling > 0 {
            self.add(&key("ars"), Line::default(), cents(schooling), Frequency::Yearly);
        }
    }

    fn expenses(&mut self, budgets: &Budgets, home: &Home<'_>) {
        if home.housing.rent.iter().all(|rent| *rent > 0) {
            let heads = u32::try_from(home.others.len()).unwrap_or_default();
            let [least, most] = home.housing.rent.map(|rent| rent.saturating_add(heads.saturating_mul(2_400)));
            let amount = self.chance.amount([least, most], 1);
            let entry = if home.housing.aid.is_some() { "rent" } else { "hosting_participation" };
            self.monthly(entry, amount);
        }
        // Whoever pays a rent pays its charges.
        let pays = |usual: &&UsualLine| home.housing.aid.is_some() || usual.entry.as_str() != "rental_charges";
        self.usual(budgets.charges.iter().filter(pays));
        for _ in &home.children {
            self.usual_once(&budgets.child_charges);
        }
    }

    fn usual<'u>(&mut self, lines: impl IntoIterator<Item = &'u UsualLine>) {
        for usual in lines {
            if self.chance.happens(usual.chance) {
                self.add_usual(usual);
            }
        }
    }

    /// What is spent from day to day.
    fn running(&mut self, lines: &[UsualLine], others: usize) {
        let halves = u32::try_from(others).unwrap_or_default().saturating_add(2);
        for usual in lines {
            if self.chance.happens(usual.chance)
                && let Some(line) = self.add_usual(usual)
                && usual.by_head
            {
                line.amount = line.amount.part(halves, 2).ok().flatten().unwrap_or(line.amount);
            }
        }
    }

    /// Adds to the line of its kind what one more child costs.
    fn usual_once(&mut self, lines: &[UsualLine]) {
        for usual in lines {
            if !self.chance.happens(usual.chance) {
                continue;
            }
            let amount = self.chance.amount(usual.amount, 10);
            match self.lines.iter_mut().find(|line| line.entry == usual.entry) {
                Some(line) => line.amount = line.amount.plus(amount).unwrap_or(line.amount),
                None => {
                    self.add(&usual.entry, Line::default(), amount, usual.frequency);
                }
            }
        }
    }

    fn add_usual(&mut self, usual: &UsualLine) -> Option<&mut BudgetLine> {
        let amount = self.chance.amount(usual.amount, if usual.frequency == Frequency::Yearly { 100 } else { 1 });
        self.add(&usual.entry, line(&usual.detail), amount, usual.frequency)
    }

    fn wheels(&mut self, budgets: &Budgets, wheels: Wheels) {
        let gone = |reason| Some(AfterLine { amount: Euros::ZERO, reason: line(reason), hope: Hope::Sure });
        match wheels {
            Wheels::Bus => {
                self.add_usual(&budgets.bus);
            }
            Wheels::Car => self.usual(&budgets.car),
            Wheels::BusThenCar => {
                if let Some(bus) = self.add_usual(&budgets.bus) {
                    bus.after = gone("bus remplacé par la voiture");
                }
                for (usual, reason) in budgets.car.iter().zip(["selon devis", "trajets du travail"]) {
                    if let Some(cost) = self.add_usual(usual) {
                        let amount = std::mem::replace(&mut cost.amount, Euros::ZERO);
                        cost.certainty = Certainty::Declared;
                        cost.after = Some(AfterLine { amount, reason: line(reason), hope: Hope::Sure });
                    }
                }
            }
        }
    }

    fn debts(&mut self, debts: &[UsualLine]) {
        for usual in debts {
            if !self.chance.happens(usual.chance) {
                continue;
            }
            let months = self.chance.between(5, 30);
            let on = self.on;
            let is_late = self.chance.happens(22);
            if let Some(debt) = self.add_usual(usual) {
                // A quarter of a month, or what is already late.
                let arrears = debt.amount.part(3, 2).ok().flatten().filter(|_| is_late);
                debt.debt = Debt {
                    creditor: std::mem::take(&mut debt.detail),
                    outstanding: debt.amount.part(months, 1).ok().flatten(),
                    arrears,
                    plan: if debt.entry.as_str().ends_with("_plan") {
                        line("accepté par écrit, tenu")
                    } else {
                        Line::default()
                    },
                    paid_off: false,
                };
                debt.ends = ends(on, months);
            }
        }
    }

    /// Two debts that the loan pays: together they cost more a month than its instalment.
    fn debts_to_pay(&mut self, loan: Euros) {
        for (entry, detail, part) in [("revolving_credit", "Finexo", 60), ("energy_arrears_plan", "Énergie du Val", 40)]
        {
            let owed = loan.part(part, 100).ok().flatten().unwrap_or(loan);
            let months = self.chance.between(11, 15);
            let monthly = owed.part(1, months).ok().flatten().unwrap_or(owed);
            let on = self.on;
            if let Some(debt) = self.add(&key(entry), line(detail), monthly, Frequency::Monthly) {
                debt.debt.outstanding = Some(owed);
                debt.debt.paid_off = true;
                debt.ends = ends(on, months);
                debt.after =
                    Some(AfterLine { amount: Euros::ZERO, reason: line("soldé par le prêt"), hope: Hope::Sure });
            }
        }
    }
}

fn ends(on: NaiveDate, months: u32) -> Option<YearMonth> {
    let last = on.checked_add_months(Months::new(months))?;
    YearMonth::new(last.year(), last.month())
}

fn school_grant(benefits: &Benefits, age: u32) -> Option<i64> {
    let place = match age {
        6..=10 => 0,
        11..=14 => 1,
        15..=18 => 2,
        _ => return None,
    };
    benefits.ars.get::<usize>(place).copied()
}
