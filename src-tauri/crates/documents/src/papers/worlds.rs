//! Households and offices the tests print; all invented.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use domain::budget::{
    AfterLine, Budget, BudgetLine, BudgetLineId, BudgetReading, Certainty, Debt, Frequency, Hope, Section, reckon,
    reckon_after, spending,
};
use domain::calendar::YearMonth;
use domain::household::{Household, Link, Member, MemberId, Presence, Share};
use domain::line::Line;
use domain::loan::{
    AccountCost, Amendment, FeePayment, Insurance, InsuranceRequirement, Keeps, LoanDates, LoanTerms, Rate,
    RepaymentSchedule, amended, schedule,
};
use domain::money::Euros;
use domain::person::{Person, Title};
use domain::settings::{BudgetEntry, BudgetRule, ListKey, Lists, OfficeIdentity};
use domain::words::Borrowers;

use proptest::prelude::*;

use super::budget_sheet::BudgetSheet;
use super::{AfterLoan, BudgetBeside, Letterhead};
use crate::page::Row;

pub(super) const INCOME: Section = Section::Income;
pub(super) const EXPENSE: Section = Section::FixedExpense;
pub(super) const RUNNING: Section = Section::RunningExpense;
pub(super) const DEBT: Section = Section::Debt;

/// A line as the adviser enters it.
#[derive(Clone)]
pub(super) struct Entered {
    pub(super) section: Section,
    pub(super) label: String,
    pub(super) detail: String,
    pub(super) amount: String,
    pub(super) frequency: Frequency,
    pub(super) certainty: Certainty,
    pub(super) owed: Option<(&'static str, &'static str)>,
    pub(super) counts: bool,
    pub(super) after: Option<(&'static str, &'static str)>,
}

pub(super) fn entered(section: Section, label: &str, detail: &str, amount: &str) -> Entered {
    Entered {
        section,
        label: label.to_owned(),
        detail: detail.to_owned(),
        amount: amount.to_owned(),
        frequency: Frequency::Monthly,
        certainty: Certainty::Proved,
        owed: None,
        counts: section != Section::RunningExpense,
        after: None,
    }
}

impl Entered {
    pub(super) fn every(self, frequency: Frequency) -> Self {
        Self { frequency, ..self }
    }

    pub(super) fn only(self, certainty: Certainty) -> Self {
        Self { certainty, ..self }
    }

    pub(super) fn owing(self, owed: &'static str, until: &'static str) -> Self {
        Self { owed: Some((owed, until)), ..self }
    }

    pub(super) fn becoming(self, amount: &'static str, reason: &'static str) -> Self {
        Self { after: Some((amount, reason)), ..self }
    }

    pub(super) fn left_out(self) -> Self {
        Self { counts: false, ..self }
    }
}

/// The lines of the Delmas household.
pub(super) fn delmas_lines() -> Vec<Entered> {
    use Certainty::{Declared, SeenOnStatements};
    use Frequency::{Quarterly, Yearly};
    vec![
        entered(INCOME, "Salaire net", "aide à domicile, CDI, 24\u{a0}h par semaine", "1012,40"),
        entered(INCOME, "Prime d’activité", "", "248,16"),
        entered(INCOME, "Allocations familiales", "", "151,05"),
        entered(INCOME, "Aide personnalisée au logement (APL)", "", "297"),
        entered(INCOME, "Pension alimentaire reçue", "2\u{a0}enfants", "220").only(SeenOnStatements),
        entered(INCOME, "Allocation de rentrée scolaire", "2\u{a0}enfants", "853,74").every(Yearly),
        entered(EXPENSE, "Loyer", "", "486"),
        entered(EXPENSE, "Provision pour charges locatives", "", "62"),
        entered(EXPENSE, "Électricité", "", "78"),
        entered(EXPENSE, "Eau", "", "96,30").every(Quarterly),
        entered(EXPENSE, "Téléphone et internet", "", "34,98").only(SeenOnStatements),
        entered(EXPENSE, "Assurance habitation", "", "186").every(Yearly),
        entered(EXPENSE, "Mutuelle santé", "", "42,60"),
        entered(EXPENSE, "Cantine et périscolaire", "", "88"),
        entered(EXPENSE, "Transports", "bus, covoiturage", "54").only(Declared),
        entered(EXPENSE, "Frais bancaires", "offre clientèle fragile", "3").only(SeenOnStatements),
        entered(DEBT, "Crédit renouvelable", "Finexo", "45").owing("612,40", "2028-01"),
        entered(DEBT, "Plan d’apurement énergie", "", "40").owing("80", "2027-01"),
    ]
}

pub(super) fn line(text: &str) -> Line {
    Line::read(text).unwrap()
}

pub(super) fn member(name: &str, link: Link, born_on: Option<&str>) -> Member {
    Member {
        id: MemberId(1),
        name: line(name),
        link,
        born_on: born_on.map(|day| day.parse().unwrap()),
        presence: Presence::Here,
        share: Share::One,
        reason: Line::default(),
    }
}

pub(super) fn named(title: Title, first: &str, last: &str) -> Person {
    Person { title, ..Person::named(line(last), line(first)) }
}

/// Sonia Delmas and her two children, as on the mockup.
pub(super) fn delmas() -> BudgetSheet {
    let mut person = named(Title::Madame, "Sonia", "Delmas");
    person.born_on = "1992-03-14".parse().ok();
    person.housing = Some(ListKey::new("tenant_social"));
    let household = Household::of(vec![
        member("", Link::Applicant, None),
        member("Nina Delmas", Link::Child, Some("2017-05-02")),
        member("Tom Delmas", Link::Child, Some("2020-08-21")),
    ]);
    sheet(person, household.unwrap(), &delmas_lines())
}

/// What the car changes in the Delmas household.
pub(super) fn delmas_project_lines() -> Vec<Entered> {
    let mut lines = delmas_lines();
    for entered in &mut lines {
        entered.after = match entered.label.as_str() {
            "Transports" => Some(("0", "la voiture remplace le bus")),
            "Plan d’apurement énergie" => Some(("0", "soldé avant la première mensualité")),
            "Salaire net" => Some(("1012,40", "hausse d’heures espérée, non comptée")),
            _ => None,
        };
    }
    lines.push(entered(EXPENSE, "Assurance du véhicule", "", "0").becoming("46,50", ""));
    lines.push(entered(EXPENSE, "Carburant et entretien", "", "0").becoming("95", ""));
    lines
}

/// 2 400 € over 36 months at 4 %, paid from 5 February 2027 on.
pub(super) fn delmas_terms() -> LoanTerms {
    LoanTerms {
        dates: Some(LoanDates { disbursed_on: day("2027-01-05"), first_due_on: day("2027-02-05"), debit_day: None }),
        ..LoanTerms::of(euros("2400"), Rate::read("4").unwrap(), 36)
    }
}

/// The Delmas household with a loan in view, as the office judges it.
pub(super) fn delmas_with_loan() -> BudgetSheet {
    with_loan(&delmas_project_lines(), delmas_terms(), Some("250"))
}

/// The Delmas household with these lines and this loan.
pub(super) fn with_loan(lines: &[Entered], terms: LoanTerms, threshold: Option<&str>) -> BudgetSheet {
    let before = sheet(delmas().person, delmas().household, lines);
    let instalment = schedule(&terms).unwrap().instalment();
    let after = reckon_after(&budget(lines), &before.household, &plain(&lists(lines)), instalment).unwrap();
    let rule = BudgetRule { threshold: threshold.map(euros), ..BudgetRule::default() };
    let spending = spending(&after.budget, &lists(lines)).unwrap();
    BudgetSheet { after: Some(AfterLoan { budget: after, terms, rule, rule_since: None }), spending, ..before }
}

pub(super) fn euros(text: &str) -> Euros {
    Euros::read(text).unwrap()
}

pub(super) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn budget(lines: &[Entered]) -> Budget {
    let lines = (1..).zip(lines).map(|(number, entered)| budget_line(number, entered)).collect();
    Budget { version: 2, established_on: day("2026-11-09"), lines, seal: None }
}

pub(super) fn sheet(person: Person, household: Household, lines: &[Entered]) -> BudgetSheet {
    let reckoned = reckon(&budget(lines), &household, &plain(&lists(lines))).unwrap();
    BudgetSheet {
        reference: "VB-2026-0147".to_owned(),
        version: 2,
        established_on: day("2026-11-09"),
        spending: spending(&reckoned, &lists(lines)).unwrap(),
        budget: reckoned,
        borrowers: Borrowers::new(vec![person.clone()]),
        person,
        household,
        housing: Some("Locataire du parc social".to_owned()),
        after: None,
        beside: BudgetBeside::default(),
    }
}

fn budget_line(number: i64, entered: &Entered) -> BudgetLine {
    BudgetLine {
        id: BudgetLineId(number),
        entry: ListKey::new(number.to_string()),
        detail: line(&entered.detail),
        amount: Euros::read(&entered.amount).unwrap(),
        frequency: entered.frequency,
        certainty: entered.certainty,
        member: None,
        debt: Debt { outstanding: entered.owed.map(|(owed, _)| Euros::read(owed).unwrap()), ..Debt::default() },
        comment: Line::default(),
        ends: entered.owed.map(|(_, until)| {
            let (year, month) = until.split_once('-').unwrap();
            YearMonth::new(year.parse().unwrap(), month.parse().unwrap()).unwrap()
        }),
        after: entered.after.map(|(amount, reason)| AfterLine {
            amount: Euros::read(amount).unwrap(),
            reason: line(reason),
            hope: Hope::Sure,
        }),
    }
}

/// The reading of a rule that changes nothing of the lists.
fn plain(lists: &Lists) -> BudgetReading<'_> {
    BudgetReading { lists, rule: &PLAIN }
}

static PLAIN: LazyLock<BudgetRule> = LazyLock::new(BudgetRule::default);

/// A list of budget lines that has just these.
fn lists(lines: &[Entered]) -> Lists {
    let mut entries = BTreeMap::new();
    for (number, entered) in (1..).zip(lines) {
        let entry = BudgetEntry {
            usually_ends: false,
            also: Vec::new(),
            key: ListKey::new(i64::to_string(&number)),
            label: entered.label.clone(),
            section: entered.section,
            group: ListKey::new("any"),
            usual: false,
            usual_frequency: entered.frequency,
            counts_in_reste_a_vivre: entered.counts,
            counts_in_debt_ratio: matches!(entered.section, Section::Income | Section::Debt),
            help: None,
            sets_facts: Vec::new(),
            retired: false,
        };
        entries.insert(entry.key.clone(), entry);
    }
    Lists { budget_order: entries.keys().cloned().collect(), budget_entries: entries, ..Lists::default() }
}

/// The CCAS of Valbourg.
pub(super) fn valbourg() -> Letterhead {
    Letterhead::from(OfficeIdentity {
        name: "CCAS de Valbourg".to_owned(),
        advisor: "Samira Vauclerc".to_owned(),
        address: "4 place de la Fontaine, 99120 Valbourg".to_owned(),
        phone: "05\u{a0}36\u{a0}49\u{a0}00\u{a0}12".to_owned(),
        ..OfficeIdentity::default()
    })
}

/// Forty lines over the four sections, some not counted.
pub(super) fn forty_lines() -> Vec<Entered> {
    let mut lines = delmas_lines();
    lines.push(entered(INCOME, "Prime exceptionnelle", "solde de tout compte", "800").every(Frequency::OneOff));
    lines.push(entered(INCOME, "Allocation d’éducation de l’enfant handicapé (AEEH)", "", "151,80").left_out());
    for number in 1..=14 {
        let detail = format!("contrat n°\u{a0}{number}, échéance prélevée le 5 de chaque mois");
        lines.push(entered(EXPENSE, "Autre charge", &detail, "12,30"));
    }
    for (label, amount) in [("Alimentation", "420"), ("Habillement", "60"), ("Loisirs", "35,50")] {
        lines.push(entered(RUNNING, label, "", amount).only(Certainty::Declared));
    }
    let weekly = entered(RUNNING, "Essence", "", "30").every(Frequency::Weekly);
    lines.push(weekly.only(Certainty::Declared));
    lines.push(entered(DEBT, "Dette de loyer", "plan avec le bailleur", "30").owing("540", "2028-05"));
    lines.push(entered(DEBT, "Prêt familial", "sans écrit", "20").only(Certainty::Declared));
    lines
}

/// Leaves printed papers where checkers outside the tests find them; the last sheet of none is nearly empty.
#[track_caller]
pub(super) fn leave_samples<const N: usize>(stem: &str, papers: [(&str, crate::Paper); N]) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../target/papers");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, paper) in papers {
        let last = last_filled(&paper);
        assert!(last.is_none_or(|filled| filled >= LEAST), "{stem}-{name}: the last sheet is {last:?} % full");
        std::fs::write(folder.join(format!("{stem}-{name}.pdf")), &*paper.bytes).unwrap();
    }
}

/// The text of every page, its special spaces as plain ones and its lines as one.
pub(super) fn read(paper: &crate::Paper) -> Vec<String> {
    let pages = crate::raster::Pages::read(paper.bytes.clone()).unwrap();
    let plain = |text: String| text.replace(['\u{a0}', '\u{202f}'], " ");
    let plain = |text: String| plain(text).split_whitespace().collect::<Vec<_>>().join(" ");
    (0..pages.count()).map(|page| plain(pages.text(page).unwrap())).collect()
}

/// How far down a page is filled above its foot, in percent, as it is drawn.
pub(super) fn filled(paper: &crate::Paper, page: usize) -> u32 {
    let pages = crate::raster::Pages::read(paper.bytes.clone()).unwrap();
    let drawn = image::load_from_memory(&pages.png(page, 210).unwrap()).unwrap().to_luma8();
    // The foot and its rule are in the last 17 mm, the margin at the top takes 9.
    let (top, end) = (9, 280);
    let inked = |row: &u32| (0..drawn.width()).any(|column| drawn.get_pixel(column, *row).0[0] < 200);
    let last = (top..end).rev().find(inked).unwrap_or(top);
    last.saturating_sub(top).saturating_mul(100).checked_div(end.saturating_sub(top)).unwrap()
}

/// A last sheet is filled so far at the least, in percent.
const LEAST: u32 = 35;

/// How far the last sheet of a paper of several is filled.
fn last_filled(paper: &crate::Paper) -> Option<u32> {
    let count = crate::raster::Pages::read(paper.bytes.clone()).unwrap().count();
    (count > 1).then(|| filled(paper, count.saturating_sub(1)))
}

/// No sheet of a paper but the ones set apart is nearly empty.
#[track_caller]
pub(super) fn assert_filled(paper: &crate::Paper) {
    let count = crate::raster::Pages::read(paper.bytes.clone()).unwrap().count();
    let filled: Vec<u32> = (0..count).map(|page| filled(paper, page)).collect();
    assert!(filled.iter().all(|filled| *filled >= LEAST), "a sheet is nearly empty: {filled:?}");
}

/// Says which words are lacking, with the text that lacks them.
#[track_caller]
pub(super) fn assert_says(text: &str, said: &[&str]) {
    for words in said {
        assert!(text.contains(words), "« {words} » is not said in:\n{text}");
    }
}

/// Loans of every kind whose schedules papers print: a fee kept back or lent, insurance, an account, months that do not
/// repay, an early repayment.
pub(super) fn printed_schedules() -> impl Strategy<Value = RepaymentSchedule> {
    let fee = (0_i64..5_000, prop_oneof![Just(FeePayment::AtStart), Just(FeePayment::Financed)]);
    let beside = (proptest::option::of(1_i64..500), proptest::option::of(1_i64..500), 0_u32..3, 0_u32..3);
    (10_000_i64..900_000, 0_i64..900, 7_u32..60, fee, beside).prop_map(
        |(cents, rate, months, (fee, fee_payment), (insured, account, deferred, interest_only))| {
            let cents_of = |cents: i64| Euros::from_cents(cents).unwrap();
            let terms = LoanTerms {
                deferred,
                interest_only,
                fee: cents_of(fee),
                fee_payment,
                insurance: insured.map(|monthly| Insurance {
                    monthly: cents_of(monthly),
                    on_outstanding: Rate::ZERO,
                    requirement: InsuranceRequirement::Required,
                }),
                account: account.map(|monthly| AccountCost { monthly: cents_of(monthly), once: cents_of(monthly) }),
                dates: delmas_terms().dates,
                ..LoanTerms::of(cents_of(cents), Rate::of(rust_decimal::Decimal::new(rate, 2)).unwrap(), months)
            };
            let signed = schedule(&terms).unwrap();
            let early =
                Amendment::PartialRepayment { on: day("2027-06-20"), amount: euros("20"), keeps: Keeps::Instalment };
            amended(&signed, &early).unwrap_or(signed)
        },
    )
}

/// Whether the row of totals is the sum of each column that has one, the cells being amounts without their unit.
pub(super) fn assert_adds_up(rows: &[Row]) {
    let amount = |cell: &String| Euros::read(&cell.replace('\u{2212}', "-")).unwrap();
    let Some(Row::Total(totals)) = rows.last() else { panic!("the last row is that of totals") };
    let lines: Vec<&Vec<String>> = rows
        .iter()
        .filter_map(|row| if let Row::Line(cells) | Row::YearEnd(cells) = row { Some(cells) } else { None })
        .collect();
    let mut summed = 0_usize;
    // What is left after the last line is no total, and the first two cells name the line.
    for (column, total) in totals.iter().enumerate().skip(2).filter(|(_, total)| !total.is_empty()) {
        let sum = Euros::sum(lines.iter().map(|cells| amount(&cells[column]))).unwrap();
        let is_left = column.saturating_add(1) == totals.len();
        assert!(is_left || sum == amount(total), "column {column}: {sum} printed, {total} as total");
        summed = summed.saturating_add(usize::from(!is_left));
    }
    assert!(summed >= 3, "what is paid, the principal and the interest have their total");
}
