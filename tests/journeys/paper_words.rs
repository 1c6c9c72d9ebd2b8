//! Every paper but letters, printed of demonstrations of other seeds and read: nobody is named where names are hidden, words
//! agree with the adviser, and everyone who borrows signs.

use serde_json::{Value, json};

use crate::demo::a_demo;
use crate::office::{Office, plain, text};

/// The number of dossiers of a demonstration: enough for every stage, and for two who borrow together.
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

#[track_caller]
fn reads_well(paper: &str, said: &str) {
    let words = words(said);
    for (word, next) in words.iter().zip(words.iter().skip(1)) {
        let titled = ["Mme", "M", "Monsieur", "Madame"].contains(word);
        assert!(!(titled && next.starts_with("VB-")), "{paper}: {word} {next} in {said}");
        let unelided = *word == "de" && next.chars().next().is_some_and(|first| "AEIOUÉÈÊÀÂÎÔÛ".contains(first));
        let a_name = next.chars().nth(1).is_some_and(char::is_lowercase) && !next.ends_with("...");
        assert!(!(unelided && a_name), "{paper}: {word} {next} in {said}");
    }
    for masculine in
        ["le référent ", "Le référent ", "votre référent ", "du référent ", "au référent ", "interlocuteur au CCAS"]
    {
        assert!(!said.contains(masculine), "{paper}: {masculine} for an adviser addressed as Madame, in {said}");
    }
}

#[test]
fn the_papers_of_two_demonstrations_name_agree_and_have_everyone_sign() {
    for seed in [11, 29] {
        let mut office = a_demo(DOSSIERS, seed, "2026-12-18");
        let mut together = 0;
        for dossier in 1..=i64::from(DOSSIERS) {
            let shown = office.call("dossier", json!({ "dossier": dossier }));
            let with = shown["co_borrower"].is_object();
            let papers = office.call("papers", json!({ "dossier": dossier }))["papers"].as_array().unwrap().clone();
            let ready = papers.iter().filter(|paper| paper["ready"] == true);
            for key in ready.map(|paper| text(paper, "/key")).filter(|key| !key.ends_with("_letter")) {
                let said = printed(&mut office, json!({ "dossier": dossier, "paper": key }));
                reads_well(&key, &said);
                if with && key == "budget_sheet" {
                    together += 1;
                    assert_eq!(said.matches("Signature de ").count(), 2, "{said}");
                    assert!(said.contains("Nous avons relu") && said.contains("notre situation"), "{said}");
                }
            }
        }
        assert!(together > 0, "nobody borrows with another in the demonstration {seed}");
    }
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
