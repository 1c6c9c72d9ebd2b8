//! Files read together: each is recognised by its bytes, read or refused, then set beside the others.

use crate::accounts::{Account, TypedBalance, assembled};
use crate::budget::{Proposal, WordRules, proposals};
use crate::exports;
use crate::headings::Headings;
use crate::pdf;
use crate::statement::Draft;

/// The largest file that is read, in bytes.
const LARGEST: usize = 25 * 1024 * 1024;
/// How far the mark of a PDF is looked for, in bytes.
const PDF_HEAD: usize = 1_024;
/// How pictures begin: JPEG, PNG, GIF, TIFF.
const PICTURES: [&[u8]; 5] = [&[0xFF, 0xD8, 0xFF], &[0x89, b'P', b'N', b'G'], b"GIF8", b"II*\0", b"MM\0*"];

/// A file as it is handed over.
#[derive(Clone, Copy, Debug)]
pub struct SourceFile<'a> {
    /// Its name, told back as it is.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
}

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A picture, with no text of the bank.
    Scanned,
    /// It asks for a password.
    Password,
    /// It stops early or does not hold together.
    Damaged,
    /// It is larger than what is read.
    TooLarge,
    /// Its format, its encryption or its currency is not read.
    Unsupported,
    /// Its letters do not say which they are.
    UnreadableText,
    /// It holds no table of operations and no balances.
    NotAStatement,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRead {
    /// Its name, as handed over.
    pub name: String,
    /// Why it was refused; nothing when it was read.
    pub refusal: Option<Refusal>,
}

/// Files read together.
#[derive(Clone, Debug)]
pub struct Reading {
    /// In the order they were handed over.
    pub files: Vec<FileRead>,
    /// By first appearance.
    pub accounts: Vec<Account>,
    /// What comes back, from proven statements alone.
    pub proposals: Vec<Proposal>,
}

/// What one file says, read alone; kept, it is set beside others without being read again.
#[derive(Clone, Debug)]
pub struct Source {
    /// Its name, as handed over.
    pub name: String,
    /// The statements it holds, or why it is not read.
    pub found: Result<Vec<Draft>, Refusal>,
}

/// Reads one file. Pure: the same bytes are always read the same way.
#[must_use]
pub fn read_source(file: SourceFile<'_>) -> Source {
    Source { name: file.name.to_owned(), found: read_file(file.bytes, &Headings::delivered()) }
}

/// Sets files side by side, with the rules of an office and the balances the adviser typed. Pure; their order changes
/// only the order they are told in.
#[must_use]
pub fn read_together(sources: &[Source], rules: &WordRules, typed: &[TypedBalance]) -> Reading {
    let mut told = Vec::new();
    let mut drafts: Vec<SourceDraft> = Vec::new();
    for (place, source) in sources.iter().enumerate() {
        told.push(FileRead { name: source.name.clone(), refusal: source.found.as_ref().err().copied() });
        let found = source.found.iter().flatten().cloned();
        drafts.extend(found.map(|draft| SourceDraft { file: place, draft }));
    }
    let mut accounts = assembled(drafts, typed);
    let proposals = proposals(&mut accounts, rules);
    Reading { files: told, accounts, proposals }
}

/// Reads files and sets them side by side.
#[must_use]
pub fn read(files: &[SourceFile<'_>], rules: &WordRules, typed: &[TypedBalance]) -> Reading {
    let sources: Vec<Source> = files.iter().copied().map(read_source).collect();
    read_together(&sources, rules, typed)
}

/// A statement and the place of the file it comes from.
#[derive(Clone, Debug)]
pub(crate) struct SourceDraft {
    pub(crate) file: usize,
    pub(crate) draft: Draft,
}

fn read_file(bytes: &[u8], words: &Headings) -> Result<Vec<Draft>, Refusal> {
    if bytes.len() > LARGEST {
        return Err(Refusal::TooLarge);
    }
    if bytes.is_empty() {
        return Err(Refusal::Damaged);
    }
    if PICTURES.into_iter().any(|mark| bytes.starts_with(mark)) {
        return Err(Refusal::Scanned);
    }
    let head = bytes.get(..PDF_HEAD.min(bytes.len())).unwrap_or_default();
    if head.windows(5).any(|mark| mark == b"%PDF-") { pdf::read(bytes, words) } else { exports::read(bytes, words) }
}
