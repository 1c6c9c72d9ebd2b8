//! A small writer of PDF papers: texts at places, in a font whose letters all have one width.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::float_arithmetic,
    clippy::as_conversions,
    reason = "places on a drawn paper"
)]

/// A text at a place, in points from the bottom left corner.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) text: String,
}

/// How the texts of a page are drawn.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Drawing {
    /// Painted, or written under nothing as a scanner does.
    pub(super) unseen: bool,
    /// Quarter turns of the page, told in its dictionary.
    pub(super) turned: u32,
    /// Each letter by itself.
    pub(super) by_letter: bool,
    /// In a composite font without the table that names its letters.
    pub(super) nameless: bool,
}

pub(super) const SIZE: f64 = 8.0;
pub(super) const LETTER: f64 = SIZE * 0.6;

/// A text that ends at a place, as amounts are set.
pub(super) fn right(x: f64, y: f64, text: &str) -> Text {
    Text { x: x - LETTER * text.chars().count() as f64, y, text: text.to_owned() }
}

pub(super) fn left(x: f64, y: f64, text: &str) -> Text {
    Text { x, y, text: text.to_owned() }
}

/// A PDF of these pages.
pub(super) fn pdf(pages: &[Vec<Text>], how: Drawing) -> Vec<u8> {
    let mut objects: Vec<Vec<u8>> = Vec::new();
    let kids: Vec<String> = (0..pages.len()).map(|page| format!("{} 0 R", 4 + page * 2)).collect();
    objects.push(b"<< /Type /Catalog /Pages 2 0 R >>".to_vec());
    objects.push(format!("<< /Type /Pages /Count {} /Kids [{}] >>", pages.len(), kids.join(" ")).into_bytes());
    objects.push(if how.nameless {
        b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /DW 600 /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>".to_vec()
    } else {
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>".to_vec()
    });
    for (number, page) in pages.iter().enumerate() {
        objects.push(
            format!(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {} /Contents {} 0 R /Resources << /Font << /F 3 0 R >> >> >>",
                how.turned * 90,
                5 + number * 2
            )
            .into_bytes(),
        );
        let drawn = content(page, how);
        let mut stream = format!("<< /Length {} >>\nstream\n", drawn.len()).into_bytes();
        stream.extend(drawn);
        stream.extend(b"\nendstream");
        objects.push(stream);
    }
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in objects.iter().enumerate() {
        places.push(file.len());
        file.extend(format!("{} 0 obj\n", number + 1).into_bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let start = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).into_bytes());
    for place in places {
        file.extend(format!("{place:010} 00000 n \n").into_bytes());
    }
    let trailer = format!("trailer << /Size {} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n", objects.len() + 1);
    file.extend(trailer.into_bytes());
    file
}

fn content(page: &[Text], how: Drawing) -> Vec<u8> {
    let mut drawn = b"BT /F 8 Tf\n".to_vec();
    if how.unseen {
        drawn.extend(b"3 Tr\n");
    }
    for text in page {
        let letters: Vec<(f64, String)> = if how.by_letter {
            let places = (0..).map(|place| text.x + LETTER * f64::from(place));
            places.zip(text.text.chars().map(String::from)).filter(|(_, letter)| letter != " ").collect()
        } else {
            vec![(text.x, text.text.clone())]
        };
        for (x, text_drawn) in letters {
            drawn.extend(format!("1 0 0 1 {x:.2} {:.2} Tm (", text.y).into_bytes());
            for byte in encoding_rs::WINDOWS_1252.encode(&text_drawn).0.iter() {
                if how.nameless {
                    drawn.push(1);
                }
                if b"()\\".contains(byte) {
                    drawn.push(b'\\');
                }
                drawn.push(*byte);
            }
            drawn.extend(b") Tj\n");
        }
    }
    drawn.extend(b"ET");
    drawn
}
