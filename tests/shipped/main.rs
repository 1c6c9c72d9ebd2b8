//! What leaves with the program: one version everywhere, what it is made of and under which licences, documents
//! whose links and commands hold. What these tests write for the package is in `target/package/`.

mod bill;
mod dependencies;
mod documents;
mod licences;
mod newcomer;
mod unused;
mod version;

use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

fn read(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).unwrap_or_else(|cause| panic!("{name}: {cause}"))
}

/// Leaves a file for the package.
fn leave(name: &str, text: &str) {
    let folder = root().join("target/package");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join(name), text).unwrap();
}

/// What a program answers from the top of the project.
fn said(program: &str, arguments: &[&str]) -> String {
    let answer = Command::new(program).args(arguments).current_dir(root()).output().unwrap();
    assert!(answer.status.success(), "{program} {arguments:?}: {}", String::from_utf8_lossy(&answer.stderr));
    String::from_utf8(answer.stdout).unwrap()
}

/// `etrier-cli` as `cargo test --workspace` and `./check` build it.
fn etrier_cli() -> Command {
    let test = std::env::current_exe().unwrap();
    let program = test.ancestors().nth(2).unwrap().join("etrier-cli");
    assert!(program.exists(), "build it first: cargo build --workspace --bins");
    Command::new(program)
}
