//! What is wrong in a text, and what would mend it, in the words of whoever writes it.

use domain::letter::{Mend, TemplateFault};
use domain::words::spaced;

/// What is wrong, in a sentence.
pub(super) fn message(fault: &TemplateFault) -> String {
    spaced(&match fault {
        TemplateFault::BraceUnclosed => "Une accolade est ouverte et n’est pas refermée sur sa ligne.".to_owned(),
        TemplateFault::BraceUnopened => {
            "Une accolade se ferme sans s’être ouverte. Pour l’écrire telle quelle, mettez « \\ » devant.".to_owned()
        }
        TemplateFault::Nameless => "Il manque le nom du champ entre les accolades.".to_owned(),
        TemplateFault::UnknownField { name, .. } => format!("« {name} » n’existe pas."),
        TemplateFault::NotOffered(field) => format!("« {} » ne se dit pas dans cette lettre.", field.name()),
        TemplateFault::TableInSentence(field) => format!("« {} » se place seul sur sa ligne.", field.name()),
        TemplateFault::ConditionUnclosed(field) => format!("« si {} » n’est pas refermé.", field.name()),
        TemplateFault::ElseAlone => "« sinon » ne suit aucun « si ».".to_owned(),
        TemplateFault::EndAlone => "« fin si » ne referme aucun « si ».".to_owned(),
    })
}

/// What the button that mends it says.
pub(super) fn mend_label(fault: &TemplateFault, mend: &Mend) -> String {
    let name = mend.text.trim_matches(['{', '}']);
    spaced(&match fault {
        TemplateFault::UnknownField { .. } => format!("Mettre « {name} »"),
        TemplateFault::BraceUnclosed => format!("Refermer après « {name} »"),
        TemplateFault::ConditionUnclosed(_) => "Refermer à la fin du texte".to_owned(),
        TemplateFault::BraceUnopened => "Écrire l’accolade telle quelle".to_owned(),
        TemplateFault::ElseAlone | TemplateFault::EndAlone => "L’enlever".to_owned(),
        TemplateFault::Nameless | TemplateFault::NotOffered(_) | TemplateFault::TableInSentence(_) => {
            "Corriger".to_owned()
        }
    })
}
