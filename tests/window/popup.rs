//! The native list of a field, opened and chosen from as a hand does, by keys and clicks that come from the X server
//! (XTEST): WebDriver sets a list without opening it, and neither its keys nor its clicks open one. Once a list was
//! open, WebKitGTK takes the Enter of WebDriver for it, closed as it is, and the page hears nothing of it; the Enter of
//! a keyboard goes another way.

use std::time::{Duration, Instant};

use serde_json::Value;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    AtomEnum, AutoRepeatMode, BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ChangeKeyboardControlAux, ConnectionExt,
    InputFocus, KEY_PRESS_EVENT, KEY_RELEASE_EVENT, MOTION_NOTIFY_EVENT, MapState, Window,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

use crate::cross::{atom, find};
use crate::driver::pause;

/// How long a list has to open or to close before the hand tries again.
const BOUND: Duration = Duration::from_secs(5);

const SPACE: u32 = 0x20;
const RETURN: u32 = 0xff0d;
const CONTROL: u32 = 0xffe3;
const UP: u32 = 0xff52;
const DOWN: u32 = 0xff54;

/// What opens the list and chooses from it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum By {
    /// The space bar, the arrows, Enter.
    Keys,
    /// A click on the list, a click on the row, in a list short enough to be shown whole.
    Mouse,
}

/// Where a choice stands: the list in the window, in pixels, and its rows, the names of groups included.
#[derive(Debug)]
pub struct Row {
    middle: [i16; 2],
    rows: i16,
    shown: i16,
    wanted: i16,
}

impl Row {
    /// As the word `row` of the page answers.
    pub fn read(answer: &Value) -> Self {
        let number = |name: &str| i16::try_from(answer[name].as_i64().expect(name)).expect("a small number");
        let [x, y, rows, shown, wanted] = ["x", "y", "rows", "shown", "wanted"].map(number);
        Self { middle: [x, y], rows, shown, wanted }
    }
}

/// A hand on the keyboard and the pointer of a display, over the window of a program.
pub struct Hand {
    display: RustConnection,
    root: Window,
    window: Window,
}

impl Hand {
    /// A hand on the window of a program once it is shown. It has the keys; the pointer, under which rows are chosen
    /// too, is in the corner of the screen; and on a slow machine a key would repeat before its release.
    pub fn on(display: &str, process: u32) -> Option<Self> {
        let (display, screen) = x11rb::connect(Some(display)).expect("an X display");
        let root = display.setup().roots[screen].root;
        let window = find(&display, root, process)?;
        let hand = Self { display, root, window };
        let once = ChangeKeyboardControlAux::new().auto_repeat_mode(AutoRepeatMode::OFF);
        hand.display.change_keyboard_control(&once).expect("a request").check().expect("keys that do not repeat");
        if hand.display.get_input_focus().expect("a question").reply().expect("its answer").focus != window {
            let given = hand.display.set_input_focus(InputFocus::PARENT, window, x11rb::CURRENT_TIME);
            given.expect("a request").check().expect("the window takes the focus");
        }
        hand.send(&[(MOTION_NOTIFY_EVENT, 0)], hand.size(root).map(|length| length - 1));
        Some(hand)
    }

    /// Opens the list that has the focus and chooses a row.
    ///
    /// # Errors
    ///
    /// A sentence, when the list did not open or did not close in time: the hand may try again.
    pub fn choose(&self, row: &Row, by: By) -> Result<(), &'static str> {
        if self.list().is_none() {
            match by {
                By::Keys => self.strike(&[SPACE]),
                By::Mouse => self.click(self.window, row.middle),
            }
        }
        self.wait_until(|list| list.is_some()).map_err(|()| "the list did not open")?;
        match by {
            By::Keys => {
                let arrow = if row.wanted < row.shown { UP } else { DOWN };
                (0..row.wanted.abs_diff(row.shown)).for_each(|_| self.strike(&[arrow]));
                self.strike(&[RETURN]);
            }
            By::Mouse => {
                if let Some(list) = self.list() {
                    let [width, height] = self.size(list);
                    self.click(list, [width / 2, (2 * row.wanted + 1) * height / (2 * row.rows)]);
                }
            }
        }
        self.wait_until(|list| list.is_none()).map_err(|()| "the list did not close")
    }

    /// Presses and releases Enter, or Ctrl Enter.
    pub fn enter(&self, with_control: bool) {
        self.strike(if with_control { &[CONTROL, RETURN] } else { &[RETURN] });
    }

    /// Presses keys, by their symbols, and releases them in the reverse order.
    fn strike(&self, symbols: &[u32]) {
        let setup = self.display.setup();
        let (first, last) = (setup.min_keycode, setup.max_keycode);
        let asked = self.display.get_keyboard_mapping(first, last - first + 1).expect("a question");
        let mapping = asked.reply().expect("its answer");
        let code = |symbol: &u32| {
            let mut keys = mapping.keysyms.chunks(usize::from(mapping.keysyms_per_keycode)).zip(first..=last);
            keys.find(|(symbols, _)| symbols.contains(symbol)).expect("the keyboard has the key").1
        };
        let codes: Vec<u8> = symbols.iter().map(code).collect();
        let pressed = codes.iter().map(|code| (KEY_PRESS_EVENT, *code));
        let released = codes.iter().rev().map(|code| (KEY_RELEASE_EVENT, *code));
        self.send(&pressed.chain(released).collect::<Vec<_>>(), [0, 0]);
    }

    /// Clicks a point of a window.
    fn click(&self, window: Window, [x, y]: [i16; 2]) {
        let asked = self.display.translate_coordinates(window, self.root, x, y).expect("a question");
        let place = asked.reply().expect("its answer");
        let events = [(MOTION_NOTIFY_EVENT, 0), (BUTTON_PRESS_EVENT, 1), (BUTTON_RELEASE_EVENT, 1)];
        self.send(&events, [place.dst_x, place.dst_y]);
    }

    fn send(&self, events: &[(u8, u8)], [x, y]: [i16; 2]) {
        for (event, detail) in events {
            self.display.xtest_fake_input(*event, *detail, x11rb::CURRENT_TIME, self.root, x, y, 0).expect("an event");
        }
        // Without an answer the server may see the connection end before the events.
        self.display.get_input_focus().expect("a question").reply().expect("its answer");
    }

    /// The list that is open.
    fn list(&self) -> Option<Window> {
        let tree = self.display.query_tree(self.root).expect("a question").reply().expect("its answer");
        let [name, combo] = ["_NET_WM_WINDOW_TYPE", "_NET_WM_WINDOW_TYPE_COMBO"].map(|name| atom(&self.display, name));
        let is_list = |window: &Window| {
            // A window may end between two questions.
            let attributes = self.display.get_window_attributes(*window).ok()?.reply().ok()?;
            let kind = self.display.get_property(false, *window, name, AtomEnum::ATOM, 0, 1).ok()?.reply().ok()?;
            let kind = kind.value32()?.next();
            Some(attributes.map_state == MapState::VIEWABLE && kind == Some(combo))
        };
        tree.children.into_iter().find(|window| is_list(window) == Some(true))
    }

    fn size(&self, window: Window) -> [i16; 2] {
        let size = self.display.get_geometry(window).expect("a question").reply().expect("its answer");
        [size.width, size.height].map(|length| i16::try_from(length).expect("a screen's length"))
    }

    fn wait_until(&self, holds: impl Fn(Option<Window>) -> bool) -> Result<(), ()> {
        let begun = Instant::now();
        while !holds(self.list()) {
            if begun.elapsed() > BOUND {
                return Err(());
            }
            pause();
        }
        Ok(())
    }
}
