//! Letters written with what is known, and with what is not.

use super::*;
use crate::letter::{LetterKind, parse};

fn told(text: &str, known: &[(LetterField, &str)]) -> WrittenText {
    let mut values = FieldValues::default();
    for (field, words) in known {
        values.tell(*field, *words);
    }
    write(&parse(text, LetterKind::FirstMissed).unwrap(), &values)
}

#[test]
fn a_known_field_is_written_and_a_missing_one_says_so() {
    let text = "{personne}, rappelez-moi{si permanence} {permanence}{fin si} au {téléphone du référent}.";
    let person = (LetterField::Person, "Mme Sonia Delmas");
    let written = told(text, &[person, (LetterField::AdvisorPresence, "le mardi matin")]);
    assert_eq!(
        written.text(),
        "Mme Sonia Delmas, rappelez-moi le mardi matin au [à compléter\u{202f}: téléphone du référent]."
    );
    assert_eq!(written.missing, [LetterField::AdvisorPhone]);
    let known = told(text, &[person, (LetterField::AdvisorPhone, "05")]);
    assert_eq!(known.text(), "Mme Sonia Delmas, rappelez-moi au 05.");
    assert!(known.missing.is_empty(), "what a condition leaves out is not missing");
}

#[test]
fn a_paragraph_that_conditions_leave_empty_is_left_out() {
    let text = "Un.\n{si permanence}Je reçois.\nLe matin.{fin si}\n\nDeux.\n{si permanence}{sinon}Appelez.{fin si}";
    assert_eq!(told(text, &[]).text(), "Un.\n\nDeux.\nAppelez.");
    let open = told(text, &[(LetterField::AdvisorPresence, "le mardi")]);
    assert_eq!(open.text(), "Un.\nJe reçois.\nLe matin.\n\nDeux.");
}

#[test]
fn conditions_stand_in_one_another() {
    let text = "a{si personne}b{si référent}c{sinon}d{fin si}e{fin si}f";
    let (person, advisor) = ((LetterField::Person, "P"), (LetterField::Advisor, "R"));
    for (known, written) in
        [(vec![], "af"), (vec![person], "abdef"), (vec![person, advisor], "abcef"), (vec![advisor], "af")]
    {
        assert_eq!(told(text, &known).text(), written);
    }
}

#[test]
fn a_value_begins_a_sentence_with_a_capital_and_is_never_read_as_a_mark() {
    let office = (LetterField::OfficeThe, "le CCAS");
    let text = "{le CCAS} suit. **{le CCAS}** aide, dit {le CCAS}.";
    assert_eq!(told(text, &[office]).text(), "Le CCAS suit. **Le CCAS** aide, dit le CCAS.");
    let Written::Say(pieces) = told("{projet}", &[(LetterField::Project, "**{personne}**")]).paragraphs.remove(0)
    else {
        panic!("a sentence")
    };
    assert_eq!(pieces, [Piece::Value("**{personne}**".to_owned())]);
}

#[test]
fn a_table_stands_on_its_line_without_what_is_not_known() {
    let mut values = FieldValues::default();
    let line = |label: &str, value: &str| (label.to_owned(), value.to_owned());
    values.tell_table(LetterField::LoanTable, [line("Montant", "2 400 €"), line("Fin", "")]);
    let text = parse("{si tableau du prêt}{tableau du prêt}{fin si}\n{si référent}x{fin si}y", LetterKind::FirstMissed);
    let written = write(&text.unwrap(), &values);
    assert_eq!(written.paragraphs[0], Written::Table(vec![line("Montant", "2 400 €")]));
    assert_eq!(written.paragraphs[1].text(), "y", "a condition around a table is closed all the same");
    let missing = told("{tableau du prêt}", &[]);
    assert_eq!(missing.missing, [LetterField::LoanTable]);
}

#[test]
fn a_list_is_a_line_each_where_it_stands_alone_and_a_sentence_elsewhere() {
    let mut values = FieldValues::default();
    values.tell_list(LetterField::DocumentsAwaited, vec!["devis".to_owned(), "relevés".to_owned()]);
    let text = "{si pièces attendues}Il manque : {pièces attendues}.{fin si}\n\
                {si pièces attendues}- {pièces attendues}{fin si}";
    let written = |values: &FieldValues| write(&parse(text, LetterKind::Reminder).unwrap(), values).text();
    assert_eq!(written(&values), "Il manque : devis et relevés.\n- Devis\n- Relevés");
    values = FieldValues::default();
    values.tell_list(LetterField::DocumentsAwaited, Vec::new());
    assert_eq!(written(&values), "", "nothing is listed of nothing");
}

#[test]
fn de_elides_before_the_name_that_follows() {
    let of =
        |name: &str| told("La demande de {personne}, dossier de {personne}.", &[(LetterField::Person, name)]).text();
    assert_eq!(of("Odette Roux"), "La demande d’Odette Roux, dossier d’Odette Roux.");
    assert_eq!(of("Mme\u{a0}Odette Roux"), "La demande de Mme\u{a0}Odette Roux, dossier de Mme\u{a0}Odette Roux.");
}
