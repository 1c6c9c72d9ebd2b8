//! Names as registers hold them: one cell or two, titles, two people in one cell.

use super::RegisterWords;
use super::vocabulary::bare;

/// A name and a first name, as they are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RegisterName {
    /// Name.
    pub last: String,
    /// First name; may be empty.
    pub first: String,
    /// Name at birth, where it is written beside; may be empty.
    pub birth: String,
}

/// What separates two people.
const SEPARATORS: [&str; 6] = [" et ", " ET ", " & ", "/", " + ", ";"];

/// The people a line names, in the order it names them; more than one is to be settled by the adviser.
///
/// Words in capitals are the name, the others the first name; without capitals to tell, the first word is the name.
/// `DUPRAT Léa et Tom` are Léa Duprat and Tom Duprat.
#[must_use]
pub fn read_names(last: &str, first: &str, words: &RegisterWords) -> Vec<RegisterName> {
    if !first.trim().is_empty() {
        return in_two_cells(last, first, words);
    }
    let mut people: Vec<RegisterName> = Vec::new();
    for part in parts(last) {
        let plain = untitled(&part, words);
        let (plain, birth) = without_birth_name(&plain);
        let mut name = RegisterName { birth, ..split(&plain) };
        if let Some(before) = people.first() {
            // A second first name alone shares the name before it.
            let alone = name.first.is_empty() && !is_in_capitals(&name.last);
            if alone || name.last.is_empty() {
                name = RegisterName { last: before.last.clone(), first: name.last, birth: name.birth };
            }
        }
        people.push(name);
    }
    // « M. et Mme DUPRAT »: the first of them has the name of the second.
    let named = people.iter().map(|name| name.last.clone()).find(|last| !last.is_empty()).unwrap_or_default();
    people.iter_mut().filter(|name| name.last.is_empty()).for_each(|name| name.last.clone_from(&named));
    people.retain(|name| !name.last.is_empty());
    people
}

fn in_two_cells(last: &str, first: &str, words: &RegisterWords) -> Vec<RegisterName> {
    let (lasts, firsts) = (parts(last), parts(first));
    let count = lasts.len().max(firsts.len());
    let nth = |list: &[String], place: usize| list.get(place).or(list.last()).cloned().unwrap_or_default();
    let people = (0..count).map(|place| {
        let (last, birth) = without_birth_name(&untitled(&nth(&lasts, place), words));
        RegisterName { last, first: nth(&firsts, place).trim().to_owned(), birth }
    });
    people.filter(|name| !name.last.is_empty()).collect()
}

fn parts(text: &str) -> Vec<String> {
    let mut text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    for separator in SEPARATORS {
        text = text.replace(separator, "\n");
    }
    text.split('\n').map(|part| part.trim().to_owned()).collect()
}

fn untitled(text: &str, words: &RegisterWords) -> String {
    let is_title = |word: &&str| words.titles.contains(&bare(word)) && (word.ends_with('.') || bare(word) != "m");
    let kept: Vec<&str> = text.split_whitespace().filter(|word| !is_title(word)).collect();
    kept.join(" ")
}

/// `DUPRAT née MARTY Léa` is Léa DUPRAT, whose name at birth is MARTY: one word, or more that a hyphen joins.
fn without_birth_name(text: &str) -> (String, String) {
    let mut words = text.split_whitespace();
    let (mut kept, mut birth) = (Vec::new(), String::new());
    while let Some(word) = words.next() {
        if ["nee", "ne", "ne(e)"].contains(&crate::words::folded(word).trim_matches(['(', ')'])) {
            birth = words.next().unwrap_or_default().trim_matches([')', ',']).to_owned();
        } else {
            kept.push(word);
        }
    }
    (kept.join(" "), birth)
}

fn split(text: &str) -> RegisterName {
    if let Some((last, first)) = text.split_once(',') {
        let (last, first) = (last.trim().to_owned(), first.trim().to_owned());
        return RegisterName { last, first, ..RegisterName::default() };
    }
    let parts: Vec<&str> = text.split_whitespace().collect();
    let (capitals, others): (Vec<&str>, Vec<&str>) = parts.iter().partition(|word| is_in_capitals(word));
    if !capitals.is_empty() && !others.is_empty() {
        return RegisterName { last: capitals.join(" "), first: others.join(" "), ..RegisterName::default() };
    }
    let mut parts = parts.into_iter();
    let last = parts.next().unwrap_or_default().to_owned();
    RegisterName { last, first: parts.collect::<Vec<_>>().join(" "), ..RegisterName::default() }
}

fn is_in_capitals(word: &str) -> bool {
    let letters = word.chars().filter(|sign| sign.is_alphabetic());
    word.chars().filter(|sign| sign.is_alphabetic()).count() > 1 && letters.clone().all(char::is_uppercase)
}
