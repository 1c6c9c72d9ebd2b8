//! The rules of the house as tests: what `ARCHITECTURE.md` promises about the
//! shape of the code is read here from the code itself.
//!
//! Example: a feature that imports another feature fails
//! `features_import_only_ipc_and_parts` with the file and the import.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

#[path = "house/ratchets.rs"]
mod ratchets;

/// What may stand at the top beside the files whose name begins with a dot.
const TOP: &[&str] = &[
    "Cargo.lock",
    "Cargo.toml",
    "LICENSE",
    "README.md",
    "assets",
    "check",
    "run",
    "src-tauri",
    "target",
    "tests",
    "ui",
];
const TOP_DOTS: &[&str] = &[
    ".cargo",
    ".ci",
    ".clippy.toml",
    ".deny.toml",
    ".editorconfig",
    ".git",
    ".gitattributes",
    ".gitignore",
    ".rustfmt.toml",
];

/// Crates that speak to a network, and what the desktop tree must never hold.
const NETWORK: &[&str] = &["curl", "hyper", "native-tls", "reqwest", "rustls", "tungstenite", "ureq"];

/// Names that say nothing of what a module is for.
const HOLLOW: &[&str] = &[
    "manager",
    "managers",
    "service",
    "services",
    "helper",
    "helpers",
    "util",
    "utils",
    "common",
    "misc",
    "handler",
    "handlers",
    "processor",
    "processors",
    "mod",
];

#[test]
fn the_top_holds_its_entries_and_nothing_else() {
    let folder = std::fs::read_dir(root()).unwrap();
    let strangers: Vec<String> = folder
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !TOP.contains(&name.as_str()) && !TOP_DOTS.contains(&name.as_str()))
        .collect();
    assert_none(&strangers, "does not belong at the top");
}

#[test]
fn every_rust_file_says_what_it_is_for() {
    let silent = sources(&["rs"]).into_iter().filter(|file| !read(file).starts_with("//! "));
    assert_none(&names(silent), "does not open with a //! sentence");
}

/// What is written from the table of calls, and that table, are lists.
#[test]
fn no_file_is_longer_than_five_hundred_lines() {
    let lists = ["ui/src/ipc/types.ts", "src-tauri/crates/desk/src/calls/table.rs"];
    let is_list = |file: &PathBuf| lists.iter().any(|list| file.ends_with(list));
    let long =
        sources(&["rs", "ts", "tsx"]).into_iter().filter(|file| !is_list(file) && read(file).lines().count() > 500);
    assert_none(&names(long), "is more than one room");
}

/// Tests stand in files of their own once they are long; what is not a test stays within one reading. The table of
/// calls is a list, a line a call.
#[test]
fn no_room_is_longer_than_four_hundred_lines() {
    let rooms = root().join("src-tauri");
    let list = root().join("src-tauri/crates/desk/src/calls/table.rs");
    let long = sources(&["rs"]).into_iter().filter(|file| {
        let tests = name(file).contains("/tests");
        file.starts_with(&rooms)
            && *file != list
            && !tests
            && read(file).split("#[cfg(test)]").next().unwrap().lines().count() > 400
    });
    assert_none(&names(long), "is more than one room");
}

/// The sample inputs that undo tries are no journey: each call is also made for what it does.
#[test]
fn every_call_has_a_journey() {
    let table = read(&root().join("src-tauri/crates/desk/src/calls/table.rs"));
    let calls = table.lines().filter_map(|line| {
        let line = line.trim().split_once(" always ").or_else(|| line.trim().split_once(" unlocked "))?.1;
        Some(format!("\"{}\"", line.split_once('(')?.0))
    });
    let journeys: Vec<String> = sources(&["rs"])
        .iter()
        .filter(|file| file.starts_with(root().join("tests/journeys")))
        .filter(|file| !file.ends_with("undo.rs") && !file.ends_with("table.rs"))
        .flat_map(|file| read(file).lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>())
        .collect();
    let made =
        |call: &str| journeys.iter().any(|line| line.contains(call) && !(line.starts_with('"') && line.contains("=>")));
    let calls: Vec<String> = calls.collect();
    assert!(calls.len() > 100, "the table is read: {calls:?}");
    let alone: Vec<String> = calls.into_iter().filter(|call| !made(call)).collect();
    assert_none(&alone, "has no journey");
}

#[test]
fn modules_are_named_after_the_trade() {
    let hollow = sources(&["rs", "ts", "tsx"]).into_iter().filter(|file| {
        let inside = file.strip_prefix(root()).unwrap().with_extension("");
        let inside = inside.to_str().unwrap().to_lowercase();
        inside.split(|letter: char| !letter.is_alphanumeric()).any(|word| HOLLOW.contains(&word))
    });
    assert_none(&names(hollow), "has a name that says nothing");
}

#[test]
fn features_import_only_ipc_and_parts() {
    let mut strays = Vec::new();
    let features = root().join("ui/src/features");
    for file in sources(&["ts", "tsx"]) {
        let Ok(inside) = file.strip_prefix(&features) else { continue };
        let own = features.join(inside.components().next().unwrap());
        // The pictures of the guide stay beside its text.
        let allowed = ["ui/src/ipc", "ui/src/parts", "assets/help"].map(|shared| root().join(shared));
        let allowed = [[own].as_slice(), &allowed].concat();
        strays.extend(strays_of(&file, &allowed));
    }
    assert_none(&strays, "goes past ipc and parts");
}

#[test]
fn parts_import_nothing_of_ours_but_styles() {
    let parts = root().join("ui/src/parts");
    let allowed = [parts.clone(), root().join("ui/src/styles")];
    let inside = sources(&["ts", "tsx"]).into_iter().filter(|file| file.starts_with(&parts));
    let strays: Vec<String> = inside.flat_map(|file| strays_of(&file, &allowed)).collect();
    assert_none(&strays, "goes past parts and styles");
}

#[test]
fn one_file_speaks_to_tauri() {
    let speakers = sources(&["ts", "tsx"]).into_iter().filter(|file| {
        let ours = file.starts_with(root().join("ui/src")) && !name(file).contains(".test.");
        ours && without_comments(&read(file)).contains("@tauri-apps")
    });
    assert_eq!(names(speakers), ["ui/src/ipc/call.ts"]);
}

#[test]
fn french_sentences_stay_in_words() {
    let mut french = Vec::new();
    for file in sources(&["tsx"]).into_iter().filter(|file| !name(file).contains(".test.")) {
        for line in without_comments(&read(&file)).lines() {
            if line.chars().any(|letter| "àâçéèêëîïôùûœÀÂÇÉÈÊÎÔŒ«»’\u{a0}\u{202f}".contains(letter))
            {
                french.push(format!("{}: {}", name(&file), line.trim()));
            }
        }
    }
    assert_none(&french, "speaks French outside words.ts");
}

#[test]
fn the_glossary_holds_every_word_of_the_domain() {
    let glossary = read(&root().join("src-tauri/GLOSSARY.md"));
    let unknown: Vec<String> =
        words_of_the_domain().into_iter().filter(|word| !glossary.contains(&format!("`{word}`"))).collect();
    assert_none(&unknown, "is not in GLOSSARY.md");
}

#[test]
fn arrows_point_down() {
    let below = |room: &str| -> &[&str] {
        match room {
            "cli" => &["desk", "domain", "statements"],
            "etrier" => &["desk", "domain"],
            "desk" => &["app", "casework", "demo", "intake", "printing", "reporting"],
            "demo" | "intake" | "reporting" => &["app", "casework", "documents", "domain", "store"],
            "printing" => &["app", "casework", "reporting", "documents", "domain", "store"],
            "casework" => &["app", "documents", "domain", "statements", "store"],
            "app" => &["documents", "domain", "store"],
            "documents" | "store" => &["domain"],
            "statements" => &[],
            "domain" => &["chrono", "rust_decimal", "serde", "smol_str", "thiserror"],
            room => panic!("{room} is not a room of the house"),
        }
    };
    let members = cargo(&["metadata", "--no-deps", "--format-version", "1"]);
    let members: Value = serde_json::from_str(&members).unwrap();
    let members = members["packages"].as_array().unwrap();
    let rooms: BTreeSet<&str> = members.iter().map(|member| member["name"].as_str().unwrap()).collect();
    let mut climbing = Vec::new();
    for member in members {
        let room = member["name"].as_str().unwrap();
        if room == "etrier-tests" {
            continue;
        }
        for needed in member["dependencies"].as_array().unwrap() {
            let name = needed["name"].as_str().unwrap();
            let judged = rooms.contains(name) || room == "domain" || name.starts_with("tauri");
            let allowed = below(room).contains(&name) || (room == "etrier" && name.starts_with("tauri"));
            if needed["kind"] == Value::Null && judged && !allowed {
                climbing.push(format!("{room} → {name}"));
            }
        }
    }
    assert_none(&climbing, "points the wrong way");
}

#[test]
fn the_tests_stay_in_six_programs() {
    let members = cargo(&["metadata", "--no-deps", "--format-version", "1"]);
    let members: Value = serde_json::from_str(&members).unwrap();
    let ours = members["packages"].as_array().unwrap().iter();
    let targets =
        ours.filter(|member| member["name"] == "etrier-tests").flat_map(|member| member["targets"].as_array().unwrap());
    let programs = targets.filter(|target| target["kind"] == json!(["test"])).count();
    assert!(programs <= 6, "each of {programs} programs links the whole of SQLCipher");
}

#[test]
fn nothing_speaks_to_a_network_on_linux_or_windows() {
    for target in ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc"] {
        for program in ["etrier", "cli"] {
            let tree = cargo(&[
                "tree",
                "--package",
                program,
                "--target",
                target,
                "--edges",
                "normal",
                "--prefix",
                "none",
                "--format",
                "{p}",
            ]);
            let found: BTreeSet<&str> = tree
                .lines()
                .filter_map(|line| line.split_whitespace().next())
                .filter(|name| NETWORK.contains(name))
                .collect();
            assert_eq!(found, BTreeSet::new(), "in {program} for {target}");
        }
    }
}

#[test]
fn the_page_may_ask_for_six_commands_and_events() {
    let folder = root().join("src-tauri/capabilities");
    let files: Vec<PathBuf> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(files, [folder.join("main.json")], "one window, one capability");
    let capability: Value = serde_json::from_str(&read(&files[0])).unwrap();
    assert_eq!(capability["windows"], json!(["main"]));
    assert_eq!(
        capability["permissions"],
        json!([
            "allow-call",
            "allow-bytes",
            "allow-cancel",
            "allow-choose",
            "allow-copied",
            "allow-print",
            "core:event:allow-listen",
            "core:event:allow-unlisten",
            "core:webview:allow-set-webview-zoom"
        ])
    );
}

#[test]
fn the_page_is_shut_in() {
    let settings: Value = serde_json::from_str(&read(&root().join("src-tauri/tauri.conf.json"))).unwrap();
    let app = &settings["app"];
    let csp = app["security"]["csp"].as_str().unwrap();
    assert!(csp.starts_with("default-src 'none'; script-src 'self'; "), "{csp}");
    for open in ["unsafe", "https:", "*", "data:"] {
        assert!(!csp.contains(open), "{open} in {csp}");
    }
    assert_eq!(app["security"]["freezePrototype"], true);
    assert_eq!(app["security"]["assetProtocol"]["enable"], false);
    assert_eq!(app["withGlobalTauri"], false);
    assert!(!settings.to_string().contains("dangerous"));
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn read(file: &Path) -> String {
    std::fs::read_to_string(file).unwrap_or_else(|cause| panic!("{}: {cause}", file.display()))
}

fn name(file: &Path) -> String {
    file.strip_prefix(root()).unwrap().display().to_string()
}

fn names(files: impl IntoIterator<Item = PathBuf>) -> Vec<String> {
    files.into_iter().map(|file| name(&file)).collect()
}

fn assert_none(strays: &[String], what: &str) {
    assert!(strays.is_empty(), "{what}:\n{}", strays.join("\n"));
}

/// Every file of ours with one of these endings, in order.
fn sources(endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join("src-tauri"), root().join("tests"), root().join("ui")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let ending = path.extension().and_then(|ending| ending.to_str());
            if path.is_dir() {
                if !["node_modules", "dist", "gen"].contains(&path.file_name().unwrap().to_str().unwrap()) {
                    folders.push(path);
                }
            } else if ending.is_some_and(|ending| endings.contains(&ending)) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The relative imports of a file that leave the allowed folders.
fn strays_of(file: &Path, allowed: &[PathBuf]) -> Vec<String> {
    let source = without_comments(&read(file));
    let pieces = source.split(['"', '\'']).skip(1).step_by(2);
    let relative = pieces.filter(|piece| piece.starts_with("./") || piece.starts_with("../"));
    relative
        .filter(|import| {
            let target = resolved(file.parent().unwrap(), import);
            !allowed.iter().any(|folder| target.starts_with(folder))
        })
        .map(|import| format!("{}: {import}", name(file)))
        .collect()
}

fn resolved(folder: &Path, import: &str) -> PathBuf {
    let mut target = folder.to_owned();
    for step in import.split('/') {
        match step {
            "." => {}
            ".." => assert!(target.pop()),
            step => target.push(step),
        }
    }
    target
}

/// TypeScript without its comments; a `//` after a colon belongs to an address.
fn without_comments(source: &str) -> String {
    let mut kept = String::new();
    let mut rest = source;
    while let Some(at) = rest.find("/*") {
        kept.push_str(&rest[..at]);
        rest = rest[at..].split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    let line = |line: &str| match line.match_indices("//").find(|(at, _)| !line[..*at].ends_with(':')) {
        Some((at, _)) => line[..at].to_owned(),
        None => line.to_owned(),
    };
    kept.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// The public enums of the domain and the facts of a dossier. Refusals are not
/// words of the trade: `failure.rs` turns them into sentences.
fn words_of_the_domain() -> BTreeSet<String> {
    let mut words = BTreeSet::new();
    let rooms = root().join("src-tauri/crates/domain/src");
    for file in sources(&["rs"]).iter().filter(|file| file.starts_with(&rooms)) {
        let source = read(file);
        for line in source.lines() {
            if let Some(rest) = line.trim_start().strip_prefix("pub enum ") {
                let word = rest.split(|letter: char| !letter.is_alphanumeric()).next().unwrap();
                if !word.ends_with("Refused") && !word.ends_with("Unread") {
                    words.insert(word.to_owned());
                }
            }
        }
        if let Some((_, body)) = source.split_once("pub enum Fact {") {
            let body = body.split("\n}").next().unwrap();
            let payloads = body.lines().filter_map(|line| line.trim().strip_suffix("),")?.split_once('('));
            words.extend(payloads.map(|(_, fact)| fact.to_owned()));
        }
    }
    words
}

/// What cargo answers, without the network; `cargo fetch` brings what it misses.
fn cargo(arguments: &[&str]) -> String {
    let answer = Command::new(env!("CARGO"))
        .args(arguments)
        .args(["--offline", "--locked"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(answer.status.success(), "cargo {arguments:?}: {}", String::from_utf8_lossy(&answer.stderr));
    String::from_utf8(answer.stdout).unwrap()
}
