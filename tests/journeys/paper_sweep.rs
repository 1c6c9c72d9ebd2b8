//! Every paper but the letters, of three demonstrations: the adviser's gender is agreed, all who borrow are spoken to and
//! sign, names elide, no reference stands for a name, no sentence is filled with nothing.

use std::collections::BTreeSet;

use documents::papers::{Entry, Takes, register};
use domain::dossier::{Dossier, DossierId, stage};
use domain::person::Title;
use serde_json::{Value, json};

use crate::demo::a_demo;
use crate::office::{Office, plain};
use crate::settings::details;
use crate::wording::ill_written;

/// The number of dossiers of a demonstration: enough for every stage.
const DOSSIERS: i64 = 24;

/// What the program says of itself, to whoever opens it.
const OF_THE_PROGRAM: [&str; 3] = ["adviser_guide", "quick_start", "it_sheet"];

/// What an adviser of a title is not called.
fn of_another_gender(title: Title) -> &'static [&'static str] {
    match title {
        Title::Madame => &["référent ", "référent.", "référent,", "référent(e)", "otre interlocuteur"],
        Title::Monsieur => &["référente", "référent(e)", "Votre interlocutrice", "Conseillère"],
        Title::NotStated => &["référente ", "référent ", "otre interlocut"],
    }
}

/// What one person alone says or is told.
const OF_ONE: [&str; 6] =
    ["Le choix de la personne", "Ses raisons", "J’ai relu", "ma situation", "Je demande", "mes informations"];

/// THE budgets: how many pages each paper is at the most, whatever the dossier; a letter is one. What is as long as what it
/// tells (a relay, a guide, a booklet and the letters of a session) has none.
const PAGES: [(&str, usize); 35] = [
    ("budget_sheet", 1),
    ("schedule", 2),
    ("lender_comparison", 2),
    ("take_home_sheet", 2),
    ("support_charter", 2),
    ("consent", 1),
    ("bank_file", 9),
    ("documents_list", 1),
    ("missing_documents", 1),
    ("workings", 9),
    ("current_schedule", 2),
    ("heirs_sheet", 1),
    ("committee_sheet", 1),
    ("survey", 2),
    ("annual_report", 3),
    ("public_report", 1),
    ("presentation_note", 1),
    ("dashboard", 2),
    ("referrers_page", 1),
    ("funder_page", 1),
    ("agenda", 3),
    ("refund_statement", 1),
    ("refund_transfers", 1),
    ("committee_agenda", 1),
    ("committee_minutes", 2),
    ("data_notice", 1),
    ("processing_register", 1),
    ("screening_grid", 2),
    ("reception_sheet", 1),
    ("objections_sheet", 2),
    ("aids_guide", 1),
    ("leaflet", 2),
    ("board_resolution_draft", 2),
    ("quick_start", 2),
    ("it_sheet", 2),
];
/// A last sheet filled less than that is nearly empty, in percent.
const LEAST: u32 = 35;
/// Whose last sheet may be nearly empty: a letter of a session is a sheet by itself, whatever it says; a sheet of a relay
/// is one dossier.
const OF_SHEETS: [&str; 2] = ["committee_letters", "handover"];
/// The papers that are as long as what they tell.
const OF_ANY_LENGTH: [&str; 4] = ["handover", "committee_booklet", "committee_letters", "adviser_guide"];

#[test]
fn every_paper_has_its_budget_of_pages() {
    for entry in register().filter(is_swept) {
        let has_one = PAGES.iter().any(|(key, _)| *key == entry.key) || OF_ANY_LENGTH.contains(&entry.key);
        assert!(has_one, "{} has no budget of pages", entry.key);
    }
}

/// A paper as it is read aloud, a line for each thing; nothing when it waits for a fact.
fn read(office: &mut Office, of: Value) -> Option<String> {
    let most = PAGES.iter().find(|(paper, _)| of["paper"] == *paper).map_or(usize::MAX, |(_, most)| *most);
    let drawn = office.try_call("draw_paper", of.clone()).ok()?;
    let pages = drawn["pages"].as_array().unwrap().iter();
    let count = pages.len();
    assert!(count <= most, "{of} is {count} pages long");
    if count > 1 && OF_SHEETS.iter().all(|paper| of["paper"] != **paper) {
        let last = office.filled(&of, count);
        assert!(last >= LEAST, "the last of the {count} pages of {of} is {last} % full");
    }
    Some(pages.map(|page| plain(page["text"].as_str().unwrap())).collect::<Vec<_>>().join("\n"))
}

fn faults(entry: &Entry, text: &str, title: Title, dossier: Option<&Dossier>) -> Vec<String> {
    // « La personne référente » is of any gender.
    let gendered = text.replace("ersonne référente", "ersonne");
    let has = |words: &[&'static str]| words.iter().copied().filter(|word| gendered.contains(word)).collect::<Vec<_>>();
    let mut faults = ill_written(text, dossier);
    if !OF_THE_PROGRAM.contains(&entry.key) {
        faults.extend(has(of_another_gender(title)).into_iter().map(|word| format!("« {word} » of the adviser")));
    }
    let people = dossier.map(Dossier::borrowers).unwrap_or_default();
    if people.people().len() > 1 {
        let signs = text.matches("Signature").count();
        faults.extend((signs == 1).then(|| format!("one signature for {}", people.names())));
        faults.extend(has(&OF_ONE).into_iter().map(|word| format!("« {word} » for {}", people.names())));
    }
    let whose = dossier.map(|dossier| dossier.reference.as_str()).unwrap_or_default();
    faults.into_iter().map(|fault| format!("{whose} {}: {fault}", entry.key)).collect()
}

/// Whether the sweep reads it: the letters are read apart, an erasure and a new code are of no demonstration.
fn is_swept(entry: &Entry) -> bool {
    !matches!(entry.takes, Takes::Letter(_) | Takes::Erasure | Takes::NewCode)
}

/// What the decisions offered for a dossier say of the task that follows, where it is ill written.
fn hint_faults(office: &mut Office, dossier: &Dossier) -> Vec<String> {
    let decisions = office.call("decisions", json!({ "dossier": dossier.id.0 }));
    let offered = decisions["offered"].as_array().unwrap();
    let hints = offered.iter().map(|form| plain(form["next_hint"].as_str().unwrap()));
    hints.flat_map(|hint| ill_written(&hint, Some(dossier))).collect()
}

/// One paper of each kind for each stage and number of borrowers, then those of the office and of its sessions: what
/// was read, and what is wrong in it.
fn swept(office: &mut Office, title: Title) -> (BTreeSet<&'static str>, Vec<String>) {
    let (mut shapes, mut found) = (BTreeSet::new(), Vec::new());
    for number in 1..=DOSSIERS {
        let dossier = office.desk.vault().unwrap().read(|reader| reader.dossier(DossierId(number)));
        let dossier = dossier.unwrap().unwrap();
        found.extend(hint_faults(office, &dossier));
        for entry in register().filter(|entry| matches!(entry.takes, Takes::Dossier | Takes::Occasion)) {
            let shape = (entry.key, dossier.borrowers().people().len(), Some(stage(&dossier)));
            if !shapes.contains(&shape)
                && let Some(text) = read(office, json!({ "paper": entry.key, "dossier": number }))
            {
                found.extend(faults(&entry, &text, title, Some(&dossier)));
                shapes.insert(shape);
            }
        }
    }
    let sessions = office.call("sessions", json!({}));
    let all = ["held", "to_come"].into_iter().flat_map(|key| sessions[key].as_array().unwrap());
    let sessions: Vec<&Value> = all.map(|one| &one["id"]).collect();
    for entry in register().filter(is_swept) {
        let named = |name: bool| sessions.iter().map(move |id| json!({ "session": id, "with_names": name }));
        let of: Vec<Value> = match entry.takes {
            Takes::Office | Takes::Anyone => vec![json!({})],
            Takes::Period => vec![json!({ "from": "01/01/2026", "to": "31/12/2026" })],
            Takes::Session => named(true).chain(named(false)).collect(),
            _ => continue,
        };
        for mut of in of {
            of["paper"] = json!(entry.key);
            let Some(text) = read(office, of) else { continue };
            found.extend(faults(&entry, &text, title, None));
            shapes.insert((entry.key, 0, None));
        }
    }
    assert!(shapes.iter().any(|(_, borrowers, _)| *borrowers > 1) && shapes.len() > 100, "{shapes:?}");
    (shapes.into_iter().map(|(key, _, _)| key).collect(), found)
}

/// What no demonstration tells: a death, and interest to give back.
fn rarer(office: &mut Office) {
    let death = |dossier: i64| json!({ "dossier": dossier, "on": "", "insurance": "", "note": "", "close": "" });
    assert!((1..=DOSSIERS).any(|number| office.try_call("note_death", death(number)).is_ok()), "a borrower dies");
    let granted = |dossier: i64| json!({ "dossier": dossier, "on": "", "granted": true, "attested": "", "amount": "", "reason": "Payé sans retard." });
    let account = |dossier: i64| {
        json!({ "dossier": dossier, "moment": "end", "on": "", "answers": {}, "may_be_quoted": false,
        "iban": "FR76 3000 6000 0112 3456 7890 189", "holder": "Mme Rose Odin" })
    };
    let mut gives_back = |number: i64| {
        office.try_call("decide_refund", granted(number)).is_ok()
            && office.try_call("answer_survey", account(number)).is_ok()
    };
    assert!((1..=DOSSIERS).filter(|number| gives_back(*number)).count() > 1, "interest is given back");
}

/// An office whose adviser has another name and title.
fn advised(office: &mut Office, name: &str, title: &str) {
    let mut identity = details();
    for (field, value) in [("advisor", name), ("advisor_title", title), ("advisor_role", "")] {
        identity[field] = json!(value);
    }
    office.call("describe_office", identity);
}

#[test]
fn no_paper_of_three_demonstrations_is_ill_written() {
    let (mut kinds, mut found) = (BTreeSet::new(), Vec::new());
    let demonstrations = [
        (1, "2026-11-24", Title::Madame, None),
        (2, "2027-03-09", Title::Monsieur, Some(("Karim Ferrand", "monsieur"))),
        (3, "2026-12-18", Title::NotStated, Some(("Camille Ferrand", "not_stated"))),
    ];
    // Side by side: a demonstration takes a minute to read.
    let swept = demonstrations.map(|(seed, day, title, other)| {
        std::thread::spawn(move || {
            let mut office = a_demo(DOSSIERS.try_into().unwrap(), seed, day);
            if let Some((name, stated)) = other {
                advised(&mut office, name, stated);
            }
            if seed == 1 {
                rarer(&mut office);
            }
            swept(&mut office, title)
        })
    });
    for (read, faults) in swept.map(|one| one.join().unwrap()) {
        kinds.extend(read);
        found.extend(faults);
    }
    assert!(found.is_empty(), "{} kinds of papers:\n{}", kinds.len(), found.join("\n"));
    let unread: Vec<&str> =
        register().filter(is_swept).map(|entry| entry.key).filter(|key| !kinds.contains(key)).collect();
    assert_eq!(unread, Vec::<&str>::new(), "every paper was read");
}
