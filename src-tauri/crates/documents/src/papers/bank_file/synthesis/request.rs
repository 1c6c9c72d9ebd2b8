//! The left of the first sheet: who asks, what for, who pays, what was presented before.

use domain::household::Link;
use domain::money::Euros;
use domain::project::{Aid, AidStatus, Choice};
use domain::settings::BankFilePart;
use domain::words::{
    HARD_SPACE, Labelled, addressed, age, capital, household_sentence, lowered, numeric_date, round, since, spaced,
};

use super::{AtTable, Page};
use crate::PaperError;
use crate::page::{Ground, Length, Measure, Part, Span, Stack, Stacks, Strip, Tags, WHOLE, below};
use crate::papers::bank_file::BankFileBorrower;
use crate::papers::bank_file::loan::day_of_month;
use crate::papers::loan_terms::fee_in_words;
use crate::papers::wording::{plain, strong};

/// The longest sentence the adviser writes for the bank, in characters.
pub(in crate::papers::bank_file) const FREE: usize = 200;
/// The longest ground told whole.
const GROUND: usize = 190;
/// The longest name of a quote told whole.
const QUOTE: usize = 80;
/// The longest story told whole.
const STORY: usize = 330;

impl Page<'_, '_> {
    pub(super) fn request(&mut self, measure: Measure) -> Result<Vec<Strip>, PaperError> {
        let mut strips = below(Length::ZERO, self.people(measure));
        strips.extend(self.project(measure));
        strips.extend(self.plan(measure)?);
        Ok(strips)
    }

    fn people(&mut self, measure: Measure) -> Vec<Strip> {
        let file = self.file;
        if let Some(table) = self.table {
            return self.situation(table, measure);
        }
        let alone = file.co_applicant.is_none();
        let mut strips = self.section(if alone { "La personne" } else { "Les deux personnes" }, measure);
        let day = file.sent_on.unwrap_or(file.printed_on);
        let mut spans: Vec<Span> = Vec::new();
        if alone {
            let household = household_sentence(&file.applicant.person, &file.household, day);
            spans.push(strong(format!("{household} ")));
            spans.push(plain(ended(&situation(&file.applicant, self.grid.short))));
        } else {
            for one in file.borrowers() {
                let born = one.person.born_on.map(|born| format!(", {}", age(born, day))).unwrap_or_default();
                spans.push(strong(format!("{}{born}", addressed(&one.person))));
                let said = situation(one, self.grid.short);
                spans.push(plain(if said.is_empty() {
                    ". ".to_owned()
                } else {
                    format!(" : {}. ", said.trim_end_matches('.'))
                }));
            }
            let rest =
                if self.grid.short { format!(" (suite {})", self.at(BankFilePart::Identity)) } else { String::new() };
            spans.push(plain(format!("{}{rest}", self.children(day))));
        }
        strips.extend(self.say(&spans, measure));
        strips.extend(self.summed_up(measure));
        strips
    }

    /// Who asks, as the members of a session read it.
    fn situation(&mut self, table: &AtTable, measure: Measure) -> Vec<Strip> {
        let mut strips = self.section("La situation", measure);
        for (place, sentence) in table.situation.iter().enumerate() {
            let said = if place == 0 { strong(sentence) } else { plain(sentence) };
            strips.extend(self.say(&[said], measure));
        }
        strips.extend(self.summed_up(measure));
        strips
    }

    /// The sentence of the adviser, and why no ordinary credit.
    fn summed_up(&mut self, measure: Measure) -> Vec<Strip> {
        let file = self.file;
        let mut strips = Vec::new();
        if file.assessment.summary.as_str().chars().count() <= FREE {
            let text = file.assessment.summary.as_str();
            strips.extend(self.say(&[plain(text)], measure));
        }
        let ground = file.criteria.iter().find(|found| found.key.as_str() == "ordinary_credit_exclusion");
        if let Some(ground) = ground.filter(|found| !found.ground.is_empty()) {
            let told = self.excerpt(ground.ground.as_str(), GROUND, BankFilePart::Assessment);
            strips.extend(self.say(&[strong("Pourquoi pas un crédit ordinaire : "), plain(lowered(&told))], measure));
        }
        strips
    }

    /// `Deux enfants de 9 et 6 ans.`, with who else lives there.
    fn children(&self, day: chrono::NaiveDate) -> String {
        let of = |link: Link| self.file.household.members().iter().filter(move |member| member.link == link);
        let children: Vec<_> = of(Link::Child).chain(of(Link::ChildShared)).collect();
        let ages: Vec<String> = children.iter().filter_map(|child| child.born_on).map(|born| age(born, day)).collect();
        match children.len() {
            0 => String::new(),
            count => {
                let named = capital(&crate::papers::wording::in_letters(count));
                let noun = if count == 1 { "enfant" } else { "enfants" };
                let known = ages.len() == count;
                let ages = if known { format!(" ({})", ages.join(", ")) } else { String::new() };
                format!("{named}{HARD_SPACE}{noun}{ages}.")
            }
        }
    }

    fn project(&mut self, measure: Measure) -> Vec<Strip> {
        let project = &self.file.project;
        let mut strips = self.section("Le projet", measure);
        let wanted =
            if project.wanted_for.is_empty() { String::new() } else { format!(", pour {}", project.wanted_for) };
        let purpose = capital(&lowered(&self.file.purpose));
        let object = if purpose.is_empty() { String::new() } else { format!("{purpose}{wanted}. ") };
        let story = self.excerpt(project.story.as_str(), STORY, BankFilePart::Project);
        if object.is_empty() && story.is_empty() {
            strips.extend(self.small("Le projet n’est pas encore décrit.", measure));
        }
        strips.extend(self.say(&[strong(object), plain(story)], measure));
        let kept: Vec<_> = project.quotes.iter().filter(|quote| quote.choice == Choice::Kept).collect();
        let most = if self.grid.short { 1 } else { 2 };
        let mut told: Vec<String> = kept
            .iter()
            .take(most)
            .map(|quote| {
                let label = lowered(quote.label.as_str());
                let seller = if self.grid.short { "" } else { quote.seller.as_str() };
                let named = [label.as_str(), seller].into_iter().filter(|part| !part.is_empty());
                let until = quote.valid_until.map(|day| {
                    let word = if day < self.file.told_on().0 { "expiré depuis le" } else { "valable jusqu’au" };
                    format!(", {word} {}", numeric_date(day))
                });
                let named = self.excerpt(&named.collect::<Vec<_>>().join(", "), QUOTE, BankFilePart::Project);
                format!("{named}, {}{}", round(quote.amount), until.unwrap_or_default())
            })
            .collect();
        if kept.len() > most {
            told.push(format!("suite {}", self.at(BankFilePart::Project)));
        }
        if !told.is_empty() {
            let what = if kept.len() == 1 { "Devis retenu : " } else { "Devis retenus : " };
            strips.extend(self.say(&[strong(what), plain(format!("{}.", told.join(" ; ")))], measure));
        }
        strips
    }

    /// Who pays the project, as a bar, then what comes with the loan.
    fn plan(&mut self, measure: Measure) -> Result<Vec<Strip>, PaperError> {
        let file = self.file;
        let plan = file.project.financing()?;
        let lent = file.amount.unwrap_or(Euros::ZERO);
        let aids = file.project.aids.iter().filter(|aid| aid.status == AidStatus::Obtained);
        let aid = |aid: &Aid| (aid.provider.to_string(), aid.amount.unwrap_or(Euros::ZERO));
        let mut parts = vec![("microcrédit".to_owned(), lent, Ground::Full)];
        parts.extend(aids.map(aid).map(|(who, amount)| (format!("{who}, accordé"), amount, Ground::Grey)));
        parts.push(("apport".to_owned(), plan.own_share, Ground::Light));
        let paid = Euros::sum(parts.iter().map(|(_, amount, _)| *amount))?;
        let lacks = plan.cost.minus(paid)?;
        if !plan.cost.is_zero() && lacks > Euros::ZERO {
            parts.push(("à trouver".to_owned(), lacks, Ground::Hatched));
        }
        parts.retain(|(_, amount, _)| !amount.is_zero());
        let whole = Euros::sum(parts.iter().map(|(_, amount, _)| *amount))?;
        let mut strips = Vec::new();
        if !plan.cost.is_zero() && !parts.is_empty() {
            strips.extend(self.section(&format!("Qui paie les {}", round(plan.cost)), measure));
            let bar = Stack {
                label: String::new(),
                parts: parts
                    .iter()
                    .map(|(_, amount, ground)| Part {
                        value: amount_alone(*amount),
                        share: share_of(*amount, whole),
                        ground: *ground,
                    })
                    .collect(),
            };
            let named = |(what, amount, _): &(String, Euros, Ground)| format!("{what} {}", round(*amount));
            let words: Vec<String> = parts.iter().map(named).collect();
            let words = spaced(&format!("Qui paie les {} : {}.", round(plan.cost), words.join(" ; ")));
            let legend: Vec<(Ground, String)> = parts
                .iter()
                .map(|(what, amount, ground)| (*ground, format!("{what} {}", amount_alone(*amount))))
                .collect();
            let stacks = Stacks { words, bars: &[bar], legend: &legend, benchmark: None };
            let mut set = self.setter.stacks(Tags::DOCUMENT, &stacks, measure);
            set.gap = super::UNDER_HEADING;
            strips.push(set);
        }
        let conditions = self.conditions();
        strips.extend(self.say(&conditions, measure));
        Ok(strips)
    }

    /// The guarantee, the fees, how it is paid and debited, the aids that were refused.
    fn conditions(&self) -> Vec<Span> {
        let file = self.file;
        let guarantee = file.conditions.guarantor.map(|guarantor| {
            let share = file.conditions.guarantee_percent.map(|share| format!(", {share} %")).unwrap_or_default();
            format!("{}{share}", guarantor.label())
        });
        let mut said = Vec::new();
        if let Some(loan) = &file.loan {
            said.push(format!("Frais de dossier : {}", fee_in_words(&loan.schedule.terms)));
        }
        let means = file.project.payment_means.as_str();
        if self.grid.short {
            said.push(format!("Suite {}", self.at(BankFilePart::Project)));
        } else if !means.is_empty() {
            said.push(format!("Versement : {means}"));
        }
        let day = day_of_month(file).filter(|_| !self.grid.short);
        said.extend(day.map(|day| format!("Prélèvement le {day} du mois")));
        let refused = file.project.aids.iter().filter(|aid| aid.status == AidStatus::Refused);
        let refused: Vec<String> = refused
            .map(|aid| {
                let why = if aid.reason.is_empty() { String::new() } else { format!(" ({})", aid.reason) };
                format!("{}{why}", aid.provider)
            })
            .collect();
        if !refused.is_empty() && !self.grid.short {
            said.push(format!("Aide refusée : {}", refused.join(", ")));
        }
        let rest = if said.is_empty() { String::new() } else { format!("{}.", said.join(". ")) };
        match guarantee {
            Some(guarantee) => vec![strong("Garantie : "), plain(format!("{guarantee}. {rest}"))],
            None => vec![plain(rest)],
        }
    }

    /// Each refusal with its reason, and what changed since then.
    pub(super) fn earlier(&mut self, measure: Measure) -> Vec<Strip> {
        let earlier = &self.file.earlier;
        if earlier.is_empty() {
            return Vec::new();
        }
        let mut strips = self.section("Déjà présenté : ce qui a changé depuis", measure);
        for one in earlier {
            let reasons =
                if one.reasons.is_empty() { String::new() } else { format!(" : « {} »", one.reasons.to_lowercase()) };
            let changed = match one.changed.as_deref() {
                None => String::new(),
                Some([]) => " Rien n’a changé depuis.".to_owned(),
                Some(changed) => format!(" Depuis : {}.", changed.join(", ")),
            };
            let told = one.sentence.trim_end_matches('.');
            strips.extend(self.say(&[strong(format!("{told}{reasons}.")), plain(changed)], measure));
        }
        strips
    }
}

/// What is known of the work and the home of a borrower.
fn situation(borrower: &BankFileBorrower, short: bool) -> String {
    let person = &borrower.person;
    let said = |text: &str| Some(lowered(text)).filter(|text| !text.is_empty());
    let employer = Some(person.employer.to_string()).filter(|name| !name.is_empty() && !short);
    let all = [
        said(&borrower.family_situation),
        said(person.occupation.as_str()),
        // The contract says more than the situation of the list.
        said(if person.contract.is_empty() { &borrower.employment } else { person.contract.as_str() }),
        employer.map(|name| format!("employeur : {name}")),
        said(&borrower.housing),
        Some(since(person.housing_since.as_str())).filter(|text| !text.is_empty() && !short),
    ];
    all.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// A sentence that begins with a capital and ends with a point; nothing of nothing.
fn ended(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{}. ", capital(text.trim_end_matches('.'))) }
}

/// `2 400`, with cents only when there are some.
pub(super) fn amount_alone(amount: Euros) -> String {
    let bare = amount.bare();
    bare.strip_suffix(",00").unwrap_or(&bare).to_owned()
}

/// The part an amount is of a whole, in ten thousandths.
pub(super) fn share_of(amount: Euros, whole: Euros) -> i64 {
    amount.cents().max(0).saturating_mul(WHOLE).checked_div(whole.cents()).unwrap_or_default()
}
