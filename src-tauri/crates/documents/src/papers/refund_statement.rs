//! The statement of the interest to be refunded, for the treasurer: who, what loan, by which rule, how much, where.
//!
//! The account number is whole here and nowhere else on paper.

use chrono::NaiveDate;
use domain::money::{AmountTooLarge, Euros};
use domain::words::{counted, long_date, numeric_date, spaced};

use crate::finish::{Identity, finish};
use crate::page::{Align, Foot, Length, Row, Typesetter, flow};
use crate::papers::Letterhead;
use crate::papers::body::Body;
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::wording::{of_name, or_dots, plain};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "État liquidatif des remboursements d’intérêts";

/// The facts of the statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefundStatement {
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// The rule, in a sentence, with its resolution.
    pub rule: String,
    /// The refunds, in the order of names.
    pub lines: Vec<RefundedLine>,
}

/// One refund to be paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefundedLine {
    /// The dossier.
    pub reference: String,
    /// Who is paid.
    pub name: String,
    /// What was lent.
    pub lent: Euros,
    /// The interest paid.
    pub interest: Euros,
    /// What is refunded.
    pub amount: Euros,
    /// The day it was decided.
    pub decided_on: NaiveDate,
    /// The account number, whole.
    pub iban: String,
    /// Its holder.
    pub holder: String,
}

const COLUMNS: [(i64, Align, &str); 5] = [
    (25, Align::Left, "Bénéficiaire, dossier"),
    (12, Align::Right, "Prêt"),
    (12, Align::Right, "Intérêts"),
    (14, Align::Right, "Remboursé"),
    (37, Align::Left, "Compte"),
];

/// Prints the statement.
pub fn render(statement: &RefundStatement, head: &Letterhead) -> Result<Paper, PaperError> {
    let mut setter = Typesetter::new()?;
    let day = long_date(statement.printed_on);
    let mut strips = letterhead(&mut setter, head, &[HeadLine::plain(&day)]);
    let mut body = Body::under(&mut setter, Vec::new());
    let count = u64::try_from(statement.lines.len()).unwrap_or(u64::MAX);
    body.title(TITLE, &counted(count, "remboursement à payer", "remboursements à payer"));
    body.say(vec![plain(statement.rule.clone())]);
    body.rows(&COLUMNS, rows(&statement.lines)?);
    body.note(&format!(
        "Établi par {}. Chaque montant est prouvé échéance par échéance dans le dossier. Ce papier porte des comptes \
         bancaires entiers : il ne sort que pour le comptable.",
        or_dots(&head.office.advisor)
    ));
    let mut own = body.strips;
    if let Some(first) = own.first_mut() {
        first.gap = Length::mm(500);
    }
    strips.extend(own);
    let sheets = flow(strips, &Foot::plain(format!("{TITLE} · {day}")), &mut setter);
    let identity =
        Identity { title: format!("{TITLE} du {day}"), author: head.office.name.clone(), date: statement.printed_on };
    finish(sheets, &setter, &identity)
}

fn rows(lines: &[RefundedLine]) -> Result<Vec<Row>, AmountTooLarge> {
    let mut rows: Vec<Row> = lines
        .iter()
        .map(|line| {
            let decided = numeric_date(line.decided_on);
            Row::Named(
                [
                    format!("{}, {}", line.name, line.reference),
                    line.lent.to_string(),
                    line.interest.to_string(),
                    line.amount.to_string(),
                    format!("{}, au nom {} (décidé le {decided})", line.iban, of_name(&line.holder)),
                ]
                .map(|cell| spaced(&cell))
                .to_vec(),
            )
        })
        .collect();
    let total = Euros::sum(lines.iter().map(|line| line.amount))?;
    let interest = Euros::sum(lines.iter().map(|line| line.interest))?;
    rows.push(Row::Total(vec![
        "Total".to_owned(),
        String::new(),
        interest.to_string(),
        total.to_string(),
        String::new(),
    ]));
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::worlds::{self, leave_samples};

    #[test]
    fn the_statement_adds_up_to_what_it_prints() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let euros = |cents| Euros::from_cents(cents).unwrap();
        let line = |name: &str, cents: i64| RefundedLine {
            reference: "2024-031".to_owned(),
            name: name.to_owned(),
            lent: euros(180_000),
            interest: euros(cents),
            amount: euros(cents),
            decided_on: day("2026-11-12"),
            iban: "FR76 3000 6000 0112 3456 7890 189".to_owned(),
            holder: name.to_owned(),
        };
        let statement = RefundStatement {
            printed_on: day("2026-11-20"),
            rule: "Totalité des intérêts payés, à la fin du prêt, délibération n° 2025-018 du 20 mars 2025.".to_owned(),
            lines: vec![line("Jeanne Valoret", 5_716), line("Yannick Peltrault", 3_902)],
        };
        let rows = rows(&statement.lines).unwrap();
        let Some(Row::Total(total)) = rows.last() else { panic!("no total") };
        assert_eq!(total[3].replace(['\u{202f}', '\u{a0}'], " "), "96,18 €");
        let paper = render(&statement, &worlds::valbourg()).unwrap();
        assert!(paper.unprintable.is_empty());
        assert_eq!(paper.bytes, render(&statement, &worlds::valbourg()).unwrap().bytes);
        leave_samples("refund_statement", [("deux", paper)]);
    }
}
