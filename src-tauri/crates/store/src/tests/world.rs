//! Small offices made of words.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use domain::assessment::{WatchPoint, WatchPointId};
use domain::budget::{BudgetLine, BudgetLineId, Certainty, Debt, Frequency, StatementReview, StatementReviewId};
use domain::calendar::YearMonth;
use domain::contact::Phone;
use domain::dossier::{Approval, Direction, Dossier, DossierId, Fact, NextDate, Orientation, Request, Submission};
use domain::household::{Link, Member, MemberId, Presence, Share};
use domain::line::Line;
use domain::loan::Rate;
use domain::money::Euros;
use domain::paper::Fingerprint;
use domain::person::{Person, PersonId};
use domain::project::{Aid, AidId, AidStatus, Choice, Expense, ExpenseId, Quote, QuoteId};
use domain::retention::ErasureReason;
use domain::settings::ListKey;
use domain::task::{OWN_DATE, Task, TaskFamily, WaitingOn};
use domain::text::Text;
use rusqlite::Connection;
use tempfile::TempDir;

use crate::connection::{Opening, open};
use crate::header::Header;
use crate::keys::Purpose;
use crate::{
    Act, Acted, DossierQuery, ErasureOrder, KeyCost, NewKeptPaper, NewVault, RecoveryCode, Secret, StoreError, Told,
    Vault, VaultFolder, Writer, WrittenPiece,
};

pub(super) const PASSPHRASE: &str = "cinq mots français bien à moi";

/// A folder with an office in it.
pub(super) struct Office {
    pub(super) folder: TempDir,
    pub(super) code: RecoveryCode,
}

impl Office {
    pub(super) fn create() -> (Self, Vault) {
        let office = Self { folder: tempfile::tempdir().unwrap(), code: RecoveryCode::generate().unwrap() };
        let vault = Vault::create(
            &office.vault(),
            &NewVault { passphrase: PASSPHRASE, code: &office.code, cost: KeyCost::Smallest, settings: &[] },
            now(),
        )
        .unwrap();
        (office, vault)
    }

    pub(super) fn vault(&self) -> VaultFolder {
        VaultFolder::at(self.folder.path())
    }

    pub(super) fn unlock(&self) -> Result<(Vault, Vec<Told>), StoreError> {
        Vault::unlock(&self.vault(), Secret::Passphrase(PASSPHRASE), now())
    }

    pub(super) fn refusal(&self) -> StoreError {
        self.unlock().map(|_| ()).unwrap_err()
    }

    /// A file of the first generation.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join("vault/generation-000001").join(name)
    }

    pub(super) fn database(&self) -> PathBuf {
        self.file("office.db")
    }

    pub(super) fn quarantine(&self) -> Vec<PathBuf> {
        files_under(&self.folder.path().join("vault/quarantine"))
    }
}

pub(super) fn files_under(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files_under(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

pub(super) fn flip(path: &Path, byte: usize, bit: u8) {
    let mut bytes = fs::read(path).unwrap();
    bytes[byte] ^= 1 << bit;
    fs::write(path, bytes).unwrap();
}

pub(super) fn cut(path: &Path, length: u64) {
    fs::OpenOptions::new().write(true).open(path).unwrap().set_len(length).unwrap();
}

pub(super) fn now() -> DateTime<Utc> {
    "2026-11-20T08:12:00Z".parse().unwrap()
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(super) fn text(text: &str) -> Line {
    Line::read(text).unwrap()
}

pub(super) fn euros(cents: i64) -> Euros {
    Euros::from_cents(cents).unwrap()
}

pub(super) fn act(call: &str) -> Act<'_> {
    Act { call, now: now() }
}

pub(super) fn acted<T>(value: T, dossier: Option<DossierId>) -> Acted<T> {
    Acted { value, sentence: "Fait.".to_owned(), dossier, fields: vec!["project"], draft: None }
}

pub(super) fn sonia() -> Person {
    Person { phone: Some(Phone::read("06 39 98 20 61").unwrap()), ..Person::named(text("Delmas"), text("Sonia")) }
}

pub(super) fn request(project: &str) -> Fact {
    Fact::RequestReceived(Request {
        received_on: day("2026-11-09"),
        origin: ListKey::new("first_reception"),
        project: text(project),
        purpose: None,
        amount: Some(euros(250_000)),
        how_heard: None,
        referrer: None,
    })
}

pub(super) fn next_date(on: &str) -> Fact {
    Fact::NextDateSet(NextDate { set_on: day("2026-11-09"), on: day(on), what: text("rappeler") })
}

pub(super) fn member(name: &str, link: Link) -> Member {
    Member {
        id: MemberId(0),
        name: text(name),
        link,
        born_on: None,
        presence: Presence::Here,
        share: Share::One,
        reason: Line::default(),
    }
}

pub(super) fn budget_line(entry: &str, cents: i64) -> BudgetLine {
    BudgetLine {
        id: BudgetLineId(0),
        entry: ListKey::new(entry),
        detail: Line::default(),
        amount: euros(cents),
        frequency: Frequency::Monthly,
        certainty: Certainty::Declared,
        member: None,
        ends: None,
        debt: Debt::default(),
        after: None,
        comment: Line::default(),
    }
}

pub(super) fn prose(text: &str) -> Text {
    Text::read(text).unwrap()
}

pub(super) fn key(text: &str) -> ListKey {
    ListKey::new(text)
}

pub(super) fn quote(seller: &str, cents: i64) -> Quote {
    Quote {
        id: QuoteId(0),
        label: text("Réparation de la boîte de vitesses"),
        seller: text(seller),
        dated_on: Some(day("2026-11-10")),
        valid_until: None,
        amount: euros(cents),
        choice: Choice::Compared,
        reason: Line::default(),
    }
}

pub(super) fn expense(label: &str, cents: i64) -> Expense {
    Expense { id: ExpenseId(0), label: text(label), amount: euros(cents) }
}

pub(super) fn aid(provider: &str, cents: i64) -> Aid {
    Aid {
        id: AidId(0),
        provider: text(provider),
        label: text("Aide à la mobilité"),
        status: AidStatus::ToAsk,
        asked_on: None,
        answered_on: None,
        amount: Some(euros(cents)),
        reason: Line::default(),
    }
}

pub(super) fn watch_point(risk: &str) -> WatchPoint {
    WatchPoint { id: WatchPointId(0), risk: text(risk), answer: text("Point à trois mois") }
}

pub(super) fn orientation(on: &str, direction: Direction) -> Fact {
    let solutions = if direction == Direction::Redirect { vec![key("social_aid")] } else { Vec::new() };
    let (decided_on, mode) = (day(on), key("office_alone"));
    Fact::OrientationDecided(Orientation {
        solutions,
        reason: text("Budget tenable"),
        ..Orientation::of(decided_on, mode, direction)
    })
}

pub(super) fn submission(on: &str, lender: &str) -> Fact {
    Fact::Submitted(Submission {
        sent_on: day(on),
        lender: key(lender),
        product: Some(key("mobility")),
        amount: Some(euros(240_000)),
        months: Some(36),
        expected_on: Some(day("2026-12-04")),
        note: Line::default(),
    })
}

pub(super) fn approval(on: &str, lender: &str) -> Fact {
    Fact::Approved(Approval {
        on: day(on),
        lender: key(lender),
        amount: Some(euros(240_000)),
        annual_rate: Some(Rate::read("4").unwrap()),
        months: Some(36),
        told: None,
        note: Line::default(),
    })
}

/// Records facts on a dossier, in one action.
pub(super) fn happened(vault: &mut Vault, dossier: DossierId, facts: &[Fact]) {
    vault
        .act(act("record_facts"), |writer| {
            for fact in facts {
                writer.insert_fact(dossier, None, fact, now())?;
            }
            put_own_date(writer, dossier)?;
            Ok::<_, StoreError>(acted((), Some(dossier)))
        })
        .unwrap();
}

/// Writes the one task these offices know: the date that was set last.
pub(super) fn put_own_date(writer: &Writer<'_>, dossier: DossierId) -> Result<(), StoreError> {
    let known = writer.dossier(dossier)?.unwrap();
    let task = |next: &domain::dossier::NextDate| Task {
        rule: key(OWN_DATE),
        due: next.on,
        at: None,
        what: next.what.to_string(),
        since: next.set_on,
        waiting_on: WaitingOn::Advisor,
        family: TaskFamily::Request,
        fact: None,
        put_off: String::new(),
    };
    let tasks: Vec<Task> = known.facts.next_date().map(task).into_iter().collect();
    writer.put_tasks(dossier, &tasks)
}

/// Everything known of a dossier.
pub(super) fn known(vault: &Vault, dossier: DossierId) -> Dossier {
    vault.read(|reader| reader.dossier(dossier)).unwrap().unwrap()
}

/// A request as the desk records it: person, number, dossier, applicant, two facts.
pub(super) fn record(writer: &Writer<'_>, person: &Person, project: &str) -> Result<DossierId, StoreError> {
    let person = writer.insert_person(person)?;
    let number = writer.take_number(2026)?;
    let dossier = writer.insert_dossier(person, &format!("2026-{number:03}"))?;
    writer.insert_member(dossier, &member("", Link::Applicant))?;
    writer.insert_fact(dossier, None, &request(project), now())?;
    writer.insert_fact(dossier, None, &next_date("2026-12-09"), now())?;
    put_own_date(writer, dossier)?;
    Ok(dossier)
}

pub(super) fn recorded(vault: &mut Vault, person: &Person, project: &str) -> DossierId {
    vault
        .act(act("record_request"), |writer| {
            let dossier = record(writer, person, project)?;
            Ok::<_, StoreError>(acted(dossier, Some(dossier)))
        })
        .unwrap()
}

/// The lines a search finds, by reference.
pub(super) fn found(vault: &Vault, search: &str) -> Vec<String> {
    references(vault, &query(search))
}

/// Every dossier that has these words.
pub(super) fn query(search: &str) -> DossierQuery {
    DossierQuery { search: search.to_owned(), phase: None, among: None, archived: None, offset: 0, limit: 1000 }
}

/// The lines of a query that fits one page, by reference.
pub(super) fn references(vault: &Vault, query: &DossierQuery) -> Vec<String> {
    let (lines, found) = vault.read(|reader| reader.dossier_lines(query)).unwrap();
    assert_eq!(lines.len() as u64, found, "the count is that of the lines");
    lines.into_iter().map(|(_, line)| line.reference).collect()
}

/// A connection to the database beside the vault's own rules, as someone with the key could have.
pub(super) fn raw(office: &Office) -> Connection {
    let header = Header::read(&fs::read(office.file("header")).unwrap()).unwrap();
    let master = header.open(Secret::Code(&office.code)).unwrap();
    let key = master.derive(Purpose::Database).unwrap();
    open(&office.database(), Opening::Existing, &key, &header.vault).unwrap()
}

/// The text of every file of the office, as whoever reads the disk sees it.
pub(super) fn on_disk(office: &Office) -> Vec<(PathBuf, Vec<u8>)> {
    files_under(office.folder.path()).into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

pub(super) fn contains(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window.eq_ignore_ascii_case(word.as_bytes()))
}

pub(super) fn statement_review(account: &str) -> StatementReview {
    StatementReview {
        id: StatementReviewId(0),
        account: text(account),
        bank: text("Caisse du Val"),
        from: YearMonth::new(2026, 8),
        to: YearMonth::new(2026, 10),
        overdraft: Some(euros(20_000)),
        lowest: Some(euros(-18_430)),
        days_overdrawn: Some(11),
        rejected: Some(1),
        fees: Some(euros(1_460)),
        savings: None,
        remark: text("rejet du 9 septembre, représenté et payé"),
    }
}

/// What keeps a paper.
pub(super) fn kept_paper<'a>(written: &'a WrittenPiece, reader: &'a Line) -> NewKeptPaper<'a> {
    NewKeptPaper { written, paper: "budget_sheet", fingerprint: Fingerprint::of(7), reader, kept_at: now() }
}

/// What a person asks to be erased.
pub(super) fn order(dossiers: &[i64]) -> ErasureOrder {
    ErasureOrder {
        person: PersonId(1),
        dossiers: dossiers.iter().copied().map(DossierId).collect(),
        reason: ErasureReason::AskedByPerson,
        decided_on: day("2026-11-20"),
        last_contact: day("2026-11-09"),
        due_on: day("2028-11-09"),
        copied_at: None,
        keeps_figures: true,
        survey: Vec::new(),
        gone_from_copies_on: day("2027-02-28"),
    }
}
