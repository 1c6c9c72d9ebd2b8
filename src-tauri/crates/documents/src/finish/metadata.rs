//! What the file says of itself, and the colours it was made with.
//!
//! XMP as PDF/A-3 wants it, with the description of the PDF/UA property that the
//! standard set does not know; no document information dictionary, so that nothing
//! can disagree with it.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::Identity;

/// sRGB (IEC 61966-2-1) as an ICC version 4 profile: D50-adapted primaries and the
/// parametric curve of the standard. Made for Étrier, public domain.
const SRGB: &[u8] = include_bytes!("srgb.icc");

const XMP: &str = include_str!("metadata.xmp");
/// The standards a file of ours follows, and the words the second one is told in.
const CLAIMS: [(&str, &str); 2] =
    [("{claims}", include_str!("claims.xmp")), ("{schemas}", include_str!("schemas.xmp"))];

/// Writes the XMP packet, left uncompressed for programs that look for it in the file; a file that others had a hand in
/// claims no standard.
pub(super) fn xmp(file: &mut Document, identity: &Identity, is_ours: bool) -> ObjectId {
    let claimed = CLAIMS.map(|(place, words)| (place, if is_ours { words } else { "" }));
    let packet = claimed.iter().fold(XMP.to_owned(), |packet, (place, words)| packet.replace(place, words));
    let packet = packet
        .replace("{title}", &escaped(&identity.title))
        .replace("{author}", &escaped(&identity.author))
        .replace("{date}", &identity.date.format("%Y-%m-%d").to_string());
    let kind = dictionary! { "Type" => "Metadata", "Subtype" => "XML" };
    file.add_object(Stream::new(kind, packet.into_bytes()).with_compression(false))
}

/// Writes the colour profile and what it is for.
pub(super) fn output_intent(file: &mut Document) -> Object {
    let profile = file.add_object(Stream::new(dictionary! { "N" => 3 }, SRGB.to_vec()));
    let name = || Object::string_literal("sRGB IEC61966-2.1");
    let intent: Dictionary = dictionary! {
        "Type" => "OutputIntent",
        "S" => "GTS_PDFA1",
        "OutputConditionIdentifier" => name(),
        "Info" => name(),
        "DestOutputProfile" => profile,
    };
    intent.into()
}

/// Text as XML holds it; what XML cannot hold is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '{' | '}' => {}
            '\u{fffe}' | '\u{ffff}' => {}
            _ if sign.is_control() => out.push(' '),
            _ => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_inert_in_the_metadata() {
        assert_eq!(escaped("<a>&\u{0}\u{ffff}é"), "&lt;a&gt;&amp; é");
    }
}
