//! The bilan of a period, for those who vote it and for everyone: a message, then what it rests on.
//!
//! The first sheet is read in a minute: one sentence, six figures, what became of every request, five years, what it costs
//! and brings, what it changed, what is proposed (*Un coup de pouce pour le microcrédit personnel*, le bilan annuel). The
//! board has a second sheet of figures and a third that says how each is counted; what is published is one sheet. No name
//! is on it.
//!
//! Everything arrives worded, counted and masked: this room only lays it out. A part without anything to say is left out.

mod facts;
mod sheets;

pub use facts::{
    AnnexSheet, AnnualReport, EffectRow, EffectsPart, FiguresSheet, FlowBoxed, FlowPart, MoneyLine, MoneyPart, Shade,
    Titled, YearBar, YearsPart,
};

use domain::words::{long_date, spaced};

use crate::finish::{Identity, finish};
use crate::page::{
    Boxed, Boxes, Face, Foot, Format, Ground, Heading, Ink, Length, Measure, Paragraph, Share, Shares, Span, Strip,
    Tags, TextStyle, Typesetter, WHOLE, Year, Years, below, beside, boxed, flow_on, keep_together,
};
use crate::papers::figures::keys_in_band;
use crate::papers::letterhead::{HeadLine, Letterhead, letterhead};
use crate::papers::panel::{Fit, on_sheets};
use crate::papers::wording::{plain, strong};
use crate::{Paper, PaperError};

/// What people call the paper of the board.
pub const BOARD: &str = "Bilan pour le conseil";
/// What people call the one that is published.
pub const PUBLIC: &str = "Bilan à publier";

const MESSAGE: TextStyle = TextStyle::of(1_260, 1_660);
const QUOTE: TextStyle = TextStyle::of(1_080, 1_440);
const SMALL: TextStyle = TextStyle::of(800, 1_040);
const UNDER_HEADING: Length = Length::mm(140);

/// Prints the bilan.
pub fn render(report: &AnnualReport, head: &Letterhead) -> Result<Paper, PaperError> {
    let day = long_date(report.established_on);
    let lines = [
        HeadLine::plain(&report.readers),
        HeadLine::named("Référence", &report.reference),
        HeadLine::plain(format!("arrêté le\u{a0}{day}")),
    ];
    let foot = Foot::plain(format!(
        "{} du microcrédit personnel · {} · arrêté le\u{a0}{day}",
        report.reference, report.version
    ));
    let most = 1_usize
        .saturating_add(usize::from(report.figures.is_some()))
        .saturating_add(usize::from(report.annex.is_some()));
    let (sheets, setter) = on_sheets(most, Fit::Ordinary, |setter, fit| {
        let mut strips = letterhead(setter, head, &lines);
        let mut page = Page { setter, report, fit };
        strips.extend(page.first());
        strips.extend(page.figures());
        strips.extend(page.annex());
        flow_on(Format::CLOSE, strips, &foot, setter)
    })?;
    let identity =
        Identity { title: report.title.clone(), author: head.office.name.clone(), date: report.established_on };
    finish(sheets, &setter, &identity)
}

/// The paper being set.
struct Page<'s, 'r> {
    setter: &'s mut Typesetter,
    report: &'r AnnualReport,
    fit: Fit,
}

impl Page<'_, '_> {
    /// The message and what it rests on.
    fn first(&mut self) -> Vec<Strip> {
        let report = self.report;

        let mut strips = self.setter.heading(Tags::DOCUMENT, Heading::TITLE, &spaced(&report.title), Measure::WHOLE);
        let message = [Span::new(spaced(&report.message), Face::SerifSemiBold, Ink::TEXT)];
        let message = self.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&message, MESSAGE), Measure::WHOLE);
        strips.extend(below(Length::mm(60), message));
        strips.extend(below(Length::mm(340), keys_in_band(self.setter, &report.keys)));
        strips.extend(self.flow());
        let (left, right) = Measure::halves();
        let years = self.years(left);
        let mut money = self.money(right);
        if let Some(table) = &report.beside {
            let above = self.above();
            let mut tables = self.titled_table(table, right);
            if !money.is_empty() {
                money = below(above, money);
                tables.extend(money);
            }
            money = tables;
        }
        strips.extend(self.pair(years, money));
        strips.extend(self.effects());
        for part in &report.words {
            strips.extend(self.words(part));
        }
        strips.extend(self.proposal());
        strips.extend(below(Length::mm(260), self.small(&report.untold, Measure::WHOLE)));
        strips
    }

    /// The space above a heading.
    fn above(&self) -> Length {
        match self.fit {
            Fit::Large | Fit::Ordinary => Length::mm(700),
            Fit::Close => Length::mm(420),
            Fit::Closest => Length::mm(280),
        }
    }

    fn heading(&mut self, title: &str, measure: Measure) -> Vec<Strip> {
        self.setter.heading(Tags::DOCUMENT, Heading::CLOSE_SECTION, &spaced(title), measure)
    }

    fn say(&mut self, spans: &[Span], measure: Measure) -> Vec<Strip> {
        self.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(spans, self.fit.text()), measure)
    }

    fn small(&mut self, text: &str, measure: Measure) -> Vec<Strip> {
        let spans = [Span::new(spaced(text), Face::Sans, Ink::NOTE)];
        self.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&spans, SMALL), measure)
    }

    /// Two columns under the same space; one alone stands across.
    fn pair(&self, left: Vec<Strip>, right: Vec<Strip>) -> Vec<Strip> {
        if left.is_empty() && right.is_empty() {
            return Vec::new();
        }
        let mut both = beside(below(Length::ZERO, left), below(Length::ZERO, right));
        both.gap = self.above();
        vec![both]
    }

    fn flow(&mut self) -> Vec<Strip> {
        let Some(flow) = &self.report.flow else { return Vec::new() };
        let mut strips = below(self.above(), self.heading(&flow.title, Measure::WHOLE));
        let boxes: Vec<Boxed> = flow
            .boxes
            .iter()
            .map(|one| Boxed {
                label: spaced(&format!("{} · {}", one.count, one.label)),
                detail: spaced(&one.detail),
                count: one.count,
                ground: one.shade.ground(),
            })
            .collect();
        let said = boxes.iter().map(|one| match one.detail.as_str() {
            "" => one.label.clone(),
            detail => format!("{} ({detail})", one.label),
        });
        let words = spaced(&format!("{} {}.", flow.title, said.collect::<Vec<_>>().join(" ; ")));
        let drawn = self.setter.boxes(Tags::DOCUMENT, &Boxes { words, boxes: &boxes }, Measure::WHOLE);
        strips.extend(below(UNDER_HEADING, vec![drawn]));
        strips.extend(below(Length::mm(120), self.small(&flow.note, Measure::WHOLE)));
        keep_together(strips)
    }

    fn years(&mut self, measure: Measure) -> Vec<Strip> {
        let Some(part) = &self.report.years else { return Vec::new() };
        let mut strips = self.heading(&part.title, measure);
        let most = part.years.iter().map(|year| year.loans).max().unwrap_or_default().max(1);
        let share = |loans: u64| i64::try_from(loans).unwrap_or(i64::MAX).saturating_mul(WHOLE);
        let share = |loans: u64| share(loans).checked_div(i64::try_from(most).unwrap_or(1)).unwrap_or_default();
        let years: Vec<Year> = part
            .years
            .iter()
            .map(|year| Year {
                label: year.label.clone(),
                value: spaced(&year.value),
                lines: year.lines.iter().map(|line| spaced(line)).collect(),
                share: share(year.loans),
            })
            .collect();
        let said = part.years.iter().map(|year| format!("{} : {}, {}", year.label, year.value, year.lines.join(", ")));
        let words = spaced(&format!("{}. {}.", part.title, said.collect::<Vec<_>>().join(" ; ")));
        let drawn = self.setter.years(Tags::DOCUMENT, &Years { words, years: &years }, measure);
        strips.extend(below(UNDER_HEADING, vec![drawn]));
        strips.extend(below(Length::mm(80), self.small(&part.note, measure)));
        strips
    }

    fn effects(&mut self) -> Vec<Strip> {
        let Some(part) = &self.report.effects else { return Vec::new() };
        let (left, right) = Measure::halves();
        let rows: Vec<Share> = part
            .rows
            .iter()
            .map(|row| {
                let said = i64::try_from(row.said).unwrap_or_default().saturating_mul(WHOLE);
                Share {
                    label: spaced(&row.label),
                    value: spaced(&format!("{} sur {}", row.said, row.of)),
                    share: said.checked_div(i64::try_from(row.of).unwrap_or(1).max(1)).unwrap_or_default(),
                    ground: Ground::Full,
                }
            })
            .collect();
        let said: Vec<String> = rows.iter().map(|row| format!("{} {}", row.label, row.value)).collect();
        let words = spaced(&format!("{}. {}.", part.title, said.join(" ; ")));
        let heading = below(self.above(), self.heading(&part.title, Measure::WHOLE));
        if rows.is_empty() {
            let said = below(UNDER_HEADING, self.quoted(part, Measure::WHOLE));
            return keep_together(heading.into_iter().chain(said).collect());
        }
        let bars = self.setter.shares(Tags::DOCUMENT, &Shares { words, rows: &rows, benchmark: None }, left);
        let mut both = beside(vec![bars], self.quoted(part, right));
        both.gap = UNDER_HEADING;
        keep_together(heading.into_iter().chain([both]).collect())
    }

    /// The sentence somebody agreed to be quoted for, and what to know to read the answers.
    fn quoted(&mut self, part: &EffectsPart, measure: Measure) -> Vec<Strip> {
        let mut said = Vec::new();
        if !part.quote.is_empty() {
            let quote = [Span::new(spaced(&part.quote), Face::SerifSemiBold, Ink::TITLE)];
            said.extend(self.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&quote, QUOTE), measure));
        }
        said.extend(below(Length::mm(80), self.small(&part.note, measure)));
        said
    }

    fn words(&mut self, part: &Titled) -> Vec<Strip> {
        let mut strips = below(self.above(), self.heading(&part.title, Measure::WHOLE));
        strips.extend(below(UNDER_HEADING, self.say(&[plain(&part.text)], Measure::WHOLE)));
        strips
    }

    fn proposal(&mut self) -> Vec<Strip> {
        let proposal = &self.report.proposal;
        if proposal.is_empty() {
            return Vec::new();
        }
        let spans = [strong("Décision proposée au conseil. "), plain(proposal)];
        let text = self.say(&spans, Measure::WHOLE.inside_box());
        below(self.above(), vec![boxed(text, Measure::WHOLE)])
    }
}

impl Shade {
    const fn ground(self) -> Ground {
        match self {
            Self::Full => Ground::Full,
            Self::Grey => Ground::Grey,
            Self::Light => Ground::Light,
            Self::Empty => Ground::Empty,
        }
    }
}

#[cfg(test)]
mod tests;
