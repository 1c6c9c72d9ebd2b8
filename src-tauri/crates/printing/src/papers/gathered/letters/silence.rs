//! What the letter to a person who gives no news tells: the calls nobody answered, what the dossier waits for, when it
//! is closed without an answer.

use domain::calendar::days_after;
use domain::dossier::Event;
use domain::letter::{FieldValues, LetterField as Field};
use domain::words::{enumerated, long_date, lowered};

use super::super::Subject;
use casework::checklist::is_open;

/// More documents than this are left to the list.
const TOLD: usize = 5;

/// What is known of the silence, and what is awaited.
pub(super) fn silence(subject: &Subject<'_>, told: &mut FieldValues) {
    let Subject { dossier, settings, moment, .. } = *subject;
    let rules = settings.at(moment.today);
    let list = dossier.checklist(&rules);
    let lacking = list.lines.iter().filter(|line| line.lacks() && is_open(line.document.stage, dossier));
    let lacking: Vec<String> = lacking.map(|line| lowered(&line.document.label)).collect();
    let more = lacking.len().saturating_sub(TOLD);
    let mut said: Vec<String> = lacking.into_iter().take(TOLD).collect();
    if more > 0 {
        let others = if more == 1 { "autre" } else { "autres" };
        said.push(format!("et {more} {others}, sur la liste jointe"));
        told.tell(Field::ListJoined, "la liste des pièces manquantes");
    }
    told.tell_list(Field::DocumentsAwaited, said);
    told.tell(Field::CallsWithoutAnswer, calls(subject));
    let days = rules.follow_up.reminder_days;
    told.tell(Field::ClosedWithoutNews, long_date(days_after(moment.today, days)));
}

/// The days of calls nobody answered since the person was last heard: `12 novembre 2026 et 19 novembre 2026`.
fn calls(subject: &Subject<'_>) -> String {
    let facts = &subject.dossier.facts;
    let heard = facts.course().interviews.iter().map(|(_, held)| held.held_on).max();
    let mut days: Vec<_> = facts.noted(Event::ContactAnsweredNone).map(|noted| noted.on).collect();
    days.retain(|on| heard.is_none_or(|heard| *on > heard));
    days.sort_unstable();
    days.dedup();
    enumerated(&days.into_iter().map(long_date).collect::<Vec<_>>())
}
