//! The recovery code, as it is printed and as people type it.

use proptest::prelude::*;

use crate::{CodeRefused, GroupRefused, RecoveryCode};

const SIGNS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

fn typed(code: &RecoveryCode) -> String {
    code.groups().join(" ")
}

#[test]
fn the_worked_example_checks() {
    let code = RecoveryCode::generate().unwrap();
    let mut groups = code.groups();
    groups[1] = "7KAM".to_owned();
    assert!(RecoveryCode::read(&groups.join("-")).is_ok());
    groups[1] = "7KAN".to_owned();
    assert_eq!(RecoveryCode::read(&groups.join("-")).unwrap_err(), CodeRefused::Check { group: 2 });
}

#[test]
fn a_code_is_read_however_it_is_typed() {
    let code = loop {
        let code = RecoveryCode::generate().unwrap();
        if typed(&code).contains('0') && typed(&code).contains('1') {
            break code;
        }
    };
    let printed = typed(&code);
    for variant in [
        printed.clone(),
        printed.to_lowercase(),
        printed.replace(' ', ""),
        printed.replace(' ', " – \u{a0}"),
        printed.replace('0', "O").replace('1', "l"),
        printed.replace('0', "o").replace('1', "I"),
    ] {
        let read = RecoveryCode::read(&variant).unwrap();
        assert_eq!(read.groups(), code.groups(), "{variant}");
    }
}

#[test]
fn every_wrong_sign_names_its_group() {
    let code = RecoveryCode::generate().unwrap();
    let printed: Vec<char> = code.groups().concat().chars().collect();
    for place in 0..32 {
        for sign in SIGNS.chars().filter(|sign| *sign != printed[place]) {
            let mut wrong = printed.clone();
            wrong[place] = sign;
            let refused = RecoveryCode::read(&wrong.iter().collect::<String>()).unwrap_err();
            assert_eq!(refused, CodeRefused::Check { group: place / 4 + 1 }, "{sign} at {place}");
        }
        let mut unknown = printed.clone();
        unknown[place] = 'é';
        let refused = RecoveryCode::read(&unknown.iter().collect::<String>()).unwrap_err();
        assert_eq!(refused, CodeRefused::Sign { group: place / 4 + 1, character: place % 4 + 1 });
    }
    assert_eq!(RecoveryCode::read("").unwrap_err(), CodeRefused::Length { found: 0 });
    assert_eq!(RecoveryCode::read(&typed(&code)[..38]).unwrap_err(), CodeRefused::Length { found: 31 });
}

#[test]
fn a_group_typed_again_is_compared_sign_by_sign() {
    let code = RecoveryCode::generate().unwrap();
    for (group, number) in code.groups().iter().zip(1..) {
        assert_eq!(code.check_group(number, &group.to_lowercase()), Ok(()));
        for place in 0..4 {
            let mut wrong: Vec<char> = group.chars().collect();
            wrong[place] = if wrong[place] == '7' { '8' } else { '7' };
            let refused = code.check_group(number, &wrong.iter().collect::<String>());
            assert_eq!(refused, Err(GroupRefused::Differs { character: place + 1 }));
        }
        assert_eq!(code.check_group(number, &group[..3]), Err(GroupRefused::Length { found: 3 }));
    }
}

#[test]
fn two_different_groups_are_asked_for() {
    let mut seen = [false; 8];
    for _ in 0..500 {
        let [first, second] = RecoveryCode::asked().unwrap();
        assert!(1 <= first && first < second && second <= 8);
        seen[first - 1] = true;
        seen[second - 1] = true;
    }
    assert_eq!(seen, [true; 8]);
}

#[test]
fn a_code_never_shows_in_a_message() {
    assert_eq!(format!("{:?}", RecoveryCode::generate().unwrap()), "RecoveryCode");
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,60}") {
        let _ = RecoveryCode::read(&text);
    }
}
