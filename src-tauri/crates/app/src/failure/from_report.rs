//! Refusals of the bilan.

use domain::report::PeriodRefused;

use super::Failure;

impl From<PeriodRefused> for Failure {
    fn from(refused: PeriodRefused) -> Self {
        match refused {
            PeriodRefused::EndsBeforeItStarts => Self::refused("Cette période finit avant de commencer.")
                .remedy("Le dernier jour ne peut pas précéder le premier.")
                .at("to"),
        }
    }
}

impl Failure {
    /// What was typed as a year is none.
    pub fn not_a_year() -> Self {
        Self::refused("Ce n’est pas une année.").remedy("Écrivez par exemple 2026.").at("year")
    }

    /// A period has one of its two days.
    pub fn half_a_period(field: &str) -> Self {
        let message = if field == "from" { "Depuis quel jour ?" } else { "Jusqu’à quel jour ?" };
        Self::refused(message).remedy("Une période a un premier et un dernier jour.").at(field)
    }

    /// A number that no bilan has.
    pub fn no_such_number(field: &str) -> Self {
        Self::refused("Ce bilan n’a pas ce nombre.").remedy("Revenez au bilan.").at(field)
    }
}
