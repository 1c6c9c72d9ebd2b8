//! The sentence a bilan begins with: composed from its facts, so that no figure contradicts it.

use domain::report::{FlowBox, IndicatorKey};
use domain::words::{capital, counted, spaced};

use super::facts::Facts;
use crate::wording;

impl Facts {
    /// What the figures say together. Of loans: how many, what for, what was lost; of none: what was found instead; of a
    /// period of nothing: that it is one.
    pub(crate) fn message(&self, may_tell: impl Fn(u64) -> bool) -> String {
        if self.material.rows.is_empty() {
            return wording::NO_DOSSIER.to_owned();
        }
        let granted = self.count(IndicatorKey::Granted);
        let during = capital(&self.during());
        if granted > 0 && may_tell(granted) {
            return spaced(&format!("{}{}", self.of_loans(&during, granted, &may_tell), self.of_losses()));
        }
        let elsewhere = self.flow.in_box(FlowBox::Elsewhere).dossiers_count();
        let received = self.flow.received.dossiers_count();
        if received == 0 || !may_tell(received) {
            return spaced(&format!("{during}, peu de demandes ont été reçues.{}", self.of_losses()));
        }
        let found = if elsewhere > 0 && may_tell(elsewhere) {
            format!(
                " : {} une autre solution qu’un prêt",
                counted(elsewhere, "personne a trouvé", "personnes ont trouvé")
            )
        } else {
            String::new()
        };
        let asked = counted(received, "demande a été reçue", "demandes ont été reçues");
        spaced(&format!("{during}, {asked}{found}."))
    }

    fn of_loans(&self, during: &str, granted: u64, may_tell: &impl Fn(u64) -> bool) -> String {
        let loans = counted(granted, "prêt a été accordé", "prêts ont été accordés");
        let purpose = self.main_purpose().filter(|(_, most)| may_tell(*most));
        let purpose = purpose.map(|(after, most)| {
            if most == granted { format!(", pour {after}") } else { format!(", le plus souvent pour {after}") }
        });
        format!("{during}, {loans}{}.", purpose.unwrap_or_default())
    }

    /// Nothing was lost since the office began: said only where loans were followed and none ended with a loss.
    fn of_losses(&self) -> String {
        let nothing = self.since.lost.dossiers.is_empty() && !self.since.followed.dossiers.is_empty();
        if nothing && self.material.narrowing.is_none() {
            format!(" Aucun euro n’a été perdu {}.", self.since_when())
        } else {
            String::new()
        }
    }
}
