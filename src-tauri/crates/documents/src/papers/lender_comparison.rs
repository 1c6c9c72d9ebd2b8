//! The lenders side by side: the same project in every agreement, for the person to choose.
//!
//! What each costs, what each accepts, what each changes for the person; an asterisk marks what is to be looked at. What
//! an account costs stands beside the TAEG, never in it (*Un coup de pouce pour le microcrédit personnel*, le
//! partenariat bancaire). The person chooses, with reasons, and signs. Three lenders fit a sheet; more go on.
//!
//! Worked example: 2 400 € over 36 months is 150,87 € at 4 %, 161,74 € at 3,50 % with 30,00 of fee, 185,61 € at 4,90 %:
//! 34,74 € apart. An account at 2,10 € a month would add 75,60 €.

mod criteria;
mod wording;

use chrono::NaiveDate;
use domain::loan::{Rate, RepaymentSchedule, Taeg};
use domain::money::Euros;
use domain::person::Person;
use domain::settings::{LenderAgreement, RefundPolicy};
use domain::words::{Borrowers, HARD_SPACE, NARROW_SPACE, Voice, full_name, long_date, of_name, spaced};
use rust_decimal::Decimal;

use crate::finish::{Identity, finish};
use crate::page::{
    Align, Column, Density, Foot, Format, Heading, Key, Length, Measure, Paragraph, Strip, Table, Tags, TextStyle,
    Typesetter, below, flow_on, framed, keep_together, noted, on_new_sheet,
};
use crate::papers::Letterhead;
use crate::papers::body::{Body, SMALL, TEXT};
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::panel::{Fit, on_fewest_sheets};
use crate::papers::wording::{BOX, DOTS, plain, round, strong};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Comparaison des banques";

/// The facts of a comparison; empty texts and absent values are not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LenderComparison {
    /// Reference of the dossier.
    pub reference: String,
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// Who would borrow, and chooses.
    pub borrowers: Borrowers,
    /// What is asked for.
    pub amount: Euros,
    /// For how many months.
    pub months: u32,
    /// What the loan is for: `achat d’un véhicule d’occasion`.
    pub purpose: String,
    /// The lenders, in the order of lists.
    pub lenders: Vec<ComparedLender>,
    /// The rate above which a remark is made.
    pub usual_rate_max: Option<Rate>,
    /// The refund of interest, where the office has one.
    pub refund: Option<RefundPolicy>,
    /// How the office suggests to read it; may be empty.
    pub reading: String,
    /// What the person chose, once it is recorded.
    pub choice: Option<ComparedChoice>,
}

/// What a lender would make of the project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedLender {
    /// Its name.
    pub name: String,
    /// The loan it would make, once it is worked out.
    pub loan: Option<ComparedLoan>,
    /// What of the request its agreement does not allow; empty when it allows all of it.
    pub refused: String,
    /// Whether it finances that purpose: `oui`, `à vérifier`.
    pub finances: String,
    /// What the office signed with it.
    pub agreement: LenderAgreement,
    /// The account it asks for: `compte alimenté de la mensualité`.
    pub account: String,
    /// Who tells the decision: `la banque, aux deux`.
    pub announced: String,
    /// Whether the office hears of the decision from the person alone.
    pub without_office: bool,
    /// `FCS 50 %, agréée`.
    pub guarantee: String,
}

/// A loan as a lender would make it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedLoan {
    /// Its instalments.
    pub schedule: RepaymentSchedule,
    /// Its TAEG.
    pub taeg: Option<Taeg>,
    /// What is left to live on with the loan.
    pub left: Option<LeftToLive>,
    /// The debt ratio with the loan, in percent.
    pub debt_ratio: Option<Decimal>,
}

/// What is left to live on, and whose rule says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LeftToLive {
    /// By the lender's own rule, in its period.
    ByLender(Euros),
    /// By the office's rule, a month: the lender has none that applies.
    ByOffice(Euros),
}

/// The person's choice after explanation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ComparedChoice {
    /// The day.
    pub on: NaiveDate,
    /// The name of the lender chosen.
    pub lender: String,
    /// What was chosen of the account; may be empty.
    pub account: String,
    /// The person's reasons.
    pub reasons: String,
}

/// How many lenders stand side by side on a sheet.
const SIDE_BY_SIDE: usize = 3;
/// The part of the width the labels have.
const LABELS: i64 = 26;
const TICKED: &str = "☑";
const HEAD: TextStyle = TextStyle::of(960, 1_260);

/// Prints the comparison. Refuses only sums beyond the limit of amounts.
pub fn render(sheet: &LenderComparison, head: &Letterhead) -> Result<Paper, PaperError> {
    let day = long_date(sheet.printed_on);
    let foot = Foot::proved(format!("{TITLE} · {} · {day} · n’est pas une offre de prêt", sheet.reference));
    let (sheets, setter) = on_fewest_sheets(|setter, fit| {
        let lines = [HeadLine::named("Référence", &sheet.reference), HeadLine::plain(&day)];
        let mut strips = letterhead(setter, head, &lines);
        strips.extend(below(Length::mm(400), composed(setter, fit, sheet)?));
        Ok(flow_on(Format::CLOSE, strips, &foot, setter))
    })?;
    let identity = Identity {
        title: format!("{TITLE}, {}", sheet.borrowers.names()),
        author: head.office.name.clone(),
        date: sheet.printed_on,
    };
    finish(sheets, &setter, &identity)
}

/// What each costs, the table, how to read it, the choice.
fn composed(setter: &mut Typesetter, fit: Fit, sheet: &LenderComparison) -> Result<Vec<Strip>, PaperError> {
    let mut body = Body::under(setter, Vec::new());
    opening(&mut body, sheet)?;
    for (place, lenders) in sheet.lenders.chunks(SIDE_BY_SIDE).enumerate() {
        table(&mut body, fit, sheet, (place, lenders))?;
    }
    remarks(&mut body, sheet)?;
    choice(&mut body, sheet);
    Ok(body.strips)
}

/// The title, and what each lender costs.
fn opening(body: &mut Body<'_>, sheet: &LenderComparison) -> Result<(), PaperError> {
    let (amount, months) = (round(sheet.amount), sheet.months);
    let name = sheet.borrowers.names();
    let subtitle =
        format!("Le même projet dans chaque convention : {amount} sur {months}{HARD_SPACE}mois, pour {name}");
    body.title("Comparer les banques", &subtitle);
    let costs: Vec<(&str, Euros)> = sheet
        .lenders
        .iter()
        .filter_map(|lender| Some((lender.name.as_str(), lender.loan.as_ref()?.schedule.total_cost)))
        .collect();
    let key = |value: Euros, caption: String| Key { value: value.to_string(), caption: spaced(&caption) };
    let mut keys: Vec<Key> = costs.iter().map(|(name, cost)| key(*cost, format!("{name} : coût"))).collect();
    let extremes = costs.iter().map(|(_, cost)| *cost);
    if let (Some(least), Some(most), true) = (extremes.clone().min(), extremes.max(), costs.len() > 1) {
        keys.push(key(most.minus(least)?, "d’écart entre les deux extrêmes".to_owned()));
    }
    if !keys.is_empty() {
        let columns = keys.len().min(SIDE_BY_SIDE.saturating_add(1));
        let keys = body.setter.keys(Tags::DOCUMENT, &keys, columns, Measure::WHOLE);
        body.leave(Length::mm(280));
        body.add(vec![keys]);
    }
    Ok(())
}

/// Up to three lenders side by side; the next ones on another sheet.
fn table(
    body: &mut Body<'_>,
    fit: Fit,
    sheet: &LenderComparison,
    (place, lenders): (usize, &[ComparedLender]),
) -> Result<(), PaperError> {
    let count = i64::try_from(lenders.len()).unwrap_or(1).max(1);
    // A lender alone on its sheet keeps the width it would have beside another.
    let part = 100_i64.saturating_sub(LABELS).checked_div(count).unwrap_or_default().min(37);
    let first = 100_i64.saturating_sub(part.saturating_mul(count));
    let column = |part| Column { part, align: Align::Left };
    let names = lenders.iter().map(|lender| spaced(&lender.name));
    let table = Table {
        caption: String::new(),
        density: if fit == Fit::Closest { Density::Closest } else { Density::Schedule },
        columns: std::iter::once(column(first)).chain(lenders.iter().map(|_| column(part))).collect(),
        heading: std::iter::once(String::new()).chain(names).collect(),
        rows: criteria::of(sheet, lenders)?,
    };
    if place > 0 {
        let suite = body.setter.heading(Tags::DOCUMENT, Heading::SECTION, "Les autres banques", Measure::WHOLE);
        body.leave(Length::ZERO);
        body.add(on_new_sheet(suite));
    }
    body.leave(Length::mm(220));
    body.table(&table);
    Ok(())
}

/// What the marks and the figures mean, then how the office reads them.
fn remarks(body: &mut Body<'_>, sheet: &LenderComparison) -> Result<(), PaperError> {
    let notes = wording::notes(sheet)?;
    body.leave(Length::mm(120));
    body.note(&notes.join(" "));
    if !sheet.reading.is_empty() {
        let spans = [strong("Lecture proposée. "), plain(&sheet.reading)];
        let text = body.setter.paragraph(
            Tags::DOCUMENT,
            &Paragraph::of(&spans, TextStyle::of(920, 1_220)),
            Measure::WHOLE.inside_note(),
        );
        body.leave(Length::mm(220));
        body.add(keep_together(noted(text, Measure::WHOLE)));
    }
    Ok(())
}

/// The boxes, the reasons and the signature: never apart.
fn choice(body: &mut Body<'_>, sheet: &LenderComparison) {
    let inner = Measure::WHOLE.inside_frame();
    let chosen = sheet.choice.as_ref();
    let whose = sheet.borrowers.addressed();
    let mut boxes = vec![strong(format!("Le choix {}{NARROW_SPACE}:", of_name(&whose)))];
    for lender in &sheet.lenders {
        let mark = if chosen.is_some_and(|choice| choice.lender == lender.name) { TICKED } else { BOX };
        boxes.push(plain(format!(" {mark}{HARD_SPACE}{}{HARD_SPACE}{HARD_SPACE} ", held(&lender.name))));
    }
    let mut strips = body.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&boxes, HEAD), inner);
    let mut lines = Vec::new();
    if let Some(account) = chosen.map(|choice| choice.account.as_str()).filter(|account| !account.is_empty()) {
        lines.push(vec![strong("Le compte : "), plain(account)]);
    }
    let reasons = chosen.map(|choice| choice.reasons.as_str()).filter(|reasons| !reasons.is_empty());
    lines.push(vec![
        strong(sheet.borrowers.voice().pick("Ses raisons : ", "Leurs raisons : ")),
        plain(reasons.unwrap_or(DOTS)),
    ]);
    for line in lines {
        let line = body.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&line, TEXT), inner);
        strips.extend(below(Length::mm(80), line));
    }
    strips.extend(below(Length::mm(250), signatures(body, sheet, inner)));
    body.leave(Length::mm(300));
    body.add(vec![framed(strips, Measure::WHOLE)]);
}

/// The day, written once it is recorded, and the place where each borrower signs.
fn signatures(body: &mut Body<'_>, sheet: &LenderComparison, inner: Measure) -> Vec<Strip> {
    let width = Length::mm(10_500).min(inner.width);
    let place = |person: &Person| {
        let whose = match sheet.borrowers.voice() {
            Voice::Alone => String::new(),
            Voice::Together => format!(" {}", of_name(&full_name(person))),
        };
        match &sheet.choice {
            Some(choice) => format!("Le {}. Signature{whose}{NARROW_SPACE}:", long_date(choice.on)),
            None => format!("Date et signature{whose}{NARROW_SPACE}:"),
        }
    };
    let places = sheet.borrowers.people().iter().map(place).collect::<Vec<_>>();
    let blank = |place: &String| {
        let blank = body.setter.blanks(Tags::DOCUMENT, &[(place.as_str(), Measure { width, ..inner })], SMALL);
        below(Length::mm(400), vec![blank])
    };
    places.iter().flat_map(blank).collect()
}

/// A name that stays on one line with its box.
fn held(name: &str) -> String {
    spaced(name).replace(' ', "\u{a0}")
}

#[cfg(test)]
mod tests;
