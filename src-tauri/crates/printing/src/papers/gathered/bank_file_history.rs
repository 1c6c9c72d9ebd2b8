//! What was presented before, what the lender said of it, and what changed since then, what an answer may say: the difference between the two
//! loans and the two budgets, never what someone wrote of it.

use chrono::NaiveDate;
use documents::papers::bank_file::{BankFileAlert, BankFileBudget, EarlierPresentation};
use domain::budget::{BudgetReading, LineChanged, LineDifference, LoanCosts, compare, reckon, reckon_after};
use domain::dossier::{Answer, Dossier, Event, Facts, Presentation, is_not_given};
use domain::money::Euros;
use domain::settings::{ListKey, Lists, RulesAt, entry};
use domain::words::{lowered, on_known_date, round, spaced};

use super::Subject;
use super::as_sent::version_sent;
use app::failure::Failure;

/// The reason of a refusal that the law does not let stand by itself.
const FICP_ALONE: &str = "ficp_only";

/// More changed lines of the budget than this are left to the part of the budget.
const LINES_TOLD: usize = 2;

/// What became of every sending but the one the dossier stands on.
pub(super) fn earlier(
    subject: &Subject<'_>,
    now: Option<&BankFileBudget>,
) -> Result<Vec<EarlierPresentation>, Failure> {
    let rules = subject.settings.at(subject.moment.today);
    let facts = &subject.dossier.facts;
    let course = facts.course();
    let current = course.current().map(|sent| sent.id);
    let earlier = course.presentations.iter().filter(|sent| Some(sent.id) != current && !sent.is_open());
    earlier
        .map(|sent| {
            let refused = matches!(sent.answer, Answer::Refused(_));
            Ok(EarlierPresentation {
                sentence: sentence(sent, facts, &rules),
                reasons: reasons(sent, &rules),
                changed: if refused { changed(subject, sent, now)? } else { None },
            })
        })
        .collect()
}

/// That a request comes back as it was refused.
pub(super) fn unchanged(earlier: &EarlierPresentation) -> Option<BankFileAlert> {
    let nothing = earlier.changed.as_ref().is_some_and(Vec::is_empty);
    let (fact, beside) = ("Rien n’a changé depuis un refus :".to_owned(), earlier.sentence.clone());
    nothing.then_some(BankFileAlert { fact: spaced(&fact), beside })
}

fn sentence(sent: &Presentation<'_>, facts: &Facts, rules: &RulesAt<'_>) -> String {
    // Of a dossier begun elsewhere the answer may be known no better than its sending.
    let answered = |on: NaiveDate| {
        let answers = facts.standing().filter(|row| row.fact.lender().is_some() && row.fact.day() == on);
        on_known_date(on, answers.map(|row| row.precision).max().unwrap_or_default())
    };
    let name = rules.lender(&sent.submission.lender).map(|at| at.lender.name.to_string()).unwrap_or_default();
    let answer = match sent.answer {
        Answer::Refused(refusal) => format!(" : refus {}", answered(refusal.on)),
        Answer::Approved(approval) => format!(" : accord {}", answered(approval.on)),
        Answer::Awaited | Answer::InPrinciple(_) => String::new(),
    };
    let sent_on = on_known_date(sent.submission.sent_on, facts.precision_of(sent.id));
    spaced(&format!("{name}, {sent_on}{answer}."))
}

/// Why it was refused, as the list words it; what was told later counts before what was told first.
fn reasons(sent: &Presentation<'_>, rules: &RulesAt<'_>) -> String {
    let Answer::Refused(refusal) = sent.answer else { return String::new() };
    let reasons = sent.explained.map_or(&refusal.reasons, |explained| &explained.reasons);
    let given = reasons.iter().filter(|reason| !is_not_given(reason));
    let label = |key: &ListKey| entry(&rules.lists.refusal_reasons, key).ok().map(|entry| lowered(&entry.label));
    given.filter_map(label).collect::<Vec<_>>().join(", ")
}

/// What is not the same as when it was sent, each with both values; not known without the budget of that day.
fn changed(
    subject: &Subject<'_>,
    sent: &Presentation<'_>,
    now: Option<&BankFileBudget>,
) -> Result<Option<Vec<String>>, Failure> {
    let dossier = subject.dossier;
    let mut said = Vec::new();
    let amount = dossier.loan_amount()?.or(dossier.simulation.amount);
    if let Some((before, amount)) = sent.submission.amount.zip(amount).filter(|(before, amount)| before != amount) {
        said.push(format!("prêt de {} à {}", round(before), round(amount)));
    }
    if let (Some(was), Some(is)) = (sent.submission.months, dossier.simulation.months)
        && was != is
    {
        said.push(format!("durée de {was} à {is} mois"));
    }
    let (Some(then), Some(now)) = (version_sent(subject.versions, sent.submission.sent_on), now) else {
        // Without the budget of that day, nobody can tell that nothing changed.
        return Ok(Some(said).filter(|said| !said.is_empty()));
    };
    let Some(seal) = &then.seal else { return Ok(None) };
    let rules = subject.settings.at(then.established_on);
    let reading = BudgetReading::of_office(&rules);
    let was = reckon(then, &seal.household, &reading)?;
    let after = now.after.as_ref().map(|after| &after.budget);
    if let (Some(was), Some(after)) = (seal.instalment, after) {
        said.extend(from_to("mensualité", was, after.instalment));
    }
    let compared = compare(&was, &now.before)?;
    let months = compared.lines.iter().filter(|line| line.changed != LineChanged::Words);
    let lines: Vec<String> = months.map(line).collect();
    match lines.len() {
        0..=LINES_TOLD => said.extend(lines),
        count => said.push(format!("{count} lignes du budget")),
    }
    if let (Some(instalment), Some(after)) = (seal.instalment, after) {
        let costs = LoanCosts { instalment, account: after.account };
        let left = reckon_after(then, &seal.household, &reading, costs)?.reste_a_vivre;
        said.extend(from_to("reste à vivre", left, after.reste_a_vivre));
    }
    Ok(Some(said.iter().map(|one| spaced(one)).collect()))
}

fn from_to(what: &str, was: Euros, is: Euros) -> Option<String> {
    (was != is).then(|| format!("{what} de {} à {is}", was.bare()))
}

fn line(one: &LineDifference) -> String {
    let what = lowered(&one.label);
    match (one.before, one.after) {
        (Some(was), Some(is)) => format!("{what} de {} à {is}", was.bare()),
        (None, Some(is)) => format!("{what} ajoutée ({is})"),
        (Some(was), None) => format!("{what} retirée ({was})"),
        (None, None) => what,
    }
}

/// The day a consent that names the lender was signed.
pub(super) fn consented_on(dossier: &Dossier) -> Option<NaiveDate> {
    let lender = dossier.loan_lender();
    let signed = dossier.facts.noted(Event::ConsentSigned);
    signed.filter(|noted| lender.is_some() && noted.subject.as_ref() == lender).map(|noted| noted.on).min()
}

/// The reasons an answer is entered with: being listed in the FICP is none, nor is giving no reason.
pub(super) fn refusal_reasons(lists: &Lists) -> Vec<String> {
    let offered = lists.refusal_reasons.iter().filter(|entry| !entry.retired);
    let offered = offered.filter(|entry| entry.key.as_str() != FICP_ALONE && !is_not_given(&entry.key));
    offered.map(|entry| entry.label.clone()).collect()
}
