//! Files others might have made, for tests: each is built here, none is kept.
#![expect(clippy::arithmetic_side_effects, clippy::as_conversions, reason = "small numbers the tests choose")]

use image::codecs::jpeg::JpegEncoder;
use lopdf::{
    Dictionary, Document, EncryptionState, EncryptionVersion, Object, ObjectId, Permissions, Stream, StringFormat,
    dictionary,
};

/// A sheet of A4 in points.
pub(crate) const A4: [i64; 4] = [0, 0, 595, 842];

/// A foreign file being made.
pub(crate) struct Foreign {
    pub(crate) file: Document,
    root: ObjectId,
    kids: Vec<ObjectId>,
}

impl Foreign {
    pub(crate) fn new() -> Self {
        let mut file = Document::with_version("1.6");
        let root = file.new_object_id();
        Self { file, root, kids: Vec::new() }
    }

    /// A page that says these words near its top left, its edge drawn.
    pub(crate) fn page(mut self, words: &str, media: [i64; 4], rotate: i64) -> Self {
        let [left, bottom, right, top] = media;
        let (width, height) = (right - left - 20, top - bottom - 20);
        let content = format!(
            "2 w {} {} {width} {height} re S BT /F1 24 Tf {} {} Td ({words}) Tj ET",
            left + 10,
            bottom + 10,
            left + 40,
            top - 60
        );
        let content = self.file.add_object(Stream::new(Dictionary::new(), content.into_bytes()));
        let page = self.file.add_object(dictionary! {
            "Type" => "Page",
            "Parent" => self.root,
            "MediaBox" => media.map(Object::Integer).to_vec(),
            "Rotate" => rotate,
            "Contents" => content,
        });
        self.kids.push(page);
        self
    }

    /// The last page made, to add to it.
    pub(crate) fn last(&mut self) -> &mut Dictionary {
        let last = *self.kids.last().unwrap();
        self.file.get_object_mut(last).unwrap().as_dict_mut().unwrap()
    }

    /// A square of so many points that says these words, as an appearance.
    pub(crate) fn look(&mut self, words: &str) -> ObjectId {
        let font = self.file.add_object(font());
        let content = format!("0.8 g 0 0 100 40 re f 0 g BT /F1 14 Tf 6 14 Td ({words}) Tj ET");
        self.file.add_object(Stream::new(
            dictionary! {
                "Type" => "XObject",
                "Subtype" => "Form",
                "BBox" => vec![0.into(), 0.into(), 100.into(), 40.into()],
                "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
            },
            content.into_bytes(),
        ))
    }

    /// The whole file, its tables as the caller likes them.
    pub(crate) fn closed(mut self) -> Document {
        let font = self.file.add_object(font());
        let kids: Vec<Object> = self.kids.iter().map(|kid| (*kid).into()).collect();
        let count = i64::try_from(kids.len()).unwrap();
        self.file.set_object(
            self.root,
            dictionary! {
                "Type" => "Pages",
                "Kids" => kids,
                "Count" => count,
                // Inherited by every page.
                "Resources" => dictionary! { "Font" => dictionary! { "F1" => font } },
            },
        );
        let catalog = self.file.add_object(dictionary! { "Type" => "Catalog", "Pages" => self.root });
        self.file.trailer.set("Root", catalog);
        let id = Object::String(b"0123456789abcdef".to_vec(), StringFormat::Literal);
        self.file.trailer.set("ID", vec![id.clone(), id]);
        self.file
    }

    pub(crate) fn bytes(self) -> Vec<u8> {
        saved(self.closed())
    }
}

fn font() -> Dictionary {
    dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" }
}

pub(crate) fn saved(mut file: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).unwrap();
    bytes
}

/// The same with object streams.
pub(crate) fn saved_modern(mut file: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    file.save_modern(&mut bytes).unwrap();
    bytes
}

/// The file under these passwords; an empty one for the user is no password to open it.
pub(crate) fn encrypted(mut file: Document, user: &str) -> Vec<u8> {
    let state = EncryptionState::try_from(EncryptionVersion::V2 {
        document: &file,
        owner_password: "propriétaire",
        user_password: user,
        key_length: 128,
        permissions: Permissions::all(),
    });
    let state = state.unwrap();
    file.encrypt(&state).unwrap();
    saved(file)
}

/// A plain file of so many pages, each saying its number.
pub(crate) fn plain(pages: usize) -> Vec<u8> {
    (1..=pages).fold(Foreign::new(), |file, page| file.page(&format!("Feuille {page}"), A4, 0)).bytes()
}

/// A photograph, dark at its top left; how it is to be turned is told in Exif when that is not upright.
pub(crate) fn photograph(width: u32, height: u32, way_up: u8) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(width, height, |x, y| {
        let dark = x < width / 3 && y < height / 3;
        if dark { image::Rgb([20, 40, 90]) } else { image::Rgb([200 + (x % 40) as u8, 220, 180 + (y % 50) as u8]) }
    });
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(&picture).unwrap();
    if way_up == 1 { bytes } else { held(&bytes, way_up) }
}

/// The same photograph, the camera held another way.
pub(crate) fn held(photograph: &[u8], way_up: u8) -> Vec<u8> {
    let inside = [&b"Exif\0\0MM\0*\0\0\0\x08\0\x01"[..], &[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, way_up], &[0; 6]].concat();
    let length = u16::try_from(inside.len() + 2).unwrap().to_be_bytes();
    let mut bytes = photograph.to_vec();
    bytes.splice(2..2, [&[0xff, 0xe1][..], &length, &inside].concat());
    bytes
}

/// A picture of one kind, its pixels counted up.
pub(crate) fn png((width, height): (u32, u32), colours: png::ColorType, depth: png::BitDepth) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(colours);
    encoder.set_depth(depth);
    if colours == png::ColorType::Indexed {
        encoder.set_palette(vec![255, 255, 255, 10, 80, 160]);
    }
    let bits = colours.samples() * usize::from(depth as u8);
    let line = (width as usize * bits).div_ceil(8);
    let pixels: Vec<u8> = (0..line * height as usize).map(|place| (place * 7 % 251) as u8).collect();
    let mut writer = encoder.write_header().unwrap();
    let pixels = if colours == png::ColorType::Indexed { pixels.iter().map(|byte| byte & 1).collect() } else { pixels };
    writer.write_image_data(&pixels).unwrap();
    writer.finish().unwrap();
    bytes
}
