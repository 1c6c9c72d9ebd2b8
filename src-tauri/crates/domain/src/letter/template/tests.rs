//! Texts read: their parts, their problems and what would mend them, whatever is typed.

use proptest::prelude::*;

use super::*;
use crate::letter::{FieldValues, LetterKind, write};

const LETTER: LetterKind = LetterKind::FirstMissed;

fn problems(text: &str) -> Vec<TemplateProblem> {
    parse(text, LETTER).expect_err(text)
}

/// The text once the mend of its first problem is taken.
fn mended(text: &str) -> String {
    let mend = problems(text)[0].mend.clone().expect(text);
    let signs: Vec<char> = text.chars().collect();
    let (before, after) = (&signs[..mend.start], &signs[mend.end..]);
    before.iter().chain(mend.text.chars().collect::<Vec<_>>().iter()).chain(after).collect()
}

#[test]
fn a_text_is_its_words_and_its_fields() {
    let read = parse("Bonjour {Personne},\n{si permanence}Je reçois {permanence}.{sinon}Appelez.{fin si}", LETTER);
    let words = |text: &str| Part::Text(text.to_owned());
    assert_eq!(
        read.unwrap().lines,
        [
            vec![words("Bonjour "), Part::Field(LetterField::Person), words(",")],
            vec![
                Part::If(LetterField::AdvisorPresence),
                words("Je reçois "),
                Part::Field(LetterField::AdvisorPresence),
                words("."),
                Part::Else,
                words("Appelez."),
                Part::End,
            ],
        ]
    );
}

#[test]
fn accents_capitals_and_apostrophes_do_not_tell_two_names_apart() {
    for written in ["{date de l'échéance}", "{Date de l’echeance}", "{ DATE  de l’échéance }"] {
        assert_eq!(parse(written, LETTER).unwrap().lines, [[Part::Field(LetterField::MissedDue)]], "{written}");
    }
}

#[test]
fn an_unknown_field_is_told_at_its_place_with_the_nearest_one() {
    let text = "Bonjour,\nappelez le {téléphone du référant}.";
    let told = problems(text);
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].at, TextSpan { line: 2, start: 20, end: 43 });
    let fault = TemplateFault::UnknownField {
        name: "téléphone du référant".to_owned(),
        nearest: Some(LetterField::AdvisorPhone),
    };
    assert_eq!(told[0].fault, fault);
    assert_eq!(mended(text), "Bonjour,\nappelez le {téléphone du référent}.");
    let far = &problems("{couleur des yeux}")[0];
    assert!(far.mend.is_none() && matches!(&far.fault, TemplateFault::UnknownField { nearest: None, .. }));
    assert_eq!(mended("{si permanance}a{fin si}"), "{si permanence}a{fin si}");
}

#[test]
fn what_is_not_closed_is_told_and_closed() {
    assert_eq!(mended("Appelez {référent avant lundi."), "Appelez {référent} avant lundi.");
    assert_eq!(mended("Le {date de l’échéance, payez."), "Le {date de l’échéance}, payez.");
    assert_eq!(
        mended("{si permanence Je reçois {permanence}.{fin si}"),
        "{si permanence} Je reçois {permanence}.{fin si}"
    );
    assert_eq!(
        problems("{inconnu\n{référent}")[0].at,
        TextSpan { line: 1, start: 0, end: 1 },
        "a brace stays on its line"
    );
    assert_eq!(problems("{{référent}}").len(), 2, "braces are not doubled");
    let open = "{si permanence}Je reçois.";
    assert_eq!(problems(open)[0].fault, TemplateFault::ConditionUnclosed(LetterField::AdvisorPresence));
    assert_eq!(mended(open), "{si permanence}Je reçois.{fin si}");
    assert_eq!(mended("Je reçois.{fin si}"), "Je reçois.");
    assert_eq!(problems("a{sinon}b")[0].fault, TemplateFault::ElseAlone);
    assert_eq!(problems("{si référent}a{sinon}b{sinon}c{fin si}")[0].fault, TemplateFault::ElseAlone);
    assert_eq!(problems("{ }")[0].fault, TemplateFault::Nameless);
    assert_eq!(problems("}")[0].fault, TemplateFault::BraceUnopened);
}

#[test]
fn a_field_of_another_letter_and_a_table_in_a_sentence_are_told() {
    let told = parse("{motif du refus}", LetterKind::ReferrerFeedback).unwrap_err();
    assert_eq!(told[0].fault, TemplateFault::NotOffered(LetterField::RefusalReasons));
    assert_eq!(problems("Voici : {tableau du prêt}")[0].fault, TemplateFault::TableInSentence(LetterField::LoanTable));
    assert!(parse(" {si mensualité}{tableau du prêt}{fin si} ", LETTER).is_ok());
}

#[test]
fn a_backslash_writes_a_brace() {
    let written = write(&parse("\\{personne\\} \\ \\\\{", LETTER).unwrap(), &FieldValues::default());
    assert_eq!(written.text(), "{personne} \\ \\{");
}

proptest! {
    #[test]
    fn no_text_makes_reading_panic(typed in "[\\PC\n{}\\\\]{0,120}", kind in 0..LetterKind::ALL.len()) {
        let letter = LetterKind::ALL[kind];
        match parse(&typed, letter) {
            Ok(read) => drop(write(&read, &FieldValues::default())),
            Err(problems) => {
                let length = typed.chars().count();
                for told in problems {
                    prop_assert!(told.at.start <= told.at.end && told.at.end <= length, "{told:?}");
                    let mend = told.mend.map_or((0, 0), |mend| (mend.start, mend.end));
                    prop_assert!(mend.0 <= mend.1 && mend.1 <= length, "{mend:?} of {length}");
                }
            }
        }
    }

    #[test]
    fn a_text_without_braces_is_itself(typed in "[\\PC\n]{0,120}") {
        let plain: String = typed.chars().filter(|sign| !is_brace(*sign)).collect();
        let written = write(&parse(&plain, LETTER).unwrap(), &FieldValues::default());
        prop_assert_eq!(written.text(), plain);
        prop_assert!(written.missing.is_empty());
    }

    #[test]
    fn any_text_can_be_written_as_it_is(typed in "[\\PC\n{}\\\\]{0,120}") {
        let written = write(&parse(&escaped(&typed), LETTER).unwrap(), &FieldValues::default());
        prop_assert_eq!(written.text(), typed);
    }

    #[test]
    fn a_name_with_one_sign_wrong_is_mended(place in 0..LetterField::ALL.len(), cut in 0..40_usize) {
        let field = LetterField::ALL[place];
        let letter = TextKind::all().find(|text| field.is_offered_to(*text)).unwrap();
        let name: Vec<char> = field.name().chars().collect();
        let left_out = cut.checked_rem(name.len()).unwrap();
        let kept = name.iter().enumerate().filter(|(at, _)| *at != left_out);
        let wrong: String = kept.map(|(_, sign)| sign).collect();
        if let Err(problems) = parse(&format!("{{{wrong}}}"), letter) {
            let unknown = matches!(problems[0].fault, TemplateFault::UnknownField { .. });
            prop_assert!(!unknown || problems[0].mend.is_some());
        }
    }
}
