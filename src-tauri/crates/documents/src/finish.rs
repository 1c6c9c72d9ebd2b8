//! The finishing pass: what makes a composed file accessible and archivable.
//!
//! A paper must still be read in thirty years and be read aloud today: PDF/A-3a
//! (ISO 19005-3) and PDF/UA-1 (ISO 14289-1). The pass adds the tag tree, the
//! metadata, the colour profile and the language, and takes out what changes from
//! one run to the next: the same facts give the same bytes.

mod binding;
mod metadata;
mod outline;
mod structure;
mod together;

pub(crate) use together::together;

use chrono::NaiveDate;
use lopdf::{Dictionary, Document, Object, StringFormat};

use crate::digest::Digest;
use crate::page::{Sheets, Typesetter};
use crate::{Paper, PaperError};

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
    let (mut file, pieces) = binding::bind(sheets, &setter.fonts)?;
    file.version = "1.7".to_owned();
    let pages: Vec<_> = file.page_iter().collect();
    let structure = structure::write(&mut file, &setter.tags, &pages, &pieces);
    let outline = outline::write(&mut file, &setter.tags, &pages);
    let metadata = metadata::xmp(&mut file, identity);
    let intent = metadata::output_intent(&mut file);
    let catalog = file.catalog_mut()?;
    catalog.set("StructTreeRoot", structure);
    catalog.set("Metadata", metadata);
    catalog.set("OutputIntents", vec![intent]);
    catalog.set("MarkInfo", flag("Marked"));
    catalog.set("ViewerPreferences", flag("DisplayDocTitle"));
    catalog.set("Lang", Object::string_literal("fr-FR"));
    catalog.set("PageMode", Object::Name(outline::page_mode(&pages).into()));
    if let Some(outline) = outline {
        catalog.set("Outlines", outline);
    }
    catalog.remove(b"PageLayout");
    for (place, page) in (0_i64..).zip(&pages) {
        let page = file.get_object_mut(*page)?.as_dict_mut()?;
        page.set("StructParents", place);
        page.set("Tabs", Object::Name(b"S".to_vec()));
        page.remove(b"Annots");
    }
    file.trailer.remove(b"Info");
    file.prune_objects();
    sign(&mut file);
    file.compress();
    let mut bytes = Vec::new();
    file.save_modern(&mut bytes)?;
    Ok(Paper { bytes, unprintable: setter.fonts.unprintable(), fingerprint })
}

/// Gives the file an identifier that follows from what it holds.
fn sign(file: &mut Document) {
    let streams = file.objects.values().filter_map(|object| object.as_stream().ok());
    let digest = streams.fold(Digest::default(), |digest, stream| digest.fed(&stream.content));
    let identifier = Object::String(digest.value().to_be_bytes().to_vec(), StringFormat::Hexadecimal);
    file.trailer.set("ID", vec![identifier.clone(), identifier]);
}

fn flag(name: &str) -> Dictionary {
    Dictionary::from_iter([(name, Object::Boolean(true))])
}
