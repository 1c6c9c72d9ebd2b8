//! The finishing pass: what makes a composed file accessible and archivable.
//!
//! A paper must still be read in thirty years and be read aloud today: PDF/A-3a
//! (ISO 19005-3) and PDF/UA-1 (ISO 14289-1). The pass adds the tag tree, the
//! metadata, the colour profile and the language, and takes out what changes from
//! one run to the next: the same facts give the same bytes. A file with pages others
//! made is finished the same way, but claims neither standard.

mod binding;
mod links;
mod metadata;
mod outline;
mod structure;
mod table;
mod together;

pub(crate) use together::together;

use binding::{Bound, Drawn};
use chrono::NaiveDate;
use lopdf::{Dictionary, Document, Object, ObjectId, SaveOptions, StringFormat};

use crate::digest::Digest;
use crate::merge::Merged;
use crate::page::{Sheets, Typesetter, form_name, picture_name};
use crate::picture::Picture;
use crate::{Paper, PaperError};

/// How many objects are compressed together: the tags of a paper are alike.
const TOGETHER: usize = 1_000;

/// What a file says of itself.
pub(crate) struct Identity {
    /// Shown by readers as the name of the document.
    pub(crate) title: String,
    /// The office.
    pub(crate) author: String,
    /// The day the facts were established.
    pub(crate) date: NaiveDate,
}

/// Makes the file of a paper from its sheets.
pub(crate) fn finish(sheets: Sheets, setter: &Typesetter, identity: &Identity) -> Result<Paper, PaperError> {
    let fingerprint = sheets.fingerprint();
    let mut file = finished(sheets, setter, identity, None)?;
    Ok(Paper::of(written(&mut file)?, setter, fingerprint))
}

/// Signs a file and writes it as small as it goes.
fn written(file: &mut Document) -> Result<Vec<u8>, PaperError> {
    sign(file, Digest::default());
    file.compress();
    let mut bytes = Vec::new();
    let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true);
    let options = options.max_objects_per_stream(TOGETHER).compression_level(6).build();
    file.save_with_options(&mut bytes, options)?;
    Ok(table::with_small_table(&bytes).unwrap_or(bytes))
}

/// Makes the file of a paper from its sheets and from what others made on them.
pub(crate) fn finish_merged(
    sheets: Sheets,
    setter: &Typesetter,
    identity: &Identity,
    merged: Merged,
) -> Result<Paper, PaperError> {
    let fingerprint = sheets.fingerprint();
    let mut file = finished(sheets, setter, identity, Some(merged.next()))?;
    sign(&mut file, merged.print());
    file.compress();
    Ok(Paper { is_archival: false, ..Paper::of(merged.close(file)?, setter, fingerprint) })
}

/// The finished file before it is written; with foreign pages, its numbers begin at `from`.
fn finished(
    sheets: Sheets,
    setter: &Typesetter,
    identity: &Identity,
    from: Option<u32>,
) -> Result<Document, PaperError> {
    let links = sheets.links();
    let Bound { mut file, pieces, drawn } = binding::bind(sheets, &setter.fonts)?;
    file.version = "1.7".to_owned();
    if let Some(from) = from {
        file.prune_objects();
        file.renumber_objects_with(from);
    }
    let pages: Vec<_> = file.page_iter().collect();
    for page in &pages {
        let page = file.get_object_mut(*page)?.as_dict_mut()?;
        page.set("Tabs", Object::Name(b"S".to_vec()));
        page.remove(b"Annots");
    }
    let annotations = links::write(&mut file, &links, &pages)?;
    let structure = structure::write(&mut file, &setter.tags, (&pages, &pieces), &annotations);
    let outline = outline::write(&mut file, &setter.tags, &pages);
    let metadata = metadata::xmp(&mut file, identity, from.is_none());
    let intent = from.is_none().then(|| metadata::output_intent(&mut file));
    let catalog = file.catalog_mut()?;
    catalog.set("StructTreeRoot", structure);
    catalog.set("Metadata", metadata);
    if let Some(intent) = intent {
        catalog.set("OutputIntents", vec![intent]);
    }
    catalog.set("MarkInfo", flag("Marked"));
    catalog.set("ViewerPreferences", flag("DisplayDocTitle"));
    catalog.set("Lang", Object::string_literal("fr-FR"));
    catalog.set("PageMode", Object::Name(outline::page_mode(&pages).into()));
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
    }
    catalog.remove(b"PageLayout");
    let pictures = setter.pictures.iter().filter_map(Picture::stream);
    let pictures: Vec<_> = pictures.map(|picture| file.add_object(picture)).collect();
    for ((place, page), drawn) in (0_i64..).zip(&pages).zip(&drawn) {
        file.get_object_mut(*page)?.as_dict_mut()?.set("StructParents", place);
        name_drawn(&mut file, *page, (drawn, &pictures))?;
    }
    file.trailer.remove(b"Info");
    file.prune_objects();
    Ok(file)
}

/// Names what a page draws in its resources: forms, pictures.
fn name_drawn(file: &mut Document, page: ObjectId, (drawn, pictures): (&Drawn, &[ObjectId])) -> Result<(), PaperError> {
    let pictures = drawn.pictures.iter().filter_map(|number| Some((*number, *pictures.get(*number)?)));
    let pictures = pictures.map(|(number, picture)| (picture_name(number), Object::Reference(picture)));
    let forms = drawn.forms.iter().map(|form| (form_name(*form), Object::Reference((*form, 0))));
    let named: Dictionary = forms.chain(pictures).collect();
    if named.is_empty() {
        return Ok(());
    }
    // Sheets may share their resources, and each draws forms of its own.
    let mut resources = file.get_or_create_resources(page)?.as_dict()?.clone();
    resources.set("XObject", named);
    file.get_object_mut(page)?.as_dict_mut()?.set("Resources", resources);
    Ok(())
}

/// Gives the file an identifier that follows from what it holds.
fn sign(file: &mut Document, start: Digest) {
    let streams = file.objects.values().filter_map(|object| object.as_stream().ok());
    let digest = streams.fold(start, |digest, stream| digest.fed(&stream.content));
    let identifier = Object::String(digest.value().to_be_bytes().to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![identifier.clone(), identifier]);
}

fn flag(name: &str) -> Dictionary {
    Dictionary::from_iter([(name, Object::Boolean(true))])
}
