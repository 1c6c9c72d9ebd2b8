//! The place proposed for a file that came: from the words of its name, then from what lacks, then from the last place.
//!
//! Only proposed: nothing is placed before the adviser says so. Worked examples: « Attestation-CAF novembre.pdf » goes to
//! the certificate of the family benefits, whose word is « caf »; « IMG_0412.jpg » says nothing, and goes to the one paper
//! that lacks, else where the file before it went while that one is not whole, else nowhere.

use super::{Checklist, ChecklistLine};
use crate::attachment::Filing;
use crate::words::folded;

/// The line a file would be placed on, and what says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceProposed<'l, 'a> {
    /// The line.
    pub line: &'l ChecklistLine<'a>,
    /// What says so.
    pub reason: PlaceReason,
}

/// What a place is proposed from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlaceReason {
    /// The words of the name of the file.
    Name,
    /// It is the only paper that lacks.
    OnlyLacking,
    /// The file before it was placed there, and more are wanted.
    LastPlace,
}

/// A word that begins a longer one of a name has this many letters at least: « eau » is not in « eaubonne ».
const SHORTEST_START: usize = 5;

impl<'a> Checklist<'a> {
    /// Where a file of that name would go; `last` is where the last one went. Of several papers the name may mean, the
    /// one it says the most letters of, then one that lacks, then the last place.
    #[must_use]
    pub fn place_for(&self, name: &str, last: Option<&Filing>) -> Option<PlaceProposed<'_, 'a>> {
        let name = words_of(name);
        let is_last = |line: &ChecklistLine<'_>| {
            last.is_some_and(|last| last.document == line.document.key && last.part == line.part)
        };
        let named = self.lines.iter().rev().filter_map(|line| {
            let letters = letters_in(&name, line)?;
            let whose = words_of(line.part.as_str()).iter().filter(|word| name.contains(word)).count();
            Some((letters, whose, line.lacks(), is_last(line), line))
        });
        let named = named.max_by_key(|(letters, whose, lacks, last, _)| (*letters, *whose, *lacks, *last));
        if let Some((_, _, _, _, line)) = named {
            return Some(PlaceProposed { line, reason: PlaceReason::Name });
        }
        let mut lacking = self.lines.iter().filter(|line| line.lacks());
        if let (Some(line), None) = (lacking.next(), lacking.next()) {
            return Some(PlaceProposed { line, reason: PlaceReason::OnlyLacking });
        }
        let line = self.lines.iter().find(|line| is_last(line) && line.lacks())?;
        Some(PlaceProposed { line, reason: PlaceReason::LastPlace })
    }
}

/// How many letters of the name are words of a paper; nothing when none is. A paper without words has those of its label.
fn letters_in(name: &[String], line: &ChecklistLine<'_>) -> Option<usize> {
    let own = line.document.words.iter().map(|word| words_of(word));
    let of_label = || words_of(&line.document.label).into_iter().filter(|word| word.len() >= SHORTEST_START);
    let all: Vec<Vec<String>> = match line.document.words.is_empty() {
        true => of_label().map(|word| vec![word]).collect(),
        false => own.collect(),
    };
    let length = |word: &Vec<String>| -> usize { word.iter().map(String::len).sum() };
    let said: usize = all.iter().filter(|word| is_in(name, word)).map(length).sum();
    (said > 0).then_some(said)
}

/// Whether these words follow each other in the name; a long one may only begin the word of the name.
fn is_in(name: &[String], wanted: &[String]) -> bool {
    let is_word = |(said, word): (&String, &String)| {
        said == word || word.len() >= SHORTEST_START && said.starts_with(word.as_str())
    };
    !wanted.is_empty() && name.windows(wanted.len()).any(|said| said.iter().zip(wanted).all(is_word))
}

/// The words of a text, without accents nor signs; figures and letters are apart: « cni2026 » says « cni ».
pub(super) fn words_of(text: &str) -> Vec<String> {
    let plain = folded(text);
    let letters = plain.split(|sign: char| !sign.is_alphabetic());
    letters.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dossier::DocumentState;
    use crate::line::Line;
    use crate::settings::ListKey;
    use crate::supporting_document::{
        Condition, DocumentLevel, DocumentPer, DocumentStage, SupportingDocument, ValidityBasis,
    };

    fn document(key: &str, label: &str, words: &[&str]) -> SupportingDocument {
        SupportingDocument {
            key: ListKey::new(key),
            label: label.to_owned(),
            detail: None,
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            required_when: Condition::All { all: Vec::new() },
            section: ListKey::new("income"),
            stage: DocumentStage::Assessment,
            level: DocumentLevel::Required,
            per: DocumentPer::Borrower,
            count: 1,
            usual: false,
            needed_to_sign: false,
            bring_section: ListKey::new("income"),
            validity_basis: ValidityBasis::None,
            validity_months: None,
            validity_days: None,
            where_to_get: None,
            help: None,
            retired: false,
        }
    }

    fn line<'a>(document: &'a SupportingDocument, part: &str, state: Option<DocumentState>) -> ChecklistLine<'a> {
        let part = Line::read(part).unwrap();
        let (wanted, noted, files) = (Some(true), None, Vec::new());
        ChecklistLine { number: 0, document, part, wanted, state, partial: None, noted, files, valid_until: None }
    }

    #[track_caller]
    fn goes(list: &Checklist<'_>, name: &str, last: Option<&Filing>, to: Option<(&str, &str, PlaceReason)>) {
        let place = list.place_for(name, last);
        let found = place.map(|place| (place.line.document.key.as_str(), place.line.part.to_string(), place.reason));
        let expected = to.map(|(document, part, reason)| (document, part.to_owned(), reason));
        assert_eq!(found, expected, "{name}");
    }

    #[test]
    fn a_file_goes_where_its_name_says_whatever_its_accents_and_signs() {
        use PlaceReason::Name;
        let card = document("card", "Pièce d’identité", &["identite", "cni"]);
        let slips = document("slips", "Bulletins de salaire", &["bulletin", "salaire"]);
        let tax = document("tax", "Dernier avis d’imposition", &["avis d impot", "impot"]);
        let water = document("water", "Facture d’eau", &["eau"]);
        let book = document("book", "Livret de famille", &[]);
        let list = Checklist {
            lines: vec![
                line(&card, "", None),
                line(&card, "Amadou Ndiaye", None),
                line(&slips, "", None),
                line(&tax, "", None),
                line(&water, "", None),
                line(&book, "", None),
            ],
        };
        goes(&list, "CNI_recto2026.PDF", None, Some(("card", "", Name)));
        goes(&list, "identité amadou.jpg", None, Some(("card", "Amadou Ndiaye", Name)));
        goes(&list, "photo-bulletins-oct.jpg", None, Some(("slips", "", Name)));
        goes(&list, "Avis d’impôt 2026.pdf", None, Some(("tax", "", Name)));
        goes(&list, "avis-impots-motdepasse.pdf", None, Some(("tax", "", Name)));
        goes(&list, "avis d’impôt et facture d’eau.pdf", None, Some(("tax", "", Name)));
        goes(&list, "livret.pdf", None, Some(("book", "", Name)));
        goes(&list, "scan eaubonne.pdf", None, None);
        goes(&list, "IMG_0412.jpg", None, None);
    }

    #[test]
    fn a_name_that_says_nothing_goes_to_what_lacks_then_to_the_last_place() {
        use PlaceReason::{LastPlace, Name, OnlyLacking};
        let (slips, tax) = (document("slips", "Bulletins", &["paie"]), document("tax", "Impôt", &["impot"]));
        let good = Some(DocumentState::Received);
        let one = Checklist { lines: vec![line(&slips, "", good), line(&tax, "", None)] };
        goes(&one, "scan 1.pdf", None, Some(("tax", "", OnlyLacking)));
        goes(&one, "paie.pdf", None, Some(("slips", "", Name)));
        let both = Checklist { lines: vec![line(&slips, "", None), line(&tax, "", None)] };
        let last = |document: &str| {
            let on = "2026-11-20".parse().unwrap();
            Filing { document: ListKey::new(document), part: Line::default(), on }
        };
        goes(&both, "scan 2.pdf", None, None);
        goes(&both, "scan 2.pdf", Some(&last("slips")), Some(("slips", "", LastPlace)));
        let whole = Checklist { lines: vec![line(&slips, "", good)] };
        goes(&whole, "scan 3.pdf", Some(&last("slips")), None);
    }
}
