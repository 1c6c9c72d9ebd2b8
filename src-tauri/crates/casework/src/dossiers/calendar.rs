//! The appointment of a dossier as a file for the calendar of the office (RFC 5545).
//!
//! A calendar is often shared: the line names the reference, never the person nor what was noted. Its length is not
//! noted, so the file says none. Worked example: 24 November 2026 at 10 h in Paris is written `20261124T090000Z`.

use domain::dossier::Appointment;
use icalendar::{Calendar, Class, Component, Event, EventLike};

use super::OneDossier;
use super::view::found;
use app::caller::{Caller, Moment, Progress};
use app::desk::Desk;
use app::failure::Failure;
use app::files::{PaperSaved, show_private};
use app::job::Work;
use domain::words::spaced;

/// Opens the appointment of a dossier in the system's calendar program.
pub fn open_appointment(desk: &Desk, input: OneDossier, caller: &Caller) -> Result<Work<PaperSaved>, Failure> {
    let dossier = desk.read(|reader| found(reader, input.dossier))?;
    let agreed = dossier.facts.course().appointment.map(|(_, agreed)| agreed.clone());
    let agreed = agreed.ok_or_else(|| Failure::refused("Aucun rendez-vous n’est fixé dans ce dossier."))?;
    let (folder, viewer, moment) = (desk.opened_folder().to_owned(), caller.outside.viewer.clone(), caller.moment);
    Ok(Box::new(move |progress: &Progress| {
        progress.still_wanted()?;
        let file = folder.join(format!("rendez-vous-{}.ics", dossier.reference));
        let event = event(&agreed, &dossier.reference, &moment);
        show_private(&file, event.as_bytes(), &*viewer).map_err(|_| no_calendar())?;
        let told = "Rendez-vous ouvert dans l’agenda, sous la référence du dossier.";
        Ok(PaperSaved { sentence: spaced(told), remarks: Vec::new() })
    }))
}

fn no_calendar() -> Failure {
    Failure::refused("Aucun logiciel d’agenda ne s’est ouvert. Le rendez-vous reste noté ici.")
        .remedy("Recopiez-le dans votre agenda.")
}

fn event(agreed: &Appointment, reference: &str, moment: &Moment) -> String {
    let mut event = Event::new();
    event
        .uid(&format!("rendez-vous-{reference}-{}", agreed.on))
        .timestamp(moment.now)
        .summary(&format!("Rendez-vous, dossier {reference}"))
        .class(Class::Private);
    if !agreed.place.is_empty() {
        event.location(agreed.place.as_str());
    }
    let hour = agreed.at.and_then(|at| moment.zone.first(agreed.on.and_time(at)));
    match hour {
        Some(at) => event.starts(at),
        None => event.all_day(agreed.on),
    };
    Calendar::new().push(event.done()).done().to_string()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use domain::line::Line;
    use domain::settings::ListKey;

    use super::*;

    #[test]
    fn an_appointment_is_its_hour_and_its_reference() {
        let day = |text: &str| text.parse().unwrap();
        let mut agreed = Appointment {
            set_on: day("2026-11-20"),
            on: day("2026-11-24"),
            at: chrono::NaiveTime::from_hms_opt(10, 0, 0),
            kind: ListKey::new("interview"),
            place: Line::read("bureau 2").unwrap(),
            note: Line::read("parler du conjoint").unwrap(),
        };
        let moment = Moment::on(day("2026-11-20"), Duration::ZERO);
        let file = event(&agreed, "VB-2026-0153", &moment);
        assert!(file.contains("DTSTART:20261124T090000Z") && file.contains("LOCATION:bureau 2"), "{file}");
        assert!(file.contains("SUMMARY:Rendez-vous\\, dossier VB-2026-0153"), "{file}");
        assert!(!file.contains("conjoint") && !file.contains("DTEND"), "{file}");
        agreed.at = None;
        assert!(event(&agreed, "VB-2026-0153", &moment).contains("DTSTART;VALUE=DATE:20261124"));
    }
}
