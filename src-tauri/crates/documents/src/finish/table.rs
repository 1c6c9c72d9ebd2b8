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

#[cfg(test)]
mod tests {
    use lopdf::{Document, Object, SaveOptions, dictionary};

    use super::*;

    #[test]
    fn the_file_is_smaller_and_holds_the_same() {
        let mut file = Document::with_version("1.7");
        let kids: Vec<Object> = (0..200).map(|number| file.add_object(number).into()).collect();
        let root = file.add_object(dictionary! { "Type" => "Catalog", "Kids" => kids });
        file.trailer.set("Root", root);
        let mut bytes = Vec::new();
        let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build();
        file.save_with_options(&mut bytes, options).unwrap();
        let small = with_small_table(&bytes).unwrap();
        assert!(small.len() + 1_000 < bytes.len(), "{} then {}", bytes.len(), small.len());
        let read = Document::load_mem(&small).unwrap();
        assert_eq!(read.objects.get(&(150, 0)), Some(&Object::Integer(149)));
        assert_eq!(read.catalog().unwrap(), file.catalog().unwrap());
    }

    #[test]
    fn what_ends_otherwise_is_left() {
        assert_eq!(with_small_table(b""), None);
        assert_eq!(with_small_table(b"%PDF-1.7\nstartxref\nnowhere\n%%EOF"), None);
        assert_eq!(with_small_table(b"%PDF-1.7\nstartxref\n3\n%%EOF"), None);
    }
}
