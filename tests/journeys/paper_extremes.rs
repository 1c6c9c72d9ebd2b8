//! The hardest dossiers: every paper of each is laid out, nothing outside its margins nor over anything else, or says why
//! not and where that is mended.

use std::collections::BTreeMap;

use desk::FailureKind;
use documents::raster::Pages;
use image::{GrayImage, ImageFormat};
use serde_json::{Value, json};

use crate::bank_file_pieces::{a_picture, a_sheet, asked, attach_made, page_with, texts};
use crate::decisions::{a_bank, assessed, consented, input};
use crate::delmas_papers::decided;
use crate::office::{DELMAS, Office, a_line, a_member, a_request, an_office, at, plain, text};
use crate::papers_inside::{measured, set};
use crate::published::a_quote;
use crate::refunds::{IBAN, account, refund, refunds_all};
use crate::sessions::{announced, hear, item, list, met, with_sessions};
use crate::settings::version;

const LATIN: &str = "Żółćňová-Çağlayangil-Ñandúñez-Œuvré-Þórsdóttir-";
/// No sign of it lets a line end.
const GREEK: &str = "Παπαδημητρακοπουλοχατζηγεωργίου";
const CYRILLIC: &str = "Рождественська-Щербакова-Йовчевська ";
/// Letters that no font of the papers has.
const ARABIC: &str = "عبدالرحمن بن محمد ";
/// The papers of a dossier in which nobody decided anything yet.
const UNDECIDED: [&str; 3] = ["support_charter", "current_schedule", "heirs_sheet"];
/// Those of a loan without a price.
const UNPRICED: [&str; 3] = ["schedule", "lender_comparison", "support_charter"];

/// A dossier made to be hard.
struct Case {
    what: &'static str,
    make: fn() -> (Office, i64),
    /// Words a paper says, the paper first.
    says: Vec<(&'static str, String)>,
    /// Papers that wait for something.
    waits: Vec<&'static str>,
}

/// A name of sixty signs in the letters of a sample.
fn named(sample: &str) -> String {
    sample.chars().cycle().take(60).collect()
}

/// The name of somebody among many, in one of three alphabets.
fn ranked(rank: usize) -> String {
    format!("{rank} {}", named([LATIN, GREEK, CYRILLIC][rank % 3]))
}

/// Words without what sets them in lines: a long word is broken where its line ends.
fn unbroken(words: &str) -> String {
    plain(words).split_whitespace().collect()
}

/// All the words of a printed paper.
fn words_of(bytes: &[u8]) -> String {
    unbroken(&texts(bytes).join(""))
}

/// The line of a budget of forty, beyond the twenty that are published: what it is, and its amount.
fn line(number: usize) -> [String; 2] {
    [format!("Poste {number} du carnet de dépenses, tenu depuis l’hiver"), format!("{number},{number:02}")]
}

/// The published budget has eighteen lines and two more once the project is done.
fn forty_lines() -> (Office, i64) {
    let (mut office, dossier, _) = decided("36");
    for [detail, amount] in (21..=40).map(line) {
        let mut typed = a_line(dossier, ("other_taxes", "", "", "monthly", "", ""));
        (typed["fields"]["detail"], typed["fields"]["amount"]) = (json!(detail), json!(amount));
        office.call("add_budget_line", typed);
    }
    let budget = office.call("budget", json!({ "dossier": dossier }));
    let sections = budget["sections"].as_array().unwrap().iter();
    assert_eq!(sections.map(|section| section["lines"].as_array().unwrap().len()).sum::<usize>(), 40);
    (office, dossier)
}

/// The published dossier of two who borrow and of those who accompany them, all of one name.
fn together(name: &str, roles: &[&str]) -> (Office, i64, String) {
    let (mut office, dossier, bank) = decided("36");
    let mut also = a_member(dossier, name, "03/04/1990");
    (also["link"], also["share"]) = (json!("co_applicant"), json!("one"));
    office.call("add_member", also);
    for (rank, role) in (1..).zip(roles) {
        let form = json!({ "role": role, "name": format!("{rank} {name}"), "organisation": name, "reach": "",
            "address": name, "agreed_on": "", "lead": rank == 1 });
        office.call("add_companion", json!({ "dossier": dossier, "form": form }));
    }
    (office, dossier, bank)
}

/// Everybody of a dossier whose loan is signed is named in these letters: who borrows, a child, who accompanies, who sells.
fn everybody(letters: &str) -> (Office, i64) {
    let name = named(letters);
    let (mut office, dossier, bank) = together(&name, &["professional", "relative"]);
    office.call("add_member", a_member(dossier, &name, "03/02/2017"));
    for field in ["last_name", "first_name", "employer", "bank", "neighbourhood"] {
        for of in ["applicant", "co_borrower"] {
            let change = json!({ "dossier": dossier, "of": of, "field": field, "value": name });
            office.call("change_person", change);
        }
    }
    let mut quote = a_quote(dossier, &name, "2750", "put_aside");
    quote["seller"] = json!(name);
    office.call("add_quote", quote);
    consented(&mut office, dossier, &bank, "26/11/2026");
    for (call, form) in [
        ("submit_to_lender", json!({ "sent_on": "27/11/2026", "lender": bank })),
        ("note_approval", json!({})),
        ("sign_contract", json!({ "disbursed_on": "05/01/2027", "first_due_on": "05/02/2027" })),
    ] {
        office.call(call, input(dossier, form));
    }
    (office, dossier)
}

/// Two who borrow, one who collects it, six guardians.
fn nine_signatures() -> (Office, i64) {
    let (office, dossier, _) = together(&named(LATIN), &["guardian"; 6]);
    (office, dossier)
}

/// A request with its budget that nobody assessed, at a bank or at none, with the quotes of its project or without.
fn asked_of(rate: Option<&str>, with_quotes: bool) -> (Office, i64) {
    let mut office = an_office();
    let bank = rate.map(|rate| office.lender("Banque du Val", rate, "36"));
    let dossier = office.delmas();
    if with_quotes {
        office.delmas_project(dossier);
    }
    office.delmas_simulation(dossier, &bank.unwrap_or_default());
    (office, dossier)
}

/// What comes in goes out to the cent, and nothing is asked for.
fn a_sum_of_zero() -> (Office, i64) {
    let mut office = an_office();
    let bank = office.lender("Banque du Val", "4", "36");
    let dossier = office.request_of("Sonia", "Delmas");
    for (entry, amount) in [("salary_permanent", "1012,40"), ("rent", "1012,40"), ("water", "0"), ("apl", "0")] {
        office.call("add_budget_line", a_line(dossier, (entry, "", amount, "monthly", "", "")));
    }
    office.call("change_request", json!({ "dossier": dossier, "field": "amount", "value": "" }));
    office.call("add_quote", a_quote(dossier, "don", "0", "kept"));
    office.delmas_simulation(dossier, &bank);
    (office, dossier)
}

fn nothing_but_a_name() -> (Office, i64) {
    let mut office = an_office();
    let mut request = a_request("", "D");
    (request["phone"], request["project"], request["amount"]) = (json!(""), json!(""), json!(""));
    let dossier = office.call("record_request", request)["id"].as_i64().unwrap();
    (office, dossier)
}

fn cases() -> Vec<Case> {
    let case = |what, make, says, waits: &[&'static str]| Case { what, make, says, waits: waits.to_vec() };
    let says = |paper: &'static str, words: &str| vec![(paper, words.to_owned())];
    let published = DELMAS.iter().map(|line| line.2.to_owned());
    let lines = (21..=40).flat_map(line).chain(published).map(|words| ("budget_sheet", words)).collect();
    let signing = (1..=6).map(|rank| ("consent", format!("Le tuteur ou le curateur {rank} {}", named(LATIN))));
    let signed = ["bank_file", "support_charter", "current_schedule"];
    let names = |letters: &str| signed.map(|paper| (paper, named(letters))).to_vec();
    let unpriced = || says("bank_file", "Le prêt n’est pas encore chiffré.");
    let unassessed = says("bank_file", "1. Accès au crédit ordinaire Non évalué");
    let zero = says("budget_sheet", "(1 012,40 − 1 012,40 − 0,00) 0,00");
    let no_figure = ["budget_sheet", "take_home_sheet", "bank_file", "workings", "schedule", "lender_comparison"];
    vec![
        case("forty lines", forty_lines, lines, &UNDECIDED),
        case("Latin letters", || everybody(LATIN), names(LATIN), &["heirs_sheet"]),
        case("Greek letters", || everybody(GREEK), names(GREEK), &["heirs_sheet"]),
        case("Cyrillic letters", || everybody(CYRILLIC), names(CYRILLIC), &["heirs_sheet"]),
        case("letters of no font", || everybody(ARABIC), says("bank_file", "?????????"), &["heirs_sheet"]),
        case("nine signatures", nine_signatures, signing.collect(), &UNDECIDED),
        case("no rate", || asked_of(Some(""), true), unpriced(), &UNPRICED),
        case("no bank", || asked_of(None, true), unpriced(), &UNPRICED),
        case("no quote", || asked_of(Some("4"), false), says("bank_file", "coût du projet"), &UNDECIDED),
        case("no answer", || asked_of(Some("4"), true), unassessed, &UNDECIDED),
        case("a sum of zero", a_sum_of_zero, zero, &UNPRICED),
        case("nothing but a name", nothing_but_a_name, says("consent", "D"), &no_figure),
    ]
}

/// What is wrong with the papers of a dossier: laid out wrong, silent on what they should say, waiting without saying why.
fn faults(case: &Case) -> Vec<String> {
    let (mut office, dossier) = (case.make)();
    let cards = office.call("papers", json!({ "dossier": dossier }))["papers"].clone();
    let (mut wrong, mut read, mut waiting) = (Vec::new(), BTreeMap::new(), Vec::new());
    for card in cards.as_array().unwrap() {
        let key = text(card, "/key");
        let of = json!({ "dossier": dossier, "paper": key });
        if card["ready"] == true {
            let (misplaced, bytes) = set(&mut office, of, &format!("extreme-{key}-{}", case.what.replace(' ', "-")));
            wrong.extend(misplaced);
            read.insert(key, words_of(&bytes));
        } else {
            let (sentence, room) = (text(card, "/waits/sentence"), text(card, "/waits/room"));
            let refused = office.refused("draw_paper", of);
            let is_told = sentence.ends_with('.') && !room.is_empty() && refused.remedy.is_some();
            if !is_told || (refused.kind, plain(&refused.message)) != (FailureKind::Refused, sentence) {
                wrong.push(format!("{key} waits without saying why: {card} {refused:?}"));
            }
            waiting.push(key);
        }
    }
    let silent =
        case.says.iter().filter(|(paper, words)| !read.get(*paper).is_some_and(|read| read.contains(&unbroken(words))));
    wrong.extend(silent.map(|(paper, words)| format!("{paper} does not say « {words} »")));
    let ready = case.waits.iter().filter(|paper| !waiting.iter().any(|key| key == *paper));
    wrong.extend(ready.map(|paper| format!("{paper} waits for nothing")));
    wrong.into_iter().map(|told| format!("{}: {told}", case.what)).collect()
}

#[test]
#[cfg_attr(windows, ignore = "poppler is of the computer that builds; the papers are compared byte for byte")]
fn every_paper_of_the_hardest_dossiers_is_laid_out_or_says_why_not() {
    let wrong: Vec<String> = cases().iter().flat_map(faults).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn signs_that_no_font_has_are_told_before_the_paper_leaves() {
    let (mut office, dossier) = everybody(ARABIC);
    for paper in ["budget_sheet", "bank_file", "support_charter"] {
        let drawn = office.call("draw_paper", json!({ "dossier": dossier, "paper": paper }));
        let told = drawn["unprintable"].as_array().unwrap();
        assert!(told.contains(&json!("ع")) && told.len() > 5, "{paper}: {told:?}");
    }
}

#[test]
#[cfg_attr(windows, ignore = "poppler is of the computer that builds; the papers are compared byte for byte")]
fn nine_people_at_a_session_are_on_its_agenda_and_its_minutes() {
    let mut office = an_office();
    with_sessions(&mut office);
    office.moment = at("2026-11-20");
    let dossier = office.delmas();
    met(&mut office, dossier);
    assessed(&mut office, dossier);
    let session = announced(&mut office, "20/11/2026", "internal_commission");
    let names: Vec<String> = (1..=9).map(ranked).collect();
    for (name, role) in names.iter().zip(["présidente", "secrétaire", "rapporteure"].into_iter().cycle()) {
        let fields = json!({ "name": name, "role": role, "organisation": named(LATIN), "attendance": "present" });
        office.call("add_attendee", json!({ "session": session, "fields": fields }));
    }
    let view = list(&mut office, session, dossier);
    office.call("hold_session", json!({ "session": session }));
    let opinions: Vec<Value> = names.iter().map(|name| json!({ "who": name, "says": "favorable" })).collect();
    let form = json!({ "direction": "redirect", "solutions": ["budget_support"], "reason": named(GREEK),
        "applicant": "yes", "opinions": opinions });
    office.call("hear_dossier", hear(session, item(&view, 0), form));
    office.call("close_minutes", json!({ "session": session, "note": named(CYRILLIC), "reason": "" }));
    for paper in ["committee_agenda", "committee_minutes", "committee_booklet", "committee_letters"] {
        let of = json!({ "paper": paper, "session": session, "with_names": true });
        let (wrong, bytes) = set(&mut office, of, &format!("extreme-{paper}"));
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        let read = words_of(&bytes);
        let is_called = |name: &String| paper == "committee_letters" || read.contains(&unbroken(name));
        assert!(names.iter().all(is_called), "nine are on {paper}: {read}");
    }
}

/// How wide and how high what is of one grey is on a sheet, in millimetres.
fn extent(sheet: &GrayImage, grey: u8) -> [usize; 2] {
    let mut lines = [vec![0; 210], vec![0; 297]];
    for (across, down, _) in sheet.enumerate_pixels().filter(|(.., shade)| shade.0[0].abs_diff(grey) < 2) {
        lines[0][across as usize] += 1;
        lines[1][down as usize] += 1;
    }
    lines.map(|line| line.into_iter().filter(|count| *count > 8).count())
}

#[test]
#[cfg_attr(windows, ignore = "poppler is of the computer that builds; the papers are compared byte for byte")]
fn twenty_two_pieces_of_every_format_stand_on_sheets_of_a4_under_their_stamps() {
    let (mut office, dossier, _) = decided("36");
    let listed = office.call("documents_checklist", json!({ "dossier": dossier }));
    let lines = listed["stages"].as_array().unwrap().iter().flat_map(|stage| stage["lines"].as_array().unwrap());
    let documents: Vec<String> = lines.map(|line| text(line, "/document")).collect();
    assert!(documents.len() >= 22, "{documents:?}");
    let grey = |rank: usize| 100 + u8::try_from(rank).unwrap();
    for (rank, document) in (1..=22).zip(&documents) {
        let (name, bytes) = match rank % 4 {
            0 => ("debout.pdf", a_sheet((842, 1_191), rank)),
            1 => ("couchée.pdf", a_sheet((1_191, 842), rank)),
            2 => ("paysage.jpg", a_picture((1_600, 900), ImageFormat::Jpeg, grey(rank))),
            _ => ("petite.png", a_picture((40, 30), ImageFormat::Png, grey(rank))),
        };
        attach_made(&mut office, dossier, (&format!("{rank} {name}"), &bytes), document);
    }
    let (wrong, bytes) = measured(&mut office, asked(dossier));
    assert_eq!(wrong, [""; 0]);
    let (read, pages) = (texts(&bytes), Pages::read(bytes).unwrap());
    let drawn = (0..pages.count()).map(|page| image::load_from_memory(&pages.png(page, 210).unwrap()).unwrap());
    let sheets: Vec<GrayImage> = drawn.map(|sheet| sheet.into_luma8()).collect();
    assert!(sheets.iter().all(|sheet| sheet.dimensions() == (210, 297)), "every sheet is of A4 and stands");
    for rank in 1..=22 {
        let (place, said) = page_with(&read, &format!("P{rank} · page 1 sur 1"));
        let [wide, high] = extent(&sheets[place], grey(rank));
        let is_whole = ["NordOuest", "NordEst", "SudOuest", "SudEst"].iter().all(|corner| said.contains(corner));
        match rank % 4 {
            0 | 1 => assert!(is_whole, "each corner of a sheet of A3: {said}"),
            2 => assert!(wide > 160 && (wide * 9).abs_diff(high * 16) < 40, "P{rank}: {wide} by {high}"),
            _ => assert!((5..40).contains(&high), "P{rank} is not enlarged: {wide} by {high}"),
        }
    }
    assert_eq!(read.iter().filter(|page| page.contains("· page 1 sur 1 ")).count(), 22, "{read:#?}");
}

#[test]
#[cfg_attr(windows, ignore = "poppler is of the computer that builds; the papers are compared byte for byte")]
fn twenty_people_are_given_back_their_interest_on_one_statement() {
    let mut office = an_office();
    let bank = a_bank(&mut office, "Banque du Val");
    refunds_all(&mut office);
    office.moment = at("2028-12-20");
    for rank in 1..=20 {
        let mut request = a_request("Sonia", &ranked(rank));
        request["received_on"] = json!("05/10/2026");
        request["taken_over"] = json!({ "from": "Registre papier", "known": "", "lender": bank, "signed_on": "11/2026",
            "loan_amount": (1_000 + rank * 100).to_string(), "annual_rate": "3", "months": "24",
            "first_due_on": "05/12/2026", "disbursed_on": "11/2026", "repaid_on": "05/11/2028" });
        let dossier = office.call("record_request", request)["id"].as_i64().unwrap();
        office.call("answer_survey", account(dossier, IBAN));
        office.call("decide_refund", refund(dossier, true, "", "", "Payé sans retard."));
    }
    let view = office.call("refunds", json!({}));
    let total: i64 = view["rows"].as_array().unwrap().iter().map(|row| row["amount"]["cents"].as_i64().unwrap()).sum();
    let euros = |cents: i64| format!("{} {:03},{:02}", cents / 100_000, cents / 100 % 1_000, cents % 100);
    let short = office.refused("draw_paper", json!({ "paper": "refund_statement" }));
    let said = format!("après cet état, il manquerait {} €.", euros(total - 20_000));
    assert!(plain(&short.message).ends_with(&said), "{}", short.message);
    let mut fields = office.call("office_rules", json!({}))["versions"][0]["fields"].clone();
    fields["refund_envelope"] = json!("2000");
    let voted = version("", "", "Délibération n° 2028-044", "");
    office.call("set_office_rules", json!({ "version": voted, "fields": fields }));
    for (paper, heading) in [("refund_statement", "Retards"), ("refund_transfers", "Libellé")] {
        let (wrong, bytes) = set(&mut office, json!({ "paper": paper }), &format!("extreme-{paper}"));
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        assert!(texts(&bytes).iter().all(|page| page.contains(heading)), "{heading} is broken on {paper}");
        let read = words_of(&bytes);
        for words in (1..=20).map(ranked).chain([euros(total), "20 bénéficiaires".to_owned()]) {
            assert!(read.contains(&unbroken(&words)), "{words} is not on {paper}: {read}");
        }
    }
}
