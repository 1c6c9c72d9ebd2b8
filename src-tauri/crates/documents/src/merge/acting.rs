//! Whether a file acts or carries other files: such a file is shown inert, and is not attached as it came.

use lopdf::{Dictionary, Document, Object};

use super::copied::ACTS;

/// What makes a file act as it opens, or carry others.
const SIGNS: [&[u8]; 7] = [b"AA", b"EF", b"EmbeddedFiles", b"JavaScript", b"JS", b"RichMediaContent", b"XFA"];
/// Leading to a page of the web is told by the reader before it is done: a file that does is still attached.
const HARMLESS: [&[u8]; 2] = [b"URI", b"Trans"];

/// Whether anything in a file acts by itself or is a file.
pub(super) fn acts(file: &Document) -> bool {
    file.objects.values().any(|object| acting(object, 0))
}

fn acting(object: &Object, depth: usize) -> bool {
    const DEEPEST: usize = 120;
    if depth > DEEPEST {
        return true;
    }
    let deeper = depth.saturating_add(1);
    if let Ok(items) = object.as_array() {
        return items.iter().any(|item| acting(item, deeper));
    }
    let dict = object.as_stream().map(|stream| &stream.dict).or_else(|_| object.as_dict());
    dict.is_ok_and(|dict| is_a_sign(dict) || dict.iter().any(|(_, value)| acting(value, deeper)))
}

fn is_a_sign(dict: &Dictionary) -> bool {
    let act = dict.get(b"S").and_then(Object::as_name).unwrap_or_default();
    SIGNS.iter().any(|sign| dict.has(sign)) || ACTS.contains(&act) && !HARMLESS.contains(&act)
}
