//! Files dropped on the window: their paths stay here, the page hears of handles and names.

use tauri::{DragDropEvent, Emitter, WebviewWindow};

use crate::commands::{Chosen, Shell};

/// Tells the page that files are held over the window, or that they were let go on it.
pub(crate) fn heard(window: &WebviewWindow, shell: &Shell, event: &DragDropEvent) {
    let told = if let DragDropEvent::Drop { paths, .. } = event {
        let files: Vec<Chosen> = paths.iter().map(|path| shell.offer(path.clone())).collect();
        window.emit("dropped", files)
    } else if let DragDropEvent::Enter { .. } = event {
        window.emit("dragging", true)
    } else if let DragDropEvent::Leave = event {
        window.emit("dragging", false)
    } else {
        Ok(())
    };
    // A window that is closing hears nothing.
    drop(told);
}
