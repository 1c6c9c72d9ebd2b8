//! `print`: a paper of a dossier, of a period, of a session, of an erasure or of the office, or every paper a dossier's
//! facts allow.

use std::path::{Path, PathBuf};

use clap::Args;
use serde_json::{Value, json};

use super::dossier_number;
use crate::console::{Console, print};
use crate::outcome::Stop;

/// What to print, and where.
#[derive(Args)]
pub(crate) struct PrintArguments {
    /// Papier, tel que « papers » le nomme
    #[arg(required_unless_present = "all", conflicts_with = "all", value_name = "PAPIER")]
    paper: Option<String>,
    /// Tous les papiers que les faits du dossier permettent
    #[arg(long, requires = "dossier")]
    all: bool,
    /// Référence du dossier
    #[arg(long, value_name = "REF")]
    dossier: Option<String>,
    /// Premier jour de la période
    #[arg(long, requires = "to", conflicts_with = "dossier", value_name = "AAAA-MM-JJ")]
    from: Option<String>,
    /// Dernier jour de la période
    #[arg(long, requires = "from", value_name = "AAAA-MM-JJ")]
    to: Option<String>,
    /// Numéro de l’effacement, pour son certificat
    #[arg(long, conflicts_with_all = ["dossier", "from"], value_name = "NUMÉRO")]
    erasure: Option<String>,
    /// Jour de la séance, pour un papier de séance
    #[arg(long, conflicts_with_all = ["dossier", "from", "erasure"], value_name = "AAAA-MM-JJ")]
    session: Option<String>,
    /// Nomme les personnes dans un papier de séance : par défaut, la référence du dossier les remplace
    #[arg(long, conflicts_with = "all")]
    with_names: bool,
    /// Fichier à écrire ; avec --all, le dossier où les écrire
    #[arg(long, value_name = "FICHIER")]
    out: PathBuf,
}

/// Prints one paper, or all of a dossier.
pub(super) fn print_papers(console: &mut Console, json: bool, asked: PrintArguments) -> Result<(), Stop> {
    console.open()?;
    let dossier = asked.dossier.as_ref().map(|reference| dossier_number(console, reference)).transpose()?;
    if let (Some(dossier), Some(reference), None) = (&dossier, &asked.dossier, &asked.paper) {
        return print_all(console, json, dossier, reference, &asked.out);
    }
    let session = asked.session.map(|day| session_number(console, &day)).transpose()?;
    let of = json!({ "paper": asked.paper.unwrap_or_default(), "dossier": dossier, "session": session,
        "from": asked.from, "to": asked.to, "erasure": asked.erasure, "with_names": asked.with_names });
    let saved = save(console, of, &asked.out)?;
    if json { print(&saved.to_string()) } else { print(saved.get("sentence").and_then(Value::as_str).unwrap_or("")) }
}

/// The number of the session of a day.
fn session_number(console: &mut Console, day: &str) -> Result<Value, Stop> {
    let all = console.call("sessions", json!({}))?;
    let listed = ["to_come", "held"].into_iter().filter_map(|key| all.get(key).and_then(Value::as_array)).flatten();
    let of_the_day: Vec<&Value> = listed.filter(|one| one.get("day").is_some_and(|its| its == day)).collect();
    let numbers: Vec<&Value> = of_the_day.iter().filter_map(|one| one.get("id")).collect();
    match numbers.as_slice() {
        [one] => Ok((*one).clone()),
        [] => Err(Stop::Usage(format!("Aucune séance le {day}. Pour les voir : etrier-cli call sessions '{{}}'."))),
        _ => Err(Stop::Usage(format!("Plusieurs séances le {day} : demandez le papier par « call draw_paper »."))),
    }
}

fn print_all(console: &mut Console, json: bool, dossier: &Value, reference: &str, folder: &Path) -> Result<(), Stop> {
    std::fs::create_dir_all(folder)
        .map_err(|cause| Stop::Outside(format!("Le dossier {} n’a pas pu être créé : {cause}.", folder.display())))?;
    let listed = console.call("papers", json!({ "dossier": dossier }))?;
    let (mut saved, mut waiting) = (Vec::new(), Vec::new());
    for paper in listed.get("papers").and_then(Value::as_array).into_iter().flatten() {
        let (ready, folded) = (paper.get("ready") == Some(&json!(true)), paper.get("folded") == Some(&json!(true)));
        // What is ready and that no fact calls for is printed by its name alone.
        if ready && folded {
            continue;
        }
        let text = |path| paper.pointer(path).and_then(Value::as_str).unwrap_or("");
        let (key, title) = (text("/key"), text("/title"));
        if ready {
            let file = folder.join(format!("{key}-{reference}.pdf"));
            save(console, json!({ "paper": key, "dossier": dossier }), &file)?;
            if !json {
                print(&format!("{title} : {}", file.display()))?;
            }
            saved.push(json!({ "paper": key, "file": file }));
        } else {
            let why = text("/waits/sentence");
            if !json {
                print(&format!("{title} : pas encore. {why}"))?;
            }
            waiting.push(json!({ "paper": key, "sentence": why }));
        }
    }
    if json { print(&json!({ "saved": saved, "waiting": waiting }).to_string()) } else { Ok(()) }
}

/// Saves a paper in a file.
pub(super) fn save(console: &mut Console, of: Value, out: &Path) -> Result<Value, Stop> {
    console.offer("out", out);
    console.call("save_paper", json!({ "of": of, "file": "out" }))
}
