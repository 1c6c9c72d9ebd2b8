//! What lies on the disk: a verified copy beside a plain one, the program and its package beside the empty window's.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;

use crate::office::{Bench, once};
use crate::process;
use crate::table::{Goal, Pairs, Row};
use crate::window::empty_window;
use crate::{built, target};

const PACKAGE: &str = "the package";
const AT_MOST: Goal = Goal::AtMost(2.5);

/// The copy, the program, the package.
pub fn rows() -> Vec<Row> {
    let (ours, empty) = (built().join("etrier"), empty_window());
    let beside = ("empty window", "MB");
    let program = Row::sizes("the program, stripped", beside, (megabytes(&ours), megabytes(&empty)), AT_MOST);
    vec![copy(), program, package(&empty)]
}

/// Both end on the disk; a temporary folder may be in memory.
fn copy() -> Row {
    let folder = tempfile::tempdir_in(target()).unwrap();
    let office = folder.path().join("office");
    let mut bench = Bench::of(&office, 20_000);
    let database = office.join("vault/generation-000001/office.db");
    let aside = folder.path().join("aside.db");
    let plain = || {
        once(|| {
            fs::copy(&database, &aside).unwrap();
            File::open(&aside).unwrap().sync_all().unwrap();
        })
        .0
    };
    let pairs = Pairs::measured(7, plain, || once(|| drop(bench.call("copy_here", json!({})))).0);
    let what = format!("a copy of 20 000 dossiers ({:.0} MB) taken and verified", megabytes(&database));
    Row::paired(&what, ("the file copied to the disk", "ms"), &pairs, Goal::AtMost(15.0))
}

/// The package that `./check package` built last, beside one that holds the empty window alone.
fn package(empty: &Path) -> Row {
    let built: Vec<PathBuf> =
        fs::read_dir(target().join("package")).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    let Some(ours) = built.into_iter().find(|file| file.extension().is_some_and(|ending| ending == "deb")) else {
        return Row::unmeasured(PACKAGE, "≤ 2.5 ×", "`./check package` has not built it");
    };
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("root");
    for inside in ["DEBIAN", "usr/bin"] {
        fs::create_dir_all(root.join(inside)).unwrap();
    }
    fs::copy(empty, root.join("usr/bin/empty-window")).unwrap();
    let control = "Package: empty-window\nVersion: 1\nArchitecture: all\nMaintainer: nobody\nDescription: a window\n";
    fs::write(root.join("DEBIAN/control"), control).unwrap();
    let theirs = folder.path().join("empty.deb");
    process::run(Command::new("dpkg-deb").args(["--root-owner-group", "-Zxz", "--build"]).args([&root, &theirs]));
    let sizes = (megabytes(&ours), megabytes(&theirs));
    Row::sizes("the package, with the command line, manuals and licences", ("empty window", "MB"), sizes, AT_MOST)
}

fn megabytes(file: &Path) -> f64 {
    fs::metadata(file).unwrap().len() as f64 / 1e6
}
