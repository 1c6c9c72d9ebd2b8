//! A loan worked out, worded: what is paid, when, what it costs.

use chrono::NaiveDate;
use domain::dossier::monthly;
use domain::loan::{
    FeePayment, Instalment, InstalmentKind, LoanTerms, Rate, RepaymentSchedule, Taeg, UsuryFinding, YearOfLoan,
    explained, taeg, usury,
};
use domain::money::Euros;
use domain::settings::{Legal, RefundPolicy};
use domain::words::{counted, numeric_date, spaced};
use serde::Serialize;
use ts_rs::TS;

use super::refund::Refunded;
use app::failure::Failure;
use app::shapes::{Day, Money};

/// A loan worked out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LoanShown {
    /// The sum lent.
    pub amount: Money,
    /// `36 mois`.
    pub months_text: String,
    /// `4,00 %`.
    pub rate: String,
    /// What is paid a month once capital is repaid, insurance included.
    pub instalment: Money,
    /// `70,86 €`, or `8,67 € puis 83,33 €` after months of interest alone.
    pub instalment_text: String,
    /// What is paid last.
    pub last: Money,
    /// All the interest.
    pub interest: Money,
    /// The file fee.
    pub fee: Money,
    /// All the insurance.
    pub insurance: Money,
    /// What the account that the bank imposes costs in all.
    pub account: Money,
    /// What the loan costs.
    pub total_cost: Money,
    /// That cost shared over the months.
    pub cost_per_month: Money,
    /// Everything paid.
    pub total_paid: Money,
    /// `4,07 %`; absent when what is paid makes none.
    pub taeg: Option<String>,
    /// Why there is none, or why it is below the fixed rate; empty when there is nothing to say.
    pub taeg_note: String,
    /// `au-dessous, 23,56 %`, or that the rate of the quarter is not known.
    pub usury: String,
    /// What the office would refund; empty without a policy.
    pub refunded: String,
    /// What would be left to bear once it has; empty without a policy.
    pub final_cost: String,
    /// The day the money is paid.
    pub disbursed_on: Option<Day>,
    /// The day of the first instalment.
    pub first_due: Option<Day>,
    /// The day of the last instalment.
    pub last_due: Option<Day>,
    /// `Pour 2 400,00 € empruntés, 2 550,87 € à rembourser : …`.
    pub sentence: String,
    /// What of its terms is not plain, one sentence each: `3 mois d’intérêts seuls au début.`.
    pub conditions: Vec<String>,
    /// The instalments added year by year.
    pub years: Vec<YearRow>,
    /// Every instalment.
    pub rows: Vec<InstalmentRow>,
}

/// The instalments of one year, amounts without their unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct YearRow {
    /// `2027`, or `Année 1` without dates.
    pub year: String,
    /// How many.
    pub instalments: u32,
    /// What is paid.
    pub paid: String,
    /// What is repaid of the amount.
    pub principal: String,
    /// The interest.
    pub interest: String,
    /// What is left to repay after them.
    pub outstanding: String,
}

/// One instalment, amounts without their unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct InstalmentRow {
    /// Its number, from 1.
    pub number: u32,
    /// The day it falls due; empty without dates.
    pub due: String,
    /// What is paid.
    pub total: String,
    /// What it repays of the amount.
    pub principal: String,
    /// The interest.
    pub interest: String,
    /// The insurance; empty without one.
    pub insurance: String,
    /// What is left to repay after it.
    pub outstanding: String,
}

/// What a loan is shown beside.
pub(super) struct ShownBy<'s> {
    /// The values of the law.
    pub(super) legal: &'s Legal,
    /// What the office refunds.
    pub(super) policy: Option<&'s RefundPolicy>,
    /// The day whose law it is.
    pub(super) on: NaiveDate,
}

impl LoanShown {
    /// The words of a schedule.
    pub(super) fn of(schedule: &RepaymentSchedule, by: &ShownBy<'_>) -> Result<Self, Failure> {
        let terms = &schedule.terms;
        let instalment = monthly(schedule)?;
        let last = schedule.last().map_or(instalment, |line| line.total);
        let found = taeg(schedule);
        let refused = found.err().map(|refused| Failure::from(refused).message);
        let dated = terms.dates.is_some();
        let refund = by.policy.map(|policy| Refunded::of(schedule, policy)).transpose()?;
        Ok(Self {
            amount: terms.amount.into(),
            months_text: counted(terms.months, "mois", "mois"),
            rate: terms.annual_rate.to_string(),
            instalment: instalment.into(),
            instalment_text: instalment_text(schedule, instalment),
            last: last.into(),
            interest: schedule.total_interest.into(),
            fee: terms.fee.into(),
            insurance: schedule.total_insurance.into(),
            account: schedule.total_account.into(),
            total_cost: schedule.total_cost.into(),
            cost_per_month: schedule.cost_per_month().into(),
            total_paid: schedule.total_paid.into(),
            usury: found.ok().map(|taeg| beside_usury(taeg, terms, by)).unwrap_or_default(),
            taeg: found.ok().map(|taeg| taeg.to_string()),
            taeg_note: refused.or_else(|| explained::taeg_below_rate(schedule)).unwrap_or_default(),
            refunded: refund.as_ref().map(|refund| refund.sum.to_string()).unwrap_or_default(),
            final_cost: refund.as_ref().map(|refund| refund.left.to_string()).unwrap_or_default(),
            disbursed_on: terms.dates.map(|dates| Day::full(dates.disbursed_on)),
            first_due: terms.dates.map(|dates| Day::full(dates.first_due_on)),
            last_due: schedule.last().and_then(|line| line.due).map(Day::full),
            sentence: sentence(schedule),
            conditions: conditions(schedule),
            years: schedule.by_year().into_iter().map(|year| year_row(&year, dated)).collect(),
            rows: schedule.instalments.iter().map(|line| row(line, terms.insurance.is_some())).collect(),
        })
    }
}

/// Where a TAEG stands beside the usury rate of the day.
fn beside_usury(taeg: Taeg, terms: &LoanTerms, by: &ShownBy<'_>) -> String {
    match usury(taeg, terms.amount, by.legal, by.on) {
        UsuryFinding::Under { rate, .. } => format!("au-dessous, {rate}"),
        UsuryFinding::Over { rate, .. } => format!("au-dessus, {rate}"),
        UsuryFinding::NotKnown => "taux de ce trimestre non connu".to_owned(),
    }
}

/// `8,67 € puis 83,33 €` when the loan starts with months that do not repay.
pub(super) fn instalment_text(schedule: &RepaymentSchedule, instalment: Euros) -> String {
    let terms = &schedule.terms;
    let first_of = |from: u32, count: u32| {
        let number = from.saturating_add(1);
        schedule.instalments.iter().find(|line| count > 0 && line.number == number).map(|line| line.total.to_string())
    };
    let steps = [first_of(0, terms.deferred), first_of(terms.deferred, terms.interest_only)];
    let steps: Vec<String> = steps.into_iter().flatten().chain([instalment.to_string()]).collect();
    steps.join(" puis ")
}

/// `3 mois d’intérêts seuls`; empty for a loan that repays from the first instalment to the last.
pub(super) fn eased_text(terms: &LoanTerms) -> String {
    let months = |count: u32| counted(count, "mois", "mois");
    let eased = [
        (terms.deferred > 0).then(|| format!("{} sans rien payer", months(terms.deferred))),
        (terms.interest_only > 0).then(|| format!("{} d’intérêts seuls", months(terms.interest_only))),
        (!terms.interest_only_later.is_empty())
            .then(|| format!("intérêts seuls {}", numbered(&terms.interest_only_later))),
    ];
    eased.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// `au mois 13`, `aux mois 13 et 25`.
fn numbered(months: &[u32]) -> String {
    let numbers: Vec<String> = months.iter().map(u32::to_string).collect();
    match numbers.split_last() {
        Some((last, [])) => format!("au mois\u{a0}{last}"),
        Some((last, before)) => format!("aux mois\u{a0}{} et\u{a0}{last}", before.join(", ")),
        None => String::new(),
    }
}

/// What of the terms is not plain, one sentence each.
fn conditions(schedule: &RepaymentSchedule) -> Vec<String> {
    let terms = &schedule.terms;
    let eased = eased_text(terms);
    let financed = terms.fee_payment == FeePayment::Financed && !terms.fee.is_zero();
    let rate = terms.insurance.map(|insurance| insurance.on_outstanding).filter(|rate| *rate > Rate::ZERO);
    let told = [
        (!eased.is_empty()).then(|| format!("{}.", domain::words::capital(&eased))),
        (terms.deferred > 0).then(|| "Les intérêts des mois sans rien payer s’ajoutent à ce qui est dû.".to_owned()),
        financed.then(|| format!("Les frais, {}, sont prêtés et remboursés avec les mensualités.", terms.fee)),
        rate.map(|rate| format!("Assurance : {rate} par an de ce qui reste dû, un douzième chaque mois.")),
    ];
    told.into_iter().flatten().map(|sentence| spaced(&sentence)).collect()
}

/// `Pour 2 400,00 € empruntés, 2 550,87 € à rembourser : 35 mensualités de 70,86 € et une dernière de 70,77 €.`.
fn sentence(schedule: &RepaymentSchedule) -> String {
    let terms = &schedule.terms;
    let all = schedule.instalments.as_slice();
    let Some((last, before)) = all.split_last() else { return String::new() };
    // A last one like those before is one of them.
    let (last, before) = match before.last() {
        Some(other) if other.total == last.total => (None, all),
        Some(_) | None => (Some(last.total), before),
    };
    let start = terms.deferred.saturating_add(terms.interest_only);
    let of = |kept: &dyn Fn(&Instalment) -> bool| before.iter().filter(|line| kept(line)).collect::<Vec<_>>();
    let interest_only = |line: &Instalment| line.kind == InstalmentKind::InterestOnly;
    let groups = [
        (of(&|line| line.number <= terms.deferred), ""),
        (of(&|line| interest_only(line) && line.number <= start), ""),
        (of(&|line| !interest_only(line) && line.number > terms.deferred), ""),
        (of(&|line| interest_only(line) && line.number > start), " d’intérêts seuls"),
    ];
    let paid: Vec<String> = groups.iter().filter_map(|(lines, what)| of_group(lines, what)).collect();
    let paid = match last {
        None => paid.join(", "),
        Some(last) if paid.is_empty() => format!("une seule de {last}"),
        Some(last) => format!("{} et une dernière de {last}", paid.join(", ")),
    };
    let fee = Some(terms.fee).filter(|fee| terms.fee_payment == FeePayment::AtStart && !fee.is_zero());
    let fee = fee.map(|fee| format!(", et {fee} de frais au versement")).unwrap_or_default();
    let account = Some(schedule.total_account).filter(|cost| !cost.is_zero());
    let account = account.map(|cost| format!(", et {cost} pour le compte")).unwrap_or_default();
    spaced(&format!("Pour {} empruntés, {} à rembourser : {paid}{fee}{account}.", terms.amount, schedule.total_paid))
}

/// `35 mensualités de 70,86 €`; nothing for no instalment.
fn of_group(lines: &[&Instalment], what: &str) -> Option<String> {
    let least = lines.iter().map(|line| line.total).min()?;
    let most = lines.iter().map(|line| line.total).max()?;
    let count = lines.len();
    if most.is_zero() {
        return Some(format!("{} sans rien payer", counted(count, "mois", "mois")));
    }
    let count = counted(count, "mensualité", "mensualités");
    Some(if least == most { format!("{count}{what} de {most}") } else { format!("{count}{what} de {least} à {most}") })
}

fn year_row(year: &YearOfLoan, dated: bool) -> YearRow {
    YearRow {
        year: if dated { year.year.to_string() } else { format!("Année\u{a0}{}", year.year) },
        instalments: year.instalments,
        paid: year.paid.bare(),
        principal: year.principal.bare(),
        interest: year.interest.bare(),
        outstanding: year.outstanding.bare(),
    }
}

fn row(line: &Instalment, insured: bool) -> InstalmentRow {
    InstalmentRow {
        number: line.number,
        due: line.due.map(numeric_date).unwrap_or_default(),
        total: line.total.bare(),
        principal: line.principal.bare(),
        interest: line.interest.bare(),
        insurance: if insured { line.insurance.bare() } else { String::new() },
        outstanding: line.outstanding.bare(),
    }
}
