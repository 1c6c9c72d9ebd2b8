//! A PDF of several papers cut into one file each: its pages as they are, nothing else of it.

use std::panic::{AssertUnwindSafe, catch_unwind};

use lopdf::{Document, Object, dictionary};

use super::{Unplaced, foreign};

/// The parts of a file, each beginning at one of these pages, counted from 0; the first page always begins one. What acts
/// or is attached in the file goes into none. Errors: it cannot be opened.
pub fn cut(bytes: &[u8], starts: &[usize]) -> Result<Vec<Vec<u8>>, Unplaced> {
    // A reader of foreign files that gives up on one must not take the program with it.
    catch_unwind(AssertUnwindSafe(|| parts(bytes, starts))).unwrap_or(Err(Unplaced::Broken))
}

fn parts(bytes: &[u8], starts: &[usize]) -> Result<Vec<Vec<u8>>, Unplaced> {
    let file = foreign::open(bytes)?;
    let count = file.get_pages().len();
    let mut starts: Vec<usize> = starts.iter().copied().filter(|start| *start > 0 && *start < count).collect();
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().copied().chain([count]);
    [0].into_iter().chain(starts.iter().copied()).zip(ends).map(|(from, to)| part(&file, from, to)).collect()
}

/// How far within a page its annotations are looked for.
const DEEPEST: usize = 4;

/// Takes from a page and its annotations what acts, and the field one is a part of, whose other parts stand on other pages.
fn disarm(object: &mut Object, deepest: usize) {
    let Some(deeper) = deepest.checked_sub(1) else { return };
    if let Ok(several) = object.as_array_mut() {
        several.iter_mut().for_each(|one| disarm(one, deeper));
        return;
    }
    let Ok(dict) = object.as_dict_mut() else { return };
    let is_page = dict.has_type(b"Page");
    if is_page || dict.has(b"Rect") {
        dict.remove(b"AA");
        dict.remove(b"A");
        // The pages above a page hold what it inherits.
        if !is_page {
            dict.remove(b"Parent");
        }
    }
    dict.iter_mut().for_each(|(_, value)| disarm(value, deeper));
}

/// The pages of a file from one to another, that one left out.
fn part(file: &Document, from: usize, to: usize) -> Result<Vec<u8>, Unplaced> {
    let mut part = file.clone();
    let pages = (0_usize..).zip(file.get_pages().into_keys());
    let others: Vec<u32> = pages.filter(|(at, _)| *at < from || *at >= to).map(|(_, number)| number).collect();
    part.delete_pages(&others);
    part.objects.values_mut().for_each(|object| disarm(object, DEEPEST));
    let broken = |_| Unplaced::Broken;
    let catalog = part.catalog().map_err(broken)?;
    let mut bare = dictionary! { "Type" => "Catalog", "Pages" => catalog.get(b"Pages").map_err(broken)?.clone() };
    // Without its layers, what the file hides would be shown.
    if let Ok(layers) = catalog.get(b"OCProperties") {
        bare.set("OCProperties", layers.clone());
    }
    let catalog = part.add_object(Object::Dictionary(bare));
    part.trailer = dictionary! { "Root" => catalog };
    part.prune_objects();
    let mut written = Vec::new();
    part.save_to(&mut written).map_err(|_| Unplaced::Broken)?;
    Ok(written)
}
