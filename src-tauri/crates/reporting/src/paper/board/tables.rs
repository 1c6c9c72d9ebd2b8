//! The sheets of figures of the board: a dozen rows, tables side by side, then how each is counted.

use std::collections::BTreeMap;

use documents::papers::annual_report::{AnnexSheet, FiguresSheet};
use documents::papers::figures::ReportTable;
use domain::dossier::DossierId;
use domain::money::Euros;
use domain::report::{
    Bilan, Event, Figure, IndicatorKey as Key, Period, ProductKey, ProductTold, References, ReportRow, RowKind,
    TableKey, Unit, Value, Working, products_told, profile_pairs,
};
use domain::words::{counted, figure, folded, to_the_euro};

use super::super::facts::{Facts, READING, short, table, whole};
use crate::wording;
use app::desk::Desk;
use app::failure::Failure;

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
    pub(super) fn figures(&self, desk: &Desk, learned: Vec<String>) -> Result<FiguresSheet, Failure> {
        let under = self.material.few();
        let whole = [Some(self.dozen()?), self.by_product()?];
        let tables = [Some(self.by_purpose()?), self.by_district(desk)?, self.origins(), self.people()];
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
        let own = (wording::heading(period), self.material.bilan()?);
        let Some(year) = period.civil_year() else {
            let before = self
                .material
                .before
                .map(|before| Ok::<_, Failure>((wording::heading(before), self.material.bilan_of(before)?)));
            return Ok(before.transpose()?.into_iter().chain([own]).collect());
        };
        let entered = self.years.iter().map(|told| told.first).filter(|told| *told < year);
        let mut earlier: Vec<i32> = entered.collect();
        let more = earlier.len().saturating_sub(YEARS.saturating_sub(1));
        earlier.drain(..more);
        let mut columns = Vec::new();
        for year in earlier.into_iter().filter_map(Period::year) {
            columns.push((wording::heading(year), self.material.bilan_of(year)?));
        }
        columns.push(own);
        Ok(columns)
    }

    fn dozen(&self) -> Result<ReportTable, Failure> {
        let columns = self.columns()?;
        let of = |bilan: &Bilan, key: Key| {
            let one = bilan.indicator(key)?;
            if let Working::Delay { .. } = one.working {
                return wording::median(one.working);
            }
            one.figure.value.map(|value| short(value, self.material.unit(key)))
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
        if let Working::Ratio { part, whole: of } = one.working {
            return format!("{} ÷ {}", whole(part.1), whole(of.1));
        }
        if let Working::Mean { total: Value::Euros(total), loans: 1.. } = one.working {
            return format!("{} ÷ {}", to_the_euro(total), whole(self.count(Key::Granted)));
        }
        said.to_owned()
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
        Ok(table("Pour quoi faire", &["", "Demandes", "Prêts", "Montant"], rows, Some(self.together())))
    }

    /// The neighbourhoods, under the first spelling typed of each; nothing where fewer than two are noted.
    fn by_district(&self, desk: &Desk) -> Result<Option<ReportTable>, Failure> {
        let noted = desk.read(|reader| Ok::<_, Failure>(reader.neighbourhoods()?))?;
        let known: BTreeMap<DossierId, String> =
            noted.iter().map(|(dossier, typed)| (*dossier, folded(typed.as_str()))).collect();
        let mut spelled: BTreeMap<String, &str> = BTreeMap::new();
        for (_, typed) in &noted {
            spelled.entry(folded(typed.as_str())).or_insert(typed.as_str());
        }
        let districts = spelled.iter().map(|(key, label)| (Some(key), *label));
        let mut rows = Vec::new();
        for (key, label) in districts.chain([(None, "Non renseigné")]) {
            let of: Vec<&ReportRow> = self.material.rows.iter().filter(|row| known.get(&row.dossier) == key).collect();
            rows.extend(self.shared(label, &of)?);
        }
        let several = rows.len() > 2;
        Ok(several.then(|| table("Par quartier", &["", "Demandes", "Prêts", "Montant"], rows, Some(self.together()))))
    }

    /// Everything, under the columns of a table of requests and loans.
    fn together(&self) -> Vec<String> {
        let counted = [Key::Requests, Key::Granted].map(|key| whole(self.count(key)));
        let amount = to_the_euro(self.amount(Key::AmountGranted));
        std::iter::once("Ensemble".to_owned()).chain(counted).chain([amount]).collect()
    }

    /// Requests, loans and what they lent of some dossiers; nothing where there is none.
    fn shared(&self, label: &str, rows: &[&ReportRow]) -> Result<Option<Vec<String>>, Failure> {
        let period = self.material.period;
        let on = |event: Event| rows.iter().filter(|row| row.counted_on(event, period).is_some()).count();
        let (requests, granted) = (on(Event::Requested), on(Event::Granted));
        let amount =
            Euros::sum(rows.iter().filter_map(|row| row.granted_in(period)).filter_map(|(_, loan)| loan.amount))?;
        let cells = || {
            let counted = [requests, granted].map(|count| whole(u64::try_from(count).unwrap_or(u64::MAX)));
            std::iter::once(label.to_owned()).chain(counted).chain([amount_or_nothing(amount)]).collect()
        };
        Ok((requests > 0 || granted > 0).then(cells))
    }

    /// Who the people are, in pairs; nothing where each would show a few of them.
    fn people(&self) -> Option<ReportTable> {
        let material = &self.material;
        let (rules, lists) = (&material.delivered.rules, &material.settings.lists);
        let pairs = profile_pairs(material.period, &material.rows, rules, lists, material.few());
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

    pub(super) fn annex(&self, desk: &Desk) -> Result<AnnexSheet, Failure> {
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

fn amount_or_nothing(amount: Euros) -> String {
    if amount.is_zero() { nothing() } else { to_the_euro(amount) }
}

fn nothing() -> String {
    wording::NOTHING.to_owned()
}
