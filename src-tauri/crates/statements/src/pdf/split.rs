//! Rows cut into statements: where an account changes, and from each opening balance to its closing one.

use chrono::NaiveDate;

use super::table_lines::{BalanceRow, OperationRow, Printed, Row};
use crate::days::PrintedDay;
use crate::headings::LineWords;
use crate::statement::Balance;

/// One account over one period, before its days are known.
#[derive(Clone, Debug, Default)]
pub(crate) struct Span {
    /// Its place in the directory of the file.
    pub(crate) account: Option<usize>,
    pub(crate) opening: Option<Balance>,
    pub(crate) closing: Option<Balance>,
    pub(crate) entries: Vec<Entry>,
    /// Operations printed after the closing balance: a note, unless they are dated after it.
    pub(crate) beyond: Vec<OperationRow>,
}

/// What stands between the two balances.
#[derive(Clone, Debug)]
pub(crate) enum Entry {
    Operation(OperationRow),
    SubBalance(BalanceRow),
    Total(Printed),
    Carried(Printed),
    /// The page of a line that was not understood.
    Unread(usize),
}

impl Span {
    /// The page it begins on.
    pub(crate) fn page(&self) -> Option<usize> {
        self.entries.iter().map(Entry::page).next()
    }

    /// Its operations.
    pub(crate) fn operations(&self) -> impl Iterator<Item = &OperationRow> + Clone {
        self.entries.iter().filter_map(|entry| match entry {
            Entry::Operation(operation) => Some(operation),
            Entry::SubBalance(_) | Entry::Total(_) | Entry::Carried(_) | Entry::Unread(_) => None,
        })
    }

    /// Whether it says anything: operations, or two balances of two days.
    fn is_something(&self) -> bool {
        let day = |balance: Option<Balance>| balance.and_then(|balance| balance.date);
        let two_days = match (day(self.opening), day(self.closing)) {
            (Some(opening), Some(closing)) => opening < closing,
            (None, _) | (_, None) => false,
        };
        self.operations().next().is_some() || two_days
    }
}

impl Entry {
    fn page(&self) -> usize {
        match self {
            Self::Operation(operation) => operation.page,
            Self::SubBalance(balance) => balance.page,
            Self::Total(printed) | Self::Carried(printed) => printed.page,
            Self::Unread(page) => *page,
        }
    }
}

/// The statements of a file, in its order.
pub(crate) fn spans(rows: Vec<Row>) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut account = None;
    let mut run = Vec::new();
    for row in rows {
        match row {
            Row::Account(named) => {
                if account != Some(named) {
                    spans.extend(run_spans(account, std::mem::take(&mut run)));
                }
                account = Some(named);
            }
            other @ (Row::Balance(_) | Row::Total(_) | Row::Carried(_) | Row::Operation(_) | Row::Unread(_)) => {
                run.push(other)
            }
        }
    }
    spans.extend(run_spans(account, run));
    spans
}

fn run_spans(account: Option<usize>, mut run: Vec<Row>) -> Vec<Span> {
    if newest_first(&run) {
        run.reverse();
    }
    let mut cutting = Cutting { account, spans: Vec::new(), current: None };
    for row in run {
        cutting.row(row);
    }
    cutting.finish();
    cutting.spans
}

/// Whether the days go backwards more often than forwards.
fn newest_first(run: &[Row]) -> bool {
    let days: Vec<PrintedDay> = run
        .iter()
        .filter_map(|row| match row {
            Row::Operation(operation) => Some(operation.day),
            Row::Account(_) | Row::Balance(_) | Row::Total(_) | Row::Carried(_) | Row::Unread(_) => None,
        })
        .collect();
    let pairs = || days.iter().zip(days.iter().skip(1));
    let forwards = pairs().filter(|(one, next)| is_before(**one, **next)).count();
    let backwards = pairs().filter(|(one, next)| is_before(**next, **one)).count();
    backwards > forwards
}

/// Whether a day comes before another; without years, the nearer way round the calendar.
fn is_before(one: PrintedDay, next: PrintedDay) -> bool {
    match (one.year, next.year) {
        (Some(year), Some(other)) => (year, one.month, one.day) < (other, next.month, next.day),
        (None, _) | (_, None) => {
            let turns = one.month.abs_diff(next.month) > 6;
            ((one.month, one.day) < (next.month, next.day)) != turns && (one.month, one.day) != (next.month, next.day)
        }
    }
}

struct Cutting {
    account: Option<usize>,
    spans: Vec<Span>,
    current: Option<Current>,
}

/// A statement being read; what follows its last balance waits for another balance.
#[derive(Default)]
struct Current {
    span: Span,
    /// The last balance, which closes unless another comes.
    last: Option<BalanceRow>,
    after: Vec<Entry>,
}

impl Current {
    fn opened(account: Option<usize>, opening: Option<Balance>) -> Self {
        Self { span: Span { account, opening, ..Span::default() }, ..Self::default() }
    }

    fn push(&mut self, entry: Entry) {
        if self.last.is_some() {
            self.after.push(entry);
        } else {
            self.span.entries.push(entry);
        }
    }

    fn moved_since(&self) -> bool {
        self.after.iter().any(|entry| matches!(entry, Entry::Operation(_)))
    }

    /// A balance after others makes the one before it a balance within the period.
    fn balanced(&mut self, row: BalanceRow) {
        if let Some(before) = self.last.replace(row) {
            self.span.entries.push(Entry::SubBalance(before));
            self.span.entries.append(&mut self.after);
        }
    }

    fn closed(mut self) -> Span {
        self.span.closing = self.last.map(|row| row.balance);
        // Totals may be printed under the closing balance; what comes later is a note.
        let mut noted = false;
        for entry in self.after {
            match entry {
                Entry::Total(_) | Entry::Carried(_) if !noted => self.span.entries.push(entry),
                Entry::Operation(operation) => {
                    noted = true;
                    self.span.beyond.push(operation);
                }
                Entry::Total(_) | Entry::Carried(_) | Entry::SubBalance(_) | Entry::Unread(_) => noted = true,
            }
        }
        self.span
    }
}

impl Cutting {
    fn row(&mut self, row: Row) {
        match row {
            Row::Account(_) => {}
            Row::Balance(balance) => self.balance(balance),
            Row::Operation(operation) => self.begun().push(Entry::Operation(operation)),
            Row::Total(printed) => self.entry(Entry::Total(printed)),
            Row::Carried(printed) => self.entry(Entry::Carried(printed)),
            Row::Unread(page) => self.entry(Entry::Unread(page)),
        }
    }

    fn entry(&mut self, entry: Entry) {
        if let Some(current) = &mut self.current {
            current.push(entry);
        }
    }

    fn begun(&mut self) -> &mut Current {
        let account = self.account;
        self.current.get_or_insert_with(|| Current::opened(account, None))
    }

    fn balance(&mut self, row: BalanceRow) {
        let Some(current) = &mut self.current else {
            let closing = matches!(row.words, LineWords::Closing);
            let mut current = Current::opened(self.account, if closing { None } else { Some(row.balance) });
            current.last = closing.then_some(row);
            self.current = Some(current);
            return;
        };
        let bare =
            current.span.opening.is_none() && current.span.operations().next().is_none() && current.last.is_none();
        let again = current.span.opening == Some(row.balance);
        match row.words {
            LineWords::Opening if bare => current.span.opening = Some(row.balance),
            LineWords::Opening if again && current.last.is_none() => {}
            LineWords::Opening => self.restart(row.balance),
            LineWords::Middle => current.push(Entry::SubBalance(row)),
            LineWords::Neutral if bare => current.span.opening = Some(row.balance),
            LineWords::Neutral if current.last.is_some() && !current.moved_since() => self.restart(row.balance),
            LineWords::Closing if current.last.is_some() && !current.moved_since() => {}
            LineWords::Neutral | LineWords::Closing => current.balanced(row),
            LineWords::Ignored | LineWords::Total | LineWords::Carried => {}
        }
    }

    fn restart(&mut self, opening: Balance) {
        self.finish();
        self.current = Some(Current::opened(self.account, Some(opening)));
    }

    fn finish(&mut self) {
        let span = self.current.take().map(Current::closed);
        self.spans.extend(span.filter(Span::is_something));
    }
}

/// The day a span closes on, when it is printed.
pub(crate) fn closing_day(span: &Span) -> Option<NaiveDate> {
    span.closing.and_then(|balance| balance.date)
}
