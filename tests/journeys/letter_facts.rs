//! Every letter of every dossier of three demonstrations: no sentence whose fact is not noted, no word of the office.

use std::collections::{BTreeMap, BTreeSet};

use domain::assessment::RegisterAnswer;
use domain::dossier::{DeclaredAs, Direction, Dossier, DossierId, Event, Fact, HearingResult, Noted};
use domain::letter::LetterKind;
use domain::settings::ListEntry;
use serde_json::{Value, json};

use crate::demo::a_demo;
use crate::office::{Office, plain, text};
use crate::wording::ill_written;

/// Whether a fact of the dossier holds.
fn any(dossier: &Dossier, holds: impl Fn(&Fact) -> bool) -> bool {
    dossier.facts.standing().any(|row| holds(&row.fact))
}

fn noted(dossier: &Dossier, events: &[Event]) -> bool {
    any(dossier, |fact| matches!(fact, Fact::Noted(noted) if events.contains(&noted.event)))
}

fn missed(dossier: &Dossier) -> bool {
    any(dossier, |fact| matches!(fact, Fact::Declared(said) if said.declared == DeclaredAs::Missed))
}

fn says_why(dossier: &Dossier) -> bool {
    any(dossier, |fact| match fact {
        Fact::OrientationDecided(decided) => !decided.letter_words.is_empty(),
        Fact::SessionHeard(heard) => !heard.letter_words.is_empty(),
        Fact::RefundDecided(decided) => !decided.granted,
        _ => false,
    })
}

/// A few words of a letter, and the fact without which they are untrue.
type Asserted = (&'static str, fn(&Dossier) -> bool);

const ASSERTED: [Asserted; 26] = [
    ("pas pu payer", missed),
    ("des échéances impayées", missed),
    ("présenté de nouveau", missed),
    ("toute représentation du prélèvement", missed),
    ("pas pu être payée", missed),
    ("pas payer l’échéance", |dossier| {
        noted(dossier, &[Event::DifficultyTold, Event::SolutionWanted, Event::DeferralAsked])
    }),
    ("nous a dit le", |dossier| noted(dossier, &[Event::DifficultyTold])),
    ("vous nous avez dit vouloir prononcer", |dossier| noted(dossier, &[Event::AccelerationAnnounced])),
    ("Vous avez prononcé la déchéance", |dossier| noted(dossier, &[Event::Accelerated, Event::GuaranteeCalled])),
    ("a accepté votre demande", |dossier| any(dossier, |fact| matches!(fact, Fact::Approved(_)))),
    ("a décidé de ne pas accorder", |dossier| any(dossier, |fact| matches!(fact, Fact::Refused(_)))),
    ("Nous le lui avons demandé le", |dossier| noted(dossier, &[Event::RefusalReasonAsked])),
    ("a été versé le", |dossier| any(dossier, |fact| matches!(fact, Fact::Disbursed(_)))),
    ("Votre microcrédit est terminé", |dossier| dossier.facts.course().repaid_on.is_some()),
    ("Votre microcrédit est remboursé", |dossier| dossier.facts.course().repaid_on.is_some()),
    ("Vous recevez", |dossier| any(dossier, |fact| matches!(fact, Fact::RefundDecided(decided) if decided.granted))),
    ("ne vous sont pas remboursés", |dossier| {
        any(dossier, |fact| matches!(fact, Fact::RefundDecided(decided) if !decided.granted))
    }),
    ("votre RIB (", |dossier| dossier.facts.bank_details().is_some()),
    ("le RIB (", |dossier| dossier.facts.bank_details().is_some()),
    ("procédure de surendettement est en cours", |dossier| {
        dossier.registers().iter().any(|one| one.over_indebtedness == RegisterAnswer::Yes)
    }),
    ("un prêt n’est pas la meilleure réponse", |dossier| decided(dossier, Direction::Redirect)),
    ("pas présenter cette demande", |dossier| decided(dossier, Direction::Inadmissible)),
    ("a été vue en séance", |dossier| {
        any(dossier, |fact| matches!(fact, Fact::SessionHeard(heard) if heard.result == HearingResult::Adjourned))
    }),
    ("En voici la raison", says_why),
    ("il vous resterait", |dossier| dossier.budget.is_some()),
    ("Votre crédit actuel se termine", |dossier| dossier.budget.is_some()),
];

/// Whether the last decision of the office is that one.
fn decided(dossier: &Dossier, direction: Direction) -> bool {
    dossier.facts.course().orientations.last().is_some_and(|(_, last)| last.direction == direction)
}

/// The words the office wrote for itself in the facts of a dossier.
fn words_for_the_office(dossier: &Dossier) -> Vec<String> {
    const FIELDS: [&str; 4] = ["note", "reason", "conditions", "next_step"];
    let bodies = dossier.facts.standing().map(|row| serde_json::to_value(&row.fact).unwrap()["body"].clone());
    let words = bodies.flat_map(|body| FIELDS.map(|field| body[field].as_str().unwrap_or_default().to_owned()));
    let words = words.map(|words| plain(words.trim_end_matches('.')).to_lowercase());
    words.filter(|words| words.chars().count() > 8).collect()
}

/// A letter as it reads, its paragraphs apart; nothing when it waits for a fact.
fn written(office: &mut Office, dossier: i64, letter: &Value) -> Option<Vec<String>> {
    let tried = office.call("try_letter_text", json!({ "text": letter, "dossier": dossier }));
    if tried["waits"] != "" {
        return None;
    }
    let said = |paragraph: &Value| {
        let pieces = paragraph["pieces"].as_array().unwrap().iter().map(|piece| text(piece, "/text"));
        let table = paragraph["table"].as_array().unwrap().iter().map(ToString::to_string);
        pieces.chain(table).collect::<String>()
    };
    let about = said(&tried["about"]);
    Some(std::iter::once(about).chain(tried["paragraphs"].as_array().unwrap().iter().map(said)).collect())
}

/// The text in force of each letter.
fn texts(office: &mut Office) -> BTreeMap<&'static str, Value> {
    let in_force = |office: &mut Office, kind: LetterKind| {
        let view = office.call("letter_text", json!({ "letter": kind.key() }));
        let versions = view["versions"].as_array().unwrap();
        let version = versions.iter().find(|one| one["version"]["state"] == "in_force").unwrap();
        json!({ "letter": kind.key(), "about": version["about"], "body": version["body"] })
    };
    LetterKind::ALL.map(|kind| (kind.key(), in_force(office, kind))).into_iter().collect()
}

/// Whether a life event of a dossier is no difficulty: no letter may give it as a cause.
fn is_no_cause(noted: &Noted, life_events: &[ListEntry]) -> Option<String> {
    let entry = life_events.iter().find(|entry| Some(&entry.key) == noted.subject.as_ref())?;
    (noted.event == Event::LifeEvent && entry.difficulty.is_none()).then(|| entry.label.to_lowercase())
}

/// What a letter says that nobody noted, or was not written for its reader.
fn faults(letter: &[String], dossier: &Dossier, life_events: &[ListEntry]) -> Vec<String> {
    let whole = letter.join("\n");
    let lowered = whole.to_lowercase();
    let mut faults = Vec::new();
    let untrue = ASSERTED.iter().filter(|(words, holds)| whole.contains(words) && !holds(dossier));
    faults.extend(untrue.map(|(words, _)| format!("« {words} » is noted nowhere")));
    let office = words_for_the_office(dossier).into_iter().filter(|words| lowered.contains(words));
    faults.extend(office.map(|words| format!("« {words} » was written for the office")));
    for row in dossier.facts.standing() {
        let Fact::Noted(noted) = &row.fact else { continue };
        let label = is_no_cause(noted, life_events).filter(|label| lowered.contains(label));
        faults.extend(label.map(|label| format!("« {label} » is no difficulty")));
    }
    faults.extend(ill_written(&whole, Some(dossier)));
    let is_empty = |paragraph: &&String| !paragraph.chars().any(char::is_alphanumeric);
    faults.extend(letter.iter().filter(is_empty).map(|paragraph| format!("an empty paragraph: « {paragraph} »")));
    faults
}

#[test]
fn no_letter_of_three_demonstrations_says_what_nobody_noted() {
    let (mut kinds, mut count, mut found) = (BTreeSet::new(), 0, Vec::new());
    for (seed, day) in [(11, "2026-12-18"), (23, "2027-03-09"), (47, "2026-11-30")] {
        let mut office = a_demo(60, seed, day);
        let texts = texts(&mut office);
        let lists = &desk::delivered::delivered().unwrap().lists;
        for number in 1..=60 {
            let dossier = office.desk.vault().unwrap().read(|reader| reader.dossier(DossierId(number)));
            let dossier = dossier.unwrap().unwrap();
            for (key, letter) in &texts {
                let Some(written) = written(&mut office, number, letter) else { continue };
                let faults = faults(&written, &dossier, &lists.life_events).into_iter();
                found.extend(faults.map(|fault| format!("{seed}, {}, {key}: {fault}", dossier.reference)));
                kinds.insert(*key);
                count += 1;
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert!(count > 100 && kinds.len() > 9, "{count} letters of {kinds:?}");
}
