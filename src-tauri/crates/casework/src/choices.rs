//! Every list a form offers.

use domain::assessment::{Finding, Opinion, RegisterAnswer};
use domain::budget::{Certainty, Frequency, Hope, Section};
use domain::committee::SessionKind;
use domain::companion::CompanionRole;
use domain::dossier::{ConditionFor, Direction, RedirectionAnswer};
use domain::household::{Link, Share};
use domain::loan::InsuranceRequirement;
use domain::partner::AidEntry;
use domain::partner::FeedbackAgreement;
use domain::person::Title;
use domain::project::{self, AidStatus};
use domain::settings::{self, ListEntry, Lists, Provider, RulesAt, entry};
use domain::words::{self, Labelled};
use serde::Serialize;
use ts_rs::TS;

use crate::dossiers::RoomKey;
use crate::office::{DEBTS, UsesFields, uses_fields};
use app::caller::Moment;
use app::desk::{Desk, Nothing};
use app::failure::Failure;
use app::settings::settings as office_settings;
use app::shapes::Choice;

/// Every list a form offers. A list of which one entry is chosen keeps its retired ones, to show them where they were.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Choices {
    /// What the office uses today.
    pub uses: UsesFields,
    /// The rooms of a dossier, in the order of the tabs.
    pub rooms: Vec<Choice>,
    /// By where the person came.
    pub origins: Vec<Choice>,
    /// How the person heard of the office.
    pub how_heard: Vec<Choice>,
    /// What people pay with.
    pub payment_means: Vec<Choice>,
    /// The ways a person is reached.
    pub contact_ways: Vec<Choice>,
    /// The aids of the directory, as a project or a decision names them.
    pub aids: Vec<AidSuggested>,
    /// The board's resolutions, as a rule names them.
    pub resolutions: Vec<String>,
    /// What a companion is to the person.
    pub companion_roles: Vec<Choice>,
    /// What a loan may finance, under its category.
    pub purposes: Vec<Choice>,
    /// How a person is addressed.
    pub titles: Vec<Choice>,
    /// What a household member is to the applicant.
    pub links: Vec<Choice>,
    /// What a member counts for.
    pub shares: Vec<Choice>,
    /// Family situations.
    pub family_situations: Vec<Choice>,
    /// Housing statuses.
    pub housing: Vec<Choice>,
    /// Employment statuses.
    pub employment: Vec<Choice>,
    /// How often an amount comes.
    pub frequencies: Vec<Choice>,
    /// How sure an amount is.
    pub certainties: Vec<Choice>,
    /// Whether what a budget line becomes is sure.
    pub hopes: Vec<Choice>,
    /// Kinds of budget lines.
    pub budget_entries: Vec<BudgetEntry>,
    /// Where a quote stands.
    pub quote_choices: Vec<Choice>,
    /// Where an aid stands.
    pub aid_statuses: Vec<Choice>,
    /// Whether an insurance is a condition of the loan.
    pub insurance_requirements: Vec<Choice>,
    /// Products in force today, retired ones left out.
    pub products: Vec<Choice>,
    /// Lenders with an agreement in force today.
    pub lenders: Vec<Choice>,
    /// The criteria of the assessment, with their help.
    pub criteria: Vec<Criterion>,
    /// What may be found of a criterion.
    pub findings: Vec<Choice>,
    /// What may be told who sends a person.
    pub feedback_agreements: Vec<Choice>,
    /// Directions of the adviser's opinion.
    pub opinions: Vec<Choice>,
    /// What may be known of a register.
    pub register_answers: Vec<Choice>,
    /// Kinds of interviews and contacts.
    pub interview_kinds: Vec<Choice>,
    /// Who decides to submit.
    pub decision_modes: Vec<Choice>,
    /// What an orientation may decide.
    pub directions: Vec<Choice>,
    /// Whom a condition of a decision is for.
    pub conditions_for: Vec<Choice>,
    /// Other solutions a person is directed to.
    pub redirections: Vec<Redirection>,
    /// What became of a person directed elsewhere.
    pub redirection_answers: Vec<Choice>,
    /// Why a lender refused.
    pub refusal_reasons: Vec<Choice>,
    /// Who tells the person of the lender's decision.
    pub notification_modes: Vec<Choice>,
    /// The account a lender asks for.
    pub domiciliation_kinds: Vec<Choice>,
    /// Levels of support.
    pub support_levels: Vec<Choice>,
    /// Who gives support.
    pub providers: Vec<Choice>,
    /// Rhythms of follow-up to copy from, each with its level of support.
    pub follow_up_plans: Vec<FollowUpPlan>,
    /// Documents a file of a dossier may stand for.
    pub documents: Vec<Choice>,
}

/// A criterion, as a form shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Criterion {
    /// Its key.
    pub key: String,
    /// What people read.
    pub label: String,
    /// What it looks at.
    pub help: String,
    /// Questions that help to assess it.
    pub questions: Vec<String>,
}

/// An aid of the directory, as a form suggests it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct AidSuggested {
    /// Its name.
    pub name: String,
    /// Who gives it.
    pub provider: String,
    /// `Garage solidaire, Entraide du Val, 05 55 00 00 00`.
    pub told: String,
}

impl AidSuggested {
    fn of(aid: &AidEntry) -> Self {
        let parts = [&aid.name, &aid.provider, &aid.contact].map(|part| part.as_str());
        Self {
            name: aid.name.to_string(),
            provider: aid.provider.to_string(),
            told: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", "),
        }
    }
}

/// Another solution, as a form offers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Redirection {
    /// Its key.
    pub key: String,
    /// What people read.
    pub label: String,
    /// Advice for the adviser.
    pub help: Option<String>,
    /// Days after which the person is called back.
    pub callback_days: Option<u32>,
}

/// A rhythm of follow-up, as a form offers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct FollowUpPlan {
    /// Its key.
    pub key: String,
    /// What people read.
    pub label: String,
    /// The level of support it goes with.
    pub level: String,
    /// Its steps, in words.
    pub steps: Vec<String>,
}

/// A kind of budget line, as a form offers it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct BudgetEntry {
    /// Its key.
    pub key: String,
    /// What people read.
    pub label: String,
    /// Other words people use for it, by which it is found.
    pub also: Vec<String>,
    /// The section it belongs to.
    pub section: String,
    /// The section's heading.
    pub section_label: String,
    /// Its heading inside the section.
    pub group_label: String,
    /// Whether a budget shows it before it has an amount.
    pub usual: bool,
    /// The frequency offered first.
    pub usual_frequency: String,
    /// Advice for the adviser.
    pub help: Option<String>,
    /// Whether the reste à vivre counts it.
    pub counted: bool,
}

/// Gives every list.
pub fn choices(desk: &Desk, _: Nothing, moment: &Moment) -> Result<Choices, Failure> {
    let (settings, aids, resolutions) = desk.read(|reader| {
        let labels = crate::resolutions::labels(reader)?;
        Ok::<_, Failure>((office_settings(reader)?, reader.aid_entries()?, labels))
    })?;
    let rules = settings.at(moment.today);
    let lists = rules.lists;
    let grid = lists.budget_grid(&rules.office.grid_lines);
    Ok(Choices {
        uses: uses_fields(rules.uses),
        aids: aids.iter().filter(|aid| !aid.retired).map(AidSuggested::of).collect(),
        resolutions,
        rooms: RoomKey::ALL.into_iter().map(Choice::of).collect(),
        origins: all(&lists.origins),
        how_heard: all(&lists.how_heard),
        payment_means: all(&lists.payment_means),
        contact_ways: all(&lists.contact_ways),
        companion_roles: CompanionRole::ALL.into_iter().map(Choice::of).collect(),
        purposes: purposes(&rules)?,
        titles: Title::ALL.into_iter().map(Choice::of).collect(),
        links: Link::MEMBERS.into_iter().map(Choice::of).collect(),
        shares: Share::ALL.into_iter().map(Choice::of).collect(),
        family_situations: all(&lists.family_situations),
        housing: all(&lists.housing),
        employment: all(&lists.employment),
        frequencies: Frequency::ALL.into_iter().map(|word| Choice::new(word.key(), word.per())).collect(),
        certainties: Certainty::ALL.into_iter().map(Choice::of).collect(),
        hopes: Hope::ALL.into_iter().map(Choice::of).collect(),
        budget_entries: grid
            .into_iter()
            .map(|(entry, usual)| BudgetEntry { usual, ..budget_entry(entry, lists) })
            .collect(),
        quote_choices: project::Choice::ALL.into_iter().map(Choice::of).collect(),
        aid_statuses: AidStatus::ALL.into_iter().map(Choice::of).collect(),
        insurance_requirements: InsuranceRequirement::ALL.into_iter().map(Choice::of).collect(),
        products: products(&rules),
        lenders: lenders(&rules),
        criteria: lists.criteria.iter().map(criterion).collect(),
        findings: Finding::ALL.into_iter().map(Choice::of).collect(),
        opinions: Opinion::ALL.into_iter().map(Choice::of).collect(),
        register_answers: RegisterAnswer::ALL.into_iter().map(Choice::of).collect(),
        interview_kinds: all(&lists.interview_kinds),
        decision_modes: decision_modes(&rules),
        feedback_agreements: FeedbackAgreement::ALL.into_iter().map(Choice::of).collect(),
        directions: Direction::ALL.into_iter().map(Choice::of).collect(),
        conditions_for: ConditionFor::ALL.into_iter().map(Choice::of).collect(),
        redirections: lists.redirections.iter().filter(|entry| !entry.retired).map(redirection).collect(),
        redirection_answers: RedirectionAnswer::ALL.into_iter().map(Choice::of).collect(),
        refusal_reasons: offered(&lists.refusal_reasons),
        notification_modes: all(&lists.notification_modes),
        domiciliation_kinds: all(&lists.domiciliation_kinds),
        support_levels: all(&lists.support_levels),
        providers: Provider::ALL.into_iter().map(Choice::of).collect(),
        follow_up_plans: lists.rhythms().map(follow_up_plan).collect(),
        documents: crate::attachments::documents(lists),
    })
}

/// Products in force, retired ones left out.
pub fn products(rules: &RulesAt<'_>) -> Vec<Choice> {
    by_label(rules.offered_products().map(|(key, product)| Choice::new(key.as_str(), product.label.as_str())))
}

/// Lenders with an agreement in force.
fn lenders(rules: &RulesAt<'_>) -> Vec<Choice> {
    let offered = rules.lenders().filter(|at| !at.lender.retired && at.agreement.is_some());
    by_label(offered.map(|at| Choice::new(at.key.as_str(), at.lender.name.as_str())))
}

fn by_label(choices: impl Iterator<Item = Choice>) -> Vec<Choice> {
    let mut choices: Vec<Choice> = choices.collect();
    choices.sort_by_key(|choice| words::folded(&choice.label));
    choices
}

fn criterion(criterion: &settings::Criterion) -> Criterion {
    Criterion {
        key: criterion.key.as_str().to_owned(),
        label: criterion.label.clone(),
        help: words::spaced(&criterion.help),
        questions: criterion.questions.iter().map(|question| words::spaced(question)).collect(),
    }
}

fn redirection(entry: &ListEntry) -> Redirection {
    Redirection {
        key: entry.key.as_str().to_owned(),
        label: entry.label.clone(),
        help: entry.help.as_deref().map(words::spaced),
        callback_days: entry.callback_days,
    }
}

fn follow_up_plan(plan: &settings::FollowUpPlan) -> FollowUpPlan {
    FollowUpPlan {
        key: plan.key.as_str().to_owned(),
        label: plan.label.clone(),
        level: plan.level.as_str().to_owned(),
        steps: plan.steps.iter().map(|step| words::spaced(&format!("{} : {}", step.label, step.purpose))).collect(),
    }
}

fn all(list: &[ListEntry]) -> Vec<Choice> {
    list.iter().map(Choice::of_entry).collect()
}

fn offered(list: &[ListEntry]) -> Vec<Choice> {
    list.iter().filter(|entry| !entry.retired).map(Choice::of_entry).collect()
}

/// Who may decide; a session is set aside where the office has none.
fn decision_modes(rules: &RulesAt<'_>) -> Vec<Choice> {
    let modes = rules.lists.decision_modes.iter();
    let aside = |entry: &ListEntry| !rules.uses.committee && SessionKind::of_mode(&entry.key).is_some();
    modes.map(|entry| Choice { retired: entry.retired || aside(entry), ..Choice::of_entry(entry) }).collect()
}

/// What a loan may finance; what pays debts off is set aside where the office does without.
fn purposes(rules: &RulesAt<'_>) -> Result<Vec<Choice>, Failure> {
    let lists = rules.lists;
    let aside = |group: Option<&settings::ListKey>| !rules.uses.debts && group.is_some_and(|key| key.as_str() == DEBTS);
    lists
        .purposes
        .iter()
        .map(|purpose| {
            let category = match &purpose.group {
                Some(key) => Some(entry(&lists.purpose_categories, key)?.label.clone()),
                None => None,
            };
            let choice = Choice::of_entry(purpose);
            let retired = choice.retired || aside(purpose.group.as_ref());
            Ok(Choice { group: category, retired, ..choice })
        })
        .collect()
}

fn budget_entry(entry: &settings::BudgetEntry, lists: &Lists) -> BudgetEntry {
    let group = lists.budget_groups.iter().find(|group| group.key == entry.group);
    BudgetEntry {
        key: entry.key.as_str().to_owned(),
        label: entry.label.clone(),
        also: entry.also.clone(),
        section: entry.section.key().to_owned(),
        section_label: Section::label(entry.section).to_owned(),
        group_label: group.map(|group| group.label.clone()).unwrap_or_default(),
        usual: entry.usual,
        usual_frequency: entry.usual_frequency.key().to_owned(),
        help: entry.help.as_deref().map(words::spaced),
        counted: entry.counts_in_reste_a_vivre,
    }
}
