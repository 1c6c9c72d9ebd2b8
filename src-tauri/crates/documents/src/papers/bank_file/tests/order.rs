//! The file in the order of its lender, and at the size its mailbox takes.

use domain::attachment::ContentKind;
use domain::settings::ListKey;
use image::codecs::jpeg::JpegEncoder;
use lopdf::{Dictionary, Stream, dictionary};

use super::pieces::{pages, printed, with};
use super::*;
use crate::merge::worlds::{A4, Foreign, plain};

/// The Delmas file, the assessment and the budget read first.
pub(super) fn in_another_order() -> BankFile {
    let named = ["assessment", "budget"].map(ListKey::new);
    BankFile { parts: BankFilePart::ordered(&named), ..delmas() }
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

/// A photograph that each step makes lighter.
fn photograph() -> Vec<u8> {
    let picture = image::GrayImage::from_raw(400, 300, noise(400 * 300)).unwrap();
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(&picture).unwrap();
    bytes
}

/// A page with a picture of so many thousands of bytes, of a kind that nothing makes lighter.
fn ballast(thousands: u64) -> Vec<u8> {
    let rows = i64::try_from(thousands).unwrap();
    let count = usize::try_from(thousands).unwrap().saturating_mul(1_000);
    let dict = dictionary! {
        "Type" => "XObject", "Subtype" => "Image", "Width" => 1_000, "Height" => rows, "ColorSpace" => "DeviceGray",
        "BitsPerComponent" => 8,
    };
    let mut file = Foreign::new().page("Plan", A4, 0);
    let picture = Stream::new(dict, noise(count));
    let image = file.file.add_object(picture);
    let content = file.file.add_object(Stream::new(Dictionary::new(), b"500 0 0 300 40 300 cm /I Do".to_vec()));
    let page = file.last();
    page.set("Resources", dictionary! { "XObject" => dictionary! { "I" => image } });
    page.set("Contents", content);
    file.bytes()
}

/// The Delmas file with a photograph and a plan of so many thousands of bytes, for a mailbox that takes so much.
fn for_a_mailbox_of(megabytes: Option<u32>, plan: u64, weight: Weight) -> (Paper, u64) {
    let mut file = with(&[("un.jpg", ContentKind::Jpeg), ("plan.pdf", ContentKind::Pdf)]);
    if let Some(lender) = &mut file.lender {
        lender.attachment_megabytes = megabytes;
    }
    let paper = printed(&file, weight, &[photograph(), ballast(plan)]);
    let size = size_of(&paper);
    (paper, size)
}

fn remark(paper: &Paper) -> String {
    paper.remarks[0].replace(['\u{a0}', NARROW_SPACE], " ")
}

#[test]
fn parts_are_numbered_by_their_place_and_nothing_else_changes() {
    let (usual, other) = (read(&delmas(), &valbourg()), read(&in_another_order(), &valbourg()));
    assert_says(
        &other[0],
        &[
            "La suite. Avis p. 2 · budget p. 3 · situation p. 4 · projet p. 5 · prêt p. 6 · accords p. 7 · pièces p. 8 · votre réponse p. 9.",
        ],
    );
    for (place, was, title) in
        [(1, 5, "Évaluation"), (2, 3, "Budget"), (3, 1, "Identité"), (4, 2, "Projet"), (5, 4, "Simulation")]
    {
        assert!(other[place].starts_with(&format!("{place}. {title}")), "{}", other[place]);
        let words =
            |page: &str| page.split_once(". ").unwrap().1.rsplit_once(" Dossier de transmission").unwrap().0.to_owned();
        assert_eq!(words(&other[place]), words(&usual[was]), "the part itself is the same");
    }
    let paper = render(&in_another_order(), &valbourg()).unwrap();
    assert!(paper.is_archival && String::from_utf8_lossy(&paper.bytes).contains("<pdfuaid:part>1"));
}

#[test]
fn pieces_stay_last_and_contents_lead_to_each_part() {
    let mut file = with(&[("identité.pdf", ContentKind::Pdf)]);
    file.parts = in_another_order().parts;
    file.own_form = Some(domain::settings::OwnFormPlace::BeforeDocuments);
    let paper = printed(&file, Weight::Whole, &[plain(2)]);
    let pages = pages(&paper);
    assert_says(&pages[0], &["Avis p. 2", "pièces p. 8", "votre réponse p. 11."]);
    assert_says(&pages[8], &["P1 · page 1 sur 2"]);
    let made = lopdf::Document::load_mem(&paper.bytes).unwrap();
    let titles = made.objects.values().filter_map(|object| object.as_dict().ok()?.get(b"Title").ok());
    let titles: Vec<String> = titles.filter_map(|title| lopdf::decode_text_string(title).ok()).collect();
    for start in ["1. Évaluation", "2. Budget", "3. Identité", "7. Les pièces"] {
        assert!(titles.iter().any(|title| title.starts_with(start)), "no bookmark {start}: {titles:?}");
    }
    file.parts.reverse();
    let last = printed(&file, Weight::Whole, &[plain(2)]);
    assert_says(&super::pieces::pages(&last)[1], &["rempli à part, placé avant les pièces."]);
}

#[test]
fn a_lighter_file_goes_down_until_the_mailbox_takes_it() {
    let (_, bare) = for_a_mailbox_of(None, 1, Weight::ForEmail);
    let plan = (1_000_000 - bare).div_ceil(1_000) + 5;
    let (first, free) = for_a_mailbox_of(None, plan, Weight::ForEmail);
    assert_eq!(first.remarks.len(), 1, "without a limit nothing is said: {:?}", first.remarks);
    assert!(free > 1_000_000, "it is too large for the smallest mailbox: {free}");
    let (paper, size) = for_a_mailbox_of(Some(1), plan, Weight::ForEmail);
    assert!(size <= 1_000_000, "{size}");
    let told = remark(&paper);
    assert!(told.starts_with("Images ramenées à 125 points par pouce : "), "one step is enough: {told}");
    assert!(told.contains("la banque reçoit 1 Mo au plus."), "{told}");
    assert_eq!(paper, for_a_mailbox_of(Some(1), plan, Weight::ForEmail).0, "the same facts, the same bytes");
    let (roomy, same) = for_a_mailbox_of(Some(20), plan, Weight::ForEmail);
    assert_eq!((same, roomy.remarks.len()), (free, 1), "what fits at first stays as it is");
}

#[test]
fn what_does_not_fit_says_what_it_weighs_and_what_to_do() {
    let (whole, size) = for_a_mailbox_of(Some(1), 1_100, Weight::Whole);
    assert!(size > 1_000_000);
    let told = remark(&whole);
    assert!(told.contains("la banque reçoit par courriel 1 Mo au plus. Cochez « Alléger"), "{told}");
    assert!(told.contains(&file_size(size).replace('\u{a0}', " ")), "{told}");
    let (light, size) = for_a_mailbox_of(Some(1), 1_100, Weight::ForEmail);
    let told = remark(&light);
    assert!(told.starts_with("Même allégé, ce fichier pèse ") && told.contains("en deux messages"), "{told}");
    assert!(told.contains(&file_size(size).replace('\u{a0}', " ")), "{told}");
    assert_eq!(pages(&light).len(), 8 + 1 + 2, "nothing is left out for it");
}
