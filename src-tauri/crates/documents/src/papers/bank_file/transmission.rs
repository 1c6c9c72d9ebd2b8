//! A part of the file: the registers of the Banque de France, what is joined, the consent of each borrower.

use domain::assessment::{RegisterAnswer, Registers};
use domain::settings::{BankFilePart, OwnFormPlace};
use domain::words::{Voice, numeric_date, spaced};

use super::{BankFile, BankFileDocument, BankFileQuestion, DocumentStanding};
use crate::page::{
    Align, Length, List, Marker, Measure, Paragraph, Row, Signatory, Span, TextStyle, below, beside, framed,
};
use crate::papers::Letterhead;
use crate::papers::body::{Body, TEXT};
use crate::papers::consenting::{by_telling, lets_the_lender_tell, to_the_lender};
use crate::papers::wording::{DOTS, full_name, plain, strong, to_the};

const QUESTIONS: [(i64, Align, &str); 2] = [(45, Align::Left, "Question"), (55, Align::Left, "Réponse")];
const NOTHING: &str = "–";
/// The letters of the list of documents.
const DENSE: TextStyle = TextStyle::of(880, 1_160);
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
    body.section("Pièces du dossier");
    own_form(body, file, OwnFormPlace::BeforeDocuments);
    if file.documents.is_empty() {
        body.say(vec![plain("La liste des pièces sera jointe.")]);
    } else {
        documents(body, file);
    }
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

/// A document that is there and what is known of it, after the number of its piece when it has one.
fn document(one: &BankFileDocument, piece: Option<usize>) -> Option<Vec<Span>> {
    let number = strong(piece.map(|number| format!("P{number}. ")).unwrap_or_default());
    match &one.standing {
        DocumentStanding::There(state) => Some(vec![number, plain(format!("{} : {state}", one.label))]),
        DocumentStanding::ToJoin | DocumentStanding::Missing(_) => None,
    }
}

/// What is not there yet, before the file leaves.
fn to_join(body: &mut Body<'_>, file: &BankFile) {
    let waited = file.documents.iter().filter(|one| one.standing == DocumentStanding::ToJoin);
    let waited: Vec<Vec<Span>> = waited.map(|one| vec![plain(&one.label)]).collect();
    if !waited.is_empty() {
        body.say(vec![strong("À joindre :")]);
        in_two_columns(body, &waited);
    }
}

/// What leaves without being there, with the reason.
fn missing(body: &mut Body<'_>, file: &BankFile) {
    let missing = file.documents.iter().filter_map(|one| match &one.standing {
        DocumentStanding::Missing(reason) if reason.is_empty() => Some(one.label.clone()),
        DocumentStanding::Missing(reason) => Some(format!("{} ({reason})", one.label)),
        DocumentStanding::ToJoin | DocumentStanding::There(_) => None,
    });
    let missing: Vec<String> = missing.collect();
    if !missing.is_empty() {
        body.say(vec![strong("Envoyées comme manquantes : "), plain(format!("{}.", missing.join(" ; ")))]);
    }
}

/// What is there, what is to be joined, what leaves as missing.
fn documents(body: &mut Body<'_>, file: &BankFile) {
    // The pieces behind are the documents that have a file, in the same order.
    let mut pieces = 0_usize;
    let numbered = file.documents.iter().map(|one| {
        let has_file = !one.scans.is_empty();
        pieces = pieces.saturating_add(usize::from(has_file));
        document(one, has_file.then_some(pieces))
    });
    let there: Vec<Vec<Span>> = numbered.flatten().collect();
    in_two_columns(body, &there);
    to_join(body, file);
    missing(body, file);
}

/// A list in two columns, read down the first one: the consent has to fit under it.
fn in_two_columns(body: &mut Body<'_>, items: &[Vec<Span>]) {
    if items.is_empty() {
        return;
    }
    let (first, second) = items.split_at(items.len().div_ceil(2));
    let (left, right) = Measure::halves();
    let mut columns = [(first, left), (second, right)].into_iter().map(|(items, measure)| {
        let list = List { marker: Marker::Bullet, items, style: DENSE };
        body.setter.list(body.place, &list, measure)
    });
    let (left, right) = (columns.next().unwrap_or_default(), columns.next().unwrap_or_default());
    drop(columns);
    body.add(vec![beside(left, right)]);
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
