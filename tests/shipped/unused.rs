//! No dependency is there for nothing: each is named in the code of who asks for it.

use std::path::Path;

use serde_json::Value;

use crate::{read, root};

const ROOMS: [&str; 14] = [
    "src-tauri",
    "src-tauri/crates/app",
    "src-tauri/crates/casework",
    "src-tauri/crates/cli",
    "src-tauri/crates/demo",
    "src-tauri/crates/desk",
    "src-tauri/crates/documents",
    "src-tauri/crates/domain",
    "src-tauri/crates/intake",
    "src-tauri/crates/printing",
    "src-tauri/crates/reporting",
    "src-tauri/crates/statements",
    "src-tauri/crates/store",
    "tests",
];

#[test]
fn every_crate_asked_for_is_used() {
    let mut idle = Vec::new();
    for room in ROOMS {
        let code = code(&root().join(room), "rs");
        for name in asked(&read(&format!("{room}/Cargo.toml"))) {
            if !says(&code, &name.replace('-', "_")) {
                idle.push(format!("{room}: {name}"));
            }
        }
    }
    let rooms: String = ROOMS.iter().map(|room| read(&format!("{room}/Cargo.toml"))).collect();
    let all = read("Cargo.toml");
    let all = all.split_once("[workspace.dependencies]").unwrap().1.split("\n[").next().unwrap();
    let listed = all.lines().filter_map(|line| line.split_once(" = ")).map(|(name, _)| name);
    idle.extend(listed.filter(|name| !rooms.contains(&format!("\n{name}.workspace"))).map(str::to_owned));
    assert_eq!(idle, Vec::<String>::new());
}

#[test]
fn every_package_of_the_page_is_used() {
    let asked: Value = serde_json::from_str(&read("ui/package.json")).unwrap();
    let ui = root().join("ui");
    let mut said = code(&ui.join("src"), "ts") + &code(&ui.join("src"), "tsx") + &code(&root().join("tests"), "rs");
    said.push_str(&read("ui/vite.config.ts"));
    said.push_str(&asked["scripts"].to_string().replace("tsc", "typescript").replace("biome", "@biomejs/biome"));
    for kind in ["dependencies", "devDependencies"] {
        for name in asked[kind].as_object().unwrap().keys() {
            assert!(said.contains(name.as_str()), "{name}");
        }
    }
}

/// The names of a manifest's dependencies.
fn asked(manifest: &str) -> Vec<String> {
    let mut within = false;
    let mut found = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            within = line.contains("dependencies");
        } else if within
            && let Some(end) = line.find(['.', ' '])
            && !line.starts_with('#')
        {
            found.push(line[..end].to_owned());
        }
    }
    found
}

fn says(code: &str, name: &str) -> bool {
    let part = |sign: char| sign.is_alphanumeric() || sign == '_';
    code.match_indices(name)
        .any(|(at, _)| !code[..at].ends_with(part) && code[at + name.len()..].starts_with(|sign| !part(sign)))
}

/// All the code of a folder, of what it holds too, but not of another room.
fn code(folder: &Path, ending: &str) -> String {
    let mut all = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !["target", "crates", "gen", "node_modules"].iter().any(|name| path.ends_with(name)) {
            all.push_str(&code(&path, ending));
        } else if path.extension().is_some_and(|found| found == ending) {
            all.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
    all
}
