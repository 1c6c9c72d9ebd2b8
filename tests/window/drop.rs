//! Files let go on the window by another program, which WebDriver cannot do: the drag and drop of X11 (XDND 5), as a
//! file manager speaks it.

use std::time::{Duration, Instant};

use x11rb::connection::Connection;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    AtomEnum, ClientMessageEvent, ConnectionExt, CreateWindowAux, EventMask, PropMode, SELECTION_NOTIFY_EVENT,
    SelectionNotifyEvent, SelectionRequestEvent, Window, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use crate::cross::{atom, find};

/// Lets files go in the middle of the window of a program.
pub fn let_go(display: &str, process: u32, files: &[String]) {
    let (display, screen) = x11rb::connect(Some(display)).expect("an X display");
    let root = &display.setup().roots[screen];
    let target = find(&display, root.root, process).expect("the window of the program");
    let source = display.generate_id().expect("a number");
    let plain = CreateWindowAux::new();
    let made = display.create_window(0, source, root.root, 0, 0, 1, 1, 0, WindowClass::INPUT_OUTPUT, 0, &plain);
    made.expect("a window").check().expect("a window to drag from");
    let uris: String = files.iter().map(|file| format!("file://{}\r\n", file.replace(' ', "%20"))).collect();
    let hand = Hand { display, source, target, uris };
    hand.carry();
}

/// What holds the files.
struct Hand {
    display: RustConnection,
    source: Window,
    target: Window,
    uris: String,
}

impl Hand {
    fn carry(&self) {
        let selection = self.atom("XdndSelection");
        self.display.set_selection_owner(self.source, selection, x11rb::CURRENT_TIME).expect("the selection is ours");
        let size = self.display.get_geometry(self.target).unwrap().reply().unwrap();
        let place = self.display.translate_coordinates(self.target, size.root, 0, 0).unwrap().reply().unwrap();
        let middle = |start: i16, length: u16| u32::from(start.unsigned_abs()) + u32::from(length) / 2;
        let at = middle(place.dst_x, size.width) << 16 | middle(place.dst_y, size.height);
        self.tell("XdndEnter", [self.source, 5 << 24, self.atom("text/uri-list"), 0, 0]);
        let copy = self.atom("XdndActionCopy");
        // The webview looks at what is held before it says that it takes it.
        let over = || self.tell("XdndPosition", [self.source, 0, at, x11rb::CURRENT_TIME, copy]);
        self.wait_for("XdndStatus", over, |data| data[1] & 1 == 1);
        self.tell("XdndDrop", [self.source, 0, x11rb::CURRENT_TIME, 0, 0]);
        self.wait_for("XdndFinished", || (), |_| true);
    }

    /// Gives the files to who asks, until the window answers; does something again meanwhile.
    fn wait_for(&self, name: &str, again: impl Fn(), is_it: impl Fn([u32; 5]) -> bool) {
        let (wanted, end) = (self.atom(name), Instant::now() + Duration::from_secs(20));
        while Instant::now() < end {
            again();
            let pause = Instant::now() + Duration::from_millis(200);
            while Instant::now() < pause {
                match self.display.poll_for_event().expect("the display answers") {
                    Some(Event::ClientMessage(told)) if told.type_ == wanted && is_it(told.data.as_data32()) => return,
                    Some(Event::SelectionRequest(asked)) => self.give(&asked),
                    Some(_) => {}
                    None => std::thread::yield_now(),
                }
            }
        }
        panic!("the window never answered {name}");
    }

    fn give(&self, asked: &SelectionRequestEvent) {
        let is_known = asked.target == self.atom("text/uri-list");
        if is_known {
            let put = self.display.change_property8(
                PropMode::REPLACE,
                asked.requestor,
                asked.property,
                asked.target,
                self.uris.as_bytes(),
            );
            put.expect("the files").check().expect("the files are given");
        }
        let given = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: asked.time,
            requestor: asked.requestor,
            selection: asked.selection,
            target: asked.target,
            property: if is_known { asked.property } else { u32::from(AtomEnum::NONE) },
        };
        self.display.send_event(false, asked.requestor, EventMask::NO_EVENT, given).expect("it is told");
        self.display.flush().expect("told");
    }

    fn tell(&self, name: &str, data: [u32; 5]) {
        let message = ClientMessageEvent::new(32, self.target, self.atom(name), data);
        let sent = self.display.send_event(false, self.target, EventMask::NO_EVENT, message).expect("a message");
        sent.check().expect("the window took it");
    }

    fn atom(&self, name: &str) -> u32 {
        atom(&self.display, name)
    }
}
