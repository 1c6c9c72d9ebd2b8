//! The money of the first sheet, then the sheets of figures: what is in tables.

use domain::words::spaced;

use super::{Page, UNDER_HEADING};
use crate::page::{Align, Density, Heading, Length, Measure, Row, Strip, Table, Tags, below, on_new_sheet};
use crate::papers::figures::{ReportTable, table_in};
use crate::papers::panel::Fit;
use crate::papers::wording::{plain, strong};

/// What a line of money and its amount take.
const MONEY: [(i64, Align, &str); 2] = [(76, Align::Left, ""), (24, Align::Right, "")];
/// What a study asked, and what it found.
const STUDIES: [(i64, Align, &str); 2] = [(52, Align::Left, ""), (48, Align::Left, "")];
/// A figure and what it counts.
const DEFINED: [(i64, Align, &str); 2] = [(28, Align::Left, "Chiffre"), (72, Align::Left, "Ce qu’il compte")];

impl Page<'_, '_> {
    pub(super) fn money(&mut self, measure: Measure) -> Vec<Strip> {
        let Some(part) = &self.report.money else { return Vec::new() };
        let mut strips = self.heading(&part.title, measure);
        let rows: Vec<Row> = part
            .lines
            .iter()
            .map(|line| {
                let cells = vec![spaced(&line.label), spaced(&line.amount)];
                if line.is_total { Row::Total(cells) } else { Row::Line(cells) }
            })
            .collect();
        if !rows.is_empty() {
            let table = Table { heading: Vec::new(), ..Table::of(self.density(), &MONEY, rows) };
            strips.extend(below(UNDER_HEADING, self.setter.table(Tags::DOCUMENT, &table, measure)));
        }
        if !part.ratio.is_empty() {
            let (head, rest) = part.ratio.split_once(" prêtés").unwrap_or((&part.ratio, ""));
            let rest = if rest.is_empty() { String::new() } else { format!(" prêtés{rest}") };
            let spans = [strong(head), plain(rest)];
            strips.extend(below(Length::mm(160), self.say(&spans, measure)));
        }
        strips.extend(below(Length::mm(120), self.small(&part.note, measure)));
        strips
    }

    /// A table under a heading of its own.
    pub(super) fn titled_table(&mut self, table: &ReportTable, measure: Measure) -> Vec<Strip> {
        let mut strips = self.heading(&table.title, measure);
        let untitled = ReportTable { title: String::new(), ..table.clone() };
        strips.extend(below(Length::mm(80), table_in(self.setter, &untitled, self.density(), measure)));
        strips
    }

    fn density(&self) -> Density {
        match self.fit {
            Fit::Large | Fit::Ordinary => Density::Dense,
            Fit::Close => Density::Tight,
            Fit::Closest => Density::Closest,
        }
    }

    /// The second sheet.
    pub(super) fn figures(&mut self) -> Vec<Strip> {
        let Some(sheet) = &self.report.figures else { return Vec::new() };
        let title = self.setter.heading(Tags::DOCUMENT, Heading::PART, "Les chiffres", Measure::WHOLE);
        let mut strips = on_new_sheet(title);
        strips.extend(below(Length::mm(60), self.small(&sheet.lead, Measure::WHOLE)));
        for table in &sheet.whole {
            strips.extend(below(self.above(), self.titled_table(table, Measure::WHOLE)));
        }
        strips.extend(self.two_by_two(&sheet.tables));
        if !sheet.learned.is_empty() {
            strips.extend(below(
                self.above(),
                self.heading("Ce que nous avons appris, ce que nous ferons", Measure::WHOLE),
            ));
            for paragraph in &sheet.learned {
                strips.extend(below(Length::mm(80), self.say(&[plain(paragraph)], Measure::WHOLE)));
            }
        }
        strips.extend(below(Length::mm(260), self.small(&sheet.note, Measure::WHOLE)));
        strips
    }

    /// The third sheet.
    pub(super) fn annex(&mut self) -> Vec<Strip> {
        let Some(sheet) = &self.report.annex else { return Vec::new() };
        let title = self.setter.heading(Tags::DOCUMENT, Heading::PART, "Annexe : comment c’est compté", Measure::WHOLE);
        let mut strips = on_new_sheet(title);
        let rows = sheet.definitions.iter().map(|(name, text)| Row::Named(vec![spaced(name), spaced(text)])).collect();
        let table = Table::of(self.density(), &DEFINED, rows);
        strips.extend(below(UNDER_HEADING, self.setter.table(Tags::DOCUMENT, &table, Measure::WHOLE)));
        strips.extend(self.two_by_two(&sheet.tables));
        if !sheet.studies.is_empty() {
            let title = "Ailleurs : ce que disent les enquêtes, sur des questions qui ne sont pas les nôtres";
            strips.extend(below(self.above(), self.heading(title, Measure::WHOLE)));
            let rows = sheet.studies.iter().map(|(name, text)| Row::Line(vec![spaced(name), spaced(text)])).collect();
            let table = Table { heading: Vec::new(), ..Table::of(self.density(), &STUDIES, rows) };
            strips.extend(below(UNDER_HEADING, self.setter.table(Tags::DOCUMENT, &table, Measure::WHOLE)));
        }
        strips.extend(below(Length::mm(260), self.small(&sheet.note, Measure::WHOLE)));
        strips
    }

    /// Tables two beside each other, in the order they are read: down the left, then down the right.
    fn two_by_two(&mut self, tables: &[ReportTable]) -> Vec<Strip> {
        let (left, right) = Measure::halves();
        let mut strips = Vec::new();
        for two in tables.chunks(2) {
            let one = two.first().map(|table| self.titled_table(table, left)).unwrap_or_default();
            let other = two.get(1).map(|table| self.titled_table(table, right)).unwrap_or_default();
            strips.extend(self.pair(one, other));
        }
        strips
    }
}
