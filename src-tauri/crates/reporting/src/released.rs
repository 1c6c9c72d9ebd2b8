//! The breakdowns of a period that are told outside the office: one release, made in one order, for every sheet.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};
use domain::partner::{Referrer, ReferrerId};
use domain::report::{
    BoxesTold, Counted, Event, Figure, LineTold, Named, Period, Publication, ReportRow, RowKind, TableKey, YearTold,
    flow, flow_told, lines_told, years, years_told,
};
use domain::settings::ListKey;

use super::counted::Material;
use super::pages::since_january;
use app::failure::Failure;

/// The years told at the most.
const YEARS: usize = 5;

/// What is told of a period.
pub(super) struct Released {
    /// What became of its requests.
    pub(super) flow: Option<Vec<BoxesTold>>,
    /// What became of the requests since January; that of the period where it begins there.
    pub(super) flow_of_year: Option<Vec<BoxesTold>>,
    /// The years up to its end.
    pub(super) years: Option<Vec<YearTold>>,
    /// Its requests by purpose, then since January where it begins later.
    pub(super) purposes: Option<Vec<LineTold>>,
    /// Its requests by who sent the person, then since January where it begins later.
    pub(super) origins: Option<Vec<LineTold>>,
    /// The people partners sent: who was sent, who was assessed, who was granted a loan.
    pub(super) sent: [Option<Figure>; 3],
    /// The same people and those assessed, by the family of the partner.
    pub(super) families: Option<Vec<LineTold>>,
    /// Why lenders refused, over the twelve months to the end of the period.
    pub(super) reasons: Option<Vec<LineTold>>,
}

impl Released {
    /// Tells what may be of a period, after its indicators.
    pub(super) fn of(
        publication: &mut Publication,
        material: &Material,
        period: Period,
        referrers: &[Referrer],
    ) -> Result<Self, Failure> {
        let (rows, lists, today) = (&material.rows, &material.settings.lists, material.today);
        let own = flow_told(publication, &flow(period, rows, lists, today));
        let all = years(period, rows, YEARS.max(material.years_of_period()))?;
        let all = years_told(publication, &all)?;
        let january = since_january(period).filter(|year| year.from() < period.from());
        let spans: Vec<Period> = std::iter::once(period).chain(january).collect();
        let purposes = lines_told(publication, purposes(material, &spans));
        let origins = lines_told(publication, origins(material, &spans));
        let flow_of_year = match january {
            Some(year) => flow_told(publication, &flow(year, rows, lists, today)),
            None => own.clone(),
        };
        let people = Sent::of(material, period, referrers);
        let sent = people.steps().map(|figure| publication.tell([&figure]).then_some(figure));
        let families = lines_told(publication, people.families());
        let reasons = lines_told(publication, reasons(material, period.to())?);
        Ok(Self { flow: own, flow_of_year, years: all, purposes, origins, sent, families, reasons })
    }
}

/// The requests of each span of some dossiers.
fn requests(material: &Material, spans: &[Period], of: impl Fn(&ReportRow) -> bool) -> Vec<Figure> {
    let counted = |span: &Period| {
        let rows = material.rows.iter().filter(|row| of(row));
        Figure::counting(rows.filter_map(|row| at(row, row.counted_on(Event::Requested, *span))))
    };
    spans.iter().map(counted).collect()
}

fn at(row: &ReportRow, on: Option<NaiveDate>) -> Option<Counted> {
    Some(Counted { on: on?, dossier: row.dossier })
}

fn purposes(material: &Material, spans: &[Period]) -> Vec<LineTold> {
    let lists = &material.settings.lists;
    let category = |row: &ReportRow| {
        let entry = row.purpose.as_ref().and_then(|key| lists.purposes.iter().find(|entry| entry.key == *key));
        entry.and_then(|entry| entry.group.clone())
    };
    let names = lists.purpose_categories.iter().map(|entry| (Some(entry.key.clone()), entry.label.as_str()));
    let lines = names
        .chain([(None, "Non renseigné")])
        .map(|(key, label)| LineTold::of(label, requests(material, spans, |row| category(row) == key)));
    lines.collect()
}

fn origins(material: &Material, spans: &[Period]) -> Vec<LineTold> {
    let groups: &[Named] = &material.delivered.rules.origin_groups;
    let lines = groups.iter().map(|group| {
        LineTold::of(&group.label, requests(material, spans, |row| material.origin_family(row) == group.key))
    });
    lines.collect()
}

/// The reasons of refusal of the twelve months to a day: a refusal may have several.
fn reasons(material: &Material, to: NaiveDate) -> Result<Vec<LineTold>, Failure> {
    let from = to.checked_sub_months(Months::new(12)).and_then(|eve| eve.succ_opt());
    let Some(months) = from.and_then(|from| Period::of(from, to).ok()) else { return Ok(Vec::new()) };
    let bilan = material.bilan_of(months)?;
    let found = bilan.table(TableKey::RefusalReasons).map(|table| table.rows.as_slice()).unwrap_or_default();
    let lines = found.iter().filter(|row| row.kind == RowKind::Line);
    Ok(lines.filter_map(|row| Some(LineTold::of(&row.label, vec![row.cells.first()?.clone()]))).collect())
}

/// The people partners sent in a period.
pub(super) struct Sent<'m> {
    material: &'m Material,
    period: Period,
    rows: Vec<&'m ReportRow>,
    kinds: BTreeMap<ReferrerId, &'m ListKey>,
}

/// The family of the origins of those whom a partner sent.
const PARTNER: &str = "partner";

impl<'m> Sent<'m> {
    pub(super) fn of(material: &'m Material, period: Period, referrers: &'m [Referrer]) -> Self {
        let requested = |row: &&ReportRow| row.counted_on(Event::Requested, period).is_some();
        // Even by one that was not named.
        let was_sent = |row: &&ReportRow| row.referrer.is_some() || material.origin_family(row).as_str() == PARTNER;
        let rows = material.rows.iter().filter(requested).filter(was_sent).collect();
        Self { material, period, rows, kinds: referrers.iter().map(|one| (one.id, &one.kind)).collect() }
    }

    /// Those sent, those assessed, those granted a loan, to this day.
    fn steps(&self) -> [Figure; 3] {
        let to_this_day = Period::of(self.period.from(), NaiveDate::MAX).unwrap_or(self.period);
        [
            self.counting(|_| true),
            self.counting(|row| row.assessed_on.is_some()),
            self.counting(|row| row.granted_in(to_this_day).is_some()),
        ]
    }

    fn counting(&self, of: impl Fn(&ReportRow) -> bool) -> Figure {
        Figure::counting(self.rows.iter().filter(|row| of(row)).filter_map(|row| at(row, Some(row.received_on))))
    }

    fn families(&self) -> Vec<LineTold> {
        let kinds = &self.material.settings.lists.referrer_kinds;
        let family = |row: &ReportRow| {
            let kind = row.referrer.and_then(|id| self.kinds.get(&id));
            let entry = kinds.iter().find(|entry| kind.is_some_and(|kind| entry.key == **kind));
            entry.and_then(|entry| entry.family.clone())
        };
        let groups = &self.material.delivered.rules.referrer_groups;
        let line = |label: &str, of: &dyn Fn(&ReportRow) -> bool| {
            LineTold::of(label, vec![self.counting(|row| of(row) && row.assessed_on.is_some()), self.counting(of)])
        };
        let is_known = |row: &ReportRow| family(row).is_some_and(|key| groups.iter().any(|group| group.key == key));
        let mut lines: Vec<LineTold> =
            groups.iter().map(|group| line(&group.label, &|row| family(row).as_ref() == Some(&group.key))).collect();
        lines.push(line("Autres", &|row| !is_known(row)));
        lines
    }

    /// How many partners sent them.
    pub(super) fn partners(&self) -> usize {
        self.rows.iter().filter_map(|row| row.referrer).collect::<std::collections::BTreeSet<ReferrerId>>().len()
    }

    /// The days from the request to the first sending, in order.
    pub(super) fn days(&self) -> Vec<u64> {
        let mut days: Vec<u64> = self.rows.iter().filter_map(|row| row.days_to_submission()).collect();
        days.sort_unstable();
        days
    }
}
