//! The place proposed for a file that came: from the words of its name, then from those of its text, then from what
//! lacks, then from the last place.
//!
//! Only proposed: nothing is placed before the adviser says so. Worked examples: « Attestation-CAF novembre.pdf » goes to
//! the certificate of the family benefits, whose word is « caf »; « scan0004.pdf » that begins with « Bulletin de paie »
//! goes to the pay slips; « IMG_0412.jpg » says nothing, and goes to the one paper that lacks, else where the file before
//! it went while that one is not whole, else nowhere.

use super::{Checklist, ChecklistLine};
use crate::attachment::{Filing, Recognised};
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
    /// The words its text begins with.
    Text,
    /// It is the only paper that lacks.
    OnlyLacking,
    /// The file before it was placed there, and more are wanted.
    LastPlace,
}

/// A word that begins a longer one of a name has this many letters at least: « eau » is not in « eaubonne ».
const SHORTEST_START: usize = 5;
/// A paper says what it is in so many of its first words; further on it names other papers.
const TITLE: usize = 60;
/// A word of so few letters stands in any text: « ct », « ij ».
const SHORTEST_OF_A_TEXT: usize = 3;

impl<'a> Checklist<'a> {
    /// The paper that a text says it is, with whose it is when the text names them. A title says it by the most letters
    /// of its words, then by the first of them.
    #[must_use]
    pub fn recognised(&self, text: &str) -> Option<Recognised> {
        let words = words_of(text);
        let title = words.get(..TITLE.min(words.len())).unwrap_or_default();
        let named = self.lines.iter().rev().filter_map(|line| {
            let (letters, at) = said_in(title, line)?;
            let whose = words_of(line.part.as_str());
            let is_whose = !whose.is_empty() && whose.iter().all(|word| words.contains(word));
            Some((letters, std::cmp::Reverse(at), is_whose, line.lacks(), line))
        });
        let (.., line) = named.max_by_key(|(letters, at, whose, lacks, _)| (*letters, *at, *whose, *lacks))?;
        Some(Recognised { document: line.document.key.clone(), part: line.part.clone() })
    }

    /// Where a file of that name would go; `text` is what its text says it is, `last` where the last one went. Of several
    /// papers the name may mean, the one it says the most letters of, then one that lacks, then the last place.
    #[must_use]
    pub fn place_for(
        &self,
        name: &str,
        text: Option<&Recognised>,
        last: Option<&Filing>,
    ) -> Option<PlaceProposed<'_, 'a>> {
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
        let read = text.and_then(|read| self.line(&read.document, &read.part));
        if let Some(line) = read {
            return Some(PlaceProposed { line, reason: PlaceReason::Text });
        }
        let mut lacking = self.lines.iter().filter(|line| line.lacks());
        if let (Some(line), None) = (lacking.next(), lacking.next()) {
            return Some(PlaceProposed { line, reason: PlaceReason::OnlyLacking });
        }
        let line = self.lines.iter().find(|line| is_last(line) && line.lacks())?;
        Some(PlaceProposed { line, reason: PlaceReason::LastPlace })
    }
}

/// How many letters of a title are words of a paper, and after how many words the first of them comes.
fn said_in(title: &[String], line: &ChecklistLine<'_>) -> Option<(usize, usize)> {
    let is_said = |phrase: &Vec<String>| letters(phrase) >= SHORTEST_OF_A_TEXT;
    let at = |phrase: Vec<String>| Some((letters(&phrase), place_in(title, &phrase)?));
    let found: Vec<(usize, usize)> = phrases(line).into_iter().filter(is_said).filter_map(at).collect();
    let first = found.iter().map(|(_, place)| *place).min()?;
    Some((found.iter().map(|(letters, _)| *letters).sum(), first))
}

/// How many letters of the name are words of a paper; nothing when none is.
fn letters_in(name: &[String], line: &ChecklistLine<'_>) -> Option<usize> {
    let said = phrases(line).into_iter().filter(|phrase| place_in(name, phrase).is_some());
    let said: usize = said.map(|phrase| letters(&phrase)).sum();
    (said > 0).then_some(said)
}

fn letters(phrase: &[String]) -> usize {
    phrase.iter().map(String::len).sum()
}

/// The words of a paper, each a few that follow each other. A paper without words has those of its label.
fn phrases(line: &ChecklistLine<'_>) -> Vec<Vec<String>> {
    let own = line.document.words.iter().map(|word| words_of(word));
    let of_label = || words_of(&line.document.label).into_iter().filter(|word| word.len() >= SHORTEST_START);
    match line.document.words.is_empty() {
        true => of_label().map(|word| vec![word]).collect(),
        false => own.collect(),
    }
}

/// Where these words follow each other in a name or a title; a long one may only begin the word there.
fn place_in(name: &[String], wanted: &[String]) -> Option<usize> {
    if wanted.is_empty() {
        return None;
    }
    let is_word = |(said, word): (&String, &String)| {
        said == word || word.len() >= SHORTEST_START && said.starts_with(word.as_str())
    };
    name.windows(wanted.len()).position(|said| said.iter().zip(wanted).all(is_word))
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
    use crate::supporting_document::{DocumentPer, SupportingDocument};

    fn document(key: &str, label: &str, words: &[&str]) -> SupportingDocument {
        SupportingDocument {
            label: label.to_owned(),
            words: words.iter().map(|word| (*word).to_owned()).collect(),
            per: DocumentPer::Borrower,
            ..SupportingDocument::blank(ListKey::new(key), ListKey::new("income"))
        }
    }

    fn line<'a>(document: &'a SupportingDocument, part: &str, state: Option<DocumentState>) -> ChecklistLine<'a> {
        let part = Line::read(part).unwrap();
        let (wanted, noted, files) = (Some(true), None, Vec::new());
        ChecklistLine { number: 0, document, part, wanted, state, partial: None, noted, files, valid_until: None }
    }

    #[track_caller]
    fn goes(list: &Checklist<'_>, name: &str, last: Option<&Filing>, to: Option<(&str, &str, PlaceReason)>) {
        let place = list.place_for(name, None, last);
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
    fn a_text_says_what_it_is_by_its_title_and_whose_by_its_names() {
        let slips = document("slips", "Bulletins de salaire", &["bulletin", "salaire", "paie"]);
        let caf = document("caf", "Attestation de la CAF", &["caf", "allocations familiales", "rsa"]);
        let account = document("account", "Relevés de compte", &["releve de compte", "releve", "compte"]);
        let list = Checklist {
            lines: vec![
                line(&slips, "Awa Diop", None),
                line(&slips, "Amadou Ndiaye", None),
                line(&caf, "", None),
                line(&account, "", None),
            ],
        };
        let check = |text: &str, to: Option<(&str, &str)>| {
            let found = list.recognised(text);
            assert_eq!(found.as_ref().map(|read| (read.document.as_str(), read.part.as_str())), to, "{text}");
        };
        check("BULLETIN DE PAIE\nSARL NETVAL\nM. Amadou NDIAYE", Some(("slips", "Amadou Ndiaye")));
        check("Caisse d’allocations familiales\nAttestation de droits", Some(("caf", "")));
        check("BANQUE DU VAL\nRELEVÉ DE COMPTE\n03/08 VIR CAF RSA 251,00", Some(("account", "")));
        check("Bonjour,", None);
        let far = format!("{} bulletin de paie", "mot ".repeat(TITLE));
        check(&far, None);
        let read = list.recognised("BULLETIN DE PAIE\nAwa Diop");
        let goes = |name: &str| list.place_for(name, read.as_ref(), None).map(|place| place.reason);
        assert_eq!((goes("scan 4.pdf"), goes("caf.pdf")), (Some(PlaceReason::Text), Some(PlaceReason::Name)));
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
