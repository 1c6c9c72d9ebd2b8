//! Links from a line of a table of contents to the sheet it names.
//!
//! A link is told by its text, and is part of the tag it stands in (ISO 14289-1, 7.18.5).

use lopdf::{Document, Object, ObjectId, dictionary};

use crate::PaperError;
use crate::page::{Format, Link, TagId};

/// A link as it was written: its tag, its annotation, the page it is on.
pub(super) struct Written {
    pub(super) tag: TagId,
    pub(super) annotation: ObjectId,
    pub(super) page: ObjectId,
}

/// Printed with the page.
const PRINTED: i64 = 4;

/// Writes the links on their pages; their entries of the parent tree come after those of the pages.
pub(super) fn write(file: &mut Document, links: &[Link], pages: &[ObjectId]) -> Result<Vec<Written>, PaperError> {
    let mut written: Vec<Written> = Vec::new();
    for link in links {
        let (Some(page), Some(target)) = (pages.get(link.sheet), pages.get(link.to)) else { continue };
        let entry = pages.len().saturating_add(written.len());
        let top = Object::Real(Format::UPRIGHT.height.pt().0);
        let annotation = file.add_object(dictionary! {
            "Type" => "Annot",
            "Subtype" => "Link",
            "Rect" => link.bounds.map(|edge| Object::Real(edge.pt().0)).to_vec(),
            "Border" => vec![0.into(), 0.into(), 0.into()],
            "F" => PRINTED,
            "Contents" => lopdf::text_string(&link.words),
            "Dest" => vec![(*target).into(), "XYZ".into(), Object::Null, top, Object::Null],
            "StructParent" => i64::try_from(entry).unwrap_or(i64::MAX),
        });
        let listed = file.get_object_mut(*page)?.as_dict_mut()?;
        if !listed.has(b"Annots") {
            listed.set("Annots", Vec::<Object>::new());
        }
        listed.get_mut(b"Annots")?.as_array_mut()?.push(annotation.into());
        written.push(Written { tag: link.tag, annotation, page: *page });
    }
    Ok(written)
}
