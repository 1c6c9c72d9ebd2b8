//! A reading as its room shows it: the proof, then what comes back, then what to ask.

use domain::attachment::{Attachment, AttachmentId};
use domain::budget::BudgetLineId;
use domain::dossier::DossierId;
use domain::settings::{ListKey, Lists};
use domain::words::{counted, spaced};
use serde::Serialize;
use statements::{AccountKind, Cents};
use ts_rs::TS;

use super::figures::{BalanceCurve, StatementFigure, curve, figures};
use super::lines::{accepted, offers};
use super::months::{
    AccountRead, AskedAgain, StatementMonth, UnreadFile, accounts, asked_again, proved_labels, sentence, unread_files,
};
use super::proposals::{JoinableLine, ProposedSection, joinable, sections};
use super::questions::{PersonQuestion, questions};
use super::session::{
    AccountDescribed, BalanceTyped, Decided, Join, ProposalDecided, Session, WHOLE, closed, open, set, with,
};
use crate::attachments::is_statement;
use crate::budgets::reste_a_vivre_with;
use crate::dossiers::{OneDossier, found};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::reading;
use app::settings::settings;
use app::shapes::Money;

/// What is read of the statements of a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StatementsRead {
    /// The dossier.
    #[ts(type = "number")]
    pub dossier: DossierId,
    /// The reading; nothing while there is none.
    pub reading: Option<StatementReadingView>,
    /// The statements that the dossier keeps and that may be read.
    pub kept: Vec<KeptStatement>,
}

/// A statement that the dossier keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct KeptStatement {
    /// Its number among the files of the dossier.
    #[ts(type = "number")]
    pub attachment: AttachmentId,
    /// Its name.
    pub name: String,
}

/// A reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "StatementReading")]
pub struct StatementReadingView {
    /// `5 fichiers lus, rien n’est sorti du poste`.
    pub note: String,
    /// `2 relevés sont prouvés au centime. Août manque, octobre n’est pas entier.`
    pub sentence: String,
    /// Whether every month of every account is proved.
    pub is_proved: bool,
    /// `août, septembre, octobre`; empty when nothing is proved.
    pub proved: String,
    /// The accounts, each with its months.
    pub accounts: Vec<AccountRead>,
    /// The files in which nothing is read.
    pub unread: Vec<UnreadFile>,
    /// What the person is asked to bring again.
    pub asked_again: Vec<AskedAgain>,
    /// The figures of the current accounts.
    pub figures: Vec<StatementFigure>,
    /// The balance of each day; nothing when no account is whole.
    pub curve: Option<BalanceCurve>,
    /// How many proposals there are.
    pub count: usize,
    /// `6 lignes acceptées sur 12.`
    pub decided: String,
    /// The proposals, by section.
    pub sections: Vec<ProposedSection>,
    /// The lines of the budget a proposal may join.
    pub joinable: Vec<JoinableLine>,
    /// What to ask the person.
    pub questions: Vec<PersonQuestion>,
    /// What is left to live on as the budget is; nothing while it is empty.
    pub reste_a_vivre: Option<Money>,
    /// The same with what is accepted; nothing while nothing is.
    pub reste_a_vivre_with: Option<Money>,
    /// What the main button says: `Écrire 6 lignes au budget`.
    pub write: String,
}

/// Shows the reading of a dossier, and the statements it keeps.
pub fn statement_reading(desk: &Desk, input: OneDossier, moment: &Moment) -> Result<StatementsRead, Failure> {
    shown(desk, input.dossier, moment)
}

/// Types the balance that a reading lacks, from the person's screen.
pub fn type_balance(desk: &mut Desk, input: BalanceTyped, moment: &Moment) -> Result<StatementsRead, Failure> {
    let day = input.on.parse().map_err(|_| Failure::refused("Ce jour n’est pas lisible.").at("on"))?;
    let balance = reading::balance(&input.balance, "balance")?;
    let balance = balance.ok_or_else(|| Failure::refused("Quel solde ce jour-là ?").at("balance"))?;
    changed(desk, input.dossier, moment, |session| {
        session.type_balance(day, Cents(balance.cents()));
        Ok(())
    })
}

/// Says what an account is, and whether its holders are several.
pub fn describe_account(desk: &mut Desk, input: AccountDescribed, moment: &Moment) -> Result<StatementsRead, Failure> {
    let kind = if input.is_savings { AccountKind::Savings } else { AccountKind::Current };
    let share = match input.share.trim().trim_end_matches(['%', ' ', '\u{202f}', '\u{a0}']) {
        "" => WHOLE,
        typed => {
            let share = typed.parse().ok().filter(|share| (1..=WHOLE).contains(share));
            share.ok_or_else(|| Failure::refused("Une part va de 1 à 100 pour cent.").at("share"))?
        }
    };
    changed(desk, input.dossier, moment, |session| session.describe(input.account, kind, input.is_joint, share))
}

/// Accepts a proposal, leaves it or comes back to it; says which line it is. Nothing is written.
pub fn decide_proposal(desk: &mut Desk, input: ProposalDecided, moment: &Moment) -> Result<StatementsRead, Failure> {
    let settings = desk.read(settings)?;
    let lists = settings.at(moment.today).lists;
    let chosen = input.entry.as_ref().map(|key| Some(ListKey::new(key)).filter(|_| !key.is_empty()));
    if let Some(Some(entry)) = &chosen {
        lists.budget_entry(entry).map_err(|refused| Failure::from(refused).at("entry"))?;
    }
    let join = input.joins.as_deref().map(read_join).transpose()?;
    let before = open(desk, input.dossier).cloned();
    with(desk, input.dossier, |session| {
        let decision = session.decisions.get_mut(input.place).ok_or_else(|| Failure::gone("Cette proposition"))?;
        decision.decided = input.decided;
        decision.entry = chosen.unwrap_or_else(|| decision.entry.take());
        decision.join = join.unwrap_or(decision.join);
        Ok(())
    })?;
    let judged = judge(desk, &input, lists).and_then(|()| shown(desk, input.dossier, moment));
    judged.inspect_err(|_| set(desk, before))
}

/// Whether what was accepted can be written.
fn judge(desk: &Desk, input: &ProposalDecided, lists: &Lists) -> Result<(), Failure> {
    let dossier = desk.read(|reader| found(reader, input.dossier))?;
    let lines = dossier.budget.as_ref().map(|budget| budget.lines.as_slice()).unwrap_or_default();
    let session = open(desk, input.dossier).ok_or_else(closed)?;
    match offers(session, lines, lists).get(input.place).filter(|_| input.decided == Decided::Accepted) {
        Some(offer) => offer.lines().map(drop),
        None => Ok(()),
    }
}

/// Changes a reading and shows it; what cannot be shown stays as it was.
fn changed(
    desk: &mut Desk,
    dossier: DossierId,
    moment: &Moment,
    work: impl FnOnce(&mut Session) -> Result<(), Failure>,
) -> Result<StatementsRead, Failure> {
    let before = open(desk, dossier).cloned();
    with(desk, dossier, work)?;
    shown(desk, dossier, moment).inspect_err(|_| set(desk, before))
}

fn read_join(typed: &str) -> Result<Join, Failure> {
    Ok(match typed {
        "" => Join::Found,
        "new" => Join::New,
        line => {
            let number = line.parse().map_err(|_| Failure::gone("Cette ligne du budget").at("joins"))?;
            Join::Line(BudgetLineId(number))
        }
    })
}

/// Closes a reading: what it said is forgotten, nothing was written.
pub fn close_statements(desk: &mut Desk, input: OneDossier, moment: &Moment) -> Result<StatementsRead, Failure> {
    set(desk, None);
    shown(desk, input.dossier, moment)
}

pub(super) fn shown(desk: &Desk, id: DossierId, moment: &Moment) -> Result<StatementsRead, Failure> {
    let dossier = desk.read(|reader| found(reader, id))?;
    let session = open(desk, id);
    let is_read = |file: &&Attachment| {
        session.is_some_and(|session| session.files.iter().any(|one| one.attachment == Some(file.id)))
    };
    let kept = dossier.attachments.iter().filter(|file| is_statement(file)).filter(|file| !is_read(file));
    let kept = kept.map(|file| KeptStatement { attachment: file.id, name: file.name.to_string() }).collect();
    let reading = session.map(|session| reading_shown(desk, session, moment)).transpose()?;
    Ok(StatementsRead { dossier: id, reading, kept })
}

fn reading_shown(desk: &Desk, session: &Session, moment: &Moment) -> Result<StatementReadingView, Failure> {
    let today = moment.today;
    let (dossier, settings) = desk.read(|reader| Ok((found(reader, session.dossier)?, settings(reader)?)))?;
    let lists = settings.at(today).lists;
    let lines = dossier.budget.as_ref().map(|budget| budget.lines.as_slice()).unwrap_or_default();
    let offers = offers(session, lines, lists);
    let taken = offers.iter().filter(|offer| offer.is_accepted()).count();
    let written = accepted(&offers)?;
    let accounts = accounts(session, today)?;
    let is_proved = |month: &StatementMonth| ["proven", "duplicate"].contains(&month.standing.as_str());
    let (files, count) = (session.files.len().saturating_add(session.unopened.len()), session.reading.proposals.len());
    let decided = match taken {
        0 => format!("{}.", counted(count, "ligne proposée", "lignes proposées")),
        taken => format!("{} sur {count}.", counted(taken, "ligne acceptée", "lignes acceptées")),
    };
    let left_to_live = |changes| reste_a_vivre_with(&dossier, &settings, changes, moment);
    Ok(StatementReadingView {
        note: spaced(&format!("{}, rien n’est sorti du poste", counted(files, "fichier lu", "fichiers lus"))),
        sentence: sentence(session, today),
        is_proved: !accounts.is_empty() && accounts.iter().flat_map(|account| &account.months).all(is_proved),
        proved: proved_labels(session, today),
        unread: unread_files(session),
        asked_again: asked_again(session, today),
        figures: figures(session, &settings.legal, today)?,
        curve: curve(session, today),
        count,
        decided: spaced(&decided),
        sections: sections(&offers, lists, today)?,
        joinable: joinable(lines, lists),
        questions: questions(session, &offers, lines, lists, today)?,
        reste_a_vivre: if lines.is_empty() { None } else { Some(left_to_live(&[])?.into()) },
        reste_a_vivre_with: if taken == 0 { None } else { Some(left_to_live(&written)?.into()) },
        write: spaced(&match written.iter().filter(|line| !lines.contains(line)).count() {
            0 => "Garder les relevés, sans ligne".to_owned(),
            changed => format!("Écrire {} au budget", counted(changed, "ligne", "lignes")),
        }),
        accounts,
    })
}
