//! The room: what is planned and held, what happened, what a missed instalment asks for.

use domain::dossier::{Dossier, Event, FactKind, Noted, Precision, Review, RunningLoan};
use domain::settings::{Provider, Settings, entry};
use domain::support::{PlannedPoint, SupportPlan, planned_points};
use domain::words::{Labelled, counted, duration, long_date, lowered, screen_date, spaced};
use serde::Serialize;
use ts_rs::TS;

use super::arrears::{ArrearsView, arrears};
use super::death::{DeathView, death};
use super::events::about;
use super::strip::{StripMonth, strip};
use crate::dossiers::{OneDossier, found};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;
use app::settings::settings;
use app::shapes::{Choice, Day};

/// How many points to come are shown.
const COMING: usize = 3;

/// The room « Suivi » of a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FollowedView {
    /// What opens the room; empty once the funds are released.
    pub closed: String,
    /// The level of support and who gives what; empty without a plan.
    pub plan: String,
    /// `charte signée le 27 novembre 2026`, `charte pas encore notée`.
    pub charter: String,
    /// The instalments one by one.
    pub strip: Vec<StripMonth>,
    /// `8 échéances déclarées payées sur 24, 1 impayée`, `aucun incident connu`.
    pub known: String,
    /// What a missed instalment asks for; absent when none is owed.
    pub arrears: Option<ArrearsView>,
    /// Points owed, then the next ones.
    pub points: Vec<PointRow>,
    /// `4 points tenus, 1 dû`.
    pub points_sum: String,
    /// The points made, the last first.
    pub reviews: Vec<ReviewRow>,
    /// What happened, the last first.
    pub happened: Vec<HappenedRow>,
    /// What is to be known after a death.
    pub death: Option<DeathView>,
    /// What may be noted.
    pub events: Vec<Choice>,
    /// Life events offered.
    pub life_events: Vec<Choice>,
    /// Those that are a difficulty: what may be the cause of a missed instalment.
    pub causes: Vec<Choice>,
    /// Actions offered.
    pub actions: Vec<Choice>,
    /// Kinds of contact.
    pub kinds: Vec<Choice>,
    /// Who may make a point.
    pub providers: Vec<Choice>,
}

/// One point of the plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PointRow {
    /// The step, sent back when it is held.
    pub step: String,
    /// When.
    pub when: String,
    /// Its day.
    pub due: Day,
    /// How and with whom.
    pub how: String,
    /// What for.
    pub purpose: String,
    /// Whether it is owed.
    pub state: PointState,
}

/// Where a point stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PointState {
    /// Its day is gone by and it was not held.
    Late,
    /// Today.
    Due,
    /// To come.
    Coming,
}

/// One point made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ReviewRow {
    /// Its day.
    pub on: Day,
    /// How and with whom.
    pub how: String,
    /// What was found, in a sentence.
    pub found: String,
    /// What comes next.
    pub next: String,
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct HappenedRow {
    /// Its day.
    pub on: Day,
    /// What.
    pub label: String,
    /// What was said.
    pub note: String,
}

/// Shows the follow-up of a running loan.
pub fn follow_up_room(desk: &Desk, input: OneDossier, moment: &Moment) -> Result<FollowedView, Failure> {
    let (dossier, settings) = desk.read(|reader| Ok((found(reader, input.dossier)?, settings(reader)?)))?;
    shown(&dossier, &settings, moment)
}

fn shown(dossier: &Dossier, settings: &Settings, moment: &Moment) -> Result<FollowedView, Failure> {
    let course = dossier.facts.course();
    let running = dossier.running_loan().filter(|_| course.disbursement.is_some());
    let plan = course.support.map(|(_, plan)| plan);
    let reviews: Vec<&Review> = course.reviews.iter().map(|(_, review)| *review).collect();
    let stops = course.died_on.is_some() || course.closed.is_some();
    let points = if running.is_some() && !stops { planned_points(dossier, settings) } else { Vec::new() };
    let lists = &settings.lists;
    let difficulties = lists.life_events.iter().filter(|entry| entry.difficulty.is_some()).cloned().collect::<Vec<_>>();
    let offered = |list: &[domain::settings::ListEntry]| {
        list.iter().filter(|entry| !entry.retired).map(Choice::of_entry).collect::<Vec<_>>()
    };
    let arrears = match &running {
        Some(running) => arrears(dossier, running, settings, moment)?,
        None => None,
    };
    Ok(FollowedView {
        closed: if running.is_some() { String::new() } else { opens(dossier) },
        plan: plan.map(|plan| said(plan, settings)).transpose()?.unwrap_or_default(),
        charter: charter(dossier),
        strip: running.as_ref().map(|running| strip(running, moment)).unwrap_or_default(),
        known: running.as_ref().map(crate::loans::known).unwrap_or_default(),
        arrears,
        points_sum: sum(&points, moment),
        points: rows(&points, settings, moment)?,
        reviews: made(&reviews, settings, moment)?,
        happened: happened(dossier, settings, moment),
        death: death(dossier, settings),
        events: events(running.as_ref()),
        life_events: offered(&lists.life_events),
        causes: offered(&difficulties),
        actions: offered(&lists.support_actions),
        kinds: offered(&lists.interview_kinds),
        providers: Provider::ALL.into_iter().map(Choice::of).collect(),
    })
}

fn opens(dossier: &Dossier) -> String {
    let signed = dossier.facts.course().contract.is_some();
    spaced(if signed {
        "S’ouvre au versement de l’argent, à noter dans les décisions."
    } else {
        "S’ouvre au versement de l’argent. Avant, les entretiens se notent dans les décisions."
    })
}

fn said(plan: &SupportPlan, settings: &Settings) -> Result<String, Failure> {
    let level = entry(&settings.lists.support_levels, &plan.level)?;
    let given =
        |what: &str, by: Option<Provider>| by.map(|by| format!("accompagnement {what} : {}", lowered(by.label())));
    let parts = [
        Some(format!("{}, fixé le {}", level.label, long_date(plan.set_on))),
        given("budgétaire", plan.budget),
        given("social", plan.social),
        (!plan.note.is_empty()).then(|| plan.note.to_string()),
    ];
    Ok(spaced(&parts.into_iter().flatten().collect::<Vec<_>>().join(" ; ")))
}

fn charter(dossier: &Dossier) -> String {
    let signed = dossier.facts.noted(Event::CharterSigned).last();
    spaced(&match signed {
        Some(noted) => format!("charte signée le {}", long_date(noted.on)),
        None => "signature de la charte pas encore notée".to_owned(),
    })
}

fn sum(points: &[PlannedPoint<'_>], moment: &Moment) -> String {
    if points.is_empty() {
        return String::new();
    }
    let held = points.iter().filter(|point| point.held_on.is_some()).count();
    let owed = points.iter().filter(|point| point.held_on.is_none() && point.due <= moment.today).count();
    let held = counted(held, "point prévu tenu", "points prévus tenus");
    spaced(&if owed > 0 { format!("{held}, {}", counted(owed, "dû", "dus")) } else { format!("{held}, aucun dû") })
}

/// What is owed, each step once by its oldest day, then the next points.
fn rows(points: &[PlannedPoint<'_>], settings: &Settings, moment: &Moment) -> Result<Vec<PointRow>, Failure> {
    let open: Vec<&PlannedPoint<'_>> = points.iter().filter(|point| point.held_on.is_none()).collect();
    let mut shown: Vec<&PlannedPoint<'_>> = Vec::new();
    for point in open.iter().filter(|point| point.due <= moment.today) {
        if !shown.iter().any(|before| before.step == point.step) {
            shown.push(point);
        }
    }
    shown.extend(open.iter().filter(|point| point.due > moment.today).take(COMING));
    shown.into_iter().map(|point| point_row(point, settings, moment)).collect()
}

fn point_row(point: &PlannedPoint<'_>, settings: &Settings, moment: &Moment) -> Result<PointRow, Failure> {
    let kind = entry(&settings.lists.interview_kinds, &point.step.channel)?;
    Ok(PointRow {
        step: point.step.label.to_string(),
        when: spaced(&format!("{}, {}", point.step.label, screen_date(point.due, moment.today))),
        due: Day::full(point.due),
        how: spaced(&format!("{}, {}", kind.label, point.step.provider.label())),
        purpose: spaced(point.step.purpose.as_str()),
        state: match point.due.cmp(&moment.today) {
            std::cmp::Ordering::Less => PointState::Late,
            std::cmp::Ordering::Equal => PointState::Due,
            std::cmp::Ordering::Greater => PointState::Coming,
        },
    })
}

/// What was typed as a sentence goes on with what follows it.
fn joined(parts: impl Iterator<Item = String>) -> String {
    let parts: Vec<_> = parts.map(|part| part.trim_end_matches('.').to_owned()).collect();
    spaced(&parts.join(" ; "))
}

fn made(reviews: &[&Review], settings: &Settings, moment: &Moment) -> Result<Vec<ReviewRow>, Failure> {
    let row = |review: &&Review| {
        let kind = entry(&settings.lists.interview_kinds, &review.kind)?;
        let kept = review.due_dates_kept.map(|kept| if kept { "échéances tenues" } else { "échéances non tenues" });
        let budget = review.budget_changed.map(|changed| if changed { "budget changé" } else { "budget inchangé" });
        let parts = [
            kept.map(ToOwned::to_owned),
            (!review.project.is_empty()).then(|| format!("projet : {}", review.project)),
            budget.map(ToOwned::to_owned),
            (!review.note.is_empty()).then(|| review.note.to_string()),
        ];
        let lasted = review.minutes.map(|minutes| format!(", {}", duration(minutes))).unwrap_or_default();
        Ok(ReviewRow {
            on: Day::near(review.on, moment.today),
            how: spaced(&format!("{}, {}{lasted}", kind.label, lowered(review.with.label()))),
            found: joined(parts.into_iter().flatten()),
            next: spaced(review.next_step.as_str()),
        })
    };
    reviews.iter().rev().map(row).collect()
}

/// The events of the running loan, the last first.
fn happened(dossier: &Dossier, settings: &Settings, moment: &Moment) -> Vec<HappenedRow> {
    let Some((_, paid)) = dossier.facts.course().disbursement else { return Vec::new() };
    let told = [Event::TaskDone, Event::TaskPutOff];
    let mut events: Vec<&Noted> =
        dossier.facts.events().filter(|noted| noted.on >= paid.on && !told.contains(&noted.event)).collect();
    events.sort_by_key(|noted| noted.on);
    let row = |noted: &Noted| {
        let about = about(noted, settings);
        let parts = [Some(noted.event.label().to_owned()), (!about.is_empty()).then_some(about)];
        let mut label = parts.into_iter().flatten().collect::<Vec<_>>().join(" : ");
        if let Some(amount) = noted.amount {
            label = format!("{label}, {amount}");
        }
        let on = match dossier.facts.precision_on(noted.on, &[FactKind::Noted]) {
            Precision::Day => Day::near(noted.on, moment.today),
            partly @ (Precision::Month | Precision::Year) => Day::known(noted.on, partly),
        };
        HappenedRow { on, label: spaced(&label), note: spaced(noted.note.as_str()) }
    };
    events.into_iter().rev().map(row).collect()
}

/// What may be noted: the steps of an incident are offered once an instalment is missed.
fn events(running: Option<&RunningLoan>) -> Vec<Choice> {
    let Some(running) = running else { return Vec::new() };
    let missed = running.declared_as(domain::dossier::DeclaredAs::Missed).next().is_some();
    let usual = [
        Event::LifeEvent,
        Event::DifficultyTold,
        Event::SupportAction,
        Event::PurchaseProved,
        Event::CharterSigned,
        Event::DeferralAsked,
        Event::DeferralAnswered,
    ];
    let incident = [
        Event::ContactAnsweredNone,
        Event::RegistrationLetter,
        Event::Registered,
        Event::AccelerationAnnounced,
        Event::Accelerated,
        Event::GuaranteeCalled,
    ];
    let incident = incident.into_iter().filter(|_| missed);
    usual.into_iter().chain(incident).map(Choice::of).collect()
}
