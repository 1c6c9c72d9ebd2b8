//! What an agreement says, and beside each clause what is seen: days, shares, incidents, the last meeting.

use domain::partner::{Exchange, ExchangeKind};
use domain::report::LenderMeasure;
use domain::settings::{Dated, LenderAgreement, ListEntry, RulesAt};
use domain::words::{counted, in_days, long_date, lowered, percent, spaced};
use serde::Serialize;
use ts_rs::TS;

use crate::office::{Clause, clause, whole};

/// The clauses under one heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ClausesSeen {
    /// `L’argent`, `Le dossier et la réponse`…
    pub heading: String,
    /// The clauses, in their order.
    pub clauses: Vec<ClauseSeen>,
}

/// One clause: what the agreement says, what is seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ClauseSeen {
    /// What it is about.
    pub label: String,
    /// What the agreement says; empty when it says nothing.
    pub says: String,
    /// What is seen; empty when nothing is measured.
    pub seen: String,
    /// What that asks for.
    pub meaning: Seen,
}

/// What a measure asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Seen {
    /// Nothing: told as it is.
    Plain,
    /// The word is kept.
    Kept,
    /// To be looked at.
    Due,
    /// The word is not kept.
    Late,
}

/// What a lender is seen by.
pub(super) struct Beside<'b> {
    pub(super) agreement: Option<&'b Dated<LenderAgreement>>,
    pub(super) measure: &'b LenderMeasure,
    pub(super) exchanges: &'b [&'b Exchange],
    pub(super) rules: &'b RulesAt<'b>,
}

/// Where each clause stands; one that is not named here is told with the others.
const PLACES: [(&str, &[&str]); 4] = [
    (
        "L’argent",
        &[
            "Prêteur agréé",
            "Produits",
            "Objets",
            clause::LIMITS,
            clause::RATE,
            "Intérêts seuls",
            "Mois sans rien payer",
            "Première période",
            "Frais de dossier",
            "Assurance",
            "Caution d’un proche",
            "Domiciliation",
            "Coût du compte",
            "Prélèvement",
        ],
    ),
    (
        "Le dossier et la réponse",
        &[
            clause::ANSWER,
            GRANTED,
            clause::REFUSAL,
            "Forme du dossier",
            "Accord de principe",
            "Qui annonce",
            "Son formulaire",
            "Ses questions",
            "Pièces ajoutées",
            "Pièces non demandées",
        ],
    ),
    (
        "Le suivi",
        &[
            clause::ALERT,
            "Portée de l’alerte",
            "Forme de l’alerte",
            "Reports",
            "Conditions d’un report",
            "Ateliers budget",
        ],
    ),
    ("Le partenariat", &[clause::MEETINGS, clause::TRAINING, clause::STATISTICS, clause::RENEWAL]),
];

/// What is granted has no clause: it is seen all the same.
const GRANTED: &str = "Accords";

/// What the agreement says, clause by clause, and what is seen of each.
pub(super) fn side_by_side(said: Vec<Clause>, beside: &Beside<'_>) -> Vec<ClausesSeen> {
    let mut left = said;
    let mut told: Vec<ClausesSeen> = Vec::new();
    for (heading, labels) in PLACES {
        let mut clauses = Vec::new();
        for label in labels {
            let label = spaced(label);
            let place = left.iter().position(|one| one.label == label);
            let says = place.map(|place| left.remove(place).text);
            // What is granted is no clause: nothing is left unsaid there.
            let says = says.unwrap_or_else(|| if label == GRANTED { "–".to_owned() } else { String::new() });
            let (seen, meaning) = beside.seen(&label);
            if !seen.is_empty() || !(says.is_empty() || label == GRANTED) {
                clauses.push(ClauseSeen { label, says, seen: spaced(&seen), meaning });
            }
        }
        told.push(ClausesSeen { heading: heading.to_owned(), clauses });
    }
    let others = left.into_iter().map(|one| ClauseSeen {
        label: one.label,
        says: one.text,
        seen: String::new(),
        meaning: Seen::Plain,
    });
    told.push(ClausesSeen { heading: "Le budget et le reste".to_owned(), clauses: others.collect() });
    told.retain(|part| !part.clauses.is_empty());
    told
}

impl Beside<'_> {
    fn seen(&self, label: &str) -> (String, Seen) {
        let is = |known: &str| label == spaced(known);
        if is(clause::ANSWER) {
            self.answers()
        } else if is(GRANTED) {
            self.granted()
        } else if is(clause::REFUSAL) {
            self.refusals()
        } else if is(clause::LIMITS) {
            self.large_loans()
        } else if is(clause::RATE) {
            self.rate()
        } else if is(clause::ALERT) {
            self.incidents()
        } else if is(clause::MEETINGS) {
            self.last(&[ExchangeKind::Meeting, ExchangeKind::Visit], "aucune notée")
        } else if is(clause::TRAINING) {
            self.last(&[ExchangeKind::Training], "jamais notée")
        } else if is(clause::STATISTICS) {
            self.last(&[ExchangeKind::Statistics], "jamais notés")
        } else {
            (String::new(), Seen::Plain)
        }
    }

    /// `24 jours, médiane de 9 réponses ; à temps : 8 / 9 = 88,9 %`.
    fn answers(&self) -> (String, Seen) {
        let Some(median) = self.measure.median_days else {
            let late = self.measure.late.dossiers_count();
            let waits = counted(late, "dossier attend", "dossiers attendent");
            return if late == 0 {
                (String::new(), Seen::Plain)
            } else {
                (format!("{waits} au-delà du délai"), Seen::Late)
            };
        };
        let answers = counted(self.measure.timed, "réponse", "réponses");
        let middle = format!("{}, médiane de {answers}", in_days(median));
        match self.measure.kept_share() {
            None => (middle, Seen::Plain),
            Some(share) => {
                let kept = format!("{} / {}", self.measure.kept(), self.measure.promised);
                let (kept_in_time, promised) = (self.measure.kept(), self.measure.promised);
                let meaning = if self.measure.late.dossiers_count() == 0 {
                    Seen::Kept
                } else if kept_in_time.saturating_mul(2) < promised {
                    Seen::Late
                } else {
                    // Most answers came in time: their middle is no broken word.
                    Seen::Due
                };
                (format!("{middle} ; à temps : {kept} = {}", percent(share.number())), meaning)
            }
        }
    }

    /// `8 accords sur 12 réponses = 66,67 %`.
    fn granted(&self) -> (String, Seen) {
        let Some(rate) = self.measure.grant_rate() else { return (String::new(), Seen::Plain) };
        let granted = counted(self.measure.granted.dossiers_count(), "accord", "accords");
        let answers = counted(self.measure.answered.dossiers_count(), "réponse", "réponses");
        (format!("{granted} sur {answers} = {}", percent(rate.number())), Seen::Plain)
    }

    /// `3 refus : capacité insuffisante (2) ; 1 sans motif`.
    fn refusals(&self) -> (String, Seen) {
        let refused = self.measure.refused.dossiers_count();
        if refused == 0 {
            return (String::new(), Seen::Plain);
        }
        let label = |key: &domain::settings::ListKey| {
            let found: Option<&ListEntry> = self.rules.lists.refusal_reasons.iter().find(|one| one.key == *key);
            found.map(|entry| lowered(&entry.label)).unwrap_or_default()
        };
        let mut told: Vec<(u64, String)> =
            self.measure.reasons.iter().map(|(key, count)| (*count, label(key))).collect();
        told.sort_by(|one, other| other.cmp(one));
        let told: Vec<String> = told.into_iter().map(|(count, reason)| format!("{reason} ({count})")).collect();
        let unsaid = self.measure.unexplained.dossiers_count();
        let reasons = if told.is_empty() { String::new() } else { format!(" : {}", told.join(", ")) };
        let without = if unsaid == 0 { String::new() } else { format!(" ; {unsaid} sans motif") };
        let meaning = if unsaid == 0 { Seen::Plain } else { Seen::Due };
        (format!("{refused} refus{reasons}{without}"), meaning)
    }

    /// `1 prêt au-delà de 3 000 €`.
    fn large_loans(&self) -> (String, Seen) {
        let ceiling = self.agreement.and_then(|agreement| agreement.value.limits.amount_max);
        let Some(ceiling) = ceiling else { return (String::new(), Seen::Plain) };
        let large = self.measure.loans.iter().filter(|loan| loan.amount.is_some_and(|amount| amount > ceiling)).count();
        if large == 0 {
            return (String::new(), Seen::Plain);
        }
        (format!("{} au-delà de {}", counted(large, "prêt", "prêts"), whole(ceiling)), Seen::Plain)
    }

    fn rate(&self) -> (String, Seen) {
        let rate = self.agreement.and_then(|agreement| agreement.value.rates().max());
        let Some((rate, usual)) = rate.zip(self.rules.office.usual_rate_max) else {
            return (String::new(), Seen::Plain);
        };
        if rate > usual {
            (format!("au-delà du repère de {usual}"), Seen::Due)
        } else {
            (format!("sous le repère de {usual}"), Seen::Kept)
        }
    }

    fn incidents(&self) -> (String, Seen) {
        match self.measure.incidents.dossiers_count() {
            0 => (String::new(), Seen::Plain),
            loans => (counted(loans, "prêt avec un impayé", "prêts avec un impayé"), Seen::Plain),
        }
    }

    /// When something of these kinds was last held; said missing only when the agreement speaks of it.
    fn last(&self, kinds: &[ExchangeKind], none: &str) -> (String, Seen) {
        match self.exchanges.iter().filter(|one| kinds.contains(&one.kind)).map(|one| one.on).max() {
            Some(on) => (format!("en dernier le {}", long_date(on)), Seen::Plain),
            None if self.speaks_of(kinds) => (none.to_owned(), Seen::Due),
            None => (String::new(), Seen::Plain),
        }
    }

    fn speaks_of(&self, kinds: &[ExchangeKind]) -> bool {
        let Some(Dated { value, .. }) = self.agreement else { return false };
        kinds.iter().any(|kind| match kind {
            ExchangeKind::Meeting | ExchangeKind::Visit => value.meetings.is_some_and(|count| count > 0),
            ExchangeKind::Training => !value.training.is_empty(),
            ExchangeKind::Statistics => !value.statistics.is_empty(),
            ExchangeKind::Message => false,
        })
    }
}
