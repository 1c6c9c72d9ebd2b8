//! The checks as their screen shows them: what calls first, then what is met or does not apply.

use std::collections::BTreeSet;

use domain::dossier::Dossier;
use domain::eligibility::{CheckFact, CheckFacts, CheckResult, CheckScope, CheckState, Eligible, NO, NO_MATTER, YES};
use domain::person::Person;
use domain::settings::{Criterion, Lists, Settings};
use domain::supporting_document::Condition;
use domain::words::{Labelled, addressed, counted, long_date, spaced};
use serde::Serialize;
use ts_rs::TS;

use crate::assessments::view::Recalled;
use crate::dossiers::PersonOf;
use app::shapes::{Choice, Day};

/// Whose word an answer is while the adviser gave none.
const BY_PHONE: &str = "Dit par la personne au premier appel.";

/// What is checked of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Checks")]
pub struct ChecksView {
    /// `8 remplies, 2 à vérifier, 1 écartée avec un motif, 2 sans objet`.
    pub sentence: String,
    /// The day whose rules count.
    pub rules_on: Day,
    /// Not met, to verify, then passed over.
    pub calling: Vec<CheckView>,
    /// `Les 8 remplies et les 2 sans objet`; empty when there is none.
    pub settled_title: String,
    /// Met, then not applicable.
    pub settled: Vec<CheckView>,
}

/// One check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "Check")]
pub struct CheckView {
    /// Its key.
    pub key: String,
    /// What people read.
    pub label: String,
    /// What is asked.
    pub question: String,
    /// The rule.
    pub rule: String,
    /// Where the rule is told.
    pub source: String,
    /// What it asks for when it is not met.
    pub effect: String,
    /// What it says: its word never changes once passed over.
    pub state: Choice,
    /// What is said of it; may be empty.
    pub sentence: String,
    /// The facts it looks at, with what they say.
    pub facts: Vec<Recalled>,
    /// What the adviser may answer.
    pub questions: Vec<QuestionView>,
    /// Why it is passed over.
    pub passed_over: Option<PassedOverView>,
    /// Whether passing over it is offered: an answer comes first where one is awaited.
    pub may_pass_over: bool,
}

/// A fact the adviser answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "CheckQuestion")]
pub struct QuestionView {
    /// Its key.
    pub fact: String,
    /// Of whom.
    pub of: PersonOf,
    /// What people read.
    pub label: String,
    /// Advice; may be empty.
    pub help: String,
    /// What may be answered.
    pub options: Vec<Choice>,
    /// The answer; empty is still to see.
    pub answer: String,
    /// Whether an answer is awaited.
    pub open: bool,
}

/// Why a check is passed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(rename = "PassedOver")]
pub struct PassedOverView {
    /// `Passée outre le 20 novembre 2026.`
    pub sentence: String,
    /// The adviser's reason.
    pub reason: String,
}

/// The checks of a dossier.
pub(in crate::assessments) fn shown<'s>(
    dossier: &Dossier,
    settings: &'s Settings,
    eligible: &Eligible<'s>,
) -> ChecksView {
    let mut results: Vec<&CheckResult<'s>> = eligible.results.iter().collect();
    results.sort_by_key(|result| (result.over().is_some(), result.state));
    let (calling, settled): (Vec<_>, Vec<_>) = results.into_iter().partition(|result| result.is_open());
    let count = |state: CheckState, over: bool| {
        let same = |result: &&CheckResult<'_>| result.state == state && result.over().is_some() == over;
        eligible.results.iter().filter(same).count()
    };
    let (met, none) = (count(CheckState::Met, false), count(CheckState::NotApplicable, false));
    let passed = count(CheckState::NotMet, true).saturating_add(count(CheckState::ToVerify, true));
    let parts = [
        (count(CheckState::NotMet, false), "non remplie", "non remplies"),
        (count(CheckState::ToVerify, false), "à vérifier", "à vérifier"),
        (passed, "écartée avec un motif", "écartées avec un motif"),
        (met, "remplie", "remplies"),
        (none, "sans objet", "sans objet"),
    ];
    let said = parts.iter().filter(|(count, _, _)| *count != 0).map(|(count, one, many)| counted(*count, one, many));
    let mut asked = BTreeSet::new();
    let mut view = |result: &CheckResult<'s>| check(result, dossier, &settings.lists, &eligible.facts, &mut asked);
    let calling: Vec<CheckView> = calling.into_iter().map(&mut view).collect();
    ChecksView {
        sentence: said.collect::<Vec<_>>().join(", "),
        rules_on: Day::full(eligible.loan.day),
        calling,
        settled_title: settled_title(met, none),
        settled: settled.into_iter().map(view).collect(),
    }
}

fn settled_title(met: usize, none: usize) -> String {
    let said = |count: usize, one: &str, many: &str| {
        (count != 0)
            .then(|| if count == 1 { format!("la {one}") } else { format!("les {}", counted(count, one, many)) })
    };
    let parts: Vec<String> =
        [said(met, "remplie", "remplies"), said(none, "sans objet", "sans objet")].into_iter().flatten().collect();
    domain::words::capital(&parts.join(" et "))
}

/// One check; a question that another one already asked is only recalled.
fn check<'s>(
    result: &CheckResult<'s>,
    dossier: &Dossier,
    lists: &'s Lists,
    facts: &CheckFacts,
    already: &mut BTreeSet<&'s str>,
) -> CheckView {
    let check = result.check;
    let read = facts_read(result);
    let own = lists.facts.iter().filter(|fact| read.contains(&fact.key.as_str()));
    let in_order = read.iter().filter_map(|key| own.clone().find(|fact| fact.key.as_str() == *key));
    let (asked, told): (Vec<_>, Vec<_>) =
        in_order.partition(|fact| facts.is_asked(fact) && already.insert(fact.key.as_str()));
    let questions: Vec<QuestionView> =
        asked.into_iter().flat_map(|fact| questions(fact, (dossier, lists), result.is_open())).collect();
    let settles = result.state == CheckState::NotMet || check.scope != CheckScope::None;
    let offered = settles || questions.iter().all(|question| !question.open);
    CheckView {
        key: check.key.as_str().to_owned(),
        label: spaced(&check.label),
        question: spaced(&check.question),
        rule: spaced(&check.rule),
        source: spaced(&check.source),
        effect: check.effect.label().to_owned(),
        state: Choice::of(result.state),
        sentence: sentence(result),
        facts: told.into_iter().filter(|fact| is_told(fact, facts)).map(|fact| row(fact, facts)).collect(),
        questions,
        passed_over: result.over().map(|over| PassedOverView {
            sentence: format!("Passé outre le {}.", long_date(over.on)),
            reason: over.reason.to_string(),
        }),
        may_pass_over: result.is_open() && result.over().is_none() && check.may_be_passed_over() && offered,
    }
}

/// What is said of it; with what to do where no reason lets it go.
fn sentence(result: &CheckResult<'_>) -> String {
    let remedy = result.check.remedy.as_deref();
    let said = result.sentence();
    match remedy.filter(|_| result.state == CheckState::NotMet && !result.check.may_be_passed_over()) {
        Some(remedy) => spaced(&format!("{said} {remedy}")),
        None => spaced(said),
    }
}

/// The facts that made the result: where the check does not apply, those that say so.
fn facts_read<'s>(result: &CheckResult<'s>) -> Vec<&'s str> {
    if result.state != CheckState::NotApplicable {
        return result.check.facts.iter().map(String::as_str).collect();
    }
    let mut read = Vec::new();
    facts_of(&result.check.applies_when, &mut read);
    read
}

/// The facts a condition reads.
pub(crate) fn facts_of<'c>(condition: &'c Condition, read: &mut Vec<&'c str>) {
    match condition {
        Condition::All { all: parts } | Condition::Any { any: parts } => {
            for part in parts {
                facts_of(part, read);
            }
        }
        Condition::Not { not } => facts_of(not, read),
        Condition::Is { fact, .. } | Condition::Holds { fact } => read.push(fact),
    }
}

/// Whether a fact is worth telling: one that is neither asked nor derived does not concern the dossier.
fn is_told(fact: &CheckFact, facts: &CheckFacts) -> bool {
    fact.derived || facts.is_asked(fact) || facts.known().truth(fact.key.as_str()) == Some(true)
}

fn row(fact: &CheckFact, facts: &CheckFacts) -> Recalled {
    Recalled { label: spaced(&fact.label), text: spaced(facts.words(fact.key.as_str())) }
}

/// What is asked to answer a fact: once, or of each borrower.
pub(crate) fn questions(fact: &CheckFact, (dossier, lists): (&Dossier, &Lists), calls: bool) -> Vec<QuestionView> {
    let yes_or_no = [Choice::new(YES, "oui"), Choice::new(NO, "non")];
    let own = fact.values.iter().map(|value| Choice::new(value.key.as_str(), &value.label));
    let mut options: Vec<Choice> = if fact.values.is_empty() { yes_or_no.into() } else { own.collect() };
    if fact.when_unset.is_none() {
        options.push(Choice::new("", "à voir"));
    }
    let (answers, people) = (dossier.answers(fact, lists), dossier.borrowers());
    let whose = |person: &Person| if answers.len() > 1 { format!(", {}", addressed(person)) } else { String::new() };
    let asked = [PersonOf::Applicant, PersonOf::CoBorrower].into_iter().zip(people.people()).zip(&answers);
    let asked = asked.map(|((of, person), answer)| QuestionView {
        fact: fact.key.as_str().to_owned(),
        of,
        label: spaced(&format!("{}{}", fact.label, whose(person))),
        help: match (of == PersonOf::Applicant && dossier.is_answered_by_phone(fact, lists), fact.help.as_deref()) {
            (false, help) => spaced(help.unwrap_or_default()),
            (true, None) => BY_PHONE.to_owned(),
            (true, Some(help)) => spaced(&format!("{BY_PHONE} {help}")),
        },
        options: options.clone(),
        answer: answer.unwrap_or_default().to_owned(),
        open: calls && answer.is_none(),
    });
    asked.collect()
}

/// The facts of the checks that bear on a criterion.
pub(in crate::assessments) fn fact_rows(criterion: &Criterion, lists: &Lists, facts: &CheckFacts) -> Vec<Recalled> {
    let own = |key: &String| lists.facts.iter().find(|fact| fact.key.as_str() == key);
    let told = |fact: &&CheckFact| is_told(fact, facts) && facts.words(fact.key.as_str()) != NO_MATTER;
    criterion.facts.iter().filter_map(own).filter(told).map(|fact| row(fact, facts)).collect()
}
