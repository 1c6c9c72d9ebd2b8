//! The bilan as its screen shows it: the words and figures of the paper, in its two readings, and what each number opens.

use documents::papers::annual_report::{AnnualReport, YearBar};
use domain::report::{BridgeStep, Figure, FlowBox, IndicatorKey, bridge};
use domain::words::{Labelled, capital, long_date, spaced};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::paper::Facts;
use super::period::{NarrowedTo, ReportAsked};
use super::view::{PeriodView, period};
use super::{choices, wording};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::shapes::{Choice, key_of};

domain::vocabulary! {
    /// Who reads a bilan.
    #[derive(Default, TS)]
    pub enum Readership {
        /// The board, bound to secrecy: what was done as it is.
        #[default]
        Board => "board";
        /// Everyone: nothing of a few people.
        Public => "public";
    }
}

/// A bilan and who reads it.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct BilanAsked {
    /// The year, before the two days.
    pub year: String,
    /// The first day.
    pub from: String,
    /// The last day.
    pub to: String,
    /// Which dossiers it counts.
    #[serde(default)]
    #[ts(optional, as = "Option<NarrowedTo>")]
    pub narrowed: NarrowedTo,
    /// Who reads it.
    #[serde(default)]
    #[ts(optional, as = "Option<Readership>")]
    pub reading: Readership,
}

/// The bilan of a period, in one reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BilanView {
    /// The period.
    pub period: PeriodView,
    /// The periods that may be chosen: the years, then the parts of this one.
    pub periods: Vec<Choice>,
    /// Whether the office has a dossier at all.
    pub has_dossiers: bool,
    /// `compté au 24 novembre 2026, provisoire`.
    pub state: String,
    /// What the dossiers counted have in common; empty when all are.
    pub narrowed_label: String,
    /// What the figures say together.
    pub message: String,
    /// The key figures.
    pub keys: Vec<BilanKey>,
    /// What became of the requests.
    pub flow: Option<BilanFlow>,
    /// What was done, and for which requests; none in the public reading.
    pub bridge: Vec<BilanBridge>,
    /// What the bridge says, in a sentence.
    pub bridge_note: String,
    /// The years.
    pub years: Option<BilanYears>,
    /// What it costs and brings.
    pub money: Option<BilanMoney>,
    /// What it changed.
    pub effects: Option<BilanEffects>,
    /// What is not told, and why; empty for the board.
    pub untold: String,
    /// The name its files will have, before their ending.
    pub file_name: String,
}

/// A number and what it opens; its address is empty where it opens nothing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BilanNumber {
    /// `16 200 €`.
    pub text: String,
    /// The key of an indicator, or of a part of this page.
    pub of: String,
    /// The key of a row of that part; empty for an indicator.
    pub row: String,
    /// The key of its column.
    pub column: String,
}

/// A key figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BilanKey {
    /// The number.
    pub number: BilanNumber,
    /// What it counts.
    pub caption: String,
    /// The same, before: `15 en 2025`.
    pub before: String,
}

/// What became of the requests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BilanFlow {
    /// `Que sont devenues les 31 demandes reçues en 2026 ?`.
    pub title: String,
    /// The boxes, which make all the requests.
    pub boxes: Vec<BilanBox>,
    /// The bridge of the paper.
    pub note: String,
}

/// A box.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BilanBox {
    /// `8 : un prêt`.
    pub number: BilanNumber,
    /// What it holds.
    pub detail: String,
    /// How dark it is: `full`, `grey`, `light` or `empty`.
    pub shade: String,
}

/// A step, for the requests of the period and those of before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BilanBridge {
    /// `Prêts accordés`.
    pub label: String,
    /// All of them.
    pub all: BilanNumber,
    /// Those of the period.
    pub own: BilanNumber,
    /// Those of before.
    pub before: BilanNumber,
}

/// The years.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BilanYears {
    /// `Depuis 2022 : 35 prêts, 54 750 €`.
    pub title: String,
    /// The years, from the first to the last.
    pub years: Vec<BilanYear>,
}

/// A year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BilanYear {
    /// `2026`.
    pub label: String,
    /// `10 prêts`.
    pub value: String,
    /// `16 200 €`, `31 reçues`.
    pub lines: Vec<String>,
    /// The height of its bar, in thousandths of the highest.
    pub height: u32,
}

/// What it costs and brings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BilanMoney {
    /// `Ce que cela coûte, ce que cela apporte`.
    pub title: String,
    /// What banks lent for one euro, or what it cost in a sentence; may be empty.
    pub ratio: String,
    /// Each line.
    pub lines: Vec<BilanMoneyLine>,
    /// What is not known, what each loan cost; may be empty.
    pub note: String,
}

/// A line of what it costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BilanMoneyLine {
    /// What it is.
    pub label: String,
    /// How much.
    pub amount: String,
    /// Whether it is the sum of those before it.
    pub is_total: bool,
}

/// What it changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BilanEffects {
    /// `Ce que cela a changé : 9 questionnaires revenus`.
    pub title: String,
    /// A question in a few words, and its answers.
    pub rows: Vec<BilanEffect>,
    /// What somebody agreed to be quoted for; may be empty.
    pub quote: String,
    /// What to know to read it.
    pub note: String,
}

/// Answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BilanEffect {
    /// `Projet réalisé`.
    pub label: String,
    /// `9 sur 9`.
    pub text: String,
    /// The length of its bar, in thousandths of all the answers.
    pub length: u32,
}

/// Shows the bilan of a period as its paper tells it.
pub fn bilan(desk: &Desk, input: BilanAsked, moment: &Moment) -> Result<BilanView, Failure> {
    let BilanAsked { year, from, to, narrowed, reading } = input;
    let asked = ReportAsked { year, from, to, narrowed, ..ReportAsked::default() };
    let facts = Facts::read(desk, &asked, moment)?;
    let is_board = reading == Readership::Board;
    let told = if is_board { facts.board(desk)? } else { facts.public(desk)? };
    let material = &facts.material;
    let years = material.years.iter().map(|year| Choice::new(&year.to_string(), &format!("Année {year}")));
    let day = long_date(material.period.to().min(moment.today));
    let state = if material.period.to() < moment.today { "compté" } else { "provisoire, compté" };
    let steps = if is_board { bridge(material.period, &material.rows, moment.today) } else { Vec::new() };
    Ok(BilanView {
        period: period(material.period),
        periods: years.chain(choices::parts(material.period)).collect(),
        has_dossiers: !material.years.is_empty(),
        state: spaced(&format!("{state} au {day}")),
        narrowed_label: material.part.clone(),
        message: told.message.clone(),
        keys: if is_board && !told.keys.is_empty() { board_keys(&facts)? } else { plain_keys(&told) },
        flow: told.flow.as_ref().map(|flow| BilanFlow {
            title: spaced(&flow.title),
            note: spaced(&flow.note),
            boxes: boxes(&facts, flow, is_board),
        }),
        bridge_note: if steps.is_empty() { String::new() } else { both_are_right(&facts) },
        bridge: steps.into_iter().filter(|one| !one.all.dossiers.is_empty()).map(step).collect(),
        years: told.years.as_ref().map(|part| BilanYears { title: part.title.clone(), years: bars(&part.years) }),
        money: told.money.as_ref().map(|part| BilanMoney {
            title: part.title.clone(),
            ratio: spaced(&part.ratio),
            lines: part
                .lines
                .iter()
                .map(|line| BilanMoneyLine {
                    label: spaced(&line.label),
                    amount: line.amount.clone(),
                    is_total: line.is_total,
                })
                .collect(),
            note: spaced(&part.note),
        }),
        effects: told.effects.as_ref().map(|part| BilanEffects {
            title: spaced(&part.title),
            quote: part.quote.clone(),
            note: spaced(&part.note),
            rows: part
                .rows
                .iter()
                .map(|row| BilanEffect {
                    label: row.label.clone(),
                    text: spaced(&format!("{} sur {}", row.said, row.of)),
                    length: thousandths(row.said, row.of),
                })
                .collect(),
        }),
        untold: spaced(&told.untold),
        file_name: format!("bilan-{}{}", wording::key(material.period), material.in_file_names()),
    })
}

/// A number that opens nothing.
fn plain(text: &str) -> BilanNumber {
    BilanNumber { text: text.to_owned(), of: String::new(), row: String::new(), column: String::new() }
}

fn opening(text: String, of: &str, row: &str, column: &str) -> BilanNumber {
    BilanNumber { text, of: of.to_owned(), row: row.to_owned(), column: column.to_owned() }
}

fn board_keys(facts: &Facts) -> Result<Vec<BilanKey>, Failure> {
    let since = facts.since.incidents.dossiers_count();
    let told = facts.keys()?.into_iter().map(|(key, of)| {
        let is_since = of.is_none() && since > 0 && key.caption.contains("incident");
        let number = match of {
            Some(of) if has_dossiers(facts, of) => opening(key.value.clone(), &key_of(of), "", ""),
            None if is_since => opening(key.value.clone(), "since_start", "incidents", "dossiers"),
            Some(_) | None => plain(&key.value),
        };
        BilanKey { number, caption: spaced(&key.caption), before: spaced(&key.before.unwrap_or_default()) }
    });
    Ok(told.collect())
}

fn has_dossiers(facts: &Facts, key: IndicatorKey) -> bool {
    facts.bilan.indicator(key).is_some_and(|one| !one.figure.dossiers.is_empty())
}

fn plain_keys(told: &AnnualReport) -> Vec<BilanKey> {
    let key = |key: &documents::papers::figures::KeyFigure| BilanKey {
        number: plain(&key.value),
        caption: spaced(&key.caption),
        before: spaced(&key.before.clone().unwrap_or_default()),
    };
    told.keys.iter().map(key).collect()
}

fn boxes(facts: &Facts, flow: &documents::papers::annual_report::FlowPart, is_board: bool) -> Vec<BilanBox> {
    let held = FlowBox::ALL.into_iter().filter(|one| !facts.flow.in_box(*one).dossiers.is_empty());
    let held: Vec<FlowBox> = if is_board { held.collect() } else { Vec::new() };
    let told = flow.boxes.iter().enumerate().map(|(place, one)| {
        let text = spaced(&format!("{} : {}", one.count, one.label));
        let number = match held.get(place) {
            Some(held) => opening(text, "flow", held.key(), "dossiers"),
            None => plain(&text),
        };
        BilanBox { number, detail: spaced(&one.detail), shade: format!("{:?}", one.shade).to_lowercase() }
    });
    told.collect()
}

fn step(one: domain::report::Bridge) -> BilanBridge {
    let number = |figure: &Figure, step: BridgeStep, column: &str| {
        let text = figure.dossiers_count().to_string();
        if figure.dossiers.is_empty() { plain(&text) } else { opening(text, "bridge", step.key(), column) }
    };
    BilanBridge {
        label: one.step.label().to_owned(),
        all: number(&one.all, one.step, "all"),
        own: number(&one.own, one.step, "own"),
        before: number(&one.before, one.step, "before"),
    }
}

/// `Les deux comptes sont justes : 10 prêts en 2026, dont 8 pour des demandes de la période.`
fn both_are_right(facts: &Facts) -> String {
    let granted = facts.flow.granted.dossiers_count();
    let before = facts.flow.granted_of_before.dossiers_count();
    if granted == 0 {
        return String::new();
    }
    let loans = domain::words::counted(granted, "prêt", "prêts");
    let own = granted.saturating_sub(before);
    let during = wording::during(facts.material.period);
    spaced(&format!("Les deux comptes sont justes : {loans} {during}, dont {own} pour des demandes de la période."))
}

fn bars(years: &[YearBar]) -> Vec<BilanYear> {
    let most = years.iter().map(|year| year.loans).max().unwrap_or_default();
    let bar = |year: &YearBar| BilanYear {
        label: year.label.clone(),
        value: spaced(&capital(&year.value)),
        lines: year.lines.iter().map(|line| spaced(line)).collect(),
        height: thousandths(year.loans, most),
    };
    years.iter().map(bar).collect()
}

/// A part of a whole, in thousandths of it.
fn thousandths(part: u64, whole: u64) -> u32 {
    let parts = part.saturating_mul(1_000).checked_div(whole).unwrap_or_default();
    u32::try_from(parts).unwrap_or(1_000).min(1_000)
}
