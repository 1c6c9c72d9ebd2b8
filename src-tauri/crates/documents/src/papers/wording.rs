//! How several papers write names, sums and sentences.

use domain::loan::{Instalment, InstalmentKind, Rate, RepaymentSchedule};
use domain::money::Euros;
use domain::person::{Person, Title};
use domain::words::{HARD_SPACE, NARROW_SPACE, spaced};

use crate::page::{Face, Ink, Span};

/// A line to write on.
pub(super) const DOTS: &str = "……………………………";

/// The text, or a line to write on.
pub(super) fn or_dots(text: &str) -> &str {
    if text.is_empty() { DOTS } else { text }
}

/// A sentence in plain letters.
pub(super) fn plain(text: impl AsRef<str>) -> Span {
    Span::new(spaced(text.as_ref()), Face::Sans, Ink::TEXT)
}

/// The same in strong letters.
pub(super) fn strong(text: impl AsRef<str>) -> Span {
    Span::new(spaced(text.as_ref()), Face::SansSemiBold, Ink::TEXT)
}

/// `de M. Joël Astier`, `d’Anne Roux`.
pub(super) fn of_name(name: &str) -> String {
    let vowel = |letter: char| "aàâeéèêëiîïoôuùûyœæ".contains(letter);
    let elided = name.chars().next().is_some_and(|first| first.to_lowercase().all(vowel));
    if elided { format!("d’{name}") } else { format!("de {name}") }
}

/// `Mme Sonia Delmas`.
pub(super) fn full_name(person: &Person) -> String {
    titled(person.title, &person.display_name())
}

/// `Mme Delmas`, or the whole name of someone whose title is not stated.
pub(super) fn addressed(person: &Person) -> String {
    match person.title {
        Title::Madame | Title::Monsieur => titled(person.title, person.last_name.as_str()),
        Title::NotStated => person.display_name(),
    }
}

/// `2 400 €`, with cents only when there are some.
pub(super) fn round(amount: Euros) -> String {
    format!("{}{NARROW_SPACE}€", without_zeros(&amount.bare()))
}

/// `4 %`, `4,5 %`: only the decimals there are.
pub(super) fn round_rate(rate: Rate) -> String {
    format!("{}{NARROW_SPACE}%", rate.bare().trim_end_matches('0').trim_end_matches(','))
}

/// The instalment usually paid, insurance included: the first level one, unless it bears the odd days of a first period.
pub(super) fn usual(schedule: &RepaymentSchedule) -> Option<&Instalment> {
    let mut level = schedule.instalments.iter().filter(|line| line.kind == InstalmentKind::Level);
    let (first, next) = (level.next(), level.next());
    let bare = |line: &Instalment| line.total.minus(line.insurance).ok();
    let bears_days = first.zip(next).is_some_and(|(first, next)| bare(first) != bare(next));
    first.filter(|_| !bears_days).or(next).or(first).or(schedule.last())
}

/// A day of the month: `5`, `1er`.
pub(super) fn month_day(day: u32) -> String {
    if day == 1 { "1er".to_owned() } else { day.to_string() }
}

/// `à la Banque du Val`, `au CCAS de Valbourg`, or just `à` before a name whose gender is not told by its first word.
pub(super) fn to_the(name: &str) -> String {
    match gender(name) {
        Some(Title::Madame) => format!("à la {name}"),
        Some(Title::Monsieur) => format!("au {name}"),
        Some(Title::NotStated) | None => format!("à {name}"),
    }
}

/// `Pour le CCAS de Valbourg`.
pub(super) fn for_the(name: &str) -> String {
    format!("Pour {}", the(name))
}

/// `la Banque du Val`, `le CCAS de Valbourg`, or the bare name when its first word does not tell its gender.
pub(super) fn the(name: &str) -> String {
    match gender(name) {
        Some(Title::Madame) => format!("la {name}"),
        Some(Title::Monsieur) => format!("le {name}"),
        Some(Title::NotStated) | None => name.to_owned(),
    }
}

/// What people call the office: `CCAS` of `CCAS de Valbourg` and of `Centre communal d’action sociale de Valbourg`,
/// `CIAS` of those of several towns, or the whole name of another.
pub(super) fn short_office(name: &str) -> &str {
    let first = name.split_whitespace().next().filter(|word| matches!(*word, "CCAS" | "CIAS"));
    let folded = domain::words::folded(name).replace('’', "'");
    match first {
        Some(word) => word,
        None if folded.starts_with("centre communal d'action sociale") => "CCAS",
        None if folded.starts_with("centre intercommunal d'action sociale") => "CIAS",
        None => name,
    }
}

/// A text written for a CCAS, said of the office: `le CIAS s’engage`, `à la Maison des solidarités`.
pub(super) fn said_of(office: &str, text: &str) -> String {
    let short = short_office(office);
    if short == "CCAS" || short.is_empty() {
        return text.to_owned();
    }
    let named = [
        ("Le CCAS", domain::words::capital(&the(short))),
        ("le CCAS", the(short)),
        ("au CCAS", to_the(short)),
        ("du CCAS", of_the(short)),
    ];
    named.iter().fold(text.to_owned(), |text, (written, said)| text.replace(written, said))
}

/// `de la Banque du Val`, `du CCAS de Valbourg`, or just `de` before a name whose gender is not told by its first word.
pub(super) fn of_the(name: &str) -> String {
    match gender(name) {
        Some(Title::Madame) => format!("de la {name}"),
        Some(Title::Monsieur) => format!("du {name}"),
        Some(Title::NotStated) | None => format!("de {name}"),
    }
}

/// Small numbers in letters.
pub(super) fn in_letters(count: usize) -> String {
    const LETTERS: [&str; 11] = ["zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"];
    LETTERS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// `référente`, `référent` or `référent(e)`.
pub(super) fn advisor_word(title: Title) -> &'static str {
    match title {
        Title::Madame => "référente",
        Title::Monsieur => "référent",
        Title::NotStated => "référent(e)",
    }
}

/// Who follows the dossiers, agreed with how they are addressed.
#[derive(Clone, Copy, Debug)]
pub(super) struct AdvisorWords {
    /// `la référente`.
    pub(super) the: &'static str,
    /// `à la référente`.
    pub(super) to: &'static str,
    /// `de la référente`.
    pub(super) of: &'static str,
    /// `votre référente`.
    pub(super) yours: &'static str,
    /// `la`, as in « qui la remplace ».
    pub(super) object: &'static str,
}

impl AdvisorWords {
    /// As an adviser of this title is spoken of; nobody’s gender is guessed.
    pub(super) fn of(title: Title) -> Self {
        match title {
            Title::Madame => Self {
                the: "la référente",
                to: "à la référente",
                of: "de la référente",
                yours: "votre référente",
                object: "la",
            },
            Title::Monsieur => {
                Self {
                    the: "le référent", to: "au référent", of: "du référent", yours: "votre référent", object: "le"
                }
            }
            Title::NotStated => Self {
                the: "la personne référente",
                to: "à la personne référente",
                of: "de la personne référente",
                yours: "la personne qui suit votre dossier",
                object: "la",
            },
        }
    }
}

/// The gender of an institution, where its first word tells it.
fn gender(name: &str) -> Option<Title> {
    match name.split_whitespace().next()? {
        "Banque" | "Caisse" | "Communauté" | "Commune" | "Coopérative" | "Fédération" | "Fondation" | "Mairie"
        | "Maison" | "Métropole" | "Société" | "Ville" => Some(Title::Madame),
        "CCAS" | "CIAS" | "Centre" | "Crédit" => Some(Title::Monsieur),
        _ => None,
    }
}

fn titled(title: Title, name: &str) -> String {
    match title.short() {
        "" => name.to_owned(),
        title => format!("{title}{HARD_SPACE}{name}"),
    }
}

fn without_zeros(number: &str) -> &str {
    number.strip_suffix(",00").unwrap_or(number)
}
