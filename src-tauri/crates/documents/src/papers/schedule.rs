//! The simulation and its schedule: what a loan would cost, in plain words, then every instalment.
//!
//! The first sheet is read with the person: the amount, the instalment, the cost and the TAEG, what the same sum costs
//! on a revolving credit, what it does to the budget, the warning of the law with the contracts it holds for. The next
//! ones are the schedule (*Un coup de pouce pour le microcrédit personnel*, la simulation). It is no offer of a loan
//! and says so. Worked example: 2 400 € over 36 months at 4 % is 150,87 € of cost; at a TAEG of 23,56 %, 870,24 €.

mod lines;
mod wording;

use chrono::NaiveDate;
use domain::dossier::Precision;
use domain::loan::{Rate, RepaymentSchedule, RevolvingCredit, Taeg};
use domain::money::Euros;
use domain::settings::{LegalValue, RefundPolicy};
use domain::words::{Borrowers, NARROW_SPACE, long_date, on_known_date, percent, spaced};
use rust_decimal::Decimal;

use crate::finish::{Identity, finish};
use crate::page::{
    Align, Density, Face, Flush, Foot, Format, Heading, Ink, Key, Length, Measure, Paragraph, Row, Span, Strip, Sum,
    Sums, Table, Tags, TextStyle, Typesetter, below, flow_on, framed, keep_together, noted,
};
use crate::papers::Letterhead;
use crate::papers::body::{Body, SMALL};
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::panel::on_fewest_sheets;
use crate::papers::wording::{round, the};
use crate::{Paper, PaperError};

/// What people call the paper.
pub const TITLE: &str = "Simulation et échéancier";

/// The facts of a simulation; empty texts and absent values are not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SimulationSheet {
    /// Reference of the dossier; empty without one.
    pub reference: String,
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// Who would borrow; nobody is named without a dossier.
    pub borrowers: Option<Borrowers>,
    /// What the loan is for: `achat d’un véhicule d’occasion`.
    pub purpose: String,
    /// Who would lend: `Banque du Val`.
    pub lender: String,
    /// The instalments.
    pub schedule: RepaymentSchedule,
    /// The TAEG.
    pub taeg: Option<Taeg>,
    /// The refund of interest, where the office has one.
    pub refund: Option<RefundPolicy>,
    /// The same sum on a revolving credit, where the office compares with one.
    pub revolving: Option<RevolvingBeside>,
    /// What it does to the budget, once there is one.
    pub budget: Option<BudgetEffect>,
    /// The day of the contract its figures are those of; nothing before one is signed.
    pub contract_on: Option<(NaiveDate, Precision)>,
    /// What the contract planned otherwise of the release of the funds; empty before, or when all agrees.
    pub disbursed_otherwise: String,
    /// The warning of the law on the day of the contract, of the offer, or of printing.
    pub warning: Option<LegalValue>,
}

/// A revolving credit a loan is compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevolvingBeside {
    /// Its TAEG.
    pub taeg: Rate,
    /// Why that one: `taux d’exemple choisi par le CCAS le 1er janvier 2026`; may be empty.
    pub origin: String,
    /// What it costs.
    pub credit: RevolvingCredit,
}

/// What a loan does to a budget.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetEffect {
    /// The reste à vivre today.
    pub before: Euros,
    /// The same with the loan.
    pub after: Euros,
    /// `par personne et par mois`.
    pub per: String,
    /// The day the budget was established.
    pub established_on: NaiveDate,
}

const WARNING: TextStyle = TextStyle::of(1_140, 1_420);
const COMPARED: [(i64, Align, &str); 6] = [
    (33, Align::Left, ""),
    (12, Align::Right, "TAEG"),
    (14, Align::Right, "Mensualité"),
    (12, Align::Right, "Durée"),
    (14, Align::Right, "Total payé"),
    (15, Align::Right, "Coût du crédit"),
];

/// Prints the simulation. Refuses only sums beyond the limit of amounts.
pub fn render(sheet: &SimulationSheet, head: &Letterhead) -> Result<Paper, PaperError> {
    let day = long_date(sheet.printed_on);
    let mut lines = vec![HeadLine::plain(&day)];
    if !sheet.reference.is_empty() {
        lines.insert(0, HeadLine::named("Référence", &sheet.reference));
    }
    let known = [sheet.reference.as_str(), &day].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    let known = known.join(" · ");
    let foot = Foot::proved(match sheet.contract_on {
        Some(_) => format!("Prêt et échéancier · {known} · selon le contrat"),
        None => format!("Simulation · {known} · n’est pas une offre de prêt"),
    });
    let (sheets, setter) = on_fewest_sheets(|setter, fit| {
        let mut strips = letterhead(setter, head, &lines);
        strips.extend(first_sheet(setter, sheet)?);
        strips.extend(lines::schedule(setter, &sheet.schedule, fit)?);
        Ok(flow_on(Format::CLOSE, strips, &foot, setter))
    })?;
    let title = match &sheet.borrowers {
        Some(borrowers) => format!("{TITLE}, {}", borrowers.names()),
        None => TITLE.to_owned(),
    };
    let identity = Identity { title, author: head.office.name.clone(), date: sheet.printed_on };
    finish(sheets, &setter, &identity)
}

/// Everything the person reads before the schedule.
fn first_sheet(setter: &mut Typesetter, sheet: &SimulationSheet) -> Result<Vec<Strip>, PaperError> {
    let mut body = Body::under(setter, Vec::new());
    let signed = sheet.contract_on.is_some();
    body.title(if signed { "Ce que coûte ce prêt" } else { "Ce que coûterait ce prêt" }, &subtitle(sheet));
    let keys = keys(sheet);
    let keys = body.setter.keys(Tags::DOCUMENT, &keys, keys.len(), Measure::WHOLE);
    body.add(vec![keys]);
    body.leave(Length::mm(350));
    for paragraph in wording::cost(sheet)? {
        body.say(paragraph);
    }
    if let Some(revolving) = &sheet.revolving {
        body.section("Comparer avec un crédit renouvelable");
        compared(&mut body, sheet, revolving)?;
    }
    if let Some(effect) = sheet.budget.as_ref().filter(|_| !signed) {
        body.section("Et votre budget\u{202f}?");
        body.say(wording::budget(effect));
    }
    end(&mut body, sheet);
    let mut strips = body.strips;
    if let Some(first) = strips.first_mut() {
        first.gap = Length::mm(600);
    }
    Ok(strips)
}

/// `Simulation pour Mme Sonia Delmas · achat d’un véhicule d’occasion`.
fn subtitle(sheet: &SimulationSheet) -> String {
    let (what, to) =
        if sheet.contract_on.is_some() { ("Prêt", "Prêt de") } else { ("Simulation", "Simulation pour") };
    let whose = sheet.borrowers.as_ref().map(|borrowers| format!("{to} {}", borrowers.names()));
    let whose = whose.unwrap_or_else(|| what.to_owned());
    let signed = sheet.contract_on.map(|(on, known)| format!("selon le contrat signé {}", on_known_date(on, known)));
    let parts = [whose, sheet.purpose.clone(), signed.unwrap_or_default()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The figures one looks for first.
fn keys(sheet: &SimulationSheet) -> Vec<Key> {
    let terms = &sheet.schedule.terms;
    let key = |value: String, caption: &str| Key { value, caption: spaced(caption) };
    let by = match sheet.lender.as_str() {
        "" => "empruntés".to_owned(),
        name => format!("prêtés par {}", the(name)),
    };
    let mut keys = vec![key(round(terms.amount), &by)];
    keys.extend(wording::usual_instalment(&sheet.schedule).map(|(value, caption)| key(value, &caption)));
    keys.push(key(sheet.schedule.total_cost.to_string(), "coût total du crédit"));
    if let Some(taeg) = sheet.taeg {
        keys.push(key(taeg.to_string(), &format!("TAEG (taux fixe {})", terms.annual_rate)));
    }
    keys
}

/// The bars, then the figures they are drawn from.
fn compared(body: &mut Body<'_>, sheet: &SimulationSheet, other: &RevolvingBeside) -> Result<(), PaperError> {
    let (schedule, credit) = (&sheet.schedule, &other.credit);
    let amount = schedule.terms.amount;
    body.say(wording::revolving(other));
    let longest = credit.total_paid.max(schedule.total_paid);
    let part = |of: Euros| of.percent_of(longest).unwrap_or_default() / Decimal::ONE_HUNDRED;
    let sum = |label: &str, cost: Euros| Sum {
        label: label.to_owned(),
        inside: format!("argent emprunté{NARROW_SPACE}: {}", round(amount)),
        value: format!("+\u{a0}{cost}"),
        sum: part(amount),
        cost: part(cost),
    };
    let bars = [sum("Microcrédit", schedule.total_cost), sum("Crédit renouvelable", credit.cost)];
    let chart = Sums { title: "Ce qui est remboursé", sums: &bars };
    let chart = body.setter.sums(Tags::DOCUMENT, &chart, Measure::WHOLE);
    body.leave(Length::mm(350));
    body.add(vec![chart]);
    let months = format!("{}\u{a0}mois", schedule.terms.months);
    let usual = crate::papers::wording::usual(schedule).map_or(Euros::ZERO, |line| line.total);
    let line = |label: &str, taeg: String, amounts: [Euros; 3]| {
        let [instalment, paid, cost] = amounts.map(|amount| amount.to_string());
        vec![label.to_owned(), taeg, instalment, months.clone(), paid, cost]
    };
    let ours = [usual, schedule.total_paid, schedule.total_cost];
    let theirs = [credit.instalment, credit.total_paid, credit.cost];
    let mut apart = line(
        "Différence",
        String::new(),
        [
            credit.instalment.minus(usual)?,
            credit.total_paid.minus(schedule.total_paid)?,
            credit.cost.minus(schedule.total_cost)?,
        ],
    );
    if let Some(months) = apart.get_mut(3) {
        months.clear();
    }
    let taeg = sheet.taeg.map(|taeg| taeg.to_string()).unwrap_or_default();
    let rows = vec![
        Row::Line(line("Microcrédit personnel", taeg, ours)),
        Row::Line(line("Crédit renouvelable", percent(other.taeg.percent()), theirs)),
        Row::Total(apart),
    ];
    body.leave(Length::mm(300));
    body.table(&Table::of(Density::Ordinary, &COMPARED, rows));
    Ok(())
}

/// The warning of the law in its frame, the contracts it holds for, and what the paper is not: never apart.
fn end(body: &mut Body<'_>, sheet: &SimulationSheet) {
    let mut strips = Vec::new();
    if let Some(warning) = &sheet.warning {
        let text = [Span::new(spaced(&warning.value), Face::SansSemiBold, Ink::TEXT)];
        let text = Paragraph { flush: Flush::Center, ..Paragraph::of(&text, WARNING) };
        let text = body.setter.paragraph(Tags::DOCUMENT, &text, Measure::WHOLE.inside_frame());
        strips.push(framed(text, Measure::WHOLE));
        let held = [Span::new(spaced(&wording::regime(warning)), Face::Sans, Ink::NOTE)];
        let held = Paragraph { flush: Flush::Center, ..Paragraph::of(&held, SMALL) };
        let held = body.setter.paragraph(Tags::DOCUMENT, &held, Measure::WHOLE);
        strips.extend(below(Length::mm(150), held));
    }
    let inner = Measure::WHOLE.inside_note();
    let note = body.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&wording::no_offer(sheet), SMALL), inner);
    strips.extend(noted(below(Length::mm(300), note), Measure::WHOLE));
    body.leave(Length::mm(450));
    body.add(keep_together(strips));
}

/// Heads the schedule.
fn schedule_heading(setter: &mut Typesetter, subtitle: &str) -> Vec<Strip> {
    let mut strips = setter.heading(Tags::DOCUMENT, Heading::PART, "Échéancier prévu", Measure::WHOLE);
    let subtitle = [Span::new(spaced(subtitle), Face::Sans, Ink::SOFT)];
    let subtitle = Paragraph::of(&subtitle, TextStyle::of(1_040, 1_380));
    strips.extend(below(Length::mm(80), setter.paragraph(Tags::DOCUMENT, &subtitle, Measure::WHOLE)));
    keep_together(strips)
}

#[cfg(test)]
mod tests;
