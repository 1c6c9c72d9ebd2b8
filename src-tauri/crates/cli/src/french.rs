//! The help and the misuse of the command line in French: clap speaks English by itself.

use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command};

/// What the help is asked by.
pub(crate) const HELP: &str = "aide";

/// The program's command with its help in French.
pub(crate) fn program(command: Command) -> Command {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version).help("Affiche la version");
    translated(command.version(env!("CARGO_PKG_VERSION")).arg(version))
}

fn translated(command: Command) -> Command {
    let names: Vec<String> = command.get_subcommands().map(|inner| inner.get_name().to_owned()).collect();
    let command = names.into_iter().fold(command, |command, name| command.mut_subcommand(name, translated));
    let help = Arg::new(HELP).short('h').long("help").action(ArgAction::Help).help("Affiche cette aide");
    command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(help)
        .subcommand_help_heading("Commandes\u{a0}")
        .help_template(StyledStr::from("{about}\n\nUtilisation : {usage}\n\n{all-args}\n"))
        .mut_args(|arg| arg.help_heading("Options\u{a0}"))
}

/// A misuse in a sentence.
#[expect(clippy::wildcard_enum_match_arm, reason = "clap may find new ways to be misused")]
pub(crate) fn misuse(error: &clap::Error) -> String {
    let named = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        Some(_) | None => String::new(),
    };
    let what = match error.kind() {
        ErrorKind::UnknownArgument => format!("« {} » n’est pas attendu ici.", named(ContextKind::InvalidArg)),
        ErrorKind::InvalidSubcommand => {
            format!("La commande « {} » n’existe pas.", named(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingRequiredArgument => format!("Il manque {}.", named(ContextKind::InvalidArg)),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            "Il manque une commande.".to_owned()
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("La valeur de {} n’est pas comprise.", named(ContextKind::InvalidArg))
        }
        _ => "Cette ligne de commande n’est pas comprise.".to_owned(),
    };
    format!("{what} « etrier-cli --help » donne les commandes.")
}
