//! Invented assessments: seven criteria, the registers, and a reasoned opinion with the dossier's own figures.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::assessment::{
    Assessment, CriterionFinding, Finding, Opinion, RegisterAnswer, Registers, WatchPoint, WatchPointId,
};
use domain::settings::ListKey;
use domain::text::Text;

use super::budget::Strength;
use super::chance::Chance;
use super::home::key;
use super::plan::Plan;
use super::stock::Words;
use super::wording::{Voice, line};

/// What an assessment is drawn from.
pub(super) struct Findings<'f> {
    pub(super) words: &'f Words,
    pub(super) plan: &'f Plan<'f>,
    pub(super) voice: &'f Voice,
    /// Whether the budget carries the loan.
    pub(super) strength: Strength,
}

/// The assessment once everything was looked at, its opinion written on a day.
pub(super) fn complete(findings: &Findings<'_>, written_on: NaiveDate, chance: &mut Chance) -> Assessment {
    let mut assessment = begun(findings, written_on, chance);
    let words = findings.words;
    let project = findings.plan.project;
    for (criterion, grounds) in [
        ("purpose_and_situation", &project.ground),
        ("project_viability", &project.viability),
        ("complementarity", &words.criteria.complementarity),
    ] {
        let finding = if chance.happens(14) { Finding::ToDiscuss } else { Finding::Favourable };
        assessment.criteria.insert(key(criterion), found(finding, findings.voice.text(chance.word(grounds))));
    }
    assessment.opinion = Some(opinion(findings, chance));
    assessment.reasoned = reasoned(findings, chance);
    if assessment.opinion == Some(Opinion::FavourableWithReservation) {
        assessment.reservation = findings.voice.text(chance.word(&words.opinion.reservation));
    }
    assessment.summary = findings.voice.text(chance.word(&words.summary));
    assessment.written_on = Some(written_on);
    let risks = chance.one(&project.risks).into_iter();
    let point =
        |[risk, answer]: &[String; 2]| WatchPoint { id: WatchPointId(0), risk: line(risk), answer: line(answer) };
    assessment.watch_points = risks.map(point).collect();
    assessment
}

/// The assessment while the statements are being read: four criteria, the registers.
pub(super) fn begun(findings: &Findings<'_>, checked_on: NaiveDate, chance: &mut Chance) -> Assessment {
    let words = &findings.words.criteria;
    let listed = chance.happens(13);
    let money = match findings.strength {
        Strength::Solid => Finding::Favourable,
        Strength::Weak => Finding::ToDiscuss,
    };
    let mut criteria: BTreeMap<ListKey, CriterionFinding> = BTreeMap::new();
    for (criterion, finding, grounds) in [
        ("ordinary_credit_exclusion", Finding::Favourable, &words.ordinary_credit_exclusion),
        ("target_public", Finding::Favourable, &words.target_public),
        ("income_and_reste_a_vivre", money, &words.income_and_reste_a_vivre),
        ("banque_de_france_situation", Finding::Favourable, &words.banque_de_france_situation),
    ] {
        criteria.insert(key(criterion), found(finding, findings.voice.text(chance.word(grounds))));
    }
    if listed {
        let ground = findings.voice.text(&findings.words.listed);
        criteria.insert(key("banque_de_france_situation"), found(Finding::ToDiscuss, ground));
    }
    let registers = Registers {
        ficp: if listed { RegisterAnswer::Yes } else { RegisterAnswer::No },
        fcc: RegisterAnswer::No,
        over_indebtedness: RegisterAnswer::No,
        checked_on: Some(checked_on),
        how: line(chance.word(&findings.words.how_checked)),
    };
    Assessment { criteria, registers, ..Assessment::default() }
}

fn found(finding: Finding, ground: Text) -> CriterionFinding {
    CriterionFinding { finding, ground }
}

fn opinion(findings: &Findings<'_>, chance: &mut Chance) -> Opinion {
    match (findings.strength, chance.between(0, 99)) {
        (Strength::Solid, 0..=71) => Opinion::Favourable,
        (Strength::Solid, _) | (Strength::Weak, 0..=39) => Opinion::FavourableWithReservation,
        (Strength::Weak, 40..=84) => Opinion::Reserved,
        (Strength::Weak, _) => Opinion::Unfavourable,
    }
}

fn reasoned(findings: &Findings<'_>, chance: &mut Chance) -> Text {
    let words = &findings.words.opinion;
    let middle = match findings.strength {
        Strength::Solid => &words.middle,
        Strength::Weak => &words.weak,
    };
    let paragraphs = [chance.word(&words.first), chance.word(middle), chance.word(&words.last)];
    findings.voice.text(&paragraphs.join("\n"))
}
