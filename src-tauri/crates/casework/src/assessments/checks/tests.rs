//! The delivered checks, each by a table of cases: what is known, and what the check says of it.

use domain::eligibility::{Check, CheckScope, CheckState};
use domain::supporting_document::Known;

use app::delivered::delivered;

/// What is known in a case: `fact`, `!fact` or `fact=value`.
fn known(facts: &[&str]) -> Known {
    facts.iter().fold(Known::default(), |known, fact| match (fact.split_once('='), fact.strip_prefix('!')) {
        (Some((fact, value)), _) => known.valued(fact, value),
        (None, Some(fact)) => known.with(fact, false),
        (None, None) => known.with(fact, true),
    })
}

use CheckState::{Met, NotApplicable, NotMet, ToVerify};

type Cases = (&'static str, &'static [(&'static [&'static str], CheckState)]);

const OF_THE_PERSON: &[Cases] = &[
    (
        "emancipated_or_adult",
        &[(&["minor_not_emancipated"], NotMet), (&["!minor_not_emancipated"], Met), (&[], ToVerify)],
    ),
    (
        "guardian_agreement",
        &[
            (&["protection_measure=none"], NotApplicable),
            (&["protection_measure=masp"], NotApplicable),
            (&[], ToVerify),
            (&["protection_measure=tutelle"], ToVerify),
            (&["protection_measure=unknown"], ToVerify),
            (&["protection_measure=curatelle", "guardian_agreement=asked"], ToVerify),
            (&["protection_measure=curatelle_renforcee", "guardian_agreement=given"], Met),
            (&["protection_measure=habilitation_familiale", "guardian_agreement=refused"], NotMet),
        ],
    ),
    (
        "protection_to_verify",
        &[
            (&["protection_measure=maj"], ToVerify),
            (&["protection_measure=sauvegarde_de_justice"], ToVerify),
            (&["protection_measure=tutelle"], NotApplicable),
        ],
    ),
    ("not_current_expenses", &[(&["current_expenses"], NotMet), (&["!current_expenses"], Met), (&[], ToVerify)]),
    ("not_business_creation", &[(&["business_creation"], NotMet), (&["!business_creation"], Met), (&[], ToVerify)]),
    (
        "over_indebtedness_authorisation",
        &[
            (&["over_indebtedness=none"], NotApplicable),
            (&["over_indebtedness=closed"], NotApplicable),
            (&["over_indebtedness=procedure"], ToVerify),
            (&["over_indebtedness=admissible", "commission_authorisation=asked"], ToVerify),
            (&["over_indebtedness=application_filed", "commission_authorisation=refused"], NotMet),
            (&["over_indebtedness=measures_running", "commission_authorisation=given"], Met),
            (&[], ToVerify),
        ],
    ),
    (
        "personal_recovery",
        &[(&["over_indebtedness=personal_recovery"], Met), (&["over_indebtedness=none"], NotApplicable)],
    ),
    ("ficp_not_blocking", &[(&["ficp_listed"], Met), (&["!ficp_listed"], NotApplicable), (&[], ToVerify)]),
    ("fcc_not_blocking", &[(&["fcc_listed"], Met), (&["!fcc_listed"], NotApplicable), (&[], ToVerify)]),
    (
        "ordinary_credit_access",
        &[
            (&["ordinary_credit_access=excluded"], Met),
            (&["ordinary_credit_access=not_excluded"], NotMet),
            (&["ordinary_credit_access=not_established"], ToVerify),
            (&[], ToVerify),
        ],
    ),
    (
        "target_public",
        &[
            (&["!target_public_set"], NotApplicable),
            (&["target_public_set", "outside_target_public"], NotMet),
            (&["target_public_set", "!outside_target_public"], Met),
            (&["target_public_set"], ToVerify),
        ],
    ),
];

const OF_THE_BUDGET: &[Cases] = &[
    (
        "income_ceiling",
        &[
            (&["!income_ceiling_set"], NotApplicable),
            (&["income_ceiling_set", "income_above_ceiling"], NotMet),
            (&["income_ceiling_set", "!income_above_ceiling"], Met),
            (&["income_ceiling_set"], ToVerify),
        ],
    ),
    (
        "reste_a_vivre_after",
        &[
            (&["!rav_rule_set"], NotApplicable),
            (&["rav_rule_set", "rav_after_below_threshold"], NotMet),
            (&["rav_rule_set", "!rav_after_below_threshold"], Met),
            (&["rav_rule_set"], ToVerify),
        ],
    ),
    (
        "debt_ratio",
        &[
            (&["!debt_ratio_rule_set"], NotApplicable),
            (&["debt_ratio_rule_set", "debt_ratio_above_limit"], NotMet),
            (&["debt_ratio_rule_set", "!debt_ratio_above_limit"], Met),
        ],
    ),
    ("income_lasts", &[(&["income_lasts_for_term"], Met), (&["!income_lasts_for_term"], NotMet), (&[], ToVerify)]),
    (
        "vehicle_use_costs",
        &[
            (&["purpose=health"], NotApplicable),
            (&["purpose=mobility"], ToVerify),
            (&["purpose=mobility", "running_costs_counted"], Met),
            (&["purpose=mobility", "!running_costs_counted"], NotMet),
        ],
    ),
];

const OF_THE_LOAN: &[Cases] = &[
    (
        "seller_papers",
        &[
            (&["!agreement_in_principle_given", "sub_purpose=vehicle_purchase"], NotApplicable),
            (&["agreement_in_principle_given", "sub_purpose=hearing_aid"], NotApplicable),
            (&["agreement_in_principle_given", "sub_purpose=vehicle_purchase", "seller_papers_received"], Met),
            (&["agreement_in_principle_given", "sub_purpose=vehicle_purchase", "!seller_papers_received"], NotMet),
            (&["agreement_in_principle_given", "sub_purpose=vehicle_purchase"], ToVerify),
        ],
    ),
    (
        "product_purpose",
        &[(&["product_accepts_purpose"], Met), (&["!product_accepts_purpose"], NotMet), (&[], ToVerify)],
    ),
    (
        "lender_agreement",
        &[(&["lender_agreement_in_force"], Met), (&["!lender_agreement_in_force"], NotMet), (&[], ToVerify)],
    ),
    ("lender_purpose", &[(&["lender_accepts_purpose"], Met), (&["!lender_accepts_purpose"], NotMet), (&[], ToVerify)]),
    (
        "lender_accredited",
        &[
            (&["guarantee_by_office"], NotApplicable),
            (&["!guarantee_by_office", "lender_accredited=yes"], Met),
            (&["!guarantee_by_office", "lender_accredited=no"], NotMet),
            (&["!guarantee_by_office"], ToVerify),
            (&["lender_accredited=yes"], ToVerify),
        ],
    ),
    (
        "amount_and_term",
        &[
            (&["limits_stated", "amount_within_limits", "term_within_limits"], Met),
            (&["limits_stated", "!amount_within_limits", "term_within_limits"], NotMet),
            (&["!limits_stated", "!term_within_limits"], NotMet),
            (&["!limits_stated", "term_within_limits"], ToVerify),
            (&["limits_stated", "amount_within_limits"], ToVerify),
            (&[], ToVerify),
        ],
    ),
    (
        "sub_purpose_limit",
        &[
            (&["!sub_purpose_limit_exists"], NotApplicable),
            (&["sub_purpose_limit_exists", "amount_within_sub_purpose_limit"], Met),
            (&["sub_purpose_limit_exists", "!amount_within_sub_purpose_limit"], NotMet),
            (&["sub_purpose_limit_exists"], ToVerify),
        ],
    ),
    (
        "exceptional_ceiling",
        &[
            (&["!between_ordinary_and_exceptional"], NotApplicable),
            (&["between_ordinary_and_exceptional", "exception_justified"], Met),
            (&["between_ordinary_and_exceptional", "!exception_justified"], NotMet),
        ],
    ),
    ("legal_ceiling", &[(&["!above_legal_ceiling"], Met), (&["above_legal_ceiling"], NotMet), (&[], ToVerify)]),
    (
        "interest_only",
        &[
            (&["!interest_only_asked"], NotApplicable),
            (&["interest_only_asked", "interest_only_allowed"], Met),
            (&["interest_only_asked", "!interest_only_allowed"], NotMet),
            (&["interest_only_asked"], ToVerify),
        ],
    ),
    ("no_personal_guarantor", &[(&["!personal_guarantor_asked"], Met), (&["personal_guarantor_asked"], NotMet)]),
    ("no_file_fee", &[(&["!file_fee_asked"], Met), (&["file_fee_asked"], NotMet)]),
    (
        "usual_rate",
        &[
            (&["!usual_rate_set"], NotApplicable),
            (&["usual_rate_set", "!rate_above_usual_ceiling"], Met),
            (&["usual_rate_set", "rate_above_usual_ceiling"], NotMet),
        ],
    ),
    ("no_overdraft_repayment", &[(&["!repayment_by_overdraft"], Met), (&["repayment_by_overdraft"], NotMet)]),
    ("optional_insurance", &[(&["!insurance_required"], Met), (&["insurance_required"], NotMet)]),
    (
        "compulsory_support",
        &[
            (&["!budget_support_compulsory"], NotApplicable),
            (&["budget_support_compulsory", "support_plan_set"], Met),
            (&["budget_support_compulsory", "!support_plan_set"], NotMet),
        ],
    ),
    (
        "guarantee_envelope",
        &[
            (&["!guarantee_by_office"], NotApplicable),
            (&["guarantee_by_office", "!guarantee_envelope_exceeded"], Met),
            (&["guarantee_by_office", "guarantee_envelope_exceeded"], NotMet),
            (&["guarantee_by_office"], ToVerify),
        ],
    ),
];

const OF_THE_PROJECT: &[Cases] = &[
    (
        "debt_effect",
        &[
            (&["purpose=mobility"], NotApplicable),
            (&["purpose=debts", "debt_effect_explained"], Met),
            (&["purpose=debts", "!debt_effect_explained"], NotMet),
        ],
    ),
    (
        "aids_first",
        &[
            (&["!other_aids_possible", "!project_fully_paid_by_aids"], Met),
            (&["other_aids_possible"], NotMet),
            (&["!other_aids_possible", "project_fully_paid_by_aids"], NotMet),
            (&["!project_fully_paid_by_aids"], ToVerify),
        ],
    ),
    (
        "health_complement",
        &[
            (&["purpose=mobility"], NotApplicable),
            (&["purpose=health", "!health_complement_possible"], Met),
            (&["purpose=health", "health_complement_possible"], NotMet),
        ],
    ),
    (
        "licence",
        &[
            (&["sub_purpose=appliances"], NotApplicable),
            (&["sub_purpose=vehicle_purchase", "licence_held"], Met),
            (&["sub_purpose=vehicle_repair", "!licence_held"], NotMet),
            (&["sub_purpose=vehicle_repair"], ToVerify),
        ],
    ),
];

fn checks() -> &'static [Check] {
    &delivered().unwrap().lists.checks
}

fn all_cases() -> impl Iterator<Item = &'static Cases> {
    [OF_THE_PERSON, OF_THE_BUDGET, OF_THE_LOAN, OF_THE_PROJECT].into_iter().flatten()
}

#[test]
fn each_delivered_check_says_what_its_rule_says() {
    for (name, cases) in all_cases() {
        let check = checks().iter().find(|check| check.key.as_str() == *name).unwrap();
        for (facts, expected) in *cases {
            assert_eq!(check.state(&known(facts)), *expected, "{name} when {facts:?}");
        }
    }
}

#[test]
fn every_delivered_check_has_its_cases() {
    let told: Vec<&str> = all_cases().map(|(name, _)| *name).collect();
    for check in checks() {
        assert!(told.contains(&check.key.as_str()), "{} has no case", check.key.as_str());
    }
}

#[test]
fn being_listed_never_stops_anything_and_only_five_rules_stop_the_request() {
    let scoped = |scope| -> Vec<&str> {
        checks().iter().filter(|check| check.scope == scope).map(|check| check.key.as_str()).collect()
    };
    assert_eq!(
        scoped(CheckScope::Person),
        ["emancipated_or_adult", "guardian_agreement", "over_indebtedness_authorisation"]
    );
    assert_eq!(scoped(CheckScope::Purpose), ["not_current_expenses", "not_business_creation"]);
    let of = |wanted: fn(&Check) -> bool| -> Vec<&str> {
        checks().iter().filter(|check| wanted(check)).map(|check| check.key.as_str()).collect()
    };
    assert_eq!(
        of(|check| !check.may_be_passed_over()),
        ["guardian_agreement", "lender_agreement", "compulsory_support"]
    );
    assert_eq!(of(|check| check.forbids_signature), ["guardian_agreement", "over_indebtedness_authorisation"]);
    assert_eq!(of(|check| check.holds_signature), ["seller_papers"]);
    for listed in ["ficp_not_blocking", "fcc_not_blocking"] {
        let check = checks().iter().find(|check| check.key.as_str() == listed).unwrap();
        assert!(check.not_met_when.is_none(), "{listed} is never « not met »");
    }
}

#[test]
fn a_default_is_an_answer_that_is_offered() {
    for fact in &delivered().unwrap().lists.facts {
        if let Some(unset) = &fact.when_unset {
            assert!(fact.takes(unset.as_str()) && !fact.derived, "{}", fact.key.as_str());
        }
    }
}
