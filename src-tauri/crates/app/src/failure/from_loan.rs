//! Refusals of a loan: its terms, its rate, its TAEG.

use domain::dossier::LoanRefused;
use domain::loan::{RateUnread, TaegRefused, TermsRefused};
use domain::simulation::SimulationLack;
use domain::words;

use super::Failure;

impl From<TermsRefused> for Failure {
    fn from(refused: TermsRefused) -> Self {
        match refused {
            TermsRefused::NoAmount => Self::refused("Un prêt commence à un centime : le montant est nul.").at("amount"),
            TermsRefused::NoMonths => Self::refused("Un prêt a au moins une mensualité.").at("months"),
            TermsRefused::TooManyMonths { limit } => {
                Self::refused(&format!("Étrier calcule jusqu’à {limit} mensualités.")).at("months")
            }
            TermsRefused::InterestOnlyTooLong { months } => {
                let all = words::counted(months, "mensualité", "mensualités");
                Self::refused(&format!("Sur {all}, il en faut au moins une qui rembourse le capital."))
                    .remedy("Réduisez les mois d’intérêts seuls ou allongez la durée.")
                    .at("interest_only")
            }
            TermsRefused::DeferredTooLong { months } => {
                let all = words::counted(months, "mensualité", "mensualités");
                Self::refused(&format!("Sur {all}, il en faut au moins une qui rembourse."))
                    .remedy("Réduisez les mois sans rien payer ou allongez la durée.")
                    .at("deferred")
            }
            TermsRefused::InterestOnlyOutside { number, first, last } => {
                let says = format!("La mensualité {number} ne peut pas payer les intérêts seuls.");
                let remedy = if first > last {
                    "Aucune mensualité du prêt ne le peut : videz ce champ.".to_owned()
                } else {
                    format!("Choisissez des numéros de {first} à {last} : la dernière rembourse le reste.")
                };
                Self::refused(&says).remedy(&remedy).at("interest_only_later")
            }
            TermsRefused::InterestOnlyUnordered { number } => {
                Self::refused(&format!("La mensualité {number} est écrite deux fois, ou n’est pas dans l’ordre."))
                    .remedy("Écrivez chaque numéro une fois, du plus petit au plus grand.")
                    .at("interest_only_later")
            }
            TermsRefused::NoSuchDebitDay { .. } => {
                Self::refused("Le jour de prélèvement va de 1 à 31.").at("debit_day")
            }
            TermsRefused::NegativeFee => Self::refused("Des frais ne sont jamais négatifs.").at("fee"),
            TermsRefused::FeeTooLarge => Self::refused("Les frais prennent toute la somme prêtée.")
                .remedy("Corrigez les frais ou le montant.")
                .at("fee"),
            TermsRefused::NegativeInsurance => Self::refused("Une assurance n’est jamais négative.").at("insurance"),
            TermsRefused::FirstDueBeforeDisbursement => {
                Self::refused("La première échéance tombe avant le versement de l’argent.")
                    .remedy("Corrigez l’une des deux dates.")
                    .at("first_due_on")
            }
            TermsRefused::InstalmentOutOfReach { reckoned } => {
                Self::refused("Cette mensualité ne rembourse pas la somme dans cette durée.")
                    .remedy(&format!(
                        "Aux mêmes conditions, elle serait de {reckoned} : vérifiez le montant, la durée ou le taux."
                    ))
                    .at("instalment")
            }
            TermsRefused::DateBeyondCalendar => {
                Self::refused("La dernière échéance est au-delà du calendrier.").at("first_due_on")
            }
            TermsRefused::TooLarge(refused) => refused.into(),
        }
    }
}

impl From<RateUnread> for Failure {
    fn from(refused: RateUnread) -> Self {
        match refused {
            RateUnread::NotARate => Self::refused("Ce n’est pas un taux.").remedy("Écrivez par exemple 4 ou 4,25."),
            RateUnread::TooManyDecimals => {
                Self::refused("Un taux s’écrit avec quatre chiffres après la virgule au plus.")
            }
            RateUnread::OutOfRange => Self::refused("Un taux annuel va de 0 à 100 %."),
        }
    }
}

impl From<TaegRefused> for Failure {
    fn from(refused: TaegRefused) -> Self {
        match refused {
            TaegRefused::NoFlow => Self::refused("Il n’y a aucun versement : pas de TAEG.").at("flows"),
            TaegRefused::NoSignChange => {
                Self::refused("Il faut une somme prêtée et une somme rendue pour calculer un TAEG.").at("flows")
            }
            TaegRefused::SeveralSolutions => {
                Self::refused("Plusieurs taux, ou aucun, égalisent ces versements : pas de TAEG.").at("flows")
            }
            TaegRefused::OutOfReach => {
                Self::refused("Ces versements donnent un taux qu’aucun crédit ne peut avoir.").at("flows")
            }
            TaegRefused::TooLarge(refused) => refused.into(),
        }
    }
}

impl From<LoanRefused> for Failure {
    fn from(refused: LoanRefused) -> Self {
        match refused {
            LoanRefused::Lacks(lack) => Self::refused(lacking(lack)),
            LoanRefused::Terms(refused) => refused.into(),
            LoanRefused::TooLarge(refused) => refused.into(),
        }
    }
}

/// What a simulation still lacks, and where it would come from.
pub fn lacking(lack: SimulationLack) -> &'static str {
    match lack {
        SimulationLack::Amount => {
            "Le montant manque : écrivez-le, ou complétez le plan de financement, qui en donne le reste."
        }
        SimulationLack::Months => "La durée manque.",
        SimulationLack::Rate => "Le taux manque : écrivez-le, ou choisissez une banque dont la convention le donne.",
    }
}

/// The field of a form that holds what a simulation lacks.
pub fn lacking_field(lack: SimulationLack) -> &'static str {
    match lack {
        SimulationLack::Amount => "amount",
        SimulationLack::Months => "months",
        SimulationLack::Rate => "annual_rate",
    }
}
