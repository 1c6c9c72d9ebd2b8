//! One version, written in `Cargo.toml` alone; what has to say it again says the same.

use serde_json::Value;

use crate::{etrier_cli, read};

/// The version of the workspace.
pub fn version() -> String {
    let manifest = read("Cargo.toml");
    let package = manifest.split_once("[workspace.package]").unwrap().1;
    package.lines().find_map(|line| line.strip_prefix("version = ")).unwrap().trim_matches('"').to_owned()
}

#[test]
fn every_room_takes_the_version_of_the_workspace() {
    let rooms = ["src-tauri", "tests"].map(str::to_owned).into_iter();
    let crates = ["cli", "desk", "documents", "domain", "store"].map(|name| format!("src-tauri/crates/{name}"));
    for room in rooms.chain(crates) {
        assert!(read(&format!("{room}/Cargo.toml")).contains("\nversion.workspace = true\n"), "{room}");
    }
    for settings in ["src-tauri/tauri.conf.json", "src-tauri/tauri.linux.conf.json", "ui/package.json"] {
        let settings: Value = serde_json::from_str(&read(settings)).unwrap();
        assert_eq!(settings["version"], Value::Null);
    }
}

#[test]
fn the_programs_the_news_and_the_package_say_the_same_version() {
    let version = version();
    let told = etrier_cli().arg("--version").output().unwrap();
    assert_eq!(String::from_utf8(told.stdout).unwrap(), format!("etrier-cli {version}\n"));
    let shown = etrier_cli().args(["call", "status", "{}", "--office", "/nonexistent"]).output().unwrap();
    let shown: Value = serde_json::from_slice(&shown.stdout).unwrap();
    assert_eq!(shown["version"], version.as_str(), "what the window asks");
    let news = read("assets/help/nouveautes.md");
    let last = news.lines().find_map(|line| line.strip_prefix("## Version ")).unwrap();
    let (number, month) = last.split_once(", ").unwrap();
    assert!(version.strip_suffix(".0") == Some(number) || version == number, "the news begin with {number}");
    let releases = read("src-tauri/package/fr.etrier.Etrier.metainfo.xml");
    let release = releases.split_once("<release version=\"").unwrap().1;
    let day = release.strip_prefix(&format!("{version}\" date=\"")).unwrap_or_else(|| panic!("{release}"));
    let day = day.split('"').next().unwrap().parse().unwrap();
    assert!(domain::words::long_date(day).replace('\u{a0}', " ").ends_with(month), "{day} is not in {month}");
}

#[test]
fn the_manual_speaks_of_every_command() {
    let manual = etrier_cli().arg("man").output().unwrap();
    let manual = String::from_utf8(manual.stdout).unwrap();
    let help = etrier_cli().arg("--help").output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let commands = help.split_once("Commandes").unwrap().1.split("\n\n").next().unwrap();
    let commands: Vec<&str> = commands.lines().skip(1).filter_map(|line| line.split_whitespace().next()).collect();
    assert!(commands.len() > 15, "{commands:?}");
    for command in commands {
        assert!(manual.contains(&format!("\n.SS {}\n", command.replace('-', "\\-"))), "{command}");
    }
    assert!(!manual.contains("\n.SS man\n"), "what makes the page is not in it");
}
