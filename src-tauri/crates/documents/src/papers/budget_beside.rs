//! What stands beside a budget on paper: the bank's own rule, the statements, the remarks on lines, the months of the
//! loan, the version before.
//!
//! A rule that is not the office's is shown beside it, before and after the loan, never instead of it. What is above
//! the spending that is usual here has its comment, and is never a refusal (*Un coup de pouce pour le microcrédit
//! personnel*, diagnostic et budget).

use chrono::NaiveDate;
use domain::budget::{AfterProject, HouseholdBudget, SharedAmong, StatementReview, UnitWeight, income_allowed};
use domain::money::Euros;
use domain::settings::{BudgetRule, InstalmentCounted, RulePeriod};
use domain::words::{HARD_SPACE, Labelled, capital, counted, decimal, long_date, percent, spaced};
use rust_decimal::Decimal;

use super::reste_a_vivre::AfterLoan;
use super::wording::{round, round_rate};
use crate::page::{Align, Density, Face, Ink, Row, Span, Table};

/// What stands beside a budget; what is empty is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BudgetBeside {
    /// The same budget by the bank's own rule, where its agreement has one.
    pub lender: Option<LenderReading>,
    /// The months of the loan, in sentences: the lowest one, what ends when.
    pub during: Vec<String>,
    /// What the instalment takes of an income, and a lighter start, in sentences.
    pub instalment: Vec<String>,
    /// What the bank statements say, account by account.
    pub statements: Vec<StatementReview>,
    /// Lines above what is usual here, and those with a comment.
    pub remarks: Vec<LineRemark>,
    /// What changed since the version before.
    pub since: Option<SinceVersion>,
}

/// A budget by the rule of a bank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LenderReading {
    /// Its name: `Banque du Val`.
    pub name: String,
    /// What its agreement says.
    pub rule: BudgetRule,
    /// The budget today.
    pub before: HouseholdBudget,
    /// The same with the loan, once it is worked out.
    pub after: Option<AfterProject>,
}

/// What is to be known of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineRemark {
    /// The line: `Carburant`.
    pub label: String,
    /// What it comes to a month; absent for a single payment.
    pub per_month: Option<Euros>,
    /// The most that is usual here, when it is above it.
    pub usual: Option<Euros>,
    /// What was said of it; may be empty.
    pub comment: String,
}

/// The version before, and what changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SinceVersion {
    /// Its number.
    pub version: u32,
    /// The day it was established.
    pub established_on: NaiveDate,
    /// `Cantine : ajoutée (+88,00).`
    pub changes: String,
    /// Its reste à vivre before the loan.
    pub before: Euros,
}

const NOTHING: &str = "–";
const RULES: [(i64, Align, &str); 5] = [
    (24, Align::Left, "Reste à vivre, règle de"),
    (13, Align::Right, "Avant le prêt"),
    (13, Align::Right, "Après le prêt"),
    (22, Align::Left, "Divisé par"),
    (28, Align::Left, "Ce qu’elle demande"),
];
const STATEMENTS: [(i64, Align, &str); 8] = [
    (23, Align::Left, "Relevés de compte"),
    (17, Align::Left, "Mois lus"),
    (12, Align::Right, "Découvert autorisé"),
    (11, Align::Right, "Solde le plus bas"),
    (11, Align::Right, "Jours à découvert"),
    (8, Align::Right, "Rejets"),
    (9, Align::Right, "Frais"),
    (9, Align::Right, "Épargne"),
];
/// Units are weighed in two-hundredths.
const WEIGHED: u32 = 200;

/// The office's rule and the bank's, before and after; nothing without a rule of the bank.
pub(super) fn rules(
    office: &str,
    budget: &HouseholdBudget,
    after: Option<&AfterLoan>,
    beside: &BudgetBeside,
) -> Option<Table> {
    let lender = beside.lender.as_ref()?;
    let plain = BudgetRule::default();
    let rule = after.map_or(&plain, |after| &after.rule);
    let rows = vec![
        rule_row(office, rule, (budget, after.map(|after| &after.budget))),
        rule_row(&lender.name, &lender.rule, (&lender.before, lender.after.as_ref())),
    ];
    Some(Table::of(Density::Dense, &RULES, rows))
}

/// The rule of the bank and what it gives, in a paragraph; nothing without a rule of the bank.
pub(super) fn rules_in_words(
    office: &str,
    budget: &HouseholdBudget,
    after: Option<&AfterLoan>,
    beside: &BudgetBeside,
) -> Option<Vec<Span>> {
    let said: Vec<String> = rules(office, budget, after, beside)?.rows.into_iter().filter_map(in_words).collect();
    Some(vec![note("Deux règles. ", Face::SansSemiBold), note(&said.join(" "), Face::Sans)])
}

/// `Banque du Val : 312,10 € avant, 289,00 € avec le prêt, divisé par 1,6 unités ; demandé : 250 € par personne.`
fn in_words(row: Row) -> Option<String> {
    let Row::Line(cells) = row else { return None };
    let [name, before, after, shares, asked] = cells.try_into().ok()?;
    let then = if after == NOTHING { String::new() } else { format!(", {after} avec le prêt") };
    Some(format!("{name} : {before} avant{then}, divisé par {shares} ; demandé : {asked}."))
}

fn rule_row(name: &str, rule: &BudgetRule, (before, after): (&HouseholdBudget, Option<&AfterProject>)) -> Row {
    let (today, then, day) = match rule.period {
        RulePeriod::Month => (before.reste_a_vivre, after.map(|after| after.reste_a_vivre), ""),
        RulePeriod::Day => (before.per_day, after.map(|after| after.per_day), "/jour"),
    };
    let written = |amount: Euros| format!("{amount}{day}");
    Row::Line(vec![
        spaced(name),
        written(today),
        then.map_or_else(|| NOTHING.to_owned(), written),
        before.shares.in_words(),
        spaced(&asked(rule, before)),
    ])
}

/// `250 € par personne, endettement de 33 % au plus`, `aucun seuil`.
fn asked(rule: &BudgetRule, budget: &HouseholdBudget) -> String {
    let each = budget.shares.one();
    let threshold = rule.threshold.map(|threshold| {
        let day = match rule.period {
            RulePeriod::Month => "",
            RulePeriod::Day => " par jour et",
        };
        let counted = match rule.instalment {
            InstalmentCounted::Included => "",
            InstalmentCounted::Excluded => " avant la mensualité",
        };
        format!("{}{day} par {each}{counted}", round(threshold))
    });
    let ratio = rule.debt_ratio_max.map(|most| format!("endettement de {} au plus", round_rate(most)));
    let income = income_allowed(budget, rule)
        .ok()
        .flatten()
        .map(|allowed| format!("ressources de {} au plus", round(allowed.most)));
    let said: Vec<String> =
        threshold.or_else(|| Some("aucun seuil".to_owned())).into_iter().chain(ratio).chain(income).collect();
    said.join(", ")
}

/// What each person weighs, when the remainder is not shared among persons: `1,6 unités de consommation : …`.
pub(super) fn units_in_words(shares: &SharedAmong) -> Option<String> {
    let SharedAmong::Units(units) = shares else { return None };
    let weight = |weight: u32| {
        let exact = (Decimal::from(weight) / Decimal::from(WEIGHED)).normalize();
        decimal(exact, exact.scale())
    };
    let one = |unit: &UnitWeight| format!("{} {}", unit.weighed_as.label(), weight(unit.weight));
    let mut said: Vec<String> = units.weights.iter().map(one).collect();
    if units.lone_parent > 0 {
        said.push(format!("parent seul {}", weight(units.lone_parent)));
    }
    Some(spaced(&format!("Divisé par {} : {}.", shares.in_words(), said.join(", "))))
}

/// What the statements say, a row an account; nothing without a review.
pub(super) fn statements(beside: &BudgetBeside) -> Option<Table> {
    if beside.statements.is_empty() {
        return None;
    }
    let rows = beside.statements.iter().map(statement_row).collect();
    Some(Table::of(Density::Tight, &STATEMENTS, rows))
}

fn statement_row(review: &StatementReview) -> Row {
    let amount = |amount: Option<Euros>| amount.map_or_else(|| NOTHING.to_owned(), Euros::bare);
    let count = |count: Option<u32>| count.map_or_else(|| NOTHING.to_owned(), |count| count.to_string());
    let names = [review.account.as_str(), review.bank.as_str()];
    let name: Vec<&str> = names.into_iter().filter(|part| !part.is_empty()).collect();
    let months = match (review.from, review.to) {
        (Some(from), Some(to)) => format!("{from} à {to}"),
        (Some(month), None) | (None, Some(month)) => month.to_string(),
        (None, None) => NOTHING.to_owned(),
    };
    Row::Line(vec![
        spaced(&name.join(", ")),
        months,
        amount(review.overdraft),
        amount(review.lowest),
        count(review.days_overdrawn),
        count(review.rejected),
        amount(review.fees),
        amount(review.savings),
    ])
}

/// What the statements say, a sentence an account; empty without a review.
pub(super) fn statements_in_words(beside: &BudgetBeside) -> String {
    beside.statements.iter().map(statement_in_words).collect::<Vec<_>>().join(" ")
}

/// `Compte courant (07/2026 à 09/2026) : 11 jours à découvert (150,00 € autorisés), 2 rejets, plus bas −148,20 €.`
fn statement_in_words(review: &StatementReview) -> String {
    let months = match (review.from, review.to) {
        (Some(from), Some(to)) => format!(" ({from} à {to})"),
        (Some(month), None) | (None, Some(month)) => format!(" ({month})"),
        (None, None) => String::new(),
    };
    let allowed = review.overdraft.map(|most| format!(" (autorisé : {most})")).unwrap_or_default();
    let known = [
        review.days_overdrawn.map(|days| format!("{} à découvert{allowed}", counted(days, "jour", "jours"))),
        review.rejected.map(|rejected| counted(rejected, "rejet", "rejets")),
        review.lowest.map(|lowest| format!("solde le plus bas {lowest}")),
        review.fees.map(|fees| format!("frais {fees}")),
        review.savings.map(|savings| format!("épargne {savings}")),
    ];
    let known: Vec<String> = known.into_iter().flatten().collect();
    let known = if known.is_empty() { "non détaillé".to_owned() } else { known.join(", ") };
    let remark = ended(review.remark.as_str());
    let remark = if remark.is_empty() { String::new() } else { format!(" {}.", capital(remark)) };
    let bank = if review.bank.is_empty() { String::new() } else { format!(", {}", review.bank) };
    format!("{}{bank}{months} : {known}.{remark}", capital(review.account.as_str()))
}

/// What was said of the statements that their table does not hold.
pub(super) fn statement_remarks(beside: &BudgetBeside) -> String {
    let remarked = beside.statements.iter().filter(|review| !review.remark.is_empty());
    let said: Vec<String> =
        remarked.map(|review| format!("{} : {}.", review.account, ended(review.remark.as_str()))).collect();
    said.join(" ")
}

/// What was said of the accounts, the remarks on lines, the months of the loan, the version before: one paragraph each.
pub(super) fn notes(
    budget: &HouseholdBudget,
    beside: &BudgetBeside,
    accounts: &str,
    during: &[String],
) -> Vec<Vec<Span>> {
    let mut said = Vec::new();
    let lines: Vec<String> = beside.remarks.iter().map(remark).collect();
    let since = beside.since.as_ref();
    let changed = since.map(|since| {
        let now = budget.reste_a_vivre;
        let same = if since.before == now {
            format!("Reste à vivre avant le prêt : toujours {now}.")
        } else {
            format!("Reste à vivre avant le prêt : {}, devenu {now}.", since.before)
        };
        format!("{} {same}", since.changes)
    });
    let heading =
        since.map(|since| format!("Depuis la version {} ({}). ", since.version, long_date(since.established_on)));
    let parts = [
        ("Relevés. ".to_owned(), accounts.to_owned()),
        ("Lignes à expliquer. ".to_owned(), lines.join(" ")),
        ("Pendant le prêt. ".to_owned(), during.join(" ")),
        (heading.unwrap_or_default(), changed.unwrap_or_default()),
    ];
    for (heading, text) in parts {
        if !text.is_empty() {
            said.push(vec![note(&heading, Face::SansSemiBold), note(&text, Face::Sans)]);
        }
    }
    said
}

/// `Carburant, 175,00 € par mois (usage local : 150,00 €) : trajets du soir.`
fn remark(remark: &LineRemark) -> String {
    let month = remark.per_month.map(|month| format!(", {month} par mois")).unwrap_or_default();
    let usual = remark.usual.map(|most| format!(" (usage local : {most} au plus)")).unwrap_or_default();
    let comment = match (remark.comment.is_empty(), remark.usual) {
        (false, _) => format!(" : {}", ended(&remark.comment)),
        (true, Some(_)) => " : à commenter".to_owned(),
        (true, None) => String::new(),
    };
    format!("{}{month}{usual}{comment}.", remark.label)
}

/// A text without the point that will follow it.
fn ended(text: &str) -> &str {
    text.trim_end().trim_end_matches('.')
}

fn note(text: &str, face: Face) -> Span {
    Span::new(spaced(text), face, Ink::NOTE)
}

/// `5,79 % (33 % au plus)`.
pub(super) fn ratio_with_limit(ratio: Decimal, rule: &BudgetRule) -> String {
    match rule.debt_ratio_max {
        Some(most) => format!("{} ({}{HARD_SPACE}au plus)", percent(ratio), round_rate(most)),
        None => percent(ratio),
    }
}
