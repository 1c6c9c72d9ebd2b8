//! What another budget rule would change, tried on the dossiers being assessed; nothing is recorded.
//!
//! Each dossier whose loan is worked out is judged twice, by the rule in force today and by the one tried. A
//! threshold forbids nothing: the count says for how many the office would have to say why.

use domain::budget::standing;
use domain::dossier::{Dossier, Phase, monthly};
use domain::settings::{BudgetRule, Settings};
use domain::words;
use serde::{Deserialize, Serialize};
use store::DossierQuery;
use ts_rs::TS;

use super::Desk;
use super::budget_rule::{self, BudgetRuleFields};
use super::versions::Clause;
use crate::dossiers::found;
use app::caller::Moment;
use app::failure::Failure;
use app::settings::settings;

/// A budget rule to try.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct TriedRule {
    /// The rule, as typed.
    pub fields: BudgetRuleFields,
}

/// What a rule would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct RuleTrial {
    /// `Sur 11 dossiers en instruction. Essai : rien n’est changé.`
    pub sentence: String,
    /// How many dossiers stand where, in words.
    pub counts: Vec<Clause>,
}

/// Where a dossier stands beside the threshold of a rule.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// Not under it, or there is none.
    Above,
    /// Under it.
    Under,
}

/// The dossiers of a trial, by where they stand now and would.
#[derive(Default)]
struct Count {
    above: u32,
    falling: u32,
    rising: u32,
    under: u32,
    unknown: u32,
}

/// Counts what a budget rule would change for the dossiers being assessed, without changing anything.
pub fn try_budget_rule(desk: &Desk, input: TriedRule, moment: &Moment) -> Result<RuleTrial, Failure> {
    desk.read(|reader| {
        let settings = settings(reader)?;
        let rules = settings.at(moment.today);
        let tried = budget_rule::read(&input.fields, rules.lists)?;
        let mut count = Count::default();
        for (id, _) in reader.dossier_lines(&assessing())?.0 {
            let dossier = found(reader, id)?;
            let side = |rule| side(&dossier, &settings, rule, moment);
            count.add(side(&rules.office.budget)?.zip(side(&tried)?));
        }
        Ok(count.shown())
    })
}

fn assessing() -> DossierQuery {
    DossierQuery {
        search: String::new(),
        phase: Some(Phase::Assessing),
        among: None,
        archived: Some(false),
        offset: 0,
        limit: u64::MAX,
    }
}

/// Where the dossier stands once its project is done; nothing while its budget or its loan is not worked out.
fn side(dossier: &Dossier, settings: &Settings, rule: &BudgetRule, moment: &Moment) -> Result<Option<Side>, Failure> {
    let Ok(loan) = dossier.loan(settings, moment.today) else { return Ok(None) };
    let Some(done) = dossier.after_project_tried(settings, rule, monthly(&loan)?)? else { return Ok(None) };
    let under = standing(&done, rule)?.is_some_and(|standing| standing.apart.is_negative());
    Ok(Some(if under { Side::Under } else { Side::Above }))
}

impl Count {
    fn add(&mut self, sides: Option<(Side, Side)>) {
        let place = match sides {
            Some((Side::Above, Side::Above)) => &mut self.above,
            Some((Side::Above, Side::Under)) => &mut self.falling,
            Some((Side::Under, Side::Above)) => &mut self.rising,
            Some((Side::Under, Side::Under)) => &mut self.under,
            None => &mut self.unknown,
        };
        *place = place.saturating_add(1);
    }

    fn shown(&self) -> RuleTrial {
        let read = [self.above, self.falling, self.rising, self.under].into_iter().fold(0_u32, u32::saturating_add);
        let dossiers = |count: u32| words::counted(count, "dossier", "dossiers");
        let counts = [
            ("Au-dessus du repère", Some(self.above)),
            ("Passent en dessous", Some(self.falling)),
            ("Repassent au-dessus", Some(self.rising).filter(|count| *count > 0)),
            ("Déjà en dessous", Some(self.under).filter(|count| *count > 0)),
            ("Sans budget ou sans prêt calculé", Some(self.unknown).filter(|count| *count > 0)),
        ];
        let counts = counts.into_iter().filter_map(|(label, count)| Some(Clause::of(label, &dossiers(count?))));
        let sentence = format!("Sur {} en instruction. Essai : rien n’est changé.", dossiers(read));
        RuleTrial { sentence: words::spaced(&sentence), counts: counts.collect() }
    }
}
