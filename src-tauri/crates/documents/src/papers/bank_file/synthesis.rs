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

use domain::settings::BankFilePart;
use domain::words::{capital, counted, numeric_date, round, spaced, to_the};

use super::pieces::Pieces;
use super::{BankFile, BankFileAlert};
use crate::PaperError;
use crate::page::{
    Face, Format, Heading, Ink, Key, Length, List, Marker, Measure, Paragraph, Span, Stand, Strip, Tags, TextStyle,
    Typesetter, below, beside, boxed,
};
use crate::papers::Letterhead;
use crate::papers::letterhead::{HeadLine, letterhead};
use crate::papers::wording::{plain, strong, usual};

/// How close the sheet is set, and whether its long texts are sent elsewhere.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Grid {
    /// Hundredths of a point between two lines.
    leading: i64,
    /// Above a heading.
    above: Length,
    /// Whether long texts and long lists are sent to their part.
    pub(super) short: bool,
}

/// The letters of the sheet, in hundredths of a point.
const LETTERS: i64 = 890;
/// From the widest to the closest.
const GRIDS: [Grid; 4] = [
    Grid { leading: 1_210, above: Length::mm(320), short: false },
    Grid { leading: 1_150, above: Length::mm(240), short: false },
    Grid { leading: 1_110, above: Length::mm(180), short: false },
    Grid { leading: 1_110, above: Length::mm(150), short: true },
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

/// The first of the grids on which the sheet is one; the closest where none makes it so.
pub(super) fn fitting(
    setter: &mut Typesetter,
    (file, head): (&BankFile, &Letterhead),
    pieces: &Pieces<'_>,
) -> Result<&'static Grid, PaperError> {
    let [first, .., closest] = &GRIDS;
    let mut fitting = first;
    for grid in &GRIDS {
        fitting = grid;
        let strips = compose(setter, (file, head), (pieces, &[], grid))?;
        setter.begin_again();
        if filled(&strips) <= Format::UPRIGHT.room() {
            return Ok(fitting);
        }
    }
    debug_assert_eq!(fitting, closest);
    Ok(fitting)
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
    let (left, right) = (page.request(left)?, page.capacity(right)?);
    let mut both = beside(left, right, Stand::Top);
    both.gap = page.grid.above;
    strips.push(both);
    strips.extend(page.findings()?);
    strips.extend(page.sending());
    Ok(strips)
}

impl Page<'_, '_> {
    fn text(&self) -> TextStyle {
        TextStyle::of(LETTERS, self.grid.leading)
    }

    fn say(&mut self, spans: &[Span], measure: Measure) -> Vec<Strip> {
        let style = self.text();
        self.styled(spans, style, measure)
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
            format!("{}{contact}", to_the(&lender.name))
        });
        let said: Vec<String> = [Some(names), to].into_iter().flatten().filter(|part| !part.is_empty()).collect();
        let mut spans = vec![Span::new(spaced(&said.join(" · ")), Face::Sans, Ink::SOFT)];
        if let Some(day) = lender.and_then(|lender| lender.answer_by) {
            let by = format!(" · réponse demandée avant le {}", domain::words::long_date(day));
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
        if let Some(why) = loan.and_then(|loan| domain::loan::explained::taeg_below_rate(&loan.schedule)) {
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
            let due = |line: Option<&domain::loan::Instalment>| line.and_then(|line| line.due).map(numeric_date);
            let days = schedule.and_then(|all| Some((due(all.instalments.first())?, due(all.last())?)));
            let days = days.map(|(first, last)| format!("du {first} au {last}"));
            keys.push(key(counted(months, "mois", "mois"), days.unwrap_or_else(|| "demandés".to_owned())));
        }
        if let Some((loan, usual)) = file.loan.as_ref().and_then(|loan| Some((loan, usual(&loan.schedule)?))) {
            let insured = if usual.insurance.is_zero() { "" } else { ", assurance comprise" };
            let last = loan.schedule.last().filter(|last| last.total != usual.total);
            let last = last.map(|last| format!(" (dernière : {})", last.total.bare())).unwrap_or_default();
            keys.push(key(usual.total.to_string(), format!("par mois{insured}{last}")));
            let taeg = loan.taeg.map(|taeg| format!(", TAEG {taeg}")).unwrap_or_default();
            keys.push(key(loan.schedule.terms.annual_rate.to_string(), format!("taux fixe{taeg}")));
            keys.push(key(loan.schedule.total_cost.to_string(), format!("coût total, {}", file.refunded)));
        }
        if let Some(opinion) = file.assessment.opinion {
            use domain::words::Labelled;
            let whose = domain::words::AdvisorWords::of(self.head.office.advisor_title).of;
            let decided = match &file.decision {
                Some(_) => "décision prise",
                None => "décision attendue",
            };
            keys.push(key(opinion.label().to_owned(), format!("avis {whose} ; {decided}")));
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
            many => format!("{} faits qui pèsent contre, ou qui se contredisent", crate::papers::wording::in_letters(many)),
        };
        let title = format!("À lire avant de voter : {facts}");
        let mut strips = self.setter.heading(Tags::DOCUMENT, Heading::CLOSE_FRAME, &spaced(&title), inner);
        let mut items: Vec<Vec<Span>> = alerts.iter().take(few).map(alert_spans).collect();
        let more = alerts.len().saturating_sub(few);
        if more > 0 {
            let more = counted(more, "autre fait", "autres faits");
            items.push(vec![plain(format!("et {more}, {}.", self.at(BankFilePart::Assessment)))]);
        }
        let list = List { marker: Marker::Number, items: &items, style: self.text() };
        strips.extend(below(UNDER_HEADING, self.setter.list(Tags::DOCUMENT, &list, inner)));
        below(Length::mm(200), vec![boxed(strips, Measure::WHOLE)])
    }
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
    use super::excerpt;

    #[test]
    fn a_text_too_long_gives_its_first_sentences_and_where_the_rest_is() {
        let text = "Première phrase. Deuxième phrase, plus longue. Troisième.";
        assert_eq!(excerpt(text, 80, "(suite p. 6)"), text);
        assert_eq!(excerpt(text, 50, "(suite p. 6)"), "Première phrase. Deuxième phrase, plus longue.\u{a0}(suite p. 6)");
        assert_eq!(excerpt(text, 20, "(suite p. 6)"), "Première phrase.\u{a0}(suite p. 6)");
        assert_eq!(excerpt("un seul long texte sans point", 15, "(suite p. 6)"), "Un seul long…\u{a0}(suite p. 6)");
    }
}
