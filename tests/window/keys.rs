//! The keys of a keyboard, as WebDriver names them.

/// The keys that are not characters.
#[derive(Clone, Copy)]
pub enum Key {
    Alt,
    Backspace,
    Control,
    Delete,
    Down,
    End,
    Enter,
    Escape,
    F1,
    F2,
    F8,
    F9,
    Home,
    Left,
    PageDown,
    PageUp,
    Right,
    Shift,
    Space,
    Tab,
    Up,
}

impl From<Key> for char {
    /// The private-use character that stands for the key in WebDriver.
    fn from(key: Key) -> Self {
        match key {
            Key::Alt => '\u{e00a}',
            Key::Backspace => '\u{e003}',
            Key::Control => '\u{e009}',
            Key::Delete => '\u{e017}',
            Key::Down => '\u{e015}',
            Key::End => '\u{e010}',
            Key::Enter => '\u{e007}',
            Key::Escape => '\u{e00c}',
            Key::F1 => '\u{e031}',
            Key::F2 => '\u{e032}',
            Key::F8 => '\u{e038}',
            Key::F9 => '\u{e039}',
            Key::Home => '\u{e011}',
            Key::Left => '\u{e012}',
            Key::PageDown => '\u{e00f}',
            Key::PageUp => '\u{e00e}',
            Key::Right => '\u{e014}',
            Key::Shift => '\u{e008}',
            Key::Space => ' ',
            Key::Tab => '\u{e004}',
            Key::Up => '\u{e013}',
        }
    }
}
