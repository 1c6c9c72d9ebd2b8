//! The page of a funder: what was lent for what was given, what it cost, what was agreed and done.
//!
//! Costs are those typed once for the year, beside the interest refunded. Without an agreement in the settings the page
//! tells what was done and nothing of money given; of a period that is no year it tells no cost.

use documents::papers::figures::{KeyFigure, ReportTable};
use documents::papers::report_page::Figures;
use domain::money::Euros;
use domain::partner::Referrer;
use domain::report::{IndicatorKey, Of, Unit, Value};
use domain::settings::{Dated, Funding};
use domain::words::{counted, decimal, figure, numeric_date};

use super::{PageFigures, named, numbered, short, table, whole};
use crate::counted::Material;
use crate::funding::funding_on;
use crate::outside::Outside;
use crate::wording;
use app::desk::Desk;
use app::failure::Failure;

/// The page being counted.
struct Account<'m> {
    material: &'m Material,
    told: Outside<'m>,
    funding: Option<Dated<Funding>>,
}

/// Counts what a funder is told of a period.
pub(super) fn page(desk: &Desk, material: &Material, referrers: &[Referrer]) -> Result<PageFigures, Failure> {
    let funding = desk.read(|reader| funding_on(reader, material.period.to()))?;
    let told = Outside::of(material, material.period, referrers)?;
    let account = Account { material, told, funding };
    let mut values = named(material);
    let aid = account.funding.as_ref().map(|Dated { source, value, .. }| {
        let source = domain::words::lowered(source);
        format!("{} · {source} · aide reçue : {}", value.funder, domain::words::round(value.amount))
    });
    values.insert("aide", aid.unwrap_or_else(|| "Aucune aide n’est notée pour cette période".to_owned()));
    let costs = account.costs()?;
    let titled = [
        ("Ce que le dispositif a coûté", costs.as_ref().map(|(table, _)| table.clone())),
        ("Qui l’a payé", account.paid_by(costs.as_ref().map(|(_, total)| *total))?),
        ("Objectifs et résultats", account.targets()),
        ("Risque", Some(account.risk())),
    ];
    let tables = numbered(1, titled.into_iter().filter_map(|(title, table)| Some((title, table?))).collect());
    Ok(PageFigures {
        values,
        readers: "Financeur",
        reference: material.titled(format!("FIN-{}", short(material.period))),
        period: material.period,
        keys: account.keys(),
        opening: account.opening(),
        figures: vec![Figures::Tables(tables)],
    })
}

impl Account<'_> {
    fn given(&self) -> Option<&Funding> {
        self.funding.as_ref().map(|dated| &dated.value)
    }

    fn keys(&self) -> Vec<KeyFigure> {
        let target = |of: fn(&Funding) -> Option<u32>| {
            self.given().and_then(of).map(|target| format!("objectif {}", whole(u64::from(target))))
        };
        let mut keys = vec![
            self.told.key_figure(
                IndicatorKey::Assessed,
                ("dossier évalué", "dossiers évalués"),
                target(|one| one.assessed_target),
            ),
            self.told.key_figure(
                IndicatorKey::Granted,
                ("prêt accordé", "prêts accordés"),
                target(|one| one.granted_target),
            ),
            self.told.key_figure(IndicatorKey::AmountGranted, (super::LENT, super::LENT), None),
        ];
        keys.extend(self.lent_for_one().map(|(lent, _)| KeyFigure {
            value: lent,
            caption: "prêtés par euro d’aide reçue".to_owned(),
            before: None,
        }));
        keys
    }

    /// What was lent for each euro given, and its terms.
    fn lent_for_one(&self) -> Option<(String, String)> {
        let given = self.given()?.amount;
        let lent = self.told.value(IndicatorKey::AmountGranted)?;
        let for_one = Value::ratio(lent.number(), Value::Euros(given).number())?;
        let terms = format!("{} ÷ {}", figure(lent, Unit::Euros), given);
        Some((format!("{}\u{202f}€", decimal(for_one.number(), 2)), terms))
    }

    fn opening(&self) -> String {
        let lent = self.lent_for_one().map(|(lent, terms)| {
            format!("Pour 1 € versé, la banque a prêté {lent} à des personnes sans autre accès au crédit ({terms}).")
        });
        let redirected = self.told.count(IndicatorKey::Redirected).filter(|people| *people > 0);
        let others = redirected.map(|redirected| {
            let people = counted(redirected, "personne a", "personnes ont");
            format!("{people} reçu une autre réponse : ce travail est compté, il n’apparaît dans aucun prêt.")
        });
        lent.into_iter().chain(others).collect::<Vec<_>>().join(" ")
    }

    /// What the year cost, line by line, and its total: the same as in the bilan; nothing while its paid time is not known.
    fn costs(&self) -> Result<Option<(ReportTable, Euros)>, Failure> {
        let refunded = self.told.bilan.indicator(IndicatorKey::InterestRefundsAmount).and_then(|one| one.figure.value);
        let refunded = if let Some(Value::Euros(refunded)) = refunded { refunded } else { Euros::ZERO };
        let Some(page) = self.material.year_page() else { return Ok(None) };
        let Some(account) = page.account(refunded)? else { return Ok(None) };
        let paid = page.paid_hours.map(|hours| counted(hours, "heure payée", "heures payées")).unwrap_or_default();
        let none = String::new;
        let mut lines = vec![
            ("Temps de travail", paid, account.wages),
            ("Communication", none(), account.communication),
            ("Autres dépenses", none(), account.other_costs),
        ];
        if self.told.value(IndicatorKey::InterestRefundsAmount).is_some() {
            let loans = self.told.counted(IndicatorKey::InterestRefundsCount, "prêt", "prêts");
            lines.push(("Intérêts remboursés", loans.unwrap_or_default(), refunded));
        } else if let Some((label, _, amount)) = lines.last_mut() {
            // Interest given back to a few people is not a line of its own; the total stays the same.
            *label = "Autres dépenses, intérêts remboursés";
            *amount = amount.plus(refunded)?;
        }
        let rows = lines.into_iter().filter(|(_, _, amount)| !amount.is_zero());
        let rows = rows.map(|(label, how, amount)| vec![label.to_owned(), how, amount.bare()]).collect();
        let last = vec!["Total".to_owned(), String::new(), account.total.bare()];
        Ok(Some((table(&["Dépenses", "Calcul", "€"], rows, Some(last)), account.total)))
    }

    /// What the funder and the office paid, and what one dossier and one loan cost.
    fn paid_by(&self, total: Option<Euros>) -> Result<Option<ReportTable>, Failure> {
        let Some((given, total)) = self.given().zip(total) else { return Ok(None) };
        let own = total.minus(given.amount)?;
        // The costs that are known are less than the aid: they are not all of them, and would tell a wrong share.
        if own.is_negative() {
            return Ok(None);
        }
        let percent = |part: Euros| {
            let share = Value::part(part, total);
            wording::shown(share, Unit::Percent)
        };
        let line = |label: &str, amount: Euros| vec![label.to_owned(), percent(amount), amount.bare()];
        let mut rows = vec![line(given.funder.as_str(), given.amount), line("CCAS, budget propre", own)];
        for (label, key) in
            [("Coût par dossier évalué", IndicatorKey::Assessed), ("Coût par prêt accordé", IndicatorKey::Granted)]
        {
            let Some(count) = self.told.count(key) else { continue };
            let cost = total.part(1, u32::try_from(count).unwrap_or(u32::MAX))?;
            rows.extend(cost.map(|cost| vec![format!("{label} (÷ {count})"), String::new(), cost.bare()]));
        }
        Ok(Some(table(&["Ressources", "%", "€"], rows, None)))
    }

    /// What was agreed beside what was done; nothing without a target.
    fn targets(&self) -> Option<ReportTable> {
        let given = self.given()?;
        let agreed = [(IndicatorKey::Assessed, given.assessed_target), (IndicatorKey::Granted, given.granted_target)];
        let rows = agreed.into_iter().filter_map(|(key, target)| {
            let target = u64::from(target?);
            let done = self.told.count(key).map(|done| super::share(done, target));
            let told = self.told.text(key, Of::ThePeriod);
            Some(vec![self.material.label(key).to_owned(), whole(target), told, done.unwrap_or_else(super::nothing)])
        });
        let rows: Vec<Vec<String>> = rows.collect();
        (!rows.is_empty()).then(|| table(&["Engagement", "Objectif", "Réalisé", "%"], rows, None))
    }

    /// What stands at the end of the period, and what was lost in it.
    fn risk(&self) -> ReportTable {
        let keys =
            [IndicatorKey::RunningLoans, IndicatorKey::Incidents, IndicatorKey::RepaymentRate, IndicatorKey::Losses];
        let rows =
            keys.into_iter().map(|key| vec![self.material.label(key).to_owned(), self.told.text(key, Of::ThePeriod)]);
        table(&["", &numeric_date(self.material.period.to())], rows.collect(), None)
    }
}
