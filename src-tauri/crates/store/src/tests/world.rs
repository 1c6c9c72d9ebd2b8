//! Small offices made of words.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use domain::budget::{BudgetLine, BudgetLineId, Certainty, Frequency};
use domain::contact::Phone;
use domain::dossier::{DossierId, Fact, NextDate, Request};
use domain::household::{Link, Member, MemberId, Presence, Share};
use domain::line::Line;
use domain::money::Euros;
use domain::person::Person;
use domain::settings::ListKey;
use rusqlite::Connection;
use tempfile::TempDir;

use crate::connection::{Opening, open};
use crate::header::Header;
use crate::keys::Purpose;
use crate::{Act, Acted, KeyCost, NewVault, RecoveryCode, Secret, StoreError, Told, Vault, VaultFolder, Writer};

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
        origin: ListKey("first_reception".to_owned()),
        project: text(project),
        purpose: None,
        amount: Some(euros(250_000)),
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
        entry: ListKey(entry.to_owned()),
        detail: Line::default(),
        amount: euros(cents),
        frequency: Frequency::Monthly,
        certainty: Certainty::Declared,
        outstanding: None,
        ends: None,
    }
}

/// A request as the desk records it: person, number, dossier, applicant, two facts.
pub(super) fn record(writer: &Writer<'_>, person: &Person, project: &str) -> Result<DossierId, StoreError> {
    let person = writer.insert_person(person)?;
    let number = writer.take_number(2026)?;
    let dossier = writer.insert_dossier(person, &format!("2026-{number:03}"))?;
    writer.insert_member(dossier, &member("", Link::Applicant))?;
    writer.insert_fact(dossier, None, &request(project), now())?;
    writer.insert_fact(dossier, None, &next_date("2026-12-09"), now())?;
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
    let (lines, found) = vault.read(|reader| reader.dossier_lines(search, 0, 1000)).unwrap();
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
