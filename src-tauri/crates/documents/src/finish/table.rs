//! The table that says where each object of a file is: lopdf writes it as it is, seven bytes for each tag.

use lopdf::{Dictionary, Stream};

const OPENS: &[u8] = b"stream\n";
const CLOSES: &[u8] = b"endstream";
const LEADS: &[u8] = b"startxref\n";

/// The same file with that table compressed; nothing when it is not written as expected.
pub(super) fn with_small_table(file: &[u8]) -> Option<Vec<u8>> {
    let lead = file.windows(LEADS.len()).rposition(|bytes| bytes == LEADS)?;
    let place = file.get(lead..)?.split(|byte| *byte == b'\n').nth(1)?;
    let place: usize = str::from_utf8(place).ok()?.parse().ok()?;
    let (before, from_table) = file.split_at_checked(place)?;
    let opens = from_table.windows(OPENS.len()).position(|bytes| bytes == OPENS)?;
    let (head, content) = from_table.split_at_checked(opens)?;
    let head = str::from_utf8(head).ok()?;
    let length: usize = head.split_once("/Length ")?.1.strip_suffix(">>")?.parse().ok()?;
    let (content, rest) = content.strip_prefix(OPENS)?.split_at_checked(length)?;
    let closes = rest.windows(CLOSES.len()).position(|bytes| bytes == CLOSES)?;
    let mut table = Stream::new(Dictionary::new(), content.to_vec());
    table.compress().ok()?;
    let is_smaller = table.dict.has(b"Filter");
    let head =
        head.replace(&format!("/Length {length}>>"), &format!("/Length {}/Filter/FlateDecode>>", table.content.len()));
    is_smaller.then(|| {
        [before, head.as_bytes(), OPENS, &table.content, b"\n", rest.get(closes..).unwrap_or_default()].concat()
    })
}
