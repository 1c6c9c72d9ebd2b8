//! The reading of the board: what was done as it is, what describes people in pairs.

use std::collections::BTreeMap;

use documents::papers::annual_report::{
    AnnexSheet, AnnualReport, EffectRow, EffectsPart, FiguresSheet, FlowBoxed, FlowPart, Shade, YearBar, YearsPart,
};
use documents::papers::figures::{KeyFigure, ReportTable};
use domain::money::Euros;
use domain::report::{
    Bilan, Event, Figure, FlowBox, FlowState, IndicatorKey as Key, Period, ProductKey, ProductTold, References,
    ReportRow, RowKind, SmallNumbers, TableKey, Unit, Value, Working, YearTold, products_told, profile_pairs,
};
use domain::settings::ListKey;
use domain::words::{counted, figure, spaced, to_the_euro};

use super::facts::{Facts, READING, counted_key, key, short, table, whole};
use crate::own_words::words_on;
use crate::wording;
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use casework::guarantees::guarantee_envelope;

/// The rows of the second sheet, and how each is read.
const ROWS: [(Key, &str); 12] = [
    (Key::Requests, "premier contact avec un projet"),
    (Key::Assessed, "première décision du CCAS"),
    (Key::Submitted, "première date d’envoi"),
    (Key::Granted, "accord définitif"),
    (Key::GrantRateOfSubmitted, ""),
    (Key::AmountGranted, ""),
    (Key::MeanAmount, ""),
    (Key::DaysRequestToDisbursement, "médiane"),
    (Key::RunningLoans, "à la fin de la période"),
    (Key::Deferrals, "avec accord : pas un retard"),
    (Key::Incidents, "une première échéance impayée"),
    (Key::Losses, "prêts perdus ou appelés"),
];
/// Rows that are told even when nothing happened: nothing is what a board asks.
const EVEN_NONE: [Key; 2] = [Key::Incidents, Key::Losses];
/// How many years are told beside each other on the second sheet.
const YEARS: usize = 3;

impl Facts {
    pub(crate) fn board(&self, desk: &Desk) -> Result<AnnualReport, Failure> {
        let period = self.material.period;
        let (learned, proposal) = desk.read(|reader| {
            Ok::<_, Failure>((words_on(reader, "annual_report", period)?, words_on(reader, "annual_decision", period)?))
        })?;
        let has_any = !self.material.rows.is_empty();
        Ok(AnnualReport {
            title: self.material.titled(format!("Le microcrédit personnel {}", self.during())),
            reference: self.material.titled(wording::reference(period)),
            readers: "Conseil d’administration".to_owned(),
            version: "version du conseil d’administration".to_owned(),
            established_on: self.moment.today,
            message: self.message(|_| true),
            keys: if has_any { self.keys()?.into_iter().map(|(key, _)| key).collect() } else { Vec::new() },
            flow: self.whole_flow()?,
            years: self.years_part(&self.years),
            money: self.money_and_guarantee(desk)?,
            effects: self.whole_effects(),
            words: Vec::new(),
            proposal: proposal.paragraphs().collect::<Vec<_>>().join(" "),
            untold: String::new(),
            beside: None,
            figures: if has_any {
                Some(self.figures(learned.paragraphs().map(ToOwned::to_owned).collect())?)
            } else {
                None
            },
            annex: if has_any { Some(self.annex(desk)?) } else { None },
        })
    }

    /// The six figures, each with the indicator whose dossiers it opens, where it has one.
    pub(crate) fn keys(&self) -> Result<Vec<(KeyFigure, Option<Key>)>, Failure> {
        let before = self.material.bilan_before()?;
        let compared = self.material.before.map(wording::heading);
        let before = |key: Key| {
            let value = before.as_ref()?.indicator(key)?.figure.value?;
            Some(format!("{} en {}", figure(value, Unit::Dossiers), compared.as_ref()?))
        };
        let refunds = self.count(Key::InterestRefundsCount);
        let net = self.account.and_then(|account| account.net);
        let mut keys = vec![
            (
                counted_key(self.count(Key::Requests), ("demande reçue", "demandes reçues"), before(Key::Requests)),
                Some(Key::Requests),
            ),
            (
                counted_key(self.count(Key::Granted), ("prêt accordé", "prêts accordés"), before(Key::Granted)),
                Some(Key::Granted),
            ),
            (key(to_the_euro(self.amount(Key::AmountGranted)), self.lent_by(), None), Some(Key::AmountGranted)),
        ];
        keys.push(match net {
            Some(net) => (key(to_the_euro(net), "à la charge du CCAS", None), None),
            None => (key(self.text(Key::MeanAmount), "en moyenne par prêt", None), Some(Key::MeanAmount)),
        });
        keys.push(if refunds > 0 {
            let people = counted(refunds, "personne", "personnes");
            let told = key(
                to_the_euro(self.amount(Key::InterestRefundsAmount)),
                format!("d’intérêts rendus à {people}"),
                None,
            );
            (told, Some(Key::InterestRefundsAmount))
        } else {
            let words = ("dossier évalué", "dossiers évalués");
            (counted_key(self.count(Key::Assessed), words, before(Key::Assessed)), Some(Key::Assessed))
        });
        let incidents = self.since.incidents.dossiers_count();
        let named = if incidents < 2 { "prêt avec un incident" } else { "prêts avec un incident" };
        keys.push((key(whole(incidents), format!("{named} {}", self.since_when()), None), None));
        Ok(keys)
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
    fn bridge(&self) -> String {
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
        let paid = self.since.paid_out.dossiers_count();
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
        (!rows.is_empty()).then(|| EffectsPart {
            title: format!("Ce que cela a changé : {forms}"),
            rows,
            quote: String::new(),
            note: "Réponses de la période, à la fin du prêt. Elles ne prouvent pas que le prêt en est la cause."
                .to_owned(),
        })
    }

    fn figures(&self, learned: Vec<String>) -> Result<FiguresSheet, Failure> {
        let under = self.material.few();
        let whole = [Some(self.dozen()?), self.by_product()?];
        let tables = [Some(self.by_purpose()?), self.origins(), self.people()];
        let aside = match self.amount(Key::InterestRefundsAmount) {
            none if none.is_zero() => String::new(),
            refunds => format!(" Intérêts rendus : {refunds}."),
        };
        Ok(FiguresSheet {
            lead: format!(
                "Les demandes, les prêts et les montants sont exacts : les membres du conseil sont tenus au secret (code \
                 de l’action sociale et des familles, art. L. 133-5). Ce qui décrit les personnes est regroupé, jamais \
                 moins de {under}. Une autre version, regroupée partout, existe pour la publication."
            ),
            whole: whole.into_iter().flatten().collect(),
            tables: tables.into_iter().flatten().collect(),
            learned,
            note: format!(
                "Chaque fait est compté à sa date. Les montants sont arrondis à l’euro, ligne à ligne.{aside} « Ailleurs » : \
                 moyennes d’enquêtes ; elles se lisent une par une, et aucune n’est un objectif."
            ),
        })
    }

    /// The periods of the second sheet: three years that were entered, or the period and the one before.
    fn columns(&self) -> Result<Vec<(String, Bilan)>, Failure> {
        let period = self.material.period;
        let own = (wording::heading(period), self.material.bilan(SmallNumbers::Shown)?);
        let Some(year) = period.civil_year() else {
            let before = self.material.before.map(|before| {
                Ok::<_, Failure>((wording::heading(before), self.material.bilan_of(before, SmallNumbers::Shown)?))
            });
            return Ok(before.transpose()?.into_iter().chain([own]).collect());
        };
        let entered = self.years.iter().map(|told| told.first).filter(|told| *told < year);
        let mut earlier: Vec<i32> = entered.collect();
        let more = earlier.len().saturating_sub(YEARS.saturating_sub(1));
        earlier.drain(..more);
        let mut columns = Vec::new();
        for year in earlier.into_iter().filter_map(Period::year) {
            columns.push((wording::heading(year), self.material.bilan_of(year, SmallNumbers::Shown)?));
        }
        columns.push(own);
        Ok(columns)
    }

    fn dozen(&self) -> Result<ReportTable, Failure> {
        let columns = self.columns()?;
        let of = |bilan: &Bilan, key: Key| {
            let one = bilan.indicator(key)?;
            match one.working {
                Working::Delay { .. } => wording::median(one.working),
                _ => one.figure.value.map(|value| short(value, self.material.unit(key))),
            }
        };
        let is_nothing = |key: Key| {
            columns.iter().all(|(_, bilan)| {
                let one = bilan.indicator(key);
                one.and_then(|one| one.figure.value).is_none_or(|value| value.number().is_zero())
            })
        };
        let lent = !self.since.paid_out.dossiers.is_empty();
        let told = ROWS.into_iter().filter(|(key, _)| !is_nothing(*key) || (EVEN_NONE.contains(key) && lent));
        let told: Vec<(Key, &str)> = told.collect();
        let marks: Vec<Option<String>> = told.iter().map(|(key, _)| self.mark(*key)).collect();
        let elsewhere = marks.iter().any(Option::is_some);
        let rows = told.iter().zip(marks).map(|((key, reading), mark)| {
            let mut cells = vec![self.material.label(*key).to_owned()];
            cells.extend(columns.iter().map(|(_, bilan)| of(bilan, *key).unwrap_or_else(nothing)));
            if elsewhere {
                cells.push(mark.unwrap_or_default());
            }
            cells.push(self.reading(*key, reading));
            cells
        });
        let rows: Vec<Vec<String>> = rows.collect();
        let mut heads = vec![""];
        heads.extend(columns.iter().map(|(heading, _)| heading.as_str()));
        if elsewhere {
            heads.push("Ailleurs");
        }
        heads.push(READING);
        Ok(table(&format!("L’essentiel, en {} lignes", rows.len()), &heads, rows, None))
    }

    /// How a row is read: its own terms where it divides two others.
    fn reading(&self, key: Key, said: &str) -> String {
        let Some(one) = self.bilan.indicator(key) else { return said.to_owned() };
        match one.working {
            Working::Ratio { part, whole: of } => format!("{} ÷ {}", whole(part.1), whole(of.1)),
            Working::Mean { total: Value::Euros(total), loans } if loans > 0 => {
                format!("{} ÷ {}", to_the_euro(total), whole(loans))
            }
            _ => said.to_owned(),
        }
    }

    /// The mark of elsewhere of a row, with its year where its source gives one.
    fn mark(&self, key: Key) -> Option<String> {
        let reference = self.material.delivered.references.indicators.iter().find(|one| one.indicator == Some(key))?;
        Some(wording::elsewhere(reference, self.material.unit(key)))
    }

    /// The products side by side, where there are several.
    fn by_product(&self) -> Result<Option<ReportTable>, Failure> {
        let products = products_told(self.material.period, &self.material.rows)?;
        if products.keys().filter(|key| **key != ProductKey::NotChosen).count() < 2 {
            return Ok(None);
        }
        let rows = products.iter().map(|(key, told)| {
            vec![
                self.product(key),
                whole(told.requests.dossiers_count()),
                whole(told.granted.dossiers_count()),
                amount_or_nothing(told.amount),
                whole(told.incidents.dossiers_count()),
                whole(told.lost.dossiers_count()),
                amount_or_nothing(told.losses),
            ]
        });
        let sum = |of: fn(&ProductTold) -> &Figure| {
            whole(products.values().map(|told| of(told).dossiers_count()).fold(0, u64::saturating_add))
        };
        let total = vec![
            "Ensemble".to_owned(),
            whole(self.count(Key::Requests)),
            whole(self.count(Key::Granted)),
            to_the_euro(self.amount(Key::AmountGranted)),
            sum(|told| &told.incidents),
            sum(|told| &told.lost),
            amount_or_nothing(self.amount(Key::Losses)),
        ];
        let heads = ["", "Demandes", "Prêts", "Montant", "Incidents", "Prêts perdus", "Pertes"];
        Ok(Some(table("Par produit", &heads, rows.collect(), Some(total))))
    }

    fn product(&self, key: &ProductKey) -> String {
        let settings = &self.material.settings;
        match key {
            ProductKey::Product(product) => {
                let known =
                    settings.at(self.material.period.to()).product(product).map(|one| one.value.label.to_string());
                known.unwrap_or_else(|| product.as_str().to_owned())
            }
            ProductKey::Lender(lender) => settings
                .lenders
                .get(lender)
                .map_or_else(|| lender.as_str().to_owned(), |file| file.lender.name.to_string()),
            ProductKey::NotChosen => "Pas encore choisi".to_owned(),
        }
    }

    fn by_purpose(&self) -> Result<ReportTable, Failure> {
        let lists = &self.material.settings.lists;
        let category = |row: &ReportRow| {
            let entry = row.purpose.as_ref().and_then(|key| lists.purposes.iter().find(|entry| entry.key == *key));
            entry.and_then(|entry| entry.group.clone())
        };
        let names = lists.purpose_categories.iter().map(|entry| (Some(entry.key.clone()), entry.label.clone()));
        let mut rows = Vec::new();
        for (key, label) in names.chain([(None, "Non renseigné".to_owned())]) {
            let of: Vec<&ReportRow> = self.material.rows.iter().filter(|row| category(row) == key).collect();
            rows.extend(self.shared(&label, &of)?);
        }
        let total = vec![
            "Ensemble".to_owned(),
            whole(self.count(Key::Requests)),
            whole(self.count(Key::Granted)),
            to_the_euro(self.amount(Key::AmountGranted)),
        ];
        Ok(table("Pour quoi faire", &["", "Demandes", "Prêts", "Montant"], rows, Some(total)))
    }

    /// Requests, loans and what they lent of some dossiers; nothing where there is none.
    fn shared(&self, label: &str, rows: &[&ReportRow]) -> Result<Option<Vec<String>>, Failure> {
        let period = self.material.period;
        let on = |event: Event| rows.iter().filter(|row| row.counted_on(event, period).is_some()).count();
        let (requests, granted) = (on(Event::Requested), on(Event::Granted));
        let amount = Euros::sum(rows.iter().filter_map(|row| row.granted_in(period)).map(|(_, loan)| loan.amount))?;
        let cells = || {
            let counted = [requests, granted].map(|count| whole(u64::try_from(count).unwrap_or(u64::MAX)));
            std::iter::once(label.to_owned()).chain(counted).chain([amount_or_nothing(amount)]).collect()
        };
        Ok((requests > 0 || granted > 0).then(cells))
    }

    /// Who the people are, in pairs; nothing where each would show a few of them.
    fn people(&self) -> Option<ReportTable> {
        let material = &self.material;
        let of = (&material.delivered.rules, &*material.settings.lists);
        let pairs = profile_pairs(material.period, &material.rows, of, material.few());
        let has_loans = pairs.iter().flatten().any(|side| side.granted.is_some());
        let rows = pairs.iter().flatten().map(|side| {
            let mut cells = vec![side.label.clone(), whole(side.assessed.dossiers_count())];
            if has_loans {
                let granted = side.granted.as_ref().map(|granted| whole(granted.dossiers_count()));
                cells.push(granted.unwrap_or_else(nothing));
            }
            cells
        });
        let rows: Vec<Vec<String>> = rows.collect();
        let title = format!("Qui sont les {} évaluées", counted(self.count(Key::Assessed), "personne", "personnes"));
        let heads: &[&str] = if has_loans { &["", "Évaluées", "Prêts"] } else { &["", "Évaluées"] };
        let mut told = table(&title, heads, rows, None);
        "Chaque couple de lignes fait l’ensemble.".clone_into(&mut told.note);
        (!told.rows.is_empty()).then_some(told)
    }

    fn origins(&self) -> Option<ReportTable> {
        let lists = &self.material.settings.lists;
        let family = |row: &ReportRow| {
            let entry = lists.origins.iter().find(|entry| entry.key == row.origin);
            entry.and_then(|entry| entry.family.clone()).unwrap_or_else(|| row.origin.clone())
        };
        let groups = self.material.delivered.rules.origin_groups.iter();
        let rows = groups.filter_map(|group| {
            let of: Vec<&ReportRow> = self.material.rows.iter().filter(|row| family(row) == group.key).collect();
            let mut cells = self.shared(&group.label, &of).ok().flatten()?;
            cells.truncate(3);
            Some(cells)
        });
        let rows: Vec<Vec<String>> = rows.collect();
        let total = vec!["Ensemble".to_owned(), whole(self.count(Key::Requests)), whole(self.count(Key::Granted))];
        (rows.len() > 1)
            .then(|| table("Par où les personnes sont venues", &["", "Demandes", "Prêts"], rows, Some(total)))
    }

    fn annex(&self, desk: &Desk) -> Result<AnnexSheet, Failure> {
        let rules = &self.material.delivered.rules;
        let definitions = ROWS.into_iter().filter_map(|(key, _)| {
            let one = rules.indicator(key)?;
            // A mean is told on the screen, its median here.
            let median = if one.unit == Unit::Days { " Ici : la médiane." } else { "" };
            Some((one.label.clone(), format!("{}{median}", one.definition)))
        });
        let tables = [self.referrers(desk)?, self.reasons()];
        let studies = studies_of(&self.material.delivered.references);
        Ok(AnnexSheet {
            definitions: definitions.collect(),
            tables: tables.into_iter().flatten().collect(),
            studies,
            note:
                "Le coût de l’année additionne le travail payé, la communication, les autres dépenses et les intérêts \
                   rendus : c’est le même total dans le compte rendu au financeur."
                    .to_owned(),
        })
    }

    /// Who sent people, the most first.
    fn referrers(&self, desk: &Desk) -> Result<Option<ReportTable>, Failure> {
        let known = desk.read(|reader| Ok::<_, Failure>(reader.referrers()?))?;
        let mut sent: BTreeMap<String, Vec<&ReportRow>> = BTreeMap::new();
        for row in &self.material.rows {
            let referrer = row.referrer.and_then(|id| known.iter().find(|one| one.id == id));
            if let Some(referrer) = referrer {
                sent.entry(referrer.structure.to_string()).or_default().push(row);
            }
        }
        let mut rows = Vec::new();
        for (name, of) in &sent {
            rows.extend(self.shared(name, of)?.map(|mut cells| {
                cells.truncate(3);
                cells
            }));
        }
        Ok((!rows.is_empty()).then(|| table("Qui a orienté", &["", "Demandes", "Prêts"], rows, None)))
    }

    fn reasons(&self) -> Option<ReportTable> {
        let found = self.bilan.table(TableKey::RefusalReasons)?;
        let lines = found.rows.iter().filter(|row| row.kind == RowKind::Line);
        let rows = lines.filter_map(|row| {
            let count = row.cells.first()?.value?;
            Some(vec![row.label.clone(), figure(count, Unit::Dossiers)])
        });
        let rows: Vec<Vec<String>> = rows.collect();
        let mut told = table("Pourquoi la banque a refusé", &["", "Dossiers"], rows, None);
        told.note.clone_from(&found.help);
        (!told.rows.is_empty()).then_some(told)
    }
}

/// What studies found elsewhere, of questions that are not ours: each is read by itself.
fn studies_of(references: &References) -> Vec<(String, String)> {
    let alone = references.indicators.iter().filter(|one| one.indicator.is_none());
    let told = alone.filter_map(|one| {
        let said = one.said.as_deref()?;
        let year = one.year.map(|year| format!(" ({year})")).unwrap_or_default();
        let note = one.note.as_ref().map(|note| format!(" {note}")).unwrap_or_default();
        Some((one.label.clone(), format!("{said}{year}.{note}")))
    });
    told.collect()
}

/// `Un incident`, `3 prêts avec un incident`.
fn capital_counted(many: u64) -> String {
    if many == 1 {
        "Un seul prêt avec un incident".to_owned()
    } else {
        format!("{} prêts avec un incident", whole(many))
    }
}

fn amount_or_nothing(amount: Euros) -> String {
    if amount.is_zero() { nothing() } else { to_the_euro(amount) }
}

fn nothing() -> String {
    wording::NOTHING.to_owned()
}
