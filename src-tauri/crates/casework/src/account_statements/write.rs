//! What was accepted, written in one action: the lines, the figures of the accounts, the papers, the count of their months.

use std::sync::Arc;

use chrono::NaiveDate;
use domain::attachment::{Attachment, AttachmentId, Filing};
use domain::budget::{BudgetLine, StatementReview, StatementReviewId};
use domain::calendar::YearMonth;
use domain::dossier::{DocumentState, Dossier, DossierId};
use domain::line::Line;
use domain::settings::{ListKey, RulesAt, Settings};
use domain::words::{counted, folded, given_of, spaced};
use serde::Serialize;
use statements::{Account, AccountKind, Period, Refusal, Standing, Statement};
use store::{Acted, NewAttachment, Pieces, Writer};
use ts_rs::TS;

use super::figures::closing;
use super::lines::{accepted, offers};
use super::months::{account_label, asked_again, euros, proved_labels, proved_months, witnesses};
use super::session::{Session, closed, open, set};
use crate::attachments::{BANK_STATEMENTS, Brought, SAVINGS_STATEMENT, bring_bytes};
use crate::budgets::write_lines;
use crate::checklist::{ReadPapers, note_read_papers, receive};
use crate::dossiers::{OneDossier, found};
use app::caller::{Caller, Moment, Progress};
use app::desk::Desk;
use app::failure::Failure;
use app::job::{Ending, Work};
use app::settings::settings;

/// The most accounts a dossier can have.
const MOST_ACCOUNTS: usize = 30;
/// How the remark of an account that was proved begins.
const PROVED: &str = "Prouvé au centime";

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct StatementsWritten {
    /// `6 lignes écrites au budget, 3 relevés gardés.`
    pub sentence: String,
    /// The files that could not be kept, each with its reason.
    pub unkept: Vec<String>,
}

/// A file about to be kept.
struct Keeping {
    name: Line,
    bytes: Arc<[u8]>,
    /// The attachment it is already.
    attachment: Option<AttachmentId>,
    /// The document it is placed on; nothing when it is not proved.
    document: Option<&'static str>,
}

/// A file of the dossier, or one that no row names yet, with the document it is placed on.
enum KeptFile {
    There(AttachmentId, Option<&'static str>),
    New(Box<Brought>, Option<&'static str>),
}

/// The files written in the vault, and why others were not.
#[derive(Default)]
struct KeptFiles {
    files: Vec<KeptFile>,
    unkept: Vec<String>,
}

/// Writes what was accepted of a reading, and forgets the reading.
pub fn write_statements(
    desk: &Desk,
    input: OneDossier,
    _caller: &Caller,
) -> Result<Work<Ending<StatementsWritten>>, Failure> {
    let dossier = input.dossier;
    desk.read(|reader| found(reader, dossier).map(drop))?;
    let session = open(desk, dossier).ok_or_else(closed)?;
    let keeping = keeping(session);
    let pieces = desk.vault()?.pieces();
    Ok(Box::new(move |progress: &Progress| {
        let mut kept = KeptFiles::default();
        if let Err(stopped) = kept.bring(&pieces, keeping, progress) {
            kept.take_back(&pieces);
            return Err(stopped);
        }
        let ending: Ending<StatementsWritten> = Box::new(move |desk, caller| {
            // The office may have been locked, and another one opened, while files were written.
            if desk.vault()?.pieces() != pieces {
                return Err(Failure::locked());
            }
            let written = write(desk, dossier, &kept, &caller.moment);
            match written {
                Ok((sentence, same)) => {
                    same.iter().for_each(|file| pieces.take_back(&file.written));
                    set(desk, None);
                    Ok(StatementsWritten { sentence, unkept: kept.unkept })
                }
                Err(failure) => {
                    kept.take_back(&pieces);
                    Err(failure)
                }
            }
        });
        Ok(ending)
    }))
}

fn keeping(session: &Session) -> Vec<Keeping> {
    let files = (0..).zip(&session.files);
    let kept = files.filter(|(place, _)| is_kept(session, *place)).map(|(place, file)| Keeping {
        name: file.name.clone(),
        bytes: Arc::clone(&file.bytes),
        attachment: file.attachment,
        document: document_of(session, place),
    });
    kept.collect()
}

/// The statements of a file, each with its account.
fn statements_of(session: &Session, place: usize) -> impl Iterator<Item = (&Account, &Statement)> {
    let all =
        session.reading.accounts.iter().flat_map(|account| account.statements.iter().map(move |one| (account, one)));
    all.filter(move |(_, statement)| statement.file == place)
}

/// A file given twice is kept once; what is no whole file is not kept.
fn is_kept(session: &Session, place: usize) -> bool {
    match session.reading.files.get(place).and_then(|file| file.refusal) {
        None => statements_of(session, place).any(|(_, statement)| statement.standing != Standing::Duplicate),
        Some(Refusal::Damaged | Refusal::TooLarge | Refusal::Unsupported) => false,
        Some(Refusal::Scanned | Refusal::Password | Refusal::UnreadableText | Refusal::NotAStatement) => true,
    }
}

/// The document a proved file is placed on.
fn document_of(session: &Session, place: usize) -> Option<&'static str> {
    let mut proved = statements_of(session, place).filter(|(_, statement)| statement.standing == Standing::Proven);
    let first = proved.next()?;
    let is_current = [first].into_iter().chain(proved).any(|(account, _)| account.name.kind == AccountKind::Current);
    Some(if is_current { BANK_STATEMENTS } else { SAVINGS_STATEMENT })
}

impl KeptFiles {
    fn bring(&mut self, pieces: &Pieces, keeping: Vec<Keeping>, progress: &Progress) -> Result<(), Failure> {
        let of = u32::try_from(keeping.len()).unwrap_or(u32::MAX);
        for (done, file) in (0..).zip(keeping) {
            progress.step(done, of)?;
            if let Some(id) = file.attachment {
                self.files.push(KeptFile::There(id, file.document));
                continue;
            }
            match bring_bytes(pieces, file.name.clone(), &file.bytes)? {
                Ok(brought) => self.files.push(KeptFile::New(Box::new(brought), file.document)),
                Err(why) => self.unkept.push(format!("{} : {} {}", file.name, why.reason(), why.remedy())),
            }
        }
        progress.step(of, of)
    }

    fn take_back(&self, pieces: &Pieces) {
        for file in &self.files {
            match file {
                KeptFile::New(brought, _) => pieces.take_back(&brought.written),
                KeptFile::There(..) => {}
            }
        }
    }
}

/// What a reading makes of the dossier, copied out of it before anything is written.
struct Outcome {
    lines: Vec<BudgetLine>,
    reviews: Vec<StatementReview>,
    months: u32,
    last_day: Option<NaiveDate>,
    /// `août, septembre`.
    proved: String,
    /// `août, octobre entier`; empty when nothing lacks.
    lacking: String,
}

fn outcome(session: &Session, dossier: &Dossier, rules: &RulesAt<'_>) -> Result<Outcome, Failure> {
    let lines = dossier.budget.as_ref().map(|budget| budget.lines.as_slice()).unwrap_or_default();
    let (months, last_day) = proved_months(session);
    let lacking = asked_again(session, rules.date).into_iter().map(|asked| asked.label.to_lowercase());
    Ok(Outcome {
        lines: accepted(&offers(session, lines, rules.lists))?,
        reviews: reviews(session, dossier)?,
        months,
        last_day,
        proved: proved_labels(session, rules.date),
        lacking: lacking.collect::<Vec<_>>().join(", "),
    })
}

/// What was written, and the files that the dossier held already.
fn write<'k>(
    desk: &mut Desk,
    id: DossierId,
    kept: &'k KeptFiles,
    moment: &Moment,
) -> Result<(String, Vec<&'k Brought>), Failure> {
    let (dossier, settings) = desk.read(|reader| Ok((found(reader, id)?, settings(reader)?)))?;
    let session = open(desk, id).ok_or_else(closed)?;
    let outcome = outcome(session, &dossier, &settings.at(moment.today))?;
    desk.act("write_statements", moment, |writer| {
        let known = found(writer, id)?;
        let same = place(writer, id, kept, moment)?;
        let opened = write_lines(writer, &known, &settings, &outcome.lines, moment)?;
        for review in &outcome.reviews {
            match review.id {
                StatementReviewId(0) => drop(writer.insert_statement_review(id, review)?),
                StatementReviewId(_) => writer.update_statement_review(id, review)?,
            }
        }
        note(writer, id, &outcome, &settings, moment)?;
        let before = known.budget.as_ref().map(|budget| budget.lines.as_slice()).unwrap_or_default();
        let lines = match outcome.lines.iter().filter(|line| !before.contains(line)).count() {
            0 => "Aucune ligne changée".to_owned(),
            lines => format!("{} au budget", counted(lines, "ligne écrite", "lignes écrites")),
        };
        let files = counted(kept.files.len(), "relevé gardé", "relevés gardés");
        let told = format!("{lines}{opened}, {files}");
        let sentence = spaced(&format!("{told}, {}.", known.person.display_name()));
        let fields = vec!["budget", "statements", "attachments", "document"];
        let value = (spaced(&format!("{told}.")), same);
        Ok(Acted { value, sentence, dossier: Some(id), fields, draft: None })
    })
}

/// Names the files that were written and places those that are proved; gives back those the dossier held already.
fn place<'k>(
    writer: &Writer<'_>,
    id: DossierId,
    kept: &'k KeptFiles,
    moment: &Moment,
) -> Result<Vec<&'k Brought>, Failure> {
    let filing = |document: Option<&'static str>| {
        let key = document.map(ListKey::new);
        key.map(|document| Filing { document, part: Line::default(), on: moment.today })
    };
    let mut same = Vec::new();
    for file in &kept.files {
        let (there, document) = match file {
            KeptFile::There(there, document) => (Some(*there), *document),
            KeptFile::New(brought, document) => {
                let held = writer.same_attachment(id, &brought.written)?;
                same.extend(held.iter().map(|_| brought.as_ref()));
                if held.is_none() {
                    let filing = filing(*document);
                    let new = NewAttachment {
                        written: &brought.written,
                        kind: brought.kind,
                        name: &brought.name,
                        filing: filing.as_ref(),
                        recognised: None,
                        added_at: moment.now,
                    };
                    writer.insert_attachment(id, &new)?;
                }
                (held.map(|held| held.id), *document)
            }
        };
        let unplaced = writer.attachments(id)?.into_iter().find(|one| Some(one.id) == there && one.filing.is_none());
        if let (Some(unplaced), Some(_)) = (unplaced, document) {
            writer.describe_attachment(id, &Attachment { filing: filing(document), ..unplaced })?;
        }
    }
    let savings = kept.files.iter().any(|file| match file {
        KeptFile::There(_, document) | KeptFile::New(_, document) => *document == Some(SAVINGS_STATEMENT),
    });
    if let Some(filing) = filing(savings.then_some(SAVINGS_STATEMENT)) {
        receive(writer, id, &filing, moment)?;
    }
    Ok(same)
}

/// Notes how many months of statements are there, and which lack.
fn note(
    writer: &Writer<'_>,
    id: DossierId,
    outcome: &Outcome,
    settings: &Settings,
    moment: &Moment,
) -> Result<(), Failure> {
    if outcome.months == 0 && outcome.lacking.is_empty() {
        return Ok(());
    }
    let dossier = found(writer, id)?;
    let rules = settings.at(moment.today);
    let list = dossier.checklist(&rules);
    let document = ListKey::new(BANK_STATEMENTS);
    let Some(line) = list.line(&document, &Line::default()) else { return Ok(()) };
    // What the adviser found good is not undone by a file that proves nothing.
    if outcome.months == 0 && line.is_there() {
        return Ok(());
    }
    let wanted = line.document.count;
    let is_whole = outcome.lacking.is_empty()
        && (outcome.months >= wanted || line.noted_by_hand().is_some_and(|noted| noted.state.is_there()));
    let given = given_of((outcome.months.min(wanted), wanted));
    let reason = match is_whole {
        true => format!("{given} : {}", outcome.proved),
        false if outcome.lacking.is_empty() => format!("{given} : {} seulement", outcome.proved),
        false => format!("{given} ; à apporter : {}", outcome.lacking),
    };
    let papers = ReadPapers {
        document,
        state: if is_whole { DocumentState::Received } else { DocumentState::Incomplete },
        reason: Line::read(&reason).unwrap_or_default(),
        issued_on: outcome.last_day.filter(|day| *day <= moment.today),
    };
    note_read_papers(writer, id, papers, moment)
}

/// The figures of each account with a proved statement: those of an account the dossier has already take their place.
fn reviews(session: &Session, dossier: &Dossier) -> Result<Vec<StatementReview>, Failure> {
    let proved = |account: &&Account| account.statements.iter().any(|one| one.standing == Standing::Proven);
    let accounts: Vec<&Account> = session.reading.accounts.iter().filter(proved).collect();
    let reviews: Vec<StatementReview> =
        accounts.iter().map(|account| review(account, &accounts, dossier)).collect::<Result<_, Failure>>()?;
    let new = reviews.iter().filter(|review| review.id.0 == 0).count();
    if dossier.statements.len().saturating_add(new) > MOST_ACCOUNTS {
        return Err(Failure::refused(&format!("On lit les relevés de {MOST_ACCOUNTS} comptes au plus.")));
    }
    Ok(reviews)
}

fn review(account: &Account, all: &[&Account], dossier: &Dossier) -> Result<StatementReview, Failure> {
    let label = account_label(account);
    let number = label.rsplit_once('…').map(|(_, end)| end);
    let is_numbered = |review: &&StatementReview| number.is_some_and(|end| review.account.as_str().contains(end));
    let word = match account.name.kind {
        AccountKind::Current => "compte",
        AccountKind::Savings => "livret",
    };
    let is_only = all.iter().filter(|other| other.name.kind == account.name.kind).count() == 1;
    let is_plain = |review: &&StatementReview| {
        let told = folded(review.account.as_str());
        is_only && told.contains(word) && !told.contains(|sign: char| sign.is_ascii_digit())
    };
    let known = dossier.statements.iter();
    let known = known.clone().find(is_numbered).or_else(|| known.clone().find(is_plain));
    let proved = || account.statements.iter().filter(|one| one.standing == Standing::Proven);
    let periods: Vec<Period> = proved().filter_map(Statement::period).collect();
    let month = |day: Option<NaiveDate>| day.and_then(YearMonth::of);
    let (from, to) = (periods.iter().map(|period| period.from).min(), periods.iter().map(|period| period.to).max());
    let found = account.indicators;
    let kept = |read: fn(&StatementReview) -> Option<domain::money::Euros>| known.and_then(read);
    let mut agreed: Vec<String> = Vec::new();
    for told in proved().map(witnesses) {
        if !agreed.contains(&told) {
            agreed.push(told);
        }
    }
    let remark = known.map(|known| known.remark.clone());
    let remark = remark.filter(|told| !told.is_empty() && !told.as_str().starts_with(PROVED));
    let savings = match account.name.kind {
        AccountKind::Savings => closing(account)?,
        AccountKind::Current => kept(|known| known.savings),
    };
    Ok(StatementReview {
        id: known.map_or(StatementReviewId(0), |known| known.id),
        account: Line::read(&label).unwrap_or_default(),
        bank: known.map(|known| known.bank.clone()).unwrap_or_default(),
        from: month(from),
        to: month(to),
        overdraft: kept(|known| known.overdraft),
        lowest: found.map(|found| euros(found.lowest_balance)).transpose()?,
        days_overdrawn: found.and_then(|found| u32::try_from(found.overdraft_days).ok()),
        rejected: found.and_then(|found| u32::try_from(found.rejected_debits).ok()),
        fees: found.map(|found| euros(found.fees)).transpose()?,
        savings,
        remark: remark.unwrap_or_else(|| Line::read(&format!("{PROVED} : {}", agreed.join(" ; "))).unwrap_or_default()),
    })
}
