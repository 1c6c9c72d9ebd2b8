//! The bank file with its scans: in the order of the list, under their stamps, what cannot be read told and the rest there.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, Weak};

use desk::{FailureKind, Progress, calls};
use documents::raster::Pages;
use serde_json::{Value, json};

use crate::decisions::a_dossier;
use crate::office::{Office, assert_refused, at, plain, text};
use crate::settings::clause;

fn corpus(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/attachments").join(name)
}

/// Attaches a file of the corpus to a document of the list.
pub fn attach(office: &mut Office, dossier: i64, name: &str, document: &str) {
    office.files.offer(name, corpus(name));
    let input =
        json!({ "dossier": dossier, "files": [name], "document": document, "without_photo_information": false });
    let attached = office.call("attach_files", input);
    assert_eq!(attached["files"][0]["is_kept"], true, "{attached}");
}

/// A PDF, a photograph, a picture and a PDF that asks for a password, each for a document; another one is missing.
fn with_pieces() -> (Office, i64) {
    let (office, dossier, _) = with_pieces_for();
    (office, dossier)
}

/// The same, with the bank it is for.
fn with_pieces_for() -> (Office, i64, String) {
    let (mut office, dossier, bank) = a_dossier();
    office.moment = at("2026-11-20");
    attach(&mut office, dossier, "scripts.pdf", "identity_document");
    attach(&mut office, dossier, "photo.jpg", "proof_of_address");
    attach(&mut office, dossier, "picture.png", "tax_notice");
    attach(&mut office, dossier, "protected.pdf", "bank_statements");
    let missing = json!({ "dossier": dossier, "document": "pay_slips", "part": "", "state": "missing", "issued_on": "",
        "valid_until": "", "reason": "remis par l’employeur le 30" });
    office.call("note_document", missing);
    (office, dossier, bank)
}

/// The last agreement of the only bank, as its form holds it.
fn agreement_of(office: &mut Office) -> Value {
    office.call("lenders", json!({}))["lenders"][0]["agreements"][0]["fields"].clone()
}

#[test]
fn all_that_is_refused_in_an_agreement_is_told_at_once_each_at_its_field() {
    let (mut office, _, bank) = a_dossier();
    let mut fields = agreement_of(&mut office);
    for (field, value) in
        [("rate", "dix"), ("debit_day", "40"), ("workshops", "souvent"), ("attachment_megabytes", "0")]
    {
        fields[field] = json!(value);
    }
    let input = json!({ "lender": bank, "from": "03/12/2026", "source": "Avenant", "fields": fields });
    let refused = office.refused("sign_agreement", input);
    let others = refused.others.iter().map(|other| other.field.as_str());
    let mut at: Vec<&str> = refused.field.as_deref().into_iter().chain(others).collect();
    at.sort_unstable();
    assert_eq!(at, ["attachment_megabytes", "debit_day", "rate", "workshops"]);
    assert!(refused.others.iter().all(|other| !other.message.is_empty()));
}

/// Signs the last agreement of the bank again from a day, these fields changed.
fn signed_again(office: &mut Office, bank: &str, from: &str, changed: &[(&str, Value)]) -> Value {
    let mut fields = agreement_of(office);
    for (field, value) in changed {
        fields[*field] = value.clone();
    }
    office.call("sign_agreement", json!({ "lender": bank, "from": from, "source": "Avenant", "fields": fields }))
}

/// Attaches a file made here to a document of the list.
pub fn attach_made(office: &mut Office, dossier: i64, (name, bytes): (&str, &[u8]), document: &str) {
    let file = office.folder.path().join(name);
    fs::write(&file, bytes).unwrap();
    office.files.offer(name, file);
    let input =
        json!({ "dossier": dossier, "files": [name], "document": document, "without_photo_information": false });
    let attached = office.call("attach_files", input);
    assert_eq!(attached["files"][0]["is_kept"], true, "{attached}");
}

/// Bytes nothing repeats in.
fn noise(count: usize) -> Vec<u8> {
    let mut state = 7_u32;
    let next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    std::iter::repeat_with(next).take(count).collect()
}

/// The photograph of the corpus with so many bytes of a camera's own notes in it.
fn heavy_photograph(count: usize) -> Vec<u8> {
    let mut bytes = fs::read(corpus("photo.jpg")).unwrap();
    let noise = noise(count);
    let notes = noise.chunks(60_000).flat_map(|part| {
        let length = u16::try_from(part.len() + 2).unwrap().to_be_bytes();
        [&[0xff, 0xfe][..], &length, part].concat()
    });
    let notes: Vec<u8> = notes.collect();
    bytes.splice(2..2, notes);
    bytes
}

/// A PDF of these objects, the catalogue being the first.
fn pdf_of(objects: &[Vec<u8>]) -> Vec<u8> {
    let count = objects.len() + 1;
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut table = format!("xref\n0 {count}\n0000000000 65535 f \n");
    for (number, object) in (1..).zip(objects) {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.extend([format!("{number} 0 obj\n").as_bytes(), object, b"\nendobj\n"].concat());
    }
    let start = file.len();
    file.extend(format!("{table}trailer<</Size {count}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").bytes());
    file
}

/// A stream of a PDF and what its dictionary says of it.
fn stream(says: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!("<<{says}/Length {}>>stream\n", bytes.len());
    [head.as_bytes(), bytes, b"\nendstream"].concat()
}

/// A PDF of a page of so many points, a word in each of its corners and its rank in the middle.
pub fn a_sheet((width, height): (usize, usize), rank: usize) -> Vec<u8> {
    let word = |(name, left, bottom): (&str, usize, usize)| format!("BT /F 18 Tf {left} {bottom} Td ({name}) Tj ET ");
    let (right, top, rank) = (width - 90, height - 40, rank.to_string());
    let words = [("NordOuest", 20, top), ("NordEst", right, top), ("SudOuest", 20, 20), ("SudEst", right, 20)];
    let words: String = words.into_iter().chain([(&*rank, width / 2, height / 2)]).map(word).collect();
    let page = format!("/Parent 2 0 R/MediaBox[0 0 {width} {height}]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>");
    pdf_of(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        format!("<</Type/Page{page}>>").into_bytes(),
        stream("", words.as_bytes()),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>".to_vec(),
    ])
}

/// A picture of so many points, all of one grey.
pub fn a_picture((width, height): (u32, u32), kind: image::ImageFormat, grey: u8) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::GrayImage::from_pixel(width, height, image::Luma([grey])).write_to(&mut bytes, kind).unwrap();
    bytes.into_inner()
}

/// A PDF of one page that shows a picture of so many rows of a thousand bytes, in a kind that cannot be made lighter.
fn heavy_pdf(rows: usize) -> Vec<u8> {
    let picture =
        format!("/Type/XObject/Subtype/Image/Width 1000/Height {rows}/ColorSpace/DeviceGray/BitsPerComponent 8");
    pdf_of(&[
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>".to_vec(),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>".to_vec(),
        stream("", b"q 500 0 0 500 40 200 cm /I Do Q"),
        stream(&picture, &noise(rows * 1_000)),
    ])
}

fn remarks(answer: &Value) -> Vec<String> {
    answer["remarks"].as_array().unwrap().iter().map(|told| plain(told.as_str().unwrap())).collect()
}

pub fn asked(dossier: i64) -> Value {
    json!({ "dossier": dossier, "paper": "bank_file" })
}

/// Saves the file and gives its bytes with what was answered.
pub fn saved(office: &mut Office, of: Value) -> (Vec<u8>, Value) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("dossier.pdf");
    office.files.offer("out", file.clone());
    let answer = office.call("save_paper", json!({ "of": of, "file": "out" }));
    (fs::read(file).unwrap(), answer)
}

pub fn texts(bytes: &[u8]) -> Vec<String> {
    let pages = Pages::read(bytes.to_vec()).unwrap();
    let words = |page| plain(&pages.text(page).unwrap()).split_whitespace().collect::<Vec<_>>().join(" ");
    (0..pages.count()).map(words).collect()
}

#[track_caller]
pub fn page_with<'p>(pages: &'p [String], words: &str) -> (usize, &'p String) {
    let found = pages.iter().enumerate().find(|(_, page)| page.contains(words));
    found.unwrap_or_else(|| panic!("« {words} » is on no page: {pages:#?}"))
}

#[test]
fn the_scans_stand_behind_the_file_in_the_order_of_its_list() {
    let (mut office, dossier) = with_pieces();
    let (bytes, answer) = saved(&mut office, asked(dossier));
    let pages = texts(&bytes);
    for sign in ["pdfaid:part>", "pdfuaid:part>"] {
        assert!(!String::from_utf8_lossy(&bytes).contains(sign), "it claims no standard: {sign}");
    }
    assert!(pages[0].contains("pièces p. 8 · votre réponse p. "), "{}", pages[0]);
    assert!(pages[0].contains("manque") && pages[0].contains("Illisibles : P"), "{}", pages[0]);
    assert!(pages.last().unwrap().contains("Réponse de la banque"), "{pages:#?}");
    let (_, list) = page_with(&pages, "7. Les pièces du dossier Une seule numérotation");
    assert!(list.contains("3 pièces jointes"), "{list}");
    assert!(list.contains("PDF protégé par un mot de passe"), "{list}");
    let stamped = pages.iter().filter(|page| page.contains("· page 1 sur ")).count();
    assert_eq!(stamped, 3, "one stamp a page: {pages:#?}");
    for name in ["scripts.pdf", "photo.jpg", "picture.png"] {
        assert!(!pages.iter().any(|page| page.contains(name)), "no file of the computer is named: {name}");
    }
    for (place, page) in pages.iter().enumerate() {
        assert!(page.ends_with(&format!("{}/{}", place + 1, pages.len())), "the foot counts every page: {page}");
    }
    let photo = fs::read(corpus("photo.jpg")).unwrap();
    assert!(bytes.windows(photo.len()).any(|part| part == photo), "the photograph is there byte for byte");
    for sign in [&b"/JavaScript"[..], b"/OpenAction", b"/Launch"] {
        assert!(!bytes.windows(sign.len()).any(|part| part == sign), "{}", String::from_utf8_lossy(sign));
    }
    let remarks = answer["remarks"].as_array().unwrap();
    assert!(remarks.iter().any(|told| told.as_str().unwrap().contains("protected.pdf")), "{remarks:?}");
}

#[test]
fn it_is_seen_before_it_leaves_and_is_the_same_file() {
    let (mut office, dossier) = with_pieces();
    let drawn = office.call("draw_paper", asked(dossier));
    assert_eq!(drawn["is_archival"], false);
    let told: Vec<String> =
        drawn["remarks"].as_array().unwrap().iter().map(|told| plain(told.as_str().unwrap())).collect();
    assert!(told.iter().any(|told| told.contains("« protected.pdf » : PDF protégé par un mot de passe.")), "{told:?}");
    assert!(told.last().unwrap().contains("il n’est pas archivable tel quel"), "{told:?}");
    let count = drawn["pages"].as_array().unwrap().len();
    let (bytes, _) = saved(&mut office, asked(dossier));
    assert_eq!(Pages::read(bytes.clone()).unwrap().count(), count);
    for page in [1, 10, count] {
        let caller = office.caller();
        let input = json!({ "of": asked(dossier), "page": page, "width": 300 });
        let picture = calls::bytes(&mut office.desk, "paper_page", input, &caller).unwrap();
        assert_eq!(picture, Pages::read(bytes.clone()).unwrap().png(page - 1, 300).unwrap());
    }
    office.call(
        "note_document",
        json!({ "dossier": dossier, "document": "tax_notice", "part": "",
        "state": "unsuitable", "issued_on": "", "valid_until": "", "reason": "celui de 2024" }),
    );
    let after = office.call("draw_paper", asked(dossier));
    assert_eq!(after["pages"].as_array().unwrap().len(), count - 1, "what is no longer right no longer leaves");
}

#[test]
fn each_scan_is_a_step_and_the_file_can_be_given_up_at_any_of_them() {
    let (mut office, dossier) = with_pieces();
    let folder = tempfile::tempdir().unwrap();
    let (file, told) = (folder.path().join("dossier.pdf"), Arc::new(Mutex::new(Vec::new())));
    office.files.offer("out", file.clone());
    let input = json!({ "of": asked(dossier), "file": "out" });
    let seen = told.clone();
    office.progress = Arc::new_cyclic(|itself: &Weak<Progress>| {
        let itself = itself.clone();
        Progress::told_to(move |done, of| {
            seen.lock().unwrap().push((done, of));
            if done == 2 {
                itself.upgrade().unwrap().cancel();
            }
        })
    });
    assert_eq!(office.refused("save_paper", input.clone()).kind, FailureKind::Cancelled);
    assert_eq!(*told.lock().unwrap(), [(0, 1), (0, 4), (1, 4), (2, 4)]);
    let kept = office.call("kept_papers", json!({ "dossier": dossier }));
    assert_eq!((&kept["papers"], file.exists()), (&json!([]), false), "nothing left, nothing is kept");
    office.progress = Arc::new(Progress::untold());
    office.call("save_paper", input);
    page_with(&texts(&fs::read(file).unwrap()), "· page 1 sur ");
}

#[test]
fn a_scan_the_vault_has_lost_is_told_and_the_rest_prints() {
    let (mut office, dossier) = with_pieces();
    let (whole, _) = saved(&mut office, asked(dossier));
    for file in pieces_under(&office.folder.path().join("vault/pieces")) {
        fs::remove_file(file).unwrap();
    }
    // The file made last is kept with the keys, and goes with them.
    office.call("lock", json!({}));
    office.unlock();
    let (bytes, answer) = saved(&mut office, asked(dossier));
    let pages = texts(&bytes);
    assert!(pages.len() < texts(&whole).len());
    assert!(page_with(&pages, "fichier absent ou abîmé dans le coffre").0 > 6);
    assert_eq!(answer["remarks"].as_array().unwrap().len(), 4, "one for each scan: {answer}");
    assert!(String::from_utf8_lossy(&bytes).contains("<pdfaid:part>3"), "nobody else had a hand in it");
}

#[test]
fn it_is_made_lighter_when_it_goes_by_mail_and_says_what_it_weighs() {
    let (mut office, dossier) = with_pieces();
    let (whole, _) = saved(&mut office, asked(dossier));
    let light = json!({ "dossier": dossier, "paper": "bank_file", "for_email": true });
    let (light, answer) = saved(&mut office, light);
    assert!(
        light.len() < whole.len() + 1_000,
        "scans as small as these gain nothing: {} and {}",
        light.len(),
        whole.len()
    );
    assert!(text(&answer, "/sentence").contains("ko)"), "{answer}");
    let pages = texts(&light);
    page_with(&pages, "Les images sont allégées pour l’envoi par courriel ; les originaux restent au CCAS.");
    assert!(!String::from_utf8_lossy(&light).contains("/EmbeddedFile"));
}

#[test]
fn without_a_scan_it_keeps_what_it_promises() {
    let (mut office, dossier, _) = a_dossier();
    office.moment = at("2026-11-20");
    let drawn = office.call("draw_paper", asked(dossier));
    assert_eq!((drawn["is_archival"].as_bool(), drawn["remarks"].as_array().unwrap().len()), (Some(true), 0));
    let (bytes, _) = saved(&mut office, asked(dossier));
    let said = String::from_utf8_lossy(&bytes);
    assert!(said.contains("<pdfaid:part>3") && said.contains("<pdfuaid:part>1"));
    assert!(!texts(&bytes).join(" ").contains("· page 1 sur "));
}

#[test]
fn it_stands_in_the_order_of_the_bank_in_force_on_its_day() {
    let (mut office, dossier, bank) = with_pieces_for();
    let (before, _) = saved(&mut office, asked(dossier));
    let order = json!(["budget", "identity"]);
    let first = json!(["tax_notice", "proof_of_address"]);
    let view = signed_again(&mut office, &bank, "01/12/2026", &[("file_parts", order), ("documents_first", first)]);
    let agreement = &view["lenders"][0]["agreements"][0];
    assert!(
        clause(agreement, "Ordre du dossier").starts_with("budget · identité et situation · projet, devis"),
        "{agreement}"
    );
    assert!(clause(agreement, "Pièces en tête").contains(" · justificatif de domicile"), "{agreement}");
    let (still, _) = saved(&mut office, asked(dossier));
    assert_eq!(before, still, "until that day the file is the one it was, to the byte");
    office.moment = at("2026-12-02");
    let (bytes, _) = saved(&mut office, asked(dossier));
    let pages = texts(&bytes);
    assert!(
        pages[0].contains("Budget p. 2 · situation p. 3 · projet p. 4") && pages[0].contains("pièces p. 8"),
        "{}",
        pages[0]
    );
    assert!(pages[1].starts_with("1. Budget") && pages[2].starts_with("2. Identité"), "{} {}", pages[1], pages[2]);
    let stamped = pages.iter().filter(|page| page.contains("· page 1 sur "));
    let names: Vec<&str> = stamped.map(|page| page.split(" · ").nth(1).unwrap_or_default()).collect();
    assert!(names[0].contains("avis d’imposition") && names[1].contains("Justificatif de domicile"), "{names:?}");
}

#[test]
fn an_agreement_says_an_order_only_when_it_is_another_one() {
    let (mut office, _, bank) = a_dossier();
    let view = office.call("lenders", json!({}));
    let parts: Vec<_> = view["file_parts"].as_array().unwrap().iter().map(|part| part["key"].clone()).collect();
    assert_eq!(parts.len(), 6);
    let first = &view["lenders"][0]["agreements"][0];
    assert_eq!((&first["fields"]["file_parts"], clause(first, "Ordre du dossier").as_str()), (&json!([]), ""));
    let view = signed_again(&mut office, &bank, "01/12/2026", &[("file_parts", json!(parts))]);
    assert_eq!(view["lenders"][0]["agreements"][0]["fields"]["file_parts"], json!([]), "the usual order is not stated");
    let changed = [("file_parts", json!(["loan"])), ("attachment_megabytes", json!("10"))];
    let view = signed_again(&mut office, &bank, "02/12/2026", &changed);
    let agreement = &view["lenders"][0]["agreements"][0];
    assert_eq!(
        agreement["fields"]["file_parts"],
        json!(["loan", "identity", "project", "budget", "assessment", "transmission"]),
        "every part is in the form"
    );
    assert_eq!(clause(agreement, "Pièce jointe"), "10 Mo au plus");
    for (field, value) in [
        ("file_parts", json!(["annexes"])),
        ("documents_first", json!(["passport_of_nobody"])),
        ("attachment_megabytes", json!("0")),
        ("attachment_megabytes", json!("beaucoup")),
    ] {
        let mut fields = agreement_of(&mut office);
        fields[field] = value;
        let input = json!({ "lender": bank, "from": "03/12/2026", "source": "Avenant", "fields": fields });
        assert_refused(&office.refused("sign_agreement", input), FailureKind::Refused, Some(field));
    }
}

#[test]
fn it_fits_the_mailbox_of_the_bank_or_says_that_it_does_not() {
    let (mut office, dossier, bank) = a_dossier();
    signed_again(&mut office, &bank, "01/11/2026", &[("attachment_megabytes", json!("1"))]);
    office.moment = at("2026-11-20");
    attach_made(&mut office, dossier, ("lourde.jpg", &heavy_photograph(1_300_000)), "proof_of_address");
    let light = json!({ "dossier": dossier, "paper": "bank_file", "for_email": true });
    let (whole, answer) = saved(&mut office, asked(dossier));
    assert!(whole.len() > 1_300_000);
    let told = remarks(&answer);
    assert!(
        told[0].starts_with("Ce fichier pèse 1,") && told[0].contains("1 Mo au plus. Cochez « Alléger"),
        "{told:?}"
    );
    let (lighter, answer) = saved(&mut office, light.clone());
    assert!(lighter.len() < 1_000_000, "{}", lighter.len());
    assert!(!remarks(&answer).iter().any(|told| told.contains("Mo au plus")), "{answer}");
    attach_made(&mut office, dossier, ("plan.pdf", &heavy_pdf(1_200)), "tax_notice");
    let (too_large, answer) = saved(&mut office, light.clone());
    assert!(too_large.len() > 1_000_000);
    let told = remarks(&answer);
    assert!(
        told[0].starts_with("Même allégé, ce fichier pèse 1,")
            && told[0].ends_with("Envoyez-le en deux messages, ou remettez-le sur clé USB ou sur papier."),
        "{told:?}"
    );
    assert_eq!(remarks(&office.call("draw_paper", light)), told, "it is said before it leaves");
}

fn pieces_under(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.map(|entry| entry.unwrap().path());
    let paths = paths.flat_map(|path| if path.is_dir() { pieces_under(&path) } else { vec![path] });
    paths.filter(|path| path.extension().is_some_and(|ending| ending == "piece")).collect()
}
