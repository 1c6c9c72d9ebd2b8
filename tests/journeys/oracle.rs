//! Hundreds of loans nobody chose, beside the same reckoned in whole numbers of any size.

use std::io::Write;
use std::process::Stdio;

use etrier_tests::fractions::{Draw, Drawn, Time, cents, iso, shown, taeg, written};
use serde_json::{Value, json};

use crate::cli::command;
use crate::office::{Office, an_empty_folder};

/// A percentage as the program writes it, to twelve decimals, kept whole.
fn read(percent: &str) -> i128 {
    let (whole, rest) = percent.split_once('.').unwrap_or((percent, ""));
    format!("{whole}{rest:0<12}").parse().unwrap()
}

/// Two decimals, half up, as printed; nothing so near a half that twelve decimals do not tell.
fn printed(taeg: i128) -> Option<String> {
    let half = 5_000_000_000;
    let beyond = (taeg % (2 * half) - half).abs();
    let hundredths = (taeg + half) / (2 * half);
    (beyond > 1_000).then(|| format!("{}.{:02}", hundredths / 100, hundredths % 100))
}

#[track_caller]
fn agrees(loan: &Drawn, answer: &Value) {
    let lines = loan.lines();
    assert_eq!(shown(answer), lines, "{loan:?}");
    for (number, line) in (1..).zip(answer["instalments"].as_array().unwrap()) {
        assert_eq!(line["due"].as_str().map(str::to_owned), loan.due(number).map(iso), "{loan:?}");
    }
    let sum = |part: usize| lines.iter().map(|line| line[part]).sum::<i64>();
    assert_eq!(cents(&answer["total_interest"]), sum(1), "{loan:?}");
    assert_eq!(cents(&answer["total_cost"]), sum(1) + sum(2) + loan.fee, "{loan:?}");
    if let Some(rounded) = printed(taeg(&loan.flows())) {
        assert_eq!(answer["taeg"], json!(rounded), "{loan:?}");
    }
}

#[test]
fn hundreds_of_loans_are_what_whole_numbers_say() {
    let mut office = an_empty_folder();
    let mut draw = Draw(2026);
    for _ in 0..300 {
        let loan = Drawn::any(&mut draw);
        let answer = office.call("simulate", loan.input());
        agrees(&loan, &answer);
    }
}

/// The flows of a loan as the call takes them: dated, or in years where they are quarters.
fn typed_flows(loan: &Drawn) -> Value {
    let flows = loan.flows();
    let dated = |number: usize| match loan.dates {
        Some((paid, _)) if number == 0 => iso(paid),
        _ => loan.due(i64::try_from(number).unwrap()).map(iso).unwrap(),
    };
    let amount = |cents: i64| format!("{}{}", if cents < 0 { "-" } else { "" }, written(cents.abs(), 2));
    let flow = |(number, (_, cents)): (usize, &(Time, i64))| json!({ "date": dated(number), "amount": amount(*cents) });
    json!({ "flows": flows.iter().enumerate().map(flow).collect::<Vec<_>>() })
}

fn dated(draw: &mut Draw) -> Drawn {
    loop {
        let loan = Drawn::any(draw);
        if loan.dates.is_some() {
            return loan;
        }
    }
}

#[track_caller]
fn same_rate(office: &mut Office, flows: &[(Time, i64)], input: Value) {
    let answer = office.call("taeg", input);
    let gap = read(answer["exact"].as_str().unwrap()) - taeg(flows);
    assert!(gap.abs() <= 10, "{gap} beyond the tenth decimal: {answer}");
}

#[test]
fn the_rate_of_dated_flows_is_right_to_ten_decimals() {
    let mut office = an_empty_folder();
    let mut draw = Draw(1998);
    for _ in 0..150 {
        let loan = dated(&mut draw);
        same_rate(&mut office, &loan.flows(), typed_flows(&loan));
    }
}

#[test]
fn the_rate_of_flows_in_years_is_right_to_ten_decimals() {
    let mut office = an_empty_folder();
    let mut draw = Draw(2008);
    for _ in 0..60 {
        let lent = 10_000 + draw.below(500_000);
        let count = 1 + draw.below(8);
        let mut flows = vec![(Time::default(), -lent)];
        let mut typed = vec![json!({ "years": "0", "amount": format!("-{}", written(lent, 2)) })];
        for quarter in 1..=count {
            let paid = lent / count + draw.below(lent / 4);
            flows.push((Time { months: 3 * quarter, ..Time::default() }, paid));
            typed.push(json!({ "years": written(25 * quarter, 2), "amount": written(paid, 2) }));
        }
        same_rate(&mut office, &flows, json!({ "flows": typed }));
    }
}

#[test]
fn the_command_line_says_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let mut draw = Draw(7);
    for _ in 0..24 {
        let any = Drawn::any(&mut draw);
        // What the command line offers: the rest is left out.
        let loan = Drawn {
            deferred: 0,
            later: Vec::new(),
            financed: false,
            insurance_rate: 0,
            required: false,
            debit: None,
            counted: false,
            ..any
        };
        let mut asked: Vec<String> = ["simulate", "--json", "--amount"].map(str::to_owned).to_vec();
        asked.push(written(loan.amount, 2));
        for (option, value) in [
            ("--annual-rate", written(loan.rate, 4)),
            ("--months", loan.months.to_string()),
            ("--interest-only", loan.interest_only.to_string()),
            ("--fee", written(loan.fee, 2)),
            ("--insurance-monthly", written(loan.insurance, 2)),
        ] {
            asked.extend([option.to_owned(), value]);
        }
        if let Some((paid, due)) = loan.dates {
            asked.extend(["--disbursed".to_owned(), iso(paid), "--first-due".to_owned(), iso(due)]);
        }
        let output = command(folder.path()).args(&asked).output().unwrap();
        agrees(&loan, &serde_json::from_slice(&output.stdout).unwrap());
        if loan.dates.is_some() {
            let mut child = command(folder.path())
                .args(["taeg", "--json"])
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .spawn()
                .unwrap();
            child.stdin.take().unwrap().write_all(typed_flows(&loan).to_string().as_bytes()).unwrap();
            let answer: Value = serde_json::from_slice(&child.wait_with_output().unwrap().stdout).unwrap();
            let gap = read(answer["exact"].as_str().unwrap()) - taeg(&loan.flows());
            assert!(gap.abs() <= 10, "{gap}: {answer}");
        }
    }
}
