//! What no printed text may hold, whatever it says: one list for the letters and for every other paper.

use domain::dossier::Dossier;
use domain::words::of_name;

/// Marks of a sentence that was filled with nothing, of a value that is no French, of a reference in place of a name, of
/// words that read as another thing: a rate « réglé par le CCAS » reads as paid by it.
const MARKS: [&str; 18] = [
    "..",
    " .",
    " ,",
    "?.",
    "( )",
    "()",
    "« »",
    ": ;",
    ":.",
    "!.",
    ",,",
    ";;",
    "null",
    "NaN",
    "Mme VB-",
    "M. VB-",
    "Madame VB-",
    "TAEG réglé",
];

/// The months that elide.
const ELIDED: [&str; 3] = ["de avril", "de août", "de octobre"];

/// What is ill written in a text, told of a dossier when it is of one.
pub fn ill_written(text: &str, dossier: Option<&Dossier>) -> Vec<String> {
    let people = dossier.map(Dossier::borrowers).unwrap_or_default();
    let names = people.people().iter().flat_map(|person| [person.display_name(), person.first_name.to_string()]);
    let names = names.filter(|name| of_name(name).starts_with("d’")).map(|name| format!("de {name}"));
    let wrong = MARKS.iter().chain(&ELIDED).map(|mark| (*mark).to_owned()).chain(names);
    let line = |mark: &str| text.lines().find(|line| line.contains(mark)).map(str::to_owned);
    wrong.filter_map(|mark| Some(format!("« {mark} » in « {} »", line(&mark)?))).collect()
}
