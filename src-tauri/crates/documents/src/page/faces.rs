//! The printed fonts: shaping words, and keeping count of the glyphs to embed.
//!
//! A word is shaped once per face and remembered: a budget sheet says « mensuel »
//! twenty times. A character no font has becomes « ? » and is remembered too, so
//! that the adviser is told before printing; marks that print nothing (text
//! direction, zero width) are left out.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::LazyLock;

use rustybuzz::ttf_parser::GlyphId;
use rustybuzz::{Direction, Script, ShapePlan, UnicodeBuffer, script};
use subsetter::GlyphRemapper;
use unicode_normalization::UnicodeNormalization;

use super::length::Length;
use crate::PaperError;

/// A font of the papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Face {
    Sans,
    SansSemiBold,
    SerifSemiBold,
}

/// A glyph of a shaped word, measured in thousandths of an em.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    /// How far the pen goes, kerning included.
    pub(crate) advance: i64,
    /// How far the font alone would take it.
    pub(crate) nominal: i64,
    /// How far the glyph is set aside from the pen.
    pub(crate) shift: i64,
    /// What it reads as.
    pub(crate) text: char,
}

/// A shaped word and its width, in thousandths of an em.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) glyphs: Vec<Glyph>,
    pub(crate) units: i64,
}

/// The fonts at work in one paper.
pub(crate) struct Fonts {
    shapers: BTreeMap<Face, Shaper>,
    unprintable: BTreeSet<char>,
}

/// A font program reduced to the glyphs a paper uses, and how printpdf knows it.
pub(crate) struct Program {
    pub(crate) face: Face,
    pub(crate) bytes: Vec<u8>,
    /// Width of each glyph, by its new number.
    pub(crate) widths: BTreeMap<u16, u16>,
    pub(crate) ascent: i16,
    pub(crate) descent: i16,
    pub(crate) bounds: [i16; 4],
    pub(crate) weight: u16,
}

/// A font as it is read, once for all papers.
struct Opened {
    font: rustybuzz::Face<'static>,
    /// What shaping does with a text of each script: under that of another, a Greek letter is a Latin one.
    plans: Vec<(Script, ShapePlan)>,
    /// A character each glyph stands for.
    texts: BTreeMap<u16, char>,
}

static OPENED: LazyLock<BTreeMap<Face, Opened>> =
    LazyLock::new(|| Face::ALL.into_iter().filter_map(|face| Some((face, Opened::read(face)?))).collect());

/// A font at work in one paper.
struct Shaper {
    opened: &'static Opened,
    words: BTreeMap<String, Rc<Word>>,
    used: GlyphRemapper,
}

impl Face {
    const ALL: [Self; 3] = [Self::Sans, Self::SansSemiBold, Self::SerifSemiBold];

    /// The name of the font in the file.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Sans => "EtrierSans-Regular",
            Self::SansSemiBold => "EtrierSans-SemiBold",
            Self::SerifSemiBold => "EtrierSerif-SemiBold",
        }
    }

    fn bytes(self) -> &'static [u8] {
        match self {
            Self::Sans => include_bytes!("../../../../../assets/fonts/EtrierSans-Regular.ttf"),
            Self::SansSemiBold => include_bytes!("../../../../../assets/fonts/EtrierSans-SemiBold.ttf"),
            Self::SerifSemiBold => include_bytes!("../../../../../assets/fonts/EtrierSerif-SemiBold.ttf"),
        }
    }
}

impl Fonts {
    /// Opens the fonts of the papers.
    pub(crate) fn open() -> Result<Self, PaperError> {
        let mut shapers = BTreeMap::new();
        for face in Face::ALL {
            let opened = OPENED.get(&face).ok_or(PaperError::Font(face.name()))?;
            shapers.insert(face, Shaper { opened, words: BTreeMap::new(), used: GlyphRemapper::new() });
        }
        Ok(Self { shapers, unprintable: BTreeSet::new() })
    }

    /// Prints nothing yet; the words known are kept.
    pub(super) fn begin_again(&mut self) {
        for shaper in self.shapers.values_mut() {
            shaper.used = GlyphRemapper::new();
        }
    }

    /// The shaped form of a word; the text is expected without ordinary spaces.
    pub(crate) fn word(&mut self, face: Face, text: &str) -> Rc<Word> {
        let Some(shaper) = self.shapers.get_mut(&face) else {
            return Rc::new(Word { glyphs: Vec::new(), units: 0 });
        };
        if let Some(word) = shaper.words.get(text) {
            return Rc::clone(word);
        }
        let word = Rc::new(shaper.opened.shape(&printed(text, &shaper.opened.font, &mut self.unprintable)));
        shaper.words.insert(text.to_owned(), Rc::clone(&word));
        word
    }

    /// How far below the top of its line box a text of this face and size stands.
    pub(crate) fn baseline(&self, face: Face, size: Length, leading: Length) -> Length {
        let (above, below) = self.shapers.get(&face).map_or((0, 0), |shaper| {
            let font = &shaper.opened.font;
            (i64::from(font.ascender()), i64::from(font.descender()).saturating_neg())
        });
        let ascent = size.em(above);
        let spare = leading.minus(ascent).minus(size.em(below));
        spare.half().plus(ascent)
    }

    /// The characters no font has, each once, in the order of their codes.
    pub(crate) fn unprintable(&self) -> Vec<char> {
        self.unprintable.iter().copied().collect()
    }

    /// The number a glyph has in the reduced font of this paper.
    pub(crate) fn number(&mut self, face: Face, glyph: u16) -> u16 {
        self.shapers.get_mut(&face).map_or(0, |shaper| shaper.used.remap(glyph))
    }

    /// The fonts in use, reduced to their glyphs in use.
    pub(crate) fn programs(&self) -> Result<Vec<Program>, PaperError> {
        let in_use = self.shapers.iter().filter(|(_, shaper)| shaper.used.num_gids() > 1);
        in_use.map(|(face, shaper)| shaper.program(*face)).collect()
    }
}

/// A text as a font prints it; what it has no sign for is remembered.
fn printed(text: &str, font: &rustybuzz::Face<'_>, unprintable: &mut BTreeSet<char>) -> String {
    let mut printed = String::with_capacity(text.len());
    for sign in text.nfc().filter(|sign| !prints_nothing(*sign)) {
        if font.glyph_index(sign).is_some() {
            printed.push(sign);
        } else {
            printed.push('?');
            unprintable.insert(sign);
        }
    }
    printed
}

impl Opened {
    fn read(face: Face) -> Option<Self> {
        let font = rustybuzz::Face::from_slice(face.bytes(), 0)?;
        let mut texts = BTreeMap::new();
        for table in font.tables().cmap.into_iter().flat_map(|cmap| cmap.subtables) {
            table.codepoints(|code| {
                if let (Some(sign), Some(glyph)) = (char::from_u32(code), table.glyph_index(code)) {
                    texts.entry(glyph.0).or_insert(sign);
                }
            });
        }
        // A text of signs and figures alone has no script.
        let scripts = [Some(script::LATIN), Some(script::GREEK), Some(script::CYRILLIC), None];
        let plan = |script: Option<Script>| {
            let plan = ShapePlan::new(&font, Direction::LeftToRight, script, None, &[]);
            (script.unwrap_or(script::UNKNOWN), plan)
        };
        let plans = scripts.into_iter().map(plan).collect();
        Some(Self { font, plans, texts })
    }

    fn shape(&self, text: &str) -> Word {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(Direction::LeftToRight);
        let shaped = match self.plans.iter().find(|(script, _)| *script == buffer.script()) {
            Some((_, plan)) => rustybuzz::shape_with_plan(&self.font, plan, buffer),
            None => rustybuzz::shape(&self.font, &[], buffer),
        };
        let mut glyphs = Vec::with_capacity(shaped.len());
        let mut units = 0_i64;
        for (info, place) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
            let id = u16::try_from(info.glyph_id).unwrap_or_default();
            let advance = i64::from(place.x_advance);
            units = units.saturating_add(advance);
            glyphs.push(Glyph {
                id,
                advance,
                nominal: i64::from(self.width(id)),
                shift: i64::from(place.x_offset),
                text: self.text_of(id, text, info.cluster),
            });
        }
        Word { glyphs, units }
    }

    fn width(&self, glyph: u16) -> u16 {
        self.font.glyph_hor_advance(GlyphId(glyph)).unwrap_or_default()
    }

    /// What a glyph reads as: the character it was asked for, else one it stands for (`’` shares its glyph with `ʼ`).
    fn text_of(&self, glyph: u16, text: &str, cluster: u32) -> char {
        let start = usize::try_from(cluster).unwrap_or_default();
        let asked = text.get(start..).and_then(|rest| rest.chars().next()).unwrap_or('?');
        if self.font.glyph_index(asked) == Some(GlyphId(glyph)) {
            return asked;
        }
        self.texts.get(&glyph).copied().unwrap_or(asked)
    }
}

impl Shaper {
    fn program(&self, face: Face) -> Result<Program, PaperError> {
        let bytes = subsetter::subset(face.bytes(), 0, &self.used).map_err(|_| PaperError::Font(face.name()))?;
        let numbered = (0_u16..).zip(self.used.remapped_gids());
        let Opened { font, .. } = self.opened;
        let bounds = font.global_bounding_box();
        Ok(Program {
            face,
            bytes,
            widths: numbered.map(|(number, glyph)| (number, self.opened.width(glyph))).collect(),
            ascent: font.ascender(),
            descent: font.descender(),
            bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max],
            weight: font.weight().to_number(),
        })
    }
}

/// Marks that say how to set a text and print nothing themselves.
fn prints_nothing(sign: char) -> bool {
    sign.is_control()
        || matches!(sign,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
            | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shaped(face: Face, text: &str) -> Rc<Word> {
        Fonts::open().unwrap().word(face, text)
    }

    #[test]
    fn every_face_prints_what_papers_need() {
        let needed = "−÷×½→«»’–…€°·☐☑ŞşŁłĐđŢţŐőŘřĞğİıŒœŸÿ\u{a0}\u{202f}\u{2011}";
        for face in Face::ALL {
            let mut fonts = Fonts::open().unwrap();
            let word = fonts.word(face, needed);
            assert_eq!(fonts.unprintable(), [], "{}", face.name());
            let read: String = word.glyphs.iter().map(|glyph| glyph.text).collect();
            assert_eq!(read, needed, "what is copied from a paper is what was printed on it");
        }
    }

    #[test]
    fn figures_stand_under_one_another() {
        for face in Face::ALL {
            let widths: BTreeSet<i64> = ('0'..='9').map(|figure| shaped(face, &figure.to_string()).units).collect();
            assert_eq!(widths.len(), 1, "{}", face.name());
        }
    }

    #[test]
    fn the_narrow_space_is_narrower_than_the_no_break_space() {
        let width = |text| shaped(Face::Sans, text).units;
        assert_eq!((width("\u{a0}"), width("\u{202f}")), (200, 176));
    }

    #[test]
    fn fonts_measure_in_thousandths_and_bear_their_own_name() {
        for face in Face::ALL {
            let font = rustybuzz::Face::from_slice(face.bytes(), 0).unwrap();
            assert_eq!(font.units_per_em(), 1_000, "{}", face.name());
            for name in font.names() {
                let text = name.to_string().unwrap_or_default();
                assert!(!text.contains("Source"), "a name Adobe keeps for itself: {text}");
            }
        }
    }

    #[test]
    fn an_accent_typed_apart_is_the_same_letter() {
        let ids = |text| shaped(Face::Sans, text).glyphs.iter().map(|glyph| glyph.id).collect::<Vec<_>>();
        assert_eq!(ids("e\u{301}"), ids("é"));
    }

    #[test]
    fn a_word_keeps_the_letters_of_its_script() {
        for face in Face::ALL {
            let opened = OPENED.get(&face).unwrap();
            for text in ["Ferrand", "Δημήτρης", "αδθλφχ", "Дмитрий", "Й", "1\u{202f}234,56", "н\u{306}", "ά"]
            {
                let mut buffer = UnicodeBuffer::new();
                buffer.push_str(text);
                let alone = rustybuzz::shape(&opened.font, &[], buffer);
                let alone: Vec<u32> = alone.glyph_infos().iter().map(|info| info.glyph_id).collect();
                let shaped: Vec<u32> = opened.shape(text).glyphs.iter().map(|glyph| glyph.id.into()).collect();
                assert_eq!(shaped, alone, "{text}, {}", face.name());
            }
        }
    }

    #[test]
    fn direction_marks_print_nothing_and_are_no_fault() {
        let mut fonts = Fonts::open().unwrap();
        assert_eq!(fonts.word(Face::Sans, "a\u{202e}\u{200f}\u{feff}\u{0}b").glyphs.len(), 2);
        assert!(fonts.unprintable().is_empty());
    }
}
