//! Objects of a foreign file copied into ours, made inert on the way.
//!
//! Only what draws a page is followed: fonts, pictures, colours, patterns. Whatever acts (scripts, launches, forms that
//! send), leads back to other pages, or carries other files is left out, wherever it hides.

use std::collections::{BTreeMap, VecDeque};

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::Unplaced;
use super::foreign::rectangle;
use super::written::{Written, reference};

/// The most objects copied of one file.
const MOST_OBJECTS: usize = 300_000;
/// The deepest one object stands in others.
const DEEPEST: usize = 120;

/// What may be named in the resources of a page (ISO 32000-1, 7.8.3).
const RESOURCES: [&[u8]; 7] = [b"ExtGState", b"ColorSpace", b"Pattern", b"Shading", b"XObject", b"Font", b"Properties"];
/// What a stream says beside its content and that nothing drawn needs: other files, what acts, where it came from.
const LEFT_OUT: [&[u8]; 18] = [
    b"AF",
    b"Alternates",
    b"EF",
    b"F",
    b"FDecodeParms",
    b"FFilter",
    b"ID",
    b"LastModified",
    b"Measure",
    b"Metadata",
    b"OPI",
    b"PS",
    b"PieceInfo",
    b"PtData",
    b"Ref",
    b"StructParent",
    b"StructParents",
    b"Subtype2",
];
/// Kinds of objects no page is drawn with.
const KINDS_LEFT_OUT: [&[u8]; 11] = [
    b"Action",
    b"Annot",
    b"Catalog",
    b"EmbeddedFile",
    b"Filespec",
    b"ObjStm",
    b"Page",
    b"Pages",
    b"StructElem",
    b"StructTreeRoot",
    b"XRef",
];
/// What acts.
pub(super) const ACTS: [&[u8]; 13] = [
    b"JavaScript",
    b"Launch",
    b"SubmitForm",
    b"ImportData",
    b"ResetForm",
    b"GoToR",
    b"GoToE",
    b"Rendition",
    b"Movie",
    b"Sound",
    b"RichMediaExecute",
    b"URI",
    b"Trans",
];

/// A foreign file being copied, and where its objects go.
pub(super) struct Copied<'f> {
    file: &'f Document,
    numbers: BTreeMap<ObjectId, u32>,
    waiting: VecDeque<(ObjectId, u32)>,
    /// The layers met, by the number they have now.
    layers: Vec<(ObjectId, u32)>,
}

impl<'f> Copied<'f> {
    pub(super) fn new(file: &'f Document) -> Self {
        Self { file, numbers: BTreeMap::new(), waiting: VecDeque::new(), layers: Vec::new() }
    }

    /// The object something leads to; nothing when it leads nowhere.
    pub(super) fn follow<'o>(&self, object: &'o Object) -> Option<&'o Object>
    where
        'f: 'o,
    {
        self.file.dereference(object).ok().map(|(_, object)| object)
    }

    /// The stream of a number.
    pub(super) fn file_stream(&self, id: ObjectId) -> Option<&'f Stream> {
        self.file.get_object(id).ok()?.as_stream().ok()
    }

    /// The four edges of a rectangle.
    pub(super) fn rectangle(&self, object: &Object) -> Option<[f32; 4]> {
        rectangle(self.file, self.follow(object)?)
    }

    /// The resources of a page, their known kinds only.
    pub(super) fn resources(&mut self, out: &mut Written, resources: &Dictionary) -> Result<Dictionary, Unplaced> {
        let mut kept = Dictionary::new();
        for kind in RESOURCES {
            let named = resources.get(kind).ok().and_then(|named| self.follow(named));
            let Some(Object::Dictionary(named)) = named else { continue };
            let mut names = Dictionary::new();
            for (name, object) in named {
                names.set(name.clone(), self.named(out, kind, object)?);
            }
            kept.set(kind, names);
        }
        Ok(kept)
    }

    /// An object of the resources; of properties only layers are drawn with.
    fn named(&mut self, out: &mut Written, kind: &[u8], object: &Object) -> Result<Object, Unplaced> {
        if kind == b"Properties" {
            let is_layer = self.follow(object).and_then(|object| object.as_dict().ok()).is_some_and(is_layer);
            if !is_layer {
                return Ok(Dictionary::new().into());
            }
        }
        self.copy(out, object, 0)
    }

    /// An object as it stands in our file, what it leads to being copied later.
    pub(super) fn copy(&mut self, out: &mut Written, object: &Object, depth: usize) -> Result<Object, Unplaced> {
        if depth > DEEPEST {
            return Err(Unplaced::Broken);
        }
        let deeper = depth.saturating_add(1);
        Ok(match object {
            Object::Null
            | Object::Boolean(_)
            | Object::Integer(_)
            | Object::Real(_)
            | Object::Name(_)
            | Object::String(..) => object.clone(),
            Object::Array(items) => {
                let items: Result<Vec<_>, _> = items.iter().map(|item| self.copy(out, item, deeper)).collect();
                items?.into()
            }
            Object::Dictionary(dict) if is_left_out(dict) => Object::Null,
            Object::Dictionary(dict) => self.dictionary(out, dict, deeper)?.into(),
            // Only objects of their own are streams.
            Object::Stream(_) => Object::Null,
            Object::Reference(id) => self.number(out, *id)?,
        })
    }

    fn dictionary(&mut self, out: &mut Written, dict: &Dictionary, depth: usize) -> Result<Dictionary, Unplaced> {
        let mut kept = Dictionary::new();
        for (key, value) in dict {
            kept.set(key.clone(), self.copy(out, value, depth)?);
        }
        Ok(kept)
    }

    /// The reference an object has in our file.
    fn number(&mut self, out: &mut Written, id: ObjectId) -> Result<Object, Unplaced> {
        if let Some(number) = self.numbers.get(&id) {
            return Ok(reference(*number));
        }
        let Some(object) = self.file.objects.get(&id) else { return Ok(Object::Null) };
        if object.as_dict().is_ok_and(is_left_out) {
            return Ok(Object::Null);
        }
        if self.numbers.len() >= MOST_OBJECTS {
            return Err(Unplaced::TooLarge);
        }
        let number = out.reserve();
        self.numbers.insert(id, number);
        self.waiting.push_back((id, number));
        if object.as_dict().is_ok_and(|dict| kind_is(dict, b"OCG")) {
            self.layers.push((id, number));
        }
        Ok(reference(number))
    }

    /// Writes everything that waits, and what it leads to.
    pub(super) fn write_all(&mut self, out: &mut Written) -> Result<(), Unplaced> {
        while let Some((id, number)) = self.waiting.pop_front() {
            match self.file.objects.get(&id) {
                Some(Object::Stream(stream)) if is_left_out(&stream.dict) => out.put(number, &Object::Null),
                Some(Object::Stream(stream)) => {
                    let dict = self.stream(out, &stream.dict)?;
                    out.put_stream(number, &dict, &stream.content);
                }
                Some(object) => {
                    let copy = self.copy(out, object, 0)?;
                    out.put(number, &copy);
                }
                None => out.put(number, &Object::Null),
            }
        }
        Ok(())
    }

    /// What a stream says of itself, but for what acts or leads elsewhere; a form keeps known resources only.
    pub(super) fn stream(&mut self, out: &mut Written, dict: &Dictionary) -> Result<Dictionary, Unplaced> {
        let mut kept = Dictionary::new();
        for (key, value) in dict {
            if LEFT_OUT.contains(&key.as_slice()) {
                continue;
            }
            let value = match (key.as_slice(), self.follow(value)) {
                (b"Resources", Some(Object::Dictionary(resources))) => self.resources(out, resources)?.into(),
                _ => self.copy(out, value, 1)?,
            };
            kept.set(key.clone(), value);
        }
        Ok(kept)
    }

    /// The layers that were copied, and those of them that are hidden as the file opens (ISO 32000-1, 8.11.4.3).
    pub(super) fn layers(&self) -> (Vec<u32>, Vec<u32>) {
        let shown_as = |key: &[u8]| -> Vec<ObjectId> {
            let listed = self.opening().and_then(|opening| opening.get(key).ok());
            let listed = listed.and_then(|listed| self.follow(listed)).and_then(|listed| listed.as_array().ok());
            listed.into_iter().flatten().filter_map(|one| one.as_reference().ok()).collect()
        };
        let all_off = self.opening().and_then(|opening| opening.get(b"BaseState").ok());
        let all_off = all_off.is_some_and(|state| state.as_name().is_ok_and(|state| state == b"OFF"));
        let (on, off) = (shown_as(b"ON"), shown_as(b"OFF"));
        let is_hidden = |id: &ObjectId| off.contains(id) || all_off && !on.contains(id);
        let hidden = self.layers.iter().filter(|(id, _)| is_hidden(id)).map(|(_, number)| *number).collect();
        (self.layers.iter().map(|(_, number)| *number).collect(), hidden)
    }

    /// How layers are shown as the file opens.
    fn opening(&self) -> Option<&Dictionary> {
        let properties = self.file.catalog().ok()?.get(b"OCProperties").ok()?;
        let properties = self.follow(properties)?.as_dict().ok()?;
        self.follow(properties.get(b"D").ok()?)?.as_dict().ok()
    }
}

/// Whether a dictionary acts, or is of a kind no page is drawn with.
fn is_left_out(dict: &Dictionary) -> bool {
    let acts = dict.get(b"S").and_then(Object::as_name).is_ok_and(|act| ACTS.contains(&act));
    let is_program = kind_is_drawn_by(dict, b"PS");
    acts || is_program || KINDS_LEFT_OUT.iter().any(|kind| kind_is(dict, kind))
}

fn kind_is(dict: &Dictionary, kind: &[u8]) -> bool {
    dict.get(b"Type").and_then(Object::as_name).is_ok_and(|known| known == kind)
}

fn kind_is_drawn_by(dict: &Dictionary, kind: &[u8]) -> bool {
    dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|known| known == kind)
}

fn is_layer(dict: &Dictionary) -> bool {
    kind_is(dict, b"OCG") || kind_is(dict, b"OCMD")
}
