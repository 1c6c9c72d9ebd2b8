//! Statements of one account set beside one another: the closing of one has to be the opening of the next.

use chrono::NaiveDate;

use crate::budget::{Indicators, Marked};
use crate::cents::Cents;
use crate::days::{after, before, between};
use crate::pdf::accounts::is_same;
use crate::proof::{Doubt, Proof, Standing, Witness, prove};
use crate::reading::SourceDraft;
use crate::sentences::unproven;
use crate::statement::{AccountName, Balance, Draft, Operation, Period, movements};

/// Statements whose balances meet may leave so many days between them unsaid: a weekend.
const UNSAID_DAYS: i64 = 3;

/// A balance the adviser typed from the person's screen: of the end of that day, in cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TypedBalance {
    /// The day it stands for.
    pub date: NaiveDate,
    /// An overdraft is negative.
    pub amount: Cents,
}

/// A statement with what it is worth.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The place of its file among those read together.
    pub file: usize,
    /// What it says; balances found elsewhere are in it.
    pub draft: Draft,
    /// What it is worth.
    pub standing: Standing,
    /// Why, and by which witnesses.
    pub proof: Proof,
}

impl Statement {
    /// Its period; nothing for a statement without days.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        self.draft.period()
    }

    /// Why it is not proven, or that it was read already; nothing when it is proven.
    #[must_use]
    pub fn sentence(&self) -> Option<String> {
        let duplicate = self.standing == Standing::Duplicate;
        if duplicate { Some("Déjà lu, compté une fois.".to_owned()) } else { unproven(&self.proof) }
    }

    fn counts(&self) -> bool {
        match self.standing {
            Standing::Proven | Standing::NotCheckable => true,
            Standing::Contradicted | Standing::Duplicate => false,
        }
    }

    /// What there was before it, in cents: printed, else reckoned back from its closing balance.
    #[must_use]
    pub fn opening(&self) -> Option<Cents> {
        let printed = self.draft.opening.map(|balance| balance.amount);
        printed.or_else(|| {
            let sum = Cents::sum(self.draft.operations.iter().map(|operation| operation.amount))?;
            self.draft.closing?.amount.minus(sum)
        })
    }
}

/// Why two statements of an account do not follow one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapReason {
    /// Days are missing between them.
    MissingStatement,
    /// Their days touch and their balances do not meet.
    BalanceBreak,
}

impl GapReason {
    /// Its key for programs.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::MissingStatement => "missing_statement",
            Self::BalanceBreak => "balance_break",
        }
    }
}

/// A break between two statements of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The last day before it.
    pub after: NaiveDate,
    /// The first day after it.
    pub before: NaiveDate,
    /// What it is.
    pub reason: GapReason,
}

/// An account over all the statements given.
#[derive(Clone, Debug)]
pub struct Account {
    /// What tells it apart.
    pub name: AccountName,
    /// In the order of days.
    pub statements: Vec<Statement>,
    /// In the order of days.
    pub gaps: Vec<Gap>,
    /// Of a current account whose proven statements follow one another; nothing otherwise.
    pub indicators: Option<Indicators>,
    /// The proven operations of a current account that its indicators count, in the order of days.
    pub marked: Vec<Marked>,
}

impl Account {
    /// Whether every statement is proven and none is missing between.
    #[must_use]
    pub fn is_proven(&self) -> bool {
        let read = || self.statements.iter().filter(|statement| statement.standing != Standing::Duplicate);
        self.gaps.is_empty() && read().next().is_some() && read().all(|one| one.standing == Standing::Proven)
    }

    /// The operations of its proven statements, days in common taken once.
    #[must_use]
    pub fn proven_operations(&self) -> Vec<&Operation> {
        self.operations(&[Standing::Proven]).into_iter().map(|(_, operation)| operation).collect()
    }

    /// The balance at the end of each day of its proven statements, when they follow one another without a break.
    #[must_use]
    pub fn daily_balances(&self) -> Vec<(NaiveDate, Cents)> {
        let Some((period, opening)) = self.unbroken() else { return Vec::new() };
        let operations = self.proven_operations();
        let days = period.from.iter_days().take_while(|day| *day <= period.to);
        let balance = |day: NaiveDate| {
            let until = operations.iter().filter(|operation| operation.date <= day);
            Cents::sum(until.map(|operation| operation.amount).chain([opening])).map(|balance| (day, balance))
        };
        days.map_while(balance).collect()
    }

    /// The operations of statements of such standings, days in common taken once, with the place of their file.
    pub(crate) fn operations(&self, standings: &[Standing]) -> Vec<(usize, &Operation)> {
        let mut covered: Vec<Period> = Vec::new();
        let mut found = Vec::new();
        for statement in self.statements.iter().filter(|statement| standings.contains(&statement.standing)) {
            let fresh = |operation: &&Operation| !covered.iter().any(|period| period.holds(operation.date));
            found.extend(statement.draft.operations.iter().filter(fresh).map(|operation| (statement.file, operation)));
            covered.extend(statement.period());
        }
        found
    }

    /// The proven statements, when they follow one another without a break.
    pub(crate) fn unbroken(&self) -> Option<(Period, Cents)> {
        if !self.gaps.is_empty() {
            return None;
        }
        let proven: Vec<&Statement> =
            self.statements.iter().filter(|statement| statement.standing == Standing::Proven).collect();
        let follows = |one: &Statement, next: &Statement| {
            let meet = one.draft.closing.map(|balance| balance.amount) == next.opening();
            let overlap = one.period().zip(next.period()).is_some_and(|(one, next)| one.meets(next));
            meet || overlap
        };
        let whole = proven.iter().zip(proven.iter().skip(1)).all(|(one, next)| follows(one, next));
        let periods = || proven.iter().filter_map(|statement| statement.period());
        let (from, to) = (periods().map(|period| period.from).min()?, periods().map(|period| period.to).max()?);
        let opening = proven.first()?.opening()?;
        whole.then_some((Period { from, to }, opening))
    }
}

/// Statements gathered by account, judged alone, then beside one another.
pub(crate) fn assembled(drafts: Vec<SourceDraft>, typed: &[TypedBalance]) -> Vec<Account> {
    let mut accounts: Vec<Account> = Vec::new();
    for SourceDraft { file, draft } in drafts {
        let unnamed = draft.account.iban.is_none() && draft.account.number.is_none();
        let known = accounts.iter_mut().find(|account| {
            let same_file = account.statements.iter().any(|statement| statement.file == file);
            let nameless = account.name.iban.is_none() && account.name.number.is_none();
            if unnamed { nameless && same_file } else { is_same(&account.name, &draft.account) }
        });
        let name = draft.account.clone();
        let proof = prove(&draft);
        let standing = proof.doubt.map_or(Standing::Proven, Doubt::standing);
        let statement = Statement { file, draft, standing, proof };
        match known {
            Some(account) => {
                account.name.iban = account.name.iban.take().or(name.iban);
                account.name.number = account.name.number.take().or(name.number);
                account.name.joint |= name.joint;
                account.statements.push(statement);
            }
            None => accounts.push(Account {
                name,
                statements: vec![statement],
                gaps: Vec::new(),
                indicators: None,
                marked: Vec::new(),
            }),
        }
    }
    nameless_joined(&mut accounts);
    for account in &mut accounts {
        account.statements.sort_by_key(|statement| {
            let period = statement.period();
            (period.map(|period| period.from), period.map(|period| period.to), statement.standing != Standing::Proven)
        });
        duplicates(&mut account.statements);
        for place in 0..account.statements.len() {
            proven_by_neighbours(&mut account.statements, place, typed);
        }
        overlaps(&mut account.statements);
        account.gaps = gaps(&account.statements);
    }
    accounts
}

/// Statements that name no account are of one when the closing of one is the opening of the next, on the day after.
fn nameless_joined(accounts: &mut Vec<Account>) {
    let nameless = |account: &Account| account.name.iban.is_none() && account.name.number.is_none();
    let follows = |one: &Account, next: &Account| {
        one.statements.iter().any(|before| {
            next.statements.iter().any(|later| {
                let amount = |balance: Option<Balance>| balance.map(|balance| balance.amount);
                let (closing, opening) = (amount(before.draft.closing), amount(later.draft.opening));
                let days = before.period().zip(later.period());
                closing.is_some() && closing == opening && days.is_some_and(|(one, two)| after(one.to) == two.from)
            })
        })
    };
    let mut place = 0;
    while place < accounts.len() {
        let found = accounts.get(place).filter(|one| nameless(one)).and_then(|one| {
            let others = accounts.iter().enumerate().filter(|(at, other)| *at != place && nameless(other));
            others.filter(|(_, other)| follows(one, other) || follows(other, one)).map(|(at, _)| at).next()
        });
        match found {
            Some(at) => {
                let joined = accounts.remove(at);
                if at < place {
                    place = place.saturating_sub(1);
                }
                if let Some(account) = accounts.get_mut(place) {
                    account.statements.extend(joined.statements);
                }
            }
            None => place = place.saturating_add(1),
        }
    }
}

/// The same account, days and balances twice count once.
fn duplicates(statements: &mut [Statement]) {
    let mut seen: Vec<Draft> = Vec::new();
    for statement in statements.iter_mut().filter(|statement| statement.counts()) {
        let draft = &statement.draft;
        let same = |other: &Draft| {
            let amounts = |draft: &Draft| [draft.opening, draft.closing].map(|balance| balance.map(|one| one.amount));
            amounts(other) == amounts(draft) && other.period() == draft.period() && other.same_movements(draft)
        };
        if seen.iter().any(same) {
            statement.standing = Standing::Duplicate;
        } else {
            seen.push(draft.clone());
        }
    }
}

/// Gives a statement the balances it lacks, from the documents around it or as typed, when they prove it.
fn proven_by_neighbours(statements: &mut [Statement], place: usize, typed: &[TypedBalance]) {
    let Some(statement) = statements.get(place).filter(|statement| statement.standing == Standing::NotCheckable) else {
        return;
    };
    let Some(period) = statement.period() else { return };
    let others = || statements.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, other)| other);
    let earlier = others().filter(|other| other.period().is_some_and(|other| other.to < period.from));
    let previous = earlier.max_by_key(|other| other.period().map(|period| period.to));
    let later = others().filter(|other| other.period().is_some_and(|other| other.from > period.to));
    let next = later.min_by_key(|other| other.period().map(|period| period.from));
    let typed_before = typed.iter().filter(|typed| typed.date < period.from).max_by_key(|typed| typed.date);
    let typed_after = typed.iter().filter(|typed| typed.date >= period.to).min_by_key(|typed| typed.date);
    let balance =
        |amount: Cents, date: NaiveDate, witness: Witness| (Balance { amount, date: Some(date) }, Some(witness));
    let own = |balance: Option<Balance>| balance.map(|balance| (balance, None));
    let day = before(period.from);
    let openings = [
        own(statement.draft.opening),
        previous.and_then(|one| one.draft.closing).map(|one| balance(one.amount, day, Witness::PreviousClosing)),
        typed_before.map(|typed| balance(typed.amount, typed.date, Witness::TypedBalance)),
    ];
    let closings = [
        own(statement.draft.closing),
        next.and_then(Statement::opening).map(|amount| balance(amount, period.to, Witness::NextOpening)),
        typed_after.map(|typed| balance(typed.amount, typed.date, Witness::TypedBalance)),
    ];
    let first = |choices: [Option<(Balance, Option<Witness>)>; 3]| -> Vec<(Balance, Option<Witness>)> {
        let own = choices.first().copied().flatten();
        own.map_or_else(|| choices.into_iter().flatten().collect(), |own| vec![own])
    };
    let closings = first(closings);
    for (opening, by) in first(openings) {
        for (closing, until) in &closings {
            let draft = Draft { opening: Some(opening), closing: Some(*closing), ..statement.draft.clone() };
            let mut proof = prove(&draft);
            if proof.holds() {
                proof.witnesses.retain(|witness| *witness != Witness::Balances);
                proof.witnesses.extend(by.into_iter().chain(*until));
                if let Some(statement) = statements.get_mut(place) {
                    *statement = Statement { file: statement.file, draft, standing: Standing::Proven, proof };
                }
                return;
            }
        }
    }
}

/// Days in common are taken once when they hold the same operations; otherwise the later statement counts for nothing.
fn overlaps(statements: &mut [Statement]) {
    let mut taken: Vec<(Period, Vec<Operation>)> = Vec::new();
    let mut order: Vec<usize> = (0..statements.len()).collect();
    order.sort_by_key(|place| statements.get(*place).is_none_or(|statement| statement.standing != Standing::Proven));
    for place in order {
        let Some(statement) = statements.get_mut(place).filter(|statement| statement.counts()) else { continue };
        let Some(period) = statement.period() else { continue };
        let inside = |operations: &[Operation], common: Period| {
            let kept: Vec<Operation> =
                operations.iter().filter(|operation| common.holds(operation.date)).cloned().collect();
            movements(&kept)
        };
        let mut covered: Vec<Period> = Vec::new();
        let mut differs = false;
        for (other, operations) in taken.iter().filter(|(other, _)| other.meets(period)) {
            let common = Period { from: period.from.max(other.from), to: period.to.min(other.to) };
            covered.push(common);
            differs |= inside(operations, common) != inside(&statement.draft.operations, common);
        }
        let all = statement.draft.operations.iter().all(|one| covered.iter().any(|common| common.holds(one.date)));
        if differs {
            statement.standing = Standing::Contradicted;
            statement.proof.doubt = Some(Doubt::OverlapDiffers);
        } else if !covered.is_empty() && all {
            statement.standing = Standing::Duplicate;
        } else {
            taken.push((period, statement.draft.operations.clone()));
        }
    }
}

fn gaps(statements: &[Statement]) -> Vec<Gap> {
    let read: Vec<(&Statement, Period)> = statements
        .iter()
        .filter(|statement| statement.standing != Standing::Duplicate)
        .filter_map(|statement| Some((statement, statement.period()?)))
        .collect();
    let pairs = read.iter().zip(read.iter().skip(1));
    pairs
        .filter_map(|((one, first), (next, second))| {
            let days = between(first.to, second.from).saturating_sub(1);
            let closing = one.draft.closing.map(|balance| balance.amount);
            let told = next.draft.told.is_some() && one.draft.told.is_some();
            let reason = match (closing, next.opening()) {
                _ if days < 0 => None,
                (Some(closing), Some(opening)) if closing == opening => {
                    (told && days > UNSAID_DAYS).then_some(GapReason::MissingStatement)
                }
                (Some(_), Some(_)) if days > 0 => Some(GapReason::MissingStatement),
                (Some(_), Some(_)) => Some(GapReason::BalanceBreak),
                (None, _) | (_, None) => (days > UNSAID_DAYS && told).then_some(GapReason::MissingStatement),
            };
            reason.map(|reason| Gap { after: first.to, before: second.from, reason })
        })
        .collect()
}
