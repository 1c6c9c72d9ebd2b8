//! What the system says of a process and of those it began: memory, processor, end.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// A process and all it began, however deep.
pub fn tree(root: u32) -> Vec<u32> {
    let mut all = vec![root];
    let mut at = 0;
    while let Some(process) = all.get(at) {
        let threads = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
        let begun: String =
            threads.map(|thread| fs::read_to_string(thread.path().join("children")).unwrap_or_default()).collect();
        all.extend(begun.split_whitespace().filter_map(|child| child.parse::<u32>().ok()));
        at += 1;
    }
    all
}

/// The tree of a program that this process began, itself or through another.
pub fn tree_of(program: &Path) -> Vec<u32> {
    let program = program.canonicalize().unwrap();
    let begun = tree(std::process::id());
    let root = begun
        .into_iter()
        .find(|process| fs::read_link(format!("/proc/{process}/exe")).is_ok_and(|file| file == program));
    tree(root.unwrap_or_else(|| panic!("{} does not run", program.display())))
}

/// The memory of these processes in MB, what they share with others counted in part (PSS).
pub fn memory(processes: &[u32]) -> f64 {
    let of = |process: &u32| {
        let read = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
        let line = read.lines().find_map(|line| line.strip_prefix("Pss:"));
        line.map_or(0.0, |line| line.trim().trim_end_matches(" kB").parse::<f64>().unwrap())
    };
    processes.iter().map(of).sum::<f64>() / 1024.0
}

/// Milliseconds these processes have run on a processor.
pub fn processor(processes: &[u32]) -> f64 {
    let of = |process: &u32| {
        let threads = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
        let nanoseconds = threads.filter_map(|thread| {
            let read = fs::read_to_string(thread.path().join("schedstat")).ok()?;
            read.split_whitespace().next()?.parse::<f64>().ok()
        });
        nanoseconds.sum::<f64>()
    };
    processes.iter().map(of).sum::<f64>() / 1e6
}

/// Runs a command and gives the milliseconds of processor that it and all it began took (user and system).
pub fn processor_of(command: &mut Command) -> f64 {
    let before = ended();
    run(command);
    ended() - before
}

/// Milliseconds of processor of the processes that this one began and that have ended, to the hundredth of a second.
fn ended() -> f64 {
    let read = fs::read_to_string("/proc/self/stat").unwrap();
    let after_name = read.rsplit_once(") ").unwrap().1;
    // cutime and cstime, in hundredths of a second (proc(5)).
    after_name.split_whitespace().skip(13).take(2).map(|ticks| ticks.parse::<f64>().unwrap() * 10.0).sum()
}

/// Runs a command to its end.
pub fn run(command: &mut Command) {
    let done = command.output().unwrap_or_else(|cause| panic!("{command:?}: {cause}"));
    assert!(done.status.success(), "{command:?}: {}", String::from_utf8_lossy(&done.stderr));
}

/// Whether a program is there.
pub fn is_there(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok_and(|said| said.status.success())
}

/// Ends these processes at once.
pub fn end(processes: &[u32]) {
    let named = processes.iter().map(u32::to_string);
    // One that has ended by itself is what is wanted.
    let _ = Command::new("kill").arg("-KILL").args(named).output();
}

#[expect(clippy::disallowed_methods, reason = "another process tells nobody what it does")]
pub fn pause(time: Duration) {
    std::thread::sleep(time);
}
