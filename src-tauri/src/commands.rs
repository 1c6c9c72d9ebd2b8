//! The six commands the page may call: a call, its bytes, its cancellation, a native dialog, word of a copy, the printer.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
#[cfg(not(windows))]
use std::time::Duration;

use desk::running::Running;
use desk::{Caller, Failure, Files, Outside, Progress, Viewer};
use directories::UserDirs;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tauri::ipc::{Channel, JavaScriptChannelId, Response};
use tauri::{Manager, State, WebviewWindow};
use tauri_plugin_dialog::DialogExt;

use crate::clipboard::Copied;
use crate::clock::Clock;
use crate::closing::Closing;
use crate::copying::{self, Copying};
use crate::idle::Idle;

/// What every command has at hand.
pub(crate) struct Shell {
    pub(crate) desk: Running,
    pub(crate) clock: Clock,
    pub(crate) idle: Idle,
    pub(crate) closing: Closing,
    pub(crate) copied: Arc<Copied>,
    pub(crate) copying: Copying,
    outside: Outside,
    runs: Mutex<BTreeMap<String, Arc<Progress>>>,
    chosen: AtomicU64,
}

/// A step of a long call, as the page hears it.
#[derive(Clone, Copy, Serialize)]
pub(crate) struct Step {
    done: u32,
    of: u32,
}

/// A file that was chosen, without its path.
#[derive(Clone, Serialize)]
pub(crate) struct Chosen {
    handle: String,
    name: String,
}

/// The native dialogs.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Dialog {
    /// Where a PDF is to be saved.
    SavePdf,
    /// Where a spreadsheet is to be saved as text.
    SaveCsv,
    /// Where a workbook is to be saved.
    SaveXlsx,
    /// Where a file of a dossier is to be saved, under the ending it has.
    SaveFile,
    /// The files to attach to a dossier.
    OpenFiles,
    /// A folder of copies.
    OpenFolder,
}

impl Dialog {
    /// What people call the kind of file, and its ending; nothing where every file may be, and for a folder.
    fn file(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::SavePdf => Some(("PDF", "pdf")),
            Self::SaveCsv => Some(("CSV", "csv")),
            Self::SaveXlsx => Some(("Classeur", "xlsx")),
            // A file that is not kept is refused with its reason, which says more than not being offered.
            Self::SaveFile | Self::OpenFiles | Self::OpenFolder => None,
        }
    }
}

impl Shell {
    pub(crate) fn new(desk: Running, clock: Clock) -> Self {
        let outside = Outside { files: Arc::new(Files::default()), viewer: Arc::new(SystemViewer) };
        let (runs, chosen) = (Mutex::default(), AtomicU64::new(0));
        Self {
            desk,
            clock,
            idle: Idle::default(),
            closing: Closing::default(),
            copied: Arc::default(),
            copying: Copying::default(),
            outside,
            runs,
            chosen,
        }
    }

    /// The caller of a call that nobody follows.
    pub(crate) fn caller(&self) -> Caller {
        self.followed(Progress::untold())
    }

    /// Keeps a chosen path under a handle.
    pub(crate) fn offer(&self, path: PathBuf) -> Chosen {
        self.offered(path, |handle, path| self.outside.files.offer(handle, path))
    }

    /// Keeps a path chosen to save, under a handle. The dialog asked before it named a file that is there; a name
    /// that was completed since was never asked about.
    fn offer_to_save(&self, path: PathBuf, name: &str) -> Chosen {
        let whole = ended(path.clone(), name);
        if whole == path {
            self.offered(path, |handle, path| self.outside.files.offer_over(handle, path))
        } else {
            self.offer(whole)
        }
    }

    fn offered(&self, path: PathBuf, keep: impl FnOnce(&str, PathBuf)) -> Chosen {
        let handle = format!("file-{}", self.chosen.fetch_add(1, Ordering::Relaxed));
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        keep(&handle, path);
        Chosen { handle, name }
    }

    fn followed(&self, progress: Progress) -> Caller {
        Caller { moment: self.clock.moment(), outside: self.outside.clone(), progress: Arc::new(progress) }
    }
}

/// How a long call is followed: the name it is cancelled by, and where its steps are told.
#[derive(Deserialize)]
pub(crate) struct Follow {
    run: String,
    progress: JavaScriptChannelId,
}

/// Makes a call; a long one may be followed.
#[tauri::command]
pub(crate) async fn call(
    shell: State<'_, Arc<Shell>>,
    window: WebviewWindow,
    name: String,
    input: Value,
    follow: Option<Follow>,
) -> Result<Value, Failure> {
    let shell = Arc::clone(&shell);
    shell.idle.touched(&shell.clock);
    let (run, progress) = match follow {
        Some(follow) => (Some(follow.run), told_to(follow.progress.channel_on(window.as_ref().clone()))),
        None => (None, Progress::untold()),
    };
    let caller = shell.followed(progress);
    if let Some(run) = &run {
        locked(&shell.runs).insert(run.clone(), Arc::clone(&caller.progress));
    }
    aside(move || {
        let answer = shell.desk.call(&name, input, caller);
        if let Some(run) = run {
            locked(&shell.runs).remove(&run);
        }
        if answer.is_ok() {
            copying::after(&name, window.app_handle(), &shell);
        }
        if name == "lock" {
            shell.copied.clear(None);
            shell.closing.locked();
        }
        answer
    })
    .await
}

/// Makes a call whose answer is bytes.
#[tauri::command]
pub(crate) async fn bytes(shell: State<'_, Arc<Shell>>, name: String, input: Value) -> Result<Response, Failure> {
    let shell = Arc::clone(&shell);
    shell.idle.touched(&shell.clock);
    aside(move || shell.desk.bytes(&name, input, shell.caller()).map(Response::new)).await
}

/// Asks a long call to stop; one that is over is left alone.
#[tauri::command]
pub(crate) fn cancel(shell: State<'_, Arc<Shell>>, run: String) {
    if let Some(progress) = locked(&shell.runs).get(&run) {
        progress.cancel();
    }
}

/// Hears that something was copied out of the page, or is to be.
#[tauri::command]
pub(crate) async fn copied(shell: State<'_, Arc<Shell>>, text: Option<String>) -> Result<(), Failure> {
    let copied = Arc::clone(&shell.copied);
    aside(move || {
        copied.noted(text);
        Ok(())
    })
    .await
}

/// Opens a native dialog and gives back handles, never a path; none when the person gave up.
#[tauri::command]
pub(crate) async fn choose(
    shell: State<'_, Arc<Shell>>,
    window: WebviewWindow,
    kind: Dialog,
    name: String,
) -> Result<Vec<Chosen>, Failure> {
    let shell = Arc::clone(&shell);
    aside(move || {
        let dialog = window.dialog().file().set_parent(&window);
        let dialog = match kind.file() {
            Some((title, ending)) => dialog.add_filter(title, &[ending]),
            None => dialog,
        };
        let papers = UserDirs::new().and_then(|folders| folders.document_dir().map(Path::to_owned));
        let dialog = match papers {
            Some(folder) => dialog.set_directory(folder),
            None => dialog,
        };
        let chosen = match kind {
            Dialog::OpenFiles => dialog.blocking_pick_files().unwrap_or_default(),
            Dialog::OpenFolder => dialog.blocking_pick_folder().into_iter().collect(),
            Dialog::SavePdf | Dialog::SaveCsv | Dialog::SaveXlsx | Dialog::SaveFile => {
                dialog.set_file_name(&name).blocking_save_file().into_iter().collect()
            }
        };
        let paths = chosen.into_iter().filter_map(|file| file.into_path().ok());
        let offered = |path| match kind {
            Dialog::OpenFiles | Dialog::OpenFolder => shell.offer(path),
            Dialog::SavePdf | Dialog::SaveCsv | Dialog::SaveXlsx | Dialog::SaveFile => shell.offer_to_save(path, &name),
        };
        Ok(paths.map(offered).collect())
    })
    .await
}

/// Opens the system's print dialog on what the page shows for it.
#[tauri::command]
pub(crate) async fn print(window: WebviewWindow) -> Result<(), Failure> {
    window.print().map_err(|_| Failure::not_printed())
}

/// What a lock holds, whoever stopped in the middle of it.
pub(crate) fn locked<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The path with the ending of the name that was proposed, when it has none of its own.
fn ended(path: PathBuf, name: &str) -> PathBuf {
    match Path::new(name).extension() {
        Some(ending) if path.extension().is_none() => path.with_extension(ending),
        Some(_) | None => path,
    }
}

/// Does a blocking piece of work without holding the window.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> Result<T, Failure> + Send + 'static) -> Result<T, Failure> {
    tauri::async_runtime::spawn_blocking(work).await.unwrap_or_else(|_| Err(Failure::broken("fil")))
}

fn told_to(channel: Channel<Step>) -> Progress {
    // A page that is gone hears nothing.
    Progress::told_to(move |done, of| drop(channel.send(Step { done, of })))
}

/// The viewer the system opens PDF files with.
struct SystemViewer;

/// How long the system is given to say that it has none: `xdg-open` looks for seven tenths of a second.
#[cfg(not(windows))]
const NO_VIEWER: Duration = Duration::from_secs(1);

impl Viewer for SystemViewer {
    #[cfg(not(windows))]
    fn show(&self, file: &Path) -> std::io::Result<()> {
        open::that_detached_with_timeout(file, NO_VIEWER)
    }

    #[cfg(windows)]
    fn show(&self, file: &Path) -> std::io::Result<()> {
        open::that_detached(file)
    }
}
