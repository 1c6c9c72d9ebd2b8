//! The ladder of a missed instalment as the room shows it: steps, one deadline, the call prepared, what each solution does.

use domain::arrears::{Episode, Rung, followed_episode, ladder, lit, next_instalment, registration};
use domain::calendar::days_after;
use domain::dossier::{Dossier, RunningLoan};
use domain::letter::LetterKind;
use domain::loan::{Amendment, HeldInterest, RepaymentSchedule, amended, explained};
use domain::money::Euros;
use domain::person::Title;
use domain::settings::{LadderActor, Settings};
use domain::words::{counted, long_date, lowered, month_name, of_month, screen_date, spaced};
use serde::Serialize;
use ts_rs::TS;

use crate::explained::ExplainedView;
use crate::loans::{deferrals_said, months_apart, signed};
use app::caller::Moment;
use app::failure::Failure;
use app::shapes::{Choice, Day};

/// How many months further a loan may end, as it is proposed after a missed instalment.
pub const SHIFT: u32 = 6;

/// What follows a missed instalment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct ArrearsView {
    /// `premier impayé, échéance du 5 novembre 2026, 77,37 €`.
    pub note: String,
    /// The steps, by their days.
    pub steps: Vec<LadderRow>,
    /// The one deadline before a registration; absent when no rule gives one.
    pub deadline: Option<ExplainedView>,
    /// `dès le 5 décembre`, `avant le 4 janvier`.
    pub deadline_text: String,
    /// The next call, prepared.
    pub call: CallPrepared,
    /// What each solution would do.
    pub solutions: Vec<Solution>,
    /// Postponements the agreement grants; empty when it says nothing.
    pub deferrals: String,
}

/// One step of the ladder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct LadderRow {
    /// Its key.
    pub key: String,
    /// What people read.
    pub label: String,
    /// What is done.
    pub what: String,
    /// `fait le 18 nov.`, `prévu le 20 nov., retard : 4 jours`, `la banque, 5 août, date passée, rien de noté`.
    pub when: String,
    /// Its day, alone; empty when it has none yet.
    pub day: String,
    /// Where it stands.
    pub state: LadderState,
    /// The paper that goes with it; empty without one.
    pub paper: String,
}

/// Where a step stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LadderState {
    /// Done.
    Done,
    /// The one to take now.
    Lit,
    /// The one to take now, its day gone by.
    Late,
    /// Its day is over, and nobody noted that it was done.
    Gone,
    /// To come, or for someone else.
    Coming,
}

/// The call to make.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct CallPrepared {
    /// The telephone; empty when it is not known.
    pub phone: String,
    /// What to say.
    pub words: String,
    /// The next point proposed.
    pub next_on: Day,
    /// How a call may end.
    pub outcomes: Vec<Choice>,
}

/// A solution and what it does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Solution {
    /// Its key, sent back.
    pub key: String,
    /// What people read.
    pub label: String,
    /// What it would do; empty when nothing can be worked out.
    pub what: String,
    /// `+ 6,30 €`: the interest it adds.
    pub cost: String,
    /// Who is paid or pays: `banque`, `CCAS, 70,86 €`.
    pub payer: String,
    /// `5 mars 2030`: the last instalment.
    pub ends: String,
    /// `1 mois de plus`, `fin inchangée`.
    pub later: String,
    /// Where its cost comes from; absent of one that changes nothing at the bank.
    pub explained: Option<ExplainedView>,
}

/// What follows the missed instalment that is owed; nothing when none is, or once letters and calls have stopped.
pub(super) fn arrears(
    dossier: &Dossier,
    running: &RunningLoan,
    settings: &Settings,
    moment: &Moment,
) -> Result<Option<ArrearsView>, Failure> {
    let Some(episode) = followed_episode(dossier) else { return Ok(None) };
    let mut rungs = ladder(&episode, dossier, settings);
    let now = lit(&rungs).map(|rung| rung.step.key.clone());
    rungs.retain(is_shown);
    rungs.sort_by_key(|rung| rung.done_on.or(rung.due));
    let count = registration(&episode, dossier, &settings.at(episode.first_due));
    let deadline_text = count.as_ref().map(|found| {
        let on = long_date(found.on);
        spaced(&match found.reached {
            true => format!("avant le {on}"),
            false if found.earliest > found.on => {
                format!("avant le {on}, où la banque peut écrire ; inscription dès le {}", long_date(found.earliest))
            }
            false => format!("dès le {on}"),
        })
    });
    let owed = counted(episode.owed.len(), "échéance impayée", "échéances impayées");
    let amount = episode.amount()?;
    let since = long_date(episode.first_due);
    Ok(Some(ArrearsView {
        note: spaced(&format!("{owed} depuis celle du {since}, {amount}")),
        steps: rungs.iter().map(|rung| row(rung, now.as_ref(), &episode, moment)).collect(),
        deadline: count.map(|found| found.explained.into()),
        deadline_text: deadline_text.unwrap_or_default(),
        call: call(dossier, running, &episode, settings, moment),
        solutions: solutions(running, &episode, amount),
        deferrals: deferrals_said(running, settings),
    }))
}

/// Marks on the way are told by the deadline; a step that counts from something to come is not shown before.
fn is_shown(rung: &Rung<'_>) -> bool {
    let marks = ["second_missed", "third_missed", "after_cleared", "situation_review"];
    let asked = rung.due.is_some() || rung.done_on.is_some();
    asked && !marks.contains(&rung.step.key.as_str())
}

fn row(rung: &Rung<'_>, now: Option<&domain::settings::ListKey>, episode: &Episode, moment: &Moment) -> LadderRow {
    let here = now == Some(&rung.step.key);
    let late = rung.due.filter(|due| here && *due < moment.today);
    let state = match (rung.done_on, here, late) {
        (Some(_), ..) => LadderState::Done,
        (None, true, Some(_)) => LadderState::Late,
        (None, true, None) => LadderState::Lit,
        (None, false, _) if rung.due.is_some_and(|due| due < moment.today) => LadderState::Gone,
        (None, false, _) => LadderState::Coming,
    };
    let day = |on| screen_date(on, moment.today);
    let when = match (rung.done_on, rung.due, late) {
        (Some(done), ..) => format!("fait, {}", day(done)),
        (None, Some(due), Some(_)) => {
            let days = moment.today.signed_duration_since(due).num_days();
            format!("prévu {}, retard : {}", day(due), counted(days, "jour", "jours"))
        }
        (None, Some(due), None) => {
            let who = if rung.step.actor == LadderActor::Lender { "la banque, " } else { "" };
            let gone = if state == LadderState::Gone { ", date passée, rien de noté" } else { "" };
            format!("{who}{}{gone}", day(due))
        }
        (None, None, _) => String::new(),
    };
    // The register of papers refuses the letter of a first missed instalment once there are several.
    let first = LetterKind::FirstMissed.key();
    let paper = rung.step.paper.as_ref().filter(|key| key.as_str() != first || episode.is_first_alone());
    LadderRow {
        key: rung.step.key.as_str().to_owned(),
        label: spaced(&rung.step.label),
        what: spaced(&rung.step.what),
        when: spaced(&when),
        day: rung.done_on.or(rung.due).map(day).unwrap_or_default(),
        state,
        paper: paper.map(|key| key.as_str().to_owned()).unwrap_or_default(),
    }
}

fn call(
    dossier: &Dossier,
    running: &RunningLoan,
    episode: &Episode,
    settings: &Settings,
    moment: &Moment,
) -> CallPrepared {
    let person = &dossier.person;
    let called = match person.title {
        Title::Madame => format!(" madame {}", person.last_name),
        Title::Monsieur => format!(" monsieur {}", person.last_name),
        Title::NotStated => String::new(),
    };
    let month = lowered(&month_name(chrono::Datelike::month(&episode.first_due)));
    let next = next_instalment(running, moment.today).and_then(|line| line.due);
    let next = next.map(|next| format!(" Qu’est-ce qui serait possible le {} ?", long_date(next)));
    let words = format!(
        "« Bonjour{called}, l’échéance {} n’est pas passée. Cela arrive, et elle peut être reportée. Que s’est-il \
         passé ?{} »",
        of_month(&month),
        next.unwrap_or_default()
    );
    let days = settings.at(moment.today).arrears_number("answer_days").unwrap_or(7);
    CallPrepared {
        phone: person.phone.as_ref().map(ToString::to_string).unwrap_or_default(),
        words: spaced(&words),
        next_on: Day::full(days_after(moment.today, days)),
        outcomes: vec![
            Choice::new("reached", "Joint"),
            Choice::new("message", "Message"),
            Choice::new("none", "Pas joint"),
        ],
    }
}

/// What may be asked of the lender or given by the office, each with its effect on the schedule in force.
fn solutions(running: &RunningLoan, episode: &Episode, owed: Euros) -> Vec<Solution> {
    let Some(first) = episode.owed.first() else { return Vec::new() };
    let count = u32::try_from(episode.owed.len()).unwrap_or(1);
    let before = running.in_force();
    let postponed = Amendment::Postponed { from: first.number, count, interest: HeldInterest::WithLast };
    let shifted = Amendment::EndShifted { from: first.number, months: SHIFT };
    let month = of_month(&lowered(&month_name(chrono::Datelike::month(&first.due))));
    let label = if count == 1 {
        format!("Reporter l’échéance {month} à la fin")
    } else {
        "Reporter les échéances à la fin".to_owned()
    };
    let report = at_the_bank("postponed", label, &postponed, before);
    let report = Solution { what: spaced("ensuite, la mensualité comme prévu"), ..report };
    let longer =
        at_the_bank("end_shifted", format!("Décaler la fin de {}", counted(SHIFT, "mois", "mois")), &shifted, before);
    let lower = amended(before, &shifted).ok().map(|after| format!("{} par mois", after.instalment()));
    let aid = Solution {
        key: "emergency_aid".to_owned(),
        label: spaced("Aide ponctuelle du CCAS"),
        what: spaced("la banque est payée maintenant"),
        cost: Euros::ZERO.to_string(),
        payer: spaced(&format!("CCAS, {owed}")),
        ends: ends(before),
        later: spaced("fin inchangée"),
        explained: None,
    };
    vec![report, Solution { what: spaced(&lower.unwrap_or_default()), ..longer }, aid]
}

/// A solution the bank grants; what it would do stays empty where the loan does not take it.
fn at_the_bank(key: &str, label: String, asked: &Amendment, before: &RepaymentSchedule) -> Solution {
    let after = amended(before, asked).ok();
    let cost = after.as_ref().and_then(|after| after.total_cost.minus(before.total_cost).ok());
    let explained = after.as_ref().and_then(|after| explained::amendment_cost(before, after).ok());
    Solution {
        key: key.to_owned(),
        label: spaced(&label),
        what: String::new(),
        cost: cost.map(signed).unwrap_or_default(),
        payer: "banque".to_owned(),
        ends: after.as_ref().map(ends).unwrap_or_default(),
        later: after.as_ref().map(|after| spaced(&months_apart(before, after))).unwrap_or_default(),
        explained: explained.map(ExplainedView::from),
    }
}

fn ends(schedule: &RepaymentSchedule) -> String {
    schedule.last().and_then(|last| last.due).map(long_date).unwrap_or_default()
}
