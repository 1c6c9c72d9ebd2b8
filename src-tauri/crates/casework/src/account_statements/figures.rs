//! The figures of the accounts that a bank will look at, each with the operations behind it, and the curve of balances.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use domain::money::Euros;
use domain::settings::Legal;
use domain::words::{counted, month_name, screen_date, spaced};
use serde::Serialize;
use statements::{Account, Cents, Indicators, Operation};
use ts_rs::TS;

use super::months::{account_label, euros};
use super::proposals::{SeenOperation, operation};
use super::session::Session;
use app::failure::Failure;

/// The height of the drawing of balances.
const HEIGHT: i64 = 46;
/// What is left free above and under the line.
const MARGIN: i64 = 4;

/// A figure of an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StatementFigure {
    /// `Jours à découvert`.
    pub label: String,
    /// `4 sur 92`, `32,00 €`.
    pub value: String,
    /// Whether it is bad news.
    pub is_bad: bool,
    /// What the law says of it; empty when it says nothing.
    pub note: String,
    /// The operations behind it; none when it counts days.
    pub operations: Vec<SeenOperation>,
}

/// The balance of each day of an account, to be drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BalanceCurve {
    /// What it shows, in words.
    pub label: String,
    /// How many days wide it is; it is 46 high.
    pub width: usize,
    /// The height of zero, from the top.
    #[ts(type = "number")]
    pub zero: i64,
    /// `0,23 1,24 …`.
    pub points: String,
}

/// What the figure of incident fees is called.
const INCIDENTS: &str = "dont frais d’incident";
/// The most a bank takes a month for incidents of a customer it knows to be in difficulty.
const FRAGILE: &str = "fragile_incident_fees_ceiling";

/// The figures of every current account that has them; the name of the account when there are several.
pub(super) fn figures(session: &Session, legal: &Legal, today: NaiveDate) -> Result<Vec<StatementFigure>, Failure> {
    let with = || session.reading.accounts.iter().filter_map(|account| Some((account, account.indicators?)));
    let are_several = with().count() > 1;
    let mut all = Vec::new();
    for (account, indicators) in with() {
        let of = if are_several { format!(", {}", account_label(account)) } else { String::new() };
        all.extend(
            of_account(account, &indicators, legal, today)?
                .into_iter()
                .map(|figure| StatementFigure { label: spaced(&format!("{}{of}", figure.label)), ..figure }),
        );
    }
    Ok(all)
}

fn of_account(
    account: &Account,
    found: &Indicators,
    legal: &Legal,
    today: NaiveDate,
) -> Result<Vec<StatementFigure>, Failure> {
    let figure = |label: &str, value: String, is_bad: bool, behind: &[&str]| {
        let operations = operations(account, behind).map(|one| operation(one, today));
        let operations = operations.collect::<Result<Vec<_>, Failure>>()?;
        let (label, note) = (label.to_owned(), String::new());
        Ok::<_, Failure>(StatementFigure { label, value: spaced(&value), is_bad, note, operations })
    };
    let money = |amount: Cents| Ok::<_, Failure>(euros(amount)?.to_string());
    let lowest = format!("Solde le plus bas, {}", screen_date(found.lowest_date, today));
    let days = format!("{} sur {}", found.overdraft_days, found.days);
    let mut all = vec![
        figure("Jours à découvert", days, found.overdraft_days > 0, &[])?,
        figure(&lowest, money(found.lowest_balance)?, found.lowest_balance < Cents::ZERO, &[])?,
        figure("Solde moyen", money(found.average_balance)?, found.average_balance < Cents::ZERO, &[])?,
    ];
    let rejected = found.rejected_debits.to_string();
    all.push(figure("Prélèvements rejetés", rejected, found.rejected_debits > 0, &["rejected_debits"])?);
    let fees = ["fees", "incident_fees", "overdraft_interest"];
    all.push(figure("Frais", money(found.fees)?, false, &fees)?);
    let more = [
        (INCIDENTS, found.incident_fees, "incident_fees", true),
        ("Frais rendus", found.fees_refunded, "fees_refunded", false),
        ("Retraits d’espèces", found.cash_withdrawals, "cash_withdrawals", false),
        ("Jeux d’argent", found.gambling, "gambling", true),
    ];
    for (label, amount, behind, is_bad) in more.into_iter().filter(|(_, amount, _, _)| *amount != Cents::ZERO) {
        all.push(figure(label, money(amount)?, is_bad, &[behind])?);
    }
    if let Some(fees) = all.iter_mut().find(|figure| figure.label == INCIDENTS) {
        fees.note = above_ceiling(account, legal)?;
    }
    Ok(all)
}

/// The months whose incident fees pass the ceiling of the law on their day, in words. Worked example: 28,00 in September
/// under a ceiling of 25,00 is 3,00 to be asked back, if the bank holds the person to be in difficulty.
fn above_ceiling(account: &Account, legal: &Legal) -> Result<String, Failure> {
    let mut months: BTreeMap<(i32, u32), Vec<&Operation>> = BTreeMap::new();
    for one in operations(account, &["incident_fees"]) {
        months.entry((one.date.year(), one.date.month())).or_default().push(one);
    }
    let mut told = Vec::new();
    for ((_, month), fees) in months {
        let Some(first) = fees.first() else { continue };
        let taken = Euros::sum(fees.iter().map(|one| euros(one.amount.size())).collect::<Result<Vec<_>, Failure>>()?)?;
        let Some(ceiling) = legal.amount(FRAGILE, first.date).filter(|ceiling| taken > *ceiling) else { continue };
        let (month, over) = (month_name(month), taken.minus(ceiling)?);
        told.push(format!("{month} : {taken} ; plafond {ceiling} si la banque la dit fragile, {over} à redemander."));
    }
    Ok(spaced(&told.join(" ")))
}

/// The operations that these indicators count.
pub(super) fn operations<'a>(account: &'a Account, indicators: &'a [&str]) -> impl Iterator<Item = &'a Operation> {
    let marked = account.marked.iter().filter(|marked| indicators.contains(&marked.indicator.as_str()));
    marked.map(|marked| &marked.operation)
}

/// The curve of the first current account that is whole.
pub(super) fn curve(session: &Session, today: NaiveDate) -> Option<BalanceCurve> {
    let account = session.reading.accounts.iter().find(|account| account.indicators.is_some())?;
    let days = account.daily_balances();
    let (first, last) = (days.first()?.0, days.last()?.0);
    let cents = || days.iter().map(|(_, balance)| balance.0).chain([0]);
    let (least, most) = (cents().min()?, cents().max()?);
    let span = most.saturating_sub(least).max(1);
    let room = HEIGHT.saturating_sub(MARGIN.saturating_mul(2));
    let height = |balance: i64| {
        let up = balance.saturating_sub(least).saturating_mul(room).checked_div(span).unwrap_or_default();
        HEIGHT.saturating_sub(MARGIN).saturating_sub(up)
    };
    let points = days.iter().enumerate().map(|(at, (_, balance))| format!("{at},{}", height(balance.0)));
    let under = days.iter().filter(|(_, balance)| *balance < Cents::ZERO).count();
    let told = match under {
        0 => "jamais sous zéro".to_owned(),
        days => format!("{} sous zéro", counted(days, "jour", "jours")),
    };
    let (from, to) = (screen_date(first, today), screen_date(last, today));
    Some(BalanceCurve {
        label: spaced(&format!("Solde de chaque jour, du {from} au {to} : {told}")),
        width: days.len().saturating_sub(1).max(1),
        zero: height(0),
        points: points.collect::<Vec<_>>().join(" "),
    })
}

/// The savings an account ends with.
pub(super) fn closing(account: &Account) -> Result<Option<Euros>, Failure> {
    let proved = account.statements.iter().filter(|one| one.standing == statements::Standing::Proven);
    let last = proved.rev().find_map(|one| one.draft.closing);
    last.map(|balance| euros(balance.amount)).transpose()
}
