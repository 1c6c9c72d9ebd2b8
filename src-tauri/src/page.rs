//! The process of the page: when it ends by itself, the page is loaded anew where it was.
//!
//! The office stays as it is, open or locked: it is in the desk, whose automatic lock goes on. What was being typed
//! is in its drafts.

use std::cell::RefCell;
use std::time::{Duration, Instant};

use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt, MessageDialogKind};
use webkit2gtk::{WebProcessTerminationReason, WebView, WebViewExt};

/// What the address of a page loaded anew carries, so that it says what happened: `?retour`.
const RETURNED: &str = "?retour";
/// What is said when it is loaded no more.
const STOPPED: &str = "Étrier ne parvient plus à montrer ses pages. Ce que vous avez enregistré est intact. \
    Fermez la fenêtre, puis rouvrez Étrier.";
/// Ends of the process within this time follow from one another.
const IN_A_ROW: Duration = Duration::from_secs(60);

/// How a page whose process ended is loaded again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Return {
    /// Where it was.
    There,
    /// At its first screen: the one it was at ends it again.
    First,
    /// Not any more: it ends everywhere.
    Never,
}

/// Loads the page of a window anew whenever its process ends by itself.
pub(crate) fn watch(view: &WebView, app: AppHandle) {
    let ends: RefCell<Vec<Instant>> = RefCell::default();
    view.connect_web_process_terminated(move |view, reason| {
        if !matches!(reason, WebProcessTerminationReason::Crashed | WebProcessTerminationReason::ExceededMemoryLimit) {
            return;
        }
        let mut ends = ends.borrow_mut();
        ends.push(Instant::now());
        let address = view.uri().unwrap_or_default();
        match returned(&address, way(&ends)) {
            Some(address) => view.load_uri(&address),
            None => app.dialog().message(STOPPED).title("Étrier").kind(MessageDialogKind::Error).show(|_| {}),
        }
    });
}

fn way(ends: &[Instant]) -> Return {
    let Some(last) = ends.last() else { return Return::There };
    match ends.iter().filter(|end| last.saturating_duration_since(**end) < IN_A_ROW).count() {
        0 | 1 => Return::There,
        2..5 => Return::First,
        _ => Return::Never,
    }
}

/// `tauri://localhost/#/bilan` comes back as `tauri://localhost/?retour#/bilan`.
fn returned(address: &str, way: Return) -> Option<String> {
    let (page, screen) = address.split_once('#').unwrap_or((address, ""));
    let page = page.split_once('?').map_or(page, |(page, _)| page);
    match way {
        Return::There if !screen.is_empty() => Some(format!("{page}{RETURNED}#{screen}")),
        Return::There | Return::First => Some(format!("{page}{RETURNED}")),
        Return::Never => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_comes_back_where_it_was_and_says_so() {
        let page = "tauri://localhost/";
        let there = |address: &str| returned(address, Return::There).unwrap();
        assert_eq!(there("tauri://localhost/#/dossiers/12/budget"), format!("{page}?retour#/dossiers/12/budget"));
        assert_eq!(there("tauri://localhost/?retour#/bilan"), format!("{page}?retour#/bilan"));
        assert_eq!(there(page), format!("{page}?retour"));
    }

    #[test]
    fn a_page_that_ends_again_and_again_comes_back_at_its_first_screen_then_not_at_all() {
        let start = Instant::now();
        let ends = |seconds: &[u64]| -> Vec<Instant> {
            seconds.iter().map(|after| start + Duration::from_secs(*after)).collect()
        };
        assert_eq!(way(&ends(&[0])), Return::There);
        assert_eq!(way(&ends(&[0, 300])), Return::There);
        assert_eq!(way(&ends(&[0, 10])), Return::First);
        assert_eq!(way(&ends(&[0, 5, 10, 15, 20])), Return::Never);
        assert_eq!(returned("tauri://localhost/#/bilan", Return::First).unwrap(), "tauri://localhost/?retour");
        assert_eq!(returned("tauri://localhost/#/bilan", Return::Never), None);
    }
}
