//! Invented projects: a story, quotes, aids and an own share that leave exactly the loan to find.

use chrono::{Days, NaiveDate};
use domain::line::Line;
use domain::money::Euros;
use domain::project::{Aid, AidId, AidStatus, Choice, Project, Quote, QuoteId};
use domain::text::Text;

use super::chance::Chance;
use super::plan::Plan;
use super::stock::{Effect, Words};
use super::wording::{Voice, line};

/// The project once only its story is known.
pub(super) fn told(plan: &Plan<'_>, voice: &Voice, chance: &mut Chance) -> Project {
    Project {
        story: voice.text(chance.word(&plan.project.stories)),
        wanted_for: line(&plan.project.wanted),
        ..Project::default()
    }
}

/// How and when quotes and aids are looked at.
pub(super) struct Look<'l> {
    pub(super) words: &'l Words,
    pub(super) voice: &'l Voice,
    /// The day.
    pub(super) on: NaiveDate,
    /// The day of the demonstration.
    pub(super) today: NaiveDate,
}

impl Look<'_> {
    /// Whether an answer may still be awaited.
    fn is_recent(&self) -> bool {
        self.today.signed_duration_since(self.on).num_days() < 20
    }
}

/// The project with its quotes, its aids and its own share.
pub(super) fn financed(plan: &Plan<'_>, look: &Look<'_>, chance: &mut Chance) -> Project {
    let mut project = told(plan, look.voice, chance);
    project.payment_means = line(&plan.project.means);
    project.debt_effect = Text::read(&plan.project.debt_effect).unwrap_or_default();
    project.aids = plan.project.aids.iter().map(|aid| aid_of(aid, look, chance)).collect();
    if chance.happens(48) {
        project.own_share = Some(chance.amount([5_000, 35_000], 1_000));
        project.own_share_note = line(chance.word(&look.words.own_share));
    }
    if plan.project.effect == Effect::Debts {
        // The loan pays the debts of the budget whole: nothing else does.
        (project.own_share, project.own_share_note) = (None, line(""));
        for aid in project.aids.iter_mut().filter(|aid| aid.status == AidStatus::Obtained) {
            (aid.status, aid.amount, aid.reason) = (AidStatus::NotApplicable, None, line("conditions non remplies"));
        }
    }
    let parts = [plan.amount, project.own_share.unwrap_or(Euros::ZERO)];
    let obtained = project.aids.iter().filter(|aid| aid.status == AidStatus::Obtained).filter_map(|aid| aid.amount);
    let cost = Euros::sum(parts.into_iter().chain(obtained)).unwrap_or(plan.amount);
    project.quotes = quotes(plan, look, cost, chance);
    project
}

fn aid_of([provider, label]: &[String; 2], look: &Look<'_>, chance: &mut Chance) -> Aid {
    let on = look.on;
    let days = u64::from(chance.between(2, 9));
    let asked_on = on.checked_sub_days(Days::new(days));
    let statuses = [
        (AidStatus::Obtained, 26),
        (AidStatus::Refused, 42),
        (AidStatus::NotApplicable, 22),
        (AidStatus::Asked, if look.is_recent() { 10 } else { 0 }),
    ];
    let status = chance.weighed(&statuses, |(_, weight)| *weight).map_or(AidStatus::ToAsk, |(status, _)| *status);
    let aid = Aid {
        id: AidId(0),
        provider: line(provider),
        label: line(label),
        status,
        asked_on,
        answered_on: Some(on),
        amount: None,
        reason: Line::default(),
    };
    match status {
        AidStatus::Obtained => Aid { amount: Some(chance.amount([10_000, 40_000], 5_000)), ..aid },
        AidStatus::Refused => Aid { reason: look.voice.line(chance.word(&look.words.aid_refused)), ..aid },
        AidStatus::Asked | AidStatus::ToAsk => {
            Aid { answered_on: None, amount: Some(chance.amount([10_000, 30_000], 5_000)), ..aid }
        }
        AidStatus::NotApplicable => {
            Aid { asked_on: None, answered_on: None, reason: line("conditions non remplies"), ..aid }
        }
    }
}

/// What is bought, what comes with it, and the quote that was put aside.
fn quotes(plan: &Plan<'_>, look: &Look<'_>, cost: Euros, chance: &mut Chance) -> Vec<Quote> {
    let seller = chance.word(&plan.project.sellers).to_owned();
    let mut kept = quote(chance.word(&plan.project.quotes), &seller, cost, look.on);
    let mut quotes = Vec::new();
    if chance.happens(50) {
        let extra = cost.part(chance.between(7, 13), 100).ok().flatten().and_then(to_ten_euros);
        if let Some(extra) = extra.filter(|extra| !extra.is_zero()) {
            kept.amount = cost.minus(extra).unwrap_or(cost);
            quotes.push(quote(chance.word(&plan.project.extras), &seller, extra, look.on));
        }
    }
    quotes.insert(0, kept);
    if chance.happens(62) {
        let dearer = cost.part(chance.between(104, 126), 100).ok().flatten().and_then(to_ten_euros).unwrap_or(cost);
        let other = chance.word(&plan.project.sellers).to_owned();
        let aside = quote(chance.word(&plan.project.quotes), &other, dearer, look.on);
        quotes.push(Quote { choice: Choice::PutAside, reason: line(chance.word(&look.words.put_aside)), ..aside });
    }
    quotes
}

fn to_ten_euros(amount: Euros) -> Option<Euros> {
    let cents = amount.cents();
    Euros::from_cents(cents.saturating_sub(cents.checked_rem(1_000)?)).ok()
}

fn quote(label: &str, seller: &str, amount: Euros, on: NaiveDate) -> Quote {
    Quote {
        id: QuoteId(0),
        label: line(label),
        seller: line(seller),
        dated_on: Some(on),
        valid_until: on.checked_add_days(Days::new(120)),
        amount,
        choice: Choice::Kept,
        reason: Line::default(),
    }
}
