//! A running loan: its contract's schedule, what the lender changed since, what was said of each instalment.
//!
//! Each change is a version beside the others, and the last one is in force; papers and the head of the dossier keep to
//! the contract. Nothing declared is « aucun incident connu », never « payée ». Of 24 instalments, eight declared paid
//! by the bank and the ninth missed: nothing more is known of the others.

use chrono::NaiveDate;

use crate::dossier::{Amended, Contract, Declaration, DeclaredAs, Disbursement, Dossier, FactId, FactKind, Precision};
use crate::loan::{Amendment, AmendmentRefused, Instalment, RepaymentSchedule, amended, schedule};
use crate::money::Euros;

/// A loan that was signed, with all that happened to it.
#[derive(Clone, Debug)]
pub struct RunningLoan {
    /// What was signed.
    pub contract: Contract,
    /// The schedule of the contract.
    pub signed: RepaymentSchedule,
    /// Each change in the order of its day, with the schedule it makes.
    pub changes: Vec<LoanChange>,
    /// A change that can no longer be made, since the contract was corrected; those after it are left out too.
    pub stopped: Option<AmendmentRefused>,
    /// The day the loan was known to be repaid in full: everything before is settled.
    pub settled_on: Option<NaiveDate>,
    /// How exactly that day is known.
    pub settled_known: Precision,
    /// What was paid out, as it was noted; nothing before.
    pub disbursed: Option<Disbursement>,
    /// How exactly its day is known.
    pub disbursed_known: Precision,
    /// Whether the loan was running before the office kept its dossier here.
    pub taken_over: bool,
    declarations: Vec<Declaration>,
}

/// What the contract planned of the release of the funds, where it took place otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DisbursedOtherwise {
    /// The day of the contract; absent when it is that day.
    pub planned_on: Option<NaiveDate>,
    /// The sum of the contract; absent when it is that sum.
    pub planned: Option<Euros>,
}

/// A change of a running loan.
#[derive(Clone, Debug)]
pub struct LoanChange {
    /// The fact.
    pub fact: FactId,
    /// What was agreed.
    pub agreed: Amended,
    /// The schedule from then on.
    pub schedule: RepaymentSchedule,
}

impl Dossier {
    /// How exactly the days are known on which the contract was signed and the funds were released.
    #[must_use]
    pub fn loan_precisions(&self) -> (Precision, Precision) {
        let course = self.facts.course();
        let known = |fact: Option<FactId>| fact.map_or(Precision::Day, |fact| self.facts.precision_of(fact));
        (known(course.contract.map(|(fact, _)| fact)), known(course.disbursement.map(|(fact, _)| fact)))
    }

    /// The last day of the schedule in force once it is over, with the loan paid out; nothing before.
    #[must_use]
    pub fn last_due_passed(&self, today: NaiveDate) -> Option<(NaiveDate, RunningLoan)> {
        let running = self.running_loan().filter(|running| running.disbursed.is_some())?;
        let last = running.in_force().instalments.iter().filter_map(|line| line.due).max()?;
        (last <= today).then_some((last, running))
    }

    /// Its running loan; nothing without a contract, or while the contract makes no schedule.
    #[must_use]
    pub fn running_loan(&self) -> Option<RunningLoan> {
        let course = self.facts.course();
        let (_, contract) = course.contract?;
        let signed = schedule(&contract.terms).ok()?;
        let mut changes: Vec<LoanChange> = Vec::new();
        let mut stopped = None;
        for (fact, agreed) in course.amendments.iter().copied() {
            let before = changes.last().map_or(&signed, |change| &change.schedule);
            match amended(before, &agreed.amendment) {
                Ok(schedule) => changes.push(LoanChange { fact, agreed: agreed.clone(), schedule }),
                Err(refused) => {
                    stopped = Some(refused);
                    break;
                }
            }
        }
        let declarations = course.declarations.iter().map(|(_, declaration)| (*declaration).clone()).collect();
        Some(RunningLoan {
            contract: contract.clone(),
            signed,
            changes,
            stopped,
            settled_on: course.repaid_on,
            settled_known: course
                .repaid_on
                .map_or(Precision::Day, |on| self.facts.precision_on(on, &[FactKind::Noted])),
            disbursed: course.disbursement.map(|(_, paid)| paid.clone()),
            disbursed_known: self.loan_precisions().1,
            taken_over: course.taken_over,
            declarations,
        })
    }
}

impl RunningLoan {
    /// The schedule in force.
    #[must_use]
    pub fn in_force(&self) -> &RepaymentSchedule {
        self.changes.last().map_or(&self.signed, |change| &change.schedule)
    }

    /// The schedule in force on a day.
    #[must_use]
    pub fn in_force_on(&self, day: NaiveDate) -> &RepaymentSchedule {
        let agreed = self.changes.iter().rev().find(|change| change.agreed.agreed_on <= day);
        agreed.map_or(&self.signed, |change| &change.schedule)
    }

    /// Everything that was said of its instalments, in the order of its days.
    #[must_use]
    pub fn declarations(&self) -> &[Declaration] {
        &self.declarations
    }

    /// What was said last of an instalment by the end of a day.
    #[must_use]
    pub fn declared_by(&self, number: u32, day: NaiveDate) -> Option<&Declaration> {
        let by_then = self.declarations.iter().rev().filter(|said| said.on <= day);
        by_then.into_iter().find(|said| (said.from..=said.to).contains(&number))
    }

    /// The instalments due by a day of which nothing was said and nothing is on hold.
    pub fn unsaid_by(&self, day: NaiveDate) -> impl Iterator<Item = &Instalment> {
        let due = self.in_force().due_by(day).filter(|line| line.kind.is_owed());
        due.filter(|line| self.declared(line.number).is_none())
    }

    /// What was said last of an instalment; nothing when no incident is known.
    #[must_use]
    pub fn declared(&self, number: u32) -> Option<&Declaration> {
        self.declarations.iter().rev().find(|said| (said.from..=said.to).contains(&number))
    }

    /// The instalments whose last declaration is that one.
    pub fn declared_as(&self, wanted: DeclaredAs) -> impl Iterator<Item = &Instalment> {
        let last = move |line: &&Instalment| self.declared(line.number).is_some_and(|said| said.declared == wanted);
        // What the bank has since put on hold is no longer owed at its date.
        let settled = wanted == DeclaredAs::Missed && self.settled_on.is_some();
        let owed = move |line: &&Instalment| !settled && line.kind.is_owed();
        self.in_force().instalments.iter().filter(owed).filter(last)
    }

    /// The instalments ever declared missed, even paid or postponed since, as they were due when it was said.
    #[must_use]
    pub fn incidents(&self) -> Vec<Instalment> {
        let mut found: Vec<Instalment> = Vec::new();
        for said in self.declarations.iter().filter(|said| said.declared == DeclaredAs::Missed) {
            let lines = self.in_force_on(said.on).instalments.iter().filter(|line| line.kind.is_due());
            for line in lines.filter(|line| (said.from..=said.to).contains(&line.number)) {
                if found.iter().all(|other| other.number != line.number) {
                    found.push(*line);
                }
            }
        }
        found.sort_unstable_by_key(|line| line.number);
        found
    }

    /// Whether an instalment was declared missed and the lender has since put it on hold.
    #[must_use]
    pub fn is_missed_then_postponed(&self, line: &Instalment) -> bool {
        let missed = self.declared(line.number).is_some_and(|said| said.declared == DeclaredAs::Missed);
        missed && line.kind.is_due() && !line.kind.is_owed()
    }

    /// What was paid out otherwise than the contract planned; nothing before, or when all agrees.
    ///
    /// A fee kept back is planned: of 1 800 € with 25 € of fee, 1 775 € paid out is no difference. A day that is not
    /// known to the day is not compared.
    #[must_use]
    pub fn disbursed_otherwise(&self) -> Option<DisbursedOtherwise> {
        let (paid, terms) = (self.disbursed.as_ref()?, &self.signed.terms);
        let planned_on = terms.dates.map(|dates| dates.disbursed_on).filter(|on| *on != paid.on);
        let net = terms.kept_back().and_then(|kept| terms.amount.minus(kept)).unwrap_or(terms.amount);
        let agrees = paid.amount == terms.amount || paid.amount == net;
        let otherwise = DisbursedOtherwise {
            planned_on: planned_on.filter(|_| self.disbursed_known == Precision::Day),
            planned: (!agrees).then_some(terms.amount),
        };
        (otherwise.planned_on.is_some() || otherwise.planned.is_some()).then_some(otherwise)
    }

    /// How many instalments the changes have postponed.
    #[must_use]
    pub fn postponed(&self) -> u32 {
        self.changes.iter().filter_map(|change| change.agreed.amendment.postponed()).fold(0, u32::saturating_add)
    }

    /// Why a change cannot start where it does: something was declared paid from there on.
    #[must_use]
    pub fn paid_since(&self, amendment: &Amendment) -> Option<&Instalment> {
        let starts = |line: &Instalment| match *amendment {
            Amendment::Postponed { from, .. }
            | Amendment::InterestOnly { from, .. }
            | Amendment::EndShifted { from, .. }
            | Amendment::NewInstalment { from, .. }
            | Amendment::DueDay { from, .. }
            | Amendment::RateLowered { from, .. } => line.number >= from,
            Amendment::PartialRepayment { on, .. } | Amendment::FullRepayment { on } => {
                line.due.is_some_and(|due| due > on)
            }
        };
        let paid = |line: &&Instalment| {
            self.declared(line.number).is_some_and(|said| match said.declared {
                DeclaredAs::Paid | DeclaredAs::PaidLate => true,
                DeclaredAs::Missed => false,
            })
        };
        self.in_force().instalments.iter().filter(|line| line.kind.is_due() && starts(line)).find(paid)
    }

    /// Why a declaration cannot be made; nothing when it can.
    #[must_use]
    pub fn cannot_declare(&self, said: &Declaration, today: NaiveDate) -> Option<DeclarationRefused> {
        let last = self.in_force().months();
        if said.from == 0 || said.to < said.from || said.to > last {
            return Some(DeclarationRefused::OutsideSchedule { last });
        }
        let lines = self.in_force().instalments.iter().filter(|line| line.kind.is_due());
        for line in lines.filter(|line| (said.from..=said.to).contains(&line.number)) {
            let Some(due) = line.due else { return Some(DeclarationRefused::NoDates) };
            if due > today.min(said.on) {
                return Some(DeclarationRefused::NotYetDue { number: line.number, due });
            }
            let before = self.declared(line.number);
            // What was missed is paid late once it was said to be missed, not before.
            let late = before.is_some_and(|before| {
                before.declared == DeclaredAs::Missed && said.declared == DeclaredAs::PaidLate && before.on <= said.on
            });
            if before.is_some() && !late {
                return Some(DeclarationRefused::AlreadyDeclared { number: line.number });
            }
        }
        None
    }
}

/// Why a declaration is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeclarationRefused {
    /// The schedule has no such instalments.
    OutsideSchedule {
        /// The number of the last one.
        last: u32,
    },
    /// The schedule has no dates: nothing says when an instalment was due.
    NoDates,
    /// An instalment was not due yet on that day.
    NotYetDue {
        /// Its number.
        number: u32,
        /// Its day.
        due: NaiveDate,
    },
    /// Something was said of it already; only a missed one can be paid late since.
    AlreadyDeclared {
        /// Its number.
        number: u32,
    },
}
