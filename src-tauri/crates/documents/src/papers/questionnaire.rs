//! The questionnaire, to be filled by hand: a few plain questions, boxes to tick, a line to be quoted or not.

use chrono::NaiveDate;
use domain::words::{long_date, spaced};

use crate::finish::{Identity, finish};
use crate::page::{Foot, Length, Typesetter, flow};
use crate::papers::Letterhead;
use crate::papers::body::Body;
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::wording::{BOX, plain};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Questionnaire";

/// The facts of the questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Questionnaire {
    /// Reference of the dossier, which counts an answer once.
    pub reference: String,
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// When it is asked: `À la fin du prêt`.
    pub moment: String,
    /// What is said above it.
    pub intro: String,
    /// The questions, in their order.
    pub questions: Vec<PrintedQuestion>,
    /// The consent to be quoted.
    pub quote: String,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedQuestion {
    /// The question.
    pub label: String,
    /// The boxes; a line to write on when there is none.
    pub choices: Vec<String>,
}

/// Prints the questionnaire.
pub fn render(sheet: &Questionnaire, head: &Letterhead) -> Result<Paper, PaperError> {
    let mut setter = Typesetter::new()?;
    let day = long_date(sheet.printed_on);
    let lines = [HeadLine::named("Référence", &sheet.reference), HeadLine::plain(&day)];
    let mut strips = letterhead(&mut setter, head, &lines);
    let mut body = Body::under(&mut setter, Vec::new());
    body.title(TITLE, &sheet.moment);
    body.say(vec![plain(spaced(&sheet.intro))]);
    for (number, question) in (1_u32..).zip(&sheet.questions) {
        body.section(&spaced(&format!("{number}. {}", question.label)));
        let boxes = question.choices.iter().map(|choice| format!("{BOX}\u{a0}{choice}")).collect::<Vec<_>>();
        let answer = if boxes.is_empty() { "…".repeat(80) } else { boxes.join("\u{a0}\u{a0}\u{a0}\u{a0} ") };
        body.say(vec![plain(spaced(&answer))]);
    }
    body.note(&format!("{BOX}\u{a0}{}", spaced(&sheet.quote)));
    body.note(&format!("À rendre à {}. La référence sert à ne compter la réponse qu’une fois.", head.office.advisor));
    let mut own = body.strips;
    if let Some(first) = own.first_mut() {
        first.gap = Length::mm(500);
    }
    strips.extend(own);
    let sheets = flow(strips, &Foot::proved(format!("{TITLE} · {} · {day}", sheet.reference)), &mut setter);
    let title = format!("{TITLE}, {}", sheet.moment);
    let identity = Identity { title, author: head.office.name.clone(), date: sheet.printed_on };
    finish(sheets, &setter, &identity)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::worlds::{self, leave_samples};

    #[test]
    fn the_questionnaire_fits_its_twelve_questions() {
        let question = |number: u32| PrintedQuestion {
            label: format!("Demanderiez-vous à nouveau un microcrédit ({number}) ?"),
            choices: ["oui, par choix", "oui, faute d’autre solution", "non"].map(str::to_owned).to_vec(),
        };
        let mut questions: Vec<PrintedQuestion> = (1..12).map(question).collect();
        questions
            .push(PrintedQuestion { label: "Une chose à changer, ou à garder :".to_owned(), choices: Vec::new() });
        let sheet = Questionnaire {
            reference: "2024-031".to_owned(),
            printed_on: NaiveDate::from_ymd_opt(2026, 11, 20).unwrap(),
            moment: "À la fin".to_owned(),
            intro: "Cinq minutes suffisent. Répondre est libre.".to_owned(),
            questions,
            quote: "Mes réponses peuvent être citées sans mon nom.".to_owned(),
        };
        let paper = render(&sheet, &worlds::valbourg()).unwrap();
        assert!(paper.unprintable.is_empty(), "{:?}", paper.unprintable);
        worlds::assert_says(&worlds::read(&paper)[0], &["☐ oui, par choix ☐ oui, faute", "☐ Mes réponses"]);
        assert_eq!(paper.bytes, render(&sheet, &worlds::valbourg()).unwrap().bytes);
        leave_samples("survey", [("fin", paper)]);
    }
}
