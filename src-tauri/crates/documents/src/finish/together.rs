//! Several papers as one file to print in one go: each keeps its sheets, its numbers, its foot and its fingerprint.
//!
//! Every paper was finished on its own. Their pages follow each other, their tag trees become the parts of one
//! document, and each has its bookmark; metadata and colours are said once.

use std::sync::Arc;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::{Identity, flag, metadata, outline, written};
use crate::{Paper, PaperError};

/// A paper of the file, once its objects have numbers of their own.
struct Part {
    title: String,
    pages: Vec<ObjectId>,
    /// Its tag tree, and the way back from its pages to the tags.
    tags: ObjectId,
    owners: Vec<Object>,
}

/// Puts papers behind one another, each with the name its bookmark has. Errors: there is none, or one is not a paper
/// that was finished here.
pub(crate) fn together(papers: &[(String, Paper)], identity: &Identity) -> Result<Paper, PaperError> {
    if papers.is_empty() {
        return Err(lopdf::Error::DictKey("Kids".to_owned()).into());
    }
    let mut file = Document::with_version("1.7");
    let mut parts = Vec::new();
    for (title, paper) in papers {
        parts.push(brought(&mut file, title, &paper.bytes)?);
    }
    let all: Vec<ObjectId> = parts.iter().flat_map(|part| part.pages.iter().copied()).collect();
    let root = file.new_object_id();
    for page in &all {
        file.get_object_mut(*page)?.as_dict_mut()?.set("Parent", root);
    }
    let kids: Vec<Object> = all.iter().map(|page| Object::Reference(*page)).collect();
    let count = i64::try_from(all.len()).unwrap_or(i64::MAX);
    file.set_object(root, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => count });
    let structure = structure(&mut file, &parts)?;
    let bookmarks: Vec<(String, ObjectId)> =
        parts.iter().filter_map(|part| Some((part.title.clone(), *part.pages.first()?))).collect();
    let outlines = outline::of_papers(&mut file, &bookmarks);
    let metadata = metadata::xmp(&mut file, identity, true);
    let intent = metadata::output_intent(&mut file);
    let catalog = file.add_object(dictionary! {
        "Type" => "Catalog",
        "Pages" => root,
        "StructTreeRoot" => structure,
        "Metadata" => metadata,
        "OutputIntents" => vec![intent],
        "MarkInfo" => flag("Marked"),
        "ViewerPreferences" => flag("DisplayDocTitle"),
        "Lang" => Object::string_literal("fr-FR"),
        "PageMode" => Object::Name(outline::page_mode(&all).into()),
        "Outlines" => outlines,
    });
    file.trailer.set("Root", catalog);
    file.prune_objects();
    file.renumber_objects();
    let bytes = written(&mut file)?;
    let mut unprintable: Vec<char> = papers.iter().flat_map(|(_, paper)| paper.unprintable.iter().copied()).collect();
    unprintable.sort_unstable();
    unprintable.dedup();
    Ok(Paper { bytes: Arc::new(bytes), unprintable, remarks: Vec::new(), is_archival: true, fingerprint: None })
}

/// Brings the objects of a paper under numbers that the file does not use yet.
fn brought(file: &mut Document, title: &str, bytes: &[u8]) -> Result<Part, PaperError> {
    let mut paper = Document::load_mem(bytes)?;
    paper.renumber_objects_with(file.max_id.saturating_add(1));
    let pages: Vec<ObjectId> = paper.page_iter().collect();
    let root = paper.catalog()?.get(b"StructTreeRoot")?.as_reference()?;
    let root = paper.get_object(root)?.as_dict()?;
    let tags = root.get(b"K")?.as_array()?.first().ok_or(lopdf::Error::DictKey("K".to_owned()))?.as_reference()?;
    let owners = paper.get_object(root.get(b"ParentTree")?.as_reference()?)?.as_dict()?;
    let owners: Vec<Object> = owners.get(b"Nums")?.as_array()?.iter().skip(1).step_by(2).cloned().collect();
    file.max_id = paper.max_id;
    file.objects.extend(paper.objects);
    Ok(Part { title: title.to_owned(), pages, tags, owners })
}

/// One tag tree over those of the papers; the pages are counted from the first paper to the last.
fn structure(file: &mut Document, parts: &[Part]) -> Result<ObjectId, PaperError> {
    let (root, document) = (file.new_object_id(), file.new_object_id());
    let mut nums = Vec::new();
    let mut next = 0_i64;
    for part in parts {
        let tags = file.get_object_mut(part.tags)?.as_dict_mut()?;
        tags.set("P", document);
        tags.set("S", Object::Name(b"Part".to_vec()));
        tags.set("T", lopdf::text_string(&part.title));
        for (page, owner) in part.pages.iter().zip(&part.owners) {
            file.get_object_mut(*page)?.as_dict_mut()?.set("StructParents", next);
            nums.extend([Object::Integer(next), owner.clone()]);
            next = next.saturating_add(1);
        }
    }
    let owners = file.add_object(dictionary! { "Nums" => nums });
    let kids: Vec<Object> = parts.iter().map(|part| Object::Reference(part.tags)).collect();
    let element: Dictionary = dictionary! { "Type" => "StructElem", "S" => "Document", "P" => root, "K" => kids };
    file.set_object(document, element);
    let tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => vec![Object::Reference(document)],
        "ParentTree" => owners,
        "ParentTreeNextKey" => next,
    };
    file.set_object(root, tree);
    Ok(root)
}
