//! What was copied out of the window does not stay in the clipboard: it is cleared after thirty seconds and when
//! the office is locked, if it is still ours.
//!
//! The page only says that something was copied. The text is read here once, to keep a keyed sum of it in memory;
//! what another program put in the clipboard since has another sum and is left alone. Windows keeps a history of the
//! clipboard and sends it to other computers: there the page leaves the text to the shell, which copies it out of both.

use std::hash::{BuildHasher, RandomState};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use arboard::Clipboard;

use crate::commands::locked;

/// How long a copy stays.
const STAYS: Duration = Duration::from_secs(30);

/// The sum of what was last copied out of the window.
#[derive(Default)]
pub(crate) struct Copied {
    ours: Mutex<Option<u64>>,
    key: RandomState,
}

impl Copied {
    /// Something was just copied out of the window, or is left for the shell to copy.
    pub(crate) fn noted(self: &Arc<Self>, left: Option<String>) {
        // A clipboard that cannot be reached keeps what it had.
        if left.is_some_and(|text| put(text).is_err()) {
            return;
        }
        let Some(sum) = self.sum() else { return };
        *locked(&self.ours) = Some(sum);
        let copied = Arc::clone(self);
        let clearing = thread::Builder::new().name("clipboard".to_owned()).spawn(move || {
            // Waiting on a channel that stays silent is a pause.
            let (_never, wait) = std::sync::mpsc::channel::<()>();
            let _ = wait.recv_timeout(STAYS);
            copied.clear(Some(sum));
        });
        // Without a thread for later, it goes now.
        if clearing.is_err() {
            self.clear(None);
        }
    }

    /// Clears the clipboard if it still holds what was copied out of the window: that copy, or the last one.
    pub(crate) fn clear(&self, copy: Option<u64>) {
        let Some(ours) = *locked(&self.ours) else { return };
        if copy.is_some_and(|copy| copy != ours) {
            return;
        }
        *locked(&self.ours) = None;
        if self.sum() == Some(ours) {
            // A clipboard that cannot be reached now is lost to us.
            let _ = Clipboard::new().and_then(|mut clipboard| clipboard.clear());
        }
    }

    fn sum(&self) -> Option<u64> {
        let text = Clipboard::new().and_then(|mut clipboard| clipboard.get_text()).ok()?;
        Some(self.key.hash_one(text))
    }
}

/// Copies a text that no history and no other computer gets.
#[cfg(windows)]
fn put(text: String) -> Result<(), arboard::Error> {
    use arboard::SetExtWindows;
    Clipboard::new()?.set().exclude_from_history().exclude_from_cloud().exclude_from_monitoring().text(text)
}

/// Copies a text; the page leaves none to the shell here.
#[cfg(not(windows))]
fn put(text: String) -> Result<(), arboard::Error> {
    Clipboard::new()?.set_text(text)
}
