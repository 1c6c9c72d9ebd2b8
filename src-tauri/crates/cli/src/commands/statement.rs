//! `statement`: bank statements read and proved, without an office; nothing is written.

use std::io::Read;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;
use serde_json::Value;
use statements::{Cents, SourceFile, TypedBalance, WordRules, answer, read};

use crate::console::print;
use crate::outcome::Stop;

/// One byte more than what is read of a file: enough to say that it is too large.
const MOST_BYTES: u64 = 25 * 1024 * 1024 + 1;

/// Which files, read how.
#[derive(Args)]
pub(crate) struct StatementArguments {
    /// Relevés d’un ou de plusieurs comptes : PDF de la banque, CSV, OFX, QIF, CAMT.053
    #[arg(required = true, value_name = "FICHIER")]
    files: Vec<PathBuf>,
    /// Solde lu sur l’écran de la personne, à la fin de ce jour
    #[arg(long = "opening", allow_hyphen_values = true, value_name = "AAAA-MM-JJ=MONTANT")]
    openings: Vec<String>,
    /// Mots qui reconnaissent les opérations, à la place de ceux qui sont livrés
    #[arg(long, value_name = "FICHIER")]
    words: Option<PathBuf>,
}

/// Reads statements together and tells what they say.
pub(super) fn statement(json: bool, asked: &StatementArguments) -> Result<(), Stop> {
    let rules = asked.words.as_deref().map_or_else(|| Ok(WordRules::delivered()), rules)?;
    let typed = asked.openings.iter().map(|text| typed(text)).collect::<Result<Vec<_>, _>>()?;
    let bytes = asked.files.iter().map(|file| bounded(file)).collect::<Result<Vec<_>, _>>()?;
    let names: Vec<String> = asked.files.iter().map(|file| name(file)).collect();
    let files: Vec<SourceFile<'_>> = names.iter().zip(&bytes).map(|(name, bytes)| SourceFile { name, bytes }).collect();
    let reading = read(&files, &rules, &typed);
    let said = answer(&reading);
    if json {
        print(&said.to_string())?
    } else {
        told(&said)?
    }
    // Told in the answer itself, file by file.
    if reading.files.iter().all(|file| file.refusal.is_some()) { Err(Stop::Partly) } else { Ok(()) }
}

fn told(said: &Value) -> Result<(), Stop> {
    let list = |value: &Value, name: &str| value.get(name).and_then(Value::as_array).cloned().unwrap_or_default();
    let text = |value: &Value, name: &str| value.get(name).and_then(Value::as_str).unwrap_or("").to_owned();
    for file in list(said, "files").iter().filter(|file| text(file, "outcome") == "refused") {
        print(&format!("{}\t{}", text(file, "file"), text(file, "sentence")))?;
    }
    for account in list(said, "accounts") {
        for one in list(&account, "statements") {
            let span = format!("{} → {}", text(&one, "from"), text(&one, "to"));
            let balances = format!("{} → {}", text(&one, "opening"), text(&one, "closing"));
            let verdict = if text(&one, "status") == "proven" { "Prouvé.".to_owned() } else { text(&one, "sentence") };
            print(&format!("{}\t{span}\t{balances}\t{verdict}", text(&one, "file")))?;
        }
        for gap in list(&account, "gaps") {
            print(&format!("Entre le {} et le {}, la suite manque.", text(&gap, "after"), text(&gap, "before")))?;
        }
    }
    for proposal in list(said, "proposals") {
        let entry = text(&proposal, "entry");
        let (name, monthly) = (text(&proposal, "name"), text(&proposal, "monthly"));
        print(&format!("{entry}\t{name}\t{monthly}\t{}\t{}", text(&proposal, "frequency"), text(&proposal, "reason")))?;
    }
    Ok(())
}

fn bounded(file: &Path) -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    let read = std::fs::File::open(file).and_then(|open| open.take(MOST_BYTES).read_to_end(&mut bytes));
    read.map_err(|cause| unread(file, &cause))?;
    Ok(bytes)
}

fn unread(file: &Path, cause: &std::io::Error) -> Stop {
    Stop::Outside(format!("Le fichier {} n’a pas pu être lu : {cause}.", file.display()))
}

fn name(file: &Path) -> String {
    file.file_name().map_or_else(|| file.display().to_string(), |name| name.to_string_lossy().into_owned())
}

fn typed(text: &str) -> Result<TypedBalance, Stop> {
    let parts = text.split_once('=');
    let read = parts.and_then(|(date, amount)| {
        let date: NaiveDate = date.trim().parse().ok()?;
        Some(TypedBalance { date, amount: Cents::plain(amount.trim())? })
    });
    read.ok_or_else(|| {
        Stop::Usage("--opening attend AAAA-MM-JJ=MONTANT, par exemple --opening 2026-07-31=143.52.".to_owned())
    })
}

fn rules(file: &Path) -> Result<WordRules, Stop> {
    let text = std::fs::read_to_string(file).map_err(|cause| unread(file, &cause))?;
    WordRules::read(&text)
        .map_err(|_| Stop::Usage("--words attend un fichier de mots en JSON, comme celui qui est livré.".to_owned()))
}
