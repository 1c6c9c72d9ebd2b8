//! The lenders a register names.

use std::collections::BTreeMap;

use super::{RegisterLineRead, RegisterWords};
use crate::settings::ListKey;
use crate::words::folded;

/// Adds to the lenders of the office those the lines name and it does not have, each with a key of its own; gives them.
pub fn new_lenders(
    lines: &[RegisterLineRead],
    lenders: &mut BTreeMap<ListKey, String>,
    words: &RegisterWords,
) -> Vec<(ListKey, String)> {
    let mut new: Vec<(ListKey, String)> = Vec::new();
    for name in lines.iter().map(|read| read.said.lender.as_str()) {
        if name.is_empty() || words.says_no(name) || lender_named(lenders, name).is_some() {
            continue;
        }
        let mut keys = (1_u32..).map(|number| ListKey::new(format!("lender_{number}")));
        if let Some(key) = keys.find(|key| !lenders.contains_key(key)) {
            lenders.insert(key.clone(), name.to_owned());
            new.push((key, name.to_owned()));
        }
    }
    new
}

/// The lender of a name: the same, else the only one of which it is a part.
pub(super) fn lender_named(lenders: &BTreeMap<ListKey, String>, name: &str) -> Option<ListKey> {
    let plain = folded(name.trim());
    if let Some((key, _)) = lenders.iter().find(|(_, known)| folded(known) == plain) {
        return Some(key.clone());
    }
    let mut part = lenders.iter().filter(|(_, known)| plain.chars().count() > 3 && folded(known).contains(&plain));
    let first = part.next();
    if part.next().is_some() { None } else { first.map(|(key, _)| key.clone()) }
}
