//! The frame of the window, as a window manager sees it: its cross, which sends a message when it is clicked
//! (ICCCM 4.2.8.1; closing through WebDriver would kill the program instead), and its title.

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, MapState, Window};
use x11rb::rust_connection::RustConnection;

/// Clicks the cross of the window that this process shows on a display.
pub fn click(display: &str, process: u32) {
    let (display, screen) = x11rb::connect(Some(display)).expect("an X display");
    let root = display.setup().roots[screen].root;
    let delete = atom(&display, "WM_DELETE_WINDOW");
    let protocols = atom(&display, "WM_PROTOCOLS");
    let window = find(&display, root, process).expect("the window of the program");
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
    let read = |name, kind| {
        let read = display.get_property(false, window, atom(display, name), kind, 0, 1);
        read.ok()?.reply().ok()?.value32()?.next()
    };
    let attributes = display.get_window_attributes(window).ok()?.reply().ok()?;
    let shown = attributes.map_state == MapState::VIEWABLE && read("WM_PROTOCOLS", AtomEnum::ATOM).is_some();
    if shown && read("_NET_WM_PID", AtomEnum::CARDINAL) == Some(process) {
        return Some(window);
    }
    let inside = display.query_tree(window).ok()?.reply().ok()?.children;
    inside.into_iter().find_map(|child| find(display, child, process))
}

/// The number of a name.
pub fn atom(display: &RustConnection, name: &str) -> u32 {
    let asked = display.intern_atom(false, name.as_bytes()).expect("a question");
    asked.reply().expect("its answer").atom
}
