//! A PDF file written object by object: what is written is not held again, so that a merge costs its output and the
//! piece at hand.
//!
//! Small objects go together in compressed object streams, others stand alone; the table at the end tells where each is
//! (ISO 32000-1, 7.5.7 and 7.5.8).

use std::collections::BTreeMap;

use lopdf::{Dictionary, Object, ObjectId, Stream, dictionary};

/// How many small objects go together.
const TOGETHER: usize = 200;

/// A file being written.
pub(super) struct Written {
    bytes: Vec<u8>,
    places: BTreeMap<u32, Place>,
    /// The small objects that wait to be written together.
    waiting: Vec<(u32, Vec<u8>)>,
    last: u32,
}

/// Where an object is.
#[derive(Clone, Copy)]
enum Place {
    /// So many bytes from the start.
    At(usize),
    /// In an object stream, at this rank.
    In { stream: u32, rank: usize },
}

/// A place of the file to come back to.
pub(super) struct Mark {
    length: usize,
    last: u32,
}

impl Written {
    pub(super) fn new() -> Self {
        Self { bytes: b"%PDF-1.7\n%\xbb\xad\xc0\xde\n".to_vec(), places: BTreeMap::new(), waiting: Vec::new(), last: 0 }
    }

    /// The number of an object to come.
    pub(super) fn reserve(&mut self) -> u32 {
        self.last = self.last.saturating_add(1);
        self.last
    }

    /// Leaves the numbers up to this one to objects that come with their own.
    pub(super) fn leave(&mut self, last: u32) {
        self.last = self.last.max(last);
    }

    /// The first number no object has.
    pub(super) fn next(&self) -> u32 {
        self.last.saturating_add(1)
    }

    /// Where the file is, to come back to when a piece turns out not to be readable.
    pub(super) fn mark(&mut self) -> Mark {
        self.pack();
        Mark { length: self.bytes.len(), last: self.last }
    }

    /// Forgets what was written since.
    pub(super) fn back_to(&mut self, mark: &Mark) {
        self.bytes.truncate(mark.length);
        self.waiting.clear();
        self.places.retain(|number, _| *number <= mark.last);
        self.last = mark.last;
    }

    /// Writes an object under its number.
    pub(super) fn put(&mut self, number: u32, object: &Object) {
        self.last = self.last.max(number);
        if let Object::Stream(stream) = object {
            self.put_stream(number, &stream.dict, &stream.content);
            return;
        }
        let mut bytes = Vec::new();
        write(&mut bytes, object);
        self.waiting.push((number, bytes));
        if self.waiting.len() >= TOGETHER {
            self.pack();
        }
    }

    /// Writes an object under the next number.
    pub(super) fn add(&mut self, object: &Object) -> u32 {
        let number = self.reserve();
        self.put(number, object);
        number
    }

    /// Writes a stream, its length told whatever its dictionary says.
    pub(super) fn put_stream(&mut self, number: u32, dict: &Dictionary, content: &[u8]) {
        self.last = self.last.max(number);
        self.places.insert(number, Place::At(self.bytes.len()));
        let mut dict = dict.clone();
        dict.set("Length", integer(content.len()));
        self.bytes.extend(format!("{number} 0 obj\n").bytes());
        write_dictionary(&mut self.bytes, &dict);
        self.bytes.extend(b"\nstream\n");
        self.bytes.extend(content);
        self.bytes.extend(b"\nendstream\nendobj\n");
    }

    /// Ends the file: its table, with these entries of the trailer.
    pub(super) fn close(mut self, trailer: &Dictionary) -> Vec<u8> {
        self.pack();
        let number = self.reserve();
        let start = self.bytes.len();
        self.places.insert(number, Place::At(start));
        let mut dict = dictionary! { "Type" => "XRef", "W" => vec![1.into(), 8.into(), 4.into()] };
        for key in [&b"Root"[..], b"ID"] {
            if let Ok(value) = trailer.get(key) {
                dict.set(key, value.clone());
            }
        }
        dict.set("Size", i64::from(number).saturating_add(1));
        let mut table = Vec::new();
        for entry in 0..=number {
            let (kind, first, second) = match self.places.get(&entry) {
                None => (0, 0, if entry == 0 { 65_535 } else { 0 }),
                Some(Place::At(offset)) => (1, *offset, 0),
                Some(Place::In { stream, rank }) => (2, usize::try_from(*stream).unwrap_or_default(), *rank),
            };
            table.push(kind);
            table.extend(u64::try_from(first).unwrap_or_default().to_be_bytes());
            table.extend(u32::try_from(second).unwrap_or_default().to_be_bytes());
        }
        let table = compressed(dict, table);
        self.put_stream(number, &table.dict, &table.content);
        self.bytes.extend(format!("startxref\n{start}\n%%EOF\n").bytes());
        self.bytes
    }

    /// Writes the small objects that wait.
    fn pack(&mut self) {
        if self.waiting.is_empty() {
            return;
        }
        let waiting = std::mem::take(&mut self.waiting);
        let stream = self.reserve();
        let (mut index, mut bodies) = (String::new(), Vec::new());
        for (rank, (number, bytes)) in waiting.iter().enumerate() {
            index.push_str(&format!("{number} {} ", bodies.len()));
            bodies.extend(bytes);
            bodies.push(b'\n');
            self.places.insert(*number, Place::In { stream, rank });
        }
        let dict = dictionary! { "Type" => "ObjStm", "N" => integer(waiting.len()), "First" => integer(index.len()) };
        let together = compressed(dict, [index.into_bytes(), bodies].concat());
        self.put_stream(stream, &together.dict, &together.content);
    }
}

/// A stream, compressed when that makes it shorter.
pub(super) fn compressed(dict: Dictionary, content: Vec<u8>) -> Stream {
    let mut stream = Stream::new(dict, content);
    // What could not be compressed stays as it is, which is right too.
    let _ = stream.compress();
    stream
}

/// A reference to an object of the file being written.
pub(super) fn reference(number: u32) -> Object {
    Object::Reference((number, 0))
}

/// A count as PDF holds it.
pub(super) fn integer(count: usize) -> Object {
    Object::Integer(i64::try_from(count).unwrap_or(i64::MAX))
}

/// The number of an identifier; generations are not kept.
fn number_of(id: &ObjectId) -> u32 {
    id.0
}

fn write(out: &mut Vec<u8>, object: &Object) {
    match object {
        Object::Null => out.extend(b"null"),
        Object::Boolean(true) => out.extend(b"true"),
        Object::Boolean(false) => out.extend(b"false"),
        Object::Integer(number) => out.extend(number.to_string().bytes()),
        Object::Real(number) if number.is_finite() => out.extend(number.to_string().bytes()),
        Object::Real(_) => out.push(b'0'),
        Object::Name(name) => write_name(out, name),
        Object::String(bytes, _) => {
            out.push(b'<');
            for byte in bytes {
                out.extend(format!("{byte:02x}").bytes());
            }
            out.push(b'>');
        }
        Object::Array(items) => {
            out.push(b'[');
            for item in items {
                write(out, item);
                out.push(b' ');
            }
            out.push(b']');
        }
        Object::Dictionary(dict) => write_dictionary(out, dict),
        // A stream is never inside another object: nothing can be read in its place.
        Object::Stream(_) => out.extend(b"null"),
        Object::Reference(id) => out.extend(format!("{} 0 R", number_of(id)).bytes()),
    }
}

fn write_dictionary(out: &mut Vec<u8>, dict: &Dictionary) {
    out.extend(b"<<");
    for (key, value) in dict {
        write_name(out, key);
        out.push(b' ');
        write(out, value);
        out.push(b'\n');
    }
    out.extend(b">>");
}

fn write_name(out: &mut Vec<u8>, name: &[u8]) {
    out.push(b'/');
    for byte in name {
        if byte.is_ascii_alphanumeric() || b"-_.+*:@!'\"&,;=?|~^`$".contains(byte) {
            out.push(*byte);
        } else {
            out.extend(format!("#{byte:02x}").bytes());
        }
    }
}
