//! The schedule in force: what the contract says, what the bank changed since, what was declared of each instalment.
//!
//! Its figures are the contract’s and the bank’s, and it says so. Nothing declared is « aucun incident connu », never
//! « payée ».

use chrono::NaiveDate;
use domain::dossier::Precision;
use domain::loan::{Instalment, RepaymentSchedule};
use domain::money::Euros;
use domain::words::{Borrowers, long_date, numeric_date, on_known_date, spaced};

use crate::finish::{Identity, finish};
use crate::page::{Align, Foot, Format, Length, Row, Strip, Table, Typesetter, flow_on};
use crate::papers::Letterhead;
use crate::papers::body::Body;
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::panel::on_fewest_sheets;
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Échéancier en vigueur";

/// The facts of the schedule in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurrentSchedule {
    /// Reference of the dossier.
    pub reference: String,
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// Who borrows.
    pub borrowers: Borrowers,
    /// The bank.
    pub lender: String,
    /// The day of the contract.
    pub signed_on: NaiveDate,
    /// How exactly that day is known.
    pub signed_known: Precision,
    /// The number the bank gives the loan; empty when it is not known.
    pub bank_reference: String,
    /// The schedule in force.
    pub schedule: RepaymentSchedule,
    /// The TAEG the contract states, else the one worked out from it.
    pub taeg: String,
    /// Why that worked out is below the fixed rate; empty when it is not, or when the contract states its own.
    pub taeg_note: String,
    /// The contract, then each change: what, the agreement of the bank, what it costs more.
    pub versions: Vec<ScheduleVersion>,
    /// What the contract states otherwise than its terms give: what, by the contract, as worked out, why.
    pub differences: Vec<[String; 4]>,
    /// What was declared of an instalment, by its number; those that are missing were not spoken of.
    pub declared: Vec<(u32, String)>,
    /// `8 échéances déclarées payées sur 36, 1 impayée`.
    pub known: String,
    /// What was paid out and when, or when it is planned; absent while no day is known.
    pub disbursed: Option<(String, String)>,
    /// What the contract planned otherwise of it; empty when all agrees.
    pub disbursed_otherwise: String,
    /// What the end of the loan proves of its interest; empty while it runs.
    pub settled: String,
}

/// One version of the schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScheduleVersion {
    /// `Version 2, report d’une échéance`.
    pub title: String,
    /// `accord du 24 novembre 2026`.
    pub agreed: String,
    /// What it costs beyond the version before; nothing for the contract.
    pub cost: Option<Euros>,
}

const LINES: [(i64, Align, &str); 7] = [
    (6, Align::Left, "N°"),
    (15, Align::Left, "Date"),
    (14, Align::Right, "À payer"),
    (15, Align::Right, "Capital"),
    (12, Align::Right, "Intérêts"),
    (17, Align::Right, "Reste dû"),
    (21, Align::Left, "Déclarée"),
];
const VERSIONS: [(i64, Align, &str); 3] =
    [(50, Align::Left, "Version"), (30, Align::Left, "Accord"), (20, Align::Right, "Coût en plus")];
const DIFFERENCES: [(i64, Align, &str); 4] = [
    (20, Align::Left, "Chiffre"),
    (16, Align::Right, "Selon le contrat"),
    (16, Align::Right, "Calculé"),
    (48, Align::Left, "D’où vient l’écart"),
];
/// A strong rule after so many instalments.
const BAND: u32 = 12;

/// Prints the schedule in force.
pub fn render(facts: &CurrentSchedule, head: &Letterhead) -> Result<Paper, PaperError> {
    let day = long_date(facts.printed_on);
    let foot = Foot::proved(format!("{TITLE} · {} · {day} · selon le contrat", facts.reference));
    let (sheets, setter) = on_fewest_sheets(|setter, fit| {
        let lines = [HeadLine::named("Référence", &facts.reference), HeadLine::plain(&day)];
        let top = letterhead(setter, head, &lines);
        let strips = composed(setter, top, facts, &Table::of(fit.lines(), &LINES, rows(facts)?));
        Ok(flow_on(Format::CLOSE, strips, &foot, setter))
    })?;
    let title = format!("{TITLE}, {}", facts.borrowers.names());
    let identity = Identity { title, author: head.office.name.clone(), date: facts.printed_on };
    finish(sheets, &setter, &identity)
}

fn composed(setter: &mut Typesetter, top: Vec<Strip>, facts: &CurrentSchedule, instalments: &Table) -> Vec<Strip> {
    let mut body = Body::under(setter, top);
    body.leave(Length::mm(500));
    let signed = on_known_date(facts.signed_on, facts.signed_known);
    let number =
        if facts.bank_reference.is_empty() { String::new() } else { format!(" n°\u{a0}{}", facts.bank_reference) };
    let signed = format!("{}, selon le contrat{number} signé {signed}", facts.borrowers.names());
    body.title(TITLE, &signed);
    body.pairs(pairs(facts));
    body.note(&facts.taeg_note);
    body.note(&facts.disbursed_otherwise);
    if facts.versions.len() > 1 {
        body.section("Versions");
        body.rows(&VERSIONS, facts.versions.iter().map(version).collect());
    }
    if !facts.differences.is_empty() {
        body.section("Ce que le contrat dit autrement");
        let rows = facts.differences.iter().map(|row| Row::Line(row.iter().map(|cell| spaced(cell)).collect()));
        body.rows(&DIFFERENCES, rows.collect());
    }
    body.section("Échéances");
    body.table(instalments);
    let end = match facts.settled.as_str() {
        "" => "Sans déclaration, aucun incident n’est connu, et rien n’est dit payé.",
        settled => settled,
    };
    body.note(&format!(
        "Montants en euros, selon le contrat et les accords de la banque. « Déclarée » dit ce que la banque ou la \
         personne a dit. {end}"
    ));
    body.strips
}

fn pairs(facts: &CurrentSchedule) -> Vec<(&str, String)> {
    let schedule = &facts.schedule;
    let last = schedule.last().and_then(|last| last.due).map(numeric_date);
    let disbursed = facts.disbursed.as_ref().map(|(label, value)| (label.as_str(), value.clone()));
    let pairs = vec![
        ("Banque", facts.lender.clone()),
        ("Somme prêtée", schedule.terms.amount.to_string()),
        ("Taux fixe", schedule.terms.annual_rate.to_string()),
        ("TAEG", facts.taeg.clone()),
        ("Mensualité", schedule.instalment().to_string()),
        ("Dernière échéance", last.unwrap_or_default()),
        ("Coût total", schedule.total_cost.to_string()),
        ("Ce qui est déclaré", facts.known.clone()),
    ];
    pairs.into_iter().chain(disbursed).collect()
}

fn version(version: &ScheduleVersion) -> Row {
    let cost = version.cost.map(|cost| cost.to_string()).unwrap_or_default();
    Row::Line(vec![spaced(&version.title), spaced(&version.agreed), cost])
}

/// Every line, then their totals.
fn rows(facts: &CurrentSchedule) -> Result<Vec<Row>, PaperError> {
    let mut rows: Vec<Row> = facts.schedule.instalments.iter().map(|line| row(line, facts)).collect();
    rows.push(total(&facts.schedule)?);
    Ok(rows)
}

fn row(line: &Instalment, facts: &CurrentSchedule) -> Row {
    let said = facts.declared.iter().find(|(number, _)| *number == line.number && line.kind.is_due());
    let due = line.due.map_or_else(|| format!("mois\u{a0}{}", line.number), numeric_date);
    let mut cells = vec![if line.kind.is_due() { line.number.to_string() } else { String::new() }, due];
    cells.extend([line.total, line.principal, line.interest, line.outstanding].map(Euros::bare));
    cells.push(said.map(|(_, said)| spaced(said)).unwrap_or_default());
    let ends = line.kind.is_due() && line.number.checked_rem(BAND) == Some(0) && !line.outstanding.is_zero();
    if ends { Row::YearEnd(cells) } else { Row::Line(cells) }
}

fn total(schedule: &RepaymentSchedule) -> Result<Row, PaperError> {
    let principal = Euros::sum(schedule.instalments.iter().map(|line| line.principal))?;
    let amounts = [schedule.total_due, principal, schedule.total_interest].map(Euros::bare);
    let mut cells = vec![String::new(), "Total".to_owned()];
    cells.extend(amounts);
    cells.extend([String::new(), String::new()]);
    Ok(Row::Total(cells))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::papers::worlds::{self, assert_says, day, leave_samples, read};

    fn facts(schedule: RepaymentSchedule) -> CurrentSchedule {
        let version = |title: &str, agreed: &str| ScheduleVersion {
            title: title.to_owned(),
            agreed: agreed.to_owned(),
            cost: (!agreed.is_empty()).then(|| worlds::euros("6,52")),
        };
        CurrentSchedule {
            reference: "VB-2026-0147".to_owned(),
            printed_on: day("2027-03-20"),
            borrowers: Borrowers::new(vec![worlds::named(domain::person::Title::Madame, "Sonia", "Delmas")]),
            lender: "Banque du Val".to_owned(),
            signed_on: day("2026-12-16"),
            signed_known: domain::dossier::Precision::Day,
            bank_reference: String::new(),
            schedule,
            taeg: "4,07 %".to_owned(),
            taeg_note: String::new(),
            versions: vec![
                version("Version 1, du contrat", ""),
                version("Version 2, report d’une échéance", "accord du 3 mars 2027"),
            ],
            differences: vec![["Mensualité", "70,87 €", "70,86 €", "arrondie au centime supérieur"].map(str::to_owned)],
            declared: vec![(1, "payée".to_owned()), (2, "impayée".to_owned())],
            known: "1 échéance déclarée payée sur 36, 1 impayée".to_owned(),
            disbursed: Some(("Argent versé".to_owned(), "2 350,00 €, le 6 janvier 2027".to_owned())),
            disbursed_otherwise: "Versé autrement que prévu.".to_owned(),
            settled: String::new(),
        }
    }

    proptest! {
        #[test]
        fn the_printed_totals_are_those_of_their_columns(schedule in worlds::printed_schedules()) {
            worlds::assert_adds_up(&rows(&facts(schedule)).unwrap());
        }
    }

    #[test]
    fn the_schedule_says_it_is_the_contracts_and_what_was_declared() {
        let facts = facts(domain::loan::schedule(&worlds::delmas_terms()).unwrap());
        let paper = render(&facts, &worlds::valbourg()).unwrap();
        assert!(paper.unprintable.is_empty());
        worlds::assert_filled(&paper);
        let text = read(&paper).join(" ");
        assert_says(
            &text,
            &[
                "Échéancier en vigueur",
                "selon le contrat signé le 16 décembre 2026",
                "Version 2, report d’une échéance accord du 3 mars 2027 6,52 €",
                "arrondie au centime supérieur",
                "impayée",
                "36 05/01/2030 70,77",
                "Total 2 550,87 2 400,00 150,87",
            ],
        );
        let paid = CurrentSchedule { versions: Vec::new(), differences: Vec::new(), ..facts };
        let usual = render(&paid, &worlds::valbourg()).unwrap();
        assert_eq!(read(&usual).len(), 1, "thirty-six months are one sheet");
        leave_samples("current-schedule", [("delmas", paper), ("usuel", usual)]);
    }
}
