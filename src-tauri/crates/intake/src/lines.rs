//! The lines of a chosen register, a page at a time, those to be looked at first.

use domain::register::{Question, RegisterColumn};
use domain::words::{long_date, numeric_date, spaced};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::judge::{Judged, RegisterVerdict};
use super::register_file::{Brought, Settlement, chosen};
use super::wording;
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::shapes::{Choice, key_of};

/// How many lines a page has.
const PAGE: usize = 50;

/// Which lines.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RegisterRowsAsked {
    /// Those of a verdict; every one when absent.
    pub verdict: Option<RegisterVerdict>,
    /// How many to pass over.
    pub offset: u32,
}

/// A page of lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RegisterRows {
    /// How many there are in all.
    pub total: u32,
    /// How many were passed over.
    pub offset: u32,
    /// The lines.
    pub rows: Vec<RegisterRow>,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RegisterRow {
    /// Its number in the spreadsheet.
    pub line: u32,
    /// What would become of it.
    pub verdict: Choice,
    /// Why; empty when there is nothing to say.
    pub reason: String,
    /// Its cells, those of the columns that are read.
    pub cells: Vec<RegisterCell>,
    /// What is to be settled.
    pub question: Option<RegisterQuestion>,
    /// What was settled.
    pub settled: Option<Settlement>,
}

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RegisterCell {
    /// Its column, from zero.
    pub place: u32,
    /// What the column holds.
    pub column: String,
    /// Its text, corrected or not.
    pub text: String,
    /// Why it is not read; empty when it is.
    pub fault: String,
    /// What it is asked about; empty when it is not.
    pub ask: String,
}

/// What is to be settled of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RegisterQuestion {
    /// The question.
    pub text: String,
    /// The dossier it is about.
    #[ts(type = "number | null")]
    pub dossier: Option<domain::dossier::DossierId>,
    /// Its reference; empty without one.
    pub reference: String,
    /// The answers.
    pub answers: Vec<Choice>,
}

/// Shows a page of lines.
pub fn register_rows(desk: &Desk, input: RegisterRowsAsked, _: &Moment) -> Result<RegisterRows, Failure> {
    let brought = chosen(desk)?;
    let mut chosen: Vec<&Judged> =
        brought.judged.iter().filter(|one| input.verdict.is_none_or(|verdict| one.verdict == verdict)).collect();
    // A line that was settled stays where it stood, below what is still to be looked at.
    chosen.sort_by_key(|one| (one.verdict.min(RegisterVerdict::ToCreate), one.read.line));
    let offset = usize::try_from(input.offset).unwrap_or(usize::MAX);
    let rows = chosen.iter().skip(offset).take(PAGE).map(|one| row(brought, one)).collect();
    let total = u32::try_from(chosen.len()).unwrap_or(u32::MAX);
    Ok(RegisterRows { total, offset: input.offset, rows })
}

fn row(brought: &Brought, one: &Judged) -> RegisterRow {
    let columns = brought.headings.columns.iter().enumerate().filter_map(|(place, column)| Some((place, (*column)?)));
    let cells = columns.map(|(place, column)| {
        let fault = one.read.faults.iter().find(|fault| fault.column == column);
        RegisterCell {
            place: u32::try_from(place).unwrap_or(u32::MAX),
            column: column.key().to_owned(),
            text: brought.cell(one.read.line, place).to_owned(),
            fault: fault.map(|fault| spaced(&wording::cell(fault.why))).unwrap_or_default(),
            ask: asked(one, column, brought),
        }
    });
    RegisterRow {
        line: u32::try_from(one.read.line.saturating_add(1)).unwrap_or(u32::MAX),
        verdict: Choice::new(&key_of(one.verdict), wording::verdict(one.verdict)),
        reason: one.reason.clone(),
        cells: cells.collect(),
        question: one.question.as_ref().map(worded),
        settled: brought.settled.get(&one.read.line).copied(),
    }
}

/// What stands below the cell a question is about.
fn asked(one: &Judged, column: RegisterColumn, brought: &Brought) -> String {
    if one.verdict != RegisterVerdict::ToSettle {
        return String::new();
    }
    match &one.question {
        Some(Question::TwoPeople) if column.names_the_person() => "deux personnes ?".to_owned(),
        Some(Question::Namesake { born_on: Some(born_on), .. }) if column == RegisterColumn::BornOn => {
            spaced(&format!("ici : {}", numeric_date(*born_on)))
        }
        Some(Question::Namesake { .. }) if column.names_the_person() => "déjà connu ?".to_owned(),
        Some(Question::SameAsLine(line) | Question::Twice(line)) if column.names_the_person() => {
            let heading = brought.place_of(column).map(|_| line.saturating_add(1)).unwrap_or_default();
            spaced(&format!("comme ligne {heading} ?"))
        }
        Some(Question::TwoPeople | Question::Namesake { .. } | Question::SameAsLine(_) | Question::Twice(_)) | None => {
            String::new()
        }
    }
}

fn worded(question: &Question) -> RegisterQuestion {
    let answer = |settled: Settlement, label: &str| Choice::new(&key_of(settled), label);
    let leave = answer(Settlement::Leave, "laisser de côté");
    let none = (None, String::new());
    let (text, (dossier, reference), mut answers) = match question {
        Question::TwoPeople => (
            "Deux personnes dans la même case ?".to_owned(),
            none,
            vec![
                answer(Settlement::CoBorrower, "une personne et son co-emprunteur"),
                answer(Settlement::TwoDossiers, "deux dossiers"),
            ],
        ),
        Question::Namesake { dossier, reference, born_on, .. } => {
            let born = born_on.map(|day| format!(", né(e) le {}", long_date(day))).unwrap_or_default();
            (
                spaced(&format!("La même personne que dans {reference}{born} ?")),
                (Some(*dossier), reference.clone()),
                vec![
                    answer(Settlement::SamePerson, "oui, ajouter ce dossier"),
                    answer(Settlement::Namesake, "non, un homonyme"),
                ],
            )
        }
        Question::SameAsLine(line) => (
            spaced(&format!("La même personne qu’à la ligne {} ?", line.saturating_add(1))),
            none,
            vec![
                answer(Settlement::SamePerson, "oui, un autre dossier d’elle"),
                answer(Settlement::Namesake, "non, un homonyme"),
            ],
        ),
        Question::Twice(line) => (
            spaced(&format!(
                "La ligne {} dit la même personne et la même date : deux fois la même demande ?",
                line.saturating_add(1)
            )),
            none,
            vec![answer(Settlement::SamePerson, "non, deux demandes")],
        ),
    };
    answers.push(leave);
    RegisterQuestion { text, dossier, reference, answers }
}
