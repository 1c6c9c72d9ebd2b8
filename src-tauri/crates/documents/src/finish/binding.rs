//! Sheets and fonts put together as one file by printpdf, with names that never change.

use std::collections::BTreeMap;

use lopdf::Document;
use printpdf::font::{FontMetrics, FontType, ParsedFont, PdfFontMetricsStub};
use printpdf::{FontId, PdfDocument, PdfFont, PdfPage, PdfSaveOptions, Rect};

use crate::PaperError;
use crate::digest::Digest;
use crate::page::{Fonts, Format, Length, Program, Sheets};

/// The sheets as one file.
pub(super) struct Bound {
    pub(super) file: Document,
    /// How many tagged pieces each sheet has.
    pub(super) pieces: Vec<usize>,
    /// What each sheet draws and printpdf does not hold.
    pub(super) drawn: Vec<Drawn>,
}

/// What a sheet draws by its name.
pub(super) struct Drawn {
    /// The forms, by their numbers in the merged file.
    pub(super) forms: Vec<u32>,
    /// The pictures, by their numbers.
    pub(super) pictures: Vec<usize>,
}

/// The file as printpdf makes it.
pub(super) fn bind(sheets: Sheets, fonts: &Fonts) -> Result<Bound, PaperError> {
    let mut document = PdfDocument::new("");
    for program in fonts.programs()? {
        let id = FontId(program.face.name().to_owned());
        document.resources.fonts.map.insert(id, PdfFont::new(embedded(program)));
    }
    let (mut pieces, mut drawn) = (Vec::with_capacity(sheets.len()), Vec::with_capacity(sheets.len()));
    for sheet in sheets.into_sheets() {
        pieces.push(sheet.pieces);
        drawn.push(Drawn { forms: sheet.forms, pictures: sheet.pictures });
        document.pages.push(PdfPage {
            media_box: whole(sheet.format),
            trim_box: whole(sheet.format),
            crop_box: whole(sheet.format),
            ops: sheet.ops,
        });
    }
    let options = PdfSaveOptions { image_optimization: None, ..PdfSaveOptions::default() };
    let mut file = document.to_lopdf_document(&options, &mut Vec::new());
    for content in file.page_iter().flat_map(|page| file.get_page_contents(page)).collect::<Vec<_>>() {
        let content = file.get_object_mut(content)?.as_stream_mut()?;
        content.set_content(joined(&content.content));
    }
    Ok(Bound { file, pieces, drawn })
}

/// The operations of a page with its glyphs in strings of several: printpdf writes each as a string of its own, and they
/// are most of a page. `<0012><0034>` becomes `<00120034>`; `>>` and `<<` enclose dictionaries.
fn joined(content: &[u8]) -> Vec<u8> {
    let mut joined = Vec::with_capacity(content.len());
    let mut rest = content;
    while let Some((first, after)) = rest.split_first() {
        rest = match (joined.last(), first, after) {
            (Some(before), b'>', [b'<', after @ ..]) if *before != b'>' && !after.starts_with(b"<") => after,
            _ => {
                joined.push(*first);
                after
            }
        };
    }
    joined
}

fn embedded(program: Program) -> ParsedFont {
    let [x_min, y_min, x_max, y_max] = program.bounds;
    ParsedFont {
        font_name: Some(format!("{}+{}", subset_tag(&program.bytes), program.face.name())),
        original_bytes: program.bytes,
        font_index: 0,
        codepoint_to_glyph: BTreeMap::new(),
        glyph_widths: program.widths,
        units_per_em: 1_000,
        font_metrics: FontMetrics { ascent: program.ascent, descent: program.descent },
        font_type: FontType::TrueType,
        pdf_font_metrics: PdfFontMetricsStub {
            units_per_em: 1_000,
            x_min,
            y_min,
            x_max,
            y_max,
            us_weight_class: program.weight,
            ..PdfFontMetricsStub::default()
        },
    }
}

/// Six letters that tell two subsets of one font apart (ISO 32000-1, 9.6.4).
fn subset_tag(program: &[u8]) -> String {
    let mut rest = Digest::default().fed(program).value();
    let mut tag = String::new();
    for _ in 0..6 {
        let letter = u32::try_from(rest % 26).ok().and_then(|place| char::from_digit(place.saturating_add(10), 36));
        tag.push(letter.unwrap_or('a').to_ascii_uppercase());
        rest /= 26;
    }
    tag
}

fn whole(sheet: Format) -> Rect {
    Rect {
        x: Length::ZERO.pt(),
        y: Length::ZERO.pt(),
        width: sheet.width.pt(),
        height: sheet.height.pt(),
        mode: None,
        winding_order: None,
    }
}
