//! A PDF someone else made, its pages placed as forms: as they are, turned as they were meant to be, their annotations
//! and filled fields drawn in (ISO 32000-1, 7.7.3.4, 8.10 and 12.5.5).

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, dictionary};

use super::appearance::Appearance;
use super::copied::Copied;
use super::picture::form;
use super::unfolding::Forms;
use super::written::{Written, compressed, reference};
use super::{Kind, Placed, Unplaced};
use crate::page::Length;

/// The most pages of one file.
const MOST_PAGES: usize = 500;
/// The most bytes one stream may unfold to.
const MOST_UNFOLDED: usize = 64_000_000;
/// The most bytes the contents of one file may unfold to.
const MOST_CONTENTS: usize = 256_000_000;
/// The widest and highest a page is, in points: that of readers (ISO 32000-1, annex C).
const LARGEST: f32 = 14_400.0;
/// A sheet of American paper, which is a page that tells no size (ISO 32000-1, 7.7.3.3 wants one).
const LETTER: [f32; 4] = [0.0, 0.0, 612.0, 792.0];

/// What was placed of a file.
pub(super) struct Taken {
    pub(super) pages: Vec<Placed>,
    /// Annotations and fields that have no look of their own, and are not drawn.
    pub(super) undrawn: usize,
    /// Layers of the file, and those that are hidden.
    pub(super) layers: (Vec<u32>, Vec<u32>),
    /// Whether the file acts or carries other files: it is not attached.
    pub(super) acts: bool,
}

/// A page with what it inherits.
pub(super) struct Page<'f> {
    pub(super) dict: &'f Dictionary,
    resources: Option<&'f Dictionary>,
    /// Left, bottom, right, top of what is shown.
    pub(super) shown: [f32; 4],
    /// Quarter turns, clockwise.
    turns: i64,
}

/// What the pages under a node inherit.
#[derive(Clone, Copy, Default)]
struct Inherited<'f> {
    resources: Option<&'f Dictionary>,
    media: Option<[f32; 4]>,
    crop: Option<[f32; 4]>,
    turns: i64,
}

/// Opens a file within bounds. Errors: a password, a form without pages of its own, not a PDF, damaged.
pub(super) fn open(bytes: &[u8]) -> Result<Document, Unplaced> {
    let options = LoadOptions::with_max_decompressed_size(MOST_UNFOLDED);
    let file = match Document::load_mem_with_options(bytes, options) {
        Ok(file) => file,
        Err(lopdf::Error::InvalidPassword | lopdf::Error::Decryption(_)) => return Err(Unplaced::Password),
        Err(_) => return Err(Unplaced::Broken),
    };
    // What was opened without a password no longer says it is encrypted.
    if file.trailer.has(b"Encrypt") {
        return Err(Unplaced::Password);
    }
    // Its only page asks for another reader (ISO 32000-1, 12.7.8).
    let is_dynamic = file.catalog().and_then(|catalog| catalog.get(b"NeedsRendering")).and_then(Object::as_bool);
    if is_dynamic.unwrap_or_default() { Err(Unplaced::DynamicForm) } else { Ok(file) }
}

/// Writes every page of a file as a form.
pub(super) fn take(out: &mut Written, file: &Document) -> Result<Taken, Unplaced> {
    let mut copied = Copied::new(file);
    let mut forms = Forms::of(file);
    let (mut taken, mut undrawn, mut unfolded) = (Vec::new(), 0_usize, 0_usize);
    for page in pages(file)? {
        let contents = contents(file, page.dict)?;
        unfolded = unfolded.saturating_add(contents.len());
        if unfolded > MOST_CONTENTS {
            return Err(Unplaced::TooLarge);
        }
        forms.check(&contents, page.resources)?;
        let (placed, without_look) = place(out, (&mut copied, &mut forms), &page, contents)?;
        undrawn = undrawn.saturating_add(without_look);
        taken.push(placed);
        copied.write_all(out)?;
    }
    Ok(Taken { pages: taken, undrawn, layers: copied.layers(), acts: super::acting::acts(file) })
}

/// Writes a page and the appearances on it; says how many have none.
fn place(
    out: &mut Written,
    (copied, forms): (&mut Copied<'_>, &mut Forms<'_>),
    page: &Page<'_>,
    contents: Vec<u8>,
) -> Result<(Placed, usize), Unplaced> {
    let empty = Dictionary::new();
    let resources = copied.resources(out, page.resources.unwrap_or(&empty))?;
    let (matrix, width, height) = turned(page);
    let matrix: Vec<Object> = matrix.map(Object::Real).to_vec();
    let mut dict = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => page.shown.map(Object::Real).to_vec(),
        "Matrix" => matrix.clone(),
        "Resources" => resources,
    };
    if let Some(Object::Dictionary(group)) = page.dict.get(b"Group").ok().and_then(|group| copied.follow(group)) {
        let group = copied.copy(out, &group.clone().into(), 0)?;
        dict.set("Group", group);
    }
    let drawn = out.add(&Object::Stream(compressed(dict, contents)));
    let (looks, without_look) = Appearance::all(copied, page);
    let size = Placed { form: drawn, width, height, kind: Kind::Page };
    if looks.is_empty() {
        return Ok((size, without_look));
    }
    let mut drawn_forms = dictionary! { "P" => reference(drawn) };
    let turn = matrix.iter().filter_map(|part| part.as_float().ok()).map(|part| part.to_string());
    let mut above = format!("/P Do q {} cm\n", turn.collect::<Vec<_>>().join(" "));
    for (place, look) in looks.iter().enumerate() {
        forms.check_form(look.stream)?;
        let stream = copied.file_stream(look.stream).ok_or(Unplaced::Broken)?;
        let mut dict = copied.stream(out, &stream.dict)?;
        dict.set("Type", "XObject");
        dict.set("Subtype", "Form");
        let number = out.reserve();
        out.put_stream(number, &dict, &stream.content);
        drawn_forms.set(format!("A{place}"), reference(number));
        above.push_str(&format!("q {} cm /A{place} Do Q\n", look.placing()));
    }
    above.push('Q');
    let whole = form([width, height], dictionary! { "XObject" => drawn_forms });
    let whole = out.add(&Object::Stream(compressed(whole, above.into_bytes())));
    Ok((Placed { form: whole, ..size }, without_look))
}

/// The pages of a file in order, each with what it inherits.
fn pages(file: &Document) -> Result<Vec<Page<'_>>, Unplaced> {
    let root = file.catalog().and_then(|catalog| catalog.get(b"Pages")).and_then(Object::as_reference);
    let mut waiting = vec![(root.map_err(|_| Unplaced::Broken)?, Inherited::default())];
    let mut seen: BTreeSet<ObjectId> = BTreeSet::new();
    let mut pages = Vec::new();
    while let Some((id, above)) = waiting.pop() {
        if !seen.insert(id) {
            return Err(Unplaced::Broken);
        }
        let dict = file.get_dictionary(id).map_err(|_| Unplaced::Broken)?;
        let here = above.with(file, dict);
        let kids = dict.get(b"Kids").ok().and_then(|kids| file.dereference(kids).ok());
        if let Some((_, Object::Array(kids))) = kids {
            let kids: Result<Vec<_>, _> = kids.iter().rev().map(Object::as_reference).collect();
            waiting.extend(kids.map_err(|_| Unplaced::Broken)?.into_iter().map(|kid| (kid, here)));
        } else {
            pages.push(here.page(dict)?);
        }
        if pages.len() > MOST_PAGES {
            return Err(Unplaced::TooManyPages(MOST_PAGES));
        }
    }
    if pages.is_empty() { Err(Unplaced::Broken) } else { Ok(pages) }
}

impl<'f> Inherited<'f> {
    fn with(self, file: &'f Document, dict: &'f Dictionary) -> Self {
        let own = |key: &[u8]| dict.get(key).ok().and_then(|own| file.dereference(own).ok()).map(|(_, own)| own);
        let rectangle = |key| own(key).and_then(|own| rectangle(file, own));
        let turns = own(b"Rotate").and_then(|turn| turn.as_float().ok()).map(quarter_turns);
        Self {
            resources: own(b"Resources").and_then(|own| own.as_dict().ok()).or(self.resources),
            media: rectangle(b"MediaBox").or(self.media),
            crop: rectangle(b"CropBox").or(self.crop),
            turns: turns.unwrap_or(self.turns),
        }
    }

    fn page(self, dict: &'f Dictionary) -> Result<Page<'f>, Unplaced> {
        let media = self.media.unwrap_or(LETTER);
        let shown = self.crop.and_then(|crop| common(crop, media)).unwrap_or(media);
        if is_a_size(shown) {
            Ok(Page { dict, resources: self.resources, shown, turns: self.turns })
        } else {
            Err(Unplaced::Broken)
        }
    }
}

/// The four edges of a rectangle: left, bottom, right, top.
pub(super) fn rectangle(file: &Document, object: &Object) -> Option<[f32; 4]> {
    let corners = object.as_array().ok()?;
    let number = |place: usize| file.dereference(corners.get(place)?).ok()?.1.as_float().ok();
    let (left, bottom, right, top) = (number(0)?, number(1)?, number(2)?, number(3)?);
    Some([left.min(right), bottom.min(top), left.max(right), bottom.max(top)])
}

/// What two rectangles share; nothing when they are apart.
fn common(one: [f32; 4], other: [f32; 4]) -> Option<[f32; 4]> {
    let shared = [one[0].max(other[0]), one[1].max(other[1]), one[2].min(other[2]), one[3].min(other[3])];
    is_a_size(shared).then_some(shared)
}

#[expect(clippy::float_arithmetic, reason = "PDF measures pages in decimal numbers")]
fn is_a_size([left, bottom, right, top]: [f32; 4]) -> bool {
    let fits = |length: f32| (1.0..=LARGEST).contains(&length);
    fits(right - left) && fits(top - bottom)
}

/// Quarter turns of an angle in degrees, clockwise; an angle between is none.
fn quarter_turns(degrees: f32) -> i64 {
    let whole: i64 = format!("{degrees:.0}").parse().unwrap_or_default();
    if whole % 90 == 0 { (whole / 90).rem_euclid(4) } else { 0 }
}

/// What takes a page to its bottom left corner the way up it is read, and its size then.
#[expect(clippy::float_arithmetic, reason = "PDF measures pages in decimal numbers")]
fn turned(page: &Page<'_>) -> ([f32; 6], Length, Length) {
    let [left, bottom, right, top] = page.shown;
    let (width, height) = (Length::of_points(right - left), Length::of_points(top - bottom));
    match page.turns {
        1 => ([0.0, -1.0, 1.0, 0.0, -bottom, right], height, width),
        2 => ([-1.0, 0.0, 0.0, -1.0, right, top], width, height),
        3 => ([0.0, 1.0, -1.0, 0.0, top, -left], height, width),
        _ => ([1.0, 0.0, 0.0, 1.0, -left, -bottom], width, height),
    }
}

/// What draws a page, unfolded, its streams one after the other.
fn contents(file: &Document, page: &Dictionary) -> Result<Vec<u8>, Unplaced> {
    let Ok(contents) = page.get(b"Contents") else { return Ok(Vec::new()) };
    let (_, contents) = file.dereference(contents).map_err(|_| Unplaced::Broken)?;
    let streams: Vec<&Object> = match contents.as_array() {
        Ok(streams) => streams.iter().collect(),
        Err(_) if contents.is_null() => Vec::new(),
        Err(_) => vec![contents],
    };
    let mut whole = Vec::new();
    for stream in streams {
        let (_, stream) = file.dereference(stream).map_err(|_| Unplaced::Broken)?;
        let stream = stream.as_stream().map_err(|_| Unplaced::Broken)?;
        let room = MOST_UNFOLDED.saturating_sub(whole.len());
        whole.extend(stream.decompressed_content_with_limit(room).map_err(unfolding)?);
        whole.push(b'\n');
    }
    Ok(whole)
}

/// Why contents do not unfold.
pub(super) fn unfolding(cause: lopdf::Error) -> Unplaced {
    if let lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) = cause {
        return Unplaced::TooLarge;
    }
    Unplaced::Broken
}
