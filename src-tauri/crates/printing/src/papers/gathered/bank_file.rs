//! The facts of the bank file: everything known of the dossier, worded for the lender that reads it.

use chrono::NaiveDate;
use documents::papers::bank_file::{
    BankFile, BankFileAlert, BankFileBorrower, BankFileBudget, BankFileLender, BankFileLoan, BankFileSupport,
    CheckPassedOver, Conditions, CourseStep, CriterionFound, Lack, OfficeDecision, lacks, render,
};
use documents::papers::{AfterLoan, BudgetBeside};
use domain::attachment::AttachmentId;
use domain::budget::{Budget, BudgetReading, ProjectedMonth, SealedBy, Stress, project_since, reckon, stress};
use domain::calendar::YearMonth;
use domain::dossier::{Answer, ConditionFor, Course, Direction, Facts, Precision, Presentation, Stage};
use domain::eligibility::{CheckedLoan, Contradiction, GatedAct};
use domain::loan::{Instalment, RepaymentSchedule, taeg};
use domain::money::Euros;
use domain::person::Person;
use domain::settings::{BankFilePart, Criterion, LenderAgreement, LenderAt, ListEntry, ListKey, Lists, RulesAt, entry};
use domain::words::{self, Labelled, counted, lowered, on_known_date};

use super::as_sent::as_sent;
use super::bank_file_documents::{documents, questions};
use super::bank_file_history::{consented_on, earlier, refusal_reasons, unchanged};
use super::budget_notes::{LoanBeside, beside};
use super::lender_comparison::choice;
use super::support_charter::{lender, referent, step};
use super::{Missing, NotYet, Prepared, Printer, Subject};
use app::caller::Moment;
use app::failure::Failure;
use casework::assessments::{Disagreements, alerts};
use casework::dossiers::RoomKey;

pub(super) fn prepare(subject: &Subject<'_>) -> Result<Result<Prepared, NotYet>, Failure> {
    let sendings = subject.dossier.facts.course().presentations.len();
    let printed_on = subject.moment.today;
    let sent = as_sent(subject)?;
    // What was sent is read by the rules of its day.
    let sent_on = sent.facts.course().current().map(|sent| sent.submission.sent_on);
    if sent_on.is_none() && refused_by_its_bank(subject) {
        return Ok(Err(NotYet {
            state: "la banque choisie a refusé ce dossier",
            sentence: "La banque choisie a refusé ce dossier : il ne lui est pas adressé de nouveau.",
            remedy: "Choisissez une autre banque dans Simulation, ou décidez dans Décisions de le présenter de nouveau.",
            room: RoomKey::Simulation,
        }));
    }
    let moment = Moment { today: sent_on.unwrap_or(printed_on), ..*subject.moment };
    let subject = &Subject { dossier: &sent, moment: &moment, ..*subject };
    let dossier = subject.dossier;
    if dossier.budget.as_ref().is_none_or(|budget| budget.lines.is_empty()) {
        return Ok(Err(NotYet {
            state: "le budget n’a pas encore de ligne",
            sentence: "Le dossier pour la banque attend au moins un budget.",
            remedy: "Ouvrez Budget et ajoutez une ressource ou une charge.",
            room: RoomKey::Budget,
        }));
    }
    let (file, scans) = file(subject, printed_on)?;
    let mut missing: Vec<_> = lacks(&file, subject.head).into_iter().map(missing).collect();
    let eligible = dossier.checks(subject.settings, subject.moment.today)?;
    let stopped = eligible.stopping(GatedAct::Submit).filter(|_| file.sent_on.is_none());
    let state = match (missing.len(), file.sent_on) {
        (_, None) if let Some(result) = stopped => {
            format!("pas encore transmissible : {}", lowered(&result.check.label))
        }
        (0, None) => "prêt à transmettre".to_owned(),
        (0, Some(day)) => format!("tel que transmis {}", on_known_date(day, file.sent_known)),
        (count, _) => format!("prêt ; il dira ce qui manque : {}", counted(count, "point", "points")),
    };
    // What its first page tells against it is read here before it is printed.
    let alerts = file.alerts.iter().filter(|_| file.sent_on.is_none());
    missing.extend(alerts.map(|alert| Missing::of(&alert.in_words(), Some(RoomKey::Assessment))));
    missing.extend(stopped.map(|result| Missing::of(&result.check.label, Some(RoomKey::Assessment))));
    let version = u32::try_from(sendings).unwrap_or(u32::MAX).max(1);
    let head = subject.head.clone();
    let print: Printer = match subject.scans {
        Some(kept) => {
            let merging = kept.merging(file, head, &scans);
            Box::new(move |progress| merging.print(progress))
        }
        None => Box::new(move |_| Ok(render(&file, &head)?)),
    };
    Ok(Ok(Prepared { version, missing, state, print }))
}

/// Whether the bank it would go to refused it, and the office has not decided since to present it again. What was sent
/// to it is still printed as it was sent.
fn refused_by_its_bank(subject: &Subject<'_>) -> bool {
    let course = subject.dossier.facts.course();
    let bank = subject.dossier.loan_lender();
    let last = course.presentations.iter().rev().find(|sent| Some(&sent.submission.lender) == bank);
    course.stage == Stage::Refused && last.is_some_and(|sent| matches!(sent.answer, Answer::Refused(_)))
}

/// The facts, and the attachments that stand behind them in the order of the list.
pub(super) fn file(subject: &Subject<'_>, printed_on: NaiveDate) -> Result<(BankFile, Vec<AttachmentId>), Failure> {
    let dossier = subject.dossier;
    let course = dossier.facts.course();
    let sent = course.current();
    let rules = subject.settings.at(subject.moment.today);
    let loan = dossier.loan(subject.settings, subject.moment.today).ok();
    let at = lender(dossier, &rules);
    let agreement = at.and_then(|at| at.agreement).map(|dated| &dated.value);
    let (documents, scans) = documents((dossier, agreement), &rules, subject.scans, subject.moment);
    let budget = budget(subject, loan.as_ref())?;
    let asked = CheckedLoan::of(dossier, subject.settings, subject.moment.today)?;
    let answer_by = sent.filter(|sent| sent.is_open()).and_then(|sent| sent.submission.expected_on);
    let disagreements = Disagreements::of(dossier, subject.settings, &asked)?;
    let alerts = alerts(dossier, subject.settings, &asked, answer_by, &disagreements)?;
    let earlier = earlier(subject, budget.as_ref())?;
    let alerts = alerts.into_iter().map(|one| BankFileAlert { fact: one.fact, beside: one.beside });
    let alerts = alerts.chain(earlier.iter().filter_map(unchanged)).collect();
    let criteria = criteria(subject, rules.lists, &disagreements);
    let file = BankFile {
        reference: dossier.reference.clone(),
        printed_on,
        sent_on: sent.map(|sent| sent.submission.sent_on),
        sent_known: sent.map_or(Precision::Day, |sent| dossier.facts.precision_of(sent.id)),
        lender: at.map(|at| printed_lender(at, sent)),
        amount: loan.as_ref().map(|loan| loan.terms.amount).or(dossier.simulation.amount),
        months: loan.as_ref().map(|loan| loan.terms.months).or(dossier.simulation.months),
        earlier,
        budget,
        loan: loan.map(|schedule| BankFileLoan { taeg: taeg(&schedule).ok(), schedule }),
        applicant: borrower(&dossier.person, rules.lists),
        co_applicant: dossier.borrows_with().map(|also| borrower(&also, rules.lists)),
        referent: referent(dossier),
        household: dossier.household.clone(),
        course: steps(&dossier.facts, rules.lists)?,
        purpose: dossier.project_named(rules.lists)?,
        project: dossier.planned_project(),
        conditions: conditions(subject, &rules, at),
        assessment: dossier.assessment.clone(),
        criteria,
        alerts,
        passed_over: passed_over(subject)?,
        choice: choice(subject, &rules)?,
        support: support(&course, rules.lists)?,
        decision: decision(&dossier.facts, rules.lists)?,
        refund: rules.office.refund.as_ref().map(words::refund_rule).unwrap_or_default(),
        refunded: words::refund_in_short(rules.office.refund.as_ref()),
        consented_on: consented_on(dossier),
        refusal_reasons: refusal_reasons(rules.lists),
        documents,
        questions: questions(dossier, &rules),
        parts: agreement.map_or(BankFilePart::ALL, LenderAgreement::file_order),
        own_form: agreement.and_then(|agreement| agreement.own_form),
    };
    Ok((file, scans))
}

fn printed_lender(at: LenderAt<'_>, sent: Option<&Presentation<'_>>) -> BankFileLender {
    BankFileLender {
        name: at.lender.name.to_string(),
        contact: at.lender.contact.to_string(),
        contact_role: at.lender.contact_role.to_string(),
        answer_days: at.agreement.and_then(|agreement| agreement.value.answer_days),
        attachment_megabytes: at.agreement.and_then(|agreement| agreement.value.attachment_megabytes),
        answer_by: sent.filter(|sent| sent.is_open()).and_then(|sent| sent.submission.expected_on),
    }
}

/// Who borrows, in the words of the lists.
fn borrower(person: &Person, lists: &Lists) -> BankFileBorrower {
    let worded = |list: &[ListEntry], key: &Option<ListKey>| {
        let found = key.as_ref().and_then(|key| entry(list, key).ok());
        found.map(|entry| lowered(&entry.label)).unwrap_or_default()
    };
    BankFileBorrower {
        family_situation: worded(&lists.family_situations, &person.family_situation),
        housing: worded(&lists.housing, &person.housing),
        employment: worded(&lists.employment, &person.employment),
        payment_means: worded(&lists.payment_means, &person.payment_means),
        person: person.clone(),
    }
}

/// The request, then the interviews, as the lender may know them: a private note stays in the office.
fn steps(facts: &Facts, lists: &Lists) -> Result<Vec<CourseStep>, Failure> {
    let course = facts.course();
    let what = "Premier contact".to_owned();
    let known = facts.precision_of(facts.request_id());
    let mut steps = vec![CourseStep { on: course.received_on, known, what, note: String::new() }];
    for (fact, interview) in &course.interviews {
        let kind = entry(&lists.interview_kinds, &interview.kind)?;
        if kind.is_private() {
            continue;
        }
        let length = interview.minutes.map(|minutes| format!(", {}", words::duration(minutes))).unwrap_or_default();
        let what = format!("{}{length}", kind.label);
        let known = facts.precision_of(*fact);
        steps.push(CourseStep { on: interview.held_on, known, what, note: interview.note.to_string() });
    }
    Ok(steps)
}

fn budget(subject: &Subject<'_>, loan: Option<&RepaymentSchedule>) -> Result<Option<BankFileBudget>, Failure> {
    let dossier = subject.dossier;
    let Some(budget) = dossier.budget.as_ref() else { return Ok(None) };
    let rules = subject.settings.at(budget.established_on);
    let before = reckon(budget, &dossier.household, &BudgetReading::of_office(&rules))?;
    let sent = instalment_sent(budget, &dossier.facts.course());
    let loan = loan.map(LoanBeside::of).transpose()?;
    let loan = loan.map(|loan| LoanBeside { instalment: sent.unwrap_or(loan.instalment), ..loan });
    let after = after(subject, loan)?;
    let low = low_month(budget, loan, after.as_ref())?;
    let stress = after.as_ref().map(|after| stressed(after, loan, rules.lists)).transpose()?;
    Ok(Some(BankFileBudget {
        version: budget.version,
        established_on: budget.established_on,
        beside: for_the_lender(beside(subject, &before, after.as_ref(), loan)?),
        before,
        after,
        low,
        stress,
    }))
}

/// What is left if something happens while the loan runs.
fn stressed(after: &AfterLoan, loan: Option<LoanBeside<'_>>, lists: &Lists) -> Result<Stress, Failure> {
    let due = |line: Option<&Instalment>| line.and_then(|line| line.due).and_then(YearMonth::of);
    let instalments = loan.map(|loan| loan.schedule.instalments.as_slice()).unwrap_or_default();
    let during = (due(instalments.first()), due(instalments.last()));
    Ok(stress(&after.budget, &after.rule, lists, during)?)
}

/// What changed from one version to the next, and a line nobody has explained yet, stay between the office and the person.
fn for_the_lender(beside: BudgetBeside) -> BudgetBeside {
    let remarks = beside.remarks.into_iter().filter(|remark| !remark.comment.is_empty()).collect();
    BudgetBeside { since: None, remarks, ..beside }
}

/// The lowest month of the loan, when it leaves too little by the office's rule.
fn low_month(
    budget: &Budget,
    loan: Option<LoanBeside<'_>>,
    after: Option<&AfterLoan>,
) -> Result<Option<ProjectedMonth>, Failure> {
    let (Some(LoanBeside { schedule, .. }), Some(AfterLoan { budget: after, rule, .. })) = (loan, after) else {
        return Ok(None);
    };
    let Some(projection) = project_since(after, schedule, budget.established_on)? else { return Ok(None) };
    Ok(projection.too_low(after, rule)?.cloned())
}

/// What the loan took a month the day it was sent; nothing until then, nor where the version does not say it.
fn instalment_sent(budget: &Budget, course: &Course<'_>) -> Option<Euros> {
    let sent_on = course.current()?.submission.sent_on;
    let seal = budget.seal.as_ref()?;
    // A version closed before an earlier sending bears the instalment of the lender asked first.
    let by_this_sending = seal.by == SealedBy::Sent && seal.on == sent_on;
    seal.instalment.filter(|_| by_this_sending || course.presentations.len() == 1)
}

/// What the loan makes of the budget, once it can be worked out.
pub(super) fn after(subject: &Subject<'_>, loan: Option<LoanBeside<'_>>) -> Result<Option<AfterLoan>, Failure> {
    let Some(LoanBeside { schedule, instalment }) = loan else { return Ok(None) };
    let after = subject.dossier.after_project(subject.settings, instalment)?;
    let read_on = subject.dossier.budget.as_ref().map_or(subject.moment.today, |budget| budget.established_on);
    let office = subject.settings.office.at(read_on);
    Ok(after.map(|budget| AfterLoan {
        budget,
        terms: schedule.terms.clone(),
        rule: office.value.budget.clone(),
        rule_since: Some(office.valid_from),
    }))
}

fn conditions(subject: &Subject<'_>, rules: &RulesAt<'_>, at: Option<LenderAt<'_>>) -> Conditions {
    let product = subject.dossier.simulation.product_in(rules).and_then(|key| rules.product(key));
    let agreement = at.and_then(|at| at.agreement).map(|dated| &dated.value);
    let kind = agreement.and_then(|agreement| agreement.domiciliation.as_ref());
    let domiciliation = kind.and_then(|key| entry(&rules.lists.domiciliation_kinds, key).ok());
    Conditions {
        product: product.map(|product| lowered(product.value.label.as_str())).unwrap_or_default(),
        guarantor: product.and_then(|product| product.value.guarantor),
        guarantee_percent: product.and_then(|product| product.value.guarantee_percent),
        domiciliation: domiciliation.map(|kind| lowered(&kind.label)).unwrap_or_default(),
        debit_day: agreement.and_then(|agreement| agreement.debit_day),
    }
}

fn criteria(subject: &Subject<'_>, lists: &Lists, disagreements: &Disagreements<'_>) -> Vec<CriterionFound> {
    let found = |criterion: &Criterion| {
        let kept = subject.dossier.assessment.criteria.get(&criterion.key).cloned().unwrap_or_default();
        CriterionFound {
            key: criterion.key.clone(),
            label: criterion.label.clone(),
            finding: Contradiction::finding_for_lender(&disagreements.found, &criterion.key, kept.finding),
            ground: kept.ground,
            contradicted: disagreements.beside(&criterion.key),
        }
    };
    lists.criteria.iter().map(found).collect()
}

/// The checks that stay open and that the adviser passed over, with the reasons.
fn passed_over(subject: &Subject<'_>) -> Result<Vec<CheckPassedOver>, Failure> {
    let eligible = subject.dossier.checks(subject.settings, subject.moment.today)?;
    let over = eligible.passed_over().map(|(result, over)| CheckPassedOver {
        label: result.check.label.clone(),
        state: lowered(result.state.label()),
        reason: over.reason.to_string(),
    });
    Ok(over.collect())
}

fn support(course: &Course<'_>, lists: &Lists) -> Result<Option<BankFileSupport>, Failure> {
    let Some((_, plan)) = course.support else { return Ok(None) };
    Ok(Some(BankFileSupport {
        level: entry(&lists.support_levels, &plan.level)?.label.clone(),
        budget: plan.budget,
        social: plan.social,
        note: plan.note.to_string(),
        steps: plan.steps.iter().map(|one| step(one, lists)).collect::<Result<_, Failure>>()?,
    }))
}

fn decision(facts: &Facts, lists: &Lists) -> Result<Option<OfficeDecision>, Failure> {
    let course = facts.course();
    let decided = course.orientations.iter().rev().find(|(_, decided)| decided.direction == Direction::Submit);
    let Some((fact, decided)) = decided else { return Ok(None) };
    Ok(Some(OfficeDecision {
        on: decided.decided_on,
        known: facts.precision_of(*fact),
        mode: entry(&lists.decision_modes, &decided.mode)?.label.clone(),
        reason: decided.reason.to_string(),
        condition: decided.condition(ConditionFor::Lender).map(ToString::to_string).unwrap_or_default(),
    }))
}

fn missing(lack: Lack) -> Missing {
    let room = match lack {
        Lack::Lender | Lack::Amount | Lack::Months | Lack::Loan | Lack::Dates => Some(RoomKey::Simulation),
        Lack::BirthDate | Lack::Address | Lack::Employment | Lack::CoBorrowerBirth | Lack::CoBorrowerEmployment => {
            Some(RoomKey::Person)
        }
        Lack::Course | Lack::Support | Lack::Decision | Lack::Questions => Some(RoomKey::Decisions),
        Lack::Purpose | Lack::Story | Lack::Cost => Some(RoomKey::Project),
        Lack::Budget | Lack::BudgetAfter => Some(RoomKey::Budget),
        Lack::Criteria | Lack::Opinion | Lack::Reasons | Lack::Registers => Some(RoomKey::Assessment),
        Lack::Advisor | Lack::Town => None,
    };
    Missing::of(lack.label(), room)
}
