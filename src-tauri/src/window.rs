//! The one window: where the office is, what the page may do, what is wiped.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use desk::running::Running;
use desk::{Desk, Place, disk};
use tauri::utils::config::FrontendDist;
use tauri::webview::NewWindowResponse;
use tauri::{App, AppHandle, Manager, Url, WebviewWindowBuilder};

use crate::arguments::Arguments;
use crate::clock::Clock;
use crate::closing;
use crate::commands::{self, Shell};
use crate::copying;
use crate::dropped;
use crate::idle;
#[cfg(target_os = "linux")]
use crate::page;

/// What one run keeps for itself, inside the office's folder: the webview's files, papers opened outside.
const RUNS: &str = "runs";
/// The file that tells a running window's folder from one left behind.
const HELD: &str = "held";
/// What the engine of Windows does of its own and is not wanted: asking whether an address is known, looking for news of
/// itself, reporting what fell. The first three are the toolkit's own.
const ENGINE: &str = "--disable-features=msWebOOUI,msPdfOOUI,msSmartScreenProtection \
                      --disable-background-networking --disable-component-update --disable-domain-reliability \
                      --disable-breakpad";
/// What the title ends with when the office is beside the program.
const ON_A_STICK: &str = " – sur cette clé";

/// Opens the window and stays until it is closed.
#[expect(clippy::disallowed_types, reason = "the toolkit's generated context holds a map of its own")]
pub(crate) fn run(arguments: &Arguments) -> Result<(), String> {
    #[cfg(target_os = "linux")]
    check_display()?;
    #[cfg(windows)]
    check_webview()?;
    let place = Place::found(arguments.office.clone())
        .ok_or("Étrier ne trouve pas votre dossier personnel. Indiquez-en un avec --office DOSSIER.")?;
    let office = place.folder();
    let (private, held) = private_folder(office).map_err(|cause| {
        format!("Étrier ne peut pas écrire dans {} : {cause}. Rien n’a été changé.", office.display())
    })?;
    let desk = Running::start(new_desk(office, &private, arguments.office.is_some()))
        .map_err(|cause| format!("Étrier n’a pas pu démarrer : {cause}."))?;
    let shell = Arc::new(Shell::new(desk, Clock::started(arguments.today)));
    let (wiped, mut held) = (private.clone(), Some(held));
    let builder = tauri::Builder::default().plugin(tauri_plugin_dialog::init());
    // A folder given by hand, or on a stick, may be open beside the user's own: its lock file alone guards it.
    let builder = match place {
        Place::Own(_) => builder.plugin(tauri_plugin_single_instance::init(|app, _, _| show(app))),
        Place::Given(_) | Place::Portable(_) => builder,
    };
    let mut context = tauri::generate_context!();
    if let Some(page) = page_in_development() {
        context.config_mut().build.frontend_dist = Some(FrontendDist::Url(page));
    }
    let app = builder
        .manage(Arc::clone(&shell))
        .invoke_handler(tauri::generate_handler![
            commands::call,
            commands::bytes,
            commands::cancel,
            commands::choose,
            commands::copied,
            commands::print
        ])
        .setup(move |app| open(app, &shell, &place, &private))
        .build(context)
        .map_err(|cause| format!("Étrier n’a pas pu ouvrir sa fenêtre : {cause}."))?;
    app.run(move |app, event| {
        if let tauri::RunEvent::Exit = event {
            let shell = app.state::<Arc<Shell>>();
            idle::lock_now(app, &shell);
            copying::wait(&shell);
            // What is left is wiped at the next start.
            drop(held.take());
            let _ = disk::remove_folder(&wiped);
        }
    });
    Ok(())
}

fn open(app: &mut App, shell: &Arc<Shell>, place: &Place, private: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let suffix = match place {
        Place::Portable(_) => ON_A_STICK,
        Place::Given(_) | Place::Own(_) => "",
    };
    let config = app.config().app.windows.first().cloned().ok_or("no window in the configuration")?;
    let window = WebviewWindowBuilder::from_config(app.handle(), &config)?
        .data_directory(private.join("webview"))
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        // A title that cannot be shown leaves the last one.
        .on_document_title_changed(move |window, title| drop(window.set_title(&format!("{title}{suffix}"))))
        .zoom_hotkeys_enabled(true)
        .general_autofill_enabled(false)
        .additional_browser_args(ENGINE)
        .build()?;
    #[cfg(target_os = "linux")]
    {
        let handle = app.handle().clone();
        window.with_webview(|view| {
            settle(&view.inner());
            page::watch(&view.inner(), handle);
        })?;
    }
    let (closed, asked) = (window.clone(), Arc::clone(shell));
    window.on_window_event(move |event| {
        if let tauri::WindowEvent::CloseRequested { api, .. } = event {
            closing::asked(closed.clone(), &asked, api);
        } else if let tauri::WindowEvent::DragDrop(event) = event {
            dropped::heard(&closed, &asked, event);
        }
    });
    idle::watch(app.handle().clone(), shell)?;
    #[cfg(target_os = "linux")]
    watch_sleep(app.handle().clone(), shell)?;
    Ok(())
}

/// The page is painted without a graphics card: forms and tables move nothing, and where there is no card what plays one
/// takes half as much memory again and most of the time until something is seen.
///
/// It has no storage of its own either: WebKit would name its origin in the private folder after the program has ended,
/// once that folder is wiped.
#[cfg(target_os = "linux")]
fn settle(view: &webkit2gtk::WebView) {
    use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};
    if let Some(settings) = view.settings() {
        settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        settings.set_enable_html5_local_storage(false);
        settings.set_enable_html5_database(false);
    }
}

#[cfg(target_os = "linux")]
fn watch_sleep(app: AppHandle, shell: &Arc<Shell>) -> std::io::Result<()> {
    let shell = Arc::downgrade(shell);
    crate::sleep::watch(move || {
        if let Some(shell) = shell.upgrade() {
            idle::lock(&app, &shell, idle::Reason::Suspend, None);
        }
    })
}

/// Only the application's own pages, wherever the toolkit serves them from.
fn is_ours(address: &Url) -> bool {
    let local = matches!(address.host_str(), Some("localhost" | "tauri.localhost"));
    (address.scheme() == "tauri" && local)
        || (matches!(address.scheme(), "http" | "https") && address.host_str() == Some("tauri.localhost"))
        || page_in_development().is_some_and(|page| page.origin() == address.origin())
}

/// The page being worked on, in place of the program's own: `./run dev --window`. What ships has none.
fn page_in_development() -> Option<Url> {
    let address = cfg!(debug_assertions).then(|| std::env::var("ETRIER_PAGE").ok())?;
    Url::parse(&address?).ok()
}

/// A second start shows the window that is already open.
fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        // A window that cannot be raised is still there to be clicked.
        let _ = window.unminimize().and_then(|()| window.set_focus());
    }
}

/// The desk of an office. The smallest cost is never for the user's own: only for one that was named, in a program that
/// is being worked on.
fn new_desk(office: &Path, private: &Path, is_named: bool) -> Desk {
    let desk = Desk::at(office).opening_in(private.join("opened"));
    let smallest =
        cfg!(debug_assertions) && is_named && std::env::var_os("ETRIER_KDF").is_some_and(|cost| cost == "smallest");
    if smallest { desk.with_smallest_keys() } else { desk }
}

/// A fresh private folder for one run, held as long as the program runs.
///
/// What an earlier run left is wiped; what another running window holds is left alone.
fn private_folder(office: &Path) -> std::io::Result<(PathBuf, File)> {
    let all = office.join(RUNS);
    std::fs::create_dir_all(&all)?;
    for left in std::fs::read_dir(&all)?.flatten() {
        let held = File::open(left.path().join(HELD)).is_ok_and(|held| held.try_lock().is_err());
        if !held {
            // What cannot be removed now goes at the next start.
            let _ = disk::remove_folder(left.path());
        }
    }
    let own = all.join(std::process::id().to_string());
    disk::make_new_folder(&own)?;
    disk::close_to_others(&own);
    let held = File::create(own.join(HELD))?;
    held.lock()?;
    Ok((own, held))
}

#[cfg(target_os = "linux")]
fn check_display() -> Result<(), String> {
    let there = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    if there("DISPLAY") || there("WAYLAND_DISPLAY") {
        return Ok(());
    }
    Err("Étrier a besoin d’un écran : aucun n’est disponible ici. Sans écran, utilisez etrier-cli.".to_owned())
}

/// Windows draws the page with a part of its own: every Windows 11 has it, some Windows 10 lack it.
#[cfg(windows)]
fn check_webview() -> Result<(), String> {
    tauri::webview_version().map(drop).map_err(|_| {
        "Étrier ne peut pas ouvrir sa fenêtre\u{202f}: il manque à cet ordinateur le composant de Microsoft qui \
         l’affiche, «\u{202f}WebView2 Runtime\u{202f}». Vos dossiers sont intacts.\n\nDemandez au service informatique de \
         l’installer (l’installateur autonome de Microsoft se passe de réseau), puis rouvrez Étrier."
            .to_owned()
    })
}
