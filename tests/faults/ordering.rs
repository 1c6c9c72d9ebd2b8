//! Files that are no database: what gets its name was synced before, and the name was synced
//! before anything is said to be done. So a power cut shows the former file or the new one.
//!
//! The calls that a life makes to the system are written down by `strace`, then read in order.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use tempfile::TempDir;

use crate::adviser;
use crate::child::Life;
use crate::copies::copy_once;
use crate::refused::has_strace;
use crate::tally::{Tally, quick_folder};

const CALLS: &str = "trace=write,pwrite64,ftruncate,copy_file_range,sendfile,fsync,fdatasync,?rename,?renameat,\
                     ?renameat2,?unlink,?unlinkat,?link,?linkat,?mkdir,?mkdirat";

/// What was asked of the system, as far as a power cut minds.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Asked {
    Wrote(PathBuf),
    Synced(PathBuf),
    Named {
        from: PathBuf,
        to: PathBuf,
    },
    Removed(PathBuf),
    /// A second name of a file that is synced, or a folder.
    Made(PathBuf),
    SaidDone,
}

/// The calls of a line of the trace: `12 fsync(3</a/b>) = 0`.
fn read(line: &str) -> Option<Asked> {
    let call = line.split_once(' ').filter(|(number, _)| number.parse::<u32>().is_ok()).map_or(line, |(_, call)| call);
    let (name, rest) = call.trim_start().split_once('(')?;
    if rest.contains(") = -1 ") {
        return None;
    }
    let opened = || Some(PathBuf::from(rest.split_once('<')?.1.split_once('>')?.0));
    let quoted: Vec<PathBuf> = rest.split('"').skip(1).step_by(2).map(PathBuf::from).collect();
    match name {
        "write" if rest.contains("done ") => Some(Asked::SaidDone),
        "write" | "pwrite64" | "ftruncate" => Some(Asked::Wrote(opened()?)),
        "copy_file_range" => Some(Asked::Wrote(PathBuf::from(rest.split('<').nth(2)?.split_once('>')?.0))),
        "sendfile" => Some(Asked::Wrote(opened()?)),
        "fsync" | "fdatasync" => Some(Asked::Synced(opened()?)),
        "rename" | "renameat" | "renameat2" => {
            Some(Asked::Named { from: quoted.first()?.clone(), to: quoted.get(1)?.clone() })
        }
        "link" | "linkat" => Some(Asked::Made(quoted.last()?.clone())),
        "mkdir" | "mkdirat" => Some(Asked::Made(quoted.first()?.clone())),
        "unlink" => Some(Asked::Removed(quoted.first()?.clone())),
        "unlinkat" => Some(Asked::Removed(opened().unwrap_or_default().join(quoted.first()?))),
        _ => None,
    }
}

fn trace(life: Life, folder: &Path) -> Vec<Asked> {
    let log = folder.with_extension("trace");
    let before = ["strace", "-f", "-qq", "-y", "-o", log.to_str().unwrap(), "-e", CALLS];
    let ended = life.command(folder, &before).stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    assert!(ended.success(), "{life:?}");
    let lines = std::fs::read_to_string(&log).unwrap();
    std::fs::remove_file(&log).unwrap();
    let vault = folder.join("vault");
    let ours = |asked: &Asked| match asked {
        Asked::Wrote(path) | Asked::Removed(path) | Asked::Made(path) => path.starts_with(&vault),
        // The name of the vault itself is in the folder above it.
        Asked::Synced(path) => path.starts_with(&vault) || path == folder,
        Asked::Named { to, .. } => to.starts_with(&vault),
        Asked::SaidDone => true,
    };
    lines.lines().filter_map(read).filter(ours).collect()
}

/// What a power cut could show half of: names given to what was not synced, names not synced when it was said to be
/// done.
fn at_risk(asked: &[Asked]) -> Vec<String> {
    let (mut unsynced, mut unsure) = (BTreeSet::new(), BTreeSet::new());
    let mut found = Vec::new();
    for asked in asked {
        match asked {
            Asked::Wrote(path) => drop(unsynced.insert(path.clone())),
            Asked::Synced(path) => {
                unsynced.remove(path);
                unsure.retain(|to: &PathBuf| to.parent() != Some(path));
            }
            Asked::Removed(path) => {
                unsynced.remove(path);
                unsure.remove(path);
            }
            Asked::Made(path) => drop(unsure.insert(path.clone())),
            Asked::Named { from, to } => {
                let early = unsynced.iter().filter(|path| path.starts_with(from));
                found.extend(early.map(|path| format!("{} was named before it was synced", path.display())));
                unsure.remove(from);
                unsure.insert(to.clone());
            }
            Asked::SaidDone => {
                found.extend(unsure.iter().map(|to| format!("{} was told before its folder was synced", to.display())));
            }
        }
    }
    found
}

fn an_office() -> TempDir {
    let folder = uncopied();
    copy_once(&crate::office::unlock(folder.path()).unwrap().0).unwrap();
    folder
}

/// An office of which no copy was made, with a scan.
fn uncopied() -> TempDir {
    let folder = adviser::an_office(1);
    crate::attachments::attach(&mut crate::erasing::opened(folder.path()).unwrap()).unwrap();
    folder
}

#[test]
fn what_gets_a_name_was_synced_and_its_name_is_before_it_is_told() {
    if !has_strace() {
        return;
    }
    let mut tally = Tally::default();
    for life in
        [Life::Creating, Life::Copying(1), Life::Restoring(2), Life::Rekeying(2), Life::Renewing(1), Life::Attaching(2)]
    {
        let folder = match life {
            Life::Creating => quick_folder(),
            Life::Attaching(_) => adviser::an_office(1),
            Life::Copying(_) => uncopied(),
            _ => an_office(),
        };
        let asked = trace(life, folder.path());
        assert_eq!(at_risk(&asked), Vec::<String>::new(), "{life:?}");
        let named = asked.iter().filter(|asked| matches!(asked, Asked::Named { .. })).count();
        assert!(named > 0, "{life:?} names nothing");
        tally.faults += named as u64;
        // The same without syncs is seen as what it is.
        let folders = |asked: &Asked| matches!(asked, Asked::Synced(path) if path.is_dir());
        let without_folders: Vec<Asked> = asked.iter().filter(|asked| !folders(asked)).cloned().collect();
        assert_ne!(at_risk(&without_folders), Vec::<String>::new(), "{life:?}");
        let files = |asked: &Asked| matches!(asked, Asked::Synced(path) if !path.is_dir());
        let without_files: Vec<Asked> = asked.iter().filter(|asked| !files(asked)).cloned().collect();
        assert_ne!(at_risk(&without_files), Vec::<String>::new(), "{life:?}");
    }
    tally.told("names given, synced before and after", None);
}

#[test]
fn a_trace_is_read() {
    let path = PathBuf::from;
    assert_eq!(read("12 fsync(3</a/b>) = 0"), Some(Asked::Synced(path("/a/b"))));
    assert_eq!(read("12 fsync(3</a/b>) = -1 EIO (Input/output error)"), None);
    let named = Asked::Named { from: path("/a"), to: path("/b") };
    assert_eq!(read(r#"12 rename("/a", "/b") = 0"#), Some(named));
    assert_eq!(read(r#"12 pwrite64(3</a>, "\0\1"..., 4096, 0) = 4096"#), Some(Asked::Wrote(path("/a"))));
    assert_eq!(read(r#"12 linkat(AT_FDCWD</>, "/a", AT_FDCWD</>, "/b", 0) = 0"#), Some(Asked::Made(path("/b"))));
    assert_eq!(read(r#"12 mkdir("/a", 0700) = 0"#), Some(Asked::Made(path("/a"))));
    assert_eq!(read(r#"12 unlinkat(4</a>, "b", 0) = 0"#), Some(Asked::Removed(path("/a/b"))));
}
