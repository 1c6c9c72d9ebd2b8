//! The documents of the repository hold: links and pictures lead to files, files named are there, commands are
//! understood by the programs they name, stages and variables exist.

use std::path::Path;

use crate::{etrier_cli, read, root, said};

const DOCUMENTS: [&str; 7] = [
    "README.md",
    "assets/fonts/README.md",
    "src-tauri/ARCHITECTURE.md",
    "src-tauri/DECISIONS.md",
    "src-tauri/GLOSSARY.md",
    "tests/benches/README.md",
    "tests/faults/README.md",
];

/// Documents whose files named in passing are all of ours.
const MAPS: [&str; 2] = ["README.md", "src-tauri/ARCHITECTURE.md"];

#[test]
fn every_link_and_picture_leads_to_a_file() {
    let mut broken = Vec::new();
    for document in DOCUMENTS {
        let folder = root().join(document).parent().unwrap().to_owned();
        let text = read(document);
        let targets = text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target);
        let relative = targets.filter(|target| !target.starts_with("http") && !target.starts_with('#'));
        let lost = relative.filter(|target| !folder.join(target.split('#').next().unwrap()).exists());
        broken.extend(lost.map(|target| format!("{document}: {target}")));
    }
    assert_eq!(broken, Vec::<String>::new());
}

#[test]
fn every_file_named_is_there() {
    let files = files();
    let is_path = |word: &&str| {
        let plain = |sign: char| sign.is_ascii_alphanumeric() || "/._-".contains(sign);
        let ending = Path::new(word).extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        word.chars().all(plain) && (word.ends_with('/') || ["rs", "ts", "tsx", "json", "md", "txt"].contains(&ending))
    };
    let mut lost = Vec::new();
    for document in MAPS {
        let text = read(document);
        for named in text.split('`').skip(1).step_by(2).filter(is_path).filter(|path| !path.starts_with("target/")) {
            let within = format!("/{}", named.trim_start_matches("../"));
            let is_there = match within.strip_suffix('/') {
                Some(_) => files.iter().any(|file| file.contains(&within)),
                None => files.iter().any(|file| file.ends_with(&within)),
            };
            if !is_there {
                lost.push(format!("{document}: {named}"));
            }
        }
    }
    assert_eq!(lost, Vec::<String>::new());
}

/// Asked for its help, the program first reads what stands before, and refuses what it does not know.
#[test]
fn every_command_of_etrier_cli_is_understood() {
    let listed = |command: &str| {
        let listed = etrier_cli().arg(command).output().unwrap();
        let listed = String::from_utf8(listed.stdout).unwrap();
        listed.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect::<Vec<_>>()
    };
    let (calls, papers) = (listed("calls"), listed("papers"));
    let mut tried = 0;
    for document in DOCUMENTS {
        for command in commands(&read(document), "etrier-cli ") {
            let answer = etrier_cli().args(&command).arg("--help").output().unwrap();
            assert!(answer.status.success(), "{command:?}: {}", String::from_utf8_lossy(&answer.stderr));
            let after = |name: &str| {
                let place = command.iter().position(|word| word == name)?;
                command.get(place + 1).filter(|word| !word.starts_with('-'))
            };
            assert!(after("call").is_none_or(|call| calls.contains(call)), "{command:?}");
            assert!(after("print").is_none_or(|paper| papers.contains(paper)), "{command:?}");
            tried += 1;
        }
    }
    assert!(tried >= 8, "{tried} commands only");
}

#[test]
fn every_stage_of_the_check_and_every_program_of_the_tests_exists() {
    let script = read("check");
    let stages = script.split_once("case \" $stages ").unwrap().1.split('"').next().unwrap();
    let (_, known) = script.split_once("\nstages=\"").unwrap();
    let known: Vec<&str> =
        known.split('"').next().unwrap().split_whitespace().chain(stages.split_whitespace()).collect();
    let programs = read("tests/Cargo.toml");
    let members = said(env!("CARGO"), &["metadata", "--no-deps", "--offline", "--format-version", "1"]);
    for document in DOCUMENTS {
        let text = read(document);
        for command in commands(&text, "./check ") {
            assert!(command.iter().all(|stage| known.contains(&stage.as_str())), "{document}: ./check {command:?}");
        }
        for command in commands(&text, "cargo ") {
            for pair in command.windows(2) {
                let is_there = match pair[0].as_str() {
                    "--test" | "--bench" => programs.contains(&format!("name = \"{}\"", pair[1])),
                    "-p" => members.contains(&format!("\"name\":\"{}\"", pair[1])),
                    _ => true,
                };
                assert!(is_there, "{document}: cargo {command:?}");
            }
        }
    }
}

#[test]
fn every_variable_named_is_read_somewhere() {
    let files = files();
    let code = files.iter().filter(|file| file.ends_with(".rs") || file.contains("/.ci/") || file.ends_with("/check"));
    let code: String = code.map(|file| std::fs::read_to_string(file).unwrap_or_default()).collect();
    for document in DOCUMENTS {
        let text = read(document);
        for rest in text.split("ETRIER_").skip(1) {
            let name: String = rest.chars().take_while(|sign| sign.is_ascii_uppercase() || *sign == '_').collect();
            assert!(code.contains(&format!("ETRIER_{name}")), "{document}: ETRIER_{name}");
        }
    }
}

/// What follows a program's name in blocks of commands and between backquotes, word by word.
fn commands(text: &str, program: &str) -> Vec<Vec<String>> {
    let blocks = text.split("\n```").skip(1).step_by(2).filter(|block| block.starts_with("sh\n"));
    let lines = blocks.flat_map(str::lines);
    let inline = text.lines().flat_map(|line| line.split('`').skip(1).step_by(2));
    let asked = lines.chain(inline).filter_map(|line| line.strip_prefix(program));
    asked.map(words).filter(|words| !words.is_empty()).collect()
}

/// The words of a command, quotes taken off, up to its comment or its dots.
fn words(command: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut quote = None;
    let mut word = String::new();
    for sign in command.chars() {
        match (quote, sign) {
            (Some(open), sign) if sign == open => quote = None,
            (None, '\'' | '"') => quote = Some(sign),
            (None, ' ') => words.push(std::mem::take(&mut word)),
            _ => word.push(sign),
        }
    }
    words.push(word);
    let of_the_command = words.into_iter().filter(|word| !word.is_empty());
    of_the_command.take_while(|word| !word.starts_with('#') && !word.contains('…')).collect()
}

/// Every file git keeps, with its whole path.
fn files() -> Vec<String> {
    let listed = said("git", &["ls-files", "--cached", "--others", "--exclude-standard"]);
    let listed: Vec<String> = listed.lines().map(|file| format!("{}/{file}", root().display())).collect();
    assert!(listed.len() > 1_000, "git lists the files");
    listed
}
