//! Files that are broken, protected, too large, or made to harm.

use super::*;
use crate::merge::written::compressed;

#[test]
fn what_cannot_be_read_is_refused_with_its_reason() {
    let photo = photograph(60, 40, 1);
    let picture = png((60, 40), ::png::ColorType::Rgb, ::png::BitDepth::Eight);
    let long = plain(4);
    let check = |kind, bytes: &[u8], expected| assert_eq!(taken(kind, bytes), Err(expected));
    check(ContentKind::Pdf, b"", Unplaced::Empty);
    check(ContentKind::Pdf, &[0; 5_000], Unplaced::Broken);
    check(ContentKind::Pdf, b"MZ\x90\0 a program under another name", Unplaced::Broken);
    check(ContentKind::Pdf, &long[..long.len() / 2], Unplaced::Broken);
    check(ContentKind::Jpeg, b"\xff\xd8\xff", Unplaced::CutShort);
    check(ContentKind::Jpeg, &photo[..photo.len() - 200], Unplaced::CutShort);
    check(ContentKind::Jpeg, &picture, Unplaced::Broken);
    check(ContentKind::Png, &picture[..picture.len() - 60], Unplaced::CutShort);
    check(ContentKind::Png, &photo, Unplaced::Broken);
    check(ContentKind::Docx, b"PK", Unplaced::NoPages);
    let mut dynamic = Foreign::new().page("Veuillez patienter", A4, 0).closed();
    dynamic.catalog_mut().unwrap().set("NeedsRendering", true);
    check(ContentKind::Pdf, &saved(dynamic), Unplaced::DynamicForm);
    for cut in (1..long.len()).step_by(97) {
        // Whatever is left of a file, it is placed or refused, and nothing else happens.
        let _ = taken(ContentKind::Pdf, &long[..cut]);
    }
}

#[test]
fn a_refused_scan_leaves_nothing_behind() {
    let mut with = Merged::new(None);
    let mut broken = plain(2);
    let place = broken.windows(6).rposition(|part| part == b"stream").unwrap();
    broken.truncate(place);
    assert!(with.take(ContentKind::Pdf, "a.pdf", &broken).is_err());
    assert!(with.take(ContentKind::Jpeg, "b.jpg", b"\xff\xd8\xff").is_err());
    let mut without = Merged::new(None);
    let scan = photograph(60, 40, 1);
    let (one, other) = (with.take(ContentKind::Jpeg, "c", &scan), without.take(ContentKind::Jpeg, "c", &scan));
    assert_eq!(one, other);
    assert_eq!((with.next(), with.print()), (without.next(), without.print()));
}

#[test]
fn two_hundred_pages_are_placed_and_five_hundred_are_too_many() {
    let file = plain(200);
    let scanned = taken(ContentKind::Pdf, &file).unwrap();
    assert_eq!(scanned.pages.len(), 200);
    assert_eq!(taken(ContentKind::Pdf, &plain(501)), Err(Unplaced::TooManyPages(500)));
}

#[test]
fn scans_of_twenty_thousand_pixels_go_in_as_they_are() {
    let wide = png((20_000, 300), ::png::ColorType::Grayscale, ::png::BitDepth::One);
    let scanned = taken(ContentKind::Png, &wide).unwrap();
    assert_eq!(scanned.pages.len(), 1);
    let tall = photograph(100, 20_000, 1);
    let bytes = merged(&[(ContentKind::Jpeg, &tall), (ContentKind::Png, &wide)], Weight::Whole);
    assert_eq!(texts(&bytes).len(), 2);
}

#[test]
fn a_bomb_is_refused_before_it_unfolds() {
    let mut file = Foreign::new().page("Bombe", A4, 0);
    let zeros = compressed(Dictionary::new(), vec![b' '; 90_000_000]);
    let zeros = file.file.add_object(zeros);
    file.last().set("Contents", zeros);
    assert_eq!(taken(ContentKind::Pdf, &file.bytes()), Err(Unplaced::TooLarge));
    let mut turning = Foreign::new().page("Boucle", A4, 0).closed();
    let root = turning.catalog().unwrap().get(b"Pages").unwrap().as_reference().unwrap();
    let kids = turning.get_object_mut(root).unwrap().as_dict_mut().unwrap().get_mut(b"Kids").unwrap();
    kids.as_array_mut().unwrap().push(root.into());
    assert_eq!(taken(ContentKind::Pdf, &saved(turning)), Err(Unplaced::Broken));
}

#[test]
fn scripts_actions_and_files_within_never_come_through() {
    let mut file = Foreign::new().page("Piegee", A4, 0);
    let payload = b"MZ a program hidden in a document".to_vec();
    let hidden = file.file.add_object(Stream::new(dictionary! { "Type" => "EmbeddedFile" }, payload));
    let spec = dictionary! {
        "Type" => "Filespec", "F" => Object::string_literal("jeu.exe"), "EF" => dictionary! { "F" => hidden },
    };
    let spec = file.file.add_object(spec);
    let script =
        || dictionary! { "Type" => "Action", "S" => "JavaScript", "JS" => Object::string_literal("app.alert(1)") };
    let launch = dictionary! { "S" => "Launch", "F" => Object::string_literal("calc.exe") };
    let look = file.look("Bouton");
    // The appearance itself drags an action and a file along.
    let stream = file.file.get_object_mut(look).unwrap().as_stream_mut().unwrap();
    stream.dict.set("AF", vec![spec.into()]);
    stream.dict.set("PieceInfo", script());
    let rect: Vec<Object> = vec![0.into(), 0.into(), 90.into(), 30.into()];
    let button = dictionary! {
        "Type" => "Annot", "Subtype" => "Widget", "Rect" => rect, "A" => launch, "AA" => dictionary! { "U" => script() },
        "AP" => dictionary! { "N" => look },
    };
    let page = file.last();
    page.set("AA", dictionary! { "O" => script() });
    page.set("Annots", vec![button.into()]);
    page.set("AF", vec![spec.into()]);
    let mut file = file.closed();
    let names = dictionary! { "Names" => vec![Object::string_literal("jeu.exe"), spec.into()] };
    let catalog = file.catalog_mut().unwrap();
    catalog.set("OpenAction", script());
    catalog.set("Names", dictionary! { "EmbeddedFiles" => names });
    let bytes = saved(file);
    let scanned = taken(ContentKind::Pdf, &bytes).unwrap();
    assert!(scanned.remarks[0].contains("contient des instructions ou d’autres fichiers"), "{:?}", scanned.remarks);
    let merged = pdf(&bytes);
    assert!(texts(&merged)[0].contains("Bouton"), "the page itself is there");
    let file = Document::load_mem(&merged).unwrap();
    assert!(!acting::acts(&file), "nothing acts and no file is carried");
    assert!(!file.catalog().unwrap().has(b"AF"), "an original that acts is not attached");
    let plainly: Vec<u8> = file.objects.values().flat_map(|object| format!("{object:?}").into_bytes()).collect();
    for sign in [&b"app.alert"[..], b"calc.exe", b"jeu.exe", b"hidden in a document"] {
        assert!(!plainly.windows(sign.len()).any(|part| part == sign), "{}", String::from_utf8_lossy(sign));
    }
}

#[test]
fn bytes_changed_at_random_never_end_in_anything_but_a_file_or_a_refusal() {
    let whole = saved_modern(Foreign::new().page("Claire", A4, 90).page("Suite", A4, 0).closed());
    let mut seed = 7_u64;
    for _ in 0..300 {
        let mut bytes = whole.clone();
        for _ in 0..6 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let [byte, high, higher, ..] = seed.to_be_bytes();
            let place = usize::from(u16::from_be_bytes([high, higher])) % bytes.len();
            bytes[place] = byte;
        }
        let _ = taken(ContentKind::Pdf, &bytes);
    }
}

/// Forms that each draw the next one ten times: a few kilobytes no reader comes to the end of.
#[test]
fn forms_within_forms_are_counted_before_they_are_drawn() {
    let nested = |levels: usize| {
        let mut file = Foreign::new().page("Emboitee", A4, 0);
        let mut form = file.look("Fond");
        for _ in 0..levels {
            let dict = dictionary! {
                "Type" => "XObject", "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 9.into(), 9.into()],
                "Resources" => dictionary! { "XObject" => dictionary! { "AB" => form } },
            };
            form = file.file.add_object(Stream::new(dict, b"/AB Do/A#42 Do\n".repeat(5)));
        }
        let page = file.last();
        page.set("Resources", dictionary! { "XObject" => dictionary! { "F" => form } });
        let content = file.file.add_object(Stream::new(Dictionary::new(), b"/F Do".to_vec()));
        file.last().set("Contents", content);
        file.bytes()
    };
    assert!(taken(ContentKind::Pdf, &nested(2)).is_ok());
    assert_eq!(taken(ContentKind::Pdf, &nested(12)), Err(Unplaced::TooLarge));
}
