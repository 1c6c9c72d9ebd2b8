//! The full check of an office.

use domain::words;
use serde::Serialize;
use store::Problem;
use ts_rs::TS;

use super::{Desk, Nothing};
use crate::caller::Moment;
use crate::failure::Failure;

/// What a full check found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Verified {
    /// Whether nothing is wrong.
    pub sound: bool,
    /// The verdict in a sentence.
    pub sentence: String,
    /// What is wrong, one sentence each.
    pub findings: Vec<String>,
    /// How many dossiers there are.
    pub dossiers: u64,
}

/// Checks everything: files, rows, search, journal, lists against facts.
pub fn verify(desk: &Desk, _: Nothing, _: &Moment) -> Result<Verified, Failure> {
    let verdict = desk.vault()?.verify()?;
    let dossiers = words::counted(verdict.dossiers, "dossier", "dossiers");
    let sentence = if verdict.is_sound() {
        format!("Tout est en ordre : {dossiers}, fichiers, recherche et journal vérifiés.")
    } else {
        "La vérification a trouvé ce qui suit. Rien n’a été effacé.".to_owned()
    };
    Ok(Verified {
        sound: verdict.is_sound(),
        sentence: words::spaced(&sentence),
        findings: verdict.problems.iter().map(|problem| words::spaced(&finding(problem))).collect(),
        dossiers: verdict.dossiers,
    })
}

fn finding(problem: &Problem) -> String {
    match problem {
        Problem::Page(detail) => format!("Une page du fichier des dossiers est abîmée ({detail})."),
        Problem::Structure(detail) => format!("La structure du fichier des dossiers est abîmée ({detail})."),
        Problem::Link(table) => format!("Des lignes en désignent d’autres qui manquent ({table})."),
        Problem::Search => {
            "La recherche ne correspond plus aux dossiers : elle sera refaite à la prochaine ouverture.".to_owned()
        }
        Problem::Journal { line } => format!("Le journal des accès a été modifié à partir de la ligne {line}."),
        Problem::Line(dossier) => format!("La ligne du dossier n° {} ne dit pas ce que disent ses faits.", dossier.0),
    }
}
