//! The lists an office may change, and its own entries laid over the delivered ones.

use domain::settings::{BudgetEntry, ListEntry, ListKey, Lists};
use domain::words::Word;
use ts_rs::TS;

use super::overrides::Kept;

domain::vocabulary! {
    /// A list the office may change.
    #[derive(TS)]
    pub enum ListName {
        Origins => "origins", "Origines des demandes";
        HowHeard => "how_heard", "Comment on a connu le service";
        ReferrerKinds => "referrer_kinds", "Prescripteurs";
        ScreeningQuestions => "screening_questions", "Questions du premier appel";
        ScreeningTold => "screening_told", "Ce que la personne doit savoir";
        PaymentMeans => "payment_means", "Moyens de paiement";
        ContactWays => "contact_ways", "Façons de joindre la personne";
        Purposes => "purposes", "Objets du prêt";
        InterviewKinds => "interview_kinds", "Entretiens et contacts";
        Redirections => "redirections", "Réorientations";
        RefusalReasons => "refusal_reasons", "Motifs de refus";
        DecisionModes => "decision_modes", "Qui décide de transmettre";
        NotificationModes => "notification_modes", "Qui annonce la décision";
        DomiciliationKinds => "domiciliation_kinds", "Domiciliation bancaire";
        SupportLevels => "support_levels", "Niveaux d’accompagnement";
        WorkKinds => "work_kinds", "Temps passé sans dossier";
        EndOutcomes => "end_outcomes", "Clôtures";
        LifeEvents => "life_events", "Événements de vie";
        SupportActions => "support_actions", "Actions d’accompagnement";
        FamilySituations => "family_situations", "Situations de famille";
        Housing => "housing", "Logement";
        Employment => "employment", "Emploi";
        BudgetEntries => "budget_entries", "Lignes du budget";
    }
}

impl ListName {
    /// Its entries, retired ones included; a budget line's family is the line it was made like.
    pub fn entries(self, lists: &Lists) -> Vec<ListEntry> {
        match self.plain(lists) {
            Some(list) => list.clone(),
            None => lists.budget_order.iter().filter_map(|key| lists.budget_entries.get(key)).map(as_entry).collect(),
        }
    }

    fn plain(self, lists: &Lists) -> Option<&Vec<ListEntry>> {
        match self {
            Self::Origins => Some(&lists.origins),
            Self::HowHeard => Some(&lists.how_heard),
            Self::ReferrerKinds => Some(&lists.referrer_kinds),
            Self::ScreeningQuestions => Some(&lists.screening.questions),
            Self::ScreeningTold => Some(&lists.screening.told),
            Self::PaymentMeans => Some(&lists.payment_means),
            Self::ContactWays => Some(&lists.contact_ways),
            Self::Purposes => Some(&lists.purposes),
            Self::InterviewKinds => Some(&lists.interview_kinds),
            Self::Redirections => Some(&lists.redirections),
            Self::RefusalReasons => Some(&lists.refusal_reasons),
            Self::DecisionModes => Some(&lists.decision_modes),
            Self::NotificationModes => Some(&lists.notification_modes),
            Self::DomiciliationKinds => Some(&lists.domiciliation_kinds),
            Self::SupportLevels => Some(&lists.support_levels),
            Self::WorkKinds => Some(&lists.work_kinds),
            Self::EndOutcomes => Some(&lists.end_outcomes),
            Self::LifeEvents => Some(&lists.life_events),
            Self::SupportActions => Some(&lists.support_actions),
            Self::FamilySituations => Some(&lists.family_situations),
            Self::Housing => Some(&lists.housing),
            Self::Employment => Some(&lists.employment),
            Self::BudgetEntries => None,
        }
    }

    fn plain_mut(self, lists: &mut Lists) -> Option<&mut Vec<ListEntry>> {
        match self {
            Self::Origins => Some(&mut lists.origins),
            Self::HowHeard => Some(&mut lists.how_heard),
            Self::ReferrerKinds => Some(&mut lists.referrer_kinds),
            Self::ScreeningQuestions => Some(&mut lists.screening.questions),
            Self::ScreeningTold => Some(&mut lists.screening.told),
            Self::PaymentMeans => Some(&mut lists.payment_means),
            Self::ContactWays => Some(&mut lists.contact_ways),
            Self::Purposes => Some(&mut lists.purposes),
            Self::InterviewKinds => Some(&mut lists.interview_kinds),
            Self::Redirections => Some(&mut lists.redirections),
            Self::RefusalReasons => Some(&mut lists.refusal_reasons),
            Self::DecisionModes => Some(&mut lists.decision_modes),
            Self::NotificationModes => Some(&mut lists.notification_modes),
            Self::DomiciliationKinds => Some(&mut lists.domiciliation_kinds),
            Self::SupportLevels => Some(&mut lists.support_levels),
            Self::WorkKinds => Some(&mut lists.work_kinds),
            Self::EndOutcomes => Some(&mut lists.end_outcomes),
            Self::LifeEvents => Some(&mut lists.life_events),
            Self::SupportActions => Some(&mut lists.support_actions),
            Self::FamilySituations => Some(&mut lists.family_situations),
            Self::Housing => Some(&mut lists.housing),
            Self::Employment => Some(&mut lists.employment),
            Self::BudgetEntries => None,
        }
    }
}

/// The delivered lists with the office's entries over them, the last row of an entry counting.
pub(super) fn overlaid(delivered: &Lists, rows: Vec<Kept<ListEntry>>) -> Lists {
    let mut lists = delivered.clone();
    for row in rows {
        let named = row.key.as_str().split_once('/').map_or("", |(list, _)| list);
        let list = ListName::from_key(named);
        match list.map(|list| list.plain_mut(&mut lists)) {
            Some(Some(list)) => lay(list, row.dated.value),
            Some(None) => lay_budget(&mut lists, row.dated.value),
            None => {}
        }
    }
    lists
}

/// Renames or retires the entry of that key, or adds it at the end.
fn lay(list: &mut Vec<ListEntry>, own: ListEntry) {
    match list.iter_mut().find(|entry| entry.key == own.key) {
        Some(entry) => {
            entry.label = own.label;
            entry.after = own.after;
            entry.retired = own.retired;
        }
        None => list.push(own),
    }
}

fn lay_budget(lists: &mut Lists, own: ListEntry) {
    if let Some(entry) = lists.budget_entries.get_mut(&own.key) {
        entry.label = own.label;
        entry.retired = own.retired;
        return;
    }
    let Some(like) = own.family.as_ref().and_then(|like| lists.budget_entries.get(like)) else { return };
    let added = BudgetEntry {
        key: own.key.clone(),
        label: own.label,
        also: Vec::new(),
        help: None,
        usual: false,
        retired: own.retired,
        ..like.clone()
    };
    lists.budget_order.push(own.key.clone());
    lists.budget_entries.insert(own.key, added);
}

fn as_entry(entry: &BudgetEntry) -> ListEntry {
    ListEntry {
        key: entry.key.clone(),
        label: entry.label.clone(),
        group: Some(entry.group.clone()),
        family: Some(ListKey::new(entry.key.as_str())),
        help: entry.help.clone(),
        after: None,
        callback_days: None,
        counts_as_interview: false,
        difficulty: None,
        to_person: None,
        retired: entry.retired,
    }
}
