//! What is to be read before a vote, in words: each says its two facts with their days, and which one is right.

use chrono::NaiveDate;
use domain::assessment::{RegisterAnswer, Registers};
use domain::budget::Standing;
use domain::dossier::Dossier;
use domain::eligibility::{Alert, CheckedLoan, LackingDocument};
use domain::money::Euros;
use domain::settings::{RulePeriod, Settings};
use domain::words::{Borrowers, addressed, capital, counted, lowered, month_of, numeric_date, round, spaced, the};

use super::contradictions::Disagreements;
use app::failure::Failure;

/// More documents than this are counted.
const FEW: usize = 3;

/// An alert in words: the fact, then what stands beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AlertWords {
    /// The fact.
    pub fact: String,
    /// What stands beside it; may be empty.
    pub beside: String,
}

/// What is to be read before a vote on a dossier, by its loan and the day the answer is asked for.
pub fn alerts(
    dossier: &Dossier,
    settings: &Settings,
    loan: &CheckedLoan,
    answer_by: Option<NaiveDate>,
    disagreements: &Disagreements<'_>,
) -> Result<Vec<AlertWords>, Failure> {
    let found = dossier.alerts(settings, loan, answer_by, &disagreements.found)?;
    Ok(found.iter().flat_map(|alert| worded(alert, dossier, settings, disagreements)).collect())
}

fn worded(
    alert: &Alert<'_>,
    dossier: &Dossier,
    settings: &Settings,
    disagreements: &Disagreements<'_>,
) -> Vec<AlertWords> {
    let borrowers = dossier.borrowers();
    let named = |place: usize| borrowers.people().get(place).map(addressed).unwrap_or_default();
    match alert {
        Alert::Listed { borrower, registers, said_met } => {
            let person = borrowers.people().get(*borrower).cloned().into_iter().collect();
            listed(&Borrowers::new(person), registers, *said_met)
        }
        Alert::Unauthorised => {
            vec![one("Surendettement : l’autorisation écrite de la commission n’est pas au dossier.", "")]
        }
        Alert::NotChecked { borrower, declared: true } => {
            vec![one(
                &format!("Fichiers de {} : déclaré, non vérifié.", named(*borrower)),
                "Aucun relevé daté n’est noté.",
            )]
        }
        Alert::NotChecked { borrower, declared: false } => {
            vec![one(&format!("Fichiers de {} : à vérifier.", named(*borrower)), "")]
        }
        Alert::Below { standing, said_met } => vec![below(standing, *said_met)],
        Alert::LowMonth(month) => {
            let fact = format!(
                "En {}, le reste à vivre descend à {} par personne.",
                month_of(month.month.first_day()),
                month.reste_a_vivre
            );
            let ended = lowered(&month.ended.join(", "));
            let ended = if ended.is_empty() { ended } else { format!("Ce mois-là se termine : {ended}.") };
            vec![one(&fact, &ended)]
        }
        Alert::Above(standing) => vec![one(
            "L’évaluation dit le reste à vivre « non rempli »,",
            &format!("et il est au-dessus du repère de {} : le calcul fait foi.", round(standing.threshold)),
        )],
        Alert::IncomeEnds(words) => vec![one("Une ressource finit avant le prêt :", &format!("{}.", lowered(words)))],
        Alert::QuoteEnds { label, on } => {
            let what = if label.is_empty() { String::new() } else { format!(" ({})", lowered(label)) };
            let fact = format!("Le devis retenu{what} expire le {},", numeric_date(*on));
            vec![one(&fact, "avant la réponse demandée.")]
        }
        Alert::Documents(lacking) => vec![documents(lacking)],
        Alert::Refused { lender, on } => {
            let name = settings.lenders.get(lender).map(|file| file.lender.name.to_string()).unwrap_or_default();
            let name = if name.is_empty() { "Une banque".to_owned() } else { capital(&the(&name)) };
            vec![one(&format!("{name} a refusé ce dossier le {}.", numeric_date(*on)), "Voir « Déjà présenté ».")]
        }
        Alert::BudgetOlder { established_on, document, issued_on } => vec![one(
            &format!("Le budget est du {},", numeric_date(*established_on)),
            &format!("une preuve est plus récente : {}, du {}.", lowered(document), numeric_date(*issued_on)),
        )],
        Alert::Contradiction(contradiction) => vec![one("À concilier :", &disagreements.sentence(contradiction))],
    }
}

fn one(fact: &str, beside: &str) -> AlertWords {
    AlertWords { fact: spaced(fact), beside: spaced(beside) }
}

/// What the registers say of one borrower, in one alert.
fn listed(person: &Borrowers, registers: &Registers, said_met: bool) -> Vec<AlertWords> {
    let name = person.addressed();
    let ending = person.ending();
    let is = |answer| answer == RegisterAnswer::Yes;
    let files: Vec<&str> = [("FICP", registers.ficp), ("FCC", registers.fcc)]
        .into_iter()
        .filter(|(_, answer)| is(*answer))
        .map(|(file, _)| file)
        .collect();
    let mut said = Vec::new();
    if !files.is_empty() {
        said.push(format!("{} : {name} est inscrit{ending}.", files.join(" et ")));
    }
    if is(registers.over_indebtedness) {
        said.push(format!("Surendettement : procédure en cours pour {}.", name.trim_end_matches('.')));
    }
    let seen = registers.checked_on.map(|day| format!("Vérifié le {}. ", numeric_date(day))).unwrap_or_default();
    let against = if said_met { "L’évaluation dit « rempli » : le fichier fait foi." } else { "" };
    vec![one(&said.join(" "), format!("{seen}{against}").trim_end())]
}

fn below(standing: &Standing, said_met: bool) -> AlertWords {
    let per = match standing.period {
        RulePeriod::Month => "",
        RulePeriod::Day => " par jour",
    };
    let under = Euros::ZERO.minus(standing.apart).unwrap_or(standing.apart);
    let fact = format!("Reste à vivre sous le repère de {under} par personne{per} :");
    let against = if said_met { " L’évaluation dit « rempli » : le calcul fait foi." } else { "" };
    one(&fact, &format!("{} pour {} demandés.{against}", standing.judged, round(standing.threshold)))
}

fn documents(lacking: &[LackingDocument]) -> AlertWords {
    let named = |document: &LackingDocument| {
        let old = if document.outdated { " (date dépassée)" } else { "" };
        format!("{}{old}", lowered(&document.label))
    };
    let which = match lacking.len() {
        0..=FEW => lacking.iter().map(named).collect::<Vec<_>>().join(" ; "),
        count => {
            let first: Vec<String> = lacking.iter().take(FEW.saturating_sub(1)).map(named).collect();
            let more = counted(count.saturating_sub(first.len()), "autre", "autres");
            format!("{} et {more}, dites avec les pièces", first.join(" ; "))
        }
    };
    let fact = if lacking.len() == 1 { "Une pièce exigée manque :" } else { "Des pièces exigées manquent :" };
    one(fact, &format!("{which}."))
}
