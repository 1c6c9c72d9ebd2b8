//! The facts of a bank file: what the office knows, as it knows it.

use chrono::NaiveDate;
use domain::assessment::{Assessment, Finding, Registers};
use domain::attachment::{ContentKind, Rotation};
use domain::budget::{HouseholdBudget, ProjectedMonth, Stress};
use domain::dossier::Precision;
use domain::household::Household;
use domain::loan::{RepaymentSchedule, Taeg};
use domain::money::Euros;
use domain::person::Person;
use domain::project::Project;
use domain::settings::{BankFilePart, Guarantor, ListKey, OwnFormPlace, Provider};
use domain::text::Text;
use domain::words::{Borrowers, addressed, spaced};

use crate::papers::lender_comparison::ComparedChoice;
use crate::papers::support_charter::CharterStep;
use crate::papers::{AfterLoan, BudgetBeside, OtherReferent};

/// The facts of a bank file. Empty texts and absent values are not known: nothing is written in their place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BankFile {
    /// Reference of the dossier.
    pub reference: String,
    /// The day it is printed.
    pub printed_on: NaiveDate,
    /// The day it was sent, once it was.
    pub sent_on: Option<NaiveDate>,
    /// How exactly that day is known.
    pub sent_known: Precision,
    /// Who is asked for the loan.
    pub lender: Option<BankFileLender>,
    /// The amount asked for.
    pub amount: Option<Euros>,
    /// The months asked for.
    pub months: Option<u32>,
    /// The loan worked out, when its rate is known too.
    pub loan: Option<BankFileLoan>,
    /// Who asks.
    pub applicant: BankFileBorrower,
    /// Who asks with them.
    pub co_applicant: Option<BankFileBorrower>,
    /// Who is the one referent, when it is not the office's adviser.
    pub referent: Option<OtherReferent>,
    /// Who lives on the budget.
    pub household: Household,
    /// What happened since the request, in the order of days.
    pub course: Vec<CourseStep>,
    /// Earlier sendings to a lender, with what became of each.
    pub earlier: Vec<EarlierPresentation>,
    /// What the loan would finance, as the list words it: `achat d’un véhicule d’occasion`.
    pub purpose: String,
    /// The project, with its quotes, expenses and aids.
    pub project: Project,
    /// What is asked for beside the amount.
    pub conditions: Conditions,
    /// The budget in force.
    pub budget: Option<BankFileBudget>,
    /// The opinion, the registers, the summary and the watch points.
    pub assessment: Assessment,
    /// The criteria in the order of their list, assessed or not.
    pub criteria: Vec<CriterionFound>,
    /// What weighs against the request or disagrees in its file, the heaviest first: told on the first sheet.
    pub alerts: Vec<BankFileAlert>,
    /// The checks passed over, with their reasons.
    pub passed_over: Vec<CheckPassedOver>,
    /// What the person chose, once everything was explained.
    pub choice: Option<ComparedChoice>,
    /// The support proposed or agreed on.
    pub support: Option<BankFileSupport>,
    /// The office's decision to submit.
    pub decision: Option<OfficeDecision>,
    /// What the office refunds of the interest, in a sentence.
    pub refund: String,
    /// What of the cost is given back, in a few words: `rendu si tout est payé à l’heure`.
    pub refunded: String,
    /// The day each borrower agreed in writing that the lender tells the office what it decides and why.
    pub consented_on: Option<NaiveDate>,
    /// The reasons an answer of the lender is entered with, being listed in the FICP left out.
    pub refusal_reasons: Vec<String>,
    /// The supporting documents, each with where it stands.
    pub documents: Vec<BankFileDocument>,
    /// What the lender asks of its own, in the order of its agreement.
    pub questions: Vec<BankFileQuestion>,
    /// Its parts, in the order the lender reads them in.
    pub parts: [BankFilePart; 6],
    /// Where the lender's own form goes; it has none when absent.
    pub own_form: Option<OwnFormPlace>,
}

/// Something to know before a vote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BankFileAlert {
    /// The fact: `Le devis expire le 11/12/2026`.
    pub fact: String,
    /// What stands beside it, with its day; may be empty.
    pub beside: String,
}

impl BankFileAlert {
    /// The fact, with what it names where it names things.
    #[must_use]
    pub fn in_words(&self) -> String {
        let beside = if self.fact.ends_with(':') { format!(" {}", self.beside) } else { String::new() };
        spaced(&format!("{}{beside}", self.fact))
    }
}

/// An earlier sending to a lender.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EarlierPresentation {
    /// `Banque du Val, le 3 mars 2026 : refus le 20 mars 2026.`
    pub sentence: String,
    /// Why, as the lender said it; empty when it did not.
    pub reasons: String,
    /// What changed since then: `prêt de 3 800 à 2 900 €`; empty when nothing did, absent when it is not known.
    pub changed: Option<Vec<String>>,
}

/// A supporting document of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BankFileDocument {
    /// Its number in the dossier: `P4`.
    pub code: String,
    /// `Pièce d’identité, recto et verso`.
    pub label: String,
    /// Whose it is: `Mme Delmas`, `le projet`.
    pub whose: String,
    /// The day written on it.
    pub dated_on: Option<NaiveDate>,
    /// Its last day.
    pub valid_until: Option<NaiveDate>,
    /// Whether it grows old.
    pub ages: bool,
    /// The day it was compared with its original.
    pub seen_on: Option<NaiveDate>,
    /// Why it is seen and not joined, as far as it was noted.
    pub reason: String,
    /// Where it stands.
    pub standing: DocumentStanding,
    /// Its files, in the order they came.
    pub scans: Vec<BankFileScan>,
}

/// A file of a supporting document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BankFileScan {
    /// The name it is shown by.
    pub name: String,
    /// What it holds.
    pub kind: ContentKind,
    /// How far its pages are turned to be read upright.
    pub rotation: Rotation,
    /// The day it came.
    pub received_on: NaiveDate,
}

/// Where a supporting document stands as the file leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentStanding {
    /// Nothing was noted of it: it is to be joined.
    ToJoin,
    /// It is there: `reçue`, `vérifiée`.
    There(String),
    /// It leaves without it, for this reason; the reason may be empty.
    Missing(String),
}

/// A question of the lender's own, with its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BankFileQuestion {
    /// What is asked.
    pub label: String,
    /// The answer; empty while there is none.
    pub answer: String,
    /// Whether the lender wants it answered.
    pub required: bool,
}

/// Who is asked for the loan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BankFileLender {
    /// `Banque du Val`.
    pub name: String,
    /// `M. Joël Astier`.
    pub contact: String,
    /// `conseiller microcrédit`.
    pub contact_role: String,
    /// Days in which its agreement promises an answer.
    pub answer_days: Option<u32>,
    /// The day by which the answer is expected.
    pub answer_by: Option<NaiveDate>,
    /// The largest attachment its mailbox takes, in megabytes.
    pub attachment_megabytes: Option<u32>,
}

/// The loan worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BankFileLoan {
    /// Its instalments.
    pub schedule: RepaymentSchedule,
    /// Its TAEG.
    pub taeg: Option<Taeg>,
}

/// Who borrows, with what the lists say of their situation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BankFileBorrower {
    /// Name, birth, address.
    pub person: Person,
    /// `séparée`.
    pub family_situation: String,
    /// `locataire, parc social`.
    pub housing: String,
    /// `CDI à temps partiel`.
    pub employment: String,
    /// `carte à autorisation systématique`.
    pub payment_means: String,
}

/// Something that was done on its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CourseStep {
    /// Its day.
    pub on: NaiveDate,
    /// How exactly it is known.
    pub known: Precision,
    /// `Premier entretien, 1 h 30`.
    pub what: String,
    /// What was said and done.
    pub note: String,
}

/// What is asked for beside the amount; the days, the deferral and the insurance are those of the loan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conditions {
    /// The product: `microcrédit personnel, convention 2025`.
    pub product: String,
    /// Who guarantees.
    pub guarantor: Option<Guarantor>,
    /// The share guaranteed, in percent.
    pub guarantee_percent: Option<u32>,
    /// The account the lender asks for: `compte alimenté de la mensualité`.
    pub domiciliation: String,
    /// Day of the month instalments are debited, when the loan has no dates yet.
    pub debit_day: Option<u32>,
}

/// A budget before the loan, and after it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BankFileBudget {
    /// Version of the budget.
    pub version: u32,
    /// The day that version was established.
    pub established_on: NaiveDate,
    /// The budget worked out.
    pub before: HouseholdBudget,
    /// The same once the project is done.
    pub after: Option<AfterLoan>,
    /// The lowest month of the loan, when it leaves less than the office's rule asks for, or less than nothing.
    pub low: Option<ProjectedMonth>,
    /// What is left if something happens, once the loan is worked out.
    pub stress: Option<Stress>,
    /// What stands beside it.
    pub beside: BudgetBeside,
}

/// A check that is open and that the adviser passed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckPassedOver {
    /// `Durée supérieure au plafond ordinaire`.
    pub label: String,
    /// What it says: `non rempli`, `à vérifier`.
    pub state: String,
    /// Why it is passed over.
    pub reason: String,
}

/// A criterion as it was assessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionFound {
    /// Its stable key.
    pub key: ListKey,
    /// `Accès au crédit ordinaire`.
    pub label: String,
    /// What the adviser finds.
    pub finding: Finding,
    /// What it rests on.
    pub ground: Text,
    /// What the dossier says against it, one sentence each; empty when both agree.
    pub contradicted: Vec<String>,
}

/// How the loan would be accompanied.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BankFileSupport {
    /// The level: `Accompagnement régulier`.
    pub level: String,
    /// Who gives budget support; nobody when absent.
    pub budget: Option<Provider>,
    /// Who gives social support; nobody when absent.
    pub social: Option<Provider>,
    /// What was agreed, in words.
    pub note: String,
    /// The meetings and calls.
    pub steps: Vec<CharterStep>,
}

/// The office's decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeDecision {
    /// Its day.
    pub on: NaiveDate,
    /// How exactly it is known.
    pub known: Precision,
    /// Who decided: `La commission interne du CCAS décide de transmettre`.
    pub mode: String,
    /// Why, in words.
    pub reason: String,
    /// The condition it puts to the lender; empty when it puts none.
    pub condition: String,
}

impl OfficeDecision {
    /// Why, then the condition put to the lender, as sentences after a space each; empty when neither is stated.
    pub(super) fn sentences(&self) -> String {
        let sentence = |words: &str| match words.trim_end_matches('.') {
            "" => String::new(),
            words => format!(" {words}."),
        };
        let condition =
            if self.condition.is_empty() { String::new() } else { format!("Condition : {}", self.condition) };
        sentence(&self.reason) + &sentence(&condition)
    }
}

impl BankFile {
    /// Who borrows and signs, the applicant first.
    pub(super) fn people(&self) -> Borrowers {
        Borrowers::new(self.borrowers().map(|borrower| borrower.person.clone()).collect())
    }

    /// What is known of each of them.
    pub(super) fn borrowers(&self) -> impl Iterator<Item = &BankFileBorrower> {
        std::iter::once(&self.applicant).chain(&self.co_applicant)
    }

    /// The registers of each of them, and whose they are said to be where two borrow: `, Mme Delmas`.
    pub(super) fn registers(&self) -> impl Iterator<Item = (String, &Registers)> {
        let together = self.co_applicant.is_some();
        let whose = move |one: &BankFileBorrower| match together {
            true => format!(", {}", addressed(&one.person)),
            false => String::new(),
        };
        self.borrowers().map(whose).zip([&self.assessment.registers, &self.assessment.co_registers])
    }
}
