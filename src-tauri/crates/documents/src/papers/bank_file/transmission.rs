//! A part of the file: the registers of the Banque de France, what the lender asks of its own, the consent of each borrower.

use domain::assessment::{RegisterAnswer, Registers};
use domain::settings::{BankFilePart, OwnFormPlace};
use domain::words::{Voice, numeric_date, spaced};

use super::{BankFile, BankFileQuestion};
use crate::page::{Align, Length, Measure, Paragraph, Row, Signatory, Span, below, framed};
use crate::papers::Letterhead;
use crate::papers::body::{Body, TEXT};
use crate::papers::consenting::{by_telling, lets_the_lender_tell, to_the_lender};
use crate::papers::wording::{DOTS, full_name, plain, strong, to_the};

const QUESTIONS: [(i64, Align, &str); 2] = [(45, Align::Left, "Question"), (55, Align::Left, "Réponse")];
const NOTHING: &str = "–";
const REGISTERS: [(i64, Align, &str); 4] = [
    (27, Align::Left, "Fichier ou procédure"),
    (22, Align::Left, "Situation"),
    (14, Align::Left, "Vérifié le"),
    (37, Align::Left, "Comment"),
];
/// Article 80 of law 2005-32, as it is told to every lender.
const NEVER_A_MOTIVE: &str = "Une inscription au FICP n’est jamais, à elle seule, un motif de refus d’un microcrédit \
                              garanti (article 80 de la loi n°\u{a0}2005-32 modifiée).";
const SIGNATURE_HEIGHT: Length = Length::mm(2_400);

pub(super) fn compose(body: &mut Body<'_>, file: &BankFile, head: &Letterhead) {
    body.section("Situation auprès de la Banque de France");
    body.rows(&REGISTERS, registers(file));
    body.note(NEVER_A_MOTIVE);
    questions(body, file);
    own_form(body, file, OwnFormPlace::BeforeDocuments);
    own_form(body, file, OwnFormPlace::Last);
    body.section("Consentement à la transmission");
    consent(body, file, head);
}

/// What the lender asks of its own, answered or not; nothing when it asks nothing.
fn questions(body: &mut Body<'_>, file: &BankFile) {
    if file.questions.is_empty() {
        return;
    }
    body.section("Questions de la banque");
    let row = |asked: &BankFileQuestion| {
        let answer = match (asked.answer.as_str(), asked.required) {
            ("", true) => "réponse attendue, pas encore donnée",
            ("", false) => NOTHING,
            (answer, _) => answer,
        };
        Row::Line(vec![spaced(&asked.label), spaced(answer)])
    };
    body.rows(&QUESTIONS, file.questions.iter().map(row).collect());
}

/// Where the lender's own form goes, filled elsewhere, said at that place.
fn own_form(body: &mut Body<'_>, file: &BankFile, here: OwnFormPlace) {
    if file.own_form != Some(here) {
        return;
    }
    let ends_the_parts = file.parts.last() == Some(&BankFilePart::Transmission);
    let place = match here {
        OwnFormPlace::First => "en tête du dossier",
        OwnFormPlace::BeforeDocuments if ends_the_parts => "ici, avant les pièces",
        OwnFormPlace::BeforeDocuments => "avant les pièces",
        OwnFormPlace::Last => "à la fin du dossier",
    };
    body.say(vec![strong("Formulaire de la banque : "), plain(format!("rempli à part, placé {place}."))]);
}

/// Each register with what is known of it, in words.
pub(super) fn situations(known: &Registers) -> [(&'static str, &'static str); 3] {
    let listed = |answer| match answer {
        RegisterAnswer::No => "pas d’inscription",
        RegisterAnswer::Yes => "inscription en cours",
        RegisterAnswer::ToSee => "pas encore vérifié",
    };
    let procedure = match known.over_indebtedness {
        RegisterAnswer::No => "aucune procédure",
        RegisterAnswer::Yes => "procédure en cours",
        RegisterAnswer::ToSee => "pas encore vérifié",
    };
    [
        ("FICP, incidents de crédit", listed(known.ficp)),
        ("FCC, chèques et cartes", listed(known.fcc)),
        ("Surendettement", procedure),
    ]
}

fn registers(file: &BankFile) -> Vec<Row> {
    let rows = file.registers().flat_map(|(whose, known)| {
        let rows = situations(known).into_iter().zip(known.answers());
        rows.map(move |((register, situation), answer)| {
            let checked = answer != RegisterAnswer::ToSee;
            let day = known.checked_on.filter(|_| checked).map_or_else(|| NOTHING.to_owned(), numeric_date);
            let how = if checked && !known.how.is_empty() { spaced(known.how.as_str()) } else { NOTHING.to_owned() };
            Row::Line(vec![format!("{register}{whose}"), situation.to_owned(), day, how])
        })
    });
    rows.collect()
}

/// The text each borrower signs, never apart from the signatures.
fn consent(body: &mut Body<'_>, file: &BankFile, head: &Letterhead) {
    let inner = Measure::WHOLE.inside_frame();
    let mut strips = Vec::new();
    for spans in sentences(file, head) {
        let text = body.setter.paragraph(body.place, &Paragraph::of(&spans, TEXT), inner);
        strips.extend(below(Length::mm(200), text));
    }
    let office = &head.office;
    let at = if office.town.is_empty() { "Le" } else { &format!("{}, le", office.town) };
    let mut signatories: Vec<Signatory> = file
        .borrowers()
        .map(|borrower| Signatory { quality: full_name(&borrower.person), name: format!("{at}\u{a0}{DOTS}") })
        .collect();
    let name = if office.advisor.is_empty() { DOTS } else { &office.advisor };
    signatories.push(Signatory { quality: "Recueilli par".to_owned(), name: name.to_owned() });
    let cells = body.setter.signatures(body.place, &signatories, SIGNATURE_HEIGHT, inner);
    strips.extend(below(Length::mm(400), cells));
    let frame = framed(below(Length::ZERO, strips), Measure::WHOLE);
    body.add(vec![frame]);
}

fn sentences(file: &BankFile, head: &Letterhead) -> [Vec<Span>; 2] {
    let voice = file.people().voice();
    let lender = file.lender.as_ref().map(|lender| lender.name.as_str()).unwrap_or_default();
    let (told, by) = (lets_the_lender_tell(voice, head), by_telling(head));
    let asked = voice.pick("Je demande", "Nous demandons");
    let asked = format!("{asked} {} de transmettre ce dossier ", to_the(&head.office.name));
    let (read, withdrawn) = match voice {
        Voice::Alone => (
            ", pour l’étude de ma demande de microcrédit et pour rien d’autre. On m’a expliqué ce qu’il contient et je \
             l’ai relu.",
            format!(
                "Je peux retirer cet accord tant que la banque n’a pas décidé, {by}. Je peux voir les informations me \
                 concernant et les faire corriger."
            ),
        ),
        Voice::Together => (
            ", pour l’étude de notre demande de microcrédit et pour rien d’autre. On nous a expliqué ce qu’il contient \
             et nous l’avons relu.",
            format!(
                "Chacun de nous peut retirer cet accord tant que la banque n’a pas décidé, {by}. Chacun peut voir les \
                 informations le concernant et les faire corriger."
            ),
        ),
    };
    [vec![plain(asked), strong(to_the_lender(lender)), plain(format!("{read} {told}"))], vec![plain(withdrawn)]]
}
