//! The first sheet: the essential in four figures and a summary, the contents, what is asked of the lender.

use domain::assessment::RegisterAnswer;
use domain::dossier::Precision;
use domain::project::Choice;
use domain::settings::OwnFormPlace;
use domain::words::{
    AdvisorWords, Labelled, capital, counted, known_date_typed, long_date, lowered, of_name, round, spaced, to_the,
};

use super::budget::too_little;
use super::lack::{Lack, lacks};
use super::pieces::Pieces;
use super::transmission::situations;
use super::{BankFile, DocumentStanding, OfficeDecision, titles};
use crate::PaperError;
use crate::page::{
    Face, Heading, Ink, Key, Length, Measure, Paragraph, Span, Stand, Strip, Tags, TextStyle, below, beside, framed,
    noted,
};
use crate::papers::Letterhead;
use crate::papers::body::{Body, SMALL, TEXT};
use crate::papers::reste_a_vivre::share;
use crate::papers::wording::{plain, strong, usual};

const SUBTITLE: TextStyle = TextStyle::of(1_100, 1_450);
/// The longest summary a frame of the first sheet holds, in characters.
const FRAMED: usize = 1_800;
/// More missing documents than this are counted on the first sheet.
const FEW: usize = 3;
const CONTENTS: TextStyle = TextStyle::of(960, 1_260);

/// Everything under the letterhead of the first sheet.
pub(super) fn compose(
    body: &mut Body<'_>,
    (file, head): (&BankFile, &Letterhead),
    (pieces, sheets): (&Pieces<'_>, &[Option<usize>]),
) -> Result<(), PaperError> {
    let title = body.setter.heading(Tags::DOCUMENT, Heading::TITLE, "Demande de microcrédit personnel", Measure::WHOLE);
    body.strips.extend(below(Length::mm(600), title));
    let whose = [Span::new(addressee(file), Face::Sans, Ink::SOFT)];
    let whose = body.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&whose, SUBTITLE), Measure::WHOLE);
    body.strips.extend(below(Length::mm(100), whose));
    let figures = keys(file, head);
    if !figures.is_empty() {
        let mut keys = body.setter.keys(Tags::DOCUMENT, &figures, figures.len(), Measure::WHOLE);
        keys.gap = Length::mm(500);
        body.strips.push(keys);
    }
    let summary = summary(body, file);
    body.strips.extend(summary);
    if let Some(little) = too_little(file)? {
        let spans = [strong("Point de vigilance. "), plain(little)];
        let little = body.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&spans, TEXT), Measure::WHOLE);
        body.strips.extend(below(Length::mm(300), little));
    }
    for (what, told) in to_be_read_first(file) {
        let spans = [strong(what), plain(told)];
        let told = body.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&spans, TEXT), Measure::WHOLE);
        body.strips.extend(below(Length::mm(300), told));
    }
    let (left, right) = Measure::halves();
    let contents = contents(body, titles(file, pieces), sheets, left);
    let asked = asked(body, (file, head), right);
    let mut both = beside(contents, asked, Stand::Top);
    both.gap = Length::mm(400);
    body.strips.push(both);
    let notes = [strong_note("Présentations. "), note(&presentations(file))];
    let mut notes = body.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&notes, SMALL), Measure::WHOLE);
    if file.own_form == Some(OwnFormPlace::First) {
        let form = [strong_note("Formulaire de la banque. "), note("Rempli à part, placé en tête de ce dossier.")];
        let form = body.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&form, SMALL), Measure::WHOLE);
        notes.extend(below(Length::mm(150), form));
    }
    for (what, which) in lacking_pieces(file, pieces) {
        let told = [strong_note(what), note(&format!("{}.", which.join(" ; ")))];
        let told = body.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&told, SMALL), Measure::WHOLE);
        notes.extend(below(Length::mm(150), told));
    }
    let missing: Vec<&str> = lacks(file, head).into_iter().map(Lack::label).collect();
    if !missing.is_empty() {
        let missing =
            [strong_note("Non renseigné. "), note(&format!("Ce dossier ne dit pas encore : {}.", missing.join(", ")))];
        let missing = body.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&missing, SMALL), Measure::WHOLE);
        notes.extend(below(Length::mm(150), missing));
    }
    body.strips.extend(below(Length::mm(700), notes));
    Ok(())
}

/// What disagrees in the file, and the registers when one says yes or nobody has looked.
fn to_be_read_first(file: &BankFile) -> Vec<(String, String)> {
    let mut told = Vec::new();
    if !file.contradictions.is_empty() {
        told.push(("À lire avant de décider. ".to_owned(), spaced(&file.contradictions.join(" "))));
    }
    for (whose, known) in file.registers().filter(|(_, known)| known.answers() != [RegisterAnswer::No; 3]) {
        let rows = situations(known).map(|(register, situation)| format!("{register} : {situation}"));
        told.push((format!("Banque de France{whose}. "), spaced(&format!("{}.", rows.join(" ; ")))));
    }
    told
}

/// The documents still to be joined, those that leave as missing and those whose file cannot be read, when there are any.
fn lacking_pieces(file: &BankFile, pieces: &Pieces<'_>) -> Vec<(&'static str, Vec<String>)> {
    let of = |wanted: fn(&DocumentStanding) -> bool| {
        let all = file.documents.iter().filter(|one| wanted(&one.standing));
        let all: Vec<String> = all.map(|one| one.label.clone()).collect();
        // They are all named with the documents: the first sheet says how many.
        match all.len() {
            0..=FEW => all,
            count => vec![format!("{count}, nommées avec les pièces du dossier")],
        }
    };
    let all = [
        ("Pièces à joindre. ", of(|standing| matches!(standing, DocumentStanding::ToJoin))),
        ("Pièces manquantes. ", of(|standing| matches!(standing, DocumentStanding::Missing(_)))),
        ("Pièces illisibles. ", pieces.unreadable()),
    ];
    all.into_iter().filter(|(_, which): &(_, Vec<String>)| !which.is_empty()).collect()
}

fn note(text: &str) -> Span {
    Span::new(spaced(text), Face::Sans, Ink::NOTE)
}

fn strong_note(text: &str) -> Span {
    Span::new(spaced(text), Face::SansSemiBold, Ink::NOTE)
}

/// `Dossier transmis à la Banque du Val, à l’attention de M. Joël Astier, conseiller microcrédit`.
fn addressee(file: &BankFile) -> String {
    let Some(lender) = &file.lender else { return file.people().names() };
    let verb = if file.sent_on.is_some() { "transmis" } else { "à transmettre" };
    let mut text = format!("Dossier {verb} {}", to_the(&lender.name));
    if !lender.contact.is_empty() {
        text = format!("{text}, à l’attention {}", of_name(&lender.contact));
    }
    if !lender.contact_role.is_empty() {
        text = format!("{text}, {}", lender.contact_role);
    }
    spaced(&text)
}

/// The figures a lender looks for first; one that is not known is left out.
fn keys(file: &BankFile, head: &Letterhead) -> Vec<Key> {
    let key = |value: String, caption: String| Key { value, caption: spaced(&caption) };
    let mut keys = Vec::new();
    if let Some(amount) = file.amount {
        let over = file.months.map(|months| format!("demandés sur {}", counted(months, "mois", "mois")));
        keys.push(key(round(amount), over.unwrap_or_else(|| "demandés".to_owned())));
    }
    if let Some((loan, usual)) = file.loan.as_ref().and_then(|loan| Some((loan, usual(&loan.schedule)?))) {
        let insured = if usual.insurance.is_zero() { "" } else { ", assurance comprise" };
        let rate = loan.schedule.terms.annual_rate;
        keys.push(key(usual.total.to_string(), format!("par mois{insured}, au taux de {rate}")));
    }
    if let Some(budget) = &file.budget {
        let share = share(&budget.before);
        keys.push(match &budget.after {
            Some(after) => {
                let mark = after.rule.threshold;
                let mark = mark.map(|mark| format!(" (repère : {}{})", round(mark), after.period_in_words()));
                let account = after.budget.account;
                let account = (!account.is_zero()).then(|| format!(", compte à {account} par mois compris"));
                let caption = format!(
                    "de reste à vivre par {share} après le prêt{}{}",
                    account.unwrap_or_default(),
                    mark.unwrap_or_default()
                );
                key(after.budget.reste_a_vivre.to_string(), caption)
            }
            None => key(
                budget.before.reste_a_vivre.to_string(),
                format!("de reste à vivre par {share} aujourd’hui, sans le prêt"),
            ),
        });
    }
    if let Some(opinion) = file.assessment.opinion {
        let by =
            if head.office.advisor.is_empty() { "du CCAS".to_owned() } else { format!("par {}", head.office.advisor) };
        let decided =
            file.decision.as_ref().map(|decision| format!(" ; transmission décidée par le CCAS {}", decided(decision)));
        keys.push(key(opinion.label().to_owned(), format!("avis motivé {by}{}", decided.unwrap_or_default())));
    }
    keys
}

/// The request in a few sentences, in a frame; one too long for it goes on beside a bar. Nothing when it is not written.
fn summary(body: &mut Body<'_>, file: &BankFile) -> Vec<Strip> {
    let summary = &file.assessment.summary;
    if summary.is_empty() {
        return Vec::new();
    }
    let short = summary.as_str().chars().count() <= FRAMED;
    let inner = if short { Measure::WHOLE.inside_frame() } else { Measure::WHOLE.inside_note() };
    let mut strips = body.setter.heading(Tags::DOCUMENT, Heading::FRAME, "En résumé", inner);
    for (place, text) in summary.paragraphs().enumerate() {
        let text = body.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&[plain(text)], TEXT), inner);
        strips.extend(below(Length::mm(if place == 0 { 60 } else { 150 }), text));
    }
    let set = if short { vec![framed(strips, Measure::WHOLE)] } else { noted(strips, Measure::WHOLE) };
    below(Length::mm(400), set)
}

fn contents(body: &mut Body<'_>, titles: Vec<String>, sheets: &[Option<usize>], measure: Measure) -> Vec<Strip> {
    let mut strips = below(Length::ZERO, body.setter.heading(Tags::DOCUMENT, Heading::SECTION, "Sommaire", measure));
    let sheet = |place: usize| sheets.get(place).copied().flatten();
    let entries: Vec<_> = titles.into_iter().enumerate().map(|(place, title)| (title, sheet(place))).collect();
    let lines = body.setter.contents(Tags::DOCUMENT, &entries, CONTENTS, measure);
    strips.extend(below(Length::mm(160), lines));
    strips
}

/// What is asked of the lender, and whom it may ask.
fn asked(body: &mut Body<'_>, (file, head): (&BankFile, &Letterhead), measure: Measure) -> Vec<Strip> {
    let office = &head.office;
    let whom = capital(AdvisorWords::of(office.advisor_title).contact);
    let joined = |parts: [&str; 2], between: &str| {
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
    };
    let phone = office.advisor_line();
    let contact = [joined([&office.advisor, &office.advisor_role], ", "), joined([phone, &office.email], " · ")];
    let mut strips = Vec::new();
    let what = "Ce que nous vous demandons";
    strips.extend(below(Length::ZERO, body.setter.heading(Tags::DOCUMENT, Heading::SECTION, what, measure)));
    let text = body.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&request(file), TEXT), measure);
    strips.extend(below(Length::mm(160), text));
    if contact.iter().any(|line| !line.is_empty()) {
        strips.extend(below(Length::mm(500), body.setter.heading(Tags::DOCUMENT, Heading::SECTION, &whom, measure)));
    }
    for (place, line) in contact.iter().enumerate() {
        let line = body.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&[plain(line)], TEXT), measure);
        strips.extend(below(Length::mm(if place == 0 { 160 } else { 0 }), line));
    }
    strips
}

fn request(file: &BankFile) -> Vec<Span> {
    let lender = file.lender.as_ref();
    let days = lender.and_then(|lender| lender.answer_days).map(|days| counted(days, "jour", "jours"));
    let mut spans = match (lender.and_then(|lender| lender.answer_by), days) {
        (Some(day), Some(days)) => {
            vec![plain("Une décision avant le "), strong(long_date(day)), plain(format!(" ({days}, par convention)."))]
        }
        (Some(day), None) => vec![plain("Une décision avant le "), strong(long_date(day)), plain(".")],
        (None, Some(days)) => vec![plain(format!("Une décision dans les {days} prévus par la convention."))],
        (None, None) => vec![plain("Une décision écrite.")],
    };
    spans.push(plain(format!(
        " En cas de refus : le motif, pour revoir la demande avec {}. En cas d’accord de principe : une attestation.",
        file.people().addressed().trim_end_matches('.')
    )));
    spans
}

/// What was presented before, and how long the quotes hold.
fn presentations(file: &BankFile) -> String {
    let mut sentences = if file.presentations.is_empty() {
        vec!["Première présentation de ce dossier à une banque.".to_owned()]
    } else {
        vec![format!("Déjà présenté. {}", file.presentations.join(" "))]
    };
    let kept: Vec<_> = file.project.quotes.iter().filter(|quote| quote.choice == Choice::Kept).collect();
    if let Some(day) = kept.iter().filter_map(|quote| quote.valid_until).min() {
        let what = match kept.as_slice() {
            [only] if !only.label.is_empty() => format!("Le devis retenu ({})", lowered(only.label.as_str())),
            [_] => "Le devis retenu".to_owned(),
            _ => "Un des devis retenus".to_owned(),
        };
        let until = long_date(day);
        sentences.push(if day < file.told_on().0 {
            format!("{what} est expiré depuis le {until}.")
        } else if day < file.printed_on {
            format!("{what} était valable jusqu’au {until}.")
        } else if kept.len() > 1 {
            format!("Les devis retenus sont valables au moins jusqu’au {until}.")
        } else {
            format!("{what} est valable jusqu’au {until}.")
        });
    }
    sentences.join(" ")
}

/// `le 26/11/2026`, or the month or the year that is known.
fn decided(decision: &OfficeDecision) -> String {
    let article = if decision.known == Precision::Day { "le" } else { "en" };
    format!("{article} {}", known_date_typed(decision.on, decision.known))
}
