//! The head of the sheet: what is left to live on in figures, and where the money goes as bars.

use domain::budget::{Benchmark, Spending, benchmark, standing};
use domain::money::Euros;
use domain::settings::RulePeriod;
use domain::words::{HARD_SPACE, round, spaced};

use super::{BudgetSheet, SMALL};
use crate::PaperError;
use crate::page::{
    Face, Ground, Heading, Ink, Key, Length, Measure, Paragraph, Share, Shares, Span, Strip, Tags, TextStyle,
    Typesetter, WHOLE, below,
};

/// The signs that large figures may have side by side; more stand one under the other.
const BAND: usize = 26;
const PAIRS: TextStyle = TextStyle::of(960, 1_280);

/// What the head of the sheet shows.
pub(super) struct Picture {
    /// Above the figures.
    heading: String,
    figures: Vec<Key>,
    /// Above the bars.
    title: String,
    rows: Vec<Share>,
    mark: Option<i64>,
    /// Under the bars; may be empty.
    note: String,
}

/// Works out the head of a sheet.
pub(super) fn picture(sheet: &BudgetSheet) -> Result<Picture, PaperError> {
    let after = sheet.after.as_ref();
    let mark = after.map(|after| benchmark(&after.budget, &after.rule)).transpose()?.flatten();
    let left = after.map_or(sheet.budget.left, |after| after.budget.left);
    let loan = after.map(|after| after.budget.instalment.plus(after.budget.account)).transpose()?;
    let longest = [left.cents(), mark.map_or(0, |mark| mark.household.cents())];
    let longest = longest.into_iter().chain(sheet.spending.iter().map(|one| one.amount.cents())).max();
    let part = |amount: Euros| {
        let part = amount.cents().max(0).saturating_mul(WHOLE);
        part.checked_div(longest.unwrap_or_default()).unwrap_or_default()
    };
    let row = |label: &str, amount: Euros, ground| Share {
        label: spaced(label),
        value: amount.bare(),
        share: part(amount),
        ground,
    };
    let is_under = mark.is_some_and(|mark| mark.apart.is_negative()) || left.is_negative();
    let ground = if is_under { Ground::Empty } else { Ground::Full };
    let mut rows = vec![row("Reste pour vivre", left, ground)];
    let of = |one: &Spending| row(&one.label, one.amount, if one.is_debt { Ground::Grey } else { Ground::Light });
    rows.extend(sheet.spending.iter().map(of));
    let loan = loan.filter(|paid| !paid.is_zero()).map(|paid| row("Ce prêt", paid, Ground::Hatched));
    let place = loan.as_ref().and_then(|loan| rows.iter().skip(1).position(|row| row.share < loan.share));
    let place = place.map_or(rows.len(), |place| place.saturating_add(1));
    rows.splice(place..place, loan);
    let with = if after.is_some() { ", avec le prêt" } else { "" };
    Ok(Picture {
        heading: spaced(&format!("Ce qu’il reste pour vivre, par {} et par mois", sheet.budget.shares.one())),
        figures: figures(sheet)?,
        title: spaced(&format!("Où va l’argent chaque mois{with}")),
        rows,
        mark: mark.map(|mark| part(mark.household)),
        note: note(sheet, mark),
    })
}

/// `272,87 € avant le prêt`, `242,89 € avec le prêt`, `−7,11 € sous le repère de 250 €`.
fn figures(sheet: &BudgetSheet) -> Result<Vec<Key>, PaperError> {
    let key = |value: Euros, caption: &str| Key { value: value.to_string(), caption: spaced(caption) };
    let day = |caption: &str, day: Euros| format!("{caption}{day} par jour");
    let before = &sheet.budget;
    let Some(after) = &sheet.after else {
        return Ok(vec![key(before.reste_a_vivre, &day("soit ", before.per_day))]);
    };
    let mut figures = vec![
        key(before.reste_a_vivre, &day("avant le prêt, ", before.per_day)),
        key(after.budget.reste_a_vivre, &day("avec le prêt, ", after.budget.per_day)),
    ];
    let period = after.period_in_words();
    figures.extend(standing(&after.budget, &after.rule)?.map(|standing| {
        let side = if standing.apart.is_negative() { "sous le" } else { "au-dessus du" };
        key(standing.apart, &format!("{side} repère de {}{period}", round(standing.threshold)))
    }));
    Ok(figures)
}

/// `Trait : le repère, 750 € (3 personnes × 250).`
fn note(sheet: &BudgetSheet, mark: Option<Benchmark>) -> String {
    let Some((mark, after)) = mark.zip(sheet.after.as_ref()) else { return String::new() };
    let how = match (after.rule.period, after.rule.threshold) {
        (RulePeriod::Day, Some(day)) => format!("{day} par jour"),
        (RulePeriod::Day | RulePeriod::Month, _) => {
            format!("{}{HARD_SPACE}×{HARD_SPACE}{}", sheet.budget.shares, round(mark.each))
        }
    };
    spaced(&format!("Trait : le repère, {} ({how}).", round(mark.household)))
}

impl Picture {
    pub(super) fn figures(&self, setter: &mut Typesetter, measure: Measure) -> Vec<Strip> {
        let mut strips = setter.heading(Tags::DOCUMENT, Heading::CLOSE_SECTION, &self.heading, measure);
        let signs: usize = self.figures.iter().map(|key| key.value.chars().count()).sum();
        let set = if signs > BAND {
            let pairs: Vec<(String, String)> =
                self.figures.iter().map(|key| (key.caption.clone(), key.value.clone())).collect();
            setter.pairs(Tags::DOCUMENT, &pairs, PAIRS, measure)
        } else {
            vec![setter.key_band(Tags::DOCUMENT, &self.figures, measure)]
        };
        strips.extend(below(Length::mm(60), set));
        strips
    }

    pub(super) fn bars(&self, setter: &mut Typesetter, measure: Measure) -> Vec<Strip> {
        let mut strips = setter.heading(Tags::DOCUMENT, Heading::CLOSE_SECTION, &self.title, measure);
        let said: Vec<String> = self.rows.iter().map(|row| format!("{} {}", row.label, row.value)).collect();
        let words = spaced(&format!("{} : {}. {}", self.title, said.join(" ; "), self.note));
        let shares = Shares { words: words.trim_end().to_owned(), rows: &self.rows, benchmark: self.mark };
        let shares = setter.shares(Tags::DOCUMENT, &shares, measure);
        strips.extend(below(Length::mm(80), vec![shares]));
        let note = [Span::new(&self.note, Face::Sans, Ink::SOFT)];
        strips.extend(below(Length::mm(60), setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&note, SMALL), measure)));
        strips
    }
}
