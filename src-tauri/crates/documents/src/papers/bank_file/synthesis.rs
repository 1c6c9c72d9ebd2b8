//! The first sheet: one page made from facts, on which a committee can vote.
//!
//! Six figures, what weighs against the request, who asks and what for, who pays, whether it can be repaid and what is
//! left if something happens, what was found, the registers, the statements, earlier presentations, what comes next.
//! It is one sheet: it is set wide first, then closer, then with its long texts sent to their part with the number of
//! its sheet. Nothing is cut in silence, and no letter is under 8 pt.

mod capacity;
mod findings;
mod request;
mod sending;

pub(super) use request::FREE;

use domain::assessment::Opinion;
use domain::loan::Instalment;
use domain::loan::explained::taeg_below_rate;
use domain::settings::BankFilePart;
use domain::words::{AdvisorWords, Labelled, capital, counted, long_date, numeric_date, round, spaced, the};

use super::pieces::Pieces;
use super::{BankFile, BankFileAlert};
use crate::PaperError;
use crate::page::{
    Density, Face, Format, Heading, Ink, Key, Length, List, Marker, Measure, Paragraph, Span, Stand, Strip, Tags, TextStyle,
    Typesetter, below, beside, boxed,
};
use crate::papers::Letterhead;
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::wording::{in_letters, plain, strong, usual};

/// How close the sheet is set, and whether its long texts are sent elsewhere.
#[derive(Debug)]
pub(super) struct Grid {
    /// The letters and the lines.
    text: TextStyle,
    /// Above a heading.
    above: Length,
    /// Whether what stands under the criteria fills the shorter of the two columns.
    balanced: bool,
    /// Whether long texts and long lists are sent to their part.
    pub(super) short: bool,
}

/// From the widest to the closest.
const GRIDS: [Grid; 7] = [
    Grid { text: TextStyle::of(890, 1_210), above: Length::mm(320), balanced: false, short: false },
    Grid { text: TextStyle::of(890, 1_150), above: Length::mm(240), balanced: false, short: false },
    Grid { text: TextStyle::of(890, 1_110), above: Length::mm(180), balanced: false, short: false },
    Grid { text: TextStyle::of(890, 1_110), above: Length::mm(180), balanced: true, short: false },
    Grid { text: TextStyle::of(890, 1_110), above: Length::mm(150), balanced: true, short: true },
    Grid { text: TextStyle::of(840, 1_020), above: Length::mm(140), balanced: true, short: true },
    Grid { text: TextStyle::of(800, 970), above: Length::mm(110), balanced: true, short: true },
];
/// More alerts than this are told in the part of the assessment once the sheet is short.
const FEW_ALERTS: usize = 4;
const SUBTITLE: TextStyle = TextStyle::of(930, 1_200);
const SMALL: TextStyle = TextStyle::of(800, 1_020);
const BETWEEN: Length = Length::mm(80);
const UNDER_HEADING: Length = Length::mm(60);

/// The sheet being set.
struct Page<'s, 'f> {
    setter: &'s mut Typesetter,
    file: &'f BankFile,
    head: &'f Letterhead,
    pieces: &'f Pieces<'f>,
    /// The sheets the parts begin on, as far as they are known.
    sheets: &'f [Option<usize>],
    grid: &'static Grid,
}

/// A block that stands in either column where the sheet is balanced.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    Earlier,
    Statements,
    Registers,
}

impl Block {
    const ALL: [Self; 3] = [Self::Earlier, Self::Statements, Self::Registers];
}

/// The first of the grids on which the sheet is one; the closest where none makes it so.
pub(super) fn fitting(
    setter: &mut Typesetter,
    (file, head): (&BankFile, &Letterhead),
    pieces: &Pieces<'_>,
) -> Result<&'static Grid, PaperError> {
    let [.., closest] = &GRIDS;
    for grid in &GRIDS {
        let strips = compose(setter, (file, head), (pieces, &[], grid))?;
        setter.begin_again();
        if filled(&strips) <= Format::CLOSE.room() {
            return Ok(grid);
        }
    }
    Ok(closest)
}

/// How high the strips are together.
pub(super) fn filled(strips: &[Strip]) -> Length {
    let first = strips.first().map_or(Length::ZERO, |strip| strip.gap);
    strips.iter().map(Strip::full_height).fold(Length::ZERO.minus(first), Length::plus)
}

/// Everything of the first sheet, its letterhead with it.
pub(super) fn compose(
    setter: &mut Typesetter,
    (file, head): (&BankFile, &Letterhead),
    (pieces, sheets, grid): (&Pieces<'_>, &[Option<usize>], &'static Grid),
) -> Result<Vec<Strip>, PaperError> {
    let state = match file.sent_on {
        Some(_) => HeadLine::plain(format!("transmis {}", file.when())),
        None => HeadLine::named("non transmis, établi", file.when()),
    };
    let lines = [HeadLine::named("", "Confidentiel"), HeadLine::named("Référence", &file.reference), state];
    let mut strips = letterhead(setter, head, &lines);
    let mut page = Page { setter, file, head, pieces, sheets, grid };
    strips.extend(page.title());
    strips.extend(page.figures());
    strips.extend(page.alerts());
    let (left, right) = Measure::halves();
    let (request, capacity) = (page.request(left)?, page.capacity(right)?);
    let (left, right) = page.columns(request, capacity);
    let mut both = beside(left, right, Stand::Top);
    both.gap = page.grid.above;
    strips.push(both);
    strips.extend(page.criteria());
    if !grid.balanced {
        let (left, right) = Measure::halves();
        let mut both = beside(page.registers(left), page.statements(right), Stand::Top);
        both.gap = page.grid.above;
        strips.push(both);
    }
    strips.extend(page.risks());
    strips.extend(page.sending());
    Ok(strips)
}

impl Page<'_, '_> {
    fn say(&mut self, spans: &[Span], measure: Measure) -> Vec<Strip> {
        self.styled(spans, self.grid.text, measure)
    }

    /// The two columns with what else they hold: where the sheet is balanced, the blocks that make them the most alike.
    fn columns(&mut self, request: Vec<Strip>, capacity: Vec<Strip>) -> (Vec<Strip>, Vec<Strip>) {
        let (left, right) = Measure::halves();
        let at_left = if self.grid.balanced {
            // The blocks are as high in either column: both have the same width.
            let heights = Block::ALL.map(|block| {
                let (above, strips) = (self.grid.above, self.height_of(block));
                if strips == Length::ZERO { strips } else { strips.plus(above) }
            });
            most_alike(filled(&request), filled(&capacity), heights)
        } else {
            vec![Block::Earlier]
        };
        let (mut first, mut second) = (request, capacity);
        for block in Block::ALL {
            let is_left = at_left.contains(&block);
            if !is_left && !self.grid.balanced {
                continue;
            }
            let strips = self.block(block, if is_left { left } else { right });
            let strips = below(self.grid.above, strips);
            if is_left { first.extend(strips) } else { second.extend(strips) }
        }
        (first, second)
    }

    /// How high a block would be; it is not set.
    fn height_of(&mut self, block: Block) -> Length {
        let tags = std::mem::replace(&mut self.setter.tags, Tags::new());
        let strips = self.block(block, Measure::halves().0);
        self.setter.tags = tags;
        filled(&strips)
    }

    fn block(&mut self, block: Block, measure: Measure) -> Vec<Strip> {
        match block {
            Block::Earlier => self.earlier(measure),
            Block::Statements => self.statements(measure),
            Block::Registers => self.registers(measure),
        }
    }

    /// How close the tables are.
    fn density(&self) -> Density {
        if self.grid.short { Density::Tight } else { Density::Dense }
    }

    fn small(&mut self, text: &str, measure: Measure) -> Vec<Strip> {
        self.styled(&[Span::new(spaced(text), Face::Sans, Ink::SOFT)], SMALL, measure)
    }

    fn styled(&mut self, spans: &[Span], style: TextStyle, measure: Measure) -> Vec<Strip> {
        let strips = self.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(spans, style), measure);
        below(BETWEEN, strips)
    }

    /// A heading and what stands under it.
    fn section(&mut self, title: &str, measure: Measure) -> Vec<Strip> {
        let heading = self.setter.heading(Tags::DOCUMENT, Heading::CLOSE_SECTION, &spaced(title), measure);
        below(self.grid.above, heading)
    }

    /// `p. 6`, where a part of the file begins.
    fn at(&self, part: BankFilePart) -> String {
        let place = self.file.parts.iter().position(|one| *one == part);
        let sheet = place.and_then(|place| self.sheets.get(place).copied().flatten()).unwrap_or_default();
        format!("p.\u{a0}{}", sheet.saturating_add(1))
    }

    /// A text where it is short; else its first sentences that are, and where the rest is.
    fn excerpt(&self, text: &str, most: usize, rest: BankFilePart) -> String {
        let most = if self.grid.short { most / 2 } else { most };
        excerpt(text, most, &format!("(suite {})", self.at(rest)))
    }

    fn title(&mut self) -> Vec<Strip> {
        let title = "Demande de microcrédit personnel";
        let mut strips = self.setter.heading(Tags::DOCUMENT, Heading::CLOSE_TITLE, title, Measure::WHOLE);
        let names = self.file.people().names();
        let lender = self.file.lender.as_ref();
        let to = lender.map(|lender| {
            let contact = if lender.contact.is_empty() { String::new() } else { format!(", {}", lender.contact) };
            format!("pour {}{contact}", the(&lender.name))
        });
        let said: Vec<String> = [Some(names), to].into_iter().flatten().filter(|part| !part.is_empty()).collect();
        let mut spans = vec![Span::new(spaced(&said.join(" · ")), Face::Sans, Ink::SOFT)];
        if let Some(day) = lender.and_then(|lender| lender.answer_by) {
            let day = if self.grid.short { numeric_date(day) } else { long_date(day) };
            let by = format!(" · réponse demandée avant le {day}");
            spans.push(Span::new(spaced(&by), Face::SansSemiBold, Ink::TEXT));
        }
        strips.extend(below(Length::mm(40), self.setter.paragraph(
            Tags::DOCUMENT,
            &Paragraph::of(&spans, SUBTITLE),
            Measure::WHOLE,
        )));
        strips
    }

    /// The six figures a lender looks for first; one that is not known is left out.
    fn figures(&mut self) -> Vec<Strip> {
        let keys = self.keys();
        if keys.is_empty() {
            return Vec::new();
        }
        let mut band = self.setter.key_band(Tags::DOCUMENT, &keys, Measure::WHOLE);
        band.gap = Length::mm(200);
        let mut strips = vec![band];
        let loan = self.file.loan.as_ref();
        if let Some(why) = loan.and_then(|loan| taeg_below_rate(&loan.schedule)) {
            strips.extend(self.small(&why, Measure::WHOLE));
        }
        strips
    }

    fn keys(&self) -> Vec<Key> {
        let key = |value: String, caption: String| Key { value, caption: spaced(&caption) };
        let file = self.file;
        let mut keys = Vec::new();
        if let Some(amount) = file.amount {
            let cost = file.project.financing().ok().map(|plan| plan.cost).filter(|cost| !cost.is_zero());
            let over = cost.map(|cost| format!("demandés sur {}", round(cost)));
            keys.push(key(round(amount), over.unwrap_or_else(|| "demandés".to_owned())));
        }
        let schedule = file.loan.as_ref().map(|loan| &loan.schedule);
        if let Some(months) = file.months {
            let due = |line: Option<&Instalment>| line.and_then(|line| line.due).map(numeric_date);
            let days = schedule.and_then(|all| Some((due(all.instalments.first())?, due(all.last())?)));
            let days = days.map(|(first, last)| format!("du {first} au {last}"));
            keys.push(key(counted(months, "mois", "mois"), days.unwrap_or_else(|| "demandés".to_owned())));
        }
        if let Some((loan, usual)) = file.loan.as_ref().and_then(|loan| Some((loan, usual(&loan.schedule)?))) {
            let insured = if usual.insurance.is_zero() { "" } else { ", assurance comprise" };
            let last = loan.schedule.last().filter(|last| last.total != usual.total && !self.grid.short);
            let last = last.map(|last| format!(" (dernière : {})", last.total.bare())).unwrap_or_default();
            keys.push(key(usual.total.to_string(), format!("par mois{insured}{last}")));
            let taeg = loan.taeg.map(|taeg| format!(", TAEG {taeg}")).unwrap_or_default();
            keys.push(key(loan.schedule.terms.annual_rate.to_string(), format!("taux fixe{taeg}")));
            keys.push(key(loan.schedule.total_cost.to_string(), format!("coût total, {}", file.refunded)));
        }
        if let Some(opinion) = file.assessment.opinion {
            let whose = AdvisorWords::of(self.head.office.advisor_title).of;
            let decided = match &file.decision {
                Some(_) => "décision prise",
                None => "décision attendue",
            };
            // A reservation is told in small letters, under the direction.
            let (direction, reserve) = match opinion {
                Opinion::FavourableWithReservation => (Opinion::Favourable, "avec réserve, "),
                Opinion::Favourable | Opinion::Reserved | Opinion::Unfavourable => (opinion, ""),
            };
            keys.push(key(direction.label().to_owned(), format!("{reserve}avis {whose} ; {decided}")));
        }
        keys
    }

    /// What weighs against the request, the heaviest first; nothing where nothing does.
    fn alerts(&mut self) -> Vec<Strip> {
        let alerts = &self.file.alerts;
        if alerts.is_empty() {
            return Vec::new();
        }
        let few = if self.grid.short { FEW_ALERTS } else { alerts.len() };
        let inner = Measure::WHOLE.inside_box();
        let facts = match alerts.len() {
            1 => "un fait qui pèse contre, ou qui se contredit".to_owned(),
            many => format!("{} faits qui pèsent contre, ou qui se contredisent", in_letters(many)),
        };
        let title = format!("À lire avant de voter : {facts}");
        let mut strips = self.setter.heading(Tags::DOCUMENT, Heading::CLOSE_FRAME, &spaced(&title), inner);
        let mut items: Vec<Vec<Span>> = alerts.iter().take(few).map(alert_spans).collect();
        let more = alerts.len().saturating_sub(few);
        if more > 0 {
            let more = counted(more, "autre fait", "autres faits");
            items.push(vec![plain(format!("et {more}, {}.", self.at(BankFilePart::Assessment)))]);
        }
        let list = List { marker: Marker::Number, items: &items, style: self.grid.text };
        strips.extend(below(UNDER_HEADING, self.setter.list(Tags::DOCUMENT, &list, inner)));
        below(Length::mm(200), vec![boxed(strips, Measure::WHOLE)])
    }
}

/// The blocks to be put in the first of two columns of these heights for the higher one to be the lowest.
fn most_alike(first: Length, second: Length, heights: [Length; 3]) -> Vec<Block> {
    let sides = || [false, true].into_iter();
    let choices = sides().flat_map(|one| sides().flat_map(move |two| sides().map(move |three| [one, two, three])));
    let higher = |choice: &[bool; 3]| {
        let of = |side: bool| {
            let taken = heights.iter().zip(choice).filter(|(_, at_first)| **at_first == side);
            taken.map(|(height, _)| *height).fold(Length::ZERO, Length::plus)
        };
        first.plus(of(true)).max(second.plus(of(false)))
    };
    let best = choices.min_by_key(higher).unwrap_or_default();
    Block::ALL.into_iter().zip(best).filter_map(|(block, at_first)| at_first.then_some(block)).collect()
}

/// The fact in strong letters, then what goes with it.
pub(super) fn alert_spans(alert: &BankFileAlert) -> Vec<Span> {
    vec![strong(&alert.fact), plain(format!(" {}", alert.beside))]
}

/// A text of so many characters at most; else its first sentences, or its first words, and where the rest is.
fn excerpt(text: &str, most: usize, rest: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= most {
        return text;
    }
    let mut held = String::new();
    for sentence in text.split_inclusive(". ") {
        if held.chars().count().saturating_add(sentence.chars().count()) > most {
            break;
        }
        held.push_str(sentence);
    }
    if !held.is_empty() {
        return format!("{}\u{a0}{rest}", held.trim_end());
    }
    for word in text.split(' ') {
        if held.chars().count().saturating_add(word.chars().count()) >= most {
            break;
        }
        held = if held.is_empty() { word.to_owned() } else { format!("{held} {word}") };
    }
    format!("{}…\u{a0}{rest}", capital(&held))
}

#[cfg(test)]
mod tests {
    use super::{Block, excerpt, most_alike};
    use crate::page::Length;

    #[test]
    fn the_blocks_make_the_two_columns_the_most_alike() {
        let mm = |height: i64| Length::mm(height * 100);
        let alike = most_alike(mm(90), mm(90), [mm(10), mm(20), mm(30)]);
        assert!(alike == [Block::Registers], "120 and 120 rather than 100 and 140");
        assert!(most_alike(mm(90), mm(10), [mm(20), mm(20), mm(30)]).is_empty(), "all of them at the right");
    }

    #[test]
    fn a_text_too_long_gives_its_first_sentences_and_where_the_rest_is() {
        let text = "Première phrase. Deuxième phrase, plus longue. Troisième.";
        assert_eq!(excerpt(text, 80, "(suite p. 6)"), text);
        assert_eq!(excerpt(text, 50, "(suite p. 6)"), "Première phrase. Deuxième phrase, plus longue.\u{a0}(suite p. 6)");
        assert_eq!(excerpt(text, 20, "(suite p. 6)"), "Première phrase.\u{a0}(suite p. 6)");
        assert_eq!(excerpt("un seul long texte sans point", 15, "(suite p. 6)"), "Un seul long…\u{a0}(suite p. 6)");
    }
}
