//! The manual page of the command line, in roff, written from the same words as its help.
//!
//! Example: `etrier-cli man | man -l -`.

use clap::{Arg, Command};

use crate::french::HELP;

const ENDING: &str = "\
.SH ENVIRONNEMENT
.TP
.B ETRIER_PASSPHRASE
Phrase secrète du coffre ; sans elle, elle est demandée au terminal.
.TP
.B ETRIER_RECOVERY_CODE
Code de secours, à la place de la phrase.
.SH FICHIERS
.TP
.I ~/.local/share/etrier
Coffre de l’utilisateur.
.TP
.I etrier\\-portable
À côté du programme, ce dossier est le coffre : Étrier tient alors sur une clé.
.SH CODES DE SORTIE
.TP
.B 0
Fait.
.TP
.B 1
Refusé : une phrase sur la sortie d’erreur ; avec \\-\\-json, le refus en JSON.
.TP
.B 2
Ligne de commande non comprise.
.TP
.B 3
Défaut du programme ou du système.
.SH VOIR AUSSI
.BR etrier (1)
";

/// The page of a program.
pub(crate) fn page(program: &Command) -> String {
    let name = program.get_name();
    let about = about(program);
    let commands: String = program
        .get_subcommands()
        .filter(|command| !command.is_hide_set())
        .map(|command| section(name, command))
        .collect();
    format!(
        ".TH ETRIER\\-CLI 1 \"\" \"Étrier {}\" \"Manuel d’Étrier\"\n\
         .SH NOM\n{} \\- {about}\n\
         .SH SYNOPSIS\n.B {}\n[OPTIONS] COMMANDE\n\
         .SH OPTIONS\n{}.SH COMMANDES\n{commands}{ENDING}",
        env!("CARGO_PKG_VERSION"),
        roff(name),
        roff(name),
        options(program),
    )
}

fn section(program: &str, command: &Command) -> String {
    let usage = command.get_positionals().map(shown).fold(String::new(), |usage, one| format!("{usage} {one}"));
    format!(
        ".SS {}\n.B {} {}\n[OPTIONS]{}\n.PP\n{}\n{}",
        roff(command.get_name()),
        roff(program),
        roff(command.get_name()),
        roff(&usage),
        about(command),
        options(command)
    )
}

/// What a command is told, a paragraph each.
fn options(command: &Command) -> String {
    let told = command.get_arguments().filter(|arg| !arg.is_hide_set());
    // Every command has its help, told once with the program's own options.
    let told = told.filter(|arg| command.has_subcommands() || arg.get_id() != HELP);
    told.map(|arg| {
        let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
        format!(".TP\n.B {}\n{}\n", roff(&shown(arg)), roff(&help))
    })
    .collect()
}

/// `-V, --version`, `--office DOSSIER`, `COPIE`.
fn shown(arg: &Arg) -> String {
    let names = arg.get_value_names().unwrap_or_default().iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    if arg.is_positional() {
        return names;
    }
    let short = arg.get_short().map(|short| format!("-{short}"));
    let long = arg.get_long().map(|long| format!("--{long}"));
    let switches = short.into_iter().chain(long).collect::<Vec<_>>().join(", ");
    if arg.get_action().takes_values() { format!("{switches} {names}") } else { switches }
}

fn about(command: &Command) -> String {
    roff(&command.get_about().map(ToString::to_string).unwrap_or_default())
}

/// A text as roff reads it literally.
fn roff(text: &str) -> String {
    let escaped = text.replace('\\', "\\e").replace('-', "\\-");
    if escaped.starts_with(['.', '\'']) { format!("\\&{escaped}") } else { escaped }
}
