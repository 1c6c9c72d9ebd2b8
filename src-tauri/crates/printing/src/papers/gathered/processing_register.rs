//! The facts of the register of processings: the settings in force today, and how much the office keeps.

use documents::papers::Letterhead;
use documents::papers::processing_register::{ProcessingRegister, lacks, render};
use domain::settings::{LegalCertainty, RulesAt, SafetyRules, Settings};

use super::{Missing, Prepared};
use app::caller::Moment;
use app::desk::Desk;
use app::failure::Failure;

/// The sheet as it would be signed today.
pub(super) fn prepare(
    desk: &Desk,
    settings: &Settings,
    head: &Letterhead,
    moment: &Moment,
) -> Result<Prepared, Failure> {
    let rules = settings.at(moment.today);
    let (persons, dossiers, pieces, safety) = desk.read(|reader| {
        let safety = app::settings::safety_rules(reader, moment.today)?;
        Ok((reader.count_persons()?, reader.count_dossiers()?, reader.count_pieces()?, safety))
    })?;
    let SafetyRules { lock_minutes, copy_due_days, code_test_months, .. } = safety;
    let basis = rules.legal.at("processing_legal_basis", rules.date);
    let register = ProcessingRegister {
        made_on: moment.today,
        legal_basis: text_of(&rules, "processing_legal_basis"),
        basis_is_weak: basis.is_some_and(|value| value.certainty == LegalCertainty::Weak),
        kept_years: rules.legal_number("active_retention_years"),
        then: text_of(&rules, "after_active_retention"),
        journal_months: rules.legal_number("access_log_months_max"),
        lock_minutes,
        copy_days: copy_due_days,
        code_months: code_test_months,
        persons,
        dossiers,
        pieces,
    };
    let missing: Vec<_> = lacks(&register, head).into_iter().map(|what| Missing::of(what, None)).collect();
    let head = head.clone();
    let state = "à relire par le délégué à la protection des données".to_owned();
    Ok(Prepared { version: 1, missing, state, print: Box::new(move |_| Ok(render(&register, &head)?)) })
}

/// A value of the law in words; empty when there is none on that day.
pub(super) fn text_of(rules: &RulesAt<'_>, topic: &str) -> String {
    rules.legal.at(topic, rules.date).map(|value| value.value.clone()).unwrap_or_default()
}
