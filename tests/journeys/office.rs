//! An office to make journeys in, made of words: `an_office()`, then calls.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use chrono::NaiveDate;
use desk::{Caller, Desk, Failure, FailureKind, Files, Moment, Outside, Progress, Viewer, calls};
use serde_json::{Value, json};
use tempfile::TempDir;

pub const PASSPHRASE: &str = "cheval agrafe pile correct lundi";

/// An office, its desk and what the outside would do.
pub struct Office {
    pub folder: TempDir,
    pub desk: Desk,
    pub moment: Moment,
    pub files: Arc<Files>,
    pub shown: Arc<Mutex<Vec<PathBuf>>>,
    pub progress: Arc<Progress>,
    pub code: String,
}

struct RememberingViewer(Arc<Mutex<Vec<PathBuf>>>);

impl Viewer for RememberingViewer {
    fn show(&self, file: &Path) -> std::io::Result<()> {
        self.0.lock().unwrap().push(file.to_owned());
        Ok(())
    }
}

/// A folder where no office was made yet.
pub fn an_empty_folder() -> Office {
    let folder = TempDir::new().unwrap();
    let desk = Desk::at(folder.path()).with_smallest_keys();
    let moment = at("2026-11-20");
    let (files, shown, progress) = (Arc::default(), Arc::default(), Arc::new(Progress::untold()));
    Office { folder, desk, moment, files, shown, progress, code: String::new() }
}

/// The empty office of Valbourg, open.
pub fn an_office() -> Office {
    let mut office = an_empty_folder();
    let prepared = office.call("prepare_office", json!({}));
    let groups: Vec<&str> = prepared["recovery_code"].as_array().unwrap().iter().map(|g| g.as_str().unwrap()).collect();
    let asked = |place: usize| groups[prepared["asked"][place].as_u64().unwrap() as usize - 1];
    office.call(
        "create_office",
        json!({ "name": "CCAS de Valbourg", "advisor": "Nadia Ferrand", "address": "4 place de la Fontaine, 99120 Valbourg",
            "phone": "05 36 49 00 12", "passphrase": PASSPHRASE, "retyped": [asked(0), asked(1)] }),
    );
    office.code = groups.join("-");
    office
}

/// Noon of a day, a minute after the program started.
pub fn at(day: &str) -> Moment {
    let today: NaiveDate = day.parse().unwrap();
    Moment::on(today, Duration::from_secs(60))
}

impl Office {
    /// Makes a call that is answered.
    #[track_caller]
    pub fn call(&mut self, name: &str, input: Value) -> Value {
        match self.try_call(name, input) {
            Ok(output) => output,
            Err(failure) => panic!("{name}: {failure:?}"),
        }
    }

    /// How far down a sheet of a paper is filled above its foot, in percent, as it is drawn.
    pub fn filled(&mut self, of: &Value, page: usize) -> u32 {
        let caller = self.caller();
        let input = json!({ "of": of, "page": page, "width": 210 });
        let drawn = calls::bytes(&mut self.desk, "paper_page", input, &caller).unwrap();
        let drawn = image::load_from_memory(&drawn).unwrap().to_luma8();
        // A millimetre is a dot: the margin at the top takes 9, the foot and its rule the last 17.
        let (top, end) = (9, drawn.height().saturating_sub(17));
        let inked = |row: &u32| (0..drawn.width()).any(|column| drawn.get_pixel(column, *row).0[0] < 200);
        let last = (top..end).rev().find(inked).unwrap_or(top);
        (last - top) * 100 / (end - top)
    }

    /// Makes a call that is refused.
    #[track_caller]
    pub fn refused(&mut self, name: &str, input: Value) -> Failure {
        match self.try_call(name, input) {
            Ok(output) => panic!("{name} was answered: {output}"),
            Err(failure) => failure,
        }
    }

    pub fn try_call(&mut self, name: &str, input: Value) -> Result<Value, Failure> {
        let caller = self.caller();
        calls::answer(&mut self.desk, name, input, &caller)
    }

    pub fn caller(&self) -> Caller {
        let viewer = Arc::new(RememberingViewer(self.shown.clone()));
        let outside = Outside { files: self.files.clone(), viewer };
        Caller { moment: self.moment, outside, progress: self.progress.clone() }
    }

    /// The same office for a program that starts again.
    pub fn restarted(mut self) -> Self {
        self.desk = Desk::at(&self.folder.path().join("elsewhere"));
        self.desk = Desk::at(self.folder.path()).with_smallest_keys();
        self
    }

    pub fn unlock(&mut self) -> Value {
        self.call("unlock", json!({ "passphrase": PASSPHRASE }))
    }

    /// Records a request, and gives the number of its dossier.
    pub fn request_of(&mut self, first_name: &str, last_name: &str) -> i64 {
        let input = a_request(first_name, last_name);
        self.call("record_request", input)["id"].as_i64().unwrap()
    }

    /// Everything the office's undo covers, as text.
    pub fn dump(&self) -> String {
        self.desk.vault().unwrap().dump().unwrap()
    }

    /// Records the household and the lines of the published budget sheet.
    pub fn delmas(&mut self) -> i64 {
        let dossier = self.request_of("Sonia", "Delmas");
        for (field, value) in [("title", "madame"), ("born_on", "17/05/1992"), ("housing", "tenant_social")] {
            self.call("change_person", json!({ "dossier": dossier, "field": field, "value": value }));
        }
        for (name, born_on) in [("Lina", "03/02/2017"), ("Noé", "21/06/2020")] {
            self.call("add_member", a_member(dossier, name, born_on));
        }
        for line in DELMAS {
            self.call("add_budget_line", a_line(dossier, line));
        }
        dossier
    }
}

/// A line of the published sheet: kind, detail, amount, frequency, still owed, end.
pub type Line = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

/// The lines of the published budget sheet of the Delmas household.
pub const DELMAS: [Line; 18] = [
    ("salary_permanent", "aide à domicile, 24 h par semaine", "1012,40", "monthly", "", ""),
    ("in_work_benefit", "", "248,16", "monthly", "", ""),
    ("family_allowances", "", "151,05", "monthly", "", ""),
    ("apl", "", "297", "monthly", "", ""),
    ("alimony_received", "2 enfants", "220", "monthly", "", ""),
    ("ars", "2 enfants", "853,74", "yearly", "", ""),
    ("rent", "", "486", "monthly", "", ""),
    ("rental_charges", "", "62", "monthly", "", ""),
    ("electricity", "", "78", "monthly", "", ""),
    ("water", "", "96,30", "quarterly", "", ""),
    ("internet", "avec le téléphone", "34,98", "monthly", "", ""),
    ("home_insurance", "", "186", "yearly", "", ""),
    ("health_insurance", "", "42,60", "monthly", "", ""),
    ("canteen", "", "88", "monthly", "", ""),
    ("public_transport", "bus et covoiturage", "54", "monthly", "", ""),
    ("bank_account_fees", "offre clientèle fragile", "3", "monthly", "", ""),
    ("revolving_credit", "Finexo", "45", "monthly", "612,40", "01/2028"),
    ("energy_arrears_plan", "", "40", "monthly", "80", "1/27"),
];

pub fn a_request(first_name: &str, last_name: &str) -> Value {
    json!({ "last_name": last_name, "first_name": first_name, "origin": "referrer", "phone": "06 39 98 41 07",
        "email": "", "project": "Réparation de voiture", "purpose": "", "amount": "2 000", "received_on": "",
        "next_date": "" })
}

pub fn a_member(dossier: i64, name: &str, born_on: &str) -> Value {
    json!({ "dossier": dossier, "name": name, "link": "child", "born_on": born_on, "lives_here": true,
        "share": "", "reason": "" })
}

pub fn a_line(dossier: i64, (entry, detail, amount, frequency, outstanding, ends): Line) -> Value {
    json!({ "dossier": dossier, "fields": { "entry": entry, "detail": detail, "amount": amount,
        "frequency": frequency, "certainty": "proved", "outstanding": outstanding, "ends": ends } })
}

/// Spaces as one types them.
pub fn plain(text: &str) -> String {
    text.replace(['\u{202f}', '\u{a0}'], " ")
}

/// The text of a view's field, spaces as one types them.
#[track_caller]
pub fn text(view: &Value, pointer: &str) -> String {
    match view.pointer(pointer) {
        Some(Value::String(text)) => plain(text),
        other => panic!("{pointer}: {other:?}"),
    }
}

#[track_caller]
pub fn assert_refused(failure: &Failure, kind: FailureKind, field: Option<&str>) {
    assert_eq!((failure.kind, failure.field.as_deref()), (kind, field), "{}", failure.message);
    assert!(failure.message.ends_with('.') || failure.message.ends_with('?'), "a sentence: {}", failure.message);
}

/// Whether only its owner may read a file or enter a folder; on Windows its rights are those of the folder it is in.
pub fn is_private(path: &std::path::Path) -> bool {
    let known = std::fs::metadata(path).unwrap();
    #[cfg(unix)]
    return std::os::unix::fs::PermissionsExt::mode(&known.permissions()) & 0o077 == 0;
    #[cfg(not(unix))]
    return known.is_file() || known.is_dir();
}
