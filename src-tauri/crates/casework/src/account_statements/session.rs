//! A reading between calls: the files, what they say, what was decided of each proposal. In memory alone.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use domain::attachment::AttachmentId;
use domain::budget::BudgetLineId;
use domain::dossier::DossierId;
use domain::line::Line;
use domain::money::Euros;
use domain::settings::ListKey;
use serde::Deserialize;
use statements::{
    Account, AccountKind, Cents, OwnRule, Proposal, Reading, Source, Statement, TypedBalance, WordRules, read_together,
};
use ts_rs::TS;

use app::desk::{Desk, Slot};
use app::failure::Failure;

domain::vocabulary! {
    /// What was decided of a proposal.
    #[derive(Default, TS)]
    pub enum Decided {
        #[default]
        Open => "open", "à voir";
        Accepted => "accepted", "Acceptée";
        Left => "left", "Laissée";
    }
}

/// What is decided of a proposal.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct ProposalDecided {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Its place among the proposals, from 0.
    pub place: usize,
    /// `accepted`, `left`, or `open` again.
    pub decided: Decided,
    /// The kind of line it is: as read when empty, as it was when absent.
    pub entry: Option<String>,
    /// The line of the budget it joins: its number, `new` for a line of its own, the one found when empty; as it was when
    /// absent.
    pub joins: Option<String>,
}

/// A balance typed from the person's screen.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BalanceTyped {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The day it stands for: `2026-07-31`.
    pub on: String,
    /// The balance, with a minus sign in overdraft.
    pub balance: String,
}

/// What an account is, corrected.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct AccountDescribed {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// Its place among the accounts, from 0.
    pub account: usize,
    /// Whether it is money put aside.
    pub is_savings: bool,
    /// Whether its holders are several.
    pub is_joint: bool,
    /// The part of a joint account that counts in this budget, in percent; the whole when empty.
    #[serde(default)]
    pub share: String,
}

/// A file of the reading.
#[derive(Clone)]
pub(super) struct SourceFile {
    pub(super) name: Line,
    /// Its bytes; shared with the work that writes them.
    pub(super) bytes: Arc<[u8]>,
    /// The attachment it is already.
    pub(super) attachment: Option<AttachmentId>,
    /// What was read in it.
    pub(super) source: Source,
}

/// A file that was not even opened, with its sentence.
#[derive(Clone)]
pub(super) struct Unopened {
    pub(super) name: Line,
    pub(super) sentence: String,
}

/// The line of the budget a proposal joins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Join {
    /// The one that is found.
    #[default]
    Found,
    /// None: it is a line of its own.
    New,
    /// This one.
    Line(BudgetLineId),
}

/// What was decided of a proposal.
#[derive(Clone, Debug, Default)]
pub(super) struct Decision {
    pub(super) decided: Decided,
    pub(super) entry: Option<ListKey>,
    pub(super) join: Join,
    /// What one payment is made of, as its paper says.
    pub(super) parts: Vec<Part>,
}

/// A part of a payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) entry: ListKey,
    pub(super) amount: Euros,
}

/// A reading as it stands.
#[derive(Clone)]
pub(super) struct Session {
    pub(super) dossier: DossierId,
    pub(super) files: Vec<SourceFile>,
    pub(super) unopened: Vec<Unopened>,
    pub(super) typed: Vec<TypedBalance>,
    /// The rules of the office.
    pub(super) own: Vec<OwnRule>,
    /// The part that counts of joint accounts, in percent, by what tells an account apart.
    pub(super) shares: BTreeMap<String, i64>,
    pub(super) reading: Reading,
    /// One for each proposal of the reading.
    pub(super) decisions: Vec<Decision>,
}

#[derive(Default)]
struct OpenReading(Option<Session>);

impl Slot for OpenReading {
    fn close(&mut self) {
        self.0 = None;
    }
}

impl Session {
    pub(super) fn of(dossier: DossierId) -> Self {
        let reading = Reading { files: Vec::new(), accounts: Vec::new(), proposals: Vec::new() };
        Self {
            dossier,
            files: Vec::new(),
            unopened: Vec::new(),
            typed: Vec::new(),
            own: Vec::new(),
            shares: BTreeMap::new(),
            reading,
            decisions: Vec::new(),
        }
    }

    /// Sets the files side by side again; what was decided of a proposal that is still there stays.
    pub(super) fn put_together(&mut self) {
        let sources: Vec<Source> = self.files.iter().map(|file| file.source.clone()).collect();
        let reading = read_together(&sources, &WordRules::delivered().with_own(&self.own), &self.typed);
        let before = std::mem::replace(&mut self.reading, reading).proposals;
        let is_same = |other: &Proposal, one: &Proposal| {
            other.name == one.name && (other.candidates == one.candidates || other.proof == one.proof)
        };
        let known = |one: &Proposal| {
            let at = before.iter().position(|other| is_same(other, one))?;
            self.decisions.get(at).cloned()
        };
        self.decisions = self.reading.proposals.iter().map(|one| known(one).unwrap_or_default()).collect();
    }

    pub(super) fn proposals(&self) -> impl Iterator<Item = (&Proposal, &Decision)> {
        self.reading.proposals.iter().zip(&self.decisions)
    }

    pub(super) fn type_balance(&mut self, date: NaiveDate, amount: Cents) {
        self.typed.retain(|typed| typed.date != date);
        self.typed.push(TypedBalance { date, amount });
        self.put_together();
    }

    /// Says what an account is: in every file, whatever it prints.
    pub(super) fn describe(
        &mut self,
        account: usize,
        kind: AccountKind,
        joint: bool,
        share: i64,
    ) -> Result<(), Failure> {
        let found = self.reading.accounts.get(account).ok_or_else(|| Failure::gone("Ce compte"))?;
        self.shares.insert(key_of(found), if joint { share } else { WHOLE });
        let told = |statement: &Statement| {
            let name = &statement.draft.account;
            (statement.file, name.iban.clone(), name.number.clone())
        };
        let names: Vec<_> = found.statements.iter().map(told).collect();
        for (place, file) in self.files.iter_mut().enumerate() {
            for draft in file.source.found.iter_mut().flatten() {
                let own = (place, draft.account.iban.clone(), draft.account.number.clone());
                if names.contains(&own) {
                    draft.account.kind = kind;
                    draft.account.joint = joint;
                }
            }
        }
        self.put_together();
        Ok(())
    }
}

/// All of an account, in percent.
pub(super) const WHOLE: i64 = 100;

impl Session {
    /// The part that counts of an account, in percent.
    pub(super) fn share(&self, account: &Account) -> i64 {
        self.shares.get(&key_of(account)).copied().unwrap_or(WHOLE)
    }

    /// The part that counts of the account a proposal was read in.
    pub(super) fn share_of(&self, proposal: &Proposal) -> i64 {
        let Some(first) = proposal.proof.first() else { return WHOLE };
        let holds = |account: &&Account| account.proven_operations().contains(&&first.operation);
        self.reading.accounts.iter().find(holds).map_or(WHOLE, |account| self.share(account))
    }
}

/// What tells an account apart.
fn key_of(account: &Account) -> String {
    account.name.iban.clone().or(account.name.number.clone()).unwrap_or_default()
}

/// The reading of a dossier; nothing while there is none.
pub(super) fn open(desk: &Desk, dossier: DossierId) -> Option<&Session> {
    desk.slot::<OpenReading>()?.0.as_ref().filter(|session| session.dossier == dossier)
}

/// Works on the reading of a dossier. Errors: it was closed.
pub(super) fn with<T>(
    desk: &mut Desk,
    dossier: DossierId,
    work: impl FnOnce(&mut Session) -> Result<T, Failure>,
) -> Result<T, Failure> {
    desk.with_slot(|open: &mut OpenReading| {
        let session = open.0.as_mut().filter(|session| session.dossier == dossier);
        work(session.ok_or_else(closed)?)
    })
}

/// Adds to the reading of a dossier, which takes the place of another dossier's.
pub(super) fn added(
    desk: &mut Desk,
    dossier: DossierId,
    own: Vec<OwnRule>,
    files: Vec<SourceFile>,
    unopened: Vec<Unopened>,
) {
    desk.with_slot(|open: &mut OpenReading| {
        let session = open.0.take().filter(|session| session.dossier == dossier);
        let mut session = session.unwrap_or_else(|| Session::of(dossier));
        session.own = own;
        session.files.extend(files);
        session.unopened = unopened;
        session.put_together();
        open.0 = Some(session);
    });
}

/// Sets the reading as it was, or forgets it.
pub(super) fn set(desk: &mut Desk, session: Option<Session>) {
    desk.with_slot(|open: &mut OpenReading| open.0 = session);
}

pub(super) fn closed() -> Failure {
    Failure::refused("Cette lecture est fermée : ses opérations sont oubliées. Le budget n’a pas changé.")
        .remedy("Déposez à nouveau les relevés.")
}
