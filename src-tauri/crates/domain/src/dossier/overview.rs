//! The page a dossier opens on: where it stands in one sentence, the one thing to do now, and what lacks for it.
//!
//! The moment follows from the stage and from the day: an appointment to come or gone by, a lender that is late, an
//! instalment missed. Before a sending, what lacks is what the act of sending looks at, given as [`Requirement`]s; after it,
//! what there is to do, task by task; after a missed instalment, the steps of the ladder. Worked example: decided on
//! 26 November, a consent and a statement lacking, the sentence counts two things and the first act is the consent.

mod lending;
mod opening;
mod repaying;

use chrono::NaiveDate;

use super::{Dossier, Precision, Stage, stage};
use crate::arrears::followed_episode;
use crate::dossier::FactKind;
use crate::money::AmountTooLarge;
use crate::settings::Settings;
use crate::task::{Task, WaitingOn};
use crate::words::{Labelled, capital, counted, day_name, long_date, lowered, screen_date, spaced};

vocabulary! {
    /// The six steps of the life of a dossier.
    pub enum LifeStep {
        Request => "request", "Demande";
        Assessment => "assessment", "Instruction";
        Committee => "committee", "Commission";
        Lender => "lender", "Banque";
        Loan => "loan", "Prêt";
        Closing => "closing", "Clôture";
    }
}

vocabulary! {
    /// What the page proposes to do, and so where it leads.
    pub enum Proposal {
        Complete => "complete", "Compléter";
        Appoint => "appoint", "Fixer le rendez-vous";
        SettleAppointment => "settle_appointment", "Dire s’il a eu lieu";
        PrintList => "print_list", "Imprimer la liste des papiers";
        Meet => "meet", "Commencer l’entretien";
        Decide => "decide", "Noter la décision";
        SeeSession => "see_session", "Voir la séance";
        PrintConsent => "print_consent", "Imprimer le consentement à signer";
        NoteConsent => "note_consent", "Il est signé";
        Submit => "submit", "Transmettre";
        Answer => "answer", "Noter la réponse";
        ChooseLender => "choose_lender", "Choisir une autre banque";
        Documents => "documents", "Ouvrir les papiers";
        Sign => "sign", "Noter la signature";
        SeeLoan => "see_loan", "Ouvrir le prêt";
        Pay => "pay", "Noter le versement";
        Call => "call", "Appeler";
        FollowUp => "follow_up", "Ouvrir le suivi";
        End => "end", "Terminer le prêt";
        Begin => "begin", "Nouveau projet";
    }
}

/// Something to do, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextAct {
    /// What it is.
    pub what: Proposal,
    /// What people read.
    pub label: String,
    /// The line it completes, where it does.
    pub line: Option<String>,
}

impl NextAct {
    fn new(what: Proposal) -> Self {
        Self::named(what, what.label().to_owned())
    }

    fn named(what: Proposal, label: String) -> Self {
        Self { what, label: spaced(&label), line: None }
    }
}

/// One thing a sending requires or recalls, as the act of sending sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Requirement {
    /// Its key.
    pub key: String,
    /// What it is.
    pub label: String,
    /// What is there, or what lacks.
    pub note: String,
    /// Whether it is there.
    pub done: bool,
    /// Whether nothing is sent without it.
    pub must: bool,
}

vocabulary! {
    /// How a line that lacks stands.
    pub enum Pressing {
        /// Its day is gone by.
        Late => "late";
        /// It stops the act of the moment.
        Stops => "stops";
        /// Someone else is waited for.
        Waiting => "waiting";
        /// It comes in its time.
        Open => "open";
    }
}

/// One thing that lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverviewLine {
    /// What it is about: a key looked at before a sending, a rule of tasks, a step of the ladder.
    pub key: String,
    /// The heading it stands under; empty without one.
    pub group: String,
    /// What lacks.
    pub label: String,
    /// What is known of it; may be empty.
    pub note: String,
    /// By when, or what it stops.
    pub by: String,
    /// How it stands.
    pub pressing: Pressing,
}

/// What the page is chosen from, beside the dossier.
#[derive(Clone, Debug)]
pub struct Situation<'s> {
    /// The settings in force.
    pub settings: &'s Settings,
    /// The civil date.
    pub today: NaiveDate,
    /// What a sending looks at; empty once none may come.
    pub requirements: &'s [Requirement],
    /// The lender of the next sending, by its name; empty while none is chosen.
    pub lender: &'s str,
    /// How many papers the person is to bring.
    pub to_bring: usize,
    /// Whether the list of those went out.
    pub list_given: bool,
    /// The day of the session it is listed for.
    pub session_on: Option<NaiveDate>,
    /// The service that sent the person, by its name; empty when nobody did.
    pub sent_by: &'s str,
}

/// The page of a dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// The step of its life it is in.
    pub step: LifeStep,
    /// Where it stands and who is waited for.
    pub sentence: String,
    /// What else is good to know; may be empty.
    pub more: String,
    /// Whether something is late.
    pub late: bool,
    /// The one thing to do.
    pub main: NextAct,
    /// What is done instead when the main one took place elsewhere.
    pub also: Option<NextAct>,
    /// What is said beside the heading of what lacks.
    pub note: String,
    /// What lacks.
    pub lines: Vec<OverviewLine>,
    /// What is there already: a label and what is known of it.
    pub done: Vec<Requirement>,
}

/// The page of a dossier on a day. Errors: a sum beyond the limit of amounts.
pub fn overview(dossier: &Dossier, at: &Situation<'_>) -> Result<Overview, AmountTooLarge> {
    let narration = Narration { dossier, at, who: named(dossier) };
    let mut page = match stage(dossier) {
        Stage::Request => narration.request(),
        Stage::Assessment | Stage::Session => match narration.first_appointment() {
            Some(agreed) => narration.appointment(agreed),
            None => narration.assessment(),
        },
        Stage::ToSubmit => narration.to_send(),
        Stage::Refused => narration.refused(),
        Stage::WithLender => narration.with_lender(),
        Stage::AgreementInPrinciple => narration.in_principle(),
        Stage::Granted => narration.granted(),
        Stage::Signed => narration.signed(),
        Stage::Running => match followed_episode(dossier) {
            Some(episode) => narration.missed(&episode)?,
            None => narration.running(),
        },
        Stage::Accelerated => narration.accelerated(),
        Stage::Ending => narration.ending(),
        Stage::Closed => narration.closed(),
    };
    page.lines.extend(holes(dossier));
    page.sentence = spaced(&page.sentence);
    page.more = spaced(&page.more);
    page.note = spaced(&page.note);
    Ok(page)
}

/// Who is spoken of: `Mme Delmas`, the whole name of someone whose title is not stated.
fn named(dossier: &Dossier) -> String {
    let who = dossier.borrowers().addressed();
    if who.is_empty() { "La personne".to_owned() } else { who }
}

/// The days that are not known exactly of a dossier begun elsewhere, in one line.
fn holes(dossier: &Dossier) -> Option<OverviewLine> {
    let course = dossier.facts.course();
    let unknown = dossier.facts.standing().filter(|row| row.precision != Precision::Day);
    let count = unknown.filter(|row| row.fact.kind() != FactKind::TakenOver).count();
    (course.taken_over && count > 0).then(|| OverviewLine {
        key: "holes".to_owned(),
        group: String::new(),
        label: spaced(&counted(count, "date inconnue", "dates inconnues")),
        note: spaced("dossier commencé ailleurs"),
        by: spaced("peut attendre"),
        pressing: Pressing::Open,
    })
}

/// A dossier as its page tells it.
struct Narration<'d> {
    dossier: &'d Dossier,
    at: &'d Situation<'d>,
    who: String,
}

impl Narration<'_> {
    /// `aujourd’hui`, `hier`, `le mardi 24 novembre`, `le 9 novembre 2025`.
    fn day(&self, on: NaiveDate) -> String {
        match on.signed_duration_since(self.at.today).num_days() {
            0 => "aujourd’hui".to_owned(),
            1 => "demain".to_owned(),
            -1 => "hier".to_owned(),
            -60..=60 => format!("le {}", day_name(on)),
            _ => format!("le {}", long_date(on)),
        }
    }

    /// `6 jours`.
    fn days_since(&self, on: NaiveDate) -> String {
        match u64::try_from(self.at.today.signed_duration_since(on).num_days()).unwrap_or_default() {
            0 => "aujourd’hui".to_owned(),
            days => counted(days, "jour", "jours"),
        }
    }

    /// The name of a lender with its article: `la Banque du Val`.
    fn lender(&self, key: &crate::settings::ListKey) -> String {
        let file = self.at.settings.lenders.get(key);
        file.map_or_else(|| "la banque".to_owned(), |file| crate::words::the(file.lender.name.as_str()))
    }

    /// What there is to do, a line a task.
    fn tasks(&self) -> Vec<OverviewLine> {
        self.dossier.tasks.iter().map(|task| self.task(task)).collect()
    }

    fn task(&self, task: &Task) -> OverviewLine {
        let late = task.due < self.at.today;
        let waited = task.waiting_on != WaitingOn::Advisor;
        let due = screen_date(task.due, self.at.today);
        OverviewLine {
            key: task.rule.as_str().to_owned(),
            group: String::new(),
            label: spaced(task.what.trim_end_matches('.')),
            note: if waited {
                spaced(&format!("on attend {}", lowered(task.waiting_on.label())))
            } else {
                String::new()
            },
            by: spaced(&if late { format!("en retard, {due}") } else { due }),
            pressing: match (late, waited) {
                (true, _) => Pressing::Late,
                (false, true) => Pressing::Waiting,
                (false, false) => Pressing::Open,
            },
        }
    }

    /// A page whose lines are its tasks.
    fn of_tasks(&self, step: LifeStep, sentence: String, main: Proposal) -> Overview {
        let lines = self.tasks();
        let late = lines.iter().filter(|line| line.pressing == Pressing::Late).count();
        let note = if late == 0 { String::new() } else { format!("{} en retard", counted(late, "chose", "choses")) };
        Overview {
            step,
            sentence: capital(&sentence),
            more: String::new(),
            late: late > 0,
            main: NextAct::new(main),
            also: None,
            note,
            lines,
            done: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests;
