//! The screen of the partners: the banks and one of them, its word and what is seen of it, those who send people.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use domain::dossier::DossierId;
use domain::partner::{Exchange, ExchangeKind, Partner, ReferrerId};
use domain::report::{
    Became, FeedbackState, Figure, LenderMeasure, Measured, Period, ReportRow, SentPeople, measured, sent_people,
};
use domain::settings::{Dated, LenderAgreement, LenderFile, ListKey, Settings};
use domain::words::{counted, in_days, long_date, month_of, spaced};
use serde::{Deserialize, Serialize};
use store::Reader;
use ts_rs::TS;

use super::exchanges::{self, ExchangeView};
use super::referrers::{ReferrersView, referrers};
use super::seen::{Beside, ClausesSeen, side_by_side};
use crate::office::{LenderView, lenders};
use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use app::settings::settings;
use app::shapes::Choice;

/// Which bank is shown.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct PartnersAsked {
    /// Its key; the first one when empty.
    pub lender: String,
}

/// The partners.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PartnersView {
    /// `3 banques · 6 prescripteurs. Une convention finit bientôt.`
    pub sentence: String,
    /// `janvier à novembre 2026`.
    pub period: String,
    /// The banks, partners first.
    pub banks: Vec<PartnerBank>,
    /// The bank shown; empty when there is none.
    pub lender: String,
    /// How its agreement in force is headed: `du 10 juin 2023 au 31 décembre 2026`; empty without one.
    pub agreement: String,
    /// Where that agreement stands: `finit dans 37 jours`.
    pub standing: String,
    /// Whether the standing asks for something.
    pub warns: bool,
    /// What the agreement says beside what is seen.
    pub clauses: Vec<ClausesSeen>,
    /// Every agreement signed with it, and the dossiers each one judges.
    pub conventions: Vec<Convention>,
    /// What was said and done with it, the latest first.
    pub exchanges: Vec<ExchangeView>,
    /// What was said and done with those who send people, the latest first.
    pub referrer_exchanges: Vec<ExchangeView>,
    /// What an exchange may be.
    pub kinds: Vec<Choice>,
    /// Who sends people.
    pub referrers: ReferrersView,
    /// What became of those each one sent; those who sent nobody are there too.
    pub sent: Vec<PartnerReferrer>,
    /// All of them together.
    pub total: Vec<u64>,
    /// The headings of the numbers.
    pub ends: Vec<String>,
    /// How many letters are to be written to referrers.
    pub due: u64,
}

/// A bank in the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PartnerBank {
    /// The bank, its contacts and its agreements.
    pub lender: LenderView,
    /// `38 prêts en cours, répond en 16 jours`.
    pub sentence: String,
}

/// An agreement of the bank shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Convention {
    /// `du 1er septembre 2019 au 9 juin 2023`.
    pub period: String,
    /// `14 dossiers en cours restent jugés par elle`.
    pub sentence: String,
    /// The paper it is written in.
    pub source: String,
}

/// What became of those a referrer sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct PartnerReferrer {
    /// Which one.
    #[ts(type = "number")]
    pub referrer: ReferrerId,
    /// The service.
    pub structure: String,
    /// Who is reached there.
    pub name: String,
    /// How many people, then by what became of them, in the order of the headings.
    pub counts: Vec<u64>,
    /// `2 retours à écrire`, `à jour`, `aucun accord donné`.
    pub feedback: String,
    /// Whether something is to be written.
    pub due: bool,
    /// Sends nobody any more.
    pub retired: bool,
}

/// What the screen is made from, copied out of the store.
struct Material {
    settings: Settings,
    rows: Vec<ReportRow>,
    exchanges: Vec<Exchange>,
    references: BTreeMap<DossierId, String>,
    running: BTreeMap<ListKey, i64>,
    period: Period,
    today: NaiveDate,
}

/// Shows the partners, and one bank among them.
pub fn partners(desk: &Desk, input: PartnersAsked, moment: &Moment) -> Result<PartnersView, Failure> {
    let material = desk.read(|reader| Material::read(reader, moment))?;
    let listed = lenders(desk, Nothing {}, moment)?.lenders;
    let key = ListKey::new(input.lender);
    let chosen = listed.iter().find(|one| one.key == key.as_str()).or(listed.first()).map(|one| one.key.clone());
    if !key.as_str().is_empty() && chosen.as_deref() != Some(key.as_str()) {
        return Err(Failure::gone("Cette banque"));
    }
    let chosen = ListKey::new(chosen.unwrap_or_default());
    let shown = material.bank(&chosen, &listed);
    let referrers = referrers(desk, Nothing {}, moment)?;
    let people = sent_people(material.period, &material.rows);
    let sent = referrer_rows(&referrers, &people);
    let banks: Vec<PartnerBank> = listed.into_iter().map(|lender| material.listed(lender)).collect();
    Ok(PartnersView {
        sentence: sentence(&banks, &referrers),
        period: material.period_in_words(),
        agreement: shown.agreement,
        standing: shown.standing,
        warns: shown.warns,
        clauses: shown.clauses,
        conventions: shown.conventions,
        exchanges: material.exchanges_with(&|with| matches!(with, Partner::Lender(key) if *key == chosen)),
        referrer_exchanges: material.exchanges_with(&|with| matches!(with, Partner::Referrer(_))),
        kinds: ExchangeKind::ALL.into_iter().map(Choice::of).collect(),
        total: totals(&sent),
        due: people
            .values()
            .filter_map(|sent| sent.feedback.get(&FeedbackState::Due))
            .map(Figure::dossiers_count)
            .sum(),
        ends: Became::ALL.into_iter().map(|end| domain::words::Labelled::label(end).to_owned()).collect(),
        sent,
        referrers,
        lender: chosen.as_str().to_owned(),
        banks,
    })
}

/// What is shown of one bank.
#[derive(Default)]
struct ShownBank {
    agreement: String,
    standing: String,
    warns: bool,
    clauses: Vec<ClausesSeen>,
    conventions: Vec<Convention>,
}

impl Material {
    fn read(reader: &Reader<'_>, moment: &Moment) -> Result<Self, Failure> {
        let mut rows = reader.report_rows()?;
        rows.extend(reader.past_rows()?);
        let exchanges = reader.exchanges()?;
        let about: Vec<DossierId> = exchanges.iter().filter_map(|one| one.dossier).collect();
        let year = Period::year(moment.today.year()).ok_or_else(|| Failure::broken("annee"))?;
        Ok(Self {
            settings: settings(reader)?,
            references: reader.references(&about)?,
            running: reader.running_by_lender()?.into_iter().collect(),
            rows,
            exchanges,
            period: Period::of(year.from(), moment.today).unwrap_or(year),
            today: moment.today,
        })
    }

    fn measure(&self, lender: &ListKey) -> LenderMeasure {
        let promised = |on| self.settings.at(on).lender(lender)?.agreement?.value.answer_days;
        measured(&Measured { period: self.period, lender, today: self.today, promised: &promised }, &self.rows)
    }

    /// `38 prêts en cours, répond en 16 jours`.
    fn listed(&self, lender: LenderView) -> PartnerBank {
        let key = ListKey::new(&lender.key);
        let running = self.running.get(&key).copied().unwrap_or_default();
        let loans = match running {
            0 => "aucun prêt en cours".to_owned(),
            count => counted(count, "prêt en cours", "prêts en cours"),
        };
        let days = self.measure(&key).median_days.map(|days| format!(", répond en {}", in_days(days)));
        PartnerBank { sentence: spaced(&format!("{loans}{}", days.unwrap_or_default())), lender }
    }

    fn bank(&self, key: &ListKey, listed: &[LenderView]) -> ShownBank {
        let (Some(file), Some(lender)) =
            (self.settings.lenders.get(key), listed.iter().find(|one| one.key == key.as_str()))
        else {
            return ShownBank::default();
        };
        let rules = self.settings.at(self.today);
        let agreement = rules.lender(key).and_then(|at| at.agreement);
        let measure = self.measure(key);
        let exchanges: Vec<&Exchange> =
            self.exchanges.iter().filter(|one| one.with == Partner::Lender(key.clone())).collect();
        let beside = Beside { agreement, measure: &measure, exchanges: &exchanges, rules: &rules };
        let iso = agreement.map(|agreement| agreement.valid_from.to_string());
        let in_force = lender.agreements.iter().find(|one| Some(&one.version.from.iso) == iso.as_ref());
        ShownBank {
            agreement: agreement.map(period_of).unwrap_or_default(),
            standing: lender.standing.clone(),
            warns: lender.warns,
            clauses: side_by_side(in_force.map(|one| one.clauses.clone()).unwrap_or_default(), &beside),
            conventions: self.conventions(key, file),
        }
    }

    /// Every agreement, the newest first, with the open dossiers sent while it was in force.
    fn conventions(&self, key: &ListKey, file: &LenderFile) -> Vec<Convention> {
        let ends = file.agreements.iter().skip(1).map(|next| Some(next.valid_from)).chain([None]);
        let each = file.agreements.iter().zip(ends);
        let mut told: Vec<Convention> = each
            .map(|(agreement, next)| {
                let judges = self.judged(key, agreement.valid_from, next);
                let dossiers = counted(judges, "dossier en cours", "dossiers en cours");
                let sentence = match (judges, next.is_some()) {
                    (0, _) => "aucun dossier en cours".to_owned(),
                    (1, true) => format!("{dossiers} en relève encore"),
                    (_, true) => format!("{dossiers} en relèvent encore"),
                    (_, false) => dossiers,
                };
                let ends_on = agreement.value.ends_on.or_else(|| next.and_then(|day| day.pred_opt()));
                let ended = LenderAgreement { ends_on, ..agreement.value.clone() };
                let period = period_of(&Dated { value: ended, ..agreement.clone() });
                Convention { period, sentence: spaced(&sentence), source: agreement.source.clone() }
            })
            .collect();
        told.reverse();
        told
    }

    /// The dossiers not closed that were last sent to the bank from a day until another.
    fn judged(&self, key: &ListKey, from: NaiveDate, until: Option<NaiveDate>) -> usize {
        let sent = |row: &&ReportRow| {
            let last = row.presentations.iter().rfind(|sent| sent.lender == *key).map(|sent| sent.sent_on);
            last.is_some_and(|on| on >= from && until.is_none_or(|until| on < until))
        };
        self.rows.iter().filter(|row| row.outcome.is_none()).filter(sent).count()
    }

    fn exchanges_with(&self, wanted: &dyn Fn(&Partner) -> bool) -> Vec<ExchangeView> {
        let those = self.exchanges.iter().filter(|one| wanted(&one.with));
        those.map(|one| exchanges::shown(one, &self.references, self.today)).collect()
    }

    /// `janvier à novembre 2026`.
    fn period_in_words(&self) -> String {
        let (from, to) = (month_of(self.period.from()), month_of(self.today));
        if self.today.month() == 1 {
            return to;
        }
        let first = from.split_whitespace().next().unwrap_or_default();
        spaced(&format!("{first} à {to}"))
    }
}

/// `du 10 juin 2023 au 31 décembre 2026`, `depuis le 1er février 2025`.
fn period_of(agreement: &Dated<LenderAgreement>) -> String {
    let from = long_date(agreement.valid_from);
    match agreement.value.ends_on {
        Some(end) => format!("du {from} au {}", long_date(end)),
        None => format!("depuis le {from}"),
    }
}

/// `3 banques · 6 prescripteurs. Une convention est à renouveler.`
fn sentence(banks: &[PartnerBank], referrers: &ReferrersView) -> String {
    let partners = banks.iter().filter(|bank| !bank.lender.retired);
    let (all, warned) = (partners.clone().count(), partners.filter(|bank| bank.lender.warns).count());
    let active = referrers.referrers.iter().filter(|one| !one.retired).count();
    let count = |number: usize, none: &str, one: &str, many: &str| {
        if number == 0 { none.to_owned() } else { counted(number, one, many) }
    };
    let renewed = match warned {
        0 => String::new(),
        1 => " Une convention est à regarder.".to_owned(),
        many => format!(" {many} conventions sont à regarder."),
    };
    spaced(&format!(
        "{} · {}.{renewed}",
        count(all, "Aucune banque", "banque", "banques"),
        count(active, "aucun prescripteur", "prescripteur", "prescripteurs")
    ))
}

fn referrer_rows(referrers: &ReferrersView, people: &BTreeMap<ReferrerId, SentPeople>) -> Vec<PartnerReferrer> {
    let none = SentPeople::default();
    let listed = referrers.referrers.iter();
    let shown = listed.filter(|one| !one.retired || people.contains_key(&one.id));
    let rows = shown.map(|one| {
        let sent = people.get(&one.id).unwrap_or(&none);
        let of = |end: &Became| sent.became.get(end).map_or(0, Figure::dossiers_count);
        let (feedback, due) = feedback(sent);
        PartnerReferrer {
            referrer: one.id,
            structure: one.fields.structure.clone(),
            name: one.fields.name.clone(),
            counts: std::iter::once(sent.people.dossiers_count()).chain(Became::ALL.iter().map(of)).collect(),
            feedback,
            due,
            retired: one.retired,
        }
    });
    let mut rows: Vec<PartnerReferrer> = rows.collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.counts.first().copied()));
    rows
}

/// `2 retours à écrire`, `à jour`, `aucun accord donné`.
fn feedback(sent: &SentPeople) -> (String, bool) {
    let of = |state| sent.feedback.get(&state).map_or(0, Figure::dossiers_count);
    let due = of(FeedbackState::Due);
    if due > 0 {
        return (spaced(&counted(due, "retour à écrire", "retours à écrire")), true);
    }
    let said = match (of(FeedbackState::UpToDate), of(FeedbackState::WithoutAgreement)) {
        (0, 0) => "",
        (0, _) => "aucun accord donné",
        (_, _) => "à jour",
    };
    (said.to_owned(), false)
}

fn totals(rows: &[PartnerReferrer]) -> Vec<u64> {
    let columns = Became::ALL.len().saturating_add(1);
    let column = |place: usize| rows.iter().filter_map(|row| row.counts.get(place)).sum();
    (0..columns).map(column).collect()
}
