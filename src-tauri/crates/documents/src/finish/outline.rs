//! The headings of a paper as bookmarks, so that a long file is walked through by its parts.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use crate::page::{Format, Length, Role, Tags};

/// A file of more pages opens with its bookmarks beside it.
const SHORT: usize = 4;

/// A heading, the page it is on, and the headings under it.
struct Bookmark {
    title: String,
    /// Its page, and its top from the bottom of that page.
    place: (ObjectId, Length),
    under: Vec<Bookmark>,
}

/// How a reader opens the file.
pub(super) fn page_mode(pages: &[ObjectId]) -> &'static str {
    if pages.len() > SHORT { "UseOutlines" } else { "UseNone" }
}

/// Writes the bookmarks and gives back their root; a paper without headings has none.
pub(super) fn write(file: &mut Document, tags: &Tags, pages: &[ObjectId]) -> Option<ObjectId> {
    let bookmarks = gathered(tags, pages);
    if bookmarks.is_empty() {
        return None;
    }
    let root = file.new_object_id();
    let mut outlines = dictionary! { "Type" => "Outlines" };
    hang(file, &mut outlines, root, &bookmarks);
    file.set_object(root, outlines);
    Some(root)
}

/// Writes one bookmark a paper, on its first page, and gives back their root.
pub(super) fn of_papers(file: &mut Document, papers: &[(String, ObjectId)]) -> ObjectId {
    let bookmark = |(title, page): &(String, ObjectId)| Bookmark {
        title: title.clone(),
        place: (*page, Format::UPRIGHT.height),
        under: Vec::new(),
    };
    let bookmarks: Vec<Bookmark> = papers.iter().map(bookmark).collect();
    let root = file.new_object_id();
    let mut outlines = dictionary! { "Type" => "Outlines" };
    hang(file, &mut outlines, root, &bookmarks);
    file.set_object(root, outlines);
    root
}

/// The headings of the second level, with those of the third under them.
fn gathered(tags: &Tags, pages: &[ObjectId]) -> Vec<Bookmark> {
    let mut bookmarks: Vec<Bookmark> = Vec::new();
    for (_, node) in tags.nodes() {
        let Some(landmark) = &node.landmark else { continue };
        let place = landmark.place.and_then(|(sheet, top)| Some((*pages.get(sheet)?, top)));
        let Some(place) = place else { continue };
        let bookmark = Bookmark { title: landmark.words.clone(), place, under: Vec::new() };
        if node.role == Role::Heading {
            bookmarks.push(bookmark);
        } else if node.role == Role::Subheading
            && let Some(above) = bookmarks.last_mut()
        {
            above.under.push(bookmark);
        }
    }
    bookmarks
}

/// Writes bookmarks under their parent and tells the parent where they begin and end; those under them are closed.
fn hang(file: &mut Document, parent: &mut Dictionary, parent_id: ObjectId, bookmarks: &[Bookmark]) {
    let ids: Vec<ObjectId> = bookmarks.iter().map(|_| file.new_object_id()).collect();
    for (place, (bookmark, id)) in bookmarks.iter().zip(&ids).enumerate() {
        let (page, top) = bookmark.place;
        let top = Object::Real(top.pt().0);
        let mut item = dictionary! {
            "Title" => lopdf::text_string(&bookmark.title),
            "Parent" => parent_id,
            "Dest" => vec![page.into(), "XYZ".into(), Object::Null, top, Object::Null],
        };
        if let Some(before) = place.checked_sub(1).and_then(|before| ids.get(before)) {
            item.set("Prev", *before);
        }
        if let Some(after) = ids.get(place.saturating_add(1)) {
            item.set("Next", *after);
        }
        if !bookmark.under.is_empty() {
            hang(file, &mut item, *id, &bookmark.under);
            let hidden = i64::try_from(bookmark.under.len()).unwrap_or(i64::MAX);
            item.set("Count", hidden.saturating_neg());
        }
        file.set_object(*id, item);
    }
    if let (Some(first), Some(last)) = (ids.first(), ids.last()) {
        parent.set("First", *first);
        parent.set("Last", *last);
        parent.set("Count", i64::try_from(ids.len()).unwrap_or(i64::MAX));
    }
}
