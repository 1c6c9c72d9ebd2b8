//! The agenda of a week, with and without appointments.

use super::*;
use crate::papers::worlds::{assert_says, day, leave_samples, read, valbourg};

fn agenda() -> Agenda {
    let appointment = |on: &str, at: &str, name: &str, phone: &str| AgendaAppointment {
        on: day(on),
        at: at.to_owned(),
        name: name.to_owned(),
        phone: phone.to_owned(),
        what: "Premier entretien, mairie annexe, bureau 3".to_owned(),
    };
    let task = |when: &str, name: &str| AgendaTask {
        when: when.to_owned(),
        name: name.to_owned(),
        what: "Rappeler la personne : réparation de voiture.".to_owned(),
    };
    Agenda {
        printed_on: day("2026-11-24"),
        until: day("2026-11-29"),
        appointments: vec![
            appointment("2026-11-24", "9 h 30", "Thérèse Coulombin", "06 39 98 14 27"),
            appointment("2026-11-24", "", "Karim Debaye", ""),
            appointment("2026-11-27", "10 h", "Fatoumata Lesquen", "06 39 98 14 28"),
        ],
        tasks: vec![task("Retard : 4 jours", "Julien Tessoreau"), task("Aujourd’hui", "Samira Vauclerc")],
        more_tasks: 3,
    }
}

#[test]
fn the_agenda_names_days_hours_persons_and_telephones() {
    let paper = render(&agenda(), &valbourg()).unwrap();
    assert!(paper.unprintable.is_empty());
    let pages = read(&paper);
    assert_eq!(pages.len(), 1);
    let said =
        ["Mardi 24", "Vendredi 27", "Thérèse Coulombin", "06 39 98 14 27", "Retard", "Autres tâches, dans Étrier : 3."];
    assert_says(&pages[0], &said);
    leave_samples("agenda", [("semaine", paper)]);
}

#[test]
fn a_week_without_appointments_says_so_and_a_long_one_goes_on() {
    let empty = Agenda { appointments: Vec::new(), tasks: Vec::new(), more_tasks: 0, ..agenda() };
    assert_says(&read(&render(&empty, &valbourg()).unwrap())[0], &["Aucun rendez-vous"]);
    let mut long = agenda();
    long.tasks = long.tasks.into_iter().cycle().take(90).collect();
    assert!(read(&render(&long, &valbourg()).unwrap()).len() > 1);
}
