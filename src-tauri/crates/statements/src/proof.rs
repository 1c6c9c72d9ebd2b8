//! A statement proved, or what it lacks: every figure that is printed has to agree with the operations, to the cent.
//!
//! Example: 307,23 € + 1 573,72 € − 1 299,13 € has to be the 581,82 € that are printed.

use chrono::Days;

use crate::cents::Cents;
use crate::statement::{Check, Draft, Figure, Operation, Period, Sides};

/// How many days before its period an operation may be dated: booked late, over a weekend.
const DAYS_BEFORE: u64 = 5;

/// What a statement is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Everything printed agrees.
    Proven,
    /// A printed figure says otherwise.
    Contradicted,
    /// Nothing says otherwise, and nothing says that it is whole.
    NotCheckable,
    /// The same account and days were read already.
    Duplicate,
}

impl Standing {
    /// Its key for programs.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Proven => "proven",
            Self::Contradicted => "contradicted",
            Self::NotCheckable => "not_checkable",
            Self::Duplicate => "duplicate",
        }
    }
}

/// What agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Witness {
    /// Opening, operations and closing.
    Balances,
    /// Printed totals of one side or both.
    Totals,
    /// What is carried from page to page.
    Carried,
    /// A balance within the period.
    SubBalances,
    /// The balance beside each operation.
    RunningBalances,
    /// The closing balance of the document before.
    PreviousClosing,
    /// The opening balance of the document after.
    NextOpening,
    /// A balance the adviser typed.
    TypedBalance,
    /// The text is a scanner's: said, as it is not the bank's word.
    ScannerText,
}

impl Witness {
    /// Its key for programs.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Balances => "balances",
            Self::Totals => "totals",
            Self::Carried => "carried",
            Self::SubBalances => "sub_balances",
            Self::RunningBalances => "running_balances",
            Self::PreviousClosing => "previous_closing",
            Self::NextOpening => "next_opening",
            Self::TypedBalance => "typed_balance",
            Self::ScannerText => "scanner_text",
        }
    }
}

/// Why a statement is not proven.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Opening, operations and closing do not meet.
    SumsDoNotMatch,
    /// A printed total, or what a page carries, does not agree.
    TotalDoesNotMatch,
    /// A balance within the period does not agree.
    RunningBalanceBroken,
    /// An operation is dated outside the period.
    DateOutside,
    /// A line with money was not understood.
    LineUnread,
    /// Two readings would each be proven.
    TwoReadings,
    /// A sum passes the bounds of what is reckoned.
    TooLarge,
    /// The file gives no opening balance.
    NoOpeningBalance,
    /// The file gives no closing balance.
    NoClosingBalance,
    /// The file gives no balance at all.
    NoBalance,
    /// Days in common with another statement do not hold the same operations.
    OverlapDiffers,
}

impl Doubt {
    /// Its key for programs.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::SumsDoNotMatch => "sums_do_not_match",
            Self::TotalDoesNotMatch => "total_does_not_match",
            Self::RunningBalanceBroken => "running_balance_broken",
            Self::DateOutside => "date_outside",
            Self::LineUnread => "line_unread",
            Self::TwoReadings => "two_readings",
            Self::TooLarge => "too_large",
            Self::NoOpeningBalance => "no_opening_balance",
            Self::NoClosingBalance => "no_closing_balance",
            Self::NoBalance => "no_balance",
            Self::OverlapDiffers => "overlap_differs",
        }
    }

    /// What the statement is worth with this doubt.
    #[must_use]
    pub fn standing(self) -> Standing {
        match self {
            Self::SumsDoNotMatch
            | Self::TotalDoesNotMatch
            | Self::RunningBalanceBroken
            | Self::DateOutside
            | Self::LineUnread
            | Self::TwoReadings
            | Self::TooLarge
            | Self::OverlapDiffers => Standing::Contradicted,
            Self::NoOpeningBalance | Self::NoClosingBalance | Self::NoBalance => Standing::NotCheckable,
        }
    }
}

/// The verdict on a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// Why it is not proven; nothing when it is.
    pub doubt: Option<Doubt>,
    /// What agreed.
    pub witnesses: Vec<Witness>,
    /// What is missing or in excess between the balances, in cents, signed: printed closing less reckoned closing.
    pub difference: Cents,
    /// The first page on which a printed figure stops agreeing, when there are pages.
    pub page: Option<usize>,
}

impl Proof {
    /// Whether everything agrees.
    #[must_use]
    pub fn holds(&self) -> bool {
        self.doubt.is_none()
    }

    fn doubted(doubt: Doubt) -> Self {
        Self { doubt: Some(doubt), witnesses: Vec::new(), difference: Cents::ZERO, page: None }
    }
}

/// Judges a statement by all it prints. Pure: the same draft has the same verdict.
#[must_use]
pub fn prove(draft: &Draft) -> Proof {
    let Some(opening) = draft.opening else {
        let doubt = if draft.closing.is_some() { Doubt::NoOpeningBalance } else { Doubt::NoBalance };
        return Proof::doubted(if draft.unread.is_empty() { doubt } else { Doubt::LineUnread });
    };
    let Some(closing) = draft.closing else { return Proof::doubted(Doubt::NoClosingBalance) };
    let Some(balances) = balances_after(opening.amount, &draft.operations) else {
        return Proof::doubted(Doubt::TooLarge);
    };
    let reckoned = balances.last().copied().unwrap_or(opening.amount);
    let Some(difference) = closing.amount.minus(reckoned) else { return Proof::doubted(Doubt::TooLarge) };
    let disagreeing = disagreeing_check(draft, &balances);
    let page = disagreeing.map(|check| check.page).or_else(|| draft.unread.first().copied()).filter(|page| *page > 0);
    let doubt = if !draft.unread.is_empty() {
        Some(Doubt::LineUnread)
    } else if difference != Cents::ZERO {
        Some(Doubt::SumsDoNotMatch)
    } else if let Some(check) = disagreeing {
        Some(match check.figure {
            Figure::SubBalance(_) | Figure::Running(_) => Doubt::RunningBalanceBroken,
            Figure::Totals(_) | Figure::Carried(_) => Doubt::TotalDoesNotMatch,
        })
    } else if draft.period().is_some_and(|period| !dates_inside(period, &draft.operations)) {
        Some(Doubt::DateOutside)
    } else if draft.ambiguous {
        Some(Doubt::TwoReadings)
    } else {
        None
    };
    let witnesses = if doubt.is_none() { witnesses(draft) } else { Vec::new() };
    Proof { doubt, witnesses, difference, page }
}

/// The balance before the first operation and after each; nothing past the bounds.
pub(crate) fn balances_after(opening: Cents, operations: &[Operation]) -> Option<Vec<Cents>> {
    let mut balances = vec![opening];
    let mut balance = opening;
    for operation in operations {
        balance = balance.plus(operation.amount)?;
        balances.push(balance);
    }
    Some(balances)
}

fn dates_inside(period: Period, operations: &[Operation]) -> bool {
    let earliest = period.from.checked_sub_days(Days::new(DAYS_BEFORE)).unwrap_or(period.from);
    operations.iter().all(|operation| earliest <= operation.date && operation.date <= period.to)
}

fn witnesses(draft: &Draft) -> Vec<Witness> {
    let mut found: Vec<Witness> = if draft.opening_reckoned { Vec::new() } else { vec![Witness::Balances] };
    found.extend(draft.checks.iter().map(|check| match check.figure {
        Figure::SubBalance(_) => Witness::SubBalances,
        Figure::Running(_) => Witness::RunningBalances,
        Figure::Totals(_) => Witness::Totals,
        Figure::Carried(_) => Witness::Carried,
    }));
    found.extend(draft.scanner.then_some(Witness::ScannerText));
    found.sort_unstable();
    found.dedup();
    found
}

fn disagreeing_check(draft: &Draft, balances: &[Cents]) -> Option<Check> {
    let mut since = 0;
    for check in &draft.checks {
        let before = draft.operations.get(..check.after).unwrap_or(&draft.operations);
        let balance = balances.get(check.after).copied();
        let agrees = match check.figure {
            Figure::SubBalance(printed) | Figure::Running(printed) => balance == Some(printed),
            Figure::Totals(sides) => totals_agree(draft, sides, check.after, since),
            Figure::Carried(sides) => {
                totals_agree(draft, sides, check.after, since) || carried_balance(sides) == balance && balance.is_some()
            }
        };
        if !agrees {
            return Some(*check);
        }
        match check.figure {
            Figure::Totals(_) => since = before.len(),
            Figure::Carried(_) | Figure::SubBalance(_) | Figure::Running(_) => {}
        }
    }
    None
}

/// The balance a carried line prints: in the column of credits, or of debits when the account is overdrawn.
fn carried_balance(sides: Sides) -> Option<Cents> {
    match (sides.debit, sides.credit, sides.signed) {
        (Some(debit), None, None) => Some(debit.opposite()),
        (None, Some(credit), None) => Some(credit),
        (None, None, Some(signed)) => Some(signed),
        (None, None, None) | (Some(_), Some(_), _) | (Some(_), None, Some(_)) | (None, Some(_), Some(_)) => None,
    }
}

/// Totals are of all that stands before, with the opening balance or without, or since the last total.
fn totals_agree(draft: &Draft, sides: Sides, after: usize, since: usize) -> bool {
    let all = draft.operations.get(..after).unwrap_or(&draft.operations);
    let last = draft.operations.get(since..after).unwrap_or_default();
    let opening = draft.opening.map_or(Cents::ZERO, |balance| balance.amount);
    let of = |operations: &[Operation], opening: Cents| -> Option<[Cents; 2]> {
        let amounts = || operations.iter().map(|operation| operation.amount).chain([opening]);
        let debit = Cents::sum(amounts().filter(|amount| amount.0 < 0))?.size();
        let credit = Cents::sum(amounts().filter(|amount| amount.0 > 0))?;
        Some([debit, credit])
    };
    let ways = [of(all, Cents::ZERO), of(all, opening), of(last, Cents::ZERO)];
    ways.into_iter().flatten().any(|[debit, credit]| {
        let net = credit.minus(debit);
        let signed = |figure: Cents| figure == credit || figure.size() == debit || Some(figure) == net;
        sides.debit.is_none_or(|printed| printed == debit)
            && sides.credit.is_none_or(|printed| printed == credit)
            && sides.signed.is_none_or(signed)
    })
}
