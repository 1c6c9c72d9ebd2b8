//! The proof, first: each account, one line a month, what lacks, what is there twice, what is to be asked for again.

use chrono::{Datelike, Days, NaiveDate};
use domain::money::Euros;
use domain::words::{capital, counted, month_name, spaced};
use serde::Serialize;
use statements::{
    Account, AccountKind, Balance, Cents, Doubt, Gap, GapReason, Operation, Period, Refusal, Standing, Statement,
};
use ts_rs::TS;

use super::session::Session;
use app::failure::Failure;

/// A statement longer than so many days is told by its first and its last month.
const LONG_MONTH: i64 = 45;
/// A long statement begins and ends in the month it has so many days of.
const DAYS_OF_A_MONTH: u64 = 10;

/// An account, its months, and who it is of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AccountRead {
    /// `Compte courant …3318`.
    pub label: String,
    /// Whether it is money put aside.
    pub is_savings: bool,
    /// Whether its holders are several.
    pub is_joint: bool,
    /// The part of it that counts in this budget, in percent.
    #[ts(type = "number")]
    pub share: i64,
    /// Its months and what lacks between them, in their order.
    pub months: Vec<StatementMonth>,
}

/// One line of an account: a statement, or what lacks between two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StatementMonth {
    /// `Juillet`, `Août à octobre`.
    pub label: String,
    /// `24 opérations`; empty for what lacks.
    pub count: String,
    /// `proven`, `contradicted`, `not_checkable`, `duplicate` or `missing`.
    pub standing: String,
    /// `Prouvé`, `Pas prouvé`, `À prouver`, `Double`, `Manque`.
    pub standing_text: String,
    /// What there was; empty when it is not known.
    pub opening: String,
    /// What came.
    pub incoming: String,
    /// What left.
    pub outgoing: String,
    /// What there is.
    pub closing: String,
    /// Why it is not proved, what lacks; empty when it is proved.
    pub sentence: String,
    /// The day whose balance would prove it: `2026-07-31`; nothing when none would.
    pub balance_on: Option<String>,
    /// What agreed: `soldes, totaux imprimés`; empty unless it is proved.
    pub witnesses: String,
}

/// A file in which nothing is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct UnreadFile {
    /// Its name.
    pub name: String,
    /// Why, and what to do.
    pub sentence: String,
}

/// What the person is asked to bring again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AskedAgain {
    /// `Août`, `Octobre, entier`.
    pub label: String,
    /// `n’est dans aucun des 5 fichiers`.
    pub detail: String,
}

/// The accounts as they were read.
pub(super) fn accounts(session: &Session, today: NaiveDate) -> Result<Vec<AccountRead>, Failure> {
    session.reading.accounts.iter().map(|account| shown(account, session.share(account), today)).collect()
}

/// The files in which nothing is read.
pub(super) fn unread_files(session: &Session) -> Vec<UnreadFile> {
    let refused = session.files.iter().zip(&session.reading.files).filter_map(|(file, read)| {
        let sentence = spaced(read.refusal?.sentence());
        Some(UnreadFile { name: file.name.to_string(), sentence })
    });
    let unopened = session.unopened.iter();
    let unopened = unopened.map(|file| UnreadFile { name: file.name.to_string(), sentence: spaced(&file.sentence) });
    unopened.chain(refused).collect()
}

/// `Deux mois sont prouvés au centime. Août manque, octobre n’est pas entier.`
pub(super) fn sentence(session: &Session, today: NaiveDate) -> String {
    const COUNTS: [&str; 5] = ["Deux", "Trois", "Quatre", "Cinq", "Six"];
    let (months, last_day) = proved_months(session);
    let any = session.reading.accounts.iter().flat_map(|account| &account.statements);
    let any = any.filter(|statement| statement.standing == Standing::Proven).count();
    let proved = match (months, last_day) {
        (0, None) if any == 0 => "Rien n’est prouvé, rien n’est proposé.".to_owned(),
        (0, None) => "L’épargne est prouvée au centime, aucun compte courant.".to_owned(),
        (0 | 1, _) => "Un mois est prouvé au centime.".to_owned(),
        (months, _) => {
            let place = usize::try_from(months).unwrap_or_default().saturating_sub(2);
            let count = COUNTS.get(place).map_or_else(|| months.to_string(), |count| (*count).to_owned());
            format!("{count} mois sont prouvés au centime.")
        }
    };
    let gaps = session.reading.accounts.iter().flat_map(|account| &account.gaps);
    let missing = gaps.map(|gap| match gap.reason {
        GapReason::MissingStatement => format!("{} manque", gap_label(gap, today)),
        GapReason::BalanceBreak => format!("les soldes ne se suivent pas au {}", short_day(gap.before)),
    });
    let contradicted = current(session, Standing::Contradicted)
        .map(|period| format!("{} n’est pas entier", period_label(period, today)));
    let lacking = once(missing.chain(contradicted).map(|told| told.to_lowercase()));
    match lacking.as_slice() {
        [] => spaced(&proved),
        _ => spaced(&format!("{proved} {}.", capital(&lacking.join(", ")))),
    }
}

/// What the person is asked for again: the months that lack and those that are not whole.
pub(super) fn asked_again(session: &Session, today: NaiveDate) -> Vec<AskedAgain> {
    let files = counted(session.files.len(), "fichier lu", "fichiers lus");
    let asked = |label: String, detail: String| AskedAgain { label: capital(&label), detail: spaced(&detail) };
    let gaps = session.reading.accounts.iter().flat_map(|account| &account.gaps);
    let gaps = gaps.filter(|gap| gap.reason == GapReason::MissingStatement);
    let missing = gaps.map(|gap| asked(gap_label(gap, today), format!("n’est pas dans les {files}")));
    let partial = current(session, Standing::Contradicted).map(|period| {
        let label = format!("{}, entier", period_label(period, today));
        asked(label, "le PDF du site de la banque, pas une capture".to_owned())
    });
    let refused = session.reading.files.iter().filter_map(|file| file.refusal);
    let pictures = refused.filter(|refusal| *refusal == Refusal::Scanned).count();
    let pictures = (pictures > 0).then(|| {
        let label = counted(pictures, "relevé en image", "relevés en image");
        asked(label, "le PDF du site de la banque".to_owned())
    });
    once(missing.chain(partial).chain(pictures))
}

/// Each thing once, in its order: two accounts lack the same month.
fn once<T: PartialEq>(things: impl Iterator<Item = T>) -> Vec<T> {
    let mut each = Vec::new();
    for thing in things {
        if !each.contains(&thing) {
            each.push(thing);
        }
    }
    each
}

/// The months whose operations are proved, of the current account that has most: how many, and the last day.
pub(super) fn proved_months(session: &Session) -> (u32, Option<NaiveDate>) {
    let currents = session.reading.accounts.iter().filter(|account| account.name.kind == AccountKind::Current);
    let months = currents.map(|account| {
        let proved = account.statements.iter().filter(|statement| statement.standing == Standing::Proven);
        let periods: Vec<Period> = proved.filter_map(Statement::period).collect();
        let days: i64 = periods.iter().map(|period| days_of(*period)).fold(0, i64::saturating_add);
        // A month is 30.44 days; the nearest whole count.
        let months = days.saturating_mul(100).saturating_add(1_522).checked_div(3_044).unwrap_or_default();
        (u32::try_from(months).unwrap_or(u32::MAX), periods.iter().map(|period| period.to).max())
    });
    months.max_by_key(|(months, _)| *months).unwrap_or_default()
}

/// `août, septembre, octobre` of the proved statements of the current accounts.
pub(super) fn proved_labels(session: &Session, today: NaiveDate) -> String {
    let labels = once(current(session, Standing::Proven).map(|period| period_label(period, today)));
    labels.join(", ").to_lowercase()
}

fn current(session: &Session, standing: Standing) -> impl Iterator<Item = Period> {
    let accounts = session.reading.accounts.iter().filter(|account| account.name.kind == AccountKind::Current);
    let all = accounts.flat_map(|account| &account.statements);
    all.filter(move |statement| statement.standing == standing).filter_map(Statement::period)
}

/// `Compte courant …3318`.
pub(super) fn account_label(account: &Account) -> String {
    let kind = match account.name.kind {
        AccountKind::Current => "Compte courant",
        AccountKind::Savings => "Épargne",
    };
    let number = account.name.iban.as_ref().or(account.name.number.as_ref());
    let digits: Vec<char> = number.iter().flat_map(|number| number.chars()).filter(char::is_ascii_digit).collect();
    let end: String = digits.iter().skip(digits.len().saturating_sub(4)).collect();
    if end.is_empty() { kind.to_owned() } else { format!("{kind} …{end}") }
}

fn shown(account: &Account, share: i64, today: NaiveDate) -> Result<AccountRead, Failure> {
    let mut months = Vec::new();
    let mut gaps = account.gaps.iter().peekable();
    for (place, statement) in account.statements.iter().enumerate() {
        let from = statement.period().map(|period| period.from);
        while let Some(gap) = gaps.next_if(|gap| from.is_some_and(|from| gap.before <= from)) {
            let before = account.statements.get(..place).unwrap_or_default();
            months.push(missing(gap, before, statement, today)?);
        }
        months.push(month(statement, today)?);
    }
    Ok(AccountRead {
        label: account_label(account),
        is_savings: account.name.kind == AccountKind::Savings,
        share,
        is_joint: account.name.joint,
        months,
    })
}

fn month(statement: &Statement, today: NaiveDate) -> Result<StatementMonth, Failure> {
    let sums = |is_side: fn(&Cents) -> bool| {
        let amounts = statement.draft.operations.iter().map(|operation: &Operation| operation.amount);
        Cents::sum(amounts.filter(is_side)).map(Cents::size)
    };
    let closing = statement.draft.closing.map(|balance: Balance| balance.amount);
    let label = statement.period().map_or_else(|| "Sans date".to_owned(), |period| period_label(period, today));
    let told = standing_text(statement.standing);
    let balance_on = asks_balance(statement).and_then(|period| period.from.checked_sub_days(Days::new(1)));
    let sentence = statement.sentence().unwrap_or_default();
    let sentence = match balance_on {
        Some(day) => sentence.replace("de la veille", &format!("du {}", short_day(day))),
        None => sentence,
    };
    Ok(StatementMonth {
        label: match statement.standing {
            Standing::Duplicate => format!("{label}, encore"),
            Standing::Proven | Standing::Contradicted | Standing::NotCheckable => label,
        },
        count: spaced(&counted(statement.draft.operations.len(), "opération", "opérations")),
        standing: statement.standing.key().to_owned(),
        standing_text: told.to_owned(),
        opening: bare(statement.draft.opening.map(|balance| balance.amount))?,
        incoming: bare(sums(|amount| amount.0 > 0))?,
        outgoing: bare(sums(|amount| amount.0 < 0))?,
        closing: bare(closing)?,
        sentence: spaced(&sentence),
        balance_on: balance_on.map(|day| day.to_string()),
        witnesses: if statement.standing == Standing::Proven { witnesses(statement) } else { String::new() },
    })
}

fn standing_text(standing: Standing) -> &'static str {
    match standing {
        Standing::Proven => "Prouvé",
        Standing::Contradicted => "Pas prouvé",
        Standing::NotCheckable => "À prouver",
        Standing::Duplicate => "Double",
    }
}

/// The period of a statement that a typed balance would prove.
fn asks_balance(statement: &Statement) -> Option<Period> {
    let lacks = statement.proof.doubt == Some(Doubt::NoOpeningBalance) && statement.standing == Standing::NotCheckable;
    statement.period().filter(|_| lacks)
}

/// What agreed, in words.
pub(super) fn witnesses(statement: &Statement) -> String {
    use statements::Witness::{
        Balances, Carried, NextOpening, PreviousClosing, RunningBalances, ScannerText, SubBalances, Totals,
        TypedBalance,
    };
    let told = statement.proof.witnesses.iter().map(|witness| match witness {
        Balances => "soldes",
        Totals => "totaux imprimés",
        Carried => "reports de page",
        SubBalances => "soldes intermédiaires",
        RunningBalances => "soldes de chaque ligne",
        PreviousClosing => "arrivée du relevé d’avant",
        NextOpening => "départ du relevé d’après",
        TypedBalance => "solde tapé",
        ScannerText => "texte d’un scanner",
    });
    told.collect::<Vec<_>>().join(", ")
}

fn missing(gap: &Gap, before: &[Statement], after: &Statement, today: NaiveDate) -> Result<StatementMonth, Failure> {
    let ends = |statement: &&Statement| statement.period().is_some_and(|period| period.to == gap.after);
    let closing = before.iter().rev().find(ends).and_then(|statement| statement.draft.closing);
    let (closing, opening) = (bare(closing.map(|balance| balance.amount))?, bare(after.opening())?);
    let balances = match (closing.is_empty(), opening.is_empty()) {
        (false, false) => format!(" : {closing} € puis {opening} €"),
        (true, _) | (_, true) => String::new(),
    };
    let (from, to) = (short_day(gap.after), short_day(gap.before));
    let label = gap_label(gap, today);
    let (label, told) = match gap.reason {
        GapReason::MissingStatement => {
            let which = label.to_lowercase();
            let of = if which.starts_with(['a', 'o']) { "d’" } else { "de " };
            (label, format!("Entre le {from} et le {to}, le relevé {of}{which} manque{balances}."))
        }
        GapReason::BalanceBreak => (format!("Au {to}"), format!("Les soldes ne se suivent pas{balances}.")),
    };
    Ok(StatementMonth {
        label,
        count: String::new(),
        standing: "missing".to_owned(),
        standing_text: "Manque".to_owned(),
        opening: String::new(),
        incoming: String::new(),
        outgoing: String::new(),
        closing: String::new(),
        sentence: spaced(&told),
        balance_on: None,
        witnesses: String::new(),
    })
}

fn gap_label(gap: &Gap, today: NaiveDate) -> String {
    let from = gap.after.checked_add_days(Days::new(1)).unwrap_or(gap.after);
    let to = gap.before.checked_sub_days(Days::new(1)).unwrap_or(gap.before);
    period_label(Period { from, to: to.max(from) }, today)
}

/// `Août`, `Août à octobre`, `Décembre 2025`: the months a period is of.
pub(super) fn period_label(period: Period, today: NaiveDate) -> String {
    let named = |day: NaiveDate| match day.year() == today.year() {
        true => month_name(day.month()),
        false => format!("{} {}", month_name(day.month()), day.year()),
    };
    let days = days_of(period);
    if days <= LONG_MONTH {
        let half = u64::try_from(days).unwrap_or_default().checked_div(2).unwrap_or_default();
        return named(period.from.checked_add_days(Days::new(half)).unwrap_or(period.from));
    }
    let from = period.from.checked_add_days(Days::new(DAYS_OF_A_MONTH)).unwrap_or(period.from);
    let to = period.to.checked_sub_days(Days::new(DAYS_OF_A_MONTH)).unwrap_or(period.to);
    format!("{} à {}", named(from), named(to).to_lowercase())
}

fn days_of(period: Period) -> i64 {
    period.to.signed_duration_since(period.from).num_days().saturating_add(1)
}

/// `31/07`.
pub(super) fn short_day(day: NaiveDate) -> String {
    format!("{:02}/{:02}", day.day(), day.month())
}

/// An amount read, in the money of the rules. Errors: it passes their limit.
pub(super) fn euros(amount: Cents) -> Result<Euros, Failure> {
    Ok(Euros::from_cents(amount.0)?)
}

fn bare(amount: Option<Cents>) -> Result<String, Failure> {
    Ok(amount.map(euros).transpose()?.map(Euros::bare).unwrap_or_default())
}
