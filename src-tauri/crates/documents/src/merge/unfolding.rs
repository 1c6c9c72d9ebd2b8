//! How much a page draws once every form within its forms is unfolded.
//!
//! Ten forms that each draw the next one ten times are a few kilobytes and draw ten thousand million times: a reader
//! never comes to the end. What a page draws is counted before it is placed, each form once.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId};

use super::Unplaced;

/// The most forms and pictures a page draws.
const MOST_DRAWN: u64 = 200_000;
/// The deepest a form is in others.
const DEEPEST: usize = 60;
/// The most bytes a form may unfold to.
const MOST_UNFOLDED: usize = 64_000_000;

/// The forms of a file, and what each draws.
pub(super) struct Forms<'f> {
    file: &'f Document,
    known: BTreeMap<ObjectId, u64>,
}

impl<'f> Forms<'f> {
    pub(super) fn of(file: &'f Document) -> Self {
        Self { file, known: BTreeMap::new() }
    }

    /// Refuses contents that draw beyond measure with these resources.
    pub(super) fn check(&mut self, contents: &[u8], resources: Option<&'f Dictionary>) -> Result<(), Unplaced> {
        self.drawn(contents, resources, 0).map(drop)
    }

    /// The same for a form by its number.
    pub(super) fn check_form(&mut self, form: ObjectId) -> Result<(), Unplaced> {
        self.form(form, None, 0).map(drop)
    }

    fn drawn(&mut self, contents: &[u8], resources: Option<&'f Dictionary>, depth: usize) -> Result<u64, Unplaced> {
        let named = resources.and_then(|resources| resources.get(b"XObject").ok());
        let named =
            named.and_then(|named| self.file.dereference(named).ok()).and_then(|(_, named)| named.as_dict().ok());
        let mut total = 0_u64;
        for (name, times) in names(contents) {
            let id = named.and_then(|named| named.get(&name).ok()).and_then(|form| form.as_reference().ok());
            let Some(id) = id else { continue };
            total = total.saturating_add(self.form(id, resources, depth)?.saturating_mul(times));
            if total > MOST_DRAWN {
                return Err(Unplaced::TooLarge);
            }
        }
        Ok(total)
    }

    fn form(&mut self, id: ObjectId, above: Option<&'f Dictionary>, depth: usize) -> Result<u64, Unplaced> {
        if let Some(known) = self.known.get(&id) {
            return Ok(*known);
        }
        if depth > DEEPEST {
            return Err(Unplaced::TooLarge);
        }
        // A form inside itself is drawn once by readers.
        self.known.insert(id, 1);
        let Some(stream) = self.file.get_object(id).ok().and_then(|form| form.as_stream().ok()) else { return Ok(1) };
        if !stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form") {
            return Ok(1);
        }
        let own = stream.dict.get(b"Resources").ok().and_then(|own| self.file.dereference(own).ok());
        let resources = own.and_then(|(_, own)| own.as_dict().ok()).or(above);
        let contents = stream.decompressed_content_with_limit(MOST_UNFOLDED).map_err(super::foreign::unfolding)?;
        let drawn = self.drawn(&contents, resources, depth.saturating_add(1))?.saturating_add(1);
        self.known.insert(id, drawn);
        Ok(drawn)
    }
}

/// The names that are drawn, and how often.
fn names(contents: &[u8]) -> BTreeMap<Vec<u8>, u64> {
    let mut drawn = BTreeMap::new();
    let mut last: Option<Vec<u8>> = None;
    let is_apart = |byte: &u8| byte.is_ascii_whitespace() || b"\0()<>[]{}%".contains(byte);
    for token in contents.split(is_apart) {
        for (place, word) in token.split(|byte| *byte == b'/').enumerate() {
            if place > 0 {
                last = Some(unescaped(word));
            } else if word == b"Do"
                && let Some(name) = last.take()
            {
                let times = drawn.entry(name).or_insert(0_u64);
                *times = times.saturating_add(1);
            }
        }
    }
    drawn
}

/// A name with its signs written as numbers put back: `A#42` is `AB`.
fn unescaped(name: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(name.len());
    let mut rest = name;
    while let Some((byte, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        let code = code.filter(|_| *byte == b'#').and_then(|code| u8::from_str_radix(code, 16).ok());
        out.push(code.unwrap_or(*byte));
        rest = if code.is_some() { after.get(2..).unwrap_or_default() } else { after };
    }
    out
}
