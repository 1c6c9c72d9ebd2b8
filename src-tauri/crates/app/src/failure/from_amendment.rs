//! Refusals of a change of a running loan, and of what is said of its instalments.

use domain::dossier::{ChangeRefused, DeclarationRefused, FactRefused};
use domain::loan::AmendmentRefused;
use domain::words::long_date;

use super::Failure;

impl From<AmendmentRefused> for Failure {
    fn from(refused: AmendmentRefused) -> Self {
        match refused {
            AmendmentRefused::NoSuchInstalment { last } => Self::refused("L’échéancier n’a pas ces échéances.")
                .remedy(&format!("Elles vont de 1 à {last}."))
                .at("from"),
            AmendmentRefused::NoMonths => Self::refused("Il faut au moins un mois.").at("count"),
            AmendmentRefused::TooManyMonths { limit } => {
                Self::refused(&format!("Le prêt durerait plus de {limit} mois : Étrier ne calcule pas au-delà."))
                    .remedy("Choisissez une mensualité plus haute, ou moins de mois.")
                    .at("count")
            }
            AmendmentRefused::NoDates => Self::refused("Le contrat n’a pas de dates.")
                .remedy("Complétez le contrat dans les décisions.")
                .at("on"),
            AmendmentRefused::OutsideLoan { first, last } => {
                let says = format!("Ce jour est hors du prêt, du {} au {}.", long_date(first), long_date(last));
                Self::refused(&says).remedy("Le dernier jour, c’est la dernière échéance.").at("on")
            }
            AmendmentRefused::NoSuchDay { day } => {
                Self::refused(&format!("Le {day} ne peut pas être le jour de prélèvement."))
                    .remedy("Choisissez un jour de 1 à 31, après le versement de l’argent.")
                    .at("day")
            }
            AmendmentRefused::NoAmount => Self::refused("Le montant est nul.").at("amount"),
            AmendmentRefused::RepaymentTooLarge { outstanding } => {
                Self::refused(&format!("Il ne reste que {outstanding} à rembourser."))
                    .remedy("Choisissez « Tout rembourser ».")
                    .at("amount")
            }
            AmendmentRefused::InstalmentTooLow { interest } => {
                Self::refused(&format!("Cette mensualité ne rembourse rien : les intérêts du mois sont de {interest}."))
                    .remedy("Choisissez une mensualité plus haute, moins de mois, ou des mois d’intérêts seuls.")
                    .at("amount")
            }
            AmendmentRefused::RateNotLower { now } => {
                Self::refused(&format!("Le taux est déjà de {now} : celui-ci n’est pas plus bas.")).at("rate")
            }
            AmendmentRefused::BeforeRepayment { on } => {
                let says =
                    format!("Une partie a été remboursée le {} : ce qui vient avant ne bouge plus.", long_date(on));
                Self::refused(&says).remedy("Choisissez une échéance après ce jour.").at("from")
            }
            AmendmentRefused::AlreadyRepaid { on } => {
                Self::refused(&format!("Tout a été remboursé le {} : ce prêt ne change plus.", long_date(on)))
                    .remedy("Si ce remboursement n’a pas eu lieu, annulez-le d’abord.")
            }
            AmendmentRefused::DateBeyondCalendar => {
                Self::refused("La dernière échéance serait au-delà du calendrier.").at("count")
            }
            AmendmentRefused::TooLarge(refused) => Self::from(refused).at("amount"),
        }
    }
}

impl From<ChangeRefused> for Failure {
    fn from(refused: ChangeRefused) -> Self {
        match refused {
            ChangeRefused::NotDisbursed => FactRefused::NotDisbursed.into(),
            ChangeRefused::Stopped(refused) => Self::from(refused).remedy(
                "Un changement déjà gardé ne tient plus sur le contrat corrigé : annulez ou corrigez le contrat.",
            ),
            ChangeRefused::Amendment(refused) => refused.into(),
            ChangeRefused::BeforeAnother(on) => {
                let day = long_date(on);
                Self::refused(&format!("Un changement a été accordé le {day} : celui-ci ne peut pas être d’avant."))
                    .at("agreed_on")
            }
            ChangeRefused::Paid(number) => Self::refused(&format!("L’échéance {number} est déclarée payée."))
                .remedy("Ce qui est payé ne change plus : choisissez une échéance d’après.")
                .at("from"),
        }
    }
}

impl From<DeclarationRefused> for Failure {
    fn from(refused: DeclarationRefused) -> Self {
        match refused {
            DeclarationRefused::OutsideSchedule { last } => Self::refused("L’échéancier n’a pas ces échéances.")
                .remedy(&format!("Elles vont de 1 à {last}, la première avant la dernière."))
                .at("to"),
            DeclarationRefused::NoDates => {
                Self::refused("Cet échéancier n’a pas de dates : on ne sait pas quand ses échéances étaient dues.")
                    .remedy("Notez d’abord le jour de la première échéance : dans Décisions, corrigez le contrat.")
                    .at("from")
            }
            DeclarationRefused::NotYetDue { number, due } => {
                let says = format!("L’échéance {number}, du {}, n’était pas encore due.", long_date(due));
                Self::refused(&says).remedy("Déclarez seulement ce qui est échu.").at("to")
            }
            DeclarationRefused::AlreadyDeclared { number } => {
                Self::refused(&format!("L’échéance {number} est déjà déclarée."))
                    .remedy("Annulez la déclaration si elle est fausse ; une impayée peut devenir payée en retard.")
                    .at("from")
            }
        }
    }
}
