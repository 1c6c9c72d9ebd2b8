//! The texts of letters and of the charter: the delivered ones, the office's own over them, checked while they are typed.
//!
//! An own text counts from its date, like any rule; going back to the delivered one is a version too, so that what an
//! office wrote is never lost and what is delivered later is followed again.

mod fields;
mod words;

pub use fields::{LetterFieldView, LetterTopicFields};

use chrono::NaiveDate;
use domain::letter::{LetterReader, TemplateProblem, TextKind, TextSpan, parse};
use domain::settings::{Dated, LetterText, OwnLetterText, Settings};
use domain::words::{long_date, spaced};
use serde::{Deserialize, Serialize};
use store::Reader;
use ts_rs::TS;

use self::words::{mend_label, message};
use super::versions::{TypedVersion, Version, headed, known, place};
use super::{Desk, Nothing, acted};
use app::caller::Moment;
use app::failure::Failure;
use app::reading;
use app::settings::{Kept, LETTER_TEXT, kept_of, laid, row_of, settings};

/// Which letter.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct OneLetter {
    /// Its key.
    pub letter: String,
}

/// A text as it is being typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TypedLetter {
    /// The letter's key.
    pub letter: String,
    /// What it is about.
    pub about: String,
    /// Its paragraphs, a line each.
    pub body: String,
}

/// A text of the office from a date, or a correction of one.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct NewLetterText {
    /// From when, and where it comes from.
    pub version: TypedVersion,
    /// The text.
    pub text: TypedLetter,
}

/// Every letter of the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LetterTextsView {
    /// In the order of a dossier's life.
    pub letters: Vec<LetterLine>,
}

/// A letter in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LetterLine {
    /// Its key.
    pub key: String,
    /// What people call it.
    pub title: String,
    /// Whom it is for: `à la personne`.
    pub reader: String,
    /// `texte livré`, `texte du CCAS, depuis le 12 mars 2027`.
    pub state: String,
    /// Whether the text in force is the office's own.
    pub is_own: bool,
}

/// A letter with its text and every version of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LetterTextView {
    /// As the list shows it.
    pub line: LetterLine,
    /// The versions, the newest first.
    pub versions: Vec<LetterVersion>,
    /// The fields it may name, topic by topic.
    pub fields: Vec<LetterTopicFields>,
}

/// One version of the text of a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LetterVersion {
    /// How it is headed.
    pub version: Version,
    /// Whether it is the delivered text.
    pub is_delivered: bool,
    /// What the letter is about.
    pub about: String,
    /// Its paragraphs, a line each.
    pub body: String,
}

/// What is wrong in a text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LetterCheck {
    /// In the order it is read.
    pub problems: Vec<LetterProblem>,
}

/// Something wrong in a text, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LetterProblem {
    /// The field it is in: `about` or `body`.
    pub field: String,
    /// Its line, from 1.
    pub line: usize,
    /// Its first sign, as the window counts them.
    pub start: usize,
    /// The one after its last.
    pub end: usize,
    /// What is wrong, in a sentence.
    pub message: String,
    /// What would mend it.
    pub mend: Option<LetterMend>,
}

/// Another text for a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LetterMend {
    /// What the button says.
    pub label: String,
    /// The first sign replaced, as the window counts them.
    pub start: usize,
    /// The one after the last replaced.
    pub end: usize,
    /// What is written in their stead.
    pub text: String,
}

/// Lists the letters of the office, and whose text each has.
pub fn letter_texts(desk: &Desk, _: Nothing, moment: &Moment) -> Result<LetterTextsView, Failure> {
    let settings = desk.read(settings)?;
    let line = |kind: TextKind| line(kind, &settings, moment.today);
    Ok(LetterTextsView { letters: TextKind::all().map(line).collect() })
}

/// Shows a letter: its text, every version of it, the fields it may name.
pub fn letter_text(desk: &Desk, input: OneLetter, moment: &Moment) -> Result<LetterTextView, Failure> {
    let kind = kind_of(&input.letter)?;
    let (settings, own) = desk.read(|reader| Ok((settings(reader)?, own(reader, kind)?)))?;
    let versions = shown(kind, &settings, own, moment.today)?;
    Ok(LetterTextView { line: line(kind, &settings, moment.today), versions, fields: fields::offered(kind) })
}

/// Checks a text while it is typed.
pub fn check_letter_text(input: TypedLetter, _: &Moment) -> Result<LetterCheck, Failure> {
    let kind = kind_of(&input.letter)?;
    let about = problems(kind, "about", &input.about);
    Ok(LetterCheck { problems: about.into_iter().chain(problems(kind, "body", &input.body)).collect() })
}

/// Gives a letter the office's own text from a date, or corrects a version of it.
pub fn set_letter_text(desk: &mut Desk, input: NewLetterText, moment: &Moment) -> Result<LetterTextView, Failure> {
    let kind = kind_of(&input.text.letter)?;
    let text = read(kind, &input.text)?;
    let place = desk.read(|reader| {
        let first = delivered_first(kind, &settings(reader)?);
        place(&input.version, &known(first, &own(reader, kind)?), moment)
    })?;
    let row = row_of(LETTER_TEXT, kind.key(), &place.dated(OwnLetterText { text: Some(text) }), moment)?;
    desk.act("set_letter_text", moment, |writer| {
        place.write(writer, &row)?;
        Ok(acted(&told("Modification du texte", kind), vec![LETTER_TEXT]))
    })?;
    letter_text(desk, input.text.into(), moment)
}

/// Goes back to the delivered text of a letter from today on; what the office wrote stays in its versions.
pub fn restore_letter_text(desk: &mut Desk, input: OneLetter, moment: &Moment) -> Result<LetterTextView, Failure> {
    let kind = kind_of(&input.letter)?;
    let own = desk.read(|reader| own(reader, kind))?;
    let back = |from: NaiveDate| {
        let source = "Retour au texte livré".to_owned();
        row_of(
            LETTER_TEXT,
            kind.key(),
            &Dated { valid_from: from, source, value: OwnLetterText { text: None } },
            moment,
        )
    };
    let from_today: Vec<&Kept<OwnLetterText>> = own.iter().filter(|row| row.dated.valid_from >= moment.today).collect();
    let past = own.iter().filter(|row| row.dated.valid_from < moment.today);
    let in_force = past.max_by_key(|row| row.dated.valid_from).is_some_and(|row| row.dated.value.text.is_some());
    let starts_today = from_today.iter().any(|row| row.starts_on(moment.today));
    let replaced = from_today.iter().filter(|row| row.dated.value.text.is_some());
    let replaced: Vec<_> =
        replaced.map(|row| Ok((row.id, back(row.dated.valid_from)?))).collect::<Result<_, Failure>>()?;
    let added = (in_force && !starts_today).then(|| back(moment.today)).transpose()?;
    if replaced.is_empty() && added.is_none() {
        return Err(Failure::refused("Cette lettre a déjà le texte livré.").at("letter"));
    }
    desk.act("restore_letter_text", moment, |writer| {
        for (id, row) in &replaced {
            writer.replace_setting(*id, row)?;
        }
        if let Some(row) = &added {
            writer.add_setting(row).map(drop)?;
        }
        Ok(acted(&told("Retour au texte livré", kind), vec![LETTER_TEXT]))
    })?;
    letter_text(desk, input, moment)
}

impl From<TypedLetter> for OneLetter {
    fn from(typed: TypedLetter) -> Self {
        Self { letter: typed.letter }
    }
}

/// The letter of a key.
pub fn kind_of(key: &str) -> Result<TextKind, Failure> {
    TextKind::from_key(key).ok_or_else(|| Failure::refused("Cette lettre n’existe pas.").at("letter"))
}

/// A text whose fields are all known. Errors: at `about` or `body`, nothing written or the first thing wrong.
pub fn read(kind: TextKind, typed: &TypedLetter) -> Result<LetterText, Failure> {
    let about = reading::needed(&typed.about, "about", "L’objet de la lettre manque.")?;
    let body = reading::text(&typed.body, "body")?;
    if body.is_empty() {
        return Err(Failure::refused("Le texte de la lettre manque.").at("body"));
    }
    for (field, text) in [("about", about.as_str()), ("body", typed.body.as_str())] {
        let wrong = problems(kind, field, text);
        if let Some(first) = wrong.first() {
            let refused = Failure::refused(&first.message).at(field);
            let text = "Le texte en service ne change pas tant que celui-ci n’est pas juste.";
            return Err(refused.remedy(text));
        }
    }
    Ok(LetterText { about, body })
}

fn own(reader: &Reader<'_>, kind: TextKind) -> Result<Vec<Kept<OwnLetterText>>, Failure> {
    kept_of::<OwnLetterText>(reader, LETTER_TEXT, kind.key())
}

fn delivered_first(kind: TextKind, settings: &Settings) -> Option<NaiveDate> {
    settings.letters.delivered_versions(kind).first().map(|dated| dated.valid_from)
}

fn line(kind: TextKind, settings: &Settings, today: NaiveDate) -> LetterLine {
    let own = settings.letters.own_at(kind, today).filter(|row| row.value.text.is_some());
    let state = match own {
        Some(row) => format!("texte du CCAS, depuis le {}", long_date(row.valid_from)),
        None => "texte livré".to_owned(),
    };
    LetterLine {
        key: kind.key().to_owned(),
        title: kind.label().to_owned(),
        reader: reader_words(kind).to_owned(),
        state,
        is_own: own.is_some(),
    }
}

fn shown(
    kind: TextKind,
    settings: &Settings,
    own: Vec<Kept<OwnLetterText>>,
    today: NaiveDate,
) -> Result<Vec<LetterVersion>, Failure> {
    // A delivered text that begins under the office's own is not a version of this office.
    let counts = |from: NaiveDate| settings.letters.own_at(kind, from).is_none_or(|row| row.value.text.is_none());
    let delivered = settings.letters.delivered_versions(kind).iter().filter(|dated| counts(dated.valid_from));
    let delivered = delivered.map(|dated| Dated {
        valid_from: dated.valid_from,
        source: dated.source.clone(),
        value: OwnLetterText { text: None },
    });
    let versions = laid(delivered.collect(), own);
    let headings = headed(&versions, |_| None, today);
    let mut shown = Vec::new();
    for (dated, version) in versions.iter().zip(headings) {
        let given = settings.letters.delivered_at(kind, dated.valid_from).map(|dated| &dated.value);
        let text = dated.value.text.as_ref().or(given).ok_or_else(|| Failure::broken("courrier"))?;
        shown.push(LetterVersion {
            version,
            is_delivered: dated.value.text.is_none(),
            about: text.about.to_string(),
            body: text.body.to_string(),
        });
    }
    shown.reverse();
    Ok(shown)
}

fn problems(kind: TextKind, field: &str, text: &str) -> Vec<LetterProblem> {
    let wrong = parse(text, kind).err().unwrap_or_default();
    wrong.iter().map(|problem| told_of(problem, field, text)).collect()
}

fn told_of(problem: &TemplateProblem, field: &str, text: &str) -> LetterProblem {
    let TextSpan { line, start, end } = problem.at;
    let at = |place: usize| text.chars().take(place).map(char::len_utf16).fold(0, usize::saturating_add);
    let mend = problem.mend.as_ref().map(|mend| LetterMend {
        label: mend_label(&problem.fault, mend),
        start: at(mend.start),
        end: at(mend.end),
        text: mend.text.clone(),
    });
    let message = message(&problem.fault);
    LetterProblem { field: field.to_owned(), line, start: at(start), end: at(end), message, mend }
}

fn reader_words(kind: TextKind) -> &'static str {
    let TextKind::Letter(letter) = kind else { return "entre la personne, le service et la banque" };
    match letter.reader() {
        LetterReader::Person => "à la personne",
        LetterReader::Bank => "à la banque",
        LetterReader::Commission => "à la commission de surendettement",
        LetterReader::Referrer => "au prescripteur",
    }
}

fn told(what: &str, kind: TextKind) -> String {
    spaced(&format!("{what} : {}.", kind.label()))
}
