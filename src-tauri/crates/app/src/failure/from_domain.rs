//! Refusals of the rules.

use domain::budget::{BudgetRefused, CalculationUnread};
use domain::calendar::DateUnread;
use domain::contact::{EmailUnread, PhoneUnread, PostalCodeUnread};
use domain::household::{Household, HouseholdRefused};
use domain::line::TextTooLong;
use domain::money::{AmountTooLarge, AmountUnread};
use domain::settings::{ListRefused, NumberingRefused};
use domain::words;

use super::Failure;

impl From<AmountUnread> for Failure {
    fn from(refused: AmountUnread) -> Self {
        match refused {
            AmountUnread::NotAnAmount => {
                Self::refused("Ce n’est pas un montant.").remedy("Écrivez par exemple 1200 ou 1 200,50.")
            }
            AmountUnread::MoreThanCents => {
                Self::refused("Un montant s’arrête aux centimes : deux chiffres après la virgule.")
            }
            AmountUnread::TooLarge => AmountTooLarge.into(),
        }
    }
}

impl From<CalculationUnread> for Failure {
    fn from(refused: CalculationUnread) -> Self {
        match refused {
            CalculationUnread::Figure(AmountUnread::NotAnAmount) => Self::refused("Ce montant n’a pas été compris.")
                .remedy("Écrivez par exemple 1 200,50, ou 43*10/12, ou 168 / an."),
            CalculationUnread::Figure(refused) => refused.into(),
            CalculationUnread::NoSuchPeriod => Self::refused("Cette période n’a pas été comprise.")
                .remedy("Écrivez / semaine, / mois, / 2 mois, / 3 mois, / 6 mois ou / an."),
            CalculationUnread::DividedByZero => Self::refused("On ne divise pas par zéro."),
        }
    }
}

impl From<AmountTooLarge> for Failure {
    fn from(_: AmountTooLarge) -> Self {
        Self::refused("Ce montant est trop grand.").remedy("Vérifiez le nombre de zéros.")
    }
}

impl From<DateUnread> for Failure {
    fn from(refused: DateUnread) -> Self {
        match refused {
            DateUnread::NotADate => {
                Self::refused("Ce n’est pas une date.").remedy("Écrivez par exemple 3/12, 3 déc., 031227 ou demain.")
            }
            DateUnread::NoSuchDay { month, year, last } => {
                let name = words::month_name(month);
                Self::refused(&format!("{name} {year} s’arrête au {last}."))
            }
            DateUnread::NoSuchMonth { month } => Self::refused(&format!("Il n’y a pas de mois {month}.")),
            DateUnread::OutOfRange => Self::refused("Cette année est hors du calendrier d’Étrier (1900 à 2199)."),
        }
    }
}

impl From<PhoneUnread> for Failure {
    fn from(refused: PhoneUnread) -> Self {
        let figures = |count: usize| if count < 2 { "chiffre" } else { "chiffres" };
        match refused {
            PhoneUnread::NotAPhone => {
                Self::refused("Ce n’est pas un numéro de téléphone.").remedy("Écrivez par exemple 06 39 98 20 61.")
            }
            PhoneUnread::Missing(count) => Self::refused(&format!("Il manque {count} {}.", figures(count))),
            PhoneUnread::TooMany(count) => Self::refused(&format!("Il y a {count} {} de trop.", figures(count))),
            PhoneUnread::BadStart => Self::refused("Un numéro français commence par 0, un numéro étranger par +."),
        }
    }
}

impl From<EmailUnread> for Failure {
    fn from(_: EmailUnread) -> Self {
        Self::refused("Ce n’est pas une adresse de courriel.").remedy("Écrivez par exemple prenom.nom@exemple.fr.")
    }
}

impl From<PostalCodeUnread> for Failure {
    fn from(_: PostalCodeUnread) -> Self {
        Self::refused("Un code postal a cinq chiffres.")
    }
}

impl From<TextTooLong> for Failure {
    fn from(refused: TextTooLong) -> Self {
        let length = words::counted(refused.length, "caractère", "caractères");
        let limit = words::counted(refused.limit, "caractère", "caractères");
        Self::refused(&format!("Ce texte a {length} ; il y a place pour {limit}."))
            .remedy("Raccourcissez-le : il n’a pas été enregistré.")
    }
}

impl From<HouseholdRefused> for Failure {
    fn from(refused: HouseholdRefused) -> Self {
        match refused {
            HouseholdRefused::LessThanOne => Self::refused(
                "Le foyer doit compter au moins une part : le reste à vivre est divisé par le nombre de parts.",
            ),
            HouseholdRefused::NotOneApplicant => {
                Self::refused("Un foyer a une personne qui demande le prêt, et une seule.")
            }
            HouseholdRefused::TooMany => {
                Self::refused(&format!("Un foyer compte {} personnes au plus.", Household::LIMIT))
            }
        }
    }
}

impl From<ListRefused> for Failure {
    fn from(_: ListRefused) -> Self {
        Self::refused("Ce choix n’est pas dans la liste.").remedy("Choisissez dans la liste proposée.")
    }
}

impl From<BudgetRefused> for Failure {
    fn from(refused: BudgetRefused) -> Self {
        match refused {
            BudgetRefused::TooLarge(refused) => refused.into(),
            BudgetRefused::UnknownEntry(refused) => refused.into(),
        }
    }
}

impl From<NumberingRefused> for Failure {
    fn from(refused: NumberingRefused) -> Self {
        match refused {
            NumberingRefused::Width => Self::refused("Le numéro s’écrit sur 1 à 8 chiffres.").at("width"),
            NumberingRefused::Prefix => {
                Self::refused("Le début de la référence a huit signes au plus : lettres, chiffres, tirets.")
                    .at("prefix")
            }
        }
    }
}
