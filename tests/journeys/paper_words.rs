//! The booklets of sessions, printed of demonstrations of other seeds and read: they tell nobody, and the minutes keep the key.

use serde_json::{Value, json};

use crate::demo::a_demo;
use crate::office::{Office, plain, text};

/// The number of dossiers of a demonstration: enough for every stage.
const DOSSIERS: u32 = 40;

fn printed(office: &mut Office, of: Value) -> String {
    let drawn = office.call("draw_paper", of);
    let pages = drawn["pages"].as_array().unwrap().iter();
    pages.map(|page| plain(page["text"].as_str().unwrap())).collect::<Vec<_>>().join(" ")
}

/// The words of a text, told apart by spaces and by what opens and closes a sentence.
fn words(said: &str) -> Vec<&str> {
    said.split(|sign: char| sign.is_whitespace() || ",;:.()«»!?".contains(sign))
        .filter(|word| !word.is_empty())
        .collect()
}

#[test]
fn the_booklets_of_three_demonstrations_tell_nobody() {
    for seed in [3, 11, 29] {
        let mut office = a_demo(DOSSIERS, seed, "2026-12-18");
        let sessions = office.call("sessions", json!({}));
        let all = ["held", "to_come"].into_iter().flat_map(|key| sessions[key].as_array().unwrap());
        let session = all.map(|one| one["id"].clone()).next().unwrap();
        let view = office.call("session", json!({ "session": session }));
        let booklet = printed(&mut office, json!({ "paper": "committee_booklet", "session": session }));
        let said = words(&booklet);
        for row in view["agenda"].as_array().unwrap() {
            assert!(!booklet.contains(&text(row, "/reference")), "{} in {booklet}", text(row, "/reference"));
            for name in text(row, "/name").split(' ').filter(|name| name.len() > 3) {
                assert!(!said.contains(&name), "{name} in {booklet}");
            }
        }
        for title in ["Mme", "M.", "Monsieur", "Madame"] {
            let titled = booklet.split(' ').any(|word| word == title);
            assert!(!titled || view["attendees"].to_string().contains(title), "{title} in {booklet}");
        }
        let minutes = printed(&mut office, json!({ "paper": "committee_minutes", "session": session }));
        for row in view["agenda"].as_array().unwrap() {
            assert!(minutes.contains(&format!("({})", text(row, "/reference"))), "the key of the letters: {minutes}");
        }
        assert!(!minutes.contains("Décision : décision prise"), "{minutes}");
    }
}
