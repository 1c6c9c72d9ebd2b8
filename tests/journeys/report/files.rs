//! The same numbers on screen, as data, as CSV and in the sheets of a workbook opened by another hand.

use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader, Xlsx, open_workbook};

use super::*;

/// Saves the bilan of 2026 in a form, and gives its file.
fn saved(office: &mut Office, form: &str, folder: &Path) -> std::path::PathBuf {
    let file = folder.join(format!("bilan.{form}"));
    office.files.offer("out", file.clone());
    office.call("export_report", json!({ "year": "2026", "from": "", "to": "", "form": form, "file": "out" }));
    file
}

/// A cell as data writes its number: `75.00`; the percent of a cell is a share of one.
fn number(cell: &Data, unit: &str) -> Option<String> {
    match (cell, unit) {
        (Data::Empty, _) => None,
        (Data::Float(share), "percent") => Some(format!("{:.2}", share * 100.0)),
        (Data::Float(number), "euros" | "days" | "months" | "hours" | "full_time") => Some(format!("{number:.2}")),
        (Data::Float(number), _) => Some(format!("{number}")),
        (other, _) => panic!("{other:?} is no number"),
    }
}

/// The values of a table of data, a row a line.
fn values(table: &Value) -> Vec<Vec<Option<String>>> {
    let cells =
        |row: &Value| row["cells"].as_array().unwrap().iter().map(|cell| cell.as_str().map(str::to_owned)).collect();
    table["rows"].as_array().unwrap().iter().map(cells).collect()
}

#[test]
fn the_workbook_holds_the_numbers_of_the_screen_and_of_the_data() {
    let mut office = valbourg();
    let folder = tempfile::tempdir().unwrap();
    let data = office.call("report_data", year("2026"));
    let mut book: Xlsx<_> = open_workbook(saved(&mut office, "xlsx", folder.path())).unwrap();
    let names = book.sheet_names();
    let tables = data["tables"].as_array().unwrap();
    let titles: Vec<&str> = tables.iter().map(|table| table["title"].as_str().unwrap()).collect();
    assert_eq!(names[0], "Chiffres clés");
    assert_eq!(names[1..], titles);

    let key_figures = book.worksheet_range("Chiffres clés").unwrap();
    let told: Vec<(String, Option<String>)> = key_figures
        .rows()
        .skip(3)
        .zip(data["indicators"].as_array().unwrap())
        .map(|(row, one)| (row[0].to_string(), number(&row[1], text(one, "/unit").as_str())))
        .collect();
    let wanted: Vec<(String, Option<String>)> = data["indicators"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["label"].as_str().unwrap().to_owned(), one["value"].as_str().map(str::to_owned)))
        .collect();
    assert_eq!(told, wanted);
    assert!(matches!(&key_figures.get((0, 2)), Some(Data::DateTime(day)) if day.to_ymd_hms_milli().0 == 2026));

    for table in tables {
        let range = book.worksheet_range(table["title"].as_str().unwrap()).unwrap();
        let units: Vec<&str> =
            table["columns"].as_array().unwrap().iter().map(|one| one["unit"].as_str().unwrap()).collect();
        let told: Vec<Vec<Option<String>>> = range
            .rows()
            .skip(4)
            .zip(values(table))
            .map(|(row, wanted)| {
                let cells = row[1..].iter().zip(&units).map(|(cell, unit)| number(cell, unit));
                cells.take(wanted.len()).collect()
            })
            .collect();
        assert_eq!(told, values(table), "{}", table["title"]);
        assert!(book.worksheet_formula(table["title"].as_str().unwrap()).unwrap().is_empty(), "no cell is a formula");
    }
    let banks = book.worksheet_range("Banques").unwrap();
    assert!(banks.rows().any(|row| row[0] == Data::String("@Crédit de la Rive".to_owned())), "a text stays a text");
}

#[test]
fn the_text_of_a_spreadsheet_holds_the_same_values() {
    let mut office = valbourg();
    let folder = tempfile::tempdir().unwrap();
    let data = office.call("report_data", year("2026"));
    let lines = fs::read_to_string(saved(&mut office, "csv", folder.path())).unwrap();
    for table in data["tables"].as_array().unwrap() {
        for row in table["rows"].as_array().unwrap() {
            let cells = row["cells"].as_array().unwrap().iter();
            let cells = cells.map(|cell| cell.as_str().unwrap_or("").replace('.', ",")).collect::<Vec<_>>().join(";");
            let told = lines.lines().any(|line| {
                line.trim_matches('\'').starts_with(row["label"].as_str().unwrap()) && line.ends_with(&cells)
            });
            assert!(told, "{row}");
        }
    }
    let written = fs::read(saved(&mut office, "json", folder.path())).unwrap();
    assert_eq!(serde_json::from_slice::<Value>(&written).unwrap(), data);
}

#[test]
fn the_same_facts_give_the_same_workbook() {
    let mut office = valbourg();
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let first = fs::read(saved(&mut office, "xlsx", one.path())).unwrap();
    assert!(fs::read(saved(&mut office, "xlsx", other.path())).unwrap() == first);
}

/// LibreOffice turns each sheet back to text; only `./check long` runs it.
#[test]
fn another_office_suite_reads_the_same_values() {
    if std::env::var_os("ETRIER_LONG").is_none() {
        return;
    }
    let mut office = valbourg();
    let folder = tempfile::tempdir().unwrap();
    let data = office.call("report_data", year("2026"));
    let file = saved(&mut office, "xlsx", folder.path());
    // The fields: a semicolon, quotes, UTF-8, from the first line; each cell as it is kept; every sheet.
    let converted = Command::new("soffice")
        .arg(format!("-env:UserInstallation=file://{}/profile", folder.path().display()))
        .args([
            "--headless",
            "--convert-to",
            "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,false,false,false,false,-1",
        ])
        .arg("--outdir")
        .arg(folder.path())
        .arg(&file)
        .status()
        .unwrap();
    assert!(converted.success());
    for table in data["tables"].as_array().unwrap() {
        let title = table["title"].as_str().unwrap();
        let text = fs::read_to_string(folder.path().join(format!("bilan-{title}.csv"))).unwrap();
        let units: Vec<&str> =
            table["columns"].as_array().unwrap().iter().map(|one| one["unit"].as_str().unwrap()).collect();
        for (line, wanted) in text.lines().skip(4).zip(values(table)) {
            let cells = line.rsplit(';').take(wanted.len()).map(str::to_owned).collect::<Vec<_>>();
            let told = cells.iter().rev().zip(&units).map(|(cell, unit)| {
                let cell = cell.trim_matches('"').replace(',', ".");
                let (digits, by) = cell.strip_suffix('%').map_or((cell.as_str(), 1.0), |digits| (digits, 100.0));
                let read: f64 = digits.parse().ok()?;
                number(&Data::Float(read / by), unit)
            });
            assert_eq!(told.collect::<Vec<_>>(), wanted, "{title}: {line}");
        }
    }
}

#[test]
fn the_workbook_of_each_reading_says_what_its_paper_says_and_draws_it() {
    let mut office = valbourg();
    let folder = tempfile::tempdir().unwrap();
    let paper = |office: &mut Office, key: &str| {
        let asked = json!({ "paper": key, "from": "01/01/2026", "to": "31/12/2026" });
        plain(&text(&office.call("draw_paper", asked), "/pages/0/text"))
    };
    for (form, key) in [("board_xlsx", "annual_report"), ("public_xlsx", "public_report")] {
        let file = folder.path().join(format!("{form}.xlsx"));
        office.files.offer("out", file.clone());
        let asked = json!({ "year": "2026", "from": "", "to": "", "form": form, "file": "out" });
        office.call("export_report", asked);
        let first = paper(&mut office, key).replace('\n', " ");
        let mut book: Xlsx<_> = open_workbook(&file).unwrap();
        let message = book.worksheet_range("Message").unwrap();
        let told = plain(&message.rows().nth(1).unwrap()[0].to_string());
        assert!(!told.is_empty() && first.contains(&told), "{form}: {told}");
        let names = book.sheet_names();
        assert!(names.iter().any(|name| name == "Que deviennent les demandes") || key == "public_report", "{names:?}");
        let mut zip = zip::ZipArchive::new(fs::File::open(&file).unwrap()).unwrap();
        let charts: Vec<String> =
            zip.file_names().map(|name| name.unwrap().into_owned()).filter(|name| name.contains("chart")).collect();
        let drawn = names.len() > 1;
        assert_eq!(charts.iter().any(|name| name.ends_with("chart1.xml")), drawn, "{names:?} {charts:?}");
        for name in charts.iter().filter(|name| name.ends_with(".xml") && !name.contains("rels")) {
            let mut xml = String::new();
            std::io::Read::read_to_string(&mut zip.by_name(name).unwrap(), &mut xml).unwrap();
            assert!(xml.contains("<c:f>") || !name.contains("charts/"), "{name} draws its cells");
        }
        let again = folder.path().join(format!("{form}-again.xlsx"));
        office.files.offer("again", again.clone());
        let asked = json!({ "year": "2026", "from": "", "to": "", "form": form, "file": "again" });
        office.call("export_report", asked);
        assert_eq!(fs::read(&file).unwrap(), fs::read(&again).unwrap(), "the same facts, the same bytes");
    }
}

#[test]
fn one_table_is_saved_alone_as_text() {
    let mut office = valbourg();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("origines.csv");
    office.files.offer("out", file.clone());
    let asked =
        |table: &str| json!({ "year": "2026", "from": "", "to": "", "form": "csv", "table": table, "file": "out" });
    office.call("export_report", asked("origins"));
    let csv = fs::read_to_string(&file).unwrap();
    assert!(!csv.contains("Chiffres clés") && csv.lines().count() > 3, "{csv}");
    assert_refused(&office.refused("export_report", asked("nothing")), desk::FailureKind::Refused, Some("table"));
}
