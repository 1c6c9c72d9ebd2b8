//! The workings of a dossier: every figure that is worked out, room by room.

use documents::papers::workings::{Workings, WorkingsPart, render};

use super::{NotYet, Prepared, Subject};
use app::failure::Failure;
use casework::dossiers::RoomKey;
use casework::{budgets, simulations};

pub(super) fn prepare(subject: &Subject<'_>) -> Result<Result<Prepared, NotYet>, Failure> {
    let Subject { dossier, settings, moment, .. } = *subject;
    let part = |title: &str, figures| WorkingsPart { title: title.to_owned(), figures };
    let parts = vec![
        part("Le budget", budgets::all_explained(dossier, settings, moment)?),
        part("Les lignes ramenées au mois", budgets::lines_explained(dossier, settings, moment)?),
        part("Le prêt", simulations::all_explained(dossier, settings, moment)?),
    ];
    let figures = parts.iter().map(|part| part.figures.len()).fold(0, usize::saturating_add);
    if figures == 0 {
        return Ok(Err(NotYet {
            state: "aucun chiffre n’est encore calculé",
            sentence: "Les calculs attendent un premier chiffre : un budget ou une simulation.",
            remedy: "Ouvrez Budget et ajoutez une ressource, ou Simulation et écrivez le prêt.",
            room: RoomKey::Budget,
        }));
    }
    let workings = Workings {
        reference: dossier.reference.clone(),
        printed_on: moment.today,
        borrowers: Some(dossier.borrowers()),
        parts,
    };
    let head = subject.head.clone();
    Ok(Ok(Prepared {
        version: 1,
        missing: Vec::new(),
        state: format!("prêts : {}", domain::words::counted(figures, "chiffre expliqué", "chiffres expliqués")),
        print: Box::new(move |_| Ok(render(&workings, &head)?)),
    }))
}
