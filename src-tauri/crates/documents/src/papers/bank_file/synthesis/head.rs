//! The top of the first sheet: whose request it is, the six figures, what is to be read before a vote.

use domain::assessment::Opinion;
use domain::loan::Instalment;
use domain::loan::explained::taeg_below_rate;
use domain::settings::BankFilePart;
use domain::words::{AdvisorWords, Labelled, counted, long_date, numeric_date, round, spaced, the};

use super::{Page, UNDER_HEADING};
use crate::page::{
    Face, Heading, Ink, Key, Length, List, Marker, Measure, Paragraph, Span, Strip, Tags, TextStyle, below, boxed,
};
use crate::papers::bank_file::BankFileAlert;
use crate::papers::wording::{in_letters, plain, strong, usual};

const SUBTITLE: TextStyle = TextStyle::of(930, 1_200);
/// More alerts than this are told in the part of the assessment once the sheet is short.
const FEW_ALERTS: usize = 4;

impl Page<'_, '_> {
    pub(super) fn title(&mut self) -> Vec<Strip> {
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
        strips.extend(below(
            Length::mm(40),
            self.setter.paragraph(Tags::DOCUMENT, &Paragraph::of(&spans, SUBTITLE), Measure::WHOLE),
        ));
        strips
    }

    /// The six figures a lender looks for first; one that is not known is left out.
    pub(super) fn figures(&mut self) -> Vec<Strip> {
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
                // The members decide.
                _ if self.table.is_some() => "",
                Some(_) => " ; décision prise",
                None => " ; décision attendue",
            };
            // A reservation is told in small letters, under the direction.
            let (direction, reserve) = match opinion {
                Opinion::FavourableWithReservation => (Opinion::Favourable, "avec réserve, "),
                Opinion::Favourable | Opinion::Reserved | Opinion::Unfavourable => (opinion, ""),
            };
            keys.push(key(direction.label().to_owned(), format!("{reserve}avis {whose}{decided}")));
        }
        keys
    }

    /// What weighs against the request, the heaviest first; nothing where nothing does.
    pub(super) fn alerts(&mut self) -> Vec<Strip> {
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

/// The fact in strong letters, then what goes with it.
pub(in crate::papers::bank_file) fn alert_spans(alert: &BankFileAlert) -> Vec<Span> {
    vec![strong(&alert.fact), plain(format!(" {}", alert.beside))]
}
