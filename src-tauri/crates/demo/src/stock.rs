//! What invented dossiers are made of: the lists of `assets/demo/`, embedded in the program.

mod partners;

pub(super) use partners::{AttendeeStock, PartnerStock, ReferrerStock};

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::NaiveDate;
use domain::budget::Frequency;
use domain::report::YearPage;
use domain::settings::{Lender, LenderAgreement, ListKey, OfficeIdentity, OfficeRules};
use domain::text::Text;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use app::failure::Failure;

/// Everything a demonstration draws from.
pub(super) struct Stock {
    /// The office itself.
    pub(super) office: OfficeStock,
    /// Names, streets, towns.
    pub(super) names: Names,
    /// Ways of living and their budgets.
    pub(super) budgets: Budgets,
    /// Projects by purpose.
    pub(super) projects: Vec<ProjectStock>,
    /// Sentences.
    pub(super) words: Words,
    /// Those the office works with.
    pub(super) partners: PartnerStock,
    /// Dossiers written in full, as JSON whose dates still have to move.
    pub(super) people: Vec<Value>,
}

static STOCK: LazyLock<Result<Stock, serde_json::Error>> = LazyLock::new(read);

/// The stock, read once. Broken only if the program was built from unsound files.
pub(super) fn stock() -> Result<&'static Stock, Failure> {
    STOCK.as_ref().map_err(|_| Failure::broken("demonstration"))
}

/// The invented office: dates are those of its year, texts have `{2025}` where the year moves.
#[derive(Deserialize)]
pub(super) struct OfficeStock {
    /// The year its dates are written for.
    pub(super) year: i32,
    /// Its names.
    pub(super) identity: OfficeIdentity,
    /// How its references are written.
    pub(super) numbering: NumberingStock,
    /// Its successive rules.
    pub(super) rules: Vec<DatedStock<OfficeRules>>,
    /// What it types for a year: its last one, and the one that goes on.
    pub(super) account: YearPage,
    /// What it writes on the bilan of these years, by the place of the words.
    pub(super) report_words: BTreeMap<String, Text>,
    /// Delivered models it made its own.
    pub(super) products: Vec<ListKey>,
    /// Its lenders.
    pub(super) lenders: Vec<LenderStock>,
}

/// How references are written.
#[derive(Deserialize)]
pub(super) struct NumberingStock {
    /// What comes before the year.
    pub(super) prefix: String,
    /// The least number of figures.
    pub(super) width: usize,
}

/// A value in force from a day of the stock's year; its texts are read once its years have moved.
#[derive(Deserialize)]
pub(super) struct DatedStock<T> {
    /// Its first day.
    pub(super) valid_from: NaiveDate,
    /// Where it comes from.
    pub(super) source: String,
    /// The value.
    pub(super) value: T,
}

/// A lender and its successive agreements.
#[derive(Deserialize)]
pub(super) struct LenderStock {
    /// Its key.
    pub(super) key: ListKey,
    /// The day it became a partner.
    pub(super) valid_from: NaiveDate,
    /// Who it is.
    pub(super) lender: Lender,
    /// What was signed.
    pub(super) agreements: Vec<DatedStock<LenderAgreement>>,
}

/// Invented names.
#[derive(Deserialize)]
pub(super) struct Names {
    pub(super) women: Vec<String>,
    pub(super) men: Vec<String>,
    pub(super) girls: Vec<String>,
    pub(super) boys: Vec<String>,
    pub(super) surnames: Vec<String>,
    pub(super) birth_places: Vec<String>,
    pub(super) streets: Vec<String>,
    pub(super) communes: Vec<Commune>,
    /// Parts of the town, for those who live in it.
    pub(super) neighbourhoods: Vec<String>,
    /// Banks people have their accounts in.
    pub(super) banks: Vec<String>,
    pub(super) employers: Vec<String>,
}

/// A town people come from.
#[derive(Deserialize)]
pub(super) struct Commune {
    pub(super) name: String,
    pub(super) code: String,
    pub(super) weight: u32,
}

/// Ways of living.
#[derive(Deserialize)]
pub(super) struct Budgets {
    pub(super) work: Vec<Work>,
    pub(super) housing: Vec<Housing>,
    pub(super) charges: Vec<UsualLine>,
    pub(super) child_charges: Vec<UsualLine>,
    pub(super) running: Vec<UsualLine>,
    pub(super) debts: Vec<UsualLine>,
    pub(super) car: Vec<UsualLine>,
    pub(super) bus: UsualLine,
    pub(super) benefits: Benefits,
}

/// What a person lives from.
#[derive(Deserialize)]
pub(super) struct Work {
    /// An entry of the employment statuses.
    pub(super) key: ListKey,
    pub(super) weight: u32,
    /// Whether the person works or looks for work.
    pub(super) mobile: bool,
    pub(super) ages: [u32; 2],
    /// The kind of income.
    pub(super) entry: ListKey,
    /// Cents a month.
    pub(super) amount: [u32; 2],
    pub(super) occupations: Vec<String>,
}

/// Where a person lives.
#[derive(Deserialize)]
pub(super) struct Housing {
    /// An entry of the housing statuses.
    pub(super) key: ListKey,
    pub(super) weight: u32,
    /// Cents a month.
    pub(super) rent: [u32; 2],
    /// The kind of housing benefit.
    pub(super) aid: Option<ListKey>,
    /// Cents a month.
    pub(super) aid_amount: [u32; 2],
}

/// A budget line as it usually is.
#[derive(Deserialize)]
pub(super) struct UsualLine {
    pub(super) entry: ListKey,
    #[serde(default)]
    pub(super) detail: String,
    /// Cents, at its frequency.
    pub(super) amount: [u32; 2],
    pub(super) frequency: Frequency,
    /// How many households in a hundred have it.
    pub(super) chance: u32,
    /// Half as much more for each one else.
    #[serde(default)]
    pub(super) by_head: bool,
}

/// Family benefits, in cents a month, the school-year one a year and by age.
#[derive(Deserialize)]
pub(super) struct Benefits {
    /// For two children, three, four.
    pub(super) family_allowances: [i64; 3],
    pub(super) family_supplement: i64,
    pub(super) paje_base: i64,
    pub(super) asf: i64,
    /// Under 11, under 15, under 19.
    pub(super) ars: [i64; 3],
}

/// What a project changes in the budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Effect {
    /// Nothing.
    None,
    /// A car takes the place of the bus.
    Car,
    /// Debts are paid.
    Debts,
}

/// Projects of one purpose.
#[derive(Deserialize)]
pub(super) struct ProjectStock {
    /// An entry of the purposes.
    pub(super) key: ListKey,
    pub(super) weight: u32,
    /// The loan, in euros.
    pub(super) loan: [u32; 2],
    pub(super) effect: Effect,
    pub(super) product: ListKey,
    pub(super) lines: Vec<String>,
    pub(super) stories: Vec<String>,
    pub(super) quotes: Vec<String>,
    pub(super) extras: Vec<String>,
    pub(super) sellers: Vec<String>,
    /// Who gives, and what.
    pub(super) aids: Vec<[String; 2]>,
    pub(super) means: String,
    pub(super) wanted: String,
    pub(super) ground: Vec<String>,
    pub(super) viability: Vec<String>,
    /// What could happen, and what is planned.
    pub(super) risks: Vec<[String; 2]>,
    #[serde(default)]
    pub(super) debt_effect: String,
}

/// Sentences, with the places of facts between braces.
#[derive(Deserialize)]
pub(super) struct Words {
    pub(super) first_interview: Vec<String>,
    pub(super) budget_interview: Vec<String>,
    pub(super) file_interview: Vec<String>,
    pub(super) lender_call: Vec<String>,
    pub(super) follow_up_call: Vec<String>,
    pub(super) follow_up_interview: Vec<String>,
    pub(super) redirection_call: Vec<String>,
    pub(super) submit: Vec<String>,
    pub(super) submit_again: Vec<String>,
    pub(super) redirect: Vec<Redirection>,
    pub(super) inadmissible: Vec<Redirection>,
    pub(super) dropped: Vec<String>,
    pub(super) withdrawn: Vec<String>,
    pub(super) refused: Vec<RefusalStock>,
    pub(super) sent: Vec<String>,
    pub(super) agreed: Vec<String>,
    pub(super) approved: Vec<String>,
    pub(super) support_note: Vec<String>,
    pub(super) next: NextWords,
    pub(super) criteria: CriteriaWords,
    pub(super) listed: String,
    pub(super) opinion: OpinionWords,
    pub(super) summary: Vec<String>,
    pub(super) how_checked: Vec<String>,
    pub(super) aid_refused: Vec<String>,
    pub(super) put_aside: Vec<String>,
    pub(super) own_share: Vec<String>,
    /// Why a spending is above what is usual.
    pub(super) above_usual: Vec<String>,
    pub(super) statements_quiet: Vec<String>,
    pub(super) statements_troubled: Vec<String>,
    /// Why the person chose a bank.
    pub(super) choice: Vec<String>,
    pub(super) paid: Vec<String>,
    pub(super) paid_late: Vec<String>,
    /// Why an instalment is put on hold.
    pub(super) held: Vec<String>,
    /// What the adviser kept of a first call.
    pub(super) screening: Vec<String>,
    pub(super) called_back: Vec<String>,
    pub(super) places: Vec<String>,
    pub(super) missed_appointment: Vec<String>,
    pub(super) no_answer: Vec<String>,
    /// What was said at a session.
    pub(super) heard: Vec<String>,
    pub(super) signature: Vec<String>,
    pub(super) review_project: Vec<String>,
    pub(super) life: Vec<String>,
    pub(super) support_actions: Vec<ListKey>,
    /// What the bank says of a missed instalment, and the person.
    pub(super) missed: Vec<String>,
    pub(super) missed_call: Vec<String>,
    pub(super) lost: String,
    pub(super) died: String,
    pub(super) closing: Vec<String>,
    pub(super) ended: Vec<String>,
    pub(super) one_change: Vec<String>,
    /// What lacks in a document, and why one does not come.
    pub(super) incomplete: Vec<String>,
    pub(super) missing: Vec<String>,
    /// Accounts nobody has.
    pub(super) ibans: Vec<String>,
    /// Other offices a dossier was taken over from.
    pub(super) taken_over: Vec<String>,
    /// A check passed over, and why.
    pub(super) passed_over: Vec<[String; 2]>,
}

/// Where a person is directed, and why.
#[derive(Deserialize)]
pub(super) struct Redirection {
    pub(super) solutions: Vec<ListKey>,
    pub(super) reason: String,
    /// What the letter says of it to the person.
    pub(super) to_person: String,
}

/// Why a lender refused.
#[derive(Deserialize)]
pub(super) struct RefusalStock {
    pub(super) reasons: Vec<ListKey>,
    pub(super) note: String,
}

/// What is to be done at a next date.
#[derive(Deserialize)]
pub(super) struct NextWords {
    pub(super) decide: String,
    pub(super) again: String,
    pub(super) news: String,
}

/// What criteria rest on.
#[derive(Deserialize)]
pub(super) struct CriteriaWords {
    pub(super) ordinary_credit_exclusion: Vec<String>,
    pub(super) target_public: Vec<String>,
    pub(super) income_and_reste_a_vivre: Vec<String>,
    pub(super) banque_de_france_situation: Vec<String>,
    pub(super) complementarity: Vec<String>,
}

/// The paragraphs of an opinion.
#[derive(Deserialize)]
pub(super) struct OpinionWords {
    pub(super) first: Vec<String>,
    pub(super) middle: Vec<String>,
    pub(super) last: Vec<String>,
    pub(super) weak: Vec<String>,
    pub(super) reservation: Vec<String>,
}

#[derive(Deserialize)]
struct ProjectsFile {
    purposes: Vec<ProjectStock>,
}

#[derive(Deserialize)]
struct PeopleFile {
    people: Vec<Value>,
}

fn read() -> Result<Stock, serde_json::Error> {
    Ok(Stock {
        office: file(include_str!("../../../../assets/demo/office.json"))?,
        names: file(include_str!("../../../../assets/demo/names.json"))?,
        budgets: file(include_str!("../../../../assets/demo/budgets.json"))?,
        projects: file::<ProjectsFile>(include_str!("../../../../assets/demo/projects.json"))?.purposes,
        words: file(include_str!("../../../../assets/demo/words.json"))?,
        partners: file(include_str!("../../../../assets/demo/partners.json"))?,
        people: file::<PeopleFile>(include_str!("../../../../assets/demo/people.json"))?.people,
    })
}

fn file<T: DeserializeOwned>(text: &str) -> Result<T, serde_json::Error> {
    serde_json::from_str(text)
}
