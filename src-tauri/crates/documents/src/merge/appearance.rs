//! What is drawn on a page beside its contents: filled fields, stamps, signatures, remarks.
//!
//! Each has an appearance, a form that is taken to its rectangle by the rule of ISO 32000-1, 12.5.5. One without an
//! appearance is drawn by each reader as it likes; it is counted and told.

use lopdf::{Dictionary, Object, ObjectId};

use super::copied::Copied;
use super::foreign::Page;

const HIDDEN: i64 = 2;
const NO_VIEW: i64 = 32;

/// An appearance and where it goes.
pub(super) struct Appearance {
    pub(super) stream: ObjectId,
    /// Across, up, then how far right and how far up.
    placing: [f32; 4],
}

impl Appearance {
    /// The appearances of a page in the order they are drawn, and how many of its annotations have none.
    pub(super) fn all(copied: &Copied<'_>, page: &Page<'_>) -> (Vec<Self>, usize) {
        let listed = page.dict.get(b"Annots").ok().and_then(|listed| copied.follow(listed));
        let listed = listed.and_then(|listed| listed.as_array().ok());
        let (mut looks, mut without) = (Vec::new(), 0_usize);
        for annotation in listed.into_iter().flatten().filter_map(|one| copied.follow(one)?.as_dict().ok()) {
            if !is_seen(annotation) {
                continue;
            }
            match Self::of(copied, annotation) {
                Some(look) => looks.push(look),
                None if is_told(copied, annotation) => without = without.saturating_add(1),
                None => {}
            }
        }
        (looks, without)
    }

    /// What takes the form to its rectangle, as a content stream says it.
    pub(super) fn placing(&self) -> String {
        let [across, up, right, above] = self.placing;
        format!("{across} 0 0 {up} {right} {above}")
    }

    #[expect(clippy::float_arithmetic, reason = "PDF measures pages in decimal numbers")]
    fn of(copied: &Copied<'_>, annotation: &Dictionary) -> Option<Self> {
        let stream = normal(copied, annotation)?;
        let dict = &copied.file_stream(stream)?.dict;
        let rect = copied.rectangle(annotation.get(b"Rect").ok()?)?;
        let bounds = copied.rectangle(dict.get(b"BBox").ok()?)?;
        let [left, bottom, right, top] = transformed(bounds, matrix(copied, dict));
        let (width, height) = (right - left, top - bottom);
        let (across, up) = ((rect[2] - rect[0]) / width, (rect[3] - rect[1]) / height);
        let placing = [across, up, rect[0] - left * across, rect[1] - bottom * up];
        placing.iter().all(|part| part.is_finite()).then_some(Self { stream, placing })
    }
}

/// Whether an annotation is seen on the page.
fn is_seen(annotation: &Dictionary) -> bool {
    let flags = annotation.get(b"F").and_then(Object::as_i64).unwrap_or_default();
    flags & (HIDDEN | NO_VIEW) == 0 && subtype(annotation) != b"Popup"
}

/// Whether one without an appearance would have shown something: links show nothing, empty fields neither.
fn is_told(copied: &Copied<'_>, annotation: &Dictionary) -> bool {
    match subtype(annotation) {
        b"Link" => false,
        b"Widget" => {
            let value = annotation.get(b"V").ok().or_else(|| {
                let above = copied.follow(annotation.get(b"Parent").ok()?)?.as_dict().ok()?;
                above.get(b"V").ok()
            });
            let value = value.and_then(|value| copied.follow(value));
            value.is_some_and(|value| match value {
                Object::String(text, _) => !text.is_empty(),
                Object::Name(state) => state != b"Off",
                Object::Null
                | Object::Boolean(_)
                | Object::Integer(_)
                | Object::Real(_)
                | Object::Array(_)
                | Object::Dictionary(_)
                | Object::Stream(_)
                | Object::Reference(_) => false,
            })
        }
        _ => true,
    }
}

fn subtype(annotation: &Dictionary) -> &[u8] {
    annotation.get(b"Subtype").and_then(Object::as_name).unwrap_or_default()
}

/// The form of an annotation at rest: the only one, or that of its state.
fn normal(copied: &Copied<'_>, annotation: &Dictionary) -> Option<ObjectId> {
    let looks = copied.follow(annotation.get(b"AP").ok()?)?.as_dict().ok()?;
    let normal = looks.get(b"N").ok()?;
    let shown = copied.follow(normal)?;
    if shown.as_stream().is_ok() {
        return normal.as_reference().ok();
    }
    let state = annotation.get(b"AS").and_then(Object::as_name).ok()?;
    let look = shown.as_dict().ok()?.get(state).ok()?;
    copied.follow(look)?.as_stream().ok()?;
    look.as_reference().ok()
}

fn matrix(copied: &Copied<'_>, dict: &Dictionary) -> [f32; 6] {
    const NONE: [f32; 6] = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
    let parts = dict.get(b"Matrix").ok().and_then(|matrix| copied.follow(matrix)).and_then(|m| m.as_array().ok());
    let parts: Option<Vec<f32>> =
        parts.and_then(|parts| parts.iter().map(|part| copied.follow(part)?.as_float().ok()).collect());
    parts.and_then(|parts| parts.try_into().ok()).unwrap_or(NONE)
}

/// The upright rectangle around another one that was turned.
#[expect(clippy::float_arithmetic, reason = "PDF measures pages in decimal numbers")]
fn transformed([left, bottom, right, top]: [f32; 4], [a, b, c, d, e, f]: [f32; 6]) -> [f32; 4] {
    let corners = [(left, bottom), (left, top), (right, bottom), (right, top)];
    let corners = corners.map(|(x, y)| (a * x + c * y + e, b * x + d * y + f));
    let start = [f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];
    corners
        .iter()
        .fold(start, |[left, bottom, right, top], (x, y)| [left.min(*x), bottom.min(*y), right.max(*x), top.max(*y)])
}
