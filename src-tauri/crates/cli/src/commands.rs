//! The commands, each a call of the desk or two.

mod attach;
mod copies;
mod creation;
mod data_rights;
mod import;
mod loan;
mod print;
mod report;
mod statement;

use std::io::Read;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{CommandFactory, Parser, Subcommand};
use desk::calls::{CALLS, Rule};
use serde_json::{Value, json};

use self::attach::{AttachArguments, attach};
use self::copies::{backup, backups, restore};
use self::creation::{demo, init};
use self::data_rights::{export_person, retention};
use self::import::{ImportArguments, import};
use self::loan::{LoanArguments, simulate, taeg};
use self::print::{PrintArguments, print_papers};
use self::report::{ReportArguments, report};
use self::statement::{StatementArguments, statement};
use crate::console::{Console, print};
use crate::outcome::Stop;
use crate::{french, manual};

/// Étrier sans fenêtre : les mêmes actions, en ligne de commande.
#[derive(Parser)]
#[command(name = "etrier-cli", disable_help_subcommand = true)]
pub(crate) struct Arguments {
    /// Dossier du coffre (par défaut, celui de l’utilisateur)
    #[arg(long, global = true, value_name = "DOSSIER")]
    office: Option<PathBuf>,
    /// Jour qui tient lieu d’aujourd’hui
    #[arg(long, global = true, value_name = "AAAA-MM-JJ")]
    today: Option<NaiveDate>,
    /// Sortie lisible par une machine
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Écrit par-dessus un fichier qui est déjà là
    #[arg(long, global = true)]
    overwrite: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Crée un coffre et imprime une fois son code de secours
    Init {
        /// Nom du CCAS
        #[arg(long, value_name = "NOM")]
        name: String,
        /// Nom du référent
        #[arg(long, value_name = "NOM")]
        advisor: String,
    },
    /// Liste les appels, avec ce qu’ils prennent et ce qu’ils rendent
    Calls,
    /// Fait un appel, avec son entrée en JSON (ou sur l’entrée standard)
    Call {
        /// Nom de l’appel
        #[arg(value_name = "NOM")]
        name: String,
        /// Entrée de l’appel
        #[arg(value_name = "ENTRÉE")]
        input: Option<String>,
        /// Fichier désigné par un nom dans l’entrée
        #[arg(long = "file", value_name = "NOM=CHEMIN")]
        files: Vec<String>,
    },
    /// Liste les dossiers : référence, nom, étape, prochaine date
    Dossiers {
        /// Mots cherchés, accents ou non
        #[arg(long, default_value = "", value_name = "MOTS")]
        search: String,
    },
    /// Ajoute des fichiers à un dossier ; chacun est gardé, ou refusé avec sa raison
    Attach(AttachArguments),
    /// Liste les papiers ; avec un dossier, dit lesquels sont prêts
    Papers {
        /// Référence du dossier
        #[arg(long, value_name = "REF")]
        dossier: Option<String>,
    },
    /// Crée un bureau de démonstration : des personnes inventées, à toutes les étapes
    Demo {
        /// Nombre de dossiers, 100 000 au plus
        #[arg(long, default_value_t = 60, value_name = "NOMBRE")]
        dossiers: u32,
        /// Même graine et même jour : même bureau
        #[arg(long, default_value_t = 1, value_name = "NOMBRE")]
        seed: u64,
    },
    /// Calcule un prêt : échéancier, coût, TAEG
    Simulate(LoanArguments),
    /// Calcule le TAEG de versements lus en JSON sur l’entrée standard
    Taeg,
    /// Imprime un papier, ou tous ceux d’un dossier, en PDF
    Print(PrintArguments),
    /// Écrit le bilan d’une période
    Report(ReportArguments),
    /// Lit des relevés bancaires, les prouve au centime et propose ; ni coffre, ni écriture
    Statement(StatementArguments),
    /// Reprend un registre, ou dit ligne par ligne ce qui serait fait
    Import(ImportArguments),
    /// Fait une copie vérifiée du coffre dans un dossier : clé USB, partage
    Backup {
        /// Dossier des copies
        #[arg(value_name = "DOSSIER")]
        folder: PathBuf,
    },
    /// Liste les copies d’un dossier, relues entièrement, et dit ce qu’elles valent
    Backups {
        /// Dossier des copies
        #[arg(value_name = "DOSSIER")]
        folder: PathBuf,
    },
    /// Rouvre une copie dans un dossier où il n’y a pas de coffre
    Restore {
        /// Dossier de la copie
        #[arg(value_name = "COPIE")]
        copy: PathBuf,
    },
    /// Écrit tout ce qui est gardé sur une personne : données et papier
    ExportPerson {
        /// Référence d’un de ses dossiers
        #[arg(value_name = "REF")]
        reference: String,
        /// Dossier où l’écrire
        #[arg(long, value_name = "DOSSIER")]
        out: PathBuf,
    },
    /// Liste les dossiers arrivés au bout de leur durée de conservation
    Retention,
    /// Vérifie tout le coffre : fichiers, lignes, recherche, journal
    Verify,
    /// Écrit la page de manuel
    #[command(hide = true)]
    Man,
    /// Répond aux appels, une ligne de JSON chacun, jusqu’à la fin de l’entrée standard
    #[command(hide = true)]
    Serve,
}

/// Runs a command.
pub(crate) fn run(arguments: Arguments) -> Result<(), Stop> {
    let json = arguments.json;
    if let Command::Calls = arguments.command {
        return calls(json);
    }
    if let Command::Man = arguments.command {
        return print(&manual::page(&french::program(Arguments::command())));
    }
    if let Command::Statement(asked) = &arguments.command {
        return statement(json, asked);
    }
    let mut console = Console::at(arguments.office, arguments.today)?;
    if arguments.overwrite {
        console.overwrite();
    }
    match arguments.command {
        Command::Calls | Command::Man | Command::Statement(_) => Ok(()),
        Command::Init { name, advisor } => init(&mut console, json, &name, &advisor),
        Command::Call { name, input, files } => call(&mut console, &name, input, &files),
        Command::Dossiers { search } => dossiers(&mut console, json, &search),
        Command::Attach(asked) => attach(&mut console, json, &asked),
        Command::Papers { dossier } => papers(&mut console, json, dossier.as_deref()),
        Command::Demo { dossiers, seed } => demo(&mut console, json, dossiers, seed),
        Command::Simulate(asked) => simulate(&mut console, json, asked),
        Command::Taeg => taeg(&mut console, json),
        Command::Print(asked) => print_papers(&mut console, json, asked),
        Command::Report(asked) => report(&mut console, json, asked),
        Command::Import(asked) => import(&mut console, json, &asked),
        Command::Backup { folder } => backup(&mut console, json, &folder),
        Command::Backups { folder } => backups(&mut console, json, &folder),
        Command::Restore { copy } => restore(&mut console, json, &copy),
        Command::ExportPerson { reference, out } => export_person(&mut console, json, &reference, &out),
        Command::Retention => retention(&mut console, json),
        Command::Verify => verify(&mut console, json),
        Command::Serve => serve(&mut console),
    }
}

/// The types of what calls take and give, as the page has them.
const TYPES: &str = include_str!("../../../../ui/src/ipc/types.ts");

fn calls(json: bool) -> Result<(), Stop> {
    if !json {
        for call in CALLS {
            print(&format!("{:<22} {:<6} {:<9} {}", call.name, call.kind.name(), rule(call.rule), call.about))?;
        }
        return print(&format!("\n{}", TYPES));
    }
    let listed: Vec<Value> = CALLS
        .iter()
        .map(
            |call| json!({ "name": call.name, "kind": call.kind.name(), "rule": rule(call.rule), "about": call.about }),
        )
        .collect();
    print(&json!({ "calls": listed, "types": TYPES }).to_string())
}

fn call(console: &mut Console, name: &str, input: Option<String>, files: &[String]) -> Result<(), Stop> {
    for file in files {
        let (handle, path) = file
            .split_once('=')
            .ok_or_else(|| Stop::Usage("--file attend NOM=CHEMIN, par exemple --file sortie=fiche.pdf.".to_owned()))?;
        console.offer(handle, Path::new(path));
    }
    let text = match input {
        Some(text) => text,
        None => read_stdin()?,
    };
    let input: Value = serde_json::from_str(if text.trim().is_empty() { "{}" } else { &text })
        .map_err(|_| Stop::Usage("L’entrée de l’appel n’est pas du JSON.".to_owned()))?;
    let locked = CALLS.iter().any(|known| known.name == name && known.rule == Rule::Always);
    if !locked {
        console.open()?;
    }
    let output = console.call(name, input)?;
    print(&output.to_string())
}

/// The desk of a page in a browser: `./run dev`.
fn serve(console: &mut Console) -> Result<(), Stop> {
    console.open()?;
    for line in std::io::stdin().lines().map_while(Result::ok) {
        let asked: Value = serde_json::from_str(&line).unwrap_or_default();
        print(&console.answer(&asked).to_string())?;
    }
    Ok(())
}

fn dossiers(console: &mut Console, json: bool, search: &str) -> Result<(), Stop> {
    console.open()?;
    let rows = console.rows("dossiers", |offset| json!({ "search": search, "offset": offset }))?;
    if json {
        return print(&Value::Array(rows).to_string());
    }
    for row in &rows {
        let inside = |path| row.pointer(path).and_then(Value::as_str).unwrap_or("");
        let (reference, name) = (inside("/reference"), inside("/name"));
        print(&format!("{reference}\t{name}\t{}\t{}", inside("/stage/label"), inside("/next_date/iso")))?;
    }
    Ok(())
}

/// What `print` has to be told of a paper.
fn takes(word: &str) -> &'static str {
    match word {
        "dossier" => "--dossier",
        "period" => "--from --to",
        "anyone" => "rien, ou --dossier",
        "session" => "--session",
        "erasure" => "--erasure",
        "new_code" => "s’imprime au moment où le code est fait",
        _ => "rien",
    }
}

fn papers(console: &mut Console, json: bool, dossier: Option<&str>) -> Result<(), Stop> {
    let listed = match dossier {
        Some(reference) => {
            console.open()?;
            let dossier = dossier_number(console, reference)?;
            console.call("papers", json!({ "dossier": dossier }))?
        }
        None => console.call("paper_register", json!({}))?,
    };
    if json {
        return print(&listed.to_string());
    }
    for paper in listed.get("papers").and_then(Value::as_array).into_iter().flatten() {
        let text = |field| paper.get(field).and_then(Value::as_str).unwrap_or("");
        let last = if dossier.is_some() { text("state") } else { takes(text("takes")) };
        print(format!("{}\t{}\t{last}", text("key"), text("title")).trim_end())?;
    }
    Ok(())
}

fn verify(console: &mut Console, json: bool) -> Result<(), Stop> {
    console.open()?;
    let verdict = console.call("verify", json!({}))?;
    if json {
        print(&verdict.to_string())?;
    } else {
        print(verdict.get("sentence").and_then(Value::as_str).unwrap_or(""))?;
        for finding in texts(&verdict, "findings") {
            print(&format!("– {finding}"))?;
        }
    }
    if verdict.get("sound").is_some_and(|sound| sound == true) {
        return Ok(());
    }
    let sentence = "La vérification a trouvé un défaut. N’effacez rien et appelez le service informatique.";
    Err(desk::Failure::new(desk::FailureKind::Damaged, sentence).into())
}

/// The number of the dossier of a reference.
fn dossier_number(console: &mut Console, reference: &str) -> Result<Value, Stop> {
    let found = console.call("dossier_of", json!({ "reference": reference }))?;
    Ok(found.get("id").cloned().unwrap_or_default())
}

fn read_stdin() -> Result<String, Stop> {
    let mut text = String::new();
    match std::io::stdin().read_to_string(&mut text) {
        Ok(_) => Ok(text),
        Err(cause) => Err(Stop::Outside(format!("L’entrée standard n’a pas pu être lue : {cause}."))),
    }
}

fn texts(value: &Value, field: &str) -> Vec<String> {
    let list = value.get(field).and_then(Value::as_array).into_iter().flatten();
    list.filter_map(Value::as_str).map(str::to_owned).collect()
}

fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::Always => "always",
        Rule::Unlocked => "unlocked",
    }
}
