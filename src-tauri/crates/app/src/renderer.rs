//! A file that strangers made is drawn and read by a process of our own, which can fall or be stopped without the office.
//!
//! The program starts itself again with [`ARGUMENT`]. That process is given the bytes of one file and one question:
//! no environment, no folder, no secret. It may take [`MEMORY`], which the system bounds (Linux, macOS) or which is
//! watched (Windows), and is stopped after [`LONGEST`]. What falls is said as such.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::OnceLock;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use documents::raster::{Pages, RasterError, picture_png, picture_size};
use serde::{Deserialize, Serialize};

use crate::caller::Progress;
use crate::failure::Failure;
use crate::page_texts::{PaperPageText, page_texts};

/// What starts the program as a renderer.
pub const ARGUMENT: &str = "--render";
/// The longest a file is worked at.
const LONGEST: Duration = Duration::from_secs(20);
/// How often it is asked whether the answer is still wanted, and what it takes.
const LOOK: Duration = Duration::from_millis(50);
/// The most memory, in bytes.
const MEMORY: u64 = 512 << 20;
/// The most processor time, in seconds.
#[cfg(unix)]
const PROCESSOR: u64 = 20;
/// The most bytes of an answer.
const ANSWER: u64 = 128 << 20;

/// The program that is started as a renderer; without one, files are read here.
static PROGRAM: OnceLock<PathBuf> = OnceLock::new();

/// What a file is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// Pages.
    Pdf,
    /// A photograph: one page without words.
    Picture,
}

/// Which page is drawn, how large.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drawing {
    /// The page, the first being 0.
    pub place: usize,
    /// Its width in pixels; a photograph is no wider than it is.
    pub width: u32,
}

#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
enum Question {
    Texts,
    FirstText,
    Page(Drawing),
}

/// What the process is told before the bytes.
#[derive(Serialize, Deserialize)]
struct Asked {
    source: Source,
    question: Question,
}

#[derive(Serialize, Deserialize)]
enum Answer {
    Texts(Vec<PaperPageText>),
    Text(String),
    /// The picture follows.
    Png,
    Refused(RasterError),
}

/// Why a file is not shown.
#[derive(Debug)]
pub enum Unshown {
    /// The renderer says so.
    Refused(RasterError),
    /// The renderer fell, or was stopped for what it took.
    Fell,
    /// Nobody waits for it any more.
    Unwanted,
}

impl From<Unshown> for Failure {
    fn from(why: Unshown) -> Self {
        match why {
            Unshown::Refused(refused) => refused.into(),
            Unshown::Unwanted => Self::cancelled(),
            Unshown::Fell => Self::refused(TOO_MUCH),
        }
    }
}

/// What is said of a file that would take the computer to be shown.
pub const TOO_MUCH: &str =
    "Ce fichier ne se montre pas ici : l’ouvrir demanderait trop de mémoire ou de temps. Il est gardé tel quel.";

/// Has files drawn by this very program from now on.
pub fn begin() {
    if let Ok(program) = std::env::current_exe() {
        use_program(program);
    }
}

/// Has files drawn by a program that answers [`ARGUMENT`]; the first one named stays.
pub fn use_program(program: PathBuf) {
    // Named twice, the first one is as good.
    let _ = PROGRAM.set(program);
}

/// The words and the size of each page.
pub fn texts(source: Source, bytes: Vec<u8>, progress: &Progress) -> Result<Vec<PaperPageText>, Unshown> {
    match ask(source, bytes, Question::Texts, progress)? {
        (Answer::Texts(texts), _) => Ok(texts),
        _ => Err(Unshown::Fell),
    }
}

/// The words of the first page.
pub fn first_text(source: Source, bytes: Vec<u8>, progress: &Progress) -> Result<String, Unshown> {
    match ask(source, bytes, Question::FirstText, progress)? {
        (Answer::Text(text), _) => Ok(text),
        _ => Err(Unshown::Fell),
    }
}

/// A page as PNG.
pub fn png(source: Source, bytes: Vec<u8>, drawing: Drawing, progress: &Progress) -> Result<Vec<u8>, Unshown> {
    match ask(source, bytes, Question::Page(drawing), progress)? {
        (Answer::Png, picture) => Ok(picture),
        _ => Err(Unshown::Fell),
    }
}

fn ask(source: Source, bytes: Vec<u8>, question: Question, progress: &Progress) -> Result<(Answer, Vec<u8>), Unshown> {
    let (answer, picture) = match PROGRAM.get() {
        Some(program) => apart(program, &Asked { source, question }, bytes, progress)?,
        None => answer(source, bytes, question),
    };
    if let Answer::Refused(why) = answer { Err(Unshown::Refused(why)) } else { Ok((answer, picture)) }
}

/// Asks a process of our own, which is stopped when it takes too long or is no longer wanted.
fn apart(program: &Path, asked: &Asked, bytes: Vec<u8>, progress: &Progress) -> Result<(Answer, Vec<u8>), Unshown> {
    let mut asked = serde_json::to_vec(asked).map_err(|_| Unshown::Fell)?;
    asked.push(b'\n');
    let mut renderer = started(program).map_err(|_| Unshown::Fell)?;
    let (Some(mut to), Some(from)) = (renderer.stdin.take(), renderer.stdout.take()) else { return Err(Unshown::Fell) };
    let (send, receive) = channel();
    std::thread::spawn(move || {
        // A renderer that fell reads nothing more: its answer tells.
        let _ = to.write_all(&asked).and_then(|()| to.write_all(&bytes));
    });
    std::thread::spawn(move || {
        let mut all = Vec::new();
        let read = from.take(ANSWER).read_to_end(&mut all);
        // Nobody listens once it was stopped.
        let _ = send.send(read.map(|_| all));
    });
    let begun = Instant::now();
    let whole = loop {
        match receive.recv_timeout(LOOK) {
            Ok(read) => break read.map_err(|_| Unshown::Fell),
            Err(RecvTimeoutError::Disconnected) => break Err(Unshown::Fell),
            Err(RecvTimeoutError::Timeout) if progress.still_wanted().is_err() => break Err(Unshown::Unwanted),
            Err(RecvTimeoutError::Timeout) if begun.elapsed() > LONGEST || takes_too_much(&renderer) => {
                break Err(Unshown::Fell);
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
    };
    // One that ended by itself is only waited for.
    let _ = renderer.kill();
    let _ = renderer.wait();
    let whole = whole?;
    let end = whole.iter().position(|byte| *byte == b'\n').ok_or(Unshown::Fell)?;
    let (head, picture) = whole.split_at(end);
    let answer = serde_json::from_slice(head).map_err(|_| Unshown::Fell)?;
    Ok((answer, picture.get(1..).unwrap_or_default().to_vec()))
}

fn started(program: &Path) -> std::io::Result<Child> {
    let mut command = Command::new(program);
    command.arg(ARGUMENT).env_clear().stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    #[cfg(windows)]
    {
        use std::os::windows::process::CommandExt;
        // Windows finds its own libraries by it; the command line would open a console.
        const NO_WINDOW: u32 = 0x0800_0000;
        command.envs(std::env::var_os("SystemRoot").map(|root| ("SystemRoot", root))).creation_flags(NO_WINDOW);
    }
    command.spawn()
}

/// Answers one question about one file, then ends: what the program does when it is started with [`ARGUMENT`].
#[must_use]
pub fn serve() -> ExitCode {
    bound();
    let mut input = Vec::new();
    let answered = std::io::stdin().read_to_end(&mut input).ok().and_then(|_| {
        let end = input.iter().position(|byte| *byte == b'\n')?;
        let bytes = input.split_off(end.saturating_add(1));
        let Asked { source, question } = serde_json::from_slice(&input).ok()?;
        let (answer, picture) = answer(source, bytes, question);
        let mut out = serde_json::to_vec(&answer).ok()?;
        out.push(b'\n');
        out.extend(picture);
        std::io::stdout().write_all(&out).ok()
    });
    if answered.is_some() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

#[cfg(unix)]
fn bound() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    for (what, most) in [(Resource::Data, MEMORY), (Resource::Cpu, PROCESSOR), (Resource::Fsize, 0)] {
        // What the system refuses is bounded by the time.
        let _ = setrlimit(what, Rlimit { current: Some(most), maximum: Some(most) });
    }
}

#[cfg(not(unix))]
fn bound() {}

/// Whether it takes more memory than it may, where nothing bounds it but us.
#[cfg(windows)]
fn takes_too_much(renderer: &Child) -> bool {
    use winsafe::{HPROCESS, co};
    HPROCESS::OpenProcess(co::PROCESS::QUERY_LIMITED_INFORMATION, false, renderer.id())
        .and_then(|process| process.GetProcessMemoryInfo())
        .is_ok_and(|taken| u64::try_from(taken.PrivateUsage).unwrap_or(u64::MAX) > MEMORY)
}

#[cfg(not(windows))]
const fn takes_too_much(_: &Child) -> bool {
    false
}

fn answer(source: Source, bytes: Vec<u8>, question: Question) -> (Answer, Vec<u8>) {
    match answered(source, bytes, question) {
        Ok(answer) => answer,
        Err(why) => (Answer::Refused(why), Vec::new()),
    }
}

fn answered(source: Source, bytes: Vec<u8>, question: Question) -> Result<(Answer, Vec<u8>), RasterError> {
    let without_picture = |answer| Ok((answer, Vec::new()));
    match (source, question) {
        (Source::Pdf, Question::Texts) => without_picture(Answer::Texts(page_texts(&Pages::read(bytes)?)?)),
        (Source::Pdf, Question::FirstText) => without_picture(Answer::Text(Pages::read(bytes)?.text(0)?)),
        (Source::Pdf, Question::Page(asked)) => Ok((Answer::Png, Pages::read(bytes)?.png(asked.place, asked.width)?)),
        (Source::Picture, Question::Texts) => {
            let size = picture_size(&bytes)?;
            let page = PaperPageText { text: String::new(), width: size.width, height: size.height };
            without_picture(Answer::Texts(vec![page]))
        }
        (Source::Picture, Question::FirstText) => without_picture(Answer::Text(String::new())),
        (Source::Picture, Question::Page(Drawing { place: 0, width })) => {
            Ok((Answer::Png, picture_png(&bytes, width)?))
        }
        (Source::Picture, Question::Page(_)) => Err(RasterError::NoSuchPage),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_that_answers_nothing_is_a_file_that_is_not_shown() {
        let asked = Asked { source: Source::Pdf, question: Question::Texts };
        for program in
            ["/nowhere/etrier", if cfg!(windows) { "C:\\Windows\\System32\\where.exe" } else { "/bin/false" }]
        {
            let found = apart(Path::new(program), &asked, b"%PDF-1.7".to_vec(), &Progress::untold());
            assert!(matches!(found, Err(Unshown::Fell)), "{program}");
        }
    }

    #[test]
    fn a_file_nobody_waits_for_is_left() {
        let progress = Progress::untold();
        progress.cancel();
        let asked = Asked { source: Source::Pdf, question: Question::Texts };
        // It answers nothing and never ends by itself.
        let found = apart(Path::new("/usr/bin/yes"), &asked, Vec::new(), &progress);
        assert!(cfg!(not(target_os = "linux")) || matches!(found, Err(Unshown::Unwanted | Unshown::Fell)));
    }
}
