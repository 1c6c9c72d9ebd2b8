//! Something of the page, and what a person does with it.

use std::time::Duration;

use serde_json::{Value, json};

use crate::driver::ELEMENT;
use crate::popup::{By, Row};
use crate::window::{Key, Window};

/// Something of the page; its words act as a person would.
pub struct Element<'w> {
    pub window: &'w Window,
    pub id: Value,
}

impl Element<'_> {
    /// Clicks in its middle, once it stays in its place.
    #[track_caller]
    pub fn click(&self) {
        self.window.execute("async", json!(["still", self.id]));
        self.window.tell(&self.at("/click"), json!({}));
    }

    /// Puts the focus in it and types after what it holds.
    #[track_caller]
    pub fn type_keys(&self, text: &str) {
        // WebDriver refuses an empty text.
        if !text.is_empty() {
            self.window.tell(&self.at("/value"), json!({"text": text}));
        }
    }

    /// Empties the field as a person does: all of it, then away.
    #[track_caller]
    pub fn clear(&self) {
        self.click();
        self.window.press_with(Key::Control, 'a');
        self.window.press(Key::Delete);
    }

    /// Chooses what reads `label` in a list: a native one is opened, one that filters is typed into.
    #[track_caller]
    pub fn choose(&self, label: &str) {
        if string(self.window.ask(&self.at("/name"))) == "select" {
            return self.choose_by(By::Keys, label);
        }
        self.clear();
        self.type_keys(label);
        self.window.seek(json!(["option", self.id, label])).click();
    }

    /// Opens the native list and chooses what reads `label`; tried again when a slow machine lost a key.
    #[track_caller]
    pub fn choose_by(&self, by: By, label: &str) {
        let mut failed = "the list took another choice, or none";
        for _ in 0..4 {
            let row = Row::read(&self.window.found(json!(["row", self.id, label])));
            match self.window.driver.choose(&row, by) {
                Ok(()) if self.window.holds_within(Duration::from_secs(2), "window.isChosen") => return,
                Ok(()) => {}
                Err(why) => failed = why,
            }
        }
        self.window.give_up(&format!("« {label} »: {failed}"));
    }

    /// What it shows.
    #[track_caller]
    pub fn text(&self) -> String {
        string(self.window.ask(&self.at("/text")))
    }

    /// What the field holds.
    #[track_caller]
    pub fn value(&self) -> String {
        string(self.window.ask(&self.at("/property/value")))
    }

    fn at(&self, path: &str) -> String {
        let id = self.id[ELEMENT].as_str().expect("an element of the page");
        format!("/element/{id}{path}")
    }
}

fn string(value: Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
