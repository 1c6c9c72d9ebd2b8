//! Refusals of a product's, an agreement's and the law's limits.

use domain::money::Euros;
use domain::settings::{LimitOwner, LimitPassed, RulesAt};
use domain::simulation::Simulation;
use domain::words::counted;

use super::Failure;

/// Whose limits they are, as people name them.
#[derive(Clone, Copy, Debug)]
pub struct LimitNames<'n> {
    /// The product; empty when none is chosen.
    pub product: &'n str,
    /// The lender; empty when none is chosen.
    pub lender: &'n str,
}

impl<'n> LimitNames<'n> {
    /// Those of a loan that is asked for, by the rules of a day.
    #[must_use]
    pub fn of(asked: &Simulation, rules: &RulesAt<'n>) -> Self {
        let product = asked.product_in(rules).and_then(|key| rules.product(key));
        let lender = asked.lender.as_ref().and_then(|key| rules.lender(key));
        Self {
            product: product.map(|dated| dated.value.label.as_str()).unwrap_or_default(),
            lender: lender.map(|at| at.lender.name.as_str()).unwrap_or_default(),
        }
    }

    /// The refusal of a limit passed, at the field of the form that passes it.
    ///
    /// `amount`, `months`, `annual_rate`, `deferred`, `interest_only`, `interest_only_later`, `purpose` or `product`.
    #[must_use]
    pub fn refusal(&self, passed: LimitPassed) -> Failure {
        match passed {
            LimitPassed::AmountUnder { owner, least } => {
                let says = format!("{} {}.", self.subject(owner), verb(owner, "commence à", &whole(least)));
                told(&says, &format!("Demandez au moins {}{}.", whole(least), another(owner)), "amount")
            }
            LimitPassed::AmountOver { owner, most, exceptional } => {
                let wide = exceptional.map(whole);
                self.over(owner, &whole(most), wide.as_deref(), "amount")
            }
            LimitPassed::MonthsUnder { owner, least } => {
                let says = format!("{} {}.", self.subject(owner), verb(owner, "commence à", &months(least)));
                told(&says, &format!("Choisissez {}{}.", months(least), another(owner)), "months")
            }
            LimitPassed::MonthsOver { owner, most, exceptional } => {
                let wide = exceptional.map(months);
                self.over(owner, &months(most), wide.as_deref(), "months")
            }
            LimitPassed::RateOver { owner, most } => {
                let says = format!("{} {}.", self.subject(owner), verb(owner, "s’arrête à", &most.to_string()));
                told(&says, "Vérifiez le taux, ou corrigez la convention dans les réglages.", "annual_rate")
            }
            LimitPassed::InterestOnlyOver { most } => self.eased(most, "d’intérêts seuls", "interest_only"),
            LimitPassed::DeferredOver { most } => self.eased(most, "sans rien payer", "deferred"),
            LimitPassed::InterestOnlyLaterOver { most } => {
                self.eased(most, "d’intérêts seuls en cours de prêt", "interest_only_later")
            }
            LimitPassed::PurposeOutside { owner } => {
                let says = format!("{} ne finance pas cet objet.", self.subject(owner));
                told(&says, &format!("Choisissez {}.", elsewhere(owner)), "purpose")
            }
            LimitPassed::ProductOutside => {
                let says = format!("{} ne couvre pas ce produit.", self.subject(LimitOwner::Agreement));
                told(&says, "Choisissez un autre produit, ou une autre banque.", "product")
            }
        }
    }

    fn over(&self, owner: LimitOwner, most: &str, exceptional: Option<&str>, field: &str) -> Failure {
        let wide = exceptional.map(|wide| format!(", ou à {wide} avec une justification écrite")).unwrap_or_default();
        let says = format!("{} {}{wide}.", self.subject(owner), verb(owner, "s’arrête à", most));
        let reason = if exceptional.is_some() { ", écrivez pourquoi il faut plus" } else { "" };
        told(&says, &format!("Choisissez {most}{reason}{}.", another(owner)), field)
    }

    /// Months that do not repay: none, or too many of them.
    fn eased(&self, most: u32, which: &str, field: &str) -> Failure {
        let subject = self.subject(LimitOwner::Agreement);
        if most == 0 {
            let says = format!("{subject} ne permet pas de mois {which}.");
            return told(&says, "Videz ce champ, ou choisissez une autre banque.", field);
        }
        let says = format!("{subject} permet {} {which} au plus.", months(most));
        told(&says, &format!("Choisissez {}, ou une autre banque.", months(most)), field)
    }

    /// The start of the sentence: `Banque du Haut-Pays : la convention`.
    fn subject(&self, owner: LimitOwner) -> String {
        match owner {
            LimitOwner::Product => format!("Le produit « {} »", self.product),
            LimitOwner::Agreement => format!("{} : la convention", self.lender),
            LimitOwner::Purpose => "Cet objet a son propre plafond : il".to_owned(),
            LimitOwner::Law => "Un microcrédit personnel".to_owned(),
        }
    }
}

/// A lender or a product the office no longer offers.
pub fn set_aside(name: &str) -> Failure {
    Failure::refused(&format!("« {name} » n’est plus proposé par le CCAS."))
        .remedy("Faites un autre choix, ou reprenez celui-ci dans les réglages.")
}

fn verb(owner: LimitOwner, does: &str, what: &str) -> String {
    match owner {
        LimitOwner::Product | LimitOwner::Agreement | LimitOwner::Purpose => format!("{does} {what}"),
        LimitOwner::Law => format!("{does} {what} (valeur légale des réglages)"),
    }
}

/// What else may be chosen, after the limit itself.
fn another(owner: LimitOwner) -> String {
    match owner {
        LimitOwner::Law => String::new(),
        LimitOwner::Product | LimitOwner::Agreement | LimitOwner::Purpose => format!(", ou {}", elsewhere(owner)),
    }
}

fn elsewhere(owner: LimitOwner) -> &'static str {
    match owner {
        LimitOwner::Product | LimitOwner::Purpose | LimitOwner::Law => "un autre produit",
        LimitOwner::Agreement => "une autre banque",
    }
}

/// An amount without its cents when it has none: `3 000 €`.
fn whole(amount: Euros) -> String {
    amount.to_string().replace(",00", "")
}

fn months(count: u32) -> String {
    counted(count, "mois", "mois")
}

fn told(says: &str, remedy: &str, field: &str) -> Failure {
    Failure::refused(says).remedy(remedy).at(field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refused_limit_says_whose_it_is_and_what_to_choose() {
        let names = LimitNames { product: "Microcrédit personnel", lender: "Banque du Haut-Pays" };
        let euros = |whole: i64| Euros::read(&whole.to_string()).unwrap();
        let owner = LimitOwner::Agreement;
        for (passed, sentence) in [
            (
                LimitPassed::MonthsOver { owner, most: 30, exceptional: None },
                "Banque du Haut-Pays : la convention s’arrête à 30 mois. Choisissez 30 mois, ou une autre banque.",
            ),
            (
                LimitPassed::AmountOver { owner, most: euros(3_000), exceptional: Some(euros(5_000)) },
                "Banque du Haut-Pays : la convention s’arrête à 3 000 €, ou à 5 000 € avec une justification \
                 écrite. Choisissez 3 000 €, écrivez pourquoi il faut plus, ou une autre banque.",
            ),
            (
                LimitPassed::AmountUnder { owner: LimitOwner::Product, least: euros(300) },
                "Le produit « Microcrédit personnel » commence à 300 €. Demandez au moins 300 €, ou un autre produit.",
            ),
            (
                LimitPassed::AmountOver { owner: LimitOwner::Law, most: euros(8_000), exceptional: None },
                "Un microcrédit personnel s’arrête à 8 000 € (valeur légale des réglages). Choisissez 8 000 €.",
            ),
            (
                LimitPassed::AmountOver { owner: LimitOwner::Purpose, most: euros(800), exceptional: None },
                "Cet objet a son propre plafond : il s’arrête à 800 €. Choisissez 800 €, ou un autre produit.",
            ),
            (
                LimitPassed::InterestOnlyOver { most: 0 },
                "Banque du Haut-Pays : la convention ne permet pas de mois d’intérêts seuls. Videz ce champ, ou \
                 choisissez une autre banque.",
            ),
        ] {
            let told = names.refusal(passed).sentence().replace(['\u{202f}', '\u{a0}'], " ");
            assert_eq!(told, sentence);
        }
    }
}
