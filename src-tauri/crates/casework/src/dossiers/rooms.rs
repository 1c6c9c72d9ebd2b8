//! The rooms of a dossier: which ones there are and whether each has what papers need of it.

use documents::papers::budget_sheet::Lack;
use domain::arrears::followed_episode;
use domain::dossier::Dossier;
use domain::loan::RepaymentSchedule;
use domain::settings::{Lists, RulesAt};
use domain::words::Labelled;
use serde::Serialize;
use ts_rs::TS;

domain::vocabulary! {
    /// The rooms of a dossier that exist.
    #[derive(TS)]
    pub enum RoomKey {
        Overview => "overview", "Vue d’ensemble";
        Person => "person", "Personne et foyer";
        Project => "project", "Projet et financement";
        Budget => "budget", "Budget";
        Simulation => "simulation", "Simulation";
        Statements => "statements", "Relevés";
        Attachments => "attachments", "Pièces";
        Assessment => "assessment", "Évaluation";
        Decisions => "decisions", "Décisions";
        Loan => "loan", "Prêt";
        Documents => "documents", "Documents";
        Journal => "journal", "Journal";
    }
}

/// A room of the dossier and whether it has what papers need of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Room {
    /// Which one.
    pub key: RoomKey,
    /// Its name.
    pub title: String,
    /// Whether nothing is missing there.
    pub complete: bool,
    /// How much of it is done, where it is counted: `6/7`; absent once complete.
    pub count: Option<String>,
    /// Whether its time has come: the opinion from the first interview on, the loan from the agreement of a lender on.
    pub open: bool,
    /// Whether an instalment is owed past its day.
    pub late: bool,
}

/// The rooms in the order of the tabs.
pub(super) fn rooms(
    dossier: &Dossier,
    lacks: &[Lack],
    loan: Option<&RepaymentSchedule>,
    rules: &RulesAt<'_>,
) -> Vec<Room> {
    let owed = followed_episode(dossier).is_some();
    let rooms = RoomKey::ALL.into_iter().map(|key| {
        let (complete, count) = match key {
            RoomKey::Person | RoomKey::Budget => (!lacks.iter().any(|lack| room_of(*lack) == key), None),
            RoomKey::Project => (closes(dossier, loan), None),
            RoomKey::Simulation => (loan.is_some_and(|loan| loan.terms.dates.is_some()), None),
            RoomKey::Attachments => documents(dossier, rules),
            RoomKey::Assessment => assessment(dossier, rules.lists),
            RoomKey::Overview
            | RoomKey::Statements
            | RoomKey::Decisions
            | RoomKey::Loan
            | RoomKey::Documents
            | RoomKey::Journal => (false, None),
        };
        let open = match key {
            RoomKey::Assessment | RoomKey::Decisions => dossier.has_an_opinion_to_give(),
            RoomKey::Loan => dossier.has_a_loan(),
            RoomKey::Overview
            | RoomKey::Person
            | RoomKey::Project
            | RoomKey::Budget
            | RoomKey::Simulation
            | RoomKey::Statements
            | RoomKey::Attachments
            | RoomKey::Documents
            | RoomKey::Journal => true,
        };
        Room { key, title: key.label().to_owned(), complete, count, open, late: key == RoomKey::Loan && owed }
    });
    rooms.collect()
}

/// The supporting documents count those that are there before the sending; once the loan runs, what was not noted there is
/// no longer waited for.
fn documents(dossier: &Dossier, rules: &RulesAt<'_>) -> (bool, Option<String>) {
    let complete = dossier.checklist(rules).complete_on().is_some();
    let course = dossier.facts.course();
    let waited = !complete && course.disbursement.is_none() && course.closed.is_none();
    let count = Some(crate::checklist::count(dossier, rules)).filter(|count| waited && !count.is_empty());
    (complete, count)
}

/// Whether the cost is known and paid to the cent.
fn closes(dossier: &Dossier, loan: Option<&RepaymentSchedule>) -> bool {
    let Ok(financing) = dossier.financing() else { return false };
    let Some(loan) = loan else { return false };
    let gap = financing.gap(loan.terms.amount);
    !financing.cost.is_zero() && gap.is_ok_and(|gap| gap.is_zero())
}

/// The assessment counts its criteria; the opinion completes it.
fn assessment(dossier: &Dossier, lists: &Lists) -> (bool, Option<String>) {
    let criteria = lists.criteria.len();
    let assessed = dossier.assessment.assessed(lists.criteria.iter().map(|criterion| &criterion.key));
    let complete = criteria > 0 && assessed == criteria && dossier.assessment.opinion.is_some();
    let open = !complete && criteria > 0 && dossier.facts.course().closed.is_none();
    (complete, open.then(|| format!("{assessed}/{criteria}")))
}

/// The room that holds what a paper lacks.
pub fn room_of(lack: Lack) -> RoomKey {
    match lack {
        Lack::BirthDate | Lack::MemberBirthDate | Lack::Housing => RoomKey::Person,
        Lack::Income | Lack::FixedExpense => RoomKey::Budget,
    }
}
