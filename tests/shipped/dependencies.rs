//! What the programs are made of, by others: crates of the Linux and Windows programs, packages of the page, fonts,
//! and the C libraries that two of the crates carry.
//!
//! Example: `serde`, version, `MIT OR Apache-2.0`, `Erick Tryzelaar, David Tolnay`, its texts.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use base64::Engine;
use serde_json::Value;

use crate::{read, root, said};

/// The computers Étrier is made for.
const TARGETS: [&str; 2] = ["x86_64-unknown-linux-gnu", "x86_64-pc-windows-msvc"];

/// How the names of licence files begin.
const TEXTS: [&str; 6] = ["LICEN", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE", "OFL"];

/// Something made by others that leaves with Étrier.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Dependency {
    pub name: String,
    pub version: String,
    /// An SPDX expression.
    pub licence: String,
    pub authors: String,
    /// Its address among packages, `pkg:cargo/serde@1.0.228`; empty for what is no package.
    pub address: String,
    /// The algorithm and the sum, in hexadecimal.
    pub sum: Option<(&'static str, String)>,
    /// The addresses it needs.
    pub needs: Vec<String>,
    /// Where its licences are written.
    pub texts: Vec<PathBuf>,
}

/// All of them, by name then version.
pub static DEPENDENCIES: LazyLock<Vec<Dependency>> = LazyLock::new(|| {
    let mut found = crates();
    found.extend(packages());
    found.extend(fonts());
    let all: BTreeSet<Dependency> = found.into_iter().collect();
    let mut all: Vec<Dependency> = all.into_iter().collect();
    all.sort_by_key(|one| (one.name.to_lowercase(), one.version.clone()));
    all
});

fn crates() -> Vec<Dependency> {
    let sums = sums();
    let mut found: BTreeMap<String, Dependency> = BTreeMap::new();
    for target in TARGETS {
        let told = metadata(target);
        let by_id = |list: &'static str| -> BTreeMap<&str, &Value> {
            let list = told.pointer(list).unwrap().as_array().unwrap();
            list.iter().map(|one| (one["id"].as_str().unwrap(), one)).collect()
        };
        let (packages, nodes) = (by_id("/packages"), by_id("/resolve/nodes"));
        let ours = |id: &&str| packages[id]["source"].is_null();
        let programs =
            packages.keys().filter(|id| ours(id) && ["etrier", "cli"].contains(&text(packages[*id], "name")));
        let (mut left, mut seen): (Vec<&str>, BTreeSet<&str>) = (programs.copied().collect(), BTreeSet::new());
        while let Some(id) = left.pop() {
            if seen.insert(id) {
                left.extend(needed(nodes[id]));
            }
        }
        for id in seen.iter().filter(|id| !ours(id)) {
            let needs = needed(nodes[id]).into_iter().map(|id| address(packages[id])).collect();
            let one = of_crate(packages[id], needs, &sums);
            found.entry(one.address.clone()).and_modify(|known| known.needs.extend(one.needs.clone())).or_insert(one);
        }
        found.extend(carried(&packages).into_iter().map(|one| (one.name.clone(), one)));
    }
    for one in found.values_mut() {
        one.needs.sort();
        one.needs.dedup();
    }
    found.into_values().collect()
}

/// What is linked into a program, not what builds it.
fn needed(node: &Value) -> Vec<&str> {
    let linked = |one: &&Value| one["dep_kinds"].as_array().unwrap().iter().any(|kind| kind["kind"].is_null());
    node["deps"].as_array().unwrap().iter().filter(linked).map(|one| one["pkg"].as_str().unwrap()).collect()
}

fn of_crate(package: &Value, needs: Vec<String>, sums: &BTreeMap<String, String>) -> Dependency {
    let address = address(package);
    let authors = package["authors"].as_array().unwrap().iter().map(|author| named(author.as_str().unwrap()));
    let authors: Vec<String> = authors.collect();
    let name = text(package, "name").to_owned();
    Dependency {
        authors: if authors.is_empty() { format!("auteurs de {name}") } else { authors.join(", ") },
        version: text(package, "version").to_owned(),
        licence: expression(text(package, "license")),
        sum: sums.get(&address).map(|sum| ("SHA-256", sum.clone())),
        texts: texts(Path::new(text(package, "manifest_path")).parent().unwrap()),
        name,
        address,
        needs,
    }
}

/// The C libraries that two crates carry: `openssl-src` is 300.6.1+3.6.3, `sqlcipher-src` 419.0.6+sqlcipher-4.19.0-sqlite-….
fn carried(packages: &BTreeMap<&str, &Value>) -> Vec<Dependency> {
    let source = |name: &str, within: &str| {
        let package = packages.values().find(|package| text(package, "name") == name).expect(name);
        let folder = Path::new(text(package, "manifest_path")).parent().unwrap().join(within);
        (text(package, "version").split_once('+').unwrap().1.to_owned(), texts(&folder))
    };
    let (openssl, openssl_texts) = source("openssl-src", "openssl");
    let (versions, sqlcipher_texts) = source("sqlcipher-src", "sqlcipher");
    let version = |name: &str| versions.split_once(name).unwrap().1.split('-').next().unwrap().to_owned();
    let one = |name: &str, version: String, licence: &str, authors: &str, texts| Dependency {
        name: name.to_owned(),
        licence: licence.to_owned(),
        authors: authors.to_owned(),
        address: format!("pkg:generic/{}@{version}", name.to_lowercase()),
        version,
        sum: None,
        needs: Vec::new(),
        texts,
    };
    vec![
        one("OpenSSL", openssl, "Apache-2.0", "The OpenSSL Project Authors", openssl_texts),
        one("SQLCipher", version("sqlcipher-"), "BSD-3-Clause", "Zetetic LLC", sqlcipher_texts),
        one("SQLite", version("sqlite-"), "blessing", "SQLite, domaine public", Vec::new()),
    ]
}

/// What the page carries, from its lock file.
fn packages() -> Vec<Dependency> {
    let lock: Value = serde_json::from_str(&read("ui/package-lock.json")).unwrap();
    let all = lock["packages"].as_object().unwrap().iter();
    let carried = all.filter(|(path, one)| !path.is_empty() && one["dev"] != true && one["peer"] != true);
    carried
        .map(|(path, one)| {
            let (name, version) = (path.trim_start_matches("node_modules/"), text(one, "version"));
            let sum = text(one, "integrity").trim_start_matches("sha512-");
            let sum = base64::engine::general_purpose::STANDARD.decode(sum).unwrap();
            Dependency {
                name: name.to_owned(),
                version: version.to_owned(),
                licence: text(one, "license").to_owned(),
                authors: format!("auteurs de {name}"),
                address: format!("pkg:npm/{}@{version}", name.replace('@', "%40")),
                sum: Some(("SHA-512", sum.iter().map(|byte| format!("{byte:02x}")).collect())),
                needs: Vec::new(),
                texts: texts(&root().join("ui").join(path)),
            }
        })
        .collect()
}

/// Étrier Sans and Étrier Serif are made from these.
fn fonts() -> Vec<Dependency> {
    let one = |name: &str, version: &str, text: &str| Dependency {
        name: name.to_owned(),
        version: version.to_owned(),
        licence: "OFL-1.1".to_owned(),
        authors: "Adobe".to_owned(),
        address: format!("pkg:generic/{}@{version}", name.to_lowercase().replace(' ', "-")),
        sum: None,
        needs: Vec::new(),
        texts: vec![root().join("assets/fonts").join(text)],
    };
    vec![one("Source Sans 3", "3.052", "OFL-sans.txt"), one("Source Serif 4", "4.005", "OFL-serif.txt")]
}

fn metadata(target: &str) -> Value {
    let asked = ["metadata", "--format-version", "1", "--filter-platform", target, "--offline", "--locked"];
    serde_json::from_str(&said(env!("CARGO"), &asked)).unwrap()
}

/// The sums of the lock file, by address.
fn sums() -> BTreeMap<String, String> {
    let lock = read("Cargo.lock");
    let field = |block: &str, name: &str| {
        let line = block.lines().find_map(|line| line.strip_prefix(&format!("{name} = \"")))?;
        line.strip_suffix('"').map(str::to_owned)
    };
    let blocks = lock.split("[[package]]");
    let sum = |block| {
        let (name, version) = (field(block, "name")?, field(block, "version")?);
        Some((format!("pkg:cargo/{name}@{version}"), field(block, "checksum")?))
    };
    blocks.filter_map(sum).collect()
}

fn address(package: &Value) -> String {
    format!("pkg:cargo/{}@{}", text(package, "name"), text(package, "version"))
}

fn text<'v>(value: &'v Value, field: &str) -> &'v str {
    value[field].as_str().unwrap_or_else(|| panic!("no {field} in {}", value["name"]))
}

/// An author without an address: `David Tolnay <…>` is David Tolnay.
fn named(author: &str) -> String {
    author.split(['<', '(']).next().unwrap().trim().replace('\'', "’")
}

/// An SPDX expression, whatever stood between its names.
fn expression(licence: &str) -> String {
    licence.split('/').map(str::trim).collect::<Vec<_>>().join(" OR ")
}

/// The licence files of a folder.
fn texts(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap_or_else(|cause| panic!("{}: {cause}", folder.display()));
    let paths = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file());
    let mut found: Vec<PathBuf> = paths
        .filter(|path| {
            let name = path.file_name().unwrap().to_string_lossy().to_uppercase();
            TEXTS.iter().any(|start| name.starts_with(start))
        })
        .collect();
    found.sort();
    found
}
