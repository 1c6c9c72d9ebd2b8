//! The rooms of a dossier: which ones there are and whether each has what papers need of it.

use documents::papers::budget_sheet::Lack;
use domain::dossier::Dossier;
use domain::loan::RepaymentSchedule;
use domain::settings::{Lists, RulesAt};
use serde::Serialize;
use ts_rs::TS;

/// The rooms of a dossier that exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RoomKey {
    /// Personne et foyer.
    Person,
    /// Projet et financement.
    Project,
    /// Budget.
    Budget,
    /// Simulation.
    Simulation,
    /// Pièces.
    Attachments,
    /// Évaluation.
    Assessment,
    /// Décisions.
    Decisions,
    /// Prêt.
    Loan,
    /// Suivi.
    FollowUp,
    /// Fin de prêt.
    Ending,
    /// Documents.
    Documents,
    /// Journal.
    Journal,
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
}

/// The rooms in the order of the tabs.
pub(super) fn rooms(
    dossier: &Dossier,
    lacks: &[Lack],
    loan: Option<&RepaymentSchedule>,
    rules: &RulesAt<'_>,
) -> Vec<Room> {
    let room = |key, title: &str, complete| Room { key, title: title.to_owned(), complete, count: None };
    let filled = |key| !lacks.iter().any(|lack| room_of(*lack) == key);
    vec![
        room(RoomKey::Person, "Personne et foyer", filled(RoomKey::Person)),
        room(RoomKey::Project, "Projet et financement", closes(dossier, loan)),
        room(RoomKey::Budget, "Budget", filled(RoomKey::Budget)),
        room(RoomKey::Simulation, "Simulation", loan.is_some_and(|loan| loan.terms.dates.is_some())),
        documents(dossier, rules),
        assessment(dossier, rules.lists),
        room(RoomKey::Decisions, "Décisions", false),
        room(RoomKey::Loan, "Prêt", false),
        room(RoomKey::FollowUp, "Suivi", false),
        room(RoomKey::Ending, "Fin de prêt", false),
        room(RoomKey::Documents, "Documents", false),
        room(RoomKey::Journal, "Journal", false),
    ]
}

/// The supporting documents count those that are there before the sending.
fn documents(dossier: &Dossier, rules: &RulesAt<'_>) -> Room {
    let complete = dossier.checklist(rules).complete_on().is_some();
    let count = Some(crate::checklist::count(dossier, rules)).filter(|count| !complete && !count.is_empty());
    Room { key: RoomKey::Attachments, title: "Pièces".to_owned(), complete, count }
}

/// Whether the cost is known and paid to the cent.
fn closes(dossier: &Dossier, loan: Option<&RepaymentSchedule>) -> bool {
    let Ok(financing) = dossier.project.financing() else { return false };
    let Some(loan) = loan else { return false };
    let gap = financing.gap(loan.terms.amount);
    !financing.cost.is_zero() && gap.is_ok_and(|gap| gap.is_zero())
}

/// The assessment counts its criteria; the opinion completes it.
fn assessment(dossier: &Dossier, lists: &Lists) -> Room {
    let criteria = lists.criteria.len();
    let assessed = dossier.assessment.assessed(lists.criteria.iter().map(|criterion| &criterion.key));
    let complete = criteria > 0 && assessed == criteria && dossier.assessment.opinion.is_some();
    Room {
        key: RoomKey::Assessment,
        title: "Évaluation".to_owned(),
        complete,
        count: (!complete && criteria > 0).then(|| format!("{assessed}/{criteria}")),
    }
}

/// The room that holds what a paper lacks.
pub(crate) fn room_of(lack: Lack) -> RoomKey {
    match lack {
        Lack::BirthDate | Lack::MemberBirthDate | Lack::Housing => RoomKey::Person,
        Lack::Income | Lack::FixedExpense => RoomKey::Budget,
    }
}
