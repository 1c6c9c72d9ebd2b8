//! Exports of accounts: CSV, OFX 1 and 2, QIF, CAMT.053. What they lack, a balance often, stays lacking.

mod camt;
mod csv_table;
mod ofx;
mod qif;

use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::headings::Headings;
use crate::reading::Refusal;
use crate::statement::Draft;

/// The most operations that are read of a file.
pub(crate) const MOST_OPERATIONS: usize = 100_000;

/// The statements of an export. Errors: the refusal, when it holds none that can be read.
pub(crate) fn read(bytes: &[u8], words: &Headings) -> Result<Vec<Draft>, Refusal> {
    let text = decoded(bytes)?;
    let head: String = text.chars().take(4_096).collect::<String>().to_uppercase();
    let drafts = if head.contains("BKTOCSTMRSTMT") {
        camt::read(&text)?
    } else if head.contains("<OFX>") || head.contains("OFXHEADER") {
        ofx::read(&text)?
    } else if head.trim_start_matches('\u{feff}').trim_start().starts_with("!TYPE") || head.contains("\n!TYPE:") {
        qif::read(&text)?
    } else if head.trim_start().starts_with('<') || head.trim_start().starts_with('{') {
        return Err(Refusal::Unsupported);
    } else {
        csv_table::read(&text, words)?
    };
    let drafts: Vec<Draft> = drafts
        .into_iter()
        .filter(|draft| !draft.operations.is_empty() || draft.opening.is_some() && draft.closing.is_some())
        .collect();
    if drafts.is_empty() { Err(Refusal::NotAStatement) } else { Ok(drafts) }
}

/// The text of a file: its mark says how, else UTF-8, else as Windows writes French (ISO-8859-15 differs in the euro sign alone).
fn decoded(bytes: &[u8]) -> Result<String, Refusal> {
    const MARKED: [(&[u8], &encoding_rs::Encoding); 2] = [(&[0xFF, 0xFE], UTF_16LE), (&[0xFE, 0xFF], UTF_16BE)];
    if let Some((_, wide)) = MARKED.into_iter().find(|(mark, _)| bytes.starts_with(mark)) {
        let (text, _, damaged) = wide.decode(bytes);
        return if damaged { Err(Refusal::Damaged) } else { Ok(text.into_owned()) };
    }
    // No text has this sign; a picture, a program or a workbook does.
    if bytes.contains(&0) || bytes.starts_with(b"PK\x03\x04") {
        return Err(Refusal::Unsupported);
    }
    let plain = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    Ok(match std::str::from_utf8(plain) {
        Ok(text) => text.to_owned(),
        Err(_) => WINDOWS_1252.decode(plain).0.into_owned(),
    })
}

/// Puts the operations of a file that begins with the newest in the order of the account.
fn oldest_first(operations: &mut [crate::statement::Operation]) {
    let ends = operations.first().zip(operations.last());
    if ends.is_some_and(|(first, last)| first.date > last.date) {
        operations.reverse();
    }
}
