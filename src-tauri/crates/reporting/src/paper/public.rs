//! The reading for publication: nothing of a few people, nor what leads to them.

use documents::papers::annual_report::{
    AnnualReport, EffectRow, EffectsPart, FlowBoxed, FlowPart, MoneyPart, Shade, Titled,
};
use documents::papers::figures::{KeyFigure, ReportTable};
use domain::money::Euros;
use domain::report::{BoxesTold, FlowBox, IndicatorKey as Key};
use domain::words::{capital, spaced, to_the_euro};

use super::facts::{Facts, counted_key, key, table, whole};
use crate::outside::Outside;
use crate::wording;
use app::desk::Desk;
use app::failure::Failure;

impl Facts {
    pub(crate) fn public(&self, desk: &Desk) -> Result<AnnualReport, Failure> {
        let (office, referrers) =
            desk.read(|reader| Ok::<_, Failure>((app::settings::identity(reader)?, reader.referrers()?)))?;
        let told = Outside::of(&self.material, self.material.period, &referrers)?;
        let under = self.material.few();
        let has_any = !self.material.rows.is_empty();
        let may_tell = |count: u64| count == 0 || count >= under;
        let mut how_to_call = Vec::new();
        if !office.phone.is_empty() {
            how_to_call.push(format!("Appelez le {}.", office.phone));
        }
        let place = [&office.address, &office.presence].map(String::as_str).into_iter().filter(|part| !part.is_empty());
        let place = place.collect::<Vec<_>>().join(", ");
        if !place.is_empty() {
            how_to_call.push(format!("Ou passez : {place}."));
        }
        how_to_call.push("Le microcrédit est un prêt : il se rembourse.".to_owned());
        Ok(AnnualReport {
            title: self.material.titled(format!("Le microcrédit personnel {}", self.during())),
            reference: self.material.titled(wording::reference(self.material.period)),
            readers: "Version publique".to_owned(),
            version: "version publique, effectifs regroupés".to_owned(),
            established_on: self.moment.today,
            message: self.message(|count| may_tell(count) && told.value(Key::Granted).is_some()),
            keys: if has_any { self.public_keys(&told) } else { Vec::new() },
            flow: told.released.flow.as_ref().map(|boxes| self.public_flow(boxes)),
            years: told.released.years.as_ref().and_then(|years| self.years_part(years)),
            money: self.public_money(&told),
            effects: self.public_effects(under),
            words: vec![Titled { title: "Vous avez un projet ?".to_owned(), text: how_to_call.join(" ") }],
            proposal: String::new(),
            untold: self.untold(&told),
            beside: self.public_purposes(&told),
            figures: None,
            annex: None,
        })
    }

    fn public_keys(&self, told: &Outside<'_>) -> Vec<KeyFigure> {
        let mut keys = Vec::new();
        if let Some(requests) = told.count(Key::Requests) {
            keys.push(counted_key(requests, "demande reçue", "demandes reçues", None));
        }
        match told.count(Key::Granted) {
            Some(granted) => {
                keys.push(counted_key(granted, "prêt accordé", "prêts accordés", None));
                keys.push(key(to_the_euro(self.amount(Key::AmountGranted)), "prêtés par les banques", None));
            }
            None if self.count(Key::Granted) < self.material.few() => {
                keys.push(key(self.material.under(), "prêts accordés", None));
            }
            None => {}
        }
        let since = self.since_when();
        if let Some(loans) = told.count(Key::LoansSinceStart).filter(|_| told.value(Key::AmountSinceStart).is_some()) {
            keys.push(counted_key(loans, "prêt accordé", "prêts accordés", Some(since.clone())));
            keys.push(key(to_the_euro(self.amount(Key::AmountSinceStart)), format!("prêtés {since}"), None));
        }
        if self.since.lost.dossiers.is_empty() && !self.since.paid_out.dossiers.is_empty() {
            keys.push(key(to_the_euro(Euros::ZERO), format!("perdu {since}"), None));
        }
        keys
    }

    fn public_flow(&self, boxes: &[BoxesTold]) -> FlowPart {
        let told = boxes.iter().map(|(inside, figure)| {
            let shade = match inside.first() {
                Some(FlowBox::Loan) => Shade::Full,
                Some(FlowBox::Elsewhere) => Shade::Grey,
                Some(FlowBox::Open) => Shade::Light,
                Some(FlowBox::Neither) | None => Shade::Empty,
            };
            let detail = wording::inside_boxes(inside);
            let label = domain::words::lowered(&wording::boxes(inside));
            FlowBoxed { label, count: figure.dossiers_count(), detail, shade }
        });
        FlowPart {
            title: self.flow_title(self.flow.received.dossiers_count()),
            boxes: told.filter(|one| one.count > 0).collect(),
            note: String::new(),
        }
    }

    fn public_money(&self, told: &Outside<'_>) -> Option<MoneyPart> {
        let (account, _) = self.account.zip(self.material.period.civil_year())?;
        let (net, subsidies) = account.net.zip(account.subsidies)?;
        // What was given back to a few people is not found from what the year cost: its lines are not told.
        let aid = if subsidies.is_zero() {
            String::new()
        } else {
            format!(", {} d’aides déduites", to_the_euro(subsidies))
        };
        let mut note = format!("{} à la charge du CCAS{aid}.", to_the_euro(net));
        if told.value(Key::AmountGranted).is_some() {
            note = format!("{note} {}", self.ratio(net));
        }
        Some(MoneyPart {
            title: "Ce que cela coûte".to_owned(),
            lines: Vec::new(),
            ratio: spaced(note.trim_end()),
            note: String::new(),
        })
    }

    /// What was answered by many, in figures; what more than half said, in words; nothing else.
    fn public_effects(&self, under: u64) -> Option<EffectsPart> {
        let is_told = |count: u64| count == 0 || count >= under;
        let (told, others): (Vec<_>, Vec<_>) = self
            .effects()
            .into_iter()
            .filter(|one| one.of >= under)
            .partition(|one| is_told(one.said) && is_told(one.of.saturating_sub(one.said)));
        let most: Vec<String> = others
            .iter()
            .filter(|one| one.said.saturating_mul(2) > one.of)
            .map(|one| domain::words::lowered(&one.label))
            .collect();
        let most = if most.is_empty() {
            String::new()
        } else {
            format!("Plus de la moitié répondent oui : {}. ", domain::words::enumerated(&most))
        };
        let rows: Vec<EffectRow> =
            told.into_iter().map(|one| EffectRow { label: one.label, said: one.said, of: one.of }).collect();
        self.effects_part("Ce que disent les personnes", rows, &most)
    }

    fn public_purposes(&self, told: &Outside<'_>) -> Option<ReportTable> {
        let lines = told.released.purposes.as_ref()?;
        let rows = lines.iter().map(|line| {
            let count = line.counts.first().map_or(0, domain::report::Figure::dossiers_count);
            vec![capital(&line.label()), whole(count)]
        });
        let total = vec!["Ensemble".to_owned(), whole(self.count(Key::Requests))];
        Some(table("Pour quoi faire", &["", "Demandes"], rows.collect(), Some(total)))
    }

    /// What is not written, and why.
    fn untold(&self, told: &Outside<'_>) -> String {
        let last = self.material.few().saturating_sub(1);
        let mut kept = vec!["les prêts par objet", "les refus", "les incidents"];
        if told.released.flow.is_none() {
            kept.push("ce que sont devenues les demandes");
        }
        if told.released.years.is_none() && self.years.len() > 1 {
            kept.push("les années une à une");
        }
        let kept: Vec<String> = kept.into_iter().map(str::to_owned).collect();
        format!(
            "Ce qui n’est pas écrit ici, et pourquoi. Un effectif de 1 à {last} n’est jamais publié, ni ce qui permettrait de \
             le retrouver par soustraction : {} n’y figurent pas. Ce qui est trop petit est réuni avec ce qui a le même sens. \
             Les totaux et les effectifs nuls sont publiés.",
            domain::words::enumerated(&kept)
        )
    }
}
