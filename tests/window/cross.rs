//! The frame of the window, as a window manager sees it: its cross, which sends a message when it is clicked
//! (ICCCM 4.2.8.1; closing through WebDriver would kill the program instead), and its title.

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, MapState, Window};
use x11rb::rust_connection::RustConnection;

/// Clicks the cross of the window that this process shows on a display.
pub fn click(display: &str, process: u32) {
    let (display, screen) = x11rb::connect(Some(display)).expect("an X display");
    let root = display.setup().roots[screen].root;
    let window = find(&display, root, process).expect("the window of the program");
    close(&display, window);
}

/// Closes the dialog of the system that this process shows over its window; false while it shows none.
pub fn close_dialog(display: &str, process: u32) -> bool {
    let (display, screen) = x11rb::connect(Some(display)).expect("an X display");
    let mut shown = Vec::new();
    find_all(&display, display.setup().roots[screen].root, process, &mut shown);
    let over = atom(&display, "WM_TRANSIENT_FOR");
    let is_dialog = |window: &Window| {
        let asked = display.get_property(false, *window, over, AtomEnum::ANY, 0, 1).expect("a question");
        asked.reply().expect("its answer").value_len > 0
    };
    let dialog = shown.into_iter().find(is_dialog);
    dialog.into_iter().for_each(|dialog| close(&display, dialog));
    dialog.is_some()
}

fn close(display: &RustConnection, window: Window) {
    let delete = atom(display, "WM_DELETE_WINDOW");
    let protocols = atom(display, "WM_PROTOCOLS");
    let message = ClientMessageEvent::new(32, window, protocols, [delete, x11rb::CURRENT_TIME, 0, 0, 0]);
    let sent = display.send_event(false, window, EventMask::NO_EVENT, message).expect("a message");
    // Without the answer the server may see the connection end before the message.
    sent.check().expect("the window took it");
}

/// The title of the window that this process shows on a display.
pub fn title(display: &str, process: u32) -> String {
    let (display, screen) = x11rb::connect(Some(display)).expect("an X display");
    let window = find(&display, display.setup().roots[screen].root, process).expect("the window of the program");
    let name = atom(&display, "_NET_WM_NAME");
    let asked = display.get_property(false, window, name, AtomEnum::ANY, 0, 1_024).expect("a question");
    String::from_utf8(asked.reply().expect("its answer").value).expect("UTF-8")
}

/// The window of a program.
pub fn find(display: &RustConnection, window: Window, process: u32) -> Option<Window> {
    let mut shown = Vec::new();
    find_all(display, window, process, &mut shown);
    shown.first().copied()
}

/// What a program shows, its window first.
fn find_all(display: &RustConnection, window: Window, process: u32, shown: &mut Vec<Window>) {
    let read = |name, kind| {
        let read = display.get_property(false, window, atom(display, name), kind, 0, 1);
        read.ok()?.reply().ok()?.value32()?.next()
    };
    let attributes = display.get_window_attributes(window).ok().and_then(|asked| asked.reply().ok());
    let is_seen = attributes.is_some_and(|found| found.map_state == MapState::VIEWABLE);
    let has_protocols = read("WM_PROTOCOLS", AtomEnum::ATOM).is_some();
    if is_seen && has_protocols && read("_NET_WM_PID", AtomEnum::CARDINAL) == Some(process) {
        return shown.push(window);
    }
    let inside = display.query_tree(window).ok().and_then(|asked| asked.reply().ok());
    for child in inside.map(|found| found.children).unwrap_or_default() {
        find_all(display, child, process, shown);
    }
}

/// The number of a name.
pub fn atom(display: &RustConnection, name: &str) -> u32 {
    let asked = display.intern_atom(false, name.as_bytes()).expect("a question");
    asked.reply().expect("its answer").atom
}
