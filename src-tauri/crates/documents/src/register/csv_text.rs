//! CSV and tables saved as text: the encoding and the separator are found, an unclosed quotation mark is survived.

use csv::{ReaderBuilder, Trim};
use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::limits::LONGEST_CELL;
use super::text::Gathered;
use super::{ReadingRemark, RegisterError, Workbook};

/// What may stand between two cells, the likeliest first.
const SEPARATORS: [u8; 4] = [b';', b'\t', b',', b'|'];
/// How many lines are looked at to find it.
const LOOKED_AT: usize = 60;
/// A cell with more line ends is a quotation mark that was never closed.
const MOST_LINE_ENDS: usize = 20;

pub(super) fn read(bytes: &[u8]) -> Result<Workbook, RegisterError> {
    let (text, windows) = decoded(bytes)?;
    // Line ends of three systems, made one.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let separator = separator(&text);
    let mut remarks = if windows { vec![ReadingRemark::Windows1252] } else { Vec::new() };
    let gathered = match lines(&text, separator, text.contains('"'))? {
        Some(gathered) => gathered,
        None => {
            remarks.push(ReadingRemark::LooseQuotes);
            lines(&text, separator, false)?.unwrap_or_default()
        }
    };
    if gathered.cut {
        remarks.push(ReadingRemark::CutCells);
    }
    Ok(Workbook { sheets: vec![gathered.sheet()], remarks })
}

/// The text, and whether it had to be read as Windows writes French.
fn decoded(bytes: &[u8]) -> Result<(String, bool), RegisterError> {
    const MARKED: [(&[u8], &encoding_rs::Encoding); 2] = [(&[0xFF, 0xFE], UTF_16LE), (&[0xFE, 0xFF], UTF_16BE)];
    if let Some((_, wide)) = MARKED.into_iter().find(|(mark, _)| bytes.starts_with(mark)) {
        let (text, _, damaged) = wide.decode(bytes);
        return if damaged { Err(RegisterError::NotATable) } else { Ok((text.into_owned(), false)) };
    }
    // No text has this sign; a picture, a program or a database does.
    if bytes.contains(&0) {
        return Err(RegisterError::NotATable);
    }
    let strange = bytes.iter().filter(|byte| **byte < 0x20 && !b"\t\r\n\x0C".contains(byte)).count();
    if strange > bytes.len() / 100 {
        return Err(RegisterError::NotATable);
    }
    let plain = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
    Ok(match std::str::from_utf8(plain) {
        Ok(text) => (text.to_owned(), false),
        Err(_) => (WINDOWS_1252.decode(plain).0.into_owned(), true),
    })
}

/// The separator that cuts most of the first lines into as many cells; a semicolon when none does.
fn separator(text: &str) -> u8 {
    let first: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(LOOKED_AT).collect();
    let weight = |separator: u8| {
        let counts: Vec<usize> = first.iter().map(|line| outside_quotes(line, separator)).collect();
        let most = counts.iter().copied().max().unwrap_or_default();
        let usual = (1..=most).max_by_key(|count| counts.iter().filter(|other| *other == count).count());
        let agreeing = usual.map_or(0, |usual| counts.iter().filter(|count| **count == usual).count());
        (agreeing, usual.unwrap_or_default())
    };
    let weighed = SEPARATORS.into_iter().rev().max_by_key(|separator| weight(*separator));
    weighed.filter(|separator| weight(*separator).0 > 0).unwrap_or(b';')
}

fn outside_quotes(line: &str, separator: u8) -> usize {
    let mut quoted = false;
    let mut count = 0_usize;
    for byte in line.bytes() {
        if byte == b'"' {
            quoted = !quoted;
        } else if byte == separator && !quoted {
            count = count.saturating_add(1);
        }
    }
    count
}

/// The lines; nothing when a quotation mark swallows them.
fn lines(text: &str, separator: u8, quoting: bool) -> Result<Option<Gathered>, RegisterError> {
    let mut reader = ReaderBuilder::new()
        .delimiter(separator)
        .quoting(quoting)
        .has_headers(false)
        .flexible(true)
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    let mut gathered = Gathered::default();
    let mut record = csv::StringRecord::new();
    let (mut line, mut counted) = (0_usize, 0_usize);
    while reader.read_record(&mut record).map_err(|_| RegisterError::Damaged)? {
        // Blank lines are skipped by the reader: a line keeps its own number.
        let begun = record.position().map_or(0, |place| usize::try_from(place.byte()).unwrap_or(usize::MAX));
        let skipped = text.bytes().skip(begun).take_while(|sign| *sign == b'\n').count();
        let begun = begun.saturating_add(skipped);
        let passed = text.bytes().skip(counted).take(begun.saturating_sub(counted));
        line = line.saturating_add(passed.filter(|sign| *sign == b'\n').count());
        counted = begun;
        // A line pasted from another table is cut as that table was.
        let pasted = record.get(0).filter(|_| record.len() == 1).and_then(|only| {
            let others = SEPARATORS.into_iter().filter(|other| *other != separator);
            let other = others.map(char::from).find(|other| only.matches(*other).count() > 1)?;
            Some(only.split(other).map(str::trim).collect::<Vec<_>>())
        });
        if let Some(cells) = pasted {
            for (column, cell) in cells.into_iter().enumerate() {
                gathered.put(line, column, cell)?;
            }
            continue;
        }
        for (column, cell) in record.iter().enumerate() {
            let swallowed = cell.matches('\n').count() > MOST_LINE_ENDS || cell.len() > LONGEST_CELL.saturating_mul(4);
            if quoting && swallowed {
                return Ok(None);
            }
            gathered.put(line, column, cell)?;
        }
    }
    Ok(Some(gathered))
}
