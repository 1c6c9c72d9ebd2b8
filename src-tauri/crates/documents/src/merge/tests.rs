//! Each kind of file others make: placed as it is, or refused with its reason, and always inert.

mod hostile;

use std::process::Command;

use domain::attachment::{ContentKind, Rotation};
use lopdf::{Dictionary, Document, Object, Stream, dictionary};

use super::worlds::{A4, Foreign, encrypted, held, photograph, plain, png, saved, saved_modern};
use super::*;
use crate::finish::{Identity, finish_merged};
use crate::page::{Foot, Stamped, Tags, Typesetter, flow};
use crate::raster::Pages;

/// A file made of these scans and nothing else, each page under its stamp.
fn made(scans: &[(ContentKind, &[u8])], weight: Weight) -> Vec<u8> {
    made_turned(scans, weight, Rotation::None)
}

/// The same, each page turned.
fn made_turned(scans: &[(ContentKind, &[u8])], weight: Weight, rotation: Rotation) -> Vec<u8> {
    let mut merged = Merged::new(weight.reduction());
    let mut setter = Typesetter::new().unwrap();
    let mut strips = Vec::new();
    for (number, (kind, bytes)) in (1..).zip(scans) {
        let mut scanned = merged.take(*kind, "pièce.pdf", bytes).unwrap();
        merged.rotate(&mut scanned, rotation);
        for page in scanned.pages {
            let stamp = format!("Pièce {number}");
            let stamped = Stamped { stamp: &stamp, label: "d’ailleurs", compared: "", begins: None, page };
            strips.extend(setter.stamped(Tags::DOCUMENT, &stamped).1);
        }
    }
    let sheets = flow(strips, &Foot::plain("pied"), &mut setter);
    let date = chrono::NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let identity = Identity { title: "Essai".to_owned(), author: "CCAS".to_owned(), date };
    finish_merged(sheets, &setter, &identity, merged).unwrap().bytes.to_vec()
}

/// The same, once it was found sound.
fn merged(scans: &[(ContentKind, &[u8])], weight: Weight) -> Vec<u8> {
    let bytes = made(scans, weight);
    assert_sound(&bytes);
    bytes
}

fn pdf(bytes: &[u8]) -> Vec<u8> {
    merged(&[(ContentKind::Pdf, bytes)], Weight::Whole)
}

fn taken(kind: ContentKind, bytes: &[u8]) -> Result<Scanned, Unplaced> {
    Merged::new(None).take(kind, "pièce.pdf", bytes)
}

#[test]
fn a_file_is_cut_into_papers_that_hold_nothing_of_the_others() {
    let whole = plain(3);
    let parts = cut(&whole, &[2, 1, 1, 0, 7]).unwrap();
    assert_eq!(parts.len(), 3, "each page once, what is no page passed over");
    for (part, word) in parts.iter().zip(["Feuille 1", "Feuille 2", "Feuille 3"]) {
        assert_sound(part);
        let pages = Pages::read(part.clone()).unwrap();
        assert_eq!((pages.count(), pages.text(0).unwrap().trim()), (1, word));
        let others = part.windows(7).filter(|some| *some == b"Feuille").count();
        assert!(others <= 1, "nothing is left of the other pages");
    }
    assert_eq!(cut(&whole, &[1]).unwrap().len(), 2);
    let two = Foreign::new().page("Alpha", A4, 0).page("Bravo", A4, 0);
    assert_eq!(cut(&encrypted(two.closed(), "secret"), &[1]).unwrap_err(), Unplaced::Password);
    assert_eq!(cut(b"%PDF-1.7", &[1]).unwrap_err(), Unplaced::Broken);
}

/// Read by our own reader of foreign files, and by qpdf where it is installed.
#[track_caller]
fn assert_sound(bytes: &[u8]) {
    Document::load_mem(bytes).unwrap();
    let folder = tempfile_folder();
    let path = folder.join(format!("{:032x}.pdf", crate::digest::Digest::default().fed(bytes).value()));
    std::fs::write(&path, bytes).unwrap();
    if let Ok(told) = Command::new("qpdf").arg("--check").arg(&path).output() {
        assert!(told.status.success(), "{}", String::from_utf8_lossy(&[told.stdout, told.stderr].concat()));
    }
    std::fs::remove_file(path).unwrap();
}

fn tempfile_folder() -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../target/merged/checked");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// The text of each page without its spaces: what is turned is read sign by sign.
fn texts(bytes: &[u8]) -> Vec<String> {
    let pages = Pages::read(bytes.to_vec()).unwrap();
    (0..pages.count()).map(|page| pages.text(page).unwrap().split_whitespace().collect()).collect()
}

/// How dark a page is at so many hundredths of its width and height, from 0 to 255.
fn ink_at(bytes: &[u8], page: usize, (across, down): (u32, u32)) -> u8 {
    let picture = Pages::read(bytes.to_vec()).unwrap().png(page, 600).unwrap();
    let picture = image::load_from_memory(&picture).unwrap().into_luma8();
    u8::MAX
        ^ picture.get_pixel(picture.width().saturating_mul(across) / 100, picture.height().saturating_mul(down) / 100).0
            [0]
}

#[test]
fn a_page_is_placed_the_way_it_is_read_and_never_cut() {
    let file = Foreign::new()
        .page("Droite", A4, 0)
        .page("Quart", A4, 90)
        .page("Demi", A4, 180)
        .page("Trois", A4, -90)
        .page("Paysage", [0, 0, 842, 595], 0)
        .page("Plan", [-100, -100, 2_284, 1_584], 0);
    let mut merged = Merged::new(None);
    let scanned = merged.take(ContentKind::Pdf, "plan.pdf", &file.bytes()).unwrap();
    let sizes: Vec<_> = scanned.pages.iter().map(|page| (page.width.to_string(), page.height.to_string())).collect();
    let size = |width: &str, height: &str| (width.to_owned(), height.to_owned());
    let (upright, lying) = (size("595.000", "842.000"), size("842.000", "595.000"));
    let plan = size("2384.000", "1684.000");
    assert_eq!(sizes, [upright.clone(), lying.clone(), upright, lying.clone(), lying, plan]);
    let file = Foreign::new().page("Droite", A4, 0).page("Quart", A4, 90).page("Plan", [-100, -100, 2_284, 1_584], 0);
    let bytes = pdf(&file.bytes());
    let texts = texts(&bytes);
    for (text, words) in texts.iter().zip(["Droite", "Quart", "Plan"]) {
        assert!(text.contains(words) && text.contains("Pièce1"), "{text}");
    }
}

/// How much two files differ where they are drawn, in levels of grey of all their points.
fn difference(one: &[u8], other: &[u8]) -> u64 {
    let drawn = |bytes: &[u8]| {
        let picture = Pages::read(bytes.to_vec()).unwrap().png(0, 400).unwrap();
        image::load_from_memory(&picture).unwrap().into_luma8().into_raw()
    };
    let (one, other) = (drawn(one), drawn(other));
    assert_eq!(one.len(), other.len());
    one.iter().zip(&other).map(|(one, other)| u64::from(one.abs_diff(*other))).sum()
}

/// The turned file is drawn as the upright one is, and not as it came; what is left is the smoothing of edges.
#[track_caller]
fn assert_upright(turned: &[u8], upright: &[u8], as_it_came: &[u8]) {
    assert_sound(turned);
    let (near, far) = (difference(turned, upright), difference(turned, as_it_came));
    assert!(far > 0 && near.saturating_mul(10) < far, "{near} from the upright one, {far} from the one that came");
}

#[test]
fn a_scan_that_was_turned_leaves_upright() {
    let photograph = photograph(90, 60, 1);
    for (rotation, way_up) in [(Rotation::Quarter, 6), (Rotation::Half, 3), (Rotation::ThreeQuarters, 8)] {
        let turned = made_turned(&[(ContentKind::Jpeg, &photograph)], Weight::Whole, rotation);
        let upright = made(&[(ContentKind::Jpeg, &held(&photograph, way_up))], Weight::Whole);
        assert_upright(&turned, &upright, &made(&[(ContentKind::Jpeg, &photograph)], Weight::Whole));
    }
    let lying = Foreign::new().page("Quart", A4, 90).bytes();
    let turned = made_turned(&[(ContentKind::Pdf, &lying)], Weight::Whole, Rotation::ThreeQuarters);
    let upright = made(&[(ContentKind::Pdf, &Foreign::new().page("Quart", A4, 0).bytes())], Weight::Whole);
    assert_upright(&turned, &upright, &made(&[(ContentKind::Pdf, &lying)], Weight::Whole));
    assert!(texts(&turned)[0].contains("Quart"));
}

#[test]
fn the_box_that_is_shown_is_the_crop_box() {
    let mut file = Foreign::new().page("Rognee", A4, 0);
    file.last().set("CropBox", vec![20.into(), 400.into(), 320.into(), 900.into()]);
    let scanned = taken(ContentKind::Pdf, &file.bytes()).unwrap();
    let page = scanned.pages[0];
    assert_eq!((page.width.to_string(), page.height.to_string()), ("300.000".into(), "442.000".into()));
}

#[test]
fn object_streams_and_encryption_without_a_password_are_read() {
    let file = || Foreign::new().page("Claire", A4, 0).page("Suite", A4, 0).closed();
    for bytes in [saved(file()), saved_modern(file()), encrypted(file(), "")] {
        let texts = texts(&pdf(&bytes));
        assert!(texts[0].contains("Claire") && texts[1].contains("Suite"), "{texts:?}");
    }
    assert_eq!(taken(ContentKind::Pdf, &encrypted(file(), "secret")), Err(Unplaced::Password));
}

#[test]
fn what_others_tools_write_is_read() {
    let folder = tempfile_folder();
    let (from, to) = (folder.join("from.pdf"), folder.join("to.pdf"));
    std::fs::write(&from, Foreign::new().page("Claire", A4, 90).page("Suite", A4, 0).bytes()).unwrap();
    for how in [
        &["--linearize"][..],
        &["--object-streams=generate", "--encrypt", "", "maître", "256", "--"],
        &["--object-streams=generate", "--allow-weak-crypto", "--encrypt", "", "maître", "128", "--use-aes=y", "--"],
        &["--allow-weak-crypto", "--encrypt", "", "maître", "40", "--"],
        &["--qdf"],
    ] {
        let made = Command::new("qpdf").args(how).arg(&from).arg(&to).status();
        if !made.is_ok_and(|status| status.success()) {
            continue;
        }
        let texts = texts(&pdf(&std::fs::read(&to).unwrap()));
        assert!(texts[0].contains("Claire") && texts[1].contains("Suite"), "{how:?}: {texts:?}");
    }
}

#[test]
fn filled_fields_and_stamps_are_drawn_and_what_has_no_look_is_told() {
    let mut file = Foreign::new().page("Formulaire", A4, 0);
    let (field, hidden, ticked) = (file.look("Delmas"), file.look("Secret"), file.look("Coche"));
    let rect = |left: i64, bottom: i64| -> Object {
        vec![left.into(), bottom.into(), (left + 200).into(), (bottom + 80).into()].into()
    };
    let annotation = |kind: &str, more: Dictionary| {
        let mut annotation = dictionary! { "Type" => "Annot", "Subtype" => kind, "Rect" => rect(100, 300) };
        annotation.extend(&more);
        Object::Dictionary(annotation)
    };
    let states = dictionary! { "On" => ticked };
    let annotations = vec![
        annotation("Widget", dictionary! { "AP" => dictionary! { "N" => field } }),
        annotation("Stamp", dictionary! { "F" => 2, "AP" => dictionary! { "N" => hidden } }),
        annotation("Widget", dictionary! { "AS" => "On", "AP" => dictionary! { "N" => states } }),
        annotation("Widget", dictionary! { "V" => Object::string_literal("sans apparence") }),
        annotation("Widget", dictionary! {}),
        annotation("Link", dictionary! {}),
    ];
    file.last().set("Annots", annotations);
    let bytes = file.bytes();
    let scanned = taken(ContentKind::Pdf, &bytes).unwrap();
    assert_eq!(scanned.remarks.len(), 1, "{:?}", scanned.remarks);
    assert!(scanned.remarks[0].replace('\u{a0}', " ").starts_with("1 champ ou annotation sans apparence"));
    let merged = pdf(&bytes);
    let text = texts(&merged).remove(0);
    assert!(text.contains("Delmas") && text.contains("Coche") && !text.contains("Secret"), "{text}");
    // The grey ground of the field, twice the size of its form: at 110 points of the left, 370 of the bottom.
    assert!(ink_at(&merged, 0, (29, 53)) > 30, "the field is where its rectangle is");
}

#[test]
fn a_layer_that_is_hidden_stays_hidden() {
    let mut file = Foreign::new().page("Couches", A4, 0).closed();
    let layer = file.add_object(dictionary! { "Type" => "OCG", "Name" => Object::string_literal("cachée") });
    let page = file.page_iter().next().unwrap();
    let content = Stream::new(Dictionary::new(), b"/OC /Cachee BDC 0 g 0 0 595 842 re f EMC".to_vec());
    let content = file.add_object(content);
    let properties = dictionary! { "Properties" => dictionary! { "Cachee" => layer } };
    let page = file.get_object_mut(page).unwrap().as_dict_mut().unwrap();
    page.set("Contents", content);
    page.set("Resources", properties);
    let hidden = dictionary! { "OFF" => vec![layer.into()] };
    let layers = dictionary! { "OCGs" => vec![layer.into()], "D" => hidden };
    file.catalog_mut().unwrap().set("OCProperties", layers);
    let merged = pdf(&saved(file));
    assert!(ink_at(&merged, 0, (50, 50)) < 10, "nothing of the layer is seen");
}

#[test]
fn a_photograph_goes_in_byte_for_byte_and_the_way_up_it_was_held() {
    for way_up in 1..=8 {
        let photograph = photograph(300, 200, way_up);
        let bytes = merged(&[(ContentKind::Jpeg, &photograph)], Weight::Whole);
        let is_there = bytes.windows(photograph.len()).any(|part| part == photograph);
        assert!(is_there, "{way_up}: every byte is in the file as it came");
        // The dark corner, from the top left of the picture: where each way of holding the camera puts it.
        let corner = match way_up {
            1 => (39, 10),
            2 => (63, 10),
            3 => (63, 22),
            4 => (39, 22),
            5 => (43, 11),
            6 => (59, 11),
            7 => (59, 29),
            _ => (43, 29),
        };
        assert!(ink_at(&bytes, 0, corner) > 150, "{way_up}: the dark corner is at {corner:?}");
    }
}

#[test]
fn the_ink_of_adobe_is_counted_backwards() {
    let mut bytes = vec![0xff, 0xd8, 0xff, 0xee, 0, 14];
    bytes.extend(b"Adobe\0\x64\0\0\0\0\x02");
    bytes.extend([0xff, 0xc0, 0, 20, 8, 0, 2, 0, 3, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0]);
    bytes.extend([0xff, 0xda, 0, 2, 1, 2, 0xff, 0, 3, 0xff, 0xd9]);
    let frame = jpeg::frame(&bytes).unwrap();
    assert_eq!((frame.width, frame.height, frame.colours, frame.is_adobe), (3, 2, 4, true));
    let whole = made(&[(ContentKind::Jpeg, &bytes)], Weight::Whole);
    let file = Document::load_mem(&whole).unwrap();
    let image = file.objects.values().filter_map(|object| object.as_stream().ok());
    let image = image.map(|stream| &stream.dict).find(|dict| dict.has(b"ColorSpace") && dict.has(b"Decode")).unwrap();
    assert_eq!(image.get(b"ColorSpace").unwrap().as_name().unwrap(), b"DeviceCMYK");
}

#[test]
fn a_picture_loses_nothing() {
    use ::png::{BitDepth, ColorType};
    for (colours, depth) in [
        (ColorType::Grayscale, BitDepth::One),
        (ColorType::Grayscale, BitDepth::Sixteen),
        (ColorType::Rgb, BitDepth::Eight),
        (ColorType::Indexed, BitDepth::Eight),
        (ColorType::GrayscaleAlpha, BitDepth::Eight),
        (ColorType::Rgba, BitDepth::Eight),
    ] {
        let picture = png((64, 48), colours, depth);
        let bytes = merged(&[(ContentKind::Png, &picture)], Weight::Whole);
        let file = Document::load_mem(&bytes).unwrap();
        let images = file.objects.values().filter_map(|object| object.as_stream().ok());
        let images: Vec<_> = images.filter(|stream| stream.dict.has(b"BitsPerComponent")).collect();
        let masked = matches!(colours, ColorType::GrayscaleAlpha | ColorType::Rgba);
        assert_eq!(images.len(), if masked { 2 } else { 1 }, "{colours:?}");
        if colours == ColorType::Rgb {
            let whole = image::load_from_memory(&picture).unwrap().into_rgb8().into_raw();
            assert_eq!(images[0].decompressed_content().unwrap(), whole, "every pixel is there");
        }
    }
}

#[test]
fn a_file_others_had_a_hand_in_claims_no_standard() {
    let bytes = pdf(&plain(1));
    let text = String::from_utf8_lossy(&bytes);
    assert!(text.contains("<dc:title>") && !text.contains("<pdfaid:part>") && !text.contains("pdfuaid:part>"));
}

#[test]
fn originals_are_attached_as_they_came_unless_it_goes_by_mail() {
    let original = plain(2);
    let whole = pdf(&original);
    assert!(whole.windows(original.len()).any(|part| part == original), "the original is in the file");
    let file = Document::load_mem(&whole).unwrap();
    assert_eq!(file.catalog().unwrap().get(b"AF").unwrap().as_array().unwrap().len(), 1);
    let light = merged(&[(ContentKind::Pdf, &original)], Weight::ForEmail);
    let file = Document::load_mem(&light).unwrap();
    assert!(!file.catalog().unwrap().has(b"AF") && light.len() < whole.len());
}

#[test]
fn pictures_are_made_smaller_only_when_that_is_asked() {
    let upright = photograph(2_400, 1_600, 1);
    let large = held(&upright, 6);
    let whole = merged(&[(ContentKind::Jpeg, &large)], Weight::Whole);
    let light = merged(&[(ContentKind::Jpeg, &large)], Weight::ForEmail);
    assert!(whole.len() > large.len() && light.len() * 2 < whole.len(), "{} and {}", whole.len(), light.len());
    assert!(ink_at(&light, 0, (80, 15)) > 150, "it is still the way up it was held");
    let mut inside = Foreign::new().page("Photo", A4, 0);
    let dict = dictionary! {
        "Type" => "XObject", "Subtype" => "Image", "Width" => 2_400, "Height" => 1_600, "ColorSpace" => "DeviceRGB",
        "BitsPerComponent" => 8, "Filter" => "DCTDecode",
    };
    let image = inside.file.add_object(Stream::new(dict, upright));
    let content = inside.file.add_object(Stream::new(Dictionary::new(), b"500 0 0 300 40 300 cm /I Do".to_vec()));
    let page = inside.last();
    page.set("Resources", dictionary! { "XObject" => dictionary! { "I" => image } });
    page.set("Contents", content);
    let bytes = inside.bytes();
    let light = merged(&[(ContentKind::Pdf, &bytes)], Weight::ForEmail);
    assert!(light.len() * 2 < bytes.len(), "{} and {}", light.len(), bytes.len());
    assert!(ink_at(&light, 0, (25, 35)) > 100, "the picture is still there");
}

#[test]
fn the_same_scans_give_the_same_bytes() {
    let scans = [(ContentKind::Pdf, plain(3)), (ContentKind::Jpeg, photograph(90, 60, 8))];
    let scans: Vec<_> = scans.iter().map(|(kind, bytes)| (*kind, bytes.as_slice())).collect();
    assert_eq!(merged(&scans, Weight::Whole), merged(&scans, Weight::Whole));
}
