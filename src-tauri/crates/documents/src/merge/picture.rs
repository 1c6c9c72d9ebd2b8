//! A picture placed as a page: its size on paper, and which way up it goes.
//!
//! A camera stores what its sensor saw and says in Exif how it was held; the picture is turned by a matrix, its bytes
//! are not touched.

use domain::attachment::Rotation;
use lopdf::{Dictionary, Object, dictionary};

use super::written::{Written, compressed, reference};
use super::{Kind, Placed};
use crate::page::Length;

/// Hundredths of a point a pixel takes at its largest: a hundred pixels an inch.
const PIXEL: i64 = 72;

/// A picture as it is stored.
pub(super) struct Picture {
    pub(super) width: u32,
    pub(super) height: u32,
    /// How it is to be turned, 1 to 8 in the words of Exif 2.32.
    pub(super) way_up: u8,
}

/// Writes the page form that shows a picture already written under this number.
pub(super) fn place(out: &mut Written, picture: &Picture, image: u32) -> Placed {
    let sideways = picture.way_up >= 5;
    let (across, down) = if sideways { (picture.height, picture.width) } else { (picture.width, picture.height) };
    let length = |pixels: u32| Length::points(PIXEL.saturating_mul(i64::from(pixels)));
    let (width, height) = (length(across), length(down));
    let content = format!("q {} cm /I Do Q", matrix(picture.way_up, width, height));
    let images = dictionary! { "I" => reference(image) };
    let form = form([width, height], dictionary! { "XObject" => images });
    let form = compressed(form, content.into_bytes());
    let number = out.add(&Object::Stream(form));
    Placed { form: number, width, height, kind: Kind::Picture }
}

/// Writes the form that shows a page turned clockwise.
pub(super) fn rotated(out: &mut Written, page: Placed, rotation: Rotation) -> Placed {
    let (w, h) = (page.width.to_string(), page.height.to_string());
    let (turn, width, height) = match rotation {
        Rotation::None => return page,
        Rotation::Quarter => (format!("0 -1 1 0 0 {w}"), page.height, page.width),
        Rotation::Half => (format!("-1 0 0 -1 {w} {h}"), page.width, page.height),
        Rotation::ThreeQuarters => (format!("0 1 -1 0 {h} 0"), page.height, page.width),
    };
    let forms = dictionary! { "P" => reference(page.form) };
    let form = form([width, height], dictionary! { "XObject" => forms });
    let form = compressed(form, format!("q {turn} cm /P Do Q").into_bytes());
    Placed { form: out.add(&Object::Stream(form)), width, height, kind: page.kind }
}

/// The dictionary of a form as wide and as high as told, from its bottom left corner.
pub(super) fn form([width, height]: [Length; 2], resources: Dictionary) -> Dictionary {
    let edge = |length: Length| Object::Real(length.pt().0);
    dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => vec![0.into(), 0.into(), edge(width), edge(height)],
        "Resources" => resources,
    }
}

/// What takes the unit square of a picture to its place, each line of the table being one way of holding the camera.
fn matrix(way_up: u8, width: Length, height: Length) -> String {
    let (w, h) = (width.to_string(), height.to_string());
    match way_up {
        2 => format!("-{w} 0 0 {h} {w} 0"),
        3 => format!("-{w} 0 0 -{h} {w} {h}"),
        4 => format!("{w} 0 0 -{h} 0 {h}"),
        5 => format!("0 -{h} -{w} 0 {w} {h}"),
        6 => format!("0 -{h} {w} 0 0 {h}"),
        7 => format!("0 {h} {w} 0 0 0"),
        8 => format!("0 {h} -{w} 0 {w} 0"),
        _ => format!("{w} 0 0 {h} 0 0"),
    }
}
