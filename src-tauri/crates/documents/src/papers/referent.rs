//! Who is the one referent of the person, when it is not the office's adviser.

use domain::person::Title;

use super::Letterhead;

/// A professional of another office or service, or a relative, who is the one person to talk to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OtherReferent {
    /// Their name; never empty.
    pub name: String,
    /// Where they work: `Mission locale`.
    pub organisation: String,
    /// How to reach them; empty when it is not known.
    pub reach: String,
}

impl OtherReferent {
    /// `Claire Odin, Mission locale`.
    pub(super) fn named(&self) -> String {
        let parts = [self.name.as_str(), self.organisation.as_str()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

/// The letterhead whose referent is spoken of: nobody's gender is guessed.
pub(super) fn spoken_of(head: &Letterhead, other: Option<&OtherReferent>) -> Letterhead {
    let mut head = head.clone();
    if other.is_some() {
        head.office.advisor_title = Title::NotStated;
    }
    head
}
