//! The full check of an office.

use domain::attachment::AttachmentId;
use domain::dossier::{Dossier, DossierId};
use domain::paper::KeptPaperId;
use domain::words;
use serde::Serialize;
use store::{Piece, PieceFault, Problem};
use ts_rs::TS;

use super::secrets::weak_key;
use super::unlock::FORMER_WAY_IN;
use super::{Desk, Nothing};
use app::caller::Moment;
use app::failure::Failure;

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

/// Checks everything: files, rows, search, journal, lists against facts, the file of every attachment. One that is
/// lost is put back from a copy of this computer when there is one.
pub fn verify(desk: &Desk, _: Nothing, moment: &Moment) -> Result<Verified, Failure> {
    let verdict = desk.vault()?.verify()?;
    let (mut findings, mut sound) = (Vec::new(), true);
    for problem in &verdict.problems {
        let (finding, is_mended) = finding(desk, problem, moment)?;
        findings.push(words::spaced(&finding));
        sound &= is_mended;
    }
    if let Some(weak) = weak_key(desk) {
        findings.push(weak);
        sound = false;
    }
    // Nothing is read behind a page that does not answer.
    if !desk.vault()?.is_looked() && !verdict.problems.iter().any(|problem| matches!(problem, Problem::Page(_))) {
        for dossier in desk.read(app::tasks::wrong)? {
            let told = format!("Les tâches du dossier n° {} ne sont pas ce que disent ses faits.", dossier.0);
            findings.push(words::spaced(&told));
            sound = false;
        }
    }
    let dossiers = words::counted(verdict.dossiers, "dossier", "dossiers");
    let sentence = if sound {
        format!("Tout est en ordre : {dossiers}, fichiers, pièces, recherche et journal vérifiés.")
    } else {
        "La vérification a trouvé ce qui suit. Rien n’a été effacé.".to_owned()
    };
    Ok(Verified { sound, sentence: words::spaced(&sentence), findings, dossiers: verdict.dossiers })
}

/// What is wrong in a sentence, and whether it was put right.
fn finding(desk: &Desk, problem: &Problem, moment: &Moment) -> Result<(String, bool), Failure> {
    let told = match problem {
        Problem::Older(doubt) => crate::copies::doubt_sentence(doubt, moment),
        Problem::FormerWayIn => FORMER_WAY_IN.to_owned(),
        Problem::Page(detail) => format!("Une page du fichier des dossiers est abîmée ({detail})."),
        Problem::Structure(detail) => format!("La structure du fichier des dossiers est abîmée ({detail})."),
        Problem::Link(table) => format!("Des lignes en désignent d’autres qui manquent ({table})."),
        Problem::Search => {
            "La recherche ne correspond plus aux dossiers : elle sera refaite à la prochaine ouverture.".to_owned()
        }
        Problem::Journal { line } => format!("Le journal des accès a été modifié à partir de la ligne {line}."),
        Problem::Line(dossier) => format!("La ligne du dossier n° {} ne dit pas ce que disent ses faits.", dossier.0),
        Problem::Piece { dossier, attachment, fault } => {
            return lost_piece(desk, *dossier, *attachment, *fault, moment);
        }
        Problem::Paper { dossier, paper, fault } => return lost_paper(desk, *dossier, *paper, *fault, moment),
    };
    Ok((told, false))
}

/// An attachment whose file is lost: whose it is, which one, and whether a copy gave it back.
fn lost_piece(
    desk: &Desk,
    dossier: DossierId,
    attachment: AttachmentId,
    fault: PieceFault,
    moment: &Moment,
) -> Result<(String, bool), Failure> {
    let (known, (attachment, piece)) = desk.read(|reader| {
        Ok((crate::dossiers::found(reader, dossier)?, crate::attachments::found(reader, dossier, attachment)?))
    })?;
    lost(desk, &format!("Le fichier « {} »", attachment.name), (&known, &piece), fault, moment)
}

/// A paper that went out and whose file is lost.
fn lost_paper(
    desk: &Desk,
    dossier: DossierId,
    paper: KeptPaperId,
    fault: PieceFault,
    moment: &Moment,
) -> Result<(String, bool), Failure> {
    let gone = || Failure::gone("Ce papier");
    let (known, piece) = desk.read(|reader| {
        let piece = reader.paper_piece(dossier, paper)?.ok_or_else(gone)?;
        Ok((crate::dossiers::found(reader, dossier)?, piece))
    })?;
    lost(desk, "Un papier remis", (&known, &piece), fault, moment)
}

fn lost(
    desk: &Desk,
    what: &str,
    (known, piece): (&Dossier, &Piece),
    fault: PieceFault,
    moment: &Moment,
) -> Result<(String, bool), Failure> {
    let what = format!("{what} du dossier {} ({})", known.reference, known.person.display_name());
    if desk.vault()?.pieces().read_or_recover(piece, moment.now).is_ok() {
        return Ok((crate::attachments::recovered(&what), true));
    }
    let wrong = match fault {
        PieceFault::Missing => "manque dans le coffre",
        PieceFault::Damaged => "est abîmé dans le coffre",
    };
    let told = format!("{what} {wrong}, et aucune copie de cet ordinateur ne l’a intact. Le reste du dossier est là.");
    Ok((told, false))
}
