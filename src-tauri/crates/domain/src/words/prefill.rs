//! The mark of what was copied from an earlier dossier of the same person, or given on the phone, and nobody confirmed
//! yet.
//!
//! It stands at the end of the free text of a line, so that every screen and paper that shows the line shows it: « loyer
//! hors charges ; repris du dossier VB-2024-0003, à confirmer ». Saving the line confirms it.

use crate::line::Line;

const FROM: &str = "repris du dossier ";
const BY_PHONE: &str = "dit au premier appel, à confirmer";
const TO_CONFIRM: &str = ", à confirmer";

/// The mark of an amount that the person gave on the phone.
#[must_use]
pub fn given_by_phone() -> Line {
    Line::read(BY_PHONE).unwrap_or_default()
}

/// Whether a text has the mark of the phone.
#[must_use]
pub fn is_given_by_phone(text: &Line) -> bool {
    text.as_str() == BY_PHONE
}

/// A text with the mark of the dossier it was copied from; the mark alone when both are too long for a line.
#[must_use]
pub fn prefilled(text: &Line, reference: &str) -> Line {
    let mark = format!("{FROM}{reference}{TO_CONFIRM}");
    let joined = if text.is_empty() { mark.clone() } else { format!("{} ; {mark}", confirmed(text)) };
    Line::read(&joined).or_else(|_| Line::read(&mark)).unwrap_or_default()
}

/// Whether a text still has the mark.
#[must_use]
pub fn is_to_confirm(text: &Line) -> bool {
    is_given_by_phone(text) || (text.as_str().ends_with(TO_CONFIRM) && text.as_str().contains(FROM))
}

/// The text without the mark.
#[must_use]
pub fn confirmed(text: &Line) -> Line {
    if !is_to_confirm(text) {
        return text.clone();
    }
    let before = text.as_str().rsplit_once(FROM).map_or("", |(before, _)| before);
    Line::read(before.trim_end().trim_end_matches(';')).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefilled_text_is_marked_once_and_its_mark_is_taken_off() {
        let rent = Line::read("loyer hors charges").unwrap();
        let marked = prefilled(&rent, "VB-2024-0003");
        assert_eq!(marked.as_str(), "loyer hors charges ; repris du dossier VB-2024-0003, à confirmer");
        assert!(is_to_confirm(&marked) && !is_to_confirm(&rent));
        assert_eq!(confirmed(&marked), rent);
        assert_eq!(prefilled(&marked, "VB-2026-0001").as_str().matches("repris du dossier").count(), 1);
        assert_eq!(confirmed(&prefilled(&Line::default(), "VB-2024-0003")), Line::default());
        assert!(is_to_confirm(&given_by_phone()) && !is_given_by_phone(&marked));
        assert_eq!(confirmed(&given_by_phone()), Line::default());
        let long = Line::read(&"x".repeat(Line::LIMIT)).unwrap();
        assert_eq!(prefilled(&long, "VB-2024-0003").as_str(), "repris du dossier VB-2024-0003, à confirmer");
    }
}
