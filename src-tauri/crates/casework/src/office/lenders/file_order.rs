//! The order a lender wants its file in, and the size of what its mailbox takes.

use domain::settings::{BankFilePart, ListKey, ListRefused, Lists};
use domain::supporting_document::{DocumentStage, SupportingDocument};
use domain::words::{self, Labelled};

use app::failure::Failure;
use app::reading;

/// Reads the order of the parts; the usual one is not stated.
pub(super) fn read_parts(typed: &[String]) -> Result<Vec<ListKey>, Failure> {
    let known = |key: &String| BankFilePart::ALL.into_iter().any(|part| part.key() == key);
    if !typed.iter().all(known) {
        return Err(Failure::from(ListRefused).at("file_parts"));
    }
    let order = BankFilePart::ordered(&keys(typed));
    if order == BankFilePart::ALL { Ok(Vec::new()) } else { Ok(keys(order.map(BankFilePart::key))) }
}

/// Whether a document is one of the pieces of the file.
pub(super) fn stands_in_file(document: &SupportingDocument) -> bool {
    document.stage == DocumentStage::Assessment
}

/// Reads the documents that come first, in their order, each once.
pub(super) fn read_first_documents(typed: &[String], lists: &Lists) -> Result<Vec<ListKey>, Failure> {
    let known = |key: &String| lists.documents.iter().any(|one| one.key.as_str() == key && stands_in_file(one));
    if !typed.iter().all(known) {
        return Err(Failure::from(ListRefused).at("documents_first"));
    }
    let mut first: Vec<ListKey> = Vec::new();
    for key in keys(typed) {
        if !first.contains(&key) {
            first.push(key);
        }
    }
    Ok(first)
}

/// Reads the largest attachment, in megabytes.
pub(super) fn read_attachment(typed: &str) -> Result<Option<u32>, Failure> {
    let field = "attachment_megabytes";
    match reading::whole(typed, field)? {
        Some(0) => {
            Err(Failure::refused("Une pièce jointe pèse au moins 1 Mo. Laissez vide s’il n’y a pas de limite.")
                .at(field))
        }
        megabytes => Ok(megabytes),
    }
}

/// The order of the parts as a form holds it: every part, or nothing for the usual order.
pub(super) fn part_fields(stored: &[ListKey]) -> Vec<String> {
    match stored {
        [] => Vec::new(),
        stored => BankFilePart::ordered(stored).map(|part| part.key().to_owned()).to_vec(),
    }
}

/// The order of the parts in words, when it is not the usual one: `budget · identité et situation · …`.
pub(super) fn parts_said(stored: &[ListKey]) -> String {
    match BankFilePart::ordered(stored) {
        BankFilePart::ALL => String::new(),
        order => order.map(|part| words::lowered(part.label())).join(" · "),
    }
}

/// The documents that come first, in words.
pub(super) fn documents_said(first: &[ListKey], lists: &Lists) -> String {
    let label =
        |key: &ListKey| lists.documents.iter().find(|one| one.key == *key).map(|one| words::lowered(&one.label));
    first.iter().filter_map(label).collect::<Vec<_>>().join(" · ")
}

fn keys<K: AsRef<str>>(keys: impl IntoIterator<Item = K>) -> Vec<ListKey> {
    keys.into_iter().map(|key| ListKey::new(key.as_ref())).collect()
}
