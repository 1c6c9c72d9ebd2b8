//! What each screen says to a screen reader, kept in `tests/golden/outline`:
//! its title, then roles, names, values and states in reading order, from its
//! main region on; what stands around it is kept once, with the day. Written
//! anew with `ETRIER_WRITE_GOLDEN=1`; a difference is read before it is kept.

use std::fs;
use std::path::{Path, PathBuf};

use crate::window::Window;

/// How many rows of a table and entries of a list are kept: the others say the same of other people.
const ROWS: usize = 3;

/// How many signs of a line are kept: the words of a paper are those of other tests.
const LONGEST: usize = 160;

/// The screen whose rail and lines around are kept too.
const WHOLE: &str = "aujourdhui";

/// The first line where a screen no longer says what is kept of it; nothing where it says the same.
pub fn difference(window: &Window, screen: &str) -> Option<String> {
    let title = window.run("return document.title");
    let outline = window.outline();
    let main = outline.find("\nmain").map_or(0, |at| at + 1);
    let heard = if screen == WHOLE { &outline } else { &outline[main..] };
    let said = format!("title: {}\n{}\n", title.as_str().unwrap(), timeless(&folded(heard)));
    let file = kept(screen);
    if std::env::var_os("ETRIER_WRITE_GOLDEN").is_some() {
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(&file, said).unwrap();
        return None;
    }
    let before = fs::read_to_string(&file).unwrap_or_default();
    let differs = (0..).zip(said.lines().zip(before.lines())).find(|(_, (now, then))| now != then);
    match differs {
        Some((line, (now, then))) => Some(format!("{}:{}: {then:?} is now {now:?}", file.display(), line + 1)),
        None if said.len() != before.len() => Some(format!("{} is shorter or longer", file.display())),
        None => None,
    }
}

fn kept(screen: &str) -> PathBuf {
    let name = screen.replace(|letter: char| !letter.is_alphanumeric(), "-");
    Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/outline").join(name).with_extension("txt")
}

/// The outline with the rows of a table and the entries of a list counted after the third.
fn folded(outline: &str) -> String {
    let mut kept = Vec::new();
    // How many of the same kind were met at each depth since the line that holds them.
    let mut met: Vec<usize> = Vec::new();
    let mut hidden_under = None;
    for line in outline.lines() {
        let depth = (line.len() - line.trim_start().len()) / 2;
        if hidden_under.is_some_and(|under| depth > under) {
            continue;
        }
        hidden_under = None;
        met.resize(depth + 1, 0);
        let word = line.trim_start().split(' ').next().unwrap_or_default();
        if !["row", "listitem", "option"].contains(&word) {
            met[depth] = 0;
        } else {
            met[depth] += 1;
            if met[depth] > ROWS {
                hidden_under = Some(depth);
                let more = format!("{}and {} more", "  ".repeat(depth), met[depth] - ROWS);
                match met[depth] - ROWS {
                    1 => kept.push(more),
                    _ => *kept.last_mut().unwrap() = more,
                }
                continue;
            }
        }
        kept.push(line.to_owned());
    }
    kept.iter().map(|line| shortened(line)).collect::<Vec<_>>().join("\n")
}

fn shortened(line: &str) -> String {
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

/// Without the hours, which are those of the run: « 9 h 05 » is « … h … ».
fn timeless(outline: &str) -> String {
    let mut said = String::new();
    for part in outline.split_inclusive(" h ") {
        let hours_before =
            said.ends_with(" h ") && part.len() > 2 && part.as_bytes()[..2].iter().all(u8::is_ascii_digit);
        if hours_before {
            let before = said.trim_end_matches(" h ").trim_end_matches(|letter: char| letter.is_ascii_digit()).len();
            said.truncate(before);
            said.push_str("… h …");
            said.push_str(&part[2..]);
        } else {
            said.push_str(part);
        }
    }
    said
}
