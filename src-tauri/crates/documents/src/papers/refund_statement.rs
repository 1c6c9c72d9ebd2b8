//! The statement of the interest to be refunded, for the treasurer, and the list of transfers that goes apart from it.
//!
//! The statement is summed up in letters, certified by who follows the loans and ordered by who may; what the office did not
//! settle of its accounts is left to be written, never proposed. Whole account numbers are on the list alone. Worked example:
//! five refunds of 301,60 € out of an envelope of 800 € leave 498,40 €.

mod transfers;

pub use transfers::render_transfers;

use chrono::{Datelike, NaiveDate};
use domain::loan::Rate;
use domain::money::{AmountTooLarge, Euros};
use domain::words::{AdvisorWords, counted, long_date, numeric_date, spaced, sum_in_letters};

use crate::finish::{Identity, finish};
use crate::page::{
    Align, Foot, Length, Marker, Measure, Paragraph, Row, Signatory, Span, Strip, Table, Tags, Typesetter, below,
    beside, framed, keep_together,
};
use crate::papers::Letterhead;
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::panel::{Fit, Panel, on_one_sheet};
use crate::papers::wording::{or_dots, plain, strong};
use crate::{Paper, PaperError};

/// What people call the statement.
pub const TITLE: &str = "État liquidatif des remboursements d’intérêts";
/// What people call the list that goes apart from it.
pub const TRANSFERS: &str = "Liste de virement des remboursements d’intérêts";

/// The facts of the statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefundStatement {
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// The rule, in a sentence.
    pub rule: String,
    /// The resolution; empty when it is not noted.
    pub resolution: String,
    /// Who decides; empty when it is not noted.
    pub decided_by: String,
    /// Where it stands in the accounts; empty when the office did not settle it.
    pub charged_to: String,
    /// Who orders the payment; empty when the office did not settle it.
    pub ordered_by: String,
    /// What was voted for the year, and what was paid of it before; nothing without an envelope.
    pub envelope: Option<(Euros, Euros)>,
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
    /// Over how many months.
    pub months: u32,
    /// At which rate.
    pub rate: Rate,
    /// The day the loan ended.
    pub ended_on: NaiveDate,
    /// How many instalments were late.
    pub late: usize,
    /// The interest paid.
    pub interest: Euros,
    /// What the bank attests less what the schedule says; nothing where it attested nothing.
    pub apart: Option<Euros>,
    /// The share that is refunded, in percent.
    pub share: u32,
    /// What is refunded.
    pub amount: Euros,
    /// The day it was decided.
    pub decided_on: NaiveDate,
    /// The account number, whole.
    pub iban: String,
    /// Its holder.
    pub holder: String,
    /// The day it was given.
    pub account_on: NaiveDate,
}

const COLUMNS: [(i64, Align, &str); 11] = [
    (4, Align::Left, "N°"),
    (12, Align::Left, "Référence"),
    (18, Align::Left, "Bénéficiaire"),
    (10, Align::Right, "Prêt"),
    (5, Align::Right, "Mois"),
    (7, Align::Right, "Taux"),
    (11, Align::Right, "Fin du prêt"),
    (8, Align::Right, "Retards"),
    (9, Align::Right, "Intérêts payés"),
    (6, Align::Right, "Part"),
    (10, Align::Right, "À verser"),
];
const ENVELOPE: [(i64, Align, &str); 2] = [(70, Align::Left, "Enveloppe de l’année"), (30, Align::Right, "Euros")];
const SIGNATURE: Length = Length::mm(2_800);
/// What the bank attests and what the schedule says are alike within this many cents.
const ALIKE: i64 = 5;

impl RefundStatement {
    /// What is to be paid in all.
    pub fn total(&self) -> Result<Euros, AmountTooLarge> {
        Euros::sum(self.lines.iter().map(|line| line.amount))
    }

    /// What is left of the envelope after it; nothing without an envelope.
    pub fn left(&self) -> Result<Option<Euros>, AmountTooLarge> {
        let total = self.total()?;
        self.envelope.map(|(voted, before)| voted.minus(before)?.minus(total)).transpose()
    }

    fn count(&self) -> u64 {
        u64::try_from(self.lines.len()).unwrap_or(u64::MAX)
    }
}

/// Prints the statement: nobody’s account is on it.
pub fn render(statement: &RefundStatement, head: &Letterhead) -> Result<Paper, PaperError> {
    let total = statement.total()?;
    let left = statement.left()?;
    let rows = rows(statement, total)?;
    sheet(TITLE, "confidentiel", statement, head, |setter, fit| {
        let mut panel = Panel::fitting(setter, Measure::WHOLE, fit);
        panel.pairs_in_two(&settled(statement, head));
        panel.say(&[strong("Règle. "), plain(&statement.rule)]);
        panel.table(&Table::of(fit.density(), &COLUMNS, rows.clone()));
        let mut strips = panel.strips();
        let mut end = vec![stopped_at(setter, fit, total)];
        end.extend(below(Length::mm(240), vec![proofs(setter, fit, statement, total, left)]));
        let mut panel = Panel::fitting(setter, Measure::WHOLE, fit);
        panel.leave(Length::mm(200));
        panel.say(&[strong("Contrôle. "), plain(controls(statement))]);
        end.extend(panel.strips());
        end.extend(signed(setter, fit, statement, head));
        strips.extend(below(Length::mm(260), keep_together(end)));
        strips
    })
}

/// A paper of the statement: its head, its title, what it holds.
fn sheet(
    title: &str,
    marked: &str,
    statement: &RefundStatement,
    head: &Letterhead,
    compose: impl Fn(&mut Typesetter, Fit) -> Vec<Strip>,
) -> Result<Paper, PaperError> {
    let day = long_date(statement.printed_on);
    let year = statement.printed_on.year();
    let foot = Foot::plain(format!("{title} · exercice {year} · {day} · {marked}"));
    let (sheets, setter) = on_one_sheet(&foot, |setter, fit| {
        let lines = [
            HeadLine::named("État n°", "………………"),
            HeadLine::named("exercice", year.to_string()),
            HeadLine::plain(format!("établi le {day}")),
        ];
        let mut strips = letterhead(setter, head, &lines);
        let mut panel = Panel::fitting(setter, Measure::WHOLE, fit);
        panel.leave(Length::mm(400));
        let count = counted(statement.count(), "bénéficiaire", "bénéficiaires");
        panel.title(title, &format!("Microcrédits personnels · {count}"));
        strips.extend(panel.strips());
        strips.extend(below(Length::mm(300), compose(setter, fit)));
        strips
    })?;
    let identity =
        Identity { title: format!("{title} du {day}"), author: head.office.name.clone(), date: statement.printed_on };
    finish(sheets, &setter, &identity)
}

/// What the office settled, two by two; what it did not is left to be written.
fn settled(statement: &RefundStatement, head: &Letterhead) -> Vec<(String, String)> {
    let written = |text: &str| if text.is_empty() { "………………………".to_owned() } else { text.to_owned() };
    let days: Vec<NaiveDate> = statement.lines.iter().map(|line| line.decided_on).collect();
    let decided = match (days.iter().min(), days.iter().max()) {
        (Some(first), Some(last)) if first == last => numeric_date(*first),
        (Some(first), Some(last)) => format!("{} au {}", numeric_date(*first), numeric_date(*last)),
        _ => String::new(),
    };
    let who = if statement.decided_by.is_empty() { String::new() } else { format!("{}, ", statement.decided_by) };
    let pairs = [
        ("Délibération", written(&statement.resolution)),
        ("Imputation", written(&statement.charged_to)),
        ("Exécutoire le", written("")),
        ("Engagement", written("")),
        ("Décision", format!("{who}{decided}")),
        ("Comptable public", written(&head.office.treasury_address)),
    ];
    pairs.into_iter().map(|(label, value)| (label.to_owned(), spaced(&value))).collect()
}

fn rows(statement: &RefundStatement, total: Euros) -> Result<Vec<Row>, AmountTooLarge> {
    let mut rows: Vec<Row> = (1_u32..)
        .zip(&statement.lines)
        .map(|(number, line)| {
            let cells = [
                number.to_string(),
                line.reference.clone(),
                line.name.clone(),
                line.lent.bare(),
                line.months.to_string(),
                line.rate.to_string(),
                numeric_date(line.ended_on),
                line.late.to_string(),
                line.interest.bare(),
                format!("{} %", line.share),
                line.amount.bare(),
            ];
            Row::Line(cells.map(|cell| spaced(&cell)).to_vec())
        })
        .collect();
    let lent = Euros::sum(statement.lines.iter().map(|line| line.lent))?;
    let interest = Euros::sum(statement.lines.iter().map(|line| line.interest))?;
    let none = String::new;
    let cells = [
        none(),
        none(),
        "Total".to_owned(),
        lent.bare(),
        none(),
        none(),
        none(),
        none(),
        interest.bare(),
        none(),
        total.bare(),
    ];
    rows.push(Row::Total(cells.to_vec()));
    Ok(rows)
}

/// The sum in letters and in figures.
fn stopped_at(setter: &mut Typesetter, fit: Fit, total: Euros) -> Strip {
    let inside = Measure::WHOLE.inside_frame();
    let said =
        [plain("Arrêté le présent état à la somme de "), strong(sum_in_letters(total)), plain(format!(" ({total})."))];
    framed(setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&said, fit.text()), inside), Measure::WHOLE)
}

/// What is left of the year, and what is joined.
fn proofs(setter: &mut Typesetter, fit: Fit, statement: &RefundStatement, total: Euros, left: Option<Euros>) -> Strip {
    let (first, second) = Measure::halves();
    let mut panel = Panel::fitting(setter, first, fit);
    if let (Some((voted, before)), Some(left)) = (statement.envelope, left) {
        let row = |label: &str, amount: Euros| vec![label.to_owned(), amount.bare()];
        let rows = vec![
            Row::Line(row("Crédits votés", voted)),
            Row::Line(row("Déjà payé avant cet état", before)),
            Row::Line(row("Cet état", total)),
            Row::Total(row("Disponible après cet état", left)),
        ];
        panel.table(&Table::of(fit.density(), &ENVELOPE, rows));
    }
    let at_left = panel.strips();
    let mut panel = Panel::fitting(setter, second, fit);
    panel.small_heading("Justificatifs joints");
    let resolution =
        if statement.resolution.is_empty() { "délibération".to_owned() } else { statement.resolution.clone() };
    let items: Vec<Vec<Span>> = [
        format!("{resolution}, exécutoire ;"),
        "extrait de la décision qui accorde chaque remboursement ;".to_owned(),
        "pour chaque prêt, attestation de fin de la banque ;".to_owned(),
        "liste de virement et RIB au nom du bénéficiaire, transmis à part.".to_owned(),
    ]
    .iter()
    .map(|one| vec![plain(one)])
    .collect();
    panel.list(Marker::Bullet, &items);
    beside(at_left, panel.strips())
}

/// What was compared, line by line where it differs.
fn controls(statement: &RefundStatement) -> String {
    let lines = &statement.lines;
    let unattested: Vec<&str> =
        lines.iter().filter(|line| line.apart.is_none()).map(|line| line.reference.as_str()).collect();
    let apart = lines.iter().filter_map(|line| Some((line, line.apart?)));
    let apart: Vec<String> = apart
        .filter(|(_, apart)| apart.cents().abs() > ALIKE)
        .map(|(line, apart)| format!("{} : {apart}", line.reference))
        .collect();
    let mut said = Vec::new();
    if !unattested.is_empty() {
        said.push(format!("Intérêts sans attestation de la banque : {}.", unattested.join(", ")));
    }
    if apart.is_empty() && unattested.len() < lines.len() {
        said.push(
            "Intérêts attestés par la banque, comparés à l’échéancier : aucun écart de plus de 0,05 €.".to_owned(),
        );
    } else if !apart.is_empty() {
        said.push(format!("Écarts entre l’attestation de la banque et l’échéancier : {}.", apart.join(" ; ")));
    }
    said.push("Aucun de ces remboursements n’est noté comme déjà payé.".to_owned());
    said.join(" ")
}

/// Who certifies and who orders, then what the accounts write.
fn signed(setter: &mut Typesetter, fit: Fit, statement: &RefundStatement, head: &Letterhead) -> Vec<Strip> {
    let day = long_date(statement.printed_on);
    let mut panel = Panel::fitting(setter, Measure::WHOLE, fit);
    panel.leave(Length::mm(200));
    panel.say(&[plain(format!("Fait à {}, le {day}", or_dots(&head.office.town)))]);
    let mut strips = panel.strips();
    let ordered =
        Signatory { quality: spaced("Vu et arrêté : l’ordonnateur"), name: spaced(or_dots(&statement.ordered_by)) };
    let cells = setter.signatures(Tags::DOCUMENT, &[certified(head), ordered], SIGNATURE, Measure::WHOLE);
    strips.extend(below(Length::mm(240), cells));
    let mut panel = Panel::fitting(setter, Measure::WHOLE, fit);
    panel.leave(Length::mm(260));
    panel
        .say(&[plain("Réservé à la comptabilité : mandat n° ………………… bordereau n° ………………… du ………………… visa …………………………")]);
    strips.extend(panel.strips());
    strips
}

fn certified(head: &Letterhead) -> Signatory {
    let words = AdvisorWords::of(head.office.advisor_title);
    let name = format!("{} microcrédit, {}", domain::words::capital(words.noun), or_dots(&head.office.advisor));
    Signatory { quality: "Certifié exact".to_owned(), name: spaced(&name) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::papers::worlds::{self, assert_says, leave_samples, read};

    fn statement(count: u32) -> RefundStatement {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let euros = |cents| Euros::from_cents(cents).unwrap();
        let line = |number: u32| RefundedLine {
            reference: format!("2024-{number:03}"),
            name: "Jeanne Valoret".to_owned(),
            lent: euros(175_000),
            months: 18,
            rate: Rate::read("4").unwrap(),
            ended_on: day("2026-09-05"),
            late: 0,
            interest: euros(6_032),
            apart: Some(Euros::ZERO),
            share: 100,
            amount: euros(6_032),
            decided_on: day("2026-11-12"),
            iban: "FR76 3000 6000 0112 3456 7890 189".to_owned(),
            holder: "VALORET Jeanne".to_owned(),
            account_on: day("2026-11-10"),
        };
        RefundStatement {
            printed_on: day("2026-11-26"),
            rule: "Totalité des intérêts payés, à la fin du prêt.".to_owned(),
            resolution: "délibération n° 2025-018 du 20 mars 2025".to_owned(),
            decided_by: "la commission du CCAS".to_owned(),
            charged_to: String::new(),
            ordered_by: String::new(),
            envelope: Some((euros(80_000), Euros::ZERO)),
            lines: (1..=count).map(line).collect(),
        }
    }

    #[test]
    fn the_statement_is_summed_in_letters_and_leaves_what_is_not_settled_to_be_written() {
        let mut head = worlds::valbourg();
        head.office.treasury_address = "Trésorerie de Hautville, 12 rue Basse".to_owned();
        let paper = render(&statement(5), &head).unwrap();
        assert_eq!(paper, render(&statement(5), &head).unwrap());
        let pages = read(&paper);
        assert_eq!(pages.len(), 1);
        assert_says(
            &pages[0],
            &[
                "trois cent un euros et soixante centimes (301,60 €)",
                "Disponible après cet état 498,40",
                "Certifié exact",
                "Vu et arrêté : l’ordonnateur",
                "aucun écart de plus de 0,05 €",
                "Imputation …",
                "Comptable public Trésorerie de Hautville, 12 rue Basse",
            ],
        );
        assert!(!pages[0].contains("FR76"), "no account is on the statement");
        let list = render_transfers(&statement(5), &head).unwrap();
        assert_says(
            &read(&list)[0],
            &["FR76 3000 6000 0112 3456 7890 189", "5 virements", "le même nom", "public (Trésorerie"],
        );
        let (most, transfers) =
            (render(&statement(20), &head).unwrap(), render_transfers(&statement(20), &head).unwrap());
        assert_eq!((read(&most).len(), read(&transfers).len()), (1, 1), "twenty on one sheet each");
        worlds::assert_filled(&paper);
        leave_samples("refund_statement", [("cinq", paper), ("vingt", most), ("virements", list)]);
    }

    #[test]
    fn what_the_bank_did_not_attest_or_attests_otherwise_is_told() {
        let mut one = statement(2);
        one.lines[0].apart = None;
        one.lines[1].apart = Some(Euros::from_cents(12).unwrap());
        let told = controls(&one);
        assert!(told.contains("sans attestation de la banque : 2024-001."), "{told}");
        assert!(told.contains("2024-002 : 0,12"), "{told}");
    }
}
