//! The tag tree written as PDF objects: structure elements, and the way back from
//! each piece of a page to its element.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::links::Written;
use crate::page::{Child, Length, Marker, Node, Role, Scope, TagId, Tags};

/// Writes the tags and gives back the root of the tree; `pieces` is the number of tagged pieces of each page.
pub(super) fn write(
    file: &mut Document,
    tags: &Tags,
    (pages, pieces): (&[ObjectId], &[usize]),
    links: &[Written],
) -> ObjectId {
    let root = file.new_object_id();
    let ids: BTreeMap<TagId, ObjectId> = tags.nodes().map(|(tag, _)| (tag, file.new_object_id())).collect();
    let id_of = |tag: TagId| ids.get(&tag).copied().unwrap_or(root);
    let mut owners: Vec<Vec<Object>> = pieces.iter().map(|count| vec![Object::Null; *count]).collect();
    for (tag, node) in tags.nodes() {
        let id = id_of(tag);
        for child in &node.children {
            if let Child::Piece { sheet, number } = child
                && let Some(owner) = owners.get_mut(*sheet).and_then(|sheet| sheet.get_mut(*number))
            {
                *owner = Object::Reference(id);
            }
        }
        let mut element = element(node, node.parent.map_or(root, id_of), &id_of, pages);
        hold_links(&mut element, links.iter().filter(|link| link.tag == tag));
        file.set_object(id, element);
    }
    let mut parents = Vec::new();
    for (place, owners) in (0_i64..).zip(owners) {
        parents.push(Object::Integer(place));
        parents.push(Object::Reference(file.add_object(owners)));
    }
    for (place, link) in (0_i64..).skip(pages.len()).zip(links) {
        parents.push(Object::Integer(place));
        parents.push(Object::Reference(id_of(link.tag)));
    }
    let parent_tree = file.add_object(dictionary! { "Nums" => parents });
    let next = i64::try_from(pages.len().saturating_add(links.len())).unwrap_or(i64::MAX);
    file.set_object(
        root,
        dictionary! {
            "Type" => "StructTreeRoot",
            "K" => vec![Object::Reference(id_of(Tags::DOCUMENT))],
            "ParentTree" => parent_tree,
            "ParentTreeNextKey" => next,
        },
    );
    root
}

/// Gives an element the links that stand in it, after its text.
fn hold_links<'l>(element: &mut Dictionary, links: impl Iterator<Item = &'l Written>) {
    for link in links {
        let held: Object = dictionary! { "Type" => "OBJR", "Obj" => link.annotation, "Pg" => link.page }.into();
        match element.get_mut(b"K") {
            Ok(Object::Array(children)) => children.push(held),
            _ => element.set("K", vec![held]),
        }
    }
}

fn element(node: &Node, parent: ObjectId, id_of: &dyn Fn(TagId) -> ObjectId, pages: &[ObjectId]) -> Dictionary {
    let mut children = Vec::new();
    let mut first_page = None;
    for child in &node.children {
        children.push(match child {
            Child::Tag(tag) => Object::Reference(id_of(*tag)),
            Child::Piece { sheet, number } => {
                let number = i64::try_from(*number).unwrap_or(i64::MAX);
                let page = pages.get(*sheet).copied().unwrap_or_default();
                if *first_page.get_or_insert(page) == page {
                    Object::Integer(number)
                } else {
                    dictionary! { "Type" => "MCR", "Pg" => page, "MCID" => number }.into()
                }
            }
        });
    }
    let mut element = dictionary! { "Type" => "StructElem", "S" => node.role.name(), "P" => parent };
    if !children.is_empty() {
        element.set("K", children);
    }
    if let Some(page) = first_page {
        element.set("Pg", page);
    }
    if let Role::Head(scope, span) = node.role {
        element.set("A", heading_attributes(scope, span));
    }
    if let Role::List(marker) = node.role {
        element.set("A", list_attributes(marker));
    }
    if let Some(figure) = &node.figure {
        element.set("Alt", lopdf::text_string(&figure.words));
        element.set("A", figure_attributes(figure.bounds));
    }
    element
}

fn list_attributes(marker: Marker) -> Dictionary {
    let numbering = match marker {
        Marker::Bullet => "Disc",
        Marker::Number => "Decimal",
        Marker::Box => "Square",
    };
    dictionary! { "O" => "List", "ListNumbering" => numbering }
}

fn figure_attributes(bounds: Option<[Length; 4]>) -> Dictionary {
    let mut attributes = dictionary! { "O" => "Layout", "Placement" => "Block" };
    if let Some(bounds) = bounds {
        let bounds = bounds.map(|edge| Object::Real(edge.pt().0));
        attributes.set("BBox", bounds.to_vec());
    }
    attributes
}

fn heading_attributes(scope: Scope, span: usize) -> Dictionary {
    let scope = match scope {
        Scope::Column => "Column",
        Scope::Row => "Row",
    };
    let mut attributes = dictionary! { "O" => "Table", "Scope" => scope };
    if span > 1 {
        attributes.set("ColSpan", i64::try_from(span).unwrap_or(i64::MAX));
    }
    attributes
}
