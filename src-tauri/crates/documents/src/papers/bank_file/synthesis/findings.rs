//! The middle of the first sheet: the criteria, the registers, the statements, what could happen.

use domain::assessment::{Finding, RegisterAnswer, Registers};
use domain::budget::StatementReview;
use domain::project::AidStatus;
use domain::settings::BankFilePart;
use domain::words::{Labelled, addressed, capital, counted, lowered, numeric_date, spaced};

use super::{Page, UNDER_HEADING};
use crate::page::{Align, Length, Measure, Row, Shape, Span, Strip, Table, Tags, Verdict, below};
use crate::papers::bank_file::CriterionFound;
use crate::papers::bank_file::transmission::situations;
use crate::papers::wording::{in_letters, plain, strong};

const REGISTERS: [(i64, Align, &str); 3] =
    [(42, Align::Left, "Fichier ou procédure"), (33, Align::Left, "Situation"), (25, Align::Right, "Vérifié le")];
const OF_TWO: [(i64, Align, &str); 2] = [(39, Align::Left, "Personne"), (61, Align::Left, "Situation, vérifiée le")];
const RISKS: [(i64, Align, &str); 2] =
    [(34, Align::Left, "Ce qui pourrait arriver"), (66, Align::Left, "Ce qui est prévu")];
const IN_A_ROW: usize = 7;
/// The longest reserve told whole, in characters.
const RESERVE: usize = 240;
/// More risks than this are told in their part.
const RISKS_TOLD: usize = 4;
/// The months of statements that are read.
const MONTHS: i32 = 3;
/// The criteria as the sheet calls them, by their key.
const SHORT: [(&str, &str); 7] = [
    ("ordinary_credit_exclusion", "Accès au crédit"),
    ("target_public", "Public"),
    ("income_and_reste_a_vivre", "Reste à vivre"),
    ("banque_de_france_situation", "Fichiers"),
    ("purpose_and_situation", "Objet"),
    ("project_viability", "Viabilité"),
    ("complementarity", "Aides"),
];

impl Page<'_, '_> {
    pub(super) fn criteria(&mut self) -> Vec<Strip> {
        let found = &self.file.criteria;
        if found.is_empty() {
            let mut strips = self.section("Les critères", Measure::WHOLE);
            strips.extend(self.small("Les critères ne sont pas encore évalués.", Measure::WHOLE));
            return strips;
        }
        let title = format!("Les {} critères", in_letters(found.len()));
        let mut strips = self.section(&title, Measure::WHOLE);
        let verdicts: Vec<Verdict> = found.iter().map(|found| self.verdict(found)).collect();
        let in_a_row = found.len().clamp(1, IN_A_ROW);
        let set = self.setter.verdicts(Tags::DOCUMENT, &verdicts, in_a_row, Measure::WHOLE);
        strips.extend(below(UNDER_HEADING, set));
        let mut spans = self.law();
        spans.extend(self.reserves());
        strips.extend(self.say(&spans, Measure::WHOLE));
        strips
    }

    fn verdict(&self, found: &CriterionFound) -> Verdict {
        let key = found.key.as_str();
        let name = SHORT.iter().find(|(own, _)| *own == key).map_or(found.label.as_str(), |(_, short)| short);
        let label = lowered(found.finding.label());
        let sign = match found.finding {
            Finding::Favourable => Some(Shape::Tick),
            Finding::ToDiscuss => Some(Shape::Warning),
            Finding::Unfavourable => Some(Shape::Cross),
            Finding::NotApplicable | Finding::NotAssessed => None,
        };
        let fact = self.fact(key).unwrap_or_else(|| label.clone());
        Verdict { sign: sign.map(|sign| (sign, label)), name: spaced(name), fact: spaced(&fact) }
    }

    /// What the dossier says of a criterion by itself.
    fn fact(&self, key: &str) -> Option<String> {
        let file = self.file;
        match key {
            "income_and_reste_a_vivre" => {
                let apart = file.budget.as_ref()?.stress.as_ref()?.benchmark?.apart;
                Some(if apart.is_negative() { apart.to_string() } else { format!("{apart} de marge") })
            }
            "banque_de_france_situation" => {
                let answers: Vec<RegisterAnswer> = file.registers().flat_map(|(_, known)| known.answers()).collect();
                Some(if answers.contains(&RegisterAnswer::Yes) {
                    "une inscription".to_owned()
                } else if answers.contains(&RegisterAnswer::ToSee) {
                    "à vérifier".to_owned()
                } else {
                    "aucun".to_owned()
                })
            }
            "complementarity" => {
                let of = |status| file.project.aids.iter().filter(|aid| aid.status == status).count();
                match (of(AidStatus::Obtained), of(AidStatus::Refused)) {
                    (0, 0) => None,
                    (0, refused) => Some(counted(refused, "refusée", "refusées")),
                    (obtained, _) => Some(counted(obtained, "obtenue", "obtenues")),
                }
            }
            _ => None,
        }
    }

    /// That the register alone never grounds a refusal, where someone is listed and the loan is guaranteed.
    fn law(&self) -> Vec<Span> {
        let listed = self.file.registers().any(|(_, known)| known.ficp == RegisterAnswer::Yes);
        if !listed || self.file.conditions.guarantor.is_none() {
            return Vec::new();
        }
        vec![
            strong("Le FICP ne peut pas, à lui seul, motiver un refus"),
            plain(" (loi n°\u{a0}2005-32, art.\u{a0}80). "),
        ]
    }

    /// What is to be watched, criterion by criterion, then the reservation of the opinion.
    fn reserves(&self) -> Vec<Span> {
        let file = self.file;
        let watched = file.criteria.iter().filter(|found| {
            matches!(found.finding, Finding::ToDiscuss | Finding::Unfavourable) && !found.ground.is_empty()
        });
        let told = watched.map(|found| (found.label.as_str(), found.ground.as_str()));
        let reservation = Some(("Réserve", file.assessment.reservation.as_str())).filter(|(_, text)| !text.is_empty());
        let mut spans = Vec::new();
        for (name, text) in told.chain(reservation) {
            let text = self.excerpt(text, RESERVE, BankFilePart::Assessment);
            let end = if text.ends_with(['.', ')', '!', '?']) { "" } else { "." };
            spans.push(strong(format!("{name} : ")));
            spans.push(plain(format!("{text}{end} ")));
        }
        spans
    }

    pub(super) fn registers(&mut self, measure: Measure) -> Vec<Strip> {
        let mut strips = below(Length::ZERO, self.section("Fichiers de la Banque de France", measure));
        let file = self.file;
        let table = match &file.co_applicant {
            None => {
                let known = &file.assessment.registers;
                let rows = situations(known).into_iter().zip(known.answers());
                let rows = rows.map(|((register, situation), answer)| {
                    Row::Line(vec![register.to_owned(), situation.to_owned(), checked(known, answer)])
                });
                Table::of(self.density(), &REGISTERS, rows.collect())
            }
            Some(_) => {
                let each = file.borrowers().zip([&file.assessment.registers, &file.assessment.co_registers]);
                let rows = each.map(|(one, known)| {
                    let said = ["FICP", "FCC", "surendettement"].into_iter().zip(known.answers());
                    let said: Vec<String> =
                        said.map(|(short, answer)| format!("{short} : {}", lowered(answer.label()))).collect();
                    let answers = known.answers();
                    let seen = answers.into_iter().find(|answer| *answer != RegisterAnswer::ToSee);
                    let day = seen.map(|answer| format!(" · {}", checked(known, answer))).unwrap_or_default();
                    Row::Line(vec![spaced(&addressed(&one.person)), spaced(&format!("{}{day}", said.join(", ")))])
                });
                Table::of(self.density(), &OF_TWO, rows.collect())
            }
        };
        strips.extend(below(UNDER_HEADING, self.setter.table(Tags::DOCUMENT, &table, measure)));
        strips
    }

    pub(super) fn statements(&mut self, measure: Measure) -> Vec<Strip> {
        let reviews = self.file.budget.as_ref().map(|budget| budget.beside.statements.as_slice()).unwrap_or_default();
        let title = statements_title(reviews);
        let mut strips = below(Length::ZERO, self.section(&title, measure));
        if reviews.is_empty() {
            strips.extend(self.small("Aucun relevé n’est noté au dossier.", measure));
            return strips;
        }
        let most = if self.grid.short { 1 } else { 3 };
        let mut spans = Vec::new();
        for review in reviews.iter().take(most) {
            let incidents = format!(
                "{}, {}",
                of(review.days_overdrawn, "jour à découvert", "jours à découvert"),
                of(review.rejected, "rejet", "rejets")
            );
            spans.push(strong(format!("{} : {incidents}. ", capital(review.account.as_str()))));
            let amount = |what: &str, amount: Option<domain::money::Euros>| {
                let told = amount.map_or_else(|| "non noté".to_owned(), |amount| amount.to_string());
                format!("{what} {told}")
            };
            let mut said =
                vec![amount("Solde le plus bas", review.lowest), amount("découvert autorisé", review.overdraft)];
            said.push(amount("frais", review.fees));
            said.extend(review.savings.map(|saved| format!("épargne {saved}")));
            spans.push(plain(format!("{}. ", said.join(", "))));
        }
        if reviews.len() > most {
            spans.push(plain(format!("Suite {}.", self.at(BankFilePart::Budget))));
        }
        strips.extend(self.say(&spans, measure));
        strips
    }

    pub(super) fn risks(&mut self) -> Vec<Strip> {
        let points = &self.file.assessment.watch_points;
        if points.is_empty() {
            return Vec::new();
        }
        let most = if self.grid.short { 2 } else { RISKS_TOLD };
        let told = points.iter().take(most);
        let mut rows: Vec<Row> = told
            .map(|point| {
                let answer = self.excerpt(point.answer.as_str(), RESERVE, BankFilePart::Assessment);
                Row::Line(vec![spaced(point.risk.as_str()), spaced(&answer)])
            })
            .collect();
        let more = points.len().saturating_sub(most);
        if more > 0 {
            let more = counted(more, "autre risque", "autres risques");
            rows.push(Row::Line(vec![more, format!("suite {}", self.at(BankFilePart::Assessment))]));
        }
        let table = Table::of(self.density(), &RISKS, rows);
        below(Length::mm(140), self.setter.table(Tags::DOCUMENT, &table, Measure::WHOLE))
    }
}

/// The day a register was seen, or that it was only declared, or that nobody looked.
fn checked(known: &Registers, answer: RegisterAnswer) -> String {
    match (answer, known.checked_on) {
        (RegisterAnswer::ToSee, _) => "–".to_owned(),
        (_, Some(day)) => numeric_date(day),
        (_, None) => "déclaré, non vérifié".to_owned(),
    }
}

/// `0 jour à découvert`, or that it was not noted.
fn of(count: Option<u32>, one: &str, many: &str) -> String {
    count.map_or_else(|| format!("{many} : non noté"), |count| counted(count, one, many))
}

/// `Relevés de compte, 08/2026 à 10/2026`, and how many months of three they are.
fn statements_title(reviews: &[StatementReview]) -> String {
    use chrono::Datelike;
    let first = reviews.iter().filter_map(|review| review.from.or(review.to)).min();
    let last = reviews.iter().filter_map(|review| review.to.or(review.from)).max();
    let Some((first, last)) = first.zip(last) else { return "Relevés de compte".to_owned() };
    let index = |month: domain::calendar::YearMonth| {
        let day = month.first_day();
        day.year().saturating_mul(12).saturating_add_unsigned(day.month())
    };
    let months = index(last).saturating_sub(index(first)).saturating_add(1);
    let over = if months >= MONTHS { String::new() } else { format!(", {months} mois sur {MONTHS}") };
    if first == last { format!("Relevés de {first}{over}") } else { format!("Relevés de {first} à {last}{over}") }
}
