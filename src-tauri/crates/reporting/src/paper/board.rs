//! The reading of the board: what was done as it is, what describes people in pairs.

mod tables;

use documents::papers::annual_report::{
    AnnualReport, EffectRow, EffectsPart, FlowBoxed, FlowPart, Shade, YearBar, YearsPart,
};
use documents::papers::figures::KeyFigure;
use domain::money::Euros;
use domain::report::{FlowBox, FlowState, IndicatorKey as Key, Unit, YearTold};
use domain::settings::{HeadlineFigure, ListKey};
use domain::words::{counted, figure, spaced, to_the_euro};

use super::facts::{Facts, counted_key, key, short, whole};
use crate::own_words::words_on;
use crate::wording;
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use casework::guarantees::guarantee_envelope;

impl Facts {
    pub(crate) fn board(&self, desk: &Desk) -> Result<AnnualReport, Failure> {
        let period = self.material.period;
        let (learned, proposal) = self.adviser_words(desk)?;
        let has_any = !self.material.rows.is_empty();
        Ok(AnnualReport {
            title: self.material.titled(format!("Le microcrédit personnel {}", self.during())),
            reference: self.material.titled(wording::reference(period)),
            readers: "Conseil d’administration".to_owned(),
            version: "version du conseil d’administration".to_owned(),
            established_on: self.moment.today,
            message: self.message(|_| true),
            keys: self.head()?,
            flow: self.whole_flow()?,
            years: self.years_part(&self.years),
            money: self.money_and_guarantee(desk)?,
            effects: self.whole_effects(),
            words: Vec::new(),
            proposal,
            untold: String::new(),
            beside: None,
            figures: if has_any { Some(self.figures(desk, learned)?) } else { None },
            annex: if has_any { Some(self.annex(desk)?) } else { None },
        })
    }

    /// What the adviser wrote for the board on the period: what was learnt, a paragraph each, and the decision proposed.
    pub(crate) fn adviser_words(&self, desk: &Desk) -> Result<(Vec<String>, String), Failure> {
        let period = self.material.period;
        desk.read(|reader| {
            let learned = words_on(reader, "annual_report", period)?;
            let proposal = words_on(reader, "annual_decision", period)?;
            let learned = learned.paragraphs().map(ToOwned::to_owned).collect();
            Ok((learned, proposal.paragraphs().collect::<Vec<_>>().join(" ")))
        })
    }

    /// The figures at the head; none where nothing was entered.
    pub(crate) fn head(&self) -> Result<Vec<KeyFigure>, Failure> {
        if self.material.rows.is_empty() {
            return Ok(Vec::new());
        }
        Ok(self.keys()?.into_iter().map(|(key, _)| key).collect())
    }

    /// The figures at the head, each with the indicator whose dossiers it opens, where it has one: those the office chose,
    /// else the usual six.
    pub(crate) fn keys(&self) -> Result<Vec<(KeyFigure, Option<Key>)>, Failure> {
        let before = self.material.bilan_before()?;
        let compared = self.material.before.map(wording::heading);
        let before = |key: Key| {
            let value = before.as_ref()?.indicator(key)?.figure.value?;
            Some(format!("{} en {}", figure(value, Unit::Dossiers), compared.as_ref()?))
        };
        let chosen = &self.material.settings.at(self.material.period.to()).office.headline;
        let chosen = if chosen.is_empty() { self.usual_headline().to_vec() } else { chosen.clone() };
        Ok(chosen.into_iter().filter_map(|one| self.headline(one, before)).collect())
    }

    /// What is not known of the year gives its place to what is.
    fn usual_headline(&self) -> [HeadlineFigure; 6] {
        use HeadlineFigure::{
            AmountGranted, Assessed, Granted, IncidentsSinceStart, InterestRefunds, LoansSinceStart, MeanAmount,
            NetCost, Requests,
        };
        let has_net = self.account.and_then(|account| account.net).is_some();
        let money = if has_net { NetCost } else { MeanAmount };
        let given = if self.count(Key::InterestRefundsCount) > 0 {
            InterestRefunds
        } else if self.count(Key::Assessed) > 0 {
            Assessed
        } else {
            LoansSinceStart
        };
        [Requests, Granted, AmountGranted, money, given, IncidentsSinceStart]
    }

    /// A figure of the head; nothing where it is not known.
    fn headline(
        &self,
        one: HeadlineFigure,
        before: impl Fn(Key) -> Option<String>,
    ) -> Option<(KeyFigure, Option<Key>)> {
        let counted = |of: Key, one: &str, many: &str| counted_key(self.count(of), one, many, before(of));
        let told = match one {
            HeadlineFigure::Requests => (counted(Key::Requests, "demande reçue", "demandes reçues"), Key::Requests),
            HeadlineFigure::Assessed => (counted(Key::Assessed, "dossier évalué", "dossiers évalués"), Key::Assessed),
            HeadlineFigure::Granted => (counted(Key::Granted, "prêt accordé", "prêts accordés"), Key::Granted),
            HeadlineFigure::AmountGranted => {
                (key(to_the_euro(self.amount(Key::AmountGranted)), self.lent_by(), None), Key::AmountGranted)
            }
            HeadlineFigure::MeanAmount => {
                (key(self.text(Key::MeanAmount), "en moyenne par prêt", None), Key::MeanAmount)
            }
            HeadlineFigure::InterestRefunds => {
                let people = self::counted(self.count(Key::InterestRefundsCount), "personne", "personnes");
                let amount = to_the_euro(self.amount(Key::InterestRefundsAmount));
                (key(amount, format!("d’intérêts rendus à {people}"), None), Key::InterestRefundsAmount)
            }
            HeadlineFigure::RunningLoans => {
                (counted(Key::RunningLoans, "prêt en cours", "prêts en cours"), Key::RunningLoans)
            }
            HeadlineFigure::LoansSinceStart => {
                (counted(Key::LoansSinceStart, "prêt depuis le début", "prêts depuis le début"), Key::LoansSinceStart)
            }
            HeadlineFigure::IncidentsSinceStart => {
                let incidents = self.since.incidents.dossiers_count();
                if self.since.followed.dossiers.is_empty() {
                    return None;
                }
                let named = if incidents < 2 { "prêt avec un incident" } else { "prêts avec un incident" };
                return Some((key(whole(incidents), format!("{named} {}", self.since_when()), None), None));
            }
            HeadlineFigure::NetCost => {
                let net = self.account.and_then(|account| account.net)?;
                return Some((key(to_the_euro(net), "à la charge du CCAS", None), None));
            }
        };
        Some((told.0, Some(told.1)))
    }

    /// `prêtés par 3 banques`.
    fn lent_by(&self) -> String {
        let lenders = self.material.rows.iter().filter_map(|row| {
            row.granted_in(self.material.period)?;
            row.presentations.iter().rfind(|sent| matches!(sent.answer, Some(domain::report::RowAnswer::Approved(_))))
        });
        let lenders: std::collections::BTreeSet<&ListKey> = lenders.map(|sent| &sent.lender).collect();
        match lenders.len() {
            0 => "prêtés".to_owned(),
            1 => "prêtés par la banque".to_owned(),
            many => format!("prêtés par {many} banques"),
        }
    }

    fn text(&self, key: Key) -> String {
        self.value(key).map_or_else(|| wording::NOTHING.to_owned(), |value| short(value, self.material.unit(key)))
    }

    fn whole_flow(&self) -> Result<Option<FlowPart>, Failure> {
        let received = self.flow.received.dossiers_count();
        if received == 0 {
            return Ok(None);
        }
        let lent = self.flow.in_box(FlowBox::Loan);
        let lent = if lent.dossiers.is_empty() {
            String::new()
        } else {
            format!("{} prêtés", to_the_euro(self.lent_to(&lent)?))
        };
        let ended =
            [FlowState::Dropped, FlowState::Inadmissible, FlowState::Refused, FlowState::Informed, FlowState::Closed];
        let details = [
            lent,
            self.solutions(true),
            self.states(&[FlowState::AtOffice, FlowState::AtLender], true),
            self.states(&ended, true),
        ];
        let shades = [Shade::Full, Shade::Grey, Shade::Light, Shade::Empty];
        let boxes = FlowBox::ALL.into_iter().zip(details).zip(shades).map(|((one, detail), shade)| FlowBoxed {
            label: domain::words::Labelled::label(one).to_owned(),
            count: self.flow.in_box(one).dossiers_count(),
            detail,
            shade,
        });
        Ok(Some(FlowPart {
            title: self.flow_title(received),
            boxes: boxes.filter(|one| one.count > 0).collect(),
            note: self.bridge(),
        }))
    }

    /// `Que sont devenues les 31 demandes reçues en 2026 ? (au 31 décembre 2026)`.
    pub(crate) fn flow_title(&self, received: u64) -> String {
        let day = domain::words::long_date(self.material.period.to().min(self.moment.today));
        let asked = match received {
            1 => "Qu’est devenue la demande reçue".to_owned(),
            many => format!("Que sont devenues les {} demandes reçues", whole(many)),
        };
        format!("{asked} {} ? (au {day})", self.during())
    }

    /// From the loans of the period to the requests of the period, then what was refused and what was missed.
    pub(crate) fn bridge(&self) -> String {
        let granted = self.flow.granted.dossiers_count();
        let before = self.flow.granted_of_before.dossiers_count();
        let own = granted.saturating_sub(before);
        let mut said = Vec::new();
        let during = self.during();
        if granted > 0 && before > 0 {
            let own = match own {
                0 => "aucun ne vient d’une demande de la période".to_owned(),
                1 => "1 vient d’une demande de la période".to_owned(),
                own => format!("{} viennent d’une demande de la période", whole(own)),
            };
            let loans = counted(granted, "prêt accordé", "prêts accordés");
            said.push(format!("{loans} {during} : {own}, {} d’une demande d’avant.", whole(before)));
        } else if granted > 0 {
            let loans = counted(granted, "prêt accordé", "prêts accordés");
            said.push(format!("{loans} {during}, tous pour une demande de la période."));
        }
        let refused = self.count(Key::Refused);
        if refused > 0 {
            said.push(format!("La banque a refusé {} dans la période.", counted(refused, "dossier", "dossiers")));
        }
        let paid = self.since.followed.dossiers_count();
        if paid > 0 {
            let incidents = match self.since.incidents.dossiers_count() {
                0 => "Aucun incident".to_owned(),
                many => capital_counted(many),
            };
            said.push(format!(
                "{incidents} {}, sur {}.",
                self.since_when(),
                counted(paid, "prêt versé", "prêts versés")
            ));
        }
        said.join(" ")
    }

    /// The years side by side; nothing for one alone.
    pub(crate) fn years_part(&self, years: &[YearTold]) -> Option<YearsPart> {
        if years.len() < 2 {
            return None;
        }
        let loans: u64 = years.iter().fold(0, |sum, year| sum.saturating_add(year.granted.dossiers_count()));
        let amount = Euros::sum(years.iter().map(|year| year.amount)).ok()?;
        let first = years.first().map(|year| year.first)?;
        let since = if self.since.year == Some(first) {
            format!("Depuis {first}")
        } else {
            format!("De {first} à {}", years.last()?.last)
        };
        let told = years.iter().map(|year| {
            let granted = year.granted.dossiers_count();
            YearBar {
                label: if year.first == year.last {
                    year.first.to_string()
                } else {
                    format!("{}-{}", year.first, year.last)
                },
                loans: granted,
                value: counted(granted, "prêt", "prêts"),
                lines: vec![to_the_euro(year.amount), counted(year.requests.dossiers_count(), "reçue", "reçues")],
            }
        });
        Some(YearsPart {
            title: spaced(&format!("{since} : {}, {}", counted(loans, "prêt", "prêts"), to_the_euro(amount))),
            years: told.collect(),
            note: String::new(),
        })
    }

    /// What it costs, with what the guarantee of the office engages.
    fn money_and_guarantee(&self, desk: &Desk) -> Result<Option<documents::papers::annual_report::MoneyPart>, Failure> {
        let Some(mut money) = self.money() else { return Ok(None) };
        let envelope = guarantee_envelope(desk, Nothing {}, &self.moment)?;
        if envelope.used && envelope.amount.is_some() {
            let day = domain::words::numeric_date(self.moment.today);
            let said = format!(
                "Garantie du CCAS au {day} : {} engagés, {} appelés.",
                envelope.committed.text, envelope.called.text
            );
            money.note = [money.note, said].into_iter().filter(|one| !one.is_empty()).collect::<Vec<_>>().join(" ");
        }
        Ok(Some(money))
    }

    fn whole_effects(&self) -> Option<EffectsPart> {
        let rows: Vec<EffectRow> =
            self.effects().into_iter().map(|one| EffectRow { label: one.label, said: one.said, of: one.of }).collect();
        let forms = counted(self.questionnaires(), "questionnaire revenu", "questionnaires revenus");
        self.effects_part(&format!("Ce que cela a changé : {forms}"), rows, "")
    }
}

/// `Un incident`, `3 prêts avec un incident`.
fn capital_counted(many: u64) -> String {
    if many == 1 {
        "Un seul prêt avec un incident".to_owned()
    } else {
        format!("{} prêts avec un incident", whole(many))
    }
}
